package app

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments/figure"
)

// sidebar is brand, firm and pages.
func (a *App) sidebar() fyne.CanvasObject {
	se := a.Session()
	w := se.Words
	if a.class == screen.Single {
		return a.strip()
	}
	brand := widget.Centred(10, []float32{0, -1}, brandMark(30), widget.NewText(widget.H2, figure.Ink, "Nivel"))
	name := se.Company.Name
	if name == "" {
		name = w.T("report.noname")
	}
	firm := []fyne.CanvasObject{widget.NewText(widget.Strong, figure.Ink, widget.Plain(name))}
	if facts := a.facts(); facts != "" {
		firm = append(firm, widget.NewText(widget.Small, figure.Ink2, widget.Plain(facts)))
	}
	if se.Company.Sample {
		leave := widget.NewButton(widget.Quiet, "left", w.T("sample.leave"), "", func() { a.Sample(false) })
		firm = append(firm, widget.Wrap(0, 0, widget.Chip(widget.ToneWarn, "info", w.T("sample.chip"))), widget.Wrap(0, 0, leave))
	}
	column := []fyne.CanvasObject{widget.Pad(0, 8, 10, 9, brand)}
	if se.Advising() {
		column = append(column, a.nav(a.overPages())...)
		if !a.overAll() {
			column = append(column, widget.Pad(6, 8, 6, 8, widget.Divider()))
		}
	}
	if !a.overAll() {
		column = append(column, widget.Pad(0, 8, 12, 10, widget.Column(5, firm...)))
		column = append(column, a.nav(a.firmPages())...)
	}
	column = append(column, widget.Filler(), widget.Pad(6, 8, 6, 8, widget.Divider()))
	column = append(column, a.nav(a.last())...)
	side := float32(14)
	if a.class == screen.Compact {
		side = 8
	}
	return widget.NewPage(widget.Pad(22, side, 14, side, widget.Column(2, column...)))
}

// libraryPages are those that belong to the library too.
var libraryPages = []screen.Page{screen.Practices, screen.Practice, screen.Entry, screen.Edit}

// belongs names the entry of pages that have none of their own.
var belongs = map[screen.Page]screen.Page{screen.Readings: screen.Results, screen.Why: screen.Results, screen.Rounds: screen.Results, screen.Versions: screen.Home, screen.Begin: screen.Home, screen.Editor: screen.Settings, screen.Differences: screen.Questions, screen.Clarify: screen.Questions,
	screen.HandOver: screen.Report, screen.TakeIn: screen.Settings, screen.Delete: screen.Companies, screen.Bring: screen.Companies, screen.Compare: screen.Companies}

type entry struct {
	page screen.Page
	icon string
}

var (
	mainPages = []entry{{screen.Home, "home"}, {screen.Questions, "question"}, {screen.Results, "level"}, {screen.Steps, "step"}, {screen.Plan, "plan"},
		{screen.Library, "book"}, {screen.Report, "doc"}}
	// advisorPages are about all firms: the first one is always at hand, the others while no firm is open.
	advisorPages = []entry{
		{screen.Companies, "firm"},
		{screen.Series, "people"},
		{screen.Region, "map"},
		{screen.Services, "chain"},
		{screen.Group, "person"},
		{screen.Committee, "check-circle"},
		{screen.ActionPlan, "flag"},
	}
	lastPages = []entry{{screen.Profile, "firm"}, {screen.Help, "help"}, {screen.Settings, "gear"}}
)

// under is the entry that a page without one of its own belongs to. What is handed over of picked firms
// belongs to the list.
func (a *App) under() screen.Page {
	switch {
	case a.route.Page == screen.HandOver && a.route.ID != "":
		return screen.Companies
	case a.contributing():
		return screen.Report
	}
	return belongs[a.route.Page]
}

// contributing says whether the page is the one on which the firm contributes to its region.
func (a *App) contributing() bool {
	return a.route == screen.Route{Page: screen.Region, ID: screen.Contribute}
}

// neutral are pages that belong to all firms as to one: they stand beside what was shown before.
var neutral = append([]screen.Page{screen.Library, screen.Help, screen.Settings, screen.TakeIn, screen.Editor}, libraryPages...)

// overAll says whether the page is about all firms, not about the one that is open.
func (a *App) overAll() bool {
	if !slices.Contains(neutral, a.route.Page) {
		a.over = !a.contributing() && slices.ContainsFunc(advisorPages, func(e entry) bool { return e.page == a.route.Page || e.page == a.under() })
	}
	return a.over && a.Session().Advising()
}

