package advice_test

import (
	"maps"
	"math/big"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"nivel/assessments"
	"nivel/assessments/advice"
	"nivel/assessments/content"
	"nivel/assessments/house/shipped"
	"nivel/assessments/scoring"
)

// A gap is the distance to the target times relevance, for each question with an answer.
func TestGaps(t *testing.T) {
	lib := shipped.Library()
	rapid.Check(t, func(t *rapid.T) {
		in := randomInput(t, lib)
		gaps := map[string]advice.Gap{}
		var last *big.Rat
		for _, g := range advice.For(in).Gaps {
			if last != nil && g.Size.Cmp(last) > 0 {
				t.Fatalf("gap of %v stands behind one of %v", g.Size, last)
			}
			gaps[g.Question], last = g, g.Size
		}
		result := scoring.Score(in.Model, in.Answers, in.Targets)
		hidden := in.Model.Hidden(in.Answers)
		for i := range in.Model.Questions {
			q := &in.Model.Questions[i]
			d := result.Dimension(q.Dimension)
			if want, set := in.Targets[d.ID]; set && d.Target != want {
				t.Fatalf("target of %s is %d, wanted %d", d.ID, d.Target, want)
			}
			worth := scoring.Worth(q, in.Answers[q.ID].Value).Worth
			g, open := gaps[q.ID]
			if worth == nil || hidden[q.ID] || !q.Asked() {
				if open {
					t.Fatalf("%s has a gap without an answer of its own, or is hidden", q.ID)
				}
				continue
			}
			target := d.Target
			if own, ok := in.Targets[q.ID]; ok {
				target = own
			}
			distance := new(big.Rat).Sub(big.NewRat(int64(target), 1), new(big.Rat).Mul(worth, big.NewRat(5, 1)))
			factor := map[assessments.Relevance]int64{assessments.RelevanceNone: 0, assessments.RelevanceHigh: 2}
			n, ok := factor[in.Answers[q.ID].Relevance]
			if !ok {
				n = 1
			}
			if want := distance.Sign() > 0 && n > 0; want != open {
				t.Fatalf("%s is %v below its target, relevance %v: gap %v", q.ID, distance, in.Answers[q.ID].Relevance, open)
			}
			if open && (g.Distance.Cmp(distance) != 0 || g.Size.Cmp(new(big.Rat).Mul(distance, big.NewRat(n, 1))) != 0 || g.Dimension != q.Dimension || g.Target != target) {
				t.Fatalf("gap of %s is %+v, distance %v times %d", q.ID, g, distance, n)
			}
		}
	})
}

// A gap is not a need: nothing is offered for what the firm finds irrelevant.
func TestNothingIsOfferedForTheIrrelevant(t *testing.T) {
	lib := shipped.Library()
	rapid.Check(t, func(t *rapid.T) {
		in := randomInput(t, lib)
		for id, o := range all(advice.For(in)) {
			if len(o.Reasons) == 0 {
				t.Fatalf("%s is offered for no reason", id)
			}
			for _, r := range o.Reasons {
				if in.Answers[r.Question].Relevance == assessments.RelevanceNone {
					t.Fatalf("%s is offered for %s, which is irrelevant", id, r.Question)
				}
				if in.Answers[r.Question].Value.Standing != assessments.Given {
					t.Fatalf("%s is offered for %s, which has no answer", id, r.Question)
				}
			}
		}
	})
}

// Every gap yields at least one action that the firm itself can take.
func TestEveryGapHasAnAction(t *testing.T) {
	lib := shipped.Library()
	rapid.Check(t, func(t *rapid.T) {
		a := advice.For(randomInput(t, lib))
		for _, g := range a.Gaps {
			if !answers(a, g.Question) {
				t.Fatalf("nothing is offered for %s at %d of %d", g.Question, g.Level, g.Target)
			}
		}
	})
}

