package editor

import (
	"cmp"
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments/content"
	"nivel/assessments/draft"
	"nivel/assessments/figure"
	"nivel/assessments/texts"
)

// page changes one model.
type page struct {
	h     screen.Host
	w     *texts.Words
	desk  *Desk
	work  *work
	shelf draft.Shelf

	tree     *tree
	form     *form
	side     *side
	status   *fyne.Container // how it stands, below the title
	said     *fyne.Container
	head     *fyne.Container
	all      *fyne.Container   // the board
	switches [3]fyne.Focusable // of the head, which is made anew: undo, language, view
	left     bool
	laidOut  bool
	treePage *widget.Page
}

func newPage(h screen.Host, desk *Desk) *page {
	p := &page{h: h, w: h.Session().Words, desk: desk, work: desk.work, shelf: draft.NewShelf(h.Session().Folder())}
	p.work.settle()
	return p
}

func (p *page) t(key string) string { return p.w.T("editor." + key) }

// Start implements screen.Starter.
func (p *page) Start() fyne.Focusable {
	if p.tree != nil && p.h.Class() != screen.Single {
		return p.tree.rows
	}
	return nil
}

// Primary implements screen.Primary.
func (p *page) Primary() { p.save() }

// Key implements screen.Keyed.
func (p *page) Key(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyEscape:
		if p.h.Class() == screen.Single && p.work.view != viewTree {
			p.show(viewTree)
			return true
		}
		p.h.Go(screen.Route{Page: screen.Editor})
	case fyne.KeyPageDown, fyne.KeyPageUp:
		if p.form.page != nil {
			p.form.page.Key(e.Name)
		}
	default:
		return false
	}
	return true
}

// Leave implements screen.Leaver: what was typed is on the disk before another page comes.
func (p *page) Leave() {
	p.left = true
	if p.work.changed {
		p.work.count.Add(1)
		if err := p.shelf.Keep(p.work.d); err != nil {
			fyne.LogError("keep draft", err) // it stays in memory; the next change tries again
		}
	}
}

// Content implements screen.Screen.
func (p *page) Content() fyne.CanvasObject {
	p.status, p.said = widget.Column(0), widget.Column(8)
	p.tree, p.form, p.side = newTree(p), newForm(p), newSide(p)
	p.treePage = widget.NewPage(widget.Pad(10, 10, 24, screen.Padding(p.h.Class())-8, p.tree.content()))
	p.tree.rows.OnMove = func(top, bottom float32) { p.treePage.Reveal(p.tree.rows, top, bottom) }
	if note := p.desk.told(); note != "" {
		p.said.Objects = []fyne.CanvasObject{widget.Banner(widget.ToneBlue, "check-circle", note, "")}
	}
	p.head = widget.Column(0)
	p.all = newBoard(nil, p.head)
	p.arrange()
	p.laidOut = true
	p.later(0)
	return p.all
}

// arrange puts the panes side by side as there is room.
func (p *page) arrange() {
	c := p.h.Class()
	if all := views(c); !slices.Contains(all, p.work.view) {
		p.work.view = all[0]
	}
	pad := screen.Padding(c)
	focused := slices.Index(p.switches[:], p.h.Window().Canvas().Focused())
	p.head.Objects = []fyne.CanvasObject{widget.Over(widget.Box(figure.Surface, "", 0, 0), widget.Pad(14, pad, 12, pad, p.headRows())), widget.Divider()}
	last := p.pane(p.work.view)
	var panes []fyne.CanvasObject
	b := &board{}
	switch c {
	case screen.Wide:
		panes, b.widths = []fyne.CanvasObject{p.treePage, p.form.content(), last}, []float32{290, 0, 290}
	case screen.Compact:
		panes, b.widths = []fyne.CanvasObject{p.treePage, last}, []float32{262, 0}
	default:
		panes, b.widths = []fyne.CanvasObject{last}, []float32{0}
	}
	p.all.Layout = b
	p.all.Objects = append([]fyne.CanvasObject{p.head}, panes...)
	p.relayout()
	if focused >= 0 && p.switches[focused] != nil && p.laidOut {
		widget.Focus(p.switches[focused])
	}
}

