package session

import (
	"context"
	"maps"
	"slices"

	"nivel/assessments"
	"nivel/assessments/sqlite"
	"nivel/assessments/views"
)

// respondentSetting keeps who answers on this machine.
const respondentSetting = "respondent"

// Respondent is who answers now.
func (s *Session) Respondent() assessments.Respondent {
	if s.respondent == "" {
		s.respondent = assessments.Owner
		if who := assessments.Respondent(s.Setting(respondentSetting)); slices.Contains(views.Respondents, who) {
			s.respondent = who
		}
	}
	return s.respondent
}

// SetRespondent changes who answers. What others answered stays, and counts with it.
func (s *Session) SetRespondent(who assessments.Respondent) {
	if !slices.Contains(views.Respondents, who) || who == s.Respondent() {
		return
	}
	s.respondent, s.step = who, nil
	s.PutSetting(respondentSetting, string(who))
	s.recount()
}

// Ratings is everything that was said in the assessment, in its order.
func (s *Session) Ratings() []assessments.Rating { return slices.Clip(s.ratings) }

// Own are the answers of who answers now; Answers are those that count. Where nobody else has
// answered, they are the same.
func (s *Session) Own() assessments.Answers {
	if s.alone() {
		return s.Answers
	}
	if s.own == nil {
		s.own = assessments.Answers{}
		for q, r := range views.Latest(s.Ratings())[s.Respondent()] {
			s.own[q] = r.Answer
		}
	}
	return s.own
}

// alone says whether all ratings are of who answers now.
func (s *Session) alone() bool {
	who := s.Respondent()
	return !slices.ContainsFunc(s.Ratings(), func(r assessments.Rating) bool { return r.Respondent != who })
}

// Voices are those who have answered something in the assessment, in the order in which they stand
// beside each other.
func (s *Session) Voices() []assessments.Respondent { return views.Voices(s.Ratings()) }

// Differences lists where views differ, largest first; those that are agreed too.
func (s *Session) Differences() []views.Difference {
	return views.Differences(&s.Pack.Model, s.Ratings())
}

// Clarify lists what is to be clarified, in the order of the questions.
func (s *Session) Clarify() []views.Item { return views.Clarify(&s.Pack.Model, s.Ratings()) }

// Latest is what each respondent says now, by question.
func (s *Session) Latest() map[assessments.Respondent]map[string]assessments.Rating {
	return views.Latest(s.Ratings())
}

// Agree records the answer on which the respondents have agreed, and who did.
func (s *Session) Agree(question string, a assessments.Answer, by string) error {
	if err := assessments.CheckBy(by); err != nil {
		return err
	}
	s.step = nil
	s.put(views.Agree(s.Ratings(), s.Assessment.ID, question, a, by, s.now()))
	return nil
}

// takeRatings loads what was said in the assessment.
func (s *Session) takeRatings(ctx context.Context) error {
	ratings, err := s.store.Ratings(ctx, s.Assessment.ID)
	if n := len(ratings); n > 0 {
		s.LastAnswer = ratings[n-1].At
	}
	s.ratings, s.Answers = ratings, views.Agreed(ratings)
	return err
}

// put adds a rating: at once in memory, then in the queue to the disk.
func (s *Session) put(r assessments.Rating) {
	r.ID, r.AssessmentID = sqlite.NewID(), s.Assessment.ID
	if r.At.IsZero() {
		r.At = views.Moment(s.Ratings(), s.now())
	}
	simple := r.Respondent == s.Respondent() && s.alone() // then what is said counts as it is
	s.ratings, s.LastAnswer = append(s.Ratings(), r), r.At
	if simple {
		s.Answers[r.Question] = r.Answer
		s.rescope()
	} else {
		s.recount()
	}
	s.keepOwner() // just before: in between, all would be said to be saved
	s.saver.do(func() error { return s.store.Rate(ctx(), r) })
}

// recount works out anew which answers count.
func (s *Session) recount() {
	s.own = nil
	s.Answers = views.Agreed(s.Ratings())
	s.rescope()
}

// bring writes what everybody said in an earlier version of the questionnaire, as far as it comes
// along, into the assessment that is shown; agreements last, so that they hold.
func (s *Session) bring(from, to *assessments.Model, latest map[assessments.Respondent]map[string]assessments.Rating) {
	for _, who := range append(slices.Clone(views.Respondents), assessments.Agreed) {
		said := assessments.Answers{}
		for q, r := range latest[who] {
			said[q] = r.Answer
		}
		carried, changes := assessments.Carry(from, to, said)
		was := map[string]string{}
		for _, c := range changes {
			was[c.Question] = c.From
		}
		for _, q := range slices.Sorted(maps.Keys(carried)) {
			if carried[q].Empty() {
				continue
			}
			s.put(assessments.Rating{Question: q, Respondent: who, By: latest[who][was[q]].By, Answer: carried[q]})
		}
	}
}
