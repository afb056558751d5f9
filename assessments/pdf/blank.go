package pdf

import (
	"strings"

	"nivel/assessments/figure"
	"nivel/assessments/report"
)

// The columns of the questionnaire on paper.
const (
	blankX    = left + 8.4 // where a question begins, right of its number
	blankW    = right - blankX
	blankKeyX = 6.6 // from a box to what stands beside it
	tickSize  = 4.0
	handLine  = 7.6 // height of a line to write on
)

// blank is a questionnaire to fill in by hand. No question is divided.
func (w *writer) blank(b *report.Blank) {
	w.begin(b.Section, b.Title)
	w.bookmark(w.section, 0)
	w.title(b.Title, b.Lead)
	w.blankFields(b.Fields)
	w.blankHow(b.How)
	for i := range b.Areas {
		w.blankArea(&b.Areas[i])
	}
}

// blankFields are the lines of the head, two beside each other.
func (w *writer) blankFields(fields []report.Paragraph) {
	const gapW = 8.0
	wide := (content - gapW) / 2
	for i := 0; i < len(fields); i += 2 {
		w.need(handLine)
		for j, f := range fields[i:min(i+2, len(fields))] {
			x := left + float64(j)*(wide+gapW)
			at := x + w.label(x, w.y+handLine-2.2, wide*0.45, figure.Left, closed(f.Title, ":"), stText.bold()) + 2
			w.label(at, w.y+handLine-2.2, x+wide-at, figure.Left, f.Text, stText)
			w.rule(at, w.y+handLine, x+wide-at, 0.25, figure.Edge)
		}
		w.y += handLine + 1.4
	}
	w.y += 3
}

// blankHow is the box that says how to fill it in.
func (w *writer) blankHow(p report.Paragraph) {
	const inset = 3.4
	atoms := w.flow(content-2*inset, span{p.Title, stText.bold()})
	for line := range strings.SplitSeq(p.Text, "\n") {
		atoms = append(atoms, w.bullet(line, content-2*inset)...)
	}
	c := cell{left + inset, atoms}
	h := c.height() + 2*inset
	w.need(kept(h))
	if w.fits(h) {
		w.box(left, w.y, content, h, 2.6, pen{stroke: figure.Hair, width: 0.3})
	}
	w.place(inset, inset, c)
	w.y += 5
}

func (w *writer) blankArea(a *report.BlankArea) {
	const pad = 2.2
	rows := make([][]cell, len(a.Questions))
	first := 0.0
	for i := range rows {
		rows[i] = w.blankQuestion(&a.Questions[i])
	}
	if len(rows) > 0 {
		first = tallest(rows[0]) + 2*pad
	}
	about := w.flow(content, span{a.About, stSmall.in(figure.Ink2)})
	w.heading(a.Name, cell{0, about}.height()+1.2+first)
	w.place(0, 1.2, cell{left, about})
	w.ruled(ruling{left, content, pad, 0.4}, func() { w.rule(left, w.y, content, 0.4, figure.Ink) }, rows)
	w.y += 6
}

func (w *writer) blankQuestion(q *report.BlankQuestion) []cell {
	number := atom{stText.height(), func(x, y float64) {
		w.label(x, y+stText.height()/2, blankX-left-1, figure.Left, q.Number, stText.bold())
	}}
	body := w.flow(blankW, span{q.Question, stText.bold()})
	if q.When != "" {
		body = append(body, w.withIcon("info", 3.8, blankW, figure.Ink, span{q.When, stSmall.bold()})...)
	}
	body = append(body, w.flow(blankW, span{q.Hint, stSmall.in(figure.Ink2)}, span{" ", stSmall}, span{q.Pick, stSmall.bold().in(figure.Ink2)})...)
	body = append(body, w.flow(blankW, span{q.Example, stFoot.italic()})...)
	body = append(body, gap(0.8))
	body = append(body, w.blankOptions(q.Options)...)
	if len(q.Columns) > 0 {
		body = append(body, w.blankGrid(q)...)
	}
	if q.Line {
		body = append(body, atom{handLine + 1, func(x, y float64) {
			const wide = 40.0
			w.rule(x, y+handLine, wide, 0.3, figure.Edge)
			at := x + wide + 2
			at += w.label(at, y+handLine-1.8, 30, figure.Left, q.Unit, stText) + 4
			w.label(at, y+handLine-1.8, x+blankW-at, figure.Left, q.Range, stSmall.in(figure.Ink2))
		}})
	}
	return []cell{{left, []atom{number}}, {blankX, append(body, w.blankFoot(q)...)}}
}

// beside are cells in one row, which is never divided; their places count from that of the row.
func beside(cells ...cell) atom {
	return atom{tallest(cells), func(x, y float64) {
		for _, c := range cells {
			cell{x + c.x, c.atoms}.draw(y)
		}
	}}
}

// tick is a box to tick, in the middle of a line of small text.
func (w *writer) tick() atom {
	h := stSmall.height()
	return atom{h, func(x, y float64) {
		w.box(x+0.2, y+(h-tickSize)/2, tickSize, tickSize, 0.7, pen{stroke: figure.Ink, width: 0.35})
	}}
}

