package sqlite

import (
	"context"
	"errors"
	"math"
	"math/big"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"nivel/assessments"
)

// awkward texts must come back as they went in, or made valid.
var awkward = []string{
	"", " ", "Muebles Ñandú & Söhne; DROP TABLE company--", "🪑👩🏽‍🔧 silla", "'\"`\\\x00\x1f\n\t",
	"\xff\xfehalf \xc3", "\u202Ertl", strings.Repeat("línea larga ", 100_000),
}

func TestCompanyRoundTrip(t *testing.T) {
	dir := t.TempDir()
	s := mustOpen(t, dir)
	var want []assessments.Company
	for i, text := range awkward {
		c := assessments.Company{ID: NewID(), Name: text, Place: text, NACE: text, People: i, Contact: text,
			Figures: assessments.Figures{HourlyCost: 1, Orders: 2, Quotes: 3, Material: math.MaxInt, Energy: 5, Machines: 6, Computers: 7},
			Sample:  i%2 == 0, CreatedAt: start.Add(time.Duration(i)).In(time.FixedZone("CET", 3600))}
		check(t, s.PutCompany(t.Context(), c))
		c.Name, c.Place, c.NACE, c.Contact = clean(text), clean(text), clean(text), clean(text)
		c.CreatedAt = c.CreatedAt.UTC()
		want = append(want, c)
	}
	want[0].Name, want[0].Figures = "renamed", assessments.Figures{Energy: 9}
	check(t, s.PutCompany(t.Context(), want[0]))
	check(t, s.Close())

	s = mustOpen(t, dir)
	for _, w := range want {
		got, err := s.Company(t.Context(), w.ID)
		check(t, err)
		if !reflect.DeepEqual(got, w) {
			t.Errorf("company is %.300v, want %.300v", got, w)
		}
	}
	got, err := s.Companies(t.Context())
	check(t, err)
	if !reflect.DeepEqual(got, want) {
		t.Error("the list of companies differs in content or order")
	}
}

func TestCompaniesInOrderOfTheirMaking(t *testing.T) {
	s := mustOpen(t, t.TempDir())
	// Without fixed digits "…00.5Z" would sort after "…00.25Z", and "…00Z" after both.
	for _, c := range []assessments.Company{
		{ID: "c", CreatedAt: start.Add(500 * time.Millisecond)},
		{ID: "a", CreatedAt: start.Truncate(time.Second)},
		{ID: "d", CreatedAt: start.Add(500 * time.Millisecond)},
		{ID: "b", CreatedAt: start.Add(250 * time.Millisecond)},
	} {
		check(t, s.PutCompany(t.Context(), c))
	}
	all, err := s.Companies(t.Context())
	check(t, err)
	if got := ids(all, func(c assessments.Company) string { return c.ID }); !slices.Equal(got, []string{"a", "b", "c", "d"}) {
		t.Errorf("order is %v", got)
	}
}

func TestAssessmentRoundTrip(t *testing.T) {
	s := mustOpen(t, t.TempDir())
	c := assessments.Company{ID: NewID()}
	check(t, s.PutCompany(t.Context(), c))
	var want []assessments.Assessment
	for i := range 3 {
		a := assessments.Assessment{ID: NewID(), CompanyID: c.ID, ModelID: "nivel", ModelVersion: "1.0", Path: "quick",
			Round: i, StartedAt: start.AddDate(i, 0, 0), Position: awkward[i+2], Targets: map[string]int{"people": i, "ñ\"🪑": 5},
			NextAt: "2027-11-23", WeightOverrides: map[string]*big.Rat{"people": big.NewRat(int64(i), 3), "ñ\"🪑": big.NewRat(2, 1)}}
		check(t, s.PutAssessment(t.Context(), a))
		want = append([]assessments.Assessment{a}, want...)
	}
	check(t, s.PutAssessment(t.Context(), assessments.Assessment{ID: "bare", CompanyID: c.ID}))
	want = append(want, assessments.Assessment{ID: "bare", CompanyID: c.ID, Targets: map[string]int{}})

	want[0].Targets, want[0].NextAt = map[string]int{"data": 4, "people": 1}, "2029-02-28"
	check(t, s.PutAssessment(t.Context(), want[0]))
	check(t, s.SetPosition(t.Context(), want[1].ID, "q7"))
	want[1].Position = "q7"
	check(t, s.SetTarget(t.Context(), want[1].ID, "people", 0, start))
	check(t, s.SetTarget(t.Context(), want[1].ID, "data", 3, start))
	check(t, s.SetTarget(t.Context(), want[1].ID, "ñ\"🪑", -1, start))
	check(t, s.SetTarget(t.Context(), want[1].ID, "data.backup", 2, start)) // a question's own
	want[1].Targets = map[string]int{"people": 0, "data": 3, "data.backup": 2}
	check(t, s.SetNext(t.Context(), want[1].ID, "2028-01-31", start))
	want[1].NextAt = "2028-01-31"
	check(t, s.SetNext(t.Context(), want[2].ID, "", start))
	want[2].NextAt = ""
	check(t, s.SetWeights(t.Context(), want[1].ID, assessments.Variant, map[string]*big.Rat{"data": big.NewRat(1, 7), "people": nil}, start))
	want[1].Weights, want[1].WeightOverrides = assessments.Variant, map[string]*big.Rat{"data": big.NewRat(1, 7)}
	want[1].ChangedAt, want[2].ChangedAt = start, start
	check(t, s.SetWeights(t.Context(), want[2].ID, assessments.Standard, nil, start))
	want[2].Weights, want[2].WeightOverrides = assessments.Standard, nil

	got, err := s.Assessments(t.Context(), c.ID)
	check(t, err)
	if !reflect.DeepEqual(got, want) {
		t.Errorf("assessments are\n%+v, want\n%+v", got, want)
	}
	one, err := s.Assessment(t.Context(), want[1].ID)
	check(t, err)
	if !reflect.DeepEqual(one, want[1]) {
		t.Errorf("assessment is %+v, want %+v", one, want[1])
	}
}

