package session

import (
	"maps"
	"math/big"
	"slices"

	"nivel/assessments"
	"nivel/assessments/content"
	"nivel/assessments/scoring"
	"nivel/assessments/sqlite"
)

// Newer sets an assessment beside the present version of its model: what became of the questions,
// and what the answers that come along are worth there.
type Newer struct {
	Pack    *content.Pack
	Path    string               // of the present version: the assessment's, where that still exists
	Asked   []assessments.Change // what became of the questions of the path
	Longer  []string             // questions of longer paths that were not asked before
	Answers assessments.Answers  // that come along
	Far     assessments.Comparability
	Result  *scoring.Result // of those answers in the present version, with the assessment's weights
}

// Newer is nil where the assessment has the present version. Only what one path asks is compared:
// questions that a longer one brings change no score of a shorter.
func (s *Session) Newer() *Newer {
	p := s.Complete().Pack(s.full.Model.ID)
	if p == nil || p.Model.Version == s.full.Model.Version {
		return nil
	}
	from, to := &s.full.Model, &p.Model
	scope := s.Scope()
	before := from.For(scope)
	if !slices.Contains(to.Paths, scope.Path) {
		scope.Path = to.Paths[0]
	}
	n := &Newer{Pack: p, Path: scope.Path}
	var whole []assessments.Change
	n.Answers, whole = assessments.Carry(from, to, s.Answers)
	after := to.For(scope)
	_, n.Asked = assessments.Carry(before, after, s.Answers)
	fate := map[string]assessments.Fate{}
	for _, x := range whole {
		fate[x.Question] = x.Fate
		longer := to.Question(x.Question)
		if x.Fate == assessments.Added && longer != nil && !to.On(longer, scope.Path) && inScope(to, scope, x.Question) {
			n.Longer = append(n.Longer, x.Question)
		}
	}
	for i, x := range n.Asked {
		if !x.Fate.Carries() && x.Fate != assessments.Anew && fate[x.Question].Carries() {
			n.Asked[i].Fate = assessments.Shifted // it stands on another path now
		}
	}
	n.Far = assessments.Compare(n.Asked)
	n.Result = scoring.Score(to.Asking(scope, n.Answers).Weighted(s.Assessment.WeightOverrides), n.Answers, s.Assessment.Targets)
	return n
}

// inScope says whether the longest path asks a question of this firm.
func inScope(m *assessments.Model, scope assessments.Scope, question string) bool {
	scope.Path = ""
	return m.For(scope).Number(question) > 0
}

// Upgrade begins an assessment in the model's present version with all that comes along: what
// everybody said, path, targets, weights, decisions and the plan. The earlier assessment stays as
// it is.
func (s *Session) Upgrade() error {
	n := s.Newer()
	if n == nil {
		return nil
	}
	if err := s.Saved(); err != nil {
		return err
	}
	was, from, latest := s.Assessment, &s.full.Model, s.Latest()
	decisions, items := s.Decisions, s.plan
	a := s.fresh(n.Pack)
	a.Path, a.Round, a.Targets, a.NextAt = n.Path, was.Round, was.Targets, was.NextAt
	weights := maps.Clone(was.WeightOverrides)
	maps.DeleteFunc(weights, func(id string, _ *big.Rat) bool { return n.Pack.Model.Dimension(id) == nil })
	if a.SetWeights(&n.Pack.Model, weights) != nil {
		a.Weights = assessments.Standard // nothing of what is left weighs anything
	}
	if err := s.enterNew(n.Pack, a); err != nil {
		return err
	}
	s.bring(from, &n.Pack.Model, latest)
	return s.bringPlan(decisions, items)
}

// bringPlan writes decisions, with their dates, and plan items of an earlier assessment, which keeps
// its own, into the one that is shown.
func (s *Session) bringPlan(decisions map[string]assessments.Decision, items []assessments.PlanItem) error {
	for _, d := range decisions {
		s.decide(d)
	}
	for _, p := range items {
		p.ID = sqlite.NewID()
		if err := s.PutItem(p); err != nil {
			return err
		}
	}
	return nil
}
