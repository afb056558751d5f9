package plan

import (
	"slices"
	"strings"

	"nivel/assessments"
)

// Conflict is an item that stands before what its action needs.
type Conflict struct {
	Item    assessments.PlanItem
	Needs   string // the action that comes first
	Missing bool   // it is not in the plan; else it stands in a later phase
}

// Conflicts lists all of them, in the order of the items. An action cannot stand in an earlier phase
// than one it needs, unless that is done or has no gap left; nor stand at all without it. What is
// done or dropped is in conflict with nothing.
func (b *Basis) Conflicts(items []assessments.PlanItem) []Conflict {
	var out []Conflict
	for i := range items {
		out = append(out, b.conflicts(items, &items[i])...)
	}
	return out
}

func (b *Basis) conflicts(items []assessments.PlanItem, item *assessments.PlanItem) []Conflict {
	var out []Conflict
	if !item.Pending() {
		return nil
	}
	for _, need := range b.needs(item.Action) {
		phase, done := planned(items, need)
		if done || phase != "" && !item.Phase.Before(phase) {
			continue
		}
		out = append(out, Conflict{Item: *item, Needs: need, Missing: phase == ""})
	}
	return out
}

// needs are the actions that must be in place before that one and are not yet. What is offered today
// waits for what advice says it waits for, so that a next step never is refused here.
func (b *Basis) needs(action string) []string {
	a := b.known[action]
	if a == nil || !b.left[action] {
		return nil
	}
	if o := b.offers[action]; o != nil {
		return o.WaitsFor
	}
	return slices.DeleteFunc(slices.Clone(a.Needs), func(need string) bool { return !b.left[need] })
}

// planned says in which phase an action stands at the earliest, empty where it is not in the plan,
// and whether it is done.
func planned(items []assessments.PlanItem, action string) (phase assessments.Phase, done bool) {
	for i := range items {
		p := &items[i]
		if p.Action != action || !p.Live() {
			continue
		}
		if phase == "" || p.Phase.Before(phase) {
			phase = p.Phase
		}
		done = done || p.Status == assessments.StatusDone
	}
	return phase, done
}

// Earliest is the first phase that an action may take beside the items. Where it needs others that
// are not in the plan there is none, and missing names them.
func (b *Basis) Earliest(items []assessments.PlanItem, action string) (phase assessments.Phase, missing []string) {
	phase = assessments.PhaseFirst
	for _, need := range b.needs(action) {
		at, done := planned(items, need)
		switch {
		case done:
		case at == "":
			missing = append(missing, need)
		case phase.Before(at):
			phase = at
		}
	}
	if len(missing) > 0 {
		return "", missing
	}
	return phase, nil
}

// Add returns the plan with one item more, or refuses with a *Fault that names both actions by their
// ids, "action" and "needs" (who shows the sentence puts in their titles). Add and Move never make a
// conflict; one that has come up otherwise, by other answers, hinders neither.
func (b *Basis) Add(items []assessments.PlanItem, item assessments.PlanItem) ([]assessments.PlanItem, error) {
	if b.known[item.Action] == nil {
		return nil, assessments.NewFault("action-unknown", "id", item.Action)
	}
	if err := named(item.Phase); err != nil {
		return nil, err
	}
	if phase, _ := planned(items, item.Action); phase != "" && item.Live() {
		return nil, assessments.NewFault("plan-twice", "action", item.Action)
	}
	if circle := b.circle(item.Action); circle != nil {
		return nil, assessments.NewFault("plan-circle", "action", circle[0], "needs", circle[len(circle)-1], "circle", strings.Join(circle, ", "))
	}
	out := append(slices.Clone(items), item)
	if err := waits(b.conflicts(out, &out[len(out)-1])); err != nil {
		return nil, err
	}
	return out, nil
}

// Move returns the plan with an item in another phase, or refuses as Add does.
func (b *Basis) Move(items []assessments.PlanItem, id string, to assessments.Phase) ([]assessments.PlanItem, error) {
	at := slices.IndexFunc(items, func(p assessments.PlanItem) bool { return p.ID == id })
	if at < 0 {
		return nil, assessments.NewFault("plan-item-unknown")
	}
	if err := named(to); err != nil {
		return nil, err
	}
	out := slices.Clone(items)
	out[at].Phase = to
	if to.Before(items[at].Phase) {
		if err := waits(b.conflicts(out, &out[at])); err != nil {
			return nil, err
		}
	}
	if items[at].Live() && items[at].Phase.Before(to) {
		for _, c := range b.Conflicts(out) {
			if c.Needs == items[at].Action && !c.Missing {
				return nil, assessments.NewFault("plan-needed", "action", c.Item.Action, "needs", c.Needs)
			}
		}
	}
	return out, nil
}

// named refuses a phase that there is not.
func named(phase assessments.Phase) error {
	if slices.Contains(assessments.Phases, phase) {
		return nil
	}
	return assessments.NewFault("word-unknown", "value", phase, "allowed", "first, second, third")
}

// waits refuses what waits for others; those that are not in the plan at all are said first, for
// they have to be added before anything can be moved.
func waits(conflicts []Conflict) error {
	for _, c := range conflicts {
		if c.Missing {
			return assessments.NewFault("plan-missing", "action", c.Item.Action, "needs", c.Needs)
		}
	}
	if len(conflicts) == 0 {
		return nil
	}
	return assessments.NewFault("plan-early", "action", conflicts[0].Item.Action, "needs", conflicts[0].Needs)
}

// circle is a circle of needs that an action is part of or leads to, each followed by what it needs
// and the last needing the first; nil where there is none. None of its actions could ever be first.
func (b *Basis) circle(action string) []string {
	var path, found []string
	seen := map[string]bool{}
	var walk func(id string)
	walk = func(id string) {
		if at := slices.Index(path, id); at >= 0 {
			found = slices.Clone(path[at:])
		}
		a := b.known[id]
		if a == nil || seen[id] || found != nil {
			return
		}
		seen[id] = true
		path = append(path, id)
		for _, need := range a.Needs {
			walk(need)
		}
		path = path[:len(path)-1]
	}
	walk(action)
	return found
}
