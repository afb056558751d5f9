package session

import (
	"slices"
	"time"

	"nivel/assessments"
	"nivel/assessments/advice"
	"nivel/assessments/plan"
	"nivel/assessments/sqlite"
)

// Plan are the items of the assessment's plan, the one added first in front.
func (s *Session) Plan() []assessments.PlanItem { return slices.Clone(s.plan) }

// Today is the day on which plans are judged, as YYYY-MM-DD.
func (s *Session) Today() string { return s.now().Format(time.DateOnly) }

// Now is the moment, as the session sees it.
func (s *Session) Now() time.Time { return s.now() }

// PlanItem is the item with an id.
func (s *Session) PlanItem(id string) (assessments.PlanItem, bool) {
	for _, p := range s.plan {
		if p.ID == id {
			return p, true
		}
	}
	return assessments.PlanItem{}, false
}

// Planned is the item of the plan that holds an action and has not been dropped.
func (s *Session) Planned(action string) (assessments.PlanItem, bool) {
	for _, p := range s.plan {
		if p.Action == action && p.Live() {
			return p, true
		}
	}
	return assessments.PlanItem{}, false
}

// Basis is what the plan is judged by today; it waits for the content to be complete.
func (s *Session) Basis() *plan.Basis { return plan.On(s.adviceInput()) }

func (s *Session) adviceInput() advice.Input {
	actions := s.Complete().Actions
	return advice.Input{Model: &s.Pack.Model, Answers: s.Answers, Targets: s.Assessment.Targets, Actions: actions,
		Size: s.size(), Sector: s.Sector(), Decisions: s.Decisions}
}

// Overdue are the items that should be done by now, the longest overdue first.
func (s *Session) Overdue() []assessments.PlanItem { return plan.Overdue(s.plan, s.Today()) }

// Upcoming are the other items that remain to be done, the next one first.
func (s *Session) Upcoming() []assessments.PlanItem { return plan.Next(s.plan, s.Today()) }

// AddItem puts an action into the plan, in the earliest phase that it may take; the error says what
// it needs first.
func (s *Session) AddItem(action string) (assessments.PlanItem, error) {
	basis := s.Basis()
	p := assessments.PlanItem{ID: sqlite.NewID(), Action: action, Phase: assessments.PhaseFirst, Status: assessments.StatusTodo}
	if phase, missing := basis.Earliest(s.plan, action); len(missing) == 0 {
		p.Phase = phase
	}
	if _, err := basis.Add(s.plan, p); err != nil {
		return p, err
	}
	return p, s.PutItem(p)
}

// MoveItem puts an item into another phase, or says why it cannot stand there.
func (s *Session) MoveItem(id string, to assessments.Phase) error {
	moved, err := s.Basis().Move(s.plan, id, to)
	if err != nil {
		return err
	}
	at := slices.IndexFunc(moved, func(p assessments.PlanItem) bool { return p.ID == id })
	return s.PutItem(moved[at])
}

// undone is an item as it was before a change was taken back; it was not there where there is false.
type undone struct {
	item  assessments.PlanItem
	there bool
}

// PutItem adds an item or changes the one with its id: at once in memory, then in the queue to the
// disk. What cannot stand is refused as PlanItem.Check says, and nothing is changed.
func (s *Session) PutItem(p assessments.PlanItem) error {
	s.undone = nil
	return s.putItem(p)
}

func (s *Session) putItem(p assessments.PlanItem) error {
	if err := p.Check(s.Today()); err != nil {
		return err
	}
	at := slices.IndexFunc(s.plan, func(q assessments.PlanItem) bool { return q.ID == p.ID })
	if other, taken := s.Planned(p.Action); taken && other.ID != p.ID && p.Live() {
		return assessments.NewFault("plan-twice", "action", p.Action)
	}
	now := s.now()
	if p.At.IsZero() {
		p.At = now.UTC().Round(0)
	}
	if at < 0 || !s.plan[at].Same(p) {
		p.Touch(now)
	}
	s.plan = slices.Clone(s.plan)
	if at < 0 {
		s.plan = append(s.plan, p)
	} else {
		s.plan[at] = p
	}
	s.keepOwner()
	id := s.Assessment.ID
	s.saver.do(func() error { return s.store.PutPlanItem(ctx(), id, p, now) })
	return nil
}

// RemoveItem takes an item out of the plan; UndoPlan brings it back.
func (s *Session) RemoveItem(id string) {
	s.undone = nil
	s.removeItem(id)
}

func (s *Session) removeItem(id string) {
	at := slices.IndexFunc(s.plan, func(p assessments.PlanItem) bool { return p.ID == id })
	if at < 0 {
		return
	}
	s.plan = slices.Delete(slices.Clone(s.plan), at, at+1)
	assessment, now := s.Assessment.ID, s.now()
	s.saver.do(func() error { return s.store.DeletePlanItem(ctx(), assessment, id, now) })
}

// UndoPlan takes back the last change of the plan, of earlier starts too, and returns the id of its
// item; ok is false where nothing is left to take back. It waits for what is being written.
func (s *Session) UndoPlan() (item string, ok bool, err error) {
	if err := s.Saved(); err != nil {
		return "", false, err
	}
	item, ok, err = s.store.UndoPlan(ctx(), s.Assessment.ID, s.now())
	if err != nil || !ok {
		return "", false, err
	}
	before, there := s.PlanItem(item)
	before.ID = item
	s.undone = append(s.undone, undone{before, there})
	return item, true, s.readPlan()
}

// RedoPlan does again what was taken back last, as long as nothing else has been changed since.
func (s *Session) RedoPlan() (item string, ok bool, err error) {
	n := len(s.undone)
	if n == 0 {
		return "", false, nil
	}
	last := s.undone[n-1]
	s.undone = s.undone[:n-1]
	if !last.there {
		s.removeItem(last.item.ID)
		return last.item.ID, true, nil
	}
	return last.item.ID, true, s.putItem(last.item)
}

// readPlan reads the plan of the assessment that is shown.
func (s *Session) readPlan() (err error) {
	s.plan, err = s.store.PlanItems(ctx(), s.Assessment.ID)
	return err
}
