package assessments_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"nivel/assessments"
)

// item is one that is right in everything on the day it is typed, 2026-11-23.
func item() assessments.PlanItem {
	return assessments.PlanItem{Action: "a", Phase: assessments.PhaseFirst, Status: assessments.StatusTodo}
}

// What is wrong in a plan's item is said with the field it is typed in, and nothing typed is lost.
func TestCheckPlanItem(t *testing.T) {
	const today = "2026-11-23"
	kept := time.Date(2026, 1, 7, 9, 0, 0, 0, time.UTC)
	for name, c := range map[string]struct {
		change      func(*assessments.PlanItem)
		code, field string
	}{
		"nothing given":        {func(*assessments.PlanItem) {}, "", ""},
		"all given":            {func(p *assessments.PlanItem) { p.Start, p.Due, p.CostPlanned = today, today, 100_000_000 }, "", ""},
		"no date":              {func(p *assessments.PlanItem) { p.Start = "soon" }, "date-form", "start"},
		"no such day":          {func(p *assessments.PlanItem) { p.Due = "2027-02-30" }, "date-form", "due"},
		"a day and a time":     {func(p *assessments.PlanItem) { p.Due = "2027-02-03T10:00" }, "date-form", "due"},
		"a year of five":       {func(p *assessments.PlanItem) { p.Due = "12027-02-03" }, "date-form", "due"},
		"no date, long kept":   {func(p *assessments.PlanItem) { p.Due, p.At = "23.11.2026", kept }, "date-form", "due"},
		"due before start":     {func(p *assessments.PlanItem) { p.Start, p.Due = "2026-12-02", "2026-12-01" }, "plan-due-order", "due"},
		"still before start":   {func(p *assessments.PlanItem) { p.Start, p.Due, p.At = "2026-01-02", "2026-01-01", kept }, "plan-due-order", "due"},
		"begins yesterday":     {func(p *assessments.PlanItem) { p.Start = "2026-11-22" }, "plan-date-past", "start"},
		"due yesterday":        {func(p *assessments.PlanItem) { p.Due = "2026-11-22" }, "plan-date-past", "due"},
		"overdue, and kept":    {func(p *assessments.PlanItem) { p.Start, p.Due, p.At = "2026-01-08", "2026-11-22", kept }, "", ""},
		"a name of 200":        {func(p *assessments.PlanItem) { p.Owner = strings.Repeat("ñ", 200) }, "", ""},
		"a name of 201":        {func(p *assessments.PlanItem) { p.Owner = strings.Repeat("ñ", 201) }, "plan-owner-long", "owner"},
		"a name of 3,000":      {func(p *assessments.PlanItem) { p.Owner, p.At = strings.Repeat("x", 3000), kept }, "plan-owner-long", "owner"},
		"a note of 5,000":      {func(p *assessments.PlanItem) { p.Note = strings.Repeat("🪑", 5000) }, "", ""},
		"a note of 5,001":      {func(p *assessments.PlanItem) { p.Note = strings.Repeat("🪑", 5001) }, "plan-text-long", "note"},
		"a sign of 5,001":      {func(p *assessments.PlanItem) { p.Sign = strings.Repeat("x", 5001) }, "plan-text-long", "sign"},
		"funding of 5,001":     {func(p *assessments.PlanItem) { p.Funding = strings.Repeat("x", 5001) }, "plan-text-long", "funding"},
		"negative":             {func(p *assessments.PlanItem) { p.CostPlanned = -1 }, "number-negative", "planned"},
		"spent negative":       {func(p *assessments.PlanItem) { p.CostSpent = -5 }, "number-negative", "spent"},
		"absurd":               {func(p *assessments.PlanItem) { p.CostPlanned = 100_000_001 }, "number-large", "planned"},
		"spent absurd":         {func(p *assessments.PlanItem) { p.CostSpent, p.At = 100_000_001, kept }, "number-large", "spent"},
		"a phase unheard of":   {func(p *assessments.PlanItem) { p.Phase = "fourth" }, "word-unknown", "phase"},
		"a status unheard of":  {func(p *assessments.PlanItem) { p.Status = "" }, "word-unknown", "status"},
		"dropped, but in form": {func(p *assessments.PlanItem) { p.Status = assessments.StatusDropped }, "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			p := item()
			c.change(&p)
			before := p
			err := p.Check(today)
			var f *assessments.Fault
			if c.code == "" && err != nil || c.code != "" && (!errors.As(err, &f) || f.Code != c.code || f.Args["field"] != c.field) {
				t.Errorf("%v, want %q at %q", err, c.code, c.field)
			}
			if p != before {
				t.Errorf("%+v became %+v", before, p)
			}
		})
	}
}

// FuzzPlanItem types anything: the check fails with a fault of bounded length or not at all.
func FuzzPlanItem(f *testing.F) {
	for _, s := range []string{"", "2026-11-23", "2026-13-01", "0000-00-00", "\xff", strings.Repeat("9", 3000), strings.Repeat("🪑", 300)} {
		f.Add(s, "2027-01-01", s, s, 5, -1)
		f.Add("", s, "Ana", "", 1<<62, 0)
	}
	f.Fuzz(func(t *testing.T, start, due, owner, note string, planned, spent int) {
		p := item()
		p.Start, p.Due, p.Owner, p.Note, p.CostPlanned, p.CostSpent = start, due, owner, note, planned, spent
		var fault *assessments.Fault
		if err := p.Check("2026-11-23"); err != nil && (!errors.As(err, &fault) || len(fault.Error()) > 400) {
			t.Fatalf("%+v: %v", p, err)
		}
	})
}

// The phases follow each other without a gap, and each comes before the next.
func TestPhases(t *testing.T) {
	last := 0
	for i, p := range assessments.Phases {
		from, until := p.Months()
		if from != last || until <= from && i < len(assessments.Phases)-1 {
			t.Errorf("%s goes from %d to %d, the one before ends at %d", p, from, until, last)
		}
		last = until
		for k, q := range assessments.Phases {
			if p.Before(q) != (i < k) {
				t.Errorf("%s before %s: %v", p, q, p.Before(q))
			}
		}
	}
	if last != 0 {
		t.Errorf("the last phase ends after %d months", last)
	}
}
