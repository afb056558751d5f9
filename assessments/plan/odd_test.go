package plan_test

import (
	"fmt"
	"math/big"
	"testing"

	"nivel/assessments"
	"nivel/assessments/advice"
	"nivel/assessments/plan"
)

// A question that an action's success would hide stays, so that no phase is measured by fewer
// questions than the one before; nor does one come up that nobody has been asked.
func TestWhatIsAskedStays(t *testing.T) {
	m := ladder(6, false)
	below, above := m.Questions[0], m.Questions[0]
	below.ID, below.When = "below", &assessments.When{Answers: []assessments.Test{{Question: "q", Below: 2}}}
	above.ID, above.When = "above", &assessments.When{Answers: []assessments.Test{{Question: "q", Level: 2}}}
	m.Questions = append(m.Questions, below, above)
	in := advice.Input{Model: m, Targets: map[string]int{"d": 5}, Actions: []assessments.Action{rises("up", [2]int{0, 1}, 3)},
		Answers: assessments.Answers{"q": {Value: assessments.AtLevel(0)}, "below": {Value: assessments.AtLevel(5)}, "above": {Value: assessments.AtLevel(0)}}}
	p := plan.On(in).Project([]assessments.PlanItem{{ID: "1", Action: "up", Phase: assessments.PhaseFirst, Status: assessments.StatusTodo}})
	if today, high := p.Today.Overall.Value, p.Phases[0].High.Result.Overall.Value; today.Cmp(big.NewRat(5, 2)) != 0 || high.Cmp(big.NewRat(4, 1)) != 0 {
		t.Errorf("from %v to %v, want from 5/2 to 4", today, high)
	}
}

// What is not for a firm of this size or sector does nothing for it, holds nothing back and waits for
// nothing; nor does what leads to a level, option or row that this version of the model has not.
func TestActionsForOthersDoNothing(t *testing.T) {
	for name, change := range map[string]func(*assessments.Action){
		"other sizes":     func(a *assessments.Action) { a.Sizes = []assessments.SizeClass{assessments.Medium} },
		"another sector":  func(a *assessments.Action) { a.Sectors = []string{"food"} },
		"a level too far": func(a *assessments.Action) { a.Gaps[0].To = 7 },
		"no such row":     func(a *assessments.Action) { a.Gaps[0].Question, a.Gaps[0].Row = "grid", "gone" },
		"no such option":  func(a *assessments.Action) { a.Gaps[0].Question, a.Gaps[0].Option = "list", "gone" },
		"no such question": func(a *assessments.Action) {
			a.Gaps[0].Question = "gone"
		},
		"for the worse": func(a *assessments.Action) { a.Gaps[0].From, a.Gaps[0].To = [2]int{1, 2}, 0 },
	} {
		m := ladder(6, false)
		one := big.NewRat(1, 1)
		m.Questions = append(m.Questions, assessments.Question{ID: "list", Dimension: "d", Kind: assessments.Checklist, Weight: one, Options: []assessments.Option{{ID: "a", Value: one}, {ID: "none", Value: new(big.Rat), Exclusive: true}}},
			assessments.Question{ID: "grid", Dimension: "d", Kind: assessments.Grid, Weight: one, Values: assessments.Even(6), Rows: []assessments.Row{{ID: "x"}}})
		a := rises("odd", [2]int{0, 2}, 3)
		change(&a)
		b := plan.On(advice.Input{Model: m, Targets: map[string]int{"d": 5}, Size: assessments.Small, Sector: "metal",
			Answers: assessments.Answers{"q": {Value: assessments.AtLevel(1)}, "list": {Value: assessments.Choosing("none")}, "grid": {Value: assessments.Value{}.WithRow("x", assessments.AtLevel(0))}},
			Actions: []assessments.Action{a, rises("later", [2]int{4, 4}, 5, "odd"), rises("first", [2]int{0, 4}, 5)}})
		p := b.Project([]assessments.PlanItem{{ID: "1", Action: "odd", Phase: assessments.PhaseFirst, Status: assessments.StatusTodo}})
		for end, profile := range map[string]plan.Profile{"low": p.Phases[2].Low, "high": p.Phases[2].High} {
			if found := fmt.Sprint(profile.Result.Overall.Value); found != fmt.Sprint(p.Today.Overall.Value) {
				t.Errorf("%s, %s: from %v to %s", name, end, p.Today.Overall.Value, found)
			}
		}
		if phase, missing := b.Earliest(nil, "later"); phase != assessments.PhaseFirst {
			t.Errorf("%s: holds back what needs it: %v", name, missing)
		}
	}
}

// Of an action with several gaps only those count that lead to an answer the question takes; and one
// that stands in a plan twice, by whatever slip, is done once.
func TestOddGapsAndDoublesAreLeftOut(t *testing.T) {
	m, one := ladder(6, false), big.NewRat(1, 1)
	m.Questions = append(m.Questions, assessments.Question{ID: "list", Dimension: "d", Kind: assessments.Checklist, Weight: one,
		Options: []assessments.Option{{ID: "a", Value: one}, {ID: "b", Value: one}, {ID: "none", Value: new(big.Rat), Exclusive: true}}})
	a := rises("a", [2]int{0, 2}, 3)
	a.Gaps = append(a.Gaps, assessments.ActionGap{Question: "q", From: [2]int{0, 5}, To: 9}, assessments.ActionGap{Question: "list", Option: "none"})
	in := advice.Input{Model: m, Targets: map[string]int{"d": 5}, Actions: []assessments.Action{a},
		Answers: assessments.Answers{"q": {Value: assessments.AtLevel(0)}, "list": {Value: assessments.Choosing("a")}}}
	p := plan.On(in).Project([]assessments.PlanItem{{ID: "1", Action: "a", Phase: assessments.PhaseFirst, Status: assessments.StatusTodo},
		{ID: "2", Action: "a", Phase: assessments.PhaseFirst, Status: assessments.StatusDoing}})
	for want, profile := range map[int]plan.Profile{1: p.Phases[0].Low, 3: p.Phases[0].High} {
		if got := profile.Answers; got["q"].Value.Level != want || !got["list"].Value.Equal(assessments.Choosing("a")) {
			t.Errorf("level %d and %v, want %d and a", got["q"].Value.Level, got["list"].Value.Chosen, want)
		}
	}
}
