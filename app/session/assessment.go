package session

import (
	"context"
	"slices"
	"time"

	"nivel/assessments"
	"nivel/assessments/content"
	"nivel/assessments/sqlite"
)

// shownSetting keeps which of a company's assessments is shown; without it, the newest.
const shownSetting = "assessment"

// enter shows an assessment in which nothing has been said yet. Whatever belongs to the one before
// is let go here, and nowhere else.
func (s *Session) enter(p *content.Pack, a assessments.Assessment) {
	s.full, s.Assessment = p, a
	s.Answers, s.Decisions = assessments.Answers{}, map[string]assessments.Decision{}
	s.ratings, s.own, s.step = nil, nil, nil
	s.plan, s.undone = nil, nil
	s.freshEvidence()
	s.LastAnswer = time.Time{}
	s.rescope()
}

// enterNew is enter for an assessment that is new, and shown from now on.
func (s *Session) enterNew(p *content.Pack, a assessments.Assessment) error {
	if err := s.closeRounds(a.ModelID); err != nil {
		return err
	}
	s.enter(p, a)
	s.stamp()
	s.keepOwner()
	s.PutSetting(shownSetting, a.ID)
	return nil
}

// closeRounds keeps with the rounds of a model so far what the firm is like now, before the next one
// begins: it may grow, and they stay what they were.
func (s *Session) closeRounds(model string) error {
	firm := assessments.Snapshot{People: s.Company.People, NACE: s.Company.NACE}
	list, err := s.store.Assessments(ctx(), s.Company.ID)
	if err != nil {
		return err
	}
	for _, a := range list {
		if a.ModelID != model || a.Firm != nil {
			continue
		}
		a.Firm = &firm
		s.saver.do(func() error { return s.store.PutAssessment(ctx(), a) })
	}
	return nil
}

// fresh is a new assessment with a model, on its shortest path.
func (s *Session) fresh(p *content.Pack) assessments.Assessment {
	m := &p.Model
	return assessments.Assessment{ID: sqlite.NewID(), CompanyID: s.Company.ID, ModelID: m.ID, ModelVersion: m.Version, Path: m.Paths[0],
		Weights: assessments.Standard, StartedAt: s.now()}
}

// stamp notes with which official figures an assessment was first compared, once they are there.
func (s *Session) stamp() {
	if !s.taken || s.Assessment.Benchmarks != "" {
		return
	}
	s.Assessment.Benchmarks = s.Library.BandsVersion
	if s.saver.kept[s.Assessment.ID] {
		s.keepAssessment()
	}
}

// loadAssessment shows the assessment of the company that was shown last, or its newest.
func (s *Session) loadAssessment(ctx context.Context) error {
	list, err := s.store.Assessments(ctx, s.Company.ID)
	if err != nil {
		return err
	}
	if len(list) == 0 {
		s.enter(s.full, s.fresh(s.full))
		return nil
	}
	wanted := s.Setting(shownSetting)
	at := max(0, slices.IndexFunc(list, func(a assessments.Assessment) bool { return a.ID == wanted }))
	p, err := s.version(&list[at])
	// Where its pack was taken away behind the program's back, another assessment keeps the program
	// usable, so that the pack can be loaded again; this one stays as it is.
	for i := 0; err != nil && i < len(list); i++ {
		if q, e := s.version(&list[i]); e == nil {
			p, at, err = q, i, nil
		}
	}
	if err != nil {
		return err
	}
	s.enter(p, list[at])
	if err = s.takeRatings(ctx); err != nil {
		return err
	}
	if s.Decisions, err = s.store.Decisions(ctx, s.Assessment.ID); err != nil {
		return err
	}
	if err := s.readPlan(); err != nil {
		return err
	}
	s.rescope()
	return nil
}

// version is the questionnaire that an assessment was answered with. It waits for all content
// where that is not the one at hand.
func (s *Session) version(a *assessments.Assessment) (*content.Pack, error) {
	if s.full.Model.ID == a.ModelID && s.full.Model.Version == a.ModelVersion {
		return s.full, nil
	}
	if p := s.Complete().Version(a.ModelID, a.ModelVersion); p != nil {
		return p, nil
	}
	return nil, assessments.NewFault("model-gone", "model", a.ModelID, "version", a.ModelVersion)
}

// keepOwner writes company and assessment before the first thing that hangs on them.
func (s *Session) keepOwner() {
	if s.saver.kept[s.Assessment.ID] {
		return
	}
	s.saver.kept[s.Assessment.ID] = true
	c, a := s.Company, s.Assessment
	s.saver.do(func() error {
		ctx := ctx()
		if err := s.store.PutCompany(ctx, c); err != nil {
			return err
		}
		return s.store.PutAssessment(ctx, a)
	})
}

// keepAssessment writes the assessment as it is now.
func (s *Session) keepAssessment() {
	s.keepOwner()
	a := s.Assessment
	s.saver.do(func() error { return s.store.PutAssessment(ctx(), a) })
}

// Begin starts a new assessment of the company with a model of the library, on one of its paths;
// the shortest where it has no such one. The assessments before stay as they are.
func (s *Session) Begin(model, path string) error {
	if err := s.Saved(); err != nil {
		return err
	}
	p := s.Complete().Pack(model)
	if p == nil {
		return assessments.NewFault("model-gone", "model", model, "version", "")
	}
	a := s.fresh(p)
	if slices.Contains(p.Model.Paths, path) {
		a.Path = path
	}
	return s.enterNew(p, a)
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
