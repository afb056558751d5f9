// Package rounds sets the rounds of one company beside each other: what rose, what fell, what was
// asked anew, and how far that can be compared at all.
//
// The rule: figures are never compared silently. Each figure stands as its own round showed it, and
// beside it how far the two may be compared and why not further; a change is given only where they
// may. Single answers are compared by one yardstick, the later version of the model, into which the
// answers of the other are carried.
package rounds

import (
	"cmp"
	"math/big"
	"slices"
	"time"

	"nivel/assessments"
	"nivel/assessments/scoring"
)

// Round is one assessment with what is needed to score it.
type Round struct {
	Assessment assessments.Assessment
	Model      *assessments.Model  // whole, of the version it was answered with
	Answers    assessments.Answers // that count
	Size       assessments.SizeClass
	Sector     string
}

// Scope is what was asked; an empty path is the shortest.
func (r *Round) Scope() assessments.Scope {
	path := r.Assessment.Path
	if len(r.Model.Paths) > 0 && !slices.Contains(r.Model.Paths, path) {
		path = r.Model.Paths[0]
	}
	return assessments.Scope{Path: path, Size: r.Size, Sector: r.Sector}
}

// Asking is the part of the model that was put to the firm, with the weights that were in force.
func (r *Round) Asking() *assessments.Model {
	return r.Model.Asking(r.Scope(), r.Answers).Weighted(r.Assessment.WeightOverrides)
}

// Result is the round's score.
func (r *Round) Result() *scoring.Result {
	return scoring.Score(r.Asking(), r.Answers, r.Assessment.Targets)
}

// Reason is why two rounds cannot be compared, or only roughly.
type Reason string

// The reasons.
const (
	OtherModel   Reason = "model"   // another questionnaire altogether
	OtherVersion Reason = "version" // another version of it
	OtherPath    Reason = "path"    // a shorter or longer path
	OtherFirm    Reason = "firm"    // another size or trade, which is asked otherwise
	OtherWeights Reason = "weights" // the areas weigh otherwise
)

// Pair is one figure, before and after.
type Pair struct {
	Dimension     string          // empty: overall
	Before, After *scoring.Figure // nil where that round has no such dimension
	Far           assessments.Comparability
}

// Change is After less Before; nil where they may not be compared or one may not be shown.
func (p *Pair) Change() *big.Rat {
	if p.Far == assessments.NotComparable || p.Before == nil || p.After == nil || !p.Before.Shown() || !p.After.Shown() {
		return nil
	}
	return new(big.Rat).Sub(p.After.Value, p.Before.Value)
}

// Move is a question whose answer is worth more or less than before.
type Move struct {
	Question      string // in the later round
	Was           string // in the earlier one, mostly the same
	Before, After *big.Rat
}

// By is how far it moved, more or less than 0.
func (m *Move) By() *big.Rat { return new(big.Rat).Sub(m.After, m.Before) }

// Comparison is one round beside another.
type Comparison struct {
	Far         assessments.Comparability
	Reasons     []Reason // why no further; empty where Far is Same
	Overall     Pair
	Dimensions  []Pair   // in the order of the later round; those that it has no longer come last
	Rose, Fell  []Move   // largest first
	Found, Lost []string // known in the later round alone, and in the earlier alone; ids as in that round
	New, Gone   []string // asked in the later round alone, and in the earlier alone
	Anew        []string // asked in both with another meaning
	Finished    []assessments.Finished
}

// Dimension returns the pair of that dimension, or nil.
func (c *Comparison) Dimension(id string) *Pair {
	for i := range c.Dimensions {
		if c.Dimensions[i].Dimension == id {
			return &c.Dimensions[i]
		}
	}
	return nil
}

// Compare sets two rounds of one company beside each other. Of the finished actions, which may be
// all of the company's, it takes those that were finished after the earlier round was begun and
// until the later one was.
func Compare(earlier, later Round, finished []assessments.Finished) *Comparison {
	c := &Comparison{Finished: between(finished, earlier.Assessment.StartedAt, later.Assessment.StartedAt)}
	before, after := earlier.Result(), later.Result()
	p := pair(&earlier, &later)
	p.moves(c)
	c.judge(p, &earlier, &later)
	c.Overall = Pair{Before: &before.Overall, After: &after.Overall, Far: c.Far}
	if slices.Contains(c.Reasons, OtherWeights) || earlier.Model.Overall != later.Model.Overall {
		c.Overall.Far = assessments.NotComparable // a mean of other weights is another measure
	}
	c.dimensions(p, before, after)
	return c
}

// judge says how far the rounds may be compared, and why not further.
func (c *Comparison) judge(p *pairing, earlier, later *Round) {
	a, b := earlier.Scope(), later.Scope()
	c.Far = assessments.Compare(p.changes)
	switch {
	case p.other:
		c.Far, c.Reasons = assessments.NotComparable, []Reason{OtherModel}
		return
	case c.Far == assessments.Same && earlier.Model.Overall != later.Model.Overall:
		c.Far = assessments.Roughly
	}
	for _, r := range []struct {
		Reason
		differs bool
	}{{OtherVersion, earlier.Model.Version != later.Model.Version}, {OtherPath, a.Path != b.Path}, {OtherFirm, a.Size != b.Size || a.Sector != b.Sector}} {
		if r.differs && c.Far != assessments.Same {
			c.Reasons = append(c.Reasons, r.Reason)
		}
	}
	if !assessments.SameWeights(&earlier.Assessment, &later.Assessment) {
		c.Reasons = append(c.Reasons, OtherWeights)
		if c.Far == assessments.Same {
			c.Far = assessments.Roughly
		}
	}
}

// dimensions pairs the dimensions of both rounds.
func (c *Comparison) dimensions(p *pairing, before, after *scoring.Result) {
	for i := range after.Dimensions {
		d := &after.Dimensions[i]
		pair := Pair{Dimension: d.ID, After: &d.Figure, Far: assessments.NotComparable}
		if was := before.Dimension(d.ID); was != nil && !p.other {
			pair.Before, pair.Far = &was.Figure, p.within(d.ID)
		}
		c.Dimensions = append(c.Dimensions, pair)
	}
	for i := range before.Dimensions {
		if d := &before.Dimensions[i]; p.other || after.Dimension(d.ID) == nil {
			c.Dimensions = append(c.Dimensions, Pair{Dimension: d.ID, Before: &d.Figure, Far: assessments.NotComparable})
		}
	}
}

// between are the actions finished after one moment and until another, in their order, each once.
func between(all []assessments.Finished, after, until time.Time) []assessments.Finished {
	var out []assessments.Finished
	for _, f := range all {
		if f.At.After(after) && !f.At.After(until) && !slices.ContainsFunc(out, func(g assessments.Finished) bool { return g.Item.ID == f.Item.ID }) {
			out = append(out, f)
		}
	}
	slices.SortStableFunc(out, func(a, b assessments.Finished) int {
		return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.Item.ID, b.Item.ID))
	})
	return out
}
