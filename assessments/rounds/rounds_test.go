package rounds_test

import (
	"math/big"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"nivel/assessments"
	"nivel/assessments/rounds"
	"nivel/assessments/scoring"
)

func pairs(c *rounds.Comparison) []rounds.Pair {
	return append([]rounds.Pair{c.Overall}, c.Dimensions...)
}

// A round compared with itself has not changed in anything.
func TestComparingARoundWithItself(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, _ := pairOfRounds(t)
		c := rounds.Compare(r, r, []assessments.Finished{{Item: assessments.PlanItem{ID: "p"}, At: start}, {Item: assessments.PlanItem{ID: "q"}, At: r.Assessment.StartedAt}})
		if c.Far != assessments.Same || len(c.Reasons)+len(c.Rose)+len(c.Fell)+len(c.Found)+len(c.Lost)+len(c.New)+len(c.Gone)+len(c.Anew)+len(c.Finished) != 0 {
			t.Fatalf("it compares as %+v", c)
		}
		for _, p := range pairs(c) {
			if d := p.Change(); p.Far != assessments.Same || (d == nil) != !p.After.Shown() || d != nil && d.Sign() != 0 || !reflect.DeepEqual(p.Before, p.After) {
				t.Fatalf("%q changed by %v: %+v", p.Dimension, d, p)
			}
		}
	})
}

// Turned round, what rose falls by as much, what is new is gone, and every change has the other sign.
func TestSwappingSwaps(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := pairOfRounds(t)
		there, back := rounds.Compare(a, b, nil), rounds.Compare(b, a, nil)
		turned := func(all []rounds.Move) []rounds.Move {
			var out []rounds.Move
			for _, m := range all {
				out = append(out, rounds.Move{Question: m.Was, Was: m.Question, Before: m.After, After: m.Before})
			}
			return out
		}
		if !reflect.DeepEqual(turned(there.Rose), back.Fell) || !reflect.DeepEqual(turned(there.Fell), back.Rose) {
			t.Fatalf("rose %+v, fell %+v; back rose %+v, fell %+v", there.Rose, there.Fell, back.Rose, back.Fell)
		}
		if !slices.Equal(there.New, back.Gone) || !slices.Equal(there.Gone, back.New) || !slices.Equal(there.Found, back.Lost) || !slices.Equal(there.Lost, back.Found) || len(there.Anew) != len(back.Anew) {
			t.Fatalf("%+v, back %+v", there, back)
		}
		if there.Far != back.Far || !slices.Equal(there.Reasons, back.Reasons) {
			t.Fatalf("%q for %v, back %q for %v", there.Far, there.Reasons, back.Far, back.Reasons)
		}
		other := pairs(back)
		for _, p := range pairs(there) {
			at := slices.IndexFunc(other, func(x rounds.Pair) bool { return x.Dimension == p.Dimension })
			d, e := p.Change(), other[at].Change()
			if p.Far != other[at].Far || (d == nil) != (e == nil) || d != nil && d.Cmp(new(big.Rat).Neg(e)) != 0 {
				t.Fatalf("%q changes by %v, back by %v", p.Dimension, d, e)
			}
		}
	})
}

