package pdf

import (
	"math"

	"nivel/assessments/figure"
	"nivel/assessments/report"
)

// index is the count of conditions beside the official figures. It stays on one page.
func (w *writer) index(i *report.Index) {
	about := w.flow(content, span{i.About, stSmall.in(figure.Ink2)})
	head, conditions := w.indexCount(i), w.conditions(i.Conditions)
	cells := append([]cell{head}, conditions...)
	source := []span{{i.Source, stFoot}}
	if i.Note != "" {
		source = append(source, span{" ", stFoot}, span{i.Note, stFoot})
	}
	after := w.flow(content, source...)
	bars := float64(len(i.Bars))*w.bandPitch() + 6
	space := w.easy(3, 1.6)
	w.heading(i.Title, cell{0, about}.height()+1.6+tallest(cells)+space+bars+0.8+cell{0, after}.height())
	w.place(0, 1.6, cell{left, about})
	w.place(0, space, cells...)
	w.bands(i)
	w.place(0.8, 0, cell{left, after})
}

const indexX = 55.0

func (w *writer) indexCount(i *report.Index) cell {
	const wide = indexX - left - 4
	big := style{semibold, 30, 32, figure.Ink}
	band := w.flow(wide, span{i.Band, stText.bold()})
	count := atom{11, func(x, y float64) {
		text, st := w.fonts.fit(i.Count, wide-10, 0.6, big)
		w.text(x, y+9.4, text, st)
		at := w.fonts.width(text, st) + 1.6
		w.label(x+at, y+9.4-stLead.baseline(0), wide-at, figure.Left, i.Of, stLead.in(figure.Ink2))
	}}
	return cell{left, append([]atom{count, gap(0.6)}, band...)}
}

// conditions stand in two columns, the first one filled first.
func (w *writer) conditions(all []report.Condition) []cell {
	const columnW, sign = (right - indexX - 4) / 2, 5.8
	half := (len(all) + 1) / 2
	cells := []cell{{x: indexX}, {x: indexX + columnW + 4}}
	for n, c := range all {
		st := stSmall
		if c.Holds && c.Known {
			st = st.bold()
		}
		lines := w.fonts.wrap(columnW-sign, span{c.Text, st})
		atoms := w.flowLines(sign, lines)
		if len(atoms) == 0 {
			continue
		}
		first := atoms[0]
		atoms[0].draw = func(x, y float64) {
			w.checkBox(c, x, y+(first.h-3.6)/2)
			first.draw(x, y)
		}
		to := &cells[min(n/max(half, 1), 1)]
		to.atoms = append(append(to.atoms, atoms...), gap(w.easy(1.2, 0.5)))
	}
	return cells
}

func (w *writer) checkBox(c report.Condition, x, y float64) {
	const size = 3.6
	switch {
	case c.Known && c.Holds:
		w.box(x, y, size, size, 0.9, pen{fill: figure.Blue})
		w.move(x+0.85, y+1.9)
		w.to(x+1.55, y+2.6)
		w.to(x+2.8, y+1.15)
		w.paint(pen{stroke: figure.OnBlue, width: 0.45, round: true})
	default:
		w.box(x+0.15, y+0.15, size-0.3, size-0.3, 0.8, pen{stroke: figure.Edge, width: 0.3})
		if !c.Known {
			st := style{semibold, 7.5, 9, figure.Ink}
			w.text(x+(size-w.fonts.width("?", st))/2, y+size/2+st.baseline(0), "?", st)
		}
	}
}

const bandH = 6.2

func (w *writer) bandPitch() float64 { return w.easy(8.6, 7.5) }

// bands draws the distribution of each country with the names of the bands below.
func (w *writer) bands(i *report.Index) {
	if len(i.Bars) == 0 {
		return
	}
	nameW := 0.0
	for _, b := range i.Bars {
		nameW = math.Max(nameW, w.fonts.width(oneLine(b.Name), stText))
	}
	nameW = math.Min(45, nameW+4)
	x, wide := left+nameW, content-nameW-11
	w.need(float64(len(i.Bars))*w.bandPitch() + 6)
	for _, b := range i.Bars {
		w.label(left, w.y+bandH/2, nameW-2, figure.Left, b.Name, stText)
		texts := append([]string(nil), b.Texts...)
		for len(texts) < len(b.Shares) {
			texts = append(texts, "")
		}
		w.lastShare(b.Shares, texts, x, wide)
		w.draw(figure.BandBar(wide/dp, bandH/dp, b.Shares, texts, i.Own, 0.9), x, w.y)
		w.y += w.bandPitch()
	}
	w.bandNames(i, x, wide)
}

// lastShare prints the last number beside the bar where its part is too narrow for it.
func (w *writer) lastShare(shares []float64, texts []string, x, wide float64) {
	total, n := 0.0, len(shares)-1
	for _, s := range shares {
		total += s
	}
	if n < 0 || total <= 0 {
		return
	}
	if part := wide * shares[n] / total; part-1.5 < w.fonts.width(texts[n], stSmall)*0.8 {
		w.label(x+wide+1.2, w.y+bandH/2, right-x-wide-1.2, figure.Left, texts[n], stSmall)
		texts[n] = ""
	}
}

// bandNames stand below the parts of the last bar, moved to the left where they would meet; where
// even that is not enough they become a legend.
func (w *writer) bandNames(i *report.Index, x, wide float64) {
	shares := i.Bars[len(i.Bars)-1].Shares
	n := min(len(i.BandNames), len(shares))
	if n == 0 {
		return
	}
	total := 0.0
	for _, s := range shares {
		total += s
	}
	at, end := make([]float64, n), right
	starts, sum := make([]float64, n), 0.0
	for j := range n {
		starts[j] = x + wide*sum/math.Max(total, 1e-9)
		sum += shares[j]
	}
	for j := n - 1; j >= 0; j-- {
		at[j] = math.Min(starts[j], end-w.fonts.width(oneLine(i.BandNames[j]), w.bandStyle(i, j)))
		end = at[j] - 3
	}
	if at[0] < x-0.01 {
		w.bandLegend(i, n)
		return
	}
	for j := range n {
		w.text(at[j], w.y+2+stSmall.baseline(0), oneLine(i.BandNames[j]), w.bandStyle(i, j))
	}
	w.y += stSmall.height() + 1.4
}

func (w *writer) bandStyle(i *report.Index, band int) style {
	if band == i.Own {
		return stSmall.bold()
	}
	return stSmall.in(figure.Ink2)
}

func (w *writer) bandLegend(i *report.Index, n int) {
	levels := [...]int{0, 1, 3, 5}
	x := left
	for j := range n {
		text, st := w.fonts.fit(i.BandNames[j], content-6, 0.8, w.bandStyle(i, j))
		wide := w.fonts.width(text, st) + 5
		if x > left && x+wide > right {
			x, w.y = left, w.y+5
		}
		fill, _ := figure.Ramp(levels[min(j, 3)])
		w.box(x, w.y+0.5, 3.4, 3.4, 0.4, pen{fill: fill, stroke: figure.Edge, width: 0.2})
		w.text(x+5, w.y+2.2+st.baseline(0), text, st)
		x += wide + 4
	}
	w.y += 6
}
