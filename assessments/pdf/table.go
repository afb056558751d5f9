package pdf

import (
	"strings"

	"nivel/assessments/figure"
	"nivel/assessments/report"
)

// tableGap is the room between two columns.
const tableGap = 4.5

// tableLook is how dense a table is and how its first column looks.
type tableLook struct {
	x, w      float64
	pad       float64
	firstBold bool
}

// column is where a column of a table stands.
type column struct {
	x, w  float64
	align figure.Align
}

// table draws t. The head stands again on further pages, and no row is divided.
func (w *writer) table(t report.Table, look tableLook) {
	columns := w.columns(t, look)
	if len(columns) == 0 {
		return
	}
	head := w.tableHead(t, columns)
	drawHead := func() {
		if tallest(head) == 0 {
			return
		}
		for _, c := range head {
			c.draw(w.y)
		}
		w.y += tallest(head) + 1.3
		w.rule(look.x, w.y, look.w, 0.4, figure.Ink)
	}
	rows := make([][]cell, len(t.Rows))
	for i, row := range t.Rows {
		rows[i] = w.tableCells(row, columns, w.tableStyle(look))
	}
	w.ruled(ruling{look.x, look.w, look.pad, tallest(head) + 2}, drawHead, rows)
	w.rule(look.x, w.y, look.w, 0.25, figure.Hair)
}

// ruling is where rows with lines between them stand, the room above and below each, and the height
// of their head.
type ruling struct{ x, w, pad, head float64 }

// ruled draws rows below a head that stands again on further pages. No row is divided.
func (w *writer) ruled(r ruling, head func(), rows [][]cell) {
	first := 0.0
	if len(rows) > 0 {
		first = tallest(rows[0])
	}
	w.need(r.head + kept(first+2*r.pad))
	old := w.repeat
	head()
	w.repeat = func() {
		if old != nil {
			old()
		}
		head()
	}
	for i, cells := range rows {
		if i > 0 && w.fits(kept(tallest(cells)+2*r.pad)) {
			w.rule(r.x, w.y, r.w, 0.25, figure.Hair)
		}
		w.place(r.pad, r.pad, cells...)
	}
	w.repeat = old
}

// headed is a column with its name.
type headed struct {
	x, w float64
	text string
}

// headH is the height of a line of such names.
const headH = 6.2

func (w *writer) headLine(columns ...headed) {
	for _, c := range columns {
		w.label(c.x, w.y+2.4, c.w, figure.Left, c.text, stSmall.bold())
	}
	w.y += headH
	w.rule(left, w.y, content, 0.4, figure.Ink)
}

// tableHead is never high: it stands again on each page.
func (w *writer) tableHead(t report.Table, columns []column) []cell {
	cells := w.tableCells(t.Head, columns, func(int) style { return stSmall.bold() })
	for i := range cells {
		cells[i].atoms = cells[i].atoms[:min(len(cells[i].atoms), 4)]
	}
	return cells
}

func (w *writer) tableStyle(look tableLook) func(int) style {
	return func(column int) style {
		if column == 0 && look.firstBold {
			return stSmall.bold()
		}
		return stSmall
	}
}

func (w *writer) tableCells(row []string, columns []column, st func(int) style) []cell {
	cells := make([]cell, 0, len(columns))
	for i, c := range columns {
		if i < len(row) {
			cells = append(cells, cell{c.x, w.aligned(c.w, c.align, span{row[i], st(i)})})
		}
	}
	return cells
}

// columns shares the width: a column that needs little gets what it needs, the others share the
// rest, and what is left over goes to those with text.
func (w *writer) columns(t report.Table, look tableLook) []column {
	n := len(t.Head)
	for _, r := range t.Rows {
		n = max(n, len(r))
	}
	if n == 0 {
		return nil
	}
	room := look.w - float64(n-1)*tableGap
	natural, least := make([]float64, n), make([]float64, n)
	for i, row := range append([][]string{t.Head}, t.Rows...) {
		for j, text := range row {
			st := stSmall
			if i == 0 || j == 0 && look.firstBold {
				st = st.bold()
			}
			natural[j] = max(natural[j], w.fonts.width(text, st)+0.2)
			for _, word := range strings.Fields(text) {
				least[j] = max(least[j], min(w.fonts.width(word, st)+0.2, room/float64(n)))
			}
		}
	}
	width := shares(natural, least, room)
	numeric := func(j int) bool { return j < len(t.Numeric) && t.Numeric[j] }
	spare, texts := room, 0
	for j, v := range width {
		spare -= v
		if !numeric(j) {
			texts++
		}
	}
	out, x := make([]column, n), look.x
	for j := range out {
		switch {
		case texts == 0:
			width[j] += max(0, spare) / float64(n)
		case !numeric(j):
			width[j] += max(0, spare) / float64(texts)
		}
		out[j] = column{x: x, w: width[j]}
		if numeric(j) {
			out[j].align = figure.Right
		}
		x += width[j] + tableGap
	}
	return out
}

// shares divides room fairly: no column gets more than its natural width while another lacks.
func shares(natural, least []float64, room float64) []float64 {
	width := make([]float64, len(natural))
	open := len(natural)
	for open > 0 {
		fair, changed := room/float64(open), false
		for j, v := range natural {
			if width[j] > 0 {
				continue
			}
			take := 0.0
			if v <= fair {
				take = max(v, 0.1)
			} else if least[j] > fair {
				take = least[j]
			}
			if take > 0 {
				width[j], changed = take, true
				room -= take
				open--
			}
		}
		if !changed {
			for j := range width {
				if width[j] == 0 {
					width[j] = fair
				}
			}
			break
		}
	}
	return width
}
