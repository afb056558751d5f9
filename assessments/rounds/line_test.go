package rounds_test

import (
	"maps"
	"math/big"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"nivel/assessments"
	"nivel/assessments/rounds"
)

// The curves go through all rounds in their order; a point that may not be compared, or not be shown,
// has no value.
func TestLine(t *testing.T) {
	first := version("1", ladder("a1"), ladder("b1"), ladder("b2"))
	second := version("2", ladder("a1"), ladder("b3"), ladder("b4"))
	third := round(3, second, 4, 3, 3)
	all := []rounds.Round{third, round(0, first, 1, 1, 1), round(2, second, 3, 2, -1), round(1, second, 2, -1, -1)}
	got := rounds.Line(all)
	want := map[string][]string{"": {"-", "-", "5/2", "7/2"}, "a": {"1", "2", "3", "4"}, "b": {"-", "-", "2", "3"}}
	if len(got) != 3 {
		t.Fatalf("%d curves", len(got))
	}
	for i, id := range []string{"", "a", "b"} {
		var values []string
		for n, p := range got[i].Points {
			if p.Round != n || !p.Day.Equal(start.AddDate(n, 0, 0)) {
				t.Errorf("point %d of %q is %+v", n, id, p)
			}
			if p.Value == nil {
				values = append(values, "-")
			} else {
				values = append(values, p.Value.RatString())
			}
		}
		if got[i].Dimension != id || !slices.Equal(values, want[id]) {
			t.Errorf("%q goes %v, want %v", got[i].Dimension, values, want[id])
		}
	}
	if got[0].Points[0].Far != assessments.NotComparable || got[1].Points[0].Far != assessments.Same || rounds.Line(nil) != nil {
		t.Errorf("far: %q and %q", got[0].Points[0].Far, got[1].Points[0].Far)
	}
}

// A curve says what comparing each round with the last says, and it ends with the last.
func TestLineAgreesWithCompare(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := pairOfRounds(t)
		last := randomRound(t, 2, b.Model)
		for i, r := range []rounds.Round{a, b, last} {
			c := rounds.Compare(r, last, nil)
			for _, curve := range rounds.Line([]rounds.Round{last, a, b}) {
				p := &c.Overall
				if curve.Dimension != "" {
					p = c.Dimension(curve.Dimension)
				}
				shown := p.Before != nil && p.Before.Shown() && p.Far != assessments.NotComparable
				if got := curve.Points[i]; len(curve.Points) != 3 || (got.Value != nil) != shown || shown && got.Value.Cmp(p.Before.Value) != 0 || got.Far != p.Far {
					t.Fatalf("%q at %d is %+v, compared it is %+v", curve.Dimension, i, got, p)
				}
			}
		}
	})
}

// A blank round has no answers; one that keeps them has exactly those that come along, each to be
// confirmed, and the earlier round is as it was.
func TestStart(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		last, _ := pairOfRounds(t)
		last.Assessment.Targets = map[string]int{"a": 3, "a0": 4, "gone": 2}
		to := last.Model
		if rapid.Bool().Draw(t, "newer") {
			to = randomVersion(t, "3")
		}
		before := maps.Clone(last.Answers)
		blank, none := rounds.Start(last, to, false, start, ids())
		a, ratings := rounds.Start(last, to, true, start, ids())
		if none != nil || !reflect.DeepEqual(a, blank) || !reflect.DeepEqual(before, last.Answers) {
			t.Fatalf("blank it is %+v with %v, else %+v", blank, none, a)
		}
		if a.ID == "" || a.Round != last.Assessment.Round+1 || a.CompanyID != "c" || a.ModelVersion != to.Version || !slices.Contains(to.Paths, a.Path) || !assessments.SameWeights(&a, &last.Assessment) {
			t.Fatalf("it begins as %+v", a)
		}
		if _, own := a.Targets["a0"]; a.Targets["a"] != 3 || own != (to.Number("a0") > 0) || len(a.Targets) > 2 {
			t.Fatalf("its targets are %v", a.Targets)
		}
		got, seen := assessments.Answers{}, map[string]bool{}
		for _, r := range ratings {
			if !r.Carried || r.Undoes != "" || r.Respondent != assessments.Owner || r.AssessmentID != a.ID || seen[r.ID] || r.Answer.Empty() {
				t.Fatalf("kept is %+v", r)
			}
			got[r.Question], seen[r.ID] = r.Answer, true
		}
		want, _ := assessments.Carry(last.Model, to, last.Answers)
		maps.DeleteFunc(want, func(_ string, a assessments.Answer) bool { return a.Empty() })
		if !maps.EqualFunc(got, want, assessments.Answer.Equal) {
			t.Fatalf("kept are %+v, want %+v", got, want)
		}
		next := rounds.Round{Assessment: a, Model: to, Answers: got, Size: last.Size}
		if c := rounds.Compare(last, next, nil); to == last.Model && last.Assessment.Path == a.Path && len(c.Rose)+len(c.Fell)+len(c.Found)+len(c.Lost) != 0 {
			t.Fatalf("before anything is confirmed, %+v has changed", c)
		}
	})
}

// Weights that mean nothing in the new version do not stay as a stamp.
func TestStartLeavesWeightsBehind(t *testing.T) {
	last := round(0, version("1", ladder("a1"), ladder("b1")), 1, 1)
	if err := last.Assessment.SetWeights(last.Model, map[string]*big.Rat{"b": big.NewRat(0, 1)}); err != nil {
		t.Fatal(err)
	}
	to := version("2", ladder("a1"))
	to.Dimensions = to.Dimensions[:1]
	if a, _ := rounds.Start(last, to, false, start, ids()); a.Weights != assessments.Standard || a.WeightOverrides != nil {
		t.Errorf("it is stamped %q with %v", a.Weights, a.WeightOverrides)
	}
	index := *last.Model
	index.Index = &assessments.Index{ID: "dii", Conditions: []assessments.Condition{{ID: "web"}}}
	last.Model, last.Answers["dii.web"] = &index, assessments.Answer{Value: assessments.Saying(true)}
	if _, ratings := rounds.Start(last, &index, true, start, ids()); len(ratings) != 3 || ratings[2].Question != "dii.web" {
		t.Errorf("of the index, kept is %+v", ratings)
	}
}
