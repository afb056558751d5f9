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
func matrix(w *texts.Words, firms []*series.Standing, heads []string, total bool) fyne.CanvasObject {
	cell, name := theme.Dp(20), theme.Dp(104)
	switch n := len(firms); {
	case n > series.Aim:
		cell, name = theme.Dp(16), theme.Dp(86)
	case n > few:
		cell, name = theme.Dp(18), theme.Dp(96)
	}
	shares := []float32{name}
	row := []fyne.CanvasObject{widget.Space(1, 1)}
	for _, h := range heads {
		t := widget.NewText(widget.Small, figure.Ink2, h)
		t.Align = fyne.TextAlignCenter
		row, shares = append(row, t), append(shares, max(cell, widget.WidthOf(t)))
	}
	if total {
		row, shares = append(row, widget.Space(1, 1)), append(shares, theme.Dp(24))
	}
	row, shares = append(row, widget.Space(1, 1)), append(shares, -1)
	lines := []fyne.CanvasObject{widget.Centred(1, shares, row...)}
	for _, d := range dimensions(firms) {
		icon, short := dimension(w, firms, d)
		row := []fyne.CanvasObject{widget.Label(icon, figure.Ink2, 16, 6, widget.NewText(widget.Small, figure.Ink, short))}
		n := 0
		for _, f := range firms {
			has := slices.Contains(f.Gaps, d)
			if has {
				n++
			}
			row = append(row, gapCell(cell, has))
		}
		if total {
			style := widget.Tight
			if 2*n > len(firms) {
				style = widget.TightBold
			}
			t := widget.NewText(style, figure.Ink, w.Int(n))
			t.Align = fyne.TextAlignTrailing
			row = append(row, t)
		}
		lines = append(lines, widget.Centred(1, shares, append(row, widget.Space(1, 1))...))
	}
	return widget.Column(9, lines...)
}

// gapCell is full with a point where a firm has the gap, else an empty box.
func gapCell(width float32, has bool) fyne.CanvasObject {
	d := widget.NewDrawing(width, min(width, theme.Dp(18)), "", func(w, h float64) figure.Drawing {
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
