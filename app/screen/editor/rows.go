package editor

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynewidget "fyne.io/fyne/v2/widget"

	"nivel/app/theme"
	"nivel/app/widget"
	"nivel/assessments/figure"
)

// rows is a list of things to go to: one tab stop, arrows move, Return and Space choose.
type rows struct {
	fynewidget.BaseWidget
	column  *fyne.Container
	boxes   []*canvas.Rectangle
	ring    *canvas.Rectangle
	cursor  int
	chosen  int // -1 for none
	hover   int
	focused bool
	plain   bool // rows without an outline of their own

	onChoose func(i int)
	onTurn   func(i int, open bool) // → and ←
	onMove   func(top, bottom float32)
}

func newRows(gap float32, plain bool) *rows {
	r := &rows{column: widget.Column(gap), chosen: -1, hover: -1, plain: plain, ring: canvas.NewRectangle(color.Transparent)}
	r.ring.StrokeWidth, r.ring.CornerRadius = 3, 10
	r.ExtendBaseWidget(r)
	return r
}

// set shows other rows.
func (r *rows) set(all []fyne.CanvasObject, chosen int) {
	r.boxes, r.column.Objects = nil, nil
	for _, o := range all {
		box := widget.Box("", "", 1, 8)
		r.boxes = append(r.boxes, box)
		r.column.Objects = append(r.column.Objects, widget.Over(box, o))
	}
	r.chosen, r.hover = chosen, -1
	if chosen >= 0 {
		r.cursor = chosen
	}
	r.cursor = max(0, min(r.cursor, len(all)-1))
}

func (r *rows) move(to int) {
	r.cursor = max(0, min(to, len(r.boxes)-1))
	r.Refresh()
	r.reveal()
}

func (r *rows) reveal() {
	if top, height, ok := r.place(r.cursor); ok && r.onMove != nil {
		r.onMove(top, top+height)
	}
}

func (r *rows) place(i int) (top, height float32, ok bool) {
	if i < 0 || i >= len(r.column.Objects) {
		return 0, 0, false
	}
	o := r.column.Objects[i]
	return o.Position().Y, o.Size().Height, true
}

// FocusGained implements fyne.Focusable.
func (r *rows) FocusGained() { r.focused = true; r.move(r.cursor) }

// FocusLost implements fyne.Focusable.
func (r *rows) FocusLost() { r.focused = false; r.Refresh() }

// TypedRune implements fyne.Focusable.
func (r *rows) TypedRune(c rune) { widget.PassRune(r, c) }

// TypedKey implements fyne.Focusable.
func (r *rows) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyDown:
		r.move(r.cursor + 1)
	case fyne.KeyUp:
		r.move(r.cursor - 1)
	case fyne.KeyPageDown:
		r.move(r.cursor + 8)
	case fyne.KeyPageUp:
		r.move(r.cursor - 8)
	case fyne.KeyHome:
		r.move(0)
	case fyne.KeyEnd:
		r.move(len(r.boxes) - 1)
	case fyne.KeyRight, fyne.KeyLeft:
		if r.onTurn != nil {
			r.onTurn(r.cursor, e.Name == fyne.KeyRight)
		}
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		r.choose(r.cursor)
	default:
		widget.PassKey(r, e)
	}
}

func (r *rows) choose(i int) {
	if i >= 0 && i < len(r.boxes) && r.onChoose != nil {
		r.cursor = i
		r.onChoose(i)
	}
}

func (r *rows) at(p fyne.Position) int {
	for i := range r.column.Objects {
		if top, height, _ := r.place(i); p.Y >= top && p.Y < top+height {
			return i
		}
	}
	return -1
}

// Tapped implements fyne.Tappable.
func (r *rows) Tapped(e *fyne.PointEvent) {
	widget.Focus(r) // so that the arrows go on from what was clicked
	r.choose(r.at(e.Position))
}

// MouseIn implements desktop.Hoverable.
func (r *rows) MouseIn(e *desktop.MouseEvent) { r.MouseMoved(e) }

// MouseMoved implements desktop.Hoverable.
func (r *rows) MouseMoved(e *desktop.MouseEvent) {
	if i := r.at(e.Position); i != r.hover {
		r.hover = i
		r.Refresh()
	}
}

// MouseOut implements desktop.Hoverable.
func (r *rows) MouseOut() { r.hover = -1; r.Refresh() }

// Cursor implements desktop.Cursorable.
func (r *rows) Cursor() desktop.Cursor { return desktop.PointerCursor }

// HeightFor implements widget.Flower.
func (r *rows) HeightFor(width float32) float32 { return widget.HeightFor(r.column, width) }

// CreateRenderer implements fyne.Widget.
func (r *rows) CreateRenderer() fyne.WidgetRenderer { return &rowsRenderer{r} }

type rowsRenderer struct{ r *rows }

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

// Refresh implements fyne.WidgetRenderer.
func (x *rowsRenderer) Refresh() {
	x.r.column.Resize(x.r.Size())
	x.r.column.Layout.Layout(x.r.column.Objects, x.r.Size())
	x.mark()
	canvas.Refresh(x.r)
}

// mark shows what is chosen and where cursor and mouse are.
func (x *rowsRenderer) mark() {
	r := x.r
	for i, box := range r.boxes {
		var fill, edge figure.Token
		switch {
		case i == r.chosen:
			fill = figure.BlueSoft
		case i == r.hover:
			fill = figure.Sunken
		case !r.plain:
			fill, edge = figure.Surface, figure.Hair
		}
		box.FillColor, box.StrokeColor = color.Transparent, color.Transparent
		if fill != "" {
			box.FillColor = theme.Color(fill)
		}
		if edge != "" {
			box.StrokeColor = theme.Color(edge)
		}
	}
	top, height, ok := r.place(r.cursor)
	r.ring.Hidden = !r.focused || !ok
	r.ring.StrokeColor = theme.Color(figure.Blue)
	r.ring.Move(fyne.NewPos(-2, top-2))
	r.ring.Resize(fyne.NewSize(r.Size().Width+4, height+4))
}
