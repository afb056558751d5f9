package figure_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"nivel/assessments/figure"
)

// The marks of a vial stand evenly, in order, inside the tube; a bubble at either end stays inside.
func TestVialMarks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := rapid.Float64Range(12, 60).Draw(t, "h")
		w := rapid.Float64Range(5*h, 1000).Draw(t, "w")
		step := figure.VialX(w, h, 1) - figure.VialX(w, h, 0)
		for level := 0.0; level <= 5; level++ {
			x := figure.VialX(w, h, level)
			if math.Abs(x-(figure.VialX(w, h, 0)+level*step)) > 1e-6 {
				t.Fatalf("mark %v stands at %v", level, x)
			}
			if half := math.Round(1.22*h) / 2; x < half || x > w-half {
				t.Fatalf("a bubble at %v leaves the tube: %v of %v", level, x, w)
			}
		}
	})
}

// Frame and whisker stay inside the room that VialPadding announces.
func TestVialPadding(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		o := figure.Plain(rapid.Float64Range(100, 800).Draw(t, "w"), rapid.Float64Range(14, 50).Draw(t, "h"))
		o.Value = rapid.Float64Range(-1, 5).Draw(t, "value")
		if rapid.Bool().Draw(t, "target") {
			o.Target = float64(rapid.IntRange(0, 5).Draw(t, "at"))
		}
		if rapid.Bool().Draw(t, "range") {
			o.Low, o.High = 1, 4
		}
		above, below := figure.VialPadding(o.H, o.Target >= 0, o.Low >= 0)
		for _, s := range figure.Vial(o).Shapes {
			top, bottom := s.Y, s.Y+s.H
			if s.Kind == figure.Line {
				top, bottom = math.Min(s.Y, s.Y2), math.Max(s.Y, s.Y2)
			}
			if top < -above-0.01 || bottom > o.H+below+0.01 {
				t.Fatalf("%+v leaves the room from %v to %v", s, -above, o.H+below)
			}
		}
	})
}

func bubbles(d figure.Drawing) int {
	n := 0
	for _, s := range d.Shapes {
		if s.Fill == figure.Bubble {
			n++
		}
	}
	return n
}

// Without a result there is no bubble; with one there is exactly one.
func TestVialBubble(t *testing.T) {
	o := figure.Plain(300, 24)
	if n := bubbles(figure.Vial(o)); n != 0 {
		t.Errorf("an empty vial has %d bubbles", n)
	}
	o.Value = 0
	if n := bubbles(figure.Vial(o)); n != 1 {
		t.Errorf("a vial at 0 has %d bubbles", n)
	}
}

// A radar of a change draws today and the high end at their values, and the low end only where it is
// another.
func TestRadarChange(t *testing.T) {
	axes := func(low float64) []figure.Change {
		return []figure.Change{{"A", "3", 2, low, 3}, {"B", "2", 2, 2, 2}, {"C", "–", -1, -1, -1}, {"D", "5", 1, 5, 5}}
	}
	count := func(low float64) map[figure.Token]int {
		n := map[figure.Token]int{}
		for _, s := range figure.RadarChange(360, 300, axes(low), 1).Shapes {
			if s.Kind == figure.Polygon {
				n[s.Stroke]++
			}
		}
		return n
	}
	if one, two := count(3), count(2.5); one[figure.FluidEdge] != 1 || two[figure.FluidEdge] != 2 || one[figure.Blue] != 1 {
		t.Errorf("outlines %v without a range, %v with one", one, two)
	}
	ring, mark := 0.0, 0.0
	for _, s := range figure.RadarChange(360, 300, axes(3), 1).Shapes {
		switch {
		case s.Kind == figure.Polygon && s.Stroke == figure.Edge:
			ring = 150 - s.Points[0].Y
		case s.Kind == figure.Rect && mark == 0:
			mark = 150 - (s.Y + s.H/2)
		}
	}
	if math.Abs(mark-ring*3/5) > 0.01 {
		t.Errorf("3 of 5 stands at %v of %v", mark, ring)
	}
}

// The radar's first axis points up; a value of 5 lies on the outer ring, one of 0 in the middle.
func TestRadar(t *testing.T) {
	axes := make([]figure.Axis, 6)
	for i := range axes {
		axes[i] = figure.Axis{Label: "a", Value: 5, Target: -1}
	}
	axes[3].Value = 0
	d := figure.Radar(360, 300, axes, 1)
	var nodes []figure.Shape
	for _, s := range d.Shapes {
		if s.Kind == figure.Circle {
			nodes = append(nodes, s)
		}
		if s.Kind == figure.Polygon && len(s.Points) > 16 {
			t.Error("a polygon has more corners than can be drawn")
		}
	}
	if len(nodes) != 6 || nodes[0].X != 180 || nodes[0].Y >= 150 {
		t.Fatalf("nodes are %+v", nodes)
	}
	if math.Abs(nodes[3].X-180) > 1e-9 || math.Abs(nodes[3].Y-150) > 1e-9 {
		t.Errorf("a value of 0 stands at %v, %v", nodes[3].X, nodes[3].Y)
	}
	for _, i := range []int{1, 2, 4, 5} {
		if r := math.Hypot(nodes[i].X-180, nodes[i].Y-150); math.Abs(r-(150-nodes[0].Y)) > 1e-6 {
			t.Errorf("node %d is %v from the middle", i, r)
		}
	}
	if len(figure.Radar(100, 100, axes[:2], 1).Shapes) != 0 {
		t.Error("two axes make no radar")
	}
}

// The parts of a band bar fill it from end to end, whatever the rounded shares add up to.
func TestBandBar(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		shares := rapid.SliceOfN(rapid.Float64Range(0.1, 100), 4, 4).Draw(t, "shares")
		d := figure.BandBar(400, 24, shares, []string{"", "", "", ""}, rapid.IntRange(-1, 3).Draw(t, "own"), 1)
		x := 0.0
		for _, s := range d.Shapes {
			if s.Kind == figure.Rect && s.Fill != "" {
				if math.Abs(s.X-x) > 1e-6 {
					t.Fatalf("a part begins at %v, the one before ends at %v", s.X, x)
				}
				x += s.W
			}
		}
		if math.Abs(x-400) > 1e-6 {
			t.Fatalf("the parts end at %v", x)
		}
	})
}

// Every colour that is drawn exists in every palette.
func TestPalettesAreComplete(t *testing.T) {
	for token := range figure.Light {
		for name, p := range map[string]figure.Palette{"dark": figure.Dark, "print": figure.Print, "grey": figure.Grey} {
			if len(p[token]) != 7 {
				t.Errorf("%s has no %s", name, token)
			}
		}
	}
}

// A ruler never shows more done than there is, and its bubble stays on it.
func TestRuler(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		o := figure.RulerOptions{W: rapid.Float64Range(40, 400).Draw(t, "w"), H: 12, Total: rapid.IntRange(0, 12).Draw(t, "total"),
			Done: rapid.IntRange(0, 15).Draw(t, "done"), Current: rapid.IntRange(-1, 15).Draw(t, "current")}
		for _, s := range figure.Ruler(o).Shapes {
			if s.X < -0.01 || s.X+s.W > o.W+0.01 {
				t.Fatalf("%+v leaves the ruler", s)
			}
		}
	})
}
