package pdf

import (
	"math"

	"nivel/assessments/document"
	"nivel/assessments/figure"
	"nivel/assessments/report"
)

// caption stands above a table or picture and stays with what is with millimetres high below it.
func (p *paper) caption(text string, with float64) {
	if text == "" {
		return
	}
	lines := p.fonts.clip(p.fonts.wrap(content, span{text, stText.bold()}), 3, content)
	p.need(heightOf(lines) + 1.2 + kept(with))
	p.y += p.lines(left, p.y, lines) + 1.2
}

// begins is how much room a picture of rows needs to go on with row i: few rows stay together, and of
// many neither the first nor the last stands alone.
func begins(heights []float64, i int) float64 {
	n, sum := len(heights), 0.0
	for _, h := range heights {
		sum += h
	}
	switch {
	case n == 0:
		return 0
	case i == 0 && sum <= divided/3:
		return sum
	case i == 0 && n > 1 || i == n-2:
		return heights[i] + heights[i+1]
	}
	return heights[i]
}

// grid is a table. Its head stands again on further pages; rows that are to be written into are as
// high as they are wanted and have lines between their columns.
func (p *paper) grid(t document.Table) {
	look := tableLook{x: left, w: content, pad: 1.5, firstBold: true}
	columns := p.columns(report.Table{Head: t.Heads, Rows: t.Rows, Numeric: t.Right}, look)
	if len(columns) == 0 {
		return
	}
	if len(t.Shares) == len(columns) {
		shared(columns, t.Shares)
	}
	head := p.tableHead(report.Table{Head: t.Heads}, columns)
	rows := make([][]cell, len(t.Rows))
	for i, row := range t.Rows {
		st := p.tableStyle(look)
		if t.Total && i == len(t.Rows)-1 {
			st = func(int) style { return stSmall.bold() }
		}
		rows[i] = p.tableCells(row, columns, st)
		if t.Height > 0 {
			h := max(t.Height-2*look.pad, tallest(rows[i]))
			rows[i] = append(rows[i], cell{left, []atom{{h, func(_, y float64) { p.uprights(columns, y-look.pad, h+2*look.pad) }}}})
		}
	}
	with := 0.0
	if len(rows) > 0 {
		with = tallest(head) + 2 + tallest(rows[0]) + 2*look.pad
	}
	p.caption(t.Caption, with)
	p.ruled(ruling{left, content, look.pad, tallest(head) + 2}, func() {
		if tallest(head) == 0 {
			return
		}
		for _, c := range head {
			c.draw(p.y)
		}
		p.y += tallest(head) + 1.3
		p.rule(left, p.y, content, 0.4, figure.Ink)
	}, rows)
	p.rule(left, p.y, content, 0.25, figure.Hair)
	p.y += 3.4
}

// uprights are the lines between columns to write into.
func (p *paper) uprights(columns []column, y, h float64) {
	for _, c := range columns[1:] {
		p.move(c.x-tableGap/2, y)
		p.to(c.x-tableGap/2, y+h)
		p.paint(pen{stroke: figure.Hair, width: 0.25})
	}
}

// shared gives the columns the width that the paper wants.
func shared(columns []column, shares []float64) {
	sum := 0.0
	for _, s := range shares {
		sum += max(s, 0)
	}
	if sum <= 0 || math.IsInf(sum, 0) {
		return
	}
	room, x := content-float64(len(columns)-1)*tableGap, left
	for i := range columns {
		columns[i].x, columns[i].w = x, max(room*max(shares[i], 0)/sum, 4)
		x += columns[i].w + tableGap
	}
}

// rowH is the height of a row of a heat map.
const rowH = 8.6

// heatHeights are those of its rows; a total has a line above it.
func heatHeights(h document.Heat) []float64 {
	out := make([]float64, len(h.Rows))
	for i := range out {
		out[i] = rowH
		if h.Total && i > 0 && i == len(out)-1 {
			out[i] += 1.2
		}
	}
	return out
}

