// Package erase takes out everything that is kept about one company or several, for good.
//
// The rule: it names what goes and what stays behind elsewhere, and asks for a word that nobody types
// by mistake.
package erase

import (
	"strings"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments/figure"
	"nivel/assessments/texts"
)

// Screen is the page.
type Screen struct {
	h      screen.Host
	w      *texts.Words
	ids    []string
	firms  []screen.Contents
	page   *widget.Page
	back   *widget.Button
	inside *fyne.Container
	ask    *fyne.Container
	typed  *widget.Entry
	wrong  *widget.Text
	said   *fyne.Container
	button *widget.Button
	busy   bool
}

// New builds the page for the companies of a route.
func New(h screen.Host, id string) *Screen {
	return &Screen{h: h, w: h.Session().Words, ids: screen.Listed(h, id)}
}

// Start implements screen.Starter.
func (s *Screen) Start() fyne.Focusable { return s.back }

// Key implements screen.Keyed.
func (s *Screen) Key(e *fyne.KeyEvent) bool {
	if e.Name == fyne.KeyEscape {
		s.h.Back()
		return true
	}
	return false
}

func (s *Screen) t(key string, pairs ...any) string { return s.w.T("erase."+key, pairs...) }

// Content implements screen.Screen.
func (s *Screen) Content() fyne.CanvasObject {
	s.back = widget.NewButton(widget.Quiet, "left", s.t("back"), "", s.h.Back)
	s.inside = widget.Column(10, widget.NewText(widget.Body, figure.Ink2, s.t("counting")))
	s.said = widget.Column(8)
	s.ask = widget.Column(16)
	s.ask.Hide()
	s.page = screen.Body(s.h.Class(), widget.Wrap(0, 0, s.back), screen.Head(s.h.Class(), s.w.N("erase.title", len(s.ids)), s.t("lead")),
		widget.Card(24, widget.Column(12, screen.CardHead("trash", s.t("inside")), s.inside)), s.ask, s.said)
	screen.Count(s.h, s.ids, s.show)
	return s.page
}

// show names what goes, where it stays behind, and asks.
func (s *Screen) show(firms []screen.Contents, err error) {
	if err != nil {
		s.inside.Objects = []fyne.CanvasObject{screen.Fault(s.w, err)}
		s.page.Relayout()
		return
	}
	s.firms = firms
	s.inside.Objects = nil
	for i := range firms {
		f := &firms[i]
		s.inside.Objects = append(s.inside.Objects, widget.Column(2, widget.NewText(widget.Strong, figure.Ink, screen.FirmName(s.w, &f.Company)), widget.NewText(widget.Tight, figure.Ink2, f.Text(s.w))))
	}
	backups := s.h.Session().Backups()
	open := widget.NewButton(widget.Secondary, "", s.t("copies.open"), "", func() {
		if err := s.h.OpenFile(backups); err != nil {
			s.say(s.t("copies.closed"), backups)
		}
	})
	copies := widget.Banner(widget.ToneWarn, "info", s.t("copies"), s.t("copies.text", "folder", backups), open)
	word, ask, _ := s.word()
	s.wrong = widget.NewText(widget.Small, figure.Err, "")
	s.typed = widget.NewEntry(1, "", nil)
	s.typed.OnSubmitted = func(string) { s.remove() }
	s.button = widget.NewButton(widget.Secondary, "trash", s.w.N("erase.button", len(s.ids)), "", s.remove)
	form := widget.Column(8, widget.NewText(widget.Strong, figure.Ink, s.w.T(ask, "word", word)), s.typed, s.wrong, widget.Space(1, 4), widget.Wrap(12, 8, s.button))
	s.ask.Objects = []fyne.CanvasObject{copies, widget.Card(24, form)}
	s.ask.Show()
	s.page.Relayout()
}

// word is what is to be typed: the firm's name where it is one that has one, else that it is to be
// deleted and how many; and the sentences that ask for it.
func (s *Screen) word() (word, ask, wrong string) {
	if name := s.firms[0].Company.Name; len(s.firms) == 1 && strings.TrimSpace(name) != "" {
		return widget.Plain(oneLine(name)), "erase.ask.name", "erase.ask.name.wrong"
	}
	return s.t("word", "n", len(s.ids)), "erase.ask.word", "erase.ask.word.wrong"
}

// oneLine is a text with single spaces.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// remove deletes what was named, one after another.
func (s *Screen) remove() {
	if s.busy || s.typed == nil {
		return
	}
	word, _, wrong := s.word()
	if !strings.EqualFold(oneLine(s.typed.Text), word) {
		s.wrong.SetText(s.w.T(wrong, "word", word))
		s.page.Relayout()
		widget.Focus(s.typed)
		return
	}
	s.wrong.SetText("")
	s.busy = true
	s.button.SetDisabled(true)
	s.next(0)
}

// next deletes the i-th company and all after it; the page is painted in between.
func (s *Screen) next(i int) {
	se := s.h.Session()
	if i == len(s.ids) {
		if se.Advising() {
			s.h.Go(screen.Route{Page: screen.Companies})
		} else {
			s.h.Go(screen.Route{Page: screen.Home})
		}
		return
	}
	s.said.Objects = []fyne.CanvasObject{widget.Banner(widget.ToneBlue, "clock", s.t("removing", "n", i+1, "total", len(s.ids)), screen.FirmName(s.w, &s.firms[i].Company))}
	s.page.Relayout()
	s.h.Background(func() {}, func() {
		if err := se.DeleteCompany(s.ids[i]); err != nil {
			s.busy = false
			s.ask.Hide() // what is left has to be counted anew
			s.say(s.t("failed", "firm", screen.FirmName(s.w, &s.firms[i].Company)), s.w.N("erase.failed.before", i)+" "+s.w.Fault(err))
			return
		}
		s.next(i + 1)
	})
}

func (s *Screen) say(bold, text string) {
	s.said.Objects = []fyne.CanvasObject{widget.Banner(widget.ToneErr, "alert", bold, text)}
	s.page.Relayout()
	s.page.Scroll.ScrollToBottom()
}
