package report_test

import (
	"math"
	"math/big"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"nivel/assessments"
	"nivel/assessments/advice"
	"nivel/assessments/content"
	"nivel/assessments/house/shipped"
	"nivel/assessments/plan"
	"nivel/assessments/report"
	"nivel/assessments/scoring"
	"nivel/assessments/views"
)

// lived is the sample firm with a plan, rounds and respondents.
func lived(t testing.TB, lang string, items, rounds, respondents int) report.Input {
	t.Helper()
	in := input(t, lang)
	l := shipped.Live(items, rounds, respondents, "Unas palabras.")
	in.Plan, in.Ratings, in.Answers, in.Finished, in.Now = l.Plan, l.Ratings, l.Answers, l.Finished, shipped.Day
	for _, r := range l.Rounds {
		in.Rounds = append(in.Rounds, report.Round{Round: r, Pack: in.Pack})
	}
	return in
}

// A part stands in the report only where there is something to say about it.
func TestPartsWithNothingToSay(t *testing.T) {
	for _, lang := range content.Languages {
		in := lived(t, lang, 0, 1, 1)
		for i := range in.Ratings { // nothing to doubt
			in.Ratings[i].Answer = assessments.Answer{Value: assessments.NotApplicableValue}
		}
		r := report.Build(in)
		if r.Plan != nil || r.Comparison != nil || r.Differences != nil || r.Clarify != nil || r.Cover.Legend.Earlier != "" {
			t.Errorf("%s: plan %v, comparison %v, differences %v, to clarify %+v", lang, r.Plan, r.Comparison, r.Differences, r.Clarify)
		}
		in.Sections = report.WithClarify
		if r := report.Build(in); r.Clarify == nil || r.Clarify.None != in.Words.T("clarify.none.text") || r.Cover != nil {
			t.Errorf("%s: the list alone says %+v", lang, r.Clarify)
		}
		in = lived(t, lang, 1, 2, 2)
		for i := range in.Rounds[:1] { // the round before was another questionnaire
			m := *in.Rounds[i].Model
			m.ID = "another"
			in.Rounds[i].Model = &m
		}
		if r := report.Build(in); r.Comparison != nil || r.Plan == nil || r.Differences == nil || r.Clarify == nil {
			t.Errorf("%s: comparison %v, plan %v, differences %v, to clarify %v", lang, r.Comparison, r.Plan != nil, r.Differences != nil, r.Clarify != nil)
		}
	}
}

// Every item that was not given up stands once, in its phase, the late ones first and said to be so;
// the box at the head names the same ones.
func TestPlanHasEveryItemOnce(t *testing.T) {
	for _, items := range []int{1, 10, 60} {
		in := lived(t, "es", items, 1, 1)
		w, titles := in.Words, in.Library.ActionWords["es"]
		p := report.Build(in).Plan
		late := plan.Overdue(in.Plan, in.Now.Format(time.DateOnly))
		n, said := 0, 0
		for i, phase := range p.Phases {
			before := true
			for _, row := range phase.Rows {
				n++
				if isLate := row.Late == w.T("plan.late.mark"); isLate {
					said++
					if !before {
						t.Errorf("%d items: %q is late and stands below what is not", items, row.Title)
					}
				} else {
					before = false
				}
				if !slices.ContainsFunc(in.Plan, func(x assessments.PlanItem) bool {
					return x.Live() && x.Phase == assessments.Phases[i] && titles[x.Action].Title == row.Title && w.T("plan.status."+string(x.Status)) == row.State
				}) {
					t.Errorf("%d items: %q does not belong to phase %d", items, row.Title, i+1)
				}
			}
		}
		live := 0
		for i := range in.Plan {
			if in.Plan[i].Live() {
				live++
			} else if !strings.Contains(p.Dropped, titles[in.Plan[i].Action].Title) {
				t.Errorf("%d items: what was given up is not named: %q", items, p.Dropped)
			}
		}
		if n != live || len(p.Roadmap.Bars) != live || said != len(late) || len(p.Late) != len(late) {
			t.Errorf("%d items: %d rows and %d bars for %d, %d and %d late for %d", items, n, len(p.Roadmap.Bars), live, said, len(p.Late), len(late))
		}
		for i, x := range late {
			if !strings.HasPrefix(p.Late[i], titles[x.Action].Title) {
				t.Errorf("%d items: %q is said to be late, want %q", items, p.Late[i], titles[x.Action].Title)
			}
		}
	}
}

