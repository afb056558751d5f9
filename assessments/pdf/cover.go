package pdf

import (
	"math"

	"nivel/assessments/figure"
	"nivel/assessments/report"
)

const (
	coverBarH  = 37.0
	coverColW  = 85.0
	coverStepX = 110.6
	coverLeast = 74.0 // height that areas and steps need
)

// cover is the first page. It never runs on to a second one: gaps close, and what a person has
// written without end is cut.
func (w *writer) cover(c *report.Cover) {
	w.repeat, w.onBreak = nil, nil
	w.newPage("")
	w.y = 4
	w.bookmark(closedSection(c), 0)
	w.coverBrand()

	firm := w.firmName(c.Firm)
	facts := w.coverFacts(c.Facts)
	headline := w.fonts.clip(w.fonts.wrap(content, span{c.Headline, stHeading}), 2, content)
	life := w.fonts.clip(w.fonts.wrap(content, join(c.Life, c.Honest)...), 7, content)
	privacy := w.fonts.clip(w.fonts.wrap(content-17, span{c.Privacy, stSmall}), 4, content-17)
	privacyH := 0.0
	if len(privacy) > 0 {
		privacyH = heightOf(privacy) + 5.2
	}
	bottom := 277.8 - privacyH
	fixed := stText.height() + heightOf(firm) + heightOf(facts) + coverBarH + heightOf(headline) + heightOf(life) + coverLeast
	ease := math.Min(1, math.Max(0, (bottom-30-fixed-2)/42)) // how far the gaps can open

	y := 30 + 14.8*ease
	w.label(left, y+stText.height()/2, content, figure.Left, c.Kicker, stText.in(figure.Ink2))
	y += stText.height()
	y += w.lines(left, y, firm) + 0.6
	y += w.lines(left, y, facts) + 1 + 7.6*ease
	w.levelBar(left, y, content, coverBarH, c)
	y += coverBarH + 1 + 5.6*ease
	y += w.lines(left, y, headline) + 0.8
	y += w.lines(left, y, life) + 1.4 + 7.2*ease

	w.coverAreas(c, y, bottom-2-y)
	w.coverSteps(c, y, bottom-2-y)
	if privacyH > 0 {
		w.box(left, bottom, content, privacyH, 2.5, pen{stroke: figure.Hair, width: 0.3})
		w.icon("lock", left+3.6, bottom+(privacyH-4.4)/2, 4.4, figure.Ink)
		w.lines(left+10.6, bottom+2.6, privacy)
	}
}

func closedSection(c *report.Cover) string {
	if oneLine(c.Section) != "" {
		return c.Section
	}
	return c.Firm
}

// join makes one paragraph of two texts.
func join(life, honest string) []span {
	spans := []span{{life, stLead}}
	if honest != "" {
		spans = append(spans, span{" ", stLead}, span{honest, stLead})
	}
	return spans
}

func (w *writer) coverBrand() {
	const mid = 20.9
	w.logo(left, mid-4.3, 8.6)
	w.label(left+11.7, mid, 60, figure.Left, w.r.Brand, style{semibold, 16, 20, figure.Ink})
	if w.r.Sample != "" {
		w.chip(right, mid, 6, w.r.Sample)
	}
}

// firmName sets the name as large as it fits: on one line first, then on up to three.
func (w *writer) firmName(name string) []line {
	name = oneLine(name)
	for size := stFirm.size; size >= 20; size -= 2 {
		st := stFirm.scaled(size / stFirm.size)
		if lines := w.fonts.wrap(content, span{name, st}); len(lines) <= 1 {
			return lines
		}
	}
	for _, size := range [2]float64{24, 20} {
		st := stFirm.scaled(size / stFirm.size)
		if lines := w.fonts.wrap(content, span{name, st}); len(lines) <= 2 {
			return lines
		}
	}
	st := stFirm.scaled(20 / stFirm.size)
	if len(w.fonts.wrap(content, span{name, st})) > 3 {
		st = stFirm.scaled(17 / stFirm.size)
	}
	return w.fonts.clip(w.fonts.wrap(content, span{name, st}), 3, content)
}

func (w *writer) coverFacts(facts []string) []line {
	var out []line
	for i, f := range facts {
		st := stLead
		if i > 0 {
			st = st.in(figure.Ink2)
		}
		out = append(out, w.fonts.clip(w.fonts.wrap(content, span{oneLine(f), st}), 2, content)...)
	}
	return out[:min(len(out), 5)]
}

