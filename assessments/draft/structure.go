package draft

import (
	"math/big"
	"slices"

	"nivel/assessments"
)

// one is the weight that new things have.
func one() *big.Rat { return big.NewRat(1, 1) }

// AddDimension adds a dimension at the end and gives its id. It has no question yet, which the
// check will say.
func (d *Draft) AddDimension() string {
	m := &d.Pack.Model
	id := free("area", func(id string) bool { return m.Dimension(id) != nil })
	m.Dimensions = append(m.Dimensions, assessments.Dimension{ID: id, Weight: one(), Combine: assessments.Mean})
	d.Fit()
	return id
}

// RemoveDimension takes a dimension away with all its questions.
func (d *Draft) RemoveDimension(id string) {
	m := &d.Pack.Model
	var gone []string
	for _, question := range m.Of(id) {
		gone = append(gone, question.ID)
	}
	for _, question := range gone {
		d.RemoveQuestion(question)
	}
	m.Dimensions = slices.DeleteFunc(m.Dimensions, func(x assessments.Dimension) bool { return x.ID == id })
	d.Fit()
}

// MoveDimension moves a dimension up (-1) or down (1) and says whether it could. The order in which
// questions are asked stays.
func (d *Draft) MoveDimension(id string, by int) bool {
	m := &d.Pack.Model
	return swapped(m.Dimensions, slices.IndexFunc(m.Dimensions, func(x assessments.Dimension) bool { return x.ID == id }), by)
}

// AddSubdimension adds a named part to a dimension and gives its id. The first takes all questions
// that the dimension has, because none may stand beside a part.
func (d *Draft) AddSubdimension(dimension string) string {
	m := &d.Pack.Model
	x := m.Dimension(dimension)
	if x == nil {
		return ""
	}
	id := free("part", func(id string) bool { return indexSub(x, id) >= 0 })
	s := assessments.Subdimension{ID: id, Combine: assessments.Mean}
	if len(x.Subdimensions) > 0 && x.Subdimensions[0].Weight != nil {
		s.Weight = one()
	}
	if len(x.Subdimensions) == 0 {
		for _, q := range m.Of(dimension) {
			q.Subdimension = id
		}
	}
	x.Subdimensions = append(x.Subdimensions, s)
	d.Fit()
	return id
}

// RemoveSubdimension takes a part away; its questions go to the part before it, or after it, or to
// the dimension itself.
func (d *Draft) RemoveSubdimension(dimension, id string) {
	m := &d.Pack.Model
	x := m.Dimension(dimension)
	if x == nil {
		return
	}
	i := indexSub(x, id)
	if i < 0 {
		return
	}
	x.Subdimensions = cut(x.Subdimensions, i)
	to := ""
	if n := len(x.Subdimensions); n > 0 {
		to = x.Subdimensions[max(0, min(i-1, n-1))].ID
	}
	for _, q := range m.Of(dimension) {
		if q.Subdimension == id {
			q.Subdimension = to
		}
	}
	d.Fit()
}

// MoveSubdimension moves a part up or down and says whether it could.
func (d *Draft) MoveSubdimension(dimension, id string, by int) bool {
	x := d.Pack.Model.Dimension(dimension)
	return x != nil && swapped(x.Subdimensions, indexSub(x, id), by)
}

// WeighParts gives every part of a dimension a weight of its own, or lets each weigh what its
// questions weigh.
func (d *Draft) WeighParts(dimension string, own bool) {
	x := d.Pack.Model.Dimension(dimension)
	if x == nil {
		return
	}
	for i := range x.Subdimensions {
		switch s := &x.Subdimensions[i]; {
		case !own:
			s.Weight = nil
		case s.Weight == nil:
			s.Weight = one()
		}
	}
}

func indexSub(x *assessments.Dimension, id string) int {
	return slices.IndexFunc(x.Subdimensions, func(s assessments.Subdimension) bool { return s.ID == id })
}

