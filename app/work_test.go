package app_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/assessments"
)

// Under half of the answers no page shows a number for the firm.
func TestNoNumberUnderHalf(t *testing.T) {
	p := start(t, t.TempDir(), "es", wide)
	for i, q := range model().Questions {
		if q.Kind == assessments.Ladder && i < 6 {
			p.session.Answer(q.ID, assessments.Answer{Value: assessments.AtLevel([]int{1, 0, 2, 4, 5, 4}[i])})
		}
	}
	p.session.Answer("people.ideas", assessments.Answer{Value: assessments.AtLevel(5)}) // one of three
	result := p.session.Result()
	if result.Overall.Shown() || result.Overall.Value == nil {
		t.Fatalf("answered %d of %d", result.Overall.Answered, result.Overall.Applicable)
	}
	number := p.session.Words.Score(result.Overall.Value)
	for _, d := range result.Dimensions {
		if p.session.Words.Score(d.Value) == number {
			t.Fatalf("%s is at %s too", d.ID, number)
		}
	}
	for _, page := range []screen.Page{screen.Home, screen.Results, screen.Steps} {
		p.Go(screen.Route{Page: page})
		said := p.texts()
		if slices.Contains(said, number) {
			t.Errorf("%s says %s for the whole firm", page, number)
		}
		if people := p.session.Words.Score(result.Dimension("people").Value); slices.ContainsFunc(said, func(s string) bool { return strings.HasPrefix(s, people) }) {
			t.Errorf("%s says %s for people", page, people)
		}
	}
	p.Go(screen.Route{Page: screen.Steps})
	if !p.says(p.session.Words.T("steps.none.early")) {
		t.Errorf("steps says %q", p.texts())
	}
	if p.press(fyne.KeyReturn); p.Route().Page != screen.Interview {
		t.Errorf("Return leads to %+v, not to the questions", p.Route())
	}
}

// Aside and back: "not now" takes a step away, the next best comes up, and it can be taken back.
func TestNotNow(t *testing.T) {
	p := start(t, t.TempDir(), "es", wide)
	p.Sample(true)
	p.Go(screen.Route{Page: screen.Steps})
	before := p.session.Advice()
	p.push("steps.notnow")
	after := p.session.Advice()
	if len(after.Aside) != 1 || after.Aside[0].Action.ID != before.Next[0].Action.ID || after.Next[0].Action.ID == before.Next[0].Action.ID {
		t.Fatalf("next is %s, aside are %d", after.Next[0].Action.ID, len(after.Aside))
	}
	title := func(id string) string { return library().ActionWords["es"][id].Title }
	if !p.says("1. "+title(after.Next[0].Action.ID)) || p.says("1. "+title(before.Next[0].Action.ID)) {
		t.Errorf("the page says %q", p.texts())
	}
	p.push("steps.again")
	if again := p.session.Advice(); len(again.Aside) != 0 || again.Next[0].Action.ID != before.Next[0].Action.ID {
		t.Errorf("taken back, next is %s", again.Next[0].Action.ID)
	}
}

// Each next step shows what rule 5 asks for: the answers behind it, the first step, effort, cost,
// who to ask; and the details open over the side and close again.
func TestStepsShowTheirReasons(t *testing.T) {
	p := start(t, t.TempDir(), "en", wide)
	p.Sample(true)
	p.Go(screen.Route{Page: screen.Steps})
	for _, o := range p.session.Advice().Next {
		x := library().ActionWords["en"][o.Action.ID]
		for name, text := range map[string]string{"title": x.Title, "first step": x.First, "question": p.session.Words.T("steps.number", "n", p.session.Pack.Model.Number(o.Reasons[0].Question))} {
			if !p.says(text) {
				t.Errorf("%s: no %s %q", o.Action.ID, name, text)
			}
		}
	}
	p.push("steps.how")
	first := library().ActionWords["en"][p.session.Advice().Next[0].Action.ID]
	if len(p.window.Canvas().Overlays().List()) != 1 || !p.says(first.Success) || !p.says(first.Steps[0]) {
		t.Errorf("the details say %q", p.texts())
	}
	if p.press(fyne.KeyEscape); len(p.window.Canvas().Overlays().List()) != 0 {
		t.Error("Escape leaves the details open")
	}
}

