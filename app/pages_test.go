package app_test

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
)

// routes are all pages with all that they can show.
func routes() []screen.Route {
	var out []screen.Route
	for _, page := range []screen.Page{screen.Home, screen.Results, screen.Steps, screen.Practices, screen.Report, screen.Profile, screen.Settings, screen.Help} {
		out = append(out, screen.Route{Page: page})
	}
	for _, filter := range []string{"", "open", "unanswered", "unknown", "flag", "note"} {
		out = append(out, screen.Route{Page: screen.Questions, ID: filter})
	}
	for _, q := range library().Models[0].Model.Questions {
		out = append(out, screen.Route{Page: screen.Interview, ID: q.ID})
	}
	out = append(out, screen.Route{Page: screen.Interview, ID: screen.IndexPage})
	for _, x := range library().Practices {
		out = append(out, screen.Route{Page: screen.Practice, ID: x.ID})
	}
	return out
}

// Every page in every language, size of window and size of text stands without a missing sentence
// and without a text that is cut off, for a firm that begins and for one that has answered.
func TestEveryPageIsWhole(t *testing.T) {
	for _, lang := range []string{"es", "en"} {
		for name, size := range map[string]fyne.Size{"wide": wide, "compact": compact, "single": single} {
			for _, percent := range []int{100, 200} {
				t.Run(fmt.Sprintf("%s/%s/%d", lang, name, percent), func(t *testing.T) {
					p := start(t, t.TempDir(), lang, size)
					p.Look(func(l *screen.Look) { l.Percent = percent })
					pages := routes()
					check := func(firm string) {
						for _, r := range pages {
							p.Go(r)
							for _, f := range p.faults() {
								t.Errorf("%s, %s %s: %s", firm, r.Page, r.ID, f)
							}
						}
					}
					check("new firm")
					p.Sample(true)
					check("sample")
				})
			}
		}
	}
}