// coverHead is the heading of one of the two columns; it returns its height.
func (w *writer) coverHead(x, y, wide float64, icon, text string) float64 {
	if text == "" {
		return 0
	}
	indent := 0.0
	if icon != "" {
		w.icon(icon, x, y+0.6, 5, figure.Pencil)
		indent = 7.2
	}
	w.label(x+indent, y+stHeading.height()/2, wide-indent, figure.Left, text, stHeading)
	w.rule(x, y+stHeading.height()+1.6, wide, 0.35, figure.Ink)
	return stHeading.height() + 3
}

func (w *writer) coverAreas(c *report.Cover, y, room float64) {
	end := y + room
	y += w.coverHead(left, y, coverColW, "", c.AreasTitle)
	legend := 0.0
	if c.Legend != (report.Legend{}) {
		legend = w.legendHeight(c.Legend, coverColW) + 0.6
	}
	if len(c.Areas) > 0 {
		pitch := math.Min(11.6, (end-legend-y)/float64(len(c.Areas)))
		for _, a := range c.Areas {
			w.coverArea(a, y, pitch)
			y += pitch
		}
	}
	if legend > 0 {
		w.legend(c.Legend, left, math.Min(y+0.6, end-legend+0.6), coverColW)
	}
}

func (w *writer) coverArea(a report.Line, y, pitch float64) {
	mid := y + pitch*0.45
	w.icon(a.Icon, left, mid-2.3, 4.6, figure.Ink2)
	v := a.Vial
	wordy := pitch > 8.4
	name := mid
	if wordy && a.Coverage != "" {
		name = mid - 1.5
		w.label(24.3, mid+2.4, 17.2, figure.Left, a.Coverage, stFoot)
	}
	w.label(24.3, name, 17.2, figure.Left, a.Short, stText)
	w.vial(v, 42.4, mid-2.4, 40.4, 4.8)
	value := mid
	if wordy && v.RangeText != "" {
		value = mid - 1.5
		w.label(85.6, mid+2.6, 16.9, figure.Right, v.RangeText, stFoot)
	}
	w.label(85.6, value, 8, figure.Right, v.Text, stText.bold())
	if v.Target >= 0 {
		w.label(94.6, value, 7.9, figure.Right, v.TargetText, stText.in(figure.Ink2))
	}
}

func (w *writer) coverSteps(c *report.Cover, y, room float64) {
	wide := right - coverStepX
	end := y + room
	y += w.coverHead(coverStepX, y, wide, "step", c.StepsTitle) + 1
	if len(c.Steps) == 0 {
		lines := w.fonts.wrap(wide, span{c.NoSteps, stText})
		w.lines(coverStepX, y+0.6, w.fonts.clip(lines, int((end-y)/stText.height()), wide))
		return
	}
	each := (end - y) / float64(len(c.Steps))
	spare := 0.0 // what a short step leaves to the next ones
	for _, s := range c.Steps {
		lines, h := w.coverStep(s, wide-10.2, each+spare-1.2)
		w.badge(coverStepX, y+0.3, 6.8, s.Number)
		w.lines(coverStepX+10.2, y, lines)
		spare += each - h - 3.4
		y += h + 3.4
	}
}

// coverStep sets one step in the height it has: the longest part gives way first.
func (w *writer) coverStep(s report.CoverStep, wide, room float64) ([]line, float64) {
	title := style{semibold, 11, 15, figure.Ink}
	first := []span{{closed(s.FirstLabel, ":"), stText.bold()}, {" ", stText}, {oneLine(s.First), stText}}
	if s.FirstLabel == "" {
		first = first[2:]
	}
	var lines []line
	for limit := 4; limit >= 1; limit-- {
		lines = lines[:0]
		lines = append(lines, w.fonts.clip(w.fonts.wrap(wide, span{oneLine(s.Title), title}), min(limit, 2), wide)...)
		if s.First != "" {
			lines = append(lines, w.fonts.clip(w.fonts.wrap(wide, first...), limit, wide)...)
		}
		lines = append(lines, w.fonts.clip(w.fonts.wrap(wide, span{oneLine(s.Note), stSmall.in(figure.Ink2)}), min(limit, 2), wide)...)
		if heightOf(lines) <= room {
			break
		}
	}
	return lines, heightOf(lines)
}
