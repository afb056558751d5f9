package screen

import (
	"nivel/app/session"
	"nivel/assessments"
	"nivel/assessments/figure"
	"nivel/assessments/scoring"
	"nivel/assessments/texts"
)

// VialOf shows a figure in a tube: bubble where there is a number, whisker where answers are
// missing, a frame at the target (0 for none).
func VialOf(f scoring.Figure, target int) figure.VialOptions {
	o := figure.Plain(0, 0)
	if f.Open() {
		o.Low, o.High = scoring.Float(f.Low), scoring.Float(f.High)
	}
	if f.Shown() {
		o.Value = scoring.Float(f.Value)
		if target > 0 {
			o.Target = float64(target)
		}
	}
	return o
}

// Number prints a figure, or a dash where it may not be shown.
func Number(w *texts.Words, f scoring.Figure) string {
	if !f.Shown() {
		return "–"
	}
	return w.Score(f.Value)
}

// Answered says which questions who answers now has answered in this round: what was taken from the
// one before is not one of them until it is confirmed.
func Answered(s *session.Session) func(question string) bool {
	own, carried := s.Own(), map[string]bool{}
	for _, id := range s.Unconfirmed() {
		carried[id] = true
	}
	return func(question string) bool {
		return own[question].Value.Standing != assessments.Unanswered && !carried[question]
	}
}

// IndexPage is the position of the part with the index's conditions.
const IndexPage = "index"

// CarriedFilter is the id of the list of questions that shows what is to be confirmed.
const CarriedFilter = "carried"

// Resume is the question where one goes on: the one last shown if it still exists, else the first
// without an answer, else the first.
func Resume(s *session.Session) string {
	m := &s.Pack.Model
	at := s.Assessment.Position
	if at == IndexPage || m.Number(at) > 0 {
		return at
	}
	for _, q := range m.Asked() {
		if s.Own()[q.ID].Value.Standing == assessments.Unanswered {
			return q.ID
		}
	}
	return m.Asked()[0].ID
}
