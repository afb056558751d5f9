package group

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/document"
	"nivel/assessments/figure"
	"nivel/assessments/region"
	domain "nivel/assessments/workgroup"
)

// one is the page of a meeting: when and where, what is open from before, the points, what was said
// and decided, what is to be done.
func (s *Screen) one(m *domain.Meeting) {
	back := widget.NewButton(widget.Quiet, "left", s.t("meeting.back"), "", func() { s.h.Go(screen.Route{Page: screen.Group, ID: "meetings"}) })
	s.body.Add(widget.Wrap(12, 8, back, s.paper("agenda", func(in domain.Input) *document.Document { return domain.Agenda(in, m) }),
		s.paper("minutes", func(in domain.Input) *document.Document { return domain.MinutesOf(in, m) })))
	s.card(screen.Sides(s.h.Class(), 1, 1, s.day("day", &m.Day), s.field("place", 1, &m.Place)))
	if open := s.g.Open(m.Day); len(open) > 0 {
		rows := []fyne.CanvasObject{screen.CardHead("clock", s.t("open"))}
		for _, p := range open {
			rows = append(rows, widget.Divider(), s.task(p))
		}
		s.card(rows...)
	}
	s.points(m)
	s.card(s.field("present", 2, &m.Present), s.field("said", 5, &m.Minutes), s.field("decisions", 4, &m.Decisions))
	s.agreed(m)
	s.body.Add(widget.Wrap(0, 0, widget.NewButton(widget.Quiet, "trash", s.t("meeting.remove"), "", func() {
		s.g.Meetings = slices.DeleteFunc(s.g.Meetings, func(x domain.Meeting) bool { return x.ID == m.ID })
		s.keep()
		s.h.Go(screen.Route{Page: screen.Group, ID: "meetings"})
	})))
}

// points are those of the agenda, each with the figures that speak for it.
func (s *Screen) points(m *domain.Meeting) {
	rows := []fyne.CanvasObject{screen.CardHead("note", s.t("points")), widget.NewText(widget.Small, figure.Ink2, s.w.T("workgroup.evidence.text"))}
	for i := range m.Agenda {
		a := &m.Agenda[i]
		e := widget.NewEntry(2, a.Text, func(text string) { a.Text = text; s.keep() })
		remove := widget.NewButton(widget.Quiet, "trash", s.t("point.remove"), "", func() {
			m.Agenda = slices.Delete(m.Agenda, i, i+1)
			s.keep()
			s.show()
			widget.Focus(s.choice)
		})
		rows = append(rows, widget.Divider(), widget.Column(6, widget.NewText(widget.TightBold, figure.Ink, s.t("point", "n", i+1)), e), s.field("evidence", 2, &a.Evidence), widget.Wrap(14, 4, s.figures(a), remove))
	}
	s.card(append(rows, widget.Wrap(0, 0, widget.NewButton(widget.Secondary, "plus", s.t("point.add"), "", func() {
		m.Agenda = append(m.Agenda, domain.Item{})
		s.keep()
		s.show()
	})))...)
}

// mostNeeds is how many needs of the region a point names.
const mostNeeds = 5

// figures brings what the region's firms miss most into the evidence for a point, with its day.
func (s *Screen) figures(a *domain.Item) *widget.Button {
	return widget.NewButton(widget.Quiet, "import", s.t("figures"), "", func() {
		needs, err := s.h.Session().Needs(mostNeeds)
		if err == nil && len(needs) == 0 {
			err = assessments.NewFault("rollup-few", "least", region.Fewest)
		}
		if err != nil {
			screen.Trouble(s.h, err)
			return
		}
		text := s.t("figures.text", "date", s.w.DateOf(s.h.Session().Today()), "needs", strings.Join(needs, " "))
		if strings.TrimSpace(a.Evidence) != "" {
			text = a.Evidence + "\n" + text
		}
		a.Evidence = text
		s.keep()
		s.show()
	})
}

// agreed are the tasks.
func (s *Screen) agreed(m *domain.Meeting) {
	rows := []fyne.CanvasObject{screen.CardHead("check-circle", s.t("follow"))}
	for i := range m.Follow {
		f := &m.Follow[i]
		done := widget.NewTick(s.t("done"), f.Done, func(on bool) { f.Done = on; s.keep() })
		remove := widget.NewButton(widget.Quiet, "trash", s.t("follow.remove"), "", func() {
			m.Follow = slices.Delete(m.Follow, i, i+1)
			s.keep()
			s.show()
			widget.Focus(s.choice)
		})
		rows = append(rows, widget.Divider(), s.field("what", 2, &f.What), screen.Sides(s.h.Class(), 1, 1, s.field("who", 1, &f.Who), s.day("due", &f.Due)), widget.Wrap(14, 4, done, remove))
	}
	s.card(append(rows, widget.Wrap(0, 0, widget.NewButton(widget.Secondary, "plus", s.t("follow.add"), "", func() {
		m.Follow = append(m.Follow, domain.FollowUp{})
		s.keep()
		s.show()
	})))...)
}
