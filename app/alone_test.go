package app_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
)

// The questionnaire on paper is saved by keys from the report's page, which it leads back to; the
// letter is an advisor's, and an owner sees nothing of it.
func TestPaperAndLetterByKeys(t *testing.T) {
	p := start(t, t.TempDir(), "es", wide)
	p.Sample(true)
	w := p.session.Words
	p.Go(screen.Route{Page: screen.Report})
	if len(p.buttons(w.T("save.letter.title"))) > 0 {
		t.Fatal("an owner is offered an advisor's letter")
	}
	p.session.SetAdvising(true)
	for _, key := range []string{"paper", "letter"} {
		p.Go(screen.Route{Page: screen.Report})
		p.Reload()
		p.on(w.T("save." + key + ".title"))
		p.press(fyne.KeySpace)
		if !p.says(w.T("save."+key+".lead")) || p.says(w.T("save.includes")) {
			t.Fatalf("%s says %q", key, p.texts())
		}
		file := filepath.Join(t.TempDir(), key+".pdf")
		p.entries()[0].SetText(file)
		p.on(w.T("save.save"))
		p.press(fyne.KeySpace)
		if data, err := os.ReadFile(file); err != nil || !bytes.HasPrefix(data, []byte("%PDF-")) || !p.says(w.T("save."+key+".done")) {
			t.Fatalf("%s: %v, %q", key, err, p.texts())
		}
		p.press(fyne.KeyEscape)
		if p.Route() != (screen.Route{Page: screen.Report}) {
			t.Errorf("Escape leads to %+v", p.Route())
		}
	}
}
