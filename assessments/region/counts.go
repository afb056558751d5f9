package region

import (
	"cmp"
	"slices"
)

// fair says whether a count of some firms may be shown: it, and those it leaves, are enough.
func fair(count, of int) bool { return count >= Fewest && of-count >= Fewest }

// countMissed counts for each question, in the order asked, how many firms of each group miss it.
func (m *members) countMissed(groups []uint16, number int) [][]int {
	out := make([][]int, number)
	for g := range out {
		out[g] = make([]int, 8*((len(m.frame.asked)+7)/8))
	}
	for i, bits := range m.missed {
		into := out[groups[i]]
		for b, x := range bits {
			for ; x != 0; x &= x - 1 {
				into[8*b+lowest[x]]++
			}
		}
	}
	return out
}

// lowest is the lowest bit that is set in a byte.
var lowest = func() (out [256]int) {
	for x := 1; x < 256; x++ {
		for x>>out[x]&1 == 0 {
			out[x]++
		}
	}
	return out
}()

// missedLines are the most missed questions, and the same in each sector that is shown. Of a question
// only those sectors are given that leave neither a sector, nor what is left of all, with too few firms
// that miss it or do not; the same holds for what has changed since each release that gave them.
func (m *members) missedLines(sectors []Row, since map[string][]difference) (all []Missed, in []MissedIn) {
	counts := m.countMissed(m.groups[0], len(m.named[0]))
	n := len(m.firms)
	shown := map[int]int{} // sector's number to its place
	for _, row := range sectors {
		if row.Held == Shown {
			shown[slices.Index(m.named[0], row.Group)] = len(in)
			in = append(in, MissedIn{Group: row.Group, Firms: row.Firms})
		}
	}
	for i, q := range m.frame.asked {
		sum := 0
		for g := range counts {
			sum += counts[g][i]
		}
		if !fair(sum, n) || !missedFair(since[ofAll], "", q.ID, sum) {
			continue
		}
		all = append(all, Missed{q.ID, sum})
		var cells []cell
		for g, place := range shown {
			if group := in[place].Group; missedFair(since[string(BySector)+" "+group], group, q.ID, counts[g][i]) {
				cells = append(cells, cell{place, counts[g][i], in[place].Firms})
			}
		}
		for _, c := range beside(cells, sum, n) {
			in[c.place].Missed = append(in[c.place].Missed, Missed{q.ID, c.count})
		}
	}
	first := func(a, b Missed) int { return cmp.Compare(b.Firms, a.Firms) }
	slices.SortStableFunc(all, first)
	for i := range in {
		slices.SortStableFunc(in[i].Missed, first)
	}
	in = slices.DeleteFunc(in, func(x MissedIn) bool { return len(x.Missed) == 0 })
	return all, in
}

// cell is a count of some of the firms of a group.
type cell struct{ place, count, of int }

// beside are the cells of one question that may be shown beside the count of all.
func beside(cells []cell, count, of int) []cell {
	slices.SortFunc(cells, func(a, b cell) int { return cmp.Or(cmp.Compare(b.count, a.count), cmp.Compare(a.place, b.place)) })
	cells = slices.DeleteFunc(cells, func(c cell) bool { return !fair(c.count, c.of) })
	for {
		k, n := count, of
		for _, c := range cells {
			k, n = k-c.count, n-c.of
		}
		if len(cells) == 0 || n == 0 || fair(k, n) {
			return cells
		}
		cells = cells[:len(cells)-1]
	}
}

// index is how many firms are at least basic; nil where too few can be counted, or too few are left.
func (m *members) index() *Index {
	x := &Index{}
	for i := range m.indexed {
		if m.indexed[i] {
			x.Firms++
		}
		if m.basic[i] {
			x.Basic++
		}
	}
	if rest := len(m.firms) - x.Firms; !fair(x.Basic, x.Firms) || rest > 0 && rest < Fewest {
		return nil
	}
	return x
}

// change is how firms have moved from their first round to the one that counts.
func (m *members) change() *Change {
	c := &Change{Firms: len(m.firstIDs)}
	for k := range m.figures {
		var last []uint32
		for i, f := range m.first {
			if f >= 0 {
				last = append(last, m.figures[k][i])
			}
		}
		if len(last) < Fewest {
			return nil
		}
		c.Values = append(c.Values, Moved{m.dimension(k), mean(m.firsts[k]), mean(last)})
	}
	return c
}