// A failing target must not leave half an assessment behind.
func TestPutAssessmentIsAllOrNothing(t *testing.T) {
	s := mustOpen(t, t.TempDir())
	id := addAssessment(t, s)
	before, err := s.Assessment(t.Context(), id)
	check(t, err)
	after := before
	after.Path, after.Targets = "full", map[string]int{"a": 1, "b": 6}
	if err := s.PutAssessment(t.Context(), after); err == nil {
		t.Fatal("a target of 6 was accepted")
	}
	if err := s.SetWeights(t.Context(), id, assessments.Variant, map[string]*big.Rat{"a": big.NewRat(1, 1), "b": big.NewRat(-1, 1)}, start); err == nil {
		t.Fatal("a negative weight was accepted")
	}
	var f *assessments.Fault
	if err := s.SetNext(t.Context(), id, "soon", start); !errors.As(err, &f) || f.Code != "date-form" {
		t.Fatalf("a day that is none: %v", err)
	}
	got, err := s.Assessment(t.Context(), id)
	check(t, err)
	if !reflect.DeepEqual(got, before) {
		t.Errorf("assessment is %+v, want %+v", got, before)
	}
}

// Replacing a row must not delete what refers to it.
func TestPuttingAgainKeepsRatings(t *testing.T) {
	s := mustOpen(t, t.TempDir())
	id := addAssessment(t, s)
	check(t, s.Rate(t.Context(), ratingOf(id, "q1", 3)))
	a, err := s.Assessment(t.Context(), id)
	check(t, err)
	check(t, s.PutAssessment(t.Context(), a))
	check(t, s.PutCompany(t.Context(), assessments.Company{ID: a.CompanyID, Name: "new"}))
	all, err := s.Ratings(t.Context(), id)
	check(t, err)
	if len(all) != 1 {
		t.Errorf("%d ratings left of 1", len(all))
	}
}

func TestDecisions(t *testing.T) {
	s := mustOpen(t, t.TempDir())
	id, other := addAssessment(t, s), addAssessment(t, s)
	for _, d := range []assessments.Decision{
		{Action: "erp", Kind: assessments.Chosen, At: start},
		{Action: "mes", Kind: assessments.Underway, Reason: "desde marzo", At: start},
		{Action: "cnc", Kind: assessments.NotNow, Reason: "sin dinero \xff🪙", At: start},
		{Action: "erp", Kind: assessments.Undone, Reason: "no", At: start.Add(-time.Hour)}, // a clock set back
	} {
		check(t, s.Decide(t.Context(), id, d))
	}
	got, err := s.Decisions(t.Context(), id)
	check(t, err)
	want := map[string]assessments.Decision{
		"erp": {Action: "erp", Kind: assessments.Undone, Reason: "no", At: start.Add(-time.Hour)},
		"cnc": {Action: "cnc", Kind: assessments.NotNow, Reason: "sin dinero \uFFFD🪙", At: start},
		"mes": {Action: "mes", Kind: assessments.Underway, Reason: "desde marzo", At: start},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("decisions are %+v, want %+v", got, want)
	}
	if got, err := s.Decisions(t.Context(), other); err != nil || got == nil || len(got) != 0 {
		t.Errorf("decisions of another assessment are %v, %v", got, err)
	}
	var kept int
	check(t, s.db.QueryRow("SELECT count(*) FROM decision").Scan(&kept))
	if kept != 4 {
		t.Errorf("%d decisions are in the file, want all 4", kept)
	}
}

