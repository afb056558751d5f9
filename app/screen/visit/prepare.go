package visit

import (
	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/theme"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/figure"
)

// advisorSetting keeps the name of the advisor who visits.
const advisorSetting = "visit-advisor"

// prepare says what the firm has answered and what is to be checked, and begins the visit.
type prepare struct {
	base
	fields *fields
	main   *widget.Button
	page   *widget.Page
}

func newPrepare(b base) *prepare { return &prepare{base: b} }

// Start implements screen.Starter.
func (s *prepare) Start() fyne.Focusable { return s.main }

// Primary implements screen.Primary.
func (s *prepare) Primary() { s.main.OnTapped() }

// Content implements screen.Screen.
func (s *prepare) Content() fyne.CanvasObject {
	c := s.h.Class()
	label := s.w.T("visit.start")
	do := s.begin
	if s.desk.going != nil {
		label, do = s.w.T("visit.goon"), func() { s.to(wayPage) }
	}
	s.main = widget.NewButton(widget.Next, "", label, "right", do)
	column := []fyne.CanvasObject{screen.Head(c, s.w.T("visit.title"), s.firm(), s.main)}
	if v := s.desk.going; v != nil {
		shut := widget.NewButton(widget.Secondary, "check", s.w.T("visit.shut"), "", func() { s.to(closePage) })
		drop := widget.NewButton(widget.Quiet, "trash", s.w.T("visit.drop"), "", nil)
		drop.OnTapped = func() { s.drop(drop) }
		column = append(column, widget.Banner(widget.ToneBlue, "clock", s.w.T("visit.going"), s.facts(v), shut, drop))
	} else {
		column = append(column, s.form())
	}
	column = append(column, s.answered(), s.check())
	if earlier := s.earlier(); earlier != nil {
		column = append(column, earlier)
	}
	body := widget.Column(16, column...)
	s.page = screen.Body(c, body)
	screen.Follow(s.page, body)
	if s.fields != nil {
		s.fields.page = s.page
		s.fields.check()
	}
	return s.page
}

// form asks for what a visit needs to begin; all of it may be said later.
func (s *prepare) form() fyne.CanvasObject {
	se := s.h.Session()
	typed := s.desk.drafts[se.Company.ID]
	if typed == nil {
		typed = drafted(s.w, assessments.Visit{Day: se.Today(), Place: se.Company.Place, People: []assessments.Present{
			{Role: screen.RespondentName(s.w, assessments.Owner), Name: se.Company.Contact}, {Role: screen.RespondentName(s.w, assessments.Advisor), Name: se.Setting(advisorSetting)}}})
		s.desk.drafts[se.Company.ID] = typed
	}
	s.fields = newFields(s.base, assessments.Visit{}, typed, nil)
	return widget.Card(22, widget.Column(14, screen.CardHead("calendar", s.w.T("visit.this")), s.fields.when(), s.fields.who()))
}

// begin begins the visit, unless something typed cannot stand.
func (s *prepare) begin() {
	se := s.h.Session()
	v, err := s.fields.read()
	if err == nil {
		v.StartedAt = se.Now().UTC().Round(0)
		_, err = se.PutVisit(v)
	}
	if err != nil {
		s.fields.check()
		widget.Focus(s.fields.first)
		s.page.Reveal(s.fields.first, 0, s.fields.first.Size().Height)
		return
	}
	for _, p := range v.People {
		if p.Role == screen.RespondentName(s.w, assessments.Advisor) {
			se.PutSetting(advisorSetting, p.Name)
		}
	}
	delete(s.desk.drafts, se.Company.ID)
	s.to(wayPage)
}

// drop takes out a visit that was begun by mistake, when pressed twice; answers stay.
func (s *prepare) drop(b *widget.Button) {
	if sure := s.w.T("visit.drop.sure"); b.Text != sure {
		b.SetText(sure)
		s.page.Relayout()
		return
	}
	s.h.Session().DeleteVisit(s.desk.going.ID)
	s.h.Reload()
}

