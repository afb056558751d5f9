package figure_test

import (
	"testing"

	"nivel/assessments/figure"
)

// A trend has a point for each value, a line between neighbours alone, and stays in its room.
func TestTrend(t *testing.T) {
	for _, c := range []struct {
		values        []float64
		points, lines int
	}{{nil, 0, 0}, {[]float64{2.1}, 1, 0}, {[]float64{0, 5}, 2, 1}, {[]float64{1, -1, 3}, 2, 0}, {[]float64{-1, 2, 3, 5}, 3, 2}} {
		o := figure.TrendOptions{W: 300, H: 90, Values: c.values}
		for range c.values {
			o.Labels, o.Texts = append(o.Labels, "T0"), append(o.Texts, "2,1")
		}
		points, lines := 0, 0
		for _, s := range figure.Trend(o).Shapes {
			switch {
			case s.Kind == figure.Rect:
				points++
			case s.Kind == figure.Line && s.Stroke == figure.Blue:
				lines++
			}
			if s.X < 0 || s.X+s.W > o.W || s.Y < 0 || s.Y+max(s.H, 0) > o.H+0.5 {
				t.Errorf("%v: %+v stands out of %v x %v", c.values, s, o.W, o.H)
			}
		}
		if points != c.points || lines != c.lines {
			t.Errorf("%v: %d points and %d lines, want %d and %d", c.values, points, lines, c.points, c.lines)
		}
	}
	o := figure.TrendOptions{W: 300, H: 90, Values: []float64{1, 2}}
	if figure.TrendY(o, 2) >= figure.TrendY(o, 1) || figure.TrendX(o, 1) <= figure.TrendX(o, 0) {
		t.Error("more is not higher, or later is not further right")
	}
}
