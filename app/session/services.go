package session

import (
	"context"

	"nivel/assessments"
	"nivel/assessments/cohort"
	"nivel/assessments/shared"
)

// Pools makes what pools the needs of all firms: the real ones, or the samples where there are only
// these. It may be called on another goroutine. Firms is how many were looked at.
func (s *Session) Pools(ctx context.Context) func() (pools []shared.Pool, firms int, sample bool, err error) {
	list, library := s.Firms(ctx, nil), s.Complete()
	return func() ([]shared.Pool, int, bool, error) {
		all, err := list()
		if err != nil {
			return nil, 0, false, err
		}
		var picks []cohort.Pick
		for _, f := range all {
			if p, ok := cohort.PickOf(f); ok {
				picks = append(picks, p)
			}
		}
		rounds, err := cohort.Rounds(ctx, s.store, library, picks)
		if err != nil {
			return nil, 0, false, err
		}
		subjects := make([]shared.Subject, len(rounds))
		for i := range rounds {
			subjects[i] = shared.Subject{Company: rounds[i].Company, Round: rounds[i].Round}
		}
		counted, sample := shared.Real(subjects)
		return shared.Of(library.Shared, library.Actions, counted), len(counted), sample, nil
	}
}

// Services are the shared services that somebody has taken up, by their needs, real ones or samples.
func (s *Session) Services(sample bool) (map[string]*shared.Service, error) {
	all, err := s.Undertakings(assessments.ServiceKind)
	if err != nil {
		return nil, err
	}
	out := map[string]*shared.Service{}
	for i := range all {
		if all[i].Sample != sample {
			continue
		}
		service, err := shared.Read(&all[i])
		if err != nil {
			return nil, err
		}
		out[service.Need] = service
	}
	return out, nil
}

// PutService keeps what is known about a shared service. What cannot stand is refused as Service.Check
// says, and nothing is changed.
func (s *Session) PutService(service *shared.Service, sample bool) error {
	if err := service.Check(); err != nil {
		return err
	}
	u, err := shared.Written(service, assessments.Undertaking{Sample: sample})
	if err != nil {
		return err
	}
	service.ID = s.PutUndertaking(u).ID
	return nil
}
