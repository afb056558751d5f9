package plan

import (
	"math"
	"strconv"
	"time"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/theme"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/figure"
)

// The roadmap shows a year and a half at least, and four years at most.
const (
	leastMonths = 18
	mostMonths  = 48
)

// roadmap is one bar of time for each item that has not been dropped, below the months.
func (s *Screen) roadmap() fyne.CanvasObject {
	w, se := s.w, s.h.Session()
	start := begun(s.items, se.Now())
	start = time.Date(start.Year(), start.Month(), 1, 0, 0, 0, 0, time.UTC)
	months := leastMonths
	for i := range s.items {
		for _, day := range []string{s.items[i].Start, s.items[i].Due} {
			if day != "" {
				months = max(months, int(math.Ceil(monthsTo(start, day)))+1)
			}
		}
	}
	months = min(months, mostMonths)
	var names []string
	for i := range months {
		m := start.AddDate(0, i, 0)
		name := w.T("shortmonth." + strconv.Itoa(int(m.Month())))
		if i == 0 || m.Month() == time.January {
			name += " " + strconv.Itoa(m.Year())[2:]
		}
		names = append(names, name)
	}
	scale := float64(theme.Scale())
	head := widget.NewDrawing(0, theme.Dp(24), w.T("plan.roadmap"), func(width, height float64) figure.Drawing {
		return figure.Months(figure.RoadmapMonths{W: width, H: height, Names: names, Scale: scale})
	})
	rows := []fyne.CanvasObject{screen.CardHead("calendar", w.T("plan.roadmap")), s.beside(widget.Space(1, 1), head)}
	for i := range s.items {
		p := s.items[i]
		if p.Live() {
			rows = append(rows, s.beside(widget.NewText(widget.Small, figure.Ink, screen.ActionTitle(se, p.Action)), s.bar(p, start, months)))
		}
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

// bar is an item's time: by its own days, else by those of its phase.
func (s *Screen) bar(p assessments.PlanItem, start time.Time, months int) fyne.CanvasObject {
	se := s.h.Session()
	first, last := p.Phase.Months()
	origin := begun(s.items, se.Now())
	offset := monthsTo(start, origin.Format(time.DateOnly))
	b := figure.Bar{Months: months, From: offset + float64(first), To: offset + float64(last), Done: p.Status == assessments.StatusDone, Uncertain: p.Due == ""}
	if last == 0 {
		b.To = float64(months)
	}
	if p.Start != "" {
		b.From = monthsTo(start, p.Start)
	}
	if p.Due != "" {
		b.To = monthsTo(start, p.Due)
		b.From = min(b.From, b.To)
	} else {
		b.To = max(b.To, b.From+0.5)
	}
	b.Today = monthsTo(start, se.Today())
	b.Late = p.Pending() && p.Due != "" && p.Due < se.Today()
	days := span(s.w.ShortDate, p)
	if days == "" {
		days = s.w.T("plan.phase." + string(p.Phase))
	}
	return widget.NewDrawing(0, theme.Dp(24), screen.ActionTitle(se, p.Action)+": "+days, func(width, height float64) figure.Drawing {
		b.W, b.H = width, height
		return figure.TimeBar(b)
	})
}

// monthsTo is how many months lie between a day and another, with a part for the days.
func monthsTo(start time.Time, day string) float64 {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return 0
	}
	whole := (t.Year()-start.Year())*12 + int(t.Month()) - int(start.Month())
	return float64(whole) + float64(t.Day()-1)/31
}
