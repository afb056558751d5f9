package companies

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/theme"
	"nivel/app/widget"
	"nivel/assessments/cohort"
	"nivel/assessments/figure"
)

// foot is what can be done with the firms that are picked; nothing where none is.
type foot struct {
	s    *Screen
	box  *fyne.Container
	text *widget.Text
	who  *widget.Text
	n    int
}

func newFoot(s *Screen) *foot { return &foot{s: s, box: widget.Column(0)} }

// mostNames is how many picked firms are named.
const mostNames = 2

// show says what is picked.
func (f *foot) show() {
	s := f.s
	chosen := s.desk.chosen()
	if len(chosen) == 0 {
		f.box.Objects, f.n = nil, 0
		return
	}
	f.n = len(chosen)
	f.build()
	var names []string
	for _, x := range chosen[:min(len(chosen), mostNames)] {
		names = append(names, widget.Plain(s.say.name(x)))
	}
	line := strings.Join(names, " · ")
	if more := len(chosen) - mostNames; more > 0 {
		line += " · " + s.w.N("firms.picked.more", more)
	}
	f.text.SetText(s.w.N("firms.picked", len(chosen)))
	f.who.SetText(line)
}

func (f *foot) build() {
	s, w := f.s, f.s.w
	f.text, f.who = widget.NewText(widget.Strong, figure.Ink, ""), widget.NewText(widget.Small, figure.Ink2, "")
	f.who.MaxLines = 2
	none := widget.NewButton(widget.Quiet, "close", w.T("firms.pick.none"), "", s.none)
	tags := widget.NewButton(widget.Secondary, "flag", w.T("firms.tags"), "", s.tags)
	buttons := append([]fyne.CanvasObject{none, tags}, s.jobs(f.n)...)
	said := widget.Column(0, f.text, f.who)
	var inner fyne.CanvasObject = widget.Centred(14, []float32{-1, 0}, said, widget.Centred(10, nil, buttons...))
	if s.h.Class() != screen.Wide {
		inner = widget.Column(8, said, widget.Wrap(10, 8, buttons...))
	}
	p := screen.Padding(s.h.Class())
	f.box.Objects = []fyne.CanvasObject{widget.Over(widget.Box(figure.Surface, "", 0, 0), widget.Column(0, widget.Divider(), widget.Pad(10, p, 12, p, inner)))}
}

// none picks nothing any more.
func (s *Screen) none() {
	clear(s.desk.picked)
	s.list.Again()
	s.foot.show()
	s.settle()
	widget.Focus(s.list)
}

// every picks all that is found.
func (s *Screen) every() {
	for _, f := range s.found {
		s.desk.picked[f.Company.ID] = true
	}
	s.list.Again()
	s.foot.show()
	s.settle()
	widget.Focus(s.list)
}

// ids are the picked firms as routes name them.
func (s *Screen) ids() string {
	var out []string
	for _, f := range s.desk.chosen() {
		out = append(out, f.Company.ID)
	}
	return strings.Join(out, "|")
}

// job is what another page does with the picked firms.
type job struct {
	page        screen.Page
	icon, key   string
	least, most int // how many firms it takes; 0: any number
}

var jobs = []job{{page: screen.Compare, icon: "compare", key: "firms.compare", least: 2, most: 12},
	{page: screen.HandOver, icon: "export", key: "firms.handover"}, {page: screen.Delete, icon: "trash", key: "firms.delete"}}

// jobs are the buttons for what can be done with so many firms.
func (s *Screen) jobs(n int) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, j := range jobs {
		if slices.Contains(s.pages, j.page) && (j.most == 0 || n >= j.least && n <= j.most) {
			out = append(out, widget.NewButton(widget.Secondary, j.icon, s.w.T(j.key), "", func() { s.h.Go(screen.Route{Page: j.page, ID: s.ids()}) }))
		}
	}
	return out
}

func (s *Screen) boxWidth() float32 { return theme.Dp(24) + between/2 }

// told says how many firms are found, or why none.
func (s *Screen) told() []fyne.CanvasObject {
	w := s.w
	if len(s.desk.firms) == 0 {
		return []fyne.CanvasObject{widget.Card(22, widget.Column(8, widget.NewText(widget.H3, figure.Ink, w.T("firms.empty")), widget.NewText(widget.Body, figure.Ink2, w.T("firms.empty.text")),
			widget.Divider(), widget.NewText(widget.Body, figure.Ink2, w.T("sampleregion.open.text")), widget.Wrap(0, 0, screen.SampleRegionButton(s.h, widget.Secondary))))}
	}
	if len(s.found) > 0 {
		row := []fyne.CanvasObject{widget.NewText(widget.Small, figure.Ink2, w.N("firms.found", len(s.found)))}
		if s.desk.filtered() {
			row = append(row, widget.NewButton(widget.Quiet, "close", w.T("firms.clear"), "", s.clear))
		}
		row = append(row, widget.NewButton(widget.Quiet, "check", w.T("firms.pick.all"), "", s.every))
		if s.desk.sampleRegion {
			row = append(row, screen.SampleRegionButton(s.h, widget.Quiet))
		}
		return []fyne.CanvasObject{widget.Wrap(14, 0, row...)}
	}
	return []fyne.CanvasObject{widget.Card(18, widget.Column(8, s.missing()...))}
}

// missing says which filter hides how many.
func (s *Screen) missing() []fyne.CanvasObject {
	w := s.w
	rows := []fyne.CanvasObject{widget.NewText(widget.Strong, figure.Ink, w.T("firms.none"))}
	hides := func(name string, without cohort.Filter, remove func()) {
		if n := len(without.Of(s.desk.sorted)); n > 0 {
			rows = append(rows, widget.NewText(widget.Body, figure.Ink2, w.N("firms.hides", n, "name", name)),
				widget.Wrap(0, 0, widget.NewButton(widget.Secondary, "close", w.T("firms.remove", "name", name), "", remove)))
		}
	}
	if q := s.desk.filter.Query; q != "" {
		f := s.desk.filter
		f.Query = ""
		hides("«"+widget.Plain(q)+"»", f, func() { s.field.SetText(""); widget.Focus(s.field) })
	}
	for _, c := range s.choices {
		if name := c.choose.Narrowed(); name != "" {
			f := s.desk.filter
			c.clear(&f)
			hides(name, f, func() { c.choose.SetSelectedIndex(0); widget.Focus(s.field) })
		}
	}
	if len(rows) == 1 {
		rows = append(rows, widget.NewText(widget.Body, figure.Ink2, w.T("firms.none.text")),
			widget.Wrap(0, 0, widget.NewButton(widget.Secondary, "close", w.T("firms.clear"), "", s.clear)))
	}
	return rows
}

// clear takes all filters away.
func (s *Screen) clear() {
	s.desk.filter = cohort.Filter{}
	for _, c := range s.choices {
		c.choose.Mark(0)
	}
	s.field.OnChanged = nil
	s.field.SetText("")
	s.field.OnChanged = func(text string) { s.desk.filter.Query = text; s.find() }
	s.find()
	widget.Focus(s.field)
}