// blankOptions are what can be ticked: a line each where they say much, else in as few lines as fit.
func (w *writer) blankOptions(options []report.BlankOption) []atom {
	short := true
	for _, o := range options {
		short = short && o.Text == "" && o.Key == ""
	}
	if short {
		var titles []string
		for _, o := range options {
			titles = append(titles, o.Title)
		}
		return w.choices(group{"", titles})
	}
	var out []atom
	for _, o := range options {
		x := blankKeyX
		cells := []cell{{0, []atom{w.tick()}}}
		if o.Key != "" {
			cells = append(cells, cell{x, []atom{{stSmall.height(), func(px, y float64) {
				w.label(px, y+stSmall.height()/2, 4, figure.Left, o.Key, stSmall.bold())
			}}}})
			x += 4.6
		}
		spans := []span{{closed(o.Title, "."), stSmall.bold()}, {" ", stSmall}, {o.Text, stSmall}}
		if o.Text == "" {
			spans = []span{{o.Title, stSmall}}
		}
		out = append(out, beside(append(cells, cell{x, w.flow(blankW-x, spans...)})...), gap(0.5))
	}
	return out
}

// group is what can be ticked behind a label, which may be empty.
type group struct {
	label  string
	titles []string
}

// choices are boxes with a word each, in as many lines as they need.
func (w *writer) choices(groups ...group) []atom {
	const apart, between = 4.6, 9.0
	type place struct {
		x    float64
		text string
		tick bool
	}
	var rows [][]place
	x := 0.0
	put := func(p place, wide, before float64) {
		if n := len(rows); n == 0 || x+before+wide > blankW {
			rows, x = append(rows, nil), 0
		} else {
			x += before
		}
		p.x = x
		rows[len(rows)-1] = append(rows[len(rows)-1], p)
		x += wide
	}
	for _, g := range groups {
		before := between
		if label := closed(g.label, ":"); label != "" {
			first := 0.0 // the label stands beside its first box
			if len(g.titles) > 0 {
				first = apart/2 + blankKeyX + w.fonts.width(oneLine(g.titles[0]), stSmall)
			}
			own := w.fonts.width(oneLine(label), stSmall)
			put(place{text: label}, own+first, before)
			x -= first
			before = apart / 2
		}
		for _, t := range g.titles {
			put(place{text: t, tick: true}, blankKeyX+w.fonts.width(oneLine(t), stSmall), before)
			before = apart
		}
	}
	out := make([]atom, len(rows))
	for i, row := range rows {
		out[i] = atom{stSmall.height() + 0.8, func(px, y float64) {
			for _, m := range row {
				at := px + m.x
				if m.tick {
					w.tick().draw(at, y)
					at += blankKeyX
				}
				w.label(at, y+stSmall.height()/2, px+blankW-at, figure.Left, m.text, stSmall)
			}
		}}
	}
	return out
}

// blankGrid is a table with a box in each column. Heads of several lines are as high as they need.
func (w *writer) blankGrid(q *report.BlankQuestion) []atom {
	n := float64(len(q.Columns))
	st := stFoot.in(figure.Ink)
	widest := 12.0
	for _, c := range q.Columns {
		for _, word := range strings.Fields(c) {
			widest = max(widest, w.fonts.width(word, st)+1.6)
		}
	}
	pitch := min(widest, 0.7*blankW/n)
	textW := blankW - n*pitch - 3
	var head []cell
	for i, c := range q.Columns {
		lines := w.fonts.clip(w.fonts.wrap(pitch-1.2, span{c, st}), 4, pitch-1.2)
		x := blankW - n*pitch + float64(i)*pitch
		var atoms []atom
		for _, l := range lines {
			atoms = append(atoms, atom{l.h, func(px, y float64) { w.line(px+(pitch-l.w)/2, y, l) }})
		}
		head = append(head, cell{x, atoms})
	}
	high := tallest(head)
	for i := range head { // all end at the rule
		head[i].atoms = append([]atom{gap(high - head[i].height())}, head[i].atoms...)
	}
	out := []atom{beside(head...), {1.4, func(x, y float64) { w.rule(x, y+0.8, blankW, 0.3, figure.Ink) }}}
	for _, r := range q.Rows {
		spans := []span{{closed(r.Title, "."), stSmall.bold()}, {" ", stSmall}, {r.Text, stSmall}}
		if r.Text == "" {
			spans = []span{{r.Title, stSmall}}
		}
		cells := []cell{{0, w.flow(textW, spans...)}}
		for i := range q.Columns {
			cells = append(cells, cell{blankW - n*pitch + float64(i)*pitch + (pitch-tickSize)/2 - 0.2, []atom{w.tick()}})
		}
		out = append(out, beside(cells...), atom{1.6, func(x, y float64) { w.rule(x, y+0.8, blankW, 0.2, figure.Hair) }})
	}
	return out
}

// blankFoot is what every question takes: does not apply, not known, how much it matters, notes.
func (w *writer) blankFoot(q *report.BlankQuestion) []atom {
	out := []atom{gap(0.8)}
	if len(q.None)+len(q.Degrees) > 0 {
		out = append(out, w.choices(group{"", q.None}, group{q.Matters, q.Degrees})...)
	}
	note := closed(q.Note, ":")
	return append(out, atom{handLine, func(x, y float64) {
		at := x + w.label(x, y+handLine-2, 40, figure.Left, note, stSmall) + 2
		w.rule(at, y+handLine-0.6, x+blankW-at, 0.25, figure.Edge)
	}})
}
