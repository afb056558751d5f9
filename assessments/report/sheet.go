package report

import (
	"strconv"
	"strings"

	"nivel/assessments"
	"nivel/assessments/advice"
	"nivel/assessments/texts"
)

func (b *builder) sheet() *Sheet {
	w := b.w
	s := &Sheet{Section: w.T("report.sheet.section"), Title: w.T("report.sheet.title"), Lead: w.T("report.sheet.lead"),
		Done: w.T("report.sheet.done"), DateLabel: w.T("report.sheet.date"), Learned: w.T("report.sheet.learned"),
		Signature: w.T("report.sheet.signature"), Again: w.T("report.sheet.again", "date", w.Date(b.Day.AddDate(1, 0, 0)))}
	if len(b.advice.Next) == 0 {
		s.Empty = b.noSteps()
		return s
	}
	cells := map[string][]SheetCell{}
	add := func(row string, c SheetCell) { cells[row] = append(cells[row], c) }
	for i := range b.advice.Next {
		o := &b.advice.Next[i]
		words := b.actors[o.Action.ID]
		dim := b.mw.Dimensions[o.Dimension]
		s.Columns = append(s.Columns, SheetColumn{Number: strconv.Itoa(i + 1), Icon: b.Pack.Model.Dimension(o.Dimension).Icon, Area: dim.Short, Title: words.Title})
		add("why", SheetCell{Text: b.because(o)})
		add("first", SheetCell{Bold: words.First})
		add("what", SheetCell{Text: strings.Join(words.Steps, " ")})
		item := b.planned(o.Action.ID)
		add("who", SheetCell{Bold: item.Owner, Blank: item.Owner == ""})
		add("when", SheetCell{Text: w.T("report.sheet.effort", "days", b.days(o.Action.Effort[b.size()])), Bold: w.DateOf(item.Due), Blank: item.Due == ""})
		add("cost", SheetCell{Text: b.cost(o)})
		add("money", SheetCell{Text: b.money(o)})
		add("success", SheetCell{Text: words.Success})
	}
	icons := map[string]string{"why": "info", "first": "step", "what": "pencil", "who": "person", "when": "calendar", "cost": "euro", "money": "coins", "success": "check-circle"}
	for _, row := range []string{"why", "first", "what", "who", "when", "cost", "money", "success"} {
		s.Rows = append(s.Rows, SheetRow{Icon: icons[row], Label: w.T("report.sheet." + row), Cells: cells[row]})
	}
	return s
}

// planned is the item of the plan that holds an action; an empty one where none does.
func (b *builder) planned(action string) assessments.PlanItem {
	for _, item := range b.Plan {
		if item.Action == action && item.Live() {
			return item
		}
	}
	return assessments.PlanItem{}
}

// because names the answers behind an action.
func (b *builder) because(o *advice.Offer) string {
	var parts []string
	for i, r := range o.Reasons {
		if i == 2 {
			break
		}
		parts = append(parts, b.w.T("report.because", "text", Reason(b.w, &b.Pack.Model, b.mw, r), "number", b.Pack.Model.Number(r.Question)))
	}
	return strings.Join(parts, " ") + " " + b.actors[o.Action.ID].Why
}

// Reason says in words what was answered that makes an action worth while.
func Reason(w *texts.Words, m *assessments.Model, mw assessments.ModelWords, r advice.Reason) string {
	q := mw.Questions[r.Question]
	switch {
	case r.Option != "":
		return w.T("reason.option", "title", q.Options[r.Option].Title)
	case r.Row != "":
		stage := w.T("answer.plan." + strconv.Itoa(r.Level))
		if r.Level < len(q.Stages) {
			stage = q.Stages[r.Level]
		}
		return w.T("reason.row", "title", q.Rows[r.Row].Title, "stage", strings.ToLower(stage))
	case r.Level >= 0 && r.Level < len(q.Levels):
		return q.Levels[r.Level].Title
	}
	return ""
}

func (b *builder) cost(o *advice.Offer) string {
	out := b.w.T("cost."+strconv.Itoa(o.Action.Cost[b.size()])) + " (" + b.w.T("estimate.mark") + ")."
	if gain := Benefit(b.w, o.Action, &b.Company); gain != "" {
		out += " " + gain
	}
	return out
}

// Benefit prints the estimated monthly gain of an action, or "" where the firm's figure is missing.
func Benefit(w *texts.Words, a *assessments.Action, c *assessments.Company) string {
	amount, money, ok := advice.Benefit(a, c)
	switch {
	case !ok:
		return ""
	case a.Benefit.Unit == "money":
		return w.T("benefit.money", "range", w.EuroRange(amount.Low, amount.High))
	case money != nil:
		return w.T("benefit.hours.money", "low", w.Short(amount.Low), "high", w.Short(amount.High), "money", w.EuroRange(money.Low, money.High))
	}
	return w.T("benefit.hours", "low", w.Short(amount.Low), "high", w.Short(amount.High))
}

func (b *builder) money(o *advice.Offer) string {
	topic := advice.TopicOf(o, b.sector)
	day := b.Day.Format("2006-01-02")
	for _, region := range b.Library.RegionsOf(b.Company.Place) {
		if open := topic.Funding(region.Funding, day, b.Company.Size()); len(open) > 0 && o.Action.Cost[b.size()] >= 3 {
			return b.w.T("money.open", "name", b.Library.RegionWords[b.w.Language][region.ID].Funding[open[0].ID].Name, "date", b.w.DateOf(open[0].Checked))
		}
	}
	if o.Action.Cost[b.size()] == 0 {
		return b.w.T("money.none")
	}
	return b.w.T("money.own")
}
