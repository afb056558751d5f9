package editor

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/draft"
	"nivel/assessments/figure"
)

var sizes = []assessments.SizeClass{assessments.Micro, assessments.Small, assessments.Medium, assessments.Large}

// when is the condition under which a question is asked.
func (f *form) when(q *assessments.Question) fyne.CanvasObject {
	id := q.ID
	change := func(focus string, do func(w *assessments.When)) {
		f.p.step(focus, func(d *draft.Draft) {
			q := d.Pack.Model.Question(id)
			q.When = draft.When(q.When, do)
		})
	}
	w := assessments.When{}
	if q.When != nil {
		w = *q.When
	}
	rows := []fyne.CanvasObject{f.sizes(w, change), f.sectors(w, change)}
	earlier := f.p.work.d.Earlier(id)
	for i, t := range w.Answers {
		rows = append(rows, f.test(q, i, t, earlier, change))
	}
	if len(earlier) > 0 {
		add := newButton(f.shown, widget.Secondary, "plus", f.t("add.test"), "", func() {
			n := strconv.Itoa(len(w.Answers))
			change("when."+n, func(w *assessments.When) { w.Answers = append(w.Answers, draft.TestOf(earlier[len(earlier)-1])) })
		})
		f.controls["when"] = add
		rows = append(rows, widget.Wrap(0, 0, add))
	} else {
		rows = append(rows, note(f.t("when.first")))
	}
	return f.card("filter", f.t("when"), f.t("when.text"), rows...)
}

// sizes are those of the firms that are asked.
func (f *form) sizes(w assessments.When, change func(string, func(*assessments.When))) fyne.CanvasObject {
	var names []string
	for _, s := range sizes {
		names = append(names, f.p.w.T("editor.size."+string(s)))
	}
	row := ticks(f.shown, names, func(i int) bool { return slices.Contains(w.Sizes, sizes[i]) }, func(i int, in bool) bool {
		change("size."+strconv.Itoa(i), func(w *assessments.When) { w.Sizes = draft.Toggle(w.Sizes, sizes, sizes[i], in) })
		return true
	})
	f.remember("size", row)
	return field(f.t("when.sizes"), f.t("when.all"), row, nil)
}

// sectors are the trades that are asked.
func (f *form) sectors(w assessments.When, change func(string, func(*assessments.When))) fyne.CanvasObject {
	lib := f.p.h.Session().Complete()
	var all, names []string
	for _, s := range lib.Sectors {
		all, names = append(all, s.ID), append(names, cmpOr(lib.SectorWords[f.p.w.Language][s.ID].Name, s.ID))
	}
	for _, s := range w.Sectors {
		if !slices.Contains(all, s) {
			all, names = append(all, s), append(names, s) // one whose pack is not here
		}
	}
	row := ticks(f.shown, names, func(i int) bool { return slices.Contains(w.Sectors, all[i]) }, func(i int, in bool) bool {
		change("sector."+strconv.Itoa(i), func(w *assessments.When) { w.Sectors = draft.Toggle(w.Sectors, all, all[i], in) })
		return true
	})
	f.remember("sector", row)
	return field(f.t("when.sectors"), f.t("when.all"), row, nil)
}

// remember lets the buttons of a row have the focus again after a step.
func (f *form) remember(name string, row *fyne.Container) {
	for i, o := range row.Objects {
		if b, ok := o.(*widget.Button); ok {
			f.controls[name+"."+strconv.Itoa(i)] = b
		}
	}
}

// test is one test on an earlier answer.
func (f *form) test(q *assessments.Question, i int, t assessments.Test, earlier []*assessments.Question, change func(string, func(*assessments.When))) fyne.CanvasObject {
	key := "when." + strconv.Itoa(i)
	m := &f.p.work.d.Pack.Model
	var names []string
	at := -1
	for k, e := range earlier {
		names = append(names, strconv.Itoa(m.Number(e.ID))+". "+cmpOr(f.words().Questions[e.ID].Text, e.ID))
		if e.ID == t.Question {
			at = k
		}
	}
	put := func(next assessments.Test) func(*assessments.When) {
		return func(w *assessments.When) { w.Answers[i] = next }
	}
	rows := []fyne.CanvasObject{f.choice(key, names, at, func(k int) { change(key, put(draft.TestOf(earlier[k]))) })}
	if on := m.Question(t.Question); on == nil || at < 0 {
		rows = append(rows, widget.NewText(widget.Small, figure.Err, f.t("when.gone")))
	} else {
		rows = append(rows, f.wanted(q.ID, i, on, t, func(focus string, next assessments.Test) { change(focus, put(next)) })...)
	}
	remove := newButton(f.shown, widget.Quiet, "trash", f.t("remove.test"), "", func() {
		change("when", func(w *assessments.When) { w.Answers = slices.Delete(w.Answers, i, i+1) })
	})
	return widget.Tinted(figure.Sunken, 10, 12, widget.Column(8, append(rows, widget.Wrap(0, 0, remove))...))
}

