package settings

import (
	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments/figure"
)

// files leads to what is done with files of firms that were handed over; hidden from an owner on his
// own.
func (s *Screen) files() fyne.CanvasObject {
	take := widget.NewButton(widget.Secondary, "import", s.w.T("takein.settings.open"), "", func() { s.h.Go(screen.Route{Page: screen.TakeIn}) })
	card := widget.Card(24, widget.Column(12, screen.CardHead("import", s.w.T("takein.settings")), widget.NewText(widget.Tight, figure.Ink2, s.w.T("takein.settings.text")), widget.Wrap(0, 0, take)))
	if !s.h.Session().Advising() {
		card.Hide()
	}
	return card
}
