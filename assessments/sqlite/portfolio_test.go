package sqlite

import (
	"errors"
	"fmt"
	"math/big"
	"reflect"
	"testing"
	"time"

	"nivel/assessments"
)

// One row says what is last of everything: the round, the visit until today, the result from before,
// the consent; and what of the plan is left.
func TestPortfolio(t *testing.T) {
	s := mustOpen(t, t.TempDir())
	ctx := t.Context()
	check(t, s.PutCompany(ctx, assessments.Company{ID: "empty", Name: "Sillas Modelo", CreatedAt: start.Add(-time.Hour), Sample: true}))
	check(t, s.PutCompany(ctx, assessments.Company{ID: "c", Name: "Muebles Ejemplo", NACE: "31.02", People: 12, Tags: []string{"feria", "taller"}, CreatedAt: start}))
	for i, id := range []string{"t0", "t1", "late"} {
		a := assessments.Assessment{ID: id, CompanyID: "c", ModelID: "nivel", ModelVersion: "2.0", Path: "full", Round: i, StartedAt: start.AddDate(i%2, 0, 0), NextAt: "2027-01-01"}
		if id == "t1" {
			a.WeightOverrides, a.Firm = map[string]*big.Rat{"data": big.NewRat(3, 2)}, &assessments.Snapshot{People: 9, NACE: "16"}
		}
		check(t, s.PutAssessment(ctx, a))
	}
	check(t, s.Rate(ctx, ratingOf("t0", "q1", 1)))
	check(t, s.Rate(ctx, ratingOf("t1", "q1", 1)))
	check(t, s.Rate(ctx, ratingOf("t1", "q2", 2)))
	closed := start.Add(time.Hour)
	for _, v := range []assessments.Visit{{ID: "v1", Day: "2026-11-20", ClosedAt: closed}, {ID: "v2", Day: "2026-11-23"}, {ID: "v3", Day: "2026-12-01"}} {
		v.CompanyID = "c"
		check(t, s.PutVisit(ctx, v))
	}
	check(t, s.PutEarlier(ctx, "c", assessments.Earlier{ID: "e1", Day: "2024-01-01", Overall: big.NewRat(5, 2)}))
	check(t, s.PutEarlier(ctx, "c", assessments.Earlier{ID: "e2", Day: "2025-01-01", Source: "Excel", Scores: map[string]*big.Rat{"data": big.NewRat(1, 3)}}))
	for i, status := range []assessments.Status{assessments.StatusTodo, assessments.StatusStuck, assessments.StatusDone, assessments.StatusDropped} {
		due := []string{"2026-11-22", "2026-11-23", "2026-01-01", "2026-01-01"}[i]
		check(t, s.PutPlanItem(ctx, "t1", assessments.PlanItem{ID: fmt.Sprint("p", i), Action: fmt.Sprint("a", i), Phase: assessments.PhaseFirst, Status: status, Due: due, At: start}, start))
	}
	for _, given := range []bool{true, false, true} {
		check(t, s.Consent(ctx, "c", assessments.Consent{Kind: assessments.ConsentWall, Given: given, At: start}))
	}
	check(t, s.Consent(ctx, "c", assessments.Consent{Kind: assessments.ConsentRegion, Given: false, At: start}))
	rows, err := s.Portfolio(ctx, "2026-11-23")
	check(t, err)
	if len(rows) != 2 || rows[0].Company.ID != "empty" || !rows[0].Company.Sample || rows[0].Assessment != nil || rows[0].Earlier != nil || rows[0].Wall {
		t.Fatalf("%+v", rows)
	}
	company, err := s.Company(ctx, "c")
	check(t, err)
	last, err := s.Assessment(ctx, "t1")
	check(t, err)
	last.Targets = nil
	r := rows[1]
	if !reflect.DeepEqual(r.Company, company) || !reflect.DeepEqual(*r.Assessment, last) {
		t.Errorf("%+v\n%+v\nwant\n%+v\n%+v", r.Company, *r.Assessment, company, last)
	}
	if r.Rounds != 3 || r.LastRating != 3 || r.LastVisit != "2026-11-23" || !r.ClosedAt.Equal(closed) || r.Earlier.ID != "e2" || r.Earlier.Scores["data"].Cmp(big.NewRat(1, 3)) != 0 ||
		r.Plan != (PlanCounts{All: 3, Pending: 2, Overdue: 1, Done: 1}) || !r.Wall {
		t.Errorf("%+v", r)
	}
	check(t, s.Consent(ctx, "c", assessments.Consent{Kind: assessments.ConsentWall, At: start}))
	if rows, err = s.Portfolio(ctx, "2026-11-23"); err != nil || rows[1].Wall {
		t.Errorf("a consent that was taken back holds: %v", err)
	}
}

