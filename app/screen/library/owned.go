package library

import (
	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments/content"
	"nivel/assessments/figure"
	"nivel/assessments/texts"
)

// owned are the buttons of an entry that can be changed: change it, and take one's own away again.
type owned struct {
	h      screen.Host
	w      *texts.Words
	desk   *Desk
	ref    ref
	remove *widget.Button
	armed  bool
	busy   bool
	said   *fyne.Container
	settle func() // lays out what said stands in
}

func newOwned(h screen.Host, desk *Desk, r ref) *owned {
	return &owned{h: h, w: h.Session().Words, desk: desk, ref: r, said: widget.Column(8, desk.told()...), settle: func() {}}
}

// buttons are none for kinds that are not kept up in the program.
func (o *owned) buttons() []fyne.CanvasObject {
	if !kept(o.ref.Kind) {
		return nil
	}
	change := widget.NewButton(widget.Quiet, "pencil", o.w.T("library.change"), "", func() {
		o.h.Go(screen.Route{Page: screen.Edit, ID: o.ref.String()})
	})
	out := []fyne.CanvasObject{change}
	if o.h.Session().Complete().From(string(o.ref.Kind), o.ref.ID) == content.Own {
		o.remove = widget.NewButton(widget.Quiet, "trash", o.w.T("library.delete"), "", o.delete)
		out = append(out, o.remove)
	}
	return out
}

// delete takes the own entry away when pressed twice; the shipped one stands again where there is
// one.
func (o *owned) delete() {
	if o.busy {
		return
	}
	if !o.armed {
		o.armed = true
		o.say(widget.ToneWarn, o.w.T("library.delete.sure"), o.w.T("library.delete.text"))
		return
	}
	o.busy = true
	se := o.h.Session()
	var lib *content.Library
	var err error
	store := se.Packs()
	o.h.Background(func() { lib, err = store.Delete(o.desk.Base(), string(o.ref.Kind), o.ref.ID) }, func() {
		o.busy = false
		if err != nil {
			o.say(widget.ToneErr, o.w.T("library.failed"), o.w.Fault(err))
			return
		}
		se.SetLibrary(lib)
		o.desk.note[0] = o.w.T("library.deleted")
		if find(lib, o.w.Language, o.ref) != nil {
			o.h.Reload()
			return
		}
		o.desk.at = ""
		o.h.Back()
	})
}

func (o *owned) say(tone widget.Tone, bold, text string) {
	o.said.Objects = []fyne.CanvasObject{widget.Banner(tone, "alert", bold, text)}
	o.settle()
}

// page is a page of another package with a foot for the entry that it shows.
type page struct {
	inner screen.Screen
	own   *owned
	page  *widget.Page
}

// Practice puts the library's buttons below the page of a practice.
func Practice(h screen.Host, desk *Desk, id string, inner screen.Screen) screen.Screen {
	if h.Session().Complete().Practice(id) == nil {
		return inner
	}
	return &page{inner: inner, own: newOwned(h, desk, ref{Kind: "practice", ID: id})}
}

// Content implements screen.Screen.
func (p *page) Content() fyne.CanvasObject {
	inner := p.inner.Content()
	p.page, _ = inner.(*widget.Page)
	o := p.own
	row := chips(originChip(o.w, o.h.Session().Complete(), o.ref))
	row = append(row, o.buttons()...)
	side := screen.Padding(o.h.Class())
	foot := widget.Over(widget.Box(figure.Surface, figure.Hair, 1, 0), widget.Pad(8, side, 8, side, widget.Column(8, o.said, widget.Wrap(14, 4, row...))))
	all := widget.WithFooter(inner, foot)
	o.settle = func() { all.Layout.Layout(all.Objects, all.Size()); all.Refresh() }
	return all
}

// Key implements screen.Keyed.
func (p *page) Key(e *fyne.KeyEvent) bool {
	if k, ok := p.inner.(screen.Keyed); ok && k.Key(e) {
		return true
	}
	switch e.Name {
	case fyne.KeyDown, fyne.KeyUp, fyne.KeyPageDown, fyne.KeyPageUp:
		if p.page != nil {
			p.page.Key(e.Name)
		}
		return true
	}
	return false
}
