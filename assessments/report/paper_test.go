package report_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"nivel/assessments"
	"nivel/assessments/report"
)

// The questionnaire on paper asks every question of the path, size and trade once, whatever was
// answered before, with all there is to tick; every sentence is there.
func TestBlankAsksWhatIsAsked(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := randomInput(t)
		r := report.BlankOf(in)
		unanswered := in
		unanswered.Answers = nil
		m, words := asked(unanswered), in.Pack.Words[in.Words.Language]
		want := map[string]int{}
		for _, q := range m.Asked() {
			want[words.Questions[q.ID].Text]++
			if i := slices.IndexFunc(r.Blank.Areas, func(a report.BlankArea) bool {
				return slices.ContainsFunc(a.Questions, func(b report.BlankQuestion) bool {
					return b.Question == words.Questions[q.ID].Text && len(b.None) == 2 && len(b.Degrees) == 3 && len(b.Rows) == len(q.Rows) &&
						(q.Kind != assessments.Ladder || len(b.Options) == q.Steps()) && (q.Kind != assessments.Checklist || len(b.Options) == len(q.Options)) &&
						(b.When != "") == (q.When != nil && len(q.When.Answers) > 0) && b.Line == (q.Kind == assessments.Number)
				})
			}); i < 0 {
				t.Fatalf("%s is not there as it is asked", q.ID)
			}
		}
		n := 0
		for _, a := range r.Blank.Areas {
			for _, q := range a.Questions {
				if q.Number != "" {
					n++
				}
			}
		}
		if n != len(m.Asked()) {
			t.Fatalf("%d questions, want %d", n, len(m.Asked()))
		}
		for path, s := range sentences(r) {
			if strings.Contains(s, "⟦") {
				t.Fatalf("%s: %q", path, s)
			}
		}
	})
}

// A letter is there for any firm, names three steps at most, and never a level without its range and
// how much was answered.
func TestLetterForAnyFirm(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := randomInput(t)
		var v *assessments.Visit
		if rapid.Bool().Draw(t, "visit") {
			v = &assessments.Visit{Day: "2026-11-20", People: make([]assessments.Present, 2)}
			for range rapid.IntRange(0, 5).Draw(t, "agreed") {
				v.Agreed = append(v.Agreed, rapid.SampledFrom(in.Library.Actions).Draw(t, "action").ID)
			}
		}
		l := report.LetterOf(in, v).Letter
		if len(l.Steps) > 3 || (len(l.Steps) == 0) != (l.NoSteps != "") || len(l.To) == 0 || l.Date != in.Words.Date(in.Day) {
			t.Fatalf("%+v", l)
		}
		if l.Bar.Value >= 0 && !strings.Contains(l.Result, "%") {
			t.Fatalf("a level without what was answered: %q", l.Result)
		}
		if v != nil && len(v.Agreed) > 0 && l.Steps[0].Title != in.Library.ActionWords[in.Words.Language][v.Agreed[0]].Title {
			t.Fatalf("%q, agreed was %q", l.Steps[0].Title, v.Agreed[0])
		}
		for path, s := range sentences(report.LetterOf(in, v)) {
			if strings.Contains(s, "⟦") {
				t.Fatalf("%s: %q", path, s)
			}
		}
	})
}
