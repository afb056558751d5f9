package texts

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"

	"nivel/assessments"
	"nivel/assessments/scoring"
)

// Answer says in a few words what was answered to a question of the model.
func (w *Words) Answer(q *assessments.Question, words assessments.QuestionWords, v assessments.Value) string {
	switch v.Standing {
	case assessments.NotApplicable:
		return w.T("answer.na")
	case assessments.DontKnow:
		return w.T("answer.unknown")
	case assessments.Unanswered:
		return w.T("answer.none")
	}
	switch q.Kind {
	case assessments.Ladder:
		if v.Level < len(words.Levels) {
			return words.Levels[v.Level].Title
		}
	case assessments.Partly:
		return w.T("answer.partly." + strconv.Itoa(v.Level))
	case assessments.Number:
		return w.Number(v) + "\u00a0" + words.Unit
	case assessments.YesNo:
		if v.Yes {
			return w.T("answer.yes")
		}
		return w.T("answer.no")
	case assessments.Checklist:
		if chosen := chosenOnly(q, v); len(chosen) > 0 {
			return w.T("answer.chosen", "n", len(chosen), "total", optionCount(q))
		}
		for _, o := range q.Options {
			if v.Has(o.ID) {
				return words.Options[o.ID].Title
			}
		}
	case assessments.Grid, assessments.Plans:
		return w.rows(q, v)
	}
	return ""
}

// rows counts what is in use, done or planned.
func (w *Words) rows(q *assessments.Question, v assessments.Value) string {
	used, already, planned := 0, 0, 0
	for _, r := range q.Rows {
		row := v.Rows[r.ID]
		already += (row.Level & 2) / 2
		planned += row.Level & 1
		if row.Standing == assessments.Given && row.Level < q.Steps() && q.Values[row.Level].Cmp(inUse) >= 0 {
			used++
		}
	}
	switch {
	case q.Kind == assessments.Plans:
		return w.T("answer.plans", "already", already, "planned", planned, "total", len(q.Rows))
	case q.Steps() != assessments.Top+1:
		return w.T("answer.rows.done", "n", used, "total", len(q.Rows))
	}
	return w.T("answer.rows", "n", used, "total", len(q.Rows))
}

// inUse is what a stage must be worth to be called in use: four fifths, the fifth of six stages.
var inUse = big.NewRat(4, 5)

// Number prints the number of an answer with the language's decimal sign.
func (w *Words) Number(v assessments.Value) string {
	r := v.Rat()
	if r == nil {
		return ""
	}
	return strings.Replace(assessments.Plain(r), ".", w.T("format.decimal"), 1)
}

// AnswerLines lists the rows of a grid and the options of a checklist, one a line; nil for others.
func (w *Words) AnswerLines(q *assessments.Question, words assessments.QuestionWords, v assessments.Value) []string {
	if v.Standing != assessments.Given {
		return nil
	}
	var out []string
	switch q.Kind {
	case assessments.Checklist:
		for _, id := range chosenOnly(q, v) {
			out = append(out, words.Options[id].Title)
		}
	case assessments.Grid, assessments.Plans:
		for _, r := range q.Rows {
			out = append(out, fmt.Sprintf("%s: %s", words.Rows[r.ID].Title, w.Row(q, words, v.Rows[r.ID])))
		}
	}
	return out
}

// Row says what was answered to one row of a grid.
func (w *Words) Row(q *assessments.Question, words assessments.QuestionWords, row assessments.Value) string {
	switch row.Standing {
	case assessments.NotApplicable:
		return strings.ToLower(w.T("answer.na"))
	case assessments.DontKnow:
		return strings.ToLower(w.T("answer.unknown"))
	case assessments.Unanswered:
		return strings.ToLower(w.T("answer.none"))
	}
	if q.Kind == assessments.Plans {
		return strings.ToLower(w.T("answer.plan." + strconv.Itoa(row.Level)))
	}
	if row.Level >= len(words.Stages) {
		return ""
	}
	return fmt.Sprintf("%d, %s", row.Level, strings.ToLower(words.Stages[row.Level]))
}

func chosenOnly(q *assessments.Question, v assessments.Value) []string {
	var out []string
	for _, o := range q.Options {
		if !o.Exclusive && v.Has(o.ID) {
			out = append(out, o.ID)
		}
	}
	return out
}

func optionCount(q *assessments.Question) int {
	n := 0
	for _, o := range q.Options {
		if !o.Exclusive {
			n++
		}
	}
	return n
}

// Level is "2 · Ordenado" for a level of the model.
func (w *Words) Level(words assessments.ModelWords, level int) string {
	if level < 0 || level >= len(words.Levels) {
		return "–"
	}
	return fmt.Sprintf("%d · %s", level, words.Levels[level].Name)
}

// Standing names the level of a figure, or says what is missing: one name where both ends of the
// range round to the same level, both where not, no number under half of the answers.
func (w *Words) Standing(words assessments.ModelWords, f scoring.Figure) string {
	switch {
	case !f.Ranged():
		return w.T("figure.nothing")
	case !f.Shown():
		return w.N("figure.needed", f.Needed())
	case f.Certain():
		low, _ := f.Levels()
		return w.Level(words, low)
	}
	low, high := f.Levels()
	return w.T("figure.either", "low", words.Levels[low].Name, "high", words.Levels[high].Name)
}

// Honest says in one or two sentences how far a figure can be trusted: what is missing, and
// between which values the real one lies.
func (w *Words) Honest(words assessments.ModelWords, f scoring.Figure) string {
	switch {
	case !f.Ranged():
		return w.T("figure.nothing")
	case f.Missing() == 0 && f.Value != nil && !f.Open():
		return w.T("figure.complete", "n", f.Answered)
	case !f.Shown():
		return w.N("figure.needed", f.Needed())
	}
	low, high := f.Levels()
	lead := w.N("figure.missing", f.Missing(), "low", w.Score(f.Low), "high", w.Score(f.High))
	if f.Missing() == 0 {
		lead = w.T("figure.rows", "low", w.Score(f.Low), "high", w.Score(f.High))
	}
	if low == high {
		return lead + " " + w.T("figure.same", "name", words.Levels[low].Name)
	}
	if high-low > 1 {
		return lead + " " + w.T("figure.across", "low", words.Levels[low].Name, "high", words.Levels[high].Name)
	}
	return lead + " " + w.T("figure.between", "low", words.Levels[low].Name, "high", words.Levels[high].Name)
}

// Coverage is "46 de 51 preguntas (90 %)".
func (w *Words) Coverage(c scoring.Counts) string {
	return w.N("figure.coverage", c.Applicable, "answered", c.Answered, "percent", w.Percent(c.Answered, c.Applicable))
}

// Relevance is how much a question matters, as a word.
func (w *Words) Relevance(r assessments.Relevance) string {
	if r == assessments.RelevanceUnset {
		r = assessments.RelevanceSome
	}
	return w.T("relevance." + r.String())
}

// Trade is the name of a code of the official list of trades, by its division; the code itself
// where that has none.
func (w *Words) Trade(nace string) string {
	division, _, _ := strings.Cut(nace, ".")
	if w.Has("nace." + division) {
		return w.T("nace." + division)
	}
	return nace
}
