package widget

import (
	"strconv"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"nivel/app/theme"
	"nivel/assessments"
	"nivel/assessments/figure"
)

// Grid takes a stage for each row: ↑ ↓ change the row, 0 to 5, N and ? answer it. YesNo is the
// same with two stages. One tab stop.
type Grid struct {
	widget.BaseWidget
	ring
	ids       []string
	rows      []Choice
	heads     []string // of the columns
	fixed     map[string]string
	w         Words
	narrow    bool // name above the vial
	yesNo     bool
	cursor    int
	value     assessments.Value
	OnChanged func(row string, v assessments.Value)
	OnMove    func(top, bottom float32) // the cursor stands there now
}

// NewGrid makes a grid of stages; ids and rows go in pairs.
func NewGrid(ids []string, rows []Choice, stages []string, w Words, narrow bool, value assessments.Value, changed func(row string, v assessments.Value)) *Grid {
	g := &Grid{ids: ids, rows: rows, heads: stages, w: w, narrow: narrow, value: value, OnChanged: changed}
	g.ExtendBaseWidget(g)
	return g
}

// NewYesNo makes a list of yes/no questions. Rows in fixed follow from other answers and say so.
func NewYesNo(ids []string, rows []Choice, fixed map[string]string, w Words, narrow bool, value assessments.Value, changed func(row string, v assessments.Value)) *Grid {
	g := &Grid{ids: ids, rows: rows, fixed: fixed, w: w, narrow: narrow, yesNo: true, value: value, OnChanged: changed}
	g.cursor = -1
	g.ExtendBaseWidget(g)
	g.move(1)
	return g
}

// Value is what is chosen: a value for each row.
func (g *Grid) Value() assessments.Value { return g.value }

// SetValue shows an answer without saying so.
func (g *Grid) SetValue(v assessments.Value) {
	g.value = v
	g.Refresh()
}

func (g *Grid) set(i int, v assessments.Value) {
	if i < 0 || i >= len(g.ids) || g.fixed[g.ids[i]] != "" {
		return
	}
	id := g.ids[i]
	if g.value.Rows[id].Equal(v) {
		v = assessments.Value{}
	}
	g.cursor = i
	g.value = g.value.WithRow(id, v)
	g.Refresh()
	if g.OnChanged != nil {
		g.OnChanged(id, v)
	}
}

func (g *Grid) move(by int) {
	for i := g.cursor + by; i >= 0 && i < len(g.ids); i += by {
		if g.fixed[g.ids[i]] == "" {
			g.cursor = i
			break
		}
	}
	if g.OnMove != nil && g.cursor >= 0 {
		top := g.rowTop(g.cursor, g.Size().Width)
		g.OnMove(top, top+g.rowHeight(g.cursor, g.Size().Width))
	}
	g.Refresh()
}

// FocusGained implements fyne.Focusable.
func (g *Grid) FocusGained() { g.focused = true; g.Refresh() }

// FocusLost implements fyne.Focusable.
func (g *Grid) FocusLost() { g.focused = false; g.Refresh() }

// TypedKey implements fyne.Focusable.
func (g *Grid) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyDown:
		g.move(1)
	case fyne.KeyUp:
		g.move(-1)
	default:
		PassKey(g, e)
	}
}

// TypedRune implements fyne.Focusable.
func (g *Grid) TypedRune(r rune) {
	lower := unicode.ToLower(r)
	switch {
	case r == '?' || r == '¿':
		g.set(g.cursor, assessments.DontKnowValue)
	case g.yesNo && (lower == 's' || lower == 'y' || r == '1'):
		g.set(g.cursor, assessments.Saying(true))
	case g.yesNo && (lower == 'n' || r == '0'):
		g.set(g.cursor, assessments.Saying(false))
	case !g.yesNo && lower == 'n':
		g.set(g.cursor, assessments.NotApplicableValue)
	case !g.yesNo && r >= '0' && r <= '5':
		g.set(g.cursor, assessments.AtLevel(int(r-'0')))
	default:
		PassRune(g, r)
	}
}

// Cursor implements desktop.Cursorable.
func (g *Grid) Cursor() desktop.Cursor { return desktop.PointerCursor }

// geometry of a row: where name, vial and keys stand.
func (g *Grid) nameWidth(width float32) float32 {
	switch {
	case g.yesNo:
		return width - 32 - g.keysWidth() - 12
	case g.narrow:
		return width - 32
	}
	return min(theme.Dp(296), 0.31*width)
}

