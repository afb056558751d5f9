package session

import (
	"cmp"
	"slices"

	"nivel/assessments"
	"nivel/assessments/content"
	"nivel/assessments/rounds"
	"nivel/assessments/sqlite"
	"nivel/assessments/views"
)

// Round is a check-up of the firm with the words of its questionnaire.
type Round struct {
	rounds.Round
	Pack *content.Pack
}

// Rounds are the firm's check-ups, the first one in front. Those whose questionnaire is no longer
// there are left out: they cannot be scored.
func (s *Session) Rounds() ([]Round, error) {
	if err := s.Saved(); err != nil {
		return nil, err
	}
	list, err := s.store.Assessments(ctx(), s.Company.ID)
	if err != nil {
		return nil, err
	}
	var out []Round
	for _, a := range list {
		p := s.Complete().Version(a.ModelID, a.ModelVersion)
		if p == nil {
			continue
		}
		ratings, err := s.store.Ratings(ctx(), a.ID)
		if err != nil {
			return nil, err
		}
		firm := a.Then(s.Company)
		r := rounds.Round{Assessment: a, Model: &p.Model, Answers: views.Agreed(ratings), Size: firm.Size(), Sector: s.Library.Sector(firm.NACE)}
		out = append(out, Round{r, p})
	}
	slices.SortStableFunc(out, func(x, y Round) int {
		a, b := &x.Assessment, &y.Assessment
		return cmp.Or(cmp.Compare(a.Round, b.Round), a.StartedAt.Compare(b.StartedAt))
	})
	return out, nil
}

// Finished are the actions of all the firm's plans that were finished, with when.
func (s *Session) Finished() ([]assessments.Finished, error) {
	if err := s.Saved(); err != nil {
		return nil, err
	}
	return s.store.FinishedItems(ctx(), s.Company.ID)
}

// StartRound begins the next round with the present version of the questionnaire: blank or, with
// keep, from the last answers, each to be confirmed. What is still to be done of the plan, and what
// was decided about offers, comes along; the earlier round stays as it is.
func (s *Session) StartRound(keep bool) error {
	all, err := s.Rounds()
	if err != nil {
		return err
	}
	all = slices.DeleteFunc(all, func(r Round) bool { return r.Assessment.ModelID != s.full.Model.ID })
	to := s.Complete().Pack(s.full.Model.ID)
	if len(all) == 0 || to == nil {
		return assessments.NewFault("model-gone", "model", s.full.Model.ID, "version", "")
	}
	a, ratings := rounds.Start(all[len(all)-1].Round, &to.Model, keep, s.now(), sqlite.NewID)
	decisions, items := s.Decisions, slices.DeleteFunc(slices.Clone(s.plan), func(p assessments.PlanItem) bool { return !p.Pending() })
	for i := range items {
		items[i].At = a.StartedAt // the phases of this plan count from here
	}
	if err := s.enterNew(to, a); err != nil {
		return err
	}
	s.ratings, s.Answers, s.LastAnswer = ratings, views.Agreed(ratings), a.StartedAt
	for _, r := range ratings {
		s.saver.do(func() error { return s.store.Rate(ctx(), r) })
	}
	s.rescope()
	return s.bringPlan(decisions, items)
}

// SetNext keeps the day of the next round, YYYY-MM-DD; an empty one takes it back.
func (s *Session) SetNext(day string) error {
	if err := assessments.CheckNext(day, s.Today()); err != nil {
		return err
	}
	s.keepOwner()
	s.Assessment.NextAt = day
	id, now := s.Assessment.ID, s.now()
	s.saver.do(func() error { return s.store.SetNext(ctx(), id, day, now) })
	return nil
}
