package settings

import (
	"cmp"
	"os"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments/content"
	"nivel/assessments/figure"
	"nivel/assessments/pack"
)

// packs is the card of packs: what there is, what is wrong with it, and what can be done.
type packs struct {
	s       *Screen
	base    func() *content.Library
	column  *fyne.Container
	said    *fyne.Container
	list    *fyne.Container
	armed   string // pack that was to be removed once
	busy    bool
	infos   []content.Info
	trouble []pack.Trouble
}

func (s *Screen) packs() fyne.CanvasObject {
	w := s.w
	p := &packs{s: s, base: s.base, said: widget.Column(8), list: widget.Column(12)}
	edit := widget.NewButton(widget.Secondary, "pencil", w.T("packs.editor"), "", func() { s.h.Go(screen.Route{Page: screen.Editor}) })
	add := widget.NewButton(widget.Secondary, "import", w.T("packs.add"), "", func() { p.pick(p.install) })
	s.controls["editor"] = edit
	p.list.Objects = []fyne.CanvasObject{widget.NewText(widget.Tight, figure.Ink2, w.T("packs.wait"))}
	p.column = widget.Column(14, screen.CardHead("book", w.T("packs.title")), widget.NewText(widget.Tight, figure.Ink2, w.T("packs.text")),
		widget.Wrap(12, 8, edit, add), p.said, widget.Divider(), p.list)
	p.look()
	return widget.Card(24, p.column)
}

// look reads what packs there are, on another goroutine.
func (p *packs) look() {
	store := p.s.h.Session().Packs()
	p.s.h.Background(func() {
		p.infos = store.List()
		p.trouble = nil
		if len(p.infos) > 0 {
			_, p.trouble = store.Load(p.base())
		}
	}, p.show)
}

func (p *packs) show() {
	w := p.s.w
	var rows []fyne.CanvasObject
	for _, t := range p.trouble {
		key := w.T("packs.trouble.none", "id", t.ID)
		if t.LastGood {
			key = w.T("packs.trouble.good", "id", t.ID)
		}
		rows = append(rows, widget.Banner(widget.ToneWarn, "alert", key, screen.Findings(w, t.Findings)))
	}
	for _, info := range p.infos {
		rows = append(rows, p.row(info))
	}
	if len(p.infos) == 0 {
		rows = append(rows, widget.NewText(widget.Body, figure.Ink2, w.T("packs.none")))
	}
	p.list.Objects = rows
	p.settle()
}

// row is one pack with its buttons.
func (p *packs) row(info content.Info) fyne.CanvasObject {
	w := p.s.w
	name, facts := cmp.Or(info.Name, info.ID), ""
	if info.ID == content.Own {
		name = w.T("packs.own")
	}
	if info.Version != "" {
		var languages []string
		for _, lang := range info.Languages {
			languages = append(languages, p.s.h.Session().In(lang).T("language.own"))
		}
		facts = w.T("packs.facts", "version", info.Version, "date", w.ShortDate(info.Date), "languages", strings.Join(languages, ", "))
	}
	rows := []fyne.CanvasObject{widget.NewText(widget.Strong, figure.Ink, widget.Plain(name))}
	for _, text := range []string{facts, info.Source} {
		if text != "" && text == info.Source {
			text = w.T("packs.source", "source", text)
		}
		if text != "" {
			rows = append(rows, widget.NewText(widget.Small, figure.Ink2, widget.Plain(text)))
		}
	}
	if info.ID == content.Own {
		rows = append(rows, widget.NewText(widget.Small, figure.Ink2, w.T("packs.own.text")))
	}
	export := widget.NewButton(widget.Quiet, "export", w.T("packs.export"), "", func() { p.pick(func(folder string) { p.export(info.ID, folder) }) })
	remove := widget.NewButton(widget.Quiet, "trash", w.T("packs.remove"), "", nil)
	if p.armed == info.ID {
		remove.Text = w.T("packs.remove.sure")
	}
	remove.OnTapped = func() { p.remove(info, remove) }
	p.s.controls["pack."+info.ID] = remove
	return widget.Column(4, append(rows, widget.Wrap(14, 2, export, remove))...)
}

