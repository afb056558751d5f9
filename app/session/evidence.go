package session

import (
	"slices"

	"nivel/assessments"
)

// EvidenceOf are the pictures of one question, the first one first, without the pictures in full. They
// are read once, so that turning from question to question does not wait for the disk.
func (s *Session) EvidenceOf(question string) ([]assessments.Evidence, error) {
	if s.picturesOf != s.Assessment.ID || s.pictures == nil {
		all, err := s.store.Evidence(ctx(), s.Assessment.ID)
		if err != nil {
			return nil, err
		}
		s.picturesOf, s.pictures = s.Assessment.ID, append([]assessments.Evidence{}, all...)
	}
	return slices.DeleteFunc(slices.Clone(s.pictures), func(e assessments.Evidence) bool { return e.Question != question }), nil
}

// freshEvidence lets the pictures be read again, after one has changed.
func (s *Session) freshEvidence() { s.pictures = nil }
