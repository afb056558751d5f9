// Package takein takes in files that were handed over: it opens them, says what is inside and what
// would change, and lets each difference be decided.
//
// The rule: nothing is written before it is asked for, and then all or nothing.
package takein

import (
	"errors"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/dossier"
	"nivel/assessments/figure"
	"nivel/assessments/texts"
)

// Screen is the page.
type Screen struct {
	h          screen.Host
	w          *texts.Words
	desk       *Desk
	page       *widget.Page
	back       *widget.Button
	path       *widget.Entry
	said       *fyne.Container // about the path that was typed
	files      *fyne.Container
	passphrase *widget.Entry // while some file asks for one
	progress   *fyne.Container
	found      *fyne.Container // what is inside, differences, result
	bring      *widget.Button
	first      *widget.Segmented // of the differences
	then       *widget.Button    // leads on, once all is done
	left       bool
}

// New builds the page on a desk.
func New(h screen.Host, desk *Desk) *Screen {
	s := &Screen{h: h, w: h.Session().Words, desk: desk}
	desk.now = s
	return s
}

// Leave implements screen.Leaver.
func (s *Screen) Leave() { s.left = true }

// Start implements screen.Starter.
func (s *Screen) Start() fyne.Focusable {
	switch {
	case s.passphrase != nil:
		return s.passphrase
	case s.first != nil:
		return s.first
	case s.bring != nil:
		return s.bring
	case s.then != nil:
		return s.then
	case len(s.desk.files) == 0:
		return s.path
	}
	return s.back
}

// Key implements screen.Keyed.
func (s *Screen) Key(e *fyne.KeyEvent) bool {
	if e.Name == fyne.KeyEscape {
		s.h.Back()
		return true
	}
	return false
}

// Primary implements screen.Primary.
func (s *Screen) Primary() {
	if s.bring != nil {
		s.take()
	}
}

func (s *Screen) t(key string, pairs ...any) string { return s.w.T("takein."+key, pairs...) }

// Content implements screen.Screen.
func (s *Screen) Content() fyne.CanvasObject {
	s.back = widget.NewButton(widget.Quiet, "left", s.t("back"), "", s.h.Back)
	s.path = widget.NewEntry(1, "", nil)
	s.path.OnSubmitted = func(string) { s.typed() }
	add := widget.NewButton(widget.Secondary, "", s.t("add"), "", s.typed)
	pick := widget.NewButton(widget.Secondary, "search", s.t("pick"), "", s.pick)
	s.said, s.files, s.progress, s.found = widget.Column(8), widget.Column(12), widget.Column(8), widget.Column(16)
	choose := widget.Column(8, widget.NewText(widget.TightBold, figure.Ink, s.t("path")), s.path, widget.Wrap(10, 8, add, pick), s.said)
	s.page = screen.Body(s.h.Class(), widget.Wrap(0, 0, s.back), screen.Head(s.h.Class(), s.t("title"), s.t("lead")),
		widget.Card(24, widget.Column(16, choose, s.files)), s.progress, s.found)
	s.progress.Hide()
	s.list()
	s.show()
	s.open("")
	screen.Follow(s.page)
	return s.page
}

// typed opens what stands in the field for the path.
func (s *Screen) typed() {
	path := strings.Trim(strings.TrimSpace(s.path.Text), `"`)
	if path == "" || !filepath.IsAbs(path) {
		s.tell("nopath")
		return
	}
	s.add(path)
}

func (s *Screen) tell(key string) {
	s.said.Objects = []fyne.CanvasObject{widget.NewText(widget.Small, figure.Err, s.t(key, "limit", FilesLimit))}
	s.page.Relayout()
	widget.Focus(s.path)
}

// add puts a file on the desk, or all of a folder, and opens it.
func (s *Screen) add(path string) {
	if s.desk.busy {
		return
	}
	s.said.Objects = nil
	full := len(s.desk.files) >= FilesLimit
	switch none := s.desk.add(path); {
	case none && full:
		s.tell("many")
		return
	case none:
		s.tell("none")
		return
	}
	s.path.SetText("")
	s.open("")
}

// pick asks for a file in a dialog.
func (s *Screen) pick() { screen.PickFile(s.h.Window(), []string{dossier.Ending}, s.add) }

// open reads the files that have not been read yet, one after another, and those that are locked where
// there is a passphrase.
func (s *Screen) open(passphrase string) {
	var waiting []*file
	for _, f := range s.desk.files {
		if !f.tried || f.locked() && passphrase != "" {
			waiting = append(waiting, f)
		}
	}
	if s.desk.busy || len(waiting) == 0 {
		return
	}
	s.desk.busy = true
	s.desk.done, s.desk.failed = nil, nil
	s.next(waiting, 0, dossier.Options{Passphrase: passphrase, Model: s.h.Session().Models()})
}

