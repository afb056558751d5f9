// Package committee is the committee of experts at work: who sits in it and what weighs how much, the
// marks, the order that follows, the sheets of the short list, the minutes.
//
// The rule: nothing is decided by the page; each figure says who stands behind it.
package committee

import (
	"slices"
	"strconv"
	"time"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/widget"
	domain "nivel/assessments/committee"
	"nivel/assessments/content"
	"nivel/assessments/document"
	"nivel/assessments/figure"
	"nivel/assessments/texts"
)

// tabs are the parts of the page, as they stand in a route.
var tabs = []string{"experts", "marks", "ranking", "sheets", "minutes"}

// Desk is what the page remembers while others are shown: whose marks are written.
type Desk struct{ expert string }

// NewDesk makes an empty desk.
func NewDesk() *Desk { return &Desk{} }

// Screen is the page.
type Screen struct {
	h      screen.Host
	w      *texts.Words
	lib    *content.Library
	desk   *Desk
	tab    int
	sample bool
	c      *domain.Committee
	all    []string // practices, in the library's order
	page   *widget.Page
	choice *widget.Segmented
	body   *fyne.Container
	wrong  *widget.Text
	again  fyne.Focusable // where the focus goes when a part is shown anew
}

// New builds the page with one of its parts.
func New(h screen.Host, desk *Desk, id string) *Screen {
	s := &Screen{h: h, w: h.Session().Words, lib: h.Session().Complete(), desk: desk, tab: max(0, slices.Index(tabs, id)), sample: h.Session().SampleWork()}
	for i := range s.lib.Practices {
		s.all = append(s.all, s.lib.Practices[i].ID)
	}
	return s
}

// Start implements screen.Starter.
func (s *Screen) Start() fyne.Focusable { return s.choice }

// t is a sentence of this page.
func (s *Screen) t(key string, pairs ...any) string { return s.w.T("committee."+key, pairs...) }

// Content implements screen.Screen.
func (s *Screen) Content() fyne.CanvasObject {
	c := s.h.Class()
	var names []string
	for _, tab := range tabs {
		names = append(names, s.t("tab."+tab))
	}
	s.choice = widget.NewSegmented(names, s.tab, func(i int) { s.tab = i; s.show() })
	s.body, s.wrong = widget.Column(14), widget.NewText(widget.Small, figure.Err, "")
	head := []fyne.CanvasObject{screen.Head(c, s.w.T("page.committee"), s.t("lead"))}
	if s.sample {
		head = append(head, widget.Wrap(0, 0, widget.Chip(widget.ToneWarn, "info", s.w.T("sample.chip"))))
	}
	s.page = screen.Body(c, append(head, widget.Wrap(0, 0, s.choice), s.wrong, s.body)...)
	var err error
	if s.c, err = s.h.Session().Committee(s.sample); err != nil {
		s.body.Objects = []fyne.CanvasObject{screen.Fault(s.w, err)}
		s.choice.Hide()
		return s.page
	}
	s.show()
	return s.page
}

// show fills the part that is chosen.
func (s *Screen) show() {
	if s.c == nil {
		return
	}
	s.body.Objects, s.again = nil, nil
	switch tabs[s.tab] {
	case "experts":
		s.experts()
	case "marks":
		s.marks()
	case "ranking":
		s.ranking()
	case "sheets":
		s.sheets()
	case "minutes":
		s.minutes()
	}
	screen.Follow(s.page)
	s.page.Relayout()
	if s.again != nil {
		widget.Focus(s.again)
	}
}

func (s *Screen) add(o ...fyne.CanvasObject) { s.body.Objects = append(s.body.Objects, o...) }

// keep writes what has changed, or says what cannot stand.
func (s *Screen) keep() {
	said := ""
	if err := s.h.Session().PutCommittee(s.c, s.sample); err != nil {
		said = s.w.Fault(err)
	}
	if s.wrong.Text() != said {
		s.wrong.SetText(said)
		s.page.Relayout()
	}
}

// field is an entry with its name, which writes as it is typed.
func (s *Screen) field(name string, lines int, text string, set func(string)) (fyne.CanvasObject, *widget.Entry) {
	e := widget.NewEntry(lines, text, func(text string) { set(text); s.keep() })
	return widget.Column(6, widget.NewText(widget.TightBold, figure.Ink, name), e), e
}

// input is what papers are written from.
func (s *Screen) input() domain.Input {
	today, _ := time.Parse(time.DateOnly, s.h.Session().Today())
	return domain.Input{Words: s.w, Library: s.lib, Committee: s.c, Practices: s.all, Sample: s.sample, Day: today}
}

// paper is a button that saves one.
func (s *Screen) paper(key string, kind widget.Kind, make func(domain.Input) (*document.Document, error)) *widget.Button {
	return widget.NewButton(kind, "doc", s.t("paper."+key), "", func() {
		if _, err := make(s.input()); err != nil {
			screen.Trouble(s.h, err)
			return
		}
		screen.SavePaper(s.h, screen.Paper{Name: s.c.Name + " - " + s.t("paper."+key), Make: func() (*document.Document, error) {
			in := s.input()
			in.Saving = true
			return make(in)
		}})
	})
}

// title is a practice's name.
func (s *Screen) title(id string) string {
	return s.lib.PracticeWords[s.w.Language][id].Title
}

// marks is the table of one expert.
func (s *Screen) marks() {
	if len(s.c.Experts) == 0 {
		s.add(widget.Card(18, widget.NewText(widget.Body, figure.Ink, s.t("expert.none"))))
		return
	}
	at := max(0, slices.IndexFunc(s.c.Experts, func(e domain.Expert) bool { return e.ID == s.desk.expert }))
	e := &s.c.Experts[at]
	var names []string
	for i := range s.c.Experts {
		names = append(names, strconv.Itoa(i+1)+". "+widget.Plain(s.c.Experts[i].Name))
	}
	choose := widget.NewChoose(names)
	choose.Mark(at)
	choose.OnChanged = func(string) {
		s.desk.expert = s.c.Experts[choose.SelectedIndex()].ID
		s.show()
	}
	var heads, rows []string
	for _, k := range domain.Criteria {
		heads = append(heads, s.t(string(k)+".short"))
	}
	for _, id := range s.all {
		rows = append(rows, s.title(id))
	}
	done := widget.NewText(widget.Small, figure.Ink2, "")
	count := func() {
		n := 0
		for _, id := range s.all {
			if len(e.Marks[id]) == len(domain.Criteria) {
				n++
			}
		}
		done.SetText(s.t("marks.done", "n", n, "total", len(s.all)))
	}
	count()
	table := widget.NewMarks(rows, heads, domain.LeastMark, domain.MostMark,
		func(row, col int) int { return e.Marks[s.all[row]][domain.Criteria[col]] },
		func(row, col, n int) {
			e.Mark(s.all[row], domain.Criteria[col], n)
			count()
			s.keep()
		})
	table.OnMove = func(top, bottom float32) { s.page.Reveal(table, top, bottom) }
	s.add(widget.Card(18, widget.Column(12, widget.Column(6, widget.NewText(widget.TightBold, figure.Ink, s.t("marks.who")), widget.Framed(choose)),
		widget.NewText(widget.Small, figure.Ink2, s.t("marks.text")), done, table, widget.Wrap(0, 0, s.paper("ballots", widget.Secondary, func(in domain.Input) (*document.Document, error) { return domain.Ballots(in), nil })))))
}
