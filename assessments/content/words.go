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
	Questions   map[string]questionWordsFile
	Index       assessments.IndexWords
}

type questionWordsFile struct {
	Text, Hint, Why, Example string
	ExampleAny               string `yaml:"example_any"`
	How                      assessments.HowWords
	Levels                   []assessments.TitleText
	Options                  map[string]assessments.TitleText
	Stages                   []string
	Rows                     map[string]assessments.TitleText
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
		Index: raw.Index, Questions: map[string]assessments.QuestionWords{}}
	c.text(raw.Name, "name")
	c.text(raw.About, "about")
	c.count(len(raw.Levels), assessments.Top+1, "levels")
	for i, l := range raw.Levels {
		c.text(l.Name, "levels", i, "name")
		c.text(l.Sign, "levels", i, "sign")
		c.text(l.Life, "levels", i, "life")
	}
	known(c, raw.Dimensions, func(id string) bool { return m.Dimension(id) != nil }, "dimensions")
	for _, dim := range m.Dimensions {
		c.dimension(dim.ID, raw.Dimensions[dim.ID])
	}
	known(c, raw.Questions, func(id string) bool { return m.Number(id) > 0 }, "questions")
	for i := range m.Questions {
		q := &m.Questions[i]
		w.Questions[q.ID] = c.question(q, raw.Questions[q.ID])
	}
	if m.Index != nil {
		c.index(m.Index, raw.Index)
	}
	return w, true
}

func (c checker) dimension(id string, w assessments.DimensionWords) {
	at := []any{"dimensions", id}
	c.text(w.Name, with(at, "name")...)
	c.text(w.Short, with(at, "short")...)
	c.text(w.Framework, with(at, "framework")...)
	c.text(w.About, with(at, "about")...)
	c.count(len(w.Levels), assessments.Top+1, with(at, "levels")...)
	for i, l := range w.Levels {
		c.text(l, with(at, "levels", i)...)
	}
}

func (c checker) question(q *assessments.Question, raw questionWordsFile) assessments.QuestionWords {
	at := []any{"questions", q.ID}
	for _, f := range []struct{ name, text string }{{"text", raw.Text}, {"hint", raw.Hint}, {"why", raw.Why},
		{"example", raw.Example}, {"example_any", raw.ExampleAny}} {
		c.text(f.text, with(at, f.name)...)
	}
	c.text(raw.How.Text, with(at, "how", "text")...)
	switch q.Kind {
	case assessments.Ladder:
		c.count(len(raw.Levels), assessments.Top+1, with(at, "levels")...)
		for i, l := range raw.Levels {
			c.pair(l, with(at, "levels", i)...)
		}
	case assessments.Checklist:
		known(c, raw.Options, func(id string) bool { return q.Option(id) != nil }, with(at, "options")...)
		for _, o := range q.Options {
			c.text(raw.Options[o.ID].Title, with(at, "options", o.ID, "title")...)
		}
	case assessments.Grid:
		c.count(len(raw.Stages), assessments.Top+1, with(at, "stages")...)
		known(c, raw.Rows, q.HasRow, with(at, "rows")...)
		for _, row := range q.Rows {
			c.pair(raw.Rows[row.ID], with(at, "rows", row.ID)...)
		}
	}
	return assessments.QuestionWords{Text: raw.Text, Hint: raw.Hint, Why: raw.Why, Example: raw.Example, ExampleAny: raw.ExampleAny,
		How: raw.How, Levels: raw.Levels, Options: raw.Options, Stages: raw.Stages, Rows: raw.Rows}
}

func (c checker) index(x *assessments.Index, w assessments.IndexWords) {
	c.text(w.Name, "index", "name")
	c.text(w.About, "index", "about")
	for _, cond := range x.Conditions {
		t := w.Conditions[cond.ID]
		c.text(t.Short, "index", "conditions", cond.ID, "short")
		c.text(t.Text, "index", "conditions", cond.ID, "text")
		c.text(t.How, "index", "conditions", cond.ID, "how")
	}
}
