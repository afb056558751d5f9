package region_test

import (
	"fmt"
	"maps"
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
		var given []gift
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
			for i, earlier := range given {
				attackDifference(t, earlier, gift{v.Rollup, all}, i)
			}
			given = append(given, gift{v.Rollup, all})
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
