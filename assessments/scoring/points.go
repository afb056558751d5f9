package scoring

import (
	"math/big"
	"sort"
)

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
