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

// One more answer never widens a range, as long as no condition looks at it: each end moves inward
// or stays.
func TestOneMoreAnswerNeverWidensTheRange(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := randomModel(t, shape{floors: true})
		a := randomAnswers(t, m)
		var open []*assessments.Question
		for i := range m.Questions {
			q := &m.Questions[i]
			if s := scoring.Worth(q, a[q.ID].Value).Standing; s == assessments.Unanswered || s == assessments.DontKnow {
				open = append(open, q)
			}
		}
		if len(open) == 0 {
			return
		}
		q := rapid.SampledFrom(open).Draw(t, "answered now")
		b := maps.Clone(a)
		b[q.ID] = assessments.Answer{Value: completed(t, q, a[q.ID].Value)}
		before, after := figures(scoring.Score(m, a, nil)), figures(scoring.Score(m, b, nil))
		for i, f := range before {
			g := after[i]
			if f.Ranged() && (g.Low.Cmp(f.Low) < 0 || g.High.Cmp(f.High) > 0) {
				t.Fatalf("figure %d: %v to %v became %v to %v", i, f.Low, f.High, g.Low, g.High)
			}
			if g.Answered+g.Missing() != f.Answered+f.Missing() || g.Missing() > f.Missing() {
				t.Fatalf("figure %d: %+v became %+v", i, f.Counts, g.Counts)
			}
		}
	})
}

// What is hidden is not there: it counts nowhere, and whatever is answered to it changes nothing.
func TestHiddenQuestionsAreNotThere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := randomModel(t, shape{conditions: true, floors: true})
		a := randomAnswers(t, m)
		hidden := m.Hidden(a)
		whole := scoring.Score(m, a, nil)
		asked, b := *m, assessments.Answers{}
		asked.Questions = nil
		for _, q := range m.Questions {
			if hidden[q.ID] {
				if whole.Question(q.ID) != nil {
					t.Fatalf("%s is hidden and has a result", q.ID)
				}
				if v := randomValue(t, &q); q.Asked() && v.Standing != assessments.Unanswered {
					b[q.ID] = assessments.Answer{Value: v}
				}
				continue
			}
			if a, ok := a[q.ID]; ok {
				b[q.ID] = a
			}
			q.When = nil
			asked.Questions = append(asked.Questions, q)
		}
		if now := m.Hidden(b); !maps.Equal(hidden, now) {
			t.Fatalf("other answers to what is hidden hide %v instead of %v", now, hidden)
		}
		other, alone := figures(scoring.Score(m, b, nil)), figures(scoring.Score(&asked, a, nil))
		for i, f := range figures(whole) {
			if !alike(f, other[i]) {
				t.Fatalf("figure %d: an answer to a hidden question made %+v of %+v", i, other[i], f)
			}
			if !alike(f, alone[i]) {
				t.Fatalf("figure %d is %+v, without the hidden questions %+v", i, f, alone[i])
			}
		}
	})
}

// A ceiling gives full worth at its level and above; below, more is never worth less, nor less than
// without it.
func TestCeiling(t *testing.T) {
	one := big.NewRat(1, 1)
	rapid.Check(t, func(t *rapid.T) {
		values := randomLevels(t, true)
		q := &assessments.Question{ID: "q", Kind: assessments.Ladder, Path: "quick", Values: values, Ceiling: map[assessments.SizeClass]int{}}
		limit := rapid.IntRange(1, len(values)-1).Draw(t, "limit")
		q.Ceiling[assessments.Micro] = limit
		m := &assessments.Model{Paths: []string{"quick"}, Questions: []assessments.Question{*q}}
		ceiled := m.For(assessments.Scope{Size: assessments.Micro}).Question("q")
		if ceiled.Highest() != limit || ceiled.Ceiled() != (limit < len(values)-1) {
			t.Fatalf("the highest of %d is %d", limit, ceiled.Highest())
		}
		last := new(big.Rat)
		for level := range values {
			v := assessments.AtLevel(level)
			with, without := scoring.Worth(ceiled, v).Worth, scoring.Worth(q, v).Worth
			if level >= limit && with.Cmp(one) != 0 {
				t.Fatalf("level %d with a ceiling of %d is worth %v", level, limit, with)
			}
			if with.Cmp(last) < 0 || with.Cmp(without) < 0 || with.Cmp(one) > 0 {
				t.Fatalf("level %d is worth %v after %v, without a ceiling %v", level, with, last, without)
			}
			last = with
		}
		for _, size := range []assessments.SizeClass{assessments.Unsized, assessments.Small} {
			if m.For(assessments.Scope{Size: size}).Question("q").Ceiled() {
				t.Fatalf("a firm of the size %q has the ceiling of another", size)
			}
		}
	})
}

