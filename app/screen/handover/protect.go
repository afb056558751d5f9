package handover

import (
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"nivel/app/widget"
	"nivel/assessments/dossier"
	"nivel/assessments/figure"
)

// mode is how a file is protected.
type mode int

const (
	proposed mode = iota
	typed
	open
)

// The characters that a passphrase has.
const (
	passphraseLeast = 8
	passphraseMost  = 1000
)

// protection shows how the file is protected, and what that means.
func (s *Screen) protection() {
	s.wrong = widget.NewText(widget.Small, figure.Err, "")
	s.first, s.tick = nil, nil
	if s.desk.json {
		s.protect.Objects = []fyne.CanvasObject{widget.NewText(widget.Body, figure.Ink, s.t("open.json")), s.knowing(), s.wrong}
		return
	}
	choice := widget.NewSegmented([]string{s.t("mode.proposed"), s.t("mode.typed"), s.t("mode.open")}, int(s.desk.mode), nil)
	below := widget.Column(12)
	fill := func() {
		s.wrong.SetText("")
		s.first, s.tick = nil, nil
		switch s.desk.mode {
		case typed:
			below.Objects = s.typing()
		case open:
			below.Objects = []fyne.CanvasObject{widget.NewText(widget.Body, figure.Ink, s.t("open.text")), s.knowing()}
		default:
			below.Objects = s.proposing()
		}
	}
	choice.OnChanged = func(i int) { s.desk.mode = mode(i); fill(); s.page.Relayout() }
	fill()
	s.protect.Objects = []fyne.CanvasObject{widget.Wrap(0, 0, choice), below, s.wrong}
}

// proposing shows a passphrase that nobody has to think of.
func (s *Screen) proposing() []fyne.CanvasObject {
	phrase := widget.NewText(widget.H2, figure.Ink, s.desk.proposed)
	copied := widget.NewButton(widget.Secondary, "note", s.t("copy"), "", nil)
	copied.OnTapped = func() {
		fyne.CurrentApp().Clipboard().SetContent(s.desk.proposed)
		copied.SetText(s.t("copied"))
		s.page.Relayout()
	}
	other := widget.NewButton(widget.Quiet, "", s.t("another"), "", func() {
		s.desk.proposed = dossier.Passphrase()
		phrase.SetText(s.desk.proposed)
		copied.SetText(s.t("copy"))
		s.file.Said.Objects = nil // what it says of is protected with the one before
		s.page.Relayout()
	})
	ground := widget.Tinted(figure.BlueSoft, 10, 16, phrase)
	return []fyne.CanvasObject{ground, widget.Wrap(12, 8, copied, other), s.warning()}
}

// warning says what nobody can make good.
func (s *Screen) warning() fyne.CanvasObject {
	return widget.Banner(widget.ToneWarn, "alert", s.t("norecovery"), s.t("norecovery.text"))
}

// typing asks for one's own passphrase, twice.
func (s *Screen) typing() []fyne.CanvasObject {
	field := func(i int) *widget.Entry {
		e := widget.NewEntry(1, s.desk.typed[i], func(text string) { s.desk.typed[i] = text })
		e.Password = true
		e.OnSubmitted = func(string) { s.save() }
		return e
	}
	one, two := field(0), field(1)
	s.first = one
	label := func(key string, e *widget.Entry) fyne.CanvasObject {
		return widget.Column(4, widget.NewText(widget.TightBold, figure.Ink, s.t(key)), e)
	}
	return []fyne.CanvasObject{label("typed", one), label("again", two), s.warning()}
}

// knowing is the box of who does without.
func (s *Screen) knowing() fyne.CanvasObject {
	s.tick = widget.NewTick(s.t("open.sure"), s.desk.knowing, func(on bool) { s.desk.knowing = on })
	return s.tick
}

// passphrase is what the file gets; where something is missing for it, that is said and ok is false.
func (s *Screen) passphrase() (text string, ok bool) {
	d := s.desk
	wrong, at := "", fyne.Focusable(nil)
	switch n := utf8.RuneCountInString(d.typed[0]); {
	case d.json || d.mode == open:
		if !d.knowing {
			wrong, at = "handover.open.unsure", s.tick
		}
	case d.mode == proposed:
		text = d.proposed
	case n < passphraseLeast || n > passphraseMost:
		wrong, at = "handover.typed.length", s.first
	case d.typed[0] != d.typed[1]:
		wrong, at = "handover.typed.differ", s.first
	default:
		text = d.typed[0]
	}
	s.wrong.SetText("")
	if wrong != "" {
		s.wrong.SetText(s.w.T(wrong, "least", passphraseLeast, "most", s.w.Int(passphraseMost)))
		widget.Focus(at)
	}
	s.page.Relayout()
	if wrong != "" {
		s.page.Reveal(s.protect, 0, s.protect.Size().Height)
	}
	return text, wrong == ""
}
