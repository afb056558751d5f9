package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"nivel/app/theme"
	"nivel/assessments/figure"
)

// Ledger is a long list of rows of one height, of which only those in sight are made: one tab stop,
// arrows move, Space picks, Return opens. It stands on a page that scrolls it.
type Ledger struct {
	widget.BaseWidget
	At int // where the cursor stands

	Row    func(i int) fyne.CanvasObject // makes a row
	Picked func(i int) bool
	OnPick func(i int)
	OnOpen func(i int)
	OnUp   func()                 // the cursor wants to go above the first row
	OnTap  func(i int, x float32) // a row is tapped there
	Name   func(i int) string     // of a row, for those who cannot see it
	Height float32                // of a row, in dp

	n       int
	rows    map[int]*ledgerRow
	page    *Page
	ring    *canvas.Rectangle
	focused bool
}

type ledgerRow struct {
	box  *canvas.Rectangle
	line *canvas.Rectangle
	all  *fyne.Container
}

// ledgerSpare is how many rows above and below those in sight are kept ready.
const ledgerSpare = 2

// NewLedger makes a list without rows.
func NewLedger(height float32) *Ledger {
	l := &Ledger{Height: height, rows: map[int]*ledgerRow{}, ring: Box("", "", 0, 8)}
	l.ring.StrokeWidth = 3
	l.ExtendBaseWidget(l)
	return l
}

// On tells the list on which page it stands.
func (l *Ledger) On(page *Page) {
	l.page = page
	page.Scroll.OnScrolled = func(fyne.Position) { l.Refresh() }
}

// Set shows so many rows, all made anew, with the cursor at one of them.
func (l *Ledger) Set(n, at int) {
	l.n, l.rows = n, map[int]*ledgerRow{}
	l.At = max(0, min(at, n-1))
}

// Len is how many rows there are.
func (l *Ledger) Len() int { return l.n }

// Again makes the rows anew that are in sight.
func (l *Ledger) Again() {
	l.rows = map[int]*ledgerRow{}
	l.Refresh()
}

func (l *Ledger) rowHeight() float32 { return theme.Dp(l.Height) }

// HeightFor implements Flower.
func (l *Ledger) HeightFor(float32) float32 { return float32(l.n) * l.rowHeight() }

// MinSize implements fyne.CanvasObject.
func (l *Ledger) MinSize() fyne.Size { return fyne.NewSize(100, l.HeightFor(0)) }

// Reveal scrolls to where the cursor stands.
func (l *Ledger) Reveal() {
	if l.page != nil && l.n > 0 {
		top := float32(l.At) * l.rowHeight()
		l.page.Reveal(l, top, top+l.rowHeight())
	}
}

func (l *Ledger) move(to int) {
	if to < 0 && l.At == 0 && l.OnUp != nil {
		l.OnUp()
		return
	}
	l.At = max(0, min(to, l.n-1))
	l.Reveal()
	l.Refresh()
}

// step is how many rows the page keys move by.
func (l *Ledger) step() int {
	if l.page == nil {
		return 1
	}
	return max(1, int(l.page.Size().Height/l.rowHeight())-1)
}

// AccessibilityLabel is the row where the cursor stands.
func (l *Ledger) AccessibilityLabel() string {
	if l.n == 0 || l.Name == nil {
		return ""
	}
	return l.Name(l.At)
}

// FocusGained implements fyne.Focusable.
func (l *Ledger) FocusGained() { l.focused = true; l.move(l.At) }

// FocusLost implements fyne.Focusable.
func (l *Ledger) FocusLost() { l.focused = false; l.Refresh() }

// TypedRune implements fyne.Focusable. Space comes as a key too.
func (l *Ledger) TypedRune(r rune) {
	if r != ' ' {
		PassRune(l, r)
	}
}

// TypedKey implements fyne.Focusable.
func (l *Ledger) TypedKey(e *fyne.KeyEvent) {
	if l.n == 0 {
		PassKey(l, e)
		return
	}
	switch e.Name {
	case fyne.KeyDown:
		l.move(l.At + 1)
	case fyne.KeyUp:
		l.move(l.At - 1)
	case fyne.KeyPageDown:
		l.move(l.At + l.step())
	case fyne.KeyPageUp:
		l.move(max(0, l.At-l.step()))
	case fyne.KeyHome:
		l.move(0)
	case fyne.KeyEnd:
		l.move(l.n - 1)
	case fyne.KeySpace:
		l.pick(l.At)
	case fyne.KeyReturn, fyne.KeyEnter:
		l.OnOpen(l.At)
	default:
		PassKey(l, e)
	}
}

