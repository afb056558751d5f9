package visit

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/figure"
)

// closing is the record of the visit that goes on, with what both sides agree on. What can stand is
// kept as it is typed.
type closing struct {
	base
	visit  assessments.Visit
	fields *fields
	main   *widget.Button
	said   *fyne.Container // what keeps the visit from being closed
	next   *fyne.Container // when the check-up is repeated
	page   *widget.Page
}

func newClosing(b base, v assessments.Visit) *closing { return &closing{base: b, visit: v} }

// Start implements screen.Starter.
func (s *closing) Start() fyne.Focusable { return s.fields.first }

// Primary implements screen.Primary.
func (s *closing) Primary() { s.shut() }

// Key implements screen.Keyed.
func (s *closing) Key(e *fyne.KeyEvent) bool {
	if e.Name == fyne.KeyEscape {
		s.to(wayPage)
		return true
	}
	return false
}

// Content implements screen.Screen.
func (s *closing) Content() fyne.CanvasObject {
	c := s.h.Class()
	s.main = widget.NewButton(widget.Next, "check", s.w.T("visit.close"), "", s.shut)
	s.fields = newFields(s.base, s.visit, drafted(s.w, s.visit), s.keep)
	s.said, s.next = widget.Column(8), widget.Column(10)
	note := s.fields.entry("note", 5, &s.fields.typed.note)
	when, who := s.fields.when(), s.fields.who()
	s.showNext()
	back := widget.Wrap(0, 0, widget.NewButton(widget.Quiet, "left", s.w.T("visit.goon"), "", func() { s.to(wayPage) }))
	body := widget.Column(16, back, screen.Head(c, s.w.T("visit.close.title"), s.firm(), s.main), s.said,
		widget.Card(22, widget.Column(14, screen.CardHead("note", s.w.T("visit.record")), note, when, who)),
		s.steps(), widget.Card(22, s.next))
	s.page = screen.Body(c, body)
	screen.Follow(s.page, body)
	s.fields.page = s.page
	s.fields.check()
	return s.page
}

// keep writes what is typed, as far as it can stand: the note also beside a field that cannot.
func (s *closing) keep() {
	v, err := s.fields.read()
	if err != nil {
		v = s.visit
		if v.Note = strings.TrimSpace(s.fields.typed.note); v.Check() != nil {
			return
		}
	}
	s.put(v)
}

func (s *closing) put(v assessments.Visit) {
	kept, err := s.h.Session().PutVisit(v)
	if err != nil {
		s.say(err)
		return
	}
	s.visit, s.fields.visit = kept, kept
}

// steps are the three next steps to agree on, and what was agreed on before the answers changed.
func (s *closing) steps() fyne.CanvasObject {
	se := s.h.Session()
	rows := []fyne.CanvasObject{screen.CardHead("check", s.w.T("visit.steps")), widget.NewText(widget.Tight, figure.Ink2, s.w.T("visit.steps.text"))}
	var ids []string
	for _, o := range se.Advice().Next {
		ids = append(ids, o.Action.ID)
	}
	for _, id := range s.visit.Agreed {
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	if len(ids) == 0 {
		return widget.Card(22, widget.Column(10, rows[0], widget.NewText(widget.Body, figure.Ink2, s.w.T("visit.steps.none"))))
	}
	for _, id := range ids {
		lines := []fyne.CanvasObject{s.step(id)}
		if first := se.Complete().ActionWords[s.w.Language][id].First; first != "" {
			lines = append(lines, widget.Label("step", figure.Pencil, 18, 8, widget.NewText(widget.Tight, figure.Ink, s.w.T("visit.steps.first", "text", first))))
		}
		rows = append(rows, widget.Divider(), widget.Column(4, lines...))
	}
	return widget.Card(22, widget.Column(10, rows...))
}

// step is the button that agrees on a step, or takes that back.
func (s *closing) step(id string) fyne.CanvasObject {
	b := widget.NewButton(widget.Secondary, "plus", screen.ActionTitle(s.h.Session(), id), "", nil)
	state := widget.NewText(widget.Small, figure.Ink2, "")
	show := func() {
		kind, icon, text := widget.Secondary, "plus", s.w.T("visit.steps.open")
		if slices.Contains(s.visit.Agreed, id) {
			kind, icon, text = widget.Chosen, "check", s.w.T("visit.steps.agreed")
		}
		b.Icon = icon
		b.SetKind(kind)
		state.SetText(text)
		if s.page != nil {
			s.page.Relayout()
		}
	}
	b.OnTapped = func() {
		v := s.visit
		if at := slices.Index(v.Agreed, id); at >= 0 {
			v.Agreed = slices.Delete(slices.Clone(v.Agreed), at, at+1)
		} else {
			v.Agreed = append(slices.Clone(v.Agreed), id)
		}
		s.put(v)
		show()
	}
	show()
	return widget.Wrap(12, 4, b, state)
}

// showNext says when the check-up is repeated, and changes it.
func (s *closing) showNext() {
	se := s.h.Session()
	text := s.w.T("rounds.next.none")
	if at := se.Assessment.NextAt; at != "" {
		text = s.w.T("rounds.next.set", "date", s.w.DateOf(at))
	}
	in := func(key string, months int) *widget.Button {
		day := se.Now().AddDate(0, months, 0).Format("2006-01-02")
		kind, icon := widget.Secondary, ""
		if day == se.Assessment.NextAt {
			kind, icon = widget.Chosen, "check"
		}
		return widget.NewButton(kind, icon, s.w.T(key), "", func() {
			if err := se.SetNext(day); err != nil {
				s.say(err)
				return
			}
			s.showNext()
			i := 0
			if months == 12 {
				i = 1
			}
			widget.Focus(s.next.Objects[2].(*fyne.Container).Objects[i].(*widget.Button))
		})
	}
	s.next.Objects = []fyne.CanvasObject{screen.CardHead("calendar", s.w.T("visit.repeat")), widget.NewText(widget.Body, figure.Ink, text),
		widget.Wrap(10, 6, in("rounds.next.half", 6), in("rounds.next.year", 12))}
	if s.page != nil {
		screen.Follow(s.page, s.next)
		s.page.Relayout()
	}
}

// say shows why the visit cannot be closed.
func (s *closing) say(err error) {
	s.said.Objects = []fyne.CanvasObject{widget.Banner(widget.ToneWarn, "alert", s.w.T("visit.close.refused"), screen.PlanFault(s.h.Session(), err))}
	s.page.Relayout()
	s.page.Scroll.ScrollToTop()
}

// shut puts the agreed steps into the plan and closes the visit.
func (s *closing) shut() {
	v, err := s.fields.read()
	if err != nil {
		s.fields.check()
		widget.Focus(s.fields.first)
		s.page.Scroll.ScrollToTop()
		return
	}
	se := s.h.Session()
	for _, id := range v.Agreed {
		if _, there := se.Planned(id); there {
			continue
		}
		if _, err := se.AddItem(id); err != nil {
			s.say(err)
			return
		}
	}
	v.ClosedAt = se.Now().UTC().Round(0)
	if v, err = se.PutVisit(v); err != nil {
		s.say(err)
		return
	}
	delete(s.desk.at, v.ID)
	s.to(v.ID)
}
