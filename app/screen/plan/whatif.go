package plan

import (
	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/theme"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/figure"
	domain "nivel/assessments/plan"
	"nivel/assessments/scoring"
)

// spread is what a phase makes of one figure, from its low end to its high one.
type spread struct{ today, low, high scoring.Figure }

// whatIf sets today's profile beside the one that each phase would lead to. Where there is little
// room one phase stands beside today, with a switch.
func (s *Screen) whatIf() fyne.CanvasObject {
	w, c := s.w, s.h.Class()
	p := s.basis.Project(s.items)
	shown, at := p.Phases, min(max(0, s.desk.phase), len(p.Phases)-1)
	rows := []fyne.CanvasObject{screen.CardHead("level", w.T("plan.whatif")), widget.NewText(widget.Small, figure.Ink2, w.T("plan.whatif.text"))}
	if c != screen.Wide {
		rows = append(rows, widget.Wrap(0, 0, s.choice(p, at)))
		shown = p.Phases[at : at+1]
	}
	rows = append(rows, s.whatIfHead(p, shown))
	if s.h.Session().Pack.Model.Overall != assessments.NoOverall {
		rows = append(rows, s.whatIfRow(nil, w.T("plan.whatif.all"), overall(p, shown)), widget.Divider())
	}
	se := s.h.Session()
	names := se.Pack.Words[w.Language].Dimensions
	for i := range se.Pack.Model.Dimensions {
		d := &se.Pack.Model.Dimensions[i]
		name := names[d.ID].Name
		if c == screen.Compact {
			name = names[d.ID].Short
		}
		rows = append(rows, s.whatIfRow(d, name, of(d.ID, p, shown)))
	}
	if radar := s.radar(p, at); radar != nil {
		rows = append(rows, widget.Divider(), radar)
	}
	if o := p.Today.Overall; o.Shown() {
		rows = append(rows, widget.NewText(widget.Small, figure.Ink2, w.T("plan.whatif.today", "text", w.Honest(se.Pack.Words[w.Language], o))))
	}
	return widget.Card(20, widget.Column(9, rows...))
}

func overall(p domain.Projection, shown []domain.Outcome) []spread {
	var out []spread
	for _, o := range shown {
		out = append(out, spread{p.Today.Overall, o.Low.Result.Overall, o.High.Result.Overall})
	}
	return out
}

func of(dimension string, p domain.Projection, shown []domain.Outcome) []spread {
	var out []spread
	for _, o := range shown {
		x := spread{}
		for _, end := range []struct {
			from *scoring.Result
			into *scoring.Figure
		}{{p.Today, &x.today}, {o.Low.Result, &x.low}, {o.High.Result, &x.high}} {
			if d := end.from.Dimension(dimension); d != nil {
				*end.into = d.Figure
			}
		}
		out = append(out, x)
	}
	return out
}

// shares are those of a row: the name, then tube and number of today and of each phase.
func (s *Screen) shares(n int) []float32 {
	name := float32(-1.7)
	out := []float32{name}
	for i := 0; i <= n; i++ {
		number := theme.Dp(72)
		if i == 0 {
			number = theme.Dp(34)
		}
		out = append(out, -1, number)
	}
	return out
}

func (s *Screen) whatIfHead(p domain.Projection, shown []domain.Outcome) fyne.CanvasObject {
	if s.h.Class() == screen.Single {
		return widget.Space(1, 1)
	}
	cells := []fyne.CanvasObject{widget.Space(1, 1), widget.NewText(widget.SmallBold, figure.Ink, s.w.T("plan.today")), widget.Space(1, 1)}
	for i, o := range p.Phases {
		for _, x := range shown {
			if x.Phase == o.Phase {
				cells = append(cells, widget.NewText(widget.SmallBold, figure.Ink, s.w.T("plan.after", "n", i+1)), widget.Space(1, 1))
			}
		}
	}
	return widget.Row(10, s.shares(len(shown)), cells...)
}

func (s *Screen) whatIfRow(d *assessments.Dimension, name string, phases []spread) fyne.CanvasObject {
	style := widget.Tight
	if d == nil {
		style = widget.TightBold
	}
	label := fyne.CanvasObject(widget.NewText(style, figure.Ink, name))
	if d != nil {
		label = screen.Area(d, style, name)
	}
	today := screen.VialOf(phases[0].today, 0)
	cells := []fyne.CanvasObject{s.tube(today, name), s.number(screen.Number(s.w, phases[0].today), false)}
	for _, x := range phases {
		o := figure.Plain(0, 0)
		if x.low.Shown() && x.high.Shown() {
			o.Value = scoring.Float(x.low.Value)
			if x.high.Value.Cmp(x.low.Value) != 0 {
				o.Low, o.High = scoring.Float(x.low.Value), scoring.Float(x.high.Value)
			}
			if x.today.Shown() && x.today.Value.Cmp(x.low.Value) != 0 {
				o.Earlier = scoring.Float(x.today.Value)
			}
		}
		cells = append(cells, s.tube(o, name), s.number(s.between(x), x.today.Shown() && x.high.Shown() && x.high.Value.Cmp(x.today.Value) > 0))
	}
	if s.h.Class() != screen.Single {
		return widget.Row(10, s.shares(len(phases)), append([]fyne.CanvasObject{label}, cells...)...)
	}
	pair := func(text string, tube, number fyne.CanvasObject) fyne.CanvasObject {
		return widget.Centred(10, []float32{theme.Dp(70), -1, theme.Dp(72)}, widget.NewText(widget.Small, figure.Ink2, text), tube, number)
	}
	return widget.Column(4, label, pair(s.w.T("plan.today"), cells[0], cells[1]), pair(s.w.T("plan.then"), cells[2], cells[3]))
}

func (s *Screen) tube(o figure.VialOptions, name string) fyne.CanvasObject {
	return widget.Column(0, widget.NewVial(theme.Dp(60), theme.Dp(18), name, o)) // a column does not stretch it
}

func (s *Screen) number(text string, risen bool) fyne.CanvasObject {
	style := widget.Tight
	if risen {
		style = widget.TightBold
	}
	return widget.NewText(style, figure.Ink, text)
}

// between prints both ends, once where they are the same to the last digit shown.
func (s *Screen) between(x spread) string {
	if !x.low.Shown() || !x.high.Shown() {
		return "–"
	}
	low, high := s.w.Score(x.low.Value), s.w.Score(x.high.Value)
	if low == high {
		return low
	}
	return low + "–" + high
}
