package plan_test

import (
	"math/big"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"nivel/assessments"
	"nivel/assessments/advice"
	"nivel/assessments/house/shipped"
	"nivel/assessments/plan"
	"nivel/assessments/scoring"
)

// A plan with no item, or with dropped ones alone, leads to exactly today, in every phase, at both
// ends, to the last part of the result.
func TestNoItemIsToday(t *testing.T) {
	lib := shipped.Library()
	rapid.Check(t, func(t *rapid.T) {
		in := randomFirm(t, lib)
		items := randomItems(t, useful(t, in))
		for i := range items {
			items[i].Status = assessments.StatusDropped
		}
		today := scoring.Score(in.Model, in.Answers, in.Targets)
		for _, items := range [][]assessments.PlanItem{nil, items} {
			p := plan.On(in).Project(items)
			if !reflect.DeepEqual(p.Today, today) || len(p.Phases) != 3 {
				t.Fatalf("today is not today, or there are %d phases", len(p.Phases))
			}
			for _, o := range p.Phases {
				for _, profile := range []plan.Profile{o.Low, o.High} {
					if !reflect.DeepEqual(profile.Answers, in.Answers) || !reflect.DeepEqual(profile.Result, today) {
						t.Fatalf("nothing in phase %s leads to something", o.Phase)
					}
				}
			}
		}
	})
}

// One more item never lowers a score at either end of the range; each phase keeps what the one
// before has led to; the low end is not above the high one; and nothing is below today.
func TestProjectionsOnlyRise(t *testing.T) {
	lib := shipped.Library()
	risen := 0
	rapid.Check(t, func(t *rapid.T) {
		in := randomFirm(t, lib)
		b := plan.On(in)
		actions := useful(t, in)
		items := randomItems(t, actions)
		before := slices.Clone(items)
		less, more := b.Project(items), b.Project(append(slices.Clone(items), randomItem(t, actions)))
		if !slices.Equal(items, before) {
			t.Fatal("projecting changed the plan")
		}
		low, high := less.Today, less.Today
		for i, o := range less.Phases {
			for name, pair := range map[string][2]*scoring.Result{
				"one more, low": {o.Low.Result, more.Phases[i].Low.Result}, "one more, high": {o.High.Result, more.Phases[i].High.Result},
				"since the phase before, low": {low, o.Low.Result}, "since the phase before, high": {high, o.High.Result},
				"low to high": {o.Low.Result, o.High.Result}} {
				if found := lower(pair[0], pair[1]); found != "" {
					t.Fatalf("%s, %s: %s", o.Phase, name, found)
				}
			}
			low, high = o.Low.Result, o.High.Result
		}
		if lower(high, less.Today) != "" {
			risen++
		}
	})
	if risen < 20 && !t.Failed() {
		t.Errorf("only %d plans led anywhere", risen)
	}
}

// A projection is what scoring from scratch gives for the changed answers: where they bring no
// question up and hide none, of the whole model as it stands.
func TestProjectionIsScoredFromScratch(t *testing.T) {
	lib := shipped.Library()
	rapid.Check(t, func(t *rapid.T) {
		in := randomFirm(t, lib)
		p := plan.On(in).Project(randomItems(t, useful(t, in)))
		hidden := in.Model.Hidden(in.Answers)
		asked := *in.Model
		asked.Questions = nil
		for _, q := range in.Model.Questions {
			if !hidden[q.ID] {
				q.When = nil
				asked.Questions = append(asked.Questions, q)
			}
		}
		targets := map[string]int{}
		for _, d := range p.Today.Dimensions {
			targets[d.ID] = d.Target
		}
		for _, o := range p.Phases {
			for _, profile := range []plan.Profile{o.Low, o.High} {
				m := &asked
				if reflect.DeepEqual(hidden, in.Model.Hidden(profile.Answers)) {
					m = in.Model
				}
				want := scoring.Score(m, profile.Answers, targets)
				want.Index = scoring.Score(in.Model, profile.Answers, targets).Index
				if !reflect.DeepEqual(profile.Result, want) {
					t.Fatalf("%s: the projection is not the score of its answers", o.Phase)
				}
				for id, a := range profile.Answers {
					was := in.Answers[id]
					q := in.Model.Question(id)
					if a.Note != was.Note || a.Relevance != was.Relevance || a.Value.Fits(q) != nil && was.Value.Fits(q) == nil {
						t.Fatalf("%s: %+v became %+v", id, was, a)
					}
				}
			}
		}
	})
}

