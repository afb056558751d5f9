package figure

// RoadmapMonths are the names above a roadmap: one for each month, of which as many are written as
// find room.
type RoadmapMonths struct {
	W, H  float64
	Names []string // of each month, first to last
	Scale float64  // of the texts
}

// monthRoom is the width that the name of a month takes, at scale 1.
const monthRoom = 62

// Months draws the names with a tick each.
func Months(o RoadmapMonths) Drawing {
	d := Drawing{W: o.W, H: o.H}
	if len(o.Names) == 0 {
		return d
	}
	each := o.W / float64(len(o.Names))
	step := 1
	for float64(step)*each < monthRoom*o.Scale && step < len(o.Names) {
		step++
	}
	for i := 0; i < len(o.Names); i += step {
		x := float64(i) * each
		d.add(line(x, o.H-6, x, o.H, Edge, 1))
		if x+monthRoom*o.Scale <= o.W+1 || i == 0 {
			d.add(Shape{Kind: Text, X: x + 4, Y: 0, W: float64(step)*each - 6, H: o.H - 2, Text: o.Names[i], Size: 12 * o.Scale, Fill: Ink2})
		}
	}
	d.add(line(0, o.H, o.W, o.H, Hair, 1))
	return d
}

// Bar is one item of a roadmap. Its places are months from the roadmap's beginning.
type Bar struct {
	W, H      float64
	Months    int // that the roadmap shows
	From, To  float64
	Today     float64
	Done      bool
	Late      bool
	Uncertain bool // its days are not set: it stands for the whole phase
}

// TimeBar draws the bar of one item with the line of today.
func TimeBar(o Bar) Drawing {
	d := Drawing{W: o.W, H: o.H}
	months := float64(max(1, o.Months))
	at := func(m float64) float64 { return min(max(m, 0), months) / months * o.W }
	d.add(rect(0, o.H/2-1, o.W, 2, 0, Sunken, "", 0))
	x, thick := at(o.From), min(o.H-6, 16)
	w := max(at(o.To)-x, 6)
	x = min(x, o.W-w)
	fill, edge := Fluid, FluidEdge
	switch {
	case o.Late:
		fill, edge = ErrSoft, Err
	case o.Done:
		fill, edge = BlueSoft, Blue
	case o.Uncertain:
		fill, edge = Surface, Edge
	}
	d.add(rect(x, (o.H-thick)/2, w, thick, thick/2, fill, edge, 1.25))
	if o.Today >= 0 && o.Today <= months {
		d.add(line(at(o.Today), 0, at(o.Today), o.H, Pencil, 1.5))
	}
	return d
}
