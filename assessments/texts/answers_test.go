package texts_test

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"nivel/assessments"
	"nivel/assessments/content"
	"nivel/assessments/house/shipped"
	"nivel/assessments/scoring"
)

// Each answer to each shipped question is said in words, whatever it is.
func TestAnswersInWords(t *testing.T) {
	pack := shipped.Library().Pack("industry40")
	for _, lang := range content.Languages {
		w := shipped.Words()[lang]
		for i := range pack.Model.Questions {
			q := &pack.Model.Questions[i]
			qw := pack.Words[lang].Questions[q.ID]
			say := func(v assessments.Value, want string) {
				t.Helper()
				if got := w.Answer(q, qw, v); got != want || got == "" || strings.ContainsAny(got, "⟦{") {
					t.Errorf("%s: %s with %+v says %q, want %q", lang, q.ID, v, got, want)
				}
			}
			say(assessments.NotApplicableValue, w.T("answer.na"))
			say(assessments.DontKnowValue, w.T("answer.unknown"))
			say(assessments.Value{}, w.T("answer.none"))
			switch q.Kind {
			case assessments.Ladder:
				for level := range q.Steps() {
					say(assessments.AtLevel(level), qw.Levels[level].Title)
				}
			case assessments.Checklist:
				say(assessments.Choosing("none"), qw.Options["none"].Title)
				say(assessments.Choosing(q.Options[0].ID, q.Options[1].ID), w.T("answer.chosen", "n", 2, "total", len(q.Options)-1))
				if lines := w.AnswerLines(q, qw, assessments.Choosing(q.Options[1].ID)); len(lines) != 1 || !strings.HasSuffix(lines[0], qw.Options[q.Options[1].ID].Title) {
					t.Errorf("%s: %s lists %q", lang, q.ID, lines)
				}
			case assessments.Grid:
				last := q.Steps() - 1
				key, used := "answer.rows", 4
				if q.Steps() != 6 {
					key, used = "answer.rows.done", last
				}
				v := assessments.Value{}.WithRow(q.Rows[0].ID, assessments.AtLevel(used)).WithRow(q.Rows[1].ID, assessments.AtLevel(used-1)).WithRow(q.Rows[2].ID, assessments.DontKnowValue)
				say(v, w.T(key, "n", 1, "total", len(q.Rows)))
				lines := w.AnswerLines(q, qw, v)
				if len(lines) != len(q.Rows) || lines[0] != fmt.Sprintf("%s: %d, %s", qw.Rows[q.Rows[0].ID].Title, used, strings.ToLower(qw.Stages[used])) ||
					!strings.Contains(lines[2], strings.ToLower(w.T("answer.unknown"))) {
					t.Errorf("%s: %s lists %q", lang, q.ID, lines)
				}
			case assessments.Plans:
				v := assessments.Value{}
				for level := range 4 {
					v = v.WithRow(q.Rows[level].ID, assessments.AtLevel(level))
				}
				say(v, w.T("answer.plans", "already", 2, "planned", 2, "total", len(q.Rows)))
				lines := w.AnswerLines(q, qw, v)
				for level := range 4 {
					if want := qw.Rows[q.Rows[level].ID].Title + ": " + strings.ToLower(w.T("answer.plan."+strconv.Itoa(level))); lines[level] != want {
						t.Errorf("%s: %s says %q, want %q", lang, q.ID, lines[level], want)
					}
				}
			}
		}
		partly := &assessments.Question{Kind: assessments.Partly, Values: assessments.Even(3)}
		number := &assessments.Question{Kind: assessments.Number}
		half, err := assessments.Counting("12.5")
		if err != nil {
			t.Fatal(err)
		}
		for level := range 3 {
			if got := w.Answer(partly, assessments.QuestionWords{}, assessments.AtLevel(level)); got != w.T("answer.partly."+strconv.Itoa(level)) || strings.Contains(got, "⟦") {
				t.Errorf("%s says partly %d as %q", lang, level, got)
			}
		}
		if got, want := w.Answer(number, assessments.QuestionWords{Unit: "%"}, half), "12"+w.T("format.decimal")+"5\u00a0%"; got != want {
			t.Errorf("%s says a number as %q, want %q", lang, got, want)
		}
		yes := &assessments.Question{Kind: assessments.YesNo}
		if w.Answer(yes, assessments.QuestionWords{}, assessments.Saying(true)) != w.T("answer.yes") || w.Answer(yes, assessments.QuestionWords{}, assessments.Saying(false)) != w.T("answer.no") {
			t.Errorf("%s says yes as %q", lang, w.Answer(yes, assessments.QuestionWords{}, assessments.Saying(true)))
		}
	}
}

