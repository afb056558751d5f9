package session

import (
	"slices"

	"nivel/assessments"
	"nivel/assessments/scoring"
)

// Carried are the questions, and conditions of the index behind them, whose answer was taken from
// the round before and has not been confirmed yet, in their order.
func (s *Session) Carried() []string {
	open := map[string]bool{}
	if s.anyCarried() {
		for _, said := range s.Latest() {
			for q, r := range said {
				open[q] = open[q] || r.Carried
			}
		}
	}
	return s.ordered(open)
}

// Unconfirmed are those of them that who answers now has said: to confirm, or to answer anew.
func (s *Session) Unconfirmed() []string {
	open := map[string]bool{}
	if s.anyCarried() {
		for q, r := range s.Latest()[s.Respondent()] {
			open[q] = r.Carried
		}
	}
	return s.ordered(open)
}

// anyCarried says whether there is anything to look for: mostly there is not, and this is asked at
// every key.
func (s *Session) anyCarried() bool {
	return slices.ContainsFunc(s.ratings, func(r assessments.Rating) bool { return r.Carried })
}

// ordered are the asked ones of a set, conditions last; not those that follow from other answers.
func (s *Session) ordered(open map[string]bool) []string {
	var out []string
	for _, q := range s.Pack.Model.Asked() {
		if open[q.ID] {
			out = append(out, q.ID)
		}
	}
	if x := s.Pack.Model.Index; x != nil {
		for i := range x.Conditions {
			c := &x.Conditions[i]
			if id := x.QuestionID(c.ID); open[id] && !scoring.Follows(&s.Pack.Model, c, s.Answers) {
				out = append(out, id)
			}
		}
	}
	return out
}

// Confirm says that a carried answer still holds.
func (s *Session) Confirm(question string) {
	for who, said := range s.Latest() {
		if r, ok := said[question]; ok && r.Carried {
			s.put(assessments.Rating{Question: question, Respondent: who, Answer: r.Answer, By: r.By})
		}
	}
}
