package plan

import (
	"bytes"
	"strings"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/figure"
	"nivel/assessments/office"
	"nivel/assessments/safefile"
	words "nivel/assessments/texts"
)

// calendar writes the dates of the plan as a file that calendars read.
type calendar struct {
	h        screen.Host
	w        *words.Words
	reminder int // index of reminders
	file     *screen.Target
	button   *widget.Button
}

// reminders are days before, as they are offered.
var reminders = []int{0, 1, 3, 7}

func newCalendar(h screen.Host) *calendar {
	return &calendar{h: h, w: h.Session().Words, reminder: 2}
}

// Start implements screen.Starter.
func (s *calendar) Start() fyne.Focusable { return s.button }

// Primary implements screen.Primary.
func (s *calendar) Primary() { s.save() }

// Key implements screen.Keyed.
func (s *calendar) Key(e *fyne.KeyEvent) bool {
	if e.Name == fyne.KeyEscape {
		s.h.Go(screen.Route{Page: screen.Plan})
		return true
	}
	return false
}

// Content implements screen.Screen.
func (s *calendar) Content() fyne.CanvasObject {
	w, c, se := s.w, s.h.Class(), s.h.Session()
	back := widget.NewButton(widget.Quiet, "left", w.T("plan.back"), "", func() { s.h.Go(screen.Route{Page: screen.Plan}) })
	var names []string
	for _, n := range reminders {
		if n == 0 {
			names = append(names, w.T("plan.calendar.never"))
			continue
		}
		names = append(names, w.N("plan.calendar.days", n))
	}
	reminder := widget.NewSegmented(names, s.reminder, func(i int) { s.reminder = i })
	firm := se.Company.Name
	if firm == "" {
		firm = w.T("report.noname")
	}
	s.file = screen.NewTarget(s.h, ".ics", nil)
	s.file.Suggest(w.T("plan.calendar.name", "firm", firm))
	s.file.Path.OnSubmitted = func(string) { s.save() }
	s.button = widget.NewButton(widget.Next, "calendar", w.T("plan.calendar.save"), "", s.save)
	say, n := "", len(s.events())
	if at := se.Assessment.NextAt; at != "" {
		n--
		say = w.T("plan.calendar.round", "date", w.DateOf(at))
	}
	if n > 0 || say == "" {
		say = strings.TrimSpace(w.N("plan.calendar.count", n) + " " + say)
	}
	card := widget.Card(24, widget.Column(16, widget.NewText(widget.Body, figure.Ink, say),
		widget.Column(6, widget.NewText(widget.TightBold, figure.Ink, w.T("plan.calendar.reminder")), widget.Wrap(0, 0, reminder)),
		s.file.Field(), widget.Wrap(12, 8, s.button), s.file.Said))
	page := screen.Body(c, widget.Wrap(0, 0, back), screen.Head(c, w.T("plan.calendar.title"), w.T("plan.calendar.lead")), card)
	s.file.On(page)
	return page
}

// events are the days of what remains to be done, each due one with a reminder, each beginning
// without; and that of the next check-up.
func (s *calendar) events() []office.Event {
	w, se := s.w, s.h.Session()
	var out []office.Event
	for _, p := range se.Plan() {
		if !p.Pending() {
			continue
		}
		title := s.marked(screen.ActionTitle(se, p.Action))
		text := strings.Join(s.text(&p), "\n")
		if p.Start != "" {
			out = append(out, office.Event{UID: p.ID + "-start@nivel", Date: p.Start, Title: w.T("plan.calendar.start", "action", title), Text: text})
		}
		if p.Due != "" {
			out = append(out, office.Event{UID: p.ID + "-due@nivel", Date: p.Due, Title: w.T("plan.calendar.due", "action", title), Text: text, ReminderDays: reminders[s.reminder]})
		}
	}
	if at := se.Assessment.NextAt; at != "" {
		out = append(out, office.Event{UID: se.Assessment.ID + "-next@nivel", Date: at, Title: s.marked(w.T("plan.calendar.next")), Text: w.T("plan.calendar.next.text"), ReminderDays: reminders[s.reminder]})
	}
	return out
}

// marked says of what the sample firm has that it is a sample.
func (s *calendar) marked(title string) string {
	if s.h.Session().Company.Sample {
		title += " (" + s.w.T("sample.chip") + ")"
	}
	return title
}

// text is what stands in an event: who does it, how its success shows, the notes.
func (s *calendar) text(p *assessments.PlanItem) []string {
	var out []string
	for _, x := range []struct{ name, text string }{{"owner", p.Owner}, {"funding", p.Funding}, {"sign", p.Sign}, {"note", p.Note}} {
		if x.text != "" {
			out = append(out, s.w.T("plan.field."+x.name)+": "+x.text)
		}
	}
	return out
}

func (s *calendar) save() {
	w := s.w
	var b bytes.Buffer
	if err := office.WriteCalendar(&b, s.events(), s.h.Session().Now()); err != nil {
		s.file.Say(widget.ToneWarn, "calendar", w.T("plan.calendar.error"), w.Fault(err))
		return
	}
	path, ok := s.file.Take(func(file string) string { return w.T("plan.calendar.exists", "file", file) })
	if !ok {
		return
	}
	if err := safefile.WriteFile(path, b.Bytes(), 0o644); err != nil {
		s.file.Failed(path, err, w.T("plan.calendar.error"), w.T("plan.calendar.error.other", "reason", err))
		return
	}
	s.file.Done(path, w.T("plan.calendar.done"))
}
