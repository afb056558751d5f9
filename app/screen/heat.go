package screen

import (
	"math/big"
	"strings"

	"fyne.io/fyne/v2"

	"nivel/app/theme"
	"nivel/app/widget"
	"nivel/assessments/figure"
	"nivel/assessments/scoring"
	"nivel/assessments/texts"
)

// HeatCell is a value from 0 to 5 in the colour of the nearest whole level, with the icon of a mark or
// without (""); nil is a dash on no colour.
func HeatCell(w *texts.Words, value *big.Rat, mark string) fyne.CanvasObject {
	fill, ink := figure.Sunken, figure.Ink2
	if value != nil {
		fill, ink = figure.Ramp(scoring.Round(value))
	}
	text := widget.NewText(widget.TightBold, ink, w.Score(value))
	text.Align = fyne.TextAlignCenter
	inner := widget.Centred(2, []float32{-1}, text)
	if mark != "" {
		inner = widget.Centred(0, []float32{-1, 0}, text, widget.Icon(mark, ink, 15))
	}
	return widget.Over(widget.Space(theme.Dp(46), theme.Dp(30)), widget.Box(fill, figure.Edge, 0.75, 6), widget.Pad(5, 3, 5, 3, inner))
}

// HeatLine is a line of a heat map: its name and a cell for each head.
type HeatLine struct {
	Name  string
	Cells []fyne.CanvasObject
}

// HeatMap are the lines below their heads. Few columns stand beside the names, not at the far side.
func HeatMap(heads []string, lines []HeatLine) []fyne.CanvasObject {
	const few = 8
	column := theme.Dp(46)
	for _, h := range heads { // no head is broken inside a word
		for _, word := range strings.Fields(h) {
			column = max(column, fyne.MeasureText(word, theme.Dp(13), fyne.TextStyle{Bold: true}).Width+6)
		}
	}
	name, rest := float32(-1), []fyne.CanvasObject(nil)
	if len(heads) <= few && column*float32(len(heads)) <= theme.Dp(46)*few {
		name, rest = theme.Dp(250), []fyne.CanvasObject{widget.Space(1, 1)}
	}
	shares := []float32{name}
	row := []fyne.CanvasObject{widget.Space(1, 1)}
	for _, h := range heads {
		t := widget.NewText(widget.SmallBold, figure.Ink, h)
		t.Align = fyne.TextAlignCenter
		row, shares = append(row, t), append(shares, column)
	}
	if rest != nil {
		shares = append(shares, -1)
	}
	out := []fyne.CanvasObject{widget.Centred(3, shares, append(row, rest...)...)}
	for _, l := range lines {
		cells := append([]fyne.CanvasObject{widget.NewText(widget.Tight, figure.Ink, l.Name)}, l.Cells...)
		if rest != nil {
			cells = append(cells, widget.Space(1, 1))
		}
		out = append(out, widget.Centred(3, shares, cells...))
	}
	return out
}

// HeldCell stands where a value may not be shown, and says why.
func HeldCell(text string) fyne.CanvasObject {
	t := widget.NewText(widget.Small, figure.Ink2, text)
	t.Align = fyne.TextAlignCenter
	return widget.Over(widget.Space(theme.Dp(46), theme.Dp(30)), widget.Box(figure.Sunken, figure.Edge, 0.75, 6), widget.Pad(5, 1, 5, 1, widget.Centred(0, []float32{-1}, t)))
}
