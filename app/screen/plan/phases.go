package plan

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/figure"
	domain "nivel/assessments/plan"
	"nivel/assessments/report"
)

func (s *Screen) phases() fyne.CanvasObject {
	totals := s.basis.Totals(s.items)
	var columns []fyne.CanvasObject
	for i := range assessments.Phases {
		columns = append(columns, s.phase(i, totals[i]))
	}
	return screen.Beside(s.h.Class(), 14, 14, columns...)
}

// phase is one column: its name and end, its items, what it asks of the firm.
func (s *Screen) phase(i int, total domain.Total) fyne.CanvasObject {
	w := s.w
	phase := assessments.Phases[i]
	start := domain.Begun(s.items, s.h.Session().Now())
	when := report.PhaseDays(w, phase, start)
	rows := []fyne.CanvasObject{widget.Wrap(10, 0, widget.NewText(widget.H3, figure.Ink, strconv.Itoa(i+1)+". "+w.T("plan.phase."+string(phase))),
		widget.NewText(widget.Small, figure.Ink2, when))}
	shown := 0
	for k := range s.items {
		if s.items[k].Phase == phase {
			rows = append(rows, s.card(s.items[k]))
			shown++
		}
	}
	if at := s.h.Session().Assessment.NextAt; at != "" && phaseOf(start, at) == phase {
		rows = append(rows, s.checkUp(at))
		shown++
	}
	if shown == 0 {
		rows = append(rows, widget.NewText(widget.Tight, figure.Ink2, w.T("plan.phase.none")))
	}
	rows = append(rows, widget.Filler(), widget.Pad(4, 2, 0, 2, s.total(total)))
	return widget.Tinted(figure.Side, 14, 12, widget.Column(8, rows...))
}

// total is what a phase asks: estimates are called so, what the firm has put in is not one.
func (s *Screen) total(t domain.Total) fyne.CanvasObject {
	said := report.PhaseTotal(s.w, t)
	if len(said) == 0 {
		return widget.Space(1, 1)
	}
	lines := []fyne.CanvasObject{widget.NewText(widget.SmallBold, figure.Ink, said[0])}
	for _, line := range said[1:] {
		lines = append(lines, widget.NewText(widget.Small, figure.Ink2, line))
	}
	return widget.Column(2, lines...)
}

