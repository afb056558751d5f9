package plan

import (
	"math"
	"time"

	"nivel/assessments"
)

// A roadmap shows a year and a half at least, and four years at most.
const (
	leastMonths = 18
	mostMonths  = 48
)

// Roadmap is a plan over time. Its places are months from the first day of Start's month.
type Roadmap struct {
	Start  time.Time // the first day of the month in which the plan began
	Months int       // that are shown
	Today  float64
	Bars   []Bar // of the items that are not dropped, in their order
}

// Bar is the time of one item: by its own days, else by those of its phase.
type Bar struct {
	Item     assessments.PlanItem
	From, To float64
	Late     bool
	Undated  bool // no day is set on which it is due: it stands for the rest of its phase
}

// Begun is when a plan began: with its first item, now where there is none.
func Begun(items []assessments.PlanItem, now time.Time) time.Time {
	for i := range items {
		if items[i].At.Before(now) && !items[i].At.IsZero() {
			now = items[i].At
		}
	}
	return now
}

// Over lays a plan over time, as it stands now.
func Over(items []assessments.PlanItem, now time.Time) Roadmap {
	origin, today := Begun(items, now), now.Format(time.DateOnly)
	r := Roadmap{Start: time.Date(origin.Year(), origin.Month(), 1, 0, 0, 0, 0, time.UTC), Months: leastMonths}
	for i := range items {
		for _, day := range []string{items[i].Start, items[i].Due} {
			if day != "" {
				r.Months = max(r.Months, int(math.Ceil(monthsTo(r.Start, day)))+1)
			}
		}
	}
	r.Months = min(r.Months, mostMonths)
	r.Today = monthsTo(r.Start, today)
	offset := monthsTo(r.Start, origin.Format(time.DateOnly))
	for i := range items {
		if items[i].Live() {
			r.Bars = append(r.Bars, r.bar(items[i], offset, today))
		}
	}
	return r
}

// bar places one item; offset is where the plan began.
func (r *Roadmap) bar(p assessments.PlanItem, offset float64, today string) Bar {
	first, last := p.Phase.Months()
	b := Bar{Item: p, From: offset + float64(first), To: offset + float64(last), Late: late(&p, today), Undated: p.Due == ""}
	if last == 0 {
		b.To = float64(r.Months)
	}
	if p.Start != "" {
		b.From = monthsTo(r.Start, p.Start)
	}
	if p.Due != "" {
		b.To = monthsTo(r.Start, p.Due)
		b.From = min(b.From, b.To)
	} else {
		b.To = max(b.To, b.From+0.5)
	}
	return b
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