// An action alone leads, at the high end, to what its offer says, and at the low end to no more.
func TestOneItemIsItsOffer(t *testing.T) {
	lib := shipped.Library()
	rapid.Check(t, func(t *rapid.T) {
		in := randomFirm(t, lib)
		b, a := plan.On(in), advice.For(in)
		offers := append(append(slices.Clone(a.Next), a.Later...), a.Ask...)
		if len(offers) == 0 {
			return
		}
		for _, o := range rapid.SliceOfN(rapid.SampledFrom(offers), 5, 5).Draw(t, "offers") {
			p := b.Project([]assessments.PlanItem{{ID: "1", Action: o.Action.ID, Phase: assessments.PhaseFirst, Status: assessments.StatusTodo}})
			if o.After == nil {
				continue
			}
			if got := p.Phases[0].High.Result.Dimension(o.Dimension).Value; got.Cmp(o.After) != 0 {
				t.Fatalf("%s leads to %v, its offer says %v", o.Action.ID, got, o.After)
			}
			if got := p.Phases[0].Low.Result.Dimension(o.Dimension).Value; got.Cmp(o.Before) <= 0 || got.Cmp(o.After) > 0 {
				t.Fatalf("%s leads to %v at least, from %v to %v", o.Action.ID, got, o.Before, o.After)
			}
		}
	})
}

// What is done counts as done where the answer says so, and as planned for the first phase where
// not; what is planned for later counts later.
func TestStatusesCount(t *testing.T) {
	in := advice.Input{Model: ladder(6, false), Answers: at(0), Actions: []assessments.Action{rises("up", [2]int{0, 1}, 3)}, Targets: map[string]int{"d": 5}}
	for name, c := range map[string]struct {
		phase  assessments.Phase
		status assessments.Status
		today  int
		want   [3][2]int // low and high level at the end of each phase
	}{
		"first":                {assessments.PhaseFirst, assessments.StatusTodo, 0, [3][2]int{{1, 3}, {1, 3}, {1, 3}}},
		"second, under way":    {assessments.PhaseSecond, assessments.StatusDoing, 0, [3][2]int{{0, 0}, {1, 3}, {1, 3}}},
		"third":                {assessments.PhaseThird, assessments.StatusTodo, 1, [3][2]int{{1, 1}, {1, 1}, {2, 3}}},
		"done, answer not yet": {assessments.PhaseThird, assessments.StatusDone, 0, [3][2]int{{1, 3}, {1, 3}, {1, 3}}},
		"done, answer says so": {assessments.PhaseFirst, assessments.StatusDone, 3, [3][2]int{{3, 3}, {3, 3}, {3, 3}}},
		"dropped":              {assessments.PhaseFirst, assessments.StatusDropped, 0, [3][2]int{{0, 0}, {0, 0}, {0, 0}}},
	} {
		in.Answers = at(c.today)
		p := plan.On(in).Project([]assessments.PlanItem{{ID: "1", Action: "up", Phase: c.phase, Status: c.status}})
		for i, o := range p.Phases {
			if got := [2]int{o.Low.Answers["q"].Value.Level, o.High.Answers["q"].Value.Level}; got != c.want[i] {
				t.Errorf("%s: at the end of %s levels %v, want %v", name, o.Phase, got, c.want[i])
			}
		}
	}
}

// Any actions on one question: the high end is the farthest that doing them in some order leads to,
// each as far as it goes; the low end the same with one level for each. Found here by trying all
// orders. A number of which less is better goes the other way.
func TestRangeIsThatOfTheBestOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		falling := rapid.Bool().Draw(t, "falling")
		steps := rapid.IntRange(2, 6).Draw(t, "steps")
		in := advice.Input{Model: ladder(steps, falling), Targets: map[string]int{"d": 5}}
		today := rapid.IntRange(0, steps-1).Draw(t, "today")
		in.Answers = at(today)
		var items []assessments.PlanItem
		var gaps []assessments.ActionGap
		for i := range rapid.IntRange(0, 5).Draw(t, "actions") {
			low := rapid.IntRange(0, steps-1).Draw(t, "low")
			a := rises(string(rune('a'+i)), [2]int{low, rapid.IntRange(low, steps-1).Draw(t, "high")}, rapid.IntRange(0, steps-1).Draw(t, "to"))
			in.Actions, gaps = append(in.Actions, a), append(gaps, a.Gaps[0])
			items = append(items, assessments.PlanItem{ID: a.ID, Action: a.ID, Phase: assessments.PhaseFirst, Status: assessments.StatusTodo})
		}
		p := plan.On(in).Project(items).Phases[0]
		for _, c := range []struct {
			name  string
			value assessments.Value
			whole bool
		}{{name: "low", value: p.Low.Answers["q"].Value}, {name: "high", value: p.High.Answers["q"].Value, whole: true}} {
			if want := best(today, gaps, 0, falling, c.whole); c.value.Level != want {
				t.Fatalf("%s from %d by %+v: %d, want %d", c.name, today, gaps, c.value.Level, want)
			}
		}
	})
}

