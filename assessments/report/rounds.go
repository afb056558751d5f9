package report

import (
	"math/big"
	"strconv"

	"nivel/assessments"
	"nivel/assessments/content"
	"nivel/assessments/figure"
	"nivel/assessments/rounds"
	"nivel/assessments/scoring"
	"nivel/assessments/texts"
)

// Round is one check-up of the firm with the words of its questionnaire.
type Round struct {
	rounds.Round
	Pack *content.Pack
}

// RoundName is what a round is called.
func RoundName(r *Round) string { return "T" + strconv.Itoa(r.Assessment.Round) }

// Comparison is a round beside an earlier one. Far from it that figures stand side by side in
// silence: Why says how far they may be compared, and the table says it of each.
type Comparison struct {
	Section, Title, Lead    string
	Why                     string
	Table                   Table // each figure with the range that missing answers leave
	Coverage                string
	Rose, Fell              Moves
	FinishedTitle           string
	Finished                []Done
	None                    string // said where nothing was finished
	CurvesTitle, CurvesText string
	Curves                  []Curve
}

// Moves are the answers that are worth more, or less, than before, the largest move first.
type Moves struct {
	Title string
	Lines []MoveLine
	More  string // how many more there are, empty for none
	None  string // said where there is none
}

// MoveLine is a question whose answer is worth more, or less, than before: "1,0 → 3,0".
type MoveLine struct{ Question, Change string }

// Done is an action that was finished in between, and when.
type Done struct{ Title, Date string }

// Curve is one figure over all rounds. Alt is the same in words.
type Curve struct {
	Title         string
	Values        []float64 // negative where there is none to show
	Labels, Texts []string
	Alt           string
}

// Options turns c into what the geometry wants, for a picture of that size.
func (c Curve) Options(w, h, scale float64) figure.TrendOptions {
	return figure.TrendOptions{W: w, H: h, Values: c.Values, Labels: c.Labels, Texts: c.Texts, Scale: scale}
}

// mostMoves bounds how many answers are named that rose, and that fell.
const mostMoves = 10

// Compared sets a round beside an earlier one. Of the finished actions, which may be all of the
// firm's, those count that were finished in between; actions are the titles, by id.
func Compared(w *texts.Words, earlier, later *Round, finished []assessments.Finished, actions map[string]assessments.ActionWords) *Comparison {
	c := rounds.Compare(earlier.Round, later.Round, finished)
	out := &Comparison{Why: w.T("rounds.far." + string(c.Far)), Coverage: w.T("rounds.coverage", "before", RoundName(earlier), "earlier", answered(w, c.Overall.Before), "after", RoundName(later), "later", answered(w, c.Overall.After)),
		Table: compared(w, c, earlier, later), FinishedTitle: w.T("rounds.finished"),
		Rose: moves(w, w.T("rounds.rose"), c.Rose, later), Fell: moves(w, w.T("rounds.fell"), c.Fell, later)}
	for _, r := range c.Reasons {
		out.Why += " " + w.T("rounds.reason."+string(r))
	}
	for _, f := range c.Finished {
		title := actions[f.Item.Action].Title
		if title == "" {
			title = f.Item.Action
		}
		out.Finished = append(out.Finished, Done{title, w.Date(f.At)})
	}
	if len(out.Finished) == 0 {
		out.None = w.T("rounds.finished.none")
	}
	return out
}

// compared are the figures before and after, with the change where there may be one.
func compared(w *texts.Words, c *rounds.Comparison, earlier, later *Round) Table {
	t := Table{Head: []string{w.T("table.area"), RoundName(earlier), RoundName(later), w.T("rounds.change"), w.T("rounds.comparable")},
		Numeric: []bool{false, true, true, true, false}}
	row := func(title string, p *rounds.Pair) {
		t.Rows = append(t.Rows, []string{title, shown(w, p.Before), shown(w, p.After), change(w, p), w.T("rounds.short." + string(p.Far))})
	}
	if later.Model.Overall != assessments.NoOverall {
		row(w.T("rounds.firm"), &c.Overall)
	}
	for i := range c.Dimensions {
		p := &c.Dimensions[i]
		title := later.Pack.Words[w.Language].Dimensions[p.Dimension].Name
		if title == "" {
			title = earlier.Pack.Words[w.Language].Dimensions[p.Dimension].Name
		}
		row(title, p)
	}
	return t
}

