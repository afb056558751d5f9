package rounds

import (
	"math/big"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/session"
	"nivel/app/theme"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/figure"
	"nivel/assessments/rounds"
	"nivel/assessments/scoring"
)

// compare sets the two chosen rounds beside each other.
func (s *Screen) compare() []fyne.CanvasObject {
	w := s.w
	var names []string
	for i := range s.all {
		names = append(names, name(&s.all[i]))
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
	c := rounds.Compare(a.Round, b.Round, finished)
	why := w.T("rounds.far." + string(c.Far))
	for _, r := range c.Reasons {
		why += " " + w.T("rounds.reason."+string(r))
	}
	choice = append(choice, widget.Label("info", figure.Ink2, 18, 8, widget.NewText(widget.Body, figure.Ink, why)), s.table(c, a, b))
	out := []fyne.CanvasObject{widget.Card(20, widget.Column(10, choice...))}
	rose, fell := s.moves("up", w.T("rounds.rose"), c.Rose, b), s.moves("minus", w.T("rounds.fell"), c.Fell, b)
	return append(out, screen.Sides(s.h.Class(), 1, 1, rose, fell), s.finished(c))
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

// table are the figures before and after, with the change where there may be one.
func (s *Screen) table(c *rounds.Comparison, a, b *session.Round) fyne.CanvasObject {
	w := s.w
	var rows [][]string
	row := func(title string, p *rounds.Pair) {
		change := "–"
		if by := p.Change(); by != nil {
			change = s.signed(p)
		}
		rows = append(rows, []string{title, s.value(p.Before), s.value(p.After), change, w.T("rounds.short." + string(p.Far))})
	}
	if b.Model.Overall != assessments.NoOverall {
		row(w.T("rounds.firm"), &c.Overall)
	}
	for i := range c.Dimensions {
		p := &c.Dimensions[i]
		title := b.Pack.Words[w.Language].Dimensions[p.Dimension].Name
		if title == "" {
			title = a.Pack.Words[w.Language].Dimensions[p.Dimension].Name
		}
		row(title, p)
	}
	return widget.Table([]string{w.T("table.area"), name(a), name(b), w.T("rounds.change"), w.T("rounds.comparable")}, rows,
		[]bool{false, true, true, true, false}, []float32{-2.2, -0.7, -0.7, -0.8, -1.6})
}

func (s *Screen) value(f *scoring.Figure) string {
	if f == nil {
		return "–"
	}
	return screen.Number(s.w, *f)
}

// signed is the change between the printed values, so that before and change add up to after.
func (s *Screen) signed(p *rounds.Pair) string {
	by := scoring.Tenths(p.After.Value) - scoring.Tenths(p.Before.Value)
	switch {
	case by == 0:
		return "0"
	case by < 0:
		return "−" + s.w.Score(big.NewRat(int64(-by), 10))
	}
	return "+" + s.w.Score(big.NewRat(int64(by), 10))
}

// moves are the answers that are worth more, or less, than before.
func (s *Screen) moves(icon, title string, all []rounds.Move, later *session.Round) fyne.CanvasObject {
	w := s.w
	rows := []fyne.CanvasObject{screen.CardHead(icon, title)}
	if len(all) == 0 {
		rows = append(rows, widget.NewText(widget.Body, figure.Ink2, w.T("rounds.nothing")))
	}
	const most = 10
	words := later.Pack.Words[w.Language].Questions
	top := big.NewRat(assessments.Top, 1)
	for _, m := range all[:min(most, len(all))] {
		number := widget.NewText(widget.TightBold, figure.Ink, w.Score(new(big.Rat).Mul(m.Before, top))+" → "+w.Score(new(big.Rat).Mul(m.After, top)))
		number.Align = fyne.TextAlignTrailing
		rows = append(rows, widget.Row(10, []float32{-1, theme.Dp(78)}, widget.NewText(widget.Tight, figure.Ink, words[m.Question].Text), number))
	}
	if n := len(all) - most; n > 0 {
		rows = append(rows, widget.NewText(widget.Small, figure.Ink2, w.N("rounds.more", n)))
	}
	return widget.Card(20, widget.Column(8, rows...))
}

// finished are the actions that were finished in between.
func (s *Screen) finished(c *rounds.Comparison) fyne.CanvasObject {
	w := s.w
	rows := []fyne.CanvasObject{screen.CardHead("check-circle", w.T("rounds.finished"))}
	if len(c.Finished) == 0 {
		rows = append(rows, widget.NewText(widget.Body, figure.Ink2, w.T("rounds.finished.none")))
	}
	for _, f := range c.Finished {
		title := s.se.Complete().ActionWords[w.Language][f.Item.Action].Title
		if title == "" {
			title = f.Item.Action
		}
		rows = append(rows, widget.NewText(widget.Tight, figure.Ink, "**"+title+"** · "+w.Date(f.At)))
	}
	return widget.Card(20, widget.Column(8, rows...))
}

// lines are the areas over all rounds, one small picture each.
func (s *Screen) lines() fyne.CanvasObject {
	w := s.w
	var all []rounds.Round
	last := &s.all[len(s.all)-1]
	for i := range s.all {
		all = append(all, s.all[i].Round)
	}
	var pictures []fyne.CanvasObject
	for _, curve := range rounds.Line(all) {
		title := last.Pack.Words[w.Language].Dimensions[curve.Dimension].Name
		if curve.Dimension == "" {
			if title = w.T("rounds.firm"); last.Model.Overall == assessments.NoOverall {
				continue
			}
		}
		o := figure.TrendOptions{Scale: float64(theme.Scale())}
		alt := title
		for i, p := range curve.Points {
			o.Values, o.Labels = append(o.Values, scoring.Float(p.Value)), append(o.Labels, name(&s.all[i]))
			o.Texts = append(o.Texts, w.Score(p.Value))
			alt += " " + o.Labels[i] + ": " + o.Texts[i]
		}
		drawing := widget.NewDrawing(0, theme.Dp(110), alt, func(w, h float64) figure.Drawing {
			o.W, o.H = w, h
			return figure.Trend(o)
		})
		pictures = append(pictures, widget.Column(4, widget.NewText(widget.TightBold, figure.Ink, title), drawing))
	}
	rows := []fyne.CanvasObject{widget.NewText(widget.H3, figure.Ink, w.T("rounds.lines")), widget.NewText(widget.Small, figure.Ink2, w.T("rounds.lines.text", "name", name(last)))}
	wide := 3
	if s.h.Class() == screen.Single {
		wide = 1
	}
	return widget.Card(20, widget.Column(12, append(rows, widget.Tiles(wide, 24, pictures)...)...))
}