// The same for each question alone at each level below each target, in each size that is costed.
func TestEveryLevelBelowTheTargetHasAnAction(t *testing.T) {
	lib := shipped.Library()
	for _, size := range []assessments.SizeClass{assessments.Micro, assessments.Small, assessments.Medium} {
		m := lib.Pack("industry40").Model.For(assessments.Scope{Size: size})
		for i := range m.Questions {
			q := &m.Questions[i]
			if !q.Asked() {
				continue
			}
			m := alone(m, q)
			for target := 1; target <= assessments.Top; target++ {
				for _, v := range valuesBelow(q, target) {
					a := advice.For(advice.Input{Model: m, Actions: lib.Actions, Answers: assessments.Answers{q.ID: {Value: v}}, Targets: map[string]int{q.Dimension: target}, Size: size})
					if len(a.Gaps) != 1 || !answers(a, q.ID) {
						t.Errorf("%s: %+v with target %d in a %s firm: %d gaps, nothing offered", q.ID, v, target, size, len(a.Gaps))
					}
				}
			}
		}
	}
}

// alone is the model with one question, so that thousands of scores take no time.
func alone(m *assessments.Model, q *assessments.Question) *assessments.Model {
	out := *m
	out.Dimensions, out.Questions, out.Contradictions = []assessments.Dimension{*m.Dimension(q.Dimension)}, []assessments.Question{*q}, nil
	out.Questions[0].When = nil
	return &out
}

func answers(a *advice.Advice, question string) bool {
	return slices.ContainsFunc(own(a), func(o advice.Offer) bool {
		return slices.ContainsFunc(o.Reasons, func(r advice.Reason) bool { return r.Question == question })
	})
}

// valuesBelow are answers worth less than a level: each level of a ladder, each row of a grid or of
// plans alone at each level, checklists with any number of options from the front and from the back.
func valuesBelow(q *assessments.Question, target int) []assessments.Value {
	var all []assessments.Value
	switch q.Kind {
	case assessments.Ladder, assessments.Partly:
		for level := range q.Steps() {
			all = append(all, assessments.AtLevel(level))
		}
	case assessments.Number:
		for _, from := range q.Bands {
			v, _ := assessments.Counting(assessments.Plain(from))
			all = append(all, v)
		}
	case assessments.YesNo:
		all = append(all, assessments.Saying(false), assessments.Saying(true))
	case assessments.Grid, assessments.Plans:
		for _, r := range q.Rows {
			for level := range max(4, q.Steps()) {
				all = append(all, assessments.Value{}.WithRow(r.ID, assessments.AtLevel(level)))
			}
		}
	case assessments.Checklist:
		var ids []string
		for _, o := range q.Options {
			if o.Exclusive {
				all = append(all, assessments.Choosing(o.ID))
				continue
			}
			ids = append(ids, o.ID)
		}
		for n := 1; n <= len(ids); n++ {
			all = append(all, assessments.Choosing(ids[:n]...), assessments.Choosing(ids[len(ids)-n:]...))
		}
	}
	return slices.DeleteFunc(all, func(v assessments.Value) bool {
		w := scoring.Worth(q, v).Worth
		return w == nil || w.Cmp(big.NewRat(int64(target), assessments.Top)) >= 0
	})
}