// card is one item: a tap opens it, the arrows move it.
func (s *Screen) card(p assessments.PlanItem) fyne.CanvasObject {
	w, se := s.w, s.h.Session()
	at := slices.Index(assessments.Phases, p.Phase)
	keys := func(k fyne.KeyName) bool {
		switch k {
		case fyne.KeyLeft:
			s.move(p, at-1)
		case fyne.KeyRight:
			s.move(p, at+1)
		case fyne.KeyDelete:
			s.remove(p)
		default:
			return false
		}
		return true
	}
	name := screen.ActionTitle(se, p.Action)
	title := newCardButton(widget.Quiet, s.icon(p.Action), name, w.T("plan.open", "action", name), func() { s.open(p.ID) }, keys)
	if s.desk.focus == p.ID {
		s.start = title
	}
	facts := []fyne.CanvasObject{}
	if p.Owner != "" {
		facts = append(facts, widget.Label("person", figure.Ink2, 16, 6, widget.NewText(widget.Small, figure.Ink, widget.Plain(p.Owner))))
	}
	late := slices.ContainsFunc(se.Overdue(), func(o assessments.PlanItem) bool { return o.ID == p.ID })
	if days := report.Span(w, p); days != "" {
		token := figure.Ink
		if late {
			token = figure.Err
		}
		facts = append(facts, widget.Label("calendar", figure.Ink2, 16, 6, widget.NewText(widget.Small, token, days)))
	}
	var rows []fyne.CanvasObject
	next := se.Upcoming()
	first := !late && len(next) > 0 && next[0].ID == p.ID
	if late {
		rows = append(rows, widget.Wrap(0, 0, widget.Chip(widget.ToneErr, "alert", w.T("plan.late.mark"))))
	} else if first {
		rows = append(rows, widget.Wrap(0, 0, widget.Chip(widget.TonePencil, "step", s.nextIn(p.Due))))
	}
	rows = append(rows, widget.Wrap(0, 0, title))
	if len(facts) > 0 {
		rows = append(rows, widget.Pad(0, 0, 0, 6, widget.Wrap(16, 3, facts...)))
	}
	if p.CostPlanned > 0 || p.CostSpent > 0 {
		rows = append(rows, widget.Pad(0, 0, 0, 6, widget.Label("euro", figure.Ink2, 16, 6, widget.NewText(widget.Small, figure.Ink2,
			w.T("plan.money", "planned", w.Euro(p.CostPlanned), "spent", w.Euro(p.CostSpent))))))
	}
	if p.Status == assessments.StatusStuck && p.Hurdle != "" {
		rows = append(rows, widget.Pad(0, 0, 0, 6, widget.NewText(widget.Small, figure.Err, w.T("plan.hurdle", "text", widget.Plain(p.Hurdle)))))
	}
	status := newCardButton(widget.Quiet, report.StatusIcon(p.Status), w.T("plan.status."+string(p.Status)), w.T("plan.status.next", "action", name), func() { s.advance(p) }, keys)
	buttons := []fyne.CanvasObject{status}
	if at > 0 {
		buttons = append(buttons, newCardButton(widget.Quiet, "left", "", w.T("plan.earlier", "action", name), func() { s.move(p, at-1) }, keys))
	}
	if at < len(assessments.Phases)-1 {
		buttons = append(buttons, newCardButton(widget.Quiet, "right", "", w.T("plan.later", "action", name), func() { s.move(p, at+1) }, keys))
	}
	buttons = append(buttons, newCardButton(widget.Quiet, "trash", "", w.T("plan.remove", "action", name), func() { s.remove(p) }, keys))
	rows = append(rows, widget.Wrap(0, 2, buttons...))
	edge, stroke := figure.Hair, float32(1)
	fill := figure.Surface
	switch {
	case late:
		edge = figure.Err
	case first:
		edge, stroke = figure.Pencil, 2
	case !p.Pending():
		fill = figure.Side
	}
	return widget.Over(widget.Box(fill, edge, stroke, 12), widget.Pad(8, 10, 8, 10, widget.Column(4, rows...)))
}

// move puts an item into the phase before or after; a refusal is said and nothing changes.
func (s *Screen) move(p assessments.PlanItem, to int) {
	if to < 0 || to >= len(assessments.Phases) {
		return
	}
	se := s.h.Session()
	s.desk.focus = p.ID
	if err := se.MoveItem(p.ID, assessments.Phases[to]); err != nil {
		s.say(widget.ToneWarn, "chain", "plan.refused", screen.PlanFault(se, err))
		return
	}
	s.desk.notice = nil
	s.turn(s.offset())
}

func (s *Screen) remove(p assessments.PlanItem) {
	se := s.h.Session()
	se.RemoveItem(p.ID)
	s.desk.focus = ""
	delete(s.desk.drafts, p.ID)
	s.say(widget.ToneBlue, "trash", "plan.removed", s.w.T("plan.removed.text", "action", screen.ActionTitle(se, p.Action)))
}

// advance takes an item to the next status: to do, under way, done, and around again.
func (s *Screen) advance(p assessments.PlanItem) {
	next := map[assessments.Status]assessments.Status{assessments.StatusTodo: assessments.StatusDoing, assessments.StatusDoing: assessments.StatusDone, assessments.StatusStuck: assessments.StatusDoing,
		assessments.StatusDone: assessments.StatusTodo, assessments.StatusDropped: assessments.StatusTodo}
	p.Status = next[p.Status]
	s.desk.focus = p.ID
	se := s.h.Session()
	if err := se.PutItem(p); err != nil {
		s.say(widget.ToneWarn, "alert", "plan.refused", screen.PlanFault(se, err))
		return
	}
	s.desk.notice = nil
	s.turn(s.offset())
}
