package plan

import (
	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/theme"
	"nivel/app/widget"
	"nivel/assessments/figure"
	domain "nivel/assessments/plan"
	"nivel/assessments/report"
)

// roadmap is one bar of time for each item that has not been dropped, below the months.
func (s *Screen) roadmap() fyne.CanvasObject {
	w, se := s.w, s.h.Session()
	r := domain.Over(s.items, se.Now())
	names, scale := report.MonthNames(w, r), float64(theme.Scale())
	head := widget.NewDrawing(0, theme.Dp(24), w.T("plan.roadmap"), func(width, height float64) figure.Drawing {
		return figure.Months(figure.RoadmapMonths{W: width, H: height, Names: names, Scale: scale})
	})
	rows := []fyne.CanvasObject{screen.CardHead("calendar", w.T("plan.roadmap")), s.beside(widget.Space(1, 1), head)}
	for _, b := range r.Bars {
		rows = append(rows, s.beside(widget.NewText(widget.Small, figure.Ink, screen.ActionTitle(se, b.Item.Action)), s.bar(r, b)))
	}
	rows = append(rows, widget.NewText(widget.Small, figure.Ink2, w.T("plan.roadmap.text")))
	return widget.Card(20, widget.Column(6, rows...))
}

func (s *Screen) beside(name, drawing fyne.CanvasObject) fyne.CanvasObject {
	if s.h.Class() == screen.Single {
		return widget.Column(2, name, drawing)
	}
	return widget.Centred(12, []float32{-1, -2.6}, name, drawing)
}

// bar is an item's time, with its days for who does not see it.
func (s *Screen) bar(r domain.Roadmap, b domain.Bar) fyne.CanvasObject {
	days := report.Span(s.w, b.Item)
	if days == "" {
		days = s.w.T("plan.phase." + string(b.Item.Phase))
	}
	o := report.TimeBar(r, b)
	return widget.NewDrawing(0, theme.Dp(24), screen.ActionTitle(s.h.Session(), b.Item.Action)+": "+days, func(width, height float64) figure.Drawing {
		o.W, o.H = width, height
		return figure.TimeBar(o)
	})
}