// What an action promises is never a loss, and the rank is the sum of its printed terms.
func TestOffersAddUp(t *testing.T) {
	lib := shipped.Library()
	rapid.Check(t, func(t *rapid.T) {
		in := randomInput(t, lib)
		result := scoring.Score(in.Model, in.Answers, in.Targets)
		a := advice.For(in)
		gaps := map[string]advice.Gap{}
		for _, g := range a.Gaps {
			gaps[g.Question] = g
		}
		for id, o := range all(a) {
			sum := new(big.Rat)
			for _, term := range []*big.Rat{o.Terms.Gap, o.Terms.Gain, o.Terms.Effort, o.Terms.Cost} {
				sum.Add(sum, term)
			}
			if sum.Cmp(o.Terms.Points) != 0 {
				t.Fatalf("%s: terms add up to %v, points are %v", id, sum, o.Terms.Points)
			}
			if o.Terms.Gap.Sign() <= 0 || o.Terms.Gain.Sign() < 0 || o.Terms.Effort.Sign() > 0 || o.Terms.Cost.Sign() > 0 || o.Terms.Effort.Cmp(big.NewRat(-2, 1)) < 0 {
				t.Fatalf("%s: terms %+v", id, o.Terms)
			}
			if want := gapTerm(gaps, o.Reasons); o.Terms.Gap.Cmp(want) != 0 {
				t.Fatalf("%s: gap term is %v, want %v", id, o.Terms.Gap, want)
			}
			d := result.Dimension(o.Dimension)
			if gaps[o.Reasons[0].Question].Dimension != d.ID {
				t.Fatalf("%s counts to %s, its largest gap is in %s", id, d.ID, gaps[o.Reasons[0].Question].Dimension)
			}
			if d.Shown() != (o.Before != nil) || (o.Before == nil) != (o.After == nil) {
				t.Fatalf("%s: before %v, after %v, the area's number is shown: %v", id, o.Before, o.After, d.Shown())
			}
			if o.Before != nil && (o.After.Cmp(o.Before) < 0 || o.After.Cmp(big.NewRat(5, 1)) > 0 || o.Before.Cmp(d.Value) != 0) {
				t.Fatalf("%s: %v becomes %v, the area is at %v", id, o.Before, o.After, d.Value)
			}
		}
	})
}

// gapTerm counts the largest gap whole and each other question's by half.
func gapTerm(gaps map[string]advice.Gap, reasons []advice.Reason) *big.Rat {
	sum, largest := new(big.Rat), new(big.Rat)
	seen := map[string]bool{}
	for _, r := range reasons {
		if size := gaps[r.Question].Size; !seen[r.Question] {
			seen[r.Question] = true
			sum.Add(sum, size)
			if size.Cmp(largest) > 0 {
				largest = size
			}
		}
	}
	return sum.Add(sum, largest).Mul(sum, big.NewRat(1, 2))
}

// The same input gives the same advice, and none of it is changed on the way.
func TestSameInputSameAdvice(t *testing.T) {
	lib := shipped.Library()
	rapid.Check(t, func(t *rapid.T) {
		in := randomInput(t, lib)
		before := maps.Clone(in.Answers)
		first := advice.For(in)
		if !reflect.DeepEqual(first, advice.For(in)) {
			t.Fatal("twice the same input, two kinds of advice")
		}
		if !maps.EqualFunc(before, in.Answers, func(a, b assessments.Answer) bool { return a.Value.Equal(b.Value) && a.Relevance == b.Relevance }) {
			t.Fatal("the answers were changed")
		}
		same := map[assessments.SizeClass]assessments.SizeClass{assessments.Unsized: assessments.Small, assessments.Large: assessments.Medium}
		if read, ok := same[in.Size]; ok {
			// Actions for one size only are offered by the true size, costs are read by the nearest.
			in.Actions = slices.DeleteFunc(slices.Clone(in.Actions), func(a assessments.Action) bool { return len(a.Sizes) > 0 })
			first = advice.For(in)
			in.Size = read
			if !reflect.DeepEqual(first, advice.For(in)) {
				t.Fatalf("other advice for %q", read)
			}
		}
	})
}

