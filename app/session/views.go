package session

import (
	"slices"
	"time"

	"nivel/assessments"
	"nivel/assessments/views"
)

// PathSize is a path of the questionnaire with what it takes of this firm today.
type PathSize struct {
	ID        string
	Questions int // that are put to it
	Open      int // of them, without an answer
}

// Paths are the model's paths, shortest first.
func (s *Session) Paths() []PathSize {
	var out []PathSize
	scope := s.Scope()
	for _, id := range s.full.Model.Paths {
		scope.Path = id
		p := PathSize{ID: id}
		m := s.full.Model.Asking(scope, s.Answers)
		for i := range m.Questions {
			if q := &m.Questions[i]; q.Asked() {
				p.Questions++
				if s.Own()[q.ID].Value.Standing == assessments.Unanswered {
					p.Open++
				}
			}
		}
		out = append(out, p)
	}
	return out
}

// Readings are the other frameworks through which the answers can be seen.
func (s *Session) Readings() []assessments.Reading {
	return slices.DeleteFunc(slices.Clone(s.Complete().Readings), func(x assessments.Reading) bool { return x.Model != s.full.Model.ID })
}

// Earlier is another assessment of the company.
type Earlier struct {
	assessments.Assessment
	Answered int
	Last     time.Time // of its answers
}

// Others are the company's assessments beside the one that is shown, latest first.
func (s *Session) Others() ([]Earlier, error) {
	list, err := s.store.Assessments(ctx(), s.Company.ID)
	if err != nil {
		return nil, err
	}
	var out []Earlier
	for _, a := range list {
		if a.ID == s.Assessment.ID {
			continue
		}
		e := Earlier{Assessment: a, Last: a.StartedAt}
		ratings, err := s.store.Ratings(ctx(), a.ID)
		if err != nil {
			return nil, err
		}
		for _, x := range views.Agreed(ratings) {
			if x.Value.Standing != assessments.Unanswered {
				e.Answered++
			}
		}
		if n := len(ratings); n > 0 {
			e.Last = ratings[n-1].At
		}
		out = append(out, e)
	}
	return out, nil
}

// Another says whether the company has another assessment.
func (s *Session) Another() bool {
	list, err := s.store.Assessments(ctx(), s.Company.ID)
	return err == nil && slices.ContainsFunc(list, func(a assessments.Assessment) bool { return a.ID != s.Assessment.ID })
}
