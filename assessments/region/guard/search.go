package guard

import (
	"cmp"
	"slices"
)

// basis is all that can be worked out about small atoms alone, in row echelon form: each vector has a
// column, its pivot, in which the others are 0. So a combination is not 0 in the pivot of every vector
// that takes part in it, and what is of few firms is a combination of vectors with pivots in few atoms.
type basis struct {
	least   int
	firms   []int      // of each small atom
	atom    []int      // of each column
	vectors [][]uint64 // over the columns
	ways    [][]uint64 // how each is made from the shown rows
	pivots  []int
	of      map[int][]int // vectors with their pivot in an atom
	lines   [][]int       // of each vector, the columns where it is not 0, without its pivot; those that few vectors share in front
	through [][]int       // of each column, the vectors that are not 0 there
	looked  int
}

// basis reckons what the ways leave of the small atoms; false where that is too much.
func (s *System) basis(ways [][]uint64, at []int) (*basis, bool) {
	b := &basis{least: s.Least, of: map[int][]int{}}
	var columns [][]int
	for a := range s.Atoms {
		if s.Atoms[a].Firms >= s.Least {
			continue
		}
		for _, column := range s.Atoms[a].Columns {
			columns = append(columns, column)
			b.atom = append(b.atom, len(b.firms))
		}
		b.firms = append(b.firms, s.Atoms[a].Firms)
	}
	if len(ways)*len(columns) > cellLimit {
		return nil, false
	}
	for _, y := range ways {
		v := make([]uint64, len(columns))
		for c, column := range columns {
			v[c] = dot(y, column, at)
		}
		b.vectors, b.ways = append(b.vectors, v), append(b.ways, y)
	}
	b.reduce()
	b.index()
	return b, true
}

// reduce brings the vectors into reduced row echelon form and leaves out those that are nothing.
func (b *basis) reduce() {
	done := 0
	for c := 0; c < len(b.atom) && done < len(b.vectors); c++ {
		i := done
		for i < len(b.vectors) && b.vectors[i][c] == 0 {
			i++
		}
		if i == len(b.vectors) {
			continue
		}
		b.vectors[done], b.vectors[i] = b.vectors[i], b.vectors[done]
		b.ways[done], b.ways[i] = b.ways[i], b.ways[done]
		one := inverse(b.vectors[done][c])
		scale(b.vectors[done], one)
		scale(b.ways[done], one)
		for k := range b.vectors {
			if times := b.vectors[k][c]; k != done && times != 0 {
				subtract(b.vectors[k], b.vectors[done], times)
				subtract(b.ways[k], b.ways[done], times)
			}
		}
		b.pivots = append(b.pivots, c)
		done++
	}
	b.vectors, b.ways = b.vectors[:done], b.ways[:done]
}

func scale(v []uint64, times uint64) {
	for i := range v {
		v[i] = mul(v[i], times)
	}
}

func (b *basis) index() {
	b.through = make([][]int, len(b.atom))
	b.lines = make([][]int, len(b.vectors))
	for i, v := range b.vectors {
		b.of[b.atom[b.pivots[i]]] = append(b.of[b.atom[b.pivots[i]]], i)
		for c, x := range v {
			if x != 0 && c != b.pivots[i] {
				b.lines[i], b.through[c] = append(b.lines[i], c), append(b.through[c], i)
			}
		}
	}
	for _, line := range b.lines {
		slices.SortStableFunc(line, func(c, d int) int { return cmp.Compare(len(b.through[c]), len(b.through[d])) })
	}
}

// search looks for a combination of too few firms and returns how it is made of the shown rows, nil
// where there is none; false where there is too much to look at.
//
// Such a one takes part in some atoms' vectors, of fewer than least firms together. The search grows
// sets of atoms: of a set that gives none by itself, try names columns in which it leaves too much
// whatever the numbers; so in one of them another vector must take part, and its atom is next.
func (b *basis) search() (found []uint64, ok bool) {
	seen := map[[8]int]bool{}
	var grow func(set []int) []uint64
	grow = func(set []int) []uint64 {
		var key [8]int
		for i, a := range set {
			key[i] = a + 1
		}
		if b.looked++; seen[key] || b.looked > setLimit {
			return nil
		}
		seen[key] = true
		left := b.least - 1
		for _, a := range set {
			left -= b.firms[a]
		}
		found, columns := b.try(set, left)
		if found != nil {
			return found
		}
		next := map[int]bool{}
		for _, c := range columns {
			for _, i := range b.through[c] {
				if a := b.atom[b.pivots[i]]; b.firms[a] <= left && !slices.Contains(set, a) {
					next[a] = true
				}
			}
		}
		for _, a := range sorted(next) {
			larger := append(slices.Clone(set), a)
			slices.Sort(larger)
			if found := grow(larger); found != nil {
				return found
			}
		}
		return nil
	}
	for a := range b.firms {
		if len(b.of[a]) == 0 {
			continue
		}
		if found := grow([]int{a}); found != nil {
			return found, true
		}
	}
	return nil, b.looked <= setLimit
}

func sorted(set map[int]bool) []int {
	out := make([]int, 0, len(set))
	for a := range set {
		out = append(out, a)
	}
	slices.Sort(out)
	return out
}

// try looks for a combination of the vectors of a set of atoms that leaves no more than left firms
// outside them. It returns how it is made, or the columns that were met, in which every combination
// leaves more.
func (b *basis) try(set []int, left int) (found []uint64, columns []int) {
	var rows []int
	for _, a := range set {
		rows = append(rows, b.of[a]...)
	}
	var line []int
	for _, i := range rows {
		line = append(line, b.lines[i]...)
	}
	met := map[int]bool{}
	free := make([][]uint64, len(rows)) // the combinations still possible
	for i := range free {
		free[i] = make([]uint64, len(rows))
		free[i][i] = 1
	}
	var walk func(at int, free [][]uint64, spared []int, left int) []uint64
	walk = func(at int, free [][]uint64, spared []int, left int) []uint64 {
		for ; at < len(line) && len(free) > 0; at++ {
			c := line[at]
			a := b.atom[c]
			if slices.Contains(set, a) || slices.Contains(spared, a) {
				continue
			}
			dots, pivot := make([]uint64, len(free)), -1
			for k, y := range free {
				for i, r := range rows {
					dots[k] = add(dots[k], mul(y[i], b.vectors[r][c]))
				}
				if dots[k] != 0 && pivot < 0 {
					pivot = k
				}
			}
			if pivot < 0 {
				continue
			}
			met[c] = true
			if b.firms[a] <= left { // it may stay
				if found := walk(at+1, free, append(slices.Clone(spared), a), left-b.firms[a]); found != nil {
					return found
				}
			}
			var less [][]uint64 // or it must drop out
			for k, y := range free {
				if k != pivot {
					y = slices.Clone(y)
					subtract(y, free[pivot], mul(dots[k], inverse(dots[pivot])))
					less = append(less, y)
				}
			}
			free = less
		}
		if len(free) == 0 {
			return nil
		}
		return free[0]
	}
	y := walk(0, free, nil, left)
	if y == nil {
		return nil, sorted(met)
	}
	found = make([]uint64, len(b.ways[0]))
	for i, r := range rows {
		subtract(found, b.ways[r], negative(y[i]))
	}
	return found, nil
}
