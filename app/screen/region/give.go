package region

import (
	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments/figure"
	domain "nivel/assessments/region"
	"nivel/assessments/texts"
)

// Giving is the page on which a firm reads all that its contribution says, and saves it.
type Giving struct {
	h    screen.Host
	w    *texts.Words
	save *widget.Button
	back *widget.Button
}

// NewGiving builds the page.
func NewGiving(h screen.Host) *Giving { return &Giving{h: h, w: h.Session().Words} }

// Start implements screen.Starter.
func (g *Giving) Start() fyne.Focusable { return g.back }

// Key implements screen.Keyed.
func (g *Giving) Key(e *fyne.KeyEvent) bool {
	if e.Name == fyne.KeyEscape {
		g.h.Go(screen.Route{Page: screen.Report})
		return true
	}
	return false
}

// Content implements screen.Screen.
func (g *Giving) Content() fyne.CanvasObject {
	w, c := g.w, g.h.Class()
	g.back = widget.NewButton(widget.Quiet, "left", w.T("page.report"), "", func() { g.h.Go(screen.Route{Page: screen.Report}) })
	contribution, err := g.h.Session().Contribution()
	if err != nil {
		return screen.Body(c, widget.Wrap(0, 0, g.back), screen.Head(c, w.T("region.give"), ""), screen.Fault(w, err))
	}
	g.save = widget.NewButton(widget.Next, "export", w.T("region.give.save"), "", func() {
		screen.SaveFile(g.h, w.T("region.give.name"), domain.Ending, func() ([]byte, error) { return contribution.Bytes(), nil })
	})
	var rows []fyne.CanvasObject
	part := ""
	for _, l := range contribution.Preview(w, g.h.Session().Complete()) {
		if l.Part != part {
			part = l.Part
			rows = append(rows, widget.NewText(widget.H3, figure.Ink, part))
		}
		says := l.Says
		for _, m := range l.More {
			says += "\n" + m
		}
		rows = append(rows, widget.Divider(), screen.Beside(c, 2, 14, widget.NewText(widget.Tight, figure.Ink2, l.Name), widget.NewText(widget.Tight, figure.Ink, says)))
	}
	page := screen.Body(c, widget.Wrap(0, 0, g.back), screen.Head(c, w.T("region.give"), w.T("region.give.lead"), g.save), widget.Card(20, widget.Column(6, rows...)))
	screen.Follow(page)
	return page
}
