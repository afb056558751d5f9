package assessments_test

import (
	"errors"
	"math/big"
	"math/rand/v2"
	"testing"

	"nivel/assessments"
)

// weighed is a model of three dimensions that weigh 1, 2 and 3.
func weighed() *assessments.Model {
	m := &assessments.Model{}
	for i, id := range []string{"a", "b", "c"} {
		m.Dimensions = append(m.Dimensions, assessments.Dimension{ID: id, Weight: big.NewRat(int64(i+1), 1)})
	}
	return m
}

// A model with other weights has those and no others, and the model it came from is as it was.
func TestWeighted(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	for range 1000 {
		m, own := weighed(), map[string]*big.Rat{}
		for _, id := range []string{"a", "b", "c", "x"} {
			switch r.IntN(3) {
			case 1:
				own[id] = big.NewRat(r.Int64N(100), 1+r.Int64N(4))
			case 2:
				own[id] = nil
			}
		}
		got := m.Weighted(own)
		for i, d := range got.Dimensions {
			want := big.NewRat(int64(i+1), 1)
			if own[d.ID] != nil {
				want = own[d.ID]
			}
			if d.Weight.Cmp(want) != 0 || m.Dimensions[i].Weight.Cmp(big.NewRat(int64(i+1), 1)) != 0 {
				t.Fatalf("%s weighs %v, want %v; in the model %v", d.ID, d.Weight, want, m.Dimensions[i].Weight)
			}
		}
	}
}

// Weights that give no score are refused and change nothing; the model's own are no variant.
func TestSetWeights(t *testing.T) {
	r := func(a, b int64) *big.Rat { return big.NewRat(a, b) }
	for name, c := range map[string]struct {
		own         map[string]*big.Rat
		code, stamp string
		kept        int
	}{
		"none":              {nil, "", assessments.Standard, 0},
		"the model's":       {map[string]*big.Rat{"b": r(4, 2)}, "", assessments.Standard, 0},
		"left open":         {map[string]*big.Rat{"b": nil}, "", assessments.Standard, 0},
		"one":               {map[string]*big.Rat{"b": r(1, 2), "c": r(3, 1)}, "", assessments.Variant, 1},
		"nothing for two":   {map[string]*big.Rat{"b": r(0, 1), "c": r(0, 1)}, "", assessments.Variant, 2},
		"nothing for all":   {map[string]*big.Rat{"a": r(0, 1), "b": r(0, 1), "c": r(0, 1)}, "weight-nothing", "before", 0},
		"negative":          {map[string]*big.Rat{"a": r(-1, 3)}, "weight-negative", "before", 0},
		"more than allowed": {map[string]*big.Rat{"a": r(201, 2)}, "weight-large", "before", 0},
		"of nothing":        {map[string]*big.Rat{"x": r(1, 1)}, "dimension-unknown", "before", 0},
	} {
		a := assessments.Assessment{Weights: "before"}
		err := a.SetWeights(weighed(), c.own)
		var f *assessments.Fault
		if c.code != "" && (!errors.As(err, &f) || f.Code != c.code) || c.code == "" && err != nil {
			t.Errorf("%s: %v, want %q", name, err, c.code)
		}
		if a.Weights != c.stamp || len(a.WeightOverrides) != c.kept {
			t.Errorf("%s: stamped %q with %v", name, a.Weights, a.WeightOverrides)
		}
	}
}

// Weights are the same where each dimension's is; a stamp alone is another variant.
func TestSameWeights(t *testing.T) {
	half := func() map[string]*big.Rat { return map[string]*big.Rat{"a": big.NewRat(1, 2)} }
	all := []assessments.Assessment{{Weights: assessments.Standard}, {Weights: "of the cluster"}, {Weights: assessments.Variant, WeightOverrides: half()},
		{Weights: assessments.Variant, WeightOverrides: map[string]*big.Rat{"a": big.NewRat(1, 3)}}, {Weights: assessments.Variant, WeightOverrides: map[string]*big.Rat{"b": big.NewRat(1, 2)}}}
	for i := range all {
		for k := range all {
			if assessments.SameWeights(&all[i], &all[k]) != (i == k) {
				t.Errorf("%+v and %+v: %v", all[i], all[k], i != k)
			}
		}
	}
	if !assessments.SameWeights(&all[2], &assessments.Assessment{Weights: assessments.Variant, WeightOverrides: half()}) || !assessments.SameWeights(&all[0], &assessments.Assessment{}) {
		t.Error("equal weights are said to differ")
	}
}

// Confidences are read as they are written.
func TestConfidence(t *testing.T) {
	for c := assessments.ConfidenceUnset; c <= assessments.Guess; c++ {
		if back, err := assessments.ParseConfidence(c.String()); err != nil || back != c || (c.String() == "") != (c == assessments.ConfidenceUnset) {
			t.Errorf("%q is read as %v (%v)", c, back, err)
		}
	}
	if _, err := assessments.ParseConfidence("very"); err == nil {
		t.Error("very is a confidence")
	}
	if s := assessments.Confidence(9).String() + assessments.Confidence(-1).String(); s != "" {
		t.Errorf("no confidence prints as %q", s)
	}
}

// Answers are equal where they say the same in everything.
func TestAnswerEqual(t *testing.T) {
	all := []assessments.Answer{{}, {Value: assessments.AtLevel(1)}, {Relevance: assessments.RelevanceHigh}, {Confidence: assessments.Sure}, {Confidence: assessments.Guess}, {Note: "n"}, {Flag: true}}
	for i, a := range all {
		for k, b := range all {
			if a.Equal(b) != (i == k) {
				t.Errorf("%+v and %+v: %v", a, b, a.Equal(b))
			}
		}
	}
}

// The next round is on a day that is still to come; it is due from that day on.
func TestNextRound(t *testing.T) {
	const today = "2026-11-23"
	for day, code := range map[string]string{"": "", today: "", "2027-11-23": "", "2026-11-22": "next-past", "2026-02-30": "date-form", "soon": "date-form", "12027-01-01": "date-form", "2027-1-1": "date-form"} {
		err := assessments.CheckNext(day, today)
		var f *assessments.Fault
		if code != "" && (!errors.As(err, &f) || f.Code != code) || code == "" && err != nil {
			t.Errorf("%q: %v, want %q", day, err, code)
		}
	}
	a := assessments.Assessment{NextAt: today}
	if !a.Due(today) || !a.Due("2026-12-01") || a.Due("2026-11-22") || (&assessments.Assessment{}).Due(today) {
		t.Error("the round is due on another day")
	}
}
