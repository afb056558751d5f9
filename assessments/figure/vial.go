package figure

import "math"

// VialOptions say what a vial shows. Values are on the scale 0 to 5; a negative one is absent.
type VialOptions struct {
	W, H    float64
	Value   float64 // the bubble; negative: no result, an empty tube
	Target  float64 // the hollow frame
	Low     float64 // the whisker, with High
	High    float64
	Earlier float64 // outline of an earlier or later bubble
	OnBar   bool    // on the blue body of a level bar
}

// Plain returns options that show nothing but an empty tube of that size.
func Plain(w, h float64) VialOptions {
	return VialOptions{W: w, H: h, Value: -1, Target: -1, Low: -1, High: -1, Earlier: -1}
}

// VialX is where a value stands along a vial of that size.
func VialX(w, h, value float64) float64 {
	inset := bubbleWidth(h)/2 + 0.24*h
	return inset + value/5*(w-2*inset)
}

func bubbleWidth(h float64) float64 { return math.Round(1.22 * h) }

// VialPadding is the room that frame and whisker need above and below a tube h high.
func VialPadding(h float64, target, whisker bool) (above, below float64) {
	if target {
		over := 4.0
		if h >= 36 {
			over = 7
		}
		above, below = over+1.5, over+1.5
	}
	if whisker {
		below = math.Max(below, whiskerDrop(h)+whiskerCap(h)+1)
	}
	return above, below
}

func whiskerDrop(h float64) float64 { return math.Min(14, math.Max(7, 0.3*h+1)) }

func whiskerCap(h float64) float64 {
	if h >= 36 {
		return 5
	}
	return 3.5
}

// Vial draws a level tube. The tube fills the drawing; frame and whisker stand out of it by
// VialPadding.
func Vial(o VialOptions) Drawing {
	w, h := o.W, o.H
	d := Drawing{W: w, H: h}
	frame, whisker, edge := Ink, Ink2, FluidEdge
	if o.OnBar {
		frame, whisker, edge = White, White, BodyCap
	}
	stroke, thin := 1.5, 1.25
	if h >= 36 {
		stroke, thin = 2, 1.75
	}
	bw, bh := bubbleWidth(h), math.Round(0.62*h)
	empty := o.Value < 0
	fx, fw, fh, fs := frameOf(o, bw)
	if o.Target >= 0 {
		d.add(rect(fx-fw/2, (h-fh)/2, fw, fh, math.Min(9, 0.32*h), "", frame, fs))
	}
	if empty {
		d.add(rect(0, 0, w, h, h/2, Sunken, Edge, stroke))
	} else {
		d.add(rect(0, 0, w, h, h/2, Fluid, edge, stroke))
		glass := rect(0.42*h, 0.14*h, w-0.84*h, math.Max(2, 0.10*h), math.Max(1, 0.05*h), White, "", 0)
		glass.Opacity = 0.62
		d.add(glass)
	}
	mark := Mark
	if empty {
		mark = Edge
	}
	for level := 0.0; level <= 5; level++ {
		x := VialX(w, h, level)
		d.add(line(x, stroke/2, x, h-stroke/2, mark, thin))
	}
	if o.Target >= 0 && !empty {
		d.add(line(fx-fw/2, stroke/2, fx-fw/2, h-stroke/2, RingIn, fs), line(fx+fw/2, stroke/2, fx+fw/2, h-stroke/2, RingIn, fs))
	}
	if o.Earlier >= 0 {
		x := VialX(w, h, o.Earlier)
		d.add(rect(x-bw/2, (h-bh)/2, bw, bh, bh/2, "", Mark, stroke))
	}
	if !empty {
		x := VialX(w, h, o.Value)
		d.add(rect(x-bw/2, (h-bh)/2, bw, bh, bh/2, Bubble, Mark, stroke))
		if h >= 20 {
			y := (h-bh)/2 + bh*0.72
			d.add(line(x-0.27*bw, y, x+0.27*bw, y, Fluid, math.Max(1.25, 0.055*h)))
		}
	}
	if o.Low >= 0 && o.High >= 0 {
		d.whisker(o, whisker)
	}
	return d
}

