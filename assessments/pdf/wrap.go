package pdf

import (
	"strings"
	"unicode/utf8"
)

// span is a stretch of text in one style.
type span struct {
	text  string
	style style
}

// piece is what of a span stands on one line, x millimetres from its beginning.
type piece struct {
	span  int
	text  string
	style style
	x, w  float64
}

// line is one line of a wrapped text.
type line struct {
	pieces []piece
	w, h   float64 // of the text, and of the line itself
	size   float64 // of its largest text, in points
}

// wrapper breaks spans into lines. Lengths are in millimetres, places are bytes of a span's text.
type wrapper struct {
	fonts *fontSet
	spans []span
	width float64
	lines []line

	cur  line
	ends int     // where the last piece of cur ends in its span
	gap  float64 // of the spaces since then

	word  []fragment // of the word being read; more than one where the style changes inside
	wordW float64
}

type fragment struct {
	span, from, to int
	w              float64
}

// wrap breaks spans into lines of that width. A word that is wider than a line is broken where a
// sign allows it, else anywhere.
func (s *fontSet) wrap(width float64, spans ...span) []line {
	w := wrapper{fonts: s, spans: spans, width: width + 0.01}
	for i, sp := range spans {
		w.read(i, sp)
	}
	w.flush()
	if len(w.cur.pieces) > 0 {
		w.end()
	}
	return w.lines
}

func (w *wrapper) read(index int, sp span) {
	unit := sp.style.size * point / 1000
	from, wide := 0, 0
	take := func(to int) {
		if to > from {
			f := fragment{index, from, to, float64(wide) * unit}
			w.word, w.wordW = append(w.word, f), w.wordW+f.w
		}
		wide = 0
	}
	for i, r := range sp.text {
		switch r {
		case ' ':
			take(i)
			w.flush()
			if len(w.cur.pieces) > 0 {
				w.gap += float64(w.fonts.glyph(r).width[sp.style.face]) * unit
			}
			from = i + 1
		case '\n':
			take(i)
			w.flush()
			if len(w.cur.pieces) == 0 {
				w.cur.h = sp.style.height()
			}
			w.end()
			from = i + 1
		default:
			wide += int(w.fonts.glyph(r).width[sp.style.face])
		}
	}
	take(len(sp.text))
}

// flush puts the word that was read on the line, or on the next one.
func (w *wrapper) flush() {
	if len(w.word) == 0 {
		return
	}
	if len(w.cur.pieces) > 0 && w.cur.w+w.gap+w.wordW > w.width {
		w.end()
	}
	for _, f := range w.word {
		if w.wordW > w.width {
			w.broken(f)
		} else {
			w.put(f)
		}
	}
	w.word, w.wordW = w.word[:0], 0
}

func (w *wrapper) put(f fragment) {
	sp := w.spans[f.span]
	n := len(w.cur.pieces)
	if n > 0 && w.cur.pieces[n-1].span == f.span {
		p := &w.cur.pieces[n-1]
		start := w.ends - len(p.text)
		p.text = sp.text[start:f.to]
		p.w += w.gap + f.w
	} else {
		w.cur.pieces = append(w.cur.pieces, piece{f.span, sp.text[f.from:f.to], sp.style, w.cur.w + w.gap, f.w})
	}
	w.cur.w += w.gap + f.w
	w.cur.h = max(w.cur.h, sp.style.height())
	w.cur.size = max(w.cur.size, sp.style.size)
	w.ends, w.gap = f.to, 0
}

// broken puts a word on as many lines as it needs.
func (w *wrapper) broken(f fragment) {
	sp := w.spans[f.span]
	unit := sp.style.size * point / 1000
	for f.from < f.to {
		room := w.width - w.cur.w - w.gap
		to, wide, better, betterW := f.from, 0.0, 0, 0.0
		for i, r := range sp.text[f.from:f.to] {
			step := float64(w.fonts.glyph(r).width[sp.style.face]) * unit
			if wide+step > room {
				break
			}
			wide += step
			to = f.from + i + utf8.RuneLen(r)
			if strings.ContainsRune("/-.,_@&?=", r) {
				better, betterW = to, wide
			}
		}
		if to < f.to && better > 0 && betterW > 0.5*room {
			to, wide = better, betterW
		}
		if to == f.from { // not even one rune
			if len(w.cur.pieces) > 0 {
				w.end()
				continue
			}
			_, n := utf8.DecodeRuneInString(sp.text[f.from:f.to])
			to = f.from + n
			wide = w.fonts.width(sp.text[f.from:to], sp.style)
		}
		w.put(fragment{f.span, f.from, to, wide})
		f.from = to
		if f.from < f.to {
			w.end()
		}
	}
}

func (w *wrapper) end() {
	w.lines = append(w.lines, w.cur)
	w.cur, w.gap = line{}, 0
}

// clip keeps at most n lines; the last one says with an ellipsis that there was more.
func (s *fontSet) clip(lines []line, n int, width float64) []line {
	if len(lines) <= n || n < 1 {
		return lines[:min(len(lines), max(n, 0))]
	}
	lines = append([]line(nil), lines[:n]...)
	last := &lines[n-1]
	last.pieces = append([]piece(nil), last.pieces...)
	if len(last.pieces) == 0 {
		return lines
	}
	p := &last.pieces[len(last.pieces)-1]
	p.text = s.cut(p.text+s.ellipsis(), width-p.x, p.style)
	p.w = s.width(p.text, p.style)
	last.w = p.x + p.w
	return lines
}

// cut shortens a text that ends with an ellipsis until it fits.
func (s *fontSet) cut(text string, width float64, st style) string {
	dots := s.ellipsis()
	body := strings.TrimSuffix(text, dots)
	room := width - s.width(dots, st)
	wide := 0.0
	unit := st.size * point / 1000
	for i, r := range body {
		wide += float64(s.glyph(r).width[st.face]) * unit
		if wide > room {
			body = body[:i]
			break
		}
	}
	return strings.TrimRight(body, " ,.;:") + dots
}

func (s *fontSet) ellipsis() string {
	if s.glyph('…').has {
		return "…"
	}
	return "..."
}

// fit makes a text one line that is no wider than width: first smaller, down to least, then cut.
func (s *fontSet) fit(text string, width, least float64, st style) (string, style) {
	text = oneLine(text)
	wide := s.width(text, st)
	if wide <= width || text == "" {
		return text, st
	}
	st = st.scaled(max(width/wide, least))
	if s.width(text, st) > width+0.01 {
		text = s.cut(text, width, st)
	}
	return text, st
}
