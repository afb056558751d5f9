package editor

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments/content"
	"nivel/assessments/draft"
	"nivel/assessments/figure"
	"nivel/assessments/texts"
)

// list is the page of all models.
type list struct {
	h     screen.Host
	w     *texts.Words
	desk  *Desk
	shelf draft.Shelf
	page  *widget.Page
	said  *fyne.Container
	first fyne.Focusable
	armed string // draft whose throwing away was asked for once
}

func newList(h screen.Host, desk *Desk) *list {
	return &list{h: h, w: h.Session().Words, desk: desk, shelf: draft.NewShelf(h.Session().Folder())}
}

func (l *list) t(key string) string { return l.w.T("editor." + key) }

// Start implements screen.Starter.
func (l *list) Start() fyne.Focusable { return l.first }

// Key implements screen.Keyed.
func (l *list) Key(e *fyne.KeyEvent) bool {
	if e.Name == fyne.KeyEscape {
		l.h.Go(screen.Route{Page: screen.Settings, ID: "editor"})
		return true
	}
	return false
}

// Content implements screen.Screen.
func (l *list) Content() fyne.CanvasObject {
	c := l.h.Class()
	lib := l.h.Session().Complete()
	back := newButton(show(&l.page), widget.Quiet, "left", l.w.T("page.settings"), "", func() { l.h.Go(screen.Route{Page: screen.Settings, ID: "editor"}) })
	l.said = widget.Column(8)
	if note := l.desk.told(); note != "" {
		l.said.Objects = append(l.said.Objects, widget.Banner(widget.ToneBlue, "check-circle", note, ""))
	}
	column := []fyne.CanvasObject{widget.Wrap(0, 0, back), screen.Head(c, l.t("title"), l.t("lead")), l.said}
	drafts := l.shelf.List()
	for _, id := range drafts {
		if lib.Pack(id) == nil {
			column = append(column, l.begun(id))
		}
	}
	for i := range lib.Models {
		p := &lib.Models[i]
		column = append(column, l.card(lib, p, slices.Contains(drafts, p.Model.ID)))
	}
	if l.first == nil {
		l.first = back
	}
	l.page = screen.Body(c, column...)
	return l.page
}

// begun is a copy that was never saved.
func (l *list) begun(id string) fyne.CanvasObject {
	d := l.shelf.Read(id)
	rows := []fyne.CanvasObject{widget.NewText(widget.H3, figure.Ink, widget.Plain(d.Name())), widget.Wrap(8, 4, widget.Chip(widget.ToneWarn, "pencil", l.t("list.unsaved")))}
	rows = append(rows, widget.NewText(widget.Tight, figure.Ink2, l.t("list.begun")), l.draftButtons(id))
	return widget.Card(18, widget.Column(10, rows...))
}

// draftButtons go on with a draft, or throw it away when pressed twice.
func (l *list) draftButtons(id string) fyne.CanvasObject {
	on := newButton(show(&l.page), widget.Secondary, "pencil", l.t("list.goon"), "", func() { l.edit(id) })
	drop := newButton(show(&l.page), widget.Quiet, "trash", l.t("list.drop"), "", nil)
	drop.OnTapped = func() {
		if l.armed != id {
			l.armed = id
			drop.SetText(l.t("list.drop.sure"))
			l.page.Relayout()
			return
		}
		if err := l.shelf.Drop(id); err != nil {
			l.say(widget.ToneErr, "alert", l.t("failed"), l.w.Fault(err))
			return
		}
		if w := l.desk.work; w != nil && w.d.Pack.Model.ID == id {
			w.count.Add(1)
			l.desk.work = nil
		}
		l.h.Reload()
	}
	if l.first == nil {
		l.first = on
	}
	return widget.Wrap(12, 6, on, drop)
}

func (l *list) card(lib *content.Library, p *content.Pack, unsaved bool) fyne.CanvasObject {
	w, m := l.w, &p.Model
	words := p.Words[w.Language]
	chips := []fyne.CanvasObject{l.origin(lib, m.ID),
		widget.NewText(widget.Small, figure.Ink2, w.T("editor.list.facts", "version", widget.Plain(m.Version), "date", w.ShortDate(m.Date), "n", strconv.Itoa(len(m.Questions))))}
	if unsaved {
		chips = append(chips, widget.Chip(widget.ToneWarn, "pencil", l.t("list.unsaved")))
	}
	about := widget.NewText(widget.Tight, figure.Ink2, widget.Plain(words.About))
	form := widget.Column(10)
	var buttons []fyne.CanvasObject
	if draft.Own(lib, m.ID) && !unsaved {
		buttons = append(buttons, newButton(show(&l.page), widget.Secondary, "pencil", l.t("list.change"), "", func() { l.edit(m.ID) }))
	}
	buttons = append(buttons, newButton(show(&l.page), widget.Secondary, "plus", l.t("list.copy"), "", func() { l.copyForm(form, lib, p) }),
		newButton(show(&l.page), widget.Quiet, "question", l.t("list.answer"), "", func() { l.answer(m.ID) }))
	rows := []fyne.CanvasObject{widget.NewText(widget.H3, figure.Ink, widget.Plain(words.Name)), widget.Wrap(10, 4, chips...), about}
	if unsaved {
		rows = append(rows, l.draftButtons(m.ID))
	}
	if first, ok := buttons[0].(*widget.Button); ok && l.first == nil {
		l.first = first
	}
	return widget.Card(18, widget.Column(10, append(rows, widget.Wrap(12, 6, buttons...), form)...))
}

