package pdf

import (
	"nivel/assessments/figure"
	"nivel/assessments/report"
)

// comparison is this round beside the one before, and a line for each area over all rounds.
func (w *writer) comparison(c *report.Comparison) {
	w.begin(c.Section, c.Title)
	w.bookmark(w.section, 0)
	w.title(c.Title, c.Lead)
	w.onFewPages(func() { w.comparisonBody(c) })
}

func (w *writer) comparisonBody(c *report.Comparison) {
	w.place(0, 3, cell{left, w.withIcon("info", 4.4, content, figure.Ink2, span{c.Why, stText})})
	if len(c.Table.Rows) > 0 {
		w.table(c.Table, tableLook{x: left, w: content, pad: w.easy(1.2, 0.5), firstBold: true})
		w.place(1.5, 0, cell{left, w.flow(content, span{c.Coverage, stSmall.in(figure.Ink2)})})
		w.y += w.easy(6, 3)
	}
	const gapW = 7.0
	wide := (content - gapW) / 2
	w.place(0, w.easy(6, 3), cell{left, w.moves("up", &c.Rose, wide)}, cell{left + wide + gapW, w.moves("minus", &c.Fell, wide)})
	w.finished(c)
	w.curves(c)
}

// moves are the answers that rose, or fell.
func (w *writer) moves(icon string, m *report.Moves, wide float64) []atom {
	if m.Title == "" {
		return nil
	}
	const changeW = 20.0
	out := w.boxHead(icon, m.Title, wide)
	for _, l := range m.Lines {
		text := w.flow(wide-changeW-2, span{l.Question, stSmall})
		if len(text) == 0 {
			continue
		}
		// After the last line, so that who has the page read aloud hears the question in one piece.
		end, above := text[len(text)-1], cell{0, text[:len(text)-1]}.height()
		text[len(text)-1].draw = func(x, y float64) {
			end.draw(x, y)
			at := y - above
			if at < bodyTop {
				at = y // the question began on the page before
			}
			w.label(x+wide-changeW, at+end.h/2, changeW, figure.Right, l.Change, stSmall.bold())
		}
		out = append(append(out, text...), gap(1))
	}
	for _, s := range [2]string{m.More, m.None} {
		out = append(out, w.flow(wide, span{s, stSmall.in(figure.Ink2)})...)
	}
	return out
}

// finished are the actions that were finished in between.
func (w *writer) finished(c *report.Comparison) {
	var rows [][]atom
	for _, d := range c.Finished {
		rows = append(rows, w.withIcon("check-circle", 3.8, content, figure.Ink2, span{d.Title, stText.bold()}, span{" · ", stText}, span{d.Date, stText}))
	}
	if c.None != "" {
		rows = append(rows, w.flow(content, span{c.None, stText.in(figure.Ink2)}))
	}
	if len(rows) == 0 {
		return
	}
	w.heading(c.FinishedTitle, cell{0, rows[0]}.height())
	for _, r := range rows {
		w.place(0, 0.6, cell{left, r})
	}
	w.y += w.easy(5.4, 2.6)
}

// curves are the small pictures of all rounds, three beside each other.
func (w *writer) curves(c *report.Comparison) {
	if len(c.Curves) == 0 {
		return
	}
	const across, gapW = 3, 8.0
	pictureH := w.easy(27, 22)
	wide := (content - (across-1)*gapW) / across
	text := w.flow(content, span{c.CurvesText, stSmall.in(figure.Ink2)})
	var rows [][]cell
	for i, curve := range c.Curves {
		if i%across == 0 {
			rows = append(rows, nil)
		}
		title := w.fonts.clip(w.fonts.wrap(wide, span{oneLine(curve.Title), stSmall.bold()}), 2, wide)
		atoms := append(w.flowLines(0, title), gap(stSmall.height()*float64(2-len(title))), atom{pictureH, func(x, y float64) {
			w.draw(figure.Trend(curve.Options(wide/dp, pictureH/dp, 1)), x, y)
		}})
		if tiles := len(rows) - 1; len(title) == 1 { // short titles stand close to their picture
			rows[tiles] = append(rows[tiles], cell{left + float64(i%across)*(wide+gapW), []atom{atoms[1], atoms[0], atoms[2]}})
		} else {
			rows[tiles] = append(rows[tiles], cell{left + float64(i%across)*(wide+gapW), atoms})
		}
	}
	w.heading(c.CurvesTitle, cell{0, text}.height()+2+tallest(rows[0]))
	w.place(0, 2, cell{left, text})
	for _, r := range rows {
		w.place(0, w.easy(4, 2), r...)
	}
}