func (p *page) pane(v view) fyne.CanvasObject {
	switch v {
	case viewTree:
		return p.treePage
	case viewForm:
		return p.form.content()
	}
	return p.side.content(v)
}

// show brings a pane to the front.
func (p *page) show(v view) {
	if p.work.view == v || p.h.Class() == screen.Wide && v < viewCheck {
		return
	}
	p.work.view = v
	p.arrange()
}

func (p *page) relayout() {
	if p.laidOut && p.all.Size().Width > 0 {
		p.all.Layout.Layout(p.all.Objects, p.all.Size())
		p.all.Refresh()
	}
}

// headRows are the title, how it stands, and what can be done with the whole.
func (p *page) headRows() fyne.CanvasObject {
	w, c, d := p.w, p.h.Class(), p.work.d
	back := widget.NewButton(widget.Quiet, "left", p.t("title"), "", func() { p.h.Go(screen.Route{Page: screen.Editor}) })
	undo := widget.NewButton(widget.Secondary, "undo", p.t("undo"), "", p.stepBack)
	undo.Disabled = len(p.work.undo) == 0
	p.switches[0] = undo
	save := widget.NewButton(widget.Next, "", p.t("save"), "", p.save)
	title := widget.NewText(widget.CardTitle, figure.Ink, widget.Plain(d.Name()))
	p.say()
	words := widget.Column(2, title, p.status)
	buttons := widget.Centred(10, nil, undo, save)
	var row fyne.CanvasObject = widget.Centred(16, []float32{-1, 0}, words, buttons)
	if c == screen.Single {
		row = widget.Column(8, words, widget.Wrap(10, 8, undo, save))
	}
	choices := []fyne.CanvasObject{back}
	if len(d.Languages) > 1 {
		var names []string
		for _, lang := range d.Languages {
			names = append(names, p.h.Session().In(lang).T("language.own"))
		}
		language := widget.NewSegmented(names, slices.Index(d.Languages, p.work.language), func(i int) {
			p.work.language = d.Languages[i]
			p.rebuild("")
		})
		p.switches[1] = language
		choices = append(choices, language)
	}
	all := views(c)
	var names []string
	for _, v := range all {
		names = append(names, w.T("editor.view."+[]string{"tree", "form", "check", "trial"}[v]))
	}
	panes := widget.NewSegmented(names, slices.Index(all, p.work.view), func(i int) { p.show(all[i]) })
	p.switches[2] = panes
	choices = append(choices, panes)
	return widget.Column(8, widget.Wrap(16, 8, choices...), row, p.said)
}

// say shows how the draft stands.
func (p *page) say() {
	w := p.work
	var text string
	tone, icon := widget.ToneNeutral, "clock"
	switch errors, warnings := draft.Errors(w.remarks); {
	case w.saving:
		text = p.t("now.saving")
	case !w.checked:
		text = p.t("now.checking")
	case errors > 0:
		text, tone, icon = p.w.N("editor.now.errors", errors), widget.ToneErr, "alert"
	case warnings > 0:
		text, tone, icon = p.w.N("editor.now.warnings", warnings), widget.ToneLime, "check-circle"
	default:
		text, tone, icon = p.t("now.good"), widget.ToneLime, "check-circle"
	}
	chips := []fyne.CanvasObject{widget.Chip(tone, icon, text), widget.NewText(widget.Small, figure.Ink2, p.w.T("editor.now.version", "version", widget.Plain(w.d.Pack.Model.Version)))}
	if w.changed {
		chips = append(chips, widget.NewText(widget.Small, figure.Ink2, p.t("now.unsaved")))
	}
	p.status.Objects = []fyne.CanvasObject{widget.Wrap(10, 4, chips...)}
}

