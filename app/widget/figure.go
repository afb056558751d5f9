package widget

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"nivel/app/theme"
	"nivel/assessments/figure"
)

// Drawing shows a figure; draw is asked for the shapes of the size it has. Alt says the same in
// words.
type Drawing struct {
	widget.BaseWidget
	Alt    string
	draw   func(w, h float64) figure.Drawing
	height float32
	width  float32 // wanted, 0 for any
	above  float32 // room above what draw fills
	below  float32
}

// NewDrawing makes a drawing of a fixed height.
func NewDrawing(width, height float32, alt string, draw func(w, h float64) figure.Drawing) *Drawing {
	d := &Drawing{Alt: alt, draw: draw, height: height, width: width}
	d.ExtendBaseWidget(d)
	return d
}

// NewVial is a drawing of a level tube with the room its frame and whisker need.
func NewVial(width, height float32, alt string, o figure.VialOptions) *Drawing {
	above, below := figure.VialPadding(float64(height), o.Target >= 0, o.Low >= 0)
	d := NewDrawing(width, height, alt, func(w, h float64) figure.Drawing {
		o.W, o.H = w, h
		return figure.Vial(o)
	})
	d.above, d.below = float32(above), float32(below)
	return d
}

// SetDraw changes what is shown.
func (d *Drawing) SetDraw(draw func(w, h float64) figure.Drawing) {
	d.draw = draw
	d.Refresh()
}

// HeightFor implements Flower.
func (d *Drawing) HeightFor(float32) float32 { return d.height + d.above + d.below }

// WidthWanted is the width it was made for.
func (d *Drawing) WidthWanted() float32 { return max(d.width, 30) }

// MinSize implements fyne.CanvasObject.
func (d *Drawing) MinSize() fyne.Size { return fyne.NewSize(max(30, d.width), d.HeightFor(0)) }

// AccessibilityLabel says in words what the picture shows.
func (d *Drawing) AccessibilityLabel() string { return d.Alt }

// CreateRenderer implements fyne.Widget.
func (d *Drawing) CreateRenderer() fyne.WidgetRenderer { return &drawingRenderer{d: d} }

type drawingRenderer struct {
	d       *Drawing
	objects []fyne.CanvasObject
	size    fyne.Size
}

// Destroy implements fyne.WidgetRenderer.
func (r *drawingRenderer) Destroy() {}

// Objects implements fyne.WidgetRenderer.
func (r *drawingRenderer) Objects() []fyne.CanvasObject { return r.objects }

// MinSize implements fyne.WidgetRenderer.
func (r *drawingRenderer) MinSize() fyne.Size { return r.d.MinSize() }

// Refresh implements fyne.WidgetRenderer.
func (r *drawingRenderer) Refresh() {
	r.size = fyne.Size{}
	r.Layout(r.d.Size())
	canvas.Refresh(r.d)
}

// Layout implements fyne.WidgetRenderer.
func (r *drawingRenderer) Layout(size fyne.Size) {
	if r.size == size && r.objects != nil || size.Width <= 0 {
		return
	}
	r.size = size
	h := r.d.height
	if size.Height > r.d.HeightFor(0) && r.d.above == 0 && r.d.below == 0 {
		h = size.Height
	}
	r.objects = Shapes(r.d.draw(float64(size.Width), float64(h)), 0, r.d.above)
}

// Shapes turns a figure into canvas objects, moved by x and y.
func Shapes(d figure.Drawing, x, y float32) []fyne.CanvasObject {
	out := make([]fyne.CanvasObject, 0, len(d.Shapes))
	for _, s := range d.Shapes {
		if o := shape(s, x, y); o != nil {
			out = append(out, o)
		}
	}
	return out
}

