package draft

import (
	"math/big"
	"slices"

	"nivel/assessments"
)

// mostLevels bounds levels, stages and bands of a question: each has a key.
const mostLevels = 10

// mostModelLevels bounds the levels of a model.
const mostModelLevels = 12

// AddStep adds a level, stage or band at the end of a question and says whether it could. Even
// values stay even; others keep what they are and end at full worth.
func (d *Draft) AddStep(id string) bool {
	q := d.Pack.Model.Question(id)
	if q == nil || q.Kind == assessments.Partly || len(q.Values) == 0 || len(q.Values) >= mostLevels {
		return false
	}
	q.Values = grown(q.Values)
	if q.Kind == assessments.Number {
		last := new(big.Rat).Add(q.Bands[len(q.Bands)-1], q.Range.Most)
		q.Bands = append(q.Bands, last.Quo(last, big.NewRat(2, 1)))
	}
	d.Fit()
	return true
}

// grown has one value more.
func grown(values []*big.Rat) []*big.Rat {
	n := len(values)
	if even(values) {
		return assessments.Even(n + 1)
	}
	return append(slices.Clone(values), new(big.Rat).Set(values[n-1]))
}

func even(values []*big.Rat) bool {
	return slices.EqualFunc(values, assessments.Even(len(values)), func(a, b *big.Rat) bool { return a.Cmp(b) == 0 })
}

// RemoveStep takes a level, stage or band away, with its texts, and says whether it could. Ceilings
// above the last level go.
func (d *Draft) RemoveStep(id string, i int) bool {
	q := d.Pack.Model.Question(id)
	if q == nil || q.Kind == assessments.Partly || len(q.Values) <= 2 || i < 0 || i >= len(q.Values) {
		return false
	}
	if even(q.Values) {
		q.Values = assessments.Even(len(q.Values) - 1)
	} else {
		q.Values = cut(q.Values, i)
	}
	if q.Kind == assessments.Number {
		q.Bands = cut(q.Bands, i)
	}
	for size, level := range q.Ceiling {
		if level >= len(q.Values) {
			delete(q.Ceiling, size)
		}
	}
	if len(q.Ceiling) == 0 {
		q.Ceiling = nil
	}
	d.every(id, func(w *assessments.QuestionWords) { w.Levels, w.Stages = cut(w.Levels, i), cut(w.Stages, i) })
	d.Fit()
	return true
}

// AddOption adds an option to a checklist, before those that exclude the others, and gives its id.
func (d *Draft) AddOption(id string) string {
	q := d.Pack.Model.Question(id)
	if q == nil || q.Kind != assessments.Checklist {
		return ""
	}
	name := free("option", func(id string) bool { return q.Option(id) != nil })
	at := slices.IndexFunc(q.Options, func(o assessments.Option) bool { return o.Exclusive })
	if at < 0 {
		at = len(q.Options)
	}
	q.Options = slices.Insert(q.Options, at, assessments.Option{ID: name, Value: one()})
	d.Fit()
	return name
}

// RemoveOption takes an option away, with what looks at it.
func (d *Draft) RemoveOption(id, option string) {
	q := d.Pack.Model.Question(id)
	if q == nil {
		return
	}
	q.Options = slices.DeleteFunc(q.Options, func(o assessments.Option) bool { return o.ID == option })
	d.forget(func(t assessments.Test) bool { return t.Question == id && t.Option == option })
	d.Fit()
}

// MoveOption moves an option up or down and says whether it could.
func (d *Draft) MoveOption(id, option string, by int) bool {
	q := d.Pack.Model.Question(id)
	return q != nil && swapped(q.Options, slices.IndexFunc(q.Options, func(o assessments.Option) bool { return o.ID == option }), by)
}

// Exclude says whether an option excludes the others and so is worth nothing.
func (d *Draft) Exclude(id, option string, yes bool) {
	q := d.Pack.Model.Question(id)
	if q == nil || q.Option(option) == nil {
		return
	}
	o := q.Option(option)
	o.Exclusive, o.Value = yes, one()
	if yes {
		o.Value = new(big.Rat)
	}
}

// AddRow adds a row to a grid or to plans and gives its id.
func (d *Draft) AddRow(id string) string {
	q := d.Pack.Model.Question(id)
	if q == nil || q.Kind != assessments.Grid && q.Kind != assessments.Plans || !q.Asked() {
		return ""
	}
	name := free("row", q.HasRow)
	q.Rows = append(q.Rows, assessments.Row{ID: name})
	d.lend(q)
	d.Fit()
	return name
}

// RemoveRow takes a row away, with what looks at it.
func (d *Draft) RemoveRow(id, row string) {
	q := d.Pack.Model.Question(id)
	if q == nil {
		return
	}
	q.Rows = slices.DeleteFunc(slices.Clone(q.Rows), func(r assessments.Row) bool { return r.ID == row })
	d.lend(q)
	d.forget(func(t assessments.Test) bool { return t.Question == id && t.Row == row })
	d.Fit()
}

// MoveRow moves a row up or down and says whether it could.
func (d *Draft) MoveRow(id, row string, by int) bool {
	q := d.Pack.Model.Question(id)
	ok := q != nil && swapped(q.Rows, slices.IndexFunc(q.Rows, func(r assessments.Row) bool { return r.ID == row }), by)
	if ok {
		d.lend(q)
	}
	return ok
}

// lend gives the rows of a question to the plans that read its answer.
func (d *Draft) lend(q *assessments.Question) {
	for i := range d.Pack.Model.Questions {
		if o := &d.Pack.Model.Questions[i]; o.SameAs == q.ID {
			o.Rows = slices.Clone(q.Rows)
		}
	}
}

// AddLevel adds a level at the top of the model and says whether it could. A model without bands
// of its own gets even ones.
func (d *Draft) AddLevel() bool {
	m := &d.Pack.Model
	n := m.Levels()
	if n >= mostModelLevels {
		return false
	}
	m.Bands = evenBands(n+1, m.Scale)
	d.Fit()
	return true
}

// RemoveLevel takes a level of the model away, with its texts, and says whether it could.
func (d *Draft) RemoveLevel(i int) bool {
	m := &d.Pack.Model
	n := m.Levels()
	if n <= 2 || i < 0 || i >= n {
		return false
	}
	m.Bands = evenBands(n-1, m.Scale)
	for lang := range d.Pack.Words {
		d.Words(lang, func(w *assessments.ModelWords) { w.Levels = cut(w.Levels, i) })
		for _, x := range m.Dimensions {
			d.Dimension(lang, x.ID, func(w *assessments.DimensionWords) { w.Levels = cut(w.Levels, i) })
		}
	}
	d.Fit()
	return true
}

// OwnBands gives the model levels that begin where it says, or those nearest to whole numbers,
// which are six.
func (d *Draft) OwnBands(own bool) {
	m := &d.Pack.Model
	switch {
	case !own:
		m.Bands = nil
	case len(m.Bands) == 0:
		m.Bands = evenBands(m.Levels(), m.Scale)
	}
	d.Fit()
}

// evenBands are where so many levels begin at even distances, with the decimals of the scale.
func evenBands(n int, s assessments.Scale) []*big.Rat {
	out := make([]*big.Rat, n)
	for i := range out {
		text := big.NewRat(int64(i)*int64(s.Top), int64(n)).FloatString(max(1, s.Decimals))
		out[i], _ = new(big.Rat).SetString(text)
	}
	return out
}
