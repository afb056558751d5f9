package plan

import (
	"strings"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/theme"
	"nivel/app/widget"
	"nivel/assessments/figure"
	domain "nivel/assessments/plan"
	"nivel/assessments/report"
	"nivel/assessments/scoring"
)

// choice is the phase that stands beside today.
func (s *Screen) choice(p domain.Projection, at int) fyne.CanvasObject {
	var names []string
	for i := range p.Phases {
		names = append(names, s.w.T("plan.after", "n", i+1))
	}
	choice := widget.NewSegmented(names, at, func(i int) {
		s.desk.phase, s.desk.focus = i, phaseChoice
		s.turn(s.offset())
	})
	if s.desk.focus == phaseChoice {
		s.start = choice
	}
	return choice
}

// phaseChoice is where the keyboard stands after another phase was chosen.
const phaseChoice = "phase-choice"

// radar sets today's profile over the one after the phase that is chosen, as a range; nil where no
// radar can be read.
func (s *Screen) radar(p domain.Projection, at int) fyne.CanvasObject {
	se, w := s.h.Session(), s.w
	if !screen.Round(se.Pack, w.Language) {
		return nil
	}
	names := se.Pack.Words[w.Language].Dimensions
	var axes []figure.Change
	said := []string{w.T("plan.radar.alt", "n", at+1)}
	for i := range se.Pack.Model.Dimensions {
		id := se.Pack.Model.Dimensions[i].ID
		x := p.Spreads(id)[at]
		a := figure.Change{Label: names[id].Short, Text: report.SpreadVial(w, x).Text, Today: -1, Low: -1, High: -1}
		if x.Today.Shown() {
			a.Today = scoring.Float(x.Today.Value)
		}
		if x.Shown() {
			a.Low, a.High = scoring.Float(x.Low.Value), scoring.Float(x.High.Value)
		}
		axes = append(axes, a)
		said = append(said, w.T("plan.radar.alt.area", "area", names[id].Name, "today", screen.Number(w, x.Today), "then", a.Text))
	}
	picture := widget.NewDrawing(theme.Dp(320), theme.Dp(270), strings.Join(said, " "), func(width, height float64) figure.Drawing {
		return figure.RadarChange(width, height, axes, float64(theme.Scale()))
	})
	mark := func(key string, draw func(w, h float64) []figure.Shape) fyne.CanvasObject {
		sign := widget.NewDrawing(30, 16, "", func(w, h float64) figure.Drawing { return figure.Drawing{W: w, H: h, Shapes: draw(w, h)} })
		return widget.Centred(10, []float32{30, -1}, sign, widget.NewText(widget.Small, figure.Ink, w.T(key)))
	}
	line := func(w, h float64, t figure.Token, width float64) figure.Shape {
		return figure.Shape{Kind: figure.Line, X: 0, Y: h / 2, X2: w, Y2: h / 2, Stroke: t, StrokeWidth: width}
	}
	legend := []fyne.CanvasObject{widget.NewText(widget.TightBold, figure.Ink, w.T("plan.radar"))}
	if s.h.Class() == screen.Wide {
		legend = append(legend, widget.Wrap(0, 0, s.choice(p, at)))
	}
	legend = append(legend,
		mark("plan.radar.today", func(w, h float64) []figure.Shape {
			return []figure.Shape{line(w, h, figure.Blue, 2.5), {Kind: figure.Circle, X: w / 2, Y: h / 2, R: 4.5, Fill: figure.Blue}}
		}),
		mark("plan.radar.high", func(w, h float64) []figure.Shape {
			return []figure.Shape{line(w, h, figure.FluidEdge, 2), {Kind: figure.Rect, X: w/2 - 4.5, Y: h/2 - 4.5, W: 9, H: 9, R: 2, Fill: figure.Surface, Stroke: figure.FluidEdge, StrokeWidth: 2}}
		}),
		mark("plan.radar.low", func(w, h float64) []figure.Shape { return []figure.Shape{line(w, h, figure.FluidEdge, 1.25)} }))
	if s.h.Class() == screen.Single {
		return widget.Column(10, append(legend, picture)...)
	}
	return widget.Centred(20, []float32{-1, -1.15}, picture, widget.Column(10, legend...))
}
