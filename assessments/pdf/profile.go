package pdf

import (
	"math"

	"nivel/assessments/figure"
	"nivel/assessments/report"
)

// profile is the page of figures. What does not fit goes on to a second page, part by part.
func (w *writer) profile(p *report.Profile) {
	w.begin(p.Section, p.Title)
	w.bookmark(w.section, 0)
	w.title(p.Title, "")
	w.onFewPages(func() {
		w.profileVials(p)
		if len(p.Table.Head)+len(p.Table.Rows) > 0 {
			w.table(p.Table, tableLook{x: left, w: content, pad: w.easy(1.1, 0.2), firstBold: true})
			w.y += w.easy(7, 3.6)
		}
		w.profileBoxes(p)
		if p.Index != nil {
			w.index(p.Index)
		}
	})
}

// profileVials draws the vials with the radar on their right.
func (w *writer) profileVials(p *report.Profile) {
	const radarW = 82.0
	wide := content
	if len(p.Axes) >= 3 {
		wide = content - radarW
	}
	top, page := w.y, w.page
	for _, l := range p.Lines {
		w.profileLine(l, wide)
	}
	if len(p.Axes) >= 3 {
		h := math.Min(76, math.Max(w.easy(58, 53), w.y-top))
		if w.page != page { // more dimensions than a page holds
			w.need(h)
			top = w.y
		}
		w.draw(figure.Radar((radarW-1)/dp, h/dp, p.Axes, 0.9), right-radarW+1, top)
		w.y = math.Max(w.y, top+h)
	}
	if p.Legend != (report.Legend{}) {
		w.need(w.legendHeight(p.Legend, content) + 1.2)
		w.y += w.legend(p.Legend, left, w.y+0.2, content) + 0.2
	}
	w.y += w.easy(6, 1.2)
}

// profileLine is one dimension: icon, name with coverage and range, vial, numbers.
func (w *writer) profileLine(l report.Line, wide float64) {
	const nameX, nameW, vialW, vialH = 24.3, 38.6, 30.0, 4.9
	vialX := nameX + nameW + 1.4
	st := stText
	if l.Weakest {
		st = st.bold()
	}
	if wide := w.fonts.width(l.Name, st); wide > nameW && wide < nameW*1.12 {
		st.size *= nameW / wide
	}
	name := w.fonts.clip(w.fonts.wrap(nameW, span{oneLine(l.Name), st}), 3, nameW)
	under := l.Coverage
	if l.Vial.RangeText != "" {
		if under != "" {
			under += " · "
		}
		under += l.Vial.RangeText
	}
	small := w.fonts.clip(w.fonts.wrap(nameW, span{oneLine(under), stFoot}), 2, nameW)
	text := heightOf(name) + heightOf(small)
	h := math.Max(w.easy(12.4, 8.8), text+0.6)
	w.need(h)
	mid := w.y + h/2
	w.icon(l.Icon, left, mid-2.3, 4.6, figure.Ink2)
	at := mid - text/2
	at += w.lines(nameX, at, name)
	w.lines(nameX, at, small)
	w.vial(l.Vial, vialX, mid-vialH/2-0.4, vialW, vialH)
	x := vialX + vialW + 1
	w.label(x, mid-0.4, 7.6, figure.Right, l.Vial.Text, stText.bold())
	if l.Vial.Target >= 0 {
		w.label(x+9.6, mid-0.4, wide-(x-left)-9.6, figure.Left, l.Vial.TargetText, stText.in(figure.Ink2))
	}
	w.y += h
}

// profileBoxes are the weakest dimension and the coverage, side by side.
func (w *writer) profileBoxes(p *report.Profile) {
	const gapW, pad = 5.8, 4.4
	leftW := 82.0
	hasLeft, hasRight := p.Weakest != report.Paragraph{}, len(p.Coverage) > 0
	switch {
	case !hasLeft && !hasRight:
		return
	case !hasRight:
		leftW = content
	case !hasLeft:
		leftW = -gapW
	}
	rightX, rightW := left+leftW+gapW, content-leftW-gapW
	var weak, cover []atom
	if hasLeft {
		weak = w.boxHead("chain", p.Weakest.Title, leftW-2*pad)
		weak = append(weak, w.flow(leftW-2*pad, span{p.Weakest.Text, stText})...)
		if p.WeakestNote != "" {
			weak = append(weak, gap(1.2))
			weak = append(weak, w.flow(leftW-2*pad, span{p.WeakestNote, stSmall.in(figure.Ink2)})...)
		}
	}
	if hasRight {
		cover = w.boxHead("question", p.CoverageTitle, rightW-2*pad)
		for _, r := range p.Coverage {
			cover = append(cover, w.coverageRow(r, rightW-2*pad))
		}
		cover = append(cover, gap(1))
		cover = append(cover, w.flow(rightW-2*pad, span{p.CoverageLegend, stFoot})...)
	}
	cells := []cell{{left + pad, weak}, {rightX + pad, cover}}
	inset := w.easy(3.8, 2.8)
	h := tallest(cells) + 2*inset
	w.need(kept(h))
	if w.fits(h) {
		for i, x := range [2]float64{left, rightX} {
			if len(cells[i].atoms) > 0 {
				w.box(x, w.y, [2]float64{leftW, rightW}[i], h, 3, pen{stroke: figure.Hair, width: 0.3})
			}
		}
	}
	w.place(inset, inset, cells...)
	w.y += w.easy(7, 3.4)
}

func (w *writer) boxHead(icon, title string, wide float64) []atom {
	out := w.withIcon(icon, 4.6, wide, figure.Ink, span{title, style{semibold, 11.5, 16, figure.Ink}})
	return append(out, gap(1))
}

// coverageRow is one dimension with a box for each question.
func (w *writer) coverageRow(r report.CoverageRow, wide float64) atom {
	const nameW, textW = 17.0, 10.0
	h := w.easy(5.2, 4.6)
	return atom{h, func(x, y float64) {
		mid := y + h/2
		w.label(x, mid, nameW-0.8, figure.Left, r.Name, stSmall)
		w.label(x+wide-textW, mid, textW, figure.Right, r.Text, stSmall)
		if len(r.Boxes) == 0 {
			return
		}
		pitch := math.Min(5.77, (wide-nameW-textW-1)/float64(len(r.Boxes)))
		bw := pitch * 0.9
		for i, b := range r.Boxes {
			w.coverageBox(b, x+nameW+float64(i)*pitch, mid-1.75, bw)
		}
	}}
}

func (w *writer) coverageBox(b report.Box, x, y, wide float64) {
	const h = 3.5
	if b == report.BoxFull {
		w.box(x, y, wide, h, 0.9, pen{fill: figure.Blue})
		return
	}
	w.box(x+0.12, y+0.12, wide-0.24, h-0.24, 0.9, pen{fill: figure.Surface, stroke: figure.Edge, width: 0.25})
	switch b {
	case report.BoxUnknown:
		st := style{semibold, 7.5, 9, figure.Ink}
		w.text(x+wide/2-w.fonts.width("?", st)/2, y+h/2+st.baseline(0), "?", st)
	case report.BoxNone:
		half := math.Min(1.1, wide*0.3)
		w.rule(x+wide/2-half, y+h/2, 2*half, 0.4, figure.Ink)
	}
}