// best tries every order.
func best(level int, gaps []assessments.ActionGap, used int, falling, whole bool) int {
	out := level
	for i, g := range gaps {
		further := g.To > level
		next := level + 1
		if falling {
			further, next = g.To < level, level-1
		}
		if used&(1<<i) != 0 || !further || level < g.From[0] || level > g.From[1] {
			continue
		}
		if whole {
			next = g.To
		}
		if n := best(next, gaps, used|1<<i, falling, whole); (n > out) != falling && n != out {
			out = n
		}
	}
	return out
}

// ladder is a model of one question "q": a ladder or, falling, a number of which less is better, in
// bands of one.
func ladder(steps int, falling bool) *assessments.Model {
	one := big.NewRat(1, 1)
	q := assessments.Question{ID: "q", Dimension: "d", Kind: assessments.Ladder, Weight: one, Values: assessments.Even(steps)}
	if falling {
		q.Kind = assessments.Number
		slices.Reverse(q.Values)
		q.Range = assessments.NumberRange{Least: new(big.Rat), Most: big.NewRat(int64(steps), 1)}
		for i := range steps {
			q.Bands = append(q.Bands, big.NewRat(int64(i), 1))
		}
	}
	return &assessments.Model{Overall: assessments.Mean, Dimensions: []assessments.Dimension{{ID: "d", Weight: one, Combine: assessments.Mean}}, Questions: []assessments.Question{q}}
}

func at(level int) assessments.Answers {
	return assessments.Answers{"q": {Value: assessments.AtLevel(level)}}
}

func rises(id string, from [2]int, to int, needs ...string) assessments.Action {
	return assessments.Action{ID: id, Who: assessments.Firm, Gaps: []assessments.ActionGap{{Question: "q", From: from, To: to}}, Needs: needs,
		Effort: map[assessments.SizeClass]*big.Rat{assessments.Small: big.NewRat(5, 2)}, Cost: map[assessments.SizeClass]int{assessments.Small: 2}}
}

// Rows rise one by one: a row whose answer is not known stays as it is and holds nothing back, a row
// of plans that is done keeps that it was planned, and the other rows are left alone.
func TestRows(t *testing.T) {
	one := big.NewRat(1, 1)
	rows := []assessments.Row{{ID: "x"}, {ID: "y"}, {ID: "z"}}
	m := ladder(6, false)
	m.Questions = []assessments.Question{{ID: "grid", Dimension: "d", Kind: assessments.Grid, Weight: one, Values: assessments.Even(6), Rows: rows},
		{ID: "plans", Dimension: "d", Kind: assessments.Plans, Weight: one, Column: assessments.Already, Rows: rows}}
	levels := func(x, y, z assessments.Value) assessments.Value {
		return assessments.Value{}.WithRow("x", x).WithRow("y", y).WithRow("z", z)
	}
	unknown := assessments.DontKnowValue
	in := advice.Input{Model: m, Targets: map[string]int{"d": 5}, Answers: assessments.Answers{
		"grid": {Value: levels(assessments.AtLevel(0), unknown, assessments.AtLevel(4))}, "plans": {Value: levels(assessments.AtLevel(1), unknown, assessments.AtLevel(0))}}}
	row := func(id, question, row string, from [2]int, to int, needs ...string) assessments.Action {
		a := rises(id, from, to, needs...)
		a.Gaps = []assessments.ActionGap{{Question: question, Row: row, From: from, To: to}}
		return a
	}
	in.Actions = []assessments.Action{row("x", "grid", "x", [2]int{0, 1}, 2), row("y", "grid", "y", [2]int{0, 1}, 2), row("x more", "grid", "x", [2]int{2, 2}, 4, "y"),
		row("plan x", "plans", "x", [2]int{-1, -1}, 0), row("plan y", "plans", "y", [2]int{-1, -1}, 0)}
	b := plan.On(in)
	if phase, missing := b.Earliest(nil, "x more"); phase != assessments.PhaseFirst {
		t.Errorf("a row that is not known holds back: %q, missing %v", phase, missing)
	}
	var items []assessments.PlanItem
	for _, a := range in.Actions {
		items = append(items, assessments.PlanItem{ID: a.ID, Action: a.ID, Phase: assessments.PhaseFirst, Status: assessments.StatusTodo})
	}
	o := b.Project(items).Phases[0]
	done := levels(assessments.AtLevel(3), unknown, assessments.AtLevel(0))
	for name, c := range map[string]struct{ got, want assessments.Value }{
		"low":         {o.Low.Answers["grid"].Value, levels(assessments.AtLevel(1), unknown, assessments.AtLevel(4))},
		"high":        {o.High.Answers["grid"].Value, levels(assessments.AtLevel(4), unknown, assessments.AtLevel(4))},
		"plans, low":  {o.Low.Answers["plans"].Value, done},
		"plans, high": {o.High.Answers["plans"].Value, done},
	} {
		if !c.got.Equal(c.want) {
			t.Errorf("%s: %+v, want %+v", name, c.got, c.want)
		}
	}
}
