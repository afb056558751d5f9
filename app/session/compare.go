package session

import (
	"context"
	"slices"

	"nivel/assessments/cohort"
)

// Subjects makes what reads the last rounds of some companies, to set them beside each other, in the
// order of their ids; it may be called on another goroutine. Companies without a round that can be
// reckoned are left out: their names come too.
func (s *Session) Subjects(ids []string) func() (all []cohort.Subject, without []string, err error) {
	list, library := s.Firms(context.Background(), nil), s.Complete()
	return func() ([]cohort.Subject, []string, error) {
		firms, err := list()
		if err != nil {
			return nil, nil, err
		}
		var picks []cohort.Pick
		var without []string
		for _, id := range ids {
			at := slices.IndexFunc(firms, func(f *cohort.Firm) bool { return f.Company.ID == id })
			if at < 0 {
				continue
			}
			if p, ok := cohort.PickOf(firms[at]); ok {
				picks = append(picks, p)
			} else {
				without = append(without, firms[at].Company.Name)
			}
		}
		all, err := cohort.Subjects(context.Background(), s.store, library, picks)
		return all, without, err
	}
}
