package rounds

import (
	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/figure"
	"nivel/assessments/report"
	"nivel/assessments/rounds"
)

// mostBeside is how many check-ups stand beside each other: the last ones.
const mostBeside = 12

// heat sets all check-ups beside each other, area by area; nil where there is no room for a map, as the
// lines below say the same.
func (s *Screen) heat() fyne.CanvasObject {
	if s.h.Class() == screen.Single {
		return nil
	}
	all := s.all[max(0, len(s.all)-mostBeside):]
	last := &all[len(all)-1]
	var plain []rounds.Round
	var heads []string
	for i := range all {
		plain, heads = append(plain, all[i].Round), append(heads, report.RoundName(&all[i]))
	}
	var lines []screen.HeatLine
	for _, c := range rounds.Line(plain) {
		l := screen.HeatLine{Name: last.Pack.Words[s.w.Language].Dimensions[c.Dimension].Name}
		if c.Dimension == "" {
			if last.Model.Overall == assessments.NoOverall {
				continue
			}
			l.Name = s.w.T("rounds.firm")
		}
		for _, p := range c.Points {
			l.Cells = append(l.Cells, screen.HeatCell(s.w, p.Value, ""))
		}
		lines = append(lines, l)
	}
	column := []fyne.CanvasObject{screen.CardHead("level", s.w.T("rounds.beside")), widget.NewText(widget.Small, figure.Ink2, s.w.T("rounds.lines.text", "name", report.RoundName(last)))}
	return widget.Card(20, widget.Column(8, append(column, screen.HeatMap(heads, lines)...)...))
}
