package report

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"nivel/assessments"
	"nivel/assessments/figure"
	"nivel/assessments/plan"
	"nivel/assessments/scoring"
)

// Plan is what the firm has decided to do, by phase.
type Plan struct {
	Section, Title, Lead                                string
	LateTitle                                           string   // "2 pasos con retraso", empty where none is late
	Late                                                []string // the longest overdue first
	HeadAction, HeadWho, HeadWhen, HeadState, HeadMoney string
	Phases                                              []PlanPhase
	Dropped                                             string // names what was given up, empty for none
	Roadmap                                             Roadmap
	WhatIf                                              WhatIf
}

// PlanPhase is one phase: its name and days, its rows, what it asks of the firm.
type PlanPhase struct {
	Title, Days string
	Rows        []PlanRow // what is late first
	None        string    // said where there is none
	Totals      []string
}

// PlanRow is one chosen action.
type PlanRow struct {
	Number, Title, Who, Days string
	Icon, State              string
	Late, Since              string   // that it is late, and since when; empty where it is not
	Money                    []string // planned and spent
	More                     []Paragraph
	Note                     string // the firm's own words
}

// Roadmap is the plan over time: the names of the months and a bar for each action.
type Roadmap struct {
	Title, Text string
	Months      []string
	Bars        []RoadmapBar
}

// RoadmapBar is the time of one action. State and Days say in words what the bar shows.
type RoadmapBar struct {
	Title, Text string
	Bar         figure.Bar
}

// WhatIf is the profile that each phase would lead to, as ranges.
type WhatIf struct {
	Title, Text string
	Heads       []string // of today and of each phase
	Rows        []WhatIfRow
	Today       string // how far today's figure can be trusted
	None        string // said where too little is known to reckon
}

// WhatIfRow is one figure today and after each phase; Strong is that of the whole firm.
type WhatIfRow struct {
	Icon, Name string
	Strong     bool
	Vials      []Vial
}

// plan is nil where there is no plan.
func (b *builder) plan() *Plan {
	if len(b.Plan) == 0 {
		return nil
	}
	w := b.w
	p := &Plan{Section: w.T("report.plan.section"), Title: w.T("plan.title"), HeadAction: w.T("report.plan.action"), HeadWho: w.T("report.plan.who"),
		HeadWhen: w.T("report.plan.when"), HeadState: w.T("plan.field.status"), HeadMoney: w.T("report.plan.money")}
	numbers := map[string]int{} // by item, as the rows have them
	basis := plan.On(b.adviceInput())
	totals := basis.Totals(b.Plan)
	for i, phase := range assessments.Phases {
		part := PlanPhase{Title: strconv.Itoa(i+1) + ". " + w.T("plan.phase."+string(phase)), Days: PhaseDays(w, phase, plan.Begun(b.Plan, b.Now)), Totals: PhaseTotal(w, totals[i])}
		for _, item := range b.inPhase(phase) {
			numbers[item.ID] = len(numbers) + 1
			part.Rows = append(part.Rows, b.planRow(strconv.Itoa(numbers[item.ID]), item))
		}
		if len(part.Rows) == 0 {
			part.None = w.T("plan.phase.none")
		}
		p.Phases = append(p.Phases, part)
	}
	b.planHead(p)
	p.Roadmap = b.roadmap(numbers)
	p.WhatIf = b.whatIf(basis.Project(b.Plan))
	return p
}

// inPhase are the items of a phase that are not dropped: the late ones first, then by their days.
func (b *builder) inPhase(phase assessments.Phase) []assessments.PlanItem {
	var out []assessments.PlanItem
	for _, item := range plan.Overdue(b.Plan, b.today()) {
		if item.Phase == phase {
			out = append(out, item)
		}
	}
	rest := slices.DeleteFunc(slices.Clone(b.Plan), func(p assessments.PlanItem) bool {
		return p.Phase != phase || !p.Live() || b.late(p)
	})
	slices.SortStableFunc(rest, func(x, y assessments.PlanItem) int { return cmp.Compare(dated(x), dated(y)) })
	return append(out, rest...)
}

// dated is the day by which items are ordered; those without one come last.
func dated(p assessments.PlanItem) string { return cmp.Or(p.Due, p.Start, "9999-99-99") }

func (b *builder) today() string { return b.Now.Format(time.DateOnly) }

func (b *builder) late(p assessments.PlanItem) bool {
	return len(plan.Overdue([]assessments.PlanItem{p}, b.today())) > 0
}

