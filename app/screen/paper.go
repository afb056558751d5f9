package screen

import (
	"bytes"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"nivel/app/widget"
	"nivel/assessments/document"
	"nivel/assessments/figure"
	"nivel/assessments/office"
	"nivel/assessments/pdf"
	"nivel/assessments/safefile"
)

// Paper is something that can be saved as a document of its own.
type Paper struct {
	Name string                             // suggested for the file, without ending
	Make func() (*document.Document, error) // called when it is saved, on the window's goroutine
}

// forms are what a paper can be saved as.
var forms = []struct {
	ext, key string
	write    func(Host, *document.Document) ([]byte, error)
}{
	{".pdf", "paper.pdf", func(h Host, d *document.Document) ([]byte, error) { return pdf.WriteDocument(d, h.Fonts()) }},
	{".docx", "paper.docx", func(_ Host, d *document.Document) ([]byte, error) {
		var b bytes.Buffer
		err := office.WriteDOCX(&b, d)
		return b.Bytes(), err
	}},
}

// SavePaper asks in a panel where a paper goes and as what, and saves it there.
func SavePaper(h Host, p Paper) {
	var endings, names []string
	for _, f := range forms {
		endings, names = append(endings, f.ext), append(names, h.Session().Words.T(f.key))
	}
	save(h, p.Name, endings, names, func(form int) (func() ([]byte, error), error) {
		d, err := p.Make()
		return func() ([]byte, error) { return forms[form].write(h, d) }, err
	})
}

// SaveFile asks in a panel where a file with that ending goes, and saves there what make makes of it on
// the window's goroutine.
func SaveFile(h Host, name, ending string, make func() ([]byte, error)) {
	save(h, name, []string{ending}, nil, func(int) (func() ([]byte, error), error) {
		data, err := make()
		return func() ([]byte, error) { return data, nil }, err
	})
}

// save shows the panel. Where there are names, one of the forms is chosen; make is called on the
// window's goroutine, and what it returns on another.
func save(h Host, name string, endings, names []string, make func(form int) (func() ([]byte, error), error)) {
	s := &saver{h: h, make: make}
	w := h.Session().Words
	s.file = NewTarget(h, endings[0], nil)
	s.file.Suggest(name)
	s.file.Path.OnSubmitted = func(string) { s.save() }
	rows := []fyne.CanvasObject{widget.NewText(widget.Strong, figure.Ink, widget.Plain(name))}
	if names != nil {
		choice := widget.NewSegmented(names, 0, func(i int) { s.form = i; s.file.As(endings[i]) })
		rows = append(rows, widget.Column(6, widget.NewText(widget.TightBold, figure.Ink, w.T("paper.form")), widget.Wrap(0, 0, choice)))
	}
	s.button = widget.NewButton(widget.Next, "doc", w.T("paper.save"), "", s.save)
	panel := Side(h, w.T("paper.title"), append(rows, s.file.Field(), widget.Wrap(0, 0, s.button), s.file.Said)...)
	s.file.On(panel.page)
	widget.Focus(s.button)
}

// saver is the panel that saves one file.
type saver struct {
	h      Host
	make   func(form int) (func() ([]byte, error), error)
	form   int
	file   *Target
	button *widget.Button
	busy   bool
}

// save makes all bytes first and writes them in one go.
func (s *saver) save() {
	w := s.h.Session().Words
	if s.busy {
		return
	}
	path, ok := s.file.Take(func(file string) string { return w.T("save.exists.text", "file", file) })
	if !ok {
		return
	}
	draw, err := s.make(s.form)
	if err != nil {
		s.file.Say(widget.ToneErr, "alert", w.T("paper.error"), w.Fault(err))
		return
	}
	s.busy = true
	s.button.SetDisabled(true)
	s.h.Background(func() {
		var data []byte
		if data, err = draw(); err == nil {
			err = safefile.WriteFile(path, data, 0o644)
		}
	}, func() {
		s.busy = false
		s.button.SetDisabled(false)
		if err != nil {
			s.file.Failed(path, err, w.T("paper.error"), w.T("save.error.other", "reason", err))
			return
		}
		open := widget.NewButton(widget.Secondary, "doc", w.T("paper.open"), "", func() {
			if err := s.h.OpenFile(path); err != nil {
				s.file.Say(widget.ToneWarn, "alert", w.T("paper.noviewer"), path)
			}
		})
		s.file.Done(path, w.T("paper.done"), open)
	})
}

// As gives the file another ending.
func (t *Target) As(ext string) {
	path := t.Path.Text
	if old := filepath.Ext(path); strings.EqualFold(old, t.ext) {
		path = strings.TrimSuffix(path, old) + ext
	}
	t.ext = ext
	t.Path.SetText(path)
}
