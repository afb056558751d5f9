package draft_test

import (
	"reflect"
	"testing"

	"nivel/assessments"
	"nivel/assessments/draft"
	"nivel/assessments/house/shipped"
)

func TestCopyIsSound(t *testing.T) {
	d := copied(t)
	sound(t, d)
	m := &d.Pack.Model
	if m.ID != "industry40-copia" || m.Version != "1.0" || m.Date != day || d.Pack.Words["es"].Name != "Mi cuestionario" {
		t.Errorf("copy is %s %s of %s, %q", m.ID, m.Version, m.Date, d.Pack.Words["es"].Name)
	}
	if d.Origin != "industry40" {
		t.Errorf("made of %q", d.Origin)
	}
	d.Words("es", func(w *assessments.ModelWords) { w.Name = "Otro" })
	d.Question("es", m.Questions[0].ID, func(w *assessments.QuestionWords) { w.Text = "¿Otra?" })
	if p := shipped.Library().Pack("industry40"); p.Words["es"].Name == "Otro" || p.Words["es"].Questions[m.Questions[0].ID].Text == "¿Otra?" {
		t.Error("a change of the copy changes the original")
	}
}

func TestCopyInOneLanguage(t *testing.T) {
	d := draft.Copy(shipped.Library().Pack("industry40"), "uno", day, nil, []string{"es"})
	sound(t, d)
	if len(d.Pack.Words) != 1 {
		t.Errorf("words of %d languages", len(d.Pack.Words))
	}
	d.SetLanguages([]string{"es", "en"})
	sound(t, d)
	if d.Pack.Words["en"].Name != d.Pack.Words["es"].Name {
		t.Error("a new language does not begin with the first one's texts")
	}
}

func TestIDs(t *testing.T) {
	for name, want := range map[string]string{"Diagnóstico del Mueble": "diagnostico-del-mueble", "¡¿!": "model", "  Año 2 ": "ano-2", "industry40": "industry40-2"} {
		if id := draft.FreeID(shipped.Library(), name); id != want {
			t.Errorf("%q gives %q, want %q", name, id, want)
		}
	}
	for _, id := range []string{"", "Mi", "own", "industry40", "a b", "-a", "ä"} {
		if draft.CheckID(shipped.Library(), id) == nil {
			t.Errorf("%q passes", id)
		}
	}
	if f := draft.CheckID(shipped.Library(), "mi-modelo"); f != nil {
		t.Errorf("mi-modelo: %v", f)
	}
}

func TestVersions(t *testing.T) {
	for v, want := range map[string]string{"1.0": "1.1", "1.9": "1.10", "2": "3", "": "2", "spring": "spring 2"} {
		if next := draft.NextVersion(v); next != want {
			t.Errorf("after %q comes %q, want %q", v, next, want)
		}
	}
}

// Where somebody has answered, a changed rule takes a new version and a corrected text does not.
func TestRaise(t *testing.T) {
	lib := shipped.Library()
	now := lib.Pack("industry40")
	used := map[string]bool{"industry40@" + now.Model.Version: true}
	d := draft.Open(now, []string{"es", "en"})
	d.Words("es", func(w *assessments.ModelWords) { w.About = "Otro." })
	if d.Raise(lib, used, day) || d.CheckVersion(lib, used) != nil {
		t.Error("a corrected text wants a new version")
	}
	d.Pack.Model.Questions[0].Weight = draft.ParseNumber("1,5")
	if f := d.CheckVersion(lib, used); f == nil || f.Code != "version-used" {
		t.Errorf("a changed weight gives %v", f)
	}
	if d.Raise(lib, nil, day) {
		t.Error("raised though nobody has answered")
	}
	if !d.Raise(lib, used, day) || lib.Version("industry40", d.Pack.Model.Version) != nil || d.CheckVersion(lib, used) != nil {
		t.Errorf("not raised to a free version: %s", d.Pack.Model.Version)
	}
	d.Pack.Model.Version = "1.0"
	if f := d.CheckVersion(lib, used); f == nil || f.Code != "version-taken" {
		t.Errorf("an earlier version gives %v", f)
	}
}

func TestNumbers(t *testing.T) {
	for text, want := range map[string]string{"1,5": "1,5", " 2.50 ": "2,5", "0": "0", "0,333333333": "0,333333333"} {
		r := draft.ParseNumber(text)
		if r == nil || draft.NumberText(r, ",") != want {
			t.Errorf("%q reads as %v", text, r)
		}
	}
	for _, text := range []string{"", "a", "1e3", "1,2,3", "1/2", "0x1", "1.0000000001"} {
		if r := draft.ParseNumber(text); r != nil {
			t.Errorf("%q reads as %v", text, r)
		}
	}
}

// What is kept on the disk comes back as it was, right or wrong.
func TestShelf(t *testing.T) {
	s := draft.NewShelf(t.TempDir())
	d := copied(t)
	d.AddQuestion("people", "learning", assessments.Number)
	d.Pack.Model.Questions[0].Weight = draft.ParseNumber("-1")
	if err := s.Keep(d); err != nil {
		t.Fatal(err)
	}
	if got := s.List(); len(got) != 1 || got[0] != "industry40-copia" {
		t.Errorf("list is %v", got)
	}
	back := s.Read("industry40-copia")
	if back == nil || !reflect.DeepEqual(back.Files(), d.Files()) || back.Origin != d.Origin {
		t.Error("another draft came back")
	}
	if err := s.Drop("industry40-copia"); err != nil || s.Read("industry40-copia") != nil {
		t.Errorf("dropped: %v", err)
	}
	if err := s.Drop("industry40-copia"); err != nil {
		t.Errorf("dropped twice: %v", err)
	}
	if s.Read("../x") != nil {
		t.Error("reads outside of its folder")
	}
}
