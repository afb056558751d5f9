package app_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/series"
)

// region opens the window on the sample region, at the list of series.
func (p *program) region() {
	p.t.Helper()
	if err := p.session.OpenSampleRegion(); err != nil {
		p.t.Fatal(err)
	}
	p.session.SetAdvising(true)
	p.Go(screen.Route{Page: screen.Series})
}

// tick goes by Tab to the next box of that name and presses Space.
func (p *program) tick(name string) {
	p.t.Helper()
	for range 400 {
		p.press(fyne.KeyTab)
		if t, ok := p.window.Canvas().Focused().(*widget.Tick); ok && t.Text == name {
			p.write(" ")
			return
		}
	}
	p.t.Fatalf("Tab does not come to the box %q on %v", name, p.Route())
}

// field goes by Tab to the input below that name, and writes.
func (p *program) field(name, text string) {
	p.t.Helper()
	var want *widget.Entry
	seen := false
	p.each(func(o object) {
		switch x := o.CanvasObject.(type) {
		case *widget.Text:
			seen = seen || x.Text() == name
		case *widget.Entry:
			if seen && want == nil && x.Text == "" {
				want = x
			}
		}
	})
	if want == nil {
		p.t.Fatalf("no field %q on %v", name, p.Route())
	}
	for range 400 {
		p.press(fyne.KeyTab)
		if p.window.Canvas().Focused() == fyne.Focusable(want) {
			p.write(text)
			return
		}
	}
	p.t.Fatalf("Tab does not come to %q on %v", name, p.Route())
}

// choose goes by Tab to the list that offers a name, and takes it.
func (p *program) choose(name string) {
	p.t.Helper()
	for range 400 {
		p.press(fyne.KeyTab)
		if c, ok := p.window.Canvas().Focused().(*widget.Choose); ok && slices.Contains(c.Options, name) {
			c.SetSelected(name)
			return
		}
	}
	p.t.Fatalf("Tab does not come to a list with %q", name)
}

// planned is a series of the first proposal, made by the keyboard alone.
func (p *program) planned(name string) *series.Series {
	p.t.Helper()
	p.Go(screen.Route{Page: screen.Series})
	p.press(fyne.KeyReturn)
	w := p.session.Words
	if p.Route().ID != "new" {
		p.t.Fatalf("on %+v", p.Route())
	}
	p.window.Canvas().Focus(p.entries()[0])
	p.write(name)
	p.on(w.T("series.proposal.use", "n", 1))
	p.press(fyne.KeySpace)
	p.press(fyne.KeyReturn)
	one, err := p.session.Series(p.Route().ID)
	if err != nil {
		p.t.Fatalf("%v: %q", err, p.texts())
	}
	return one
}

