// Package results shows where the firm stands: level, areas, profile, weakest link, coverage and
// the European index; beside every picture the same numbers.
package results

import (
	"fmt"
	"math"
	"strconv"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/theme"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/figure"
	"nivel/assessments/report"
	"nivel/assessments/scoring"
	"nivel/assessments/texts"
)

// Screen is the results page.
type Screen struct {
	h      screen.Host
	w      *texts.Words
	words  assessments.ModelWords
	result *scoring.Result
}

// New builds the page.
func New(h screen.Host) *Screen {
	se := h.Session()
	return &Screen{h: h, w: se.Words, words: se.Pack.Words[se.Words.Language], result: se.Result()}
}

// Primary implements screen.Primary.
func (s *Screen) Primary() {
	if s.result.Overall.Shown() {
		s.h.Go(screen.Route{Page: screen.Steps})
		return
	}
	s.h.Go(screen.Route{Page: screen.Interview})
}

// Content implements screen.Screen.
func (s *Screen) Content() fyne.CanvasObject {
	c := s.h.Class()
	areas, radar := s.areas(), s.radar()
	column := []fyne.CanvasObject{s.head(), s.bar(), s.honest()}
	switch c {
	case screen.Wide:
		column = append(column, widget.Row(14, []float32{-618, -360}, areas, radar),
			widget.Row(14, []float32{-268, -240, -456}, s.weakest(), s.answered(), s.index()))
	case screen.Compact:
		column = append(column, areas, widget.Row(14, []float32{-1, -1}, radar, widget.Column(14, s.weakest(), s.answered())), s.index())
	default:
		column = append(column, areas, s.weakest(), s.answered(), s.index(), radar)
	}
	return screen.Body(c, append(column, s.table())...)
}

func (s *Screen) head() fyne.CanvasObject {
	w := s.w
	date := w.T("results.empty")
	if at := s.h.Session().LastAnswer; !at.IsZero() {
		date = w.Date(at)
	}
	save := widget.NewButton(widget.Secondary, "doc", w.T("results.report"), "", func() { s.h.Go(screen.Route{Page: screen.Report}) })
	label := w.T("results.steps")
	if !s.result.Overall.Shown() {
		label = w.T("results.goon")
	}
	next := widget.NewButton(widget.Next, "", label, "right", s.Primary)
	return screen.Head(s.h.Class(), w.T("results.title"), date, save, next)
}

func (s *Screen) bar() fyne.CanvasObject {
	o := s.result.Overall
	height := float32(126)
	options := figure.BarOptions{Vial: screen.VialOf(o, scoring.Suggested(o)), Level: -1, Scale: float64(theme.Scale()), Left: 206, Of: s.w.T("figure.of")}
	if o.Shown() {
		options.Figure = s.w.Score(o.Value)
		options.Name = s.w.Standing(s.words, o)
		if o.Certain() {
			options.Level = o.Level()
		}
	} else {
		options.Left, options.Of = 0, ""
	}
	if s.h.Class() == screen.Wide {
		for _, l := range s.words.Levels {
			options.Names = append(options.Names, l.Name)
		}
	} else {
		height = 110
		options.Left = min(options.Left, 190)
	}
	if len([]rune(options.Name)) > 22 {
		// Two level names do not fit below the figure; they stand in the sentence under the bar.
		options.Name = s.w.T("figure.two")
	}
	height *= float32(math.Max(1, 0.85*float64(theme.Scale())))
	return widget.NewDrawing(0, height, options.Name, func(w, h float64) figure.Drawing {
		options.W, options.H = w, h
		if options.Left > 0 {
			options.Left = 206 * math.Max(1, 0.9*float64(theme.Scale()))
		}
		return figure.LevelBar(options)
	})
}

func (s *Screen) honest() fyne.CanvasObject {
	text := widget.NewText(widget.Body, figure.Ink, s.w.Honest(s.words, s.result.Overall)+" "+s.w.T("figure.answered", "coverage", s.w.Coverage(s.result.Overall.Counts)))
	legend := s.legend()
	if s.h.Class() == screen.Wide {
		return widget.Row(20, []float32{-1, 0}, text, legend)
	}
	return widget.Column(8, text, legend)
}

