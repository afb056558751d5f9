package draft

import (
	"slices"

	"nivel/assessments"
)

// tidy is a condition without empty parts; nil where nothing is left.
func tidy(w *assessments.When) *assessments.When {
	if w == nil || len(w.Sizes)+len(w.Sectors)+len(w.Answers) == 0 {
		return nil
	}
	return w
}

// When changes a condition: what change leaves empty is none.
func When(w *assessments.When, change func(*assessments.When)) *assessments.When {
	out := &assessments.When{}
	if w != nil {
		*out = assessments.When{Sizes: slices.Clone(w.Sizes), Sectors: slices.Clone(w.Sectors), Answers: slices.Clone(w.Answers)}
	}
	change(out)
	return tidy(out)
}

// Earlier are the questions that a condition of a question may look at: those asked before it.
func (d *Draft) Earlier(id string) []*assessments.Question {
	m := &d.Pack.Model
	var out []*assessments.Question
	for i := range m.Questions {
		q := &m.Questions[i]
		if q.ID == id {
			break
		}
		if q.Asked() {
			out = append(out, q)
		}
	}
	return out
}

// TestOf is a test that a question can fulfil, to begin with: its first option, its first row from
// level 1, level 1 and above, or yes.
func TestOf(q *assessments.Question) assessments.Test {
	t := assessments.Test{Question: q.ID}
	switch {
	case q.Kind == assessments.YesNo:
		t.Yes = true
	case q.Kind == assessments.Checklist:
		if len(q.Options) > 0 {
			t.Option = q.Options[0].ID
		}
	default:
		if len(q.Rows) > 0 {
			t.Row = q.Rows[0].ID
		}
		t.Level = 1
	}
	return t
}

// Between sets the levels of a test: from the lower to the higher, both counted in; top is the
// highest there is. A test that all levels fulfil says nothing, so at least level 1 is asked for.
func Between(t assessments.Test, from, to, top int) assessments.Test {
	from, to = min(max(from, 0), top), min(max(to, 0), top)
	if to < from {
		from, to = to, from
	}
	t.Level, t.Below = from, to+1
	if to >= top {
		t.Below = 0
		t.Level = max(1, from)
	}
	return t
}

// Span is the lowest and the highest level that fulfil a test, with not left aside.
func Span(t assessments.Test, top int) (from, to int) {
	if t.Below == 0 {
		return t.Level, top
	}
	return t.Level, t.Below - 1
}

// TopOf is the highest level that a test on a question can name.
func TopOf(q *assessments.Question) int {
	if q.Kind == assessments.Plans {
		return 3
	}
	return max(0, q.Steps()-1)
}

// Toggle puts a word into a list in the order of all, or takes it out.
func Toggle[T comparable](list, all []T, x T, in bool) []T {
	var out []T
	for _, y := range all {
		if y == x && in || y != x && slices.Contains(list, y) {
			out = append(out, y)
		}
	}
	return out
}
