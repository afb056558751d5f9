// Package scoring turns answers into scores: exact, with coverage and range, and traceable to the
// last digit shown.
//
// A question's answer is worth 0 to 1. A subdimension, a dimension and the overall score are each
// the weighted mean, the minimum or the count of their parts with a known answer. Not applicable
// leaves score and coverage; don't know and unanswered leave the score and lower coverage. What a
// condition hides is not there at all. All arithmetic is exact (math/big.Rat); numbers are rounded
// once, when they are printed.
package scoring

import (
	"math/big"

	"nivel/assessments"
)

// Figure is a score with what makes it honest. All values are on the scale 0 to Top.
type Figure struct {
	Value     *big.Rat // of the known answers alone; nil where none is known
	Low, High *big.Rat // lowest and highest score the missing answers allow; nil where there is none
	level     [3]int   // of Value, Low and High
	Counts
}

// Counts are numbers of questions.
type Counts struct {
	Applicable    int // all but those that do not apply
	Answered      int // with a known answer, grids with no row left open
	DontKnow      int
	NotApplicable int
}

// Missing is how many applicable questions have no known answer.
func (c Counts) Missing() int { return c.Applicable - c.Answered }

// Enough says whether a number may be shown: at least half of the applicable questions answered.
func (c Counts) Enough() bool { return c.Applicable > 0 && 2*c.Answered >= c.Applicable }

// Needed is how many more answers it takes until a number may be shown.
func (c Counts) Needed() int { return max(0, (c.Applicable+1)/2-c.Answered) }

// Ranged says whether there is a range: something applies, and the model has such a score.
func (f Figure) Ranged() bool { return f.Low != nil && f.High != nil }

// Open says whether missing answers leave the score open.
func (f Figure) Open() bool { return f.Ranged() && f.Low.Cmp(f.High) != 0 }

// Shown says whether the figure has a value that may be shown.
func (f Figure) Shown() bool { return f.Value != nil && f.Enough() }

// Level is the model's level that the value falls to.
func (f Figure) Level() int { return f.level[0] }

// Levels are the model's levels at both ends of the range; equal where the level is certain.
func (f Figure) Levels() (low, high int) { return f.level[1], f.level[2] }

// Certain says whether both ends of the range fall to one level.
func (f Figure) Certain() bool {
	low, high := f.Levels()
	return low == high
}

// Question is one question's part in the result.
type Question struct {
	ID       string
	Standing assessments.Standing
	Worth    *big.Rat // 0 to 1, nil where nothing is known
	Step     int      // level or band answered; -1 for other kinds and where nothing is known
	Partial  bool     // rows still open
	Target   int      // the level wanted: its own, else its dimension's
	Points   *big.Rat // share of the overall score, on the scale; nil where it has none
	low      *big.Rat
	high     *big.Rat
	weight   *big.Rat
}

// Level is the level answered or, for kinds without levels, the worth on the scale rounded down;
// -1 if unknown.
func (a Question) Level() int {
	if a.Worth == nil || a.Step >= 0 {
		return a.Step
	}
	return Floor(new(big.Rat).Mul(a.Worth, top))
}

// Dimension is one dimension's result.
type Dimension struct {
	ID string
	Figure
	Questions     []Question // without the hidden ones
	Subdimensions []Subdimension
	Target        int // the level wanted, or suggested: the next whole level
	subs          map[string]*node
}

// Subdimension is the result of a named part.
type Subdimension struct {
	ID string
	Figure
}

// Result is a whole assessment's.
type Result struct {
	Overall    Figure
	Dimensions []Dimension
	Weakest    int // index of the lowest shown dimension, -1 where none is shown
	Index      *IndexResult
}

var top = big.NewRat(assessments.Top, 1)

