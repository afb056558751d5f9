package companies

import (
	"context"
	"errors"
	"slices"
	"unicode"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments/cohort"
	"nivel/assessments/figure"
	"nivel/assessments/texts"
)

// Screen is the page with all firms.
type Screen struct {
	h       screen.Host
	w       *texts.Words
	desk    *Desk
	say     sayer
	columns []column
	pages   []screen.Page

	field   *widget.Search
	heads   *widget.Heads
	list    *widget.Ledger
	page    *widget.Page
	lead    *widget.Text
	boxes   *fyne.Container // the filters
	above   *fyne.Container // how many were found, or why none
	frame   *fyne.Container // all of it, laid out anew when a part takes more or less room
	foot    *foot
	choices []*choice
	found   []*cohort.Firm
	stop    context.CancelFunc
	left    bool
	loading bool
}

// New builds the page. The pages are those that do something with the picked firms.
func New(h screen.Host, desk *Desk, pages []screen.Page) *Screen {
	w := h.Session().Words
	return &Screen{h: h, w: w, desk: desk, pages: pages, say: sayer{w: w, lib: h.Session().Complete()}, columns: columns(h.Class())}
}

// Start implements screen.Starter: back from a firm one goes on in the list, else one types.
func (s *Screen) Start() fyne.Focusable {
	if back := s.desk.back; back && len(s.found) > 0 {
		s.desk.back = false
		return s.list
	}
	return s.field
}

// Leave implements screen.Leaver.
func (s *Screen) Leave() {
	s.left = true
	s.stop()
}

// Find implements screen.Finder.
func (s *Screen) Find() { s.field.Go(0) }

// Key implements screen.Keyed.
func (s *Screen) Key(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyEscape:
		s.escape()
	case fyne.KeyDown:
		s.down()
	default:
		return false
	}
	return true
}

// escape takes the filters away, then leads to the firm that is open.
func (s *Screen) escape() {
	if s.desk.filtered() {
		s.clear()
		return
	}
	s.h.Go(screen.Route{Page: screen.Home})
}

// Rune implements screen.Runed: whoever writes while the list has the focus means the search field.
func (s *Screen) Rune(r rune) bool {
	if r == '/' {
		s.field.Go(0)
		return true
	}
	if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
		return false
	}
	s.field.Go(r)
	return true
}

func (s *Screen) down() {
	if len(s.found) > 0 {
		widget.Focus(s.list)
	}
}

// Content implements screen.Screen.
func (s *Screen) Content() fyne.CanvasObject {
	w, c := s.w, s.h.Class()
	s.field = widget.NewSearch(s.desk.filter.Query, w.T("firms.search"), func(text string) {
		s.desk.filter.Query = text
		s.find()
	})
	s.field.OnDown = s.down
	s.field.OnEscape = s.escape
	s.list = widget.NewLedger(rowHeight(c))
	s.list.Row, s.list.Picked = s.row, func(i int) bool { return s.desk.picked[s.found[i].Company.ID] }
	s.list.OnPick, s.list.OnOpen, s.list.OnTap = s.pick, s.open, s.tap
	s.list.Name = func(i int) string { return s.say.line(s.found[i], s.list.Picked(i)) }
	s.list.OnUp = func() {
		if s.heads != nil {
			widget.Focus(s.heads)
			return
		}
		widget.Focus(s.field)
	}
	s.lead = widget.NewText(widget.Body, figure.Ink2, "")
	s.boxes, s.above = widget.Column(10), widget.Column(8)
	s.foot = newFoot(s)
	add := widget.NewButton(widget.Next, "plus", w.T("firms.new"), "", s.add)
	take := widget.NewButton(widget.Secondary, "import", w.T("firms.import"), "", func() { s.h.Go(screen.Route{Page: screen.TakeIn}) })
	table := widget.NewButton(widget.Quiet, "doc", w.T("firmlist.link"), "", func() { s.h.Go(screen.Route{Page: screen.Bring}) })
	top := []fyne.CanvasObject{s.head(table, take, add), s.field, s.boxes, s.above}
	s.frame = s.body(c, top)
	s.show()
	s.load()
	return s.frame
}

// head is the page's title, with how many firms there are.
func (s *Screen) head(buttons ...fyne.CanvasObject) fyne.CanvasObject {
	words := widget.Column(2, widget.NewText(widget.H1, figure.Ink, s.w.T("page.companies")), s.lead)
	if s.h.Class() == screen.Single {
		return widget.Column(12, words, widget.Wrap(10, 8, buttons...))
	}
	return widget.Row(14, []float32{-1, 0}, words, widget.Centred(10, nil, buttons...))
}

