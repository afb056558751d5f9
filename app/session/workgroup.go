package session

import (
	"nivel/assessments"
	"nivel/assessments/sqlite"
	"nivel/assessments/workgroup"
)

// Workgroup is the working group, of samples or of real work; an empty one where there is none. What
// cannot be read is the error.
func (s *Session) Workgroup(sample bool) (*workgroup.Group, error) {
	last, err := s.lastUndertaking(assessments.GroupKind, sample)
	if err != nil {
		return nil, err
	}
	if last == nil {
		return &workgroup.Group{Name: s.Words.T("workgroup.name.new")}, nil
	}
	return workgroup.Read(last)
}

// NewMeeting is a meeting of today, of which nothing is known yet.
func (s *Session) NewMeeting() workgroup.Meeting {
	return workgroup.Meeting{ID: sqlite.NewID(), Day: s.Today()}
}

// PutWorkgroup keeps the group. What cannot stand is refused as Group.Check says, and nothing is changed.
func (s *Session) PutWorkgroup(g *workgroup.Group, sample bool) error {
	if err := g.Check(); err != nil {
		return err
	}
	u, err := workgroup.Written(g, sample)
	if err != nil {
		return err
	}
	g.ID = s.PutUndertaking(u).ID
	return nil
}
