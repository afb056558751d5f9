package series

import (
	"math/rand/v2"
	"strconv"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments/cohort"
	"nivel/assessments/figure"
	"nivel/assessments/series"
)

// wall is what a room may see: no names, and no more of a firm than it has agreed to.
type wall struct {
	page
	seed uint64 // of the aliases; another one each time the page is opened
	main *widget.Button
}

func newWall(p page) *wall {
	s := &wall{page: p, seed: rand.Uint64()}
	s.main = widget.NewButton(widget.Quiet, "left", s.t("wall.leave"), "", func() { s.to(s.s.ID) })
	return s
}

// Start implements screen.Starter.
func (s *wall) Start() fyne.Focusable { return s.main }

// Key implements screen.Keyed.
func (s *wall) Key(e *fyne.KeyEvent) bool {
	if e.Name == fyne.KeyEscape {
		s.to(s.s.ID)
		return true
	}
	return false
}

// Content implements screen.Screen.
func (s *wall) Content() fyne.CanvasObject {
	column := []fyne.CanvasObject{widget.Wrap(0, 0, s.main), s.head(s.s.Sample, s.title(), s.w.N("series.count", len(s.s.Firms))+". "+s.t("shape"))}
	subjects := series.Subjects(s.firms)
	may := cohort.May(subjects, cohort.Room)
	for _, why := range may.Why {
		column = append(column, widget.Banner(widget.ToneWarn, "info", s.t("wall.held"), s.w.Fault(why)))
	}
	var ids []string
	for _, i := range may.Single {
		ids = append(ids, subjects[i].Company.ID)
	}
	alias := cohort.Aliases(ids, s.seed)
	byAlias := make([]*series.Standing, len(alias))
	for id, n := range alias {
		byAlias[n] = s.standing(id)
	}
	if len(byAlias) > 0 {
		heads := make([]string, len(byAlias))
		for n := range heads {
			heads[n] = cohort.Letter(n)
		}
		seen, letters := large, s.t("wall.letters")
		if s.h.Class() == screen.Single {
			seen = matrix
		}
		if s.s.Sample {
			letters = s.t("wall.letters.sample")
		}
		column = append(column, widget.Card(22, widget.Column(10, widget.NewText(widget.H2, figure.Ink, s.t("gaps")), widget.NewText(widget.Body, figure.Ink2, letters), seen(s.w, byAlias, heads))))
	}
	if means := s.means(subjects, may); means != nil {
		column = append(column, means)
	}
	if len(column) == 2+len(may.Why) {
		column = append(column, widget.Card(22, widget.NewText(widget.Body, figure.Ink, s.t("wall.nothing"))))
	}
	var days []fyne.CanvasObject
	for i, m := range s.s.Meetings {
		days = append(days, line("calendar", widget.Body, s.t("doc.m"+strconv.Itoa(i+1)+".title")+" · "+s.w.DateOf(m.Day)))
	}
	column = append(column, widget.Card(22, widget.Column(8, days...)))
	return s.body(column...)
}

// means are the figures of all together; nil where there are none.
func (s *wall) means(subjects []cohort.Subject, may cohort.Showing) fyne.CanvasObject {
	if len(subjects) < series.LeastFirms {
		return nil
	}
	var lines []screen.HeatLine
	for _, m := range may.Means(cohort.Compare(subjects)) {
		if m.Value == nil {
			continue
		}
		name := s.t("doc.together.all")
		if m.Dimension != "" {
			_, name = s.dimension(m.Dimension)
		}
		lines = append(lines, screen.HeatLine{Name: name, Cells: []fyne.CanvasObject{screen.HeatCell(s.w, m.Value, ""), widget.NewText(widget.Small, figure.Ink2, s.w.Int(m.Of))}})
	}
	if len(lines) == 0 {
		return nil
	}
	return widget.Card(22, widget.Column(8, append([]fyne.CanvasObject{widget.NewText(widget.H2, figure.Ink, s.t("doc.together.bars"))}, screen.HeatMap([]string{s.t("wall.mean"), s.t("wall.firms")}, lines)...)...))
}
