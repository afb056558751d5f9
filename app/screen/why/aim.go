package why

import (
	"math/big"

	"nivel/app/screen"
	"nivel/assessments"
	"nivel/assessments/scoring"
)

// aim is the target of a question, where it can be changed. Where nobody has chosen one it is that
// of the area.
func (s *Screen) aim(r *scoring.Question, text string) *screen.Aim {
	s.aims[r.ID] = screen.NewAim(s.h, screen.AimParams{Subject: r.ID, Name: text, Level: r.Target, Suggested: s.area.Target, Long: true, Changed: func() { s.changed(r.ID) }})
	return s.aims[r.ID]
}

// distance says what is missing to the target of a question, and whether the next steps look at it.
func (s *Screen) distance(r *scoring.Question) string {
	away := new(big.Rat).Mul(r.Worth, big.NewRat(assessments.Top, 1))
	away.Sub(big.NewRat(int64(r.Target), 1), away)
	switch {
	case away.Sign() <= 0:
		return s.w.T("target.reached")
	case s.se.Answers[r.ID].Relevance.Factor() == 0:
		return s.w.T("target.irrelevant")
	}
	return s.w.T("target.away", "value", s.w.Score(away))
}
