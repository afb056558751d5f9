package report

import (
	"math/big"

	"strconv"
	"time"

	"nivel/assessments"
	"nivel/assessments/figure"
	"nivel/assessments/plan"
	"nivel/assessments/scoring"
	"nivel/assessments/texts"
)

// What a plan says in words and pictures, for the report and the screen.

// MonthNames are the names above a roadmap, with the year where one begins.
func MonthNames(w *texts.Words, r plan.Roadmap) []string {
	var out []string
	for i := range r.Months {
		m := r.Start.AddDate(0, i, 0)
		name := w.T("shortmonth." + strconv.Itoa(int(m.Month())))
		if i == 0 || m.Month() == time.January {
			name += " " + strconv.Itoa(m.Year())[2:]
		}
		out = append(out, name)
	}
	return out
}

// TimeBar is a bar of a roadmap for the geometry, which still wants its size.
func TimeBar(r plan.Roadmap, b plan.Bar) figure.Bar {
	return figure.Bar{Months: r.Months, From: b.From, To: b.To, Today: r.Today, Done: b.Item.Status == assessments.StatusDone, Late: b.Late, Uncertain: b.Undated}
}

// Span is when an item begins and is due, "" where neither is set.
func Span(w *texts.Words, p assessments.PlanItem) string {
	switch {
	case p.Start == "" && p.Due == "":
		return ""
	case p.Start == "":
		return w.ShortDate(p.Due)
	case p.Due == "":
		return w.ShortDate(p.Start) + " – …"
	}
	return w.ShortDate(p.Start) + " – " + w.ShortDate(p.Due)
}

// PhaseDays is until when a phase of a plan that began then lasts, or from when where it has no end.
func PhaseDays(w *texts.Words, phase assessments.Phase, begun time.Time) string {
	from, until := phase.Months()
	if until > 0 {
		return w.T("plan.until", "date", w.ShortDate(begun.AddDate(0, until, 0).Format(time.DateOnly)))
	}
	return w.T("plan.from", "date", w.ShortDate(begun.AddDate(0, from, 0).Format(time.DateOnly)))
}

// PhaseTotal is what a phase asks, line by line; nil where it asks nothing. Estimates are called so,
// what the firm has put in is not one.
func PhaseTotal(w *texts.Words, t plan.Total) []string {
	if t.Items == 0 && t.Spent == 0 {
		return nil
	}
	cost := w.T("plan.total.from", "low", w.Euro(int(t.Cost.Low.Num().Int64())))
	switch {
	case t.Cost.High == nil:
	case t.Cost.High.Sign() > 0 && t.Cost.Low.Cmp(big.NewRat(int64(t.Items), 1)) <= 0:
		cost = w.T("plan.total.upto", "high", w.Euro(int(t.Cost.High.Num().Int64()))) // each band begins with one euro at most
	default:
		cost = w.EuroRange(t.Cost.Low, t.Cost.High)
	}
	out := []string{w.T("plan.total", "days", Days(w, t.Days), "cost", cost)}
	if t.Planned > 0 || t.Spent > 0 {
		out = append(out, w.T("plan.total.own", "planned", w.Euro(t.Planned), "spent", w.Euro(t.Spent)))
	}
	if t.Unknown > 0 {
		out = append(out, w.N("plan.total.unknown", t.Unknown))
	}
	return out
}

// StatusIcon shows how far an item is, beside its word.
func StatusIcon(s assessments.Status) string {
	return map[assessments.Status]string{assessments.StatusTodo: "circle", assessments.StatusDoing: "half", assessments.StatusStuck: "alert",
		assessments.StatusDone: "check-circle", assessments.StatusDropped: "close"}[s]
}

// SpreadVial shows what a phase makes of a figure: the bubble at the low end, the whisker from there
// to the high one, the outline at today's. The text is both ends, once where they print the same.
func SpreadVial(w *texts.Words, s plan.Spread) Vial {
	v := Vial{Value: -1, Target: -1, Low: -1, High: -1, Earlier: -1, Text: "–", Alt: w.T("figure.alt.none")}
	if !s.Shown() {
		return v
	}
	low, high := w.Score(s.Low.Value), w.Score(s.High.Value)
	v.Value, v.Text = scoring.Float(s.Low.Value), low
	if low != high {
		v.Text = low + "–" + high
	}
	v.Alt = v.Text
	if s.High.Value.Cmp(s.Low.Value) != 0 {
		v.Low, v.High = scoring.Float(s.Low.Value), scoring.Float(s.High.Value)
	}
	if s.Today.Shown() && s.Today.Value.Cmp(s.Low.Value) != 0 {
		v.Earlier = scoring.Float(s.Today.Value)
	}
	return v
}
