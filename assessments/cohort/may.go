package cohort

import (
	"math/big"
	"math/rand/v2"
	"slices"

	"nivel/assessments"
	"nivel/assessments/texts"
)

// FewestTogether is how many firms a group must have before anything about it is shown to others.
const FewestTogether = 5

// Where is who looks at a comparison.
type Where bool

// The places: the advisor's own desk, and a room with others in it, or a file that leaves.
const (
	Desk Where = false
	Room Where = true
)

// Showing is what may be shown of a comparison, and why not more.
type Showing struct {
	Single   []int                // subjects that may stand on their own, by name or alias
	Together []int                // subjects that figures of all together may be made from; never a sample
	Why      []*assessments.Fault // what is held back, and why; empty where nothing is
	hidden   map[int]bool         // those of Together that may not stand on their own
	company  map[int]string       // of each of Together
}

// May says what may be shown of some subjects. At the desk it is everything. In a room
//
//   - a firm stands on its own only where the last thing it said about that is its consent;
//   - firms without consent count in figures of all together, where there are at least FewestTogether
//     of them, so that they cannot be worked out from those that stand on their own. Where they are
//     fewer, they are left out altogether, unless fewer than two firms have consented: then nobody
//     stands on its own, and all count together, if they are at least FewestTogether;
//   - rounds of one company are one firm; samples may be shown and never count.
func May(subjects []Subject, where Where) Showing {
	s := Showing{hidden: map[int]bool{}, company: map[int]string{}}
	consented, withheld := map[string]bool{}, map[string]bool{}
	for i := range subjects {
		x := &subjects[i]
		switch {
		case x.Company.Sample:
		case where == Desk || x.Wall:
			consented[x.Company.ID] = true
		default:
			withheld[x.Company.ID] = true
		}
	}
	for id := range withheld { // of two rounds of a company, one may have been picked before the consent
		delete(consented, id)
	}
	all := len(consented)+len(withheld) >= FewestTogether && (len(withheld) >= FewestTogether || len(consented) < 2)
	alone := len(withheld) == 0 || len(withheld) >= FewestTogether || !all
	for i := range subjects {
		id, sample := subjects[i].Company.ID, subjects[i].Company.Sample
		if sample || consented[id] && alone {
			s.Single = append(s.Single, i)
		}
		if !sample && (consented[id] || all) {
			s.Together, s.company[i] = append(s.Together, i), id
			s.hidden[i] = withheld[id]
		}
	}
	if n := len(withheld); n > 0 {
		s.Why = append(s.Why, assessments.NewFault("compare-consent", "n", n))
		if !all {
			s.Why = append(s.Why, assessments.NewFault("compare-few", "least", FewestTogether))
		} else if !alone && len(consented) > 0 {
			s.Why = append(s.Why, assessments.NewFault("compare-guess"))
		}
	}
	return s
}

// enough says whether a figure that is made from these of Together may be shown: nobody is hidden in
// it, or enough are, counted as firms.
func (s *Showing) enough(of []int) bool {
	firms, hidden := map[string]bool{}, map[string]bool{}
	for _, i := range of {
		firms[s.company[i]] = true
		if s.hidden[i] {
			hidden[s.company[i]] = true
		}
	}
	if len(hidden) == 0 {
		return len(firms) > 0
	}
	open := slices.ContainsFunc(s.Single, func(i int) bool { return s.company[i] != "" })
	return len(hidden) >= FewestTogether || !open && len(firms) >= FewestTogether
}

// Mean is a figure of all together.
type Mean struct {
	Dimension string   // empty: overall
	Value     *big.Rat // mean of the values that may be shown; nil where too few have one
	Of        int      // subjects that it is the mean of
}

// Means are the figures of all together: overall, then the dimensions. A subject counts only where
// its value may be compared; a mean of too few is not given.
func (s *Showing) Means(c *Comparison) []Mean {
	var out []Mean
	for _, l := range append([]Line{c.Overall}, c.Lines...) {
		m := Mean{Dimension: l.Dimension}
		sum := new(big.Rat)
		var of []int
		for _, i := range s.Together {
			if l.Cells[i].compared() {
				of = append(of, i)
				sum.Add(sum, l.Cells[i].Figure.Value)
			}
		}
		if s.enough(of) {
			m.Of, m.Value = len(of), sum.Quo(sum, big.NewRat(int64(len(of)), 1))
		}
		out = append(out, m)
	}
	return out
}

// Missed is Comparison.Missed of all together, without the questions that too few of them were asked.
func (s *Showing) Missed(c *Comparison) []Missed {
	return slices.DeleteFunc(c.Missed(s.Together), func(m Missed) bool {
		at := slices.IndexFunc(c.Questions, func(q Question) bool { return q.ID == m.Question })
		known := slices.DeleteFunc(slices.Clone(s.Together), func(i int) bool { return !c.Questions[at].Cells[i].Asked || c.Questions[at].Cells[i].Worth == nil })
		return !s.enough(known)
	})
}

// Aliases give each company a number from 0, mixed by a seed: the same companies and seed give the
// same numbers, in whatever order they come, and another seed tells nothing about them.
func Aliases(companies []string, seed uint64) map[string]int {
	ids := slices.Compact(slices.Sorted(slices.Values(companies)))
	r := rand.New(rand.NewPCG(seed, 5))
	r.Shuffle(len(ids), func(i, k int) { ids[i], ids[k] = ids[k], ids[i] })
	out := make(map[string]int, len(ids))
	for n, id := range ids {
		out[id] = n
	}
	return out
}

// Alias is what a number is called: Empresa A, Empresa B … Empresa AA.
func Alias(w *texts.Words, n int) string { return w.T("compare.alias", "letter", Letter(n)) }

// Letter is the letter of an alias alone: A, B … AA.
func Letter(n int) string {
	letters := ""
	for n++; n > 0; n = (n - 1) / 26 {
		letters = string(rune('A'+(n-1)%26)) + letters
	}
	return letters
}
