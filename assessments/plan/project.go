package plan

import (
	"maps"
	"slices"

	"nivel/assessments"
	"nivel/assessments/advice"
	"nivel/assessments/scoring"
)

// Projection is what a plan leads to, as a range: nobody knows how far an action will go.
type Projection struct {
	Today  *scoring.Result
	Phases []Outcome // in the order of the phases; each with what the ones before have led to
}

// Outcome is the profile at the end of a phase.
type Outcome struct {
	Phase assessments.Phase
	Low   Profile // each action gets one level of the way, or its option or row
	High  Profile // each action reaches the level it leads to
}

// Profile is what would be answered, and what that scores.
type Profile struct {
	Answers assessments.Answers
	Result  *scoring.Result
}

// Spread is what a phase makes of one figure, from its low end to its high one.
type Spread struct{ Today, Low, High scoring.Figure }

// Shown says whether both ends may be shown.
func (s Spread) Shown() bool { return s.Low.Shown() && s.High.Shown() }

// Spreads are what the phases make of a dimension, or of the overall figure where it is empty.
func (p *Projection) Spreads(dimension string) []Spread {
	figure := func(r *scoring.Result) scoring.Figure {
		if dimension == "" {
			return r.Overall
		}
		if d := r.Dimension(dimension); d != nil {
			return d.Figure
		}
		return scoring.Figure{}
	}
	out := make([]Spread, 0, len(p.Phases))
	for _, o := range p.Phases {
		out = append(out, Spread{figure(p.Today), figure(o.Low.Result), figure(o.High.Result)})
	}
	return out
}

// Project works out the profile at the end of each phase: the planned actions set the answers that
// they lead to, by the rules of advice, and scoring does the rest. An action counts where the firm
// has a gap today, as in an offer. One that is marked as done counts from the first phase on, and
// only for what the answers do not say yet: it is the answers that say what is done. Dropped items
// count nothing. Targets stay as they are today, and so does what is asked.
func (b *Basis) Project(items []assessments.PlanItem) Projection {
	p := Projection{Today: scoring.Score(b.in.Model, b.in.Answers, b.in.Targets)}
	targets := map[string]int{}
	for _, d := range p.Today.Dimensions {
		targets[d.ID] = d.Target
	}
	for _, phase := range assessments.Phases {
		actions := b.actions(items, phase)
		p.Phases = append(p.Phases, Outcome{Phase: phase,
			Low: b.profile(actions, nearest, targets), High: b.profile(actions, farthest, targets)})
	}
	return p
}

// actions are the ones that have been taken by the end of a phase, each once.
func (b *Basis) actions(items []assessments.PlanItem, until assessments.Phase) []*assessments.Action {
	var out []*assessments.Action
	for i := range items {
		p := &items[i]
		a := b.known[p.Action]
		soon := p.Status == assessments.StatusDone || !until.Before(p.Phase)
		if a != nil && b.left[a.ID] && p.Live() && soon && !slices.Contains(out, a) {
			out = append(out, a)
		}
	}
	return out
}

// rise is how far actions lead from a level.
type rise func(q *assessments.Question, v assessments.Value, level int, actions []closing) int

func (b *Basis) profile(actions []*assessments.Action, rise rise, targets map[string]int) Profile {
	answers := maps.Clone(b.in.Answers)
	for at, closings := range b.spots(actions) {
		answer := answers[at.question]
		answer.Value = raised(b.model.Question(at.question), answer.Value, closings, rise)
		answers[at.question] = answer
	}
	out := Profile{Answers: answers, Result: scoring.Score(b.model, answers, targets)}
	if b.model.Index != nil { // conditions look at the answers to what is no longer asked, too
		out.Result.Index = scoring.Score(b.in.Model, answers, targets).Index
	}
	return out
}

// spots gathers, by question and row, what the actions close there.
func (b *Basis) spots(actions []*assessments.Action) map[spot][]closing {
	out := map[spot][]closing{}
	for _, a := range actions {
		mine := map[spot]closing{}
		for _, g := range a.Gaps {
			if b.open[g.Question] {
				at := spot{g.Question, g.Row}
				mine[at] = append(mine[at], g)
			}
		}
		for at, c := range mine {
			out[at] = append(out[at], c)
		}
	}
	return out
}

// raised is an answer after actions have closed their gaps at one spot.
func raised(q *assessments.Question, v assessments.Value, closings []closing, rise rise) assessments.Value {
	if !levelled(q) {
		for _, c := range closings {
			for _, g := range c {
				if _, changed, ok := advice.Apply(q, g, v); ok && changed.Fits(q) == nil {
					v = changed
				}
			}
		}
		return v
	}
	g := closings[0][0]
	r, _, _ := advice.Apply(q, g, v)
	return at(q, g, v, rise(q, v, r.Level, closings))
}
