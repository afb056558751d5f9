package app_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/assessments/document"
	"nivel/assessments/series"
)

// papersOf are the papers of a series as its pages make them.
func (p *program) papersOf(one *series.Series) *series.Papers {
	p.t.Helper()
	all, err := p.session.SeriesFirms(one.Companies())
	if err != nil {
		p.t.Fatal(err)
	}
	return &series.Papers{Series: one, Firms: all, Words: p.session.Words, Library: p.session.Complete(), Day: p.session.Now()}
}

// said is everything that a paper says.
func said(d *document.Document) string {
	return fmt.Sprintf("%s\n%s\n%s\n%+v", d.Title, d.Lead, d.About, d.Blocks)
}

// Papers say what they should, whole sentences in both languages; what leaves names nobody.
func TestSeriesPapers(t *testing.T) {
	for _, lang := range []string{"es", "en"} {
		p := start(t, t.TempDir(), lang, wide)
		p.region()
		one := p.planned("Altiplano 1")
		for i := range one.Firms {
			f := &one.Firms[i]
			f.People[0].Name, f.People[1].Name = "Persona Primera", "Persona Segunda"
			f.Walked, f.Again, f.Presented = true, true, true
			f.Thieves = []series.Thief{{What: "Buscar planos de Persona Primera", Where: "oficina", Minutes: 60, Idea: "x"}}
			f.Ideas = []series.Idea{{Text: "Idea propia secreta", Action: p.session.Complete().Actions[i].ID, Chosen: true, Decided: true, Owner: "Dueña Tercera", Cost: 1, First: "paso", By: "2027-01-01"}}
			f.People[0].Mark(1, true)
		}
		one.Meetings[0].Note, one.Meetings[0].Decisions = "Nota del anfitrión", "Decisión una"
		one.Host, one.Place = "Luisa Anfitriona", "Centro"
		if err := p.session.PutSeries(one); err != nil {
			t.Fatal(err)
		}
		papers := p.papersOf(one)
		first := one.Firms[0].Company
		all := map[string]*document.Document{"walk": papers.Walk(first), "price": papers.Price(first), "opening": papers.Opening(first), "sheet": papers.Sheet(first), "blank": papers.Walk(""),
			"own": papers.Summary(true), "nameless": papers.Summary(false), "follow": papers.FollowUp(), "openings": papers.Each((*series.Papers).Opening)}
		for n := range series.Meetings {
			all[fmt.Sprint("agenda ", n+1)], all[fmt.Sprint("presence ", n+1)] = papers.Agenda(n+1), papers.Presence(n+1)
		}
		for name, d := range all {
			text := said(d)
			if strings.ContainsAny(text, "⟦⟧") || d.Sample == "" || d.Title == "" {
				t.Errorf("%s %s: %s", lang, name, text)
			}
		}
		for i := range one.Firms {
			name := papers.Firms[i].Company.Name
			if !strings.Contains(said(all["own"]), name) || strings.Contains(said(all["nameless"]), name) || strings.Contains(said(all["agenda 1"]), name) {
				t.Errorf("%s stands where it should not", name)
			}
			if i > 0 && strings.Contains(said(all["sheet"]), name) {
				t.Errorf("the sheet of another says %s", name)
			}
		}
		for _, secret := range []string{"Persona Primera", "Persona Segunda", "Dueña Tercera", "secreta", "Nota del anfitrión", "Decisión una"} {
			if strings.Contains(said(all["nameless"]), secret) {
				t.Errorf("the summary without names says %q", secret)
			}
		}
		for _, want := range []string{"Dueña Tercera", "Idea propia secreta", "paso"} {
			if !strings.Contains(said(all["sheet"]), want) {
				t.Errorf("the sheet does not say %q", want)
			}
		}
		if !strings.Contains(said(all["agenda 1"]), p.session.Words.T("series.doc.own")) {
			t.Error("where the format comes from is not said")
		}
		for n := range series.Meetings {
			text := one.Invitation(p.session.Words, n+1)
			if strings.ContainsAny(text, "⟦⟧{}") || !strings.Contains(text, p.session.Words.DateOf(one.Meetings[n].Day)) || strings.Contains(text, papers.Firms[0].Company.Name) {
				t.Errorf("invitation %d is %q", n+1, text)
			}
		}
		if events := one.Events(p.session.Words); len(events) != 6 {
			t.Errorf("%d days in the calendar", len(events))
		}
	}
}

// The calendar and an invitation are written by the keyboard.
func TestSeriesFiles(t *testing.T) {
	p := start(t, t.TempDir(), "es", wide)
	p.region()
	w := p.session.Words
	one := p.planned("Altiplano 1")
	write := func(route, key, name string) string {
		p.Go(screen.Route{Page: screen.Series, ID: one.ID + route})
		path := filepath.Join(t.TempDir(), name)
		for _, e := range p.entries() {
			if strings.HasSuffix(e.Text, filepath.Ext(name)) {
				e.SetText(path)
			}
		}
		p.on(w.T(key))
		p.press(fyne.KeySpace)
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatalf("%v: %q", err, p.texts())
		}
		return string(data)
	}
	if got := write("/dates", "series.calendar.save", "serie.ics"); strings.Count(got, "BEGIN:VEVENT") != 6 {
		t.Errorf("the calendar is %s", got)
	}
	if got := write("/meeting/2", "series.invitation.save", "invitacion.txt"); got != one.Invitation(w, 2) {
		t.Errorf("the invitation is %q", got)
	}
	p.on(w.T("series.invitation.copy"))
	p.press(fyne.KeySpace)
	if got := p.app.Clipboard().Content(); got != one.Invitation(w, 2) {
		t.Errorf("copied is %q", got)
	}
}
