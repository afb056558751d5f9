package scoring

import (
	"math/big"

	"nivel/assessments"
)

var (
	zero = new(big.Rat)
	one  = big.NewRat(1, 1)
)

// Worth is what an answer to a question is worth, between what it is worth at least and at most.
func Worth(q *assessments.Question, v assessments.Value) Question {
	out := Question{ID: q.ID, Standing: v.Standing, low: zero, high: one}
	if v.Standing != assessments.Given {
		return out
	}
	if v.Fits(q) != nil {
		out.Standing = assessments.Unanswered
		return out
	}
	switch q.Kind {
	case assessments.Ladder:
		out.exactly(big.NewRat(int64(v.Level), assessments.Top))
	case assessments.YesNo:
		out.exactly(zero)
		if v.Yes {
			out.exactly(one)
		}
	case assessments.Checklist:
		out.exactly(chosenShare(q, v))
	case assessments.Grid:
		out.rows(q, v)
	}
	return out
}

func (a *Question) exactly(worth *big.Rat) { a.Worth, a.low, a.high = worth, worth, worth }

func chosenShare(q *assessments.Question, v assessments.Value) *big.Rat {
	chosen, all := new(big.Rat), new(big.Rat)
	for _, o := range q.Options {
		if o.Exclusive {
			continue
		}
		all.Add(all, o.Value)
		if v.Has(o.ID) {
			chosen.Add(chosen, o.Value)
		}
	}
	if all.Sign() == 0 {
		return zero
	}
	return chosen.Quo(chosen, all)
}

// rows takes the mean of a grid's known rows. Rows that do not apply leave the mean; if all do,
// the question does not apply. Open and unknown rows widen the range; open ones keep the question
// from counting as answered.
func (a *Question) rows(q *assessments.Question, v assessments.Value) {
	var known, missing, unknown, applicable int64
	sum := int64(0)
	for _, row := range q.Rows {
		r := v.Rows[row.ID]
		if r.Standing == assessments.NotApplicable {
			continue
		}
		applicable++
		switch r.Standing {
		case assessments.Given:
			known++
			sum += int64(r.Level)
		case assessments.DontKnow:
			unknown++
		default:
			missing++
		}
	}
	switch {
	case applicable == 0:
		a.Standing = assessments.NotApplicable
		return
	case known == 0 && missing == 0:
		a.Standing = assessments.DontKnow
		return
	case known == 0:
		a.Standing = assessments.Unanswered
		return
	}
	a.Worth = big.NewRat(sum, known*assessments.Top)
	a.low = big.NewRat(sum, applicable*assessments.Top)
	a.high = big.NewRat(sum+(missing+unknown)*assessments.Top, applicable*assessments.Top)
	a.Partial = missing > 0
}
