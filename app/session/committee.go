package session

import (
	"nivel/assessments"
	"nivel/assessments/committee"
)

// SampleWork says whether what several firms do together is done with samples: there are sample firms
// and no real one.
func (s *Session) SampleWork() bool { return s.FirmCount() == 0 && s.SampleRegion() }

// Committee is the committee of experts that was worked on last, of samples or of real work; a new one
// where there is none. What cannot be read is the error.
func (s *Session) Committee(sample bool) (*committee.Committee, error) {
	last, err := s.lastUndertaking(assessments.CommitteeKind, sample)
	if err != nil {
		return nil, err
	}
	if last == nil {
		return &committee.Committee{Name: s.Words.T("committee.name.new"), Sheets: map[string]committee.Sheet{}}, nil
	}
	return committee.Read(last)
}

// PutCommittee keeps a committee. What cannot stand is refused as Committee.Check says, and nothing is
// changed.
func (s *Session) PutCommittee(c *committee.Committee, sample bool) error {
	if err := c.Check(); err != nil {
		return err
	}
	u, err := committee.Written(c, sample)
	if err != nil {
		return err
	}
	c.ID = s.PutUndertaking(u).ID
	return nil
}
