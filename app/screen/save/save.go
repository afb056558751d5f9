// Package save makes the report and writes it where the user wants it.
package save

import (
	"time"

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
	alone    *alone // what is saved by itself; nil for a report
	file     *screen.Target
	own      bool // the user changed the path
	button   *widget.Button
	busy     bool
}

// New builds the page; id names a document that is saved by itself, else it is the report.
func New(h screen.Host, id string) *Screen {
	w := h.Session().Words
	return &Screen{h: h, w: w, language: w.Language, sections: h.Session().Sections(), alone: documents[id]}
}

// Start implements screen.Starter.
func (s *Screen) Start() fyne.Focusable { return s.button }

// Primary implements screen.Primary.
func (s *Screen) Primary() { s.save() }

// Key implements screen.Keyed.
func (s *Screen) Key(e *fyne.KeyEvent) bool {
	if e.Name == fyne.KeyEscape {
		s.back()
		return true
	}
	return false
}

// back leaves the page: a document that was asked for on the report page leads back to it.
func (s *Screen) back() {
	if s.alone == nil || s.alone == documents[screen.ClarifyList] {
		s.h.Back()
		return
	}
	s.h.Go(screen.Route{Page: screen.Report})
}

var parts = []struct {
	section report.Sections
	key     string
}{
	{report.WithCover, "save.cover"}, {report.WithProfile, "save.profile"}, {report.WithRounds, "save.rounds"}, {report.WithSheet, "save.sheet"},
	{report.WithPlan, "save.plan"}, {report.WithAreas, "save.areas"}, {report.WithDifferences, "save.differences"}, {report.WithClarify, "save.clarify"},
	{report.WithEvidence, "save.evidence"}, {report.WithPractices, "save.practices"}, {report.WithAnnex, "save.annex"}, {report.WithMethod, "save.method"},
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
	rows := []fyne.CanvasObject{options}
	title, lead := w.T("save.title"), w.T("save.lead")
	if s.alone != nil {
		title, lead = w.T("save."+s.alone.key+".title"), w.T("save."+s.alone.key+".lead")
	} else {
		sheet := widget.NewButton(widget.Quiet, "", w.T("save.onlysheet"), "", nil)
		checks := s.checks(sheet)
		rows = append(rows, widget.Centred(10, []float32{-1, 0}, widget.NewText(widget.H3, figure.Ink, w.T("save.includes")), sheet), checks)
	}
	card := widget.Card(24, widget.Column(16, append(rows, widget.Divider(), s.file.Field(), widget.Wrap(12, 8, s.button), s.file.Said)...))
	column := []fyne.CanvasObject{screen.Head(c, title, lead), card}
	if s.alone != nil {
		back := widget.NewButton(widget.Quiet, "left", w.T("save."+s.alone.key+".back"), "", s.back)
		column = append([]fyne.CanvasObject{widget.Wrap(0, 0, back)}, column...)
	} else {
		column = append(column, s.others())
	}
	page := screen.Body(c, column...)
	s.file.On(page)
	return page
}

func labelled(text string, o fyne.CanvasObject) fyne.CanvasObject {
	return widget.Column(5, widget.NewText(widget.Small, figure.Ink2, text), o)
}

func (s *Screen) checks(sheet *widget.Button) fyne.CanvasObject {
	var boxes []*widget.Tick
	var shown []report.Sections
	var out []fyne.CanvasObject
	for _, p := range parts {
		if s.sections&p.section == 0 {
			continue // there is nothing to say about it
		}
		box := widget.NewTick(s.w.T(p.key), true, func(on bool) {
			s.sections &^= p.section
			if on {
				s.sections |= p.section
			}
		})
		boxes, shown = append(boxes, box), append(shown, p.section)
		out = append(out, box)
	}
	sheet.OnTapped = func() {
		for i, box := range boxes {
			box.SetChecked(shown[i] == report.WithSheet)
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
	name := se.In(s.language).T("save.name", "firm", firm, "date", se.ReportDay().Format(time.DateOnly))
	if s.alone != nil {
		name = se.In(s.language).T("save."+s.alone.key+".name", "firm", firm, "date", se.Today())
	}
	s.file.Suggest(name)
	s.own = false // the user has not touched it
}

// save makes all bytes first and writes them in one go; an existing file is asked for once.
func (s *Screen) save() {
	switch {
	case s.busy:
		return
	case s.sections == 0 && s.alone == nil:
		s.file.Say(widget.ToneWarn, "alert", s.w.T("save.nothing"), s.w.T("save.nothing.text"))
		return
	}
	path, ok := s.file.Take(func(file string) string { return s.w.T("save.exists.text", "file", file) })
	if !ok {
		return
	}
	r, err := s.report()
	if err != nil {
		s.file.Say(widget.ToneErr, "alert", s.unsaved(), s.w.Fault(err))
		return
	}
	s.busy = true
	s.button.SetDisabled(true)
	s.h.Background(func() { err = write(r, s.h.Fonts(), path) }, func() {
		s.busy = false
		s.button.SetDisabled(false)
		s.done(path, err)
	})
}

// report is what is saved.
func (s *Screen) report() (*report.Report, error) {
	if s.alone != nil {
		return s.alone.make(s.h.Session(), s.language, s.grey)
	}
	return s.h.Session().Report(s.language, s.sections, s.grey)
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
		s.file.Failed(path, err, s.unsaved(), w.T("save.error.other", "reason", err))
		return
	}
	open := widget.NewButton(widget.Secondary, "doc", w.T("save.open"), "", func() {
		if err := s.h.OpenFile(path); err != nil {
			s.file.Say(widget.ToneWarn, "alert", w.T("save.noviewer"), w.T("save.noviewer.text", "file", path))
		}
	})
	done := w.T("save.done")
	if s.alone != nil {
		done = w.T("save." + s.alone.key + ".done")
	}
	s.file.Done(path, done, open)
}

// unsaved says that it has not been saved.
func (s *Screen) unsaved() string {
	if s.alone != nil {
		return s.w.T("save." + s.alone.key + ".error")
	}
	return s.w.T("save.error")
}