// body sets the parts: where there is room, what is above the list stays in sight while it scrolls.
func (s *Screen) body(c screen.Class, top []fyne.CanvasObject) *fyne.Container {
	p := screen.Padding(c)
	if s.columns == nil {
		s.page = widget.NewPage(widget.Pad(24, p, 24, p, widget.Column(12, append(top, s.list)...)))
		s.list.On(s.page)
		return widget.WithFooter(s.page, s.foot.box)
	}
	params := widget.HeadsParams{Shares: shares(s.columns), Gap: between, Side: end, OnSort: func(i int) { s.sort(s.columns[i].by) },
		OnDown: s.down, OnUp: func() { widget.Focus(s.field) }, Say: func(title string, sorted, down bool) string {
			switch {
			case !sorted:
				return title
			case down:
				return s.w.T("firms.sorted.down", "column", title)
			}
			return s.w.T("firms.sorted.up", "column", title)
		}}
	for _, c := range s.columns {
		title := ""
		if c.by != "" {
			title = s.w.T(c.title)
		}
		params.Titles, params.Right = append(params.Titles, title), append(params.Right, c.right)
	}
	s.heads = widget.NewHeads(params)
	s.page = widget.NewPage(s.list)
	s.list.On(s.page)
	fixed := widget.Pad(22, p, 0, p, widget.Column(10, append(top, s.heads)...))
	return widget.WithFooter(widget.WithHead(fixed, widget.Pad(0, p, 0, p, s.page)), s.foot.box)
}

// load makes the list anew on another goroutine.
func (s *Screen) load() {
	ctx, stop := context.WithCancel(context.Background())
	s.stop = stop
	s.loading = true
	list := s.h.Session().Firms(ctx, func(done, total int) {
		s.h.Background(func() {}, func() { s.progress(done, total) })
	})
	var firms []*cohort.Firm
	var err error
	s.h.Background(func() { firms, err = list() }, func() {
		stop()
		if s.left {
			return
		}
		s.loading = false
		switch {
		case errors.Is(err, context.Canceled):
			s.put(widget.Banner(widget.ToneWarn, "alert", s.w.T("firms.stopped"), s.w.T("firms.stopped.text"),
				widget.NewButton(widget.Secondary, "undo", s.w.T("firms.again"), "", s.load)))
		case err != nil:
			s.put(screen.Fault(s.w, err))
		default:
			s.desk.take(firms)
			s.show()
		}
	})
}

// progress says how far the list is.
func (s *Screen) progress(done, total int) {
	if s.left || !s.loading || done == total {
		return
	}
	s.put(widget.Centred(12, []float32{-1, 0}, widget.NewText(widget.Body, figure.Ink, s.w.T("firms.loading", "done", s.w.Int(done), "total", s.w.Int(total))),
		widget.NewButton(widget.Secondary, "close", s.w.T("firms.stop"), "", func() { s.stop() })))
}

// put shows one thing above the list.
func (s *Screen) put(o fyne.CanvasObject) {
	s.above.Objects = []fyne.CanvasObject{o}
	s.settle()
}

// show sorts and filters the firms there are.
func (s *Screen) show() {
	s.order()
	s.found = s.desk.filter.Of(s.desk.sorted)
	s.boxes.Objects = s.filters()
	if s.desk.firms != nil {
		s.lead.SetText(s.say.counts(s.desk.firms))
	}
	s.find()
}

func (s *Screen) order() {
	s.desk.sorted = cohort.Order{Column: s.desk.column, Down: s.desk.down, Language: s.w.Language, Sector: s.say.tradeSort, Weakest: s.say.weakestName}.Sort(s.desk.firms)
	for i, c := range s.columns {
		if c.by == s.desk.column {
			s.heads.SortedBy(i, s.desk.down)
		}
	}
}

// sort sorts by another column, or the other way; dates, levels and sizes have the highest in front.
func (s *Screen) sort(by cohort.Column) {
	if s.desk.column == by {
		s.desk.down = !s.desk.down
	} else {
		s.desk.column = by
		s.desk.down = slices.Contains([]cohort.Column{cohort.ByDate, cohort.ByVisit, cohort.ByLevel, cohort.ByPeople}, by)
	}
	s.order()
	s.find()
}

// find shows what passes the filters.
func (s *Screen) find() {
	s.found = s.desk.filter.Of(s.desk.sorted)
	at := slices.IndexFunc(s.found, func(f *cohort.Firm) bool { return f.Company.ID == s.desk.at })
	s.list.Set(len(s.found), max(at, 0))
	if !s.loading || len(s.desk.firms) > 0 {
		s.above.Objects = s.told()
	}
	s.foot.show()
	s.settle()
	s.list.Reveal()
}

// settle lays the page out anew.
func (s *Screen) settle() {
	if s.frame == nil || s.frame.Size().Width <= 0 {
		return
	}
	s.frame.Layout.Layout(s.frame.Objects, s.frame.Size())
	s.frame.Refresh()
	s.page.Relayout()
	s.list.Refresh()
}

func (s *Screen) pick(i int) {
	id := s.found[i].Company.ID
	if s.desk.picked[id] {
		delete(s.desk.picked, id)
	} else {
		s.desk.picked[id] = true
	}
	s.foot.show()
	s.settle()
}

// tap picks where the box stands, and opens where the name does.
func (s *Screen) tap(i int, x float32) {
	if x < end+s.boxWidth() {
		s.list.Pick(i)
		return
	}
	s.open(i)
}

// open shows a firm.
func (s *Screen) open(i int) {
	id := s.found[i].Company.ID
	s.desk.at, s.desk.back = id, true
	if err := s.h.Session().OpenCompany(id); err != nil {
		screen.Trouble(s.h, err)
		return
	}
	s.h.Go(screen.Route{Page: screen.Home})
}

// add begins a firm of which nothing is known yet.
func (s *Screen) add() {
	if err := s.h.Session().NewCompany(); err != nil {
		screen.Trouble(s.h, err)
		return
	}
	s.desk.back = true
	s.h.Go(screen.Route{Page: screen.Profile})
}
