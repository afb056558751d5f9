package visit

import (
	"slices"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/figure"
)

// record is a visit to look at, with what leaves with the firm.
type record struct {
	base
	id   string
	main *widget.Button
}

func newRecord(b base, id string) *record {
	s := &record{base: b, id: id}
	s.main = widget.NewButton(widget.Next, "doc", s.w.T("visit.report"), "", func() { s.h.Go(screen.Route{Page: screen.Report}) })
	return s
}

// Start implements screen.Starter.
func (s *record) Start() fyne.Focusable { return s.main }

// Primary implements screen.Primary.
func (s *record) Primary() { s.main.OnTapped() }

// Content implements screen.Screen.
func (s *record) Content() fyne.CanvasObject {
	c, se := s.h.Class(), s.h.Session()
	all, err := se.Visits()
	at := slices.IndexFunc(all, func(v assessments.Visit) bool { return v.ID == s.id })
	if err != nil || at < 0 {
		gone := widget.Card(20, widget.NewText(widget.Body, figure.Ink, s.w.T("visit.gone")))
		if err != nil {
			return screen.Body(c, s.back(), screen.Fault(s.w, err))
		}
		return screen.Body(c, s.back(), gone)
	}
	v := &all[at]
	hand := widget.NewButton(widget.Secondary, "export", s.w.T("visit.hand"), "", func() { s.h.Go(screen.Route{Page: screen.HandOver}) })
	letter := widget.NewButton(widget.Secondary, "note", s.w.T("visit.letter"), "", func() { s.h.Go(screen.Route{Page: screen.Report, ID: screen.FirmLetter}) })
	column := []fyne.CanvasObject{s.back(), screen.Head(c, s.w.T("visit.record.title", "date", s.w.DateOf(v.Day)), s.firm(), letter, hand, s.main)}
	rows := []fyne.CanvasObject{screen.CardHead("note", s.w.T("visit.record"))}
	if v.Place != "" {
		rows = append(rows, line("pin", widget.Body, widget.Plain(v.Place)))
	}
	for _, p := range v.People {
		rows = append(rows, line("person", widget.Body, widget.Plain(personName(p))))
	}
	if !v.StartedAt.IsZero() && !v.ClosedAt.IsZero() {
		zone := se.Now().Location()
		rows = append(rows, line("clock", widget.Body, s.w.T("visit.hours", "from", s.w.Clock(v.StartedAt.In(zone)), "to", s.w.Clock(v.ClosedAt.In(zone)))))
	}
	if v.Note != "" {
		rows = append(rows, widget.Divider(), widget.NewText(widget.Body, figure.Ink, widget.Plain(v.Note)))
	}
	column = append(column, widget.Card(22, widget.Column(10, rows...)))
	steps := []fyne.CanvasObject{screen.CardHead("check", s.agreed(v))}
	for _, id := range v.Agreed {
		steps = append(steps, line("check", widget.Body, screen.ActionTitle(se, id)))
	}
	if len(v.Agreed) > 0 {
		steps = append(steps, widget.Wrap(0, 0, widget.NewButton(widget.Quiet, "plan", s.w.T("visit.plan"), "chevron-right", func() { s.h.Go(screen.Route{Page: screen.Plan}) })))
	}
	if at := se.Assessment.NextAt; at != "" && v.AssessmentID == se.Assessment.ID {
		steps = append(steps, line("calendar", widget.Body, s.w.T("rounds.next.set", "date", s.w.DateOf(at))))
	}
	return screen.Body(c, append(column, widget.Card(22, widget.Column(10, steps...)))...)
}