// shown is a figure with the range that missing answers leave open.
func shown(w *texts.Words, f *scoring.Figure) string {
	switch {
	case f == nil || !f.Shown():
		return "–"
	case f.Open():
		return w.Score(f.Value) + " (" + w.T("format.range", "low", w.Score(f.Low), "high", w.Score(f.High)) + ")"
	}
	return w.Score(f.Value)
}

// answered is how many of the questions have an answer.
func answered(w *texts.Words, f *scoring.Figure) string {
	if f == nil {
		return "–"
	}
	return w.T("report.of", "n", f.Answered, "total", f.Applicable)
}

// change is that between the printed values, so that before and change add up to after.
func change(w *texts.Words, p *rounds.Pair) string {
	if p.Change() == nil {
		return "–"
	}
	by := scoring.Tenths(p.After.Value) - scoring.Tenths(p.Before.Value)
	switch {
	case by == 0:
		return "0"
	case by < 0:
		return "−" + w.Score(big.NewRat(int64(-by), 10))
	}
	return "+" + w.Score(big.NewRat(int64(by), 10))
}

func moves(w *texts.Words, title string, all []rounds.Move, later *Round) Moves {
	out := Moves{Title: title}
	words := later.Pack.Words[w.Language].Questions
	top := big.NewRat(assessments.Top, 1)
	for _, m := range first(all, mostMoves) {
		out.Lines = append(out.Lines, MoveLine{words[m.Question].Text, w.Score(new(big.Rat).Mul(m.Before, top)) + " → " + w.Score(new(big.Rat).Mul(m.After, top))})
	}
	if n := len(all) - mostMoves; n > 0 {
		out.More = w.N("rounds.more", n)
	}
	if len(all) == 0 {
		out.None = w.T("rounds.nothing")
	}
	return out
}

// Curves are the firm and each area over all rounds, the last of which is the yardstick.
func Curves(w *texts.Words, all []Round) []Curve {
	if len(all) == 0 {
		return nil
	}
	last := &all[len(all)-1]
	var plain []rounds.Round
	for i := range all {
		plain = append(plain, all[i].Round)
	}
	var out []Curve
	for _, line := range rounds.Line(plain) {
		c := Curve{Title: last.Pack.Words[w.Language].Dimensions[line.Dimension].Name}
		if line.Dimension == "" {
			if c.Title = w.T("rounds.firm"); last.Model.Overall == assessments.NoOverall {
				continue
			}
		}
		c.Alt = c.Title
		for i, p := range line.Points {
			c.Values, c.Labels, c.Texts = append(c.Values, scoring.Float(p.Value)), append(c.Labels, RoundName(&all[i])), append(c.Texts, w.Score(p.Value))
			c.Alt += " " + c.Labels[i] + ": " + c.Texts[i]
		}
		out = append(out, c)
	}
	return out
}

// comparison is nil where there is no earlier round of the questionnaire.
func (b *builder) comparison() *Comparison {
	all := b.history()
	if len(all) < 2 {
		return nil
	}
	w := b.w
	earlier, later := &all[len(all)-2], &all[len(all)-1]
	c := Compared(w, earlier, later, b.Finished, b.actors)
	c.Section, c.Title = w.T("report.rounds.section"), w.T("report.rounds.title")
	c.Lead = w.T("report.rounds.lead", "before", RoundName(earlier), "begun", w.Date(earlier.Assessment.StartedAt), "after", RoundName(later))
	c.CurvesTitle, c.CurvesText, c.Curves = w.T("rounds.lines"), w.T("rounds.lines.text", "name", RoundName(later)), Curves(w, all)
	return c
}

// history are the rounds of the report's questionnaire, in their order; the last is the report's own.
func (b *builder) history() []Round {
	var out []Round
	for _, r := range b.Rounds {
		if r.Model.ID == b.Pack.Model.ID {
			out = append(out, r)
		}
	}
	return out
}

// earlierName is what the round before is called; there is one.
func (b *builder) earlierName() string {
	all := b.history()
	return RoundName(&all[len(all)-2])
}

// before is where each figure stood in the round before, as far as the same was asked then.
func (b *builder) before() map[string]*scoring.Figure {
	all := b.history()
	if len(all) < 2 {
		return nil
	}
	return rounds.Before(all[len(all)-2].Round, all[len(all)-1].Round)
}
