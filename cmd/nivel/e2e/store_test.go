//go:build e2e

package e2e

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"nivel/assessments"
	"nivel/assessments/sqlite"
)

const database = "nivel.db"

// kept is what a data folder holds of its first firm.
type kept struct {
	company    assessments.Company
	assessment assessments.Assessment   // the one begun last
	rounds     []assessments.Assessment // all, the one begun last in front
	ratings    []assessments.Rating     // of the one begun last
	plan       []assessments.PlanItem   // its
	finished   []assessments.Finished   // of all plans
	answers    assessments.Answers
	language   string
}

var errBusy = errors.New("it is being written")

// read reads a data folder from a copy, so that the program never waits for us. While a journal
// is there a write is under way, or the writer was killed; of a dead one the journal is copied
// along, because only with it is the file complete.
func read(t *testing.T, folder string, dead bool) (*kept, error) {
	t.Helper()
	twin, err := os.MkdirTemp(t.TempDir(), "twin-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(twin)
	path := filepath.Join(folder, database)
	journal, err := os.ReadFile(path + "-journal")
	switch {
	case err == nil && !dead:
		return nil, errBusy
	case err == nil:
		err = os.WriteFile(filepath.Join(twin, database+"-journal"), journal, 0o600)
	case errors.Is(err, fs.ErrNotExist):
		err = nil
	}
	if err != nil {
		return nil, err
	}
	before, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	if after, err := os.Stat(path); err != nil || after.Size() == 0 || !after.ModTime().Equal(before.ModTime()) {
		return nil, errors.Join(errBusy, err)
	}
	if _, err := os.Stat(path + "-journal"); err == nil && !dead {
		return nil, errBusy
	}
	if err := os.WriteFile(filepath.Join(twin, database), data, 0o600); err != nil {
		return nil, err
	}
	return load(twin)
}

func load(folder string) (k *kept, err error) {
	store, err := sqlite.Open(folder)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	ctx := context.Background()
	firms, err := store.Companies(ctx)
	if err != nil || len(firms) == 0 {
		return nil, errors.Join(errors.New("there is no firm yet"), err)
	}
	k = &kept{company: firms[0]}
	all, err := store.Assessments(ctx, k.company.ID)
	if err != nil || len(all) == 0 {
		return nil, errors.Join(errors.New("there is no assessment yet"), err)
	}
	k.rounds, k.assessment = all, all[0]
	if k.ratings, err = store.Ratings(ctx, k.assessment.ID); err != nil {
		return nil, err
	}
	if k.plan, err = store.PlanItems(ctx, k.assessment.ID); err != nil {
		return nil, err
	}
	if k.finished, err = store.FinishedItems(ctx, k.company.ID); err != nil {
		return nil, err
	}
	if k.answers, err = store.Answers(ctx, k.assessment.ID, assessments.Owner); err != nil {
		return nil, err
	}
	k.language, _, err = store.Setting(ctx, "language")
	return k, err
}

// saved waits until the data folder holds what is wanted.
func (p *program) saved(what string, ask func(*kept) (ok bool, state string)) {
	p.t.Helper()
	eventually(p.t, "the file holds "+what, func() (bool, string) {
		if !p.running() {
			p.t.Fatalf("the program ended while waiting for %s; it wrote: %s", what, p.words())
		}
		k, err := read(p.t, p.data, false)
		if err != nil {
			return false, err.Error()
		}
		return ask(k)
	})
}

// answered waits until the answer to a question is saved as it should be.
func (p *program) answered(id string, want assessments.Answer) {
	p.t.Helper()
	p.saved("the answer to "+id, func(k *kept) (bool, string) {
		return same(k.answers[id], want), show(k.answers[id]) + " instead of " + show(want)
	})
}

// at waits until a question is the one shown last.
func (p *program) at(id string) {
	p.t.Helper()
	p.saved("the place "+id, func(k *kept) (bool, string) { return k.assessment.Position == id, k.assessment.Position })
}

func same(a, b assessments.Answer) bool {
	return a.Equal(b)
}

func show(a assessments.Answer) string {
	value, err := json.Marshal(a.Value)
	if err != nil {
		value = []byte(err.Error())
	}
	return fmt.Sprintf("{%s relevance %v note %q flag %t}", value, a.Relevance, a.Note, a.Flag)
}

// compare wants the file's answers to be those that were pressed, no more and no fewer.
func compare(t *testing.T, got, want assessments.Answers) {
	t.Helper()
	for id, a := range want {
		if !same(got[id], a) {
			t.Errorf("%s: the file holds %s, pressed was %s", id, show(got[id]), show(a))
		}
	}
	for id, a := range got {
		if _, pressed := want[id]; !pressed {
			t.Errorf("%s: the file holds %s, but nothing was pressed", id, show(a))
		}
	}
	if t.Failed() {
		t.FailNow()
	}
}
