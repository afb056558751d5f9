package draft

import (
	"maps"
	"slices"

	"nivel/assessments"
)

// Words changes the texts of the model in a language.
func (d *Draft) Words(lang string, change func(*assessments.ModelWords)) {
	w := d.Pack.Words[lang]
	change(&w)
	d.Pack.Words[lang] = w
}

// Dimension changes a dimension's texts in a language.
func (d *Draft) Dimension(lang, id string, change func(*assessments.DimensionWords)) {
	w := d.Pack.Words[lang].Dimensions[id]
	change(&w)
	d.Pack.Words[lang].Dimensions[id] = w
}

// Question changes a question's texts in a language.
func (d *Draft) Question(lang, id string, change func(*assessments.QuestionWords)) {
	w := d.Pack.Words[lang].Questions[id]
	change(&w)
	d.Pack.Words[lang].Questions[id] = w
}

// SetLanguages says which languages the model will have, in their usual order. One that comes new
// begins with the texts of the first it had.
func (d *Draft) SetLanguages(languages []string) {
	if len(languages) == 0 {
		return
	}
	first := d.Languages[0]
	for _, lang := range languages {
		if !slices.Contains(d.Languages, lang) {
			d.Pack.Words[lang] = d.Clone().Pack.Words[first]
		}
	}
	d.Languages = languages
	d.Fit()
}

// every changes the texts of a question in all languages.
func (d *Draft) every(id string, change func(*assessments.QuestionWords)) {
	for lang := range d.Pack.Words {
		d.Question(lang, id, change)
	}
}

// Fit brings the texts of every language to the model's structure: as many levels as it has, an
// entry for each thing, none for what is gone. What is missing is empty, for the check to tell.
func (d *Draft) Fit() {
	m := &d.Pack.Model
	if d.Pack.Words == nil {
		d.Pack.Words = map[string]assessments.ModelWords{}
	}
	for _, lang := range d.Languages {
		if _, ok := d.Pack.Words[lang]; !ok {
			d.Pack.Words[lang] = assessments.ModelWords{}
		}
	}
	maps.DeleteFunc(d.Pack.Words, func(lang string, _ assessments.ModelWords) bool { return !slices.Contains(d.Languages, lang) })
	for lang, w := range d.Pack.Words {
		w.Levels = sized(w.Levels, m.Levels())
		w.Dimensions = kept(w.Dimensions, ids(m.Dimensions, func(x *assessments.Dimension) string { return x.ID }))
		w.Questions = kept(w.Questions, ids(m.Questions, func(x *assessments.Question) string { return x.ID }))
		w.Contradictions = kept(w.Contradictions, ids(m.Contradictions, func(x *assessments.Contradiction) string { return x.ID }))
		w.Risks = kept(w.Risks, ids(m.Risks, func(x *assessments.Risk) string { return x.ID }))
		for i := range m.Dimensions {
			x := &m.Dimensions[i]
			t := w.Dimensions[x.ID]
			t.Levels = sized(t.Levels, m.Levels())
			t.Subdimensions = kept(t.Subdimensions, ids(x.Subdimensions, func(s *assessments.Subdimension) string { return s.ID }))
			w.Dimensions[x.ID] = t
		}
		for i := range m.Questions {
			q := &m.Questions[i]
			if !q.Asked() {
				delete(w.Questions, q.ID)
				continue
			}
			w.Questions[q.ID] = fitted(q, w.Questions[q.ID])
		}
		d.Pack.Words[lang] = w
	}
}

// fitted are a question's texts as its kind wants them.
func fitted(q *assessments.Question, w assessments.QuestionWords) assessments.QuestionWords {
	levels, stages := 0, 0
	switch q.Kind {
	case assessments.Ladder, assessments.Number:
		levels = q.Steps()
	case assessments.Grid:
		stages = q.Steps()
	}
	w.Levels, w.Stages = sized(w.Levels, levels), sized(w.Stages, stages)
	w.Options = kept(w.Options, ids(q.Options, func(o *assessments.Option) string { return o.ID }))
	w.Rows = kept(w.Rows, ids(q.Rows, func(r *assessments.Row) string { return r.ID }))
	return w
}

func ids[T any](list []T, id func(*T) string) []string {
	out := make([]string, len(list))
	for i := range list {
		out[i] = id(&list[i])
	}
	return out
}

// sized is a list of that length: cut at its end, or with empty ones added.
func sized[T any](list []T, n int) []T {
	if len(list) >= n {
		return slices.Clip(list[:n])
	}
	return append(slices.Clone(list), make([]T, n-len(list))...)
}

// kept are the entries of these ids, each of them there.
func kept[T any](words map[string]T, ids []string) map[string]T {
	out := map[string]T{}
	for _, id := range ids {
		out[id] = words[id]
	}
	return out
}

// cut takes the one at the place i away; the list is not changed.
func cut[T any](list []T, i int) []T {
	if i < 0 || i >= len(list) {
		return list
	}
	return slices.Delete(slices.Clone(list), i, i+1)
}

// swapped lets two neighbours change places, and says whether there are two.
func swapped[T any](list []T, i, by int) bool {
	if i < 0 || i >= len(list) || i+by < 0 || i+by >= len(list) {
		return false
	}
	list[i], list[i+by] = list[i+by], list[i]
	return true
}
