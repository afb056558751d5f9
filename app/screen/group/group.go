// Package group is the working group at work: its members, its meetings, and what is still to be done.
//
// The rule: what was agreed stays on the list until somebody says that it is done.
package group

import (
	"bytes"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments/document"
	"nivel/assessments/figure"
	"nivel/assessments/office"
	"nivel/assessments/texts"
	domain "nivel/assessments/workgroup"
)

// tabs are the parts of the page, as they stand in a route; a meeting is "meeting/id".
var tabs = []string{"members", "meetings", "open"}

// Screen is the page.
type Screen struct {
	h       screen.Host
	w       *texts.Words
	tab     int
	meeting string // the one that is shown; empty: the list
	sample  bool
	g       *domain.Group
	page    *widget.Page
	choice  *widget.Segmented
	body    *fyne.Container
	wrong   *widget.Text
}

// New builds the page with one of its parts.
func New(h screen.Host, id string) *Screen {
	s := &Screen{h: h, w: h.Session().Words, sample: h.Session().SampleWork()}
	if meeting, ok := strings.CutPrefix(id, "meeting/"); ok {
		s.meeting, s.tab = meeting, 1
	} else {
		s.tab = max(0, slices.Index(tabs, id))
	}
	return s
}

// Start implements screen.Starter.
func (s *Screen) Start() fyne.Focusable { return s.choice }

// Key implements screen.Keyed.
func (s *Screen) Key(e *fyne.KeyEvent) bool {
	if e.Name == fyne.KeyEscape && s.meeting != "" {
		s.h.Go(screen.Route{Page: screen.Group, ID: "meetings"})
		return true
	}
	return false
}

func (s *Screen) t(key string, pairs ...any) string { return s.w.T("workgroup."+key, pairs...) }

// Content implements screen.Screen.
func (s *Screen) Content() fyne.CanvasObject {
	c := s.h.Class()
	var names []string
	for _, tab := range tabs {
		names = append(names, s.t("tab."+tab))
	}
	s.choice = widget.NewSegmented(names, s.tab, func(i int) { s.tab, s.meeting = i, ""; s.show() })
	s.body, s.wrong = widget.Column(14), widget.NewText(widget.Small, figure.Err, "")
	head := []fyne.CanvasObject{screen.Head(c, s.w.T("page.group"), s.t("lead"))}
	if s.sample {
		head = append(head, widget.Wrap(0, 0, widget.Chip(widget.ToneWarn, "info", s.w.T("sample.chip"))))
	}
	s.page = screen.Body(c, append(head, widget.Wrap(0, 0, s.choice), s.wrong, s.body)...)
	var err error
	if s.g, err = s.h.Session().Workgroup(s.sample); err != nil {
		s.g = nil
		s.body.Objects = []fyne.CanvasObject{screen.Fault(s.w, err)}
		s.choice.Hide()
		return s.page
	}
	s.show()
	return s.page
}

// show fills the part that is chosen.
func (s *Screen) show() {
	if s.g == nil {
		return
	}
	s.body.Objects = nil
	m := s.g.Meeting(s.meeting)
	switch {
	case m != nil:
		s.one(m)
	case tabs[s.tab] == "members":
		s.members()
	case tabs[s.tab] == "meetings":
		s.meetings()
	default:
		s.open()
	}
	screen.Follow(s.page)
	s.page.Relayout()
}

func (s *Screen) card(o ...fyne.CanvasObject) {
	s.body.Objects = append(s.body.Objects, widget.Card(18, widget.Column(12, o...)))
}

// keep writes what has changed, or says what cannot stand.
func (s *Screen) keep() {
	said := ""
	if err := s.h.Session().PutWorkgroup(s.g, s.sample); err != nil {
		said = s.w.Fault(err)
	}
	if s.wrong.Text() != said {
		s.wrong.SetText(said)
		s.page.Relayout()
	}
}

func (s *Screen) field(key string, lines int, of *string) fyne.CanvasObject {
	e := widget.NewEntry(lines, *of, func(text string) { *of = text; s.keep() })
	return widget.Column(6, widget.NewText(widget.TightBold, figure.Ink, s.t(key)), e)
}

// day is a field for a day; what is typed and is none stays and is said.
func (s *Screen) day(key string, of *string) fyne.CanvasObject {
	e := widget.NewEntry(1, s.w.TypedDay(*of), func(text string) {
		*of = strings.TrimSpace(text)
		if day, ok := s.w.ReadDay(text); ok {
			*of = day
		}
		s.keep()
	})
	return widget.Column(6, widget.NewText(widget.TightBold, figure.Ink, s.t(key)), e)
}

