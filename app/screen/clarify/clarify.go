// Package clarify lists what is to be looked at or asked again, with the reasons, and leads to it.
package clarify

import (
	"strings"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/theme"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/figure"
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
	column := []fyne.CanvasObject{screen.Head(c, s.w.T("clarify.title"), s.w.T("clarify.lead"))}
	if line := screen.UndoLine(s.h, "", s.Undo, s.Redo); line != nil {
		column = append(column, line)
	}
	var rows []fyne.CanvasObject
	for _, item := range s.h.Session().Clarify() {
		rows = append(rows, s.row(item))
	}
	if len(rows) == 0 {
		rows = append(rows, widget.Card(20, widget.Column(8, screen.CardHead("check", s.w.T("clarify.none")), widget.NewText(widget.Body, figure.Ink2, s.w.T("clarify.none.text")))))
	}
	return screen.Body(c, append(column, widget.Column(8, rows...))...)
}

func (s *Screen) row(item views.Item) fyne.CanvasObject {
	q := screen.AskedAs(s.h.Session(), item.Question)
	lines := []fyne.CanvasObject{widget.NewText(widget.TightBold, figure.Ink, q.Text)}
	if item.Answer.Value.Standing != assessments.Unanswered {
		lines = append(lines, widget.NewText(widget.Tight, figure.Ink2, widget.Plain(q.Answer(s.w, item.Answer.Value))))
	}
	differ := false
	for _, r := range item.Reasons {
		differ = differ || r.Cause == views.Differing
		lines = append(lines, widget.Label(icons[r.Cause], figure.Warn, 18, 8, widget.NewText(widget.Tight, figure.Ink, s.reason(q, r))))
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

// icons stand before the reasons.
var icons = map[views.Cause]string{views.Flagged: "flag", views.Unknown: "question", views.Guessed: "question", views.Unconfirmed: "clock",
	views.Contradicted: "alert", views.Differing: "compare"}

// reason says why, and whose doubt it is where there are several.
func (s *Screen) reason(q screen.Asked, r views.Reason) string {
	se := s.h.Session()
	var text string
	switch r.Cause {
	case views.Contradicted:
		return se.Pack.Words[s.w.Language].Contradictions[r.Contradiction.ID]
	case views.Differing:
		var said []string
		for _, x := range r.Difference.Said {
			said = append(said, s.w.T("clarify.said", "who", screen.RespondentName(s.w, x.Respondent), "answer", widget.Plain(q.Full(s.w, x.Answer.Value))))
		}
		return s.w.T("clarify.differing", "said", strings.Join(said, " "))
	case views.Unknown:
		text = s.w.T("clarify.unknown")
		if len(r.Rows) > 0 {
			var rows []string
			for _, id := range r.Rows {
				rows = append(rows, q.Words.Rows[id].Title)
			}
			text = s.w.T("clarify.unknown.rows", "rows", strings.Join(rows, ", "))
		}
	default:
		text = s.w.T("clarify." + string(r.Cause))
	}
	if len(se.Voices()) < 2 || len(r.Who) == 0 {
		return text
	}
	var who []string
	for _, x := range r.Who {
		who = append(who, screen.RespondentName(s.w, x))
	}
	return s.w.T("clarify.by", "reason", text, "who", strings.Join(who, ", "))
}
