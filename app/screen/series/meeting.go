package series

import (
	"strconv"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments/document"
	"nivel/assessments/figure"
	"nivel/assessments/series"
)

// meeting is one of the three: its agenda, who came, what was said, its papers and its invitation.
type meeting struct {
	inputs
	n    int
	main *widget.Button
}

func newMeeting(p page, n int) *meeting {
	s := &meeting{inputs: inputs{page: &p}, n: n}
	s.main = s.paper("print", s.t("meeting.agenda.save"), func(p *series.Papers) *document.Document { return p.Agenda(n) })
	s.main.SetKind(widget.Next)
	return s
}

// Start implements screen.Starter.
func (s *meeting) Start() fyne.Focusable { return s.main }

// Primary implements screen.Primary.
func (s *meeting) Primary() { s.main.OnTapped() }

// Key implements screen.Keyed.
func (s *meeting) Key(e *fyne.KeyEvent) bool {
	if e.Name == fyne.KeyEscape {
		s.to(s.s.ID)
		return true
	}
	return false
}

// Content implements screen.Screen.
func (s *meeting) Content() fyne.CanvasObject {
	c := s.h.Class()
	m := &s.s.Meetings[s.n-1]
	when := s.w.DateOf(m.Day)
	for _, part := range []string{m.Time, s.s.At(s.n)} {
		if part != "" {
			when += " · " + widget.Plain(part)
		}
	}
	note, _ := s.text("meeting.note", 4, &m.Note)
	decisions, _ := s.text("meeting.decisions", 3, &m.Decisions)
	written := widget.Card(22, widget.Column(12, screen.CardHead("pencil", s.t("meeting.written")), note, decisions, widget.NewText(widget.Small, figure.Ink2, s.t("meeting.kept"))))
	change := widget.NewButton(widget.Secondary, "calendar", s.t("dates"), "", func() { s.to(s.s.ID, datesPage) })
	s.frame = s.body(s.back(s.title(), s.s.ID), s.head(s.s.Sample, s.t("doc.m"+strconv.Itoa(s.n)+".title"), when, change, s.main),
		screen.Sides(c, 1, 1, widget.Column(16, s.agenda(), s.more(), written), s.presence()), s.invitation(s.n, func() *widget.Page { return s.frame }))
	return s.frame
}

// agenda is what happens, in its order.
func (s *meeting) agenda() fyne.CanvasObject {
	rows := []fyne.CanvasObject{screen.CardHead("clock", s.t("doc.agenda"))}
	for _, point := range series.AgendaOf(s.w, s.n) {
		minutes := widget.NewText(widget.TightBold, figure.Ink2, s.t("minutes", "n", point.Minutes))
		rows = append(rows, widget.Row(12, []float32{-16, -84}, minutes, widget.Column(0, widget.NewText(widget.TightBold, figure.Ink, point.What), widget.NewText(widget.Small, figure.Ink2, point.How))))
	}
	return widget.Card(22, widget.Column(10, rows...))
}

// presence is who came, a box a person.
func (s *meeting) presence() fyne.CanvasObject {
	rows := []fyne.CanvasObject{screen.CardHead("people", s.t("meeting.presence"))}
	for i := range s.s.Firms {
		f := &s.s.Firms[i]
		var ticks []fyne.CanvasObject
		for k := range f.People {
			name := s.who(f, k)
			if r := []rune(name); len(r) > 24 {
				name = string(r[:23]) + "…"
			}
			ticks = append(ticks, s.came(f, k, s.n, name))
		}
		rows = append(rows, widget.Column(2, widget.NewText(widget.TightBold, figure.Ink, s.w.Int(i+1)+". "+s.name(f.Company)), widget.Wrap(14, 2, ticks...)))
	}
	rows = append(rows, widget.Wrap(0, 0, s.paper("doc", s.t("doc.presence"), func(p *series.Papers) *document.Document { return p.Presence(s.n) })))
	return widget.Card(22, widget.Column(10, rows...))
}

// more are the papers of this meeting beside its agenda.
func (s *meeting) more() fyne.CanvasObject {
	rows := []fyne.CanvasObject{screen.CardHead("print", s.t("meeting.papers"))}
	button := func(name string, make func(*series.Papers) *document.Document) fyne.CanvasObject {
		return s.paper("doc", name, make)
	}
	var all []fyne.CanvasObject
	switch s.n {
	case 1:
		all = append(all, button(s.t("meeting.openings"), s.each((*series.Papers).Opening)),
			button(s.t("doc.walk"), func(p *series.Papers) *document.Document { return p.Walk("") }))
	case 2:
		all = append(all, button(s.t("papers.walk.each"), s.each((*series.Papers).Walk)), button(s.t("doc.price"), func(p *series.Papers) *document.Document { return p.Price("") }))
	case 3:
		all = append(all, button(s.t("papers.price.each"), s.each((*series.Papers).Price)), button(s.t("papers.sheets"), s.each((*series.Papers).Sheet)))
	}
	all = append(all, widget.NewButton(widget.Secondary, "image", s.t("wall"), "", func() { s.to(s.s.ID, wallPage) }))
	return widget.Card(22, widget.Column(10, append(rows, widget.Wrap(10, 8, all...), widget.NewText(widget.Small, figure.Ink2, s.t("doc.own")))...))
}
