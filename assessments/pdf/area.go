package pdf

import (
	"math"
	"strings"

	"nivel/assessments/figure"
	"nivel/assessments/report"
)

// The columns of the table of questions.
const (
	areaTextX  = 25.2
	areaTextW  = 67.6
	areaVialX  = 96.9
	areaVialW  = 25.3
	areaNextX  = 129.3
	areaNextW  = right - areaNextX - 6.4
	areaRowPad = 2.6
)

// areaGap is the room between two areas on one page.
const areaGap = 11

// areaFirst is how many questions of an area must stand below its head on a page that it shares.
const areaFirst = 2

// area is one dimension in detail: its vial and every question with the next level. It follows the
// one before on the same page where its head and first questions fit there.
func (w *writer) area(a *report.Area) {
	first := *a
	first.Questions = a.Questions[:min(areaFirst, len(a.Questions))]
	follows := w.afterArea && w.trial(0, func() { w.y += areaGap; w.areaBody(&first) }) == 0
	if follows {
		w.y += areaGap
	} else {
		w.begin(a.Section, a.Name)
	}
	w.areaBody(a)
	w.afterArea = true
}

func (w *writer) areaBody(a *report.Area) {
	w.bookmark(areaMark(a), 0)
	indent := 0.0
	if _, ok := w.icons[a.Icon]; ok {
		w.icon(a.Icon, left+0.4, w.y+1, 6.2, figure.Ink)
		indent = 10.2
	}
	w.y += w.lines(left+indent, w.y, w.fonts.clip(w.fonts.wrap(content-indent, span{a.Name, stTitle}), 3, content-indent)) + 1
	if a.About != "" {
		w.note(stText.in(figure.Ink2), a.About)
	}
	w.y += 2.6
	w.areaResult(a)
	w.note(stText, a.Life)
	w.note(stFoot, a.Framework)
	w.y += 3.4
	if len(a.Questions) > 0 {
		w.questions(a)
	}
}

func areaMark(a *report.Area) string {
	section, name := oneLine(a.Section), oneLine(a.Name)
	switch {
	case section == "" || section == name:
		return name
	case name == "":
		return section
	}
	return section + ": " + name
}

// areaResult is the large vial with its number, range and coverage on the right.
func (w *writer) areaResult(a *report.Area) {
	const vialW, vialH, textX = 87.3, 7.2, 111.0
	large := style{semibold, 13, 15, figure.Ink}
	spans := []span{{a.Vial.Text, large}, {" ", stText}}
	today := a.Today
	if a.Vial.Text != "" && strings.HasPrefix(today, a.Vial.Text) {
		today = today[len(a.Vial.Text):]
		spans = spans[:1]
	} else if a.Vial.Text == "" {
		spans = nil
	}
	spans = append(spans, span{today, stText})
	text := w.flow(right-textX, spans...)
	text = append(text, w.flow(right-textX, span{a.Honest, stSmall.in(figure.Ink2)})...)
	_, below := figure.VialPadding(vialH/dp, a.Vial.Target >= 0, a.Vial.Low >= 0 && a.Vial.High >= 0)
	h := math.Max(vialH+below*dp+2, cell{0, text}.height())
	w.need(h)
	w.vial(a.Vial, left, w.y+1.4, vialW, vialH)
	end := w.y + h
	w.place(0, 0, cell{textX, text})
	w.y = math.Max(w.y, end) + 1.6
}

func (w *writer) questions(a *report.Area) {
	rows := make([][]cell, len(a.Questions))
	for i := range rows {
		rows[i] = w.question(&a.Questions[i])
	}
	w.ruled(ruling{left, content, w.rowPad(rows), headH}, func() {
		w.headLine(headed{left, areaVialX - left - 3, a.HeadAnswer}, headed{areaVialX, areaNextX - areaVialX - 3, a.HeadLevel}, headed{areaNextX, right - areaNextX, a.HeadNext})
	}, rows)
}

// rowPad is the room around the rows: less where that saves a page for the last one or two.
func (w *writer) rowPad(rows [][]cell) float64 {
	for pad := areaRowPad; pad > 1.4; pad -= 0.2 {
		h := headH
		for _, r := range rows {
			h += tallest(r) + 2*pad
		}
		if w.fits(h) {
			return pad
		}
	}
	return areaRowPad
}

// question is one row: number, question and answer, level, next level.
func (w *writer) question(q *report.QuestionDetail) []cell {
	text := w.flow(areaTextW, span{q.Question, stText.bold()})
	text = append(text, w.flow(areaTextW, span{q.Answer, stText})...)
	for _, l := range q.Lines {
		text = append(text, w.bullet(l, areaTextW)...)
	}
	if q.Note != "" {
		text = append(append(text, gap(0.6)), w.withIcon("note", 3.8, areaTextW, figure.Ink2, span{q.Note, stSmall.italic().in(figure.Ink2)})...)
	}
	if q.Flag != "" {
		text = append(append(text, gap(0.6)), w.withIcon("flag", 3.8, areaTextW, figure.Ink2, span{q.Flag, stSmall.in(figure.Ink2)})...)
	}
	number := atom{stText.height(), func(x, y float64) {
		w.label(x, y+stText.height()/2, areaTextX-left-1, figure.Left, q.Number, stText.in(figure.Ink2))
	}}
	tube := atom{6, func(x, y float64) { w.vial(q.Vial, x, y+0.3, areaVialW, 4.4) }}
	level := append([]atom{tube}, w.flow(areaNextX-areaVialX-2.5, levelSpans(q.Level)...)...)

	next := []span{{closed(q.NextTitle, "."), stText.bold()}, {" ", stText}, {q.Next, stText}}
	if q.NextTitle == "" {
		next = next[2:]
	}
	steps := w.nextLevel(q.NextIcon, next)
	steps = append(steps, shifted(w.flow(areaNextW, span{q.Relevance, stSmall.in(figure.Ink2)}), 6.4)...)
	return []cell{{left, []atom{number}}, {areaTextX, text}, {areaVialX, level}, {areaNextX, steps}}
}

func (w *writer) nextLevel(icon string, next []span) []atom {
	lines := w.fonts.wrap(areaNextW, next...)
	if len(lines) == 0 {
		return nil
	}
	out := shifted(w.flowLines(0, lines), 6.4)
	first := out[0]
	out[0].draw = func(x, y float64) {
		w.icon(icon, x, y+(first.h-4.4)/2, 4.4, figure.Ink)
		first.draw(x, y)
	}
	return out
}

func shifted(atoms []atom, by float64) []atom {
	for i, a := range atoms {
		atoms[i].draw = func(x, y float64) { a.draw(x+by, y) }
	}
	return atoms
}

// bullet is one row of a grid or option of a checklist.
func (w *writer) bullet(text string, wide float64) []atom {
	out := w.flowLines(3.4, w.fonts.wrap(wide-3.4, span{text, stSmall}))
	if len(out) > 0 {
		first := out[0]
		out[0].draw = func(x, y float64) {
			w.circle(x+1.2, y+first.h/2+0.1, 0.5)
			w.paint(pen{fill: figure.Ink2})
			first.draw(x, y)
		}
	}
	return out
}

// levelSpans sets the number of "1 · Suelto" in bold.
func levelSpans(level string) []span {
	first, rest, found := strings.Cut(oneLine(level), " ")
	if !found || len([]rune(first)) > 3 {
		return []span{{oneLine(level), stSmall}}
	}
	return []span{{first, stSmall.bold()}, {" " + rest, stSmall}}
}