// What the firm says about itself is kept as it is typed; what is no number is said and not kept.
func TestProfile(t *testing.T) {
	p := start(t, t.TempDir(), "es", wide)
	p.Go(screen.Route{Page: screen.Profile})
	p.write("Muebles Ñ, S.L.")
	if p.session.Company.Name != "Muebles Ñ, S.L." {
		t.Fatalf("the name is %q", p.session.Company.Name)
	}
	fields := p.entries()
	people := fields[2]
	for text, want := range map[string]int{"24": 24, "1.200": 1200, "12 ": 12, "": 0} {
		if people.SetText(text); p.session.Company.People != want {
			t.Errorf("%q people are %d", text, p.session.Company.People)
		}
	}
	people.SetText("24")
	for _, text := range []string{"veinte", "-3", "99999999999999999999", "200000", "1e3"} {
		if people.SetText(text); p.session.Company.People != 24 {
			t.Errorf("%q people are %d", text, p.session.Company.People)
		}
		if faults := p.faults(); len(faults) > 0 {
			t.Errorf("%q: %v", text, faults)
		}
	}
	if !p.says(p.session.Words.T("profile.notnumber", "text", "1e3")) {
		t.Errorf("1e3 is refused without a word: %q", p.texts())
	}
	fields[0].SetText(strings.Repeat("ñ", 300))
	if n := len([]rune(p.session.Company.Name)); n != 200 {
		t.Errorf("a name of 300 letters is kept with %d", n)
	}
	fields[0].SetText("Ñ")
	p.again("es")
	if c := p.session.Company; c.Name != "Ñ" || c.People != 24 || p.window.Title() != "Ñ – Nivel" {
		t.Errorf("the next start finds %+v, title %q", c, p.window.Title())
	}
}

// The report is made by Return, an existing file is replaced only after asking, and what goes wrong
// is said.
func TestReport(t *testing.T) {
	p := start(t, t.TempDir(), "es", wide)
	p.Sample(true)
	p.Go(screen.Route{Page: screen.Report})
	path := p.entries()[0]
	dir := t.TempDir()
	file := filepath.Join(dir, "informe.pdf")
	path.SetText(strings.TrimSuffix(file, ".pdf"))
	p.press(fyne.KeyReturn)
	data, err := os.ReadFile(file)
	if err != nil || !bytes.HasPrefix(data, []byte("%PDF-")) || !p.says(p.session.Words.T("save.done")) {
		t.Fatalf("%v, %d bytes, the page says %q", err, len(data), p.texts())
	}
	if err := os.WriteFile(file, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	p.Reload()
	path = p.entries()[0]
	path.SetText(file)
	p.press(fyne.KeyReturn)
	if data, _ := os.ReadFile(file); string(data) != "mine" || !p.says(p.session.Words.T("save.exists")) {
		t.Errorf("replaced without asking: %q", p.texts())
	}
	p.press(fyne.KeyReturn)
	if data, _ := os.ReadFile(file); !bytes.HasPrefix(data, []byte("%PDF-")) {
		t.Error("not replaced after asking")
	}
	for bad, says := range map[string]string{"": "save.nopath", "relative.pdf": "save.nopath", filepath.Join(dir, "no", "such", "x.pdf"): "save.error"} {
		path.SetText(bad)
		if p.press(fyne.KeyReturn); !p.says(p.session.Words.T(says)) {
			t.Errorf("%q: the page says %q", bad, p.texts())
		}
		if faults := p.faults(); len(faults) > 0 {
			t.Errorf("%q: %v", bad, faults)
		}
	}
}

// Help finds words whatever their accents and case, and says so where it finds none.
func TestHelpFindsWords(t *testing.T) {
	p := start(t, t.TempDir(), "es", wide)
	p.Go(screen.Route{Page: screen.Help})
	search := p.entries()[0]
	all := len(p.texts())
	search.SetText("NUBE")
	some := len(p.texts())
	search.SetText("núbé")
	if some >= all || len(p.texts()) != some {
		t.Errorf("%d texts in all, %d for NUBE, %d for núbé", all, some, len(p.texts()))
	}
	if search.SetText("verificacion EN dos"); !p.says("Verificación en dos pasos") {
		t.Errorf("without its accent it finds %q", p.texts())
	}
	search.SetText("xyzzy")
	if !p.says(p.session.Words.T("help.none", "text", "xyzzy")) {
		t.Errorf("for xyzzy it says %q", p.texts())
	}
}
