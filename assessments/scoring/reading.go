package scoring

import (
	"math/big"

	"nivel/assessments"
)

// ReadingResult is what the answers say in the dimensions of another framework. It is indicative
// and never an official result.
type ReadingResult struct {
	ID         string
	Dimensions []ReadingDimension
}

// ReadingDimension is one of its dimensions.
type ReadingDimension struct {
	ID       string
	Covered  int // aspects with a known answer
	Aspects  int
	Value    *big.Rat // 0 to 1, the mean of the covered aspects; nil where none is
	Complete bool     // every aspect that our questions speak for has an answer
}

// Shown says whether enough is covered to show a value: a third of what the framework looks at.
func (d ReadingDimension) Shown() bool { return d.Value != nil && 3*d.Covered >= d.Aspects }

// Shown says whether any dimension is shown.
func (r *ReadingResult) Shown() bool {
	for _, d := range r.Dimensions {
		if d.Shown() {
			return true
		}
	}
	return false
}

// partWorth is what an answer is worth, or one option or row of it.
func partWorth(q *assessments.Question, part string, v assessments.Value) *big.Rat {
	worth := Worth(q, v)
	switch row := v.Rows[part]; {
	case part == "" || worth.Worth == nil:
		return worth.Worth
	case q.Kind == assessments.Checklist && v.Has(part):
		return one
	case q.Kind == assessments.Checklist:
		return zero
	case row.Standing == assessments.Given && q.HasRow(part):
		return rowWorth(q, row.Level)
	}
	return nil
}

// Read sees answers through another framework: each aspect is the mean of its questions, each
// dimension the mean of its aspects.
func Read(x *assessments.Reading, m *assessments.Model, answers assessments.Answers) *ReadingResult {
	hidden := m.Hidden(answers)
	worth := func(id string) *big.Rat {
		id, part := assessments.SplitPart(id)
		q := m.Question(id)
		if q == nil || hidden[id] {
			return nil
		}
		return partWorth(q, part, answers[q.Source()].Value)
	}
	r := &ReadingResult{ID: x.ID}
	for _, dim := range x.Dimensions {
		d := ReadingDimension{ID: dim.ID, Aspects: len(dim.Aspects), Complete: true}
		sum := new(big.Rat)
		for _, a := range dim.Aspects {
			known := 0
			part := new(big.Rat)
			for _, id := range a.Questions {
				if w := worth(id); w != nil {
					known++
					part.Add(part, w)
				}
			}
			d.Complete = d.Complete && known == len(a.Questions)
			if known > 0 {
				d.Covered++
				sum.Add(sum, part.Quo(part, big.NewRat(int64(known), 1)))
			}
		}
		if d.Covered > 0 {
			d.Value = sum.Quo(sum, big.NewRat(int64(d.Covered), 1))
		}
		r.Dimensions = append(r.Dimensions, d)
	}
	return r
}
