package rounds

import (
	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/theme"
	"nivel/app/widget"
	"nivel/assessments/figure"
	"nivel/assessments/report"
)

// compare sets the two chosen rounds beside each other.
func (s *Screen) compare() []fyne.CanvasObject {
	w := s.w
	var names []string
	for i := range s.all {
		names = append(names, report.RoundName(&s.all[i]))
	}
	pick := func(a, b int) {
		s.h.Go(screen.Route{Page: screen.Rounds, ID: s.all[a].Assessment.ID + "|" + s.all[b].Assessment.ID})
	}
	choice := []fyne.CanvasObject{widget.NewText(widget.H3, figure.Ink, w.T("rounds.compare")),
		widget.Wrap(10, 6, s.pickers(names, s.a, w.T("rounds.before"), func(i int) { pick(i, s.b) })...),
		widget.Wrap(10, 6, s.pickers(names, s.b, w.T("rounds.after"), func(i int) { pick(s.a, i) })...)}
	if s.a == s.b {
		choice = append(choice, widget.NewText(widget.Body, figure.Ink, w.T("rounds.same")))
		return []fyne.CanvasObject{widget.Card(20, widget.Column(8, choice...))}
	}
	finished, err := s.se.Finished()
	if err != nil {
		return []fyne.CanvasObject{screen.Fault(w, err)}
	}
	a, b := &s.all[s.a], &s.all[s.b]
	c := report.Compared(w, a, b, finished, s.se.Complete().ActionWords[w.Language])
	table := widget.Table(c.Table.Head, c.Table.Rows, c.Table.Numeric, []float32{-2, -1.1, -1.1, -0.7, -1.5})
	choice = append(choice, widget.Label("info", figure.Ink2, 18, 8, widget.NewText(widget.Body, figure.Ink, c.Why)), table, widget.NewText(widget.Small, figure.Ink2, c.Coverage))
	out := []fyne.CanvasObject{widget.Card(20, widget.Column(10, choice...))}
	return append(out, screen.Sides(s.h.Class(), 1, 1, s.moves("up", &c.Rose), s.moves("minus", &c.Fell)), s.finished(c))
}

func (s *Screen) pickers(names []string, at int, title string, pick func(int)) []fyne.CanvasObject {
	out := []fyne.CanvasObject{widget.NewText(widget.Strong, figure.Ink, title)}
	for i, n := range names {
		kind, icon := widget.Secondary, ""
		if i == at {
			kind, icon = widget.Chosen, "check"
		}
		b := widget.NewButton(kind, icon, n, "", func() { pick(i) })
		b.Height = 34
		out = append(out, b)
	}
	return out
}

// moves are the answers that are worth more, or less, than before.
func (s *Screen) moves(icon string, m *report.Moves) fyne.CanvasObject {
	rows := []fyne.CanvasObject{screen.CardHead(icon, m.Title)}
	if m.None != "" {
		rows = append(rows, widget.NewText(widget.Body, figure.Ink2, m.None))
	}
	for _, l := range m.Lines {
		number := widget.NewText(widget.TightBold, figure.Ink, l.Change)
		number.Align = fyne.TextAlignTrailing
		rows = append(rows, widget.Row(10, []float32{-1, theme.Dp(78)}, widget.NewText(widget.Tight, figure.Ink, l.Question), number))
	}
	if m.More != "" {
		rows = append(rows, widget.NewText(widget.Small, figure.Ink2, m.More))
	}
	return widget.Card(20, widget.Column(8, rows...))
}

// finished are the actions that were finished in between.
func (s *Screen) finished(c *report.Comparison) fyne.CanvasObject {
	rows := []fyne.CanvasObject{screen.CardHead("check-circle", c.FinishedTitle)}
	if c.None != "" {
		rows = append(rows, widget.NewText(widget.Body, figure.Ink2, c.None))
	}
	for _, f := range c.Finished {
		rows = append(rows, widget.NewText(widget.Tight, figure.Ink, "**"+f.Title+"** · "+f.Date))
	}
	return widget.Card(20, widget.Column(8, rows...))
}

// lines are the areas over all rounds, one small picture each.
func (s *Screen) lines() fyne.CanvasObject {
	w := s.w
	last := &s.all[len(s.all)-1]
	scale := float64(theme.Scale())
	var pictures []fyne.CanvasObject
	for _, c := range report.Curves(w, s.all) {
		drawing := widget.NewDrawing(0, theme.Dp(110), c.Alt, func(w, h float64) figure.Drawing { return figure.Trend(c.Options(w, h, scale)) })
		pictures = append(pictures, widget.Column(4, widget.NewText(widget.TightBold, figure.Ink, c.Title), drawing))
	}
	rows := []fyne.CanvasObject{widget.NewText(widget.H3, figure.Ink, w.T("rounds.lines")), widget.NewText(widget.Small, figure.Ink2, w.T("rounds.lines.text", "name", report.RoundName(last)))}
	wide := 3
	if s.h.Class() == screen.Single {
		wide = 1
	}
	return widget.Card(20, widget.Column(12, append(rows, widget.Tiles(wide, 24, pictures)...)...))
}
