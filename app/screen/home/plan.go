package home

import (
	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/figure"
)

// mostPlanned is how many items of the plan are shown; the overdue ones come first.
const mostPlanned = 4

// plan is what is overdue in the plan and what comes next; nil where there is nothing, or until the
// content is there.
func (s *Screen) plan() fyne.CanvasObject {
	se := s.h.Session()
	if !se.Ready() {
		return nil
	}
	w := se.Words
	late := se.Overdue()
	items := append(late, se.Upcoming()...)
	if len(items) == 0 {
		return nil
	}
	all := widget.NewButton(widget.Quiet, "", w.T("plan.home.open"), "chevron-right", func() { s.h.Go(screen.Route{Page: screen.Plan}) })
	head := widget.NewText(widget.H3, figure.Ink, w.T("plan.home"))
	rows := []fyne.CanvasObject{widget.Centred(10, []float32{-1, 0}, widget.Label("plan", figure.Ink, 21, 9, head), all)}
	for i, p := range items[:min(len(items), mostPlanned)] {
		rows = append(rows, s.planned(p, i < len(late)))
	}
	if n := len(late) - mostPlanned; n > 0 {
		rows = append(rows, widget.NewText(widget.Small, figure.Err, w.N("plan.overdue.more", n)))
	}
	return widget.Card(18, widget.Column(4, rows...))
}

func (s *Screen) planned(p assessments.PlanItem, late bool) fyne.CanvasObject {
	w := s.h.Session().Words
	open := widget.NewButton(widget.Quiet, "", screen.ActionTitle(s.h.Session(), p.Action), "", func() { s.h.Go(screen.Route{Page: screen.Plan, ID: p.ID}) })
	row := []fyne.CanvasObject{open}
	if p.Owner != "" {
		row = append(row, widget.NewText(widget.Small, figure.Ink2, widget.Plain(p.Owner)))
	}
	when := w.T("plan.home.nodate")
	if p.Due != "" {
		when = w.T("plan.home.due", "date", w.ShortDate(p.Due))
	}
	if late {
		row = append(row, widget.Chip(widget.ToneErr, "alert", w.T("plan.late.mark")))
	}
	return widget.Wrap(12, 2, append(row, widget.NewText(widget.Small, figure.Ink2, when))...)
}
