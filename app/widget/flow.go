// Package widget holds what Nivel draws: it knows tokens and data, never the store. Widgets tell
// what happened through callbacks and contain no rules of the domain.
//
// Text wraps, so a height depends on a width: everything that wraps or holds something that wraps
// answers HeightFor, and a page asks from the top. Objects stand in reading order, because Fyne's
// tab order is the order of the tree.
package widget

import (
	"fyne.io/fyne/v2"
)

// Flower is an object, or the layout of a container, whose height depends on its width.
type Flower interface{ HeightFor(width float32) float32 }

type flowLayout interface {
	fyne.Layout
	heightFor(objects []fyne.CanvasObject, width float32) float32
	widthWanted(objects []fyne.CanvasObject) float32
}

// HeightFor is how high an object wants to be at that width.
func HeightFor(o fyne.CanvasObject, width float32) float32 {
	switch o := o.(type) {
	case Flower:
		return o.HeightFor(width)
	case *fyne.Container:
		if l, ok := o.Layout.(flowLayout); ok {
			return l.heightFor(o.Objects, width)
		}
	}
	return o.MinSize().Height
}

// WidthOf is how wide an object wants to be where it need not wrap.
func WidthOf(o fyne.CanvasObject) float32 {
	switch o := o.(type) {
	case interface{ WidthWanted() float32 }:
		return o.WidthWanted()
	case *fyne.Container:
		if l, ok := o.Layout.(flowLayout); ok {
			return l.widthWanted(o.Objects)
		}
	}
	return o.MinSize().Width
}

// sum adds the wanted widths of what is shown, with a gap between.
func sum(gap float32, objects []fyne.CanvasObject, width func(i int, o fyne.CanvasObject) float32) float32 {
	w, shown := float32(0), 0
	for i, o := range objects {
		if o.Visible() {
			w += width(i, o)
			shown++
		}
	}
	return w + gap*float32(max(0, shown-1))
}

// widest is the largest of the wanted widths.
func widest(objects []fyne.CanvasObject) float32 {
	w := float32(0)
	for _, o := range objects {
		if o.Visible() {
			w = max(w, WidthOf(o))
		}
	}
	return w
}

// Contain makes a container without measuring it: Fyne's own constructor lays out at every level of
// a tree that is still being built, which costs more than the tree itself.
func Contain(l fyne.Layout, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: l, Objects: objects}
}

// Column stacks objects from the top with a gap between them; hidden ones take no room.
func Column(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return Contain(&column{gap: gap}, objects...)
}

type column struct {
	gap   float32
	width float32
}

func (c *column) widthWanted(objects []fyne.CanvasObject) float32 { return widest(objects) }

func (c *column) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	h, first := float32(0), true
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		if !first {
			h += c.gap
		}
		h, first = h+HeightFor(o, width), false
	}
	return h
}

// Layout implements fyne.Layout. What is left over below goes to a Filler.
func (c *column) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	c.width = size.Width
	spare := size.Height - c.heightFor(objects, size.Width)
	y := float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		h := HeightFor(o, size.Width)
		if _, ok := o.(*filler); ok && spare > 0 {
			h += spare
			spare = 0
		}
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, h))
		y += h + c.gap
	}
}

// MinSize implements fyne.Layout.
func (c *column) MinSize(objects []fyne.CanvasObject) fyne.Size {
	w := float32(0)
	for _, o := range objects {
		if o.Visible() {
			w = max(w, o.MinSize().Width)
		}
	}
	return fyne.NewSize(w, c.heightFor(objects, max(c.width, w)))
}

// Row sets objects side by side. Each has a share: above 0 a fixed width, 0 its own width,
// below 0 a part of what is left (-2 twice that of -1).
func Row(gap float32, shares []float32, objects ...fyne.CanvasObject) *fyne.Container {
	return Contain(&row{gap: gap, shares: shares}, objects...)
}

// Centred is a Row whose objects stand in the middle of its height.
func Centred(gap float32, shares []float32, objects ...fyne.CanvasObject) *fyne.Container {
	return Contain(&row{gap: gap, shares: shares, centre: true}, objects...)
}

type row struct {
	gap    float32
	shares []float32
	centre bool
	width  float32
}

func (r *row) share(i int) float32 {
	if i < len(r.shares) {
		return r.shares[i]
	}
	return 0
}

func (r *row) widths(objects []fyne.CanvasObject, width float32) []float32 {
	out := make([]float32, len(objects))
	left, parts, shown := width, float32(0), 0
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		shown++
		switch s := r.share(i); {
		case s > 0:
			out[i] = s
		case s == 0:
			out[i] = WidthOf(o)
		default:
			parts -= s
			continue
		}
		left -= out[i]
	}
	left -= r.gap * float32(max(0, shown-1))
	for i, o := range objects {
		if s := r.share(i); s < 0 && o.Visible() {
			out[i] = max(0, left*-s/parts)
		}
	}
	return out
}

