package sqlite

import (
	"bytes"
	"errors"
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"nivel/assessments"
)

// dossier adds something of everything to a dossier, so that nothing that can be kept is left out.
func dossier(t testing.TB, d assessments.Dossier) assessments.Dossier {
	t.Helper()
	d.Company.Tags, d.Company.ChangedAt = []string{"2026", "pilot"}, start
	d.Consents = []assessments.Consent{{Kind: assessments.ConsentWall, Given: true, By: "Ana", At: start}, {Kind: assessments.ConsentWall, At: start.Add(time.Hour)}}
	d.Earlier = []assessments.Earlier{{ID: NewID(), Day: "2024-05-01", Source: "hoja del clúster", Overall: big.NewRat(17, 10), Scores: map[string]*big.Rat{"data": big.NewRat(1, 3)}}}
	a := &d.Rounds[0]
	a.Assessment.Firm, a.Assessment.ChangedAt = &assessments.Snapshot{People: 9, NACE: "31"}, start
	d.Visits = []assessments.Visit{{ID: NewID(), CompanyID: d.Company.ID, AssessmentID: a.Assessment.ID, Day: "2026-11-20", Place: "Yecla", People: []assessments.Present{{Role: "dueña", Name: "Ana"}},
		Minutes: 90, Note: "nota", Agreed: []string{"backup-test"}, StartedAt: start, ClosedAt: start.Add(time.Hour), ChangedAt: start}}
	a.Evidence = []assessments.Evidence{{ID: NewID(), AssessmentID: a.Assessment.ID, Question: "data.backup", Caption: "el disco", Width: 4, Height: 3, Picture: []byte("picture"), Thumb: []byte("thumb"),
		InReport: true, At: start, ChangedAt: start}}
	a.Decisions = append(a.Decisions, assessments.Decision{Action: "access-list", Kind: assessments.Underway, Reason: "desde mayo", At: start}, assessments.Decision{Action: "access-list", At: start})
	return d
}

// Each field of everything that is kept is in what is tested: one that is added to a type must be
// added to the store.
func TestDossierKeepsEveryField(t *testing.T) {
	s := mustOpen(t, t.TempDir())
	id := addAssessment(t, s)
	check(t, s.Rate(t.Context(), ratingOf(id, "data.backup", 2)))
	p := full("p")
	p.Hurdle, p.Status = "budget", assessments.StatusStuck
	putItem(t, s, id, p)
	a, err := s.Assessment(t.Context(), id)
	check(t, err)
	d, err := s.Dossier(t.Context(), a.CompanyID)
	check(t, err)
	d = dossier(t, d)
	for _, v := range []any{d.Visits[0], d.Earlier[0], d.Rounds[0].Evidence[0], d.Consents[0], *d.Rounds[0].Assessment.Firm} {
		x := reflect.ValueOf(v)
		for i := range x.NumField() {
			if x.Field(i).IsZero() {
				t.Errorf("%T.%s is not tested", v, x.Type().Field(i).Name)
			}
		}
	}
	// Into an empty folder and back.
	dir := t.TempDir()
	other := mustOpen(t, dir)
	check(t, other.PutDossiers(t.Context(), []assessments.Dossier{d}, start))
	check(t, other.Close())
	other = mustOpen(t, dir)
	got, err := other.Dossier(t.Context(), d.Company.ID)
	check(t, err)
	if !reflect.DeepEqual(got, d) {
		t.Errorf("the dossier is\n%+v, want\n%+v", got, d)
	}
	if log, err := other.Logged(t.Context()); err != nil || len(log) != 1 || log[0].Kind != assessments.LogImport || log[0].Company != d.Company.ID {
		t.Errorf("the log says %+v (%v)", log, err)
	}
	// Putting it again changes nothing.
	check(t, other.PutDossier(t.Context(), d))
	if again, err := other.Dossier(t.Context(), d.Company.ID); err != nil || !reflect.DeepEqual(again, d) {
		t.Errorf("put twice it is %+v (%v)", again, err)
	}
}

// One bad thing among many, and nothing is written.
func TestPutDossiersIsAllOrNothing(t *testing.T) {
	s := mustOpen(t, t.TempDir())
	id := addAssessment(t, s)
	a, err := s.Assessment(t.Context(), id)
	check(t, err)
	good, err := s.Dossier(t.Context(), a.CompanyID)
	check(t, err)
	good = dossier(t, good)
	before := everything(t, s)
	stranger := assessments.Dossier{Company: assessments.Company{ID: "other", CreatedAt: start}}
	for name, bad := range map[string]func() assessments.Dossier{
		"another's assessment": func() assessments.Dossier {
			d := stranger
			d.Rounds = []assessments.DossierRound{{Assessment: good.Rounds[0].Assessment}}
			return d
		},
		"too large a picture": func() assessments.Dossier {
			d := stranger
			e := assessments.Evidence{ID: "e", Picture: make([]byte, assessments.EvidenceBytes+1), Thumb: []byte("t"), At: start}
			d.Rounds = []assessments.DossierRound{{Assessment: assessments.Assessment{ID: "a-2", StartedAt: start}, Evidence: []assessments.Evidence{e}}}
			return d
		},
		"a rating that cannot be read again": func() assessments.Dossier {
			d := stranger
			r := ratingOf("a-3", "q", 1)
			r.By = strings.Repeat("x", assessments.ByLimit+1)
			d.Rounds = []assessments.DossierRound{{Assessment: assessments.Assessment{ID: "a-3", StartedAt: start}, Ratings: []assessments.Rating{r}}}
			return d
		},
	} {
		if err := s.PutDossiers(t.Context(), []assessments.Dossier{good, bad()}, start); err == nil {
			t.Errorf("%s is taken", name)
		}
		if after := everything(t, s); after != before {
			t.Errorf("%s: the store became\n%s\nfrom\n%s", name, after, before)
		}
	}
}