func TestRatingsOf(t *testing.T) {
	s := mustOpen(t, t.TempDir())
	a, b, c := addAssessment(t, s), addAssessment(t, s), addAssessment(t, s)
	for _, x := range []struct {
		id    string
		level int
	}{{b, 1}, {a, 2}, {b, 3}, {c, 4}} {
		check(t, s.Rate(t.Context(), ratingOf(x.id, "q", x.level)))
	}
	got, err := s.RatingsOf(t.Context(), []string{a, b, "none"})
	check(t, err)
	if len(got) != 2 || got[a].Last != 2 || got[b].Last != 3 || len(got[b].Ratings) != 2 {
		t.Fatalf("%+v", got)
	}
	want, err := s.Ratings(t.Context(), b)
	check(t, err)
	if !reflect.DeepEqual(got[b].Ratings, want) {
		t.Errorf("%+v, want %+v", got[b].Ratings, want)
	}
}

// A summary is kept as long as its assessment; one of an assessment that is gone is passed over.
func TestPutSummaries(t *testing.T) {
	s := mustOpen(t, t.TempDir())
	id := addAssessment(t, s)
	for _, from := range []string{"one", "two"} {
		check(t, s.PutSummaries(t.Context(), []Summary{{id, from, []byte(`{"a":1}`)}, {"gone", from, []byte(`{}`)}}))
		rows, err := s.Portfolio(t.Context(), "2026-11-23")
		check(t, err)
		if rows[0].MadeFrom != from || string(rows[0].Content) != `{"a":1}` {
			t.Errorf("%+v", rows[0])
		}
	}
	if err := s.PutSummaries(t.Context(), []Summary{{id, "three", []byte(`{`)}}); err == nil {
		t.Error("what is no JSON is kept")
	}
}

// A list is taken in whole or not at all.
func TestPutIntake(t *testing.T) {
	s := mustOpen(t, t.TempDir())
	ctx := t.Context()
	first := Intake{Company: assessments.Company{ID: "a", Name: "Muebles Ejemplo", CreatedAt: start}, Earlier: []assessments.Earlier{{ID: "e", Day: "2024-01-01", Overall: big.NewRat(3, 1)}}}
	check(t, s.PutIntake(ctx, []Intake{first}, start))
	check(t, s.PutIntake(ctx, nil, start))
	thief := Intake{Company: assessments.Company{ID: "b", Name: "Sillas", CreatedAt: start}, Earlier: first.Earlier}
	if err := s.PutIntake(ctx, []Intake{{Company: assessments.Company{ID: "d", Name: "Mesas", CreatedAt: start}}, thief}, start); !errors.Is(err, ErrNotFound) {
		t.Errorf("another's result: %v", err)
	}
	companies, err := s.Companies(ctx)
	check(t, err)
	logged, err := s.Logged(ctx)
	check(t, err)
	if e, err := s.Earlier(ctx, "a"); err != nil || len(companies) != 1 || len(e) != 1 || len(logged) != 1 || logged[0].Count != 1 {
		t.Errorf("%d companies, %d results, log %v, %v", len(companies), len(e), logged, err)
	}
}
