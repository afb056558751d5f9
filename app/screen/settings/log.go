package settings

import (
	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/figure"
)

// mostLogged is how many lines of the log are shown; the others stay in the data folder.
const mostLogged = 12

// log says what left, came in or was deleted, and when; nil where nothing was.
func (s *Screen) log() fyne.CanvasObject {
	all, err := s.h.Session().Logged()
	if err != nil {
		return screen.Fault(s.w, err)
	}
	if len(all) == 0 {
		return nil
	}
	var rows [][]string
	for _, e := range all[:min(mostLogged, len(all))] {
		rows = append(rows, []string{s.w.Date(e.At), s.w.T("log." + string(e.Kind)), s.firm(e)})
	}
	column := []fyne.CanvasObject{screen.CardHead("doc", s.w.T("log.title")), widget.NewText(widget.Small, figure.Ink2, s.w.T("log.text")),
		widget.Table([]string{s.w.T("log.day"), s.w.T("log.what"), s.w.T("log.firm")}, rows, []bool{false, false, false}, []float32{-1, -1, -2})}
	if n := len(all) - mostLogged; n > 0 {
		column = append(column, widget.NewText(widget.Small, figure.Ink2, s.w.N("log.more", n)))
	}
	return widget.Card(24, widget.Column(10, column...))
}

// firm is the firm's name as long as it is here: the log itself has none.
func (s *Screen) firm(e assessments.LogEntry) string {
	if name := s.h.Session().CompanyName(e.Company); name != "" {
		return name
	}
	return s.w.T("log.gone")
}
