package pdf

import (
	"math"

	"nivel/assessments/figure"
	"nivel/assessments/report"
)

// The columns of the list of answers.
const (
	annexQuestionX = 24.9
	annexQuestionW = 70.0
	annexAnswerX   = 97.0
	annexAnswerW   = 53.0
	annexLevelX    = 152.4
	annexPitch     = 3.42
	annexLevelEnd  = 178.6
	annexMattersX  = 180.4
	annexPad       = 1.55
)

// annex is every answer, in dense rows.
func (w *writer) annex(a *report.Annex) {
	w.begin(a.Section, a.Title)
	w.bookmark(w.section, 0)
	w.title(a.Title, "")
	head := func() {
		st := stSmall.bold()
		mid := w.y + 2.2
		w.label(left, mid, annexQuestionX-left-1, figure.Left, a.HeadNumber, st)
		w.label(annexQuestionX, mid, annexQuestionW, figure.Left, a.HeadQuestion, st)
		w.label(annexAnswerX, mid, annexAnswerW, figure.Left, a.HeadAnswer, st)
		w.label(annexLevelX, mid, annexLevelEnd-annexLevelX, figure.Left, a.HeadLevel, st)
		w.label(annexMattersX, mid, right-annexMattersX, figure.Left, a.HeadRelevance, st)
		w.y += 5.6
		w.rule(left, w.y, content, 0.4, figure.Ink)
	}
	w.y -= 1
	head()
	w.repeat = head
	for i := range a.Groups {
		w.annexGroup(&a.Groups[i])
	}
	w.repeat = nil
	if a.Legend != "" {
		w.place(2, 0, cell{left, w.flow(content, span{a.Legend, stFoot})})
	}
}

const annexGroupH = 9.2

func (w *writer) annexGroup(g *report.AnnexGroup) {
	need := annexGroupH
	if len(g.Rows) > 0 {
		need += kept(tallest(w.annexRow(&g.Rows[0])) + 2*annexPad)
	}
	w.need(need)
	w.box(left, w.y+1.2, content, 7, 1.8, pen{fill: figure.Side})
	mid := w.y + 4.7
	w.icon(g.Icon, left+2.4, mid-2.1, 4.2, figure.Ink)
	const nameX, valueX, coverageW = annexQuestionX + 1.4, right - 12.4, 40.0
	w.label(nameX, mid, valueX-coverageW-4-nameX, figure.Left, g.Name, stText.bold())
	w.label(valueX-coverageW-2, mid, coverageW, figure.Right, g.Coverage, stSmall)
	w.label(valueX, mid, 10.4, figure.Right, g.Value, stText.bold())
	w.y += annexGroupH
	for i := range g.Rows {
		cells := w.annexRow(&g.Rows[i])
		if i > 0 && w.fits(kept(tallest(cells)+2*annexPad)) {
			w.rule(left, w.y, content, 0.25, figure.Hair)
		}
		w.place(annexPad, annexPad, cells...)
	}
}

func (w *writer) annexRow(r *report.AnnexRow) []cell {
	h := stSmall.height()
	answerW := annexAnswerW - 1
	icons := 0.0
	for _, on := range [2]bool{r.Note, r.Flag} {
		if on {
			icons += 4.4
		}
	}
	answer := stSmall
	if r.Level < 0 {
		answer = answer.in(figure.Ink2)
	}
	number := atom{h, func(x, y float64) {
		w.label(x, y+h/2, annexQuestionX-left-1, figure.Left, r.Number, stSmall.in(figure.Ink2))
	}}
	level := atom{h, func(x, y float64) {
		if r.Note {
			w.icon("note", annexAnswerX+annexAnswerW-icons, y+h/2-1.9, 3.8, figure.Ink2)
		}
		if r.Flag {
			w.icon("flag", annexAnswerX+annexAnswerW-4.4, y+h/2-1.9, 3.8, figure.Ink2)
		}
		w.dots(x, y+h/2, r.Level)
		w.label(annexLevelX+6*annexPitch, y+h/2, annexLevelEnd-annexLevelX-6*annexPitch, figure.Right, r.LevelText, stSmall.bold())
	}}
	matters := stSmall.in(figure.Ink2)
	if r.Strong {
		matters = stSmall.bold()
	}
	relevance := atom{h, func(x, y float64) {
		w.label(x, y+h/2, right-annexMattersX, figure.Left, r.Relevance, matters)
	}}
	return []cell{
		{left, []atom{number}},
		{annexQuestionX, w.flow(annexQuestionW, span{r.Question, stSmall})},
		{annexAnswerX, w.flow(answerW-icons, span{r.Answer, answer})},
		{annexLevelX, []atom{level}},
		{annexMattersX, []atom{relevance}},
	}
}

// dots are the six levels; the chosen one is solid.
func (w *writer) dots(x, mid, level float64) {
	const r = 1.38
	chosen := -1
	stroke := figure.Hair
	if level >= 0 {
		chosen = int(math.Min(5, math.Floor(level+0.5)))
		stroke = figure.Edge
	}
	for i := range 6 {
		if i != chosen {
			w.circle(x+r+0.1+float64(i)*annexPitch, mid, r)
		}
	}
	w.paint(pen{stroke: stroke, width: 0.25})
	if chosen >= 0 {
		w.circle(x+r+0.1+float64(chosen)*annexPitch, mid, r+0.1)
		w.paint(pen{fill: figure.Ink})
	}
}
