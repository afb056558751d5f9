// Package plan shows what the firm has decided to do: three phases with their actions, what is
// overdue, a roadmap, and where the plan would lead.
package plan

import (
	"strings"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/figure"
	domain "nivel/assessments/plan"
	words "nivel/assessments/texts"
)

// The routes below the page: adding an action, and the calendar file. Any other id is an item's.
const (
	AddPage      = "add"
	CalendarPage = "calendar"
)

// Screen is the page of the plan.
type Screen struct {
	h     screen.Host
	w     *words.Words
	desk  *Desk
	items []assessments.PlanItem
	basis *domain.Basis
	page  *widget.Page
	start fyne.Focusable
}

// New builds the page, or the one below it that the id names.
func New(h screen.Host, desk *Desk, id string) screen.Screen {
	se := h.Session()
	switch id {
	case "":
	case AddPage:
		return &adding{h: h, w: se.Words, desk: desk}
	case CalendarPage:
		return newCalendar(h)
	default:
		if item, ok := se.PlanItem(id); ok {
			return newForm(h, desk, item)
		}
	}
	desk.turning = false
	return &Screen{h: h, w: se.Words, desk: desk, items: se.Plan(), basis: se.Basis()}
}

// Start implements screen.Starter.
func (s *Screen) Start() fyne.Focusable { return s.start }

// Leave implements screen.Leaver: what was said is said once.
func (s *Screen) Leave() {
	if s.desk.turning {
		return
	}
	s.desk.notice, s.desk.focus, s.desk.offset = nil, "", 0
}

// Undo implements screen.Undoer.
func (s *Screen) Undo() {
	item, ok, err := s.h.Session().UndoPlan()
	s.undid(item, ok, err, "undo")
}

// Redo implements screen.Undoer.
func (s *Screen) Redo() {
	item, ok, err := s.h.Session().RedoPlan()
	s.undid(item, ok, err, "redo")
}

func (s *Screen) undid(item string, ok bool, err error, what string) {
	se := s.h.Session()
	switch {
	case err != nil:
		s.say(widget.ToneErr, "alert", "plan."+what+".failed", se.Words.Fault(err))
	case !ok:
		s.say(widget.ToneNeutral, "info", "plan."+what+".none", "")
	default:
		s.desk.focus = item
		text := ""
		if p, there := se.PlanItem(item); there {
			text = screen.ActionTitle(se, p.Action)
		}
		s.say(widget.ToneBlue, "undo", "plan."+what+".done", text)
	}
}

// say shows a sentence at the head of the page, which is built anew.
func (s *Screen) say(tone widget.Tone, icon, key, text string) {
	s.desk.notice = &notice{tone, icon, s.w.T(key), text}
	s.turn(0)
}

// turn builds the page anew and leaves it scrolled as it is.
func (s *Screen) turn(offset float32) {
	s.desk.turning, s.desk.offset = true, offset
	s.h.Reload()
}

func (s *Screen) offset() float32 {
	if s.page == nil {
		return 0
	}
	return s.page.Scroll.Offset.Y
}

// Content implements screen.Screen.
func (s *Screen) Content() fyne.CanvasObject {
	c := s.h.Class()
	column := []fyne.CanvasObject{s.head()}
	if n := s.desk.notice; n != nil {
		column = append(column, widget.Banner(n.tone, n.icon, n.bold, n.text))
	}
	column = append(column, s.drafts()...)
	if len(s.items) == 0 {
		column = append(column, widget.Card(20, widget.NewText(widget.Body, figure.Ink, s.w.T("plan.empty"))))
		if at := s.h.Session().Assessment.NextAt; at != "" {
			column = append(column, s.checkUp(at))
		}
	} else {
		column = append(column, s.overdue()...)
		column = append(column, s.conflicts()...)
		column = append(column, s.phases(), widget.NewText(widget.Small, figure.Ink2, s.w.T("plan.keys")), s.roadmap(), s.whatIf())
	}
	s.page = screen.Body(c, column...)
	s.page.Scroll.Offset = fyne.NewPos(0, s.desk.offset)
	return s.page
}

