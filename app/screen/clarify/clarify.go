// Package clarify lists what is to be looked at or asked again, with the reasons, and leads to it.
package clarify

import (
	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments/figure"
	"nivel/assessments/texts"
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
		row, open := screen.ToClarify(s.h, item)
		rows = append(rows, row)
		if s.first == nil {
			s.first = open
		}
	}
	if len(rows) == 0 {
		rows = append(rows, widget.Card(20, widget.Column(8, screen.CardHead("check", s.w.T("clarify.none")), widget.NewText(widget.Body, figure.Ink2, s.w.T("clarify.none.text")))))
	}
	return screen.Body(c, append(column, widget.Column(8, rows...))...)
}
