// Package actionplan is where a region's action plan is written, part after part, and saved as the
// document that its readers sign.
//
// The rule: what is brought in from the committee fills only what is empty, and says how much it was.
package actionplan

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/widget"
	domain "nivel/assessments/actionplan"
	"nivel/assessments/document"
	"nivel/assessments/figure"
	"nivel/assessments/texts"
)

// tabs are the parts of the page, as they stand in a route.
var tabs = []string{"general", "context", "actions", "monitoring", "check"}

// Screen is the page.
type Screen struct {
	h      screen.Host
	w      *texts.Words
	tab    int
	sample bool
	p      *domain.Plan
	page   *widget.Page
	choice *widget.Segmented
	body   *fyne.Container
	wrong  *widget.Text
	came   string // what was brought in, in words
}

// New builds the page with one of its parts.
func New(h screen.Host, id string) *Screen {
	return &Screen{h: h, w: h.Session().Words, tab: max(0, slices.Index(tabs, id)), sample: h.Session().SampleWork()}
}

// Start implements screen.Starter.
func (s *Screen) Start() fyne.Focusable { return s.choice }

func (s *Screen) t(key string, pairs ...any) string { return s.w.T("actionplan."+key, pairs...) }

// Content implements screen.Screen.
func (s *Screen) Content() fyne.CanvasObject {
	c := s.h.Class()
	var names []string
	for _, tab := range tabs {
		names = append(names, s.t("tab."+tab))
	}
	s.choice = widget.NewSegmented(names, s.tab, func(i int) { s.tab = i; s.show() })
	s.body, s.wrong = widget.Column(14), widget.NewText(widget.Small, figure.Err, "")
	save := widget.NewButton(widget.Next, "doc", s.t("save"), "", s.save)
	head := []fyne.CanvasObject{screen.Head(c, s.w.T("page.actionplan"), s.t("lead"), save)}
	if s.sample {
		head = append(head, widget.Wrap(0, 0, widget.Chip(widget.ToneWarn, "info", s.w.T("sample.chip"))))
	}
	s.page = screen.Body(c, append(head, widget.Wrap(0, 0, s.choice), s.wrong, s.body)...)
	var err error
	if s.p, err = s.h.Session().ActionPlan(s.sample); err != nil {
		s.p = nil
		s.body.Objects = []fyne.CanvasObject{screen.Fault(s.w, err)}
		s.choice.Hide()
		save.SetDisabled(true)
		return s.page
	}
	s.show()
	return s.page
}

// show fills the part that is chosen.
func (s *Screen) show() {
	if s.p == nil {
		return
	}
	s.body.Objects = nil
	switch tabs[s.tab] {
	case "general":
		s.card(s.line("project", &s.p.Project), s.text("partners", &s.p.Partners), s.line("country", &s.p.Country), s.line("region", &s.p.Region),
			s.line("contact", &s.p.Contact), s.line("email", &s.p.Email), s.line("phone", &s.p.Phone))
	case "context":
		s.card(s.programme(), s.text("instrument", &s.p.Instrument), s.text("helps", &s.p.Helps))
	case "actions":
		s.actions()
	case "monitoring":
		start, target, until := s.line("start", (*string)(&s.p.Start)), s.line("target", (*string)(&s.p.Target)), s.line("until", &s.p.Until)
		s.card(widget.NewText(widget.Body, figure.Ink, s.t("aim")), screen.Sides(s.h.Class(), 1, 1, start, target), until, s.text("monitoring", &s.p.Monitoring))
	case "check":
		s.check()
	}
	screen.Follow(s.page)
	s.page.Relayout()
}

func (s *Screen) card(o ...fyne.CanvasObject) {
	s.body.Objects = append(s.body.Objects, widget.Card(20, widget.Column(14, o...)))
}

// keep writes what has changed, or says what cannot stand.
func (s *Screen) keep() {
	said := ""
	if err := s.h.Session().PutActionPlan(s.p, s.sample); err != nil {
		said = s.w.Fault(err)
	}
	if s.wrong.Text() != said {
		s.wrong.SetText(said)
		s.page.Relayout()
	}
}

func (s *Screen) field(name string, lines int, of *string) fyne.CanvasObject {
	e := widget.NewEntry(lines, *of, func(text string) { *of = text; s.keep() })
	return widget.Column(6, widget.NewText(widget.TightBold, figure.Ink, name), e)
}

func (s *Screen) line(key string, of *string) fyne.CanvasObject { return s.field(s.t(key), 1, of) }

func (s *Screen) text(key string, of *string) fyne.CanvasObject { return s.field(s.t(key), 4, of) }

