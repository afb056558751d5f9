// Package practice shows the good practices: all of them as a list, and one with its source.
package practice

import (
	"math/big"
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

// Screen is the page of one practice, or the list of all where id is empty.
type Screen struct {
	h  screen.Host
	w  *texts.Words
	id string
}

// New builds the page.
func New(h screen.Host, id string) *Screen { return &Screen{h: h, w: h.Session().Words, id: id} }

// Content implements screen.Screen.
func (s *Screen) Content() fyne.CanvasObject {
	lib := s.h.Session().Complete()
	if p := lib.Practice(s.id); p != nil {
		return s.one(p, lib.PracticeWords[s.w.Language][p.ID])
	}
	return screen.Body(s.h.Class(), screen.Head(s.h.Class(), s.w.T("page.practices"), s.w.T("library.gone")))
}

// Key implements screen.Keyed.
func (s *Screen) Key(e *fyne.KeyEvent) bool {
	if e.Name == fyne.KeyEscape && s.id != "" {
		s.h.Back()
		return true
	}
	return false
}

func (s *Screen) one(p *assessments.Practice, words assessments.PracticeWords) fyne.CanvasObject {
	c, w := s.h.Class(), s.w
	back := widget.NewButton(widget.Quiet, "left", w.T("practice.back"), "", s.h.Back)
	tone, icon := screen.WhoTone(p.Who)
	head := screen.Head(c, words.Title, words.Summary, widget.Chip(widget.ToneOutline, "pin", report.Place(w, p)), widget.Chip(tone, icon, w.T("who."+string(p.Who))))
	text := s.text(words)
	facts := widget.Column(14, s.who(p), s.you(words), s.why(p), s.facts(p, words))
	body := screen.Sides(c, 656, 318, text, facts)
	if c == screen.Single {
		body = widget.Column(14, s.you(words), text, s.who(p), s.why(p), s.facts(p, words))
	}
	return screen.Body(c, widget.Wrap(0, 0, back), head, body)
}

func (s *Screen) text(words assessments.PracticeWords) fyne.CanvasObject {
	w := s.w
	var rows []fyne.CanvasObject
	part := func(icon, key, text string, more ...fyne.CanvasObject) {
		if text == "" {
			text = w.T("practice.unknown")
		}
		body := append([]fyne.CanvasObject{widget.NewText(widget.H3, figure.Ink, w.T(key)), widget.NewText(widget.Body, figure.Ink, text)}, more...)
		rows = append(rows, widget.Row(12, []float32{theme.Dp(21), -1}, widget.Column(0, widget.Icon(icon, figure.Ink, 21)), widget.Column(6, body...)))
	}
	part("alert", "practice.problem", words.Problem)
	part("level", "practice.how", words.How, s.chain(words)...)
	part("euro", "practice.resources", words.Resources)
	part("check-circle", "practice.evidence", words.Evidence, s.figures(words)...)
	part("export", "practice.transfer", words.Transfer)
	part("flag", "practice.difficulties", words.Difficulties)
	return widget.Card(24, widget.Column(16, rows...))
}

func (s *Screen) chain(words assessments.PracticeWords) []fyne.CanvasObject {
	if len(words.Chain) == 0 {
		return nil
	}
	var boxes []fyne.CanvasObject
	for i, step := range words.Chain {
		title := widget.Centred(8, []float32{0, -1}, widget.KeyCap(22, strconv.Itoa(i+1), false), widget.NewText(widget.TightBold, figure.Ink, step.Title))
		boxes = append(boxes, widget.Over(widget.Box(figure.Paper, figure.Hair, 1, 10), widget.Pad(11, 11, 11, 11, widget.Column(5, title, widget.NewText(widget.Small, figure.Ink2, step.Text)))))
	}
	return []fyne.CanvasObject{screen.Beside(s.h.Class(), 8, 10, boxes...)}
}

func (s *Screen) figures(words assessments.PracticeWords) []fyne.CanvasObject {
	if len(words.Figures) == 0 {
		return nil
	}
	var out []fyne.CanvasObject
	for _, f := range words.Figures {
		prefix := f.Prefix
		if prefix == "" {
			prefix = " "
		}
		out = append(out, widget.Column(0, widget.NewText(widget.Small, figure.Ink2, prefix), widget.NewText(widget.QuestionT, figure.Ink, f.Value), widget.NewText(widget.Small, figure.Ink2, f.Text)))
	}
	return []fyne.CanvasObject{screen.Beside(s.h.Class(), 8, 14, out...)}
}

func (s *Screen) who(p *assessments.Practice) fyne.CanvasObject {
	w := s.w
	tone, icon := screen.WhoTone(p.Who)
	return widget.Card(18, widget.Column(8, screen.CardHead("map", w.T("practice.who")), widget.NewText(widget.Tight, figure.Ink, w.T("who."+string(p.Who)+".text")),
		widget.Wrap(8, 4, widget.Chip(tone, icon, w.T("who."+string(p.Who))))))
}

func (s *Screen) you(words assessments.PracticeWords) fyne.CanvasObject {
	return widget.Tinted(figure.PencilSoft, 14, 18, widget.Column(8,
		widget.Label("step", figure.Pencil, 21, 9, widget.NewText(widget.H3, figure.Pencil, s.w.T("practice.can"))),
		widget.NewText(widget.Body, figure.Ink, words.You)))
}

// why shows the areas of the firm that the practice answers.
func (s *Screen) why(p *assessments.Practice) fyne.CanvasObject {
	se, w := s.h.Session(), s.w
	result := se.Result()
	mw := se.Pack.Words[w.Language]
	rows := []fyne.CanvasObject{widget.NewText(widget.H3, figure.Ink, w.T("practice.why"))}
	for _, id := range p.Dimensions {
		d := result.Dimension(id)
		if d == nil {
			continue
		}
		target, text := 0, screen.Number(w, d.Figure)
		if d.Shown() {
			target, text = d.Target, "**"+text+"** → "+strconv.Itoa(d.Target)
		}
		rows = append(rows, widget.Column(2, widget.Centred(10, []float32{0, -1, 0}, widget.Icon(se.Pack.Model.Dimension(id).Icon, figure.Ink2, 20),
			widget.NewVial(theme.Dp(120), theme.Dp(20), "", screen.VialOf(d.Figure, target)), widget.NewText(widget.Tight, figure.Ink, text)),
			widget.NewText(widget.Small, figure.Ink2, mw.Dimensions[id].Name+". "+distance(w, d))))
	}
	return widget.Card(18, widget.Column(8, rows...))
}

// distance says how far the area is from its target.
func distance(w *texts.Words, d *scoring.Dimension) string {
	if !d.Shown() {
		return w.N("figure.needed", d.Needed())
	}
	away := new(big.Rat).Sub(big.NewRat(int64(d.Target), 1), d.Value)
	return w.T("practice.distance", "points", w.Score(away))
}

func (s *Screen) facts(p *assessments.Practice, words assessments.PracticeWords) fyne.CanvasObject {
	w := s.w
	var rows []fyne.CanvasObject
	fact := func(key, text string) {
		if text != "" {
			rows = append(rows, widget.Row(8, []float32{theme.Dp(104), -1}, widget.NewText(widget.Tight, figure.Ink2, w.T(key)), widget.NewText(widget.Tight, figure.Ink, text)))
		}
	}
	fact("practice.organisation", words.Organisation)
	fact("practice.project", p.Project)
	fact("practice.years", p.Years)
	fact("practice.state", screen.Capital(w.T("state."+string(p.State))))
	fact("practice.sure", screen.Capital(w.T("sure."+p.Sure)))
	fact("contact.checked", w.DateOf(p.Checked))
	rows = append(rows, widget.Divider())
	for _, src := range p.Sources {
		o, _ := screen.Source(w, src, "")
		rows = append(rows, o)
	}
	rows = append(rows, widget.NewText(widget.Small, figure.Ink2, w.T("practice.own")))
	return widget.Card(18, widget.Column(9, rows...))
}
