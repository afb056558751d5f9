package editor

import (
	"math/big"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/draft"
	"nivel/assessments/figure"
)

// rulesOfParts are the ways in which a dimension or part is made of what is below it.
var rulesOfParts = []assessments.Combine{assessments.Mean, assessments.Minimum, assessments.Count}

// dimension is the form of a dimension.
func (f *form) dimension(id string) []fyne.CanvasObject {
	d, lang := f.p.work.d, f.lang()
	x, w := d.Pack.Model.Dimension(id), f.words().Dimensions[id]
	if x == nil {
		return nil
	}
	set := func(change func(w *assessments.DimensionWords, v string)) func(string) {
		return func(v string) { d.Dimension(lang, id, func(w *assessments.DimensionWords) { change(w, v) }) }
	}
	move := func(by int) func(*draft.Draft) { return func(d *draft.Draft) { d.MoveDimension(id, by) } }
	title := f.title(f.t("area"), id, f.quiet("up", f.t("up"), "name", move(-1)), f.quiet("chevron-down", f.t("down"), "name", move(1)),
		f.quiet("trash", f.t("remove.area"), "name", func(d *draft.Draft) { d.RemoveDimension(id) }))
	texts := f.card("text", f.t("texts"), "",
		f.text("name", f.t("field.name"), 1, w.Name, set(func(w *assessments.DimensionWords, v string) { w.Name = v })),
		f.text("short", f.t("field.short"), 1, w.Short, set(func(w *assessments.DimensionWords, v string) { w.Short = v })),
		f.text("about", f.t("field.aboutarea"), 2, w.About, set(func(w *assessments.DimensionWords, v string) { w.About = v })))
	combine := f.choice("combine", f.rules(rulesOfParts), slices.Index(rulesOfParts, x.Combine), func(i int) {
		f.p.step("combine", func(d *draft.Draft) { d.Pack.Model.Dimension(id).Combine = rulesOfParts[i] })
	})
	score := f.card("level", f.t("counts"), f.t("counts.text"), f.beside(
		f.number("weight", f.t("field.weight"), x.Weight, func(r *big.Rat) { d.Pack.Model.Dimension(id).Weight = r }),
		field(f.t("field.combine"), "", combine, nil)))
	var levels []fyne.CanvasObject
	for i, text := range w.Levels {
		levels = append(levels, f.text("level."+strconv.Itoa(i), f.levelName(i), 2, text, set(func(w *assessments.DimensionWords, v string) { w.Levels[i] = v })))
	}
	return []fyne.CanvasObject{title, texts, score, f.parts(x), f.card("level", f.t("area.levels"), f.t("area.levels.text"), levels...), f.adding(id, "")}
}

// levelName is "2 · Ordenado".
func (f *form) levelName(i int) string {
	if all := f.words().Levels; i < len(all) && all[i].Name != "" {
		return strconv.Itoa(i) + " · " + widget.Plain(all[i].Name)
	}
	return f.p.w.T("editor.level", "n", i)
}

// parts are the named parts of a dimension.
func (f *form) parts(x *assessments.Dimension) fyne.CanvasObject {
	id := x.ID
	var rows []fyne.CanvasObject
	for _, s := range x.Subdimensions {
		name := f.words().Dimensions[id].Subdimensions[s.ID].Name
		if name == "" {
			name = s.ID
		}
		rows = append(rows, widget.Wrap(0, 0, newButton(f.shown, widget.Quiet, "", widget.Plain(name), "chevron-right", func() {
			f.p.goTo(draft.Place{Thing: draft.Part, ID: id, Part: s.ID, Field: "name"}, true)
		})))
	}
	if n := len(x.Subdimensions); n > 1 {
		weighed := x.Subdimensions[0].Weight != nil
		at := 0
		if weighed {
			at = 1
		}
		own := widget.NewSegmented([]string{f.t("parts.even"), f.t("parts.own")}, at, func(i int) {
			f.p.step("parts", func(d *draft.Draft) { d.WeighParts(id, i == 1) })
		})
		f.controls["parts"] = own
		rows = append(rows, field(f.t("parts.weight"), "", widget.Wrap(0, 0, own), nil))
	}
	add := newButton(f.shown, widget.Quiet, "plus", f.t("add.part"), "", func() {
		f.p.step("name", func(d *draft.Draft) {
			f.p.work.at = draft.Place{Thing: draft.Part, ID: id, Part: d.AddSubdimension(id)}
			f.p.work.open[id] = true
		})
	})
	return f.card("more", f.t("parts"), f.t("parts.text"), append(rows, widget.Wrap(0, 0, add))...)
}