func (r *row) widthWanted(objects []fyne.CanvasObject) float32 {
	return sum(r.gap, objects, func(i int, o fyne.CanvasObject) float32 {
		if s := r.share(i); s > 0 {
			return s
		}
		return WidthOf(o)
	})
}

func (r *row) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	h := float32(0)
	for i, w := range r.widths(objects, width) {
		if objects[i].Visible() {
			h = max(h, HeightFor(objects[i], w))
		}
	}
	return h
}

// Layout implements fyne.Layout.
func (r *row) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	r.width = size.Width
	x := float32(0)
	for i, w := range r.widths(objects, size.Width) {
		o := objects[i]
		if !o.Visible() {
			continue
		}
		y, h := float32(0), size.Height
		if r.centre {
			h = min(size.Height, HeightFor(o, w))
			y = (size.Height - h) / 2
		}
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(w, h))
		x += w + r.gap
	}
}

// MinSize implements fyne.Layout.
func (r *row) MinSize(objects []fyne.CanvasObject) fyne.Size {
	w := sum(r.gap, objects, func(i int, o fyne.CanvasObject) float32 {
		switch s := r.share(i); {
		case s > 0:
			return s
		case s == 0:
			return WidthOf(o)
		}
		return o.MinSize().Width
	})
	return fyne.NewSize(w, r.heightFor(objects, max(w, r.width)))
}

// Wrap sets objects of their own width side by side, centred in their line, and breaks lines where
// they do not fit.
func Wrap(gap, lineGap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return Contain(&wrap{gap: gap, lineGap: lineGap}, objects...)
}

// WrapCentred is a Wrap whose lines stand in the middle.
func WrapCentred(gap, lineGap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return Contain(&wrap{gap: gap, lineGap: lineGap, centre: true}, objects...)
}

type wrap struct {
	gap, lineGap, width float32
	centre              bool
}

func (l *wrap) place(objects []fyne.CanvasObject, width float32, put func(o fyne.CanvasObject, x, y, w, h float32)) float32 {
	type placed struct {
		o       fyne.CanvasObject
		x, w, h float32
	}
	var line []placed
	x, y, high := float32(0), float32(0), float32(0)
	flush := func() {
		left := float32(0)
		if n := len(line); l.centre && n > 0 {
			left = max(0, (width-line[n-1].x-line[n-1].w)/2)
		}
		for _, p := range line {
			if put != nil {
				put(p.o, left+p.x, y+(high-p.h)/2, p.w, p.h)
			}
		}
		line = line[:0]
	}
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		w := min(WidthOf(o), width)
		if x > 0 && x+w > width+0.5 {
			flush()
			x, y, high = 0, y+high+l.lineGap, 0
		}
		h := HeightFor(o, w)
		line = append(line, placed{o, x, w, h})
		x, high = x+w+l.gap, max(high, h)
	}
	flush()
	return y + high
}

func (l *wrap) widthWanted(objects []fyne.CanvasObject) float32 {
	return sum(l.gap, objects, func(_ int, o fyne.CanvasObject) float32 { return WidthOf(o) })
}

func (l *wrap) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	return l.place(objects, width, nil)
}

// Layout implements fyne.Layout.
func (l *wrap) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.place(objects, size.Width, func(o fyne.CanvasObject, x, y, w, h float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(w, h))
	})
}

// MinSize implements fyne.Layout.
func (l *wrap) MinSize(objects []fyne.CanvasObject) fyne.Size {
	w := widest(objects)
	return fyne.NewSize(min(w, 60), l.heightFor(objects, max(l.width, w)))
}

// Pad puts room around an object.
func Pad(top, right, bottom, left float32, o fyne.CanvasObject) *fyne.Container {
	return Contain(&pad{top: top, right: right, bottom: bottom, left: left}, o)
}

type pad struct{ top, right, bottom, left, width float32 }

func (p *pad) widthWanted(objects []fyne.CanvasObject) float32 {
	return widest(objects) + p.left + p.right
}

func (p *pad) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	h := float32(0)
	for _, o := range objects {
		h = max(h, HeightFor(o, max(0, width-p.left-p.right)))
	}
	return h + p.top + p.bottom
}

// Layout implements fyne.Layout.
func (p *pad) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	p.width = size.Width
	for _, o := range objects {
		o.Move(fyne.NewPos(p.left, p.top))
		o.Resize(fyne.NewSize(max(0, size.Width-p.left-p.right), max(0, size.Height-p.top-p.bottom)))
	}
}

// MinSize implements fyne.Layout.
func (p *pad) MinSize(objects []fyne.CanvasObject) fyne.Size {
	w := float32(0)
	for _, o := range objects {
		w = max(w, o.MinSize().Width)
	}
	w += p.left + p.right
	return fyne.NewSize(w, p.heightFor(objects, max(w, p.width)))
}

// Over lays objects over each other; the highest decides.
func Over(objects ...fyne.CanvasObject) *fyne.Container {
	return Contain(&pad{}, objects...)
}
