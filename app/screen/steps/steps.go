// Package steps offers what to do next: three actions with the answers behind them, and the rest
// by rank with its terms.
package steps

import (
	"strconv"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/theme"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/advice"
	"nivel/assessments/figure"
	"nivel/assessments/plan"
	"nivel/assessments/report"
	"nivel/assessments/scoring"
	"nivel/assessments/texts"
)

// Screen is the page of next steps.
type Screen struct {
	h      screen.Host
	w      *texts.Words
	words  assessments.ModelWords
	advice *advice.Advice
	basis  *plan.Basis
	desk   *Desk
	shown  bool
	page   *widget.Page
	rest   *fyne.Container // what the filters narrow
	entry  *widget.Entry   // for a reason, nil where none is asked for
	button *widget.Button  // that has the keyboard, nil for none
}

// New builds the page.
func New(h screen.Host, desk *Desk) *Screen {
	se := h.Session()
	return &Screen{h: h, w: se.Words, words: se.Pack.Words[se.Words.Language], advice: se.Advice(), basis: se.Basis(), desk: desk, shown: se.Result().Overall.Shown()}
}

// Start implements screen.Starter: a reason may be typed at once.
func (s *Screen) Start() fyne.Focusable {
	switch {
	case s.entry != nil:
		return s.entry
	case s.button != nil:
		return s.button
	}
	return nil
}

// Primary implements screen.Primary.
func (s *Screen) Primary() {
	if !s.shown {
		s.h.Go(screen.Route{Page: screen.Interview})
		return
	}
	for _, action := range s.open() {
		if _, err := s.h.Session().AddItem(action); err != nil {
			s.desk.refused = screen.PlanFault(s.h.Session(), err)
			s.turn()
			return
		}
	}
	s.h.Go(screen.Route{Page: screen.Plan})
}

// open are the next steps that are not in the plan yet and may go there.
func (s *Screen) open() []string {
	var out []string
	items := s.h.Session().Plan()
	for _, o := range s.advice.Next {
		if _, there := s.h.Session().Planned(o.Action.ID); there {
			continue
		}
		if _, missing := s.basis.Earliest(items, o.Action.ID); len(missing) == 0 {
			out = append(out, o.Action.ID)
		}
	}
	return out
}

// Content implements screen.Screen.
func (s *Screen) Content() fyne.CanvasObject {
	c, w := s.h.Class(), s.w
	if !s.shown {
		next := widget.NewButton(widget.Next, "", w.T("results.goon"), "right", s.Primary)
		return screen.Body(c, screen.Head(c, w.T("steps.title"), w.T("steps.none.early"), next))
	}
	save := widget.NewButton(widget.Secondary, "doc", w.T("steps.report"), "", func() { s.h.Go(screen.Route{Page: screen.Report}) })
	label := w.T("steps.toplan.see")
	if n := len(s.open()); n > 0 {
		label = w.N("steps.toplan", n)
	}
	column := []fyne.CanvasObject{screen.Head(c, w.T("steps.title"), w.T("steps.lead"), save, widget.NewButton(widget.Next, "", label, "right", s.Primary))}
	if s.desk.refused != "" {
		column = append(column, widget.Banner(widget.ToneWarn, "chain", w.T("plan.refused"), s.desk.refused))
	}
	if asked := s.asked(); asked != nil {
		column = append(column, asked)
	}
	if len(s.advice.Next) == 0 {
		column = append(column, widget.Card(20, widget.NewText(widget.Body, figure.Ink, w.T("steps.none"))))
	}
	column = append(column, s.cards())
	s.rest = widget.Column(16)
	s.showRest()
	if len(s.advice.Later)+len(s.advice.Ask) > 0 {
		column = append(column, s.filters())
	}
	column = append(column, s.rest)
	s.page = screen.Body(c, column...)
	return s.page
}

