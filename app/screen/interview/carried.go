package interview

import (
	"slices"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments/figure"
)

// unconfirmed are the answers on this page that were taken from the round before.
func (s *Screen) unconfirmed() []string {
	m := &s.h.Session().Pack.Model
	return slices.DeleteFunc(s.h.Session().Unconfirmed(), func(id string) bool {
		if s.question == nil {
			return m.Number(id) > 0
		}
		return id != s.id
	})
}

// showCarried marks what was taken from the round before and offers to confirm it; answering it
// confirms it too.
func (s *Screen) showCarried() {
	if s.carried == nil {
		return
	}
	w := s.h.Session().Words
	n := len(s.unconfirmed())
	if shown := len(s.carried.Objects) > 0; !shown && n == 0 {
		return
	}
	s.carried.Objects, s.carried.Hidden = nil, n == 0
	if n > 0 {
		mark := w.T("rounds.carried.mark")
		if s.question == nil {
			mark = w.N("rounds.carried", n)
		}
		same := widget.NewButton(widget.Secondary, "check", w.T("rounds.carried.same"), "", s.confirm)
		same.Height = 34
		s.carried.Objects = []fyne.CanvasObject{widget.Wrap(10, 6, widget.Chip(widget.ToneWarn, "clock", mark), widget.Centred(4, nil, same, widget.KeyCap(20, "V", false)),
			widget.NewText(widget.Small, figure.Ink2, w.T("rounds.carried.or")))}
	}
	s.page.Relayout()
}

// confirm says that the answers of this page still hold.
func (s *Screen) confirm() {
	for _, id := range s.unconfirmed() {
		s.h.Session().Confirm(id)
	}
	widget.Focus(s.answer) // the button goes away
	s.refresh()
}

// refresh shows what follows from the answers.
func (s *Screen) refresh() {
	s.Saved(s.h.Session().State())
	s.rail.refresh()
	if s.where != nil {
		s.where.SetText(s.place())
	}
	s.showMissing()
	s.showClashes()
	s.showCarried()
}

// toConfirm says beside an area how many of its answers are still those of the round before.
func toConfirm(h screen.Host, area string) (text string) {
	se, n := h.Session(), 0
	for _, id := range se.Unconfirmed() {
		if q := se.Pack.Model.Question(id); q != nil && (area == "" || q.Dimension == area) {
			n++
		}
	}
	if n == 0 {
		return ""
	}
	return se.Words.N("rounds.carried.rail", n)
}
