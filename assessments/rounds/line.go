package rounds

import (
	"cmp"
	"maps"
	"math/big"
	"slices"
	"time"

	"nivel/assessments"
	"nivel/assessments/scoring"
)

// Curve is one dimension over all rounds.
type Curve struct {
	Dimension string // empty: overall
	Points    []Point
}

// Point is one round's value on a curve.
type Point struct {
	Round int // T0 is 0
	Day   time.Time
	Value *big.Rat // 0 to Top; nil where it may not be compared with the last round, or not be shown
	Far   assessments.Comparability
}

// Line are the curves of a company: overall, then each dimension of the last round. Each round is
// compared with the last, whose model and weights are the yardstick.
func Line(all []Round) []Curve {
	if len(all) == 0 {
		return nil
	}
	all = slices.Clone(all)
	slices.SortStableFunc(all, func(a, b Round) int {
		return cmp.Or(cmp.Compare(a.Assessment.Round, b.Assessment.Round), a.Assessment.StartedAt.Compare(b.Assessment.StartedAt))
	})
	last := all[len(all)-1]
	var out []Curve
	for _, r := range all {
		c := Compare(r, last, nil)
		if out == nil {
			out = make([]Curve, 1+len(last.Model.Dimensions))
		}
		for i := range out {
			pair := &c.Overall
			if i > 0 {
				pair = &c.Dimensions[i-1] // of the last round, which come first
			}
			p := Point{Round: r.Assessment.Round, Day: r.Assessment.StartedAt, Far: pair.Far}
			if pair.Before != nil && pair.Before.Shown() && pair.Far != assessments.NotComparable {
				p.Value = pair.Before.Value
			}
			out[i].Dimension, out[i].Points = pair.Dimension, append(out[i].Points, p)
		}
	}
	return out
}

// Before is where each figure of a round stood in an earlier one, by dimension, overall under the empty
// id; only those where exactly the same was asked.
func Before(earlier, later Round) map[string]*scoring.Figure {
	c := Compare(earlier, later, nil)
	out := map[string]*scoring.Figure{}
	for _, p := range append([]Pair{c.Overall}, c.Dimensions...) {
		if p.Far == assessments.Same && p.Change() != nil {
			out[p.Dimension] = p.Before
		}
	}
	return out
}

// Start begins the round after another with a version of its model. With keep, its ratings are the
// last answers as far as they come along, as the owner's and each to be confirmed; without, there
// are none. Targets and weights stay where the model still has what they are about. newID gives the
// ids; Benchmarks are left to the caller, who knows today's.
func Start(last Round, to *assessments.Model, keep bool, at time.Time, newID func() string) (assessments.Assessment, []assessments.Rating) {
	a := assessments.Assessment{ID: newID(), CompanyID: last.Assessment.CompanyID, ModelID: to.ID, ModelVersion: to.Version, Path: last.Assessment.Path,
		Weights: assessments.Standard, Round: last.Assessment.Round + 1, StartedAt: at, Targets: map[string]int{}}
	if !slices.Contains(to.Paths, a.Path) && len(to.Paths) > 0 {
		a.Path = to.Paths[0]
	}
	for id, level := range last.Assessment.Targets {
		if to.Dimension(id) != nil || to.Number(id) > 0 {
			a.Targets[id] = level
		}
	}
	weights := maps.Clone(last.Assessment.WeightOverrides)
	maps.DeleteFunc(weights, func(id string, _ *big.Rat) bool { return to.Dimension(id) == nil })
	if a.SetWeights(to, weights) != nil {
		a.Weights = assessments.Standard // nothing of what is left weighs anything
	}
	if !keep || last.Model.ID != to.ID {
		return a, nil
	}
	answers, _ := assessments.Carry(last.Model, to, last.Answers)
	var ratings []assessments.Rating
	add := func(id string) {
		if answer, ok := answers[id]; ok && !answer.Empty() {
			ratings = append(ratings, assessments.Rating{ID: newID(), AssessmentID: a.ID, Question: id, Respondent: assessments.Owner, At: at, Answer: answer, Carried: true})
		}
	}
	for i := range to.Questions {
		add(to.Questions[i].ID)
	}
	if to.Index != nil {
		for _, c := range to.Index.Conditions {
			add(to.Index.QuestionID(c.ID))
		}
	}
	return a, ratings
}