// Where the plan would lead is what plan.Project says, each end as it prints.
func TestWhatIfIsTheProjection(t *testing.T) {
	in := lived(t, "en", 20, 1, 1)
	m := asked(in)
	basis := plan.On(advice.Input{Model: m, Answers: in.Answers, Targets: in.Targets, Actions: in.Library.Actions, Size: in.Company.Size(), Sector: in.Library.Sector(in.Company.NACE)})
	p := basis.Project(in.Plan)
	x := report.Build(in).Plan.WhatIf
	if !strings.Contains(x.Text, "not a promise") || len(x.Heads) != 4 || len(x.Rows) != 1+len(m.Dimensions) {
		t.Fatalf("%q with %d heads and %d rows", x.Text, len(x.Heads), len(x.Rows))
	}
	moved := false
	for i := range x.Rows {
		dimension := ""
		if i > 0 {
			dimension = m.Dimensions[i-1].ID
		}
		for k, s := range p.Spreads(dimension) {
			v := x.Rows[i].Vials[k+1]
			if !strings.HasPrefix(v.Text, in.Words.Score(s.Low.Value)) || !strings.HasSuffix(v.Text, in.Words.Score(s.High.Value)) || v.Value != scoring.Float(s.Low.Value) {
				t.Errorf("%q after phase %d prints %+v", x.Rows[i].Name, k+1, v)
			}
			if low, high := scoring.Float(s.Low.Value), scoring.Float(s.High.Value); low < high && (v.Low != low || v.High != high) {
				t.Errorf("%q after phase %d has the whisker of %+v, want %v to %v", x.Rows[i].Name, k+1, v, low, high)
			}
			moved = moved || s.Low.Value.Cmp(s.High.Value) < 0
		}
	}
	if !moved {
		t.Error("no phase leads to a range: the test shows nothing")
	}
}

// The comparison ends where the report's own figures stand, its changes add up to them, and the
// tubes show the place of the round before only where the same was asked.
func TestComparisonEndsInThisReport(t *testing.T) {
	for _, lang := range content.Languages {
		in := lived(t, lang, 10, 3, 1)
		r := report.Build(in)
		c := r.Comparison
		if c.Table.Head[1] != "T1" || c.Table.Head[2] != "T2" || len(c.Finished) == 0 || len(c.Curves) != len(c.Table.Rows) || len(c.Curves[0].Values) != 3 {
			t.Fatalf("%s: %v, %d finished, %d curves", lang, c.Table.Head, len(c.Finished), len(c.Curves))
		}
		tenths := func(s string) int64 {
			x, ok := new(big.Rat).SetString(strings.NewReplacer(",", ".", "−", "-", "+", "").Replace(s))
			if !ok {
				t.Fatalf("%s: %q is no number", lang, s)
			}
			return new(big.Rat).Mul(x, big.NewRat(10, 1)).Num().Int64()
		}
		changed := false
		for i, row := range c.Table.Rows {
			own := r.Cover.Bar
			if i > 0 {
				own = r.Cover.Areas[i-1].Vial
			}
			row[1], row[2] = strings.Fields(row[1])[0], strings.Fields(row[2])[0] // without the ranges
			if row[2] != own.Text || tenths(row[1])+tenths(row[3]) != tenths(row[2]) || in.Words.Fixed(own.Earlier) != row[1] {
				t.Errorf("%s: %v, the cover says %+v", lang, row, own)
			}
			changed = changed || row[1] != row[2]
		}
		if !changed || len(c.Rose.Lines) == 0 || len(c.Fell.Lines) == 0 || c.Rose.None != "" {
			t.Errorf("%s: %d rose, %d fell", lang, len(c.Rose.Lines), len(c.Fell.Lines))
		}
		if r.Cover.Legend.Earlier != in.Words.T("legend.earlier", "name", "T1") || !strings.Contains(r.Areas[0].Today, in.Words.T("report.before", "name", "T1", "value", strings.Fields(c.Table.Rows[1][1])[0])) {
			t.Errorf("%s: legend %q, area %q", lang, r.Cover.Legend.Earlier, r.Areas[0].Today)
		}
		whole, older := in.Rounds[1].Model, *in.Rounds[1].Model // one question less: roughly comparable, not the same
		older.Version, older.Questions = "1.9", older.Questions[1:]
		in.Rounds[1].Model = &older
		if r := report.Build(in); r.Cover.Areas[0].Vial.Earlier >= 0 || r.Cover.Bar.Earlier >= 0 || r.Comparison.Table.Rows[1][3] == "–" {
			t.Errorf("%s: what was asked otherwise is drawn as the same: %+v, %v", lang, r.Cover.Areas[0].Vial, r.Comparison.Table.Rows[1])
		}
		in.Rounds[1].Model = whole
		in.Rounds[1].Assessment.WeightOverrides = map[string]*big.Rat{heavy(in): big.NewRat(9, 1)}
		in.Rounds[1].Assessment.Weights = assessments.Variant
		if r := report.Build(in); r.Cover.Bar.Earlier >= 0 || !strings.Contains(r.Comparison.Why, in.Words.T("rounds.reason.weights")) {
			t.Errorf("%s: other weights are compared: %+v, %q", lang, r.Cover.Bar, r.Comparison.Why)
		}
	}
}

