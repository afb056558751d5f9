package report_test

import (
	"math"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"nivel/assessments"
	"nivel/assessments/advice"
	"nivel/assessments/content"
	"nivel/assessments/report"
	"nivel/assessments/scoring"
)

// Whatever a firm answers, its report can be built, no sentence is missing or left with a gap, and
// every drawn value lies on the scale.
func TestAnyReportIsWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := randomInput(t)
		r := report.Build(in)
		for path, s := range sentences(r) {
			if strings.Contains(s, "⟦") || strings.ContainsAny(s, "{}") && !strings.Contains(path, "Note") && path != ".Page" {
				t.Fatalf("%s says %q", path, s)
			}
			if strings.Contains(s, "%!") {
				t.Fatalf("%s is badly printed: %q", path, s)
			}
		}
		if r.Page != in.Words.T("report.page") || !strings.Contains(r.Page, "{page}") || !strings.Contains(r.Page, "{pages}") {
			t.Fatalf("the foot is %q", r.Page)
		}
		all := map[string]report.Vial{}
		vials(reflect.ValueOf(r), "", all)
		for path, v := range all {
			for _, x := range []float64{v.Value, v.Target, v.Low, v.High, v.Earlier} {
				if x > 5 || x < 0 && x != -1 || math.IsNaN(x) {
					t.Fatalf("%s is %+v", path, v)
				}
			}
			if v.Value < 0 != (v.Text == "–") || v.Value >= 0 && v.Text == "" {
				t.Fatalf("%s is drawn at %v and printed %q", path, v.Value, v.Text)
			}
			if v.Low >= 0 && v.Value >= 0 && !strings.Contains(path, "Questions") && (v.Value < v.Low-1e-9 || v.Value > v.High+1e-9) {
				t.Fatalf("%s is outside its range: %+v", path, v)
			}
		}
	})
}

// The sample's report says what scoring and advice say, to the last digit shown.
func TestSampleSaysWhatScoringSays(t *testing.T) {
	for _, lang := range content.Languages {
		in := input(t, lang)
		r, w, m := report.Build(in), in.Words, asked(in)
		result := scoring.Score(m, in.Answers, in.Targets)
		same := func(what, got, want string) {
			t.Helper()
			if got != want || got == "" {
				t.Errorf("%s: %s is %q, want %q", lang, what, got, want)
			}
		}
		if !result.Overall.Shown() {
			t.Fatal("the sample has too few answers")
		}
		same("overall", r.Cover.Bar.Text, w.Score(result.Overall.Value))
		same("level", r.Cover.LevelName, w.Standing(in.Pack.Words[lang], result.Overall))
		if got := r.Cover.Bar.Value; math.Abs(got-scoring.Float(result.Overall.Value)) > 1e-9 {
			t.Errorf("%s: the bar is drawn at %v", lang, got)
		}
		if r.Cover.Life == "" || !strings.Contains(r.Cover.Honest, w.Coverage(result.Overall.Counts)) {
			t.Errorf("%s: life %q, honest %q", lang, r.Cover.Life, r.Cover.Honest)
		}
		for i, d := range result.Dimensions {
			text := "–"
			if d.Shown() {
				text = w.Score(d.Value)
			}
			for name, line := range map[string]report.Line{"cover": r.Cover.Areas[i], "profile": r.Profile.Lines[i]} {
				same(name+" "+d.ID, line.Vial.Text, text)
				if line.Weakest != (i == result.Weakest) {
					t.Errorf("%s: %s marks %s as the weakest: %v", lang, name, d.ID, line.Weakest)
				}
			}
			same("table "+d.ID, r.Profile.Table.Rows[i][1], text)
			same("axis "+d.ID, r.Profile.Axes[i].Text, text)
			same("annex "+d.ID, r.Annex.Groups[i].Value, text)
			same("area "+d.ID, r.Areas[i].Vial.Text, text)
			same("target "+d.ID, r.Profile.Table.Rows[i][2], strconv.Itoa(d.Target))
			if d.Open() {
				same("range "+d.ID, r.Profile.Table.Rows[i][3], w.T("format.range", "low", w.Score(d.Low), "high", w.Score(d.High)))
			}
			for k, q := range d.Questions {
				detail, row := r.Areas[i].Questions[k], r.Annex.Groups[i].Rows[k]
				for _, x := range [][2]string{{detail.Question, row.Question}, {detail.Answer, row.Answer}, {detail.Number, row.Number}} {
					same(q.ID, x[0], x[1])
				}
				same(q.ID, detail.Question, in.Pack.Words[lang].Questions[q.ID].Text)
				if q.Worth != nil && math.Abs(row.Level-5*scoring.Float(q.Worth)) > 1e-9 {
					t.Errorf("%s: %s is drawn at %v", lang, q.ID, row.Level)
				}
			}
		}
		same("weakest", r.Profile.Weakest.Text[:20], w.T("weakest.text", "area", in.Pack.Words[lang].Dimensions[result.Dimensions[result.Weakest].ID].Name, "value", w.Score(result.Dimensions[result.Weakest].Value))[:20])
		index := 0
		for _, c := range r.Profile.Index.Conditions {
			if c.Holds {
				index++
			}
		}
		same("index", r.Profile.Index.Count, strconv.Itoa(result.Index.Count))
		if index != result.Index.Count || len(r.Profile.Index.Conditions) != result.Index.Total {
			t.Errorf("%s: %d conditions hold, want %d", lang, index, result.Index.Count)
		}
	}
}

