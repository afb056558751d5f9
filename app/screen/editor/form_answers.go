package editor

import (
	"math/big"
	"strconv"

	"fyne.io/fyne/v2"

	"nivel/app/theme"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/draft"
)

// answers are what can be answered to a question, as its kind has it.
func (f *form) answers(q *assessments.Question) []fyne.CanvasObject {
	switch q.Kind {
	case assessments.Ladder:
		return []fyne.CanvasObject{f.card("level", f.t("answers"), f.t("answers.ladder"), f.steps(q)...)}
	case assessments.Checklist:
		return []fyne.CanvasObject{f.card("check", f.t("answers"), f.t("answers.checklist"), f.options(q)...)}
	case assessments.Grid:
		return []fyne.CanvasObject{f.card("level", f.t("answers.stages"), f.t("answers.grid"), f.steps(q)...), f.card("more", f.t("answers.rows"), "", f.rows(q)...)}
	case assessments.Plans:
		return []fyne.CanvasObject{f.planned(q), f.card("more", f.t("answers.rows"), "", f.rows(q)...)}
	case assessments.Number:
		return []fyne.CanvasObject{f.bounds(q), f.card("level", f.t("answers.bands"), f.t("answers.number"), f.steps(q)...)}
	case assessments.YesNo:
		return []fyne.CanvasObject{note(f.t("answers.yesno"))}
	}
	return []fyne.CanvasObject{note(f.t("answers.partly"))}
}

// line is an input beside a small number, or above it.
func (f *form) line(key string, text fyne.CanvasObject, label string, value *big.Rat, set func(*big.Rat)) fyne.CanvasObject {
	input, wrong := f.decimal(key, value, set)
	small := field(label, "", input, wrong)
	if f.narrow() {
		return widget.Column(8, text, small)
	}
	return widget.Row(12, []float32{-1, theme.Dp(104)}, text, small)
}

// steps are the levels of a ladder, the stages of a grid and the bands of a number.
func (f *form) steps(q *assessments.Question) []fyne.CanvasObject {
	id, w := q.ID, f.words().Questions[q.ID]
	value := func(i int) func(*big.Rat) {
		return func(r *big.Rat) { f.p.work.d.Pack.Model.Question(id).Values[i] = r }
	}
	var out []fyne.CanvasObject
	for i := range q.Values {
		n := strconv.Itoa(i)
		key := "level." + n
		var text fyne.CanvasObject
		switch {
		case q.Kind == assessments.Grid && i < len(w.Stages):
			text = f.text(key, f.p.w.T("editor.stage", "n", i), 1, w.Stages[i], f.set(id, func(w *assessments.QuestionWords, v string) { w.Stages[i] = v }))
		case i < len(w.Levels):
			text = f.text(key, f.p.w.T("editor.level", "n", i), 1, w.Levels[i].Title, f.set(id, func(w *assessments.QuestionWords, v string) { w.Levels[i].Title = v }))
		default:
			continue
		}
		rows := []fyne.CanvasObject{f.line("value."+n, text, f.t("field.value"), q.Values[i], value(i))}
		if q.Kind == assessments.Number && i < len(q.Bands) {
			rows = append(rows, f.number("from."+n, f.t("field.bandfrom"), q.Bands[i], func(r *big.Rat) { f.p.work.d.Pack.Model.Question(id).Bands[i] = r }))
		}
		if q.Kind != assessments.Grid {
			rows = append(rows, f.entry(key+".text", 2, w.Levels[i].Text, f.set(id, func(w *assessments.QuestionWords, v string) { w.Levels[i].Text = v })))
		}
		if len(q.Values) > 2 {
			rows = append(rows, widget.Wrap(0, 0, f.quiet("trash", f.t("remove.step"), "level.0", func(d *draft.Draft) { d.RemoveStep(id, i) })))
		}
		out = append(out, widget.Column(6, rows...), widget.Divider())
	}
	if len(q.Values) < 10 {
		out = append(out, widget.Wrap(0, 0, f.quiet("plus", f.t("add.step"), "level."+strconv.Itoa(len(q.Values)), func(d *draft.Draft) { d.AddStep(id) })))
	}
	return out
}

// moving are the small buttons of an option or row.
func (f *form) moving(key string, move func(d *draft.Draft, by int), remove func(d *draft.Draft), more ...fyne.CanvasObject) fyne.CanvasObject {
	all := []fyne.CanvasObject{f.quiet("up", f.t("up"), key, func(d *draft.Draft) { move(d, -1) }), f.quiet("chevron-down", f.t("down"), key, func(d *draft.Draft) { move(d, 1) })}
	if remove != nil {
		all = append(all, f.quiet("trash", f.t("remove"), "text", remove))
	}
	return widget.Wrap(12, 2, append(all, more...)...)
}