// showRest shows what comes after the next steps, as far as it passes the filters. What was set
// aside is always shown: it is there to be taken back.
func (s *Screen) showRest() {
	w := s.w
	later, ask := s.filtered(s.advice.Later), s.filtered(s.advice.Ask)
	var rows []fyne.CanvasObject
	if all := len(s.advice.Later) + len(s.advice.Ask); all > 0 && len(later)+len(ask) == 0 {
		rows = append(rows, widget.NewText(widget.Body, figure.Ink2, w.N("steps.filter.none", all)))
	}
	count, hidden := w.N("steps.later.count", len(later)), 0
	if len(later) > few+2 && !s.desk.whole {
		later, hidden = later[:few], len(later)-few
	}
	rows = append(rows, s.list(w.T("steps.later"), count, later, true)...)
	if hidden > 0 {
		rows = append(rows, widget.Wrap(0, 0, widget.NewButton(widget.Quiet, "chevron-down", w.N("steps.later.more", hidden), "", s.unfold)))
	}
	rows = append(rows, s.list(w.T("steps.ask"), w.T("steps.ask.text"), ask, false)...)
	s.rest.Objects = append(rows, s.list(w.T("steps.aside"), w.T("steps.aside.text"), s.advice.Aside, false)...)
}

// few is how many of the later ideas are shown at first: a list that ends.
const few = 8

// unfold shows the later ideas that were left out, and goes on with the first of them.
func (s *Screen) unfold() {
	s.desk.whole, s.desk.focus = true, s.filtered(s.advice.Later)[few].Action.ID
	s.turn()
}

func (s *Screen) cards() fyne.CanvasObject {
	var cards []fyne.CanvasObject
	for i := range s.advice.Next {
		cards = append(cards, s.card(i, &s.advice.Next[i]))
	}
	return screen.Beside(s.h.Class(), 16, 16, cards...)
}

func (s *Screen) size() assessments.SizeClass { return s.h.Session().Company.Size().Costed() }

func (s *Screen) action(id string) assessments.ActionWords {
	return s.h.Session().Complete().ActionWords[s.w.Language][id]
}

