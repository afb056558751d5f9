// Package plan is what a firm's plan means: which action may stand in which phase, what is overdue
// and what comes next, what the plan costs, and what profile it leads to.
//
// All of it follows from the firm's answers and the actions; nothing here is stored or typed. A plan
// is a list of items in any order. No function changes the list it is given.
package plan

import (
	"math/big"
	"slices"

	"nivel/assessments"
	"nivel/assessments/advice"
)

// Basis is what plans are judged by: the firm's answers, its gaps today and the actions there are.
// It does not change; other answers need another one.
type Basis struct {
	in     advice.Input
	model  *assessments.Model // with the questions that are asked today
	advice *advice.Advice
	known  map[string]*assessments.Action
	open   map[string]bool          // questions with a gap today
	left   map[string]bool          // actions with a gap that is not closed
	offers map[string]*advice.Offer // actions that are offered today
}

// On makes the basis of one assessment. The input is that of advice, so that both speak of the same
// gaps.
func On(in advice.Input) *Basis {
	b := &Basis{in: in, model: advice.Today(in.Model, in.Answers), advice: advice.For(in), known: map[string]*assessments.Action{},
		open: map[string]bool{}, left: map[string]bool{}, offers: map[string]*advice.Offer{}}
	for _, list := range [][]advice.Offer{b.advice.Next, b.advice.Later, b.advice.Ask, b.advice.Aside} {
		for i := range list {
			b.offers[list[i].Action.ID] = &list[i]
		}
	}
	for _, g := range b.advice.Gaps {
		b.open[g.Question] = true
	}
	for i := range in.Actions {
		a := &in.Actions[i]
		b.known[a.ID] = a
		b.left[a.ID] = advice.Suits(a, in.Size, in.Sector) && slices.ContainsFunc(a.Gaps, b.unclosed)
	}
	return b
}

// unclosed says whether an action still has something to do at a gap, be it now or once others have
// brought the answer to where the gap begins.
func (b *Basis) unclosed(g assessments.ActionGap) bool {
	if !b.open[g.Question] {
		return false
	}
	q := b.model.Question(g.Question)
	reason, _, fits := advice.Apply(q, g, b.in.Answers[q.ID].Value)
	if !levelled(q) {
		return fits
	}
	return given(q, g, b.in.Answers[q.ID].Value) && better(q, reason.Level, g.To) && g.To < q.Steps()
}

// Total is what a phase asks of the firm.
type Total struct {
	Phase   assessments.Phase
	Items   int          // that are not dropped
	Days    *big.Rat     // of work of its own people, an estimate
	Cost    advice.Range // EUR for what has to be bought, an estimate by bands; High is nil where a band has no upper end
	Planned int          // EUR, as the firm has put in
	Spent   int          // EUR so far, on dropped items too: it is gone
	Unknown int          // items whose action, or its band, is not known; neither in Days nor in Cost
}

// Totals are the sums of each phase, in the order of the phases.
func (b *Basis) Totals(items []assessments.PlanItem) []Total {
	var out []Total
	for _, p := range assessments.Phases {
		t := Total{Phase: p, Days: new(big.Rat), Cost: advice.Range{Low: new(big.Rat), High: new(big.Rat)}}
		for i := range items {
			if items[i].Phase == p {
				t.add(&items[i], b.known[items[i].Action], b.in.Size)
			}
		}
		out = append(out, t)
	}
	return out
}

func (t *Total) add(item *assessments.PlanItem, action *assessments.Action, size assessments.SizeClass) {
	t.Spent += item.CostSpent
	if !item.Live() {
		return
	}
	t.Items++
	t.Planned += item.CostPlanned
	if action == nil {
		t.Unknown++
		return
	}
	cost, ok := advice.Cost(action, size)
	days := action.Effort[size.Costed()]
	if !ok || days == nil {
		t.Unknown++
		return
	}
	t.Days.Add(t.Days, days)
	t.Cost.Low.Add(t.Cost.Low, cost.Low)
	switch {
	case cost.High == nil:
		t.Cost.High = nil
	case t.Cost.High != nil:
		t.Cost.High.Add(t.Cost.High, cost.High)
	}
}
