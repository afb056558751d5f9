package app_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments/workgroup"
)

// A working group by keyboard: members and who is missing, a meeting with points and tasks, what
// cannot stand, what is open at the next meeting, the papers, the calendar; all there at the next start.
func TestWorkgroupByKeyboard(t *testing.T) {
	for _, language := range []string{"es", "en"} {
		p := start(t, t.TempDir(), language, compact)
		w := p.session.Words
		p.session.SetAdvising(true)
		p.Go(screen.Route{Page: screen.Companies})
		p.push("page.group")
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
		p.push("workgroup.member.add")
		p.push("workgroup.member.add")
		p.entries()[1].SetText("Ana")
		p.entries()[3].SetText("Ana")
		if !p.says(w.T("fault.group-twice", "name", "Ana")) {
			t.Errorf("a member twice: it says %q", p.texts())
		}
		p.entries()[3].SetText("Luis")
		p.each(func(o object) {
			if c, ok := o.CanvasObject.(*widget.Choose); ok {
				c.SetSelectedIndex(1)
				return
			}
		})
		if !p.says(w.T("workgroup.lacks", "roles", strings.Join([]string{w.T("workgroup.role.company"), w.T("workgroup.role.government")}, ", "))) {
			t.Errorf("who is missing: it says %q", p.texts())
		}
		check("members")
		p.Go(screen.Route{Page: screen.Group, ID: "meetings"})
		p.push("workgroup.meeting.add")
		p.push("workgroup.point.add")
		p.push("workgroup.follow.add")
		fields := p.entries()
		// day, place, point, evidence, present, said, decisions, what, who, due
		for i, text := range []string{w.TypedDay("2026-10-01"), "Yecla", "Copias", "31 de 38", "Ana, Luis", "Hablado", "Un curso", "Buscar sala", "Luis", w.TypedDay("2026-09-01")} {
			fields[i].SetText(text)
		}
		if !p.says(w.T("fault.group-early", "what", "Buscar sala")) {
			t.Errorf("due before its meeting: it says %q", p.texts())
		}
		fields[9].SetText(w.TypedDay("2026-10-20"))
		p.push("workgroup.figures")
		if !p.says(w.T("fault.rollup-few", "least", 5)) {
			t.Errorf("figures without firms: it says %q", p.texts())
		}
		p.press(fyne.KeyEscape)
		check("meeting")
		for _, paper := range []string{"agenda", "minutes"} {
			p.push("workgroup.paper." + paper)
			path := filepath.Join(t.TempDir(), paper+".pdf")
			fields = p.entries()
			fields[len(fields)-1].SetText(path)
			p.push("paper.save")
			p.pause()
			if b, err := os.ReadFile(path); err != nil || len(b) < 1000 {
				t.Errorf("%s: %d bytes (%v); it says %q", paper, len(b), err, p.texts())
			}
			p.press(fyne.KeyEscape)
		}
		p.push("workgroup.meeting.back")
		p.push("workgroup.calendar")
		path := filepath.Join(t.TempDir(), "grupo.ics")
		fields = p.entries()
		fields[len(fields)-1].SetText(path)
		p.push("paper.save")
		p.pause()
		if b, err := os.ReadFile(path); err != nil || strings.Count(string(b), "BEGIN:VEVENT") != 2 {
			t.Errorf("the calendar: %q (%v)", b, err)
		}
		p.press(fyne.KeyEscape)
		p.push("workgroup.meeting.add")
		if !p.says("Buscar sala") || !p.says(w.T("workgroup.open")) {
			t.Errorf("the next meeting does not carry what is open: %q", p.texts())
		}
		p.Go(screen.Route{Page: screen.Group, ID: "open"})
		p.pause()
		check("open")
		p.each(func(o object) {
			if tick, ok := o.CanvasObject.(*widget.Tick); ok {
				tick.SetChecked(true)
			}
		})
		p.settle()
		p.again(language)
		g, err := p.session.Workgroup(false)
		if err != nil || len(g.Members) != 2 || len(g.Meetings) != 2 || len(g.Open("")) != 0 || g.Meetings[0].Decisions != "Un curso" || g.Members[0].Role != workgroup.Research {
			t.Errorf("kept is %+v (%v)", g, err)
		}
	}
}
