package cohort_test

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"nivel/assessments"
	"nivel/assessments/cohort"
)

func factsOf(t *rapid.T) cohort.Facts {
	moment := func(name string) time.Time {
		if rapid.Bool().Draw(t, name+" there") {
			return now.AddDate(0, 0, -rapid.IntRange(0, 800).Draw(t, name))
		}
		return time.Time{}
	}
	f := cohort.Facts{Asked: rapid.IntRange(0, 60).Draw(t, "asked"), ByFirm: moment("firm"), ByAdvisor: moment("advisor"), Closed: moment("closed"),
		Pending: rapid.IntRange(0, 3).Draw(t, "pending")}
	f.Said = rapid.IntRange(0, f.Asked).Draw(t, "said")
	f.Answered = f.ByFirm
	if f.ByAdvisor.After(f.Answered) {
		f.Answered = f.ByAdvisor
	}
	if rapid.Bool().Draw(t, "next there") {
		f.NextAt = now.AddDate(0, 0, rapid.IntRange(-30, 30).Draw(t, "next")).Format(time.DateOnly)
	}
	return f
}

// Every firm has exactly one state, and each says what it says.
func TestStateLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := factsOf(t)
		s := cohort.StateOf(f, now)
		if !slices.Contains(cohort.States, s) {
			t.Fatalf("state %q", s)
		}
		year := now.AddDate(-1, 0, 0)
		due := f.NextAt != "" && f.NextAt <= "2026-11-23" || f.Answered.Before(year)
		whole := f.Said == f.Asked && f.Said > 0
		seen := f.ByFirm.IsZero() || !f.ByFirm.After(f.ByAdvisor) || !f.ByFirm.After(f.Closed)
		holds := map[cohort.State]bool{
			cohort.NotStarted: f.Said == 0,
			cohort.DueAgain:   f.Said > 0 && due,
			cohort.Answering:  f.Said > 0 && !due && !whole,
			cohort.ToValidate: whole && !due && !seen,
			cohort.Running:    whole && !due && seen && f.Pending > 0,
			cohort.Done:       whole && !due && seen && f.Pending == 0,
		}
		for state, is := range holds {
			if is != (state == s) {
				t.Fatalf("%+v is %s; %s holds: %v", f, s, state, is)
			}
		}
		later := f
		later.Said, later.ByFirm, later.Answered, later.NextAt = f.Asked, now.Add(time.Hour), now.Add(time.Hour), ""
		if f.Asked > 0 && cohort.StateOf(later, now) != cohort.ToValidate {
			t.Fatalf("answered in full after all visits, it is %s", cohort.StateOf(later, now))
		}
		if later.Closed = now.Add(2 * time.Hour); f.Asked > 0 && !slices.Contains([]cohort.State{cohort.Done, cohort.Running}, cohort.StateOf(later, now)) {
			t.Fatalf("after a visit it is %s", cohort.StateOf(later, now))
		}
	})
}

// The edges of the day: where now is counts, not UTC.
func TestStateDays(t *testing.T) {
	madrid := time.FixedZone("CET", 3600)
	at := time.Date(2026, 11, 23, 0, 30, 0, 0, madrid)
	f := cohort.Facts{Said: 1, Asked: 1, Answered: time.Date(2025, 11, 22, 23, 10, 0, 0, time.UTC), NextAt: ""}
	if s := cohort.StateOf(f, at); s != cohort.Done {
		t.Errorf("twelve months to the day: %s", s)
	}
	if s := cohort.StateOf(f, at.AddDate(0, 0, 1)); s != cohort.DueAgain {
		t.Errorf("a day later: %s", s)
	}
	f.Answered, f.NextAt = at, "2026-11-23"
	if s := cohort.StateOf(f, at); s != cohort.DueAgain {
		t.Errorf("on the day that was set: %s", s)
	}
	f.NextAt = "2026-11-24"
	if s := cohort.StateOf(f, at); s != cohort.Done {
		t.Errorf("the day before: %s", s)
	}
}

func TestSamplesNeverCount(t *testing.T) {
	firms := []*cohort.Firm{{State: cohort.Done}, {State: cohort.Done, Company: assessments.Company{Sample: true}}, {State: cohort.NotStarted}}
	n := cohort.Count(firms)
	if n.All != 2 || n.ByState[cohort.Done] != 1 || n.ByState[cohort.NotStarted] != 1 || len(cohort.Real(firms)) != 2 {
		t.Errorf("%+v", n)
	}
}
