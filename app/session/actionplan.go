package session

import (
	"nivel/assessments"
	"nivel/assessments/actionplan"
)

// ActionPlan is the region's action plan that was worked on last, of samples or of real work; an empty
// one where there is none. What cannot be read is the error.
func (s *Session) ActionPlan(sample bool) (*actionplan.Plan, error) {
	last, err := s.lastUndertaking(assessments.ActionPlanKind, sample)
	if err != nil {
		return nil, err
	}
	if last == nil {
		return &actionplan.Plan{}, nil
	}
	return actionplan.Read(last)
}

// PutActionPlan keeps the plan. What cannot stand is refused as Plan.Check says, and nothing is changed.
func (s *Session) PutActionPlan(p *actionplan.Plan, sample bool) error {
	if err := p.Check(); err != nil {
		return err
	}
	u, err := actionplan.Written(p, sample)
	if err != nil {
		return err
	}
	p.ID = s.PutUndertaking(u).ID
	return nil
}
