package region

import (
	"math/big"
	"slices"
	"sync"

	"nivel/assessments/scoring"
)

// How many firms a median and quartiles need: what a mark cuts off must be Fewest firms too.
const (
	fewestMedian    = 2 * Fewest
	fewestQuartiles = 4 * Fewest
)

// dimension is what a figure is of; empty: overall.
func (m *members) dimension(figure int) string {
	if m.frame.overall() {
		if figure == 0 {
			return ""
		}
		figure--
	}
	return m.frame.model.Dimensions[figure].ID
}

// spreads are the figures of all firms, and of each group of each grouping: by figure, grouping and
// group. The last grouping is that of all firms together.
func (m *members) spreads() [][][]Spread {
	out := make([][][]Spread, len(m.figures))
	var wait sync.WaitGroup
	for k := range m.figures {
		wait.Go(func() { out[k] = m.spread(k) })
	}
	wait.Wait()
	return out
}

func (m *members) spread(figure int) [][]Spread {
	values := m.figures[figure]
	order := ordered(values)
	out := make([][]Spread, tables+1)
	one := make([]uint16, len(values))
	for t := range out {
		groups, number := one, 1
		if t < tables {
			groups, number = m.groups[t], len(m.named[t])
		}
		start := make([]int, number+1)
		for _, g := range groups {
			start[g+1]++
		}
		for g := range number {
			start[g+1] += start[g]
		}
		sorted, next := make([]uint32, len(values)), slices.Clone(start)
		for _, i := range order {
			g := groups[i]
			sorted[next[g]] = values[i]
			next[g]++
		}
		for g := range number {
			out[t] = append(out[t], spreadOf(m.dimension(figure), sorted[start[g]:start[g+1]]))
		}
	}
	return out
}

// ordered are the places of values from the least to the greatest: radix sort, since there may be a
// hundred thousand for each figure.
func ordered(values []uint32) []int32 {
	const bits, buckets = 11, 1 << 11
	from, to := make([]int32, len(values)), make([]int32, len(values))
	for i := range from {
		from[i] = int32(i)
	}
	for shift := 0; shift < 32; shift += bits {
		var start [buckets + 1]int
		for _, v := range values {
			start[(v>>shift)%buckets+1]++
		}
		for b := range buckets {
			start[b+1] += start[b]
		}
		for _, i := range from {
			b := (values[i] >> shift) % buckets
			to[start[b]] = i
			start[b]++
		}
		from, to = to, from
	}
	return from
}

// spreadOf is a mean with its marks, from values in their order.
func spreadOf(dimension string, sorted []uint32) Spread {
	s := Spread{Dimension: dimension}
	n := len(sorted)
	if n == 0 {
		return s
	}
	s.Mean = mean(sorted)
	if n >= fewestMedian {
		s.Middle = mark(sorted, 2)
	}
	if n >= fewestQuartiles {
		s.Low, s.High = mark(sorted, 1), mark(sorted, 3)
	}
	return s
}

func mean(values []uint32) *big.Rat {
	sum := int64(0)
	for _, v := range values {
		sum += int64(v)
	}
	return tenth(new(big.Rat).SetFrac(big.NewInt(sum), new(big.Int).Mul(big.NewInt(int64(len(values))), big.NewInt(unit))))
}

// mark is the value below which so many quarters of the firms lie: between two firms it is taken from
// both, in proportion.
func mark(sorted []uint32, quarters int) *big.Rat {
	at := (len(sorted) - 1) * quarters
	low, part := sorted[at/4], int64(at%4)
	high := low
	if part > 0 {
		high = sorted[at/4+1]
	}
	return tenth(big.NewRat(int64(low)*(4-part)+int64(high)*part, 4*unit))
}

// tenth is a value as it is given: rounded half up to one decimal.
func tenth(r *big.Rat) *big.Rat { return big.NewRat(int64(scoring.Tenths(r)), 10) }

// levels are the firms by level, in each figure, levels put together until none stands for too few.
func (m *members) levels(figure int) []Share {
	model := m.frame.model
	from := []uint64{0} // where each level begins, in units
	for level := 1; level < model.Levels(); level++ {
		low, high := from[len(from)-1], uint64(5*unit+1)
		for low < high {
			middle := (low + high) / 2
			if model.LevelOf(big.NewRat(int64(middle), unit)) >= level {
				high = middle
			} else {
				low = middle + 1
			}
		}
		from = append(from, low)
	}
	counts := make([]int, len(from))
	for _, v := range m.figures[figure] {
		level := len(from) - 1
		for uint64(v) < from[level] {
			level--
		}
		counts[level]++
	}
	return together(counts)
}

// together puts neighbouring levels together until each share has enough firms.
func together(counts []int) []Share {
	var out []Share
	next := Share{}
	for level, n := range counts {
		next.To = level
		if next.Firms += n; next.Firms >= Fewest {
			out = append(out, next)
			next = Share{From: level + 1}
		}
	}
	if next.From < len(counts) && len(out) > 0 {
		out[len(out)-1].To = len(counts) - 1
		out[len(out)-1].Firms += next.Firms
	}
	return out
}
