// Package advice matches gaps to actions, and actions to practices, contacts, training and
// funding.
//
// A gap is not a need: an action is offered only where the firm finds the question relevant, and
// "not now" is a decision that is kept. At most three next steps are the firm's own, from
// different dimensions where possible; the rest is ranked with the terms of the ranking shown.
package advice

import (
	"math/big"
	"slices"
	"sort"

	"nivel/assessments"
	"nivel/assessments/scoring"
)

// Steps is how many next steps are offered at most.
const Steps = 3

// Gap is what is missing at one question: distance to target times relevance.
type Gap struct {
	Question  string
	Dimension string
	Level     int // today: the level answered, or the worth on the scale rounded down
	Target    int
	Distance  *big.Rat // levels from today's worth to target, 0 or more
	Relevance assessments.Relevance
	Size      *big.Rat // Distance times the relevance's factor
}

// Reason is one answer behind an offered action.
type Reason struct {
	Question string
	Option   string // of a checklist: the one not chosen
	Row      string // of a grid
	Level    int    // today
	To       int    // after the action
}

// Terms are what an offer's rank is made of; Points is their sum.
type Terms struct {
	Gap    *big.Rat // the gaps it answers: the largest whole, the others by half
	Gain   *big.Rat // expected change of its dimension's level, twice
	Effort *big.Rat // minus one point for each ten days of work, two at most
	Cost   *big.Rat // minus a third of a point for each cost band
	Points *big.Rat
}

// Offer is an action that answers a gap of this firm.
type Offer struct {
	Action    *assessments.Action
	Dimension string   // of its largest gap
	Reasons   []Reason // largest gap first
	Relevance assessments.Relevance
	Before    *big.Rat // level of the dimension today; nil where no number may be shown
	After     *big.Rat // and with this action alone
	Terms     Terms
	WaitsFor  []string // actions that must be in place before and still have a gap to close
	Decision  assessments.Decision
}

// Advice is all that is offered.
type Advice struct {
	Gaps  []Gap   // largest first
	Next  []Offer // the next steps, three at most
	Later []Offer // other actions of the firm, by rank; those that wait come last
	Ask   []Offer // what cluster or public body can do, by rank
	Aside []Offer // decided "not now", or under way already; kept
}

// Input is what advice is worked out from.
type Input struct {
	Model     *assessments.Model // the part that is asked
	Answers   assessments.Answers
	Targets   map[string]int // by dimension or question; missing means the suggested ones
	Actions   []assessments.Action
	Size      assessments.SizeClass // Unsized counts as small in efforts and costs
	Sector    string                // sector pack, for its actions; empty where unknown
	Decisions map[string]assessments.Decision
	class     assessments.SizeClass // as given
	parts     map[string]*assessments.Model
}

// split keeps each dimension as a model of its own, with the questions that are asked today: an
// action is measured by them, not by what its success may bring up or hide.
func (in *Input) split() {
	in.parts = map[string]*assessments.Model{}
	today := Today(in.Model, in.Answers)
	for _, d := range today.Dimensions {
		m := &assessments.Model{Overall: assessments.NoOverall, Scale: today.Scale, Bands: today.Bands, Dimensions: []assessments.Dimension{d}}
		for _, q := range today.Of(d.ID) {
			m.Questions = append(m.Questions, *q)
		}
		in.parts[d.ID] = m
	}
}

// For works out the advice for one assessment.
func For(in Input) *Advice {
	in.class, in.Size = in.Size, in.Size.Costed()
	in.split()
	result := scoring.Score(in.Model, in.Answers, in.Targets)
	a := &Advice{Gaps: Gaps(in.Model, in.Answers, result)}
	gaps := map[string]Gap{}
	for _, g := range a.Gaps {
		gaps[g.Question] = g
	}
	offers := map[string]*Offer{}
	var order []string
	for i := range in.Actions {
		if o := offer(in, &in.Actions[i], gaps, result); o != nil {
			offers[o.Action.ID] = o
			order = append(order, o.Action.ID)
		}
	}
	for _, id := range order {
		o := offers[id]
		for _, need := range o.Action.Needs {
			if needed, open := offers[need]; open && holdsBack(needed, o) {
				o.WaitsFor = append(o.WaitsFor, need)
			}
		}
	}
	a.sort(offers, order)
	return a
}

