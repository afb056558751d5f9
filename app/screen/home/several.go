package home

import (
	"strconv"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/widget"
)

// carried is how many questions still have the answer of the round before.
func (s *Screen) carried() int {
	se, n := s.h.Session(), 0
	for _, id := range se.Unconfirmed() {
		if se.Pack.Model.Number(id) > 0 {
			n++
		}
	}
	return n
}

// differing leads to where several people answered differently; nil where there is one respondent.
func (s *Screen) differing() fyne.CanvasObject {
	se := s.h.Session()
	if len(se.Voices()) < 2 {
		return nil
	}
	all, open := se.Differences(), 0
	for i := range all {
		if all[i].Open() {
			open++
		}
	}
	label := se.Words.T("differences.link", "n", strconv.Itoa(len(all)))
	if open > 0 {
		label = se.Words.N("differences.home", open)
	}
	return widget.NewButton(widget.Quiet, "compare", label, "", func() { s.h.Go(screen.Route{Page: screen.Differences}) })
}