// programme is the kind of programme.
func (s *Screen) programme() fyne.CanvasObject {
	names := []string{"–"}
	for _, p := range domain.Programmes {
		names = append(names, s.t("programme."+string(p)))
	}
	choose := widget.NewChoose(names)
	choose.Mark(slices.Index(domain.Programmes, s.p.Programme) + 1)
	choose.OnChanged = func(string) {
		s.p.Programme = ""
		if i := choose.SelectedIndex(); i > 0 {
			s.p.Programme = domain.Programmes[i-1]
		}
		s.keep()
	}
	return widget.Column(6, widget.NewText(widget.TightBold, figure.Ink, s.t("programme")), widget.Framed(choose))
}

// actions are all of them, one card each.
func (s *Screen) actions() {
	fill := widget.NewButton(widget.Secondary, "import", s.t("fill"), "", s.fill)
	rows := []fyne.CanvasObject{widget.NewText(widget.Body, figure.Ink2, s.t("fill.text")), widget.Wrap(0, 0, fill)}
	if s.came != "" {
		rows = append(rows, widget.Banner(widget.ToneBlue, "info", "", s.came))
	}
	s.card(rows...)
	if len(s.p.Actions) == 0 {
		s.body.Add(widget.NewText(widget.Body, figure.Ink, s.t("noactions")))
	}
	for i := range s.p.Actions {
		a := &s.p.Actions[i]
		remove := widget.NewButton(widget.Quiet, "trash", s.t("action.remove"), "", func() {
			s.p.Actions = slices.Delete(s.p.Actions, i, i+1)
			s.keep()
			s.show()
			widget.Focus(s.choice)
		})
		s.card(widget.NewText(widget.H3, figure.Ink, s.t("action", "n", i+1)), s.field(s.t("action.name"), 1, &a.Title), s.text("background", &a.Background), s.text("what", &a.What),
			s.text("players", &a.Players), s.field(s.t("timeframe"), 2, &a.Timeframe), s.field(s.t("costs"), 3, &a.Costs), s.field(s.t("funding"), 2, &a.Funding), widget.Wrap(0, 0, remove))
	}
	s.body.Add(widget.Wrap(0, 0, widget.NewButton(widget.Secondary, "plus", s.t("action.add"), "", func() {
		s.p.Actions = append(s.p.Actions, domain.Action{})
		s.keep()
		s.show()
	})))
}

// fill brings in what the committee has worked out.
func (s *Screen) fill() {
	se := s.h.Session()
	lib := se.Complete()
	c, err := se.Committee(s.sample)
	var from []domain.Action
	if err == nil {
		var practices []string
		for i := range lib.Practices {
			practices = append(practices, lib.Practices[i].ID)
		}
		from, err = domain.FromCommittee(s.w, lib, c, practices)
	}
	if err != nil {
		screen.Trouble(s.h, err)
		return
	}
	filled, actions, texts := s.p.Fill(from)
	s.came = s.t("fill.none")
	if actions+texts > 0 {
		s.came = s.t("fill.done", "actions", actions, "texts", texts)
	}
	*s.p = filled
	s.keep()
	s.show()
}

// check lists what is missing before the plan can be signed.
func (s *Screen) check() {
	day := s.w.TypedDay(s.p.Day)
	e := widget.NewEntry(1, day, func(text string) {
		s.p.Day = strings.TrimSpace(text)
		if day, ok := s.w.ReadDay(text); ok {
			s.p.Day = day
		}
		s.keep()
	})
	s.card(widget.Column(6, widget.NewText(widget.TightBold, figure.Ink, s.t("day")), e), s.text("summary", &s.p.Summary))
	missing := s.p.Missing()
	if len(missing) == 0 {
		s.body.Add(widget.Banner(widget.ToneBlue, "check-circle", "", s.t("missing.none")))
		return
	}
	rows := []fyne.CanvasObject{screen.CardHead("note", s.t("missing"))}
	for _, m := range missing {
		name, number, of := strings.Cut(m, "/")
		key := map[string]string{"actions": "tab.actions", "title": "action.name"}[name]
		if key == "" {
			key = name
		}
		text := s.t(key)
		if n, err := strconv.Atoi(number); of && err == nil {
			text = s.t("missing.of", "what", text, "n", n)
		}
		rows = append(rows, widget.Label("circle", figure.Ink2, 16, 8, widget.NewText(widget.Body, figure.Ink, text)))
	}
	s.card(rows...)
}

// mostNeeds is how many needs of the region the plan names.
const mostNeeds = 6

// save saves the document, as far as it is written.
func (s *Screen) save() {
	se := s.h.Session()
	today, _ := time.Parse(time.DateOnly, se.Today())
	name := s.t("file")
	if s.p.Region != "" {
		name += " - " + s.p.Region
	}
	screen.SavePaper(s.h, screen.Paper{Name: name, Make: func() (*document.Document, error) {
		if err := s.p.Check(); err != nil {
			return nil, err
		}
		needs, err := se.Needs(mostNeeds)
		if err != nil {
			return nil, err
		}
		return domain.Document(s.w, s.p, needs, s.sample, today), nil
	}})
}