// heat is a table of levels in their colours.
func (p *paper) heat(h document.Heat) {
	const noteW, gapW = 13.0, 1.2
	n := len(h.Heads)
	for _, r := range h.Rows {
		n = max(n, len(r.Cells))
	}
	if n == 0 {
		return
	}
	nameW := max(38, 62-3*float64(n))
	x0 := left + nameW + noteW + 2
	each := (right - x0) / float64(n)
	heads := []cell{{left, p.flow(nameW, span{h.Corner, stSmall.in(figure.Ink2)})}}
	for i, text := range h.Heads {
		lines := p.fonts.clip(p.fonts.wrap(each-gapW, span{text, stFoot}), 3, each-gapW)
		heads = append(heads, cell{x0 + float64(i)*each, p.centred(each-gapW, lines)})
	}
	heights := heatHeights(h)
	p.caption(h.Caption, tallest(heads)+1.4+begins(heights, 0))
	rows := make([][]cell, len(h.Rows))
	for i, r := range h.Rows {
		st := stSmall
		if h.Total && i == len(h.Rows)-1 {
			st = st.bold()
		}
		rows[i] = []cell{{left, []atom{{rowH, func(x, y float64) {
			p.label(x, y+rowH/2, nameW, figure.Left, r.Name, st)
			p.label(x+nameW, y+rowH/2, noteW, figure.Right, r.Note, st.in(figure.Ink2))
			for j, c := range r.Cells {
				p.heatCell(c, x0+float64(j)*each, y+0.5, each-gapW, rowH-1)
			}
		}}}}}
	}
	p.need(tallest(heads) + 1.4 + begins(heights, 0))
	head := func() {
		for _, c := range heads {
			c.draw(p.y)
		}
		p.y += tallest(heads) + 1.4
	}
	old := p.repeat
	head()
	p.repeat = func() {
		if old != nil {
			old()
		}
		head()
	}
	for i, cells := range rows {
		p.need(begins(heights, i))
		above := heights[i] - rowH
		if above > 0 {
			p.rule(left, p.y+0.6, content, 0.35, figure.Edge)
		}
		p.place(above, 0, cells...)
	}
	p.repeat = old
	p.y += 1.4
	if h.Note != "" {
		p.note(stFoot, h.Note)
	}
	p.y += 3
}

// centred are lines in the middle of a width.
func (p *paper) centred(width float64, lines []line) []atom {
	out := make([]atom, len(lines))
	for i, l := range lines {
		out[i] = atom{l.h, func(x, y float64) { p.line(x+(width-l.w)/2, y, l) }}
	}
	return out
}

// heatCell is a number in the colour of its level, or what stands for it on a hatched ground.
func (p *paper) heatCell(c document.HeatCell, x, y, w, h float64) {
	if c.Level < 0 || c.Level > 5 {
		p.box(x, y, w, h, 1.2, pen{fill: figure.Sunken, stroke: figure.Edge, width: 0.2})
		for at := 2.2; at < w+h-1; at += 3.4 {
			p.move(x+min(at, w-0.4), y+max(0.4, at-w))
			p.to(x+max(0.4, at-h), y+min(at, h-0.4))
			p.paint(pen{stroke: figure.Hair, width: 0.25})
		}
		p.label(x+0.6, y+h/2, w-1.2, figure.Centre, c.Text, stFoot)
		return
	}
	fill, ink := figure.Ramp(c.Level)
	p.box(x, y, w, h, 1.2, pen{fill: fill, stroke: figure.Edge, width: 0.2})
	p.label(x+0.6, y+h/2, w-1.2, figure.Centre, c.Text, stSmall.bold().in(ink))
}

// bars are lengths below their names.
func (p *paper) bars(b document.Bars) {
	rows, heights := p.barRows(b)
	p.caption(b.Caption, begins(heights, 0))
	for i, row := range rows {
		p.need(begins(heights, i))
		p.place(0, barBelow, cell{left, []atom{row}})
	}
	p.y += 1.6
}

// barBelow is the room below a bar.
const barBelow = 2.0

// barRows are the bars below their names, and the heights they need.
func (p *paper) barRows(b document.Bars) (rows []atom, heights []float64) {
	const barH, valueW = 3.0, 30.0
	for _, item := range b.Items {
		text := p.flow(content-valueW-3, span{item.Name, stSmall})
		value := p.aligned(valueW, figure.Right, span{item.Text, stSmall.bold()})
		part := item.Part
		if !(part > 0) {
			part = 0
		}
		length := atom{barH, func(x, y float64) {
			p.box(x, y, content, barH, barH/2, pen{fill: figure.Sunken})
			if w := content * min(part, 1); w > 0 {
				p.box(x, y, max(w, barH), barH, barH/2, pen{fill: figure.Blue})
			}
		}}
		rest := max(0, tallest([]cell{{0, text}, {0, value}}))
		row := beside(cell{0, text}, cell{content - valueW, value}, cell{0, []atom{gap(rest + 0.6), length}})
		rows, heights = append(rows, row), append(heights, row.h+barBelow)
	}
	return rows, heights
}

// notice is a frame around a text.
func (p *paper) notice(n document.Notice) {
	const inset = 4.0
	wide := content - 2*inset
	var atoms []atom
	if n.Title != "" {
		atoms = p.flow(wide, span{n.Title, stText.bold()})
	}
	atoms = append(atoms, p.flow(wide, p.marked(n.Text, stText)...)...)
	if len(atoms) == 0 {
		return
	}
	body := cell{inset, atoms}
	if h := body.height() + 2*inset - 1; h < divided {
		p.place(0.5, 3, cell{left, []atom{{h, func(x, y float64) {
			p.box(x, y, content, h, 2, pen{fill: figure.BlueSoft, stroke: figure.Blue, width: 0.25})
			cell{x + inset, atoms}.draw(y + inset - 0.5)
		}}}})
		return
	}
	p.place(0.5, 3, cell{left + inset, atoms})
}
