// Package scoring turns answers into scores: exact, with coverage and range, and traceable to the
// last digit shown.
//
// A question's answer is worth 0 to 1. A dimension is the weighted mean (or the minimum) of its
// applicable, known questions; the overall score is the weighted mean (or the minimum) of the
// dimensions that have a known answer. Not applicable leaves score and coverage; don't know and
// unanswered leave the score and lower coverage. All arithmetic is exact (math/big.Rat); numbers
// are rounded once, when they are printed.
package scoring

import (
	"math/big"

	"nivel/assessments"
)

// Figure is a score with what makes it honest. All values are on the scale 0 to Top.
type Figure struct {
	Value     *big.Rat // of the known answers alone; nil where none is known
	Low, High *big.Rat // lowest and highest score the missing answers allow; nil where there is none
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

// Levels are the whole levels nearest to both ends of the range; equal where the level is certain.
func (f Figure) Levels() (low, high int) { return Nearest(f.Low), Nearest(f.High) }

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
	Partial  bool     // a grid with rows still open
	Points   *big.Rat // share of the overall score, on the scale; nil where it has none
	low      *big.Rat
	high     *big.Rat
}

// Level is the question's worth on the scale, rounded down to the level reached; -1 if unknown.
func (a Question) Level() int {
	if a.Worth == nil {
		return -1
	}
	return Floor(new(big.Rat).Mul(a.Worth, top))
}

// Dimension is one dimension's result.
type Dimension struct {
	ID string
	Figure
	Questions []Question
	Target    int // the level wanted, or suggested: the next whole level
}

// Result is a whole assessment's.
type Result struct {
	Overall    Figure
	Dimensions []Dimension
	Weakest    int // index of the lowest shown dimension, -1 where none is shown
	Index      *IndexResult
}

var top = big.NewRat(assessments.Top, 1)

// Score works out everything from the answers. Targets may be nil; an answer that does not fit
// its question counts as unanswered.
func Score(m *assessments.Model, answers assessments.Answers, targets map[string]int) *Result {
	r := &Result{Weakest: -1}
	for i := range m.Dimensions {
		r.Dimensions = append(r.Dimensions, dimension(m, &m.Dimensions[i], answers))
	}
	r.overall(m)
	for i := range r.Dimensions {
		d := &r.Dimensions[i]
		d.Target = Suggested(d.Figure)
		if t, ok := targets[d.ID]; ok {
			d.Target = t
		}
		if d.Shown() && (r.Weakest < 0 || d.Value.Cmp(r.Dimensions[r.Weakest].Value) < 0) {
			r.Weakest = i
		}
	}
	r.points(m)
	if m.Index != nil {
		r.Index = index(m, answers)
	}
	return r
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

func dimension(m *assessments.Model, d *assessments.Dimension, answers assessments.Answers) Dimension {
	out := Dimension{ID: d.ID}
	var known, low, high []part
	for _, q := range m.Of(d.ID) {
		a := Worth(q, answers[q.ID].Value)
		out.Questions = append(out.Questions, a)
		out.Counts.count(a)
		if a.Standing == assessments.NotApplicable {
			continue
		}
		low = append(low, part{q.Weight, a.low})
		high = append(high, part{q.Weight, a.high})
		if a.Worth != nil {
			known = append(known, part{q.Weight, a.Worth})
		}
	}
	out.Value = scaled(combine(d.Combine, known))
	out.Low, out.High = scaled(combine(d.Combine, low)), scaled(combine(d.Combine, high))
	return out
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

func (r *Result) overall(m *assessments.Model) {
	var known, low, high []part
	for i := range r.Dimensions {
		d, w := &r.Dimensions[i], m.Dimensions[i].Weight
		o := &r.Overall.Counts
		o.Applicable, o.Answered = o.Applicable+d.Applicable, o.Answered+d.Answered
		o.DontKnow, o.NotApplicable = o.DontKnow+d.DontKnow, o.NotApplicable+d.NotApplicable
		if d.Low == nil {
			continue
		}
		low, high = append(low, part{w, d.Low}), append(high, part{w, d.High})
		if d.Value != nil {
			known = append(known, part{w, d.Value})
		}
	}
	r.Overall.Value = combine(m.Overall, known)
	r.Overall.Low, r.Overall.High = combine(m.Overall, low), combine(m.Overall, high)
}

// part is a value with its weight.
type part struct{ weight, value *big.Rat }

// combine returns nil where nothing weighs anything.
func combine(rule assessments.Combine, parts []part) *big.Rat {
	total := new(big.Rat)
	for _, p := range parts {
		total.Add(total, p.weight)
	}
	if total.Sign() == 0 || rule == assessments.NoOverall {
		return nil
	}
	if rule == assessments.Minimum {
		return lowest(parts)
	}
	sum := new(big.Rat)
	for _, p := range parts {
		sum.Add(sum, new(big.Rat).Mul(p.weight, p.value))
	}
	return sum.Quo(sum, total)
}

func lowest(parts []part) *big.Rat {
	var out *big.Rat
	for _, p := range parts {
		if p.weight.Sign() > 0 && (out == nil || p.value.Cmp(out) < 0) {
			out = p.value
		}
	}
	return new(big.Rat).Set(out)
}

func scaled(r *big.Rat) *big.Rat {
	if r == nil {
		return nil
	}
	return r.Mul(r, top)
}