// A benefit is worked out only where the firm gave the figure; money is hours times their cost.
func TestBenefit(t *testing.T) {
	lib := shipped.Library()
	actions := slices.DeleteFunc(slices.Clone(lib.Actions), func(a assessments.Action) bool { return a.Benefit == nil })
	rapid.Check(t, func(t *rapid.T) {
		given := rapid.SampledFrom([]int{0, 0, 1, 7, 1200})
		c := assessments.Company{People: given.Draw(t, "people"), Figures: assessments.Figures{HourlyCost: given.Draw(t, "hourly"),
			Orders: given.Draw(t, "orders"), Quotes: given.Draw(t, "quotes"), Material: given.Draw(t, "material"),
			Energy: given.Draw(t, "energy"), Machines: given.Draw(t, "machines"), Computers: given.Draw(t, "computers")}}
		figures := map[string]int{"people": c.People, "orders": c.Figures.Orders, "quotes": c.Figures.Quotes, "material": c.Figures.Material,
			"energy": c.Figures.Energy, "machines": c.Figures.Machines, "computers": c.Figures.Computers}
		a := rapid.SampledFrom(actions).Draw(t, "action")
		n, known := figures[a.Benefit.Figure]
		if !known {
			t.Fatalf("%s counts %q, which no firm gives", a.ID, a.Benefit.Figure)
		}
		amount, money, ok := advice.Benefit(&a, &c)
		if ok != (n > 0) {
			t.Fatalf("%s with %d %s: benefit %v", a.ID, n, a.Benefit.Figure, ok)
		}
		if !ok {
			return
		}
		times := func(r *big.Rat, n int) *big.Rat { return new(big.Rat).Mul(r, big.NewRat(int64(n), 1)) }
		equal := func(name string, got, want *big.Rat) {
			if got.Cmp(want) != 0 {
				t.Fatalf("%s: %s is %v, want %v", a.ID, name, got, want)
			}
		}
		equal("low", amount.Low, times(a.Benefit.Low, n))
		equal("high", amount.High, times(a.Benefit.High, n))
		switch {
		case a.Benefit.Unit == "money":
			equal("money", money.Low, amount.Low)
			equal("money", money.High, amount.High)
		case c.Figures.HourlyCost == 0:
			if money != nil {
				t.Fatalf("%s gives money although no hour has a cost", a.ID)
			}
		default:
			equal("money", money.Low, times(amount.Low, c.Figures.HourlyCost))
			equal("money", money.High, times(amount.High, c.Figures.HourlyCost))
		}
	})
	if _, _, ok := advice.Benefit(&assessments.Action{}, &assessments.Company{People: 9}); ok {
		t.Error("a benefit where there is none")
	}
}

// A firm that has answered nothing is offered nothing.
func TestNoAnswersNoAdvice(t *testing.T) {
	lib := shipped.Library()
	a := advice.For(advice.Input{Model: &lib.Pack("industry40").Model, Actions: lib.Actions})
	if len(a.Gaps) != 0 || len(all(a)) != 0 {
		t.Errorf("%d gaps, %d offers", len(a.Gaps), len(all(a)))
	}
}

func BenchmarkFor(b *testing.B) {
	lib := shipped.Library()
	in := advice.Input{Model: &lib.Pack("industry40").Model, Actions: lib.Actions, Answers: lowest(lib)}
	b.ReportAllocs()
	for b.Loop() {
		advice.For(in)
	}
}

// lowest answers every question at its lowest.
func lowest(lib *content.Library) assessments.Answers {
	out := assessments.Answers{}
	for i := range lib.Pack("industry40").Model.Questions {
		q := &lib.Pack("industry40").Model.Questions[i]
		switch q.Kind {
		case assessments.Grid, assessments.Plans:
			v := assessments.Value{}
			for _, r := range q.Rows {
				v = v.WithRow(r.ID, assessments.AtLevel(0))
			}
			out[q.ID] = assessments.Answer{Value: v}
		case assessments.Checklist:
			for _, o := range q.Options {
				if o.Exclusive {
					out[q.ID] = assessments.Answer{Value: assessments.Choosing(o.ID)}
				}
			}
		default:
			out[q.ID] = assessments.Answer{Value: assessments.AtLevel(0)}
		}
	}
	return out
}
