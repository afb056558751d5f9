// Package clarify lists what is to be looked at or asked again, with the reasons, and leads to it.
package clarify

import (
	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/theme"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/figure"
	"nivel/assessments/report"
	"nivel/assessments/texts"
	"nivel/assessments/views"
)

// Screen is the list.
type Screen struct {
	screen.Answers
	h     screen.Host
	w     *texts.Words
	first *widget.Button
}

// New builds the list.
func New(h screen.Host) *Screen {
	return &Screen{Answers: screen.AnswersOf(h), h: h, w: h.Session().Words}
}

// Start implements screen.Starter.
func (s *Screen) Start() fyne.Focusable {
	if s.first == nil {
		return nil
	}
	return s.first
}

// Content implements screen.Screen.
func (s *Screen) Content() fyne.CanvasObject {
	c := s.h.Class()
	items := s.h.Session().Clarify()
	var print []fyne.CanvasObject
	if len(items) > 0 {
		print = append(print, widget.NewButton(widget.Secondary, "print", s.w.T("clarify.print"), "", func() { s.h.Go(screen.Route{Page: screen.Report, ID: screen.ClarifyList}) }))
	}
	column := []fyne.CanvasObject{screen.Head(c, s.w.T("clarify.title"), s.w.T("clarify.lead"), print...)}
	if line := screen.UndoLine(s.h, "", s.Undo, s.Redo); line != nil {
		column = append(column, line)
	}
	var rows []fyne.CanvasObject
	for _, item := range items {
		rows = append(rows, s.row(item))
	}
	if len(rows) == 0 {
		rows = append(rows, widget.Card(20, widget.Column(8, screen.CardHead("check", s.w.T("clarify.none")), widget.NewText(widget.Body, figure.Ink2, s.w.T("clarify.none.text")))))
	}
	return screen.Body(c, append(column, widget.Column(8, rows...))...)
}

func (s *Screen) row(item views.Item) fyne.CanvasObject {
	se := s.h.Session()
	q := screen.AskedAs(se, item.Question)
	lines := []fyne.CanvasObject{widget.NewText(widget.TightBold, figure.Ink, q.Text)}
	if item.Answer.Value.Standing != assessments.Unanswered {
		lines = append(lines, widget.NewText(widget.Tight, figure.Ink2, widget.Plain(q.Answer(s.w, item.Answer.Value))))
	}
	differ := false
	for _, r := range item.Reasons {
		differ = differ || r.Cause == views.Differing
		cause := report.Cause(s.w, se.Pack.Words[s.w.Language], q.Asked, r, len(se.Voices()) > 1)
		lines = append(lines, widget.Label(cause.Icon, figure.Warn, 18, 8, widget.NewText(widget.Tight, figure.Ink, widget.Plain(cause.Text))))
	}
	if n := item.Answer.Note; n != "" {
		lines = append(lines, widget.Label("note", figure.Ink2, 18, 8, widget.NewText(widget.Tight, figure.Ink2, widget.Plain(n))))
	}
	open := widget.NewButton(widget.Quiet, "", s.w.T("questions.open"), "chevron-right", func() { s.h.Go(q.To) })
	if s.first == nil {
		s.first = open
	}
	buttons := []fyne.CanvasObject{open}
	if differ {
		buttons = append(buttons, widget.NewButton(widget.Quiet, "", s.w.T("clarify.settle"), "chevron-right", func() { s.h.Go(screen.Route{Page: screen.Differences}) }))
	}
	number := widget.NewText(widget.Tight, figure.Ink2, q.Number)
	content := fyne.CanvasObject(widget.Row(10, []float32{theme.Dp(22), -1, 0}, number, widget.Column(3, lines...), widget.Column(2, buttons...)))
	if s.h.Class() == screen.Single {
		content = widget.Column(6, widget.Row(10, []float32{theme.Dp(22), -1}, number, widget.Column(3, lines...)), widget.Wrap(8, 4, buttons...))
	}
	return widget.Over(widget.Box(figure.Surface, figure.Hair, 1, 10), widget.Pad(8, 12, 8, 14, content))
}
