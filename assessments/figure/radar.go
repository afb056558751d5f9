package figure

import "math"

// Axis is one direction of a radar: a short name and its printed value. Value and Target are on
// the scale 0 to 5; negative is absent.
type Axis struct {
	Label, Text   string
	Value, Target float64
}

// Radar draws rings, axes, target and today. It never stands without the numbers beside it.
// size is the height and width, scale the size of texts.
func Radar(w, h float64, axes []Axis, scale float64) Drawing {
	d := Drawing{W: w, H: h}
	if len(axes) < 3 {
		return d
	}
	c, r := d.web(len(axes), scale)
	d.outline(c, r, axes, func(a Axis) float64 { return a.Target }, "", Ink, 1.5)
	d.outline(c, r, axes, func(a Axis) float64 { return a.Value }, Blue, Blue, 2.5)
	d.nodes(c, r, axes, func(a Axis) float64 { return a.Target }, func(p Point) Shape { return rect(p.X-5, p.Y-5, 10, 10, 2, Surface, Ink, 1.5) })
	d.nodes(c, r, axes, func(a Axis) float64 { return a.Value }, func(p Point) Shape {
		return Shape{Kind: Circle, X: p.X, Y: p.Y, R: 5.5, Fill: Fluid, Stroke: Blue, StrokeWidth: 2}
	})
	d.labels(c, r, axes, scale)
	return d
}

// Change is one direction of a radar that sets a range beside today: all on the scale 0 to 5, Today
// negative where it is absent. High is never below Low.
type Change struct {
	Label, Text      string
	Today, Low, High float64
}

// RadarChange draws today, filled and with round marks, and what comes of it: the high end filled in
// lime with square marks, the low end as a bare outline where it is another. It never stands without
// the numbers beside it.
func RadarChange(w, h float64, axes []Change, scale float64) Drawing {
	d := Drawing{W: w, H: h}
	if len(axes) < 3 {
		return d
	}
	c, r := d.web(len(axes), scale)
	var today, low, high []Axis
	ranged := false
	for _, a := range axes {
		today, low, high = append(today, Axis{a.Label, a.Text, a.Today, -1}), append(low, Axis{Value: a.Low}), append(high, Axis{Value: a.High})
		ranged = ranged || a.High > a.Low
	}
	value := func(a Axis) float64 { return a.Value }
	d.outline(c, r, high, value, Fluid, FluidEdge, 2)
	if ranged {
		d.outline(c, r, low, value, "", FluidEdge, 1.25)
	}
	d.outline(c, r, today, value, Blue, Blue, 2.5)
	d.nodes(c, r, high, value, func(p Point) Shape { return rect(p.X-4.5, p.Y-4.5, 9, 9, 2, Surface, FluidEdge, 2) })
	d.nodes(c, r, today, value, func(p Point) Shape {
		return Shape{Kind: Circle, X: p.X, Y: p.Y, R: 4.5, Fill: Blue, Stroke: Surface, StrokeWidth: 1.5}
	})
	d.labels(c, r, today, scale)
	return d
}

// web draws rings and axes and returns where their middle is and how far they reach.
func (d *Drawing) web(n int, scale float64) (c Point, r float64) {
	label := 13 * scale
	c = Point{d.W / 2, d.H / 2}
	r = math.Min(d.W/2-70*scale, d.H/2-2.9*label)
	for ring := 1; ring <= 5; ring++ {
		points := make([]Point, n)
		for i := range points {
			points[i] = at(c, r*float64(ring)/5, i, n)
		}
		stroke, width := Hair, 1.0
		if ring == 5 {
			stroke, width = Edge, 1.5
		}
		d.add(Shape{Kind: Polygon, Points: points, Stroke: stroke, StrokeWidth: width})
	}
	for i := range n {
		p := at(c, r, i, n)
		d.add(line(c.X, c.Y, p.X, p.Y, Hair, 1))
	}
	return c, r
}

// labels prints the numbers of the rings, and names and numbers around them.
func (d *Drawing) labels(c Point, r float64, axes []Axis, scale float64) {
	n, label := len(axes), 13*scale
	for ring := 1; ring <= 5; ring++ {
		a, b := at(c, r*float64(ring)/5, 0, n), at(c, r*float64(ring)/5, 1, n)
		x, y := (a.X+b.X)/2, (a.Y+b.Y)/2
		size := 12 * scale
		d.add(Shape{Kind: Text, X: x, Y: y - size*0.65, H: size * 1.3, Size: size, Align: Centre, Text: string(rune('0' + ring)), Fill: Ink3})
	}
	for i, a := range axes {
		d.axisLabel(c, r, i, n, a, label)
	}
}

// nodes draws a mark on each axis that has a value.
func (d *Drawing) nodes(c Point, r float64, axes []Axis, value func(Axis) float64, mark func(Point) Shape) {
	for i, a := range axes {
		if v := value(a); v >= 0 {
			d.add(mark(at(c, r*v/5, i, len(axes))))
		}
	}
}

func (d *Drawing) outline(c Point, r float64, axes []Axis, value func(Axis) float64, fill, stroke Token, width float64) {
	var points []Point
	for i, a := range axes {
		if v := value(a); v >= 0 {
			points = append(points, at(c, r*v/5, i, len(axes)))
		}
	}
	if len(points) < 3 || len(points) > 16 {
		return
	}
	d.add(Shape{Kind: Polygon, Points: points, Fill: fill, Opacity: 0.2, Stroke: stroke, StrokeWidth: width})
}

func (d *Drawing) axisLabel(c Point, r float64, i, n int, a Axis, size float64) {
	p := at(c, r, i, n)
	align, x := Centre, p.X
	var y float64
	switch {
	case math.Abs(p.X-c.X) < 1 && p.Y < c.Y:
		y = p.Y - 2.9*size
	case math.Abs(p.X-c.X) < 1:
		y = p.Y + 0.5*size
	case p.X > c.X:
		align, x, y = Left, p.X+0.8*size, p.Y-1.4*size
	default:
		align, x, y = Right, p.X-0.8*size, p.Y-1.4*size
	}
	d.add(Shape{Kind: Text, X: x, Y: y, H: size * 1.3, Size: size, Align: align, Text: a.Label, Fill: Ink2},
		Shape{Kind: Text, X: x, Y: y + 1.25*size, H: size * 1.3, Size: size, Bold: true, Align: align, Text: a.Text, Fill: Ink})
}

// at is the point on axis i of n at that distance; the first axis points up, then clockwise.
func at(c Point, distance float64, i, n int) Point {
	angle := 2*math.Pi*float64(i)/float64(n) - math.Pi/2
	return Point{c.X + distance*math.Cos(angle), c.Y + distance*math.Sin(angle)}
}