// planHead says how far the plan is, what is late and what was given up.
func (b *builder) planHead(p *Plan) {
	w := b.w
	live, done := 0, 0
	var dropped []string
	for i := range b.Plan {
		switch {
		case !b.Plan[i].Live():
			dropped = append(dropped, b.action(b.Plan[i].Action))
			continue
		case b.Plan[i].Status == assessments.StatusDone:
			done++
		}
		live++
	}
	p.Lead = w.N("plan.lead", live, "done", done) + " " + w.T("report.plan.asof", "date", w.Date(b.Now))
	if len(dropped) > 0 {
		p.Dropped = w.T("report.plan.dropped", "actions", strings.Join(dropped, "; "))
	}
	late := plan.Overdue(b.Plan, b.today())
	if len(late) == 0 {
		return
	}
	p.LateTitle = w.N("plan.overdue", len(late))
	for _, item := range late {
		who := item.Owner
		if who != "" {
			who = " · " + who
		}
		p.Late = append(p.Late, b.action(item.Action)+who+" · "+b.lateness(item))
	}
}

// lateness is "Vencía el 3 de marzo, hace 20 días".
func (b *builder) lateness(p assessments.PlanItem) string {
	return b.w.N("plan.late", plan.LateBy(p.Due, b.today()), "date", b.w.ShortDate(p.Due))
}

func (b *builder) planRow(number string, p assessments.PlanItem) PlanRow {
	w := b.w
	r := PlanRow{Number: number, Title: b.action(p.Action), Who: cmp.Or(p.Owner, "–"), Days: cmp.Or(unbroken(Span(w, p)), "–"), Icon: StatusIcon(p.Status), State: w.T("plan.status." + string(p.Status)), Note: p.Note}
	if b.late(p) {
		r.Late, r.Since = w.T("plan.late.mark"), b.lateness(p)
	}
	if p.CostPlanned > 0 {
		r.Money = append(r.Money, w.T("report.plan.planned", "money", w.Euro(p.CostPlanned)))
	}
	if p.CostSpent > 0 {
		r.Money = append(r.Money, w.T("report.plan.spent", "money", w.Euro(p.CostSpent)))
	}
	hurdle := ""
	if p.Status == assessments.StatusStuck {
		hurdle = p.Hurdle
	}
	for _, x := range []struct{ name, text string }{{"hurdle", hurdle}, {"funding", p.Funding}, {"sign", p.Sign}} {
		if x.text != "" {
			r.More = append(r.More, Paragraph{Title: w.T("plan.field." + x.name), Text: x.text})
		}
	}
	return r
}

// unbroken keeps each day of a span on one line.
func unbroken(span string) string {
	const nbsp = "\u00a0"
	return strings.ReplaceAll(strings.ReplaceAll(span, " ", nbsp), "–"+nbsp, "– ")
}

// action is the title of an action, its id where its pack has gone.
func (b *builder) action(id string) string { return cmp.Or(b.actors[id].Title, id) }

func (b *builder) roadmap(numbers map[string]int) Roadmap {
	w, over := b.w, plan.Over(b.Plan, b.Now)
	out := Roadmap{Title: w.T("plan.roadmap"), Text: w.T("report.plan.roadmap"), Months: MonthNames(w, over)}
	slices.SortFunc(over.Bars, func(x, y plan.Bar) int { return numbers[x.Item.ID] - numbers[y.Item.ID] })
	for _, x := range over.Bars {
		text := cmp.Or(Span(w, x.Item), w.T("plan.phase."+string(x.Item.Phase))) + " · "
		if x.Late {
			text += w.T("plan.late.mark")
		} else {
			text += w.T("plan.status." + string(x.Item.Status))
		}
		out.Bars = append(out.Bars, RoadmapBar{Title: strconv.Itoa(numbers[x.Item.ID]) + ". " + b.action(x.Item.Action), Text: text, Bar: TimeBar(over, x)})
	}
	return out
}

func (b *builder) whatIf(p plan.Projection) WhatIf {
	w := b.w
	out := WhatIf{Title: w.T("plan.whatif"), Text: w.T("plan.whatif.text"), Heads: []string{w.T("plan.today")}}
	known := p.Today.Overall.Shown()
	for i := range p.Phases {
		out.Heads = append(out.Heads, w.T("plan.after", "n", i+1))
	}
	row := func(icon, name, dimension string, today scoring.Figure) {
		r := WhatIfRow{Icon: icon, Name: name, Strong: dimension == "", Vials: []Vial{b.vial(today, 0)}}
		for _, s := range p.Spreads(dimension) {
			known = known || s.Shown()
			r.Vials = append(r.Vials, SpreadVial(w, s))
		}
		out.Rows = append(out.Rows, r)
	}
	if b.Pack.Model.Overall != assessments.NoOverall {
		row("", w.T("plan.whatif.all"), "", p.Today.Overall)
	}
	for i, d := range p.Today.Dimensions {
		row(b.Pack.Model.Dimensions[i].Icon, b.mw.Dimensions[d.ID].Name, d.ID, d.Figure)
	}
	if !known {
		return WhatIf{Title: out.Title, None: w.T("report.plan.unknown")}
	}
	if p.Today.Overall.Shown() {
		out.Today = w.T("plan.whatif.today", "text", w.Honest(b.mw, p.Today.Overall))
	}
	return out
}
