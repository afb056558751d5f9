package app_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/assessments"
	"nivel/assessments/dossier"
)

// An owner hands his firm over by keys, with the passphrase that is proposed; what is written can be
// read with it alone, and the log says so without content. He comes to it from the report.
func TestHandOver(t *testing.T) {
	p := start(t, t.TempDir(), "es", wide)
	w := p.session.Words
	answered(p, "Muebles Uno")
	p.Go(screen.Route{Page: screen.Report})
	p.on(w.T("handover.own"))
	p.press(fyne.KeyReturn)
	if p.Route().Page != screen.HandOver || !p.says(w.T("handover.own.title")) || !p.says("Muebles Uno") || !p.says(w.N("cli.list.rounds", 1)) {
		t.Fatalf("on %v it says %q", p.Route(), p.texts())
	}
	phrase := ""
	for _, text := range p.texts() {
		if strings.Count(text, "-") == 4 && len(text) == 29 {
			phrase = text
		}
	}
	p.on(w.T("handover.copy"))
	p.press(fyne.KeySpace)
	if got := p.app.Clipboard().Content(); got != phrase || phrase == "" {
		t.Errorf("the clipboard has %q, not %q", got, phrase)
	}
	p.Reload() // such as after a change of size: the passphrase stays
	if !p.says(phrase) {
		t.Fatalf("the passphrase %q is another now: %q", phrase, p.texts())
	}
	path := filepath.Join(t.TempDir(), "x")
	all := p.entries()
	all[len(all)-1].SetText(path)
	p.on(w.T("handover.save"))
	p.press(fyne.KeySpace)
	path += dossier.Ending
	if !p.says(w.T("handover.done")) || !p.says(path) {
		t.Fatalf("it says %q", p.texts())
	}
	f, err := dossier.ReadFile(path, dossier.Options{Passphrase: phrase})
	if err != nil || f.Nameless || f.Dossier.Company.Name != "Muebles Uno" {
		t.Fatalf("read back: %+v, %v", f, err)
	}
	if _, err := dossier.ReadFile(path, dossier.Options{}); err == nil {
		t.Error("it opens without the passphrase")
	}
	p.settle()
	log := p.log()
	if len(log) != 1 || log[0].Kind != assessments.LogExport || log[0].Company != p.session.Company.ID {
		t.Errorf("the log is %+v", log)
	}
	p.press(fyne.KeyEscape)
	p.Go(screen.Route{Page: screen.HandOver})
	if p.says(phrase) {
		t.Error("the passphrase is shown once more")
	}
}

// Without a passphrase nothing is written until that is said knowingly; one's own has to be long
// enough and the same twice; a form without names gives none away, in the file or by its name.
func TestHandOverProtection(t *testing.T) {
	p := start(t, t.TempDir(), "en", wide)
	w := p.session.Words
	answered(p, "Secret Joinery")
	p.Go(screen.Route{Page: screen.HandOver})
	folder := t.TempDir()
	into := func(name string) string {
		all := p.entries()
		all[len(all)-1].SetText(filepath.Join(folder, name))
		return filepath.Join(folder, name)
	}
	files := func() int {
		all, _ := os.ReadDir(folder)
		return len(all)
	}
	p.choice(w.T("handover.mode.open")).Select(2)
	open := into("open.nivel")
	p.push("handover.save")
	if !p.says(w.T("handover.open.unsure")) || files() != 0 {
		t.Fatalf("%d files, it says %q", files(), p.texts())
	}
	p.ticks()[0].SetChecked(true)
	p.push("handover.save")
	if f, err := dossier.ReadFile(open, dossier.Options{}); err != nil || f.Dossier.Company.Name != "Secret Joinery" {
		t.Fatalf("open: %+v, %v", f, err)
	}
	p.choice(w.T("handover.mode.open")).Select(1)
	typed := into("typed.nivel")
	for i, c := range []struct{ one, two, says string }{{"short", "short", w.T("handover.typed.length", "least", 8, "most", w.Int(1000))}, {"long enough", "long enougH", w.T("handover.typed.differ")}} {
		p.entries()[0].SetText(c.one)
		p.entries()[1].SetText(c.two)
		p.push("handover.save")
		if !p.says(c.says) || files() != 1 {
			t.Fatalf("case %d: %d files, it says %q", i, files(), p.texts())
		}
	}
	p.entries()[1].SetText("long enough")
	p.push("handover.save")
	if _, err := dossier.ReadFile(typed, dossier.Options{Passphrase: "long enough"}); err != nil {
		t.Fatal(err)
	}
	p.Go(screen.Route{Page: screen.Home})
	p.Go(screen.Route{Page: screen.HandOver})
	p.choice(w.T("handover.names.without")).Select(1)
	p.choice(w.T("handover.form.json")).Select(1)
	all := p.entries()
	path := all[len(all)-1].Text
	if strings.Contains(path, "Secret") || filepath.Ext(path) != ".json" {
		t.Errorf("it proposes %q", path)
	}
	into(filepath.Base(path))
	p.ticks()[0].SetChecked(true)
	p.push("handover.save")
	data, err := os.ReadFile(filepath.Join(folder, filepath.Base(path)))
	if err != nil || !bytes.HasPrefix(data, []byte("{")) || bytes.Contains(data, []byte("Secret")) || bytes.Contains(data, []byte("Yecla")) {
		t.Errorf("without names it is %.80q, %v", data, err)
	}
}

// Several firms become a file each, and none that is there is replaced.
func TestHandOverSeveral(t *testing.T) {
	p := start(t, t.TempDir(), "es", wide)
	p.session.SetAdvising(true)
	answered(p, "Uno")
	ids := []string{p.session.Company.ID}
	if err := p.session.NewCompany(); err != nil {
		t.Fatal(err)
	}
	answered(p, "Uno")
	ids = append(ids, p.session.Company.ID)
	p.Go(screen.Route{Page: screen.HandOver, ID: strings.Join(ids, "|")})
	p.choice(p.session.Words.T("handover.mode.open")).Select(2)
	p.ticks()[0].SetChecked(true)
	folder := t.TempDir()
	all := p.entries()
	all[len(all)-1].SetText(folder)
	p.push("handover.save")
	found, _ := filepath.Glob(filepath.Join(folder, "*"+dossier.Ending))
	if len(found) != 2 || !p.says(p.session.Words.N("handover.done.many", 2)) {
		t.Fatalf("%q, it says %q", found, p.texts())
	}
	was, _ := os.ReadFile(found[0])
	if err := os.WriteFile(found[0], []byte("mine"), 0o600); err != nil || len(was) == 0 {
		t.Fatal(err)
	}
	p.push("handover.save")
	if now, _ := os.ReadFile(found[0]); string(now) != "mine" {
		t.Error("a file was replaced")
	}
}