// holdsBack says whether a needed action, which still has gaps to close, keeps another waiting:
// where both work on a common question, only its gaps there count.
func holdsBack(needed, waiting *Offer) bool {
	common := false
	for _, g := range needed.Action.Gaps {
		for _, r := range waiting.Reasons {
			if g.Question != r.Question || g.Row != r.Row {
				continue
			}
			common = true
			for _, open := range needed.Reasons {
				if open.Question == r.Question && open.Row == r.Row {
					return true
				}
			}
		}
	}
	return !common
}

// Gaps lists what is missing to the target of each question, its own or its dimension's, where the firm finds it relevant.
func Gaps(m *assessments.Model, answers assessments.Answers, result *scoring.Result) []Gap {
	var out []Gap
	for _, d := range result.Dimensions {
		for _, q := range d.Questions {
			if q.Worth == nil || !m.Question(q.ID).Asked() {
				continue
			}
			g := Gap{Question: q.ID, Dimension: d.ID, Level: q.Level(), Target: q.Target, Relevance: answers[q.ID].Relevance}
			level := new(big.Rat).Mul(q.Worth, big.NewRat(assessments.Top, 1))
			g.Distance = level.Sub(big.NewRat(int64(q.Target), 1), level)
			if g.Distance.Sign() <= 0 || g.Relevance.Factor() == 0 {
				continue
			}
			g.Size = new(big.Rat).Mul(g.Distance, big.NewRat(int64(g.Relevance.Factor()), 1))
			out = append(out, g)
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].Size.Cmp(out[j].Size) > 0 })
	return out
}

// sort puts the offers into their lists.
func (a *Advice) sort(offers map[string]*Offer, order []string) {
	slices.SortStableFunc(order, func(x, y string) int {
		o, p := offers[x], offers[y]
		if (len(o.WaitsFor) == 0) != (len(p.WaitsFor) == 0) {
			return len(o.WaitsFor) - len(p.WaitsFor)
		}
		return p.Terms.Points.Cmp(o.Terms.Points)
	})
	var own []Offer
	for _, id := range order {
		o := *offers[id]
		switch {
		case o.Decision.Kind == assessments.NotNow, o.Decision.Kind == assessments.Underway:
			a.Aside = append(a.Aside, o)
		case o.Action.Who != assessments.Firm:
			a.Ask = append(a.Ask, o)
		default:
			own = append(own, o)
		}
	}
	a.pick(own)
}

// pick takes the best ready offer of each dimension first, then fills up by rank. Two steps never
// close the same gap.
func (a *Advice) pick(own []Offer) {
	taken := make([]bool, len(own))
	closed := map[[3]string]bool{}
	for pass := range 2 {
		used := map[string]bool{}
		for i, o := range own {
			ready := len(o.WaitsFor) == 0
			if len(a.Next) == Steps || taken[i] || !ready || pass == 0 && used[o.Dimension] || closesAny(o, closed) {
				continue
			}
			for _, r := range o.Reasons {
				closed[[3]string{r.Question, r.Row, r.Option}] = true
			}
			taken[i], used[o.Dimension] = true, true
			a.Next = append(a.Next, o)
		}
	}
	for i, o := range own {
		if !taken[i] {
			a.Later = append(a.Later, o)
		}
	}
}

func closesAny(o Offer, closed map[[3]string]bool) bool {
	return slices.ContainsFunc(o.Reasons, func(r Reason) bool { return closed[[3]string{r.Question, r.Row, r.Option}] })
}
