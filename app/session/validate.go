package session

import (
	"slices"
	"time"

	"nivel/assessments"
	"nivel/assessments/views"
)

// Said is what the firm's own people say now about a question, in their order; who gave no value is
// left out.
func (s *Session) Said(question string) []assessments.Rating {
	var out []assessments.Rating
	latest := s.Latest()
	for _, who := range views.Respondents {
		if r, ok := latest[who][question]; ok && who != assessments.Advisor && r.Answer.Value.Standing != assessments.Unanswered {
			out = append(out, r)
		}
	}
	return out
}

// Validated is what an advisor found on the spot.
type Validated struct {
	Question string
	Value    assessments.Value
	Why      string
	// By are those who agree on it, in their own words; empty where it is the advisor's view alone,
	// which leaves the question open where the firm says otherwise.
	By string
}

// Validate records what an advisor found: his rating and, where the firm's people agree, the answer
// that counts from now on. What they kept from the round before and says the same is confirmed with
// it. What cannot stand is refused, and nothing is changed.
func (s *Session) Validate(v Validated) error {
	if err := assessments.CheckBy(v.By); err != nil {
		return err
	}
	s.step = nil
	latest := s.Latest()
	a := latest[assessments.Advisor][v.Question].Answer
	a.Value, a.Note = v.Value, v.Why
	s.put(assessments.Rating{Question: v.Question, Respondent: assessments.Advisor, Answer: a})
	if v.By == "" {
		return nil
	}
	for _, who := range views.Respondents {
		if r, ok := latest[who][v.Question]; ok && r.Carried && r.Answer.Value.Equal(v.Value) && who != assessments.Advisor {
			s.put(assessments.Rating{Question: v.Question, Respondent: who, Answer: r.Answer, By: r.By})
		}
	}
	s.put(views.Agree(s.Ratings(), s.Assessment.ID, v.Question, assessments.Answer{Value: v.Value}, v.By, s.now()))
	return nil
}

// ValidatedSince are the questions about which an advisor has said something from a moment on.
func (s *Session) ValidatedSince(moment time.Time) map[string]bool {
	out := map[string]bool{}
	for id, r := range s.Latest()[assessments.Advisor] {
		out[id] = !r.Answer.Empty() && !r.At.Before(moment)
	}
	return out
}

// VisitPath are the questions of a visit in the order in which they are gone through: those that were
// to be clarified when it began, then the rest of the path. It stays the same while answers come in,
// but for questions that they bring up or hide.
func (s *Session) VisitPath(v assessments.Visit) (path []string, first int) {
	before := slices.DeleteFunc(slices.Clone(s.ratings), func(r assessments.Rating) bool { return !r.At.Before(v.StartedAt) })
	there := map[string]bool{}
	for _, item := range views.Clarify(&s.Pack.Model, before) {
		if s.Pack.Model.Question(item.Question) != nil {
			path, there[item.Question] = append(path, item.Question), true
		}
	}
	first = len(path)
	for _, q := range s.Pack.Model.Asked() {
		if !there[q.ID] {
			path = append(path, q.ID)
		}
	}
	return path, first
}

// UndoValidation takes back what was validated last: an advisor's rating and what was agreed with it.
func (s *Session) UndoValidation() bool { return s.stepBoth(views.UndoStep, s.Undo) }

// RedoValidation does it again.
func (s *Session) RedoValidation() bool { return s.stepBoth(views.RedoStep, s.Redo) }

// stepBoth goes one step with the advisor's ratings and the agreements: with both where they are about
// the same question, else with the one that was given later.
func (s *Session) stepBoth(next func([]assessments.Rating, assessments.Respondent) (assessments.Rating, bool), step func(assessments.Respondent) bool) bool {
	own, there := next(s.Ratings(), assessments.Advisor)
	agreed, also := next(s.Ratings(), assessments.Agreed)
	switch {
	case there && also && own.Question == agreed.Question:
		step(assessments.Advisor)
		return step(assessments.Agreed)
	case also && (!there || s.given(agreed.Undoes).After(s.given(own.Undoes))):
		return step(assessments.Agreed)
	case there:
		return step(assessments.Advisor)
	}
	return false
}

// given is when the rating with an id was given.
func (s *Session) given(id string) time.Time {
	at := slices.IndexFunc(s.ratings, func(r assessments.Rating) bool { return r.ID == id })
	if at < 0 {
		return time.Time{}
	}
	return s.ratings[at].At
}
