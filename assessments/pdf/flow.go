package pdf

import "nivel/assessments/figure"

// atom is the smallest thing that is never divided: a line of text, a small picture, a gap.
type atom struct {
	h    float64
	draw func(x, y float64) // nil for a gap
}

// cell is a stack of atoms at x.
type cell struct {
	x     float64
	atoms []atom
}

func (c cell) height() float64 {
	h := 0.0
	for _, a := range c.atoms {
		h += a.h
	}
	return h
}

// flow is a wrapped text as atoms.
func (w *writer) flow(width float64, spans ...span) []atom {
	return w.flowLines(0, w.fonts.wrap(width, spans...))
}

func (w *writer) flowLines(indent float64, lines []line) []atom {
	out := make([]atom, len(lines))
	for i, l := range lines {
		out[i] = atom{l.h, func(x, y float64) { w.line(x+indent, y, l) }}
	}
	return out
}

// withIcon is a text with an icon before its first line.
func (w *writer) withIcon(icon string, size, width float64, color figure.Token, spans ...span) []atom {
	indent := size + 1.6
	out := w.flowLines(indent, w.fonts.wrap(width-indent, spans...))
	if len(out) > 0 {
		first := out[0]
		out[0].draw = func(x, y float64) {
			w.icon(icon, x, y+(first.h-size)/2, size, color)
			first.draw(x, y)
		}
	}
	return out
}

// aligned is a wrapped text that stands on the right of its width, or in the middle.
func (w *writer) aligned(width float64, align figure.Align, spans ...span) []atom {
	lines := w.fonts.wrap(width, spans...)
	out := make([]atom, len(lines))
	for i, l := range lines {
		shift := 0.0
		switch align {
		case figure.Right:
			shift = width - l.w
		case figure.Centre:
			shift = (width - l.w) / 2
		}
		out[i] = atom{l.h, func(x, y float64) { w.line(x+shift, y, l) }}
	}
	return out
}

func gap(h float64) atom { return atom{h: h} }

// tallest is the height of a row of cells.
func tallest(cells []cell) float64 {
	h := 0.0
	for _, c := range cells {
		h = max(h, c.height())
	}
	return h
}

// divided is the height from which even a row is divided: it would not fit on a page below a
// heading. A part of it is begun where at least begun millimetres have room.
const (
	divided = bodyBottom - bodyTop - 30
	begun   = 30.0
)

// kept is how much room something h high needs to begin.
func kept(h float64) float64 {
	if h > divided {
		return begun
	}
	return h
}

// place puts cells side by side below what stands on the page, with room above and below. They
// stay together, on a further page if need be; only what is about as tall as a page is divided.
func (w *writer) place(above, below float64, cells ...cell) {
	h := tallest(cells)
	if h == 0 {
		return
	}
	w.need(kept(above + h + below))
	if w.fits(above + h + below) {
		for _, c := range cells {
			c.draw(w.y + above)
		}
		w.y += above + h + below
		return
	}
	for {
		room := bodyBottom - w.y - above - below
		used, rest := 0.0, false
		for i := range cells {
			var h float64
			cells[i], h = cells[i].part(w.y+above, room)
			used = max(used, h)
			rest = rest || len(cells[i].atoms) > 0
		}
		w.y += above + used + below
		if !rest {
			return
		}
		w.more()
	}
}

func (c cell) draw(y float64) {
	for _, a := range c.atoms {
		if a.draw != nil {
			a.draw(c.x, y)
		}
		y += a.h
	}
}

// part draws as many atoms as have room, at least one, and returns the others.
func (c cell) part(y, room float64) (cell, float64) {
	n, h := 0, 0.0
	for n < len(c.atoms) && (n == 0 || h+c.atoms[n].h <= room) {
		h += c.atoms[n].h
		n++
	}
	cell{c.x, c.atoms[:n]}.draw(y)
	rest := c.atoms[n:]
	for len(rest) > 0 && rest[0].draw == nil {
		rest = rest[1:]
	}
	return cell{c.x, rest}, h
}
