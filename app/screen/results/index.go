package results

import (
	"fmt"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/theme"
	"nivel/app/widget"
	"nivel/assessments/figure"
	"nivel/assessments/report"
)

// index is the European index of the firm beside the official figures.
func (s *Screen) index() fyne.CanvasObject {
	in := s.h.Session()
	none := widget.Space(1, 1)
	none.Hide()
	if !in.Ready() {
		return none
	}
	x := report.IndexWith(in.ReportInput(s.w.Language, 0, false), s.result)
	if x == nil {
		return none
	}
	chip := widget.Chip(widget.ToneOutline, "", x.Count+" "+x.Of)
	head := widget.Centred(8, []float32{-1, 0}, widget.NewText(widget.H3, figure.Ink, x.Title), chip)
	rows := []fyne.CanvasObject{head, widget.NewText(widget.TightBold, figure.Ink, x.Band), s.boxes(x)}
	for _, b := range x.Bars {
		bar := widget.NewDrawing(0, theme.Dp(24), fmt.Sprint(b.Name, b.Texts), func(w, h float64) figure.Drawing {
			return figure.BandBar(w, h, b.Shares, b.Texts, x.Own, float64(theme.Scale()))
		})
		rows = append(rows, widget.Centred(8, []float32{theme.Dp(62), -1}, widget.NewText(widget.Tight, figure.Ink, b.Name), bar))
	}
	var names []fyne.CanvasObject
	for i, n := range x.BandNames {
		style := widget.Axis
		if i == x.Own {
			style.Bold = true
		}
		fill, _ := figure.Ramp([]int{0, 1, 3, 5}[i])
		names = append(names, widget.Centred(5, nil, widget.NewDrawing(12, 12, "", func(w, h float64) figure.Drawing {
			return figure.Drawing{Shapes: []figure.Shape{{Kind: figure.Rect, W: w, H: h, R: 3, Fill: fill, Stroke: figure.Edge, StrokeWidth: 0.75}}}
		}), widget.NewText(style, figure.Ink2, n)))
	}
	rows = append(rows, widget.Wrap(12, 4, names...), widget.NewText(widget.Axis, figure.Ink2, x.Source+" "+x.Note))
	open := widget.NewButton(widget.Quiet, "", s.w.T("results.index"), "chevron-right", func() { s.h.Go(screen.Route{Page: screen.Interview, ID: screen.IndexPage}) })
	return widget.Card(18, widget.Column(8, append(rows, widget.Wrap(0, 0, open))...))
}

func (s *Screen) boxes(x *report.Index) fyne.CanvasObject {
	n := len(x.Conditions)
	return widget.NewDrawing(float32(n)*22, 19, s.w.T("results.boxes"), func(_, h float64) figure.Drawing {
		d := figure.Drawing{}
		for i, c := range x.Conditions {
			left := float64(i) * 21.5
			box := figure.Shape{Kind: figure.Rect, X: left + 1, Y: 1, W: 17, H: 17, R: 4, Stroke: figure.Edge, StrokeWidth: 1.25, Fill: figure.Surface}
			if c.Holds {
				box.Fill, box.Stroke = figure.Blue, figure.Blue
			}
			d.Shapes = append(d.Shapes, box)
			line := func(x1, y1, x2, y2 float64) figure.Shape {
				return figure.Shape{Kind: figure.Line, X: left + x1, Y: y1, X2: left + x2, Y2: y2, Stroke: figure.OnBlue, StrokeWidth: 2}
			}
			switch {
			case c.Holds:
				d.Shapes = append(d.Shapes, line(5, 10, 8, 13), line(8, 13, 14, 6))
			case !c.Known:
				d.Shapes = append(d.Shapes, figure.Shape{Kind: figure.Text, X: left + 9.5, Y: 1, H: 17, Size: 11, Text: "?", Align: figure.Centre, Fill: figure.Ink2})
			}
		}
		return d
	})
}