// members are those who belong to the group, and whom nobody stands for.
func (s *Screen) members() {
	s.card(s.field("name", 1, &s.g.Name))
	if len(s.g.Members) == 0 {
		s.body.Add(widget.NewText(widget.Body, figure.Ink, s.t("member.none")))
	} else if lacks := s.g.Lacks(); len(lacks) > 0 {
		var names []string
		for _, r := range lacks {
			names = append(names, s.t("role."+string(r)))
		}
		s.body.Add(widget.Banner(widget.ToneNeutral, "info", "", s.t("lacks", "roles", strings.Join(names, ", "))))
	}
	var roles []string
	for _, r := range domain.Roles {
		roles = append(roles, s.t("role."+string(r)))
	}
	for i := range s.g.Members {
		m := &s.g.Members[i]
		role := widget.NewChoose(roles)
		role.Mark(slices.Index(domain.Roles, m.Role))
		role.OnChanged = func(string) {
			m.Role = domain.Roles[role.SelectedIndex()]
			s.keep()
			s.show()
		}
		remove := widget.NewButton(widget.Quiet, "trash", s.t("member.remove"), "", func() {
			s.g.Members = slices.Delete(s.g.Members, i, i+1)
			s.keep()
			s.show()
			widget.Focus(s.choice)
		})
		s.card(screen.Sides(s.h.Class(), 1, 1, s.field("member.name", 1, &m.Name), s.field("member.institution", 1, &m.Institution)),
			widget.Column(6, widget.NewText(widget.TightBold, figure.Ink, s.t("role")), widget.Framed(role)), widget.Wrap(0, 0, remove))
	}
	s.body.Add(widget.Wrap(0, 0, widget.NewButton(widget.Next, "plus", s.t("member.add"), "", func() {
		s.g.Members = append(s.g.Members, domain.Member{Role: domain.Company})
		s.keep()
		s.show()
	})))
}

// meetings are all of them, the latest in front.
func (s *Screen) meetings() {
	add := widget.NewButton(widget.Next, "plus", s.t("meeting.add"), "", func() {
		m := s.h.Session().NewMeeting()
		s.g.Meetings = append(s.g.Meetings, m)
		s.keep()
		s.h.Go(screen.Route{Page: screen.Group, ID: "meeting/" + m.ID})
	})
	buttons := []fyne.CanvasObject{add}
	if len(s.g.Meetings) > 0 {
		buttons = append(buttons, widget.NewButton(widget.Secondary, "calendar", s.t("calendar"), "", s.calendar))
	}
	s.body.Add(widget.Wrap(10, 8, buttons...))
	if len(s.g.Meetings) == 0 {
		s.card(widget.NewText(widget.Body, figure.Ink, s.t("meeting.none")))
	}
	for _, m := range s.g.ByDay() {
		open := widget.NewButton(widget.Quiet, "calendar", s.t("meeting", "date", s.w.DateOf(m.Day)), "chevron-right", func() { s.h.Go(screen.Route{Page: screen.Group, ID: "meeting/" + m.ID}) })
		var points []string
		for _, a := range m.Agenda {
			points = append(points, widget.Plain(a.Text))
		}
		s.card(widget.Wrap(0, 0, open), widget.NewText(widget.Tight, figure.Ink2, strings.Join(points, " · ")))
	}
}

// calendar saves meetings and tasks for other calendars.
func (s *Screen) calendar() {
	screen.SaveFile(s.h, s.t("calendar.file"), ".ics", func() ([]byte, error) {
		var b bytes.Buffer
		err := office.WriteCalendar(&b, domain.Events(s.w, s.g), s.h.Session().Now())
		return b.Bytes(), err
	})
}

// open is what is still to be done, over all meetings.
func (s *Screen) open() {
	all := s.g.Open("")
	if len(all) == 0 {
		s.card(widget.NewText(widget.Body, figure.Ink, s.t("open.none")))
		return
	}
	s.body.Add(widget.Wrap(0, 0, s.paper("open", func(in domain.Input) *document.Document { return domain.FollowUps(in) })))
	var rows []fyne.CanvasObject
	for i, p := range all {
		if i > 0 {
			rows = append(rows, widget.Divider())
		}
		rows = append(rows, s.task(p))
	}
	s.card(rows...)
}

// task is one thing that is to be done.
func (s *Screen) task(p domain.Pending) fyne.CanvasObject {
	f := p.FollowUp
	facts := []string{s.t("from", "date", s.w.DateOf(p.Meeting.Day))}
	if f.Who != "" {
		facts = append([]string{widget.Plain(f.Who)}, facts...)
	}
	if f.Due != "" {
		due := s.w.ShortDate(f.Due)
		if f.Due < s.h.Session().Today() {
			due += " · " + s.t("open.late")
		}
		facts = append([]string{due}, facts...)
	}
	done := widget.NewTick(s.t("done"), f.Done, func(on bool) { f.Done = on; s.keep() })
	return widget.Centred(14, []float32{-1, 0}, widget.Column(1, widget.NewText(widget.Strong, figure.Ink, widget.Plain(f.What)), widget.NewText(widget.Small, figure.Ink2, strings.Join(facts, " · "))), done)
}

// paper is a button that saves one.
func (s *Screen) paper(key string, make func(domain.Input) *document.Document) *widget.Button {
	return widget.NewButton(widget.Secondary, "doc", s.t("paper."+key), "", func() {
		today, _ := time.Parse(time.DateOnly, s.h.Session().Today())
		in := domain.Input{Words: s.w, Group: s.g, Sample: s.sample, Day: today}
		screen.SavePaper(s.h, screen.Paper{Name: s.g.Name + " - " + s.t("paper."+key), Make: func() (*document.Document, error) {
			if err := s.g.Check(); err != nil {
				return nil, err
			}
			return make(in), nil
		}})
	})
}
