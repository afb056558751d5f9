package guard_test

import (
	"math/big"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"nivel/assessments/region/guard"
)

// draw is a system of up to seven rows over few atoms, some of whose firms have two contents.
func draw(t *rapid.T) *guard.System {
	s := &guard.System{Least: 5}
	rows := rapid.IntRange(1, 7).Draw(t, "rows")
	for i := range rows {
		s.Rows = append(s.Rows, guard.Row{Unit: i, Fixed: true})
	}
	for range rapid.IntRange(1, 12).Draw(t, "atoms") {
		a := guard.Atom{Firms: rapid.SampledFrom([]int{1, 1, 1, 2, 3, 4, 5, 9}).Draw(t, "firms")}
		for range rapid.SampledFrom([]int{1, 1, 1, 2}).Draw(t, "contents") {
			var column []int
			for r := range rows {
				if rapid.Bool().Draw(t, "in") {
					column = append(column, r)
				}
			}
			if len(column) > 0 {
				a.Columns = append(a.Columns, column)
			}
		}
		s.Atoms = append(s.Atoms, a)
	}
	return s
}

// The search finds something if and only if the ranks say so: leaving the columns of some atoms of
// fewer than five firms out lowers the rank of the shown rows where, and only where, a combination of
// them lives in these columns alone. Ranks are reckoned in fractions.
func TestExact(t *testing.T) {
	both := map[bool]int{}
	rapid.Check(t, func(t *rapid.T) {
		s := draw(t)
		leaks := givesAway(s, func(int) bool { return true })
		safe := s.Hold(make([]bool, len(s.Rows)))
		if safe == leaks {
			t.Fatalf("found safe: %v; by ranks something leaks: %v\n%+v", safe, leaks, s)
		}
		both[leaks]++
	})
	if both[true] == 0 || both[false] == 0 {
		t.Errorf("only one sort of system was drawn: %v", both)
	}
}

// What is held makes the rest safe, and a unit or a table is never shown in part.
func TestHold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := draw(t)
		for i := range s.Rows {
			s.Rows[i] = guard.Row{Firms: i, Unit: i / 2, Table: i / 4}
		}
		held := make([]bool, len(s.Rows))
		if !s.Hold(held) {
			t.Fatal("nothing is fixed, and yet it is not safe")
		}
		if givesAway(s, func(r int) bool { return !held[r] }) {
			t.Fatalf("held %v, and something leaks\n%+v", held, s)
		}
		units := map[int]bool{}
		for i := range s.Rows {
			if held[i] != held[i/2*2] {
				t.Fatalf("a unit is shown in part: %v", held)
			}
			if !held[i] && i >= 4 {
				units[s.Rows[i].Unit] = true
			}
		}
		if len(units) == 1 {
			t.Fatalf("one row of a table stands alone: %v", held)
		}
	})
}

func givesAway(s *guard.System, shown func(int) bool) bool {
	all := rank(s, shown, nil)
	var out func(from, left int, without []int) bool
	out = func(from, left int, without []int) bool {
		if len(without) > 0 && rank(s, shown, without) < all {
			return true
		}
		for a := from; a < len(s.Atoms); a++ {
			if n := s.Atoms[a].Firms; n <= left && out(a+1, left-n, append(slices.Clone(without), a)) {
				return true
			}
		}
		return false
	}
	return out(0, s.Least-1, nil)
}

func rank(s *guard.System, shown func(int) bool, without []int) int {
	var m [][]*big.Rat
	for a := range s.Atoms {
		if slices.Contains(without, a) {
			continue
		}
		for _, column := range s.Atoms[a].Columns {
			v := make([]*big.Rat, len(s.Rows))
			for r := range v {
				v[r] = new(big.Rat)
				if shown(r) && slices.Contains(column, r) {
					v[r].SetInt64(1)
				}
			}
			m = append(m, v)
		}
	}
	n := 0
	for c := range s.Rows {
		p := slices.IndexFunc(m[n:], func(v []*big.Rat) bool { return v[c].Sign() != 0 })
		if p < 0 {
			continue
		}
		m[n], m[n+p] = m[n+p], m[n]
		for _, v := range m[n+1:] {
			if v[c].Sign() != 0 {
				times := new(big.Rat).Quo(v[c], m[n][c])
				for k := range v {
					v[k].Sub(v[k], new(big.Rat).Mul(times, m[n][k]))
				}
			}
		}
		n++
	}
	return n
}
