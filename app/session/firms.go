package session

import (
	"slices"
)

// FirmCount is how many firms there are; samples do not count.
func (s *Session) FirmCount() int {
	n, err := s.store.CountCompanies(ctx())
	if err != nil {
		return 0
	}
	return n
}

// Tag gives companies a mark or takes it from them, all of them or none. What cannot be kept is the
// error.
func (s *Session) Tag(ids []string, tag string, on bool) error {
	if err := s.Saved(); err != nil {
		return err
	}
	if err := s.store.Tag(ctx(), ids, tag, on, s.now()); err != nil {
		return err
	}
	if slices.Contains(ids, s.Company.ID) {
		c, err := s.store.Company(ctx(), s.Company.ID)
		if err != nil {
			return err
		}
		s.Company = c
	}
	return nil
}
