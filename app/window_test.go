package app_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nivel/app/screen"
	"nivel/app/theme"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/content"
)

// block makes every commit fail until the returned function is called: a folder stands where the
// journal must be written.
func (p *program) block() (free func()) {
	journal := filepath.Join(p.folder, "nivel.db-journal")
	if err := os.Mkdir(journal, 0o700); err != nil {
		p.t.Fatal(err)
	}
	return func() {
		if err := os.Remove(journal); err != nil {
			p.t.Error(err)
		}
	}
}

// The first question is one press away from the first start, by mouse and by keyboard.
func TestFirstQuestionIsOnePressAway(t *testing.T) {
	p := start(t, t.TempDir(), "es", wide)
	p.push("home.start")
	if q := p.question(); q == nil || q.ID != model().Questions[0].ID {
		t.Errorf("the first press shows %+v", p.Route())
	}
}

// Return does the one orange action of a page, and there is one at most.
func TestReturnDoesTheOrangeAction(t *testing.T) {
	p := start(t, t.TempDir(), "es", wide)
	p.Sample(true)
	for _, c := range []struct{ from, to screen.Route }{
		{screen.Route{Page: screen.Home}, screen.Route{Page: screen.Results}},
		{screen.Route{Page: screen.Results}, screen.Route{Page: screen.Steps}},
		{screen.Route{Page: screen.Steps}, screen.Route{Page: screen.Plan}},
		{screen.Route{Page: screen.Questions}, screen.Route{Page: screen.Interview}},
		{screen.Route{Page: screen.Interview, ID: "data.backup"}, screen.Route{Page: screen.Interview, ID: "data.security"}},
		{screen.Route{Page: screen.Interview, ID: screen.IndexPage}, screen.Route{Page: screen.Results}},
	} {
		p.Go(c.from)
		p.press(fyne.KeyReturn)
		if p.Route() != c.to {
			t.Errorf("Return on %+v leads to %+v, want %+v", c.from, p.Route(), c.to)
		}
		p.Go(c.from)
		orange := 0
		p.each(func(o object) {
			if b, ok := o.CanvasObject.(*widget.Button); ok && b.Kind == widget.Next {
				orange++
				if b.Disabled {
					t.Errorf("the orange action of %+v is off", c.from)
				}
			}
		})
		if orange != 1 {
			t.Errorf("%+v has %d orange actions", c.from, orange)
		}
		p.each(func(o object) {
			if b, ok := o.CanvasObject.(*widget.Button); ok && b.Kind == widget.Next {
				defer func() {
					if p.Route() != c.to {
						t.Errorf("pressing %q on %+v leads to %+v, want %+v", b.Text, c.from, p.Route(), c.to)
					}
				}()
				test.Tap(b)
			}
		})
	}
}

// The language is switched while the program runs, on every page, and kept.
func TestSwitchingTheLanguage(t *testing.T) {
	p := start(t, t.TempDir(), "es", wide)
	p.Go(screen.Route{Page: screen.Settings})
	for i, lang := range []string{"en", "es", "en"} {
		p.segmented(p.session.In(lang).T("language.own")).Select(slices.Index(content.Languages, lang))
		if p.session.Words.Language != lang || !p.says(words()[lang].T("settings.title")) {
			t.Fatalf("switch %d to %s: the window says %q", i, lang, p.texts())
		}
	}
	for _, r := range routes()[:30] {
		p.Go(r)
		if p.says(words()["es"].T("page.home")) && p.Route().Page != screen.Interview {
			t.Errorf("%+v still speaks Spanish", r)
		}
	}
	p.Go(screen.Route{Page: screen.Interview, ID: "data.backup"})
	if !p.says(p.session.Pack.Words["en"].Questions["data.backup"].Text) {
		t.Errorf("the question is %q", p.texts())
	}
	p.settle()
	if got := p.session.Setting("language"); got != "en" {
		t.Errorf("kept %q", got)
	}
}

