package app_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/house/generated"
	"nivel/assessments/sqlite"
)

// advise opens the window on a folder with so many firms, the advisor's side switched on.
func advise(t testing.TB, language string, size fyne.Size, firms int) *program {
	t.Helper()
	folder := t.TempDir()
	store, err := sqlite.Open(folder)
	if err != nil {
		t.Fatal(err)
	}
	generated.Fill(t, store, generated.Options{Seed: 1, Firms: firms, Now: time.Now()})
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	p := start(t, folder, language, size)
	p.session.SetAdvising(true)
	p.Go(screen.Route{Page: screen.Companies})
	return p
}

// ledger is the list of firms that is shown.
func (p *program) ledger() *widget.Ledger {
	p.t.Helper()
	var out *widget.Ledger
	p.each(func(o object) {
		if l, ok := o.CanvasObject.(*widget.Ledger); ok {
			out = l
		}
	})
	if out == nil {
		p.t.Fatalf("no list on %v", p.Route())
	}
	return out
}

// An owner on his own sees nothing of the advisor's side; a switch in the settings opens it, and
// shuts it.
func TestAdvisorIsSwitchedOn(t *testing.T) {
	p := start(t, t.TempDir(), "es", wide)
	w := p.session.Words
	hidden := func(where string) {
		p.Go(screen.Route{Page: screen.Profile})
		if p.says(w.T("firms.profile")) || len(p.buttons(w.T("page.companies"))) > 0 {
			t.Errorf("%s: an owner sees %q", where, p.texts())
		}
		if p.Go(screen.Route{Page: screen.Companies}); p.says(w.T("firms.new")) {
			t.Errorf("%s: the list opens", where)
		}
	}
	hidden("at first")
	p.Go(screen.Route{Page: screen.Settings})
	flip := func() {
		p.each(func(o object) {
			if s, ok := o.CanvasObject.(*widget.Segmented); ok && s.Options[0] == w.T("settings.advisor.off") {
				p.window.Canvas().Focus(s)
			}
		})
		p.press(fyne.KeySpace)
	}
	flip()
	if !p.session.Advising() || len(p.buttons(w.T("page.companies"))) != 1 {
		t.Fatalf("switched on, it says %q", p.texts())
	}
	p.again("es")
	if !p.session.Advising() {
		t.Fatal("the next start has forgotten it")
	}
	p.push("page.companies")
	if !p.says(w.T("firms.empty")) {
		t.Errorf("without firms it says %q", p.texts())
	}
	p.Go(screen.Route{Page: screen.Settings})
	flip()
	hidden("switched off")
}

// All by keyboard: search, no match and why, pick, sort, open, come back, a new firm.
func TestFirmsByKeyboard(t *testing.T) {
	p := advise(t, "es", wide, 44)
	w := p.session.Words
	if !p.says(w.N("firms.all", 44)) || p.ledger().Len() != 44 {
		t.Fatalf("%d rows, it says %q", p.ledger().Len(), p.texts())
	}
	p.write("mueb")
	some := p.ledger().Len()
	if some == 0 || some >= 44 || !p.says(w.N("firms.found", some)) {
		t.Fatalf("%d found", some)
	}
	p.write("xyz")
	if p.ledger().Len() != 0 || !p.says(w.T("firms.none")) || !p.says(w.N("firms.hides", 44, "name", "«mueb"+"xyz»")) {
		t.Fatalf("nothing found, it says %q", p.texts())
	}
	p.press(fyne.KeyEscape)
	if p.ledger().Len() != 44 {
		t.Fatalf("Escape leaves %d", p.ledger().Len())
	}
	p.press(fyne.KeyDown, fyne.KeySpace, fyne.KeyDown, fyne.KeyDown, fyne.KeySpace)
	if !p.says(w.N("firms.picked", 2)) {
		t.Fatalf("two picked, it says %q", p.texts())
	}
	p.press(fyne.KeySpace)
	if !p.says(w.N("firms.picked", 1)) {
		t.Errorf("one of them put back, it says %q", p.texts())
	}
	p.press(fyne.KeyHome, fyne.KeyUp) // to the heads of the columns, at the one that is sorted by
	before := p.firstRows()
	p.press(fyne.KeyReturn)
	after := p.firstRows()
	if before == after {
		t.Error("sorting the other way changes nothing")
	}
	p.press(fyne.KeyLeft, fyne.KeyLeft, fyne.KeyLeft, fyne.KeySpace)
	if p.firstRows() == after {
		t.Error("sorting by name changes nothing")
	}
	p.press(fyne.KeyDown, fyne.KeyEnd)
	name := p.ledger().AccessibilityLabel()
	p.press(fyne.KeyReturn)
	if p.Route().Page != screen.Home || !strings.HasPrefix(name, p.session.Company.Name) {
		t.Fatalf("Return opens %q of %q on %v", p.session.Company.Name, name, p.Route())
	}
	p.Go(screen.Route{Page: screen.Companies})
	if got := p.ledger().AccessibilityLabel(); got != name || !p.says(w.N("firms.picked", 1)) {
		t.Errorf("back at %q, not %q", got, name)
	}
	p.write("z")
	if f, ok := p.window.Canvas().Focused().(*widget.Search); !ok || f.Text != "z" {
		t.Error("a letter typed on the list does not go to the search field")
	}
	p.press(fyne.KeyEscape, fyne.KeyDown)
	p.shortcut(fyne.KeyF)
	if _, ok := p.window.Canvas().Focused().(*widget.Search); !ok {
		t.Error("Ctrl+F does not go to the search field")
	}
	p.push("firms.new")
	if p.Route().Page != screen.Profile || p.session.Company.Name != "" {
		t.Fatalf("a new firm is %q on %v", p.session.Company.Name, p.Route())
	}
	p.write("Sillas Nuevas")
	p.settle()
	p.Go(screen.Route{Page: screen.Companies})
	if p.ledger().Len() != 45 || !p.says(w.N("firms.all", 45)) {
		t.Errorf("%d firms with the new one", p.ledger().Len())
	}
}

