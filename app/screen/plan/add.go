package plan

import (
	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/advice"
	"nivel/assessments/figure"
	domain "nivel/assessments/plan"
	"nivel/assessments/report"
	words "nivel/assessments/texts"
)

// adding offers the actions that are not in the plan yet.
type adding struct {
	h     screen.Host
	w     *words.Words
	desk  *Desk
	first fyne.Focusable
}

// Start implements screen.Starter.
func (s *adding) Start() fyne.Focusable { return s.first }

// Key implements screen.Keyed.
func (s *adding) Key(e *fyne.KeyEvent) bool {
	if e.Name == fyne.KeyEscape {
		s.h.Go(screen.Route{Page: screen.Plan})
		return true
	}
	return false
}

// Content implements screen.Screen.
func (s *adding) Content() fyne.CanvasObject {
	w, c, se := s.w, s.h.Class(), s.h.Session()
	back := widget.NewButton(widget.Quiet, "left", w.T("plan.back"), "", func() { s.h.Go(screen.Route{Page: screen.Plan}) })
	column := []fyne.CanvasObject{widget.Wrap(0, 0, back), screen.Head(c, w.T("plan.add.title"), w.T("plan.add.lead"))}
	a, basis := se.Advice(), se.Basis()
	shown := 0
	for _, part := range []struct {
		key    string
		offers []advice.Offer
	}{{"plan.add.next", a.Next}, {"plan.add.later", a.Later}, {"plan.add.ask", a.Ask}, {"plan.add.aside", a.Aside}} {
		var rows []fyne.CanvasObject
		for i := range part.offers {
			o := &part.offers[i]
			if _, there := se.Planned(o.Action.ID); there {
				continue
			}
			if len(rows) > 0 {
				rows = append(rows, widget.Divider())
			}
			rows = append(rows, s.row(basis, o))
			shown++
		}
		if len(rows) > 0 {
			column = append(column, widget.NewText(widget.H3, figure.Ink, w.T(part.key)), widget.Card(16, widget.Column(9, rows...)))
		}
	}
	if shown == 0 {
		column = append(column, widget.Card(20, widget.NewText(widget.Body, figure.Ink, w.T("plan.add.none"))))
	}
	if s.first == nil {
		s.first = back
	}
	return screen.Body(c, column...)
}

// row is one action: with a button where it can be added, else with what it needs first.
func (s *adding) row(basis *domain.Basis, o *advice.Offer) fyne.CanvasObject {
	w, se := s.w, s.h.Session()
	id := o.Action.ID
	size := se.Company.Size().Costed()
	facts := report.Days(w, o.Action.Effort[size]) + " · " + costBand(w, o.Action, size) + " (" + w.T("estimate.mark") + ")"
	lines := []fyne.CanvasObject{widget.NewText(widget.TightBold, figure.Ink, screen.ActionTitle(se, id)), widget.NewText(widget.Small, figure.Ink2, facts)}
	phase, missing := basis.Earliest(se.Plan(), id)
	if len(missing) > 0 {
		lines = append(lines, widget.Wrap(0, 0, widget.Chip(widget.ToneNeutral, "chain", w.T("plan.add.needs", "action", screen.ActionTitle(se, missing[0])))))
		return widget.Column(3, lines...)
	}
	lines = append(lines, widget.NewText(widget.Small, figure.Ink2, w.T("plan.add.phase", "phase", w.T("plan.phase."+string(phase)))))
	add := widget.NewButton(widget.Secondary, "plus", w.T("plan.add.one"), "", func() { s.add(id) })
	if s.first == nil {
		s.first = add
	}
	if s.h.Class() == screen.Single {
		return widget.Column(6, widget.Column(3, lines...), widget.Wrap(0, 0, add))
	}
	return widget.Centred(12, []float32{-1, 0}, widget.Column(3, lines...), add)
}

func costBand(w *words.Words, a *assessments.Action, size assessments.SizeClass) string {
	return w.T("cost." + []string{"0", "1", "2", "3", "4"}[min(max(a.Cost[size], 0), 4)])
}

// add puts an action into the plan and goes on to who does it by when.
func (s *adding) add(action string) {
	se := s.h.Session()
	p, err := se.AddItem(action)
	if err != nil {
		s.desk.notice = &notice{widget.ToneWarn, "chain", s.w.T("plan.refused"), screen.PlanFault(se, err)}
		s.h.Go(screen.Route{Page: screen.Plan})
		return
	}
	s.h.Go(screen.Route{Page: screen.Plan, ID: p.ID})
}