// A figure under half of the answers is never named nor given a number; one whose range falls to
// one level is named by it, else by both.
func TestFiguresInWords(t *testing.T) {
	pack := shipped.Library().Pack("industry40")
	rapid.Check(t, func(t *rapid.T) {
		lang := rapid.SampledFrom(content.Languages).Draw(t, "language")
		w, mw := shipped.Words()[lang], pack.Words[lang]
		m := &pack.Model
		answers, unsaid := assessments.Answers{}, rapid.IntRange(0, 8).Draw(t, "unsaid, of ten")
		for i := range m.Questions {
			q := &m.Questions[i]
			if q.Kind == assessments.Ladder && rapid.IntRange(0, 9).Draw(t, q.ID) >= unsaid {
				answers[q.ID] = assessments.Answer{Value: assessments.AtLevel(rapid.IntRange(0, q.Steps()-1).Draw(t, "level"))}
			}
		}
		ladders := *m
		ladders.Questions = slices.DeleteFunc(slices.Clone(m.Questions), func(q assessments.Question) bool { return q.Kind != assessments.Ladder || q.When != nil })
		f := scoring.Score(&ladders, answers, nil).Overall
		if f.Value == nil {
			t.Skip("nothing was said")
		}
		standing, honest, coverage := w.Standing(mw, f), w.Honest(mw, f), w.Coverage(f.Counts)
		for _, s := range []string{standing, honest, coverage} {
			if s == "" || strings.ContainsAny(s, "⟦{") {
				t.Fatalf("%+v says %q, %q and %q", f, standing, honest, coverage)
			}
		}
		low, high := f.Levels()
		if low != m.LevelOf(f.Low) || high != m.LevelOf(f.High) || f.Level() != m.LevelOf(f.Value) {
			t.Fatalf("%+v is at %d, between %d and %d", f, f.Level(), low, high)
		}
		switch {
		case !f.Shown():
			if standing != w.N("figure.needed", f.Needed()) || f.Needed() < 1 || strings.Contains(standing+honest, w.Score(f.Value)) {
				t.Fatalf("with %d of %d it says %q and %q", f.Answered, f.Applicable, standing, honest)
			}
		case low == high:
			if standing != w.Level(mw, low) {
				t.Fatalf("between %v and %v it says %q", f.Low, f.High, standing)
			}
		case !strings.Contains(standing, mw.Levels[low].Name) || !strings.Contains(standing, mw.Levels[high].Name):
			t.Fatalf("between %v and %v it says %q", f.Low, f.High, standing)
		}
		if f.Shown() && f.Open() && (!strings.Contains(honest, w.Score(f.Low)) || !strings.Contains(honest, w.Score(f.High))) {
			t.Fatalf("between %v and %v it says %q", f.Low, f.High, honest)
		}
	})
	w, mw := shipped.Words()["es"], pack.Words["es"]
	if got := w.Standing(mw, scoring.Figure{}); got != w.T("figure.nothing") || w.Honest(mw, scoring.Figure{}) != got {
		t.Errorf("where nothing applies it says %q", got)
	}
	if w.Level(mw, -1) != "–" || w.Level(mw, 6) != "–" || w.Level(mw, 2) != "2 · "+mw.Levels[2].Name {
		t.Errorf("levels print as %q, %q, %q", w.Level(mw, -1), w.Level(mw, 6), w.Level(mw, 2))
	}
}

func TestRelevanceInWords(t *testing.T) {
	for _, lang := range content.Languages {
		w := shipped.Words()[lang]
		if w.Relevance(assessments.RelevanceUnset) != w.Relevance(assessments.RelevanceSome) || w.Relevance(assessments.RelevanceHigh) == w.Relevance(assessments.RelevanceNone) {
			t.Errorf("%s: %q, %q, %q", lang, w.Relevance(assessments.RelevanceUnset), w.Relevance(assessments.RelevanceNone), w.Relevance(assessments.RelevanceHigh))
		}
	}
}