// origin says where a model comes from.
func (l *list) origin(lib *content.Library, id string) fyne.CanvasObject {
	from := lib.From("model", id)
	switch {
	case from == "":
		return widget.Chip(widget.ToneNeutral, "lock", l.t("list.shipped"))
	case draft.Own(lib, id):
		return widget.Chip(widget.ToneBlue, "person", l.t("list.own"))
	}
	name := from
	for _, info := range lib.Packs {
		if info.ID == from && info.Name != "" {
			name = info.Name
		}
	}
	return widget.Chip(widget.ToneOutline, "doc", l.w.T("editor.list.pack", "name", widget.Plain(name)))
}

func (l *list) edit(id string) { l.h.Go(screen.Route{Page: screen.Editor, ID: id}) }

func (l *list) say(tone widget.Tone, icon, bold, text string) {
	l.said.Objects = []fyne.CanvasObject{widget.Banner(tone, icon, bold, text)}
	l.page.Relayout()
	l.page.Scroll.ScrollToOffset(fyne.NewPos(0, 0))
}

// answer begins a check-up of the firm with a model.
func (l *list) answer(id string) {
	if err := l.h.Session().Begin(id, ""); err != nil {
		l.say(widget.ToneErr, "alert", l.t("failed"), l.w.Fault(err))
		return
	}
	l.h.Go(screen.Route{Page: screen.Interview})
}

// copyForm asks for the name of a copy and its languages.
func (l *list) copyForm(form *fyne.Container, lib *content.Library, p *content.Pack) {
	w := l.w
	all := draft.Languages(lib, p.Model.ID)
	languages := []string{w.Language}
	if !slices.Contains(all, w.Language) {
		languages = all[:1]
	}
	name := w.T("editor.copy.name", "name", p.Words[w.Language].Name)
	id := draft.FreeID(l.over(lib), draft.Slug(w.T("editor.copy.id", "id", p.Model.ID), "copia"))
	touched := false
	wrong := widget.NewText(widget.Small, figure.Err, "")
	inner := newInput(show(&l.page), 1, id, nil)
	typed := func(text string) { id, touched = strings.TrimSpace(text), true }
	title := newInput(show(&l.page), 1, name, func(text string) {
		name = text
		if !touched {
			id = draft.FreeID(l.over(lib), text)
			inner.OnChanged = nil
			inner.SetText(id)
			inner.OnChanged = typed
		}
	})
	inner.OnChanged = typed
	rows := []fyne.CanvasObject{widget.Divider(), field(l.t("copy.title"), "", title, nil), field(l.t("copy.inner"), l.t("copy.inner.text"), inner, wrong)}
	if len(all) > 1 {
		choice := l.languages(all, &languages)
		rows = append(rows, field(l.t("copy.languages"), l.t("copy.languages.text"), choice, nil))
	}
	go_ := newButton(show(&l.page), widget.Next, "", l.t("copy.do"), "right", func() {
		f := draft.CheckID(l.over(lib), id)
		if f != nil {
			wrong.SetText(w.Fault(f))
			l.page.Relayout()
			return
		}
		l.copy(p, id, name, languages)
	})
	rows = append(rows, widget.Wrap(0, 0, go_))
	form.Objects = rows
	l.page.Relayout()
	widget.Focus(title)
	l.page.Reveal(form, 0, form.MinSize().Height)
}

// over is the library with the ids of drafts taken.
func (l *list) over(lib *content.Library) *content.Library {
	out := *lib
	for _, id := range l.shelf.List() {
		out.Packs = append(slices.Clone(out.Packs), content.Info{ID: id})
	}
	return &out
}

// languages are buttons to tick; one at least stays ticked.
func (l *list) languages(all []string, chosen *[]string) fyne.CanvasObject {
	var names []string
	for _, lang := range all {
		names = append(names, l.h.Session().In(lang).T("language.own"))
	}
	return ticks(show(&l.page), names, func(i int) bool { return slices.Contains(*chosen, all[i]) }, func(i int, in bool) bool {
		if next := draft.Toggle(*chosen, all, all[i], in); len(next) > 0 {
			*chosen = next
			return true
		}
		return false
	})
}

// copy makes the draft and goes to work on it.
func (l *list) copy(p *content.Pack, id, name string, languages []string) {
	names := map[string]string{}
	for _, lang := range languages {
		names[lang] = name
	}
	d := draft.Copy(p, id, time.Now().Format(time.DateOnly), names, languages)
	if err := l.shelf.Keep(d); err != nil {
		l.say(widget.ToneErr, "alert", l.t("failed"), l.w.Fault(err))
		return
	}
	l.desk.work = newWork(d, l.w.Language)
	l.desk.work.changed = true
	l.edit(id)
}
