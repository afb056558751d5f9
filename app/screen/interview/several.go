package interview

import "nivel/assessments"

// turnSure goes on to the next degree of how sure the answer is: sure, fairly, a guess, unsaid.
func (s *Screen) turnSure() {
	s.put(func(a *assessments.Answer) { a.Confidence = (a.Confidence + 1) % (assessments.Guess + 1) })
	s.showTools()
	s.page.Relayout()
}

// Undo implements screen.Undoer: it takes back the last answer of who answers now, whichever
// question it was given to.
func (s *Screen) Undo() {
	if se := s.h.Session(); se.Undo(se.Respondent()) {
		s.h.Reload()
	}
}

// Redo implements screen.Undoer.
func (s *Screen) Redo() {
	if se := s.h.Session(); se.Redo(se.Respondent()) {
		s.h.Reload()
	}
}
