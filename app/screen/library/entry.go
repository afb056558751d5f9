package library

import (
	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/theme"
	"nivel/app/widget"
	"nivel/assessments/content"
	"nivel/assessments/figure"
	"nivel/assessments/search"
	"nivel/assessments/texts"
)

// Entry is the page of one entry.
type Entry struct {
	h    screen.Host
	w    *texts.Words
	desk *Desk
	lib  *content.Library
	id   string
	day  string
	back *widget.Button
	page *widget.Page
	own  *owned
}

// NewEntry builds the page.
func NewEntry(h screen.Host, desk *Desk, id string) *Entry {
	return &Entry{h: h, w: h.Session().Words, desk: desk, lib: h.Session().Complete(), id: id, day: today()}
}

// Start implements screen.Starter.
func (e *Entry) Start() fyne.Focusable { return e.back }

// Key implements screen.Keyed.
func (e *Entry) Key(k *fyne.KeyEvent) bool {
	if k.Name == fyne.KeyEscape {
		e.leave()
		return true
	}
	return false
}

// leave goes back the way one came: from entry to entry, then to the page before.
func (e *Entry) leave() { e.h.Back() }

// Content implements screen.Screen.
func (e *Entry) Content() fyne.CanvasObject {
	w, c := e.w, e.h.Class()
	e.back = widget.NewButton(widget.Quiet, "left", w.T("practice.back"), "", e.leave)
	r := find(e.lib, w.Language, parse(e.id))
	if r == nil {
		e.page = screen.Body(c, widget.Wrap(0, 0, e.back), screen.Head(c, w.T("library.gone"), w.T("library.gone.text")))
		return e.page
	}
	e.own = newOwned(e.h, e.desk, r.ref)
	tags := chips(kindChip(w, r.Kind), originChip(w, e.lib, r.ref), stateChip(w, r, e.day))
	if r.action != nil {
		tone, icon := screen.WhoTone(r.action.Who)
		tags = append(tags, widget.Chip(tone, icon, w.T("who."+string(r.action.Who))))
	}
	lead := r.line
	if r.offer.Name != "" {
		lead = "" // it stands below, with its heading
	}
	title := widget.Column(6, widget.NewText(widget.H1, figure.Ink, widget.Plain(r.title)))
	if lead != "" {
		title.Objects = append(title.Objects, widget.NewText(widget.Body, figure.Ink2, lead))
	}
	title.Objects = append(title.Objects, widget.Wrap(8, 4, tags...))
	left, right := e.parts(r)
	if c == screen.Single {
		right = append(right, e.sources(r)...)
	} else {
		left = append(left, e.sources(r)...)
	}
	top := append([]fyne.CanvasObject{e.back}, e.own.buttons()...)
	e.page = screen.Body(c, widget.Wrap(14, 4, top...), e.own.said, title, screen.Sides(c, 656, 318, widget.Column(14, left...), widget.Column(14, right...)))
	e.own.settle = e.page.Relayout
	return e.page
}

// parts are what is said, and the facts beside it.
func (e *Entry) parts(r *record) (left, right []fyne.CanvasObject) {
	switch {
	case r.technology != nil:
		return e.technology(r.technology)
	case r.action != nil:
		return e.action(r.action)
	case r.Kind == search.Word:
		return e.word(r.ID)
	}
	return e.offer(r)
}

// part is a heading with an icon and a text below it; nothing where there is no text.
func (e *Entry) part(icon, key, text string) fyne.CanvasObject {
	if text == "" {
		return nil
	}
	return widget.Row(12, []float32{theme.Dp(21), -1}, widget.Column(0, widget.Icon(icon, figure.Ink, 21)),
		widget.Column(4, widget.NewText(widget.H3, figure.Ink, e.w.T(key)), widget.NewText(widget.Body, figure.Ink, text)))
}

// card is a heading over rows; nothing where there are none.
func (e *Entry) card(icon, key string, rows ...fyne.CanvasObject) fyne.CanvasObject {
	if rows = chips(rows...); len(rows) == 0 {
		return nil
	}
	return widget.Card(18, widget.Column(8, append([]fyne.CanvasObject{screen.CardHead(icon, e.w.T(key))}, rows...)...))
}

// fact is a name and what it is, side by side.
func (e *Entry) fact(key, text string) fyne.CanvasObject {
	if text == "" {
		return nil
	}
	return widget.Row(8, []float32{theme.Dp(104), -1}, widget.NewText(widget.Tight, figure.Ink2, e.w.T(key)), widget.NewText(widget.Tight, figure.Ink, widget.Plain(text)))
}

// link leads to another entry; nothing where there is none.
func (e *Entry) link(to ref) fyne.CanvasObject {
	r := find(e.lib, e.w.Language, to)
	if r == nil {
		return nil
	}
	return e.button(icons[to.Kind], widget.Plain(r.title), func() { e.h.Go(to.route()) })
}

// button is a link that the page scrolls to when the focus comes to it.
func (e *Entry) button(icon, text string, tapped func()) *widget.Button {
	l := widget.NewButton(widget.Quiet, icon, text, "", tapped)
	l.OnFocus = e.reveal(l)
	return l
}

func (e *Entry) reveal(b *widget.Button) func() {
	return func() {
		if e.page != nil {
			e.page.Reveal(b, 0, b.Size().Height)
		}
	}
}

func (e *Entry) links(kind search.Kind, ids []string) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, id := range ids {
		if o := e.link(ref{Kind: kind, ID: id}); o != nil {
			out = append(out, widget.Wrap(0, 0, o))
		}
	}
	return out
}

// sources say where an entry is from and when that was checked.
func (e *Entry) sources(r *record) []fyne.CanvasObject {
	var rows []fyne.CanvasObject
	rows = append(rows, e.fact("contact.checked", e.w.DateOf(r.checked)))
	for _, s := range r.sources {
		o, open := screen.Source(e.w, s, "")
		if open != nil {
			open.OnFocus = e.reveal(open)
		}
		rows = append(rows, o)
	}
	if len(r.sources) == 0 {
		rows = append(rows, widget.NewText(widget.Tight, figure.Ink2, e.w.T("library.nosource")))
	} else {
		rows = append(rows, widget.NewText(widget.Small, figure.Ink2, e.w.T("library.browser")))
	}
	return chips(e.card("link", "library.sources", rows...))
}
