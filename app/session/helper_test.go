package session_test

import (
	"errors"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"nivel/app/session"
	"nivel/assessments"
	"nivel/assessments/answerfile"
	"nivel/assessments/house/shipped"
	"nivel/assessments/sqlite"
)

// What is shipped, as the session asks for it.
var library, words = shipped.Library, shipped.Words

// desk is a data folder, and the session that works on it.
type desk struct {
	*session.Session
	folder string
	store  *sqlite.Store
	states *states
}

// states keeps what OnState said.
type states struct {
	mu   sync.Mutex
	all  []session.State
	also func(session.State)
}

func (s *states) add(st session.State) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.all = append(s.all, st)
	if s.also != nil {
		s.also(st)
	}
}

func (s *states) list() []session.State {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]session.State{}, s.all...)
}

// open opens a session on a folder; change may alter what it is made from.
func open(t testing.TB, folder string, change ...func(*session.Params)) *desk {
	t.Helper()
	d, err := tryOpen(t, folder, change...)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func tryOpen(t testing.TB, folder string, change ...func(*session.Params)) (*desk, error) {
	t.Helper()
	store, err := sqlite.Open(folder)
	if err != nil {
		t.Fatal(err)
	}
	d := &desk{folder: folder, store: store, states: &states{}}
	p := session.Params{Store: store, Words: words()["es"], Texts: words, Pack: library().Pack(session.ModelID), Library: library, OnState: d.states.add}
	for _, c := range change {
		c(&p)
	}
	if d.Session, err = session.Open(p); err != nil {
		return nil, errors.Join(err, store.Close())
	}
	t.Cleanup(func() { _ = d.Close() })
	return d, nil
}

// again closes the session and opens another on the same folder, as the next start does.
func (d *desk) again(t testing.TB, change ...func(*session.Params)) *desk {
	t.Helper()
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	return open(t, d.folder, change...)
}

// block makes every commit fail until the returned function is called: a folder stands where the
// journal must be written.
func (d *desk) block(t testing.TB) (free func()) {
	t.Helper()
	journal := filepath.Join(d.folder, "nivel.db-journal")
	if err := os.Mkdir(journal, 0o700); err != nil {
		t.Fatal(err)
	}
	return func() {
		if err := os.Remove(journal); err != nil {
			t.Error(err)
		}
	}
}

// stored are the answers that another start would find.
func (d *desk) stored(t testing.TB) assessments.Answers {
	t.Helper()
	a, err := d.store.Answers(t.Context(), d.Assessment.ID, assessments.Owner)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func sample(testing.TB) *answerfile.File { return shipped.Sample() }

// clock gives a new second each time it is asked.
func clock() func() time.Time {
	at := time.Date(2026, 11, 23, 10, 0, 0, 0, time.UTC)
	var mu sync.Mutex
	return func() time.Time {
		mu.Lock()
		defer mu.Unlock()
		at = at.Add(time.Second)
		return at
	}
}

func equal(a, b assessments.Answer) bool { return a.Equal(b) }

// told is what the window was told last, once it is as expected, or after five seconds: it is told on
// another goroutine, a moment after the state has changed.
func (d *desk) told(as func(session.State) bool) (last session.State) {
	for end := time.Now().Add(5 * time.Second); time.Now().Before(end); time.Sleep(time.Millisecond) {
		if all := d.states.list(); len(all) > 0 {
			if last = all[len(all)-1]; as(last) {
				break
			}
		}
	}
	return last
}

// dossier is everything that is kept about a company.
func (d *desk) dossier(id string) (assessments.Dossier, error) {
	read, err := d.Reading(id)
	if err != nil {
		return assessments.Dossier{}, err
	}
	return read()
}
