package scoring_test

import (
	"maps"
	"math/big"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"nivel/assessments"
	"nivel/assessments/scoring"
)

// A value lies in its range. Where a mean of counts leaves out one of which nothing is known, it
// does only if nothing in that is inapplicable, because a count divides by that too.
func TestScoresAreBoundedAndInsideTheirRange(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		only := rapid.SampledFrom([][]assessments.Combine{{assessments.Mean, assessments.Minimum}, {assessments.Count}, rules}).Draw(t, "rules")
		m := randomModel(t, shape{rules: only, overall: append(slices.Clone(only), assessments.NoOverall), conditions: true})
		answers := randomAnswers(t, m)
		for id, a := range answers {
			if len(only) == len(rules) && scoring.Worth(m.Question(id), a.Value).Standing == assessments.NotApplicable {
				delete(answers, id)
			}
		}
		for _, f := range figures(scoring.Score(m, answers, nil)) {
			if f.Ranged() != (f.Low != nil) || f.Value != nil && !f.Ranged() {
				t.Fatalf("a value of %v without a range", f.Value)
			}
			if !f.Ranged() {
				continue
			}
			if f.Low.Sign() < 0 || f.High.Cmp(big.NewRat(5, 1)) > 0 || f.Low.Cmp(f.High) > 0 {
				t.Fatalf("range %v to %v", f.Low, f.High)
			}
			if f.Value != nil && (f.Value.Cmp(f.High) > 0 || f.Value.Cmp(f.Low) < 0) {
				t.Fatalf("value %v outside %v to %v", f.Value, f.Low, f.High)
			}
		}
	})
}

func TestScoreDoesNotDependOnOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := randomModel(t, shape{floors: true})
		a := randomAnswers(t, m)
		before := scoring.Score(m, a, nil)
		other := *m
		other.Questions = rapid.Permutation(m.Questions).Draw(t, "order")
		after := scoring.Score(&other, a, nil)
		for i, f := range figures(before) {
			if g := figures(after)[i]; !alike(f, g) {
				t.Fatalf("%v became %v", f, g)
			}
		}
	})
}

// The score equals the score of the known answers alone: questions without one may be taken out
// of the model. A count is not, because it divides by all; a minimum without a weight of its own
// weighs what its questions weigh, answered or not.
func TestScoreIsThatOfTheKnownAnswers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := randomModel(t, shape{rules: []assessments.Combine{assessments.Mean, assessments.Minimum}, floors: true})
		weighed(m)
		a := randomAnswers(t, m)
		whole := scoring.Score(m, a, nil)
		known := *m
		known.Questions = nil
		for _, q := range m.Questions {
			if scoring.Worth(&q, a[q.ID].Value).Worth != nil {
				known.Questions = append(known.Questions, q)
			}
		}
		alone := scoring.Score(&known, a, nil)
		for i, f := range figures(whole) {
			if !same(f.Value, figures(alone)[i].Value) {
				t.Fatalf("figure %d: %v, of the known alone %v", i, f.Value, figures(alone)[i].Value)
			}
		}
	})
}

// weighed gives all parts a weight.
func weighed(m *assessments.Model) {
	for i := range m.Dimensions {
		for k := range m.Dimensions[i].Subdimensions {
			m.Dimensions[i].Subdimensions[k].Weight = big.NewRat(int64(k+1), 2)
		}
	}
}

func TestContributionsAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := randomModel(t, shape{conditions: true, floors: true})
		r := scoring.Score(m, randomAnswers(t, m), nil)
		if r.Overall.Value == nil {
			return
		}
		sum, parts := new(big.Rat), []*big.Rat{}
		for _, d := range r.Dimensions {
			for _, q := range d.Questions {
				if q.Points != nil {
					sum.Add(sum, q.Points)
					parts = append(parts, q.Points)
				}
			}
		}
		if sum.Cmp(r.Overall.Value) != 0 {
			t.Fatalf("contributions add up to %v, the score is %v", sum, r.Overall.Value)
		}
		for _, unit := range []int64{10, 100} {
			printed := int64(0)
			for _, n := range scoring.Apportion(parts, unit) {
				printed += n
			}
			want := scoring.Round(new(big.Rat).Mul(r.Overall.Value, big.NewRat(unit, 1)))
			if printed != int64(want) {
				t.Fatalf("printed parts add up to %d of %d, the printed score is %d", printed, unit, want)
			}
		}
	})
}

// For a fixed set of applicable questions raising an answer never lowers a score.
func TestRaisingAnAnswerNeverLowersAScore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := randomModel(t, shape{floors: true})
		a := randomAnswers(t, m)
		before := scoring.Score(m, a, nil)
		q := rapid.SampledFrom(m.Questions).Draw(t, "raised")
		v, ok := raised(t, &q, a[q.ID].Value)
		if !ok {
			return
		}
		b := maps.Clone(a)
		b[q.ID] = assessments.Answer{Value: v}
		after := scoring.Score(m, b, nil)
		for i, f := range figures(before) {
			g := figures(after)[i]
			if f.Value != nil && f.Value.Cmp(g.Value) > 0 || f.Low != nil && (f.Low.Cmp(g.Low) > 0 || f.High.Cmp(g.High) > 0) {
				t.Fatalf("figure %d fell from %v to %v", i, f, g)
			}
		}
	})
}

