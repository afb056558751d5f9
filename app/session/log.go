package session

import "nivel/assessments"

// Logged is what was handed on, brought in or deleted, the last line in front: moments and kinds,
// without content.
func (s *Session) Logged() ([]assessments.LogEntry, error) {
	if err := s.Saved(); err != nil {
		return nil, err
	}
	return s.store.Logged(ctx())
}

// CompanyName is the name of a company, empty where it has none or is not there.
func (s *Session) CompanyName(id string) string {
	c, err := s.store.Company(ctx(), id)
	if err != nil {
		return ""
	}
	return c.Name
}
