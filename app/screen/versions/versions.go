// Package versions compares an earlier version of a questionnaire with the present one: what became
// of each question, and what the same answers are worth under both.
package versions

import (
	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/session"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/figure"
	"nivel/assessments/scoring"
	"nivel/assessments/texts"
)

// Screen is the page.
type Screen struct {
	h    screen.Host
	w    *texts.Words
	c    *session.Newer // nil where the answers have the present version
	was  *scoring.Result
	page *widget.Page
}

// New builds the page.
func New(h screen.Host) *Screen {
	se := h.Session()
	return &Screen{h: h, w: se.Words, c: se.Newer(), was: se.Result()}
}

// Primary implements screen.Primary.
func (s *Screen) Primary() {
	if s.c == nil {
		s.h.Go(screen.Route{Page: screen.Home})
		return
	}
	if err := s.h.Session().Upgrade(); err != nil {
		screen.Side(s.h, s.w.T("trouble.title"), widget.Banner(widget.ToneErr, "alert", s.w.T("trouble.title"), s.w.Fault(err)))
		return
	}
	s.h.Go(screen.Route{Page: screen.Home})
}

// Content implements screen.Screen.
func (s *Screen) Content() fyne.CanvasObject {
	w, c := s.w, s.h.Class()
	back := widget.Wrap(0, 0, widget.NewButton(widget.Quiet, "left", w.T("versions.back"), "", s.h.Back))
	if s.c == nil {
		return screen.Body(c, back, screen.Head(c, w.T("versions.title"), w.T("versions.same", "version", s.given())))
	}
	next := widget.NewButton(widget.Next, "", w.T("versions.next", "version", s.now()), "right", s.Primary)
	lead := w.T("versions.lead", "given", s.given(), "now", s.now())
	s.page = screen.Body(c, back, screen.Head(c, w.T("versions.title"), lead, next), s.far(), s.stays(), s.fates(), s.both())
	return s.page
}

func (s *Screen) given() string { return s.h.Session().Full().Model.Version }
func (s *Screen) now() string   { return s.c.Pack.Model.Version }

// far says how far the two scores may be compared.
func (s *Screen) far() fyne.CanvasObject {
	tone, icon := widget.ToneBlue, "check-circle"
	if s.c.Far != assessments.Same {
		tone, icon = widget.ToneWarn, "alert"
	}
	return widget.Banner(tone, icon, s.w.T("versions.far."+string(s.c.Far)), s.w.T("versions.far."+string(s.c.Far)+".text", "given", s.given(), "now", s.now()))
}

// stays says what going on leaves behind: nothing.
func (s *Screen) stays() fyne.CanvasObject {
	return widget.Label("lock", figure.Ink2, 18, 8, widget.NewText(widget.Body, figure.Ink, s.w.T("versions.stays", "given", s.given(), "now", s.now())))
}

// order is that in which fates are told: what stays before what is lost.
var order = []struct {
	fate assessments.Fate
	icon string
}{{assessments.Kept, "check"}, {assessments.Shifted, "compare"}, {assessments.Mapped, "export"}, {assessments.Partial, "half"},
	{assessments.Anew, "undo"}, {assessments.Added, "plus"}, {assessments.Vanished, "minus"}}

// fates tells what became of the questions of the path, and names them.
func (s *Screen) fates() fyne.CanvasObject {
	rows := []fyne.CanvasObject{widget.NewText(widget.H3, figure.Ink, s.w.T("versions.fates"))}
	for _, o := range order {
		var names []string
		for _, x := range s.c.Asked {
			if x.Fate == o.fate {
				names = append(names, s.name(x))
			}
		}
		if len(names) > 0 {
			rows = append(rows, widget.Divider(), s.group(o.icon, "versions."+string(o.fate), names))
		}
	}
	if len(s.c.Longer) > 0 {
		var names []string
		for _, id := range s.c.Longer {
			names = append(names, s.name(assessments.Change{Question: id, Fate: assessments.Added}))
		}
		rows = append(rows, widget.Divider(), s.group("clock", "versions.longer", names))
	}
	return widget.Card(20, widget.Column(12, rows...))
}

// name is the text of a question; of a vanished one, in the earlier version.
func (s *Screen) name(x assessments.Change) string {
	p := s.c.Pack
	if x.Fate == assessments.Vanished || p.Model.Question(x.Question) == nil {
		p = s.h.Session().Full()
	}
	return p.Words[s.w.Language].Questions[x.Question].Text
}

// group is one fate: how many questions, what that means, and which they are.
func (s *Screen) group(icon, key string, names []string) fyne.CanvasObject {
	var list []fyne.CanvasObject
	for _, n := range names {
		list = append(list, widget.NewText(widget.Tight, figure.Ink, n))
	}
	left := float32(33)
	if s.h.Class() == screen.Single {
		left = 0
	}
	body := widget.Pad(4, 0, 4, left, widget.Column(6, list...))
	open := screen.NewOpener(s.w.T("versions.show"), s.w.T("versions.hide"), body)
	open.Changed = func() { s.page.Relayout() }
	text := widget.Column(2, widget.NewText(widget.Strong, figure.Ink, s.w.N(key, len(names))), widget.NewText(widget.Small, figure.Ink2, s.w.T(key+".text")))
	head := widget.Row(12, []float32{0, -1, 0}, widget.Column(0, widget.Icon(icon, figure.Ink2, 21)), text, open)
	if s.h.Class() == screen.Single {
		return widget.Column(6, widget.Row(12, []float32{0, -1}, widget.Column(0, widget.Icon(icon, figure.Ink2, 21)), text), widget.Wrap(0, 0, open), body)
	}
	return widget.Column(6, head, body)
}
