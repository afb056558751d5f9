package session

import (
	"context"

	"nivel/assessments"
	"nivel/assessments/region"
)

// Rollup makes what rolls all firms up that may count: the real ones, or the samples where there are
// only these. It may be called on another goroutine.
func (s *Session) Rollup(ctx context.Context) func() (*region.View, error) {
	library, now, sample := s.Complete(), s.now(), s.SampleWork()
	return func() (*region.View, error) {
		if st := s.Flush(); st.Err != nil {
			return nil, st.Err
		}
		return region.Make(ctx, region.Params{Store: s.store, Library: library, Now: now, Sample: sample})
	}
}

// TakeContributions makes what takes contribution files in, all good ones in one transaction; it may be
// called on another goroutine. Progress is told of the files that were read.
func (s *Session) TakeContributions(ctx context.Context, paths []string, progress func(done, total int)) func() ([]region.Outcome, error) {
	library, now := s.Complete(), s.now()
	return func() ([]region.Outcome, error) {
		return region.TakeIn(ctx, s.store, paths, region.TakeParams{Library: library, Now: now, Progress: progress})
	}
}

// Contribution is what the company that is shown would give to the region's figures: its present round
// without names.
func (s *Session) Contribution() (*region.Contribution, error) {
	if err := s.Saved(); err != nil {
		return nil, err
	}
	d, err := s.store.Dossier(ctx(), s.Company.ID)
	if err != nil {
		return nil, err
	}
	names, err := s.store.Contributors(ctx(), []string{s.Company.ID}, region.NewFirm)
	if err != nil {
		return nil, err
	}
	for i := range d.Rounds {
		if d.Rounds[i].Assessment.ID == s.Assessment.ID {
			return region.Of(&d, &d.Rounds[i], names[s.Company.ID], s.Complete(), s.now())
		}
	}
	return nil, assessments.NewFault("contribution-rounds")
}

// Needs are what the firms of the region miss most, in a sentence each, as a paper may say it: they are
// noted as released. None where there are no figures to show. It may take a while with many firms.
func (s *Session) Needs(most int) ([]string, error) {
	v, err := s.Rollup(ctx())()
	if err != nil || v.Rollup.Firms < region.Fewest {
		return nil, err
	}
	say := region.Say{Words: s.Words, Library: s.Complete(), Rollup: &v.Rollup}
	needs := say.Needs(most)
	if len(needs) == 0 {
		return nil, nil
	}
	return needs, v.Release(ctx())
}
