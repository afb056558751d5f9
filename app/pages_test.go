package app_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
)

// routes are all pages with all that they can show.
func routes() []screen.Route {
	var out []screen.Route
	for _, page := range []screen.Page{screen.Home, screen.Results, screen.Steps, screen.Plan, screen.Practices, screen.Library, screen.Report, screen.Profile, screen.Settings, screen.Help, screen.Differences, screen.Clarify} {
		out = append(out, screen.Route{Page: page})
	}
	for _, x := range library().Readings {
		out = append(out, screen.Route{Page: screen.Readings, ID: x.ID})
	}
	out = append(out, screen.Route{Page: screen.Versions}, screen.Route{Page: screen.Begin}, screen.Route{Page: screen.Begin, ID: library().Models[0].Model.ID})
	out = append(out, screen.Route{Page: screen.Rounds}, screen.Route{Page: screen.Why}, screen.Route{Page: screen.Report, ID: screen.ClarifyList},
		screen.Route{Page: screen.Report, ID: screen.BlankPaper}, screen.Route{Page: screen.Report, ID: screen.FirmLetter})
	for _, d := range library().Models[0].Model.Dimensions {
		out = append(out, screen.Route{Page: screen.Why, ID: d.ID})
	}
	for _, filter := range []string{"", "open", "unanswered", "unknown", "flag", "note"} {
		out = append(out, screen.Route{Page: screen.Questions, ID: filter})
	}
	for _, q := range library().Models[0].Model.Questions {
		out = append(out, screen.Route{Page: screen.Interview, ID: q.ID})
	}
	out = append(out, screen.Route{Page: screen.Interview, ID: screen.IndexPage})
	for _, id := range []string{"technology:cnc", "technology:ai", "word:cnc", "contact:murcia/cetem", "contact:murcia/fremm", "funding:murcia/kit-digital", "training:murcia/sef-employed", "contact:nowhere/nobody"} {
		out = append(out, screen.Route{Page: screen.Entry, ID: id})
	}
	for _, a := range library().Actions[:6] {
		out = append(out, screen.Route{Page: screen.Entry, ID: "action:" + a.ID})
	}
	for _, id := range []string{"practice:", "contact:", "training:", "funding:", "practice:habitat40", "contact:murcia/cetem", "training:murcia/sef-employed", "funding:murcia/kit-digital"} {
		out = append(out, screen.Route{Page: screen.Edit, ID: id})
	}
	for _, x := range library().Practices {
		out = append(out, screen.Route{Page: screen.Practice, ID: x.ID})
	}
	return out
}

// Every page in every language, size of window and size of text stands without a missing sentence
// and without a text that is cut off, for a firm that begins and for one that has answered.
func TestEveryPageIsWhole(t *testing.T) {
	rooms := []struct {
		size    fyne.Size
		percent int
	}{{wide, 100}, {wide, 200}, {compact, 100}, {compact, 200}, {small, 100}, {small, 200}, {fyne.NewSize(1920, 1080), 150}}
	for _, lang := range []string{"es", "en"} {
		for _, room := range rooms {
			t.Run(fmt.Sprintf("%s/%.0fx%.0f/%d", lang, room.size.Width, room.size.Height, room.percent), func(t *testing.T) {
				p := start(t, t.TempDir(), lang, room.size)
				p.Look(func(l *screen.Look) { l.Percent = room.percent })
				check := func(firm string, pages []screen.Route) {
					for _, r := range pages {
						p.Go(r)
						for _, f := range p.faults() {
							t.Errorf("%s, %s %s: %s", firm, r.Page, r.ID, f)
						}
					}
				}
				all := routes()
				check("new firm", slices.DeleteFunc(slices.Clone(all), func(r screen.Route) bool { return r.Page == screen.Practice || r.Page == screen.Help }))
				p.Sample(true)
				check("sample", all)
			})
		}
	}
}

// Names as long as the profile takes, without a space to break at, are shown whole too.
func TestLongNames(t *testing.T) {
	long := strings.Repeat("Muebles", 28)
	for _, percent := range []int{100, 200} {
		p := start(t, t.TempDir(), "es", compact)
		p.Look(func(l *screen.Look) { l.Percent = percent })
		p.Sample(true)
		c := p.session.Company
		c.Name, c.Place, c.Contact, c.People = long, long, long, 249
		p.session.PutCompany(c)
		for _, r := range []screen.Route{{Page: screen.Home}, {Page: screen.Results}, {Page: screen.Interview, ID: "data.backup"}, {Page: screen.Report}, {Page: screen.Profile}} {
			p.Go(r)
			for _, f := range p.faults() {
				t.Errorf("at %d %% %s: %s", percent, r.Page, f)
			}
		}
	}
}
