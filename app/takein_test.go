package app_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/dossier"
)

// A firm that was answered on two machines is brought together by keys: three answers in conflict are
// chosen one by one, and the database has what was chosen, all that was said, and a copy from before.
// The same file once more changes nothing.
func TestTakeInConflicts(t *testing.T) {
	for _, lang := range []string{"es", "en"} {
		owner := start(t, t.TempDir(), lang, wide)
		answered(owner, "Muebles Dos")
		questions := ladders(owner, 3)
		path := filepath.Join(t.TempDir(), "dos.nivel")
		owner.file(path, "")
		advisor := start(t, t.TempDir(), lang, wide)
		w := advisor.session.Words
		advisor.session.SetAdvising(true)
		advisor.Go(screen.Route{Page: screen.TakeIn, ID: path})
		if !advisor.says(w.T("takein.new")) || !advisor.says("Muebles Dos") {
			t.Fatalf("it says %q", advisor.texts())
		}
		advisor.on(w.T("takein.bring"))
		advisor.press(fyne.KeyReturn)
		if advisor.session.Company.ID != owner.session.Company.ID || !advisor.says(w.N("takein.done", 1)) {
			t.Fatalf("%q is shown, it says %q", advisor.session.Company.Name, advisor.texts())
		}
		for i, q := range questions {
			advisor.session.Answer(q, assessments.Answer{Value: assessments.AtLevel(5)})
			owner.session.Answer(q, assessments.Answer{Value: assessments.AtLevel(i)})
		}
		advisor.settle()
		owner.settle()
		owner.file(path, "karen-dilon-tolin")
		id := advisor.session.Company.ID
		before := advisor.body(id)
		advisor.Go(screen.Route{Page: screen.TakeIn, ID: path + "x"})
		advisor.Go(screen.Route{Page: screen.TakeIn, ID: path})
		if !advisor.says(w.T("fault.dossier-locked")) {
			t.Fatalf("it says %q", advisor.texts())
		}
		advisor.write("wrong phrase")
		advisor.press(fyne.KeyReturn)
		if !advisor.says(w.T("fault.dossier-passphrase")) || !bytes.Equal(before, advisor.body(id)) {
			t.Fatalf("it says %q", advisor.texts())
		}
		advisor.write("karen-dilon-tolin")
		advisor.press(fyne.KeyReturn)
		if !advisor.says(w.N("takein.differ", 3)) || !bytes.Equal(before, advisor.body(id)) {
			t.Fatalf("it says %q", advisor.texts())
		}
		// The rule is on "newer", which is the owner's; the first and the last are kept as they are here.
		for i, at := range []int{0, 1, 0} {
			advisor.press(fyne.KeyTab)
			s, ok := advisor.window.Canvas().Focused().(*widget.Segmented)
			if !ok || s.Options[0] != w.T("takein.choose.mine") {
				t.Fatalf("Tab %d comes to %T", i, advisor.window.Canvas().Focused())
			}
			if s.Selected != 1 {
				t.Errorf("the newer is not marked: %d", s.Selected)
			}
			if at == 0 {
				advisor.press(fyne.KeyLeft)
			}
		}
		advisor.on(w.T("takein.bring"))
		advisor.press(fyne.KeySpace)
		if !advisor.says(w.N("takein.done", 1)) {
			t.Fatalf("it says %q", advisor.texts())
		}
		mine, theirs := 0, 0
		for i, q := range questions {
			switch advisor.session.Answers[q].Value.Level {
			case 5:
				mine++
			case i:
				theirs++
			}
		}
		if mine != 2 || theirs != 1 {
			t.Errorf("%d are mine and %d theirs", mine, theirs)
		}
		now := advisor.session.Answers
		advisor.again(lang)
		for _, q := range questions {
			if !advisor.session.Answers[q].Equal(now[q]) {
				t.Errorf("the next start finds %+v, not %+v", advisor.session.Answers[q], now[q])
			}
		}
		copies, _ := filepath.Glob(filepath.Join(advisor.folder, "backups", "nivel-copy-*.db"))
		if len(copies) != 2 {
			t.Errorf("copies: %q", copies)
		}
		ratings := bytes.Count(advisor.body(id), []byte(`"question":"`+questions[0]+`"`))
		if ratings < 3 {
			t.Errorf("only %d ratings of %s are left", ratings, questions[0])
		}
		owner.file(path, "")
		before = advisor.body(id)
		advisor.Go(screen.Route{Page: screen.TakeIn, ID: path})
		if !advisor.says(w.T("takein.nothing")) || len(advisor.buttons(w.T("takein.bring"))) != 0 || !bytes.Equal(before, advisor.body(id)) {
			t.Errorf("once more it says %q", advisor.texts())
		}
	}
}

