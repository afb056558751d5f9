package advice

import (
	"math/big"
	"slices"
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
	if !action.Fits(in.class, in.Sector) && !action.Fits(in.Size, in.Sector) {
		return nil
	}
	for _, g := range action.Gaps {
		gap, open := gaps[g.Question]
		if !open {
			continue
		}
		q := in.Model.Question(g.Question)
		reason, changed, ok := apply(q, g, after[g.Question].Value)
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

// apply returns what an answer becomes when the action's gap is closed, and whether it fits: a
// ladder, number or row rises to the level the action leads to, an option is added to what is
// chosen, a row of plans is done.
func apply(q *assessments.Question, g assessments.ActionGap, v assessments.Value) (Reason, assessments.Value, bool) {
	r := Reason{Question: g.Question, Option: g.Option, Row: g.Row, To: g.To}
	if g.Row != "" && !q.HasRow(g.Row) || g.Option != "" && q.Option(g.Option) == nil {
		return r, v, false
	}
	switch q.Kind {
	case assessments.Ladder, assessments.Partly:
		r.Level = v.Level
		return r, assessments.AtLevel(g.To), spans(g, v.Level)
	case assessments.Number:
		r.Level = scoring.BandAt(q, v.Rat())
		better := q.Bands[min(g.To, len(q.Bands)-1)]
		value, err := assessments.Counting(assessments.Plain(better))
		return r, value, err == nil && spans(g, r.Level)
	case assessments.YesNo:
		return r, assessments.Saying(true), !v.Yes
	case assessments.Grid:
		row := v.Rows[g.Row]
		r.Level = row.Level
		return r, v.WithRow(g.Row, assessments.AtLevel(g.To)), row.Standing == assessments.Given && spans(g, row.Level)
	case assessments.Plans:
		row := v.Rows[g.Row]
		r.Level = row.Level
		return r, v.WithRow(g.Row, assessments.AtLevel(row.Level|2)), row.Standing == assessments.Given && row.Level&2 == 0
	case assessments.Checklist:
		chosen := slices.DeleteFunc(slices.Clone(v.Chosen), func(id string) bool {
			o := q.Option(id)
			return o == nil || o.Exclusive
		})
		return r, assessments.Choosing(append(chosen, g.Option)...), !v.Has(g.Option)
	}
	return r, v, false
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

// spans says whether a gap begins at that level.
func spans(g assessments.ActionGap, level int) bool { return g.From[0] <= level && level <= g.From[1] }
