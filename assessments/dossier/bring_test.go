package dossier_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"nivel/assessments"
	"nivel/assessments/dossier"
	"nivel/assessments/house/shipped"
	"nivel/assessments/sqlite"
)

var start = time.Date(2026, 11, 23, 9, 30, 0, 0, time.UTC)

func ok(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func store(t testing.TB) *sqlite.Store {
	t.Helper()
	s, err := sqlite.Open(t.TempDir())
	ok(t, err)
	t.Cleanup(func() { ok(t, s.Close()) })
	return s
}

// filled puts the sample firm into a store and returns its id.
func filled(t testing.TB, s *sqlite.Store) string {
	t.Helper()
	f := shipped.Sample()
	c := f.Company
	c.ID, c.CreatedAt = sqlite.NewID(), start
	ok(t, s.PutCompany(t.Context(), c))
	a := assessments.Assessment{ID: sqlite.NewID(), CompanyID: c.ID, ModelID: f.Model, ModelVersion: f.Version, Path: f.Path, Weights: assessments.Standard, StartedAt: start, Targets: f.Targets}
	ok(t, s.PutAssessment(t.Context(), a))
	for q, answer := range f.Answers {
		ok(t, s.Rate(t.Context(), assessments.Rating{ID: sqlite.NewID(), AssessmentID: a.ID, Question: q, Respondent: assessments.Owner, At: start, Answer: answer}))
	}
	ok(t, s.Decide(t.Context(), a.ID, assessments.Decision{Action: "backup-test", Kind: assessments.Chosen, Reason: "ya", At: start}))
	ok(t, s.Consent(t.Context(), c.ID, assessments.Consent{Kind: assessments.ConsentRegion, Given: true, By: "Ana", At: start}))
	ok(t, s.PutVisit(t.Context(), assessments.Visit{ID: sqlite.NewID(), CompanyID: c.ID, Day: "2026-11-23", StartedAt: start, ChangedAt: start}))
	ok(t, s.PutPlanItem(t.Context(), a.ID, assessments.PlanItem{ID: sqlite.NewID(), Action: "backup-test", Phase: assessments.PhaseFirst, Status: assessments.StatusTodo}, start))
	return c.ID
}

func body(t testing.TB, s *sqlite.Store, id string) []byte {
	t.Helper()
	d, err := s.Dossier(t.Context(), id)
	ok(t, err)
	data, err := dossier.Body(d)
	ok(t, err)
	return data
}

func prepare(t testing.TB, s *sqlite.Store, all ...assessments.Dossier) []dossier.Coming {
	t.Helper()
	coming, err := dossier.Prepare(t.Context(), s, all)
	ok(t, err)
	return coming
}

func newer(*dossier.Coming) dossier.Choices { return dossier.Choices{} }

// What one store hands over, an empty one takes in and hands over again byte for byte; a second time
// changes nothing and makes no copy.
func TestFromStoreToStore(t *testing.T) {
	here, there := store(t), store(t)
	id := filled(t, here)
	want := body(t, here, id)
	d, err := here.Dossier(t.Context(), id)
	ok(t, err)
	path := filepath.Join(t.TempDir(), "x.nivel")
	ok(t, dossier.WriteFile(path, d, "tolin-bafer"))
	f, err := dossier.ReadFile(path, dossier.Options{Passphrase: "tolin-bafer"})
	ok(t, err)
	coming := prepare(t, there, f.Dossier)
	if !coming[0].New() || coming[0].Comparison.Any(dossier.Same) {
		t.Errorf("it is compared as %+v", coming[0].Comparison)
	}
	done, err := dossier.Bring(t.Context(), there, coming, newer, start)
	ok(t, err)
	if _, err := os.Stat(done.Backup); err != nil || done.Changed != 1 {
		t.Errorf("done: %+v (%v)", done, err)
	}
	if got := body(t, there, id); !bytes.Equal(got, want) {
		t.Errorf("handed over again it is\n%s\nwas\n%s", got, want)
	}
	done, err = dossier.Bring(t.Context(), there, prepare(t, there, f.Dossier, f.Dossier), newer, start)
	if err != nil || done.Changed != 0 || done.Backup != "" {
		t.Errorf("a second time: %+v (%v)", done, err)
	}
	if log, err := there.Logged(t.Context()); err != nil || len(log) != 1 {
		t.Errorf("the log is %+v (%v)", log, err)
	}
}

// Two machines that have gone on apart come to the same by exchanging files, in either direction.
func TestExchange(t *testing.T) {
	here, there := store(t), store(t)
	id := filled(t, here)
	pass := func(from, to *sqlite.Store) {
		d, err := from.Dossier(t.Context(), id)
		ok(t, err)
		_, err = dossier.Bring(t.Context(), to, prepare(t, to, d), newer, start)
		ok(t, err)
	}
	pass(here, there)
	for i, s := range []*sqlite.Store{here, there} {
		d, err := s.Dossier(t.Context(), id)
		ok(t, err)
		a := d.Rounds[0].Assessment
		ok(t, s.Rate(t.Context(), assessments.Rating{ID: sqlite.NewID(), AssessmentID: a.ID, Question: "data.backup", Respondent: assessments.Owner,
			At: start.Add(time.Duration(i+1) * time.Hour), Answer: assessments.Answer{Value: assessments.AtLevel(i + 3)}}))
		ok(t, s.SetTarget(t.Context(), a.ID, "data", i+3, start.Add(time.Duration(i+1)*time.Hour)))
		d.Company.Place, d.Company.ChangedAt = []string{"Yecla", "Jumilla"}[i], start.Add(time.Duration(2-i)*time.Hour)
		ok(t, s.PutCompany(t.Context(), d.Company))
	}
	pass(there, here)
	pass(here, there)
	if a, b := body(t, here, id), body(t, there, id); !bytes.Equal(a, b) || !bytes.Contains(a, []byte(`"place":"Yecla"`)) || !bytes.Contains(a, []byte(`"data":4`)) {
		t.Errorf("they have\n%s\nand\n%s", a, b)
	}
}

// What was kept here against something newer in a file holds: taking the same file in again asks for
// nothing, and changes nothing.
func TestWhatIsKeptHolds(t *testing.T) {
	s := store(t)
	id := filled(t, s)
	file, err := s.Dossier(t.Context(), id)
	ok(t, err)
	file.Company.Place, file.Company.ChangedAt = "Jumilla", start.Add(time.Hour)
	mine := func(*dossier.Coming) dossier.Choices {
		return dossier.Choices{Rule: dossier.RuleMine, At: start.Add(2 * time.Hour)}
	}
	done, err := dossier.Bring(t.Context(), s, prepare(t, s, file), mine, start.Add(2*time.Hour))
	if err != nil || done.Changed != 0 {
		t.Fatalf("%+v, %v: what is here stays", done, err)
	}
	kept := body(t, s, id)
	done, err = dossier.Bring(t.Context(), s, prepare(t, s, file), newer, start.Add(3*time.Hour))
	if err != nil || done.Changed != 0 || done.Backup != "" || !bytes.Equal(body(t, s, id), kept) || bytes.Contains(kept, []byte("Jumilla")) {
		t.Errorf("%+v, %v: it became %s", done, err, body(t, s, id))
	}
}

// What cannot be put changes nothing, and an altered file does not come that far.
func TestBringIsAllOrNothing(t *testing.T) {
	s := store(t)
	id := filled(t, s)
	want := body(t, s, id)
	d, err := s.Dossier(t.Context(), id)
	ok(t, err)
	fine := assessments.Dossier{Company: assessments.Company{ID: sqlite.NewID(), Name: "Otra", CreatedAt: start}}
	thief := assessments.Dossier{Company: assessments.Company{ID: sqlite.NewID(), CreatedAt: start}, Rounds: d.Rounds}
	if _, err := dossier.Bring(t.Context(), s, prepare(t, s, fine, thief), newer, start); !errors.Is(err, sqlite.ErrNotFound) {
		t.Errorf("another's round: %v", err)
	}
	altered, err := s.Dossier(t.Context(), id)
	ok(t, err)
	altered.Rounds[0].Ratings[0].By = "somebody else"
	var f *assessments.Fault
	if _, err := dossier.Prepare(t.Context(), s, []assessments.Dossier{altered}); !errors.As(err, &f) || f.Code != "dossier-altered" {
		t.Errorf("altered: %v", err)
	}
	all, err := s.Companies(t.Context())
	if err != nil || len(all) != 1 || !bytes.Equal(body(t, s, id), want) {
		t.Errorf("there are %d firms now (%v)", len(all), err)
	}
}

// A preview says what changes and writes nothing.
func TestPreview(t *testing.T) {
	here, there := store(t), store(t)
	id := filled(t, here)
	d, err := here.Dossier(t.Context(), id)
	ok(t, err)
	_, err = dossier.Bring(t.Context(), there, prepare(t, there, d), newer, start)
	ok(t, err)
	a := d.Rounds[0].Assessment.ID
	ok(t, here.Rate(t.Context(), assessments.Rating{ID: sqlite.NewID(), AssessmentID: a, Question: "data.backup", Respondent: assessments.Owner, At: start.Add(time.Hour), Answer: assessments.Answer{Value: assessments.AtLevel(5)}}))
	d, err = here.Dossier(t.Context(), id)
	ok(t, err)
	before := body(t, there, id)
	coming := prepare(t, there, d)
	changes := coming[0].Preview(dossier.Choices{})
	if len(changes) != 1 || changes[0].Part != dossier.PartRating || changes[0].State != dossier.Ahead || changes[0].Question != "data.backup" {
		t.Errorf("it says %+v", changes)
	}
	if !bytes.Equal(body(t, there, id), before) {
		t.Error("something was written")
	}
}
