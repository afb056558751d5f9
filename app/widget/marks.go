package widget

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"nivel/app/theme"
	"nivel/assessments/figure"
)

// Marks is a table of small numbers to fill in: arrows move, digits write and go on, 0 or Delete take
// back. One tab stop.
type Marks struct {
	widget.BaseWidget
	ring
	Rows  []string
	Heads []string // of the columns
	Least int      // the lowest number
	Most  int      // the highest one; both have one digit
	Value func(row, column int) int
	// OnChanged is told a new number, 0 for none.
	OnChanged func(row, column, n int)
	OnMove    func(top, bottom float32) // the cursor stands there now
	row, col  int
}

// NewMarks makes a table. Value gives a number, 0 for none.
func NewMarks(rows, heads []string, least, most int, value func(row, column int) int, changed func(row, column, n int)) *Marks {
	m := &Marks{Rows: rows, Heads: heads, Least: least, Most: most, Value: value, OnChanged: changed}
	m.ExtendBaseWidget(m)
	return m
}

// AccessibilityLabel is where the cursor stands and what is written there.
func (m *Marks) AccessibilityLabel() string {
	if m.row >= len(m.Rows) || m.col >= len(m.Heads) {
		return ""
	}
	label := m.Rows[m.row] + ", " + m.Heads[m.col]
	if n := m.Value(m.row, m.col); n > 0 {
		label += ": " + strconv.Itoa(n)
	}
	return label
}

func (m *Marks) side() float32 { return theme.Dp(40) }

// column is the width of one, wide enough for its head.
func (m *Marks) column() float32 {
	w := m.side() + 8
	for _, h := range m.Heads {
		for _, word := range strings.Fields(h) {
			w = max(w, fyne.MeasureText(word, theme.Dp(13), fyne.TextStyle{}).Width+8)
		}
	}
	return w
}

// names is the width that is left for the names.
func (m *Marks) names(width float32) float32 {
	return max(width-m.column()*float32(len(m.Heads))-theme.Dp(10), theme.Dp(80))
}

func (m *Marks) headHeight() float32 {
	h := float32(0)
	for _, head := range m.Heads {
		h = max(h, NewText(Small, figure.Ink2, head).HeightFor(m.column()-4))
	}
	return h + 8
}

func (m *Marks) rowHeight(i int, width float32) float32 {
	return max(m.side()+8, NewText(Tight, figure.Ink, m.Rows[i]).HeightFor(m.names(width))+10)
}

// HeightFor implements Flower.
func (m *Marks) HeightFor(width float32) float32 {
	h := m.headHeight()
	for i := range m.Rows {
		h += m.rowHeight(i, width)
	}
	return h
}

// MinSize implements fyne.CanvasObject.
func (m *Marks) MinSize() fyne.Size {
	least := m.column()*float32(len(m.Heads)) + theme.Dp(100)
	return fyne.NewSize(least, m.HeightFor(max(m.Size().Width, least)))
}

// move goes to another cell and says where that is.
func (m *Marks) move(row, col int) {
	m.row, m.col = min(max(row, 0), len(m.Rows)-1), min(max(col, 0), len(m.Heads)-1)
	m.Refresh()
	m.tellMove()
}

func (m *Marks) tellMove() {
	if m.OnMove == nil || len(m.Rows) == 0 {
		return
	}
	top := m.headHeight()
	for i := range m.row {
		top += m.rowHeight(i, m.Size().Width)
	}
	m.OnMove(top, top+m.rowHeight(m.row, m.Size().Width))
}

func (m *Marks) write(n int) {
	if len(m.Rows) == 0 {
		return
	}
	if m.OnChanged != nil && n != m.Value(m.row, m.col) {
		m.OnChanged(m.row, m.col, n)
	}
	m.Refresh()
}

// Tapped implements fyne.Tappable: a cell is chosen; tapped again it counts up.
func (m *Marks) Tapped(e *fyne.PointEvent) {
	Focus(m)
	width := m.Size().Width
	y := m.headHeight()
	for i := range m.Rows {
		h := m.rowHeight(i, width)
		if e.Position.Y >= y && e.Position.Y < y+h {
			col := int((e.Position.X - m.names(width) - theme.Dp(10)) / m.column())
			if e.Position.X < m.names(width)+theme.Dp(10) || col >= len(m.Heads) {
				return
			}
			if i == m.row && col == m.col {
				n := m.Value(i, col) + 1
				if n > m.Most {
					n = 0
				} else {
					n = max(n, m.Least)
				}
				m.write(n)
				return
			}
			m.move(i, col)
			return
		}
		y += h
	}
}

// FocusGained implements fyne.Focusable.
func (m *Marks) FocusGained() { m.focused = true; m.Refresh(); m.tellMove() }

// FocusLost implements fyne.Focusable.
func (m *Marks) FocusLost() { m.focused = false; m.Refresh() }

// TypedRune implements fyne.Focusable.
func (m *Marks) TypedRune(r rune) {
	n := int(r - '0')
	switch {
	case r == '0':
		m.write(0)
	case n >= m.Least && n <= m.Most:
		m.write(n)
		if m.col+1 < len(m.Heads) {
			m.move(m.row, m.col+1)
		} else if m.row+1 < len(m.Rows) {
			m.move(m.row+1, 0)
		}
	default:
		PassRune(m, r)
	}
}

// TypedKey implements fyne.Focusable.
func (m *Marks) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyUp:
		m.move(m.row-1, m.col)
	case fyne.KeyDown:
		m.move(m.row+1, m.col)
	case fyne.KeyLeft:
		m.move(m.row, m.col-1)
	case fyne.KeyRight:
		m.move(m.row, m.col+1)
	case fyne.KeyDelete, fyne.KeyBackspace:
		m.write(0)
	default:
		PassKey(m, e)
	}
}

// CreateRenderer implements fyne.Widget.
func (m *Marks) CreateRenderer() fyne.WidgetRenderer { return newPainted(m, m) }

func (m *Marks) paint(to *sheet, size fyne.Size) {
	left, column, side := m.names(size.Width)+theme.Dp(10), m.column(), m.side()
	for j, h := range m.Heads {
		head := NewText(Small, figure.Ink2, h)
		to.put(head, left+float32(j)*column+2, 0, column-4, head.HeightFor(column-4))
	}
	y := m.headHeight()
	for i, name := range m.Rows {
		h := m.rowHeight(i, size.Width)
		text := NewText(Tight, figure.Ink, name)
		th := text.HeightFor(m.names(size.Width))
		to.put(Box(figure.Hair, "", 0, 0), 0, y, size.Width, 1)
		to.put(text, 0, y+(h-th)/2, m.names(size.Width), th)
		for j := range m.Heads {
			x, top := left+float32(j)*column+(column-side)/2, y+(h-side)/2
			box := Box(figure.Surface, figure.Edge, 1.5, 9)
			n := m.Value(i, j)
			ink := figure.Ink
			if n > 0 {
				box = Box(figure.BlueSoft, figure.Edge, 1.5, 9)
			}
			if m.focused && i == m.row && j == m.col {
				box.StrokeColor, box.StrokeWidth = theme.Color(figure.Blue), 3
			}
			to.put(box, x, top, side, side)
			if n > 0 {
				number := NewText(Strong, ink, strconv.Itoa(n))
				to.put(number, x+(side-number.WidthWanted())/2, top+(side-theme.Dp(22))/2, number.WidthWanted(), theme.Dp(22))
			}
		}
		y += h
	}
	to.put(m.ring.object(10), 0, 0, 0, 0)
	m.ring.around(fyne.NewPos(0, 0), fyne.NewSize(size.Width, y))
}
