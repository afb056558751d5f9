package screen

import (
	"bytes"
	"path/filepath"
	"strings"

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
	s := &saver{h: h, p: p}
	w := h.Session().Words
	s.file = NewTarget(h, forms[0].ext, nil)
	s.file.Suggest(p.Name)
	s.file.Path.OnSubmitted = func(string) { s.save() }
	s.choice = widget.NewSegmented([]string{w.T(forms[0].key), w.T(forms[1].key)}, 0, func(i int) { s.file.As(forms[i].ext) })
	s.button = widget.NewButton(widget.Next, "doc", w.T("paper.save"), "", s.save)
	panel := Side(h, w.T("paper.title"), widget.NewText(widget.Strong, figure.Ink, widget.Plain(p.Name)), widget.Column(6, widget.NewText(widget.TightBold, figure.Ink, w.T("paper.form")), widget.Wrap(0, 0, s.choice)),
		s.file.Field(), widget.Wrap(0, 0, s.button), s.file.Said)
	s.file.On(panel.page)
	widget.Focus(s.button)
}

// saver is the panel that saves one paper.
type saver struct {
	h      Host
	p      Paper
	file   *Target
	choice *widget.Segmented
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
	d, err := s.p.Make()
	if err != nil {
		s.file.Say(widget.ToneErr, "alert", w.T("paper.error"), w.Fault(err))
		return
	}
	form := forms[s.choice.Selected]
	s.busy = true
	s.button.SetDisabled(true)
	s.h.Background(func() {
		var data []byte
		if data, err = form.write(s.h, d); err == nil {
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
