// Package begin is where another questionnaire is begun, or an earlier check-up gone on with.
package begin

import (
	"slices"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/session"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/content"
	"nivel/assessments/draft"
	"nivel/assessments/figure"
	"nivel/assessments/texts"
)

// Screen lists the questionnaires of the library; the one with the id is about to be begun.
type Screen struct {
	h    screen.Host
	w    *texts.Words
	lib  *content.Library
	id   string
	path int
	main *widget.Button
}

// New builds the page.
func New(h screen.Host, id string) *Screen {
	return &Screen{h: h, w: h.Session().Words, lib: h.Session().Complete(), id: id}
}

// Primary implements screen.Primary.
func (s *Screen) Primary() {
	if s.main != nil {
		s.main.OnTapped()
	}
}

// Start implements screen.Starter.
func (s *Screen) Start() fyne.Focusable {
	if s.main == nil {
		return nil
	}
	return s.main
}

// Key implements screen.Keyed: Escape takes back the choice first.
func (s *Screen) Key(e *fyne.KeyEvent) bool {
	if e.Name == fyne.KeyEscape && s.id != "" {
		s.h.Go(screen.Route{Page: screen.Begin})
		return true
	}
	return false
}

// Content implements screen.Screen.
func (s *Screen) Content() fyne.CanvasObject {
	back := widget.NewButton(widget.Quiet, "left", s.w.T("begin.back"), "", s.h.Back)
	column := []fyne.CanvasObject{widget.Wrap(0, 0, back), screen.Head(s.h.Class(), s.w.T("begin.title"), s.w.T("begin.lead"))}
	for i := range s.lib.Models {
		column = append(column, s.card(&s.lib.Models[i]))
	}
	return screen.Body(s.h.Class(), append(column, s.earlier()...)...)
}

// card is one questionnaire: what it is, how long, and where it comes from.
func (s *Screen) card(p *content.Pack) fyne.CanvasObject {
	se, w := s.h.Session(), s.w
	words := p.Words[w.Language]
	facts := []fyne.CanvasObject{
		widget.Chip(widget.ToneOutline, "question", w.N("begin.questions", len(asked(se, p, last(p))))),
		widget.Chip(widget.ToneOutline, "doc", w.T("begin.version", "version", p.Model.Version, "date", w.DateOf(p.Model.Date))),
		widget.Chip(widget.ToneOutline, "map", s.from(p)),
	}
	using := se.Full().Model.ID == p.Model.ID
	if using {
		facts = append(facts, widget.Chip(widget.ToneBlue, "check", w.T("begin.using")))
	}
	text := widget.Column(6, widget.NewText(widget.H3, figure.Ink, words.Name), widget.NewText(widget.Tight, figure.Ink2, words.About), widget.Wrap(8, 4, facts...))
	if s.id == p.Model.ID {
		return widget.Over(widget.Box(figure.Surface, figure.Blue, 2, 14), widget.Pad(18, 18, 18, 18, widget.Column(14, append([]fyne.CanvasObject{text, widget.Divider()}, s.confirm(p, using)...)...)))
	}
	label := w.T("begin.choose")
	if using {
		label = w.T("begin.anew")
	}
	choose := widget.NewButton(widget.Secondary, "", label, "", func() { s.h.Go(screen.Route{Page: screen.Begin, ID: p.Model.ID}) })
	if s.h.Class() == screen.Single {
		return widget.Card(18, widget.Column(10, text, widget.Wrap(0, 0, choose)))
	}
	return widget.Card(18, widget.Centred(16, []float32{-1, 0}, text, choose))
}