// Parts without weights change no mean: the dimension is exactly the mean of its questions.
func TestPartsWithoutWeightsGiveTheMeanOfTheQuestions(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := randomModel(t, shape{rules: []assessments.Combine{assessments.Mean}, conditions: true, floors: true})
		for i := range m.Dimensions {
			for k := range m.Dimensions[i].Subdimensions {
				m.Dimensions[i].Subdimensions[k].Weight = nil
			}
		}
		flat := *m
		flat.Dimensions, flat.Questions = slices.Clone(m.Dimensions), slices.Clone(m.Questions)
		for i := range flat.Dimensions {
			flat.Dimensions[i].Subdimensions = nil
		}
		for i := range flat.Questions {
			flat.Questions[i].Subdimension = ""
		}
		a := randomAnswers(t, m)
		with, without := scoring.Score(m, a, nil), scoring.Score(&flat, a, nil)
		if !alike(with.Overall, without.Overall) {
			t.Fatalf("overall %+v, without parts %+v", with.Overall, without.Overall)
		}
		for i, d := range with.Dimensions {
			if !alike(d.Figure, without.Dimensions[i].Figure) {
				t.Fatalf("%s is %+v, without parts %+v", d.ID, d.Figure, without.Dimensions[i].Figure)
			}
			sum := scoring.Counts{}
			for _, s := range d.Subdimensions {
				sum = scoring.Counts{Applicable: sum.Applicable + s.Applicable, Answered: sum.Answered + s.Answered,
					DontKnow: sum.DontKnow + s.DontKnow, NotApplicable: sum.NotApplicable + s.NotApplicable}
			}
			if len(d.Subdimensions) > 0 && sum != d.Counts {
				t.Fatalf("%s counts %+v, its parts together %+v", d.ID, d.Counts, sum)
			}
		}
	})
}

// A count with everything answered is the weight of what is fulfilled, by the weight of all; with
// gaps it is what is fulfilled so far, by the weight of all as well.
func TestCountIsTheCount(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := randomModel(t, shape{rules: []assessments.Combine{assessments.Count}})
		for i := range m.Dimensions { // parts with weights of their own are counted one by one
			for k := range m.Dimensions[i].Subdimensions {
				m.Dimensions[i].Subdimensions[k].Weight = nil
			}
		}
		a := assessments.Answers{}
		gaps := rapid.Bool().Draw(t, "gaps")
		for i := range m.Questions {
			q := &m.Questions[i]
			v := knownValue(t, q, false)
			if gaps {
				v = randomValue(t, q)
			}
			a[q.ID] = assessments.Answer{Value: v}
		}
		r := scoring.Score(m, a, nil)
		full, all := map[string]*big.Rat{}, map[string]*big.Rat{}
		add := func(to map[string]*big.Rat, id string, w *big.Rat) {
			if to[id] == nil {
				to[id] = new(big.Rat)
			}
			to[id].Add(to[id], w)
		}
		for i := range m.Questions {
			q := &m.Questions[i]
			for _, id := range []string{"", q.Dimension} {
				add(all, id, q.Weight)
				add(full, id, new(big.Rat))
				if w := scoring.Worth(q, a[q.ID].Value).Worth; w != nil && w.Cmp(big.NewRat(1, 1)) == 0 {
					add(full, id, q.Weight)
				}
			}
		}
		check := func(id string, f scoring.Figure) {
			if f.Value == nil {
				return
			}
			want := new(big.Rat).Quo(full[id], all[id])
			if want.Mul(want, big.NewRat(5, 1)); want.Cmp(f.Value) != 0 {
				t.Fatalf("%q counts %v, want %v", id, f.Value, want)
			}
			if f.Low.Cmp(f.Value) > 0 || f.Value.Cmp(f.High) > 0 || !gaps && f.Open() {
				t.Fatalf("%q counts %v, between %v and %v", id, f.Value, f.Low, f.High)
			}
		}
		check("", r.Overall)
		for _, d := range r.Dimensions {
			check(d.ID, d.Figure)
		}
	})
}

// Where a minimum rules, the score is the lowest known part that weighs something, and the whole of
// it is that part's contribution.
func TestMinimumIsTheLowest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := randomModel(t, shape{rules: []assessments.Combine{assessments.Mean, assessments.Minimum}, overall: []assessments.Combine{assessments.Minimum}})
		r := scoring.Score(m, randomAnswers(t, m), nil)
		var lowest *big.Rat
		for i, d := range r.Dimensions {
			if d.Value != nil && m.Dimensions[i].Weight.Sign() > 0 && (lowest == nil || d.Value.Cmp(lowest) < 0) {
				lowest = d.Value
			}
		}
		if !same(lowest, r.Overall.Value) {
			t.Fatalf("the lowest dimension is %v, the score %v", lowest, r.Overall.Value)
		}
		giving := map[string]bool{}
		for _, d := range r.Dimensions {
			for _, q := range d.Questions {
				if q.Points != nil && q.Points.Sign() > 0 {
					giving[d.ID] = true
				}
			}
		}
		if len(giving) > 1 {
			t.Fatalf("a minimum is made of %v", giving)
		}
	})
}