// overPages are those of the advisor's side that the sidebar shows now, the library among them.
func (a *App) overPages() []entry {
	if !a.overAll() {
		return advisorPages[:1]
	}
	return append(advisorPages[:len(advisorPages):len(advisorPages)], entry{screen.Library, "book"})
}

// firmPages are those of the firm that is open; the visit is an advisor's.
func (a *App) firmPages() []entry {
	if !a.Session().Advising() {
		return mainPages
	}
	return append(mainPages[:len(mainPages):len(mainPages)], entry{screen.Visit, "pin"})
}

// last are the pages at the foot: without the firm's own where none is meant.
func (a *App) last() []entry {
	if a.overAll() {
		return lastPages[1:]
	}
	return lastPages
}

// pages are all that the sidebar shows now.
func (a *App) pages() []entry {
	var out []entry
	if a.Session().Advising() {
		out = append(out, a.overPages()...)
	}
	if !a.overAll() {
		out = append(out, a.firmPages()...)
	}
	return append(out, a.last()...)
}

// called is the name of a page's entry. What an owner calls his own firm is one of many for an advisor.
func (a *App) called(page screen.Page) string {
	w := a.Session().Words
	if page == screen.Profile && a.Session().Advising() {
		return w.T("page.firm")
	}
	return w.T("page." + string(page))
}

func (a *App) nav(pages []entry) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, p := range pages {
		kind := widget.Nav
		if a.route.Page == p.page && !a.contributing() || p.page == a.under() || p.page == screen.Library && slices.Contains(libraryPages, a.route.Page) {
			kind = widget.NavHere
		}
		b := widget.NewButton(kind, p.icon, a.called(p.page), "", func() { a.Go(screen.Route{Page: p.page}) })
		if a.class == screen.Compact {
			b.Height = 34 // so that all ten stand in a low window, the sample's marks above them
		}
		if p.page == screen.Questions {
			b.Note = a.progress()
		}
		if p.page == screen.Series {
			b.Note = a.running()
		}
		if p.page == screen.Companies {
			b.Note = a.Session().Words.Int(a.Session().FirmCount())
		}
		out = append(out, b)
	}
	return out
}

// running is how many series are not closed; nothing where none is.
func (a *App) running() string {
	if n := a.Session().RunningSeries(); n > 0 {
		return a.Session().Words.Int(n)
	}
	return ""
}

func (a *App) progress() string {
	se := a.Session()
	done, total, answered := 0, 0, screen.Answered(se)
	for _, q := range se.Pack.Model.Questions {
		if !q.Asked() {
			continue
		}
		if total++; answered(q.ID) {
			done++
		}
	}
	return strconv.Itoa(done) + "/" + strconv.Itoa(total)
}

func (a *App) facts() string {
	c := &a.Session().Company
	people := ""
	if c.People > 0 {
		people = a.Session().Words.N("profile.people.count", c.People)
	}
	switch {
	case c.Place == "":
		return people
	case people == "":
		return c.Place
	}
	return c.Place + " · " + people
}

// strip is the sidebar where there is no room for one: the page's name and a menu.
func (a *App) strip() fyne.CanvasObject {
	w := a.Session().Words
	name := widget.NewText(widget.H3, figure.Ink, a.called(a.route.Page))
	menu := widget.NewButton(widget.Secondary, "more", w.T("page.menu"), "", a.menu)
	objects := []fyne.CanvasObject{brandMark(26), name}
	shares := []float32{0, -1}
	if a.Session().Company.Sample {
		objects, shares = append(objects, widget.Chip(widget.ToneWarn, "info", w.T("sample.chip"))), append(shares, 0)
	}
	return widget.Pad(6, 14, 6, 14, widget.Centred(10, append(shares, 0), append(objects, menu)...))
}

// menu shows the pages over the side.
func (a *App) menu() {
	w := a.Session().Words
	var panel *screen.Panel
	var rows []fyne.CanvasObject
	for _, p := range a.pages() {
		rows = append(rows, widget.NewButton(widget.Nav, p.icon, a.called(p.page), "", func() { panel.Close(); a.Go(screen.Route{Page: p.page}) }))
	}
	if a.Session().Company.Sample {
		rows = append(rows, widget.NewButton(widget.Nav, "left", w.T("sample.leave"), "", func() { panel.Close(); a.Sample(false) }))
	}
	panel = screen.Side(a, w.T("page.menu"), rows...)
}
