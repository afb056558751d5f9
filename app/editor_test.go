package app_test

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nivel/app/screen"
	"nivel/app/screen/editor"
	"nivel/assessments"
	"nivel/assessments/draft"
)

// begun keeps a draft in the data folder that has a question of each kind, without texts, and a
// condition on each of them.
func begun(t *testing.T, folder string) {
	t.Helper()
	d := draft.Copy(library().Pack("industry40"), "industry40-copia", "2026-11-23", nil, []string{"es", "en"})
	var ids []string
	for _, kind := range []assessments.Kind{assessments.Ladder, assessments.YesNo, assessments.Partly, assessments.Grid, assessments.Number, assessments.Plans, assessments.Checklist} {
		ids = append(ids, d.AddQuestion("direction", "course", kind))
	}
	m := &d.Pack.Model
	last := m.Question(ids[len(ids)-1])
	last.When = draft.When(nil, func(w *assessments.When) {
		w.Sizes = []assessments.SizeClass{assessments.Micro}
		for _, id := range append([]string{"direction.customers"}, ids[:len(ids)-1]...) {
			w.Answers = append(w.Answers, draft.TestOf(m.Question(id)))
		}
	})
	if err := draft.NewShelf(folder).Keep(d); err != nil {
		t.Fatal(err)
	}
}

// Every form of the editor stands whole in every language, size of window and size of text.
func TestEveryFormIsWhole(t *testing.T) {
	rooms := []struct {
		size    fyne.Size
		percent int
	}{{wide, 100}, {compact, 100}, {small, 200}}
	for _, lang := range []string{"es", "en"} {
		for _, room := range rooms {
			t.Run(fmt.Sprintf("%s/%.0fx%.0f/%d", lang, room.size.Width, room.size.Height, room.percent), func(t *testing.T) {
				folder := t.TempDir()
				begun(t, folder)
				p := start(t, folder, lang, room.size)
				p.Look(func(l *screen.Look) { l.Percent = room.percent })
				look := func(what string) {
					for _, f := range p.faults() {
						t.Errorf("%s: %s", what, f)
					}
				}
				p.Go(screen.Route{Page: screen.Settings})
				look("settings")
				p.Go(screen.Route{Page: screen.Editor})
				look("list")
				p.tap("editor.list.copy")
				look("copy")
				p.Go(screen.Route{Page: screen.Editor, ID: "industry40-copia"})
				look("model")
				// The tree: levels, the first area, its first part, and its first questions, down
				// to the new ones behind them.
				for _, key := range []fyne.KeyName{fyne.KeyDown, fyne.KeyDown} {
					p.tree(key)
					look("tree")
				}
				for i := range 12 {
					p.tree(fyne.KeyDown)
					look(fmt.Sprint("thing ", i))
				}
				p.Go(screen.Route{Page: screen.Results})
				p.Go(screen.Route{Page: screen.Editor, ID: "industry40-copia"})
				look("again")
			})
		}
	}
}

// tap taps the first button of that name, whatever kind of button it is.
func (p *program) tap(key string) {
	p.t.Helper()
	type button interface {
		fyne.Tappable
		AccessibilityLabel() string
	}
	text := p.session.Words.T(key)
	var found button
	p.each(func(o object) {
		if b, ok := o.CanvasObject.(button); ok && found == nil && b.AccessibilityLabel() == text {
			found = b
		}
	})
	if found == nil {
		p.t.Fatalf("no button %q on %v", text, p.Route())
	}
	test.Tap(found)
}

// tree presses a key in the editor's tree and then Return; where there is one pane only it goes
// back to the tree first.
func (p *program) tree(key fyne.KeyName) {
	if p.window.Canvas().Focused() == nil && p.Class() == screen.Single {
		p.press(fyne.KeyEscape, fyne.KeyTab, fyne.KeyTab)
	}
	p.press(key, fyne.KeyReturn)
}

// A questionnaire is copied, changed, tried, saved and answered with, and its next change takes a
// new version, because somebody has answered.
func TestEditorJourney(t *testing.T) {
	was := editor.Delay
	editor.Delay = 0
	defer func() { editor.Delay = was }()
	p := start(t, t.TempDir(), "es", wide)
	p.Go(screen.Route{Page: screen.Editor})
	p.press(fyne.KeyReturn) // copy and change
	p.write("Mi cuestionario. ")
	p.tap("editor.copy.do")
	if p.Route().ID != "mi-cuestionario-industria-4-0-copia" {
		t.Fatalf("on %v", p.Route())
	}
	p.press(fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyRight)
	p.write("Otra: ")
	if !p.says("2. Otra: ¿") {
		t.Error("the tree does not show what is typed")
	}
	p.tap("editor.add.test")
	if !p.says("Desde") {
		t.Error("no condition was added")
	}
	p.tap("editor.save")
	if !p.says("Guardado como versión 1.0.") {
		t.Fatal(strings.Join(p.texts(), "\n"))
	}
	id := p.Route().ID
	saved := p.session.Library.Pack(id)
	if saved == nil || !strings.HasPrefix(saved.Words["es"].Questions["direction.margin"].Text, "Otra: ") || saved.Model.Question("direction.margin").When == nil {
		t.Fatal("what was changed is not in the library")
	}
	if draft.NewShelf(p.folder).Read(id) != nil {
		t.Error("the draft is left")
	}
	p.tap("editor.list.answer")
	if p.Route().Page != screen.Interview || p.session.Assessment.ModelID != id {
		t.Fatalf("on %v with %s", p.Route(), p.session.Assessment.ModelID)
	}
	p.press(fyne.Key2)
	p.settle()
	p.Go(screen.Route{Page: screen.Editor, ID: id})
	p.tap("editor.remove.question")
	if !p.says("La versión sube a 1.1.") {
		t.Error("no new version is proposed")
	}
	p.tap("editor.save")
	if !p.says("Guardado como versión 1.1.") || p.session.Library.Version(id, "1.0") == nil {
		t.Error("not saved as 1.1 beside 1.0")
	}
	// A fault keeps it from being saved; the draft stays, also for the next start.
	p.tap("editor.add.area")
	p.tap("editor.save")
	if !p.says("Revisión") || p.says("Guardado como versión 1.2.") {
		t.Error("saved with a fault")
	}
	p.Go(screen.Route{Page: screen.Settings})
	p.tap("packs.remove")
	if !p.says(p.session.Words.T("packs.used")) {
		t.Error("a pack in use can be removed")
	}
	p.tap("packs.add") // Fyne's folder dialog panics where it is given a size before it is shown
	p.again("es")
	p.Go(screen.Route{Page: screen.Editor})
	if !p.says("Borrador sin guardar") {
		t.Error("the draft is not offered")
	}
}