// remove takes a pack away when pressed twice, unless a check-up needs one of its models.
func (p *packs) remove(info content.Info, b *widget.Button) {
	se, w := p.s.h.Session(), p.s.w
	if p.busy {
		return
	}
	used, err := se.Used()
	if err != nil {
		p.say(widget.ToneErr, "alert", w.T("packs.failed"), w.Fault(err))
		return
	}
	lib := se.Complete()
	for _, m := range slices.Concat(lib.Models, lib.Old) {
		if lib.From("model", m.Model.ID) == info.ID && used[m.Model.ID+"@"+m.Model.Version] {
			p.say(widget.ToneWarn, "lock", w.T("packs.used"), w.T("packs.used.text", "model", widget.Plain(m.Words[w.Language].Name)))
			return
		}
	}
	if p.armed != info.ID {
		p.armed = info.ID
		b.SetText(w.T("packs.remove.sure"))
		p.settle()
		return
	}
	p.armed, p.busy = "", true
	store := se.Packs()
	var fresh *content.Library
	p.s.h.Background(func() {
		if err = store.Remove(info.ID); err == nil {
			fresh, p.trouble = store.Load(p.base())
			p.infos = store.List()
		}
	}, func() {
		p.busy = false
		if err != nil {
			p.say(widget.ToneErr, "alert", w.T("packs.failed"), w.Fault(err))
			return
		}
		se.SetLibrary(fresh)
		p.show()
		p.say(widget.ToneBlue, "check-circle", w.T("packs.removed"), w.T("packs.removed.text"))
		widget.Focus(p.s.controls["editor"])
	})
}

// install loads a pack from a folder: all of it or nothing.
func (p *packs) install(folder string) {
	if p.busy {
		return
	}
	p.busy = true
	se, w := p.s.h.Session(), p.s.w
	store := se.Packs()
	var info content.Info
	var findings []content.Finding
	var fresh *content.Library
	var err error
	p.s.h.Background(func() {
		base := p.base()
		info, findings, err = store.Install(base, os.DirFS(folder))
		if err == nil && content.Usable(findings) {
			fresh, p.trouble = store.Load(base)
			p.infos = store.List()
		}
	}, func() {
		p.busy = false
		switch {
		case err != nil:
			p.say(widget.ToneErr, "alert", w.T("packs.refused"), w.Fault(err))
		case !content.Usable(findings):
			p.say(widget.ToneErr, "alert", w.T("packs.refused"), screen.Findings(w, findings))
		default:
			se.SetLibrary(fresh)
			p.show()
			text := w.T("packs.done.text")
			if len(findings) > 0 {
				text += "\n" + w.N("packs.remarks", len(findings))
			}
			p.say(widget.ToneLime, "check-circle", w.T("packs.done", "name", widget.Plain(info.Name), "version", info.Version), text)
		}
	})
}

// export writes a copy of a pack below a folder.
func (p *packs) export(id, folder string) {
	store, w := p.s.h.Session().Packs(), p.s.w
	var path string
	var err error
	p.s.h.Background(func() { path, err = store.Export(id, folder) }, func() {
		if err != nil {
			p.say(widget.ToneErr, "alert", w.T("packs.failed"), w.Fault(err))
			return
		}
		p.say(widget.ToneLime, "check-circle", w.T("packs.exported"), path)
	})
}

func (p *packs) say(tone widget.Tone, icon, bold, text string) {
	p.said.Objects = []fyne.CanvasObject{widget.Banner(tone, icon, bold, text)}
	p.settle()
	if p.s.page != nil {
		p.s.page.Reveal(p.said, 0, p.said.Size().Height)
	}
}

func (p *packs) settle() {
	if p.s.page != nil {
		p.s.page.Relayout()
	}
}

// pick asks for a folder.
func (p *packs) pick(then func(folder string)) { screen.PickFolder(p.s.h.Window(), "", then) }
