package interview

import "nivel/assessments"

// turnSure goes on to the next degree of how sure the answer is: sure, fairly, a guess, unsaid.
func (s *Screen) turnSure() {
	s.put(func(a *assessments.Answer) { a.Confidence = (a.Confidence + 1) % (assessments.Guess + 1) })
	s.showTools()
	s.page.Relayout()
}