func (s *Screen) legend() fyne.CanvasObject {
	mark := func(w, h float32, draw func(w, h float64) figure.Drawing, key string) fyne.CanvasObject {
		return widget.Centred(7, nil, widget.NewDrawing(w, h, "", draw), widget.NewText(widget.Small, figure.Ink2, s.w.T(key)))
	}
	today := func(w, h float64) figure.Drawing {
		return figure.Drawing{W: w, H: h, Shapes: []figure.Shape{{Kind: figure.Rect, X: 1, Y: 1, W: w - 2, H: h - 2, R: h/2 - 1, Fill: figure.Bubble, Stroke: figure.Edge, StrokeWidth: 1.5}}}
	}
	target := func(w, h float64) figure.Drawing {
		return figure.Drawing{W: w, H: h, Shapes: []figure.Shape{{Kind: figure.Rect, X: 1, Y: 1, W: w - 2, H: h - 2, R: 6, Stroke: figure.Ink, StrokeWidth: 2}}}
	}
	margin := func(w, h float64) figure.Drawing {
		l := func(x, y, x2, y2 float64) figure.Shape {
			return figure.Shape{Kind: figure.Line, X: x, Y: y, X2: x2, Y2: y2, Stroke: figure.Ink2, StrokeWidth: 1.75}
		}
		return figure.Drawing{W: w, H: h, Shapes: []figure.Shape{l(0, h/2, w, h/2), l(1, 2, 1, h-2), l(w-1, 2, w-1, h-2)}}
	}
	return widget.Wrap(18, 6, mark(30, 16, today, "legend.today"), mark(30, 20, target, "legend.target"), mark(30, 14, margin, "legend.range"))
}

func (s *Screen) areas() fyne.CanvasObject {
	se := s.h.Session()
	head := widget.Row(8, []float32{-1, 0}, widget.NewText(widget.H3, figure.Ink, s.w.T("report.areas.title")), widget.NewText(widget.Small, figure.Ink2, s.w.T("results.arrow")))
	rows := []fyne.CanvasObject{head}
	for i, d := range s.result.Dimensions {
		style := widget.Body
		if i == s.result.Weakest {
			style = widget.Strong
		}
		dw := s.words.Dimensions[d.ID]
		name := dw.Name
		if s.h.Class() == screen.Single {
			name = dw.Short
		}
		label := widget.Label(se.Pack.Model.Dimensions[i].Icon, figure.Ink2, 21, 10, widget.NewText(style, figure.Ink, name))
		target := 0
		value := "**" + screen.Number(s.w, d.Figure) + "**"
		if d.Shown() {
			target = d.Target
			value += "  → " + strconv.Itoa(d.Target)
		}
		vial := widget.NewVial(theme.Dp(150), theme.Dp(22), dw.Name, screen.VialOf(d.Figure, target))
		number := widget.NewText(widget.Body, figure.Ink, value)
		number.Align = fyne.TextAlignTrailing
		rows = append(rows, widget.Centred(12, []float32{-2.1, -3, theme.Dp(76)}, label, vial, number))
	}
	return widget.Card(20, widget.Column(6, rows...))
}

func (s *Screen) radar() fyne.CanvasObject {
	var axes []figure.Axis
	for _, d := range s.result.Dimensions {
		a := figure.Axis{Label: s.words.Dimensions[d.ID].Short, Text: screen.Number(s.w, d.Figure), Value: -1, Target: -1}
		if d.Shown() {
			a.Value, a.Target = scoring.Float(d.Value), float64(d.Target)
		}
		axes = append(axes, a)
	}
	drawing := widget.NewDrawing(0, theme.Dp(262), s.w.T("results.profile"), func(w, h float64) figure.Drawing {
		return figure.Radar(w, h, axes, float64(theme.Scale()))
	})
	return widget.Card(18, widget.Column(0, widget.NewText(widget.H3, figure.Ink, s.w.T("results.profile")), drawing))
}

func (s *Screen) weakest() fyne.CanvasObject {
	rows := []fyne.CanvasObject{screen.CardHead("chain", s.w.T("weakest.title"))}
	if s.result.Weakest < 0 {
		return widget.Card(18, widget.Column(8, append(rows, widget.NewText(widget.Body, figure.Ink, s.w.T("weakest.none")))...))
	}
	d := &s.result.Dimensions[s.result.Weakest]
	dw := s.words.Dimensions[d.ID]
	rows = append(rows, widget.NewText(widget.Body, figure.Ink, "**"+s.w.T("weakest.text", "area", dw.Name, "value", s.w.Score(d.Value))+"** "+dw.Levels[d.Level()]))
	if d.Missing() > 0 {
		rows = append(rows, widget.NewText(widget.Small, figure.Ink2, s.w.Honest(s.words, d.Figure)))
	}
	return widget.Card(18, widget.Column(8, rows...))
}

func (s *Screen) answered() fyne.CanvasObject {
	o := s.result.Overall
	ruler := widget.NewDrawing(0, theme.Dp(14), "", func(w, h float64) figure.Drawing {
		return figure.Ruler(figure.RulerOptions{W: w, H: h, Total: o.Applicable, Done: o.Answered, Current: -1})
	})
	rows := []fyne.CanvasObject{screen.CardHead("question", s.w.T("results.answered")),
		widget.NewText(widget.Body, figure.Ink, s.w.Coverage(o.Counts)), ruler,
		widget.NewText(widget.Small, figure.Ink2, s.w.T("results.unknown", "unknown", s.w.Int(o.DontKnow), "na", s.w.Int(o.NotApplicable)))}
	if n := o.Missing(); n > 0 {
		rows = append(rows, widget.Filler(), widget.Wrap(0, 0, widget.NewButton(widget.Quiet, "", s.w.N("results.missing", n), "chevron-right", func() {
			s.h.Go(screen.Route{Page: screen.Questions, ID: "open"})
		})))
	}
	return widget.Card(18, widget.Column(9, rows...))
}