// titles changes title or text of one of a question's options or rows.
func (f *form) titles(id string, of func(w *assessments.QuestionWords) map[string]assessments.TitleText) func(one string, change func(t *assessments.TitleText, v string)) func(string) {
	return func(one string, change func(t *assessments.TitleText, v string)) func(string) {
		return f.set(id, func(w *assessments.QuestionWords, v string) {
			t := of(w)[one]
			change(&t, v)
			of(w)[one] = t
		})
	}
}

// options are those of a checklist.
func (f *form) options(q *assessments.Question) []fyne.CanvasObject {
	id, w := q.ID, f.words().Questions[q.ID]
	set := f.titles(id, func(w *assessments.QuestionWords) map[string]assessments.TitleText { return w.Options })
	var out []fyne.CanvasObject
	for i, o := range q.Options {
		key, name := "option."+o.ID, o.ID
		text := f.text(key, f.p.w.T("editor.option", "n", i+1), 1, w.Options[name].Title, set(name, func(t *assessments.TitleText, v string) { t.Title = v }))
		if !o.Exclusive {
			text = f.line("value."+o.ID, text, f.t("field.value"), o.Value, func(r *big.Rat) { f.p.work.d.Pack.Model.Question(id).Option(name).Value = r })
		}
		alone := f.quiet("circle", f.t("alone"), key, func(d *draft.Draft) { d.Exclude(id, name, !o.Exclusive) })
		if o.Exclusive {
			alone.Icon = "check-circle"
		}
		var remove func(d *draft.Draft)
		if len(q.Options) > 1 {
			remove = func(d *draft.Draft) { d.RemoveOption(id, name) }
		}
		out = append(out, widget.Column(6, text,
			f.entry(key+".text", 1, w.Options[name].Text, set(name, func(t *assessments.TitleText, v string) { t.Text = v })),
			f.moving(key, func(d *draft.Draft, by int) { d.MoveOption(id, name, by) }, remove, alone)), widget.Divider())
	}
	add := newButton(f.shown, widget.Quiet, "plus", f.t("add.option"), "", func() {
		name := ""
		f.p.step("", func(d *draft.Draft) { name = d.AddOption(id) })
		f.focus("option." + name)
	})
	return append(out, widget.Wrap(0, 0, add))
}

// rows are those of a grid or of plans.
func (f *form) rows(q *assessments.Question) []fyne.CanvasObject {
	id, w := q.ID, f.words().Questions[q.ID]
	set := f.titles(id, func(w *assessments.QuestionWords) map[string]assessments.TitleText { return w.Rows })
	var out []fyne.CanvasObject
	for i, r := range q.Rows {
		key, name := "row."+r.ID, r.ID
		var remove func(d *draft.Draft)
		if len(q.Rows) > 1 {
			remove = func(d *draft.Draft) { d.RemoveRow(id, name) }
		}
		out = append(out, widget.Column(6,
			f.text(key, f.p.w.T("editor.row", "n", i+1), 1, w.Rows[name].Title, set(name, func(t *assessments.TitleText, v string) { t.Title = v })),
			f.entry(key+".text", 1, w.Rows[name].Text, set(name, func(t *assessments.TitleText, v string) { t.Text = v })),
			f.moving(key, func(d *draft.Draft, by int) { d.MoveRow(id, name, by) }, remove)), widget.Divider())
	}
	add := newButton(f.shown, widget.Quiet, "plus", f.t("add.row"), "", func() {
		name := ""
		f.p.step("", func(d *draft.Draft) { name = d.AddRow(id) })
		f.focus("row." + name)
	})
	return append(out, widget.Wrap(0, 0, add))
}

// planned is which column of plans is worth something.
func (f *form) planned(q *assessments.Question) fyne.CanvasObject {
	id := q.ID
	all := []assessments.Column{assessments.Already, assessments.Planned, assessments.Either}
	var names []string
	at := 0
	for i, c := range all {
		names = append(names, f.p.w.T("editor.column."+string(c)))
		if c == q.Column {
			at = i
		}
	}
	return f.card("plan", f.t("answers"), f.t("answers.plans"), field(f.t("field.column"), "", f.choice("column", names, at, func(i int) {
		f.p.step("column", func(d *draft.Draft) { d.Pack.Model.Question(id).Column = all[i] })
	}), nil))
}

// bounds are the lowest and the highest number that may be typed.
func (f *form) bounds(q *assessments.Question) fyne.CanvasObject {
	id := q.ID
	r := func() *assessments.NumberRange { return &f.p.work.d.Pack.Model.Question(id).Range }
	return f.card("text", f.t("bounds"), "", f.beside(
		f.number("least", f.t("field.least"), q.Range.Least, func(v *big.Rat) { r().Least = v }),
		f.number("most", f.t("field.most"), q.Range.Most, func(v *big.Rat) { r().Most = v }),
		f.whole("number", f.t("field.decimals"), q.Range.Decimals, 0, 4, func(n int) { r().Decimals = n })))
}