// What rose is worth more than before and what fell is worth less, the largest first, and none of
// it is new or gone; each figure is the one its own round shows.
func TestMoves(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := pairOfRounds(t)
		c := rounds.Compare(a, b, nil)
		seen := map[[2]string]bool{} // one question may have become two
		for sign, list := range map[int][]rounds.Move{1: c.Rose, -1: c.Fell} {
			for i, m := range list {
				if m.By().Sign() != sign || i > 0 && m.By().Abs(m.By()).Cmp(new(big.Rat).Abs(list[i-1].By())) > 0 {
					t.Fatalf("%+v stands at %d with sign %d", m, i, sign)
				}
				if id := [2]string{m.Question, m.Was}; seen[id] || slices.Contains(c.New, m.Question) || slices.Contains(c.Gone, m.Was) {
					t.Fatalf("%s stands twice in %+v", m.Question, c)
				}
				seen[[2]string{m.Question, m.Was}] = true
			}
		}
		for _, p := range pairs(c) {
			for _, r := range []struct {
				figure *scoring.Figure
				result *scoring.Result
			}{{p.Before, a.Result()}, {p.After, b.Result()}} {
				want := &r.result.Overall
				if d := r.result.Dimension(p.Dimension); d != nil {
					want = &d.Figure
				}
				if r.figure != nil && !reflect.DeepEqual(r.figure, want) {
					t.Fatalf("%q stands as %+v, its round shows %+v", p.Dimension, r.figure, want)
				}
			}
			if slices.Contains(c.Reasons, rounds.OtherWeights) && p.Dimension == "" && p.Change() != nil {
				t.Fatalf("with other weights overall changes by %v", p.Change())
			}
		}
		if (c.Far == assessments.Same) != (len(c.Reasons) == 0) {
			t.Fatalf("%q for %v", c.Far, c.Reasons)
		}
	})
}

// How far two rounds may be compared, and why not further.
func TestComparability(t *testing.T) {
	first := version("1", ladder("a1"), ladder("a2"), ladder("b1"), ladder("b2"))
	longer := ladder("a3")
	longer.Path = "full"
	wide := version("1", ladder("a1"), ladder("a2"), ladder("b1"), ladder("b2"), longer)
	second := version("2", ladder("a1"), ladder("a2"), ladder("b3"), ladder("b4"))
	lowest := version("2", first.Questions...)
	lowest.Overall = assessments.Minimum
	moved := version("2", first.Questions...)
	moved.Questions = slices.Clone(moved.Questions)
	moved.Questions[0].Dimension = "b"
	other := version("1", ladder("a1"), ladder("a2"), ladder("b1"), ladder("b2"))
	other.ID = "other"
	quick := func(r rounds.Round) rounds.Round { r.Assessment.Path = "quick"; return r }
	weighed := func(r rounds.Round, n int64) rounds.Round {
		if err := r.Assessment.SetWeights(r.Model, map[string]*big.Rat{"a": big.NewRat(n, 1)}); err != nil {
			t.Fatal(err)
		}
		return r
	}
	same, roughly, not := assessments.Same, assessments.Roughly, assessments.NotComparable
	for name, c := range map[string]struct {
		before, after rounds.Round
		far           assessments.Comparability
		reasons       []rounds.Reason
		within        []assessments.Comparability // overall, then a and b
	}{
		"one version":           {round(0, first, 1, 1, 1, 1), round(1, first, 2, 2, 2, 2), same, nil, []assessments.Comparability{same, same, same}},
		"of no matter":          {round(0, first, 1, 1, 1, 1), round(1, version("2", first.Questions...), 2, 2, 2, 2), same, nil, []assessments.Comparability{same, same, same}},
		"half of it is new":     {round(0, first, 1, 1, 1, 1), round(1, second, 2, 2, 2, 2), not, []rounds.Reason{rounds.OtherVersion}, []assessments.Comparability{not, same, not}},
		"a longer path":         {quick(round(0, wide, 1, 1, 1, 1)), round(1, wide, 2, 2, 2, 2, 2), roughly, []rounds.Reason{rounds.OtherPath}, []assessments.Comparability{roughly, roughly, same}},
		"other weights":         {round(0, first, 1, 1, 1, 1), weighed(round(1, first, 2, 2, 2, 2), 2), roughly, []rounds.Reason{rounds.OtherWeights}, []assessments.Comparability{not, same, same}},
		"the same own weights":  {weighed(round(0, first, 1, 1, 1, 1), 2), weighed(round(1, first, 2, 2, 2, 2), 2), same, nil, []assessments.Comparability{same, same, same}},
		"other own weights":     {weighed(round(0, first, 1, 1, 1, 1), 3), weighed(round(1, first, 2, 2, 2, 2), 2), roughly, []rounds.Reason{rounds.OtherWeights}, []assessments.Comparability{not, same, same}},
		"another rule":          {round(0, first, 1, 1, 1, 1), round(1, lowest, 2, 2, 2, 2), roughly, []rounds.Reason{rounds.OtherVersion}, []assessments.Comparability{not, same, same}},
		"one stands elsewhere":  {round(0, first, 1, 1, 1, 1), round(1, moved, 2, 2, 2, 2), roughly, []rounds.Reason{rounds.OtherVersion}, []assessments.Comparability{roughly, roughly, roughly}},
		"another questionnaire": {round(0, first, 1, 1, 1, 1), round(1, other, 2, 2, 2, 2), not, []rounds.Reason{rounds.OtherModel}, []assessments.Comparability{not, not, not, not, not}},
	} {
		got := rounds.Compare(c.before, c.after, nil)
		var within []assessments.Comparability
		for _, p := range pairs(got) {
			within = append(within, p.Far)
		}
		if got.Far != c.far || !slices.Equal(got.Reasons, c.reasons) || !slices.Equal(within, c.within) {
			t.Errorf("%s: %q for %v, within %v", name, got.Far, got.Reasons, within)
		}
	}
}