func (s *Screen) head() fyne.CanvasObject {
	w := s.w
	add := widget.NewButton(widget.Secondary, "plus", w.T("plan.add"), "", func() { s.h.Go(screen.Route{Page: screen.Plan, ID: AddPage}) })
	undo := widget.NewButton(widget.Quiet, "undo", w.T("plan.undo"), "", s.Undo)
	buttons := []fyne.CanvasObject{undo}
	if len(s.items) > 0 || s.h.Session().Assessment.NextAt != "" {
		buttons = append(buttons, widget.NewButton(widget.Quiet, "calendar", w.T("plan.calendar"), "", func() { s.h.Go(screen.Route{Page: screen.Plan, ID: CalendarPage}) }))
	}
	if s.start == nil {
		s.start = add
	}
	buttons = append(buttons, add)
	if len(s.items) > 0 {
		buttons = append(buttons, widget.NewButton(widget.Secondary, "doc", w.T("plan.sheet"), "", func() { s.h.Go(screen.Route{Page: screen.Report}) }))
	}
	if s.h.Class() == screen.Compact { // so many have no room beside the title
		return widget.Column(10, screen.Head(screen.Compact, w.T("plan.title"), s.lead()), widget.Wrap(10, 8, buttons...))
	}
	return screen.Head(s.h.Class(), w.T("plan.title"), s.lead(), buttons...)
}

// lead says how much is done and what comes next.
func (s *Screen) lead() string {
	live, done := 0, 0
	for i := range s.items {
		if s.items[i].Live() {
			live++
		}
		if s.items[i].Status == assessments.StatusDone {
			done++
		}
	}
	if live == 0 {
		return s.w.T("plan.lead.empty")
	}
	text := s.w.N("plan.lead", live, "done", done)
	if next := s.h.Session().Upcoming(); len(next) > 0 && next[0].Due != "" {
		text += " " + s.w.T("plan.lead.next", "date", s.w.DateOf(next[0].Due))
	}
	return text
}

// drafts lead back to what was typed and could not be saved.
func (s *Screen) drafts() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for i := range s.items {
		p := s.items[i]
		if _, typed := s.desk.drafts[p.ID]; typed {
			open := widget.NewButton(widget.Secondary, "pencil", s.w.T("plan.draft.open"), "", func() { s.open(p.ID) })
			out = append(out, widget.Banner(widget.ToneWarn, "alert", s.w.T("plan.draft"), screen.ActionTitle(s.h.Session(), p.Action), open))
		}
	}
	return out
}

// overdue come first.
func (s *Screen) overdue() []fyne.CanvasObject {
	se := s.h.Session()
	late := se.Overdue()
	if len(late) == 0 {
		return nil
	}
	rows := []fyne.CanvasObject{widget.Label("alert", figure.Err, 21, 9, widget.NewText(widget.H3, figure.Err, s.w.N("plan.overdue", len(late))))}
	const most = 5
	for _, p := range late[:min(most, len(late))] {
		title := widget.NewButton(widget.Quiet, "", screen.ActionTitle(se, p.Action), "chevron-right", func() { s.open(p.ID) })
		rows = append(rows, widget.Wrap(10, 2, title, widget.NewText(widget.Small, figure.Err, s.w.N("plan.late", domain.LateBy(p.Due, se.Today()), "date", s.w.ShortDate(p.Due)))))
	}
	if n := len(late) - most; n > 0 {
		rows = append(rows, widget.NewText(widget.Small, figure.Err, s.w.N("plan.overdue.more", n)))
	}
	return []fyne.CanvasObject{widget.Over(widget.Box(figure.Surface, figure.Err, 1.5, 14), widget.Pad(16, 16, 16, 16, widget.Column(4, rows...)))}
}

// conflicts are items that stand before what they need, after answers have changed.
func (s *Screen) conflicts() []fyne.CanvasObject {
	se := s.h.Session()
	var lines []string
	for _, c := range s.basis.Conflicts(s.items) {
		code := "plan-early"
		if c.Missing {
			code = "plan-missing"
		}
		lines = append(lines, screen.PlanFault(se, assessments.NewFault(code, "action", c.Item.Action, "needs", c.Needs)))
	}
	if len(lines) == 0 {
		return nil
	}
	return []fyne.CanvasObject{widget.Banner(widget.ToneWarn, "chain", s.w.T("plan.conflicts"), strings.Join(lines, "\n"))}
}

func (s *Screen) open(id string) { s.h.Go(screen.Route{Page: screen.Plan, ID: id}) }
