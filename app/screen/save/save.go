// Package save makes the report and writes it where the user wants it.
package save

import (
	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments/content"
	"nivel/assessments/figure"
	"nivel/assessments/pdf"
	"nivel/assessments/report"
	"nivel/assessments/safefile"
	"nivel/assessments/texts"
)

// Screen is the report page.
type Screen struct {
	h        screen.Host
	w        *texts.Words
	language string
	grey     bool
	sections report.Sections
	file     *screen.Target
	own      bool // the user changed the path
	button   *widget.Button
	busy     bool
	fonts    pdf.Fonts
}

// New builds the page.
func New(h screen.Host, fonts pdf.Fonts) *Screen {
	w := h.Session().Words
	return &Screen{h: h, w: w, language: w.Language, sections: report.AllSections, fonts: fonts}
}

// Start implements screen.Starter.
func (s *Screen) Start() fyne.Focusable { return s.button }

// Primary implements screen.Primary.
func (s *Screen) Primary() { s.save() }

// Key implements screen.Keyed.
func (s *Screen) Key(e *fyne.KeyEvent) bool {
	if e.Name == fyne.KeyEscape {
		s.h.Back()
		return true
	}
	return false
}

var parts = []struct {
	section report.Sections
	key     string
}{
	{report.WithCover, "save.cover"}, {report.WithProfile, "save.profile"}, {report.WithSheet, "save.sheet"}, {report.WithAreas, "save.areas"},
	{report.WithPractices, "save.practices"}, {report.WithAnnex, "save.annex"}, {report.WithMethod, "save.method"},
}

// Content implements screen.Screen.
func (s *Screen) Content() fyne.CanvasObject {
	w, c := s.w, s.h.Class()
	var names []string
	at := 0
	for i, lang := range content.Languages {
		names = append(names, s.h.Session().In(lang).T("language.own"))
		if lang == s.language {
			at = i
		}
	}
	language := widget.NewSegmented(names, at, func(i int) { s.language = content.Languages[i]; s.suggest() })
	colour := widget.NewSegmented([]string{w.T("save.colour"), w.T("save.grey")}, 0, func(i int) { s.grey = i == 1 })
	options := widget.Wrap(30, 14, labelled(w.T("settings.language"), language), labelled(w.T("save.colours"), colour))
	s.file = screen.NewTarget(s.h, ".pdf", func() { s.own = true })
	s.suggest()
	s.button = widget.NewButton(widget.Next, "import", w.T("save.save"), "", s.save)
	s.button.Height = 44
	sheet := widget.NewButton(widget.Quiet, "", w.T("save.onlysheet"), "", nil)
	checks := s.checks(sheet)
	card := widget.Card(24, widget.Column(16, options,
		widget.Centred(10, []float32{-1, 0}, widget.NewText(widget.H3, figure.Ink, w.T("save.includes")), sheet), checks, widget.Divider(),
		s.file.Field(),
		widget.Wrap(12, 8, s.button), s.file.Said))
	page := screen.Body(c, screen.Head(c, w.T("save.title"), w.T("save.lead")), card)
	s.file.On(page)
	return page
}

func labelled(text string, o fyne.CanvasObject) fyne.CanvasObject {
	return widget.Column(5, widget.NewText(widget.Small, figure.Ink2, text), o)
}

func (s *Screen) checks(sheet *widget.Button) fyne.CanvasObject {
	var boxes []*widget.Tick
	var out []fyne.CanvasObject
	for _, p := range parts {
		box := widget.NewTick(s.w.T(p.key), s.sections&p.section != 0, func(on bool) {
			s.sections &^= p.section
			if on {
				s.sections |= p.section
			}
		})
		boxes = append(boxes, box)
		out = append(out, box)
	}
	sheet.OnTapped = func() {
		for i, box := range boxes {
			box.SetChecked(parts[i].section == report.WithSheet)
		}
	}
	return widget.Column(2, out...)
}

// suggest names the file after firm and day, in the user's documents.
func (s *Screen) suggest() {
	if s.own {
		return
	}
	se := s.h.Session()
	firm := se.Company.Name
	if firm == "" {
		firm = se.In(s.language).T("report.noname")
	}
	day := se.ReportInput(s.language, 0, false).Day
	s.file.Suggest(se.In(s.language).T("save.name", "firm", firm, "date", day.Format("2006-01-02")))
	s.own = false // the user has not touched it
}

// save makes all bytes first and writes them in one go; an existing file is asked for once.
func (s *Screen) save() {
	switch {
	case s.busy:
		return
	case s.sections == 0:
		s.file.Say(widget.ToneWarn, "alert", s.w.T("save.nothing"), s.w.T("save.nothing.text"))
		return
	}
	path, ok := s.file.Take(func(file string) string { return s.w.T("save.exists.text", "file", file) })
	if !ok {
		return
	}
	s.busy = true
	s.button.SetDisabled(true)
	r := s.h.Session().Report(s.language, s.sections, s.grey)
	var err error
	s.h.Background(func() { err = write(r, s.fonts, path) }, func() {
		s.busy = false
		s.button.SetDisabled(false)
		s.done(path, err)
	})
}

func write(r *report.Report, fonts pdf.Fonts, path string) error {
	data, err := pdf.Write(r, fonts)
	if err != nil {
		return err
	}
	return safefile.WriteFile(path, data, 0o644)
}

func (s *Screen) done(path string, err error) {
	w := s.w
	if err != nil {
		s.file.Failed(path, err, w.T("save.error"), w.T("save.error.other", "reason", err))
		return
	}
	open := widget.NewButton(widget.Secondary, "doc", w.T("save.open"), "", func() {
		if err := s.h.OpenFile(path); err != nil {
			s.file.Say(widget.ToneWarn, "alert", w.T("save.noviewer"), w.T("save.noviewer.text", "file", path))
		}
	})
	s.file.Done(path, w.T("save.done"), open)
}
