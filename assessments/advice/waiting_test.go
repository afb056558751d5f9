package advice_test

import (
	"math/big"
	"slices"
	"testing"

	"nivel/assessments"
	"nivel/assessments/advice"
)

// small is a model of two dimensions with ladders a.1, a.2 and b.1.
func small() *assessments.Model {
	one := big.NewRat(1, 1)
	m := &assessments.Model{Overall: assessments.Mean}
	for _, id := range []string{"a", "b"} {
		m.Dimensions = append(m.Dimensions, assessments.Dimension{ID: id, Weight: one, Combine: assessments.Mean})
	}
	for _, id := range []string{"a.1", "a.2", "b.1"} {
		m.Questions = append(m.Questions, assessments.Question{ID: id, Dimension: id[:1], Kind: assessments.Ladder, Weight: one, Values: assessments.Even(6)})
	}
	return m
}

func action(id string, who assessments.Actor, days int64, needs []string, gaps ...assessments.ActionGap) assessments.Action {
	return assessments.Action{ID: id, Who: who, Needs: needs, Gaps: gaps, Cost: map[assessments.SizeClass]int{},
		Effort: map[assessments.SizeClass]*big.Rat{assessments.Small: big.NewRat(days, 1)}}
}

func gap(question string, low, high, to int) assessments.ActionGap {
	return assessments.ActionGap{Question: question, From: [2]int{low, high}, To: to}
}

// What must be in place before keeps an action waiting as long as it still has a gap to close;
// where both work on a common question, only that one counts.
func TestWaiting(t *testing.T) {
	firm := assessments.Firm
	cheap := action("cheap", firm, 1, nil, gap("a.1", 0, 2, 3))
	dear := action("dear", firm, 15, nil, gap("a.1", 0, 2, 3))
	first := action("first", firm, 9, nil, gap("a.2", 0, 1, 2))
	second := action("second", firm, 1, []string{"first"}, gap("a.1", 0, 2, 3))
	both := action("both", firm, 9, nil, gap("a.1", 0, 0, 1), gap("b.1", 0, 2, 3))
	after := action("after", firm, 1, []string{"both"}, gap("a.1", 0, 2, 3))
	public := action("public", assessments.Public, 1, nil, gap("b.1", 0, 2, 3))
	later := action("later", firm, 1, []string{"public"}, gap("a.1", 0, 2, 3))
	for name, c := range map[string]struct {
		actions     []assessments.Action
		levels      [3]int
		next, waits []string
	}{
		"the needed one first":              {[]assessments.Action{second, first}, [3]int{0, 0, 0}, []string{"first"}, []string{"second"}},
		"done, so nothing waits":            {[]assessments.Action{second, first}, [3]int{0, 2, 0}, []string{"second"}, nil},
		"open elsewhere, done where common": {[]assessments.Action{after, both}, [3]int{1, 0, 0}, []string{"both", "after"}, nil},
		"open where common":                 {[]assessments.Action{after, both}, [3]int{0, 0, 0}, []string{"both"}, []string{"after"}},
		"needs the public body":             {[]assessments.Action{later, public}, [3]int{0, 0, 0}, nil, []string{"later"}},
		"one gap, one step":                 {[]assessments.Action{dear, cheap}, [3]int{0, 0, 0}, []string{"cheap"}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			answers := assessments.Answers{}
			for i, id := range []string{"a.1", "a.2", "b.1"} {
				answers[id] = assessments.Answer{Value: assessments.AtLevel(c.levels[i])}
			}
			a := advice.For(advice.Input{Model: small(), Actions: c.actions, Answers: answers, Targets: map[string]int{"a": 5, "b": 5}})
			var waits []string
			for _, o := range a.Later {
				if len(o.WaitsFor) > 0 {
					waits = append(waits, o.Action.ID)
				}
			}
			if !slices.Equal(ids(a.Next), append([]string{}, c.next...)) || !slices.Equal(waits, c.waits) {
				t.Errorf("next %v, waiting %v; want %v and %v", ids(a.Next), waits, c.next, c.waits)
			}
		})
	}
}

// Effort counts a point for each ten days, two at most; each cost band a third.
func TestTermsOfEffortAndCost(t *testing.T) {
	answers := assessments.Answers{"b.1": {Value: assessments.AtLevel(1), Relevance: assessments.RelevanceHigh}}
	for _, c := range []struct {
		days    int64
		cost    int
		effort  *big.Rat
		expense *big.Rat
	}{{0, 0, big.NewRat(0, 1), big.NewRat(0, 1)}, {5, 1, big.NewRat(-1, 2), big.NewRat(-1, 3)}, {20, 3, big.NewRat(-2, 1), big.NewRat(-1, 1)},
		{90, 4, big.NewRat(-2, 1), big.NewRat(-4, 3)}} {
		x := action("x", assessments.Firm, c.days, nil, gap("b.1", 0, 4, 5))
		x.Cost[assessments.Small] = c.cost
		o := advice.For(advice.Input{Model: small(), Actions: []assessments.Action{x}, Answers: answers}).Next[0]
		if o.Terms.Effort.Cmp(c.effort) != 0 || o.Terms.Cost.Cmp(c.expense) != 0 {
			t.Errorf("%d days, band %d: effort %v, cost %v", c.days, c.cost, o.Terms.Effort, o.Terms.Cost)
		}
		// One level to the suggested target, twice for high relevance; four levels gained, twice.
		if o.Terms.Gap.Cmp(big.NewRat(2, 1)) != 0 || o.Terms.Gain.Cmp(big.NewRat(8, 1)) != 0 || o.Relevance != assessments.RelevanceHigh {
			t.Errorf("gap %v, gain %v, relevance %v", o.Terms.Gap, o.Terms.Gain, o.Relevance)
		}
	}
}