func shape(s figure.Shape, x, y float32) fyne.CanvasObject {
	switch s.Kind {
	case figure.Rect:
		return rectangle(s, x, y)
	case figure.Line:
		l := canvas.NewLine(theme.Color(s.Stroke))
		l.StrokeWidth = float32(s.StrokeWidth)
		l.Position1 = fyne.NewPos(x+float32(s.X), y+float32(s.Y))
		l.Position2 = fyne.NewPos(x+float32(s.X2), y+float32(s.Y2))
		return l
	case figure.Circle:
		c := canvas.NewCircle(fill(s))
		if s.Stroke != "" {
			c.StrokeColor, c.StrokeWidth = theme.Color(s.Stroke), float32(s.StrokeWidth)
		}
		c.Move(fyne.NewPos(x+float32(s.X-s.R), y+float32(s.Y-s.R)))
		c.Resize(fyne.NewSquareSize(float32(2 * s.R)))
		return c
	case figure.Polygon:
		return polygon(s, x, y)
	case figure.Text:
		return label(s, x, y)
	}
	return nil
}

func fill(s figure.Shape) color.Color {
	if s.Fill == "" {
		return color.Transparent
	}
	if s.Opacity > 0 {
		return theme.Translucent(s.Fill, s.Opacity)
	}
	return theme.Color(s.Fill)
}

// rectangle widens by half the stroke, because Fyne draws the line inside.
func rectangle(s figure.Shape, x, y float32) fyne.CanvasObject {
	r := canvas.NewRectangle(fill(s))
	grow := float32(0)
	if s.Stroke != "" && s.StrokeWidth > 0 {
		r.StrokeColor, r.StrokeWidth = theme.Color(s.Stroke), float32(s.StrokeWidth)
		grow = float32(s.StrokeWidth) / 2
	}
	radius := float32(s.R)
	if radius > 0 {
		radius += grow
	}
	if s.Corners == figure.AllCorners {
		r.CornerRadius = radius
	} else {
		for corner, field := range map[figure.Corner]*float32{figure.TopLeft: &r.TopLeftCornerRadius, figure.TopRight: &r.TopRightCornerRadius,
			figure.BottomLeft: &r.BottomLeftCornerRadius, figure.BottomRight: &r.BottomRightCornerRadius} {
			if s.Corners&corner != 0 {
				*field = radius
			}
		}
	}
	r.Move(fyne.NewPos(x+float32(s.X)-grow, y+float32(s.Y)-grow))
	r.Resize(fyne.NewSize(float32(s.W)+2*grow, float32(s.H)+2*grow))
	return r
}

func polygon(s figure.Shape, x, y float32) fyne.CanvasObject {
	p := canvas.NewArbitraryPolygon(nil, fill(s))
	minX, minY, maxX, maxY := s.Points[0].X, s.Points[0].Y, s.Points[0].X, s.Points[0].Y
	for _, q := range s.Points {
		minX, minY, maxX, maxY = min(minX, q.X), min(minY, q.Y), max(maxX, q.X), max(maxY, q.Y)
	}
	room := s.StrokeWidth + 1
	for _, q := range s.Points {
		p.Points = append(p.Points, fyne.NewPos(float32(q.X-minX+room), float32(q.Y-minY+room)))
	}
	if s.Stroke != "" {
		p.StrokeColor, p.StrokeWidth = theme.Color(s.Stroke), float32(s.StrokeWidth)
	}
	p.Move(fyne.NewPos(x+float32(minX-room), y+float32(minY-room)))
	p.Resize(fyne.NewSize(float32(maxX-minX+2*room), float32(maxY-minY+2*room)))
	return p
}

func label(s figure.Shape, x, y float32) fyne.CanvasObject {
	t := canvas.NewText(s.Text, theme.Color(s.Fill))
	t.TextSize, t.TextStyle = float32(s.Size), fyne.TextStyle{Bold: s.Bold}
	size := t.MinSize()
	left := x + float32(s.X)
	switch s.Align {
	case figure.Centre:
		left -= size.Width / 2
	case figure.Right:
		left -= size.Width
	}
	t.Move(fyne.NewPos(left, y+float32(s.Y)+(float32(s.H)-size.Height)/2))
	t.Resize(size)
	return t
}
