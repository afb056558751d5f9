// Package shared pools what many firms need and none can carry alone: a person, a machine, software or
// training that several of them could share.
//
// The rule: each firm counts once, a sample never beside a real one; what leaves the advisor's own
// screen names no firm, and is written only about five or more.
package shared

import (
	"cmp"
	"math/big"
	"slices"

	"nivel/assessments"
	"nivel/assessments/advice"
	"nivel/assessments/rounds"
)

// Fewest is how many firms a case that leaves must be about.
const Fewest = 5

// Subject is a firm with its last round.
type Subject struct {
	Company assessments.Company
	Round   rounds.Round
}

// Firm is one that has a gap where something shared would help.
type Firm struct {
	Company assessments.Company
	Actions []string // that are offered to it or planned, in the order of the need's own
	Days    *big.Rat // of its own work that these take, an estimate
}

// Pool is a need with the firms that have it.
type Pool struct {
	Need  *assessments.SharedNeed
	Firms []Firm   // those with most work first
	Days  *big.Rat // of all together, an estimate
	Cost  Cost     // of all together, an estimate
}

// Cost is what has to be bought for all actions of all firms, each on its own. High is nil where a
// band has no upper end.
type Cost struct{ Low, High *big.Rat }

// PerFirm is the mean of a firm.
func (c Cost) PerFirm(firms int) Cost {
	if firms == 0 {
		return Cost{new(big.Rat), new(big.Rat)}
	}
	n := big.NewRat(int64(firms), 1)
	out := Cost{Low: new(big.Rat).Quo(c.Low, n)}
	if c.High != nil {
		out.High = new(big.Rat).Quo(c.High, n)
	}
	return out
}

// Real are the subjects that count together: the real ones where there is any, else the samples.
func Real(all []Subject) (out []Subject, sample bool) {
	for _, s := range all {
		if !s.Company.Sample {
			out = append(out, s)
		}
	}
	if len(out) == 0 {
		return all, len(all) > 0
	}
	return out, false
}

// Of pools the needs of firms, one round each: of two rounds of a firm the first one in the list
// counts. A need that nobody has is left out; the others come by firms and then days, most in front.
func Of(needs []assessments.SharedNeed, actions []assessments.Action, subjects []Subject) []Pool {
	offered := make([]map[string]bool, len(subjects))
	seen := map[string]bool{}
	for i := range subjects {
		s := &subjects[i]
		if seen[s.Company.ID] {
			continue
		}
		seen[s.Company.ID] = true
		offered[i] = map[string]bool{}
		a := advice.For(advice.Input{Model: s.Round.Asking(), Answers: s.Round.Answers, Targets: s.Round.Assessment.Targets, Actions: actions, Size: s.Round.Size, Sector: s.Round.Sector})
		for _, list := range [][]advice.Offer{a.Next, a.Later, a.Ask} {
			for k := range list {
				offered[i][list[k].Action.ID] = true
			}
		}
	}
	var out []Pool
	for n := range needs {
		p := Pool{Need: &needs[n], Days: new(big.Rat), Cost: Cost{new(big.Rat), new(big.Rat)}}
		for i := range subjects {
			if f := p.firm(&subjects[i], offered[i], actions); len(f.Actions) > 0 {
				p.Firms = append(p.Firms, f)
				p.Days.Add(p.Days, f.Days)
			}
		}
		if len(p.Firms) == 0 {
			continue
		}
		slices.SortStableFunc(p.Firms, func(a, b Firm) int {
			return cmp.Or(b.Days.Cmp(a.Days), cmp.Compare(a.Company.Name, b.Company.Name), cmp.Compare(a.Company.ID, b.Company.ID))
		})
		out = append(out, p)
	}
	slices.SortStableFunc(out, func(a, b Pool) int {
		return cmp.Or(cmp.Compare(len(b.Firms), len(a.Firms)), b.Days.Cmp(a.Days), cmp.Compare(a.Need.ID, b.Need.ID))
	})
	return out
}

// firm is what one firm brings to the pool.
func (p *Pool) firm(s *Subject, offered map[string]bool, actions []assessments.Action) Firm {
	f := Firm{Company: s.Company, Days: new(big.Rat)}
	for _, id := range p.Need.Actions {
		at := slices.IndexFunc(actions, func(a assessments.Action) bool { return a.ID == id })
		if at < 0 || !offered[id] {
			continue
		}
		f.Actions = append(f.Actions, id)
		if days := actions[at].Effort[s.Round.Size.Costed()]; days != nil {
			f.Days.Add(f.Days, days)
		}
		cost, ok := advice.Cost(&actions[at], s.Round.Size)
		if !ok {
			continue
		}
		p.Cost.Low.Add(p.Cost.Low, cost.Low)
		if cost.High == nil || p.Cost.High == nil {
			p.Cost.High = nil
		} else {
			p.Cost.High.Add(p.Cost.High, cost.High)
		}
	}
	return f
}
