package app_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/widget"
)

// list writes a list of firms as a spreadsheet program would.
func list(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "empresas.csv")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// A list comes in by keys: it is shown what each column is and what each row becomes, nothing is
// written before the button is pressed, and bringing it in again changes nothing.
func TestListOfFirmsByKeys(t *testing.T) {
	p := start(t, t.TempDir(), "es", wide)
	w := p.session.Words
	p.session.SetAdvising(true)
	path := list(t, "Empresa;Localidad;Empleados;Nota\nSillas de Prueba, S.L.;Yecla;24;a\nMesas Ensayo, S.A.;Jumilla;aprox. 20;b\nCocinas Modelo, S.L.;Yecla;9;c\n")
	p.Go(screen.Route{Page: screen.Companies})
	p.on(w.T("firmlist.link"))
	p.press(fyne.KeySpace)
	p.entries()[0].SetText("empresas.csv")
	p.press(fyne.KeyReturn)
	if !p.says(w.T("firmlist.nopath")) {
		t.Errorf("a path without a folder: %q", p.texts())
	}
	p.entries()[0].SetText(path)
	p.on(w.T("firmlist.open"))
	p.press(fyne.KeySpace)
	for _, want := range []string{w.N("firmlist.kind.new", 2), w.N("firmlist.kind.refused", 1)} {
		if !p.says(want) {
			t.Fatalf("it does not say %q: %q", want, p.texts())
		}
	}
	if all := strings.Join(p.texts(), "\n"); !strings.Contains(all, "aprox. 20") || !strings.Contains(all, w.T("firmlist.line", "n", 3)) {
		t.Errorf("the row that is refused is not named: %q", p.texts())
	}
	if faults := p.faults(); len(faults) > 0 {
		t.Error(faults)
	}
	if firms := p.firmsOf(); len(firms) != 0 {
		t.Fatalf("written before it was asked for: %v", firms)
	}
	p.on(w.N("firmlist.take", 2))
	p.press(fyne.KeySpace)
	if !p.says(w.N("firmlist.done", 2)) {
		t.Fatalf("it says %q", p.texts())
	}
	if firms := p.firmsOf(); len(firms) != 2 || firms["Sillas de Prueba, S.L."] != 24 {
		t.Errorf("the firms are %v", firms)
	}
	p.entries()[0].SetText(path)
	p.on(w.T("firmlist.open"))
	p.press(fyne.KeySpace)
	if !p.says(w.N("firmlist.kind.same", 2)) || len(p.buttons(w.N("firmlist.take", 2))) > 0 {
		t.Errorf("the same list again: %q", p.texts())
	}
}

// firmsOf are the firms in the store, with how many people each has.
func (p *program) firmsOf() map[string]int {
	p.t.Helper()
	firms, err := p.session.Firms(p.t.Context(), nil)()
	if err != nil {
		p.t.Fatal(err)
	}
	out := map[string]int{}
	for _, f := range firms {
		out[f.Company.Name] = f.Company.People
	}
	return out
}

// A column that is given another meaning changes what the rows become; a file that is no list is
// refused with a sentence.
func TestColumnsOfAList(t *testing.T) {
	for _, lang := range []string{"es", "en"} {
		for _, room := range rooms {
			p := start(t, t.TempDir(), lang, room.size)
			p.Look(func(l *screen.Look) { l.Percent = room.percent })
			p.session.SetAdvising(true)
			w := p.session.Words
			p.Go(screen.Route{Page: screen.Bring, ID: list(t, "Firm,Total,Where\nSillas de Prueba,2.5,Yecla\nMesas Ensayo,7,Jumilla\n")})
			var chooses []*widget.Choose
			p.each(func(o object) {
				if c, ok := o.CanvasObject.(*widget.Choose); ok {
					chooses = append(chooses, c)
				}
			})
			if len(chooses) != 3 {
				t.Fatalf("%d columns", len(chooses))
			}
			chooses[1].SetSelected(w.T("firmlist.field.overall"))
			if !p.says(w.T("firmlist.results")) {
				t.Fatalf("it does not ask about results: %q", p.texts())
			}
			for _, f := range p.faults() {
				t.Errorf("%s %v %d: %s", lang, room.size, room.percent, f)
			}
			p.Go(screen.Route{Page: screen.Home})
			p.Go(screen.Route{Page: screen.Bring})
			p.entries()[0].SetText(list(t, ""))
			p.push("firmlist.open")
			if !p.says(w.T("fault.table-empty")) {
				t.Errorf("an empty file: %q", p.texts())
			}
		}
	}
}
