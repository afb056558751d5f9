package app_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nivel/app/screen"
	"nivel/app/session"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/content"
)

// examples are the shipped models and those that the documentation builds.
func examples(t testing.TB) *content.Library {
	t.Helper()
	lib := *library()
	lib.Models = slices.Clone(lib.Models)
	dir := os.DirFS("../docs/models")
	for _, name := range []string{"eighteen-fields", "eu-eleven", "sixteen", "twelve"} {
		p, findings := content.LoadModel(dir, name)
		if !content.Usable(findings) {
			t.Fatal(findings)
		}
		lib.Models = append(lib.Models, p)
	}
	return &lib
}

// rooms are the windows and sizes of text that pages are looked at in.
var rooms = []struct {
	size    fyne.Size
	percent int
}{{wide, 100}, {compact, 100}, {small, 200}}

// answerAll answers everything that is asked, at the lowest level or a middle one by turns; after
// every third question without an answer.
func (p *program) answerAll() {
	m := p.session.Full().Model.For(p.session.Scope())
	for i := range m.Questions {
		q := &m.Questions[i]
		if !q.Asked() || i%7 == 6 {
			continue
		}
		v := assessments.DontKnowValue
		switch q.Kind {
		case assessments.Ladder, assessments.Partly:
			v = assessments.AtLevel(i % q.Steps())
		case assessments.YesNo:
			v = assessments.Saying(i%2 == 0)
		case assessments.Checklist:
			v = assessments.Choosing(q.Options[0].ID)
		case assessments.Number:
			v = assessments.AtLevel(int(q.Range.Least.Num().Int64()) + 1)
		case assessments.Grid, assessments.Plans:
			v = assessments.Value{}
			for _, r := range q.Rows {
				v = v.WithRow(r.ID, assessments.AtLevel(1))
			}
		}
		p.session.Answer(q.ID, assessments.Answer{Value: v})
	}
}

// Home and results stand whole for models of every shape: other scales, bands of their own, one
// area or sixteen, no overall score.
func TestModelsOfEveryShape(t *testing.T) {
	lib := examples(t)
	for _, lang := range []string{"es", "en"} {
		for _, room := range rooms {
			p := start(t, t.TempDir(), lang, room.size)
			p.Look(func(l *screen.Look) { l.Percent = room.percent })
			p.session.SetLibrary(lib)
			for i := range lib.Models {
				m := &lib.Models[i].Model
				p.Go(screen.Route{Page: screen.Begin, ID: m.ID})
				p.press(fyne.KeyReturn)
				if p.Route().Page != screen.Home || p.session.Full().Model.ID != m.ID {
					t.Fatalf("%s: Return leads to %v with %s", m.ID, p.Route(), p.session.Full().Model.ID)
				}
				for _, answered := range []bool{false, true} {
					if answered {
						p.answerAll()
					}
					for _, r := range []screen.Route{{Page: screen.Home}, {Page: screen.Results}, {Page: screen.Begin}, {Page: screen.Begin, ID: m.ID}, {Page: screen.Versions}, {Page: screen.Readings}} {
						p.Go(r)
						p.openAll()
						for _, f := range p.faults() {
							t.Errorf("%s at %v %d %%, %s %s: %s", lang, room.size, room.percent, m.ID, r.Page, f)
						}
					}
				}
			}
		}
	}
}

// openers are what can be opened on the page.
func (p *program) openers() []*screen.Opener {
	var out []*screen.Opener
	p.each(func(o object) {
		if x, ok := o.CanvasObject.(*screen.Opener); ok {
			out = append(out, x)
		}
	})
	return out
}

func (p *program) openAll() {
	for _, o := range p.openers() {
		if len(test.WidgetRenderer(o).Objects()) == 0 {
			p.t.Errorf("nothing shows that %q can be opened on %v", o.AccessibilityLabel(), p.Route())
		}
		if !o.Open() {
			before := p.height()
			if test.Tap(o); p.height() <= before {
				p.t.Errorf("what %q opens on %v takes its room while it is closed", o.AccessibilityLabel(), p.Route())
			}
		}
	}
}

// height is that of everything that scrolls.
func (p *program) height() float32 {
	h := float32(0)
	p.each(func(o object) {
		if x, ok := o.CanvasObject.(*widget.Page); ok {
			h += x.Scroll.Content.Size().Height
		}
	})
	return h
}

