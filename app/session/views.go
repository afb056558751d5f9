package session

import (
	"slices"
	"time"

	"nivel/assessments"
	"nivel/assessments/scoring"
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

// Comparison sets the assessment beside the present version of its model: what became of the
// questions of its path, and what the answers that come along are worth there.
type Comparison struct {
	*Newer
	Path    string // of the present version; the assessment's, where that still exists
	Asked   []assessments.Change
	Longer  []string // questions of longer paths that were not asked before
	Far     assessments.Comparability
	Present *scoring.Result
}

// Compare is nil where the assessment has the present version. Only what one path asks is compared:
// questions that a longer one brings change no score of a shorter.
func (s *Session) Compare() *Comparison {
	n := s.Newer()
	if n == nil {
		return nil
	}
	c := &Comparison{Newer: n}
	scope := s.Scope()
	from := s.full.Model.For(scope)
	if paths := n.Pack.Model.Paths; !slices.Contains(paths, scope.Path) {
		scope.Path = paths[0]
	}
	c.Path = scope.Path
	to := n.Pack.Model.For(scope)
	_, c.Asked = assessments.Carry(from, to, s.Answers)
	whole := map[string]assessments.Fate{}
	for _, x := range n.Changes {
		whole[x.Question] = x.Fate
	}
	for i, x := range c.Asked {
		if !x.Fate.Carries() && x.Fate != assessments.Anew && whole[x.Question].Carries() {
			c.Asked[i].Fate = assessments.Shifted // it stands on another path now
		}
	}
	scope.Path = ""
	longest := n.Pack.Model.For(scope)
	for _, x := range n.Changes {
		if x.Fate == assessments.Added && to.Number(x.Question) == 0 && longest.Number(x.Question) > 0 {
			c.Longer = append(c.Longer, x.Question)
		}
	}
	c.Far = assessments.Compare(c.Asked)
	scope.Path = c.Path
	c.Present = scoring.Score(n.Pack.Model.Asking(scope, n.Answers), n.Answers, s.Assessment.Targets)
	return c
}

// GoOn upgrades and stays on the path, where the present version still has it.
func (s *Session) GoOn() error {
	path := s.Assessment.Path
	if err := s.Upgrade(); err != nil {
		return err
	}
	if path != s.Assessment.Path && slices.Contains(s.full.Model.Paths, path) {
		s.SetPath(path)
	}
	return nil
}

// BeginOn starts a new assessment with a model of the library on one of its paths.
func (s *Session) BeginOn(model, path string) error {
	if err := s.Begin(model); err != nil {
		return err
	}
	if path != s.Assessment.Path && slices.Contains(s.full.Model.Paths, path) {
		s.SetPath(path)
	}
	return nil
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

// Reopen shows another assessment of the company.
func (s *Session) Reopen(id string) error {
	if err := s.Saved(); err != nil {
		return err
	}
	s.PutSetting(shownSetting, id)
	s.Flush()
	return s.loadAssessment(ctx())
}
