package app_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nivel/app/screen"
	"nivel/assessments/content"
)

// fields are what one can write in, in reading order.
func (p *program) fields() []interface{ SetText(string) } {
	var out []interface{ SetText(string) }
	p.each(func(o object) {
		if f, ok := o.CanvasObject.(interface {
			fyne.Focusable
			SetText(string)
			SelectedText() string
		}); ok {
			out = append(out, f)
		}
	})
	return out
}

// ticks are the boxes to tick.
func (p *program) ticks() []interface{ SetChecked(bool) } {
	var out []interface{ SetChecked(bool) }
	p.each(func(o object) {
		if f, ok := o.CanvasObject.(interface {
			fyne.Focusable
			SetChecked(bool)
		}); ok {
			out = append(out, f)
		}
	})
	return out
}

// The library is searched, read and left by keyboard alone, and comes back as it was.
func TestLibraryByKeyboard(t *testing.T) {
	p := start(t, t.TempDir(), "es", wide)
	p.Go(screen.Route{Page: screen.Library})
	p.write("formacion")
	p.pause()
	if !p.says(p.session.Words.T("library.kind.training")) {
		t.Error("no training is found")
	}
	p.press(fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	if page := p.Route().Page; page != screen.Entry && page != screen.Practice {
		t.Fatalf("Return on an entry leads to %v", p.Route())
	}
	p.press(fyne.KeyEscape)
	if p.Route().Page != screen.Library {
		t.Fatalf("Escape leads to %v", p.Route())
	}
	p.press(fyne.KeyDown)
	if p.Route().Page != screen.Library {
		t.Fatal("the list is left by ↓")
	}
	// Letters written on the list go on with the search.
	p.write("x")
	if f, ok := p.window.Canvas().Focused().(interface{ CursorTextOffset() int }); !ok || f.CursorTextOffset() != len("formacionx") {
		t.Errorf("written on the list: the focus stands on %T", p.window.Canvas().Focused())
	}
	p.pause()
	p.press(fyne.KeyEscape, fyne.KeyEscape)
	if p.Route().Page != screen.Home {
		t.Errorf("two more Escapes lead to %v", p.Route())
	}
}

// Funding that is over is never called open.
func TestClosedFundingIsSaid(t *testing.T) {
	p := start(t, t.TempDir(), "es", wide)
	for _, f := range library().Regions[0].Funding {
		if f.OpenOn("2099-01-01") {
			continue
		}
		p.Go(screen.Route{Page: screen.Entry, ID: "funding:murcia/" + f.ID})
		if !f.OpenOn("2026-11-23") && p.says("Abierta según") {
			t.Errorf("%s is called open", f.ID)
		}
	}
}

// From one entry to the next and back again the same way.
func TestEntryToEntry(t *testing.T) {
	p := start(t, t.TempDir(), "es", wide)
	p.Go(screen.Route{Page: screen.Library})
	cnc, cad := screen.Route{Page: screen.Entry, ID: "technology:cnc"}, screen.Route{Page: screen.Entry, ID: "technology:cad"}
	p.Go(cnc)
	p.Go(cad)
	p.Back()
	if p.Route() != cnc {
		t.Fatalf("back at %v", p.Route())
	}
	if p.Back(); p.Route().Page != screen.Library {
		t.Fatalf("back at %v", p.Route())
	}
}

// An entry of one's own: refused with reasons while something is missing, kept while it is not
// saved, saved, changed, exported, deleted, and imported again.
func TestOwnEntry(t *testing.T) {
	folder := t.TempDir()
	p := start(t, folder, "es", wide)
	w := p.session.Words
	form := screen.Route{Page: screen.Edit, ID: "contact:"}
	p.Go(screen.Route{Page: screen.Library})
	p.Go(form)
	p.fields()[0].SetText("Taller abierto de prueba")
	p.push("library.save")
	if !p.says(w.T("library.form.missing", "name", w.T("library.form.about"))) || !p.says(w.T("library.source.noname")) || !p.says(w.T("library.form.noarea")) {
		t.Fatal("what is missing is not said")
	}
	p.Back()
	p.Go(form)
	if !p.says(w.T("library.draft")) {
		t.Fatal("what was written is lost")
	}
	p.fields()[1].SetText("Probar máquinas.")
	p.ticks()[0].SetChecked(true)
	all := p.fields()
	all[len(all)-3].SetText("Página del taller")
	all[len(all)-1].SetText("23/11/2026")
	p.push("library.save")
	entry := screen.Route{Page: screen.Entry, ID: "contact:murcia/own-taller-abierto-de-prueba"}
	if p.Route().Page != screen.Library || !p.says(w.T("library.own")) || !p.says("Taller abierto de prueba") {
		t.Fatalf("after saving: %v %q", p.Route(), p.texts())
	}
	p.Go(entry)
	if !p.says("Página del taller, 23 de noviembre de 2026") {
		t.Errorf("the source is not shown: %q", p.texts())
	}

	lib, _ := p.session.Packs().Load(library())
	if lib.From("contact", "own-taller-abierto-de-prueba") != content.Own {
		t.Fatal("it is not on the disk")
	}
	out := t.TempDir()
	path, err := p.session.Packs().Export(content.Own, out)
	if err != nil || !strings.HasPrefix(path, out) {
		t.Fatal(path, err)
	}
	if _, err := os.Stat(filepath.Join(path, content.PackFile)); err != nil {
		t.Fatal(err)
	}
	p.push("library.delete")
	if p.Route() != entry || !p.says(w.T("library.delete.sure")) {
		t.Fatal("deleted without asking")
	}
	p.push("library.delete")
	if p.Route().Page != screen.Library || p.says("Taller abierto de prueba") {
		t.Fatalf("after deleting: %v", p.Route())
	}
}

// A shipped entry that is changed becomes one's own in its place; deleting that brings it back.
func TestChangeOfShippedEntry(t *testing.T) {
	p := start(t, t.TempDir(), "es", wide)
	w := p.session.Words
	before := library().RegionWords["es"]["murcia"].Contacts["cetem"].Name
	entry := screen.Route{Page: screen.Entry, ID: "contact:murcia/cetem"}
	p.Go(screen.Route{Page: screen.Library})
	p.Go(entry)
	p.push("library.change")
	p.fields()[0].SetText("CETEM, nuestro contacto")
	p.push("library.save")
	if p.Route() != entry || !p.says("CETEM, nuestro contacto") || !p.says(w.T("library.own")) {
		t.Fatalf("after saving: %v %q", p.Route(), p.texts())
	}
	p.push("library.delete")
	p.push("library.delete")
	if p.Route() != entry || !p.says(before) || p.says(w.T("library.own")) {
		t.Fatalf("after deleting: %v %q", p.Route(), p.texts())
	}
}

// The practice's form counts as the form of Interreg Europe does, and warns where it is passed.
func TestPracticeForm(t *testing.T) {
	p := start(t, t.TempDir(), "es", wide)
	w := p.session.Words
	p.Go(screen.Route{Page: screen.Library})
	p.Go(screen.Route{Page: screen.Edit, ID: "practice:"})
	p.fields()[0].SetText(strings.Repeat("a", content.Form.Title+1))
	if !p.says(w.N("library.form.over", 1, "have", w.Int(content.Form.Title+1), "limit", w.Int(content.Form.Title))) {
		t.Fatalf("not warned: %q", p.texts())
	}
	p.Go(screen.Route{Page: screen.Practice, ID: "habitat40"})
	for _, b := range p.buttons(w.T("library.change")) {
		test.Tap(b)
	}
	if p.Route() != (screen.Route{Page: screen.Edit, ID: "practice:habitat40"}) {
		t.Fatalf("at %v", p.Route())
	}
	p.fields()[0].SetText("Otro título")
	p.push("library.save")
	if p.Route().Page != screen.Practice || !p.says("Otro título") {
		t.Fatalf("after saving: %v %q", p.Route(), p.texts())
	}
}