// What became of each question between two versions.
func TestWhatBecameOfQuestions(t *testing.T) {
	renamed, meaning := ladder("b4"), ladder("b2")
	renamed.Was = &assessments.Was{Question: "b1", Levels: []int{0, 2, 4, 5, 5, 5}}
	meaning.Revision = 1
	first := version("1", ladder("a1"), ladder("a2"), ladder("a3"), ladder("a4"), ladder("a5"), ladder("b1"), ladder("b2"))
	second := version("2", ladder("a1"), ladder("a2"), ladder("a3"), ladder("a4"), ladder("a6"), renamed, meaning)
	c := rounds.Compare(round(0, first, 1, 3, -1, 2, 4, 1, 1), round(1, second, 3, 2, 2, -1, 4, 2, 3), nil)
	if len(c.Rose) != 1 || c.Rose[0].Question != "a1" || c.Rose[0].By().Cmp(big.NewRat(2, 5)) != 0 || len(c.Fell) != 1 || c.Fell[0].Question != "a2" || c.Fell[0].By().Cmp(big.NewRat(-1, 5)) != 0 {
		t.Errorf("rose %+v, fell %+v", c.Rose, c.Fell) // b1 at 1 is b4 at 2: it did not move
	}
	if !slices.Equal(c.Found, []string{"a3"}) || !slices.Equal(c.Lost, []string{"a4"}) || !slices.Equal(c.New, []string{"a6"}) || !slices.Equal(c.Gone, []string{"a5"}) || !slices.Equal(c.Anew, []string{"b2"}) {
		t.Errorf("%+v", c)
	}
	if d := c.Dimension("a"); d == nil || d.Before.Value.Cmp(big.NewRat(5, 2)) != 0 || d.After.Value.Cmp(big.NewRat(11, 4)) != 0 || d.Change().Cmp(big.NewRat(1, 4)) != 0 || c.Dimension("x") != nil {
		t.Errorf("a is %+v", d)
	}
}

// Of the finished actions, those between the two rounds count, each once.
func TestFinishedInBetween(t *testing.T) {
	m := version("1", ladder("a1"))
	at := func(id string, months int) assessments.Finished {
		return assessments.Finished{Item: assessments.PlanItem{ID: id, Status: assessments.StatusDone}, At: start.AddDate(0, months, 0)}
	}
	c := rounds.Compare(round(1, m, 1), round(2, m, 2), []assessments.Finished{at("later", 25), at("second", 20), at("first", 14), at("before", 11), at("on the first day", 12), at("on the last", 24), at("first", 14)})
	var got []string
	for _, f := range c.Finished {
		got = append(got, f.Item.ID)
	}
	if !slices.Equal(got, []string{"first", "second", "on the last"}) {
		t.Errorf("finished in between: %v", got)
	}
}