// What is given while data is taken in, and what was shown, stays true: the session has what is kept.
func TestTakeInRefreshes(t *testing.T) {
	p := start(t, t.TempDir(), "es", wide)
	answered(p, "Antes")
	path := filepath.Join(t.TempDir(), "x.nivel")
	d, err := p.dossier(p.session.Company.ID)
	if err != nil {
		t.Fatal(err)
	}
	d.Company.Name, d.Company.ChangedAt = "Después", time.Now().Add(time.Hour)
	if err := dossier.WriteFile(path, d, ""); err != nil {
		t.Fatal(err)
	}
	p.Go(screen.Route{Page: screen.TakeIn, ID: path})
	w := p.session.Words
	if !p.says("Antes") || !p.says("Después") || !p.says(w.T("profile.name")) {
		t.Fatalf("it says %q", p.texts())
	}
	p.push("takein.bring")
	if p.session.Company.Name != "Después" || !strings.HasPrefix(p.window.Title(), "Después") {
		t.Errorf("shown is %q, the window says %q", p.session.Company.Name, p.window.Title())
	}
	c := p.session.Company
	c.People = 7
	p.session.PutCompany(c)
	p.settle()
	if p.again("es"); p.session.Company.Name != "Después" || p.session.Company.People != 7 {
		t.Errorf("the next start has %+v", p.session.Company)
	}
}

// What is not a whole file of ours is said in a sentence, and nothing is changed; several files are
// opened as far as they can be.
func TestTakeInFaults(t *testing.T) {
	p := start(t, t.TempDir(), "es", wide)
	answered(p, "Muebles Tres")
	folder := t.TempDir()
	whole := filepath.Join(folder, "whole.nivel")
	p.file(whole, "")
	data, err := os.ReadFile(whole)
	if err != nil {
		t.Fatal(err)
	}
	turned := bytes.Clone(data)
	turned[len(turned)/2] ^= 1
	before := p.body(p.session.Company.ID)
	w := p.session.Words
	for name, c := range map[string]struct {
		data []byte
		says string
	}{
		"cut.nivel":     {data[:len(data)-20], w.T("fault.dossier-cut")},
		"turned.nivel":  {turned, w.T("fault.dossier-damaged")},
		"foreign.nivel": {[]byte("%PDF-1.4 something else entirely"), w.T("fault.dossier-foreign")},
		"empty.nivel":   {nil, w.T("fault.dossier-cut")},
	} {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, c.data, 0o600); err != nil {
			t.Fatal(err)
		}
		p.Go(screen.Route{Page: screen.TakeIn, ID: path})
		if !p.says(c.says) || len(p.buttons(w.T("takein.bring"))) != 0 {
			t.Errorf("%s: it says %q", name, p.texts())
		}
		for _, f := range p.faults() {
			t.Errorf("%s: %s", name, f)
		}
	}
	p.Go(screen.Route{Page: screen.TakeIn, ID: filepath.Join(folder, "gone.nivel")})
	if !p.says(strings.SplitN(w.T("takein.unreadable"), "{", 2)[0]) {
		t.Errorf("a file that is not there: %q", p.texts())
	}
	// A folder: the whole one is opened beside the others.
	p.Go(screen.Route{Page: screen.TakeIn, ID: ""})
	p.entries()[0].SetText(folder)
	p.press(fyne.KeyReturn)
	if !p.says(w.T("takein.opened")) || !p.says(w.T("fault.dossier-foreign")) || !p.says(w.T("takein.nothing")) {
		t.Errorf("the folder: %q", p.texts())
	}
	if !bytes.Equal(before, p.body(p.session.Company.ID)) {
		t.Error("something was changed")
	}
	if all, _ := filepath.Glob(filepath.Join(p.folder, "backups", "*")); len(all) != 0 {
		t.Errorf("copies were made: %q", all)
	}
}
