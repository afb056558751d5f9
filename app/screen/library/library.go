package library

import (
	"slices"
	"time"
	"unicode"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments/figure"
	"nivel/assessments/report"
	"nivel/assessments/search"
	"nivel/assessments/texts"
)

// Screen is the search page.
type Screen struct {
	h    screen.Host
	w    *texts.Words
	desk *Desk
	day  string

	field  *widget.Search
	list   *widget.Rows
	above  *fyne.Container // how many were found, or why none
	below  *fyne.Container // the button for more
	page   *widget.Page
	boxes  []*box
	found  []*search.Document
	shown  int
	filled bool
	left   bool
	back   bool            // from an entry
	said   *fyne.Container // how export or import went
	typed  int             // changes of the search field
}

// New builds the page. It shows what it showed before, or only the entries of one kind.
func New(h screen.Host, desk *Desk, only search.Kind) *Screen {
	s := &Screen{h: h, w: h.Session().Words, desk: desk, day: today(), back: desk.back}
	desk.back = false
	if only != "" && !s.back {
		desk.query, desk.filter, desk.at = "", search.Filter{Kind: only}, ""
	}
	return s
}

// today is the day on which funding must be open to be called so.
func today() string { return time.Now().Format(time.DateOnly) }

// Start implements screen.Starter: back from an entry one goes on in the list, else one types.
func (s *Screen) Start() fyne.Focusable {
	if s.back && len(s.found) > 0 {
		return s.list
	}
	return s.field
}

// Key implements screen.Keyed.
func (s *Screen) Key(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyEscape:
		if s.desk.query != "" || s.desk.filter != (search.Filter{}) {
			s.clear()
			widget.Focus(s.field)
			return true
		}
		s.h.Go(screen.Route{Page: screen.Home})
	case fyne.KeyDown:
		s.down()
	default:
		return false
	}
	return true
}

// Find implements screen.Finder.
func (s *Screen) Find() { s.field.Go(0) }

// Rune implements screen.Runed: whoever writes while the list has the focus means the search field;
// "/" goes there too.
func (s *Screen) Rune(r rune) bool {
	if r != '/' && !unicode.IsLetter(r) && !unicode.IsDigit(r) {
		return false
	}
	if r == '/' {
		r = 0
	}
	s.field.Go(r)
	return true
}

// Content implements screen.Screen.
func (s *Screen) Content() fyne.CanvasObject {
	w, c := s.w, s.h.Class()
	index := s.desk.search(s.h.Session())
	add := widget.NewButton(widget.Secondary, "plus", w.T("library.yours"), "", s.yours)
	column := []fyne.CanvasObject{screen.Head(c, w.T("page.library"), w.N("library.lead", len(index.Find("", search.Filter{}))), add)}
	s.said = widget.Column(8, s.desk.told()...)
	column = append(column, s.said)
	s.field = widget.NewSearch(s.desk.query, w.T("library.search"), func(text string) {
		s.desk.query, s.desk.at = text, ""
		s.soon()
	})
	s.field.OnDown, s.field.OnEscape = s.down, func() {
		if s.field.Text != "" {
			s.field.SetText("")
			return
		}
		widget.PassKey(s.field, &fyne.KeyEvent{Name: fyne.KeyEscape})
	}
	s.list = widget.NewRows(widget.RowsCards)
	s.list.OnChoose = func(i int) { s.open(s.found[i]) }
	s.list.OnMore, s.list.OnUp = s.more, func() { widget.Focus(s.field) }
	s.above, s.below = widget.Column(8), widget.Column(8)
	column = append(column, s.field, s.filters(), s.above, s.list, s.below)
	s.page = screen.Body(c, column...)
	s.list.OnMove = func(top, bottom float32) { s.page.Reveal(s.list, top, bottom) }
	s.fill()
	return s.page
}

func (s *Screen) down() {
	if len(s.found) > 0 {
		widget.Focus(s.list)
	}
}

// soon lists what is found once the typing pauses: a list takes longer to lay out than a key to
// press.
func (s *Screen) soon() {
	s.typed++
	typed := s.typed
	s.h.Idle(func() {
		if typed == s.typed {
			s.fill()
		}
	})
}

// step is how many entries are shown at once; a list of everything would be slow and of no use.
const step = 15

