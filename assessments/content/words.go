package content

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"nivel/assessments"
)

type modelWordsFile struct {
	Name, About string
	Levels      []assessments.LevelWords
	Dimensions  map[string]assessments.DimensionWords
	Questions   map[string]assessments.QuestionWords
	// Contradictions explain pairs of answers.
	Contradictions map[string]string
	Risks          map[string]assessments.TitleText
	Index          assessments.IndexWords
}

// checker reports missing texts of one file.
type checker struct {
	*reader
	d *document
}

func (c checker) text(s string, at ...any) {
	if strings.TrimSpace(s) == "" {
		c.at(c.d, at, "text-missing", "field", pathName(at))
	}
}

func (c checker) pair(t assessments.TitleText, at ...any) {
	c.text(t.Title, with(at, "title")...)
	c.text(t.Text, with(at, "text")...)
}

func (c checker) count(n, want int, at ...any) bool {
	if n != want {
		c.at(c.d, at, "list-length", "field", pathName(at), "want", want, "have", n)
	}
	return n == want
}

// known reports texts for ids that the structure does not have.
func known[T any](c checker, have map[string]T, want func(string) bool, at ...any) {
	for _, id := range slices.Sorted(maps.Keys(have)) {
		if !want(id) {
			c.at(c.d, with(at, id), "id-orphan", "id", id)
		}
	}
}

func pathName(at []any) string {
	parts := make([]string, len(at))
	for i, p := range at {
		parts[i] = fmt.Sprint(p)
	}
	return strings.Join(parts, ".")
}

func (r *reader) modelWords(file string, m *assessments.Model) (assessments.ModelWords, bool) {
	var raw modelWordsFile
	d, ok := r.read(file, &raw)
	if !ok {
		return assessments.ModelWords{}, false
	}
	c := checker{r, d}
	w := assessments.ModelWords{Name: raw.Name, About: raw.About, Levels: raw.Levels, Dimensions: raw.Dimensions,
		Index: raw.Index, Questions: raw.Questions, Contradictions: raw.Contradictions, Risks: raw.Risks}
	c.text(raw.Name, "name")
	c.text(raw.About, "about")
	r.place("texts:"+m.ID+"@"+m.Version+":"+file, d, nil)
	c.count(len(raw.Levels), m.Levels(), "levels")
	for i, l := range raw.Levels {
		c.text(l.Name, "levels", i, "name")
		c.text(l.Sign, "levels", i, "sign")
		c.text(l.Life, "levels", i, "life")
	}
	known(c, raw.Dimensions, func(id string) bool { return m.Dimension(id) != nil }, "dimensions")
	for _, dim := range m.Dimensions {
		c.dimension(m, &dim, raw.Dimensions[dim.ID])
	}
	known(c, raw.Questions, func(id string) bool { return m.Number(id) > 0 }, "questions")
	for i := range m.Questions {
		q := &m.Questions[i]
		if q.Asked() {
			c.question(q, raw.Questions[q.ID])
		}
	}
	known(c, raw.Contradictions, func(id string) bool {
		return slices.ContainsFunc(m.Contradictions, func(x assessments.Contradiction) bool { return x.ID == id })
	}, "contradictions")
	for _, x := range m.Contradictions {
		c.text(raw.Contradictions[x.ID], "contradictions", x.ID)
	}
	known(c, raw.Risks, func(id string) bool {
		return slices.ContainsFunc(m.Risks, func(x assessments.Risk) bool { return x.ID == id })
	}, "risks")
	for _, x := range m.Risks {
		c.pair(raw.Risks[x.ID], "risks", x.ID)
	}
	if m.Index != nil {
		c.index(m.Index, raw.Index)
	}
	return w, true
}

func (c checker) dimension(m *assessments.Model, d *assessments.Dimension, w assessments.DimensionWords) {
	at := []any{"dimensions", d.ID}
	c.text(w.Name, with(at, "name")...)
	c.text(w.Short, with(at, "short")...)
	c.text(w.About, with(at, "about")...)
	c.count(len(w.Levels), m.Levels(), with(at, "levels")...)
	for i, l := range w.Levels {
		c.text(l, with(at, "levels", i)...)
	}
	has := func(id string) bool {
		return slices.ContainsFunc(d.Subdimensions, func(s assessments.Subdimension) bool { return s.ID == id })
	}
	known(c, w.Subdimensions, has, with(at, "subdimensions")...)
	for _, s := range d.Subdimensions {
		c.text(w.Subdimensions[s.ID].Name, with(at, "subdimensions", s.ID, "name")...)
	}
}

// question checks the texts without which a question cannot be asked. Hint, reason and help may be
// left out; Review tells where only some have them.
func (c checker) question(q *assessments.Question, w assessments.QuestionWords) {
	at := []any{"questions", q.ID}
	c.text(w.Text, with(at, "text")...)
	switch q.Kind {
	case assessments.Ladder, assessments.Number:
		c.count(len(w.Levels), q.Steps(), with(at, "levels")...)
		for i, l := range w.Levels {
			c.text(l.Title, with(at, "levels", i, "title")...)
		}
	case assessments.Checklist:
		known(c, w.Options, func(id string) bool { return q.Option(id) != nil }, with(at, "options")...)
		for _, o := range q.Options {
			c.text(w.Options[o.ID].Title, with(at, "options", o.ID, "title")...)
		}
	case assessments.Grid:
		c.count(len(w.Stages), q.Steps(), with(at, "stages")...)
		c.rows(q, w, at)
	case assessments.Plans:
		c.rows(q, w, at)
	}
	if q.Kind == assessments.Number {
		c.text(w.Unit, with(at, "unit")...)
	}
}

func (c checker) rows(q *assessments.Question, w assessments.QuestionWords, at []any) {
	known(c, w.Rows, q.HasRow, with(at, "rows")...)
	for _, row := range q.Rows {
		c.text(w.Rows[row.ID].Title, with(at, "rows", row.ID, "title")...)
	}
}

func (c checker) index(x *assessments.Index, w assessments.IndexWords) {
	c.text(w.Name, "index", "name")
	c.text(w.About, "index", "about")
	known(c, w.Conditions, func(id string) bool {
		return slices.ContainsFunc(x.Conditions, func(k assessments.Condition) bool { return k.ID == id })
	}, "index", "conditions")
	for _, cond := range x.Conditions {
		t := w.Conditions[cond.ID]
		c.text(t.Short, "index", "conditions", cond.ID, "short")
		c.text(t.Text, "index", "conditions", cond.ID, "text")
		c.text(t.How, "index", "conditions", cond.ID, "how")
	}
}