// everything is all rows of all tables as text.
func everything(t testing.TB, s *Store) string {
	t.Helper()
	names, err := list(t.Context(), s, func(row scanner) (n string, err error) { err = row.Scan(&n); return n, err },
		`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name`)
	check(t, err)
	var out strings.Builder
	for _, name := range names {
		rows, err := s.db.QueryContext(t.Context(), `SELECT * FROM `+name)
		check(t, err)
		columns, err := rows.Columns()
		check(t, err)
		for rows.Next() {
			values := make([]any, len(columns))
			into := make([]any, len(columns))
			for i := range values {
				into[i] = &values[i]
			}
			check(t, rows.Scan(into...))
			fmt.Fprintln(&out, name, values)
		}
		check(t, rows.Err())
		check(t, rows.Close())
	}
	return out.String()
}

// What is deleted is not found in the file any more, byte for byte, and the log names no content.
func TestDeleteCompanyErases(t *testing.T) {
	dir := t.TempDir()
	s := mustOpen(t, dir)
	const marker = "Marker-7f3a"
	keep := addAssessment(t, s)
	check(t, s.Rate(t.Context(), ratingOf(keep, "q1", 3)))
	c := assessments.Company{ID: NewID(), Name: marker + " name", Place: marker, Contact: marker, Tags: []string{marker}, CreatedAt: start}
	check(t, s.PutCompany(t.Context(), c))
	a := assessments.Assessment{ID: NewID(), CompanyID: c.ID, StartedAt: start, Position: marker}
	check(t, s.PutAssessment(t.Context(), a))
	for i := range 200 {
		r := ratingOf(a.ID, fmt.Sprint("q", i), 3)
		r.Answer.Note = strings.Repeat(marker+" ", 100)
		check(t, s.Rate(t.Context(), r))
	}
	check(t, s.Decide(t.Context(), a.ID, assessments.Decision{Action: "x", Reason: marker, At: start}))
	p := full("p")
	p.Note = marker
	putItem(t, s, a.ID, p)
	p.Note = marker + "2"
	putItem(t, s, a.ID, p)
	check(t, s.PutVisit(t.Context(), assessments.Visit{ID: NewID(), CompanyID: c.ID, Day: "2026-11-23", Note: marker}))
	check(t, s.PutEvidence(t.Context(), assessments.Evidence{ID: NewID(), AssessmentID: a.ID, Caption: marker, Picture: []byte(marker), Thumb: []byte(marker), At: start}))
	check(t, s.Consent(t.Context(), c.ID, assessments.Consent{Kind: assessments.ConsentWall, By: marker, At: start}))
	check(t, s.PutEarlier(t.Context(), c.ID, assessments.Earlier{ID: NewID(), Source: marker}))
	path := filepath.Join(dir, fileName)
	if data, err := os.ReadFile(path); err != nil || !bytes.Contains(data, []byte(marker)) {
		t.Fatalf("the marker is not even there before (%v)", err)
	}
	check(t, s.DeleteCompany(t.Context(), c.ID, start))
	for name, data := range snapshot(t, dir) {
		if bytes.Contains(data, []byte(marker)) {
			t.Errorf("%s still holds what was deleted", name)
		}
	}
	if answers, err := s.Answers(t.Context(), keep, assessments.Owner); err != nil || len(answers) != 1 {
		t.Errorf("of the other company %d answers are left (%v)", len(answers), err)
	}
	if log, err := s.Logged(t.Context()); err != nil || len(log) != 1 || log[0].Kind != assessments.LogDelete {
		t.Errorf("the log says %+v (%v)", log, err)
	}
	if err := s.DeleteCompany(t.Context(), c.ID, start); !errors.Is(err, ErrNotFound) {
		t.Errorf("deleted twice: %v", err)
	}
}

// A picture too many for a question or a round is refused, and the others stay.
func TestEvidenceIsBounded(t *testing.T) {
	s := mustOpen(t, t.TempDir())
	id := addAssessment(t, s)
	put := func(question string) error {
		return s.PutEvidence(t.Context(), assessments.Evidence{ID: NewID(), AssessmentID: id, Question: question, Picture: []byte("p"), Thumb: []byte("t"), At: start})
	}
	for range assessments.EvidencePerAnswer {
		check(t, put("q"))
	}
	var f *assessments.Fault
	if err := put("q"); !errors.As(err, &f) || f.Code != "evidence-many" {
		t.Errorf("one too many of a question: %v", err)
	}
	for i := range assessments.EvidencePerRound - assessments.EvidencePerAnswer {
		check(t, put(fmt.Sprint("q", i/assessments.EvidencePerAnswer)))
	}
	if err := put("other"); !errors.As(err, &f) || f.Code != "evidence-full" {
		t.Errorf("one too many of a round: %v", err)
	}
	all, err := s.Evidence(t.Context(), id)
	check(t, err)
	if len(all) != assessments.EvidencePerRound || all[0].Picture != nil || string(all[0].Thumb) != "t" {
		t.Errorf("%d pictures, the first is %+v", len(all), all[0])
	}
	if p, err := s.EvidencePicture(t.Context(), all[3].ID); err != nil || string(p) != "p" {
		t.Errorf("a picture is %q (%v)", p, err)
	}
	check(t, s.DeleteEvidence(t.Context(), all[3].ID))
	if _, err := s.EvidencePicture(t.Context(), all[3].ID); !errors.Is(err, ErrNotFound) {
		t.Errorf("a deleted picture: %v", err)
	}
}