func frameOf(o VialOptions, bw float64) (x, w, h, stroke float64) {
	x = VialX(o.W, o.H, o.Target)
	switch {
	case o.H >= 36:
		return x, bw + 14, o.H + 14, 2.75
	case o.H >= 22:
		return x, bw + 8, o.H + 8, 2
	}
	return x, bw + 6, o.H + 8, 2
}

func (d *Drawing) whisker(o VialOptions, t Token) {
	y, end := o.H+whiskerDrop(o.H), whiskerCap(o.H)
	low, high := VialX(o.W, o.H, o.Low), VialX(o.W, o.H, o.High)
	d.add(line(low, y, high, y, t, 1.75), line(low, y-end, low, y+end, t, 1.75), line(high, y-end, high, y+end, t, 1.75))
}

// BarOptions say what a level bar shows.
type BarOptions struct {
	W, H   float64
	Vial   VialOptions // W and H are set by LevelBar
	Figure string      // "2,1", or "" where there is no number
	Of     string      // "de 5"
	Name   string      // "2 · Ordenado"
	Names  []string    // six, under the marks; nil for numbers only
	Level  int         // the one that is printed bold, negative for none
	Left   float64     // width of the block with the figure, 0 for none
	Scale  float64     // of texts; 0 is 1
}

// LevelBar draws the body of a spirit level with its vial: the hero of a screen or cover.
func LevelBar(o BarOptions) Drawing {
	if o.Scale == 0 {
		o.Scale = 1
	}
	d := Drawing{W: o.W, H: o.H}
	body := rect(0, 0, o.W, o.H, 14, Body, BodyCap, 0)
	left := rect(0, 0, 20, o.H, 14, BodyCap, "", 0)
	left.Corners = TopLeft | BottomLeft
	right := rect(o.W-20, 0, 20, o.H, 14, BodyCap, "", 0)
	right.Corners = TopRight | BottomRight
	d.add(body, left, right)
	if o.Left > 0 {
		d.barFigure(o)
	}
	x := 34 + o.Left
	o.Vial.W, o.Vial.H = o.W-x-38, math.Min(46, 0.4*o.H)
	o.Vial.OnBar = true
	y := 0.15 * o.H
	d.Place(Vial(o.Vial), x, y)
	size := 14 * o.Scale
	labelY := o.H - 0.12*o.H - size
	for level := 0; level <= 5; level++ {
		label := string(rune('0' + level))
		if o.Names != nil {
			label += " · " + o.Names[level]
		}
		t := Shape{Kind: Text, X: x + VialX(o.Vial.W, o.Vial.H, float64(level)), Y: labelY, H: size * 1.3, Size: size, Align: Centre, Text: label, Fill: OnBlue2}
		if level == o.Level {
			t.Bold, t.Fill = true, White
		}
		d.add(t)
	}
	return d
}

func (d *Drawing) barFigure(o BarOptions) {
	x := 46.0
	big := math.Min(54*o.Scale, 0.43*o.H)
	d.add(Shape{Kind: Text, X: x, Y: 0.11 * o.H, H: big * 1.08, Size: big, Bold: true, Text: o.Figure, Fill: White},
		Shape{Kind: Text, X: x + 0.6*big*float64(len([]rune(o.Figure)))*0.92 + 10, Y: 0.11*o.H + big*0.62, H: 20 * o.Scale, Size: 16 * o.Scale, Text: o.Of, Fill: OnBlue2},
		Shape{Kind: Text, X: x, Y: o.H - 0.20*o.H - 18*o.Scale*0.8, H: 24 * o.Scale, Size: 18 * o.Scale, Bold: true, Text: o.Name, Fill: White})
}