// AddQuestion adds a question of a kind behind those of its dimension or part and gives its id.
func (d *Draft) AddQuestion(dimension, part string, kind assessments.Kind) string {
	m := &d.Pack.Model
	x := m.Dimension(dimension)
	if x == nil {
		return ""
	}
	if part == "" && len(x.Subdimensions) > 0 {
		part = x.Subdimensions[0].ID
	}
	id := free(dimension+".question", func(id string) bool { return m.Question(id) != nil })
	q := assessments.Question{ID: id, Dimension: dimension, Subdimension: part, Kind: kind, Path: m.Paths[0], Weight: one()}
	switch kind {
	case assessments.Ladder:
		q.Values = assessments.Even(assessments.Top + 1)
	case assessments.Partly:
		q.Values = assessments.Even(3)
	case assessments.Checklist:
		q.Options = []assessments.Option{{ID: "option", Value: one()}, {ID: "option-2", Value: one()}, {ID: "none", Value: new(big.Rat), Exclusive: true}}
	case assessments.Grid:
		q.Values, q.Rows = assessments.Even(3), []assessments.Row{{ID: "row"}, {ID: "row-2"}}
	case assessments.Plans:
		q.Column, q.Rows = assessments.Already, []assessments.Row{{ID: "row"}, {ID: "row-2"}}
	case assessments.Number:
		q.Range = assessments.NumberRange{Least: new(big.Rat), Most: big.NewRat(100, 1)}
		q.Values, q.Bands = assessments.Even(3), []*big.Rat{new(big.Rat), big.NewRat(30, 1), big.NewRat(70, 1)}
	}
	m.Questions = slices.Insert(m.Questions, behind(m, dimension, part), q)
	d.Fit()
	return id
}

// behind is the place after the last question of a part, else of the dimension, else of all.
func behind(m *assessments.Model, dimension, part string) int {
	at := -1
	for i, q := range m.Questions {
		if q.Dimension == dimension && q.Subdimension == part {
			at = i
		}
	}
	for i, q := range m.Questions {
		if at < 0 && q.Dimension == dimension && !slices.ContainsFunc(m.Questions[i+1:], func(q assessments.Question) bool { return q.Dimension == dimension }) {
			at = i
		}
	}
	if at < 0 {
		return len(m.Questions)
	}
	return at + 1
}

// RemoveQuestion takes a question away, with every condition, contradiction, risk and plan that
// looks at its answer.
func (d *Draft) RemoveQuestion(id string) {
	m := &d.Pack.Model
	m.Questions = slices.DeleteFunc(m.Questions, func(q assessments.Question) bool { return q.ID == id || q.SameAs == id })
	d.forget(func(t assessments.Test) bool { return t.Question == id })
	d.Fit()
}

// forget takes tests away wherever they stand; a condition that is left without parts goes too.
func (d *Draft) forget(gone func(assessments.Test) bool) {
	m := &d.Pack.Model
	for i := range m.Questions {
		q := &m.Questions[i]
		if q.When != nil {
			q.When.Answers = slices.DeleteFunc(q.When.Answers, gone)
			q.When = tidy(q.When)
		}
	}
	m.Contradictions = slices.DeleteFunc(m.Contradictions, func(c assessments.Contradiction) bool { return gone(c.Both[0]) || gone(c.Both[1]) })
	m.Risks = slices.DeleteFunc(m.Risks, func(r assessments.Risk) bool { return slices.ContainsFunc(r.Both, gone) })
	if m.Index != nil {
		for i := range m.Index.Conditions {
			if c := &m.Index.Conditions[i]; c.From != nil && gone(*c.From) {
				c.From = nil
			}
		}
	}
}

// MoveQuestion moves a question before the one that its part of the dimension has before it (-1),
// or behind the next one (1), and says whether it could.
func (d *Draft) MoveQuestion(id string, by int) bool {
	m := &d.Pack.Model
	at := m.Number(id) - 1
	if at < 0 {
		return false
	}
	q := m.Questions[at]
	for i := at + by; i >= 0 && i < len(m.Questions); i += by {
		if o := m.Questions[i]; o.Dimension == q.Dimension && o.Subdimension == q.Subdimension {
			m.Questions = slices.Insert(cut(m.Questions, at), i, q)
			return true
		}
	}
	return false
}

// PutQuestion moves a question to another dimension or part, behind the questions there.
func (d *Draft) PutQuestion(id, dimension, part string) {
	m := &d.Pack.Model
	at := m.Number(id) - 1
	x := m.Dimension(dimension)
	if at < 0 || x == nil {
		return
	}
	if indexSub(x, part) < 0 {
		part = ""
		if len(x.Subdimensions) > 0 {
			part = x.Subdimensions[0].ID
		}
	}
	q := m.Questions[at]
	if q.Dimension == dimension && q.Subdimension == part {
		return
	}
	m.Questions = cut(m.Questions, at)
	to := behind(m, dimension, part)
	q.Dimension, q.Subdimension = dimension, part
	m.Questions = slices.Insert(m.Questions, to, q)
}