func (s *Screen) index() fyne.CanvasObject {
	in := s.h.Session()
	if !in.Ready() {
		return widget.Space(1, 1)
	}
	x := report.IndexWith(in.ReportInput(s.w.Language, 0, false), s.result)
	if x == nil {
		return widget.Space(1, 1)
	}
	chip := widget.Chip(widget.ToneOutline, "", x.Count+" "+x.Of)
	head := widget.Centred(8, []float32{-1, 0}, widget.NewText(widget.H3, figure.Ink, x.Title), chip)
	rows := []fyne.CanvasObject{head, widget.NewText(widget.TightBold, figure.Ink, x.Band), s.boxes(x)}
	for _, b := range x.Bars {
		bar := widget.NewDrawing(0, theme.Dp(24), fmt.Sprint(b.Name, b.Texts), func(w, h float64) figure.Drawing {
			return figure.BandBar(w, h, b.Shares, b.Texts, x.Own, float64(theme.Scale()))
		})
		rows = append(rows, widget.Centred(8, []float32{theme.Dp(62), -1}, widget.NewText(widget.Tight, figure.Ink, b.Name), bar))
	}
	var names []fyne.CanvasObject
	for i, n := range x.BandNames {
		style := widget.Axis
		if i == x.Own {
			style.Bold = true
		}
		fill, _ := figure.Ramp([]int{0, 1, 3, 5}[i])
		names = append(names, widget.Centred(5, nil, widget.NewDrawing(12, 12, "", func(w, h float64) figure.Drawing {
			return figure.Drawing{Shapes: []figure.Shape{{Kind: figure.Rect, W: w, H: h, R: 3, Fill: fill, Stroke: figure.Edge, StrokeWidth: 0.75}}}
		}), widget.NewText(style, figure.Ink2, n)))
	}
	rows = append(rows, widget.Wrap(12, 4, names...), widget.NewText(widget.Axis, figure.Ink2, x.Source+" "+x.Note))
	open := widget.NewButton(widget.Quiet, "", s.w.T("results.index"), "chevron-right", func() { s.h.Go(screen.Route{Page: screen.Interview, ID: screen.IndexPage}) })
	return widget.Card(18, widget.Column(8, append(rows, widget.Wrap(0, 0, open))...))
}

func (s *Screen) boxes(x *report.Index) fyne.CanvasObject {
	n := len(x.Conditions)
	return widget.NewDrawing(float32(n)*22, 19, s.w.T("results.boxes"), func(_, h float64) figure.Drawing {
		d := figure.Drawing{}
		for i, c := range x.Conditions {
			left := float64(i) * 21.5
			box := figure.Shape{Kind: figure.Rect, X: left + 1, Y: 1, W: 17, H: 17, R: 4, Stroke: figure.Edge, StrokeWidth: 1.25, Fill: figure.Surface}
			if c.Holds {
				box.Fill, box.Stroke = figure.Blue, figure.Blue
			}
			d.Shapes = append(d.Shapes, box)
			line := func(x1, y1, x2, y2 float64) figure.Shape {
				return figure.Shape{Kind: figure.Line, X: left + x1, Y: y1, X2: left + x2, Y2: y2, Stroke: figure.OnBlue, StrokeWidth: 2}
			}
			switch {
			case c.Holds:
				d.Shapes = append(d.Shapes, line(5, 10, 8, 13), line(8, 13, 14, 6))
			case !c.Known:
				d.Shapes = append(d.Shapes, figure.Shape{Kind: figure.Text, X: left + 9.5, Y: 1, H: 17, Size: 11, Text: "?", Align: figure.Centre, Fill: figure.Ink2})
			}
		}
		return d
	})
}

// table says the same as vials and radar, in numbers.
func (s *Screen) table() fyne.CanvasObject {
	var rows [][]string
	for _, d := range s.result.Dimensions {
		target, span := "–", "–"
		if d.Shown() {
			target = strconv.Itoa(d.Target)
		}
		if d.Open() {
			span = s.w.T("format.range", "low", s.w.Score(d.Low), "high", s.w.Score(d.High))
		}
		rows = append(rows, []string{s.words.Dimensions[d.ID].Name, screen.Number(s.w, d.Figure), target, span, s.w.T("report.of", "n", d.Answered, "total", d.Applicable)})
	}
	head := []string{s.w.T("table.area"), s.w.T("legend.today"), s.w.T("legend.target"), s.w.T("legend.range"), s.w.T("table.answered")}
	return widget.Card(20, widget.Column(12, widget.NewText(widget.H3, figure.Ink, s.w.T("results.table")),
		widget.Table(head, rows, []bool{false, true, true, true, true}, []float32{-3, -1, -1, -1.4, -1.4})))
}
