package widget

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"nivel/app/theme"
	"nivel/assessments/figure"
)

// RowsLook is how rows look.
type RowsLook struct {
	card   bool    // each row has a surface of its own
	gap    float32 // between two rows
	radius float32 // of a row's corners
	out    float32 // how far the ring stands off a row
	page   int     // rows that the page keys move by
}

// The looks.
var (
	RowsCards = RowsLook{card: true, gap: 8, radius: 10, out: 4, page: 6}
	RowsLines = RowsLook{gap: 1, radius: 8, out: 2, page: 8}
)

// Rows is a list of things to go to: one tab stop, arrows move, Return and Space choose.
type Rows struct {
	widget.BaseWidget
	At     int // where the cursor stands
	Chosen int // -1 for none

	OnChoose func(i int)
	OnTurn   func(i int, open bool)    // → and ←
	OnMore   func()                    // the cursor wants to go below the last row
	OnUp     func()                    // above the first
	OnMove   func(top, bottom float32) // the row that the cursor came to

	look    RowsLook
	column  *fyne.Container
	boxes   []*canvas.Rectangle
	ring    *canvas.Rectangle
	hover   int
	focused bool
	stale   bool // there are rows that have not been laid out
}

// NewRows makes a list without rows.
func NewRows(look RowsLook) *Rows {
	r := &Rows{look: look, Chosen: -1, column: Column(look.gap), hover: -1, ring: canvas.NewRectangle(color.Transparent)}
	r.ring.StrokeWidth, r.ring.CornerRadius = 3, look.radius+look.out
	r.ExtendBaseWidget(r)
	return r
}

// Set shows other rows. The cursor goes to one of them; below 0 it stays, as far as it can.
func (r *Rows) Set(all []fyne.CanvasObject, at int) {
	r.boxes, r.column.Objects = nil, nil
	r.Add(all)
	if at < 0 {
		at = r.At
	}
	r.At = max(0, min(at, len(all)-1))
	r.hover = -1
}

// Add shows more rows below.
func (r *Rows) Add(all []fyne.CanvasObject) {
	for _, o := range all {
		box := Box("", "", 0, r.look.radius)
		if r.look.card {
			box = Box(figure.Surface, figure.Hair, 1, r.look.radius)
		}
		r.boxes = append(r.boxes, box)
		r.column.Objects = append(r.column.Objects, Over(box, o))
	}
	r.stale = true
}

func (r *Rows) move(to int) {
	if to >= len(r.boxes) && r.OnMore != nil {
		r.OnMore()
	}
	if to < 0 && r.OnUp != nil {
		r.OnUp()
		return
	}
	r.At = max(0, min(to, len(r.boxes)-1))
	r.Refresh()
	r.Reveal()
}

// Reveal says again where the cursor stands.
func (r *Rows) Reveal() {
	if top, height, ok := r.place(r.At); ok && r.OnMove != nil {
		r.OnMove(top, top+height)
	}
}

func (r *Rows) place(i int) (top, height float32, ok bool) {
	if i < 0 || i >= len(r.column.Objects) {
		return 0, 0, false
	}
	o := r.column.Objects[i]
	return o.Position().Y, o.Size().Height, true
}

// FocusGained implements fyne.Focusable.
func (r *Rows) FocusGained() { r.focused = true; r.move(r.At) }

// FocusLost implements fyne.Focusable.
func (r *Rows) FocusLost() { r.focused = false; r.Refresh() }

// TypedRune implements fyne.Focusable.
func (r *Rows) TypedRune(c rune) { PassRune(r, c) }

// TypedKey implements fyne.Focusable.
func (r *Rows) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyDown:
		r.move(r.At + 1)
	case fyne.KeyUp:
		r.move(r.At - 1)
	case fyne.KeyPageDown:
		r.move(min(r.At+r.look.page, len(r.boxes)-1))
	case fyne.KeyPageUp:
		r.move(max(r.At-r.look.page, 0))
	case fyne.KeyHome:
		r.move(0)
	case fyne.KeyEnd:
		r.move(len(r.boxes) - 1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		r.choose(r.At)
	case fyne.KeyRight, fyne.KeyLeft:
		if r.OnTurn != nil {
			r.OnTurn(r.At, e.Name == fyne.KeyRight)
			return
		}
		PassKey(r, e)
	default:
		PassKey(r, e)
	}
}

