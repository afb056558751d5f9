package interview

import (
	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/figure"
)

// showClashes says which other answers do not go with this one. They may stand.
func (s *Screen) showClashes() {
	if s.clashes == nil || s.question == nil {
		return
	}
	se := s.h.Session()
	w := se.Words
	var rows []fyne.CanvasObject
	for _, c := range se.Contradictions() {
		other := c.Both[0].Question
		if other == s.id {
			other = c.Both[1].Question
		} else if c.Both[1].Question != s.id {
			continue
		}
		to := screen.Route{Page: screen.Interview, ID: other}
		label := w.T("clash.go", "n", se.Pack.Model.Number(other))
		if se.Pack.Model.Number(other) == 0 {
			to.ID, label = screen.IndexPage, w.T("clash.index")
		}
		rows = append(rows, widget.Banner(widget.ToneWarn, "alert", w.T("clash.title"), se.Pack.Words[w.Language].Contradictions[c.ID],
			widget.NewButton(widget.Secondary, "", label, "", func() { s.h.Go(to) })))
	}
	shown := len(s.clashes.Objects) > 0
	s.clashes.Objects = rows
	s.clashes.Hidden = len(rows) == 0
	if shown || len(rows) > 0 {
		s.page.Relayout()
	}
}

// ceiling says where the firm's size asks for less than the highest level.
func (s *Screen) ceiling() fyne.CanvasObject {
	q := s.question
	if q == nil || !q.Ceiled() || q.Kind == assessments.Number {
		return nil
	}
	w := s.h.Session().Words
	return widget.Label("info", figure.Ink2, 18, 8, widget.NewText(widget.Small, figure.Ink2, w.T("question.ceiling", "level", q.Highest())))
}