// Score works out everything from the answers, for the part of a model that is in scope. Targets
// are by dimension or question and may be nil; an answer that does not fit its question counts as unanswered.
func Score(m *assessments.Model, answers assessments.Answers, targets map[string]int) *Result {
	r := &Result{Weakest: -1, Dimensions: make([]Dimension, len(m.Dimensions))}
	hidden := m.Hidden(answers)
	root := &node{rule: m.Overall}
	for i := range m.Dimensions {
		dim, d := &m.Dimensions[i], &r.Dimensions[i]
		d.ID = dim.ID
		for _, q := range m.Of(dim.ID) {
			if !hidden[q.ID] {
				d.Questions = append(d.Questions, Worth(q, answers[q.Source()].Value))
			}
		}
		n := d.tree(dim, m)
		d.figures(dim, n, m)
		root.parts = append(root.parts, n)
		r.Overall.Counts.plus(d.Counts)
	}
	if m.Overall == assessments.Count {
		root.flatten(r)
	}
	r.Overall.set(root.ends(), m)
	if r.Overall.Value != nil {
		root.share(new(big.Rat).Set(top))
	}
	r.targets(targets)
	if m.Index != nil {
		r.Index = index(m, answers)
	}
	return r
}

// flatten makes the overall count one over all questions.
func (n *node) flatten(r *Result) {
	n.parts = nil
	for i := range r.Dimensions {
		for k := range r.Dimensions[i].Questions {
			q := &r.Dimensions[i].Questions[k]
			n.parts = append(n.parts, &node{weight: q.weight, question: q})
		}
	}
}

func (d *Dimension) figures(dim *assessments.Dimension, n *node, m *assessments.Model) {
	for _, q := range d.Questions {
		d.Counts.count(q)
	}
	d.set(n.ends(), m)
	for _, s := range dim.Subdimensions {
		sub := Subdimension{ID: s.ID}
		for _, leaf := range d.subs[s.ID].parts {
			sub.Counts.count(*leaf.question)
		}
		sub.set(d.subs[s.ID].ends(), m)
		d.Subdimensions = append(d.Subdimensions, sub)
	}
}

// set takes ends of 0 to 1 onto the scale.
func (f *Figure) set(e ends, m *assessments.Model) {
	f.Value, f.Low, f.High = scaled(e.value), scaled(e.low), scaled(e.high)
	f.level = [3]int{m.LevelOf(f.Value), m.LevelOf(f.Low), m.LevelOf(f.High)}
}

func (r *Result) targets(targets map[string]int) {
	for i := range r.Dimensions {
		d := &r.Dimensions[i]
		d.Target = Suggested(d.Figure)
		if t, ok := targets[d.ID]; ok {
			d.Target = t
		}
		for k := range d.Questions {
			q := &d.Questions[k]
			q.Target = d.Target
			if t, ok := targets[q.ID]; ok {
				q.Target = t
			}
		}
		if d.Shown() && (r.Weakest < 0 || d.Value.Cmp(r.Dimensions[r.Weakest].Value) < 0) {
			r.Weakest = i
		}
	}
}

// Suggested is the next whole level above a value as it is printed, with one decimal, and never
// more than the top; 1 where no value may be shown.
func Suggested(f Figure) int {
	if !f.Shown() {
		return 1
	}
	return min(assessments.Top, Tenths(f.Value)/10+1)
}

// Dimension returns the result of that dimension, or nil.
func (r *Result) Dimension(id string) *Dimension {
	for i := range r.Dimensions {
		if r.Dimensions[i].ID == id {
			return &r.Dimensions[i]
		}
	}
	return nil
}

// Question returns the result of that question, or nil.
func (r *Result) Question(id string) *Question {
	for i := range r.Dimensions {
		for k := range r.Dimensions[i].Questions {
			if r.Dimensions[i].Questions[k].ID == id {
				return &r.Dimensions[i].Questions[k]
			}
		}
	}
	return nil
}

func (c *Counts) count(q Question) {
	switch {
	case q.Standing == assessments.NotApplicable:
		c.NotApplicable++
		return
	case q.Standing == assessments.DontKnow:
		c.DontKnow++
	case q.Worth != nil && !q.Partial:
		c.Answered++
	}
	c.Applicable++
}

func (c *Counts) plus(d Counts) {
	c.Applicable, c.Answered = c.Applicable+d.Applicable, c.Answered+d.Answered
	c.DontKnow, c.NotApplicable = c.DontKnow+d.DontKnow, c.NotApplicable+d.NotApplicable
}

func scaled(r *big.Rat) *big.Rat {
	if r == nil {
		return nil
	}
	return new(big.Rat).Mul(r, top)
}
