package session

import (
	"nivel/assessments"
	"nivel/assessments/views"
)

// Step is what was just undone or done again.
type Step struct {
	Question string
	Who      assessments.Respondent
	Answer   assessments.Answer // that stands now
	Before   assessments.Answer // that stood
	Redone   bool
}

// TakeStep is the last step, once: who shows it shows it until the page changes. Nil where there is
// none, or something was answered since.
func (s *Session) TakeStep() *Step {
	step := s.step
	s.step = nil
	return step
}

// Undo takes back the last change of a respondent, also one of an earlier start. False where there
// is none.
func (s *Session) Undo(who assessments.Respondent) bool { return s.back(who, views.UndoStep, false) }

// Redo does again what was undone last. False where something was answered since.
func (s *Session) Redo(who assessments.Respondent) bool { return s.back(who, views.RedoStep, true) }

// Steps is how many changes there are to go back, and forth again.
func (s *Session) Steps(who assessments.Respondent) (undo, redo int) {
	return views.Steps(s.Ratings(), who)
}

// mostLetters bounds how many letters of a note are one step.
const mostLetters = 500

// back goes one step. A note is kept letter by letter; the letters written in a row are one step.
func (s *Session) back(who assessments.Respondent, next func([]assessments.Rating, assessments.Respondent) (assessments.Rating, bool), redone bool) bool {
	var done *Step
	for range mostLetters {
		r, ok := next(s.Ratings(), who)
		if !ok {
			break
		}
		before := s.Latest()[who][r.Question].Answer
		note := noteOnly(before, r.Answer)
		if done != nil && (!note || r.Question != done.Question) {
			break
		}
		if done == nil {
			done = &Step{Question: r.Question, Who: who, Before: before, Redone: redone}
		}
		done.Answer = r.Answer
		s.put(r)
		if !note {
			break
		}
	}
	if done == nil {
		return false
	}
	s.step = done
	return true
}

// noteOnly says whether two answers differ in their notes alone.
func noteOnly(a, b assessments.Answer) bool {
	same := a.Note == b.Note
	a.Note, b.Note = "", ""
	return !same && a.Equal(b)
}
