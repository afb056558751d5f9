package editor

import (
	"math/big"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/draft"
	"nivel/assessments/figure"
)

// question is the form of a question.
func (f *form) question(id string) []fyne.CanvasObject {
	d := f.p.work.d
	m := &d.Pack.Model
	q := m.Question(id)
	if q == nil {
		return nil
	}
	move := func(by int) func(*draft.Draft) { return func(d *draft.Draft) { d.MoveQuestion(id, by) } }
	title := f.title(f.p.w.T("editor.question", "n", m.Number(id), "kind", f.p.w.T("editor.kind."+string(q.Kind))), id,
		f.quiet("up", f.t("up"), "text", move(-1)), f.quiet("chevron-down", f.t("down"), "text", move(1)),
		f.quiet("trash", f.t("remove.question"), "text", func(d *draft.Draft) { d.RemoveQuestion(id) }))
	out := []fyne.CanvasObject{title}
	if q.Asked() {
		out = append(out, f.card("text", f.t("texts"), "", f.questionTexts(q)...))
		out = append(out, f.answers(q)...)
	} else {
		out = append(out, widget.Banner(widget.ToneNeutral, "info", f.t("same"), f.p.w.T("editor.same.text", "question", widget.Plain(f.words().Questions[q.SameAs].Text))))
	}
	return append(out, f.weighing(q), f.when(q), f.help(q))
}

// set changes one text of a question.
func (f *form) set(id string, change func(w *assessments.QuestionWords, v string)) func(string) {
	d, lang := f.p.work.d, f.lang()
	return func(v string) { d.Question(lang, id, func(w *assessments.QuestionWords) { change(w, v) }) }
}

func (f *form) questionTexts(q *assessments.Question) []fyne.CanvasObject {
	w := f.words().Questions[q.ID]
	out := []fyne.CanvasObject{
		f.text("text", f.t("field.text"), 2, w.Text, f.set(q.ID, func(w *assessments.QuestionWords, v string) { w.Text = v })),
		f.text("hint", f.t("field.hint"), 2, w.Hint, f.set(q.ID, func(w *assessments.QuestionWords, v string) { w.Hint = v })),
	}
	if q.Kind == assessments.Number {
		out = append(out, f.text("unit", f.t("field.unit"), 1, w.Unit, f.set(q.ID, func(w *assessments.QuestionWords, v string) { w.Unit = v })))
	}
	return out
}

// help are the texts that stand beside a question.
func (f *form) help(q *assessments.Question) fyne.CanvasObject {
	if !q.Asked() {
		return widget.Space(1, 1)
	}
	w := f.words().Questions[q.ID]
	rows := []fyne.CanvasObject{
		f.text("why", f.t("field.why"), 3, w.Why, f.set(q.ID, func(w *assessments.QuestionWords, v string) { w.Why = v })),
		f.text("how", f.t("field.how"), 3, w.How.Text, f.set(q.ID, func(w *assessments.QuestionWords, v string) { w.How.Text = v })),
	}
	for i, sign := range w.How.Signs {
		key := "how.signs." + strconv.Itoa(i)
		rows = append(rows, f.beside(
			f.text(key+".levels", f.t("field.signlevels"), 1, sign.Levels, f.set(q.ID, func(w *assessments.QuestionWords, v string) { w.How.Signs[i].Levels = v })),
			f.text(key, f.t("field.signtext"), 2, sign.Text, f.set(q.ID, func(w *assessments.QuestionWords, v string) { w.How.Signs[i].Text = v }))),
			widget.Wrap(0, 0, f.quiet("trash", f.t("remove.sign"), "how", func(d *draft.Draft) {
				d.Question(f.lang(), q.ID, func(w *assessments.QuestionWords) { w.How.Signs = slices.Delete(slices.Clone(w.How.Signs), i, i+1) })
			})))
	}
	rows = append(rows, widget.Wrap(0, 0, f.quiet("plus", f.t("add.sign"), "how.signs."+strconv.Itoa(len(w.How.Signs)), func(d *draft.Draft) {
		d.Question(f.lang(), q.ID, func(w *assessments.QuestionWords) {
			w.How.Signs = append(slices.Clone(w.How.Signs), assessments.Sign{})
		})
	})), f.text("example", f.t("field.example"), 3, w.Example, f.set(q.ID, func(w *assessments.QuestionWords, v string) { w.Example = v })))
	return f.card("help", f.t("beside"), f.t("beside.text"), rows...)
}

// weighing is where a question stands, what it weighs and on which path it is.
func (f *form) weighing(q *assessments.Question) fyne.CanvasObject {
	id := q.ID
	m := &f.p.work.d.Pack.Model
	rows := []fyne.CanvasObject{f.number("weight", f.t("field.weight"), q.Weight, func(r *big.Rat) { m.Question(id).Weight = r })}
	if len(m.Paths) > 1 {
		var names []string
		for i, path := range m.Paths {
			names = append(names, f.path(i, path))
		}
		rows = append(rows, field(f.t("field.path"), "", f.choice("path", names, slices.Index(m.Paths, q.Path), func(i int) {
			f.p.step("path", func(d *draft.Draft) { d.Pack.Model.Question(id).Path = m.Paths[i] })
		}), nil))
	}
	var names []string
	var homes [][2]string
	at := -1
	for _, x := range m.Dimensions {
		w := f.words().Dimensions[x.ID]
		parts := []string{""}
		if len(x.Subdimensions) > 0 {
			parts = nil
			for _, s := range x.Subdimensions {
				parts = append(parts, s.ID)
			}
		}
		for _, part := range parts {
			name := cmpOr(w.Short, w.Name, x.ID)
			if part != "" {
				name += " · " + cmpOr(w.Subdimensions[part].Name, part)
			}
			if q.Dimension == x.ID && q.Subdimension == part {
				at = len(homes)
			}
			names, homes = append(names, name), append(homes, [2]string{x.ID, part})
		}
	}
	home := field(f.t("field.home"), "", f.choice("subdimension", names, at, func(i int) {
		f.p.step("subdimension", func(d *draft.Draft) { d.PutQuestion(id, homes[i][0], homes[i][1]) })
	}), nil)
	return f.card("level", f.t("counts"), f.t("counts.text"), f.beside(rows...), home)
}

// path names a path: the quick and the full one as the program does, others by their id.
func (f *form) path(i int, id string) string {
	switch id {
	case "quick":
		return f.p.w.T("editor.path.quick")
	case "full":
		return f.p.w.T("editor.path.full")
	}
	return strconv.Itoa(i+1) + ". " + id
}

func cmpOr(texts ...string) string {
	for _, t := range texts {
		if t = strings.TrimSpace(t); t != "" {
			return widget.Plain(t)
		}
	}
	return ""
}

// note is a small line of explanation.
func note(text string) fyne.CanvasObject { return widget.NewText(widget.Small, figure.Ink2, text) }
