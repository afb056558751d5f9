package sqlite

import (
	"math/big"
	"os"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"nivel/assessments"
)

// secondFile is a store that version 2 of the schema left behind: a furniture maker with an assessment
// of three respondents, targets, decisions and settings.
const secondFile = "testdata/schema-2.db"

func laySecond(t testing.TB) (dir string, content []byte) {
	t.Helper()
	content, err := os.ReadFile(secondFile)
	check(t, err)
	dir = t.TempDir()
	check(t, os.WriteFile(filepath.Join(dir, fileName), content, 0o600))
	return dir, content
}

// Everything of a store of version 2 is there afterwards, what is new is unsaid, and a copy lies
// beside.
func TestSchemaTwoIsTakenOver(t *testing.T) {
	dir, _ := laySecond(t)
	s := mustOpen(t, dir)
	at := time.Date(2026, 6, 1, 7, 45, 0, 0, time.UTC)
	list, err := s.Assessments(t.Context(), "c-1")
	check(t, err)
	if want := []assessments.Assessment{{ID: "a-1", CompanyID: "c-1", ModelID: "industry40", ModelVersion: "2.0", Path: "full", Weights: assessments.Standard, Benchmarks: "2026-1",
		Round: 1, StartedAt: at, Position: "data.backup", Targets: map[string]int{"data": 3, "energy": 2}}}; !reflect.DeepEqual(list, want) {
		t.Errorf("assessments are %+v, want %+v", list, want)
	}
	c, err := s.Company(t.Context(), "c-1")
	check(t, err)
	if c.NACE != "31.02" || c.Name != "Sillas Ñora" || c.Figures.Energy != 1800 {
		t.Errorf("the company is %+v", c)
	}
	half, err := assessments.Counting("6.5")
	check(t, err)
	grid := assessments.Value{}.WithRow("cad", assessments.AtLevel(4)).WithRow("cnc", assessments.NotApplicableValue)
	for who, answers := range map[assessments.Respondent]assessments.Answers{
		assessments.Owner: {"data.backup": {Value: assessments.AtLevel(3), Relevance: assessments.RelevanceHigh, Note: "¿y la copia?", Flag: true}, "machines.tools": {Value: grid},
			"people.hours": {Value: half}, "direction.customers": {Value: assessments.Choosing("website", "social")}},
		assessments.Advisor:   {"data.backup": {Value: assessments.AtLevel(2)}},
		assessments.Colleague: {"energy.use": {Value: assessments.DontKnowValue}},
	} {
		got, err := s.Answers(t.Context(), "a-1", who)
		check(t, err)
		sameAnswers(t, got, answers)
	}
	ratings, err := s.Ratings(t.Context(), "a-1")
	check(t, err)
	for i, r := range ratings {
		if !r.At.Equal(at.Add(time.Duration(i+1)*time.Minute)) || r.By != "" || r.Carried || r.Undoes != "" || r.Answer.Confidence != assessments.ConfidenceUnset {
			t.Errorf("rating %d is %+v", i, r)
		}
	}
	decisions, err := s.Decisions(t.Context(), "a-1")
	check(t, err)
	if d := decisions["backup-test"]; len(ratings) != 7 || d.Kind != assessments.NotNow || d.Reason != "después del verano" {
		t.Errorf("%d ratings, decisions are %+v", len(ratings), decisions)
	}
	if items := plan(t, s, "a-1"); items != nil {
		t.Errorf("the plan is %+v", items)
	}

	// What version 3 adds can be said about what version 2 left.
	r := ratingOf("a-1", "data.backup", 3)
	r.Respondent, r.By, r.Carried, r.Undoes, r.Answer.Confidence = assessments.Agreed, "Ana y Luis", true, "r-2", assessments.Guess
	check(t, s.Rate(t.Context(), r))
	check(t, s.SetTarget(t.Context(), "a-1", "data.backup", 4))
	check(t, s.SetNext(t.Context(), "a-1", "2027-06-01"))
	check(t, s.SetWeights(t.Context(), "a-1", assessments.Variant, map[string]*big.Rat{"data": big.NewRat(3, 2)}))
	putItem(t, s, "a-1", full("p"))
	a, err := s.Assessment(t.Context(), "a-1")
	check(t, err)
	if !reflect.DeepEqual(a.Targets, map[string]int{"data": 3, "energy": 2, "data.backup": 4}) || a.NextAt != "2027-06-01" || a.Weights != assessments.Variant || a.WeightOverrides["data"].Cmp(big.NewRat(3, 2)) != 0 {
		t.Errorf("the assessment is %+v", a)
	}
	if ratings, err = s.Ratings(t.Context(), "a-1"); err != nil || !reflect.DeepEqual(ratings[7], r) {
		t.Errorf("the rating is %+v (%v), want %+v", ratings[7], err, r)
	}

	names := backups(t, dir)
	if len(names) != 1 {
		t.Fatalf("backups are %v", names)
	}
	if version, err := inspect(filepath.Join(dir, backupsName, names[0]), known); err != nil || version != 2 {
		t.Errorf("the copy has version %d (%v)", version, err)
	}
}

// A migration that fails on the way leaves the store of version 2 as it was.
func TestSchemaTwoSurvivesAFailure(t *testing.T) {
	dir, content := laySecond(t)
	steps, err := migrations()
	check(t, err)
	if _, err := open(dir, []string{steps[0], steps[1], steps[2] + failing}); err == nil {
		t.Fatal("the failing script went through")
	}
	if now, err := os.ReadFile(filepath.Join(dir, fileName)); err != nil || string(now) != string(content) {
		t.Errorf("the store was changed (%v)", err)
	}
}
