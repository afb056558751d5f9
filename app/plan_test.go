package app_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments"
)

// named are the controls that say that name to those who cannot see them.
func (p *program) named(name string) []fyne.Tappable {
	var out []fyne.Tappable
	p.each(func(o object) {
		x, ok := o.CanvasObject.(interface{ AccessibilityLabel() string })
		if tap, can := o.CanvasObject.(fyne.Tappable); ok && can && x.AccessibilityLabel() == name {
			out = append(out, tap)
		}
	})
	return out
}

// handle taps the control of that name.
func (p *program) handle(key string, pairs ...any) {
	p.t.Helper()
	name := p.session.Words.T(key, pairs...)
	all := p.named(name)
	if len(all) == 0 {
		p.t.Fatalf("no control %q on %v", name, p.Route())
	}
	test.Tap(all[0])
}

// From a next step to a calendar file: added, edited with faults said at their fields, moved by key,
// undone, under way, and its dates written; the database has it all at the next start.
func TestPlanJourney(t *testing.T) {
	p := start(t, t.TempDir(), "es", wide)
	p.Sample(true)
	w := p.session.Words
	p.Go(screen.Route{Page: screen.Steps})
	action := p.session.Advice().Next[0].Action.ID
	p.push("plan.steps.add")
	items := p.session.Plan()
	if len(items) != 1 || items[0].Action != action || items[0].Phase != assessments.PhaseFirst {
		t.Fatalf("the plan is %+v", items)
	}
	p.push("plan.steps.in")
	id := items[0].ID
	if p.Route() != (screen.Route{Page: screen.Plan, ID: id}) {
		t.Fatalf("it leads to %+v", p.Route())
	}
	fields := p.entries()
	for i, text := range []string{"Ana", "30/12/2099", "22/12/2099", "1.200 €", "-5"} {
		fields[i].SetText(text)
	}
	for _, fault := range []string{w.T("fault.plan-due-order", "start", "2099-12-30", "due", "2099-12-22"), w.T("fault.number-negative", "have", "-5")} {
		if !p.says(fault) {
			t.Errorf("no %q in %q", fault, p.texts())
		}
	}
	for text, code := range map[string]string{"abc": "date-form", "2001-01-01": "plan-date-past"} {
		if fields[1].SetText(text); !p.says(strings.SplitN(w.T("fault."+code, "value", text, "date", text), "{", 2)[0]) {
			t.Errorf("%q: no %s in %q", text, code, p.texts())
		}
	}
	p.press(fyne.KeyEscape) // out of the field
	p.press(fyne.KeyEscape) // out of the form, with faults in it
	if kept, _ := p.session.PlanItem(id); kept.Owner != "" || p.Route().ID != "" {
		t.Fatalf("with faults %+v is kept, on %+v", kept, p.Route())
	}
	p.push("plan.draft.open")
	fields = p.entries()
	if fields[0].Text != "Ana" || fields[4].Text != "-5" {
		t.Fatalf("what was typed became %q and %q", fields[0].Text, fields[4].Text)
	}
	fields[1].SetText("")
	fields[4].SetText("")
	p.push("plan.save")
	item, _ := p.session.PlanItem(id)
	if item.Owner != "Ana" || item.Due != "2099-12-22" || item.CostPlanned != 1200 || p.Route().ID != "" {
		t.Fatalf("kept is %+v, on %+v", item, p.Route())
	}
	p.press(fyne.KeyRight)
	if item, _ := p.session.PlanItem(id); item.Phase != assessments.PhaseSecond {
		t.Fatalf("the arrow leaves it in %s", item.Phase)
	}
	p.shortcuts["Undo"](&fyne.ShortcutUndo{})
	if item, _ := p.session.PlanItem(id); item.Phase != assessments.PhaseFirst || !p.says(w.T("plan.undo.done")) {
		t.Fatalf("undone, it is in %s", item.Phase)
	}
	title := library().ActionWords["es"][action].Title
	p.handle("plan.later", "action", title)
	p.handle("plan.earlier", "action", title)
	p.handle("plan.status.next", "action", title)
	if item, _ := p.session.PlanItem(id); item.Status != assessments.StatusDoing || item.Phase != assessments.PhaseFirst {
		t.Fatalf("it is %+v", item)
	}
	p.Go(screen.Route{Page: screen.Home})
	if !p.says(w.T("plan.home")) || len(p.buttons(title)) == 0 {
		t.Errorf("home says %q", p.texts())
	}
	p.calendar(t, title)
	before := p.session.Plan()
	p.again("es")
	if after := p.session.Plan(); len(after) != 1 || after[0] != before[0] {
		t.Errorf("the next start finds %+v, not %+v", after, before)
	}
	p.Go(screen.Route{Page: screen.Plan})
	p.handle("plan.remove", "action", title)
	if len(p.session.Plan()) != 0 {
		t.Error("it is not removed")
	}
	p.push("plan.undo")
	if len(p.session.Plan()) != 1 {
		t.Error("it does not come back")
	}
}