// segmented is the choice that has that option.
func (p *program) segmented(option string) *widget.Segmented {
	p.t.Helper()
	var out *widget.Segmented
	p.each(func(o object) {
		if s, ok := o.CanvasObject.(*widget.Segmented); ok && slices.Contains(s.Options, option) {
			out = s
		}
	})
	if out == nil {
		p.t.Fatalf("no choice has %q", option)
	}
	return out
}

// Colours and size of text are changed at once, by settings and by keys, and kept.
func TestLook(t *testing.T) {
	p := start(t, t.TempDir(), "es", wide)
	p.Go(screen.Route{Page: screen.Settings})
	p.segmented(p.session.Words.T("settings.mode.dark")).Select(2)
	if p.CurrentLook().Mode != theme.ModeDark || theme.Hex("paper") != "#1A1917" {
		t.Errorf("the look is %+v, paper %s", p.CurrentLook(), theme.Hex("paper"))
	}
	for _, want := range []int{125, 150, 200, 200} {
		if p.shortcut(fyne.KeyPlus); p.CurrentLook().Percent != want {
			t.Errorf("Ctrl + makes %d %%, want %d", p.CurrentLook().Percent, want)
		}
	}
	if theme.Scale() != 2 || p.Class() != screen.Single {
		t.Errorf("at 200 %% texts are %v times as large, the class is %v", theme.Scale(), p.Class())
	}
	if p.shortcut(fyne.KeyMinus); p.CurrentLook().Percent != 150 {
		t.Errorf("Ctrl - makes %d %%", p.CurrentLook().Percent)
	}
	p.again("es")
	if look := p.CurrentLook(); look.Mode != theme.ModeDark || look.Percent != 150 {
		t.Errorf("the next start has %+v", look)
	}
}

// Ctrl and a digit lead to the pages, also from a field that is being written in.
func TestShortcutsToPages(t *testing.T) {
	p := start(t, t.TempDir(), "es", wide)
	pages := []screen.Page{screen.Home, screen.Interview, screen.Results, screen.Steps, screen.Plan, screen.Library, screen.Report, screen.Profile, screen.Help, screen.Settings}
	for _, from := range []screen.Page{screen.Home, screen.Profile} {
		for i, page := range pages {
			p.Go(screen.Route{Page: from})
			if p.shortcut(fyne.KeyName(fmt.Sprint((i + 1) % 10))); p.Route().Page != page {
				t.Errorf("Ctrl %d on %s leads to %s, want %s", i+1, from, p.Route().Page, page)
			}
		}
		p.Go(screen.Route{Page: from})
		if p.shortcut(fyne.KeyP); p.Route().Page != screen.Report {
			t.Errorf("Ctrl P on %s leads to %s", from, p.Route().Page)
		}
	}
	p.Go(screen.Route{Page: screen.Results})
	if p.press(fyne.KeyF1); p.Route().Page != screen.Help {
		t.Errorf("F1 leads to %s", p.Route().Page)
	}
	if p.press(fyne.KeyEscape); p.Route().Page != screen.Results {
		t.Errorf("Escape leads back to %s", p.Route().Page)
	}
}

// A sample firm is marked as one on every page, and left by a button.
func TestSampleIsMarkedEverywhere(t *testing.T) {
	for _, percent := range []int{100, 200} {
		p := start(t, t.TempDir(), "es", compact)
		p.Look(func(l *screen.Look) { l.Percent = percent })
		p.push("home.sample")
		if !p.session.Company.Sample {
			t.Fatal("no sample was opened")
		}
		for _, r := range routes() {
			p.Go(r)
			if !p.says(p.session.Words.T("sample.chip")) {
				t.Errorf("at %d %% %s %s does not say that the firm is a sample", percent, r.Page, r.ID)
			}
		}
		p.Go(screen.Route{Page: screen.Home})
		if p.Class() == screen.Single {
			p.push("page.menu")
		}
		p.push("sample.leave")
		if p.session.Company.Sample || p.says(p.session.Words.T("sample.chip")) {
			t.Errorf("at %d %%: still in the sample", percent)
		}
	}
}

