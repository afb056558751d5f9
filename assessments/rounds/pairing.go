package rounds

import (
	"cmp"
	"slices"

	"nivel/assessments"
	"nivel/assessments/scoring"
)

// pairing ties the questions of two rounds together. It always goes from the older version of the
// model to the newer, whichever round has it, so that a comparison turned round says the same.
type pairing struct {
	from, to *Round
	old, new *assessments.Model // as asked
	swapped  bool               // from is the later round
	other    bool               // the models are not versions of one
	changes  []assessments.Change
	carried  assessments.Answers // of from, in the words of to
}

func pair(earlier, later *Round) *pairing {
	p := &pairing{from: earlier, to: later, other: earlier.Model.ID != later.Model.ID}
	if older(later, earlier) {
		p.from, p.to, p.swapped = later, earlier, true
	}
	p.old, p.new = p.from.Model.For(p.from.Scope()), p.to.Model.For(p.to.Scope())
	if p.other {
		return p
	}
	if p.old.Version == p.new.Version {
		// What a question was called in an earlier version means nothing within one.
		p.old, p.new = nameless(p.old), nameless(p.new)
	}
	p.carried, p.changes = assessments.Carry(p.old, p.new, p.from.Answers)
	return p
}

// older orders rounds by the version of their model and, within one, by their own time; the ids only
// make it the same whichever way one asks.
func older(a, b *Round) bool {
	x, y := &a.Assessment, &b.Assessment
	return cmp.Or(cmp.Compare(a.Model.Date, b.Model.Date), cmp.Compare(a.Model.Version, b.Model.Version),
		cmp.Compare(x.Round, y.Round), x.StartedAt.Compare(y.StartedAt), cmp.Compare(x.ID, y.ID)) < 0
}

func nameless(m *assessments.Model) *assessments.Model {
	out := *m
	out.Questions = slices.Clone(m.Questions)
	for i := range out.Questions {
		out.Questions[i].Was = nil
	}
	return &out
}

// moves lists what became of each question.
func (p *pairing) moves(c *Comparison) {
	hiddenOld, hiddenNew := p.old.Hidden(p.from.Answers), p.new.Hidden(p.to.Answers)
	for _, change := range p.changes {
		first, second := change.From, change.Question
		if p.swapped {
			first, second = second, first
		}
		switch {
		case change.Fate == assessments.Added && p.swapped, change.Fate == assessments.Vanished && !p.swapped:
			c.Gone = append(c.Gone, change.Question)
		case change.Fate == assessments.Added, change.Fate == assessments.Vanished:
			c.New = append(c.New, change.Question)
		case change.Fate == assessments.Anew:
			c.Anew = append(c.Anew, second)
		default:
			q := p.new.Question(change.Question)
			before, after := scoring.Worth(q, p.carried[q.ID].Value), scoring.Worth(q, p.common(q, change))
			if hiddenOld[change.From] {
				before.Worth = nil
			}
			if hiddenNew[q.ID] {
				after.Worth = nil
			}
			if p.swapped {
				before, after = after, before
			}
			c.move(Move{second, first, before.Worth, after.Worth})
		}
	}
	for _, list := range [][]Move{c.Rose, c.Fell} {
		slices.SortStableFunc(list, func(a, b Move) int { return b.By().Abs(b.By()).Cmp(a.By().Abs(a.By())) })
	}
}

// common is the answer of the newer version; of a grid, the rows that the older one had too, because
// a row more or less is neither a rise nor a fall.
func (p *pairing) common(q *assessments.Question, change assessments.Change) assessments.Value {
	v, was := p.to.Answers[q.ID].Value, p.old.Question(change.From)
	if len(v.Rows) == 0 || was == nil || len(was.Rows) == 0 {
		return v
	}
	var out assessments.Value
	for id, row := range v.Rows {
		if was.HasRow(id) {
			out = out.WithRow(id, row)
		}
	}
	return out
}

func (c *Comparison) move(m Move) {
	switch {
	case m.Before == nil && m.After == nil:
	case m.Before == nil:
		c.Found = append(c.Found, m.Question)
	case m.After == nil:
		c.Lost = append(c.Lost, m.Was)
	case m.By().Sign() > 0:
		c.Rose = append(c.Rose, m)
	case m.By().Sign() < 0:
		c.Fell = append(c.Fell, m)
	}
}

// within is how far one dimension may be compared. A question that moved from one dimension to
// another is gone in the first and new in the second.
func (p *pairing) within(dimension string) assessments.Comparability {
	var changes []assessments.Change
	for _, c := range p.changes {
		was := c.From != "" && p.old.Question(c.From).Dimension == dimension
		is := c.Fate != assessments.Vanished && p.new.Question(c.Question).Dimension == dimension
		switch {
		case was && is:
			changes = append(changes, c)
		case is:
			changes = append(changes, assessments.Change{Question: c.Question, Fate: assessments.Added})
		case was:
			changes = append(changes, assessments.Change{Question: c.From, Fate: assessments.Vanished})
		}
	}
	return assessments.Compare(changes)
}