// pick changes whether a row is picked.
func (l *Ledger) pick(i int) {
	l.OnPick(i)
	delete(l.rows, i)
	l.Refresh()
}

// Tapped implements fyne.Tappable.
func (l *Ledger) Tapped(e *fyne.PointEvent) {
	i := int(e.Position.Y / l.rowHeight())
	if i < 0 || i >= l.n {
		return
	}
	l.At = i
	Focus(l) // so that the arrows go on from what was clicked
	l.Refresh()
	if l.OnTap != nil {
		l.OnTap(i, e.Position.X)
	}
}

// Pick is what a tap on a row's box does.
func (l *Ledger) Pick(i int) { l.pick(i) }

// Cursor implements desktop.Cursorable.
func (l *Ledger) Cursor() desktop.Cursor { return desktop.PointerCursor }

// sight are the rows that can be seen, with a few more at both ends.
func (l *Ledger) sight() (from, to int) {
	if l.page == nil || l.page.Size().Height <= 0 {
		return 0, min(l.n, 1)
	}
	d := fyne.CurrentApp().Driver()
	top := l.page.Scroll.Offset.Y - (d.AbsolutePositionForObject(l).Y - d.AbsolutePositionForObject(l.page.Scroll.Content).Y)
	h := l.rowHeight()
	from = max(0, int(top/h)-ledgerSpare)
	to = int((top+l.page.Size().Height)/h) + 1 + ledgerSpare
	return min(from, l.n), max(0, min(to, l.n))
}

// CreateRenderer implements fyne.Widget.
func (l *Ledger) CreateRenderer() fyne.WidgetRenderer { return &ledgerRenderer{l: l} }

type ledgerRenderer struct {
	l       *Ledger
	objects []fyne.CanvasObject
	width   float32
}

// Destroy implements fyne.WidgetRenderer.
func (r *ledgerRenderer) Destroy() {}

// MinSize implements fyne.WidgetRenderer.
func (r *ledgerRenderer) MinSize() fyne.Size { return r.l.MinSize() }

// Objects implements fyne.WidgetRenderer.
func (r *ledgerRenderer) Objects() []fyne.CanvasObject { return r.objects }

// Refresh implements fyne.WidgetRenderer.
func (r *ledgerRenderer) Refresh() {
	r.Layout(r.l.Size())
	canvas.Refresh(r.l)
}

// Layout implements fyne.WidgetRenderer: rows that come into sight are made, those that leave it
// are let go.
func (r *ledgerRenderer) Layout(size fyne.Size) {
	l := r.l
	if size.Width <= 0 {
		return
	}
	if size.Width != r.width {
		r.width, l.rows = size.Width, map[int]*ledgerRow{}
	}
	from, to := l.sight()
	for i := range l.rows {
		if i < from || i >= to {
			delete(l.rows, i)
		}
	}
	h := l.rowHeight()
	r.objects = r.objects[:0:0]
	for i := from; i < to; i++ {
		row := l.rows[i]
		if row == nil {
			row = l.make(i, fyne.NewSize(size.Width, h))
			l.rows[i] = row
		}
		row.all.Move(fyne.NewPos(0, float32(i)*h))
		r.objects = append(r.objects, row.all)
	}
	l.ring.StrokeColor = colourOf("")
	if l.focused && l.n > 0 {
		l.ring.StrokeColor = theme.Color(figure.Blue)
	}
	l.ring.Move(fyne.NewPos(1, float32(l.At)*h+1))
	l.ring.Resize(fyne.NewSize(size.Width-2, h-2))
	r.objects = append(r.objects, l.ring)
}

// make makes a row of that size: its ground, a line below, and what stands in it.
func (l *Ledger) make(i int, size fyne.Size) *ledgerRow {
	fill := figure.Surface
	if l.Picked(i) {
		fill = figure.BlueSoft
	}
	row := &ledgerRow{box: Box(fill, "", 0, 0), line: Box(figure.Hair, "", 0, 0)}
	content := l.Row(i)
	row.all = container.NewWithoutLayout(row.box, content, row.line)
	row.all.Resize(size)
	row.box.Resize(size)
	content.Resize(size)
	row.line.Resize(fyne.NewSize(size.Width, 1))
	row.line.Move(fyne.NewPos(0, size.Height-1))
	return row
}
