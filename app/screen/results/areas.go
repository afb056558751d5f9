package results

import (
	"math/big"
	"slices"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/theme"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/figure"
	"nivel/assessments/scoring"
)

// columns are those of an area's row: name, vial, number, target and, where any area opens, the opener.
func (s *Screen) columns() []float32 {
	number := theme.Dp(52)
	if s.h.Session().Pack.Model.Scale.Top != assessments.Top {
		number = theme.Dp(76)
	}
	out := []float32{-2.1, -3, number, theme.Dp(50)}
	if s.opens() {
		out = []float32{-2.5, -2.7, number, theme.Dp(50), theme.Dp(38)}
	}
	return out
}

// opens says whether any area has a part with a value.
func (s *Screen) opens() bool {
	return slices.ContainsFunc(s.result.Dimensions, func(d scoring.Dimension) bool { return shown(&d) })
}

func shown(d *scoring.Dimension) bool {
	return slices.ContainsFunc(d.Subdimensions, func(p scoring.Subdimension) bool { return p.Shown() })
}

func (s *Screen) areas() fyne.CanvasObject {
	title := s.w.T("report.areas.title")
	if n := len(s.result.Dimensions); n != 6 {
		title = s.w.N("results.areas", n)
	}
	arrow := fyne.CanvasObject(widget.NewText(widget.Small, figure.Ink2, s.w.T("results.arrow")))
	if s.opens() {
		arrow = widget.Pad(0, theme.Dp(38)+12, 0, 0, arrow)
	}
	head := widget.Row(8, []float32{-1, 0}, widget.NewText(widget.H3, figure.Ink, title), arrow)
	rows := []fyne.CanvasObject{head}
	for i := range s.result.Dimensions {
		rows = append(rows, s.area(i))
	}
	return widget.Card(20, widget.Column(6, rows...))
}

// area is one dimension, which can be opened to its named parts.
func (s *Screen) area(i int) fyne.CanvasObject {
	d := &s.result.Dimensions[i]
	style := widget.Body
	if i == s.result.Weakest {
		style = widget.Strong
	}
	dw := s.words.Dimensions[d.ID]
	name := dw.Name
	if s.h.Class() == screen.Single {
		name = dw.Short
	}
	label := screen.Area(&s.h.Session().Pack.Model.Dimensions[i], style, name)
	target, aim := 0, widget.Space(1, 1)
	number := s.number(widget.Body, "**"+screen.Number(s.w, d.Figure)+"**", d.Figure)
	if d.Shown() {
		target, aim, number = d.Target, s.target(d, dw.Name), s.why(d, dw.Name)
	}
	vial := widget.NewVial(theme.Dp(130), theme.Dp(22), dw.Name, screen.VialOf(d.Figure, target))
	row := []fyne.CanvasObject{label, vial, number, aim}
	parts := s.parts(d)
	if parts == nil {
		return widget.Centred(8, s.columns(), append(row, widget.Space(1, 1))[:len(s.columns())]...)
	}
	open := screen.NewChevron(s.w.T("results.parts", "area", dw.Name), parts)
	open.Changed = func() { s.page.Relayout() }
	return widget.Column(2, widget.Centred(8, s.columns(), append(row, open)...), parts)
}

// why is an area's value, which leads to the answers that make it.
func (s *Screen) why(d *scoring.Dimension, name string) fyne.CanvasObject {
	b := &reason{name: s.w.T("why.area", "area", name, "value", s.w.Score(d.Value))}
	b.Kind, b.Text, b.Height = widget.Quiet, s.w.Score(d.Value), 32
	b.OnTapped = func() { s.h.Go(screen.Route{Page: screen.Why, ID: d.ID}) }
	b.Self = b
	b.ExtendBaseWidget(b)
	own := s.own(d.Figure)
	if own == "" {
		return b
	}
	text := widget.NewText(widget.Axis, figure.Ink2, own)
	text.Align = fyne.TextAlignTrailing
	return widget.Column(0, b, text)
}

// reason is a value that can be pressed; it says to those who cannot see it where that leads.
type reason struct {
	widget.Button
	name string
}