func (g *Grid) keysWidth() float32 {
	if g.yesNo {
		return theme.Dp(52)*2 + theme.Dp(44) + 16
	}
	return theme.Dp(32)*2 + 30
}

func (g *Grid) vial(width float32) (x, w float32) {
	if g.narrow {
		return 16, width - 32
	}
	x = 16 + g.nameWidth(width)
	return x, width - x - g.keysWidth() - 28
}

func (g *Grid) headHeight(width float32) float32 {
	if g.yesNo || g.narrow {
		return 0
	}
	h := theme.Dp(36)
	_, w := g.vial(width)
	for _, head := range g.heads {
		h = max(h, NewText(Small, figure.Ink2, head).HeightFor(w/6-8))
	}
	for _, head := range []string{g.w.ShortNA, g.w.ShortUnknown} {
		h = max(h, NewText(Small, figure.Ink2, head).HeightFor(theme.Dp(headKey)))
	}
	return h + 6
}

// headKey is the width of the heads above the two keys.
const headKey = 52

func (g *Grid) rowHeight(i int, width float32) float32 {
	w := g.nameWidth(width) - 8
	title := Strong
	if g.yesNo {
		title = Body
	}
	h := NewText(title, figure.Ink, g.rows[i].Title).HeightFor(w) + NewText(Small, figure.Ink2, g.rows[i].Text).HeightFor(w) + 20
	if g.narrow && !g.yesNo {
		h += theme.Dp(44) + theme.Dp(44)
	}
	if g.yesNo {
		return max(theme.Dp(56), h)
	}
	return max(theme.Dp(62), h)
}

func (g *Grid) rowTop(i int, width float32) float32 {
	y := g.headHeight(width)
	for k := range i {
		y += g.rowHeight(k, width)
	}
	return y
}

// HeightFor implements Flower.
func (g *Grid) HeightFor(width float32) float32 {
	if width <= 0 {
		return 0
	}
	return g.rowTop(len(g.ids), width)
}

// MinSize implements fyne.CanvasObject.
func (g *Grid) MinSize() fyne.Size {
	return fyne.NewSize(theme.Dp(260), g.HeightFor(max(g.Size().Width, theme.Dp(260))))
}

// Tapped implements fyne.Tappable.
func (g *Grid) Tapped(e *fyne.PointEvent) {
	Focus(g)
	width := g.Size().Width
	for i := range g.ids {
		top, h := g.rowTop(i, width), g.rowHeight(i, width)
		if e.Position.Y < top || e.Position.Y >= top+h {
			continue
		}
		for _, b := range g.spots(i, width) {
			if e.Position.X >= b.x && e.Position.X < b.x+b.w && e.Position.Y >= b.y && e.Position.Y < b.y+b.h {
				g.set(i, b.value)
				return
			}
		}
		if g.fixed[g.ids[i]] == "" {
			g.cursor = i
			g.Refresh()
		}
	}
}

// spot is a place to press and the answer it stands for.
type spot struct {
	x, y, w, h float32
	key        string
	value      assessments.Value
	stage      bool // a position of the vial
}

func (g *Grid) spots(i int, width float32) []spot {
	top, h := g.rowTop(i, width), g.rowHeight(i, width)
	var out []spot
	if g.yesNo {
		x := width - 16 - g.keysWidth()
		k := theme.Dp(34)
		y := top + (h-k)/2
		a, b := theme.Dp(52), theme.Dp(44)
		return []spot{{x, y, a, k, g.w.Yes, assessments.Saying(true), false}, {x + a + 8, y, a, k, g.w.No, assessments.Saying(false), false},
			{x + 2*a + 16, y, b, k, "?", assessments.DontKnowValue, false}}
	}
	vx, vw := g.vial(width)
	vh := theme.Dp(36)
	vy := top + (h-vh)/2
	key := theme.Dp(32)
	ky, kx := top+(h-key)/2, width-16-g.keysWidth()+6
	if g.narrow {
		vy = top + h - theme.Dp(88)
		ky, kx = top+h-theme.Dp(42), 16
	}
	step := vw / 6
	for level := range 6 {
		out = append(out, spot{vx + step*float32(level), vy, step, vh, strconv.Itoa(level), assessments.AtLevel(level), true})
	}
	return append(out, spot{kx, ky, key, key, "N", assessments.NotApplicableValue, false},
		spot{kx + key + 22, ky, key, key, "?", assessments.DontKnowValue, false})
}