// The steps on the cover, the sheet and the practices are those of the advice, in its order.
func TestSampleStepsAreThoseOfTheAdvice(t *testing.T) {
	for _, lang := range content.Languages {
		in := input(t, lang)
		r := report.Build(in)
		a := advice.For(advice.Input{Model: asked(in), Answers: in.Answers, Targets: in.Targets, Actions: in.Library.Actions, Size: in.Company.Size(), Sector: in.Library.Sector(in.Company.NACE)})
		if len(a.Next) != 3 || len(r.Cover.Steps) != 3 || len(r.Sheet.Columns) != 3 || r.Cover.NoSteps != "" {
			t.Fatalf("%s: %d steps, %d on the cover, %d on the sheet", lang, len(a.Next), len(r.Cover.Steps), len(r.Sheet.Columns))
		}
		for i, o := range a.Next {
			x := in.Library.ActionWords[lang][o.Action.ID]
			if r.Cover.Steps[i].Title != x.Title || r.Sheet.Columns[i].Title != x.Title || r.Cover.Steps[i].First != x.First {
				t.Errorf("%s: step %d is %q and %q, want %q", lang, i+1, r.Cover.Steps[i].Title, r.Sheet.Columns[i].Title, x.Title)
			}
		}
		for _, row := range r.Sheet.Rows {
			if len(row.Cells) != 3 || row.Label == "" {
				t.Errorf("%s: row %q has %d cells", lang, row.Label, len(row.Cells))
			}
		}
		if len(r.Practices.Practices) == 0 || len(r.Practices.Contacts.Rows) == 0 || len(r.Practices.Sources) == 0 {
			t.Errorf("%s: %d practices, %d contacts, %d sources", lang, len(r.Practices.Practices), len(r.Practices.Contacts.Rows), len(r.Practices.Sources))
		}
		for _, p := range r.Practices.Practices {
			if p.Source == "" || p.You.Text == "" || p.Tag == "" {
				t.Errorf("%s: %q has source %q", lang, p.Title, p.Source)
			}
		}
	}
}

