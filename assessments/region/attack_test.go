package region_test

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"nivel/assessments"
	"nivel/assessments/region"
)

// attacker has everything that left, as rows over what firms said.
type attacker struct {
	rows    []map[string]bool // by row, the contents that count in it
	columns map[string]string // content to its firm
}

func (a *attacker) row(of []*person, which func(*person) *region.Contribution) {
	row := map[string]bool{}
	for _, p := range of {
		if c := which(p); c != nil {
			mark := fmt.Sprint(*c) // all it says
			row[mark], a.columns[mark] = true, c.Firm
		}
	}
	a.rows = append(a.rows, row)
}

func (a *attacker) learn(r *region.Rollup, all []*person) {
	last := func(p *person) *region.Contribution { return p.last() }
	a.row(all, last)
	for _, table := range r.Tables {
		for _, row := range table.Rows {
			if row.Held == region.Shown {
				a.row(all, func(p *person) *region.Contribution {
					if p.in(table.By, row.Group) {
						return p.last()
					}
					return nil
				})
			}
		}
	}
	if r.Index != nil {
		a.row(all, func(p *person) *region.Contribution {
			if s := p.last().Size; s == assessments.Small || s == assessments.Medium {
				return p.last()
			}
			return nil
		})
	}
	if r.Change != nil {
		for _, which := range []func(*person) *region.Contribution{last, func(p *person) *region.Contribution { return p.rounds[0] }} {
			a.row(all, func(p *person) *region.Contribution {
				if len(p.rounds) < 2 {
					return nil
				}
				return which(p)
			})
		}
	}
}

// q is the prime that the attack reckons with.
const q = 1<<31 - 1

func power(a, e uint64) uint64 {
	out := uint64(1)
	for ; e > 0; e >>= 1 {
		if e&1 == 1 {
			out = out * a % q
		}
		a = a * a % q
	}
	return out
}

// kernel gives each content a vector, so that a combination of the rows lives on some contents alone
// if and only if their vectors are linearly dependent: they are the columns of all relations that
// every row fulfils.
func (a *attacker) kernel() map[string][]uint64 {
	contents := slices.Sorted(maps.Keys(a.columns))
	var m [][]uint64
	for _, row := range a.rows {
		v := make([]uint64, len(contents))
		for i, c := range contents {
			if row[c] {
				v[i] = 1
			}
		}
		m = append(m, v)
	}
	var pivots []int
	for c := range contents {
		done := len(pivots)
		p := slices.IndexFunc(m[done:], func(v []uint64) bool { return v[c] != 0 })
		if p < 0 {
			continue
		}
		m[done], m[done+p] = m[done+p], m[done]
		inverse := power(m[done][c], q-2)
		for i := range m[done] {
			m[done][i] = m[done][i] * inverse % q
		}
		for k := range m {
			if times := m[k][c]; k != done && times != 0 {
				for i := range m[k] {
					m[k][i] = (m[k][i] + (q-times)*m[done][i]) % q
				}
			}
		}
		pivots = append(pivots, c)
	}
	out := map[string][]uint64{}
	for c, content := range contents {
		var v []uint64
		for free := range contents {
			switch at := slices.Index(pivots, c); {
			case slices.Contains(pivots, free):
			case at >= 0:
				v = append(v, (q-m[at][free])%q)
			case free == c:
				v = append(v, 1)
			default:
				v = append(v, 0)
			}
		}
		out[content] = v
	}
	return out
}

