package library

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

// results is a list of cards: one tab stop, arrows move, Return and Space open.
type results struct {
	fynewidget.BaseWidget
	column  *fyne.Container
	boxes   []*canvas.Rectangle
	ring    *canvas.Rectangle
	cursor  int
	hover   int
	focused bool

	onOpen func(i int)
	onMore func() // the cursor wants to go below the last card
	onUp   func() // above the first
	onMove func(top, bottom float32)
}

func newResults() *results {
	r := &results{column: widget.Column(8), hover: -1, ring: canvas.NewRectangle(color.Transparent)}
	r.ring.StrokeWidth, r.ring.CornerRadius = 3, 14
	r.ExtendBaseWidget(r)
	return r
}

// set shows other cards; the cursor goes to one of them.
func (r *results) set(cards []fyne.CanvasObject, cursor int) {
	r.boxes, r.column.Objects = nil, nil
	r.add(cards)
	r.cursor = max(0, min(cursor, len(cards)-1))
	r.hover = -1
}

// add shows more cards below.
func (r *results) add(cards []fyne.CanvasObject) {
	for _, card := range cards {
		box := widget.Box(figure.Surface, figure.Hair, 1, 10)
		r.boxes = append(r.boxes, box)
		r.column.Objects = append(r.column.Objects, widget.Over(box, widget.Pad(10, 14, 10, 14, card)))
	}
}

func (r *results) move(to int) {
	if to >= len(r.boxes) && r.onMore != nil {
		r.onMore()
	}
	if to < 0 && r.onUp != nil {
		r.onUp()
		return
	}
	r.cursor = max(0, min(to, len(r.boxes)-1))
	r.Refresh()
	if top, height, ok := r.place(r.cursor); ok && r.onMove != nil {
		r.onMove(top, top+height)
	}
}

func (r *results) place(i int) (top, height float32, ok bool) {
	if i < 0 || i >= len(r.column.Objects) {
		return 0, 0, false
	}
	o := r.column.Objects[i]
	return o.Position().Y, o.Size().Height, true
}

// FocusGained implements fyne.Focusable.
func (r *results) FocusGained() { r.focused = true; r.move(r.cursor) }

// FocusLost implements fyne.Focusable.
func (r *results) FocusLost() { r.focused = false; r.Refresh() }

// TypedRune implements fyne.Focusable.
func (r *results) TypedRune(c rune) { widget.PassRune(r, c) }

// TypedKey implements fyne.Focusable.
func (r *results) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyDown:
		r.move(r.cursor + 1)
	case fyne.KeyUp:
		r.move(r.cursor - 1)
	case fyne.KeyPageDown:
		r.move(min(r.cursor+6, len(r.boxes)-1))
	case fyne.KeyPageUp:
		r.move(max(r.cursor-6, 0))
	case fyne.KeyHome:
		r.move(0)
	case fyne.KeyEnd:
		r.move(len(r.boxes) - 1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		r.open(r.cursor)
	default:
		widget.PassKey(r, e)
	}
}

func (r *results) open(i int) {
	if i >= 0 && i < len(r.boxes) && r.onOpen != nil {
		r.onOpen(i)
	}
}

func (r *results) at(p fyne.Position) int {
	for i := range r.column.Objects {
		if top, height, _ := r.place(i); p.Y >= top && p.Y < top+height {
			return i
		}
	}
	return -1
}

// Tapped implements fyne.Tappable.
func (r *results) Tapped(e *fyne.PointEvent) { r.open(r.at(e.Position)) }

// MouseIn implements desktop.Hoverable.
func (r *results) MouseIn(e *desktop.MouseEvent) { r.MouseMoved(e) }

// MouseMoved implements desktop.Hoverable.
func (r *results) MouseMoved(e *desktop.MouseEvent) {
	if i := r.at(e.Position); i != r.hover {
		r.hover = i
		r.Refresh()
	}
}

// MouseOut implements desktop.Hoverable.
func (r *results) MouseOut() { r.hover = -1; r.Refresh() }

// Cursor implements desktop.Cursorable.
func (r *results) Cursor() desktop.Cursor { return desktop.PointerCursor }

// HeightFor implements widget.Flower.
func (r *results) HeightFor(width float32) float32 { return widget.HeightFor(r.column, width) }

// CreateRenderer implements fyne.Widget.
func (r *results) CreateRenderer() fyne.WidgetRenderer { return &resultsRenderer{r} }

type resultsRenderer struct{ r *results }

// Destroy implements fyne.WidgetRenderer.
func (x *resultsRenderer) Destroy() {}

// MinSize implements fyne.WidgetRenderer.
func (x *resultsRenderer) MinSize() fyne.Size { return x.r.column.MinSize() }

// Objects implements fyne.WidgetRenderer.
func (x *resultsRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{x.r.column, x.r.ring}
}

// Layout implements fyne.WidgetRenderer.
func (x *resultsRenderer) Layout(size fyne.Size) {
	x.r.column.Resize(size)
	x.mark()
}

// Refresh implements fyne.WidgetRenderer.
func (x *resultsRenderer) Refresh() {
	x.mark()
	canvas.Refresh(x.r)
}

// mark shows where cursor and mouse are.
func (x *resultsRenderer) mark() {
	r := x.r
	for i, box := range r.boxes {
		fill, edge := figure.Surface, figure.Hair
		if i == r.hover {
			fill, edge = figure.Side, figure.Edge
		}
		box.FillColor, box.StrokeColor = theme.Color(fill), theme.Color(edge)
	}
	top, height, ok := r.place(r.cursor)
	r.ring.Hidden = !r.focused || !ok
	r.ring.StrokeColor = theme.Color(figure.Blue)
	r.ring.Move(fyne.NewPos(-4, top-4))
	r.ring.Resize(fyne.NewSize(r.Size().Width+8, height+8))
}
