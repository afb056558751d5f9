package series

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/advice"
	"nivel/assessments/document"
	"nivel/assessments/figure"
	"nivel/assessments/series"
)

// firm is what a series keeps about one firm.
type firm struct {
	inputs
	f       *series.Firm
	at      int
	main    *widget.Button
	first   *widget.Entry
	thieves *fyne.Container
	ideas   *fyne.Container
	actions []string // ids, as they are offered for an idea; the first is none
}

func newFirm(p page, company string) *firm {
	s := &firm{inputs: inputs{page: &p}}
	s.at = slices.Index(p.s.Companies(), company)
	s.f = &p.s.Firms[s.at]
	s.desk.at[p.s.ID] = s.at
	s.actions = s.offered()
	return s
}

// offered are the actions of the library that fit the firm: what is advised in front, then all others
// that a firm can take.
func (s *firm) offered() []string {
	out := []string{""}
	add := func(id string) {
		if !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	library := s.h.Session().Complete()
	if x := s.standing(s.f.Company); x.Round != nil {
		a := advice.For(advice.Input{Model: x.Round.Asking(), Answers: x.Round.Answers, Targets: x.Round.Assessment.Targets, Actions: library.Actions, Size: x.Round.Size, Sector: x.Round.Sector})
		for _, o := range append(slices.Clone(a.Next), a.Later...) {
			add(o.Action.ID)
		}
	}
	for i := range library.Actions {
		x := &library.Actions[i]
		if x.Who == assessments.Firm && advice.Suits(x, s.standing(s.f.Company).Company.Size(), "") {
			add(x.ID)
		}
	}
	for i := range s.f.Ideas {
		add(s.f.Ideas[i].Action)
	}
	return out
}

// Start implements screen.Starter.
func (s *firm) Start() fyne.Focusable { return s.first }

// Primary implements screen.Primary.
func (s *firm) Primary() { s.main.OnTapped() }

// Key implements screen.Keyed.
func (s *firm) Key(e *fyne.KeyEvent) bool {
	if e.Name == fyne.KeyEscape {
		s.to(s.s.ID)
		return true
	}
	return false
}

// Content implements screen.Screen.
func (s *firm) Content() fyne.CanvasObject {
	if s.at+1 < len(s.s.Firms) {
		s.main = widget.NewButton(widget.Next, "", s.t("firm.next"), "right", func() { s.to(s.s.ID, firmPage, s.s.Firms[s.at+1].Company) })
	} else {
		s.main = widget.NewButton(widget.Next, "check", s.t("firm.last"), "", func() { s.to(s.s.ID) })
	}
	s.thieves, s.ideas = widget.Column(10), widget.Column(12)
	people, meeting3 := s.people(), s.end()
	s.showThieves()
	s.showIdeas()
	walked := s.tick(s.t("firm.walked"), s.f.Walked, func(v bool) { s.f.Walked = v })
	flow, _ := s.text("firm.flow", 1, &s.f.Flow)
	s.frame = s.body(s.back(s.title(), s.s.ID), s.head(s.s.Sample, s.name(s.f.Company), s.t("firm.lead", "n", s.at+1, "all", len(s.s.Firms)), s.main),
		widget.Card(22, people), s.views(),
		widget.Card(22, widget.Column(12, screen.CardHead("note", s.t("firm.homework1")), widget.Wrap(0, 0, walked), flow, widget.NewText(widget.TightBold, figure.Ink, s.t("doc.thieves")), s.thieves)),
		widget.Card(22, widget.Column(12, screen.CardHead("step", s.t("firm.ideas")), widget.NewText(widget.Small, figure.Ink2, s.t("firm.ideas.text")), s.ideas)),
		meeting3)
	for _, o := range []*fyne.Container{s.thieves, s.ideas} {
		screen.Follow(s.frame, o)
	}
	return s.frame
}

// people are the two, and which meetings they came to.
func (s *firm) people() fyne.CanvasObject {
	rows := []fyne.CanvasObject{screen.CardHead("people", s.t("firm.people"))}
	for i := range s.f.People {
		p := &s.f.People[i]
		name, e := s.text("person."+strconv.Itoa(i+1), 1, &p.Name)
		if s.first == nil {
			s.first = e
		}
		role, _ := s.text("person.role", 1, &p.Role)
		var ticks []fyne.CanvasObject
		for m := range series.Meetings {
			ticks = append(ticks, s.came(s.f, i, m+1, s.t("firm.came", "n", m+1)))
		}
		rows = append(rows, screen.Beside(s.h.Class(), 8, 18, name, role), widget.Wrap(14, 4, ticks...))
	}
	return widget.Column(10, rows...)
}

// views is what the two said before the first meeting.
func (s *firm) views() fyne.CanvasObject {
	x := s.standing(s.f.Company)
	var text string
	switch {
	case !x.Said[0] && !x.Said[1]:
		text = s.t("firm.views.nobody")
	case !x.Whole():
		text = s.t("firm.views.one")
	case len(x.Differences) == 0:
		text = s.t("firm.views.same")
	default:
		text = s.w.N("series.firm.views.n", len(x.Differences))
	}
	opening := s.paper("doc", s.t("firm.views.save"), func(p *series.Papers) *document.Document { return p.Opening(s.f.Company) })
	return widget.Card(22, widget.Column(10, screen.CardHead("compare", s.t("doc.opening")), widget.NewText(widget.Body, figure.Ink, text), widget.Wrap(0, 0, opening)))
}

// showThieves fills in the rows of time thieves.
func (s *firm) showThieves() {
	var rows []fyne.CanvasObject
	for i := range s.f.Thieves {
		x := &s.f.Thieves[i]
		what, _ := s.text("thief.what", 1, &x.What)
		where, _ := s.text("thief.where", 1, &x.Where)
		minutes := s.number("thief.minutes", &x.Minutes)
		idea, _ := s.text("thief.idea", 1, &x.Idea)
		remove := widget.NewButton(widget.Quiet, "trash", s.t("thief.remove"), "", func() {
			s.f.Thieves = slices.Delete(slices.Clone(s.f.Thieves), i, i+1)
			s.again(s.showThieves, s.thieves)
		})
		take := widget.NewButton(widget.Quiet, "step", s.t("thief.take"), "", func() {
			if len(s.f.Ideas) < series.IdeaLimit && s.f.Thieves[i].Idea != "" {
				s.f.Ideas = append(s.f.Ideas, series.Idea{Text: s.f.Thieves[i].Idea})
				s.again(s.showIdeas, s.ideas)
			}
		})
		var row fyne.CanvasObject
		if s.h.Class() == screen.Single {
			row = widget.Column(8, what, where, minutes, idea)
		} else {
			row = widget.Row(10, []float32{-34, -20, -16, -30}, what, where, minutes, idea)
		}
		rows = append(rows, widget.Column(2, row, widget.Wrap(8, 4, take, remove)))
	}
	add := widget.NewButton(widget.Secondary, "plus", s.t("thief.add"), "", func() {
		s.f.Thieves = append(s.f.Thieves, series.Thief{})
		s.again(s.showThieves, s.thieves)
		s.into(s.thieves, len(s.f.Thieves)-1)
	})
	add.SetDisabled(len(s.f.Thieves) >= series.ThiefLimit)
	s.thieves.Objects = append(rows, widget.Wrap(0, 0, add))
}

// again keeps a row more or less, and shows the rows anew.
func (s *firm) again(show func(), rows *fyne.Container) {
	_ = s.keep() // rows within their limit cannot make a series wrong
	show()
	screen.Follow(s.frame, rows)
	rows.Refresh()
	s.frame.Relayout()
	if at := len(rows.Objects); at > 0 {
		focusFirst(rows.Objects[at-1])
	}
}

// into sets the focus into the first field of a row.
func (s *firm) into(rows *fyne.Container, i int) {
	if i >= 0 && i < len(rows.Objects) {
		focusFirst(rows.Objects[i])
	}
}

// focusFirst sets the focus on the first thing in a tree that takes it.
func focusFirst(o fyne.CanvasObject) bool {
	switch x := o.(type) {
	case fyne.Focusable:
		widget.Focus(x)
		return true
	case *fyne.Container:
		return slices.ContainsFunc(x.Objects, focusFirst)
	}
	return false
}

// showIdeas fills in the ideas; of the chosen ones, the second homework too.
func (s *firm) showIdeas() {
	var rows []fyne.CanvasObject
	for i := range s.f.Ideas {
		rows = append(rows, s.idea(i))
	}
	add := widget.NewButton(widget.Secondary, "plus", s.t("idea.add"), "", func() {
		s.f.Ideas = append(s.f.Ideas, series.Idea{})
		s.again(s.showIdeas, s.ideas)
		s.into(s.ideas, len(s.f.Ideas)-1)
	})
	add.SetDisabled(len(s.f.Ideas) >= series.IdeaLimit)
	s.ideas.Objects = append(rows, widget.Wrap(0, 0, add))
}

// idea is one of them.
func (s *firm) idea(i int) fyne.CanvasObject {
	x := &s.f.Ideas[i]
	c := s.h.Class()
	text, _ := s.text("idea.text", 1, &x.Text)
	var names []string
	for _, id := range s.actions {
		if id == "" {
			names = append(names, s.t("idea.noaction"))
			continue
		}
		names = append(names, s.action(id))
	}
	action := widget.NewChoose(names)
	action.Mark(slices.Index(s.actions, x.Action))
	action.OnChanged = func(string) {
		x.Action = s.actions[max(0, action.SelectedIndex())]
		_ = s.keep() // the action comes from the list
	}
	wrong := widget.NewText(widget.Small, figure.Err, "")
	chosen := widget.NewTick(s.t("idea.chosen"), x.Chosen, nil)
	chosen.OnChanged = func(v bool) {
		was := *x
		x.Chosen, x.Decided = v, x.Decided && v
		if s.try(s.t("idea.chosen"), wrong, nil, func() { *x = was }) {
			s.again(s.showIdeas, s.ideas)
			s.into(s.ideas, i)
			return
		}
		told := chosen.OnChanged
		chosen.OnChanged = nil
		chosen.SetChecked(was.Chosen)
		chosen.OnChanged = told
	}
	remove := widget.NewButton(widget.Quiet, "trash", s.t("idea.remove"), "", func() {
		s.f.Ideas = slices.Delete(slices.Clone(s.f.Ideas), i, i+1)
		s.again(s.showIdeas, s.ideas)
	})
	rows := []fyne.CanvasObject{screen.Beside(c, 8, 14, text, labelled(s.t("idea.action"), widget.Framed(action), widget.NewText(widget.Small, figure.Err, ""))), widget.Wrap(14, 4, chosen, remove), wrong}
	if x.Chosen {
		rows = append(rows, s.second(x))
	}
	return widget.Tinted(figure.Sunken, 10, 14, widget.Column(8, rows...))
}

// second is the second homework of a chosen idea.
func (s *firm) second(x *series.Idea) fyne.CanvasObject {
	c := s.h.Class()
	var names []string
	for cost := range 6 {
		names = append(names, series.CostName(s.w, cost))
	}
	cost := widget.NewChoose(names)
	cost.Mark(x.Cost)
	cost.OnChanged = func(string) {
		x.Cost = max(0, cost.SelectedIndex())
		_ = s.keep() // the band comes from the list
	}
	owner, _ := s.text("doc.price.owner", 1, &x.Owner)
	first, _ := s.text("doc.price.first", 1, &x.First)
	hurdle, _ := s.text("doc.price.hurdle", 1, &x.Hurdle)
	decided := s.tick(s.t("idea.decided"), x.Decided, func(v bool) { x.Decided = v })
	return widget.Column(8, widget.NewText(widget.TightBold, figure.Ink, s.t("firm.homework2")),
		screen.Beside(c, 8, 14, labelled(s.t("doc.price.cost"), widget.Framed(cost), widget.NewText(widget.Small, figure.Err, "")), owner),
		screen.Beside(c, 8, 14, first, s.day("doc.price.by", &x.By)), hurdle, widget.Wrap(0, 0, decided))
}

// end is the third meeting: the step is presented, and whether both look again.
func (s *firm) end() fyne.CanvasObject {
	presented := s.tick(s.t("firm.presented"), s.f.Presented, func(v bool) { s.f.Presented = v })
	again := s.tick(s.t("firm.again"), s.f.Again, func(v bool) { s.f.Again = v })
	text := s.t("firm.again.never")
	if on := s.s.FollowOn(); on != "" {
		text = s.t("firm.again.on", "date", s.w.DateOf(on))
	}
	sheet := s.paper("doc", s.t("firm.sheet.save"), func(p *series.Papers) *document.Document { return p.Sheet(s.f.Company) })
	return widget.Card(22, widget.Column(10, screen.CardHead("check", s.t("doc.m3.title")), widget.Wrap(0, 0, presented), widget.Wrap(0, 0, again), widget.NewText(widget.Small, figure.Ink2, text), widget.Wrap(0, 0, sheet)))
}