// The path is chosen by keyboard, before the first answer and after, keeps the focus, and says what
// it takes; no answer is lost.
func TestPath(t *testing.T) {
	p := start(t, t.TempDir(), "es", wide)
	w := p.session.Words
	if !p.says(w.T("home.path.change")) {
		t.Fatal("nothing says that answers are kept")
	}
	for _, x := range p.session.Paths() {
		if !p.says(w.N("home.path.minutes", screen.Minutes(x.Questions))) || !p.says(w.Int(x.Questions)+" preguntas") {
			t.Errorf("the path %s with %d questions is not described", x.ID, x.Questions)
		}
	}
	choice := func() *widget.Segmented {
		t.Helper()
		for range 12 {
			if s, ok := p.window.Canvas().Focused().(*widget.Segmented); ok {
				return s
			}
			p.press(fyne.KeyTab)
		}
		t.Fatal("Tab does not reach the path")
		return nil
	}
	choice()
	p.press(fyne.KeyRight)
	if p.session.Assessment.Path != "full" || choice().Selected != 1 {
		t.Fatalf("→ leads to %s", p.session.Assessment.Path)
	}
	if _, ok := p.window.Canvas().Focused().(*widget.Segmented); !ok {
		t.Error("the focus is lost with the change")
	}
	p.press(fyne.KeyLeft)
	p.answerAll()
	for _, q := range p.session.Pack.Model.Questions {
		if p.session.Answers[q.ID].Value.Standing == assessments.Unanswered {
			p.session.Answer(q.ID, assessments.Answer{Value: assessments.DontKnowValue})
		}
	}
	p.Go(screen.Route{Page: screen.Home})
	paths := p.session.Paths()
	if paths[0].Open != 0 || !p.says("Cuando quiera más detalle: "+w.Int(paths[1].Open)+" preguntas más") {
		t.Errorf("after the short path home says %q", p.texts())
	}
	answers := len(p.session.Answers)
	choice()
	p.press(fyne.KeyRight)
	if len(p.session.Answers) != answers || !p.says(w.T("home.progress", "n", paths[1].Questions-paths[1].Open, "total", paths[1].Questions)) {
		t.Errorf("on the full path there are %d answers of %d: %q", len(p.session.Answers), answers, p.texts())
	}
}

// With answers of version 1.0 home leads to what has changed, both scores stand side by side, and
// going on keeps the earlier check-up, which can be opened again.
func TestVersions(t *testing.T) {
	for _, lang := range []string{"es", "en"} {
		for _, room := range rooms {
			p := old(t, lang, room.size)
			p.Look(func(l *screen.Look) { l.Percent = room.percent })
			before, score := p.session.Assessment.ID, p.session.Result().Overall.Value
			p.push("home.older.open")
			if p.Route().Page != screen.Versions {
				t.Fatalf("the banner leads to %v", p.Route())
			}
			c := p.session.Newer()
			if c.Far == assessments.NotComparable || len(c.Asked) != 20 || len(c.Longer) != len(p.session.Newer().Pack.Model.Questions)-20 || c.Result.Overall.Value.Cmp(score) != 0 {
				t.Fatalf("%d questions, %d longer, %s; %v instead of %v", len(c.Asked), len(c.Longer), c.Far, c.Result.Overall.Value, score)
			}
			p.openAll()
			for _, f := range p.faults() {
				t.Errorf("%s at %v %d %%: %s", lang, room.size, room.percent, f)
			}
			for _, text := range []string{p.session.Words.T("versions.far." + string(c.Far)), p.session.Words.N("versions."+string(c.Asked[0].Fate), 20), c.Pack.Words[lang].Questions["data.backup"].Text} {
				if !p.says(text) {
					t.Errorf("%s: %q is not said", lang, text)
				}
			}
			p.window.Canvas().Unfocus()
			p.press(fyne.KeyReturn)
			if p.session.Full().Model.Version == "1.0" || p.session.Assessment.ID == before || p.Route().Page != screen.Home {
				t.Fatalf("Return goes on as %+v", p.session.Assessment)
			}
			if p.session.Result().Overall.Value.Cmp(score) != 0 {
				t.Errorf("the score became %v", p.session.Result().Overall.Value)
			}
			p.push("home.earlier")
			p.push("begin.reopen")
			if p.session.Assessment.ID != before || p.session.Full().Model.Version != "1.0" || p.session.Result().Overall.Value.Cmp(score) != 0 {
				t.Errorf("opened again it is %+v", p.session.Assessment)
			}
		}
	}
}

// old is a firm that has answered version 1.0.
func old(t *testing.T, lang string, size fyne.Size) *program {
	t.Helper()
	p := start(t, t.TempDir(), lang, size)
	lib := *library()
	was := *lib.Version(session.ModelID, "1.0")
	past := lib
	past.Models = []content.Pack{was}
	p.session.SetLibrary(&past)
	if err := p.session.Begin(session.ModelID, ""); err != nil {
		t.Fatal(err)
	}
	p.answerAll()
	p.session.SetLibrary(&lib)
	p.Go(screen.Route{Page: screen.Home})
	return p
}

