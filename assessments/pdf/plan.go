package pdf

import (
	"nivel/assessments/figure"
	"nivel/assessments/report"
)

// The columns of the plan.
const (
	planTextX  = 24.5
	planTextW  = 63.0
	planWhoX   = 90.5
	planWhoW   = 25.5
	planWhenX  = 118.0
	planWhenW  = 26.0
	planStateX = 146.0
	planStateW = 23.5
	planMoneyX = 172.0
)

// plan is what the firm has decided: what is late, the phases, the roadmap, where it would lead.
func (w *writer) plan(p *report.Plan) {
	w.begin(p.Section, p.Title)
	w.bookmark(w.section, 0)
	w.title(p.Title, p.Lead)
	w.onFewPages(func() { w.planBody(p) })
}

func (w *writer) planBody(p *report.Plan) {
	w.planLate(p)
	for i := range p.Phases {
		w.planPhase(p, &p.Phases[i])
	}
	if p.Dropped != "" {
		w.note(stSmall.in(figure.Ink2), p.Dropped)
		w.y += 4
	}
	w.roadmap(&p.Roadmap)
	w.whatIf(&p.WhatIf)
}

// planLate is the box of what is late.
func (w *writer) planLate(p *report.Plan) {
	if len(p.Late) == 0 {
		return
	}
	const inset = 3.6
	atoms := w.withIcon("alert", 4.6, content-2*inset, figure.Err, span{p.LateTitle, stText.bold()})
	for _, line := range p.Late {
		atoms = append(atoms, w.bullet(line, content-2*inset)...)
	}
	c := cell{left + inset, atoms}
	h := c.height() + 2*inset
	w.need(kept(h))
	if w.fits(h) {
		w.box(left, w.y, content, h, 3, pen{stroke: figure.Err, width: 0.4})
	}
	w.place(inset, inset, c)
	w.y += w.easy(5, 3)
}

func (w *writer) planPhase(p *report.Plan, phase *report.PlanPhase) {
	head := func() {
		w.headLine(headed{left, planWhoX - left - 3, p.HeadAction}, headed{planWhoX, planWhoW, p.HeadWho}, headed{planWhenX, planWhenW, p.HeadWhen},
			headed{planStateX, planStateW, p.HeadState}, headed{planMoneyX, right - planMoneyX, p.HeadMoney})
	}
	var rows [][]cell
	for i := range phase.Rows {
		rows = append(rows, w.planRow(&phase.Rows[i])...)
	}
	var totals []atom
	for _, t := range phase.Totals {
		totals = append(totals, w.flow(content, span{t, stSmall.in(figure.Ink2)})...)
	}
	with := cell{0, totals}.height() + 1.4 + stText.height()
	if len(rows) > 0 {
		with += headH + kept(tallest(rows[0])+2*w.planPad())
	}
	title := phase.Title
	if phase.Days != "" {
		title += " · " + phase.Days
	}
	w.heading(title, with)
	w.place(0, 1.4, cell{left, totals})
	if len(rows) == 0 {
		w.note(stText.in(figure.Ink2), phase.None)
	} else {
		w.ruled(ruling{left, content, w.planPad(), headH}, head, rows)
		w.rule(left, w.y, content, 0.25, figure.Hair)
	}
	w.y += w.easy(6, 3.5)
}

func (w *writer) planPad() float64 { return w.easy(2.1, 1.2) }

// planRow is one action; what was written about it stands below over the whole width. Where the
// columns are so high that they may be divided, it is a row of its own.
func (w *writer) planRow(r *report.PlanRow) [][]cell {
	number := atom{stText.height(), func(x, y float64) {
		w.label(x, y+stText.height()/2, planTextX-left-1, figure.Left, r.Number, stText.in(figure.Ink2))
	}}
	state := w.withIcon(r.Icon, 3.8, planStateW, figure.Ink2, span{r.State, stSmall})
	if r.Late != "" {
		state = append(state, w.withIcon("alert", 3.8, planStateW, figure.Err, span{r.Late, stSmall.bold()})...)
	}
	var money []atom
	for _, m := range r.Money {
		money = append(money, w.flow(right-planMoneyX, span{m, stSmall})...)
	}
	when := w.flow(planWhenW, span{r.Days, stSmall})
	when = append(when, w.flow(planWhenW, span{r.Since, stFoot.in(figure.Err)})...)
	cells := []cell{{left, []atom{number}}, {planTextX, w.flow(planTextW, span{r.Title, stText.bold()})}, {planWhoX, w.flow(planWhoW, span{r.Who, stSmall})},
		{planWhenX, when}, {planStateX, state}, {planMoneyX, money}}
	const wide = right - planTextX
	var more []atom
	for _, p := range r.More {
		more = append(more, w.flow(wide, span{closed(p.Title, ":"), stSmall.bold()}, span{" ", stSmall}, span{p.Text, stSmall})...)
	}
	if r.Note != "" {
		more = append(more, w.withIcon("note", 3.8, wide, figure.Ink2, span{r.Note, stSmall.italic().in(figure.Ink2)})...)
	}
	h := tallest(cells)
	switch {
	case len(more) == 0:
		return [][]cell{cells}
	case h > begun-6 && h+(cell{0, more}).height() > divided:
		return [][]cell{cells, {{planTextX, more}}}
	}
	return [][]cell{append(cells, cell{planTextX, append([]atom{gap(h + 0.8)}, more...)})}
}

