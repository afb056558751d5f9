package scoring_test

import (
	"testing"

	"pgregory.net/rapid"

	"nivel/assessments"
	"nivel/assessments/house/shipped"
	"nivel/assessments/scoring"
)

// A condition follows from a chosen option, a row or a level, and only ever towards yes.
func TestFollows(t *testing.T) {
	m := &assessments.Model{Questions: []assessments.Question{
		{ID: "ladder", Kind: assessments.Ladder, Values: assessments.Even(6)},
		{ID: "list", Kind: assessments.Checklist, Options: []assessments.Option{{ID: "web"}, {ID: "none", Exclusive: true}}},
		{ID: "grid", Kind: assessments.Grid, Values: assessments.Even(6), Rows: []assessments.Row{{ID: "erp"}}},
	}}
	level := &assessments.Test{Question: "ladder", Level: 3}
	option := &assessments.Test{Question: "list", Option: "web"}
	row := &assessments.Test{Question: "grid", Row: "erp", Level: 4}
	at := func(n int) assessments.Value { return assessments.Value{}.WithRow("erp", assessments.AtLevel(n)) }
	for name, c := range map[string]struct {
		from *assessments.Test
		v    assessments.Value
		want bool
	}{
		"level reached": {level, assessments.AtLevel(3), true}, "level passed": {level, assessments.AtLevel(5), true}, "level not reached": {level, assessments.AtLevel(2), false},
		"option chosen": {option, assessments.Choosing("web"), true}, "none of them": {option, assessments.Choosing("none"), false},
		"row used": {row, at(4), true}, "row bought": {row, at(3), false}, "row unknown": {row, assessments.Value{}.WithRow("erp", assessments.DontKnowValue), false},
		"row not here": {row, assessments.Value{}.WithRow("erp", assessments.NotApplicableValue), false},
		"no answer":    {level, assessments.Value{}, false}, "don't know": {option, assessments.DontKnowValue, false}, "not applicable": {row, assessments.NotApplicableValue, false},
		"answer of another kind": {level, assessments.Choosing("web"), false}, "answer out of range": {level, assessments.AtLevel(9), false},
		"question that is not there": {&assessments.Test{Question: "gone", Level: 0}, assessments.AtLevel(5), false}, "nothing to follow": {nil, assessments.AtLevel(5), false},
	} {
		answers := assessments.Answers{}
		for _, q := range m.Questions {
			answers[q.ID] = assessments.Answer{Value: c.v}
		}
		if got := scoring.Follows(m, &assessments.Condition{ID: "x", From: c.from}, answers); got != c.want {
			t.Errorf("%s: follows %v", name, got)
		}
	}
}

// The index counts what holds; what follows wins over what was said; the index moves no score.
func TestIndex(t *testing.T) {
	lib := shipped.Library()
	m := &lib.Pack("industry40").Model
	rapid.Check(t, func(t *rapid.T) {
		answers := randomAnswers(t, m)
		without := scoring.Score(m, answers, nil)
		said := map[string]bool{}
		for _, c := range m.Index.Conditions {
			v := rapid.SampledFrom([]assessments.Value{{}, assessments.Saying(true), assessments.Saying(false), assessments.DontKnowValue}).Draw(t, c.ID)
			answers[m.Index.QuestionID(c.ID)] = assessments.Answer{Value: v}
			if v.Standing == assessments.Given {
				said[c.ID] = v.Yes
			}
		}
		r := scoring.Score(m, answers, nil)
		count, known := 0, 0
		for i, c := range m.Index.Conditions {
			follows := scoring.Follows(m, &c, answers)
			yes, given := said[c.ID]
			want := scoring.ConditionResult{ID: c.ID, Known: follows || given, Holds: follows || yes, Followed: follows}
			if got := r.Index.Conditions[i]; got != want {
				t.Fatalf("%+v, want %+v", got, want)
			}
			if want.Known {
				known++
			}
			if want.Holds {
				count++
			}
		}
		if r.Index.Count != count || r.Index.Known != known || r.Index.Total != len(m.Index.Conditions) {
			t.Fatalf("%+v, want %d of %d known", r.Index, count, known)
		}
		band, certain := r.Index.Band()
		if band != scoring.BandOf(count) || certain != (scoring.BandOf(count) == scoring.BandOf(count+r.Index.Total-known)) {
			t.Fatalf("%d hold, %d open: band %d, certain %v", count, r.Index.Total-known, band, certain)
		}
		for i, f := range figures(without) {
			if g := figures(r)[i]; !same(f.Value, g.Value) || !same(f.Low, g.Low) || !same(f.High, g.High) || f.Counts != g.Counts {
				t.Fatalf("the index moved figure %d from %v to %v", i, f, g)
			}
		}
	})
}

