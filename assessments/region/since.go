package region

import "slices"

// difference is how a set of firms has changed since a release: contents that came and that are gone.
type difference struct {
	came, gone int
	then       *Rollup
}

// fair says whether a count in the set may be shown beside what it was then. Their difference is a count
// too, of those that came and do, and those that are gone and did not: it and what it leaves are enough.
func (d *difference) fair(count, then int) bool {
	n := d.came + d.gone
	return n == 0 || fair(count-then+d.gone, n)
}

// labels of the rows that counts stand in.
const (
	ofAll   = "all"
	ofIndex = "index"
)

// label names a row of a plan, so that it is found in later ones.
func (p *plan) label(m *members, row int) string {
	l := p.lines[row]
	switch {
	case row == 0:
		return ofAll
	case row == p.index:
		return ofIndex
	case l.table >= 0:
		return string(Groupings[l.table]) + " " + m.named[l.table][l.group]
	}
	return ""
}

// since gives for each row that counts stand in how it differs from each release that showed it.
func (p *plan) since(m *members, before []*release) map[string][]difference {
	type content struct {
		firm [16]byte
		id   [8]byte
	}
	out := map[string][]difference{}
	for _, b := range before {
		was := make([]int, b.Rows)
		then := map[content][]int{}
		for _, s := range b.stands {
			then[content{s.firm, s.id}] = s.rows
			for _, r := range s.rows {
				was[r]++
			}
		}
		now, both := make([]int, len(p.lines)), make([]int, len(p.lines))
		at := make([]int, len(p.lines))
		for r := range p.lines {
			at[r] = slices.Index(b.Labels, p.label(m, r))
		}
		for i := range m.firms {
			in := then[content{m.firms[i], m.ids[i]}]
			for _, r := range p.rows(m, i) {
				if now[r]++; at[r] >= 0 && slices.Contains(in, at[r]) {
					both[r]++
				}
			}
		}
		for r := range p.lines {
			if label := p.label(m, r); label != "" && at[r] >= 0 {
				out[label] = append(out[label], difference{now[r] - both[r], was[at[r]] - both[r], &b.Rollup})
			}
		}
	}
	return out
}

// missedFair says whether the count of a question, of all (no group) or in a sector, may be shown beside
// those of earlier releases.
func missedFair(since []difference, group, question string, count int) bool {
	for _, d := range since {
		lines := d.then.Missed
		if group != "" {
			lines = nil
			if i := slices.IndexFunc(d.then.BySector, func(x MissedIn) bool { return x.Group == group }); i >= 0 {
				lines = d.then.BySector[i].Missed
			}
		}
		i := slices.IndexFunc(lines, func(x Missed) bool { return x.Question == question })
		if i >= 0 && !d.fair(count, lines[i].Firms) {
			return false
		}
	}
	return true
}

func indexFair(since []difference, x *Index) bool {
	return !slices.ContainsFunc(since, func(d difference) bool { return d.then.Index != nil && !d.fair(x.Basic, d.then.Index.Basic) })
}

// sharesFair puts more levels together until what has changed since each release, wherever both are cut
// alike, is of enough firms; nil where no two shares are left.
func sharesFair(shares []Share, since []difference, then func(*Rollup) []Share) []Share {
	shares = slices.Clone(shares)
	for again := true; again && len(shares) > 1; {
		again = false
		for _, d := range since {
			if at := unfair(shares, then(d.then), &d); at >= 0 {
				shares[at].To, shares[at].Firms = shares[at+1].To, shares[at].Firms+shares[at+1].Firms
				shares, again = slices.Delete(shares, at+1, at+2), true
				break
			}
		}
	}
	if len(shares) < 2 {
		return nil
	}
	return shares
}

// unfair is a share to be put together with the next, -1 where all is fair: each stretch of levels that
// both are cut around, and every sum of such stretches, which anybody can work out.
func unfair(shares, then []Share, d *difference) int {
	if len(then) == 0 {
		return -1
	}
	type stretch struct{ n, was, last int }
	var all []stretch
	n, was, k := 0, 0, 0
	for i, s := range shares {
		n += s.Firms
		for k < len(then) && then[k].To <= s.To {
			was += then[k].Firms
			k++
		}
		if k > 0 && then[k-1].To == s.To { // else they are not cut alike here
			all = append(all, stretch{n, was, i})
			n, was = 0, 0
		}
	}
	for set := 1; set < 1<<len(all)-1; set++ {
		n, was, first := 0, 0, -1
		for i, x := range all {
			if set>>i&1 == 1 {
				n, was = n+x.n, was+x.was
				if first < 0 {
					first = x.last
				}
			}
		}
		if !d.fair(n, was) {
			return min(first, len(shares)-2)
		}
	}
	return -1
}
