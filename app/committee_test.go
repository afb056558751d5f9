package app_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments/committee"
)

// marksTable is the table of marks that is shown.
func (p *program) marksTable() *widget.Marks {
	p.t.Helper()
	var out *widget.Marks
	p.each(func(o object) {
		if m, ok := o.CanvasObject.(*widget.Marks); ok {
			out = m
		}
	})
	if out == nil {
		p.t.Fatalf("no table of marks; it says %q", p.texts())
	}
	return out
}

// A committee ranks all practices by keyboard: people, weights by points and by comparisons that
// contradict each other, marks by digits, the order, sheets, minutes, papers; all is there after the
// next start.
func TestCommitteeByKeyboard(t *testing.T) {
	for _, language := range []string{"es", "en"} {
		p := start(t, t.TempDir(), language, compact)
		w := p.session.Words
		p.session.SetAdvising(true)
		p.push("page.home")
		p.Go(screen.Route{Page: screen.Companies})
		p.push("page.committee")
		check := func(where string) {
			t.Helper()
			for _, size := range []fyne.Size{wide, small} {
				p.window.Resize(size)
				p.pause()
				for _, f := range p.faults() {
					t.Errorf("%s %s %v: %s", language, where, size, f)
				}
			}
		}
		for range 9 {
			p.push("committee.expert.add")
		}
		fields := p.entries()
		fields[1].SetText("Ana Ñíguez")
		fields[2].SetText("CETEM")
		fields[3].SetText("60")
		if !p.says(w.T("committee.weight", "percent", w.T("format.percent", "n", 43))) {
			t.Errorf("with 60 points of 140 it says %q", p.texts())
		}
		fields[3].SetText("200")
		if !p.says(w.T("fault.committee-point", "have", 200)) {
			t.Errorf("200 points: it says %q", p.texts())
		}
		fields[3].SetText("60")
		check("points")
		var pairs []*widget.Choose
		p.each(func(o object) {
			if s, ok := o.CanvasObject.(*widget.Segmented); ok && s.Options[0] == w.T("committee.expert.points") && pairs == nil {
				s.Select(1)
				p.each(func(o object) {
					if c, ok := o.CanvasObject.(*widget.Choose); ok {
						pairs = append(pairs, c)
					}
				})
			}
		})
		if len(pairs) != 10 {
			t.Fatalf("%d comparisons", len(pairs))
		}
		pairs[0].SetSelectedIndex(0)  // need nine times evidence
		pairs[1].SetSelectedIndex(16) // cost nine times need
		pairs[4].SetSelectedIndex(0)  // evidence nine times cost
		if !strings.Contains(strings.Join(p.texts(), " "), strings.Split(w.T("committee.contradiction"), "(")[0]) {
			t.Errorf("a contradiction is not said: %q", p.texts())
		}
		check("pairs")
		p.Go(screen.Route{Page: screen.Committee, ID: "marks"})
		p.pause()
		table := p.marksTable()
		if len(table.Rows) < 30 {
			t.Fatalf("%d practices", len(table.Rows))
		}
		p.window.Canvas().Focus(table)
		for i := range table.Rows {
			for range 5 {
				p.window.Canvas().Focused().TypedRune(rune('1' + i*7%5))
			}
		}
		if !p.says(w.T("committee.marks.done", "n", len(table.Rows), "total", len(table.Rows))) {
			t.Errorf("after all marks it says %q", p.texts())
		}
		check("marks")
		p.Go(screen.Route{Page: screen.Committee, ID: "ranking"})
		p.pause()
		if !p.says(w.T("committee.ranking")) {
			t.Fatalf("the order says %q", p.texts())
		}
		check("ranking")
		p.Go(screen.Route{Page: screen.Committee, ID: "sheets"})
		p.pause()
		fields = p.entries()
		if len(fields) != 4*committee.ShortList {
			t.Fatalf("%d fields of sheets", len(fields))
		}
		fields[0].SetText("Encaja con Yecla")
		check("sheets")
		p.Go(screen.Route{Page: screen.Committee, ID: "minutes"})
		p.pause()
		p.push("committee.paper.minutes")
		if !p.says(w.T("fault.committee-noday")) {
			t.Errorf("minutes without a day: it says %q", p.texts())
		}
		p.press(fyne.KeyEscape)
		p.entries()[0].SetText(w.TypedDay("2026-12-01"))
		p.settle()
		for _, tab := range []string{"marks:ballots", "ranking:result", "sheets:sheets", "minutes:minutes"} {
			page, paper, _ := strings.Cut(tab, ":")
			p.Go(screen.Route{Page: screen.Committee, ID: page})
			p.pause()
			p.push("committee.paper." + paper)
			path := filepath.Join(t.TempDir(), paper+".pdf")
			fields = p.entries()
			fields[len(fields)-1].SetText(path)
			p.push("paper.save")
			p.pause()
			if b, err := os.ReadFile(path); err != nil || len(b) < 1000 {
				t.Errorf("%s: %d bytes (%v); it says %q", paper, len(b), err, p.texts())
			}
			if folder := os.Getenv("PDFOUT"); folder != "" {
				b, _ := os.ReadFile(path)
				_ = os.WriteFile(filepath.Join(folder, language+"-"+paper+".pdf"), b, 0o600)
			}
		}
		p.again(language)
		c, err := p.session.Committee(false)
		if err != nil || len(c.Experts) != 9 || c.Experts[0].Name != "Ana Ñíguez" || !c.Experts[0].ByPairs || len(c.Experts[0].Marks) != len(table.Rows) || c.Minutes.Day != "2026-12-01" {
			t.Errorf("kept is %+v (%v)", c, err)
		}
	}
}