func (s *Screen) card(i int, o *advice.Offer) fyne.CanvasObject {
	w, se := s.w, s.h.Session()
	words := s.action(o.Action.ID)
	d := se.Pack.Model.Dimension(o.Dimension)
	title := widget.NewText(widget.CardTitle, figure.Ink, strconv.Itoa(i+1)+". "+words.Title)
	why := []fyne.CanvasObject{widget.NewText(widget.Small, figure.Ink2, w.T("steps.why", "relevance", w.Relevance(o.Relevance)))}
	for k, r := range o.Reasons {
		if k == 2 {
			break
		}
		chip := strconv.Itoa(r.Level)
		if r.Option != "" {
			chip = "–"
		}
		why = append(why, widget.Row(8, []float32{0, -1}, widget.Column(0, widget.LevelChip(chip)),
			widget.NewText(widget.Tight, figure.Ink, report.Reason(w, &se.Pack.Model, s.words, r)+" ("+w.T("steps.number", "n", se.Pack.Model.Number(r.Question))+")")))
	}
	first := widget.Tinted(figure.PencilSoft, 10, 12, widget.Column(5,
		widget.Label("step", figure.Pencil, 18, 8, widget.NewText(widget.SmallBold, figure.Pencil, w.T("steps.first"))),
		widget.NewText(widget.Body, figure.Ink, words.First)))
	effort := widget.Wrap(16, 4, widget.Centred(6, nil, widget.Icon("clock", figure.Ink2, 18), widget.NewText(widget.Tight, figure.Ink, report.Days(w, o.Action.Effort[s.size()]))),
		widget.Centred(6, nil, widget.Icon("euro", figure.Ink2, 18), widget.NewText(widget.Tight, figure.Ink, w.T("cost."+strconv.Itoa(o.Action.Cost[s.size()])))),
		widget.NewText(widget.Small, figure.Ink2, "("+w.T("estimate.mark")+")"))
	column := []fyne.CanvasObject{widget.Label(d.Icon, figure.Ink2, 20, 8, widget.NewText(widget.Small, figure.Ink2, s.words.Dimensions[o.Dimension].Name)),
		title, widget.Column(6, why...), first, effort}
	if gain := report.Benefit(w, o.Action, &se.Company); gain != "" {
		column = append(column, widget.Label("coins", figure.Ink2, 18, 8, widget.NewText(widget.Small, figure.Ink2, gain)))
	}
	if pays := s.payback(o.Action); pays != "" {
		column = append(column, widget.Label("euro", figure.Ink2, 18, 8, widget.NewText(widget.Small, figure.Ink2, pays)))
	}
	if o.Before != nil {
		column = append(column, s.change(o))
	}
	column = append(column, widget.Filler(), widget.Divider())
	column = append(column, s.help(o)...)
	more := widget.NewButton(widget.Quiet, "pencil", w.T("steps.how"), "", func() { s.details(o) })
	notNow := widget.NewButton(widget.Quiet, "clock", w.T("steps.notnow"), "", func() { s.decide(o, assessments.NotNow) })
	underway := widget.NewButton(widget.Quiet, "half", w.T("steps.underway"), "", func() { s.decide(o, assessments.Underway) })
	column = append(column, widget.Wrap(10, 4, more, notNow, underway))
	add, proposed := s.planned(o, widget.Secondary)
	if add != nil {
		column = append(column, add)
	}
	if proposed != nil {
		column = append(column, proposed)
	}
	edge, stroke := figure.Hair, float32(1)
	if _, chosen := se.Planned(o.Action.ID); chosen {
		edge, stroke = figure.Blue, 2
	}
	return widget.Over(widget.Box(figure.Surface, edge, stroke, 14), widget.Pad(18, 18, 18, 18, widget.Column(10, column...)))
}

// change shows the level of the area today and with this action.
func (s *Screen) change(o *advice.Offer) fyne.CanvasObject {
	options := figure.Plain(0, 0)
	options.Earlier, options.Value = scoring.Float(o.After), scoring.Float(o.Before)
	vial := widget.NewVial(theme.Dp(110), theme.Dp(20), s.w.T("steps.change"), options)
	text := widget.NewText(widget.Tight, figure.Ink, s.w.Score(o.Before)+" → **"+s.w.Score(o.After)+"**")
	return widget.Centred(10, []float32{0, -1, 0}, widget.Icon("level", figure.Ink2, 20), vial, text)
}

// help is who to ask and who has done it before.
func (s *Screen) help(o *advice.Offer) []fyne.CanvasObject {
	se, w := s.h.Session(), s.w
	lib := se.Complete()
	topic := advice.TopicOf(o, se.Sector())
	var out []fyne.CanvasObject
	for _, region := range lib.RegionsOf(se.Company.Place) {
		for _, c := range topic.Contacts(region.Contacts) {
			name := lib.RegionWords[w.Language][region.ID].Contacts[c.ID].Name
			out = append(out, widget.Label("phone", figure.Ink2, 18, 8, widget.NewText(widget.Tight, figure.Ink, report.Join(" · ", name, c.Place, screen.Away(s.h, c.Place), phone(w, c)))))
			break
		}
	}
	for _, p := range topic.Practices(lib.Practices, o.Action.Practices) {
		b := widget.NewButton(widget.Quiet, "book", lib.PracticeWords[w.Language][p.ID].Title, "", func() { s.h.Go(screen.Route{Page: screen.Practice, ID: p.ID}) })
		out = append(out, widget.Column(0, widget.Wrap(4, 2, b)))
		break
	}
	return out
}

func phone(w *texts.Words, c *assessments.Contact) string {
	if c.Phone != "" {
		return w.T("contact.phone", "phone", c.Phone)
	}
	return c.Website
}
