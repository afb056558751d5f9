package library

import (
	"strings"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments/content"
	"nivel/assessments/figure"
	"nivel/assessments/search"
	"nivel/assessments/texts"
)

// Form adds an entry, or changes one. What is typed is kept until it is saved or thrown away.
type Form struct {
	h     screen.Host
	w     *texts.Words
	desk  *Desk
	lib   *content.Library
	route string
	ref   ref
	was   *record // nil for a new one
	fresh *draft  // as it was opened
	draft *draft

	fields  []*input
	sources *sources
	said    *fyne.Container
	page    *widget.Page
	save    *widget.Button
	busy    bool
	done    bool // saved or thrown away: nothing is left to keep
}

// NewForm builds the form of an entry; without an id after the colon, that of a new one.
func NewForm(h screen.Host, desk *Desk, route string) *Form {
	f := &Form{h: h, w: h.Session().Words, desk: desk, lib: h.Session().Complete(), route: route, ref: parse(route)}
	if f.ref.ID != "" {
		f.was = find(f.lib, f.w.Language, f.ref)
	}
	if f.was != nil {
		f.fresh = draftOf(f.lib, f.w.Language, f.was)
	} else {
		f.fresh = blank(f.ref.Kind, f.lib, today())
	}
	f.draft = desk.drafts[route]
	if f.draft == nil {
		f.draft = readDraft(h.Session().Setting(f.setting()))
	}
	if f.draft == nil {
		f.draft = f.fresh.clone()
	}
	return f
}

// setting is under which name an unsaved form is kept between two starts.
func (f *Form) setting() string { return "draft." + f.route }

// keep keeps what is typed, without asking.
func (f *Form) keep() {
	if f.done {
		return
	}
	if text := f.draft.text(); text != f.fresh.text() {
		f.desk.drafts[f.route] = f.draft
		f.h.Session().PutSetting(f.setting(), text)
	} else if f.desk.drafts[f.route] != nil {
		f.forget()
	}
}

func (f *Form) forget() {
	delete(f.desk.drafts, f.route)
	f.h.Session().PutSetting(f.setting(), "")
}

// Start implements screen.Starter.
func (f *Form) Start() fyne.Focusable {
	if len(f.fields) == 0 {
		return nil
	}
	return f.fields[0].focus
}

// Key implements screen.Keyed.
func (f *Form) Key(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyEscape:
		f.h.Back()
	case fyne.KeyDown, fyne.KeyUp, fyne.KeyPageDown, fyne.KeyPageUp:
		f.page.Key(e.Name)
	default:
		return false
	}
	return true
}

// Primary implements screen.Primary.
func (f *Form) Primary() { f.store() }

// Keep implements screen.Keeper.
func (f *Form) Keep() { f.store() }

// Content implements screen.Screen.
func (f *Form) Content() fyne.CanvasObject {
	w, c := f.w, f.h.Class()
	if !kept(f.ref.Kind) {
		f.page = screen.Body(c, screen.Head(c, w.T("library.gone"), w.T("library.gone.text")))
		return f.page
	}
	title, lead := w.T("library.new."+string(f.ref.Kind)), w.T("library.new.text")
	if f.was != nil {
		title, lead = widget.Plain(f.was.title), w.T("library.change.text")
		if f.lib.From(string(f.ref.Kind), f.ref.ID) == content.Own {
			lead = w.T("library.change.own")
		}
	}
	f.said = widget.Column(10)
	column := []fyne.CanvasObject{screen.Head(c, title, lead), f.said}
	if f.draft.text() != f.fresh.text() {
		again := widget.NewButton(widget.Secondary, "undo", w.T("library.draft.drop"), "", f.drop)
		column = append(column, widget.Banner(widget.ToneBlue, "info", w.T("library.draft"), w.T("library.draft.text"), again))
	}
	for _, g := range groupsOf(f.ref.Kind) {
		rows := []fyne.CanvasObject{screen.CardHead(g.icon, w.T("library.group."+g.name))}
		rows = append(rows, f.rows(g.specs)...)
		if g.name == "detail" && f.was != nil && f.chain() > 0 {
			rows = append(rows, widget.NewText(widget.Small, figure.Ink2, w.T("library.form.kept")))
		}
		if g.name == "sources" {
			f.sources = newSources(f)
			rows = append(rows, f.sources.column)
		}
		column = append(column, widget.Card(22, widget.Column(14, rows...)))
	}
	f.page = screen.Body(c, column...)
	f.save = widget.NewButton(widget.Next, "check", w.T("library.save"), "", f.store)
	cancel := widget.NewButton(widget.Secondary, "", w.T("practice.back"), "", f.h.Back)
	side := screen.Padding(c)
	foot := widget.Over(widget.Box(figure.Surface, figure.Hair, 1, 0), widget.Pad(10, side, 10, side, widget.Wrap(12, 8, f.save, cancel)))
	return widget.WithFooter(f.page, foot)
}

// drop throws what was typed away.
func (f *Form) drop() {
	f.forget()
	f.done = true
	f.h.Reload()
}

// changed is called by every field.
func (f *Form) changed() {
	f.keep()
	f.count()
}

// chain is how many letters of the steps count with the detail of the form; they stay as they are.
func (f *Form) chain() int {
	n := 0
	if f.was != nil && f.was.practice != nil {
		for _, s := range f.lib.PracticeWords[f.w.Language][f.was.ID].Chain {
			n += letters(s.Title) + letters(s.Text)
		}
	}
	return n
}

// store checks the form, then writes the entry; the window goes on meanwhile.
func (f *Form) store() {
	if f.busy || f.page == nil {
		return
	}
	if n := f.check(); n > 0 {
		f.say(widget.ToneWarn, f.w.N("library.lacks", n), f.w.T("library.lacks.text"))
		f.toFirst()
		return
	}
	r := f.ref
	if f.was == nil {
		r.ID = freeID(f.lib, r, f.draft.Values["title"]+f.draft.Values["name"])
	}
	if r.Kind != search.Practice {
		r.Region = f.draft.Values["region"]
	}
	se := f.h.Session()
	entry, lang, store := f.draft.entry(f.lib, f.w.Language, r, f.was), f.w.Language, se.Packs()
	var lib *content.Library
	var findings []content.Finding
	var err error
	f.busy = true
	f.save.SetDisabled(true)
	f.h.Background(func() { lib, findings, err = store.Put(f.desk.Base(), entry, lang) }, func() {
		f.busy = false
		f.save.SetDisabled(false)
		switch {
		case err != nil:
			f.say(widget.ToneErr, f.w.T("library.failed"), f.w.Fault(err))
		case !content.Usable(findings):
			f.say(widget.ToneErr, f.w.T("library.failed"), screen.Findings(f.w, findings))
		default:
			f.forget()
			f.done = true
			se.SetLibrary(lib)
			f.desk.note = [2]string{f.w.T("library.saved", "name", entryName(f.draft)), f.w.T("library.done.text")}
			f.desk.at, f.desk.back = r.String(), true
			f.h.Back()
		}
	})
}

// entryName is the title that the form gives.
func entryName(d *draft) string {
	return widget.Plain(strings.TrimSpace(d.Values["title"] + d.Values["name"]))
}

func (f *Form) say(tone widget.Tone, bold, text string) {
	f.said.Objects = []fyne.CanvasObject{widget.Banner(tone, "alert", bold, text)}
	f.page.Relayout()
	f.page.Scroll.ScrollToTop()
}
