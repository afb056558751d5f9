// Package guard finds out what can be worked out from figures that are published together, and says
// which of them to hold back.
//
// The rule: a figure of a set of firms is a row of zeros and ones over all firms, and whoever has
// several rows has every sum and difference of them. No such combination may leave fewer firms than
// the least, be it from one publication or from several. The search for one is exact; where it would
// take too long, more is held back instead.
package guard

import (
	"slices"
)

// Atom is firms that stand in the same rows in every way, and so cannot be told apart by any figure.
type Atom struct {
	Firms int
	// Columns are the different contents of each of these firms, as answers change from one publication
	// to the next, and for each the rows in which that content counts. A firm is given away by any of them.
	Columns [][]int
}

// Row is a figure of some firms.
type Row struct {
	Firms int
	Unit  int  // rows of one unit are shown or held together
	Table int  // units of one table are shown only where there are two; 0: the unit stands alone
	Fixed bool // it is out already, or is the total: it cannot be held
}

// System is all rows that are, or are to be, known together.
type System struct {
	Least int // firms that a figure must be made from
	Rows  []Row
	Atoms []Atom
}

// How much work is done before more is held back instead.
const (
	cellLimit = 20_000_000 // numbers held at once
	setLimit  = 100_000    // sets of firms looked at in one search
)

// Hold says which rows are to be held back, beside those in held, so that nothing can be worked out
// of too few firms; each time the smallest row that has a part in what can be. It changes held, and
// says false where the fixed rows alone give too much away, or too much to tell.
func (s *System) Hold(held []bool) bool {
	for {
		s.whole(held)
		leak := s.leak(held)
		if leak == nil {
			return true
		}
		smallest := -1
		for _, r := range leak {
			if !s.Rows[r].Fixed && (smallest < 0 || s.Rows[r].Firms < s.Rows[smallest].Firms) {
				smallest = r
			}
		}
		if smallest < 0 {
			return false
		}
		s.drop(held, s.Rows[smallest].Unit)
	}
}

func (s *System) drop(held []bool, unit int) {
	for i := range s.Rows {
		if s.Rows[i].Unit == unit && !s.Rows[i].Fixed {
			held[i] = true
		}
	}
}

// whole holds what is left of a table of which no two rows are shown.
func (s *System) whole(held []bool) {
	units := map[int]map[int]bool{}
	for i, r := range s.Rows {
		if r.Table != 0 && !held[i] {
			if units[r.Table] == nil {
				units[r.Table] = map[int]bool{}
			}
			units[r.Table][r.Unit] = true
		}
	}
	for _, in := range units {
		if len(in) == 1 {
			for unit := range in {
				s.drop(held, unit)
			}
		}
	}
}

// leak gives the rows from which something of too few firms can be worked out, nil where nothing can.
// Where there is too much to look at it gives all that are shown.
func (s *System) leak(held []bool) []int {
	var shown []int
	at := make([]int, len(s.Rows)) // of each row among the shown
	for i := range s.Rows {
		at[i] = -1
		if !held[i] {
			at[i] = len(shown)
			shown = append(shown, i)
		}
	}
	if n := len(shown); n*n > cellLimit {
		return shown
	}
	ways := s.vanishing(at, len(shown))
	if len(ways) == 0 {
		return nil
	}
	b, ok := s.basis(ways, at)
	if !ok {
		return shown
	}
	found, ok := b.search()
	if !ok {
		return shown
	}
	var out []int
	for i, y := range found {
		if y != 0 {
			out = append(out, shown[i])
		}
	}
	return out
}

// vanishing are the ways, as many as are independent, to combine the shown rows so that every atom of
// enough firms drops out: what is left is of small atoms alone.
func (s *System) vanishing(at []int, n int) [][]uint64 {
	ways := make([][]uint64, n)
	for i := range ways {
		ways[i] = make([]uint64, n)
		ways[i][i] = 1
	}
	dots := make([]uint64, n)
	for a := range s.Atoms {
		if s.Atoms[a].Firms < s.Least {
			continue
		}
		for _, column := range s.Atoms[a].Columns {
			pivot := -1
			for i, y := range ways {
				if dots[i] = dot(y, column, at); dots[i] != 0 && pivot < 0 {
					pivot = i
				}
			}
			if pivot < 0 {
				continue
			}
			for i := pivot + 1; i < len(ways); i++ {
				subtract(ways[i], ways[pivot], mul(dots[i], inverse(dots[pivot])))
			}
			ways = slices.Delete(ways, pivot, pivot+1)
		}
	}
	return ways
}

// dot is what a combination of rows comes to in a column.
func dot(y []uint64, column []int, at []int) uint64 {
	sum := uint64(0)
	for _, r := range column {
		if at[r] >= 0 {
			sum = add(sum, y[at[r]])
		}
	}
	return sum
}
