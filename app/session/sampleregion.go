package session

import (
	"nivel/assessments"
	"nivel/assessments/sampleregion"
)

// SampleRegion says whether the firms of the sample region are there.
func (s *Session) SampleRegion() bool {
	all, err := s.sampleFirms()
	return err == nil && len(all) > 0
}

// sampleFirms are the ids of those that are there.
func (s *Session) sampleFirms() ([]string, error) {
	if err := s.Saved(); err != nil {
		return nil, err
	}
	all, err := s.store.Companies(ctx())
	var ids []string
	for _, c := range all {
		if sampleregion.Is(c.ID) {
			ids = append(ids, c.ID)
		}
	}
	return ids, err
}

// OpenSampleRegion brings in forty made-up firms, to look around in. They are marked as samples and
// never count.
func (s *Session) OpenSampleRegion() error {
	if err := s.Saved(); err != nil {
		return err
	}
	return s.store.PutSamples(ctx(), sampleregion.Of(s.Complete(), s.now().UTC().Round(0)))
}

// CloseSampleRegion takes these firms out again, with every series and every other thing that was made
// with samples. Where one of them is shown, another firm is shown then.
func (s *Session) CloseSampleRegion() error {
	ids, err := s.sampleFirms()
	if err != nil {
		return err
	}
	if err := s.store.DeleteSamples(ctx(), ids); err != nil {
		return err
	}
	if !sampleregion.Is(s.Company.ID) {
		return nil
	}
	s.saver.kept = map[string]bool{}
	s.Company = assessments.Company{}
	return s.show("")
}
