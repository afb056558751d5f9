package scoring

import (
	"math/big"

	"nivel/assessments"
)

// node is a part of the score: a question, or a whole made of parts by a rule.
type node struct {
	rule     assessments.Combine
	weight   *big.Rat // nil: what the parts in use weigh together; of a minimum, all that apply
	parts    []*node
	question *Question
}

// ends are a value and what it lies between; nil where there is none.
type ends struct{ value, low, high *big.Rat }

func (n *node) ends() ends {
	var e ends
	e.value, _ = n.combine(known)
	e.low, _ = n.combine(func(q *Question) *big.Rat { return applicable(q, q.low) })
	e.high, _ = n.combine(func(q *Question) *big.Rat { return applicable(q, q.high) })
	return e
}

func known(q *Question) *big.Rat { return q.Worth }

func applicable(q *Question, worth *big.Rat) *big.Rat {
	if q.Standing == assessments.NotApplicable {
		return nil
	}
	return worth
}

// combine works out a part's value and weight from those of its parts that have a value. It
// returns nil where nothing weighs anything, or the rule gives no score.
func (n *node) combine(of func(*Question) *big.Rat) (value, weight *big.Rat) {
	if n.question != nil {
		return of(n.question), n.weight
	}
	total, sum, any := new(big.Rat), new(big.Rat), false
	var lowest *big.Rat
	for _, p := range n.parts {
		v, w := p.combine(of)
		if n.rule == assessments.Count {
			w = p.full(true)
		}
		if v == nil && n.rule == assessments.Count {
			total.Add(total, w)
		}
		if v == nil || w == nil || w.Sign() == 0 {
			continue
		}
		any = true
		if n.rule == assessments.Count && v.Cmp(one) < 0 && p.question != nil {
			v = zero
		}
		if lowest == nil || v.Cmp(lowest) < 0 {
			lowest = v
		}
		total.Add(total, w)
		sum.Add(sum, new(big.Rat).Mul(w, v))
	}
	weight = n.weight
	switch {
	case weight == nil && n.rule == assessments.Minimum:
		weight = n.full(false)
	case weight == nil:
		weight = total
	}
	switch {
	case n.rule == assessments.NoOverall || !any:
		return nil, weight
	case n.rule == assessments.Minimum:
		return lowest, weight
	}
	return sum.Quo(sum, total), weight
}

// full is what a part weighs with all that is in it, known or not; with what does not apply only
// where all is wanted. A part in which nothing weighs anything weighs nothing.
func (n *node) full(all bool) *big.Rat {
	if n.question != nil {
		if n.weight == nil || !all && n.question.Standing == assessments.NotApplicable {
			return zero
		}
		return n.weight
	}
	sum := new(big.Rat)
	for _, p := range n.parts {
		sum.Add(sum, p.full(all))
	}
	if n.weight != nil && sum.Sign() > 0 {
		return n.weight
	}
	return sum
}

// share hands a part's share of the score down to its questions: each known answer's points.
func (n *node) share(part *big.Rat) {
	if n.question != nil {
		q := n.question
		q.Points = new(big.Rat).Mul(part, q.Worth)
		return
	}
	var in []*node
	var values, weights []*big.Rat
	total, lowest := new(big.Rat), -1
	for _, p := range n.parts {
		v, w := p.combine(known)
		if n.rule == assessments.Count {
			w = p.full(true)
		}
		if n.rule == assessments.Count && v == nil {
			total.Add(total, w)
		}
		if v == nil || w == nil {
			continue
		}
		total.Add(total, w)
		if w.Sign() > 0 && (lowest < 0 || v.Cmp(values[lowest]) < 0) {
			lowest = len(in)
		}
		in, values, weights = append(in, p), append(values, v), append(weights, w)
	}
	if total.Sign() == 0 {
		return
	}
	for i, p := range in {
		mine := new(big.Rat).Quo(weights[i], total)
		switch {
		case n.rule == assessments.Minimum && i != lowest,
			n.rule == assessments.Count && p.question != nil && values[i].Cmp(one) < 0:
			mine = new(big.Rat)
		case n.rule == assessments.Minimum:
			mine.SetInt64(1)
		}
		p.share(mine.Mul(mine, part))
	}
}

// tree builds a dimension's node, over questions that already have their worth.
func (d *Dimension) tree(dim *assessments.Dimension, m *assessments.Model) *node {
	n := &node{rule: dim.Combine, weight: dim.Weight}
	subs := map[string]*node{}
	for i := range dim.Subdimensions {
		s := &dim.Subdimensions[i]
		subs[s.ID] = &node{rule: s.Combine, weight: s.Weight}
		n.parts = append(n.parts, subs[s.ID])
	}
	for i := range d.Questions {
		q := &d.Questions[i]
		leaf := &node{weight: q.weight, question: q}
		into := n
		if s := subs[m.Question(q.ID).Subdimension]; s != nil {
			into = s
		}
		into.parts = append(into.parts, leaf)
	}
	d.subs = subs
	return n
}