// Whatever was answered before, value and change add up to the value after, as they are printed.
func TestChangesAddUp(tb *testing.T) {
	rapid.Check(tb, func(t *rapid.T) {
		in := lived(tb, "en", 0, 2, 1)
		before := assessments.Answers{}
		for i := range in.Pack.Model.Questions {
			q := &in.Pack.Model.Questions[i]
			before[q.ID] = assessments.Answer{Value: randomValue(t, q)}
		}
		in.Rounds[0].Answers = before
		for _, row := range report.Build(in).Comparison.Table.Rows {
			var v [3]float64
			for i, s := range row[1:4] {
				x, err := strconv.ParseFloat(strings.NewReplacer("−", "-", "+", "").Replace(strings.Fields(s)[0]), 64)
				if err != nil && s != "–" {
					t.Fatalf("%v", row)
				}
				v[i] = x
			}
			if row[3] != "–" && math.Abs(v[0]+v[2]-v[1]) > 1e-9 {
				t.Fatalf("%v does not add up", row)
			}
		}
	})
}

// heavy is a dimension to weigh otherwise.
func heavy(in report.Input) string { return in.Pack.Model.Dimensions[2].ID }

// Differences name roles and the open ones as open; what was agreed says by whom and when.
func TestDifferencesSayWhoAndWhen(t *testing.T) {
	for i, lang := range content.Languages {
		in := lived(t, lang, 0, 1, 2+i) // of two respondents, some differ by little
		d := report.Build(in).Differences
		all := views.Differences(asked(in), in.Ratings)
		if len(d.Rows) != len(all) {
			t.Fatalf("%s: %d of %d", lang, len(d.Rows), len(all))
		}
		open := 0
		for i, row := range d.Rows {
			for k, s := range row.Said {
				if s.Who != report.Respondent(in.Words, all[i].Said[k].Respondent) || s.Answer == "" {
					t.Errorf("%s: %q says %+v", lang, row.Question, s)
				}
			}
			if a := all[i].Agreed; a == nil {
				open++
				if row.Agreed != "" || row.By != in.Words.T("report.differences.open") {
					t.Errorf("%s: %q is open and says %q, %q", lang, row.Question, row.Agreed, row.By)
				}
			} else if !strings.Contains(row.By, "Ana y Pedro") || !strings.Contains(row.By, in.Words.Date(a.At)) || row.Agreed == "" {
				t.Errorf("%s: %q is agreed and says %q, %q", lang, row.Question, row.Agreed, row.By)
			}
		}
		if open == 0 || open == len(all) || !strings.HasPrefix(d.State, in.Words.N("differences.open", open)) {
			t.Errorf("%s: %d open of %d: %q", lang, open, len(all), d.State)
		}
	}
}

// The list to clarify is that of views, each with its reasons.
func TestClarifyIsTheListOfViews(t *testing.T) {
	in := lived(t, "es", 0, 1, 2)
	c := report.Build(in).Clarify
	all := views.Clarify(asked(in), in.Ratings)
	if len(c.Rows) != len(all) || len(all) < 5 || !strings.Contains(c.Facts, in.Company.Name) || !strings.Contains(c.Facts, in.Words.Date(in.Now)) {
		t.Fatalf("%d of %d, %q", len(c.Rows), len(all), c.Facts)
	}
	for i, item := range all {
		if len(c.Rows[i].Reasons) != len(item.Reasons) || c.Rows[i].Question == "" {
			t.Errorf("%s: %+v", item.Question, c.Rows[i])
		}
		for _, r := range c.Rows[i].Reasons {
			if r.Icon == "" || r.Text == "" {
				t.Errorf("%s: %+v", item.Question, r)
			}
		}
	}
}

// The sheet on the wall names who does a step and by when, where the plan says it.
func TestSheetKnowsThePlan(t *testing.T) {
	in := lived(t, "es", 1, 1, 1)
	s := report.Build(in).Sheet
	at := slices.IndexFunc(s.Columns, func(c report.SheetColumn) bool {
		return c.Title == in.Library.ActionWords["es"][in.Plan[0].Action].Title
	})
	if at < 0 {
		t.Fatalf("the planned step is not on the sheet: %+v", s.Columns)
	}
	for _, row := range s.Rows {
		cell := row.Cells[at]
		switch row.Label {
		case in.Words.T("report.sheet.who"):
			if cell.Bold != "Ana, gerencia" || cell.Blank {
				t.Errorf("who: %+v", cell)
			}
		case in.Words.T("report.sheet.when"):
			if cell.Bold != in.Words.DateOf(in.Plan[0].Due) || cell.Blank {
				t.Errorf("when: %+v", cell)
			}
		}
	}
}
