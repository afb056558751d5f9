package pdf

import (
	"nivel/assessments/figure"
	"nivel/assessments/report"
)

// letter is one page to the firm. It never runs on to a second one: gaps close, texts are set smaller,
// and what a person has written without end is cut.
func (w *writer) letter(l *report.Letter) {
	w.begin(l.Section, w.r.Title)
	w.bookmark(w.section, 0)
	for _, try := range []struct {
		st    style
		ease  float64
		lines int
	}{{stLead, 1, 6}, {stLead, 0.5, 6}, {stText, 0.5, 6}, {stText, 0, 5}, {stSmall, 0, 4}, {stSmall, 0, 3}, {stFoot.in(figure.Ink), 0, 2}} {
		w.ease = try.ease
		draw := func() { w.letterBody(l, try.st, try.lines) }
		if try.lines == 2 || w.trial(try.ease, draw) == 0 {
			draw()
			break
		}
	}
	w.ease = 1
}

// letterBody is the letter in one size of text, with so many lines for each paragraph at most.
func (w *writer) letterBody(l *report.Letter, st style, lines int) {
	para := func(st style, text string, most int) {
		if text != "" {
			w.place(0, w.easy(3.6, 1.6), cell{left, w.flowLines(0, w.fonts.clip(w.fonts.wrap(content, span{text, st}), most, content))})
		}
	}
	w.y += w.easy(5, 0)
	w.place(0, w.easy(6, 2), cell{left, []atom{{st.height(), func(x, y float64) { w.label(x, y+st.height()/2, content, figure.Right, l.Date, st) }}}})
	for i, to := range l.To {
		own := st
		if i == 0 {
			own = st.bold()
		}
		w.place(0, 0, cell{left, w.flowLines(0, w.fonts.clip(w.fonts.wrap(content*0.66, span{oneLine(to), own}), 2, content*0.66))})
	}
	w.y += w.easy(9, 3)
	para(stHeading, l.Subject, 2)
	para(st, oneLine(l.Salutation), 2)
	para(st, l.Done, lines)
	w.letterBar(l)
	para(st, l.Result, lines+2)
	para(st, l.Weakest, lines)
	w.y += w.easy(2, 0)
	para(stHeading, l.StepsTitle, 1)
	if len(l.Steps) == 0 {
		para(st, l.NoSteps, lines)
	}
	for _, s := range l.Steps {
		w.letterStep(s, st, lines)
	}
	w.y += w.easy(2, 0)
	para(st, l.Again, lines)
	para(st, l.Closing, lines)
	w.letterSign(l, st)
}

// letterBar is the tube of the whole firm with its number and range.
func (w *writer) letterBar(l *report.Letter) {
	const tubeW, tubeH = 100.0, 7.2
	if l.Bar.Value < 0 && l.Bar.Low < 0 {
		return
	}
	_, below := figure.VialPadding(tubeH/dp, l.Bar.Target >= 0, l.Bar.Low >= 0 && l.Bar.High >= 0)
	w.place(w.easy(1, 0.4), w.easy(3, 1), cell{left, []atom{{tubeH + below*dp + 2, func(x, y float64) {
		w.vial(l.Bar, x, y+1.4, tubeW, tubeH)
		at := x + tubeW + 5
		at += w.label(at, y+1.4+tubeH/2, 16, figure.Left, l.Bar.Text, style{semibold, 13, 15, figure.Ink}) + 3
		w.label(at, y+1.4+tubeH/2, right-at, figure.Left, l.Bar.RangeText, stText.in(figure.Ink2))
	}}}})
}

// letterStep is a step with the first thing to do.
func (w *writer) letterStep(s report.CoverStep, st style, lines int) {
	const indent = 9.4
	wide := content - indent
	clip := func(most int, spans ...span) []atom {
		return w.flowLines(0, w.fonts.clip(w.fonts.wrap(wide, spans...), most, wide))
	}
	text := clip(2, span{oneLine(s.Title), st.bold()})
	first := []span{{closed(s.FirstLabel, ":"), st}, {" ", st}, {oneLine(s.First), st}}
	if s.FirstLabel == "" {
		first = first[2:]
	}
	if s.First != "" {
		text = append(text, clip(lines, first...)...)
	}
	text = append(text, clip(2, span{oneLine(s.Note), stSmall.in(figure.Ink2)})...)
	badge := atom{6.2, func(x, y float64) { w.badge(x, y+0.2, 6, s.Number) }}
	w.place(0, w.easy(2.6, 1), cell{left, []atom{badge}}, cell{left + indent, text})
}

// letterSign is the line on which the advisor signs.
func (w *writer) letterSign(l *report.Letter, st style) {
	const wide, label = 80.0, 5.0
	hand := w.easy(20, 12)
	w.place(0, 0, cell{left, []atom{{hand + label, func(x, y float64) {
		w.rule(x, y+hand, wide, 0.3, figure.Ink)
		w.label(x, y+hand+label/2+0.6, wide, figure.Left, l.Signature, st.in(figure.Ink2))
	}}}})
}
