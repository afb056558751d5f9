package widget_test

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"nivel/app/widget"
	"nivel/assessments/figure"
)

var axes = []figure.Axis{{Label: "Direction", Text: "2,1", Value: 2.1, Target: 3}, {Label: "Orders", Text: "1,8", Value: 1.8, Target: 3}, {Label: "People", Text: "–", Value: -1, Target: -1},
	{Label: "Data", Text: "1,2", Value: 1.2, Target: 2}, {Label: "Machines", Text: "0,0", Value: 0, Target: 1}, {Label: "Energy", Text: "5,0", Value: 5, Target: 5}}

// Each figure becomes one canvas object a shape, at any size.
func TestDrawingsDraw(t *testing.T) {
	full := figure.VialOptions{Value: 2.1, Target: 3, Low: 1.9, High: 2.4, Earlier: 1}
	for name, draw := range map[string]func(w, h float64) figure.Drawing{
		"vial":       func(w, h float64) figure.Drawing { o := full; o.W, o.H = w, h; return figure.Vial(o) },
		"empty vial": func(w, h float64) figure.Drawing { return figure.Vial(figure.Plain(w, h)) },
		"bar": func(w, h float64) figure.Drawing {
			return figure.LevelBar(figure.BarOptions{W: w, H: h, Vial: full, Figure: "2,1", Of: "of 5", Name: "2 · Orderly", Level: 2, Left: 200})
		},
		"radar": func(w, h float64) figure.Drawing { return figure.Radar(w, h, axes, 1) },
		"bands": func(w, h float64) figure.Drawing {
			return figure.BandBar(w, h, []float64{27.1, 35.7, 28.4, 8.8}, []string{"27,1", "35,7", "28,4", "8,8"}, 1, 1)
		},
		"ruler": func(w, h float64) figure.Drawing {
			return figure.Ruler(figure.RulerOptions{W: w, H: h, Total: 7, Done: 3, Current: 4})
		},
		"ladder": func(_, h float64) figure.Drawing { return figure.LadderTube(h, []float64{10, 40, 80}, 1) },
	} {
		for _, size := range []fyne.Size{{Width: 600, Height: 260}, {Width: 260, Height: 120}} {
			shapes := len(draw(float64(size.Width), float64(size.Height)).Shapes)
			d := widget.NewDrawing(0, size.Height, "in words: "+name, draw)
			show(t, d, size.Width, size.Height)
			objects := test.WidgetRenderer(d).Objects()
			if len(objects) != shapes || shapes == 0 {
				t.Errorf("%s: %d objects for %d shapes", name, len(objects), shapes)
			}
			if d.AccessibilityLabel() != "in words: "+name || d.HeightFor(100) != size.Height {
				t.Errorf("%s: called %q, %v high", name, d.AccessibilityLabel(), d.HeightFor(100))
			}
		}
	}
}

// The texts of a figure are all drawn, with their own words, and inside of it.
func TestDrawingsSayTheirNumbers(t *testing.T) {
	d := widget.NewDrawing(0, 262, "", func(w, h float64) figure.Drawing { return figure.Radar(w, h, axes, 1) })
	show(t, d, 340, 262)
	said := map[string]bool{}
	for _, o := range test.WidgetRenderer(d).Objects() {
		c, ok := o.(*canvas.Text)
		if !ok {
			continue
		}
		said[c.Text] = true
		if at, size := c.Position(), c.MinSize(); at.X < -3 || at.X+size.Width > 343 || at.Y < -3 || at.Y+size.Height > 265 {
			t.Errorf("%q stands at %v, %v large, in a picture of 340 by 262", c.Text, at, size)
		}
	}
	for _, a := range axes {
		if !said[a.Label] || !said[a.Text] {
			t.Errorf("%s %s is missing: %v", a.Label, a.Text, said)
		}
	}
}

// A vial has room for its frame and whisker, and follows a change.
func TestVialHasRoomForItsMarks(t *testing.T) {
	plain := widget.NewVial(200, 24, "", figure.VialOptions{Value: 2, Target: -1, Low: -1, High: -1, Earlier: -1})
	marked := widget.NewVial(200, 24, "", figure.VialOptions{Value: 2, Target: 3, Low: 1, High: 3, Earlier: -1})
	if plain.HeightFor(200) != 24 || marked.HeightFor(200) <= 24 || marked.WidthWanted() != 200 {
		t.Errorf("plain %v, with marks %v high", plain.HeightFor(200), marked.HeightFor(200))
	}
	h := marked.HeightFor(200)
	show(t, marked, 200, h)
	for _, o := range test.WidgetRenderer(marked).Objects() {
		if at, size := o.Position(), o.Size(); at.Y < -2 || at.Y+size.Height > h+2 {
			t.Errorf("%T stands from %v to %v of %v", o, at.Y, at.Y+size.Height, h)
		}
	}
	count := len(test.WidgetRenderer(marked).Objects())
	marked.SetDraw(func(w, h float64) figure.Drawing { return figure.Vial(figure.Plain(w, h)) })
	if now := len(test.WidgetRenderer(marked).Objects()); now >= count {
		t.Errorf("emptied it has %d objects, before %d", now, count)
	}
}

// A table stands in columns: each cell at the same place in every row, numbers at the right.
func TestTable(t *testing.T) {
	rows := [][]string{}
	for i := range 4 {
		rows = append(rows, []string{fmt.Sprintf("area %d with a rather long name that takes two lines", i), fmt.Sprint(i), "3"})
	}
	o := widget.Table([]string{"Area", "Today", "Target"}, rows, []bool{false, true, true}, []float32{-2, -1, -1})
	show(t, o, 420, widget.HeightFor(o, 420))
	left := map[string]float32{}
	parts(o, fyne.Position{}, func(x fyne.CanvasObject, at fyne.Position) {
		if c, ok := x.(*widget.Text); ok {
			left[c.Text()] = at.X
			if end := at.X + c.Size().Width; end > 421 {
				t.Errorf("%q ends at %v", c.Text(), end)
			}
		}
	})
	if left["Today"] != left["1"] || left["Target"] != left["3"] || left["Area"] != left[rows[0][0]] || left["Target"] <= left["Today"] {
		t.Errorf("columns at %v", left)
	}
}