// AccessibilityLabel is what it leads to.
func (r *reason) AccessibilityLabel() string { return r.name }

// number is a value, above it on the model's own scale where it has one.
func (s *Screen) number(style widget.Style, value string, f scoring.Figure) fyne.CanvasObject {
	number := widget.NewText(style, figure.Ink, value)
	number.Align = fyne.TextAlignTrailing
	own := s.own(f)
	if own == "" {
		return number
	}
	text := widget.NewText(widget.Axis, figure.Ink2, own)
	text.Align = fyne.TextAlignTrailing
	return widget.Column(0, number, text)
}

// parts are the subdimensions of a dimension, or nil where none has a value that may be shown.
func (s *Screen) parts(d *scoring.Dimension) fyne.CanvasObject {
	if !shown(d) {
		return nil
	}
	var rows []fyne.CanvasObject
	for _, sub := range d.Subdimensions {
		rows = append(rows, s.part(d.ID, sub))
	}
	return widget.Over(widget.Box(figure.Paper, figure.Hair, 1, 10), widget.Pad(10, 0, 10, 12, widget.Column(10, rows...)))
}

// part is a named part with its vial, whisker, level and coverage; under half of the answers it
// says what is missing.
func (s *Screen) part(dimension string, sub scoring.Subdimension) fyne.CanvasObject {
	w := s.w
	name := s.words.Dimensions[dimension].Subdimensions[sub.ID].Name
	say := screen.Standing(w, s.h.Session().Pack, sub.Figure)
	if sub.Applicable > 0 {
		say += " · " + w.Coverage(sub.Counts)
	}
	if sub.Shown() && sub.Open() {
		say += " · " + w.T("format.range", "low", w.Score(sub.Low), "high", w.Score(sub.High))
	}
	vial := widget.NewVial(theme.Dp(120), theme.Dp(18), name+": "+say, screen.VialOf(sub.Figure, 0))
	number := s.number(widget.TightBold, screen.Number(w, sub.Figure), sub.Figure)
	text := widget.Column(0, widget.NewText(widget.Tight, figure.Ink, name), widget.NewText(widget.Axis, figure.Ink2, say))
	shares := s.columns()
	return widget.Centred(8, shares, text, vial, number, widget.Space(1, 1), widget.Space(1, 1))
}

// own is a shown figure on the model's own scale, "62 de 100"; empty where that is 0 to 5.
func (s *Screen) own(f scoring.Figure) string {
	m := &s.h.Session().Pack.Model
	if m.Scale.Top == assessments.Top || m.Scale.Top == 0 || !f.Shown() {
		return ""
	}
	return s.w.T("report.of", "n", s.decimal(m.Own(f.Value), m.Scale.Decimals), "total", s.w.Int(m.Scale.Top))
}

// decimal prints a value with as many decimals as the model does.
func (s *Screen) decimal(r *big.Rat, decimals int) string {
	text := []rune(r.FloatString(decimals))
	for i, c := range text {
		if c == '.' {
			return string(text[:i]) + s.w.T("format.decimal") + string(text[i+1:])
		}
	}
	return string(text)
}

func (s *Screen) marked() bool { return screen.Marked(s.h.Session().Pack, s.w.Language) }

// readings leads to the same answers seen through other frameworks.
func (s *Screen) readings() fyne.CanvasObject {
	se := s.h.Session()
	if !se.Ready() || len(se.Readings()) == 0 || s.result.Overall.Answered == 0 {
		return nil
	}
	open := widget.NewButton(widget.Secondary, "compare", s.w.T("results.readings.open"), "", func() { s.h.Go(screen.Route{Page: screen.Readings}) })
	text := widget.Column(2, widget.NewText(widget.H3, figure.Ink, s.w.T("results.readings")), widget.NewText(widget.Tight, figure.Ink2, s.w.T("results.readings.text")))
	if s.h.Class() == screen.Single {
		return widget.Card(20, widget.Column(10, text, widget.Wrap(0, 0, open)))
	}
	return widget.Card(20, widget.Centred(16, []float32{-1, 0}, text, open))
}