// With under half of the questions answered there is no number for the firm, nor for an area.
func TestNoNumberUnderHalf(t *testing.T) {
	for _, lang := range content.Languages {
		in := input(t, lang)
		in.Answers = assessments.Answers{"direction.plan": {Value: assessments.AtLevel(3)}, "orders.quote": {Value: assessments.AtLevel(2)}, "data.backup": {Value: assessments.AtLevel(1)}}
		r := report.Build(in)
		all := map[string]report.Vial{}
		vials(reflect.ValueOf(r), "", all)
		for path, v := range all {
			if strings.Contains(path, ".Questions[") {
				continue
			}
			if v.Value >= 0 || v.Text != "–" || v.Target >= 0 || v.TargetText != "" {
				t.Errorf("%s: %s is %+v", lang, path, v)
			}
		}
		for _, row := range r.Profile.Table.Rows {
			if row[1] != "–" || row[2] != "–" {
				t.Errorf("%s: the table says %v", lang, row)
			}
		}
		for _, g := range r.Annex.Groups[:len(in.Pack.Model.Dimensions)] {
			if g.Value != "–" {
				t.Errorf("%s: the annex gives %s to %s", lang, g.Value, g.Name)
			}
		}
		for _, a := range r.Profile.Axes {
			if a.Value >= 0 || a.Target >= 0 {
				t.Errorf("%s: the radar draws %+v", lang, a)
			}
		}
		if r.Cover.Level >= 0 || r.Cover.Headline != in.Words.T("report.headline.none") || r.Profile.Weakest.Text != in.Words.T("weakest.none") {
			t.Errorf("%s: level %d, %q, weakest %q", lang, r.Cover.Level, r.Cover.Headline, r.Profile.Weakest.Text)
		}
		in.Answers = nil
		if r = report.Build(in); r.Cover.NoSteps != in.Words.T("steps.none.early") || r.Sheet.Empty == "" || len(r.Cover.Steps) != 0 {
			t.Errorf("%s: without an answer the cover says %q and %d steps", lang, r.Cover.NoSteps, len(r.Cover.Steps))
		}
	}
}

// No number of the whole report where too little is known: a random firm's figures are shown
// exactly where scoring allows it.
func TestNumbersStandWhereScoringAllows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := randomInput(t)
		r := report.Build(in)
		result := scoring.Score(asked(in), in.Answers, in.Targets)
		if (r.Cover.Bar.Value >= 0) != result.Overall.Shown() {
			t.Fatalf("the cover's bar is %+v, shown %v", r.Cover.Bar, result.Overall.Shown())
		}
		for i, d := range result.Dimensions {
			for _, v := range []report.Vial{r.Cover.Areas[i].Vial, r.Profile.Lines[i].Vial, r.Areas[i].Vial} {
				if (v.Value >= 0) != d.Shown() || (v.RangeText != "") != d.Open() {
					t.Fatalf("%s is %+v; shown %v, open %v", d.ID, v, d.Shown(), d.Open())
				}
			}
			if (r.Areas[i].Life != "") != d.Shown() {
				t.Fatalf("%s lives like %q, shown %v", d.ID, r.Areas[i].Life, d.Shown())
			}
		}
		if r.Profile.Index.Own >= 0 {
			if band, certain := result.Index.Band(); !certain || band != r.Profile.Index.Own {
				t.Fatalf("the index is in band %d, certain %v, printed %d", band, certain, r.Profile.Index.Own)
			}
		}
	})
}

// A sample firm is marked, and only a sample firm.
func TestSampleIsMarked(t *testing.T) {
	for _, lang := range content.Languages {
		in := input(t, lang)
		sample := report.Build(in)
		in.Company.Sample = false
		real := report.Build(in)
		if sample.Sample == "" || real.Sample != "" || sample.Version == real.Version || sample.Cover.Privacy == real.Cover.Privacy {
			t.Errorf("%s: sample %q, real firm %q; foot %q", lang, sample.Sample, real.Sample, sample.Version)
		}
	}
}

