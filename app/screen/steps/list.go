package steps

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/theme"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/advice"
	"nivel/assessments/figure"
	"nivel/assessments/report"
)

// list shows offers by rank, with effort, cost, change and what the rank is made of.
func (s *Screen) list(title, note string, offers []advice.Offer, numbered bool) []fyne.CanvasObject {
	if len(offers) == 0 {
		return nil
	}
	head := widget.Wrap(10, 2, widget.NewText(widget.H3, figure.Ink, title), widget.NewText(widget.Small, figure.Ink2, note))
	var rows []fyne.CanvasObject
	for i := range offers {
		n := ""
		if numbered {
			n = strconv.Itoa(len(s.advice.Next) + i + 1)
		}
		if i > 0 {
			rows = append(rows, widget.Divider())
		}
		rows = append(rows, s.row(n, &offers[i]))
	}
	return []fyne.CanvasObject{head, widget.Card(16, widget.Column(9, rows...))}
}

func (s *Screen) row(n string, o *advice.Offer) fyne.CanvasObject {
	w, se := s.w, s.h.Session()
	title := widget.NewText(widget.TightBold, figure.Ink, s.action(o.Action.ID).Title)
	facts := []string{report.Days(w, o.Action.Effort[s.size()]), w.T("cost." + strconv.Itoa(o.Action.Cost[s.size()]))}
	if o.Before != nil {
		facts = append(facts, w.Score(o.Before)+" → "+w.Score(o.After))
	}
	lines := []fyne.CanvasObject{title, widget.NewText(widget.Small, figure.Ink, strings.Join(facts, " · ")), widget.NewText(widget.Small, figure.Ink2, s.terms(o))}
	if len(o.WaitsFor) > 0 {
		lines = append(lines, widget.Wrap(0, 0, widget.Chip(widget.ToneNeutral, "clock", w.T("steps.waits", "action", lowerFirst(s.action(o.WaitsFor[0]).Title)))))
	}
	if o.Action.Who != assessments.Firm {
		tone, icon := screen.WhoTone(o.Action.Who)
		lines = append(lines, widget.Wrap(0, 0, widget.Chip(tone, icon, w.T("who."+string(o.Action.Who)))))
	}
	if pays := s.payback(o.Action); pays != "" {
		lines = append(lines, widget.NewText(widget.Small, figure.Ink2, pays))
	}
	lines = append(lines, s.decided(o.Decision)...)
	icon := se.Pack.Model.Dimension(o.Dimension).Icon
	more := widget.NewButton(widget.Quiet, "", w.T("steps.how"), "chevron-right", func() { s.details(o) })
	buttons := []fyne.CanvasObject{more}
	if add, _ := s.planned(o, widget.Quiet); add != nil {
		buttons = append(buttons, add)
	}
	if k := o.Decision.Kind; k == assessments.NotNow || k == assessments.Underway {
		buttons = append(buttons, widget.NewButton(widget.Quiet, "undo", w.T("steps.again"), "", func() { s.again(o.Action.ID) }))
	} else if o.Action.Who == assessments.Firm {
		buttons = append(buttons, widget.NewButton(widget.Quiet, "clock", w.T("steps.notnow"), "", func() { s.decide(o, assessments.NotNow) }),
			widget.NewButton(widget.Quiet, "half", w.T("steps.underway"), "", func() { s.decide(o, assessments.Underway) }))
	}
	number := widget.NewText(widget.Tight, figure.Ink2, n)
	if s.h.Class() == screen.Single {
		return widget.Column(6, widget.Row(8, []float32{theme.Dp(24), -1}, number, widget.Column(3, lines...)), widget.Wrap(8, 4, buttons...))
	}
	return widget.Row(10, []float32{theme.Dp(22), 0, -1}, number, widget.Column(0, widget.Icon(icon, figure.Ink2, 20)), widget.Column(3, append(lines, widget.Wrap(10, 0, buttons...))...))
}

// terms prints what the rank is made of.
func (s *Screen) terms(o *advice.Offer) string {
	t, w := o.Terms, s.w
	return w.T("steps.terms", "points", w.Signed(t.Points), "gap", w.Signed(t.Gap), "gain", w.Signed(t.Gain), "effort", w.Signed(t.Effort), "cost", w.Signed(t.Cost))
}

func lowerFirst(s string) string {
	r := []rune(s)
	if len(r) == 0 {
		return s
	}
	return strings.ToLower(string(r[0])) + string(r[1:])
}

// details shows the steps of an action over the right side.
func (s *Screen) details(o *advice.Offer) {
	w, words := s.w, s.action(o.Action.ID)
	rows := []fyne.CanvasObject{widget.NewText(widget.Body, figure.Ink, words.Why)}
	part := func(icon, title, text string) {
		if text != "" {
			rows = append(rows, widget.Column(3, screen.CardHead(icon, title), widget.NewText(widget.Body, figure.Ink, text)))
		}
	}
	part("step", w.T("steps.first"), words.First)
	var steps []fyne.CanvasObject
	for i, step := range words.Steps {
		steps = append(steps, widget.Row(8, []float32{theme.Dp(22), -1}, widget.NewText(widget.Strong, figure.Ink2, strconv.Itoa(i+1)), widget.NewText(widget.Body, figure.Ink, step)))
	}
	rows = append(rows, widget.Column(3, screen.CardHead("pencil", w.T("report.sheet.what")), widget.Column(4, steps...)))
	part("chain", w.T("steps.need"), words.Need)
	part("check-circle", w.T("report.sheet.success"), words.Success)
	if gain := report.Benefit(w, o.Action, &s.h.Session().Company); gain != "" {
		part("coins", w.T("steps.benefit"), gain+" "+words.Basis)
	} else if o.Action.Benefit != nil {
		part("coins", w.T("steps.benefit"), w.T("steps.benefit.missing")+" "+words.Basis)
	}
	screen.Side(s.h, words.Title, rows...)
}
