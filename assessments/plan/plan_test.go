package plan_test

import (
	"math/big"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"nivel/assessments"
	"nivel/assessments/advice"
	"nivel/assessments/plan"
)

// Overdue first, the longest overdue first of all; then what has a day ahead, by that day; then what
// has none, by phase, what has begun before what has not. What is done or dropped is in neither list.
func TestDates(t *testing.T) {
	const today = "2026-11-23"
	const first, second = assessments.PhaseFirst, assessments.PhaseSecond
	const todo, doing, done, dropped = assessments.StatusTodo, assessments.StatusDoing, assessments.StatusDone, assessments.StatusDropped
	items := []assessments.PlanItem{
		{ID: "no date, second", Phase: second, Status: doing},
		{ID: "due today", Phase: second, Status: todo, Due: today},
		{ID: "done late", Phase: first, Status: done, Due: "2026-01-01"},
		{ID: "no date, first", Phase: first, Status: todo},
		{ID: "no date, first, begun", Phase: first, Status: doing},
		{ID: "late", Phase: first, Status: todo, Due: "2026-11-22"},
		{ID: "begins in December, due in March", Phase: first, Status: todo, Start: "2026-12-01", Due: "2027-03-01"},
		{ID: "begun, due in January", Phase: first, Status: doing, Start: "2026-11-30", Due: "2027-01-10"},
		{ID: "should have begun, due in February", Phase: first, Status: todo, Start: "2026-11-01", Due: "2027-02-10"},
		{ID: "should have begun, no end", Phase: first, Status: todo, Start: "2026-11-01"},
		{ID: "dropped", Phase: first, Status: dropped, Due: "2026-01-01"},
		{ID: "very late", Phase: second, Status: doing, Start: "2026-02-01", Due: "2026-03-01"},
	}
	before := slices.Clone(items)
	names := func(items []assessments.PlanItem) []string {
		var out []string
		for _, p := range items {
			out = append(out, p.ID)
		}
		return out
	}
	if got, want := names(plan.Overdue(items, today)), []string{"very late", "late"}; !slices.Equal(got, want) {
		t.Errorf("overdue %q, want %q", got, want)
	}
	if got, want := names(plan.Next(items, today)), []string{"due today", "begins in December, due in March", "begun, due in January", "should have begun, due in February",
		"no date, first, begun", "no date, first", "should have begun, no end", "no date, second"}; !slices.Equal(got, want) {
		t.Errorf("next %q, want %q", got, want)
	}
	if !slices.Equal(items, before) {
		t.Error("looking at a plan changed it")
	}
	rapid.Check(t, func(t *rapid.T) {
		some := rapid.SliceOf(rapid.SampledFrom(items)).Draw(t, "items")
		day := rapid.SampledFrom([]string{"2025-12-31", "2026-11-01", today, "2027-02-01", "2028-01-01"}).Draw(t, "day")
		pending := 0
		for _, p := range some {
			if p.Pending() {
				pending++
			}
		}
		if n := len(plan.Overdue(some, day)) + len(plan.Next(some, day)); n != pending {
			t.Fatalf("%d of %d that remain to be done", n, pending)
		}
	})
}

// Sums by phase: days by the size of the firm, money by bands, what is planned and what is gone.
func TestTotals(t *testing.T) {
	action := func(id string, days int64, small, medium int) assessments.Action {
		return assessments.Action{ID: id, Effort: map[assessments.SizeClass]*big.Rat{assessments.Small: big.NewRat(days, 2), assessments.Medium: big.NewRat(days*4, 1)},
			Cost: map[assessments.SizeClass]int{assessments.Small: small, assessments.Medium: medium}}
	}
	actions := []assessments.Action{action("free", 1, 0, 1), action("cheap", 2, 1, 2), action("some", 3, 2, 3), action("dear", 5, 3, 4), action("open", 8, 4, 4), action("odd", 8, 9, 9), {ID: "bare"}}
	item := func(action string, phase assessments.Phase, status assessments.Status, planned, spent int) assessments.PlanItem {
		return assessments.PlanItem{Action: action, Phase: phase, Status: status, CostPlanned: planned, CostSpent: spent}
	}
	const first, second, third = assessments.PhaseFirst, assessments.PhaseSecond, assessments.PhaseThird
	const todo, done, dropped = assessments.StatusTodo, assessments.StatusDone, assessments.StatusDropped
	items := []assessments.PlanItem{
		item("free", first, todo, 0, 0), item("cheap", first, done, 300, 280), item("some", first, todo, 900, 0), item("dear", first, dropped, 5000, 1200), item("gone", first, todo, 70, 7),
		item("dear", second, todo, 0, 0), item("open", second, todo, 20000, 0), item("some", second, todo, 0, 0), item("odd", second, todo, 0, 0), item("bare", second, todo, 0, 0),
	}
	type total struct {
		items                   int
		days                    string
		low, high               int64 // high -1: open-ended
		planned, spent, unknown int
	}
	for size, want := range map[assessments.SizeClass]map[assessments.Phase]total{
		assessments.Small: {first: {4, "3", 501, 3500, 1270, 1487, 1}, second: {5, "8", 18500, -1, 20000, 0, 2}, third: {0, "0", 0, 0, 0, 0, 0}},
		assessments.Large: {first: {4, "24", 3501, 18500, 1270, 1487, 1}, second: {5, "64", 33000, -1, 20000, 0, 2}, third: {0, "0", 0, 0, 0, 0, 0}},
		// A firm of unknown size is read as a small one.
		assessments.Unsized: {first: {4, "3", 501, 3500, 1270, 1487, 1}, second: {5, "8", 18500, -1, 20000, 0, 2}, third: {0, "0", 0, 0, 0, 0, 0}},
	} {
		got := plan.On(advice.Input{Model: ladder(6, false), Actions: actions, Size: size}).Totals(items)
		if len(got) != 3 {
			t.Fatalf("%d totals", len(got))
		}
		for i, g := range got {
			w := want[assessments.Phases[i]]
			high := int64(-1)
			if g.Cost.High != nil {
				high = g.Cost.High.Num().Int64()
			}
			if have := (total{g.Items, g.Days.RatString(), g.Cost.Low.Num().Int64(), high, g.Planned, g.Spent, g.Unknown}); g.Phase != assessments.Phases[i] || have != w {
				t.Errorf("%q, %s: %+v, want %+v", size, g.Phase, have, w)
			}
		}
	}
}
