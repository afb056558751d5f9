package pdf

import (
	"nivel/assessments/figure"
	"nivel/assessments/report"
)

// The columns of the action sheet.
const (
	sheetX     = 46.2 // where the first action begins
	sheetGap   = 2.7
	sheetInset = 2.8
)

// sheet is the page that hangs on a wall: one column for each action. Long texts are set smaller
// so that it stays one page; only what is beyond reason goes on to a second one.
func (w *writer) sheet(s *report.Sheet) {
	w.begin(s.Section, s.Title)
	w.bookmark(w.section, 0)
	w.title(s.Title, s.Lead)
	columns := s.Columns[:min(len(s.Columns), 3)]
	if len(columns) == 0 {
		w.note(stText, s.Empty)
		return
	}
	n := float64(len(columns))
	wide := (right - sheetX - (n-1)*sheetGap) / n
	var st style
	var pad, hand, foot float64
	for _, try := range []struct {
		st        style
		pad, hand float64
	}{{stText, 2.9, 17.4}, {stText, 2.1, 17.4}, {stSmall, 1.9, 17.4}, {stFoot.in(figure.Ink), 1.4, 17.4}, {stFoot.in(figure.Ink), 1.1, 11}} {
		st, pad, hand = try.st, try.pad, try.hand
		foot = w.sheetFoot(s, hand)
		h := w.sheetHeadH(columns, wide) + 2
		for _, r := range s.Rows {
			h += tallest(w.sheetRow(r, len(columns), wide, st)) + 2*pad
		}
		if w.fits(h + foot) {
			break
		}
	}
	w.sheetHead(columns, wide)
	for i, r := range s.Rows {
		if i > 0 {
			w.rule(left, w.y, content, 0.25, figure.Hair)
		}
		w.place(pad, pad, w.sheetRow(r, len(columns), wide, st)...)
	}
	w.need(foot)
	w.rule(left, w.y, content, 0.4, figure.Ink)
	w.sheetDone(s, len(columns), wide)
	w.sheetHand(s, hand)
}

// sheetFoot is the height of everything below the rows, with room for handwriting of that height.
func (w *writer) sheetFoot(s *report.Sheet, hand float64) float64 {
	return 13.4 + hand + 4 + cell{0, w.flow(content-8, span{s.Again, stSmall})}.height() + 1
}

func (w *writer) sheetTitle(c report.SheetColumn, wide float64) []line {
	inner := wide - 2*sheetInset
	lines := w.fonts.wrap(inner, span{oneLine(c.Title), stHeading.scaled(0.96)})
	if len(lines) > 4 {
		lines = w.fonts.clip(w.fonts.wrap(inner, span{oneLine(c.Title), style{semibold, 10, 13, figure.Ink}}), 5, inner)
	}
	return lines
}

func (w *writer) sheetHeadH(columns []report.SheetColumn, wide float64) float64 {
	h := 0.0
	for _, c := range columns {
		h = max(h, heightOf(w.sheetTitle(c, wide)))
	}
	return h + 14.6
}

func (w *writer) sheetHead(columns []report.SheetColumn, wide float64) {
	h := w.sheetHeadH(columns, wide)
	for i, c := range columns {
		x := sheetX + float64(i)*(wide+sheetGap)
		w.box(x, w.y, wide, h, 2.6, pen{fill: figure.Side, stroke: figure.Ink, width: 0.4})
		at := x + sheetInset + 0.4
		if c.Number != "" {
			w.badge(at, w.y+3.1, 6.3, c.Number)
			at += 8.4
		}
		w.icon(c.Icon, at, w.y+4.1, 4.3, figure.Ink)
		w.label(at+5.6, w.y+6.25, x+wide-sheetInset-at-5.6, figure.Left, c.Area, stSmall)
		w.lines(x+sheetInset+0.4, w.y+11.4, w.sheetTitle(c, wide))
	}
	w.y += h + 2
}

// sheetRow is one line of the sheet: the label and a cell for each action.
func (w *writer) sheetRow(r report.SheetRow, n int, wide float64, st style) []cell {
	const labelW = sheetX - left - 2
	label := []atom{}
	if r.Icon != "" {
		label = append(label, atom{4.9, func(x, y float64) { w.icon(r.Icon, x, y, 4.4, figure.Ink2) }})
	}
	label = append(label, w.flow(labelW, span{r.Label, st.bold()})...)
	cells := []cell{{left, label}}
	for i := range min(n, len(r.Cells)) {
		c := r.Cells[i]
		inner := wide - 2*sheetInset + 1.4
		atoms := w.flow(inner, span{c.Bold, st.bold()})
		if c.Blank {
			atoms = append(atoms, atom{7.4, func(x, y float64) { w.rule(x, y+6, inner-1.4, 0.25, figure.Edge) }})
		}
		atoms = append(atoms, w.flow(inner, span{c.Text, st})...)
		cells = append(cells, cell{sheetX + sheetInset + float64(i)*(wide+sheetGap), atoms})
	}
	return cells
}

func (w *writer) sheetDone(s *report.Sheet, n int, wide float64) {
	mid := w.y + 6.2
	w.label(left, mid, sheetX-left-2, figure.Left, s.Done, stText.bold())
	for i := range n {
		x := sheetX + sheetInset + float64(i)*(wide+sheetGap)
		w.box(x+0.2, mid-2.7, 5.4, 5.4, 1, pen{stroke: figure.Ink, width: 0.45})
		at := x + 8.2
		at += w.label(at, mid, wide-2*sheetInset-8.2-12, figure.Left, s.DateLabel, stText.in(figure.Ink2)) + 2.2
		w.rule(at, mid+1.8, x+wide-2*sheetInset-at+1, 0.3, figure.Ink)
	}
	w.y += 13.4
}

// sheetHand is the room for handwriting, at least h high, and when to look at the sheet again.
func (w *writer) sheetHand(s *report.Sheet, h float64) {
	const learnedW, gapW = 115.2, 3.6
	again := w.withIcon("calendar", 4.4, content, figure.Ink, span{s.Again, stSmall})
	againH := cell{0, again}.height()
	w.need(h + 4 + againH)
	if spare := bodyBottom - w.y - h - 4 - againH; spare > 0 {
		h += min(spare, 14)
	}
	if s.Learned != "" {
		w.handBox(left, learnedW, h, s.Learned)
	}
	if s.Signature != "" {
		w.handBox(left+learnedW+gapW, content-learnedW-gapW, h, s.Signature)
	}
	w.y += h + 3.4
	w.place(0, 0, cell{left, again})
}

func (w *writer) handBox(x, wide, h float64, text string) {
	w.box(x, w.y, wide, h, 2.6, pen{stroke: figure.Hair, width: 0.3})
	w.label(x+3.8, w.y+5, wide-7.6, figure.Left, text, stSmall.in(figure.Ink2))
}
