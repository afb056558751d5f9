package series

import (
	"slices"

	"fyne.io/fyne/v2"

	"nivel/app/theme"
	"nivel/app/widget"
	"nivel/assessments/figure"
	"nivel/assessments/series"
	"nivel/assessments/texts"
)

// few is how many firms have room for wide columns.
const few = 8

// matrix says who shares each gap: a line an area, a column a firm, and how many at the end.
func matrix(w *texts.Words, firms []*series.Standing, heads []string) fyne.CanvasObject {
	look := grid{cell: theme.Dp(20), name: theme.Dp(104), icon: 16, style: widget.Small, bold: widget.TightBold}
	switch n := len(firms); {
	case n > series.Aim:
		look.cell, look.name = theme.Dp(16), theme.Dp(86)
	case n > few:
		look.cell, look.name = theme.Dp(18), theme.Dp(96)
	}
	return look.of(w, firms, heads)
}

// large is the matrix for a wall, to be read from afar.
func large(w *texts.Words, firms []*series.Standing, heads []string) fyne.CanvasObject {
	look := grid{cell: theme.Dp(36), name: theme.Dp(160), icon: 24, style: widget.CardTitle, bold: widget.H2}
	return look.of(w, firms, heads)
}

// grid is how a matrix looks.
type grid struct {
	cell, name, icon float32
	style, bold      widget.Style
}

func (g grid) of(w *texts.Words, firms []*series.Standing, heads []string) fyne.CanvasObject {
	cell, name := g.cell, g.name
	shares := []float32{name}
	row := []fyne.CanvasObject{widget.Space(1, 1)}
	for _, h := range heads {
		t := widget.NewText(g.style, figure.Ink2, h)
		t.Align = fyne.TextAlignCenter
		row, shares = append(row, t), append(shares, max(cell, widget.WidthOf(t)))
	}
	row, shares = append(row, widget.Space(1, 1)), append(shares, cell+theme.Dp(6))
	row, shares = append(row, widget.Space(1, 1)), append(shares, -1)
	lines := []fyne.CanvasObject{widget.Centred(1, shares, row...)}
	for _, d := range dimensions(firms) {
		icon, short := dimension(w, firms, d)
		row := []fyne.CanvasObject{widget.Label(icon, figure.Ink2, g.icon, 6, widget.NewText(g.style, figure.Ink, short))}
		n := 0
		for _, f := range firms {
			has := slices.Contains(f.Gaps, d)
			if has {
				n++
			}
			row = append(row, gapCell(cell, has))
		}
		style := g.style
		if 2*n > len(firms) {
			style = g.bold
		}
		t := widget.NewText(style, figure.Ink, w.Int(n))
		t.Align = fyne.TextAlignTrailing
		row = append(row, t)
		lines = append(lines, widget.Centred(1, shares, append(row, widget.Space(1, 1))...))
	}
	return widget.Column(9, lines...)
}

// gapCell is full with a point where a firm has the gap, else an empty box.
func gapCell(width float32, has bool) fyne.CanvasObject {
	d := widget.NewDrawing(width, width-theme.Dp(1), "", func(w, h float64) figure.Drawing {
		out := figure.Drawing{W: w, H: h}
		box := figure.Shape{Kind: figure.Rect, X: (w - h) / 2, Y: 0.5, W: h - 1, H: h - 1, R: 5, Stroke: figure.Edge, StrokeWidth: 1}
		if !has {
			out.Shapes = append(out.Shapes, box)
			return out
		}
		box.Fill, box.Stroke = figure.Blue, figure.Blue
		out.Shapes = append(out.Shapes, box, figure.Shape{Kind: figure.Circle, X: w/2 - 0.5, Y: h / 2, R: h * 0.17, Fill: figure.Surface})
		return out
	})
	return d
}

// numbers are the numbers of the firms, as heads.
func numbers(w *texts.Words, n int) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = w.Int(i + 1)
	}
	return out
}