// A number is shown from half of the applicable questions on, and Needed says how many more it takes.
func TestEnough(t *testing.T) {
	for _, c := range []struct {
		applicable, answered, needed int
		enough                       bool
	}{{0, 0, 0, false}, {1, 0, 1, false}, {1, 1, 0, true}, {2, 1, 0, true}, {3, 1, 1, false}, {3, 2, 0, true}, {20, 9, 1, false}, {20, 10, 0, true}, {21, 10, 1, false}, {21, 11, 0, true}, {20, 0, 10, false}} {
		counts := scoring.Counts{Applicable: c.applicable, Answered: c.answered}
		if counts.Enough() != c.enough || counts.Needed() != c.needed || counts.Missing() != c.applicable-c.answered {
			t.Errorf("%d of %d: enough %v, needed %d, missing %d", c.answered, c.applicable, counts.Enough(), counts.Needed(), counts.Missing())
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		c := scoring.Counts{Applicable: rapid.IntRange(1, 200).Draw(t, "applicable")}
		c.Answered = rapid.IntRange(0, c.Applicable).Draw(t, "answered")
		more := c
		if more.Answered += c.Needed(); !more.Enough() || c.Enough() != (c.Needed() == 0) {
			t.Fatalf("%+v needs %d more", c, c.Needed())
		}
		if more.Answered--; c.Needed() > 0 && more.Enough() {
			t.Fatalf("%+v needs fewer than %d more", c, c.Needed())
		}
	})
}

// Coverage of whole assessments: not applicable leaves both counts, don't know and open ones lower
// it, a grid with open rows is no answer yet. What is hidden is not there.
func TestCoverage(t *testing.T) {
	lib := shipped.Library()
	m := &lib.Pack("industry40").Model
	rapid.Check(t, func(t *rapid.T) {
		answers := randomAnswers(t, m)
		want := scoring.Counts{}
		hidden := m.Hidden(answers)
		for i := range m.Questions {
			q := &m.Questions[i]
			if hidden[q.ID] {
				continue
			}
			w := scoring.Worth(q, answers[q.Source()].Value)
			switch {
			case w.Standing == assessments.NotApplicable:
				want.NotApplicable++
				continue
			case w.Standing == assessments.DontKnow:
				want.DontKnow++
			case w.Worth != nil && !w.Partial:
				want.Answered++
			}
			want.Applicable++
		}
		o := scoring.Score(m, answers, nil).Overall
		if o.Counts != want {
			t.Fatalf("counted %+v, want %+v", o.Counts, want)
		}
		if o.Shown() != (o.Value != nil && 2*want.Answered >= want.Applicable && want.Applicable > 0) {
			t.Fatalf("%+v is shown: %v", o.Counts, o.Shown())
		}
	})
}

// BenchmarkScore scores the sample firm with the shipped model, as the window does at each answer.
func BenchmarkScore(b *testing.B) {
	f := shipped.Sample()
	m := &shipped.Library().Pack(f.Model).Model
	b.ReportAllocs()
	for b.Loop() {
		scoring.Score(m, f.Answers, f.Targets)
	}
}