// calendar writes the plan's dates and reads them.
func (p *program) calendar(t *testing.T, title string) {
	t.Helper()
	p.Go(screen.Route{Page: screen.Plan})
	p.push("plan.calendar")
	path := filepath.Join(t.TempDir(), "plan")
	p.entries()[0].SetText(path)
	p.push("plan.calendar.save")
	data, err := os.ReadFile(path + ".ics")
	text := strings.ReplaceAll(string(data), "\r\n ", "")
	if err != nil || !strings.Contains(text, "DTSTART;VALUE=DATE:20991222") || !strings.Contains(text, "TRIGGER:-P2DT15H") || !strings.Contains(text, title) {
		t.Fatalf("the calendar is %q (%v)", text, err)
	}
	p.push("plan.calendar.save")
	if !p.says(p.session.Words.T("save.exists")) {
		p.push("plan.calendar.save")
	}
}

// The day of the next check-up goes to the calendar with a reminder, also where the plan is empty.
func TestCalendarHasTheNextCheckUp(t *testing.T) {
	p := start(t, t.TempDir(), "es", wide)
	w := p.session.Words
	p.session.Answer("data.backup", assessments.Answer{Value: assessments.AtLevel(1)})
	p.Go(screen.Route{Page: screen.Plan})
	if len(p.buttons(w.T("plan.calendar"))) > 0 {
		t.Fatal("without any date a calendar is offered")
	}
	if err := p.session.SetNext("2099-11-23"); err != nil {
		t.Fatal(err)
	}
	p.Go(screen.Route{Page: screen.Plan})
	p.push("plan.calendar")
	if !p.says(w.T("plan.calendar.round", "date", w.DateOf("2099-11-23"))) {
		t.Errorf("the page says %q", p.texts())
	}
	path := filepath.Join(t.TempDir(), "next.ics")
	p.entries()[0].SetText(path)
	p.push("plan.calendar.save")
	data, err := os.ReadFile(path)
	text := strings.ReplaceAll(string(data), "\r\n ", "")
	if err != nil || strings.Count(text, "BEGIN:VEVENT") != 1 || !strings.Contains(text, "DTSTART;VALUE=DATE:20991123") || !strings.Contains(text, "TRIGGER:-P2DT15H") || !strings.Contains(text, w.T("plan.calendar.next")) {
		t.Fatalf("the calendar is %q (%v)", text, err)
	}
}

