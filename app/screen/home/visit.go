package home

import (
	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/widget"
)

// visit leads an advisor to the visit of this firm.
func (s *Screen) visit() fyne.CanvasObject {
	se := s.h.Session()
	if !se.Advising() || se.Company.Sample {
		return nil
	}
	open := widget.NewButton(widget.Secondary, "note", se.Words.T("visit.home"), "right", func() { s.h.Go(screen.Route{Page: screen.Visit}) })
	return widget.Wrap(0, 0, open)
}
