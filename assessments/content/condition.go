package content

import (
	"slices"

	"nivel/assessments"
)

var sizeClasses = []assessments.SizeClass{assessments.Micro, assessments.Small, assessments.Medium, assessments.Large}

// conditions checks what a question says about other questions and about the firm.
func (r *reader) conditions(d *document, at []any, m *assessments.Model, i int) {
	q := &m.Questions[i]
	if q.SameAs != "" {
		r.sameAs(d, at, m, i)
	}
	if q.When == nil {
		return
	}
	r.firm(d, with(at, "when"), q.When)
	if len(q.When.Sizes)+len(q.When.Sectors)+len(q.When.Answers) == 0 {
		r.at(d, with(at, "when"), "when-empty")
	}
	for k, t := range q.When.Answers {
		r.test(d, with(at, "when", "answers", k), t, m, i)
	}
}

// sameAs lends the rows of the question whose answer is read.
func (r *reader) sameAs(d *document, at []any, m *assessments.Model, i int) {
	q := &m.Questions[i]
	k := slices.IndexFunc(m.Questions[:i], func(o assessments.Question) bool { return o.ID == q.SameAs })
	if k < 0 || m.Questions[k].Kind != assessments.Plans || m.Questions[k].SameAs != "" {
		r.at(d, with(at, "same_as"), "same-unknown", "id", q.SameAs)
		return
	}
	q.Rows = m.Questions[k].Rows
}

func (r *reader) firm(d *document, at []any, w *assessments.When) {
	for k, s := range w.Sizes {
		if !slices.Contains(sizeClasses, s) {
			r.at(d, with(at, "sizes", k), "word-unknown", "value", s, "allowed", join(sizeClasses))
		}
	}
	for k, s := range w.Sectors {
		r.sectors = append(r.sectors, named{d, with(at, "sectors", k), s})
	}
}

// named is an id whose target is read later.
type named struct {
	doc  *document
	path []any
	id   string
}

// firmOnly is the condition of an option or row: it may speak of size and sector alone.
func (r *reader) firmOnly(d *document, at []any, w *assessments.When) {
	if w == nil {
		return
	}
	r.firm(d, at, w)
	if len(w.Answers) > 0 {
		r.at(d, with(at, "answers"), "when-part")
	}
}

// test checks one test; before is how many questions come first and may be named.
func (r *reader) test(d *document, at []any, t assessments.Test, m *assessments.Model, before int) {
	q := m.Question(t.Question)
	number := m.Number(t.Question)
	switch {
	case q == nil:
		r.at(d, with(at, "question"), "question-unknown", "id", t.Question)
	case number > before:
		r.at(d, with(at, "question"), "question-later", "id", t.Question)
	case !q.Asked():
		r.at(d, with(at, "question"), "question-unknown", "id", t.Question)
	case (q.Kind == assessments.Checklist) != (t.Option != "") || t.Option != "" && q.Option(t.Option) == nil:
		r.at(d, with(at, "option"), "option-unknown", "option", t.Option)
	case (len(q.Rows) > 0) != (t.Row != "") || t.Row != "" && !q.HasRow(t.Row):
		r.at(d, with(at, "row"), "row-unknown", "row", t.Row)
	default:
		r.testLevels(d, at, t, q)
	}
}

// testLevels checks what a test asks for of an answer.
func (r *reader) testLevels(d *document, at []any, t assessments.Test, q *assessments.Question) {
	switch {
	case q.Kind == "": // said where the question stands
	case (q.Kind == assessments.YesNo) != t.Yes:
		r.at(d, at, "test-yes")
	case q.Kind == assessments.Checklist || q.Kind == assessments.YesNo:
		if t.Level != 0 || t.Below != 0 {
			r.at(d, at, "test-level")
		}
	case q.Kind != assessments.Number && (t.Level < 0 || t.Below < 0 || t.Level >= top(q) || t.Below >= top(q)) || t.Level == 0 && t.Below == 0 || t.Below > 0 && t.Below <= t.Level:
		r.at(d, at, "test-range", "most", top(q)-1)
	}
}

// top is one more than the highest level of a question or row.
func top(q *assessments.Question) int {
	if q.Kind == assessments.Plans {
		return 4
	}
	return q.Steps()
}

// ceiling checks the highest levels by size.
func (r *reader) ceiling(d *document, at []any, q *assessments.Question) {
	for size, level := range q.Ceiling {
		if !slices.Contains(sizeClasses, size) {
			r.at(d, with(at, "ceiling", string(size)), "word-unknown", "value", size, "allowed", join(sizeClasses))
		}
		if level < 1 || level >= q.Steps() || q.Falling() {
			r.at(d, with(at, "ceiling", string(size)), "level-range", "level", level, "most", q.Steps()-1)
		}
	}
}