// fill lists what is found now.
func (s *Screen) fill() {
	index := s.desk.search(s.h.Session())
	s.found = index.Find(s.desk.query, s.desk.filter)
	at := slices.IndexFunc(s.found, func(d *search.Document) bool { return refOf(d).String() == s.desk.at })
	s.shown = min(max(step, at+1), len(s.found))
	s.list.Set(s.cards(0, s.shown), max(at, 0))
	s.say(index)
	s.settle()
}

// more shows the next entries.
func (s *Screen) more() {
	if s.shown == len(s.found) {
		return
	}
	to := min(s.shown+step, len(s.found))
	s.list.Add(s.cards(s.shown, to))
	s.shown = to
	s.settle()
}

// settle lays the page out anew.
func (s *Screen) settle() {
	s.below.Objects = nil
	if left := len(s.found) - s.shown; left > 0 {
		more := widget.NewButton(widget.Secondary, "chevron-down", s.w.N("library.more", min(left, step)), "", s.more)
		s.below.Objects = []fyne.CanvasObject{widget.Wrap(0, 0, more)}
	}
	if s.filled {
		s.page.Relayout()
		s.list.Refresh()
	}
	s.filled = true
}

func (s *Screen) cards(from, to int) []fyne.CanvasObject {
	lib := s.h.Session().Complete()
	var out []fyne.CanvasObject
	for _, d := range s.found[from:to] {
		r := find(lib, s.w.Language, refOf(d))
		line := widget.NewText(widget.Tight, figure.Ink2, r.line)
		line.MaxLines = 2
		tags := chips(kindChip(s.w, r.Kind), originChip(s.w, lib, r.ref), stateChip(s.w, r, s.day))
		if r.practice != nil {
			tags = append(tags, widget.Chip(widget.ToneOutline, "pin", report.Place(s.w, r.practice)))
		}
		if d.Who != "" {
			tone, icon := screen.WhoTone(d.Who)
			tags = append(tags, widget.Chip(tone, icon, s.w.T("who."+string(d.Who))))
		}
		if r.checked != "" {
			tags = append(tags, widget.NewText(widget.Small, figure.Ink2, s.w.T("library.checked", "date", s.w.ShortDate(r.checked))))
		}
		out = append(out, widget.Pad(10, 14, 10, 14, widget.Column(5, widget.NewText(widget.H3, figure.Ink, widget.Plain(r.title)), line, widget.Wrap(8, 4, tags...))))
	}
	return out
}

func (s *Screen) open(d *search.Document) {
	s.desk.at, s.desk.back = refOf(d).String(), true
	s.h.Go(refOf(d).route())
}

// say tells how many were found; where none, which filter hides how many.
func (s *Screen) say(index *search.Index) {
	w := s.w
	s.above.Objects = nil
	if len(s.found) > 0 {
		row := []fyne.CanvasObject{widget.NewText(widget.Small, figure.Ink2, w.N("library.found", len(s.found)))}
		if s.desk.query != "" || s.desk.filter != (search.Filter{}) {
			row = append(row, widget.NewButton(widget.Quiet, "close", w.T("library.clear"), "", func() { s.clear(); widget.Focus(s.field) }))
		}
		s.above.Objects = []fyne.CanvasObject{widget.Wrap(14, 4, row...)}
		return
	}
	rows := []fyne.CanvasObject{widget.NewText(widget.Strong, figure.Ink, w.T("library.none"))}
	for _, b := range s.boxes {
		f := s.desk.filter
		name := b.choice.Narrowed()
		if name == "" {
			continue
		}
		b.put(&f, "")
		if n := len(index.Find(s.desk.query, f)); n > 0 {
			remove := widget.NewButton(widget.Secondary, "close", w.T("library.remove", "name", name), "", func() { b.reset() })
			rows = append(rows, widget.NewText(widget.Body, figure.Ink2, w.N("library.hides", n, "name", name)), widget.Wrap(0, 0, remove))
		}
	}
	if len(rows) == 1 {
		rows = append(rows, widget.NewText(widget.Body, figure.Ink2, w.T("library.none.text")),
			widget.Wrap(0, 0, widget.NewButton(widget.Secondary, "close", w.T("library.clear"), "", func() { s.clear(); widget.Focus(s.field) })))
	}
	s.above.Objects = []fyne.CanvasObject{widget.Card(18, widget.Column(8, rows...))}
}

// clear takes query and filters away.
func (s *Screen) clear() {
	s.desk.filter, s.desk.query, s.desk.at = search.Filter{}, "", ""
	for _, b := range s.boxes {
		b.show("")
	}
	s.field.SetText("")
	s.fill()
}