// The orange action of the next steps takes those that are missing to the plan; there the next one
// says in how many days it is due, the next check-up stands in the phase of its day and leads to where
// it is begun, and the action sheet to the report.
func TestFromStepsToThePlan(t *testing.T) {
	p := start(t, t.TempDir(), "en", wide)
	p.Sample(true)
	se := p.session
	w := se.Words
	if err := se.SetNext(se.Now().AddDate(0, 6, 0).Format("2006-01-02")); err != nil {
		t.Fatal(err)
	}
	p.Go(screen.Route{Page: screen.Steps})
	p.push("plan.steps.add")
	if len(p.buttons(w.N("steps.toplan", 2))) != 1 {
		t.Fatalf("no way for the other two: %q", p.texts())
	}
	next := se.Advice().Next
	p.window.Canvas().Unfocus()
	p.press(fyne.KeyReturn)
	if len(se.Plan()) != 3 || p.Route() != (screen.Route{Page: screen.Plan}) {
		t.Fatalf("%d steps are in the plan, on %+v", len(se.Plan()), p.Route())
	}
	for _, o := range next {
		if _, there := se.Planned(o.Action.ID); !there {
			t.Errorf("%s is not in the plan", o.Action.ID)
		}
	}
	for days, said := range map[int]string{0: w.T("plan.next.today"), 1: w.N("plan.next.days", 1), 4: w.N("plan.next.days", 4)} {
		item := se.Plan()[0]
		item.Due = se.Now().AddDate(0, 0, days).Format("2006-01-02")
		if err := se.PutItem(item); err != nil {
			t.Fatal(err)
		}
		p.Go(screen.Route{Page: screen.Plan})
		if !p.says(said) {
			t.Errorf("in %d days: no %q", days, said)
		}
	}
	empty := 0
	p.each(func(o object) {
		if text, ok := o.CanvasObject.(*widget.Text); ok && text.Text() == w.T("plan.phase.none") {
			empty++
		}
	})
	if empty != 1 { // the check-up stands in the second phase
		t.Errorf("%d phases are empty", empty)
	}
	p.push("plan.sheet")
	if p.Route().Page != screen.Report {
		t.Errorf("the sheet leads to %+v", p.Route())
	}
	p.Go(screen.Route{Page: screen.Plan})
	p.handle("plan.checkup.name")
	if p.Route().Page != screen.Rounds {
		t.Errorf("the check-up leads to %+v", p.Route())
	}
	p.Go(screen.Route{Page: screen.Steps})
	p.push("steps.toplan.see")
	if p.Route().Page != screen.Plan {
		t.Errorf("it leads to %+v", p.Route())
	}
}

// waiting is an action that the plan takes once one other is in it, and that other, which it takes at
// once.
func (p *program) waiting() (action, needed string) {
	p.t.Helper()
	basis := p.session.Basis()
	for _, a := range library().Actions {
		if _, missing := basis.Earliest(nil, a.ID); len(missing) == 1 {
			if _, more := basis.Earliest(nil, missing[0]); len(more) == 0 {
				return a.ID, missing[0]
			}
		}
	}
	p.t.Fatal("no shipped action waits for just one other")
	return "", ""
}

// An action cannot go before what it needs: the refusal names both by their titles, and nothing
// changes.
func TestPlanRefusesInTitles(t *testing.T) {
	p := start(t, t.TempDir(), "es", wide)
	p.Sample(true)
	se := p.session
	action, need := p.waiting()
	_, err := se.AddItem(action)
	if err == nil {
		t.Fatalf("%s is added without %s", action, need)
	}
	for _, id := range []string{action, need} {
		if said := screen.PlanFault(se, err); !strings.Contains(said, screen.ActionTitle(se, id)) {
			t.Errorf("the refusal does not name %s: %s", id, said)
		}
	}
	if _, err := se.AddItem(need); err != nil {
		t.Fatal(err)
	}
	if _, err := se.AddItem(action); err != nil {
		t.Fatal(err)
	}
	p.Go(screen.Route{Page: screen.Plan})
	needed, _ := se.Planned(need)
	p.handle("plan.later", "action", screen.ActionTitle(se, needed.Action))
	if kept, _ := se.PlanItem(needed.ID); kept.Phase != assessments.PhaseFirst || !p.says(se.Words.T("plan.refused")) {
		t.Errorf("what %s needs moved to %s", action, kept.Phase)
	}
}

// A decision is kept with its reason and day, changes what is offered, and can be taken back.
func TestUnderwayWithAReason(t *testing.T) {
	p := start(t, t.TempDir(), "en", wide)
	p.Sample(true)
	p.Go(screen.Route{Page: screen.Steps})
	action := p.session.Advice().Next[0].Action.ID
	p.push("steps.underway")
	p.write("since May")
	p.press(fyne.KeyReturn)
	d := p.session.Decisions[action]
	if d.Kind != assessments.Underway || d.Reason != "since May" || d.At.IsZero() || p.session.Advice().Next[0].Action.ID == action {
		t.Fatalf("decided is %+v", d)
	}
	if !p.says(p.session.Words.T("steps.reason", "text", "since May")) {
		t.Errorf("the page says %q", p.texts())
	}
	p.push("steps.again")
	if _, there := p.session.Decisions[action]; there || p.session.Advice().Next[0].Action.ID != action {
		t.Error("it is not taken back")
	}
}

