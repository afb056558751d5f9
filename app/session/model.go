package session

import (
	"slices"

	"nivel/assessments"
	"nivel/assessments/content"
	"nivel/assessments/scoring"
	"nivel/assessments/sqlite"
)

// Sector is the sector pack of the company's trade; empty where unknown, or until content is
// complete.
func (s *Session) Sector() string { return s.Library.Sector(s.Company.NACE) }

// Scope is the part of the model that is asked.
func (s *Session) Scope() assessments.Scope {
	path := s.Assessment.Path
	if paths := s.full.Model.Paths; !slices.Contains(paths, path) {
		path = paths[0]
	}
	return assessments.Scope{Path: path, Size: s.Company.Size(), Sector: s.Sector()}
}

// rescope works out what is asked, after a change of path, company or answers.
func (s *Session) rescope() {
	m := s.full.Model.Asking(s.Scope(), s.Answers).Weighted(s.Assessment.WeightOverrides)
	s.Pack = &content.Pack{Model: *m, Words: s.full.Words}
}

// Full is the whole questionnaire of the assessment's version.
func (s *Session) Full() *content.Pack { return s.full }

// find takes the version of a model that an assessment was answered with. It waits for all content
// where that is not the one at hand.
func (s *Session) find(id, version string) error {
	if s.full.Model.ID == id && s.full.Model.Version == version {
		return nil
	}
	p := s.Complete().Version(id, version)
	if p == nil {
		return assessments.NewFault("model-gone", "model", id, "version", version)
	}
	s.full = p
	return nil
}

// SetPath goes over to another path; all answers are kept.
func (s *Session) SetPath(path string) {
	s.Assessment.Path = path
	s.rescope()
	s.keepAssessment()
}

// keepAssessment writes the assessment as it is now.
func (s *Session) keepAssessment() {
	s.keepOwner()
	a := s.Assessment
	s.saver.do(func() error { return s.store.PutAssessment(ctx(), a) })
}

// Contradictions are the pairs of answers of who answers now that do not go together.
func (s *Session) Contradictions() []*assessments.Contradiction {
	return s.Pack.Model.Contradicted(s.Own())
}

// Begin starts a new assessment of the company with a model of the library.
func (s *Session) Begin(model string) error {
	if err := s.Saved(); err != nil {
		return err
	}
	p := s.Complete().Pack(model)
	if p == nil {
		return assessments.NewFault("model-gone", "model", model, "version", "")
	}
	s.full = p
	s.Answers, s.Decisions = assessments.Answers{}, map[string]assessments.Decision{}
	s.Assessment, s.plan = s.fresh(p), nil
	s.rescope()
	s.keepOwner()
	s.PutSetting(shownSetting, s.Assessment.ID)
	return nil
}

// Newer is the model's present version where the assessment was answered with an earlier one, what
// became of every question, and the score of the answers that come along; nil where there is none.
type Newer struct {
	Pack    *content.Pack
	Answers assessments.Answers
	Changes []assessments.Change
	Result  *scoring.Result
}

// Newer compares with the present version of the assessment's model.
func (s *Session) Newer() *Newer {
	p := s.Complete().Pack(s.full.Model.ID)
	if p == nil || p.Model.Version == s.full.Model.Version {
		return nil
	}
	n := &Newer{Pack: p}
	n.Answers, n.Changes = assessments.Carry(&s.full.Model, &p.Model, s.Answers)
	scope := s.Scope()
	scope.Path = p.Model.Paths[0]
	n.Result = scoring.Score(p.Model.Asking(scope, n.Answers), n.Answers, s.Assessment.Targets)
	return n
}

// Upgrade begins an assessment in the model's present version with the answers that come along.
// The earlier assessment stays as it is.
func (s *Session) Upgrade() error {
	n := s.Newer()
	if n == nil {
		return nil
	}
	if err := s.Saved(); err != nil {
		return err
	}
	targets, decisions, items := s.Assessment.Targets, s.Decisions, s.plan
	from, latest := &s.full.Model, s.Latest()
	round := s.Assessment.Round
	s.full = n.Pack
	s.Answers, s.Decisions = assessments.Answers{}, map[string]assessments.Decision{}
	s.Assessment, s.plan = s.fresh(n.Pack), nil
	s.Assessment.Round, s.Assessment.Targets = round, targets
	s.keepOwner()
	s.PutSetting(shownSetting, s.Assessment.ID)
	s.bring(from, &n.Pack.Model, latest)
	for _, d := range decisions {
		s.Decide(d)
	}
	for _, p := range items {
		p.ID = sqlite.NewID() // the earlier assessment keeps its plan
		if err := s.PutItem(p); err != nil {
			return err
		}
	}
	s.rescope()
	return nil
}

// Used lists the models that some assessment was answered with, as id@version.
func (s *Session) Used() (map[string]bool, error) {
	used := map[string]bool{}
	companies, err := s.store.Companies(ctx())
	if err != nil {
		return nil, err
	}
	for _, c := range companies {
		list, err := s.store.Assessments(ctx(), c.ID)
		if err != nil {
			return nil, err
		}
		for _, a := range list {
			used[a.ModelID+"@"+a.ModelVersion] = true
		}
	}
	return used, nil
}

// SetLibrary takes a library over which packs were laid anew. What is being answered stays in the
// version it was begun with.
func (s *Session) SetLibrary(lib *content.Library) {
	s.Complete()
	s.Library = lib
	if p := lib.Version(s.full.Model.ID, s.full.Model.Version); p != nil {
		s.full = p
	}
	s.rescope()
}

// NewID is a fresh id for what the program adds.
func NewID() string { return sqlite.NewID() }