// A whole series by the keyboard alone: proposed and planned, presence, homework, ideas and decisions
// entered, closed; the plans of the firms hold the steps, and the next start finds all of it.
func TestSeriesByKeys(t *testing.T) {
	for _, lang := range []string{"es", "en"} {
		p := start(t, t.TempDir(), lang, wide)
		p.region()
		w := p.session.Words
		one := p.planned("Altiplano 1")
		if n := len(one.Firms); n < series.Fewest || !one.Sample || one.Name != "Altiplano 1" || one.Closed() {
			t.Fatalf("planned is %+v", one)
		}
		if p.session.RunningSeries() != 1 || !p.says(w.T("series.gaps")) || !p.says(w.T("sample.chip")) {
			t.Fatalf("on %+v: %q", p.Route(), p.texts())
		}
		// Presence at the first meeting.
		p.press(fyne.KeyReturn)
		if p.Route().ID != one.ID+"/meeting/1" {
			t.Fatalf("on %+v", p.Route())
		}
		p.tick(w.T("series.person.2"))
		p.field(w.T("series.meeting.note"), "Vinieron casi todas.")
		p.press(fyne.KeyEscape, fyne.KeyEscape)
		if p.Route().ID != one.ID {
			t.Fatalf("back on %+v", p.Route())
		}
		// The first firm: what it found, what it chose, what it does.
		for range 60 {
			p.press(fyne.KeyTab)
			if _, ok := p.window.Canvas().Focused().(*widget.Rows); ok {
				break
			}
		}
		p.press(fyne.KeyReturn)
		firm := one.Firms[0].Company
		if p.Route().ID != one.ID+"/firm/"+firm {
			t.Fatalf("on %+v", p.Route())
		}
		p.tick(w.T("series.firm.walked"))
		p.on(w.T("series.thief.add"))
		p.press(fyne.KeySpace)
		p.field(w.T("series.thief.what"), "Se teclea dos veces")
		p.field(w.T("series.thief.minutes"), "x")
		if !p.says(w.T("fault.number-form", "field", w.T("series.thief.minutes"), "value", "x")) {
			t.Errorf("no fault in %q", p.texts())
		}
		p.press(fyne.KeyBackspace)
		p.write("90")
		p.field(w.T("series.thief.idea"), "Una pantalla en el taller")
		p.on(w.T("series.thief.take"))
		p.press(fyne.KeySpace)
		p.tick(w.T("series.idea.chosen"))
		standing, err := p.session.SeriesFirms([]string{firm})
		if err != nil {
			t.Fatal(err)
		}
		action := p.fitting(standing[0])
		p.choose(screen.ActionTitle(p.session, action))
		p.choose(series.CostName(w, 2))
		p.field(w.T("series.doc.price.owner"), "Ana")
		p.field(w.T("series.doc.price.first"), "Pedir precio")
		p.tick(w.T("series.idea.decided"))
		p.tick(w.T("series.firm.presented"))
		p.tick(w.T("series.firm.again"))
		if f := p.faults(); len(f) > 0 {
			t.Error(f)
		}
		p.again(lang)
		w = p.session.Words
		one, err = p.session.Series(one.ID)
		if err != nil {
			t.Fatal(err)
		}
		f := &one.Firms[0]
		if !f.Walked || len(f.Thieves) != 1 || f.Thieves[0].Minutes != 90 || len(f.Decided()) != 1 || !f.Presented || !f.Again || !f.People[1].Came(1) || one.Meetings[0].Note != "Vinieron casi todas." {
			t.Fatalf("kept is %+v, %+v", f, one.Meetings[0])
		}
		if x := f.Ideas[0]; x.Text != "Una pantalla en el taller" || x.Action != action || x.Cost != 2 || x.Owner != "Ana" || x.First != "Pedir precio" || !f.Did(2) {
			t.Fatalf("kept is %+v", x)
		}
		// Closed: the step stands in the firm's plan, the next check-up is set.
		p.Go(screen.Route{Page: screen.Series, ID: one.ID + "/close"})
		if !p.says(screen.ActionTitle(p.session, action)) || !p.says(w.T("series.close.early")) {
			t.Fatalf("closing says %q", p.texts())
		}
		p.press(fyne.KeyReturn)
		if p.Route().ID != one.ID+"/follow" {
			t.Fatalf("closed to %+v: %q", p.Route(), p.texts())
		}
		one, _ = p.session.Series(one.ID)
		if !one.Closed() || one.Firms[0].Ideas[0].Item == "" || p.session.RunningSeries() != 0 {
			t.Fatalf("closed is %+v", one.Firms[0])
		}
		if !p.says(w.T("plan.status.todo")) || !p.says(w.T("series.change.waiting")) {
			t.Errorf("follow-up says %q", p.texts())
		}
		if err := p.session.OpenCompany(firm); err != nil {
			t.Fatal(err)
		}
		item, there := p.session.Planned(action)
		if !there || item.Owner != "Ana" || !strings.Contains(item.Note, "Pedir precio") || p.session.Assessment.NextAt != one.FollowOn() {
			t.Errorf("the plan has %+v, %v, next %q", item, there, p.session.Assessment.NextAt)
		}
		item.Status = assessments.StatusDone
		if err := p.session.PutItem(item); err != nil {
			t.Fatal(err)
		}
		p.Go(screen.Route{Page: screen.Series, ID: one.ID + "/follow"})
		if !p.says(w.T("plan.status.done")) {
			t.Errorf("follow-up says %q", p.texts())
		}
	}
}

// fitting is an action that the firm's plan takes at once.
func (p *program) fitting(x *series.Standing) string {
	p.t.Helper()
	if err := p.session.OpenCompany(x.Company.ID); err != nil {
		p.t.Fatal(err)
	}
	for _, o := range p.session.Advice().Next {
		if _, there := p.session.Planned(o.Action.ID); there {
			continue
		}
		if _, missing := p.session.Basis().Earliest(p.session.Plan(), o.Action.ID); len(missing) == 0 {
			return o.Action.ID
		}
	}
	p.t.Fatal("nothing fits")
	return ""
}

// What cannot be is said where it is typed, and nothing of it is kept.
func TestSeriesDatesAreExplained(t *testing.T) {
	p := start(t, t.TempDir(), "es", wide)
	p.region()
	w := p.session.Words
	p.press(fyne.KeyReturn)
	p.window.Canvas().Unfocus()
	p.press(fyne.KeyReturn)
	if !p.says(w.T("series.make.refused")) || !p.says(w.T("fault.series-name")) {
		t.Errorf("without a name: %q", p.texts())
	}
	p.entries()[0].SetText("Altiplano")
	p.entries()[1].SetText("1/1/2020")
	if !p.says(w.T("fault.series-past", "n", 1, "date", w.DateOf("2020-01-01"))) {
		t.Errorf("on a day that is past: %q", p.texts())
	}
	p.entries()[1].SetText(w.TypedDay(p.session.Today()))
	one := p.planned(" 2")
	p.Go(screen.Route{Page: screen.Series, ID: one.ID + "/dates"})
	var second *widget.Entry
	seen := false
	p.each(func(o object) {
		switch x := o.CanvasObject.(type) {
		case *widget.Text:
			seen = seen || x.Text() == w.T("series.doc.m2.title")
		case *widget.Entry:
			if seen && second == nil {
				second = x
			}
		}
	})
	second.SetText(w.TypedDay(one.Meetings[0].Day))
	if !p.says(w.T("series.dates.unkept")) || !p.says("La reunión 2 tiene que ser después") {
		t.Errorf("out of order: %q", p.texts())
	}
	second.SetText(w.TypedDay(one.Start))
	if kept, _ := p.session.Series(one.ID); kept.Meetings[1].Day != one.Meetings[1].Day {
		t.Error("it was kept")
	}
	if f := p.faults(); len(f) > 0 {
		t.Error(f)
	}
}

