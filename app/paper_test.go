package app_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/document"
	"nivel/assessments/house/papers"
)

// A paper is saved in both forms by keyboard: the name is suggested, the ending follows the form, a
// file that is there is asked for once, what cannot be made or written is said.
func TestSavePaper(t *testing.T) {
	for _, language := range []string{"es", "en"} {
		for name, percent := range map[string]int{"usual": 100, "large": 200} {
			p := start(t, t.TempDir(), language, compact)
			p.Look(func(l *screen.Look) { l.Percent = percent })
			w := p.session.Words
			folder := t.TempDir()
			var problem error
			screen.SavePaper(p, screen.Paper{Name: "Acta: 1 de 2", Make: func() (*document.Document, error) { return papers.Whole(), problem }})
			for _, f := range p.faults() {
				t.Errorf("%s %s: %s", language, name, f)
			}
			fields := p.entries()
			path := fields[len(fields)-1]
			if base := filepath.Base(path.Text); base != "Acta- 1 de 2.pdf" {
				t.Errorf("the suggested name is %q", base)
			}
			choice := func() *widget.Segmented { return p.segmented(w.T("paper.docx")) }
			path.SetText(filepath.Join(folder, "acta.pdf"))
			save := func() {
				p.push("paper.save")
				p.pause()
			}
			save()
			if b, err := os.ReadFile(filepath.Join(folder, "acta.pdf")); err != nil || !strings.HasPrefix(string(b), "%PDF-") || !p.says(w.T("paper.done")) {
				t.Fatalf("%v; it says %q", err, p.texts())
			}
			p.window.Canvas().Focus(choice())
			test.Type(p.window.Canvas().Focused(), "")
			p.press(fyne.KeyRight)
			if path.Text != filepath.Join(folder, "acta.docx") {
				t.Errorf("as Word it goes to %q", path.Text)
			}
			if err := os.WriteFile(path.Text, []byte("mine"), 0o600); err != nil {
				t.Fatal(err)
			}
			save()
			if b, _ := os.ReadFile(path.Text); string(b) != "mine" || !p.says(w.T("save.exists")) {
				t.Errorf("a file is replaced without asking; it says %q", p.texts())
			}
			save()
			if b, _ := os.ReadFile(path.Text); !strings.HasPrefix(string(b), "PK") {
				t.Errorf("it is not replaced after asking; it says %q", p.texts())
			}
			path.SetText(filepath.Join(folder, "nowhere", "acta.docx"))
			save()
			if !p.says(w.T("paper.error")) {
				t.Errorf("a folder that is not there: it says %q", p.texts())
			}
			problem = assessments.NewFault("undertaking-large", "limit", 2)
			path.SetText(filepath.Join(folder, "other.docx"))
			save()
			if _, err := os.Stat(path.Text); err == nil || !p.says(w.Fault(problem)) {
				t.Errorf("a paper that cannot be made: it says %q", p.texts())
			}
			for _, f := range p.faults() {
				t.Errorf("%s %s, at the end: %s", language, name, f)
			}
		}
	}
}
