package editor

import (
	"time"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/content"
	"nivel/assessments/draft"
)

// Keep implements screen.Keeper.
func (p *page) Keep() { p.save() }

// save makes a pack of the draft, unless something is wrong with it.
func (p *page) save() {
	w := p.work
	if w.saving {
		return
	}
	se := p.h.Session()
	lib := se.Complete()
	used, err := se.Used()
	if err != nil {
		p.banner(widget.ToneErr, "alert", p.t("failed"), p.w.Fault(err))
		return
	}
	w.d.Raise(lib, used, today())
	if f := w.d.CheckVersion(lib, used); f != nil {
		p.goTo(draft.Place{Thing: draft.Whole, Field: "version"}, true)
		p.banner(widget.ToneErr, "alert", p.t("refused"), p.w.Fault(f))
		return
	}
	if lib.Version(w.d.Pack.Model.ID, w.d.Pack.Model.Version) == nil {
		w.d.Pack.Model.Date = today()
	}
	d := w.d.Clone()
	number := w.count.Add(1)
	w.saving = true
	p.banner(widget.ToneBlue, "", "", "")
	p.say()
	store := se.Packs()
	var remarks []draft.Remark
	var findings []content.Finding
	var fresh *content.Library
	p.h.Background(func() {
		remarks = d.Check(lib, time.Now())
		if errors, _ := draft.Errors(remarks); errors > 0 {
			return
		}
		if fresh, findings, err = store.PutModel(p.desk.Base(), d.Pack, d.Languages); err == nil && content.Usable(findings) {
			err = p.drop(d, number)
		}
	}, func() {
		w.saving = false
		errors, _ := draft.Errors(remarks)
		switch {
		case err != nil:
			p.banner(widget.ToneErr, "alert", p.t("failed"), p.w.Fault(err))
		case errors > 0:
			w.remarks, w.checked = remarks, w.count.Load() == number
			p.side.fill()
			p.show(viewCheck)
			p.banner(widget.ToneErr, "alert", p.w.N("editor.wrong", errors), p.t("wrong.text"))
			p.side.focus()
		case !content.Usable(findings):
			p.banner(widget.ToneErr, "alert", p.t("refused"), p.w.Fault(first(findings)))
		default:
			p.saved(fresh, number, remarks)
			return
		}
		p.say()
		p.relayout()
	})
}

// drop takes the draft from the shelf, unless something was typed meanwhile.
func (p *page) drop(d *draft.Draft, number int64) error {
	if p.work.count.Load() != number {
		return nil
	}
	return p.shelf.Drop(d.Pack.Model.ID)
}

// saved takes the new library; what was typed while it was written stays unsaved.
func (p *page) saved(lib *content.Library, number int64, remarks []draft.Remark) {
	w := p.work
	p.h.Session().SetLibrary(lib)
	if w.count.Load() == number {
		w.changed, w.remarks, w.checked = false, remarks, true
	}
	if p.left {
		return
	}
	m := &w.d.Pack.Model
	p.side.fill()
	p.say()
	begin := widget.NewButton(widget.Secondary, "question", p.t("list.answer"), "", func() {
		if err := p.h.Session().Begin(m.ID, ""); err != nil {
			p.banner(widget.ToneErr, "alert", p.t("failed"), p.w.Fault(err))
			return
		}
		p.h.Go(screen.Route{Page: screen.Interview})
	})
	p.said.Objects = nil
	p.said.Objects = append(p.said.Objects, widget.Banner(widget.ToneLime, "check-circle", p.w.T("editor.saved", "version", widget.Plain(m.Version)), p.t("saved.text"), begin))
	p.relayout()
}

// first is the first finding that is no mere warning.
func first(all []content.Finding) *assessments.Fault {
	for _, f := range all {
		if !f.Warning {
			return f.Fault
		}
	}
	return nil
}