// Changes of every sort are named, and where less than half comes along the scores are said not to
// be comparable.
func TestVersionsOfEverySort(t *testing.T) {
	p := start(t, t.TempDir(), "es", wide)
	p.answerAll()
	lib := *library()
	next := lib.Models[0]
	m := next.Model
	m.Version = "9.0"
	m.Questions = slices.Clone(m.Questions)
	quick := 0
	for i := range m.Questions {
		if m.Questions[i].Path != "quick" {
			continue
		}
		if quick++; quick <= 12 {
			m.Questions[i].Revision++ // asked anew
		}
	}
	next.Model = m
	lib.Models = []content.Pack{next}
	lib.Old = append(slices.Clone(lib.Old), library().Models[0])
	p.session.SetLibrary(&lib)
	p.Go(screen.Route{Page: screen.Versions})
	w := p.session.Words
	for _, text := range []string{w.T("versions.far.not"), w.N("versions.anew", 12), w.N("versions.kept", 8), w.T("versions.stays", "given", "2.0", "now", "9.0")} {
		if !p.says(text) {
			t.Errorf("%q is not said", text)
		}
	}
	if c := p.session.Newer(); c.Result.Overall.Shown() || !p.says(w.N("figure.needed", c.Result.Overall.Needed())) {
		t.Errorf("with %d of %d answers the present version shows a value", c.Result.Overall.Answered, c.Result.Overall.Applicable)
	}
	p.session.SetPath("full")
	if err := p.session.Upgrade(); err != nil || p.session.Assessment.Path != "full" || p.session.Full().Model.Version != "9.0" {
		t.Errorf("going on leads to %+v (%v)", p.session.Assessment, err)
	}
}

// Every reading says that it is no official result, gives no value under a third, and its
// questions open.
func TestReadings(t *testing.T) {
	p := start(t, t.TempDir(), "es", wide)
	w := p.session.Words
	p.Go(screen.Route{Page: screen.Readings})
	if !p.says(w.T("readings.indicative")) || !p.says(w.T("readings.nothing")) {
		t.Errorf("before any answer it says %q", p.texts())
	}
	p.Sample(true)
	p.Go(screen.Route{Page: screen.Results})
	p.push("results.readings.open")
	for _, x := range p.session.Readings() {
		p.Go(screen.Route{Page: screen.Readings, ID: x.ID})
		if !p.says(w.T("readings.indicative")) || !p.says(x.Sources[0].Name) && len(p.buttonsWith(x.Sources[0].Name)) == 0 || !p.says(w.DateOf(x.Checked)) {
			t.Errorf("%s: %q", x.ID, p.texts())
		}
	}
	other := *library()
	other.Readings = slices.Clone(other.Readings)
	other.Readings[0].Model = "twelve"
	p.session.SetLibrary(&other)
	if n := len(p.session.Readings()); n != len(other.Readings)-1 {
		t.Errorf("%d readings, one of them of another model", n)
	}
	p.Go(screen.Route{Page: screen.Readings})
	p.openAll()
	q := p.session.Readings()[0].Dimensions[0].Aspects[0].Questions[0]
	id, _ := assessments.SplitPart(q)
	all := p.buttonsWith(p.session.Full().Words["es"].Questions[id].Text)
	if len(all) == 0 {
		t.Fatalf("no link to %s", id)
	}
	test.Tap(all[0])
	if p.Route().Page != screen.Interview || p.Route().ID != id {
		t.Errorf("the link leads to %v", p.Route())
	}
	if p.press(fyne.KeyEscape); p.Route().Page != screen.Readings {
		p.Back()
	}
}

// buttonsWith are the buttons whose text begins so.
func (p *program) buttonsWith(text string) []*widget.Button {
	var out []*widget.Button
	p.each(func(o object) {
		if b, ok := o.CanvasObject.(*widget.Button); ok && strings.HasPrefix(b.Text, text) {
			out = append(out, b)
		}
	})
	return out
}

// An area opens to its parts by keyboard, and a part never shows a number under half of its answers.
func TestParts(t *testing.T) {
	p := start(t, t.TempDir(), "es", wide)
	p.session.SetPath("full")
	p.answerAll()
	p.Go(screen.Route{Page: screen.Results})
	if !p.says(p.session.Words.T("results.profile")) {
		t.Error("the radar of the shipped areas is left out")
	}
	all := p.openers()
	if len(all) != 6 {
		t.Fatalf("%d of six areas can be opened", len(all))
	}
	p.window.Canvas().Focus(all[1])
	p.press(fyne.KeyReturn)
	d := p.session.Result().Dimensions[1]
	names := p.session.Pack.Words["es"].Dimensions[d.ID].Subdimensions
	for _, sub := range d.Subdimensions {
		if !p.says(names[sub.ID].Name) || !p.says(p.session.Words.Coverage(sub.Counts)) {
			t.Errorf("%s is not shown", sub.ID)
		}
	}
	if p.press(fyne.KeyReturn); p.says(names[d.Subdimensions[0].ID].Name) {
		t.Error("the area does not close")
	}
}