// A round is scored with the weights that were in force, on the path that was asked.
func TestResult(t *testing.T) {
	long := ladder("b2")
	long.Path = "full"
	r := round(0, version("1", ladder("a1"), ladder("b1"), long), 5, 0, 4)
	if err := r.Assessment.SetWeights(r.Model, map[string]*big.Rat{"a": big.NewRat(3, 1)}); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]*big.Rat{"full": big.NewRat(17, 4), "quick": big.NewRat(15, 4), "": big.NewRat(15, 4), "gone": big.NewRat(15, 4)} {
		r.Assessment.Path = path
		if got := r.Result().Overall.Value; got.Cmp(want) != 0 {
			t.Errorf("on the path %q it is %v, want %v", path, got, want)
		}
	}
}

// A row more or less is neither a rise nor a fall, nor is a question that came into sight.
func TestWhatIsNoMove(t *testing.T) {
	grid := func(rows ...string) assessments.Question {
		q := ladder("a1")
		q.Kind = assessments.Grid
		for _, id := range rows {
			q.Rows = append(q.Rows, assessments.Row{ID: id})
		}
		return q
	}
	hidden := ladder("b1")
	hidden.When = &assessments.When{Answers: []assessments.Test{{Question: "b2", Level: 1}}}
	before, after := round(0, version("1", grid("x"), ladder("b2"), hidden), -1, 0, 1), round(1, version("2", grid("x", "y"), ladder("b2"), hidden), -1, 0, 3)
	before.Answers["a1"] = assessments.Answer{Value: assessments.Value{}.WithRow("x", assessments.AtLevel(2))}
	after.Answers["a1"] = assessments.Answer{Value: assessments.Value{}.WithRow("x", assessments.AtLevel(2)).WithRow("y", assessments.AtLevel(5))}
	if c := rounds.Compare(before, after, nil); len(c.Rose)+len(c.Fell)+len(c.Found)+len(c.Lost) != 0 {
		t.Errorf("moved: %+v", c)
	}
	after.Answers["b2"] = assessments.Answer{Value: assessments.AtLevel(1)}
	if c := rounds.Compare(before, after, nil); len(c.Rose) != 1 || c.Rose[0].Question != "b2" || !slices.Equal(c.Found, []string{"b1"}) {
		t.Errorf("with the condition fulfilled: %+v", c)
	}
	if c := rounds.Compare(after, before, nil); len(c.Fell) != 1 || !slices.Equal(c.Lost, []string{"b1"}) {
		t.Errorf("and back: %+v", c)
	}
}

// Within one version a question is what its id says, whatever it was called before.
func TestOldNamesMeanNothingWithinAVersion(t *testing.T) {
	long := ladder("a2")
	long.Path, long.Was = "full", &assessments.Was{Question: "a1"}
	m := version("1", ladder("a1"), long)
	short := round(0, m, 2)
	short.Assessment.Path = "quick"
	if c := rounds.Compare(short, round(1, m, 2, 4), nil); !slices.Equal(c.New, []string{"a2"}) || len(c.Rose) != 0 {
		t.Errorf("on the longer path: %+v", c)
	}
}

// A dimension of which most questions went elsewhere cannot be compared.
func TestMovedQuestionsAreGoneFromTheirDimension(t *testing.T) {
	first := version("1", ladder("a1"), ladder("a2"), ladder("a3"), ladder("b1"), ladder("b2"), ladder("b3"))
	second := version("2", slices.Clone(first.Questions)...)
	second.Questions[1].Dimension, second.Questions[2].Dimension = "b", "b"
	c := rounds.Compare(round(0, first, 1, 1, 1, 1, 1, 1), round(1, second, 2, 2, 2, 2, 2, 2), nil)
	if a, b := c.Dimension("a").Far, c.Dimension("b").Far; a != assessments.NotComparable || b != assessments.Roughly || c.Far != assessments.Roughly {
		t.Errorf("a %q, b %q, all %q", a, b, c.Far)
	}
}
