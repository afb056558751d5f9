package profile

import (
	"slices"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments/figure"
	"nivel/assessments/views"
)

// respondent says who answers on this computer.
func (s *Screen) respondent() fyne.CanvasObject {
	se := s.h.Session()
	var names []string
	for _, who := range views.Respondents {
		names = append(names, screen.RespondentName(s.w, who))
	}
	at := slices.Index(views.Respondents, se.Respondent())
	choice := widget.NewSegmented(names, at, func(i int) {
		se.SetRespondent(views.Respondents[i])
		s.page.Relayout() // the chosen name has a tick and is wider
	})
	return widget.Card(22, widget.Column(12, screen.CardHead("people", s.w.T("respondent.profile")),
		widget.NewText(widget.Tight, figure.Ink2, s.w.T("respondent.text")), widget.Wrap(0, 0, choice)))
}
