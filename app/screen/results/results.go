// Package results shows where the firm stands: level, areas, profile, weakest link, coverage and
// the European index; beside every picture the same numbers.
package results

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/theme"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/figure"
	"nivel/assessments/scoring"
	"nivel/assessments/texts"
)

// Screen is the results page.
type Screen struct {
	h      screen.Host
	w      *texts.Words
	words  assessments.ModelWords
	result *scoring.Result
	page   *widget.Page

	body    *fyne.Container        // of the page, made anew where a target changes
	targets map[string]*screen.Aim // by area
}

// New builds the page.
func New(h screen.Host) *Screen {
	se := h.Session()
	return &Screen{h: h, w: se.Words, words: se.Pack.Words[se.Words.Language], result: se.Result()}
}

// Ready implements screen.Readied: the index and the readings come with the content.
func (s *Screen) Ready() { s.h.Reload() }

// enough says whether there is a result to go on from: an overall one, or, where the model has
// none, that of as many answers.
func (s *Screen) enough() bool {
	return s.result.Overall.Shown() || s.whole() == assessments.NoOverall && s.result.Overall.Enough()
}

func (s *Screen) whole() assessments.Combine { return s.h.Session().Pack.Model.Overall }

// Primary implements screen.Primary.
func (s *Screen) Primary() {
	if s.enough() {
		s.h.Go(screen.Route{Page: screen.Steps})
		return
	}
	s.h.Go(screen.Route{Page: screen.Interview})
}

// Content implements screen.Screen.
func (s *Screen) Content() fyne.CanvasObject {
	s.body = widget.Column(16, s.rows()...)
	s.page = screen.Body(s.h.Class(), s.body)
	return s.page
}

// rows are what stands on the page, from top to bottom.
func (s *Screen) rows() []fyne.CanvasObject {
	c := s.h.Class()
	s.targets = map[string]*screen.Aim{}
	areas, radar := s.areas(), s.radar()
	if !screen.Round(s.h.Session().Pack, s.w.Language) {
		radar.Hide() // the areas say the same
	}
	weakest, index := s.weakest(), s.index()
	if len(s.result.Dimensions) < 2 {
		weakest.Hide()
	}
	column := []fyne.CanvasObject{s.head()}
	if s.whole() != assessments.NoOverall {
		column = append(column, s.bar())
	}
	column = append(column, s.honest(), s.ways())
	switch c {
	case screen.Wide:
		column = append(column, widget.Row(14, []float32{-618, -360}, areas, radar),
			widget.Row(14, []float32{-268, -240, -456}, weakest, s.answered(), index))
	case screen.Compact:
		column = append(column, areas, widget.Row(14, []float32{-1, -1}, radar, widget.Column(14, weakest, s.answered())), index)
	default:
		column = append(column, areas, weakest, s.answered(), index, radar)
	}
	if risks := s.risks(); risks != nil {
		column = append(column, risks)
	}
	column = append(column, s.table())
	if readings := s.readings(); readings != nil {
		column = append(column, readings)
	}
	return column
}

func (s *Screen) head() fyne.CanvasObject {
	w := s.w
	date := w.T("results.empty")
	if at := s.h.Session().LastAnswer; !at.IsZero() {
		date = w.Date(at)
	}
	if paths := s.h.Session().Full().Model.Paths; len(paths) > 1 {
		at := max(0, slices.Index(paths, s.h.Session().Scope().Path))
		date += " · " + w.T("results.path", "path", strings.ToLower(screen.PathName(w, at, len(paths))))
	}
	if name, f := s.h.Session().Before(); f != nil && s.enough() {
		date += " · " + w.T("results.before", "name", name, "value", w.Score(f.Value))
	}
	save := widget.NewButton(widget.Secondary, "doc", w.T("results.report"), "", func() { s.h.Go(screen.Route{Page: screen.Report}) })
	label := w.T("results.steps")
	if !s.enough() {
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
		options.Name = screen.Standing(s.w, s.h.Session().Pack, o)
		if o.Certain() && s.marked() {
			options.Level = o.Level()
		}
	} else {
		options.Left, options.Of = 0, ""
	}
	if s.h.Class() == screen.Wide && s.marked() {
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
	o := s.result.Overall
	say := s.w.Honest(s.words, o)
	if s.whole() == assessments.NoOverall {
		say = s.w.T("results.nooverall")
	}
	if own := s.own(o); own != "" {
		say += " " + s.w.T("results.own", "value", own)
	}
	if s.h.Session().Variant() {
		say = "**" + s.w.T("weights.variant") + "** " + say
	}
	text := widget.NewText(widget.Body, figure.Ink, say+" "+s.w.T("figure.answered", "coverage", s.w.Coverage(o.Counts)))
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
	differing := 0 // they count as missing, but are agreed on and not answered
	for _, d := range s.h.Session().Differences() {
		if d.Open() {
			differing++
		}
	}
	rows = append(rows, widget.Filler())
	lead := func(label string, to screen.Route) {
		rows = append(rows, widget.NewButton(widget.Quiet, "", label, "chevron-right", func() { s.h.Go(to) }))
	}
	if n := o.Missing() - differing; n > 0 {
		lead(s.w.N("results.missing", n), screen.Route{Page: screen.Questions, ID: "open"})
	}
	if differing > 0 {
		lead(s.w.N("results.differing", differing), screen.Route{Page: screen.Differences})
	}
	return widget.Card(18, widget.Column(9, rows...))
}

// table says the same as vials and radar, in numbers.
func (s *Screen) table() fyne.CanvasObject {
	own := s.h.Session().Pack.Model.Scale.Top != assessments.Top
	var rows [][]string
	for _, d := range s.result.Dimensions {
		target, span := "–", "–"
		if d.Shown() {
			target = strconv.Itoa(d.Target)
		}
		if d.Open() {
			span = s.w.T("format.range", "low", s.w.Score(d.Low), "high", s.w.Score(d.High))
		}
		row := []string{s.words.Dimensions[d.ID].Name, screen.Number(s.w, d.Figure), target, span, s.w.T("report.of", "n", d.Answered, "total", d.Applicable)}
		if own {
			value := "–"
			if d.Shown() {
				value = s.own(d.Figure)
			}
			row = slices.Insert(row, 2, value)
		}
		rows = append(rows, row)
	}
	head := []string{s.w.T("table.area"), s.w.T("legend.today"), s.w.T("legend.target"), s.w.T("legend.range"), s.w.T("table.answered")}
	numeric, shares := []bool{false, true, true, true, true}, []float32{-3, -1, -1, -1.4, -1.4}
	if own {
		head, numeric, shares = slices.Insert(head, 2, s.w.T("results.scale")), append(numeric, true), slices.Insert(shares, 2, float32(-1.4))
	}
	return widget.Card(20, widget.Column(12, widget.NewText(widget.H3, figure.Ink, s.w.T("results.table")), widget.Table(head, rows, numeric, shares)))
}
