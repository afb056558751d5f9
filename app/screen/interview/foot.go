package interview

import (
	"strconv"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/figure"
)

// foot is always in view: back, the keys, on.
func (s *Screen) foot() fyne.CanvasObject {
	w := s.h.Session().Words
	back := widget.NewButton(widget.Secondary, "left", w.T("interview.back"), "", func() { s.go1(-1) })
	label := w.T("interview.next")
	if s.id == screen.IndexPage {
		label = w.T("interview.finish")
	}
	s.next = widget.NewButton(widget.Next, "", label, "right", func() { s.go1(1) })
	s.next.Height = 44
	s.missing = widget.NewText(widget.Small, figure.Ink2, "")
	s.showMissing()
	middle := widget.Space(1, 1)
	if s.h.Class() != screen.Single {
		middle = s.keys()
	}
	p := screen.Padding(s.h.Class())
	return widget.Over(widget.Box(figure.Surface, figure.Hair, 1, 0),
		widget.Pad(10, p, 10, p, widget.Centred(16, []float32{0, -1, 0}, back, middle, s.next)))
}

// keys shows what the keyboard does here.
func (s *Screen) keys() fyne.CanvasObject {
	w := s.h.Session().Words
	cap := func(keys ...string) []fyne.CanvasObject {
		var out []fyne.CanvasObject
		for _, k := range keys {
			out = append(out, widget.KeyCap(22, k, false))
		}
		return out
	}
	say := func(key string) fyne.CanvasObject { return widget.NewText(widget.Small, figure.Ink2, w.T(key)) }
	var line []fyne.CanvasObject
	switch {
	case s.question == nil:
		line = append(append(cap("↑", "↓"), say("keys.row")), append(append(cap(w.T("keys.yes"), "N", "?"), say("keys.answer")), append(cap("←", "→"), say("keys.turn"))...)...)
	case s.question.Kind == assessments.Plans:
		line = append(append(cap("↑", "↓"), say("keys.row")), append(append(cap("1", "2", "0", "N", "?"), say("keys.answer")), append(cap("←", "→"), say("keys.turn"))...)...)
	case s.question.Kind == assessments.Grid:
		line = append(append(cap("↑", "↓"), say("keys.row")), append(append(cap("0", "–", s.lastKey(), "N", "?"), say("keys.answer")), append(cap("←", "→"), say("keys.turn"))...)...)
	case s.question.Kind == assessments.Number:
		line = append(append(cap("N", "?"), say("keys.number")), append(cap("←", "→"), say("keys.turn"))...)
	case s.question.Kind == assessments.Checklist:
		line = append(append(cap("1", "–", strconv.Itoa(len(s.question.Options)-1), "0", "N", "?"), say("keys.answer")), append(cap("←", "→"), say("keys.turn"))...)
	default:
		line = append(append(cap("0", "–", s.lastKey(), "N", "?"), say("keys.answer")), append(cap("←", "→"), say("keys.turn"))...)
	}
	line = append(line, s.missing)
	s.keyLine = widget.WrapCentred(6, 4, line...)
	return s.keyLine
}

// lastKey is that of the highest level.
func (s *Screen) lastKey() string { return strconv.Itoa(max(1, s.question.Steps()-1)) }

// tabular says whether a question has rows and wants the whole width.
func tabular(q *assessments.Question) bool { return len(q.Rows) > 0 }

// showMissing says how many rows of a grid are still open.
func (s *Screen) showMissing() {
	if s.missing == nil || s.question == nil || !tabular(s.question) {
		return
	}
	open := len(s.question.Rows) - len(s.current().Value.Rows)
	if s.current().Value.Standing != assessments.Given && s.current().Value.Standing != assessments.Unanswered {
		open = 0
	}
	text := ""
	if open > 0 {
		text = s.h.Session().Words.N("interview.rows", open, "total", len(s.question.Rows))
	}
	s.missing.SetText(text)
	if s.keyLine != nil {
		s.keyLine.Refresh()
	}
}