func TestSettings(t *testing.T) {
	dir := t.TempDir()
	s := mustOpen(t, dir)
	if v, ok, err := s.Setting(t.Context(), "language"); v != "" || ok || err != nil {
		t.Errorf("a setting that was never put is %q, %v, %v", v, ok, err)
	}
	for _, v := range awkward {
		check(t, s.PutSetting(t.Context(), "language", v))
		if got, ok, err := s.Setting(t.Context(), "language"); got != clean(v) || !ok || err != nil {
			t.Errorf("setting is %.50q, %v, %v, want %.50q", got, ok, err, clean(v))
		}
	}
	check(t, s.Close())
	s = mustOpen(t, dir)
	if got, _, _ := s.Setting(t.Context(), "language"); got != clean(awkward[len(awkward)-1]) {
		t.Error("the setting did not survive closing")
	}
}

func TestMissingRows(t *testing.T) {
	s := mustOpen(t, t.TempDir())
	ctx := t.Context()
	for name, call := range map[string]func() error{
		"Company":        func() error { _, err := s.Company(ctx, "none"); return err },
		"Assessment":     func() error { _, err := s.Assessment(ctx, "none"); return err },
		"PutAssessment":  func() error { return s.PutAssessment(ctx, assessments.Assessment{ID: "a", CompanyID: "none"}) },
		"SetPosition":    func() error { return s.SetPosition(ctx, "none", "q") },
		"SetTarget":      func() error { return s.SetTarget(ctx, "none", "d", 1, start) },
		"Rate":           func() error { return s.Rate(ctx, ratingOf("none", "q", 1)) },
		"SetNext":        func() error { return s.SetNext(ctx, "none", "2027-01-01", start) },
		"SetWeights":     func() error { return s.SetWeights(ctx, "none", assessments.Variant, nil, start) },
		"PutPlanItem":    func() error { return s.PutPlanItem(ctx, "none", assessments.PlanItem{ID: "p"}, start) },
		"DeletePlanItem": func() error { return s.DeletePlanItem(ctx, "none", "p", start) },
		"PutVisit":       func() error { return s.PutVisit(ctx, assessments.Visit{ID: "none", CompanyID: "none"}) },
		"Consent":        func() error { return s.Consent(ctx, "none", assessments.Consent{At: start}) },
		"PutEarlier":     func() error { return s.PutEarlier(ctx, "none", assessments.Earlier{ID: "none"}) },
		"DeleteVisit":    func() error { return s.DeleteVisit(ctx, "none") },
		"DeleteEvidence": func() error { return s.DeleteEvidence(ctx, "none") },
		"DeleteCompany":  func() error { return s.DeleteCompany(ctx, "none", start) },
		"Dossier":        func() error { _, err := s.Dossier(ctx, "none"); return err },
		"Decide":         func() error { return s.Decide(ctx, "none", assessments.Decision{Action: "a"}) },
	} {
		if err := call(); !errors.Is(err, ErrNotFound) || !strings.Contains(err.Error(), "none") && name != "PutAssessment" {
			t.Errorf("%s: %v, want ErrNotFound with the id", name, err)
		}
	}
	if all, err := s.Assessments(ctx, "none"); err != nil || len(all) != 0 {
		t.Errorf("assessments of no company are %v, %v", all, err)
	}
}

func TestEndedContextWritesNothing(t *testing.T) {
	s := mustOpen(t, t.TempDir())
	id := addAssessment(t, s)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for _, err := range []error{
		s.Rate(ctx, ratingOf(id, "q1", 3)),
		s.PutSetting(ctx, "k", "v"),
		s.PutAssessment(ctx, assessments.Assessment{ID: id}),
	} {
		if !errors.Is(err, context.Canceled) {
			t.Errorf("error is %v, want context.Canceled", err)
		}
	}
	if all, err := s.Ratings(t.Context(), id); err != nil || len(all) != 0 {
		t.Errorf("ratings are %v, %v", all, err)
	}
}

func TestUnreadableTimesAreRefused(t *testing.T) {
	s := mustOpen(t, t.TempDir())
	if err := s.PutCompany(t.Context(), assessments.Company{ID: "c", CreatedAt: start.AddDate(9000, 0, 0)}); err == nil {
		t.Error("a year of five digits was accepted")
	}
	check(t, s.PutCompany(t.Context(), assessments.Company{ID: "c"}))
	if c, err := s.Company(t.Context(), "c"); err != nil || !c.CreatedAt.IsZero() {
		t.Errorf("the zero time came back as %v, %v", c.CreatedAt, err)
	}
}

func TestNewIDsAscend(t *testing.T) {
	before := ""
	for range 1000 {
		id := NewID()
		if len(id) != 36 || id[14] != '7' || id <= before {
			t.Fatalf("%q after %q", id, before)
		}
		before = id
	}
}
