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
			if s.Kind == figure.Text {
				s.X -= s.W / 2 // they are centred
			}
			if s.X < 0 || s.X+s.W > o.W || s.Y < 0 || s.Y+max(s.H, 0) > o.H+0.5 {
				t.Errorf("%v: %+v stands out of %v x %v", c.values, s, o.W, o.H)
			}
		}
		if points != c.points || lines != c.lines {
			t.Errorf("%v: %d points and %d lines, want %d and %d", c.values, points, lines, c.points, c.lines)
		}
	}
	// Of many rounds not all are written out, but the last one is, and no two meet.
	for n := range 60 {
		o := figure.TrendOptions{W: 200, H: 90, Scale: 1.5}
		for range n {
			o.Values, o.Labels = append(o.Values, 2), append(o.Labels, "T10")
		}
		last, written := -1000.0, false
		for _, s := range figure.Trend(o).Shapes {
			if s.Kind == figure.Text {
				if s.X-last < s.W {
					t.Errorf("%d rounds: labels at %v and %v, %v wide", n, last, s.X, s.W)
				}
				last, written = s.X, s.X == figure.TrendX(o, n-1)
			}
		}
		if n > 0 && !written {
			t.Errorf("%d rounds: the last one is not named", n)
		}
	}
	o := figure.TrendOptions{W: 300, H: 90, Values: []float64{1, 2}}
	if figure.TrendY(o, 2) >= figure.TrendY(o, 1) || figure.TrendX(o, 1) <= figure.TrendX(o, 0) {
		t.Error("more is not higher, or later is not further right")
	}
}