// The profile after a phase stands over today's as a radar with its numbers in words, and another
// phase can be chosen by keys.
func TestPlanRadar(t *testing.T) {
	for _, size := range []fyne.Size{wide, compact} {
		p := start(t, t.TempDir(), "es", size)
		p.Sample(true)
		a := p.session.Advice()
		if _, err := p.session.AddItem(a.Next[0].Action.ID); err != nil {
			t.Fatal(err)
		}
		if err := p.session.MoveItem(p.session.Plan()[0].ID, assessments.PhaseSecond); err != nil {
			t.Fatal(err)
		}
		p.Go(screen.Route{Page: screen.Plan})
		w := p.session.Words
		alt := func() (text string) {
			p.each(func(o object) {
				if d, ok := o.CanvasObject.(*widget.Drawing); ok && strings.HasPrefix(d.Alt, w.T("plan.radar.alt", "n", 1)[:12]) {
					text = d.Alt
				}
			})
			return text
		}
		area := a.Next[0].Dimension
		line := func(after int) string {
			pr := p.session.Basis().Project(p.session.Plan())
			low, high := w.Score(pr.Phases[after].Low.Result.Dimension(area).Value), w.Score(pr.Phases[after].High.Result.Dimension(area).Value)
			then := low
			if high != low {
				then += "–" + high
			}
			return w.T("plan.radar.alt.area", "area", p.session.Pack.Words["es"].Dimensions[area].Name, "today", w.Score(pr.Today.Dimension(area).Value), "then", then)
		}
		if text := alt(); !strings.Contains(text, w.T("plan.radar.alt", "n", 1)) || !strings.Contains(text, line(0)) {
			t.Fatalf("after phase 1 the radar says %q, not %q", text, line(0))
		}
		p.reached(func(f fyne.Focusable) bool { _, ok := f.(*widget.Segmented); return ok })
		p.press(fyne.KeyRight)
		if text := alt(); !strings.Contains(text, w.T("plan.radar.alt", "n", 2)) || !strings.Contains(text, line(1)) || line(0) == line(1) {
			t.Errorf("after phase 2 the radar says %q, not %q", text, line(1))
		}
		if _, ok := p.window.Canvas().Focused().(*widget.Segmented); !ok {
			t.Errorf("the keyboard is on %T", p.window.Canvas().Focused())
		}
	}
}

// The pages of a plan with items of every kind stand whole.
func TestPlanIsWhole(t *testing.T) {
	for _, lang := range []string{"es", "en"} {
		for _, room := range []struct {
			size    fyne.Size
			percent int
		}{{wide, 100}, {wide, 200}, {compact, 100}, {small, 200}} {
			p := start(t, t.TempDir(), lang, room.size)
			p.Look(func(l *screen.Look) { l.Percent = room.percent })
			p.Sample(true)
			fill(t, p)
			routes := []screen.Route{{Page: screen.Home}, {Page: screen.Steps}, {Page: screen.Plan}, {Page: screen.Plan, ID: "add"}, {Page: screen.Plan, ID: "calendar"}, {Page: screen.Plan, ID: p.session.Plan()[0].ID}}
			for _, r := range routes {
				p.Go(r)
				for _, f := range p.faults() {
					t.Errorf("%s %v %d, %s %s: %s", lang, room.size, room.percent, r.Page, r.ID, f)
				}
			}
		}
	}
}

// fill makes a plan with everything in it.
func fill(t *testing.T, p *program) {
	t.Helper()
	a := p.session.Advice()
	for _, o := range append(a.Next, a.Later...) {
		_, _ = p.session.AddItem(o.Action.ID)
	}
	for i, item := range p.session.Plan() {
		item.Owner, item.CostPlanned, item.CostSpent = strings.Repeat("Ana ", i+1), 1200*i, 300*i
		item.Status = assessments.Statuses[i%len(assessments.Statuses)]
		switch i % 3 {
		case 0:
			item.Start, item.Due = "2020-01-01", "2020-02-01"
		case 1:
			item.Due = "2099-01-01"
		}
		if err := p.session.PutItem(item); err != nil {
			t.Fatal(err)
		}
		_ = p.session.MoveItem(item.ID, assessments.Phases[i%3])
	}
}
