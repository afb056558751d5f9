package compare

import (
	"math/big"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/theme"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/cohort"
	"nivel/assessments/figure"
)

// heat is the map of areas and firms: a number in each cell, in the colour of its level.
type heat struct {
	s     *Screen
	c     *cohort.Comparison // of those that stand on their own
	names []string
	lines cohort.Subject // whose areas stand there
	means []cohort.Mean  // of all together; nil for none
}

// meant says whether there is any figure of all together.
func (m *heat) meant() bool {
	return slices.ContainsFunc(m.means, func(x cohort.Mean) bool { return x.Value != nil })
}

// onScale is a worth of 0 to 1 on the scale.
func onScale(worth *big.Rat) *big.Rat {
	return new(big.Rat).Mul(worth, big.NewRat(assessments.Top, 1))
}

// line is one of the areas, or overall.
type line struct {
	name string
	at   *cohort.Line // nil where nobody stands on his own
	mean *big.Rat
}

func (m *heat) all() []line {
	a := &m.lines.Assessment
	words := m.s.h.Session().Complete().Version(a.ModelID, a.ModelVersion).Words[m.s.w.Language]
	out := []line{{name: m.s.w.T("compare.overall"), at: &m.c.Overall}}
	for _, d := range m.lines.Round.Model.Dimensions {
		l := line{name: words.Dimensions[d.ID].Name}
		for k := range m.c.Lines {
			if m.c.Lines[k].Dimension == d.ID {
				l.at = &m.c.Lines[k]
			}
		}
		out = append(out, l)
	}
	for k := range out {
		id := ""
		if k > 0 {
			id = m.lines.Round.Model.Dimensions[k-1].ID
		}
		for _, x := range m.means {
			if x.Dimension == id {
				out[k].mean = x.Value
			}
		}
	}
	return out
}

// of is a firm's cell on a line.
func (m *heat) of(l line, i int) fyne.CanvasObject {
	if l.at == nil || l.at.Cells[i].Figure == nil || !l.at.Cells[i].Figure.Shown() {
		return screen.HeatCell(m.s.w, nil, "")
	}
	mark := ""
	switch {
	case slices.Contains(l.at.Best, i):
		mark = "chevron-up"
	case slices.Contains(l.at.Weakest, i):
		mark = "chevron-down"
	}
	return screen.HeatCell(m.s.w, l.at.Cells[i].Figure.Value, mark)
}

// card is the map with what its letters and marks mean; a list for each area where there is no room.
func (m *heat) card() fyne.CanvasObject {
	w := m.s.w
	rows := []fyne.CanvasObject{screen.CardHead("level", w.T("compare.map"))}
	if m.s.h.Class() == screen.Single {
		rows = append(rows, m.lists()...)
	} else {
		rows = append(rows, m.table()...)
	}
	rows = append(rows, widget.Wrap(18, 4, widget.Label("chevron-up", figure.Ink2, 16, 6, widget.NewText(widget.Small, figure.Ink2, w.T("compare.best"))),
		widget.Label("chevron-down", figure.Ink2, 16, 6, widget.NewText(widget.Small, figure.Ink2, w.T("compare.weakest"))),
		widget.NewText(widget.Small, figure.Ink2, w.T("compare.dash"))))
	if n, total := m.meanOf(); n < total {
		rows = append(rows, widget.NewText(widget.Small, figure.Ink2, w.T("compare.mean.of", "n", n, "total", total)))
	}
	return widget.Card(18, widget.Column(8, rows...))
}

// meanOf is how many of the firms the overall mean is made of; both are 0 where there is none.
func (m *heat) meanOf() (n, total int) {
	for _, x := range m.means {
		if x.Dimension == "" && x.Value != nil {
			return x.Of, len(m.s.all)
		}
	}
	return 0, 0
}

func (m *heat) table() []fyne.CanvasObject {
	w := m.s.w
	var heads []string
	var legend []fyne.CanvasObject
	for i, name := range m.names {
		heads = append(heads, strconv.Itoa(i+1))
		legend = append(legend, widget.NewText(widget.Small, figure.Ink, "**"+heads[i]+"** "+name))
	}
	if m.meant() {
		heads = append(heads, w.T("compare.mean"))
	}
	var lines []screen.HeatLine
	for _, l := range m.all() {
		line := screen.HeatLine{Name: l.name}
		for i := range m.names {
			line.Cells = append(line.Cells, m.of(l, i))
		}
		if m.meant() {
			line.Cells = append(line.Cells, screen.HeatCell(w, l.mean, ""))
		}
		lines = append(lines, line)
	}
	return append(screen.HeatMap(heads, lines), widget.Wrap(18, 4, legend...))
}

func (m *heat) lists() []fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for _, l := range m.all() {
		rows = append(rows, widget.Divider(), widget.NewText(widget.Strong, figure.Ink, l.name))
		for i, name := range m.names {
			rows = append(rows, widget.Centred(10, []float32{-1, theme.Dp(56)}, widget.NewText(widget.Tight, figure.Ink, name), m.of(l, i)))
		}
		if m.meant() {
			rows = append(rows, widget.Centred(10, []float32{-1, theme.Dp(56)}, widget.NewText(widget.Tight, figure.Ink, m.s.w.T("compare.mean")), screen.HeatCell(m.s.w, l.mean, "")))
		}
	}
	return rows
}
