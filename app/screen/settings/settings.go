// Package settings changes language, colours, size of text, data folder and packs.
package settings

import (
	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/theme"
	"nivel/app/widget"
	"nivel/assessments/content"
	"nivel/assessments/figure"
	"nivel/assessments/texts"
)

// Version is shown at the foot; set by the program.
var Version = ""

// Screen is the page of settings.
type Screen struct {
	h        screen.Host
	w        *texts.Words
	last     string // the control that was used last, which has the focus again
	controls map[string]fyne.Focusable
	base     func() *content.Library // the shipped content, without packs
	page     *widget.Page
}

// New builds the page.
func New(h screen.Host, base func() *content.Library, last string) *Screen {
	return &Screen{h: h, w: h.Session().Words, base: base, last: last, controls: map[string]fyne.Focusable{}}
}

// Start implements screen.Starter.
func (s *Screen) Start() fyne.Focusable { return s.controls[s.last] }

// again builds the page anew after a change and leaves the focus on what was used.
func (s *Screen) again(control string) { s.h.Go(screen.Route{Page: screen.Settings, ID: control}) }

// Key implements screen.Keyed.
func (s *Screen) Key(e *fyne.KeyEvent) bool {
	if e.Name == fyne.KeyEscape {
		s.h.Go(screen.Route{Page: screen.Home})
		return true
	}
	return false
}

var (
	modes    = []theme.Mode{theme.ModeSystem, theme.ModeLight, theme.ModeDark}
	percents = []int{100, 125, 150, 200}
)

// Content implements screen.Screen.
func (s *Screen) Content() fyne.CanvasObject {
	w, look := s.w, s.h.CurrentLook()
	language := s.choice("language", names(s), indexOf(content.Languages, w.Language), func(i int) {
		s.h.Session().SetLanguage(content.Languages[i])
		s.again("language")
	})
	mode := s.choice("mode", []string{w.T("settings.mode.system"), w.T("settings.mode.light"), w.T("settings.mode.dark")}, indexOf(modes, look.Mode), func(i int) {
		s.h.Look(func(l *screen.Look) { l.Mode = modes[i] })
		s.again("mode")
	})
	size := s.choice("size", []string{w.T("format.percent", "n", 100), w.T("format.percent", "n", 125), w.T("format.percent", "n", 150), w.T("format.percent", "n", 200)}, indexOf(percents, look.Percent), func(i int) {
		s.h.Look(func(l *screen.Look) { l.Percent = percents[i] })
		s.again("size")
	})
	advisor := s.choice("advisor", []string{w.T("settings.advisor.off"), w.T("settings.advisor.on")}, on(s.h.Session().Advising()), func(i int) {
		s.h.Session().SetAdvising(i == 1)
		s.again("advisor")
	})
	folder := widget.NewButton(widget.Secondary, "import", w.T("settings.folder.other"), "", s.pickFolder)
	rows := widget.Card(24, widget.Column(18,
		s.row("settings.language", "", language), widget.Divider(),
		s.row("settings.mode", "", mode), widget.Divider(),
		s.row("settings.size", "settings.size.text", size), widget.Divider(),
		s.row("settings.advisor", "settings.advisor.text", widget.Column(8, advisor, s.region())), widget.Divider(),
		s.row("settings.folder", "", widget.Column(8, widget.NewText(widget.Tight, figure.Ink, s.h.Session().Folder()), widget.Wrap(0, 0, folder), widget.NewText(widget.Small, figure.Ink2, w.T("settings.folder.text"))))))
	column := []fyne.CanvasObject{screen.Head(s.h.Class(), w.T("settings.title"), w.T("settings.lead")), rows, s.files(), s.packs()}
	if log := s.log(); log != nil {
		column = append(column, log)
	}
	s.page = screen.Body(s.h.Class(), append(column,
		widget.NewText(widget.Small, figure.Ink2, w.T("settings.version", "version", Version, "model", s.h.Session().Pack.Model.Version)))...)
	return s.page
}

func (s *Screen) choice(name string, options []string, at int, changed func(int)) fyne.CanvasObject {
	c := widget.NewSegmented(options, at, changed)
	s.controls[name] = c
	return widget.Wrap(0, 0, c)
}

func (s *Screen) row(title, text string, control fyne.CanvasObject) fyne.CanvasObject {
	words := []fyne.CanvasObject{widget.NewText(widget.Strong, figure.Ink, s.w.T(title))}
	if text != "" {
		words = append(words, widget.NewText(widget.Small, figure.Ink2, s.w.T(text)))
	}
	if s.h.Class() == screen.Single {
		return widget.Column(8, append(words, control)...)
	}
	return widget.Row(18, []float32{-1, -2}, widget.Column(2, words...), control)
}

// region opens or removes the sample region; hidden from an owner on his own.
func (s *Screen) region() fyne.CanvasObject {
	b := widget.Wrap(0, 0, screen.SampleRegionButton(s.h, widget.Secondary))
	if !s.h.Session().Advising() {
		b.Hide()
	}
	return b
}

func (s *Screen) pickFolder() {
	screen.PickFolder(s.h.Window(), s.h.Session().Folder(), s.h.Folder)
}

// on is where a switch stands: off, on.
func on(is bool) int {
	if is {
		return 1
	}
	return 0
}

func names(s *Screen) []string {
	var out []string
	for _, lang := range content.Languages {
		out = append(out, s.h.Session().In(lang).T("language.own"))
	}
	return out
}

func indexOf[T comparable](all []T, x T) int {
	for i, y := range all {
		if x == y {
			return i
		}
	}
	return -1
}
