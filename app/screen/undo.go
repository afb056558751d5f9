package screen

import (
	"fyne.io/fyne/v2"

	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/figure"
)

// UndoLine says what was just undone or done again, with a way to it and a way back; nil where
// nothing was. here is the question that is shown anyway.
func UndoLine(h Host, here string, undo, redo func()) fyne.CanvasObject {
	se := h.Session()
	step := se.TakeStep()
	if step == nil {
		return nil
	}
	w := se.Words
	q := AskedAs(se, step.Question)
	what := w.T("undo.index")
	if q.Number != "" {
		what = w.T("undo.question", "n", q.Number)
	}
	var now string
	if a, b := step.Answer, step.Before; !a.Value.Equal(b.Value) {
		now = w.T("undo.value", "answer", widget.Plain(q.Answer(w, a.Value)))
	} else {
		now = w.T("undo." + changed(a, b))
	}
	if step.Who == assessments.Agreed && step.Answer.Value.Standing == assessments.Unanswered {
		now = w.T("undo.agreed")
	}
	title, label, back := w.T("undo.undone"), w.T("undo.redo"), redo
	if step.Redone {
		title, label, back = w.T("undo.redone"), w.T("undo.undo"), undo
	}
	first := widget.NewButton(widget.Secondary, "undo", label, "", back)
	first.Height = 34
	buttons := []fyne.CanvasObject{first}
	if q.To.ID != here && (q.Number != "" || q.To.ID == IndexPage) {
		go1 := widget.NewButton(widget.Secondary, "", w.T("undo.go"), "right", func() { h.Go(q.To) })
		go1.Height = 34
		buttons = append(buttons, go1)
	}
	line := widget.Column(2, widget.NewText(widget.Strong, figure.Ink, title+" "+what), widget.NewText(widget.Tight, figure.Ink, now))
	row := fyne.CanvasObject(widget.Centred(12, []float32{-1, 0}, line, widget.Centred(8, nil, buttons...)))
	if h.Class() == Single {
		row = widget.Column(8, line, widget.Wrap(8, 8, buttons...))
	}
	return widget.Over(widget.Box(figure.BlueSoft, "", 0, 14), widget.Pad(10, 14, 10, 14, row))
}

// changed names what differs between two answers of the same value.
func changed(a, b assessments.Answer) string {
	switch {
	case a.Note != b.Note:
		return "note"
	case a.Flag != b.Flag:
		return "flag"
	case a.Relevance != b.Relevance:
		return "relevance"
	}
	return "confidence"
}
