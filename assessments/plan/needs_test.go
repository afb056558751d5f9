package plan_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"nivel/assessments"
	"nivel/assessments/advice"
	"nivel/assessments/house/shipped"
	"nivel/assessments/plan"
)

// However actions are added and moved, the plan never holds a conflict; what is refused names both
// actions and leaves the plan as it was; and the earliest phase is just the earliest that is taken.
func TestAddingAndMovingMakeNoConflict(t *testing.T) {
	lib := shipped.Library()
	refused := map[string]int{}
	rapid.Check(t, func(t *rapid.T) {
		in := randomFirm(t, lib)
		b := plan.On(in)
		actions := bound(t, b, in)
		var items []assessments.PlanItem
		for range 40 {
			before := slices.Clone(items)
			var after []assessments.PlanItem
			var err error
			if len(items) > 0 && rapid.Bool().Draw(t, "move") {
				moved := rapid.SampledFrom(items).Draw(t, "moved")
				after, err = b.Move(items, moved.ID, rapid.SampledFrom(assessments.Phases).Draw(t, "to"))
			} else {
				item := randomItem(t, actions)
				if rapid.IntRange(0, 2).Draw(t, "to do") > 0 {
					item.Status = assessments.StatusTodo
				}
				after, err = b.Add(items, item)
				checkEarliest(t, b, items, item, err)
			}
			if !slices.Equal(items, before) {
				t.Fatal("the plan that was given is changed")
			}
			if err != nil {
				f := fault(err)
				refused[f.Code]++
				if after != nil || slices.Contains([]string{"plan-missing", "plan-early", "plan-needed"}, f.Code) && (f.Args["action"] == "" || f.Args["needs"] == "") {
					t.Fatalf("refused with %v and %d items", err, len(after))
				}
				continue
			}
			items = after
			if c := b.Conflicts(items); len(c) > 0 {
				t.Fatalf("%s stands before %s (missing: %v)", c[0].Item.Action, c[0].Needs, c[0].Missing)
			}
		}
	})
	for _, code := range []string{"plan-missing", "plan-early", "plan-needed", "plan-twice", "action-unknown"} {
		if refused[code] == 0 && !t.Failed() {
			t.Errorf("%s never came up: %v", code, refused)
		}
	}
}

// bound are a few actions that wait for others, with these, and a few at random.
func bound(t *rapid.T, b *plan.Basis, in advice.Input) []string {
	out := rapid.SliceOfN(rapid.SampledFrom(useful(t, in)), 2, 2).Draw(t, "others")
	for _, i := range rapid.Permutation(in.Actions).Draw(t, "order") {
		if _, missing := b.Earliest(nil, i.ID); len(missing) > 0 && len(out) < 10 {
			out = append(append(out, i.ID), missing...)
		}
	}
	return out
}

func checkEarliest(t *rapid.T, b *plan.Basis, items []assessments.PlanItem, item assessments.PlanItem, err error) {
	code := fault(err).Code
	if code == "plan-twice" || code == "action-unknown" || item.Status != assessments.StatusTodo {
		return
	}
	phase, missing := b.Earliest(items, item.Action)
	taken := phase != "" && !item.Phase.Before(phase)
	if taken != (err == nil) || (phase == "") != (len(missing) > 0) || (code == "plan-missing") != (phase == "") {
		t.Fatalf("%s in %s: %v, but its earliest is %q, missing %v", item.Action, item.Phase, err, phase, missing)
	}
}

// A next step is ready: it can always be the first thing in an empty plan.
func TestNextStepsCanComeFirst(t *testing.T) {
	lib := shipped.Library()
	rapid.Check(t, func(t *rapid.T) {
		in := randomFirm(t, lib)
		b := plan.On(in)
		for _, o := range advice.For(in).Next {
			if _, err := b.Add(nil, assessments.PlanItem{ID: "1", Action: o.Action.ID, Phase: assessments.PhaseFirst, Status: assessments.StatusTodo}); err != nil {
				t.Fatalf("%s is a next step: %v", o.Action.ID, err)
			}
		}
	})
}