// wanted is what the answer must be.
func (f *form) wanted(q string, i int, on *assessments.Question, t assessments.Test, put func(focus string, next assessments.Test)) []fyne.CanvasObject {
	key, w := "when."+strconv.Itoa(i), f.words().Questions[on.ID]
	not := 0
	if t.Not {
		not = 1
	}
	turn := func(yes, no string) fyne.CanvasObject {
		c := widget.NewSegmented([]string{f.t(yes), f.t(no)}, not, func(k int) {
			next := t
			next.Not = k == 1
			put(key+".not", next)
		})
		f.controls[key+".not"] = c
		return widget.Wrap(0, 0, c)
	}
	switch on.Kind {
	case assessments.YesNo:
		return []fyne.CanvasObject{turn("test.yes", "test.no")}
	case assessments.Checklist:
		var names []string
		at := -1
		for k, o := range on.Options {
			names = append(names, strconv.Itoa(k+1)+". "+cmpOr(w.Options[o.ID].Title, o.ID))
			if o.ID == t.Option {
				at = k
			}
		}
		return []fyne.CanvasObject{turn("test.chosen", "test.unchosen"), f.choice(key+".option", names, at, func(k int) {
			next := t
			next.Option = on.Options[k].ID
			put(key+".option", next)
		})}
	}
	var out []fyne.CanvasObject
	if len(on.Rows) > 0 {
		var names []string
		at := -1
		for k, r := range on.Rows {
			names = append(names, strconv.Itoa(k+1)+". "+cmpOr(w.Rows[r.ID].Title, r.ID))
			if r.ID == t.Row {
				at = k
			}
		}
		out = append(out, f.choice(key+".row", names, at, func(k int) {
			next := t
			next.Row = on.Rows[k].ID
			put(key+".row", next)
		}))
	}
	out = append(out, turn("test.is", "test.isnot"))
	if on.Kind == assessments.Number {
		return append(out, f.beside(
			f.whole(key+".from", f.t("test.least"), t.Level, 0, 1_000_000, func(n int) { f.bound(q, i, func(t *assessments.Test) { t.Level = n }) }),
			f.whole(key+".below", f.t("test.below"), t.Below, 0, 1_000_000, func(n int) { f.bound(q, i, func(t *assessments.Test) { t.Below = n }) })))
	}
	top := draft.TopOf(on)
	from, to := draft.Span(t, top)
	var names []string
	for k := range top + 1 {
		names = append(names, f.stepName(on, w, k))
	}
	return append(out, f.beside(
		field(f.t("test.from"), "", f.choice(key+".from", slices.Clone(names), from, func(k int) { put(key+".from", draft.Between(t, k, max(k, to), top)) }), nil),
		field(f.t("test.to"), "", f.choice(key+".to", slices.Clone(names), to, func(k int) { put(key+".to", draft.Between(t, min(from, k), k, top)) }), nil)))
}

// stepName names a level of a question as a condition means it.
func (f *form) stepName(q *assessments.Question, w assessments.QuestionWords, k int) string {
	text := ""
	switch {
	case q.Kind == assessments.Partly:
		text = f.p.w.T("answer.partly." + strconv.Itoa(k))
	case q.Kind == assessments.Plans:
		text = f.p.w.T("answer.plan." + strconv.Itoa(k))
	case k < len(w.Stages):
		text = w.Stages[k]
	case k < len(w.Levels):
		text = w.Levels[k].Title
	}
	return strconv.Itoa(k) + " · " + widget.Plain(text)
}

// bound changes a test on a number while it is typed.
func (f *form) bound(question string, i int, change func(*assessments.Test)) {
	q := f.p.work.d.Pack.Model.Question(question)
	if q != nil && q.When != nil && i < len(q.When.Answers) {
		change(&q.When.Answers[i])
	}
}
