// Package home is the first screen: where the firm stands and what comes next.
package home

import (
	"math"
	"strconv"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/session"
	"nivel/app/theme"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/figure"
	"nivel/assessments/scoring"
)

// Screen is the home page.
type Screen struct {
	h      screen.Host
	id     string
	result *scoring.Result
	paths  []session.PathSize
	main   *widget.Button
	choice *widget.Segmented // nil where there is one path
}

// New builds the home page; id says what has just been chosen on it.
func New(h screen.Host, id string) *Screen {
	return &Screen{h: h, id: id, result: h.Session().Result(), paths: h.Session().Paths()}
}

// Primary starts or goes on.
func (s *Screen) Primary() {
	if s.main != nil && s.main.OnTapped != nil {
		s.main.OnTapped()
	}
}

// Start implements screen.Starter.
func (s *Screen) Start() fyne.Focusable {
	if s.id == chosen && s.choice != nil {
		return s.choice
	}
	if s.main == nil {
		return nil
	}
	return s.main
}

// Content implements screen.Screen.
func (s *Screen) Content() fyne.CanvasObject {
	c := s.h.Class()
	if len(s.h.Session().Answers) == 0 {
		column := []fyne.CanvasObject{s.hello()}
		if visit := s.visit(); visit != nil {
			column = append(column, visit)
		}
		return screen.Body(c, append(column, s.first(), s.foot())...)
	}
	left, right := s.last(), s.step()
	column := []fyne.CanvasObject{s.hello()}
	if visit := s.visit(); visit != nil {
		column = append(column, visit)
	}
	if older := s.older(); older != nil {
		column = append(column, older)
	}
	if plan := s.plan(); plan != nil {
		column = append(column, plan)
	}
	if w, at := s.h.Session().Words, &s.h.Session().Assessment; at.Due(s.h.Session().Today()) {
		open := widget.NewButton(widget.Secondary, "", w.T("rounds.due.open"), "right", func() { s.h.Go(screen.Route{Page: screen.Rounds}) })
		column = append(column, widget.Banner(widget.ToneBlue, "calendar", w.T("rounds.due"), w.T("rounds.due.text", "date", w.DateOf(at.NextAt)), open))
	}
	if right != nil {
		left = screen.Sides(c, 646, 312, left, right)
	}
	return screen.Body(c, append(column, s.hero(), left, s.foot())...)
}

func (s *Screen) hello() fyne.CanvasObject {
	se := s.h.Session()
	w := se.Words
	title := w.T("home.hello")
	if se.Company.Contact != "" {
		title = w.T("home.hello.name", "name", widget.Plain(se.Company.Contact))
	}
	text := w.T("home.lead")
	if se.Company.Sample {
		text = w.T("home.lead.sample")
	}
	return screen.Head(s.h.Class(), title, text)
}

// first is what a new firm sees: an empty tube, one sentence, the way in.
func (s *Screen) first() fyne.CanvasObject {
	w := s.h.Session().Words
	s.main = widget.NewButton(widget.Next, "", w.T("home.start"), "right", func() { s.h.Go(screen.Route{Page: screen.Interview}) })
	s.main.Big, s.main.Height = true, 50
	sample := widget.NewButton(widget.Quiet, "search", w.T("home.sample"), "", func() { s.h.Sample(true) })
	profile := widget.NewButton(widget.Quiet, "firm", w.T("home.profile"), "", func() { s.h.Go(screen.Route{Page: screen.Profile}) })
	n := s.paths[s.at()].Questions
	rows := []fyne.CanvasObject{s.bar(0), widget.NewText(widget.H2, figure.Ink, w.T("home.first.title")),
		widget.NewText(widget.Body, figure.Ink2, w.N("home.first.text", n, "time", w.N("home.path.minutes", screen.Minutes(n)))),
		widget.Wrap(14, 10, s.main, profile, sample)}
	if path := s.path(); path != nil {
		rows = append(rows, widget.Divider(), path)
	}
	return widget.Card(28, widget.Column(18, rows...))
}