// The panels over the side are whole in every size, hold the focus, and give it back.
func TestPanels(t *testing.T) {
	for name, size := range map[string]fyne.Size{"wide": wide, "compact": compact, "small": small} {
		for _, percent := range []int{100, 200} {
			p := start(t, t.TempDir(), "es", size)
			p.Sample(true)
			p.Look(func(l *screen.Look) { l.Percent = percent })
			open := map[string]func(){"help": func() { p.Go(screen.Route{Page: screen.Interview, ID: "machines.tools"}); p.press(fyne.KeyF1) },
				"details": func() { p.Go(screen.Route{Page: screen.Steps}); p.push("steps.how") }}
			if p.Class() == screen.Single {
				open["menu"] = func() { p.Go(screen.Route{Page: screen.Results}); p.push("page.menu") }
			}
			for what, do := range open {
				do()
				c := p.window.Canvas()
				if len(c.Overlays().List()) != 1 {
					t.Fatalf("%s %d: no panel for %s", name, percent, what)
				}
				if _, ok := c.Focused().(*screen.Closer); !ok {
					t.Errorf("%s %d %s: the focus stands on %T", name, percent, what, c.Focused())
				}
				object{CanvasObject: c.Overlays().Top()}.walk(func(o object) {
					if x, ok := o.CanvasObject.(*widget.Text); ok && x.Text() != "" && (o.at.X < c.Size().Width*0.05 || o.at.X+x.Size().Width > c.Size().Width) {
						t.Errorf("%s %d %s: %q stands from %.0f to %.0f in a window of %.0f", name, percent, what, x.Text(), o.at.X, o.at.X+x.Size().Width, c.Size().Width)
					}
				})
				p.press(fyne.KeyDown, fyne.KeyPageDown, fyne.KeyEscape)
				if len(c.Overlays().List()) != 0 {
					t.Errorf("%s %d %s: Escape leaves it open", name, percent, what)
				}
				p.window.Canvas().Overlays().Remove(c.Overlays().Top())
			}
		}
	}
}

// A panel goes with the page it belongs to.
func TestPanelGoesWithItsPage(t *testing.T) {
	p := start(t, t.TempDir(), "es", wide)
	p.Go(screen.Route{Page: screen.Interview, ID: "machines.tools"})
	p.press(fyne.KeyF1)
	p.shortcut("1")
	if n := len(p.window.Canvas().Overlays().List()); p.Route().Page == screen.Home && n > 0 {
		t.Errorf("%d panels of a question lie over the home page", n)
	}
}

// The window may be made smaller and larger while it shows a page, and the page follows.
func TestResizing(t *testing.T) {
	p := start(t, t.TempDir(), "es", wide)
	p.Sample(true)
	for _, r := range []screen.Route{{Page: screen.Results}, {Page: screen.Interview, ID: "machines.tools"}, {Page: screen.Steps}} {
		p.Go(r)
		for _, size := range []fyne.Size{small, compact, wide, {Width: 2200, Height: 1400}, {Width: 800, Height: 600}} {
			p.window.Resize(size)
			if want := screen.ClassOf(size.Width); p.Class() != want || p.Route() != r {
				t.Errorf("at %v the class is %v, want %v, on %+v", size, p.Class(), want, p.Route())
			}
		}
	}
}

// Changing to another folder is handed on.
func TestFolder(t *testing.T) {
	p := start(t, t.TempDir(), "es", wide)
	p.Folder("/elsewhere")
	if !slices.Equal(p.moved, []string{"/elsewhere"}) {
		t.Errorf("asked for %v", p.moved)
	}
}

// The firm's name may stay empty.
func TestNoName(t *testing.T) {
	p := start(t, t.TempDir(), "en", wide)
	p.session.Answer("data.backup", assessments.Answer{Value: assessments.AtLevel(2)})
	p.Reload()
	if p.window.Title() != "Nivel" || !p.says(p.session.Words.T("report.noname")) {
		t.Errorf("title %q", p.window.Title())
	}
}
