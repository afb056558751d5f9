package plan

import (
	"time"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/figure"
	domain "nivel/assessments/plan"
)

// icon is that of the area in which an action has its first gap; empty where that is not asked.
func (s *Screen) icon(action string) string {
	se := s.h.Session()
	m := &se.Pack.Model
	for _, a := range se.Complete().Actions {
		if a.ID != action {
			continue
		}
		for _, g := range a.Gaps {
			if q := m.Question(g.Question); q != nil {
				if d := m.Dimension(q.Dimension); d != nil {
					return d.Icon
				}
			}
		}
	}
	return ""
}

// nextIn says how long there is until the next date.
func (s *Screen) nextIn(due string) string {
	w := s.w
	if due == "" {
		return w.T("plan.next")
	}
	days := -domain.LateBy(due, s.h.Session().Today())
	if days <= 0 {
		return w.T("plan.next.today")
	}
	return w.N("plan.next.days", days)
}

// phaseOf is the phase into which a day falls, of a plan that began then.
func phaseOf(begun time.Time, day string) assessments.Phase {
	for _, p := range assessments.Phases {
		if _, until := p.Months(); until > 0 && day <= begun.AddDate(0, until, 0).Format(time.DateOnly) {
			return p
		}
	}
	return assessments.PhaseThird
}

// checkUp is the next check-up among the steps: it has a date, and leads to where it is begun.
func (s *Screen) checkUp(at string) fyne.CanvasObject {
	open := newCardButton(widget.Quiet, "level", s.w.T("plan.checkup"), s.w.T("plan.checkup.name"), func() { s.h.Go(screen.Route{Page: screen.Rounds}) }, nil)
	date := widget.Label("calendar", figure.Ink2, 16, 6, widget.NewText(widget.Small, figure.Ink, s.w.ShortDate(at)))
	return widget.Over(widget.Box(figure.Surface, figure.Hair, 1, 12), widget.Pad(8, 10, 10, 10, widget.Column(4, widget.Wrap(0, 0, open), widget.Pad(0, 0, 0, 6, widget.Wrap(0, 0, date)))))
}