// What is projected names no firm, and of real firms shows only those that have given permission.
func TestSeriesOnTheWall(t *testing.T) {
	p := advise(t, "es", wide, 60)
	one := p.planned("Altiplano 1")
	all, err := p.session.SeriesFirms(one.Companies())
	if err != nil {
		t.Fatal(err)
	}
	p.Go(screen.Route{Page: screen.Series, ID: one.ID + "/wall"})
	for _, x := range all {
		if p.says(x.Company.Name) {
			t.Errorf("%s stands on the wall", x.Company.Name)
		}
	}
	withheld := 0
	for _, x := range all {
		if !x.Wall {
			withheld++
		}
	}
	if withheld > 0 && !p.says(p.session.Words.T("series.wall.held")) {
		t.Errorf("%d have not agreed: %q", withheld, p.texts())
	}
	p.press(fyne.KeyEscape)
	if p.Route().ID != one.ID {
		t.Errorf("Escape leads to %+v", p.Route())
	}
}

// An owner on his own sees no series.
func TestOwnerSeesNoSeries(t *testing.T) {
	p := start(t, t.TempDir(), "es", wide)
	p.Go(screen.Route{Page: screen.Series})
	if p.says(p.session.Words.T("series.lead")) || len(p.buttons(p.session.Words.T("page.series"))) > 0 {
		t.Error("an owner sees it")
	}
}

// All pages of series stand whole, in every language, window and size of text.
func TestSeriesAreWhole(t *testing.T) {
	for _, lang := range []string{"es", "en"} {
		p := start(t, t.TempDir(), lang, wide)
		p.region()
		one := p.planned("Altiplano y Noroeste, primera mesa del otoño")
		for i := range one.Firms {
			f := &one.Firms[i]
			f.People[0].Name = "María de los Ángeles Martínez Fernández"
			f.Thieves = []series.Thief{{What: "Buscar", Where: "oficina", Minutes: 60, Idea: "x"}}
			f.Ideas = []series.Idea{{Text: strings.Repeat("Una idea larga ", 6), Action: p.session.Complete().Actions[i].ID, Chosen: true, Decided: true}, {Text: "Otra", Chosen: true}}
		}
		if err := p.session.PutSeries(one); err != nil {
			t.Fatal(err)
		}
		for _, room := range []struct {
			size    fyne.Size
			percent int
		}{{wide, 100}, {wide, 150}, {wide, 200}, {compact, 100}, {small, 200}} {
			p.window.Resize(room.size)
			p.Look(func(l *screen.Look) { l.Percent = room.percent })
			firm := one.Firms[0].Company
			for _, id := range []string{"", "new", one.ID, one.ID + "/firm/" + firm, one.ID + "/meeting/1", one.ID + "/meeting/3", one.ID + "/dates", one.ID + "/close", one.ID + "/follow", one.ID + "/wall"} {
				p.Go(screen.Route{Page: screen.Series, ID: id})
				for _, f := range p.faults() {
					t.Errorf("%s %v %d %% %q: %s", lang, room.size, room.percent, id, f)
				}
			}
		}
	}
}

// A step that a plan cannot take is said when the series is closed, and keeps nothing else back.
func TestSeriesSaysWhatPlansRefuse(t *testing.T) {
	p := start(t, t.TempDir(), "es", wide)
	p.region()
	w := p.session.Words
	one := p.planned("Altiplano 1")
	if err := p.session.OpenCompany(one.Firms[0].Company); err != nil {
		t.Fatal(err)
	}
	waits := ""
	for _, a := range p.session.Complete().Actions {
		if _, missing := p.session.Basis().Earliest(p.session.Plan(), a.ID); len(missing) > 0 && waits == "" {
			waits = a.ID
		}
	}
	if waits == "" {
		t.Fatal("no action waits for another")
	}
	one.Firms[0].Ideas = []series.Idea{{Text: "Primero lo segundo", Action: waits, Chosen: true, Decided: true}, {Text: "A su manera", Chosen: true, Decided: true}}
	if err := p.session.PutSeries(one); err != nil {
		t.Fatal(err)
	}
	p.Go(screen.Route{Page: screen.Series, ID: one.ID + "/close"})
	p.press(fyne.KeyReturn)
	if !p.says(w.T("series.close.refused")) || !p.says("Primero lo segundo") || !p.says(w.T("series.became.own")) {
		t.Errorf("closed says %q", p.texts())
	}
	one, _ = p.session.Series(one.ID)
	if _, there := p.session.Planned(waits); there || !one.Closed() || one.Firms[0].Ideas[0].Item != "" {
		t.Errorf("kept is %+v", one.Firms[0])
	}
	if f := p.faults(); len(f) > 0 {
		t.Error(f)
	}
}
