package plan

import (
	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/theme"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/figure"
	domain "nivel/assessments/plan"
	"nivel/assessments/report"
)

// whatIf sets today's profile beside the one that each phase would lead to. Where there is little
// room one phase stands beside today, with a switch.
func (s *Screen) whatIf() fyne.CanvasObject {
	w, c := s.w, s.h.Class()
	p := s.basis.Project(s.items)
	first, last, at := 0, len(p.Phases), min(max(0, s.desk.phase), len(p.Phases)-1) // the phases that are shown
	rows := []fyne.CanvasObject{screen.CardHead("level", w.T("plan.whatif")), widget.NewText(widget.Small, figure.Ink2, w.T("plan.whatif.text"))}
	if c != screen.Wide {
		rows = append(rows, widget.Wrap(0, 0, s.choice(p, at)))
		first, last = at, at+1
	}
	rows = append(rows, s.whatIfHead(first, last))
	if s.h.Session().Pack.Model.Overall != assessments.NoOverall {
		rows = append(rows, s.whatIfRow(nil, w.T("plan.whatif.all"), p.Spreads("")[first:last]), widget.Divider())
	}
	se := s.h.Session()
	names := se.Pack.Words[w.Language].Dimensions
	for i := range se.Pack.Model.Dimensions {
		d := &se.Pack.Model.Dimensions[i]
		name := names[d.ID].Name
		if c == screen.Compact {
			name = names[d.ID].Short
		}
		rows = append(rows, s.whatIfRow(d, name, p.Spreads(d.ID)[first:last]))
	}
	if radar := s.radar(p, at); radar != nil {
		rows = append(rows, widget.Divider(), radar)
	}
	if o := p.Today.Overall; o.Shown() {
		rows = append(rows, widget.NewText(widget.Small, figure.Ink2, w.T("plan.whatif.today", "text", w.Honest(se.Pack.Words[w.Language], o))))
	}
	return widget.Card(20, widget.Column(9, rows...))
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

func (s *Screen) whatIfHead(first, last int) fyne.CanvasObject {
	if s.h.Class() == screen.Single {
		return widget.Space(1, 1)
	}
	cells := []fyne.CanvasObject{widget.Space(1, 1), widget.NewText(widget.SmallBold, figure.Ink, s.w.T("plan.today")), widget.Space(1, 1)}
	for i := first; i < last; i++ {
		cells = append(cells, widget.NewText(widget.SmallBold, figure.Ink, s.w.T("plan.after", "n", i+1)), widget.Space(1, 1))
	}
	return widget.Row(10, s.shares(last-first), cells...)
}

func (s *Screen) whatIfRow(d *assessments.Dimension, name string, phases []domain.Spread) fyne.CanvasObject {
	style := widget.Tight
	if d == nil {
		style = widget.TightBold
	}
	label := fyne.CanvasObject(widget.NewText(style, figure.Ink, name))
	if d != nil {
		label = screen.Area(d, style, name)
	}
	today := screen.VialOf(phases[0].Today, 0)
	cells := []fyne.CanvasObject{s.tube(today, name), s.number(screen.Number(s.w, phases[0].Today), false)}
	for _, x := range phases {
		v := report.SpreadVial(s.w, x)
		risen := x.Today.Shown() && x.High.Shown() && x.High.Value.Cmp(x.Today.Value) > 0
		cells = append(cells, s.tube(v.Options(0, 0), name), s.number(v.Text, risen))
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
