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
// Where a ceiling is in force, levels are worth their share of the ceiling's value.
func Worth(q *assessments.Question, v assessments.Value) Question {
	out := Question{ID: q.ID, Standing: v.Standing, Step: -1, low: lowest(q), high: one, weight: q.Weight}
	if v.Standing != assessments.Given {
		return out
	}
	if v.Fits(q) != nil {
		out.Standing = assessments.Unanswered
		return out
	}
	switch q.Kind {
	case assessments.Ladder, assessments.Partly:
		out.Step = v.Level
		out.exactly(levelWorth(q, v.Level))
	case assessments.Number:
		out.Step = BandAt(q, v.Rat())
		out.exactly(levelWorth(q, out.Step))
	case assessments.YesNo:
		out.exactly(zero)
		if v.Yes {
			out.exactly(one)
		}
	case assessments.Checklist:
		out.exactly(chosenShare(q, v))
	case assessments.Grid, assessments.Plans:
		out.rows(q, v)
	}
	return out
}

func (a *Question) exactly(worth *big.Rat) { a.Worth, a.low, a.high = worth, worth, worth }

// lowest is what a question is worth at least. The values of a number may fall.
func lowest(q *assessments.Question) *big.Rat {
	if len(q.Values) == 0 {
		return zero
	}
	first, last := levelWorth(q, 0), levelWorth(q, len(q.Values)-1)
	if last.Cmp(first) < 0 {
		return last
	}
	return first
}

// levelWorth is the value of a level, as a share of the highest that counts. Numbers of which less
// is better have no ceiling.
func levelWorth(q *assessments.Question, level int) *big.Rat {
	highest := q.Values[q.Highest()]
	switch {
	case !q.Ceiled() || q.Values[0].Cmp(q.Values[len(q.Values)-1]) > 0:
		return q.Values[level]
	case level >= q.Highest():
		return one
	case highest.Sign() == 0:
		return zero
	}
	return new(big.Rat).Quo(q.Values[level], highest)
}

// BandAt is the band of a number question that n falls into.
func BandAt(q *assessments.Question, n *big.Rat) int {
	band := 0
	for i, from := range q.Bands {
		if n.Cmp(from) >= 0 {
			band = i
		}
	}
	return band
}

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

// rows takes the mean of the known rows. Rows that do not apply leave the mean; if all do, the
// question does not apply. Open and unknown rows widen the range; open ones keep the question from
// counting as answered.
func (a *Question) rows(q *assessments.Question, v assessments.Value) {
	var known, missing, unknown, applicable int64
	sum := new(big.Rat)
	for _, row := range q.Rows {
		r := v.Rows[row.ID]
		if r.Standing == assessments.NotApplicable {
			continue
		}
		applicable++
		switch r.Standing {
		case assessments.Given:
			known++
			sum.Add(sum, rowWorth(q, r.Level))
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
	a.Worth = new(big.Rat).Quo(sum, big.NewRat(known, 1))
	open := big.NewRat(missing+unknown, 1)
	low := new(big.Rat).Mul(open, lowest(q))
	a.low = low.Add(low, sum).Quo(low, big.NewRat(applicable, 1))
	high := new(big.Rat).Add(sum, open)
	a.high = high.Quo(high, big.NewRat(applicable, 1))
	a.Partial = missing > 0
}

// rowWorth is a stage's value, or whether the column of plans that counts is ticked.
func rowWorth(q *assessments.Question, level int) *big.Rat {
	if q.Kind == assessments.Grid {
		return levelWorth(q, level)
	}
	planned, already := level&1 != 0, level&2 != 0
	switch q.Column {
	case assessments.Planned:
		already = planned
	case assessments.Either:
		already = already || planned
	}
	if already {
		return one
	}
	return zero
}