// answered is how much each has answered, and the level with its range.
func (s *prepare) answered() fyne.CanvasObject {
	se := s.h.Session()
	rows := []fyne.CanvasObject{screen.CardHead("question", s.w.T("visit.answered"))}
	asked, latest := se.Pack.Model.Asked(), se.Latest()
	for _, who := range se.Voices() {
		n := 0
		for _, q := range asked {
			if latest[who][q.ID].Answer.Value.Standing != assessments.Unanswered {
				n++
			}
		}
		rows = append(rows, line("person", widget.Body, s.w.T("visit.answered.who", "who", screen.RespondentName(s.w, who), "n", n, "total", len(asked))))
	}
	o := se.Result().Overall
	if len(rows) == 1 {
		rows = append(rows, widget.NewText(widget.Body, figure.Ink2, s.w.T("visit.answered.none")))
		return widget.Card(22, widget.Column(10, rows...))
	}
	if se.Pack.Model.Overall != assessments.NoOverall {
		level := widget.Column(2, widget.NewText(widget.H3, figure.Ink, screen.Standing(s.w, se.Pack, o)))
		if o.Shown() {
			level.Add(widget.NewText(widget.Small, figure.Ink2, s.w.Honest(se.Pack.Words[s.w.Language], o)))
		}
		vial := widget.NewVial(theme.Dp(200), theme.Dp(26), s.w.T("visit.answered"), screen.VialOf(o, 0))
		number := widget.NewText(widget.H2, figure.Ink, screen.Number(s.w, o))
		if s.h.Class() == screen.Single {
			rows = append(rows, widget.Centred(12, []float32{0, -1}, number, vial), level)
		} else {
			rows = append(rows, widget.Centred(14, []float32{0, theme.Dp(210), -1}, number, vial, level))
		}
	}
	return widget.Card(22, widget.Column(10, rows...))
}

// shownToCheck is how many questions to check stand here; the rest stands on a page of its own.
const shownToCheck = 8

// check are the questions that are to be checked on the spot, and the list to print.
func (s *prepare) check() fyne.CanvasObject {
	items := s.h.Session().Clarify()
	if len(items) == 0 {
		return widget.Card(22, widget.Column(8, screen.CardHead("check", s.w.T("visit.check.none")), widget.NewText(widget.Body, figure.Ink2, s.w.T("visit.check.none.text"))))
	}
	rows := []fyne.CanvasObject{screen.CardHead("search", s.w.N("visit.check", len(items))), widget.NewText(widget.Tight, figure.Ink2, s.w.T("visit.check.text")),
		widget.Wrap(10, 6, widget.NewButton(widget.Secondary, "print", s.w.T("clarify.print"), "", func() { s.h.Go(screen.Route{Page: screen.Report, ID: screen.ClarifyList}) }))}
	for i, item := range items {
		if i == shownToCheck && len(items) > shownToCheck+1 {
			rows = append(rows, widget.Wrap(0, 0, widget.NewButton(widget.Quiet, "", s.w.N("visit.check.all", len(items)), "chevron-right", func() { s.h.Go(screen.Route{Page: screen.Clarify}) })))
			break
		}
		row, _ := screen.ToClarify(s.h, item)
		rows = append(rows, row)
	}
	return widget.Card(22, widget.Column(10, rows...))
}

// earlier are the visits that were closed, the last one first.
func (s *prepare) earlier() fyne.CanvasObject {
	all, err := s.h.Session().Visits()
	if err != nil {
		return screen.Fault(s.w, err)
	}
	rows := []fyne.CanvasObject{screen.CardHead("note", s.w.T("visit.earlier"))}
	for i := range all {
		v := &all[i]
		if v.ClosedAt.IsZero() {
			continue
		}
		if len(rows) > 1 {
			rows = append(rows, widget.Divider())
		}
		open := widget.NewButton(widget.Quiet, "", s.w.T("visit.look"), "chevron-right", func() { s.to(v.ID) })
		about := widget.Column(2, widget.NewText(widget.Body, figure.Ink, s.facts(v)), widget.NewText(widget.Small, figure.Ink2, s.agreed(v)))
		rows = append(rows, widget.Centred(12, []float32{-1, 0}, about, open))
	}
	if len(rows) == 1 {
		return nil
	}
	return widget.Card(22, widget.Column(10, rows...))
}