// hero says how far the questions have been answered.
func (s *Screen) hero() fyne.CanvasObject {
	se := s.h.Session()
	w, c := se.Words, s.h.Class()
	o := s.result.Overall
	left, total := open(s.paths, s.at())
	carried := s.carried()
	answered := total - left - carried
	title, text := w.T("home.progress", "n", answered, "total", total), w.N("home.left", screen.Minutes(left))
	label := w.T("home.continue", "n", s.number())
	to := screen.Route{Page: screen.Interview}
	if s.number() == 0 {
		label = w.T("questions.index")
	}
	switch {
	case left == 0 && carried > 0:
		title, text, label = w.N("home.carried", carried), w.T("home.carried.text", "n", answered, "total", total), w.T("home.carried.open")
		to = screen.Route{Page: screen.Questions, ID: screen.CarriedFilter}
	case carried > 0:
		text = w.N("home.carried.more", carried) + " " + text
	case answered >= total:
		title, text, label = w.T("home.done"), w.T("home.done.text"), w.T("home.results")
		to.Page = screen.Results
		if o.Missing() > 0 {
			text = w.N("home.done.missing", o.Missing())
		}
	}
	s.main = widget.NewButton(widget.Next, "", label, "right", func() { s.h.Go(to) })
	s.main.Big, s.main.Height = true, 50
	review := widget.NewButton(widget.Quiet, "", w.T("home.review"), "", func() { s.h.Go(screen.Route{Page: screen.Questions}) })
	words := widget.Column(4, widget.NewText(widget.Tight, figure.Ink2, s.kicker()),
		widget.NewText(widget.QuestionT, figure.Ink, title), widget.NewText(widget.Body, figure.Ink2, text))
	buttons := widget.Column(6, s.main, review)
	top := fyne.CanvasObject(widget.Row(20, []float32{-1}, words, buttons))
	if c == screen.Single {
		top = widget.Column(14, words, buttons)
	}
	rows := []fyne.CanvasObject{top, s.rulers()}
	if path := s.path(); path != nil {
		rows = append(rows, widget.Divider(), path)
	}
	return widget.Card(24, widget.Column(16, rows...))
}

// mostNames is how many names of areas find room side by side.
const mostNames = 7

func (s *Screen) rulers() fyne.CanvasObject {
	se := s.h.Session()
	var out []fyne.CanvasObject
	position, answered := se.Assessment.Position, screen.Answered(se)
	for i, d := range s.result.Dimensions {
		done, current := 0, -1
		for k, q := range d.Questions {
			if answered(q.ID) {
				done++
			}
			if q.ID == position {
				current = k
			}
		}
		o := figure.RulerOptions{Total: len(d.Questions), Done: done, Current: current}
		words := se.Pack.Words[se.Words.Language].Dimensions[d.ID]
		ruler := widget.NewDrawing(0, theme.Dp(18), words.Name+": "+strconv.Itoa(done)+"/"+strconv.Itoa(o.Total), func(w, h float64) figure.Drawing {
			o.W, o.H = w, h
			return figure.Ruler(o)
		})
		column := []fyne.CanvasObject{ruler}
		if s.h.Class() == screen.Wide && len(s.result.Dimensions) <= mostNames {
			name := widget.NewText(widget.Small, figure.Ink2, words.Name)
			icon := se.Pack.Model.Dimensions[i].Icon
			if done == o.Total {
				icon = "check"
			}
			if icon == "" {
				column = append(column, name)
			} else {
				column = append(column, widget.Label(icon, figure.Ink2, 18, 6, name))
			}
		}
		out = append(out, widget.Column(8, column...))
	}
	return widget.Even(8, out...)
}

// last is the result so far.
func (s *Screen) last() fyne.CanvasObject {
	se := s.h.Session()
	w := se.Words
	words := se.Pack.Words[w.Language]
	detail := widget.NewButton(widget.Quiet, "", w.T("home.detail"), "chevron-right", func() { s.h.Go(screen.Route{Page: screen.Results}) })
	date := ""
	if !se.LastAnswer.IsZero() {
		date = w.Date(se.LastAnswer)
	}
	head := widget.Centred(10, []float32{0, -1, 0}, widget.NewText(widget.H3, figure.Ink, w.T("home.result")), widget.NewText(widget.Small, figure.Ink2, date), detail)
	rows := []fyne.CanvasObject{head}
	if se.Pack.Model.Overall != assessments.NoOverall {
		rows = append(rows, s.value())
	}
	if s.result.Overall.Shown() {
		rows = append(rows, widget.NewText(widget.Small, figure.Ink2, w.Honest(words, s.result.Overall)))
	}
	for i, d := range s.result.Dimensions {
		vial := widget.NewVial(theme.Dp(180), theme.Dp(24), "", screen.VialOf(d.Figure, 0))
		number := widget.NewText(widget.Strong, figure.Ink, screen.Number(w, d.Figure))
		number.Align = fyne.TextAlignTrailing
		name := words.Dimensions[d.ID].Name
		if s.h.Class() != screen.Wide {
			name = words.Dimensions[d.ID].Short
		}
		label := screen.Area(&se.Pack.Model.Dimensions[i], widget.Body, name)
		rows = append(rows, widget.Centred(12, []float32{-2.2, -3, theme.Dp(38)}, label, vial, number))
	}
	return widget.Card(22, widget.Column(11, rows...))
}