// The columns of the roadmap.
const (
	roadTextW = 64.0
	roadX     = left + roadTextW + 4
	roadW     = right - roadX
)

// roadmap is a bar of time for each action below the months, which stand again on further pages.
func (w *writer) roadmap(r *report.Roadmap) {
	if len(r.Bars) == 0 {
		return
	}
	const monthsH = 6.4
	head := func() {
		w.draw(figure.Months(figure.RoadmapMonths{W: roadW / dp, H: monthsH / dp, Names: r.Months, Scale: 1}), roadX, w.y)
		w.y += monthsH
	}
	rows := make([][]cell, len(r.Bars))
	for i, b := range r.Bars {
		text := append(w.flow(roadTextW, span{b.Title, stSmall.bold()}), w.flow(roadTextW, span{b.Text, stFoot})...)
		h := cell{0, text}.height() + 2*roadPad
		bar := atom{h - 2*roadPad, func(x, y float64) {
			o := b.Bar
			o.W, o.H = roadW/dp, h/dp
			w.draw(figure.TimeBar(o), x, y-roadPad) // of the whole row, so that today is one line
		}}
		rows[i] = []cell{{left, text}, {roadX, []atom{bar}}}
	}
	text := w.flow(content, span{r.Text, stSmall.in(figure.Ink2)})
	w.heading(r.Title, cell{0, text}.height()+2+monthsH+kept(tallest(rows[0])+2*roadPad))
	w.place(0, 2, cell{left, text})
	w.ruled(ruling{left, roadTextW, roadPad, monthsH}, head, rows)
	w.y += w.easy(7, 4)
}

const roadPad = 1.1

// The columns of where a plan would lead.
const (
	whatIfX     = 62.0
	whatIfTubeH = 4.4
)

// whatIf sets today's tubes beside those that each phase would lead to.
func (w *writer) whatIf(x *report.WhatIf) {
	const rowH, pad = 7.9, 0.7
	text := w.flow(content, span{x.Text, stSmall.in(figure.Ink2)})
	if x.None != "" {
		w.heading(x.Title, stText.height())
		w.note(stText.in(figure.Ink2), x.None)
		return
	}
	w.heading(x.Title, cell{0, text}.height()+2+headH+rowH+2*pad)
	w.place(0, 2, cell{left, text})
	pitch := (right - whatIfX) / float64(max(1, len(x.Heads)))
	rows := make([][]cell, len(x.Rows))
	for i := range x.Rows {
		rows[i] = w.whatIfRow(&x.Rows[i], pitch, rowH)
	}
	w.ruled(ruling{left, content, pad, headH}, func() {
		heads := make([]headed, 0, len(x.Heads))
		for i, text := range x.Heads {
			heads = append(heads, headed{whatIfX + float64(i)*pitch, pitch - 2, text})
		}
		w.headLine(heads...)
	}, rows)
	w.y += 2
	w.note(stSmall.in(figure.Ink2), x.Today)
}

func (w *writer) whatIfRow(r *report.WhatIfRow, pitch, rowH float64) []cell {
	st, x := stText, left
	if r.Strong {
		st = st.bold()
	}
	if r.Icon != "" {
		x += 6.8
	}
	name := w.flow(whatIfX-x-2, span{r.Name, st})
	if len(name) > 0 && r.Icon != "" {
		first := name[0]
		name[0].draw = func(x, y float64) {
			w.icon(r.Icon, left, y+0.2, 4.6, figure.Ink2)
			first.draw(x, y)
		}
	}
	cells := []cell{{x, name}}
	const numberW = 12.6
	for i, v := range r.Vials {
		cells = append(cells, cell{whatIfX + float64(i)*pitch, []atom{{rowH, func(x, y float64) {
			tube := pitch - numberW - 3
			w.vial(v, x, y+0.5, tube, whatIfTubeH)
			w.label(x+tube+1.4, y+0.5+whatIfTubeH/2, numberW, figure.Left, v.Text, stSmall.bold())
			w.label(x+tube+1.4, y+0.5+whatIfTubeH+1.4, numberW, figure.Left, v.RangeText, stFoot)
		}}}})
	}
	return cells
}
