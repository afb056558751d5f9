package figure

import "math"

// TrendOptions say what one line over all rounds shows. Values are on the scale 0 to 5, oldest
// first; a negative one is absent and breaks the line.
type TrendOptions struct {
	W, H   float64
	Values []float64
	Labels []string // under the points, as many as values; nil for none
	Texts  []string // the printed values over the points; nil for none
	Scale  float64  // of texts; 0 is 1
}

// trendSide is the room left and right of the first and last point, for their texts.
const trendSide = 22

// TrendX is where the i-th of n rounds stands.
func TrendX(o TrendOptions, i int) float64 {
	n := len(o.Values)
	if n < 2 {
		return o.W / 2
	}
	return trendSide + float64(i)/float64(n-1)*(o.W-2*trendSide)
}

// TrendY is where a value stands: Top at the top.
func TrendY(o TrendOptions, value float64) float64 {
	top, bottom := trendEnds(o)
	return bottom - value/5*(bottom-top)
}

func trendEnds(o TrendOptions) (top, bottom float64) {
	scale := max(o.Scale, 1)
	top, bottom = 6, o.H-6
	if o.Texts != nil {
		top = 20 * scale
	}
	if o.Labels != nil {
		bottom = o.H - 20*scale
	}
	return top, max(bottom, top+1)
}

// Trend draws one value over all rounds: a thin line at 0 and at 5, a thick one through the points.
func Trend(o TrendOptions) Drawing {
	d := Drawing{W: o.W, H: o.H}
	scale := max(o.Scale, 1)
	for _, level := range []float64{0, 5} {
		y := TrendY(o, level)
		d.add(line(0, y, o.W, y, Hair, 1))
	}
	last := -1
	for i, v := range o.Values {
		if v >= 0 && last == i-1 && last >= 0 {
			d.add(line(TrendX(o, last), TrendY(o, o.Values[last]), TrendX(o, i), TrendY(o, v), Blue, 2.25))
		}
		if v >= 0 {
			last = i
		}
	}
	step, room := trendStep(o, scale)
	for i, v := range o.Values {
		x := TrendX(o, i)
		written := (len(o.Values)-1-i)%step == 0
		if v >= 0 {
			y := TrendY(o, v)
			d.add(Shape{Kind: Rect, X: x - 4.5, Y: y - 4.5, W: 9, H: 9, R: 4.5, Fill: Fluid, Stroke: FluidEdge, StrokeWidth: 1.5})
			if o.Texts != nil && written {
				d.add(Shape{Kind: Text, X: x, Y: y - 20*scale, W: room, H: 15 * scale, Size: 12 * scale, Bold: true, Align: Centre, Text: o.Texts[i], Fill: Ink})
			}
		}
		if o.Labels != nil && written {
			d.add(Shape{Kind: Text, X: x, Y: o.H - 16*scale, W: room, H: 15 * scale, Size: 12 * scale, Align: Centre, Text: o.Labels[i], Fill: Ink2})
		}
	}
	return d
}

// trendStep says that only each so-manieth round is written out, counted from the last one, and how
// wide its texts may be.
func trendStep(o TrendOptions, scale float64) (step int, room float64) {
	const least = 24 // what "T10" takes
	if len(o.Values) < 2 {
		return 1, 2 * trendSide
	}
	each := TrendX(o, 1) - TrendX(o, 0)
	step = max(1, int(math.Ceil(least*scale/max(each, 1))))
	return step, min(float64(step)*each-2, 2*trendSide)
}