// leak is some firms, fewer than five, about whom alone something can be worked out; nil for none.
// Firms that stand alike in every row are taken together, since no figure tells them apart.
func (a *attacker) leak() []string {
	vectors := a.kernel()
	of := map[string][]string{} // of each firm, its contents
	for content, firm := range a.columns {
		of[firm] = append(of[firm], content)
	}
	alike := map[string][]string{}
	for firm, contents := range of {
		var stands []string
		for _, c := range contents {
			in := ""
			for i, row := range a.rows {
				if row[c] {
					in += fmt.Sprint(i, " ")
				}
			}
			stands = append(stands, in)
		}
		slices.Sort(stands)
		key := fmt.Sprintf("%q", stands)
		alike[key] = append(alike[key], firm)
	}
	var atoms [][]string
	for _, key := range slices.Sorted(maps.Keys(alike)) {
		if len(alike[key]) < region.Fewest {
			atoms = append(atoms, alike[key])
		}
	}
	var grow func(from, left int, basis [][]uint64, taken []string) []string
	grow = func(from, left int, basis [][]uint64, taken []string) []string {
		for i := from; i < len(atoms); i++ {
			if len(atoms[i]) > left {
				continue
			}
			larger, with := slices.Clone(basis), append(slices.Clone(taken), atoms[i]...)
			for _, firm := range atoms[i] {
				for _, c := range of[firm] {
					v := reduced(vectors[c], larger)
					if v == nil {
						return with
					}
					larger = append(larger, v)
				}
			}
			if found := grow(i+1, left-len(atoms[i]), larger, with); found != nil {
				return found
			}
		}
		return nil
	}
	return grow(0, region.Fewest-1, nil, nil)
}

// reduced is a vector without what others say of it already, nil where nothing is left.
func reduced(v []uint64, by [][]uint64) []uint64 {
	v = slices.Clone(v)
	for _, w := range by {
		p := slices.IndexFunc(w, func(x uint64) bool { return x != 0 })
		if times := v[p] * power(w[p], q-2) % q; times != 0 {
			for i := range v {
				v[i] = (v[i] + (q-times)*w[i]) % q
			}
		}
	}
	if !slices.ContainsFunc(v, func(x uint64) bool { return x != 0 }) {
		return nil
	}
	return v
}

// Whoever has everything that ever left can work nothing out of fewer than five firms, be it a sum over
// some of them or how many of them miss a question.
func TestAttack(t *testing.T) {
	lib := tiny()
	seen := map[string]int{}
	rapid.Check(t, func(t *rapid.T) {
		d := &drawer{t: t}
		var all []*person
		for range rapid.IntRange(5, rapid.SampledFrom([]int{8, 15, 25, 40, 60}).Draw(t, "most")).Draw(t, "firms") {
			all = append(all, d.person())
		}
		store := &memory{}
		a := &attacker{columns: map[string]string{}}
		for round := range rapid.IntRange(2, 3).Draw(t, "releases") {
			if round > 0 {
				all = d.step(all)
			}
			var only []*region.Contribution
			for _, p := range all {
				only = append(only, p.rounds...)
			}
			left := len(store.releases)
			v, err := region.Make(t.Context(), region.Params{Store: store, Library: lib, Now: now.AddDate(0, round, 0), Only: only})
			if err != nil {
				t.Fatal(err)
			}
			if v.Rollup.Firms == 0 {
				seen["few"]++
				continue
			}
			if err := v.Release(t.Context()); err != nil {
				t.Fatal(err)
			}
			attackCounts(t, &v.Rollup, all, len(store.releases) > left)
			if len(store.releases) == left {
				seen["again"]++
				continue
			}
			seen[fmt.Sprint("release ", left)]++
			for _, table := range v.Rollup.Tables {
				for _, row := range table.Rows {
					seen["row "+string(row.Held)]++
				}
			}
			for what, there := range map[string]bool{"index": v.Rollup.Index != nil, "change": v.Rollup.Change != nil, "cells": len(v.Rollup.BySector) > 0} {
				if there {
					seen[what]++
				}
			}
			a.learn(&v.Rollup, all)
			if firms := a.leak(); firms != nil {
				t.Fatalf("release %d of %d firms gives away %v: %+v", round, len(all), firms, v.Rollup.Tables)
			}
		}
	})
	for _, what := range []string{"again", "release 0", "release 1", "row ", "row few", "row behind", "index", "change", "cells"} {
		if seen[what] == 0 {
			t.Errorf("nothing of %q was drawn: %v", what, seen)
		}
	}
	t.Log(seen)
}

// attackCounts takes every sum and difference of the counts of one roll-up.
func attackCounts(t *rapid.T, r *region.Rollup, all []*person, fresh bool) {
	small := func(n int) bool { return n > 0 && n < region.Fewest }
	for _, shares := range append([][]region.Share{r.Levels}, r.Areas[0].Levels, r.Areas[1].Levels) {
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

func missing(all []*person, question string) int {
	n := 0
	for _, p := range all {
		if p.last().Answers[question].Level <= 1 {
			n++
		}
	}
	return n
}