func (r *Rows) choose(i int) {
	if i >= 0 && i < len(r.boxes) && r.OnChoose != nil {
		r.At = i
		r.OnChoose(i)
	}
}

func (r *Rows) at(p fyne.Position) int {
	for i := range r.column.Objects {
		if top, height, _ := r.place(i); p.Y >= top && p.Y < top+height {
			return i
		}
	}
	return -1
}

// Tapped implements fyne.Tappable.
func (r *Rows) Tapped(e *fyne.PointEvent) {
	i := r.at(e.Position)
	if i >= 0 {
		r.At = i // so that the focus does not scroll to another row
	}
	Focus(r) // so that the arrows go on from what was clicked
	r.choose(i)
}

// MouseIn implements desktop.Hoverable.
func (r *Rows) MouseIn(e *desktop.MouseEvent) { r.MouseMoved(e) }

// MouseMoved implements desktop.Hoverable.
func (r *Rows) MouseMoved(e *desktop.MouseEvent) {
	if i := r.at(e.Position); i != r.hover {
		r.hover = i
		r.Refresh()
	}
}

// MouseOut implements desktop.Hoverable.
func (r *Rows) MouseOut() { r.hover = -1; r.Refresh() }

// Cursor implements desktop.Cursorable.
func (r *Rows) Cursor() desktop.Cursor { return desktop.PointerCursor }

// HeightFor implements Flower.
func (r *Rows) HeightFor(width float32) float32 { return HeightFor(r.column, width) }

// CreateRenderer implements fyne.Widget.
func (r *Rows) CreateRenderer() fyne.WidgetRenderer { return &rowsRenderer{r} }

type rowsRenderer struct{ r *Rows }

// Destroy implements fyne.WidgetRenderer.
func (x *rowsRenderer) Destroy() {}

// MinSize implements fyne.WidgetRenderer.
func (x *rowsRenderer) MinSize() fyne.Size { return x.r.column.MinSize() }

// Objects implements fyne.WidgetRenderer.
func (x *rowsRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{x.r.column, x.r.ring}
}

// Layout implements fyne.WidgetRenderer.
func (x *rowsRenderer) Layout(size fyne.Size) {
	x.r.column.Resize(size)
	x.mark()
}

// Refresh implements fyne.WidgetRenderer. Other rows may take the room that the last ones took, and
// then nothing but this lays them out.
func (x *rowsRenderer) Refresh() {
	if x.r.stale {
		x.r.stale = false
		x.r.column.Resize(x.r.Size())
		x.r.column.Layout.Layout(x.r.column.Objects, x.r.Size())
	}
	x.mark()
	canvas.Refresh(x.r)
}

// mark shows what is chosen and where cursor and mouse are.
func (x *rowsRenderer) mark() {
	r := x.r
	for i, box := range r.boxes {
		var fill, edge figure.Token
		switch {
		case i == r.Chosen:
			fill = figure.BlueSoft
		case r.look.card && i == r.hover:
			fill, edge = figure.Side, figure.Edge
		case r.look.card:
			fill, edge = figure.Surface, figure.Hair
		case i == r.hover:
			fill = figure.Sunken
		}
		box.FillColor, box.StrokeColor = colourOf(fill), colourOf(edge)
	}
	top, height, ok := r.place(r.At)
	out := r.look.out
	r.ring.Hidden = !r.focused || !ok
	r.ring.StrokeColor = theme.Color(figure.Blue)
	r.ring.Move(fyne.NewPos(-out, top-out))
	r.ring.Resize(fyne.NewSize(r.Size().Width+2*out, height+2*out))
}

// colourOf is a token's colour, nothing where there is none.
func colourOf(t figure.Token) color.Color {
	if t == "" {
		return color.Transparent
	}
	return theme.Color(t)
}
