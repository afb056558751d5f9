package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"nivel/app/theme"
	"nivel/assessments/figure"
)

// Heads are the heads of a list's columns, by which it can be sorted: one tab stop, the arrows go
// from one to the next, Return and Space sort.
type Heads struct {
	widget.BaseWidget
	ring
	HeadsParams
	At     int
	Sorted int // -1 for none
	Down   bool
}

// HeadsParams say what stands there; a column without a title is none to sort by.
type HeadsParams struct {
	Titles []string
	Right  []bool    // whose numbers stand right
	Shares []float32 // widths, as of a Row; none of 0
	Gap    float32
	Side   float32 // room at both ends
	Say    func(title string, sorted, down bool) string
	OnSort func(i int)
	OnDown func() // ↓
	OnUp   func() // ↑
}

// NewHeads makes heads.
func NewHeads(p HeadsParams) *Heads {
	h := &Heads{HeadsParams: p, Sorted: -1}
	h.ExtendBaseWidget(h)
	h.At = max(0, h.next(-1, 1))
	return h
}

// SortedBy marks the column that is sorted by.
func (h *Heads) SortedBy(i int, down bool) {
	h.Sorted, h.Down = i, down
	if i >= 0 {
		h.At = i
	}
	h.Refresh()
}

// next is the column beside one, -1 where there is none.
func (h *Heads) next(from, by int) int {
	for i := from + by; i >= 0 && i < len(h.Titles); i += by {
		if h.Titles[i] != "" {
			return i
		}
	}
	return -1
}

// AccessibilityLabel is the column where the cursor stands, and how the list is sorted by it.
func (h *Heads) AccessibilityLabel() string {
	return h.Say(h.Titles[h.At], h.At == h.Sorted, h.Down)
}

// FocusGained implements fyne.Focusable.
func (h *Heads) FocusGained() { h.focused = true; h.Refresh() }

// FocusLost implements fyne.Focusable.
func (h *Heads) FocusLost() { h.focused = false; h.Refresh() }

// TypedRune implements fyne.Focusable.
func (h *Heads) TypedRune(r rune) {
	if r != ' ' {
		PassRune(h, r)
	}
}

// TypedKey implements fyne.Focusable.
func (h *Heads) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft, fyne.KeyRight:
		by := 1
		if e.Name == fyne.KeyLeft {
			by = -1
		}
		if to := h.next(h.At, by); to >= 0 {
			h.At = to
			h.Refresh()
		}
	case fyne.KeyDown:
		tell(h.OnDown)
	case fyne.KeyUp:
		tell(h.OnUp)
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		h.OnSort(h.At)
	default:
		PassKey(h, e)
	}
}

// places are where the columns begin, and how wide they are.
func (h *Heads) places(width float32) (x, w []float32) {
	l := &row{gap: h.Gap, shares: h.Shares}
	cells := make([]fyne.CanvasObject, len(h.Titles))
	for i := range cells {
		cells[i] = Space(1, 1)
	}
	w = l.widths(cells, width-2*h.Side)
	at := h.Side
	for i := range w {
		x = append(x, at)
		at += w[i] + h.Gap
	}
	return x, w
}

// Tapped implements fyne.Tappable.
func (h *Heads) Tapped(e *fyne.PointEvent) {
	x, w := h.places(h.Size().Width)
	for i := range x {
		if h.Titles[i] != "" && e.Position.X >= x[i]-h.Gap/2 && e.Position.X < x[i]+w[i]+h.Gap/2 {
			h.At = i
			Focus(h)
			h.OnSort(i)
			return
		}
	}
}

// Cursor implements desktop.Cursorable.
func (h *Heads) Cursor() desktop.Cursor { return desktop.PointerCursor }

// HeightFor implements Flower.
func (h *Heads) HeightFor(float32) float32 { return theme.Dp(40) }

// MinSize implements fyne.CanvasObject.
func (h *Heads) MinSize() fyne.Size { return fyne.NewSize(100, theme.Dp(40)) }

// CreateRenderer implements fyne.Widget.
func (h *Heads) CreateRenderer() fyne.WidgetRenderer { return newPainted(h, h) }

func (h *Heads) paint(s *sheet, size fyne.Size) {
	ground := Box(figure.Side, figure.Hair, 1, 0)
	ground.TopLeftCornerRadius, ground.TopRightCornerRadius = 14, 14
	s.put(ground, 0, 0, size.Width, size.Height)
	x, w := h.places(size.Width)
	icon, line := theme.Dp(16), theme.Dp(18)
	y := (size.Height - line) / 2
	for i, title := range h.Titles {
		style, token, mark := Small, figure.Ink2, float32(0)
		if i == h.Sorted {
			style, token, mark = SmallBold, figure.Ink, icon+2
		}
		t := NewText(style, token, title)
		wide := min(t.WidthWanted(), w[i]-mark)
		left := x[i]
		if i < len(h.Right) && h.Right[i] {
			left += w[i] - wide - mark
		}
		s.put(t, left, y, wide, line)
		if mark > 0 {
			name := "chevron-up"
			if h.Down {
				name = "chevron-down"
			}
			s.put(Icon(name, figure.Ink, 16), left+wide+2, (size.Height-icon)/2, icon, icon)
		}
	}
	s.put(h.ring.object(6), 0, 0, 0, 0)
	h.ring.around(fyne.NewPos(x[h.At]-1, 6), fyne.NewSize(w[h.At]+2, size.Height-12))
}