// banner says something over the panes; nothing takes it away.
func (p *page) banner(tone widget.Tone, icon, bold, text string) {
	p.said.Objects = nil
	if bold != "" {
		p.said.Objects = []fyne.CanvasObject{widget.Banner(tone, icon, bold, text)}
	}
	p.relayout()
	if o, ok := p.h.Window().Canvas().Focused().(fyne.CanvasObject); ok {
		p.form.shown(o) // the panes are lower now
	}
}

// step does something that changes the structure, can be taken back, and builds the panes anew.
// The field of that name gets the focus.
func (p *page) step(focus string, do func(d *draft.Draft)) {
	p.work.remember()
	do(p.work.d)
	p.work.settle()
	p.work.changed, p.work.checked = true, false
	p.said.Objects = nil
	if focus != "" && p.h.Class() != screen.Wide {
		p.work.view = viewForm
	}
	p.rebuild(focus)
	p.later(Delay)
}

func (p *page) stepBack() {
	p.work.back()
	p.work.changed = true
	p.rebuild("")
	p.later(Delay)
}

// typed takes note of a change of a text or number, which the fields show already.
func (p *page) typed() {
	p.work.changed, p.work.checked = true, false
	p.later(Delay)
}

// rebuild shows the draft anew.
func (p *page) rebuild(focus string) {
	p.tree.fill()
	p.form.fill(p.work.at)
	p.arrange()
	p.treePage.Relayout()
	p.tree.rows.Reveal()
	p.form.focus(focus)
}

// goTo shows the form of a thing and, where one is named, puts the focus on a field.
func (p *page) goTo(at draft.Place, focus bool) {
	p.work.at = at
	if at.Language != "" && slices.Contains(p.work.d.Languages, at.Language) {
		p.work.language = at.Language
	}
	p.work.at.Field, p.work.at.Language = "", ""
	if at.Thing == draft.Part {
		p.work.open[at.ID] = true
	}
	if at.Thing == draft.Question {
		if q := p.work.d.Pack.Model.Question(at.ID); q != nil {
			p.work.open[q.Dimension] = true
		}
	}
	if p.h.Class() != screen.Wide {
		p.work.view = viewForm
	}
	p.tree.fill()
	p.form.fill(p.work.at)
	p.arrange()
	p.treePage.Relayout()
	p.tree.rows.Reveal()
	if focus {
		p.form.focus(cmp.Or(at.Field, "name"))
	}
}

// later checks and keeps the draft once nothing has been typed for a moment.
func (p *page) later(delay time.Duration) {
	w := p.work
	w.checked = false
	number := w.count.Add(1)
	p.say()
	p.relayout()
	p.h.Background(func() { time.Sleep(delay) }, func() {
		if w.count.Load() == number && !p.left {
			p.check(number)
		}
	})
}

// check looks through the draft as it is now, on another goroutine, and keeps it on the disk.
func (p *page) check(number int64) {
	w, lib := p.work, p.h.Session().Complete()
	d := w.d.Clone()
	changed := w.changed
	var remarks []draft.Remark
	var result *trial
	var failed error
	p.h.Background(func() {
		if changed && w.count.Load() == number {
			failed = p.shelf.Keep(d)
		}
		remarks = d.Check(lib, time.Now())
		result = try(lib, d, p.desk.Sample)
	}, func() {
		if w.count.Load() != number || p.left {
			return
		}
		w.remarks, w.checked, w.trial = remarks, true, result
		p.propose(lib)
		if failed != nil {
			p.banner(widget.ToneErr, "alert", p.t("notkept"), p.w.Fault(failed))
		}
		p.say()
		p.tree.fill()
		p.treePage.Relayout()
		p.side.fill()
		p.relayout()
	})
}

// propose raises the version where somebody has answered with the present one.
func (p *page) propose(lib *content.Library) {
	used, err := p.h.Session().Used()
	if err != nil || !p.work.d.Raise(lib, used, today()) {
		return
	}
	m := &p.work.d.Pack.Model
	p.banner(widget.ToneBlue, "info", p.w.T("editor.raised", "version", m.Version), p.t("raised.text"))
	if p.work.at.Thing == draft.Whole {
		p.form.fill(p.work.at)
	}
}

func today() string { return time.Now().Format(time.DateOnly) }
