package series

import (
	"cmp"
	"slices"
	"strings"

	"nivel/assessments"
)

// How many firms a proposal has: about ten.
const (
	Fewest = 6
	Aim    = 10
	// mostProposals is how many are made.
	mostProposals = 3
)

// Candidate is a firm that could sit in a series.
type Candidate struct {
	ID       string
	Gaps     []string // dimensions, see Standing
	Competes []string // see Competes
	Place    string
}

// competing begins a tag that says with whom a firm competes, in each language.
var competing = []string{"compite:", "competes:"}

// Competes are the fields in which a firm competes with others, from its tags: "compite: sillas". Two
// firms with a field in common are not put at one table.
func Competes(tags []string) []string {
	var out []string
	for _, tag := range tags {
		low := strings.ToLower(tag)
		for _, c := range competing {
			if field, ok := strings.CutPrefix(low, c); ok && strings.TrimSpace(field) != "" {
				out = append(out, strings.TrimSpace(field))
			}
		}
	}
	return out
}

// CandidateOf is what of a firm matters to a proposal.
func CandidateOf(c *assessments.Company, gaps []string) Candidate {
	return Candidate{ID: c.ID, Gaps: gaps, Competes: Competes(c.Tags), Place: c.Place}
}

// Shared is a gap with the firms that have it.
type Shared struct {
	Dimension string
	Firms     []string
}

// Proposal is a group of firms that could sit together, the one it began with in front.
type Proposal struct {
	Firms  []string
	Shared []Shared // gaps of at least two of them, the commonest first
}

// Propose puts firms together that share gaps and do not compete: six to twelve, ten where it can be.
// Each shares a gap with another of its group, and stands in one group at most. It begins with the firm
// whose gaps most others have too, and adds the one that shares most; of equals, one of the same
// place. The order of the candidates makes no difference.
func Propose(all []Candidate) []Proposal {
	pool := slices.Clone(all)
	pool = slices.DeleteFunc(pool, func(c Candidate) bool { return len(c.Gaps) == 0 })
	slices.SortFunc(pool, func(a, b Candidate) int { return cmp.Compare(a.ID, b.ID) })
	var out []Proposal
	tried := map[string]bool{}
	for len(out) < mostProposals {
		seed := begin(pool, tried)
		if seed < 0 {
			break
		}
		tried[pool[seed].ID] = true
		group := gather(pool, seed)
		if len(group) < Fewest {
			continue
		}
		out = append(out, Proposal{Firms: ids(group), Shared: SharedBy(group)})
		pool = slices.DeleteFunc(pool, func(c Candidate) bool { return slices.Contains(out[len(out)-1].Firms, c.ID) })
	}
	return out
}

// begin is the candidate whose gaps most others have too, of those that were not tried; -1 for none.
func begin(pool []Candidate, tried map[string]bool) int {
	count := counted(pool)
	best := -1
	for i := range pool {
		if !tried[pool[i].ID] && (best < 0 || weight(&pool[i], count) > weight(&pool[best], count)) {
			best = i
		}
	}
	return best
}

// gather adds to a candidate those that share most with the group as it is.
func gather(pool []Candidate, seed int) []Candidate {
	group := []Candidate{pool[seed]}
	taken := map[int]bool{seed: true}
	for len(group) < MostFirms {
		if left := len(pool) - len(group); len(group) >= Aim && left >= Fewest {
			break // those that are left can make a group of their own
		}
		count, best := counted(group), -1
		better := func(i int) bool {
			return best < 0 || cmp.Or(cmp.Compare(weight(&pool[i], count), weight(&pool[best], count)), near(&pool[i], &group[0])-near(&pool[best], &group[0])) > 0
		}
		for i := range pool {
			if !taken[i] && weight(&pool[i], count) > 0 && !slices.ContainsFunc(group, func(c Candidate) bool { return Compete(c.Competes, pool[i].Competes) }) && better(i) {
				best = i
			}
		}
		if best < 0 {
			break
		}
		taken[best] = true
		group = append(group, pool[best])
	}
	return group
}

func near(a, b *Candidate) int {
	if a.Place != "" && a.Place == b.Place {
		return 1
	}
	return 0
}

// Compete says whether two lists of fields have one in common.
func Compete(a, b []string) bool {
	return slices.ContainsFunc(a, func(x string) bool { return slices.Contains(b, x) })
}

// counted is how many have each gap.
func counted(all []Candidate) map[string]int {
	out := map[string]int{}
	for i := range all {
		for _, g := range all[i].Gaps {
			out[g]++
		}
	}
	return out
}

// weight is how much of its gaps others have.
func weight(c *Candidate, count map[string]int) int {
	n := 0
	for _, g := range c.Gaps {
		n += count[g]
	}
	return n
}

func ids(all []Candidate) []string {
	out := make([]string, len(all))
	for i := range all {
		out[i] = all[i].ID
	}
	return out
}

// SharedBy are the gaps that at least two of a group have, the commonest first; of equals, by name.
func SharedBy(group []Candidate) []Shared {
	by := map[string][]string{}
	for i := range group {
		for _, g := range group[i].Gaps {
			by[g] = append(by[g], group[i].ID)
		}
	}
	var out []Shared
	for g, firms := range by {
		if len(firms) > 1 {
			out = append(out, Shared{g, firms})
		}
	}
	slices.SortFunc(out, func(a, b Shared) int { return cmp.Or(len(b.Firms)-len(a.Firms), cmp.Compare(a.Dimension, b.Dimension)) })
	return out
}

// Rival is two firms of a group that compete, with the field.
type Rival struct{ A, B, Field string }

// Rivals are the pairs of a group that compete, in its order.
func Rivals(group []Candidate) []Rival {
	var out []Rival
	for i := range group {
		for k := i + 1; k < len(group); k++ {
			for _, field := range group[i].Competes {
				if slices.Contains(group[k].Competes, field) {
					out = append(out, Rival{group[i].ID, group[k].ID, field})
					break
				}
			}
		}
	}
	return out
}
