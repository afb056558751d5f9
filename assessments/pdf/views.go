package pdf

import (
	"nivel/assessments/figure"
	"nivel/assessments/report"
)

// The columns of where views differ.
const (
	viewsTextX = 24.5
	viewsTextW = 54.0
	saidX      = 82.0
	saidW      = 63.0
	agreedX    = 148.5
)

// differences are the questions on which views differ, each with what was said and agreed.
func (w *writer) differences(d *report.Differences) {
	w.begin(d.Section, d.Title)
	w.bookmark(w.section, 0)
	w.title(d.Title, d.Lead)
	w.onFewPages(func() { w.differencesBody(d) })
}

// viewsPad is the room above and below a row.
func (w *writer) viewsPad() float64 { return w.easy(2.4, 1.4) }

func (w *writer) differencesBody(d *report.Differences) {
	w.place(0, 3, cell{left, w.withIcon("info", 4.4, content, figure.Ink2, span{d.State, stText})})
	rows := make([][]cell, len(d.Rows))
	for i := range rows {
		rows[i] = w.difference(&d.Rows[i])
	}
	w.ruled(ruling{left, content, w.viewsPad(), headH}, func() {
		w.headLine(headed{left, saidX - left - 3, d.HeadQuestion}, headed{saidX, saidW, d.HeadSaid}, headed{agreedX, right - agreedX, d.HeadAgreed})
	}, rows)
}

func (w *writer) difference(r *report.DifferenceRow) []cell {
	var said []atom
	for _, s := range r.Said {
		if len(said) > 0 {
			said = append(said, gap(1))
		}
		said = append(said, w.flow(saidW, span{closed(s.Who, ":"), stText.bold()}, span{" ", stText}, span{s.Answer, stText})...)
		if s.Note != "" {
			said = append(said, w.withIcon("note", 3.8, saidW, figure.Ink2, span{s.Note, stSmall.italic().in(figure.Ink2)})...)
		}
	}
	const wide = right - agreedX
	agreed := w.withIcon(r.Icon, 3.8, wide, figure.Ink, span{r.State, stText.bold()})
	if r.Agreed != "" {
		agreed = append(agreed, w.flow(wide, span{r.Agreed, stText})...)
	}
	agreed = append(agreed, w.flow(wide, span{r.By, stSmall.in(figure.Ink2)})...)
	return []cell{w.numbered(r.Number), {viewsTextX, w.flow(viewsTextW, span{r.Question, stText.bold()})}, {saidX, said}, {agreedX, agreed}}
}

// numbered is the number of a question in the first column.
func (w *writer) numbered(number string) cell {
	return cell{left, []atom{{stText.height(), func(x, y float64) {
		w.label(x, y+stText.height()/2, viewsTextX-left-1, figure.Left, number, stText.in(figure.Ink2))
	}}}}
}

// The columns of the list to carry about.
const (
	clarifyNumberX = 27.5
	clarifyTextX   = 35.5
	clarifyTextW   = 88.0
	handX          = 128.0
	handPitch      = 8.5
)

// clarify is the list to carry through the workshop: a box to tick, the question, lines to write on.
func (w *writer) clarify(c *report.Clarify) {
	w.begin(c.Section, c.Title)
	w.bookmark(w.section, 0)
	w.title(c.Title, c.Lead)
	w.note(stText.bold(), c.Facts)
	w.y += 3
	if len(c.Rows) == 0 {
		w.note(stText, c.None)
		return
	}
	w.onFewPages(func() { w.clarifyBody(c) })
}

func (w *writer) clarifyBody(c *report.Clarify) {
	rows := make([][]cell, len(c.Rows))
	for i := range rows {
		rows[i] = w.clarifyRow(&c.Rows[i])
	}
	w.ruled(ruling{left, content, w.viewsPad(), headH}, func() {
		w.headLine(headed{left, clarifyTextX - left - 1, c.HeadDone}, headed{clarifyTextX, clarifyTextW, c.HeadQuestion}, headed{handX, right - handX, c.HeadHand})
	}, rows)
	w.rule(left, w.y, content, 0.25, figure.Hair)
}

func (w *writer) clarifyRow(r *report.ClarifyRow) []cell {
	box := atom{5.4, func(x, y float64) { w.box(x+0.2, y+0.2, 5, 5, 1, pen{stroke: figure.Ink, width: 0.45}) }}
	number := atom{stText.height(), func(x, y float64) {
		w.label(x, y+stText.height()/2, clarifyTextX-clarifyNumberX-1, figure.Left, r.Number, stText.in(figure.Ink2))
	}}
	text := w.flow(clarifyTextW, span{r.Question, stText.bold()})
	text = append(text, w.flow(clarifyTextW, span{r.Answer, stText})...)
	for _, reason := range r.Reasons {
		text = append(text, w.withIcon(reason.Icon, 3.8, clarifyTextW, figure.Ink, span{reason.Text, stSmall})...)
	}
	if r.Note != "" {
		text = append(text, w.withIcon("note", 3.8, clarifyTextW, figure.Ink2, span{r.Note, stSmall.italic().in(figure.Ink2)})...)
	}
	hand := atom{handPitch, func(x, y float64) { w.rule(x, y+handPitch-0.6, right-x, 0.25, figure.Edge) }}
	return []cell{{left, []atom{box}}, {clarifyNumberX, []atom{number}}, {clarifyTextX, text}, {handX, []atom{hand, hand}}}
}
