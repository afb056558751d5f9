package content

import (
	"maps"
	"slices"

	"nivel/assessments"
)

// modelTexts are a model's texts in the order of its structure.
func modelTexts(m *assessments.Model, w assessments.ModelWords) fields {
	var f fields
	f.add("name", w.Name)
	f.add("about", w.About)
	f.add("levels", rows(w.Levels, func(l assessments.LevelWords) fields {
		var f fields
		f.add("name", l.Name)
		f.add("sign", l.Sign)
		f.add("life", l.Life)
		return f
	}))
	f.add("dimensions", keyed(dimensionIDs(m), w.Dimensions, dimensionTexts))
	f.add("questions", keyed(questionIDs(m), w.Questions, questionTexts))
	f.add("contradictions", keyed(contradictionIDs(m), w.Contradictions, func(s string) any { return s }))
	f.add("risks", keyed(riskIDs(m), w.Risks, titleText))
	f.add("index", indexTexts(m.Index, w.Index))
	return f
}

// keyed are records by id: first those of the list, in its order, then whatever else there is, so
// that the reader can tell of it.
func keyed[T any](ids []string, words map[string]T, write func(T) any) fields {
	var f fields
	order := slices.Clone(ids)
	for _, id := range slices.Sorted(maps.Keys(words)) {
		if !slices.Contains(order, id) {
			order = append(order, id)
		}
	}
	for _, id := range order {
		if w, ok := words[id]; ok {
			f.add(id, write(w))
		}
	}
	return f
}

func dimensionIDs(m *assessments.Model) []string {
	return idsOf(m.Dimensions, func(d assessments.Dimension) string { return d.ID })
}

func questionIDs(m *assessments.Model) []string {
	return idsOf(m.Questions, func(q assessments.Question) string { return q.ID })
}

func riskIDs(m *assessments.Model) []string {
	return idsOf(m.Risks, func(r assessments.Risk) string { return r.ID })
}

func contradictionIDs(m *assessments.Model) []string {
	return idsOf(m.Contradictions, func(c assessments.Contradiction) string { return c.ID })
}

func idsOf[T any](list []T, id func(T) string) []string {
	out := make([]string, len(list))
	for i, x := range list {
		out[i] = id(x)
	}
	return out
}

func dimensionTexts(w assessments.DimensionWords) any {
	var f fields
	f.add("name", w.Name)
	f.add("short", w.Short)
	f.add("framework", w.Framework)
	f.add("about", w.About)
	f.add("subdimensions", keyed(nil, w.Subdimensions, func(s assessments.SubdimensionWords) any {
		var f fields
		f.add("name", s.Name)
		f.add("about", s.About)
		return row(f)
	}))
	f.add("levels", lines(w.Levels))
	return f.MapSlice
}

func lines(list []string) []any {
	out := make([]any, len(list))
	for i, s := range list {
		out[i] = s
	}
	return out
}

func questionTexts(w assessments.QuestionWords) any {
	var f fields
	f.add("text", w.Text)
	f.add("hint", w.Hint)
	f.add("why", w.Why)
	f.add("example", w.Example)
	var how fields
	how.add("text", w.How.Text)
	how.add("signs", rows(w.How.Signs, func(s assessments.Sign) fields {
		var f fields
		f.add("levels", s.Levels)
		f.add("text", s.Text)
		return f
	}))
	f.add("how", how)
	f.add("unit", w.Unit)
	f.add("levels", rows(w.Levels, titleFields))
	f.add("stages", lines(w.Stages))
	f.add("options", keyed(nil, w.Options, titleText))
	f.add("rows", keyed(nil, w.Rows, titleText))
	return f.MapSlice
}

func titleFields(t assessments.TitleText) fields {
	var f fields
	f.add("title", t.Title)
	f.add("text", t.Text)
	return f
}

func titleText(t assessments.TitleText) any { return row(titleFields(t)) }

func indexTexts(x *assessments.Index, w assessments.IndexWords) fields {
	var f fields
	f.add("name", w.Name)
	f.add("about", w.About)
	var ids []string
	if x != nil {
		ids = idsOf(x.Conditions, func(c assessments.Condition) string { return c.ID })
	}
	f.add("conditions", keyed(ids, w.Conditions, func(c assessments.ConditionWords) any {
		var f fields
		f.add("short", c.Short)
		f.add("text", c.Text)
		f.add("how", c.How)
		return f.MapSlice
	}))
	return f
}
