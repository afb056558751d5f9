package screen

import (
	"fyne.io/fyne/v2"

	"nivel/app/theme"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/figure"
	"nivel/assessments/report"
	"nivel/assessments/views"
)

// ToClarify is the row of a question that is to be clarified, with its reasons, and the button that
// leads to it.
func ToClarify(h Host, item views.Item) (row fyne.CanvasObject, open *widget.Button) {
	se := h.Session()
	w := se.Words
	q := AskedAs(se, item.Question)
	lines := []fyne.CanvasObject{widget.NewText(widget.TightBold, figure.Ink, q.Text)}
	if item.Answer.Value.Standing != assessments.Unanswered {
		lines = append(lines, widget.NewText(widget.Tight, figure.Ink2, widget.Plain(q.Answer(w, item.Answer.Value))))
	}
	lines = append(lines, Reasons(h, item)...)
	if n := item.Answer.Note; n != "" {
		lines = append(lines, widget.Label("note", figure.Ink2, 18, 8, widget.NewText(widget.Tight, figure.Ink2, widget.Plain(n))))
	}
	open = widget.NewButton(widget.Quiet, "", w.T("questions.open"), "chevron-right", func() { h.Go(q.To) })
	buttons := []fyne.CanvasObject{open}
	for _, r := range item.Reasons {
		if r.Cause == views.Differing {
			buttons = append(buttons, widget.NewButton(widget.Quiet, "", w.T("clarify.settle"), "chevron-right", func() { h.Go(Route{Page: Differences}) }))
			break
		}
	}
	number := widget.NewText(widget.Tight, figure.Ink2, q.Number)
	content := fyne.CanvasObject(widget.Row(10, []float32{theme.Dp(22), -1, 0}, number, widget.Column(3, lines...), widget.Column(2, buttons...)))
	if h.Class() == Single {
		content = widget.Column(6, widget.Row(10, []float32{theme.Dp(22), -1}, number, widget.Column(3, lines...)), widget.Wrap(8, 4, buttons...))
	}
	return widget.Over(widget.Box(figure.Surface, figure.Hair, 1, 10), widget.Pad(8, 12, 8, 14, content)), open
}

// Reasons are the lines that say why a question is to be clarified.
func Reasons(h Host, item views.Item) []fyne.CanvasObject {
	se := h.Session()
	q := AskedAs(se, item.Question)
	var lines []fyne.CanvasObject
	for _, r := range item.Reasons {
		cause := report.Cause(se.Words, se.Pack.Words[se.Words.Language], q.Asked, r, len(se.Voices()) > 1)
		lines = append(lines, widget.Label(cause.Icon, figure.Warn, 18, 8, widget.NewText(widget.Tight, figure.Ink, widget.Plain(cause.Text))))
	}
	return lines
}
