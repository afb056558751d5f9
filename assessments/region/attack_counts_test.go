package region_test

import (
	"fmt"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"nivel/assessments"
	"nivel/assessments/region"
)

// attackCounts takes every sum and difference of the counts of one roll-up.
func attackCounts(t *rapid.T, r *region.Rollup, all []*person, fresh bool) {
	small := func(n int) bool { return n > 0 && n < region.Fewest }
	lines := [][]region.Share{r.Levels}
	for _, a := range r.Areas {
		lines = append(lines, a.Levels)
	}
	for _, shares := range lines {
		if shares == nil {
			continue
		}
		sum := 0
		for _, s := range shares {
			if sum += s.Firms; s.Firms < region.Fewest {
				t.Fatalf("levels %+v", shares)
			}
		}
		if sum != r.Firms {
			t.Fatalf("levels %+v of %d firms", shares, r.Firms)
		}
	}
	if x := r.Index; x != nil && (x.Basic < region.Fewest || x.Firms-x.Basic < region.Fewest || small(r.Firms-x.Firms)) {
		t.Fatalf("index %+v of %d", x, r.Firms)
	}
	for _, missed := range r.Missed {
		type cell struct{ k, n int }
		var cells []cell
		for _, in := range r.BySector {
			for _, x := range in.Missed {
				if x.Question == missed.Question {
					cells = append(cells, cell{x.Firms, in.Firms})
				}
			}
		}
		for set := range 1 << len(cells) {
			k, n := 0, 0
			for i, c := range cells {
				if set&(1<<i) != 0 {
					k, n = k+c.k, n+c.n
				}
			}
			for _, x := range []cell{{k, n}, {missed.Firms - k, r.Firms - n}} {
				if x.n > 0 && (x.k < region.Fewest || x.n-x.k < region.Fewest) {
					t.Fatalf("%s: %d of %d firms can be worked out from %+v", missed.Question, x.k, x.n, cells)
				}
			}
		}
		if count := missing(all, missed.Question); fresh && count != missed.Firms {
			t.Fatalf("%s is missed by %d firms, not %d", missed.Question, count, missed.Firms)
		}
	}
	for _, in := range r.BySector {
		for _, x := range in.Missed {
			if !slices.ContainsFunc(r.Missed, func(m region.Missed) bool { return m.Question == x.Question }) {
				t.Fatalf("%s has a cell and no sum", x.Question)
			}
		}
	}
	if !fresh && !reflect.DeepEqual(r.Since.IsZero(), r.Waiting == 0) {
		t.Fatalf("waiting %d since %v", r.Waiting, r.Since)
	}
}

// In larger groups, of which one hardly misses what another does, many counts are shown, and many of
// them are complements of small ones.
func TestCounts(t *testing.T) {
	lib := tiny()
	held := 0
	rapid.Check(t, func(t *rapid.T) {
		var all []*person
		var only []*region.Contribution
		levels := []int{0, 1, 2, 5}
		for i := range 3 {
			rate := rapid.IntRange(0, 3).Draw(t, "rate")
			for range rapid.IntRange(5, 30).Draw(t, "firms") {
				n := len(all)
				level := levels[min(3, rapid.IntRange(0, 3+3*rate).Draw(t, "level")*4/(4+3*rate))]
				c := made(n+1, 0, []string{"food", "furniture", "metal"}[i], assessments.Small, "", [4]int{level, 3, 3, level}, 2)
				all, only = append(all, &person{firm: n, rounds: []*region.Contribution{c}}), append(only, c)
			}
		}
		v, err := region.Make(t.Context(), region.Params{Store: &memory{}, Library: lib, Now: now, Only: only})
		if err != nil {
			t.Fatal(err)
		}
		attackCounts(t, &v.Rollup, all, true)
		for _, in := range v.Rollup.BySector {
			if n := len(in.Missed); n > 0 && len(v.Rollup.BySector) < 3 {
				held++
			}
		}
	})
	if held == 0 {
		t.Error("no cell was ever held beside others")
	}
}

// gift is what left at once, and of whom.
type gift struct {
	rollup region.Rollup
	all    []*person
}

// attackDifference takes counts of two releases from each other: of those who came or went, at least
// five speak for the difference and five against it.
func attackDifference(t *rapid.T, then, now gift, i int) {
	said := func(g gift, in string) map[string]bool {
		out := map[string]bool{}
		for _, p := range g.all {
			if in == "" || p.last().Sector == in {
				out[fmt.Sprint(*p.last())] = true
			}
		}
		return out
	}
	look := func(what, in string, k, was int) {
		before, after := said(then, in), said(now, in)
		came, gone := 0, 0
		for c := range after {
			if !before[c] {
				came++
			}
		}
		for c := range before {
			if !after[c] {
				gone++
			}
		}
		if by := k - was + gone; came+gone > 0 && (by < region.Fewest || came+gone-by < region.Fewest) {
			t.Fatalf("%s in %q: %d and %d then (release %d); %d came and %d are gone", what, in, k, was, i, came, gone)
		}
	}
	for _, a := range then.rollup.Missed {
		for _, b := range now.rollup.Missed {
			if a.Question == b.Question {
				look(a.Question, "", b.Firms, a.Firms)
			}
		}
	}
	for _, x := range then.rollup.BySector {
		for _, y := range now.rollup.BySector {
			for _, a := range x.Missed {
				for _, b := range y.Missed {
					if x.Group == y.Group && a.Question == b.Question {
						look(a.Question, x.Group, b.Firms, a.Firms)
					}
				}
			}
		}
	}
	// Whole levels that both are cut around, and every sum of them but that of all.
	var ends []int
	for to := range 6 {
		if _, ok := between(now.rollup.Levels, 0, to); ok {
			if _, ok := between(then.rollup.Levels, 0, to); ok {
				ends = append(ends, to)
			}
		}
	}
	for set := 1; set < 1<<len(ends)-1; set++ {
		k, was, from := 0, 0, 0
		for n, to := range ends {
			if set>>n&1 == 1 {
				a, _ := between(now.rollup.Levels, from, to)
				b, _ := between(then.rollup.Levels, from, to)
				k, was = k+a, was+b
			}
			from = to + 1
		}
		look(fmt.Sprintf("levels, sum %b of %v", set, ends), "", k, was)
	}
}

// between counts the firms from one level to another, where the shares are cut there.
func between(shares []region.Share, from, to int) (n int, ok bool) {
	begins, ends := false, false
	for _, s := range shares {
		begins, ends = begins || s.From == from, ends || s.To == to
		if s.From >= from && s.To <= to {
			n += s.Firms
		}
	}
	return n, begins && ends
}

func missing(all []*person, question string) int {
	n := 0
	for _, p := range all {
		if p.last().Answers[question].Level <= 1 {
			n++
		}
	}
	return n
}
