// Package profile is what the firm says about itself; everything may stay empty.
package profile

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/theme"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/figure"
	"nivel/assessments/texts"
)

// Screen is the company's profile.
type Screen struct {
	h       screen.Host
	w       *texts.Words
	company assessments.Company
	first   *widget.Entry
	page    *widget.Page
}

// New builds the page.
func New(h screen.Host) *Screen {
	return &Screen{h: h, w: h.Session().Words, company: h.Session().Company}
}

// Start implements screen.Starter.
func (s *Screen) Start() fyne.Focusable { return s.first }

// Primary implements screen.Primary.
func (s *Screen) Primary() { s.h.Go(screen.Route{Page: screen.Interview}) }

// Key implements screen.Keyed.
func (s *Screen) Key(e *fyne.KeyEvent) bool {
	if e.Name == fyne.KeyEscape {
		s.h.Go(screen.Route{Page: screen.Home})
		return true
	}
	return false
}

// nameLimit bounds names and places.
const nameLimit = 200

// Content implements screen.Screen.
func (s *Screen) Content() fyne.CanvasObject {
	c, w := s.h.Class(), s.w
	next := widget.NewButton(widget.Next, "", w.T("profile.next"), "right", s.Primary)
	name, place, contact := s.text("profile.name", s.company.Name, func(v string) { s.company.Name = v }),
		s.text("profile.place", s.company.Place, func(v string) { s.company.Place = v }),
		s.text("profile.contact", s.company.Contact, func(v string) { s.company.Contact = v })
	f := &s.company.Figures
	about := widget.Card(22, widget.Column(14, screen.CardHead("firm", w.T("profile.firm")), name,
		s.pair(place, s.sector()), s.pair(s.number("profile.people", &s.company.People, 100000), contact)))
	figures := widget.Card(22, widget.Column(14, screen.CardHead("euro", w.T("profile.figures")), widget.NewText(widget.Tight, figure.Ink2, w.T("profile.figures.text")),
		s.pair(s.number("profile.hourly", &f.HourlyCost, 1000), s.number("profile.orders", &f.Orders, 1000000)),
		s.pair(s.number("profile.quotes", &f.Quotes, 1000000), s.number("profile.material", &f.Material, 100000000)),
		s.pair(s.number("profile.energy", &f.Energy, 100000000), s.number("profile.machines", &f.Machines, 100000)),
		s.pair(s.number("profile.computers", &f.Computers, 100000), widget.Space(1, 1))))
	column := append(append([]fyne.CanvasObject{about}, s.advisor()...), s.respondent(), figures)
	title, lead := w.T("profile.title"), w.T("profile.lead")
	if s.h.Session().Advising() {
		title, lead = w.T("page.firm"), w.T("firms.profile.lead")
	}
	s.page = screen.Body(c, append([]fyne.CanvasObject{screen.Head(c, title, lead, next)}, column...)...)
	return s.page
}

func (s *Screen) pair(a, b fyne.CanvasObject) fyne.CanvasObject {
	return screen.Beside(s.h.Class(), 14, 18, a, b)
}

func (s *Screen) field(key string, input fyne.CanvasObject, below fyne.CanvasObject) fyne.CanvasObject {
	return widget.Column(4, widget.NewText(widget.TightBold, figure.Ink, s.w.T(key)), input, below)
}

func (s *Screen) text(key, value string, set func(string)) fyne.CanvasObject {
	wrong := widget.NewText(widget.Small, figure.Err, "")
	e := widget.NewEntry(1, value, func(v string) {
		message := ""
		if n := utf8.RuneCountInString(v); n > nameLimit {
			message = s.w.T("profile.toolong", "limit", nameLimit)
			v = string([]rune(v)[:nameLimit])
		}
		s.say(wrong, message)
		set(strings.TrimSpace(v))
		s.h.Session().PutCompany(s.company)
	})
	if s.first == nil {
		s.first = e
	}
	return s.field(key, e, wrong)
}

func (s *Screen) number(key string, value *int, most int) fyne.CanvasObject {
	text := ""
	if *value > 0 {
		text = strconv.Itoa(*value)
	}
	wrong := widget.NewText(widget.Small, figure.Err, "")
	return s.field(key, widget.NewEntry(1, text, func(v string) {
		n, ok := s.w.ReadAmount(v)
		switch {
		case !ok || n < 0:
			s.say(wrong, s.w.T("profile.notnumber", "text", v))
			return
		case n > most:
			s.say(wrong, s.w.T("profile.toomuch", "most", s.w.Int(most)))
			return
		}
		s.say(wrong, "")
		*value = n
		s.h.Session().PutCompany(s.company)
	}), wrong)
}

func (s *Screen) say(t *widget.Text, message string) {
	if t.Text() != message {
		t.SetText(message)
		s.page.Relayout()
	}
}

// trades are the divisions of the official list that are offered: manufacturing, building
// installation, and any other.
var trades = []string{"31", "16", "10", "11", "13", "14", "15", "17", "18", "19", "20", "21", "22", "23", "24", "25", "26", "27", "28", "29", "30", "32", "33", "43", "00"}

func (s *Screen) sector() fyne.CanvasObject {
	var names []string
	for _, id := range trades {
		names = append(names, s.w.T("nace."+id))
	}
	choice := widget.NewChoose(names)
	choice.PlaceHolder = s.w.T("profile.choose")
	division, _, _ := strings.Cut(s.company.NACE, ".")
	for i, id := range trades {
		if id == division {
			choice.SetSelectedIndex(i)
		}
	}
	choice.OnChanged = func(string) {
		if i := choice.SelectedIndex(); i >= 0 {
			s.company.NACE = trades[i]
			s.h.Session().PutCompany(s.company)
		}
	}
	return s.field("profile.sector", widget.Framed(choice), widget.Space(1, theme.Dp(1)))
}
