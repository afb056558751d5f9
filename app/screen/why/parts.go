package why

import (
	"math/big"

	"nivel/assessments"
	"nivel/assessments/scoring"
)

// Overall are the areas' parts of the overall score in hundredths, in their order; they add up to
// the total, which is the score rounded once.
func Overall(r *scoring.Result) (parts []int64, total int64) {
	var points []*big.Rat
	for _, d := range r.Dimensions {
		sum := new(big.Rat)
		for _, q := range d.Questions {
			if q.Points != nil {
				sum.Add(sum, q.Points)
			}
		}
		points = append(points, sum)
	}
	return apportion(points)
}

// Area are the answers' parts of an area's score in hundredths, in the order of its questions; they
// add up to the total, which is the score rounded once.
func Area(m *assessments.Model, answers assessments.Answers, id string) (parts []int64, total int64) {
	d := *m.Dimension(id)
	d.Weight = big.NewRat(1, 1) // also of an area that weighs nothing in the whole
	alone := *m
	alone.Overall, alone.Dimensions = assessments.Mean, []assessments.Dimension{d}
	var points []*big.Rat
	for _, q := range scoring.Score(&alone, answers, nil).Dimensions[0].Questions {
		points = append(points, q.Points)
	}
	return apportion(points)
}

func apportion(points []*big.Rat) (parts []int64, total int64) {
	parts = scoring.Apportion(points, 100)
	for _, n := range parts {
		total += n
	}
	return parts, total
}

// Better is the next better answer: one level up or, of a question without levels, the best there
// is. ok is false where nothing is known, or nothing is better.
func Better(q *assessments.Question, v assessments.Value) (out assessments.Value, best, ok bool) {
	worth := scoring.Worth(q, v).Worth
	if v.Standing != assessments.Given || worth == nil || worth.Cmp(big.NewRat(1, 1)) >= 0 {
		return v, false, false
	}
	switch q.Kind {
	case assessments.Ladder, assessments.Partly:
		for level := v.Level + 1; level < q.Steps(); level++ {
			if up := assessments.AtLevel(level); scoring.Worth(q, up).Worth.Cmp(worth) > 0 {
				return up, false, true
			}
		}
		return v, false, false
	case assessments.YesNo:
		return assessments.Saying(true), true, !v.Yes
	case assessments.Checklist:
		var all []string
		for _, o := range q.Options {
			if !o.Exclusive {
				all = append(all, o.ID)
			}
		}
		out = assessments.Choosing(all...)
	case assessments.Grid, assessments.Plans:
		level := q.Highest()
		if q.Kind == assessments.Plans {
			level = 3
		}
		out = v
		for _, r := range q.Rows {
			if v.Rows[r.ID].Standing == assessments.Given {
				out = out.WithRow(r.ID, assessments.AtLevel(level))
			}
		}
	default:
		return v, false, false
	}
	after := scoring.Worth(q, out).Worth
	return out, true, after != nil && after.Cmp(worth) > 0
}
