// Package figure is the geometry of Nivel's pictures as plain shapes: vial, level bar, ladder,
// ruler, radar and band bar are worked out here once, and screen and report draw the same shapes.
//
// Lengths are in units of the caller's choice: device-independent pixels on screen, and the same
// numbers scaled to millimetres on paper. Colours are names of tokens, resolved by who draws.
package figure

// Kind is what a shape is.
type Kind int8

// The kinds of shape.
const (
	Rect    Kind = iota // X, Y, W, H with corner radius R
	Line                // X, Y to X2, Y2
	Circle              // centre X, Y with radius R
	Polygon             // Points, clockwise, at most 16
	Text                // baseline-free: X, Y is the anchor of a box H high; see Align
)

// Align is where a text stands relative to X.
type Align int8

// The alignments of a text.
const (
	Left Align = iota
	Centre
	Right
)

// Point is a place in a drawing.
type Point struct{ X, Y float64 }

// Shape is one thing to draw. Fill and Stroke are colour tokens, empty for none. W of a text is how
// wide it may be, 0 for as wide as there is room.
type Shape struct {
	Kind        Kind
	X, Y        float64
	W, H        float64
	X2, Y2      float64
	R           float64
	Corners     Corner // which corners of a Rect are round; 0 is all
	Points      []Point
	Fill        Token
	Stroke      Token
	StrokeWidth float64
	Opacity     float64 // of the fill, 0 means opaque
	Text        string
	Size        float64 // of the text
	Bold        bool
	Align       Align
}

// Corner is a set of corners of a rectangle.
type Corner uint8

// The corners; AllCorners is the zero value.
const (
	AllCorners  Corner = 0
	TopLeft     Corner = 1 << 0
	TopRight    Corner = 1 << 1
	BottomRight Corner = 1 << 2
	BottomLeft  Corner = 1 << 3
)

// Drawing is a picture W wide and H high, drawn in the order of its shapes.
type Drawing struct {
	W, H   float64
	Shapes []Shape
}

func (d *Drawing) add(s ...Shape) { d.Shapes = append(d.Shapes, s...) }

// Place adds another drawing with its top left corner at x, y.
func (d *Drawing) Place(o Drawing, x, y float64) {
	for _, s := range o.Shapes {
		s.X, s.Y, s.X2, s.Y2 = s.X+x, s.Y+y, s.X2+x, s.Y2+y
		if s.Points != nil {
			points := make([]Point, len(s.Points))
			for i, p := range s.Points {
				points[i] = Point{p.X + x, p.Y + y}
			}
			s.Points = points
		}
		d.add(s)
	}
}

func rect(x, y, w, h, r float64, fill, stroke Token, width float64) Shape {
	return Shape{Kind: Rect, X: x, Y: y, W: w, H: h, R: r, Fill: fill, Stroke: stroke, StrokeWidth: width}
}

func line(x, y, x2, y2 float64, stroke Token, width float64) Shape {
	return Shape{Kind: Line, X: x, Y: y, X2: x2, Y2: y2, Stroke: stroke, StrokeWidth: width}
}
