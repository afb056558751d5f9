// Package handover writes everything about a company into one file that is handed to somebody else,
// or about several into one file each.
//
// The rule: what leaves is counted before it does, and it is protected unless somebody has said
// knowingly that it need not be.
package handover

import (
	"errors"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments/dossier"
	"nivel/assessments/figure"
	"nivel/assessments/sqlite"
	"nivel/assessments/texts"
)

// Desk is what is being handed over, as long as its page is shown: the proposed passphrase stays what
// it is when the page is built anew.
type Desk struct {
	route    string
	firms    []screen.Contents
	err      error
	counted  bool
	nameless bool
	json     bool
	mode     mode
	proposed string
	typed    [2]string
	knowing  bool   // that it is not protected
	path     string // that was typed; empty: the suggested one
	busy     bool
	now      *Screen // the page as it was built last; what goes on in the background tells that one
}

// NewDesk is an empty one for the companies of a route.
func NewDesk(route string) *Desk { return &Desk{route: route, proposed: dossier.Passphrase()} }

// Of says whether the desk is that of a route.
func (d *Desk) Of(route string) bool { return d.route == route }

// Screen is the page.
type Screen struct {
	h       screen.Host
	w       *texts.Words
	desk    *Desk
	ids     []string
	page    *widget.Page
	inside  *fyne.Container
	rest    *fyne.Container // shown once it is known that there is something
	protect *fyne.Container
	wrong   *widget.Text // about the passphrase
	first   *widget.Entry
	tick    *widget.Tick
	file    *screen.Target
	button  *widget.Button
	back    *widget.Button
	suggest bool // the path is being suggested, not typed
}

// New builds the page for the companies of its desk.
func New(h screen.Host, desk *Desk) *Screen {
	s := &Screen{h: h, w: h.Session().Words, desk: desk, ids: screen.Listed(h, desk.route)}
	desk.now = s
	return s
}

// Start implements screen.Starter.
func (s *Screen) Start() fyne.Focusable { return s.back }

// Primary implements screen.Primary.
func (s *Screen) Primary() {
	if s.rest.Visible() {
		s.save()
	}
}

// Key implements screen.Keyed.
func (s *Screen) Key(e *fyne.KeyEvent) bool {
	if e.Name == fyne.KeyEscape {
		s.h.Back()
		return true
	}
	return false
}

// t is a sentence of this page.
func (s *Screen) t(key string, pairs ...any) string { return s.w.T("handover."+key, pairs...) }

// Content implements screen.Screen.
func (s *Screen) Content() fyne.CanvasObject {
	c := s.h.Class()
	title, lead := s.t("title"), s.t("lead")
	if !s.h.Session().Advising() {
		title, lead = s.t("own.title"), s.t("own.lead")
	} else if len(s.ids) > 1 {
		title, lead = s.w.N("handover.many.title", len(s.ids)), s.t("many.lead")
	}
	s.back = widget.NewButton(widget.Quiet, "left", s.t("back"), "", s.h.Back)
	s.inside = widget.Column(8, widget.NewText(widget.Body, figure.Ink2, s.t("counting")))
	names := widget.NewSegmented([]string{s.t("names.with"), s.t("names.without")}, index(s.desk.nameless), nil)
	namesText := widget.NewText(widget.Small, figure.Ink2, "")
	form := widget.NewSegmented([]string{s.t("form.nivel"), s.t("form.json")}, index(s.desk.json), nil)
	formText := widget.NewText(widget.Small, figure.Ink2, "")
	say := func() {
		namesText.SetText(s.w.T([]string{"handover.names.with.text", "handover.names.without.text"}[index(s.desk.nameless)]))
		formText.SetText(s.w.T([]string{"handover.form.nivel.text", "handover.form.json.text"}[index(s.desk.json)]))
	}
	say()
	names.OnChanged = func(i int) { s.desk.nameless = i == 1; say(); s.propose(); s.page.Relayout() }
	form.OnChanged = func(i int) { s.desk.json = i == 1; say(); s.protection(); s.target(); s.page.Relayout() }
	s.protect = widget.Column(12)
	what := widget.Column(16, labelled(s.t("names"), names, namesText), labelled(s.t("form"), form, formText))
	s.rest = widget.Column(16, widget.Card(24, what), widget.Card(24, widget.Column(12, screen.CardHead("lock", s.t("protect")), s.protect)), widget.Column(0))
	s.protection()
	s.target()
	s.rest.Hide()
	s.page = screen.Body(c, widget.Wrap(0, 0, s.back), screen.Head(c, title, lead), widget.Card(24, widget.Column(12, screen.CardHead("firm", s.t("inside")), s.inside)), s.rest)
	s.file.On(s.page)
	s.count()
	return s.page
}

func labelled(text string, control *widget.Segmented, about *widget.Text) fyne.CanvasObject {
	return widget.Column(6, widget.NewText(widget.TightBold, figure.Ink, text), widget.Wrap(0, 0, control), about)
}

func index(on bool) int {
	if on {
		return 1
	}
	return 0
}

// count says what is inside, once it has been read.
func (s *Screen) count() {
	if s.desk.counted {
		s.show()
		return
	}
	screen.Count(s.h, s.ids, func(all []screen.Contents, err error) {
		s.desk.firms, s.desk.err, s.desk.counted = all, err, true
		s.desk.now.show()
		s.desk.now.page.Relayout()
	})
}

// mostNamed bounds how many firms are named.
const mostNamed = 12

func (s *Screen) show() {
	switch err := s.desk.err; {
	case errors.Is(err, sqlite.ErrNotFound):
		s.inside.Objects = []fyne.CanvasObject{widget.NewText(widget.Body, figure.Ink, s.t("empty"))}
		return
	case err != nil:
		s.inside.Objects = []fyne.CanvasObject{screen.Fault(s.w, err)}
		return
	}
	s.inside.Objects = nil
	for i := range s.desk.firms {
		f := &s.desk.firms[i]
		if i == mostNamed {
			s.inside.Objects = append(s.inside.Objects, widget.NewText(widget.Tight, figure.Ink2, s.w.N("handover.more", len(s.desk.firms)-i)))
			break
		}
		s.inside.Objects = append(s.inside.Objects, widget.Column(2, widget.NewText(widget.Strong, figure.Ink, screen.FirmName(s.w, &f.Company)), widget.NewText(widget.Tight, figure.Ink2, f.Text(s.w))))
	}
	s.rest.Show()
	s.propose()
}