// confirm says what happens to the answers there are, asks for the path and begins.
func (s *Screen) confirm(p *content.Pack, using bool) []fyne.CanvasObject {
	se, w := s.h.Session(), s.w
	kept := w.T("begin.kept.none")
	if len(se.Answers) > 0 {
		kept = w.T("begin.kept", "name", se.Full().Words[w.Language].Name)
	}
	if using && len(se.Answers) > 0 {
		kept += " " + w.T("begin.again")
	}
	rows := []fyne.CanvasObject{widget.Label("lock", figure.Ink2, 18, 8, widget.NewText(widget.Body, figure.Ink, kept))}
	paths := p.Model.Paths
	if len(paths) > 1 {
		var names []string
		for i := range paths {
			names = append(names, screen.PathName(w, i, len(paths)))
		}
		takes := widget.NewText(widget.Tight, figure.Ink2, s.takes(p, 0))
		choice := widget.NewSegmented(names, 0, func(i int) {
			s.path = i
			takes.SetText(s.takes(p, i))
		})
		rows = append(rows, widget.Column(6, widget.Wrap(0, 0, choice), takes))
	}
	s.main = widget.NewButton(widget.Next, "", w.T("begin.start"), "right", func() { s.done(se.Begin(p.Model.ID, paths[s.path])) })
	cancel := widget.NewButton(widget.Quiet, "", w.T("begin.cancel"), "", func() { s.h.Go(screen.Route{Page: screen.Begin}) })
	return append(rows, widget.Wrap(14, 8, s.main, cancel))
}

// done goes home, or says why nothing was begun.
func (s *Screen) done(err error) {
	if err != nil {
		screen.Side(s.h, s.w.T("trouble.title"), widget.Banner(widget.ToneErr, "alert", s.w.T("trouble.title"), s.w.Fault(err)))
		return
	}
	s.h.Go(screen.Route{Page: screen.Home})
}

func (s *Screen) takes(p *content.Pack, path int) string {
	n := len(asked(s.h.Session(), p, p.Model.Paths[path]))
	return s.w.N("begin.takes", n, "time", s.w.N("home.path.minutes", screen.Minutes(n)))
}

// from names the pack that a questionnaire comes with.
func (s *Screen) from(p *content.Pack) string {
	id := s.lib.From("model", p.Model.ID)
	switch {
	case draft.Own(s.lib, p.Model.ID):
		return s.w.T("begin.from.own")
	case id == "":
		return s.w.T("begin.from.nivel")
	}
	if i := slices.IndexFunc(s.lib.Packs, func(x content.Info) bool { return x.ID == id }); i >= 0 {
		return s.w.T("begin.from.pack", "pack", widget.Plain(s.lib.Packs[i].Name))
	}
	return s.w.T("begin.from.pack", "pack", id)
}

// earlier lists the firm's other check-ups, each to go on with.
func (s *Screen) earlier() []fyne.CanvasObject {
	se, w := s.h.Session(), s.w
	list, err := se.Others()
	if err != nil {
		return []fyne.CanvasObject{widget.Banner(widget.ToneErr, "alert", w.T("trouble.title"), w.Fault(err))}
	}
	if len(list) == 0 {
		return nil
	}
	out := []fyne.CanvasObject{widget.NewText(widget.H2, figure.Ink, w.T("begin.earlier"))}
	for _, e := range list {
		out = append(out, s.row(e))
	}
	return out
}

func (s *Screen) row(e session.Earlier) fyne.CanvasObject {
	w := s.w
	name := e.ModelID
	if p := s.lib.Version(e.ModelID, e.ModelVersion); p != nil {
		name = p.Words[w.Language].Name
	}
	text := widget.Column(2, widget.NewText(widget.TightBold, figure.Ink, widget.Plain(name)),
		widget.NewText(widget.Tight, figure.Ink2, w.N("begin.earlier.text", e.Answered, "version", e.ModelVersion, "date", w.Date(e.Last))))
	open := widget.NewButton(widget.Quiet, "", w.T("begin.reopen"), "chevron-right", func() { s.done(s.h.Session().Reopen(e.ID)) })
	return widget.Over(widget.Box(figure.Surface, figure.Hair, 1, 10), widget.Pad(8, 12, 8, 14, widget.Centred(10, []float32{-1, 0}, text, open)))
}

// last is a model's longest path.
func last(p *content.Pack) string { return p.Model.Paths[len(p.Model.Paths)-1] }

// asked are the questions that a path puts to the firm.
func asked(se *session.Session, p *content.Pack, path string) []assessments.Question {
	scope := se.Scope()
	scope.Path = path
	return slices.DeleteFunc(p.Model.For(scope).Questions, func(q assessments.Question) bool { return !q.Asked() })
}
