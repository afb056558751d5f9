package advice

import (
	"math/big"
	"sort"

	"nivel/assessments"
	"nivel/assessments/scoring"
)

// offer says what an action would do for this firm, or nil where it answers none of its gaps.
func offer(in Input, action *assessments.Action, gaps map[string]Gap, result *scoring.Result) *Offer {
	o := &Offer{Action: action, Decision: in.Decisions[action.ID]}
	after := assessments.Answers{}
	for id, a := range in.Answers {
		after[id] = a
	}
	if !Suits(action, in.class, in.Sector) {
		return nil
	}
	for _, g := range action.Gaps {
		gap, open := gaps[g.Question]
		if !open {
			continue
		}
		q := in.Model.Question(g.Question)
		reason, changed, ok := Apply(q, g, after[g.Question].Value)
		if !ok {
			continue
		}
		answer := after[g.Question]
		answer.Value = changed
		after[g.Question] = answer
		o.Reasons = append(o.Reasons, reason)
		if gap.Relevance.Factor() > o.Relevance.Factor() || o.Relevance == assessments.RelevanceUnset {
			o.Relevance = gap.Relevance
		}
	}
	if len(o.Reasons) == 0 {
		return nil
	}
	sort.SliceStable(o.Reasons, func(i, j int) bool {
		return gaps[o.Reasons[i].Question].Size.Cmp(gaps[o.Reasons[j].Question].Size) > 0
	})
	o.Dimension = gaps[o.Reasons[0].Question].Dimension
	before, then := result.Dimension(o.Dimension), scoring.Score(in.parts[o.Dimension], after, in.Targets).Dimension(o.Dimension)
	o.Terms = terms(action, in.Size, o.Reasons, gaps, before, then)
	if before.Shown() {
		o.Before, o.After = before.Value, then.Value
	}
	return o
}

func terms(action *assessments.Action, size assessments.SizeClass, reasons []Reason, gaps map[string]Gap, before, after *scoring.Dimension) Terms {
	t := Terms{Gap: new(big.Rat), Gain: new(big.Rat)}
	seen := map[string]bool{}
	for _, r := range reasons {
		if seen[r.Question] {
			continue
		}
		s := gaps[r.Question].Size
		if len(seen) > 0 {
			s = new(big.Rat).Mul(s, big.NewRat(1, 2))
		}
		t.Gap.Add(t.Gap, s)
		seen[r.Question] = true
	}
	if before.Value != nil && after.Value != nil {
		t.Gain.Sub(after.Value, before.Value).Mul(t.Gain, big.NewRat(2, 1))
	}
	t.Effort = new(big.Rat).Quo(action.Effort[size], big.NewRat(10, 1))
	if two := big.NewRat(2, 1); t.Effort.Cmp(two) > 0 {
		t.Effort = two
	}
	t.Effort.Neg(t.Effort)
	t.Cost = big.NewRat(-int64(action.Cost[size]), 3)
	t.Points = new(big.Rat).Add(t.Gap, t.Gain)
	t.Points.Add(t.Points, t.Effort).Add(t.Points, t.Cost)
	return t
}

// Range is a lowest and highest amount.
type Range struct{ Low, High *big.Rat }

// Benefit estimates what an action brings a month from the firm's own figures: in hours or EUR as
// Benefit.Unit says, and in EUR where hours have a cost. ok is false where the figure is missing.
func Benefit(action *assessments.Action, c *assessments.Company) (amount Range, money *Range, ok bool) {
	b := action.Benefit
	if b == nil {
		return Range{}, nil, false
	}
	n := figure(b.Figure, c)
	if n == 0 {
		return Range{}, nil, false
	}
	times := func(r *big.Rat, n int) *big.Rat { return new(big.Rat).Mul(r, big.NewRat(int64(n), 1)) }
	amount = Range{times(b.Low, n), times(b.High, n)}
	if b.Unit == "money" {
		return amount, &amount, true
	}
	if c.Figures.HourlyCost > 0 {
		money = &Range{times(amount.Low, c.Figures.HourlyCost), times(amount.High, c.Figures.HourlyCost)}
	}
	return amount, money, true
}

func figure(name string, c *assessments.Company) int {
	switch name {
	case "people":
		return c.People
	case "orders":
		return c.Figures.Orders
	case "quotes":
		return c.Figures.Quotes
	case "material":
		return c.Figures.Material
	case "energy":
		return c.Figures.Energy
	case "machines":
		return c.Figures.Machines
	case "computers":
		return c.Figures.Computers
	}
	return 0
}