// Firms under ten people are told that the official figures cover larger ones; the others see their
// own class.
func TestIndexFiguresAndTheirNote(t *testing.T) {
	for _, lang := range content.Languages {
		in := input(t, lang)
		sources := map[string]bool{}
		for people, key := range map[int]string{5: "index.micro", 0: "index.unsized", 24: "", 120: "", 400: ""} {
			in.Company.People = people
			x := report.Build(in).Profile.Index
			for _, k := range []string{"index.micro", "index.unsized"} {
				if has := strings.Contains(x.Note, in.Words.T(k)); has != (k == key) {
					t.Errorf("%s, %d people: note %q", lang, people, x.Note)
				}
			}
			if !strings.Contains(x.Note, in.Words.T("index.unofficial")) || x.Source == "" || len(x.Bars) != 2 {
				t.Errorf("%s, %d people: %d bars, source %q, note %q", lang, people, len(x.Bars), x.Source, x.Note)
			}
			sources[x.Source] = true
			for _, b := range x.Bars {
				sum := 0.0
				for i, s := range b.Shares {
					sum += s
					if b.Texts[i] != in.Words.Fixed(s) {
						t.Errorf("%s: %v is printed as %s", lang, s, b.Texts[i])
					}
				}
				if sum < 99 || sum > 101 {
					t.Errorf("%s: the shares of %s add up to %v", lang, b.Name, sum)
				}
			}
		}
		if len(sources) != 4 {
			t.Errorf("%s: %d kinds of source for five firms", lang, len(sources))
		}
	}
}

// Only the wanted parts are built; the zero value means all.
func TestSections(t *testing.T) {
	in := lived(t, "es", 3, 2, 2)
	whole := report.Build(in)
	in.Sections = report.AllSections
	if !reflect.DeepEqual(whole, report.Build(in)) {
		t.Error("all sections are not the same as none named")
	}
	for s, has := range map[report.Sections]func(*report.Report) bool{
		report.WithCover: func(r *report.Report) bool { return r.Cover != nil }, report.WithProfile: func(r *report.Report) bool { return r.Profile != nil },
		report.WithSheet: func(r *report.Report) bool { return r.Sheet != nil }, report.WithAreas: func(r *report.Report) bool { return len(r.Areas) > 0 },
		report.WithPractices: func(r *report.Report) bool { return r.Practices != nil }, report.WithAnnex: func(r *report.Report) bool { return r.Annex != nil },
		report.WithMethod: func(r *report.Report) bool { return r.Method != nil }, report.WithPlan: func(r *report.Report) bool { return r.Plan != nil },
		report.WithRounds: func(r *report.Report) bool { return r.Comparison != nil }, report.WithDifferences: func(r *report.Report) bool { return r.Differences != nil },
		report.WithClarify: func(r *report.Report) bool { return r.Clarify != nil }} {
		for _, with := range []bool{true, false} {
			in.Sections = s
			if !with {
				in.Sections = report.AllSections &^ s
			}
			if has(report.Build(in)) != with {
				t.Errorf("section %b of %b: %v", s, in.Sections, !with)
			}
		}
	}
}

// The same input gives the same report.
func TestSameInputSameReport(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := randomInput(t)
		if !reflect.DeepEqual(report.Build(in), report.Build(in)) {
			t.Fatal("twice the same input, two reports")
		}
	})
}

// The firm's own notes are kept in full, each with its question.
func TestNotes(t *testing.T) {
	in := input(t, "en")
	m := report.Build(in).Method
	var want []string
	for i, q := range asked(in).Questions {
		if note := in.Answers[q.ID].Note; note != "" {
			want = append(want, note)
			if k := len(want) - 1; k >= len(m.Notes) || m.Notes[k].Text != note || !strings.Contains(m.Notes[k].Title, " "+strconv.Itoa(i+1)+". ") {
				t.Errorf("the note of %s is not in its place: %+v", q.ID, m.Notes)
			}
		}
	}
	if len(want) == 0 || len(m.Notes) != len(want) {
		t.Errorf("%d notes of %d", len(m.Notes), len(want))
	}
	if len(m.Table.Rows) != len(in.Pack.Model.Dimensions) {
		t.Errorf("%d areas in the method", len(m.Table.Rows))
	}
	for i, row := range m.Table.Rows {
		official := in.Pack.Words["en"].Dimensions[in.Pack.Model.Dimensions[i].ID].Framework
		if official == "" || !strings.Contains(row[1], official) {
			t.Errorf("%s stands for %q", row[0], row[1])
		}
	}
}

func BenchmarkBuild(b *testing.B) {
	in := input(b, "es")
	b.ReportAllocs()
	for b.Loop() {
		report.Build(in)
	}
}
