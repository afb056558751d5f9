package figure

import "math"

// BandBar draws one stacked bar w wide and h high: shares in percent, each with its printed text;
// the firm's own band (negative for none) gets a thick outline. The shares are scaled to fill the
// bar, because rounded percentages do not always add up to 100.
func BandBar(w, h float64, shares []float64, texts []string, own int, scale float64) Drawing {
	d := Drawing{W: w, H: h}
	total := 0.0
	for _, s := range shares {
		total += s
	}
	if total <= 0 {
		return d
	}
	x := 0.0
	levels := [...]int{0, 1, 3, 5}
	var outline Shape
	for i, s := range shares {
		part := w * s / total
		fill, on := Ramp(levels[min(i, 3)])
		d.add(rect(x, 0, part, h, 0, fill, Edge, 0.75),
			Shape{Kind: Text, X: x + part/2, Y: h/2 - 8.5*scale, H: 17 * scale, Size: 13 * scale, Align: Centre, Text: texts[i], Fill: on, Bold: i == own})
		if i == own {
			outline = rect(x-1, -1, part+2, h+2, 4, "", Ink, 2.25)
		}
		x += part
	}
	if outline.W > 0 {
		d.add(outline)
	}
	return d
}

// RulerOptions say how far one dimension has been answered.
type RulerOptions struct {
	W, H        float64
	Total, Done int
	Current     int // index of the question shown now, negative for none
}

// Ruler draws progress as a measuring tape: one tick a question, every third one longer.
func Ruler(o RulerOptions) Drawing {
	d := Drawing{W: o.W, H: o.H}
	d.add(rect(0, 0, o.W, o.H, 4, Surface, Edge, 1.25))
	if o.Total <= 0 {
		return d
	}
	step := o.W / float64(o.Total)
	if o.Done > 0 {
		part := rect(0, 0, step*float64(min(o.Done, o.Total)), o.H, 4, Blue, "", 0)
		if o.Done < o.Total {
			part.Corners = TopLeft | BottomLeft
		}
		d.add(part)
	}
	for i := 1; i < o.Total; i++ {
		long := 0.35
		if i%3 == 0 {
			long = 0.65
		}
		t := Edge
		if i < o.Done {
			t = OnBlue
		}
		x := step * float64(i)
		d.add(line(x, o.H*(1-long), x, o.H-1, t, 1.25))
	}
	if o.Current >= 0 && o.Current < o.Total {
		bw := math.Min(18, 1.25*o.H)
		x := step*float64(o.Current) + step/2
		x = math.Min(math.Max(x, bw/2), o.W-bw/2)
		d.add(rect(x-bw/2, o.H*0.1, bw, o.H*0.8, o.H*0.4, Bubble, Mark, 1.5))
	}
	return d
}

// LadderTube draws the upright vial beside the rows of a ladder: centres are the middles of the
// rows from level 0 down to 5, chosen the row with the bubble (negative for none).
func LadderTube(h float64, centres []float64, chosen int) Drawing {
	const w = 26
	d := Drawing{W: w, H: h}
	d.add(rect(0, 0, w, h, w/2, Fluid, FluidEdge, 2))
	glass := rect(5, 11, 3, h-22, 1.5, White, "", 0)
	glass.Opacity = 0.62
	d.add(glass)
	for _, y := range centres {
		d.add(line(1, y, w-1, y, Mark, 1.75))
	}
	if chosen >= 0 && chosen < len(centres) {
		y := centres[chosen]
		d.add(rect(w/2-8.5, y-13, 17, 26, 8.5, Bubble, Mark, 2), line(w/2+4, y-7, w/2+4, y+7, Fluid, 1.75))
	}
	return d
}
