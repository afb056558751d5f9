package report

import (
	"strconv"
	"strings"

	"nivel/assessments"
	"nivel/assessments/scoring"
)

func (b *builder) cover() *Cover {
	w := b.w
	f := b.result.Overall
	c := &Cover{
		Section: w.T("report.cover.section"), Kicker: w.T("report.kicker"), Firm: b.firm(), Facts: b.facts(),
		Bar: b.ago("", f, 0), Of: w.T("figure.of"), LevelName: w.Standing(b.mw, f), Level: -1,
		Honest:     w.Honest(b.mw, f) + " " + w.T("figure.answered", "coverage", w.Coverage(f.Counts)),
		AreasTitle: w.T("report.areas.title"), Areas: b.lines(), Legend: b.legend(),
		StepsTitle: w.T("steps.title"), Steps: b.coverSteps(), Privacy: b.privacy(),
	}
	for _, l := range b.mw.Levels {
		c.LevelNames = append(c.LevelNames, l.Name)
	}
	c.Headline, c.Life = b.headline(f)
	if f.Shown() {
		c.Bar.Target = float64(scoring.Suggested(f))
		c.Level = f.Level()
		if !f.Certain() {
			c.Level = -1
		}
	}
	if len(c.Steps) == 0 {
		c.NoSteps = b.noSteps()
	}
	return c
}

// headline says the level in one sentence and what life there looks like; both levels where the
// range leaves it open.
func (b *builder) headline(f scoring.Figure) (headline, life string) {
	w := b.w
	if !f.Shown() {
		return w.T("report.headline.none"), w.T("report.headline.none.text")
	}
	low, high := f.Levels()
	if low == high {
		return w.T("report.headline", "level", low, "name", b.mw.Levels[low].Name), b.mw.Levels[low].Life
	}
	nearest := f.Level()
	return w.T("report.headline.open", "low", w.Score(f.Low), "high", w.Score(f.High), "lowname", b.mw.Levels[low].Name, "highname", b.mw.Levels[high].Name),
		w.T("report.headline.nearest", "value", w.Score(f.Value), "life", b.mw.Levels[nearest].Life)
}

func (b *builder) facts() []string {
	w, c := b.w, &b.Company
	var parts []string
	if c.Place != "" {
		parts = append(parts, c.Place+".")
	}
	if c.People > 0 {
		parts = append(parts, w.N("profile.people.count", c.People)+".")
	}
	if c.NACE != "" {
		parts = append(parts, w.Trade(c.NACE)+".")
	}
	out := []string{}
	if len(parts) > 0 {
		out = append(out, strings.Join(parts, " "))
	}
	second := w.Date(b.Day) + "."
	if c.Contact != "" {
		second += " " + w.T("report.answered.by", "name", c.Contact)
	}
	return append(out, second)
}

func (b *builder) coverSteps() []CoverStep {
	var out []CoverStep
	for i, o := range b.advice.Next {
		words := b.actors[o.Action.ID]
		out = append(out, CoverStep{Number: strconv.Itoa(i + 1), Title: words.Title, FirstLabel: b.w.T("steps.first.short"), First: words.First,
			Note: b.days(o.Action.Effort[b.size()]) + " · " + b.w.T("cost."+strconv.Itoa(o.Action.Cost[b.size()])) + " · " + b.w.T("estimate.mark")})
	}
	return out
}

func (b *builder) noSteps() string {
	if !b.result.Overall.Shown() {
		return b.w.T("steps.none.early")
	}
	return b.w.T("steps.none")
}

// privacy is true for this assessment's history: it was made from this computer's own data, or
// from the sample.
func (b *builder) privacy() string {
	if b.Company.Sample {
		return b.w.T("report.privacy.sample")
	}
	return b.w.T("report.privacy")
}

func (b *builder) profile() *Profile {
	w := b.w
	p := &Profile{
		Section: w.T("report.profile.section"), Title: w.T("report.profile.title"), Lines: b.lines(), Legend: b.legend(),
		CoverageTitle:  w.T("report.coverage.title", "answered", b.result.Overall.Answered, "total", b.result.Overall.Applicable),
		CoverageLegend: w.T("report.coverage.legend"),
	}
	p.Axes = axes(p.Lines)
	p.Table = b.table(p.Lines)
	var alt []string
	for _, l := range p.Lines {
		alt = append(alt, l.Short+": "+l.Vial.Alt)
	}
	p.RadarAlt = strings.Join(alt, " ")
	p.Weakest.Title = w.T("weakest.title")
	p.Weakest.Text, p.WeakestNote = b.weakest()
	for i, d := range b.result.Dimensions {
		row := CoverageRow{Name: p.Lines[i].Short, Text: strconv.Itoa(d.Answered) + "/" + strconv.Itoa(d.Applicable)}
		for _, q := range d.Questions {
			row.Boxes = append(row.Boxes, box(q))
		}
		p.Coverage = append(p.Coverage, row)
	}
	if b.result.Index != nil {
		p.Index = b.index()
	}
	return p
}

func box(q scoring.Question) Box {
	switch {
	case q.Standing == assessments.NotApplicable:
		return BoxNone
	case q.Standing == assessments.DontKnow:
		return BoxUnknown
	case q.Worth != nil && !q.Partial:
		return BoxFull
	}
	return BoxEmpty
}

func (b *builder) table(lines []Line) Table {
	w := b.w
	t := Table{Head: []string{w.T("table.area"), w.T("legend.today"), w.T("legend.target"), w.T("legend.range"), w.T("table.answered")},
		Numeric: []bool{false, true, true, true, true}}
	for i, l := range lines {
		target := "–"
		if l.Vial.Target >= 0 {
			target = strconv.Itoa(b.result.Dimensions[i].Target)
		}
		span := l.Vial.RangeText
		if span == "" {
			span = "–"
		}
		t.Rows = append(t.Rows, []string{l.Name, l.Vial.Text, target, span, l.Coverage})
	}
	return t
}

// weakest says which dimension holds the firm back, with the lowest answer behind it.
func (b *builder) weakest() (text, note string) {
	if b.result.Weakest < 0 {
		return b.w.T("weakest.none"), ""
	}
	d := &b.result.Dimensions[b.result.Weakest]
	text = b.w.T("weakest.text", "area", b.mw.Dimensions[d.ID].Name, "value", b.w.Score(d.Value)) + " " + b.mw.Dimensions[d.ID].Levels[d.Level()]
	if d.Missing() > 0 {
		note = b.w.Honest(b.mw, d.Figure)
	}
	return text, note
}