// The rules one by one, on a ladder that template (0 to 2), program (2 to 3) and price (3 to 5) lead
// up.
func TestRules(t *testing.T) {
	in := advice.Input{Model: ladder(6, false), Targets: map[string]int{"d": 5}, Actions: []assessments.Action{
		rises("price", [2]int{3, 4}, 5, "program"), rises("program", [2]int{2, 2}, 3, "template"), rises("template", [2]int{0, 1}, 2),
		rises("sheet", [2]int{0, 0}, 1, "template"), rises("report", [2]int{4, 4}, 5, "template")}}
	p := func(action string, phase assessments.Phase, status assessments.Status) assessments.PlanItem {
		return assessments.PlanItem{ID: action, Action: action, Phase: phase, Status: status}
	}
	const first, second, third = assessments.PhaseFirst, assessments.PhaseSecond, assessments.PhaseThird
	const todo, done, dropped = assessments.StatusTodo, assessments.StatusDone, assessments.StatusDropped
	for name, c := range map[string]struct {
		today    int
		items    []assessments.PlanItem
		waits    [][2]string
		earliest map[string]assessments.Phase
	}{
		"nothing planned":            {0, nil, nil, map[string]assessments.Phase{"template": first, "program": "", "price": ""}},
		"in the same phase":          {0, []assessments.PlanItem{p("program", first, todo), p("template", first, todo)}, nil, map[string]assessments.Phase{"price": first}},
		"in a later phase":           {0, []assessments.PlanItem{p("template", third, todo), p("program", second, todo)}, [][2]string{{"program", "template"}}, map[string]assessments.Phase{"price": second, "program": third}},
		"not in the plan":            {0, []assessments.PlanItem{p("program", third, todo)}, [][2]string{{"program", "template"}}, nil},
		"dropped":                    {0, []assessments.PlanItem{p("program", third, todo), p("template", first, dropped)}, [][2]string{{"program", "template"}}, nil},
		"done, in a later phase":     {0, []assessments.PlanItem{p("program", first, todo), p("template", third, done)}, nil, map[string]assessments.Phase{"program": first}},
		"no gap left":                {2, []assessments.PlanItem{p("program", first, todo)}, nil, map[string]assessments.Phase{"program": first, "price": first}},
		"itself done":                {0, []assessments.PlanItem{p("program", first, done)}, nil, nil},
		"itself dropped":             {0, []assessments.PlanItem{p("program", first, dropped)}, nil, nil},
		"itself with no gap left":    {5, []assessments.PlanItem{p("price", first, todo)}, nil, nil},
		"already there":              {1, []assessments.PlanItem{p("sheet", first, todo)}, nil, map[string]assessments.Phase{"sheet": first}},
		"for later, what it needs":   {1, []assessments.PlanItem{p("report", first, todo)}, [][2]string{{"report", "template"}}, map[string]assessments.Phase{"report": ""}},
		"for later, nothing needed":  {2, []assessments.PlanItem{p("report", first, todo)}, nil, map[string]assessments.Phase{"report": first}},
		"dropped once, planned anew": {0, []assessments.PlanItem{p("template", first, dropped), p("template", second, todo), p("program", first, todo)}, [][2]string{{"program", "template"}}, map[string]assessments.Phase{"program": second}},
	} {
		in.Answers = at(c.today)
		b := plan.On(in)
		var waits [][2]string
		for _, k := range b.Conflicts(c.items) {
			waits = append(waits, [2]string{k.Item.Action, k.Needs})
		}
		if !slices.Equal(waits, c.waits) {
			t.Errorf("%s: waiting %v, want %v", name, waits, c.waits)
		}
		for action, want := range c.earliest {
			if got, _ := b.Earliest(c.items, action); got != want {
				t.Errorf("%s: %s in %q at the earliest, want %q", name, action, got, want)
			}
		}
	}
}

// A conflict that has come up by other answers hinders neither adding nor a move for the better.
func TestConflictsCanBeMended(t *testing.T) {
	in := advice.Input{Model: ladder(6, false), Answers: at(0), Targets: map[string]int{"d": 5}, Actions: []assessments.Action{
		rises("template", [2]int{0, 1}, 2), rises("program", [2]int{2, 2}, 3, "template"), rises("other", [2]int{0, 4}, 5), rises("price", [2]int{3, 4}, 5, "program")}}
	b := plan.On(in)
	items := []assessments.PlanItem{{ID: "p", Action: "program", Phase: assessments.PhaseSecond, Status: assessments.StatusTodo}}
	step := func(name string, next []assessments.PlanItem, err error, code string, conflicts int) {
		t.Helper()
		if fault(err).Code != code {
			t.Fatalf("%s: %v, want %q", name, err, code)
		}
		if err == nil {
			items = next
		}
		if c := b.Conflicts(items); len(c) != conflicts {
			t.Fatalf("%s: conflicts %+v, want %d", name, c, conflicts)
		}
	}
	add := func(action string, phase assessments.Phase) ([]assessments.PlanItem, error) {
		return b.Add(items, assessments.PlanItem{ID: action, Action: action, Phase: phase, Status: assessments.StatusTodo})
	}
	next, err := add("other", assessments.PhaseFirst)
	step("something else", next, err, "", 1)
	next, err = b.Move(items, "p", assessments.PhaseFirst)
	step("worse", next, err, "plan-missing", 1)
	next, err = add("template", assessments.PhaseThird)
	step("in the plan, but late", next, err, "", 1)
	next, err = b.Move(items, "template", assessments.PhaseSecond)
	step("in time", next, err, "", 0)
	next, err = b.Move(items, "template", assessments.PhaseThird)
	step("late again", next, err, "plan-needed", 0)
	next, err = b.Move(items, "p", assessments.PhaseThird)
	step("the one that waits", next, err, "", 0)
	next, err = b.Move(items, "template", assessments.PhaseThird)
	step("late, but in time", next, err, "", 0)
	next, err = b.Move(items, "p", assessments.PhaseSecond)
	step("too early", next, err, "plan-early", 0)
	next, err = add("program", assessments.PhaseThird)
	step("a second time", next, err, "plan-twice", 0)
	next, err = b.Move(items, "nobody", assessments.PhaseThird)
	step("not there", next, err, "plan-item-unknown", 0)
	next, err = b.Move(items, "p", "fourth")
	step("no phase", next, err, "word-unknown", 0)
	next, err = add("price", "")
	step("no phase to add to", next, err, "word-unknown", 0)
}