// firstRows are the texts of the rows in sight.
func (p *program) firstRows() string {
	l := p.ledger()
	var out []string
	for i := range min(3, l.Len()) {
		out = append(out, l.Name(i))
	}
	return strings.Join(out, "; ")
}

// Of many firms only the rows in sight are made, wherever one scrolls.
func TestFirmsInSightAlone(t *testing.T) {
	p := advise(t, "es", wide, 400)
	made := 0
	row := p.ledger().Row
	p.ledger().Row = func(i int) fyne.CanvasObject { made++; return row(i) }
	p.press(fyne.KeyDown, fyne.KeyEnd)
	if made == 0 || made > 30 {
		t.Errorf("%d rows are made to show the last", made)
	}
	last := p.ledger().Name(399)
	if name, _, _ := strings.Cut(last, ","); !p.says(name) {
		t.Errorf("the last row %q is not shown", last)
	}
}

// Marks are given to the picked firms and taken, found by them, and kept; a firm's own page has them
// and its permission.
func TestFirmsTagsAndConsent(t *testing.T) {
	p := advise(t, "en", compact, 12)
	w := p.session.Words
	p.press(fyne.KeyDown, fyne.KeySpace, fyne.KeyDown, fyne.KeySpace)
	p.push("firms.tags")
	field := p.entries()[len(p.entries())-1]
	field.SetText(strings.Repeat("x", assessments.TagLength+1))
	p.push("firms.tags.add")
	if !p.says(w.T("fault.tag-long", "have", assessments.TagLength+1, "limit", assessments.TagLength)) {
		t.Fatalf("a long tag: %q", p.texts())
	}
	field.SetText("spring tour")
	p.push("firms.tags.add")
	p.shortcut(fyne.KeyF)
	p.write("spring")
	if p.ledger().Len() != 2 {
		t.Fatalf("%d firms have the new tag", p.ledger().Len())
	}
	p.press(fyne.KeyDown, fyne.KeyReturn)
	p.Go(screen.Route{Page: screen.Profile})
	if !p.says("spring tour") || !p.says(w.T("firms.wall")) {
		t.Fatalf("its page says %q", p.texts())
	}
	give := w.T("firms.wall.take") // of the first permission; the second one has not been asked for
	if len(p.buttons(give)) == 0 {
		give = w.T("firms.wall.give")
	}
	consent := func(want bool) {
		t.Helper()
		all, err := p.session.Consents()
		if err != nil || all[assessments.ConsentWall].Given != want {
			t.Fatalf("consent %+v, %v", all, err)
		}
	}
	was := give == w.T("firms.wall.take")
	test.Tap(p.buttons(give)[0])
	if !p.says(w.T("firms.wall.who.missing")) {
		t.Fatal("nobody has to say so")
	}
	consent(was)
	p.write("Ana")
	test.Tap(p.buttons(give)[0])
	consent(!was)
	if !p.says("Ana") || len(p.faults()) > 0 {
		t.Errorf("%q, %v", p.texts(), p.faults())
	}
}

// The list and what hangs on it are whole in every language, window and size of text.
func TestFirmsAreWhole(t *testing.T) {
	for _, lang := range []string{"es", "en"} {
		for _, room := range []struct {
			size    fyne.Size
			percent int
		}{{wide, 100}, {wide, 200}, {compact, 100}, {compact, 200}, {small, 100}, {small, 200}, {fyne.NewSize(1920, 1080), 150}} {
			t.Run(fmt.Sprintf("%s/%.0fx%.0f/%d", lang, room.size.Width, room.size.Height, room.percent), func(t *testing.T) {
				p := advise(t, lang, room.size, 30)
				p.Look(func(l *screen.Look) { l.Percent = room.percent })
				check := func(what string) {
					for _, f := range p.faults() {
						t.Errorf("%s: %s", what, f)
					}
				}
				check("list")
				p.press(fyne.KeyDown, fyne.KeySpace, fyne.KeyEnd, fyne.KeySpace)
				check("picked")
				p.push("firms.tags")
				check("tags")
				p.press(fyne.KeyEscape)
				p.shortcut(fyne.KeyF)
				p.write("xyz")
				check("none")
				for _, page := range []screen.Page{screen.Profile, screen.Settings, screen.Home} {
					p.Go(screen.Route{Page: page})
					check(string(page))
				}
			})
		}
	}
}