func (s *Screen) next(all []*file, i int, o dossier.Options) {
	if i == len(all) {
		s.compare()
		return
	}
	f := all[i]
	s.wait(s.t("opening", "n", i+1, "total", len(all)), filepath.Base(f.path))
	s.h.Background(func() {
		f.read, f.err = dossier.ReadFile(f.path, o)
	}, func() {
		f.tried = true
		s.desk.now.next(all, i+1, o)
	})
}

// wait says what is being done.
func (s *Screen) wait(bold, text string) {
	s.progress.Objects = []fyne.CanvasObject{widget.Banner(widget.ToneBlue, "clock", bold, widget.Plain(text))}
	s.progress.Show()
	s.page.Relayout()
}

// compare puts what was read beside what is here.
func (s *Screen) compare() {
	d := s.desk
	end := func() {
		d.busy = false
		d.now.settle()
	}
	d.coming, d.err, d.shown = nil, nil, drawn
	all := d.dossiers()
	if len(all) == 0 {
		end()
		return
	}
	compare, err := s.h.Session().Coming(all)
	if err != nil {
		d.err = err
		end()
		return
	}
	s.wait(s.t("comparing"), s.w.N("takein.files", len(all)))
	s.h.Background(func() { d.coming, d.err = compare() }, end)
}

// settle shows how things stand once nothing is being done, with the keyboard on what is next.
func (s *Screen) settle() {
	s.progress.Hide()
	s.list()
	s.show()
	s.laid()
	widget.Focus(s.Start())
}

// laid lays the page out after something was added.
func (s *Screen) laid() {
	screen.Follow(s.page)
	s.page.Relayout()
}

// list says of each file whether it could be opened, and asks for a passphrase where one is missing.
func (s *Screen) list() {
	s.files.Objects = nil
	s.files.Hidden = len(s.desk.files) == 0
	s.passphrase = nil
	locked := false
	for _, f := range s.desk.files {
		if !f.tried {
			continue
		}
		locked = locked || f.locked()
		s.files.Objects = append(s.files.Objects, widget.Divider(), s.row(f))
	}
	if !locked {
		return
	}
	s.passphrase = widget.NewEntry(1, "", nil)
	unlock := func() {
		if s.passphrase.Text != "" {
			s.open(s.passphrase.Text)
		}
	}
	s.passphrase.OnSubmitted = func(string) { unlock() }
	kind := widget.Next
	if len(s.desk.coming) > 0 {
		kind = widget.Secondary // the one thing to do next is to take in what is open
	}
	open := widget.NewButton(kind, "lock", s.t("unlock"), "", unlock)
	s.files.Objects = append(s.files.Objects, widget.Divider(), widget.Column(8, widget.NewText(widget.TightBold, figure.Ink, s.t("passphrase")), s.passphrase,
		widget.NewText(widget.Small, figure.Ink2, s.t("passphrase.text")), widget.Wrap(0, 0, open)))
}

func (s *Screen) row(f *file) fyne.CanvasObject {
	name := widget.NewText(widget.Strong, figure.Ink, widget.Plain(filepath.Base(f.path)))
	icon, token, text := "check", figure.Blue, s.t("opened")
	switch {
	case f.err != nil && faultCode(f.err) == "dossier-locked":
		icon, token, text = "lock", figure.Ink2, s.w.Fault(f.err)
	case f.err != nil:
		icon, token, text = "alert", figure.Err, s.fault(f.err)
	case f.read.Nameless:
		text = s.t("opened.nameless")
	}
	drop := widget.NewButton(widget.Quiet, "close", s.t("drop"), "", func() { s.drop(f) })
	words := widget.Column(4, name, widget.Label(icon, token, 18, 8, widget.NewText(widget.Tight, figure.Ink, text)))
	if s.h.Class() == screen.Single {
		return widget.Column(6, words, widget.Wrap(0, 0, drop))
	}
	return widget.Row(12, []float32{-1, 0}, words, drop)
}

// drop takes a file from the desk.
func (s *Screen) drop(f *file) {
	if s.desk.busy {
		return
	}
	var left []*file
	for _, x := range s.desk.files {
		if x != f {
			left = append(left, x)
		}
	}
	s.desk.files = left
	s.desk.busy = true
	s.compare()
}

func faultCode(err error) string {
	var f *assessments.Fault
	if errors.As(err, &f) {
		return f.Code
	}
	return ""
}

// fault is the sentence for a file that cannot be read.
func (s *Screen) fault(err error) string {
	if faultCode(err) == "" {
		return s.t("unreadable", "reason", err)
	}
	return s.w.Fault(err)
}
