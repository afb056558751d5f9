package scoring

import (
	"math/big"
	"sort"

	"nivel/assessments"
)

// points gives each known answer its share of the overall score. Under the minimum rule the
// lowest part carries everything, because it alone makes the score.
func (r *Result) points(m *assessments.Model) {
	if r.Overall.Value == nil {
		return
	}
	shares := r.shares(m)
	for i := range r.Dimensions {
		d := &r.Dimensions[i]
		if shares[i] == nil {
			continue
		}
		total, rule := new(big.Rat), m.Dimensions[i].Combine
		lowest := -1
		for k, q := range d.Questions {
			if q.Worth == nil {
				continue
			}
			total.Add(total, m.Question(q.ID).Weight)
			if m.Question(q.ID).Weight.Sign() > 0 && (lowest < 0 || q.Worth.Cmp(d.Questions[lowest].Worth) < 0) {
				lowest = k
			}
		}
		for k := range d.Questions {
			q := &d.Questions[k]
			if q.Worth == nil || total.Sign() == 0 {
				continue
			}
			part := new(big.Rat).Quo(m.Question(q.ID).Weight, total)
			if rule == assessments.Minimum {
				part = new(big.Rat)
				if k == lowest {
					part.SetInt64(1)
				}
			}
			part.Mul(part, q.Worth).Mul(part, top)
			q.Points = part.Mul(part, shares[i])
		}
	}
}

// shares is each dimension's part in the overall score, nil where it has none.
func (r *Result) shares(m *assessments.Model) []*big.Rat {
	out := make([]*big.Rat, len(r.Dimensions))
	total := new(big.Rat)
	lowest := -1
	for i, d := range r.Dimensions {
		if d.Value == nil {
			continue
		}
		w := m.Dimensions[i].Weight
		total.Add(total, w)
		if w.Sign() > 0 && (lowest < 0 || d.Value.Cmp(r.Dimensions[lowest].Value) < 0) {
			lowest = i
		}
	}
	for i, d := range r.Dimensions {
		if d.Value == nil || total.Sign() == 0 {
			continue
		}
		out[i] = new(big.Rat).Quo(m.Dimensions[i].Weight, total)
		if m.Overall == assessments.Minimum {
			out[i] = new(big.Rat)
			if i == lowest {
				out[i].SetInt64(1)
			}
		}
	}
	return out
}

// Apportion rounds parts to whole units of 1/unit so that they add up to their rounded sum, by
// largest remainder. It returns numerators; parts are 0 or more, nil counts as 0.
func Apportion(parts []*big.Rat, unit int64) []int64 {
	out := make([]int64, len(parts))
	rest := make([]*big.Rat, len(parts))
	sum, floors := new(big.Rat), int64(0)
	for i, p := range parts {
		rest[i] = new(big.Rat)
		if p == nil {
			continue
		}
		scaled := new(big.Rat).Mul(p, big.NewRat(unit, 1))
		sum.Add(sum, scaled)
		out[i] = int64(Floor(scaled))
		floors += out[i]
		rest[i].Sub(scaled, big.NewRat(out[i], 1))
	}
	order := make([]int, len(parts))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(a, b int) bool { return rest[order[a]].Cmp(rest[order[b]]) > 0 })
	for _, i := range order[:min(len(order), int(int64(Round(sum))-floors))] {
		out[i]++
	}
	return out
}

// Floor is the largest whole number not above r, for r of 0 or more.
func Floor(r *big.Rat) int {
	return int(new(big.Int).Quo(r.Num(), r.Denom()).Int64())
}

// Round rounds half up, for r of 0 or more.
func Round(r *big.Rat) int { return Floor(new(big.Rat).Add(r, big.NewRat(1, 2))) }

// Nearest is the whole level nearest to a value, halves up; 0 for nil.
func Nearest(r *big.Rat) int {
	if r == nil {
		return 0
	}
	return min(assessments.Top, Round(r))
}

// Tenths is a value rounded half up to one decimal, as a number of tenths.
func Tenths(r *big.Rat) int {
	return Round(new(big.Rat).Mul(r, big.NewRat(10, 1)))
}

// Float is a value for pictures; -1 for nil.
func Float(r *big.Rat) float64 {
	if r == nil {
		return -1
	}
	f, _ := r.Float64()
	return f
}