// A circle of needs is refused with the two that close it, whichever way one comes to it, and nothing
// runs for ever.
func TestCirclesAreRefused(t *testing.T) {
	needs := map[string][]string{"self": {"self"}, "hen": {"egg"}, "egg": {"hen"}, "a": {"b"}, "b": {"c"}, "c": {"d", "a"}, "d": nil, "farmer": {"d", "hen"}, "fine": {"d"}}
	in := advice.Input{Model: ladder(6, false), Answers: at(0), Targets: map[string]int{"d": 5}}
	// Needs that spread out and join again are no circle; walked one by one, these would take for ever.
	for i := range 60 {
		both := []string{fmt.Sprint("left", i+1), fmt.Sprint("right", i+1)}
		in.Actions = append(in.Actions, rises(fmt.Sprint("left", i), [2]int{0, 4}, 5, both...), rises(fmt.Sprint("right", i), [2]int{0, 4}, 5, both...))
	}
	for id, n := range needs {
		in.Actions = append(in.Actions, rises(id, [2]int{0, 4}, 5, n...))
	}
	done := make(chan bool)
	go func() {
		defer close(done)
		b := plan.On(in)
		all := []assessments.PlanItem{}
		for id := range needs {
			all = append(all, assessments.PlanItem{ID: id, Action: id, Phase: assessments.PhaseFirst, Status: assessments.StatusTodo})
		}
		for id, n := range needs {
			item := assessments.PlanItem{ID: id, Action: id, Phase: assessments.PhaseFirst, Status: assessments.StatusTodo}
			_, err := b.Add([]assessments.PlanItem{{ID: "d", Action: "d", Phase: assessments.PhaseFirst, Status: assessments.StatusTodo}}, item)
			f := fault(err)
			switch {
			case id == "d" && f.Code == "plan-twice" || id == "fine" && err == nil:
			case f.Code != "plan-circle" || !slices.Contains(needs[f.Args["needs"]], f.Args["action"]):
				t.Errorf("%s needs %v: %v", id, n, err)
			}
			b.Earliest(all, id)
			if _, err := b.Move(all, id, assessments.PhaseSecond); err == nil && len(n) > 0 && id != "fine" && id != "farmer" && id != "self" {
				t.Errorf("%s is moved away from what waits for it", id)
			}
		}
		b.Conflicts(all)
		b.Project(all)
		if _, err := b.Add(nil, assessments.PlanItem{ID: "left0", Action: "left0", Phase: assessments.PhaseFirst, Status: assessments.StatusTodo}); fault(err).Code != "plan-missing" {
			t.Errorf("what is no circle: %v", err)
		}
	}()
	select {
	case <-done:
	case <-time.After(20 * time.Second):
		t.Fatal("a circle is walked for ever")
	}
}

// Circles drawn at random among the shipped actions.
func TestRandomCirclesAreRefused(t *testing.T) {
	lib := shipped.Library()
	rapid.Check(t, func(t *rapid.T) {
		in := advice.Input{Model: lib.Pack("industry40").Model.For(assessments.Scope{}), Actions: slices.Clone(lib.Actions)}
		start := rapid.IntRange(0, len(in.Actions)-1).Draw(t, "start")
		length := rapid.IntRange(1, 12).Draw(t, "length")
		for i := range length {
			a := &in.Actions[(start+i)%len(in.Actions)]
			a.Needs = append(slices.Clone(a.Needs), in.Actions[(start+(i+1)%length)%len(in.Actions)].ID)
		}
		b := plan.On(in)
		for i := range length {
			_, err := b.Add(nil, assessments.PlanItem{ID: "1", Action: in.Actions[(start+i)%len(in.Actions)].ID, Phase: assessments.PhaseThird, Status: assessments.StatusTodo})
			if f := fault(err); f.Code != "plan-circle" || f.Args["action"] == "" || f.Args["needs"] == "" {
				t.Fatalf("in a circle of %d: %v", length, err)
			}
		}
	})
}