// value is the figure with its level bar.
func (s *Screen) value() fyne.CanvasObject {
	w := s.h.Session().Words
	o := s.result.Overall
	number := widget.NewText(widget.FigureM, figure.Ink, screen.Number(w, o))
	of := widget.NewText(widget.Body, figure.Ink2, w.T("figure.of"))
	figures := []fyne.CanvasObject{widget.Centred(6, nil, number, of), widget.NewText(widget.H3, figure.Ink, screen.Standing(w, s.h.Session().Pack, o))}
	if !o.Shown() {
		figures = []fyne.CanvasObject{widget.NewText(widget.H3, figure.Ink, screen.Standing(w, s.h.Session().Pack, o))}
	}
	return widget.Centred(14, []float32{-1, -2.3}, widget.Column(2, figures...), s.bar(90))
}

func (s *Screen) bar(height float32) fyne.CanvasObject {
	if height == 0 {
		height = 90
	}
	o := s.result.Overall
	level := -1
	if o.Shown() && o.Certain() && screen.Marked(s.h.Session().Pack, s.h.Session().Words.Language) {
		level = o.Level() // bands of the model's own are no marks of the tube
	}
	options := figure.BarOptions{Vial: screen.VialOf(o, 0), Level: level, Scale: float64(theme.Scale())}
	return widget.NewDrawing(0, height*float32(math.Max(1, float64(theme.Scale())*0.8)), "", func(w, h float64) figure.Drawing {
		options.W, options.H = w, h
		return figure.LevelBar(options)
	})
}

// step is the first of the next steps, once the content is there and there is one.
func (s *Screen) step() fyne.CanvasObject {
	se := s.h.Session()
	w := se.Words
	if !se.Ready() || !s.result.Overall.Shown() && se.Pack.Model.Overall != assessments.NoOverall {
		return nil
	}
	a := se.Advice()
	if len(a.Next) == 0 {
		return nil
	}
	offer := a.Next[0]
	words := se.Complete().ActionWords[w.Language][offer.Action.ID]
	head := widget.Label("step", figure.Pencil, 21, 9, widget.NewText(widget.H3, figure.Pencil, w.T("home.step")))
	all := widget.NewButton(widget.Secondary, "", w.T("home.steps"), "right", func() { s.h.Go(screen.Route{Page: screen.Steps}) })
	later := []fyne.CanvasObject{widget.Divider(), widget.NewText(widget.Small, figure.Ink2, w.T("home.after"))}
	for _, o := range a.Next[1:] {
		later = append(later, widget.NewText(widget.Tight, figure.Ink, se.Complete().ActionWords[w.Language][o.Action.ID].Title))
	}
	if len(later) == 2 {
		later = nil
	}
	column := []fyne.CanvasObject{head, widget.NewText(widget.CardTitle, figure.Ink, words.Title),
		widget.Label("pencil", figure.Ink2, 18, 8, widget.NewText(widget.Tight, figure.Ink, words.First)),
		widget.Label("info", figure.Ink2, 18, 8, widget.NewText(widget.Tight, figure.Ink2, words.Why)), widget.Filler(), all}
	return widget.Card(22, widget.Column(12, append(column, later...)...))
}

// foot is what holds for the whole program.
func (s *Screen) foot() fyne.CanvasObject {
	var links []fyne.CanvasObject
	for _, link := range []fyne.CanvasObject{s.differing(), s.others()} {
		if link != nil {
			links = append(links, link)
		}
	}
	if len(links) > 0 {
		return widget.Column(8, widget.Wrap(14, 6, links...), s.privacy())
	}
	return s.privacy()
}

func (s *Screen) privacy() fyne.CanvasObject {
	w := s.h.Session().Words
	return widget.Label("lock", figure.Ink2, 18, 8, widget.NewText(widget.Small, figure.Ink2, "**"+w.T("home.private")+"** "+w.T("home.private.text")))
}

// number is that of the question where one goes on.
func (s *Screen) number() int {
	return s.h.Session().Pack.Model.Number(screen.Resume(s.h.Session()))
}
