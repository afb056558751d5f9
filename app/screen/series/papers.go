package series

import (
	"bytes"
	"path/filepath"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments/document"
	"nivel/assessments/figure"
	"nivel/assessments/office"
	"nivel/assessments/safefile"
	"nivel/assessments/series"
)

// papersOf are the papers of the series as it is now.
func (p *page) papersOf() *series.Papers {
	se := p.h.Session()
	return &series.Papers{Series: p.s, Firms: p.firms, Words: p.w, Library: se.Complete(), Day: se.Now()}
}

// paper is the button that saves a paper; its name is that of the file too.
func (p *page) paper(icon, name string, make func(*series.Papers) *document.Document) *widget.Button {
	return widget.NewButton(widget.Secondary, icon, name, "", func() {
		screen.SavePaper(p.h, screen.Paper{Name: p.t("file", "what", name, "name", p.s.Name), Make: func() (*document.Document, error) { return make(p.papersOf()), nil }})
	})
}

// each is a paper of every firm, in one file.
func (p *page) each(make func(*series.Papers, string) *document.Document) func(*series.Papers) *document.Document {
	return func(all *series.Papers) *document.Document { return all.Each(make) }
}

// papers shows the papers of the whole series beside the page.
func (s *overview) papers() {
	var panel *screen.Panel
	button := func(name string, make func(*series.Papers) *document.Document) fyne.CanvasObject {
		return widget.NewButton(widget.Secondary, "doc", name, "", func() {
			panel.Close()
			s.paper("", name, make).OnTapped()
		})
	}
	group := func(key string, buttons ...fyne.CanvasObject) fyne.CanvasObject {
		return widget.Column(8, append([]fyne.CanvasObject{widget.NewText(widget.H3, figure.Ink, s.t(key))}, buttons...)...)
	}
	panel = screen.Side(s.h, s.t("papers"),
		group("papers.homework",
			button(s.t("doc.walk"), func(p *series.Papers) *document.Document { return p.Walk("") }),
			button(s.t("papers.walk.each"), s.each((*series.Papers).Walk)),
			button(s.t("doc.price"), func(p *series.Papers) *document.Document { return p.Price("") }),
			button(s.t("papers.price.each"), s.each((*series.Papers).Price))),
		group("papers.end",
			button(s.t("papers.sheets"), s.each((*series.Papers).Sheet)),
			button(s.t("papers.summary.own"), func(p *series.Papers) *document.Document { return p.Summary(true) }),
			button(s.t("papers.summary.nameless"), func(p *series.Papers) *document.Document { return p.Summary(false) }),
			button(s.t("doc.follow"), (*series.Papers).FollowUp)),
		widget.NewText(widget.Small, figure.Ink2, s.t("papers.meeting")))
}

// file is a part of a page that writes something other than a paper.
type file struct {
	*screen.Target
	save func()
}

// calendar writes the days of the series for other calendars.
func (p *page) calendar() *file {
	f := &file{Target: screen.NewTarget(p.h, ".ics", nil)}
	f.Suggest(p.t("file", "what", p.t("calendar"), "name", p.s.Name))
	f.save = func() {
		var b bytes.Buffer
		if err := office.WriteCalendar(&b, p.s.Events(p.w), p.h.Session().Now()); err != nil {
			f.Say(widget.ToneWarn, "calendar", p.t("save.error"), p.w.Fault(err))
			return
		}
		f.write(p, b.Bytes())
	}
	return f
}

// write puts the bytes where the field says.
func (f *file) write(p *page, data []byte) {
	path, ok := f.Take(func(file string) string { return p.t("save.exists", "file", file) })
	if !ok {
		return
	}
	if err := safefile.WriteFile(path, data, 0o644); err != nil {
		f.Failed(path, err, p.t("save.error"), p.t("save.error.other", "reason", err))
		return
	}
	f.Done(path, p.t("save.done", "file", filepath.Base(path)))
}

// invitation is the text that invites to a meeting: to be read, copied, and written as a file.
func (p *page) invitation(meeting int, on func() *widget.Page) fyne.CanvasObject {
	text := p.s.Invitation(p.w, meeting)
	f := &file{Target: screen.NewTarget(p.h, ".txt", nil)}
	f.Suggest(p.t("file", "what", p.t("invitation"), "name", p.s.Name+" "+p.w.Int(meeting)))
	said := widget.NewText(widget.Small, figure.Ink2, "")
	copied := widget.NewButton(widget.Secondary, "clip", p.t("invitation.copy"), "", func() {
		fyne.CurrentApp().Clipboard().SetContent(text)
		said.SetText(p.t("invitation.copied"))
		on().Relayout()
	})
	save := widget.NewButton(widget.Secondary, "export", p.t("invitation.save"), "", func() {
		f.On(on())
		f.write(p, []byte(text))
	})
	return widget.Card(22, widget.Column(12, screen.CardHead("note", p.t("invitation")), widget.NewText(widget.Small, figure.Ink2, p.t("invitation.text")),
		widget.Tinted(figure.Sunken, 10, 14, widget.NewText(widget.Tight, figure.Ink, widget.Plain(text))), widget.Wrap(10, 8, copied, said), f.Field(), widget.Wrap(10, 8, save), f.Said))
}