func raised(t *rapid.T, q *assessments.Question, v assessments.Value) (assessments.Value, bool) {
	if v.Standing != assessments.Given {
		return v, false
	}
	switch q.Kind {
	case assessments.Checklist:
		chosen := []string{rapid.SampledFrom(q.Options[:len(q.Options)-1]).Draw(t, "ticked").ID}
		for _, id := range v.Chosen {
			if id != "none" {
				chosen = append(chosen, id)
			}
		}
		return assessments.Choosing(chosen...), true
	case assessments.Grid, assessments.Plans:
		r := rapid.SampledFrom(q.Rows).Draw(t, "row").ID
		if v.Rows[r].Standing != assessments.Given {
			return v, false
		}
		if q.Kind == assessments.Plans { // done or planned as well
			return v.WithRow(r, assessments.AtLevel(v.Rows[r].Level|rapid.IntRange(1, 3).Draw(t, "ticked"))), true
		}
		return v.WithRow(r, assessments.AtLevel(min(highest(q), v.Rows[r].Level+1))), true
	case assessments.YesNo:
		return assessments.Saying(true), true
	case assessments.Number:
		tenths := scoring.Round(new(big.Rat).Mul(v.Rat(), big.NewRat(10, 1)))
		if q.Values[0].Cmp(q.Values[len(q.Values)-1]) > 0 { // less is better
			return number(max(0, tenths-75)), true
		}
		return number(min(1000, tenths+75)), true
	}
	return assessments.AtLevel(min(highest(q), v.Level+1)), true
}

// The range contains the score of every completion.
func TestRangeContainsEveryCompletion(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := randomModel(t, shape{floors: true})
		a := randomAnswers(t, m)
		before := scoring.Score(m, a, nil)
		b := maps.Clone(a)
		for i := range m.Questions {
			q := &m.Questions[i]
			b[q.ID] = assessments.Answer{Value: completed(t, q, a[q.ID].Value)}
		}
		after := scoring.Score(m, b, nil)
		for i, f := range figures(before) {
			g := figures(after)[i]
			if f.Low == nil || g.Value == nil {
				continue
			}
			if g.Value.Cmp(f.Low) < 0 || g.Value.Cmp(f.High) > 0 {
				t.Fatalf("figure %d: completion %v is outside %v to %v", i, g.Value, f.Low, f.High)
			}
		}
	})
}

func completed(t *rapid.T, q *assessments.Question, v assessments.Value) assessments.Value {
	if scoring.Worth(q, v).Standing == assessments.NotApplicable {
		return v
	}
	if len(q.Rows) > 0 && v.Standing == assessments.Given {
		for _, r := range q.Rows {
			if s := v.Rows[r.ID].Standing; s == assessments.Unanswered || s == assessments.DontKnow {
				v = v.WithRow(r.ID, randomLevel(t, q))
			}
		}
		return v
	}
	if v.Standing == assessments.Given {
		return v
	}
	return knownValue(t, q, false)
}

func TestBands(t *testing.T) {
	for count, want := range []int{0, 0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3} {
		if got := scoring.BandOf(count); got != want {
			t.Errorf("%d conditions are band %d, want %d", count, got, want)
		}
	}
}

// Worked out by hand: two dimensions, one of weight 2; a ladder at 3, a checklist with one of two,
// a grid of 4, don't know and not applicable.
func TestWorkedExample(t *testing.T) {
	one := big.NewRat(1, 1)
	m := &assessments.Model{Overall: assessments.Mean,
		Dimensions: []assessments.Dimension{{ID: "a", Weight: one, Combine: assessments.Mean}, {ID: "b", Weight: big.NewRat(2, 1), Combine: assessments.Mean}},
		Questions: []assessments.Question{
			{ID: "a1", Dimension: "a", Kind: assessments.Ladder, Weight: one, Values: assessments.Even(6)},
			{ID: "a2", Dimension: "a", Kind: assessments.Checklist, Weight: one, Options: []assessments.Option{{ID: "x", Value: one}, {ID: "y", Value: one}}},
			{ID: "b1", Dimension: "b", Kind: assessments.Grid, Weight: one, Values: assessments.Even(6), Rows: []assessments.Row{{ID: "r"}, {ID: "s"}, {ID: "t"}}},
			{ID: "b2", Dimension: "b", Kind: assessments.Ladder, Weight: one, Values: assessments.Even(6)},
		}}
	grid := assessments.Value{}.WithRow("r", assessments.AtLevel(4)).WithRow("s", assessments.DontKnowValue).WithRow("t", assessments.NotApplicableValue)
	r := scoring.Score(m, assessments.Answers{
		"a1": {Value: assessments.AtLevel(3)}, "a2": {Value: assessments.Choosing("y")},
		"b1": {Value: grid}, "b2": {Value: assessments.DontKnowValue}}, nil)
	want := func(name string, got *big.Rat, n, d int64) {
		t.Helper()
		if !same(got, big.NewRat(n, d)) {
			t.Errorf("%s is %v, want %d/%d", name, got, n, d)
		}
	}
	want("a", r.Dimensions[0].Value, 11, 4)     // (3/5 + 1/2) / 2 * 5
	want("b", r.Dimensions[1].Value, 4, 1)      // 4/5 * 5
	want("b low", r.Dimensions[1].Low, 1, 1)    // (4/10 + 0) / 2 * 5
	want("b high", r.Dimensions[1].High, 19, 4) // (9/10 + 1) / 2 * 5
	want("overall", r.Overall.Value, 43, 12)    // (11/4 + 2*4) / 3
	if r.Overall.Answered != 3 || r.Overall.Applicable != 4 || r.Weakest != 0 || r.Dimensions[0].Target != 3 {
		t.Errorf("answered %d of %d, weakest %d, target %d", r.Overall.Answered, r.Overall.Applicable, r.Weakest, r.Dimensions[0].Target)
	}
}
