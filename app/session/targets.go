package session

import (
	"maps"
	"math/big"

	"nivel/assessments"
	"nivel/assessments/scoring"
)

// SetTarget keeps the level that is wanted for an area or a question: at once in memory, then in
// the queue to the disk. A negative level takes it back, so that the suggested one counts again.
func (s *Session) SetTarget(subject string, level int) {
	s.keepOwner()
	targets := maps.Clone(s.Assessment.Targets) // the old map may still be on its way to the disk
	if targets == nil {
		targets = map[string]int{}
	}
	if level = min(level, assessments.Top); level < 0 {
		delete(targets, subject)
	} else {
		targets[subject] = level
	}
	s.Assessment.Targets = targets
	id, now := s.Assessment.ID, s.now()
	s.saver.do(func() error { return s.store.SetTarget(ctx(), id, subject, level, now) })
}

// SetWeights gives the areas weights for this assessment alone, which stamps it as a variant; none,
// or the questionnaire's, make it standard again. What is not allowed is a *Fault and changes
// nothing.
func (s *Session) SetWeights(overrides map[string]*big.Rat) error {
	s.keepOwner()
	if err := s.Assessment.SetWeights(&s.full.Model, overrides); err != nil {
		return err
	}
	s.rescope()
	id, stamp, own, now := s.Assessment.ID, s.Assessment.Weights, maps.Clone(s.Assessment.WeightOverrides), s.now()
	s.saver.do(func() error { return s.store.SetWeights(ctx(), id, stamp, own, now) })
	return nil
}

// Variant says whether areas weigh otherwise than in the questionnaire.
func (s *Session) Variant() bool { return s.Assessment.Weights == assessments.Variant }

// Risks is what the answers say about risks; no level has any part in it.
func (s *Session) Risks() scoring.RiskResult { return scoring.Risks(&s.Pack.Model, s.Answers) }