// added are the kinds of question that can be made in the editor.
var added = []assessments.Kind{assessments.Ladder, assessments.Checklist, assessments.YesNo, assessments.Partly, assessments.Grid, assessments.Plans, assessments.Number}

// adding are the buttons for a new question of a dimension or part.
func (f *form) adding(dimension, part string) fyne.CanvasObject {
	var buttons []fyne.CanvasObject
	for _, kind := range added {
		buttons = append(buttons, newButton(f.shown, widget.Secondary, "plus", f.p.w.T("editor.kind."+string(kind)), "", func() {
			f.p.work.open[dimension] = true
			f.p.step("text", func(d *draft.Draft) {
				f.p.work.at = draft.Place{Thing: draft.Question, ID: d.AddQuestion(dimension, part, kind)}
			})
		}))
	}
	return f.card("question", f.t("add.question"), f.t("add.question.text"), widget.Wrap(8, 8, buttons...))
}

// part is the form of a named part of a dimension.
func (f *form) part(dimension, id string) []fyne.CanvasObject {
	d, lang := f.p.work.d, f.lang()
	x := d.Pack.Model.Dimension(dimension)
	if x == nil {
		return nil
	}
	i := slices.IndexFunc(x.Subdimensions, func(s assessments.Subdimension) bool { return s.ID == id })
	if i < 0 {
		return nil
	}
	s, w := &x.Subdimensions[i], f.words().Dimensions[dimension].Subdimensions[id]
	set := func(change func(w *assessments.SubdimensionWords, v string)) func(string) {
		return func(v string) {
			d.Dimension(lang, dimension, func(w *assessments.DimensionWords) {
				s := w.Subdimensions[id]
				change(&s, v)
				w.Subdimensions[id] = s
			})
		}
	}
	move := func(by int) func(*draft.Draft) { return func(d *draft.Draft) { d.MoveSubdimension(dimension, id, by) } }
	title := f.title(f.t("part"), id, f.quiet("up", f.t("up"), "name", move(-1)), f.quiet("chevron-down", f.t("down"), "name", move(1)),
		f.quiet("trash", f.t("remove.part"), "name", func(d *draft.Draft) { d.RemoveSubdimension(dimension, id) }))
	combine := f.choice("combine", f.rules(rulesOfParts), slices.Index(rulesOfParts, s.Combine), func(k int) {
		f.p.step("combine", func(d *draft.Draft) { d.Pack.Model.Dimension(dimension).Subdimensions[i].Combine = rulesOfParts[k] })
	})
	counts := []fyne.CanvasObject{field(f.t("field.combine"), "", combine, nil)}
	if s.Weight != nil {
		counts = append([]fyne.CanvasObject{f.number("weight", f.t("field.weight"), s.Weight, func(r *big.Rat) { s.Weight = r })}, counts...)
	} else {
		counts = append(counts, widget.NewText(widget.Small, figure.Ink2, f.t("parts.even.text")))
	}
	return []fyne.CanvasObject{title,
		f.card("text", f.t("texts"), "", f.text("name", f.t("field.name"), 1, w.Name, set(func(w *assessments.SubdimensionWords, v string) { w.Name = v })),
			f.text("about", f.t("field.aboutarea"), 2, w.About, set(func(w *assessments.SubdimensionWords, v string) { w.About = v }))),
		f.card("level", f.t("counts"), "", counts...), f.adding(dimension, id)}
}
