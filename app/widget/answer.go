package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"nivel/app/theme"
	"nivel/assessments/figure"
)

// Words are the labels that answer widgets need.
type Words struct {
	NotApplicable, DontKnow string
	Yes, No, Partly         string
	Already, Planned        string // of plans
	Neither                 string
	ShortNA, ShortUnknown   string // column heads of a grid
}

// Choice is one line of an answer list.
type Choice struct {
	Key         string // on its key cap
	Title, Text string
}

// List is the body of ladder and checklist: rows to choose from, one tab stop, one row the cursor.
// What a choice means is its owner's business.
type List struct {
	widget.BaseWidget
	ring
	self      fyne.Focusable // the widget that embeds the list and stands in the window
	Rows      []Choice
	Half      []Choice // two half-width rows below: not applicable, don't know
	Compact   bool
	Tube      bool // an upright vial left of the rows
	chosen    map[int]bool
	cursor    int
	hover     int
	OnChoose  func(row int) // rows first, then halves
	OnKey     func(*fyne.KeyEvent) bool
	OnRune    func(rune) bool
	OnMove    func(top, bottom float32) // the cursor stands there now
	heights   []float32
	laidWidth float32
}

func newList(rows, half []Choice, compact, tube bool) *List {
	l := &List{Rows: rows, Half: half, Compact: compact, Tube: tube, chosen: map[int]bool{}, cursor: -1, hover: -1}
	return l
}

// SetChosen marks rows and puts the cursor on the first of them.
func (l *List) SetChosen(rows ...int) {
	l.chosen = map[int]bool{}
	for _, r := range rows {
		l.chosen[r] = true
	}
	if l.cursor < 0 && len(rows) > 0 {
		l.cursor = rows[0]
	}
	l.Refresh()
}

func (l *List) total() int { return len(l.Rows) + len(l.Half) }

// FocusGained implements fyne.Focusable.
func (l *List) FocusGained() {
	l.focused = true
	if l.cursor < 0 {
		l.cursor = 0
	}
	l.Refresh()
}

// FocusLost implements fyne.Focusable.
func (l *List) FocusLost() { l.focused = false; l.Refresh() }

// TypedRune implements fyne.Focusable.
func (l *List) TypedRune(r rune) {
	if l.OnRune != nil && l.OnRune(r) {
		return
	}
	PassRune(l.self, r)
}

// TypedKey implements fyne.Focusable: arrows move the cursor, Space chooses.
func (l *List) TypedKey(e *fyne.KeyEvent) {
	if l.OnKey != nil && l.OnKey(e) {
		return
	}
	switch e.Name {
	case fyne.KeyDown:
		l.move(1)
	case fyne.KeyUp:
		l.move(-1)
	case fyne.KeySpace:
		l.choose(l.cursor)
	default:
		PassKey(l.self, e)
	}
}

func (l *List) move(by int) {
	l.cursor = min(max(l.cursor+by, 0), l.total()-1)
	if l.OnMove != nil {
		pos, size := l.rowBox(l.cursor, l.Size().Width)
		l.OnMove(pos.Y, pos.Y+size.Height)
	}
	l.Refresh()
}

func (l *List) choose(row int) {
	if row < 0 || row >= l.total() {
		return
	}
	l.cursor = row
	if l.OnChoose != nil {
		l.OnChoose(row)
	}
}

// Tapped implements fyne.Tappable.
func (l *List) Tapped(e *fyne.PointEvent) {
	Focus(l.self)
	l.choose(l.rowAt(e.Position))
}

// MouseIn implements desktop.Hoverable.
func (l *List) MouseIn(e *desktop.MouseEvent) { l.MouseMoved(e) }

// MouseMoved implements desktop.Hoverable.
func (l *List) MouseMoved(e *desktop.MouseEvent) {
	if row := l.rowAt(e.Position); row != l.hover {
		l.hover = row
		l.Refresh()
	}
}

// MouseOut implements desktop.Hoverable.
func (l *List) MouseOut() { l.hover = -1; l.Refresh() }

// Cursor implements desktop.Cursorable.
func (l *List) Cursor() desktop.Cursor { return desktop.PointerCursor }

func (l *List) rowAt(p fyne.Position) int {
	for i := range l.total() {
		pos, size := l.rowBox(i, l.Size().Width)
		if p.X >= pos.X && p.X < pos.X+size.Width && p.Y >= pos.Y && p.Y < pos.Y+size.Height {
			return i
		}
	}
	return -1
}

const listGap = 6

func (l *List) left() float32 {
	if l.Tube {
		return 40
	}
	return 0
}

// measure works out the heights of the rows for a width: rows grow where their text wraps.
func (l *List) measure(width float32) {
	if l.laidWidth == width && l.heights != nil {
		return
	}
	base := theme.Dp(61)
	if l.Compact {
		base = theme.Dp(56)
	}
	if !l.Tube && l.Compact {
		base = theme.Dp(48)
	}
	l.heights = nil
	inner := width - l.left() - l.textLeft() - theme.Dp(40)
	for _, c := range l.Rows {
		h := l.inside() + NewText(H3, figure.Ink, c.Title).HeightFor(inner)
		if c.Text != "" {
			h += NewText(Tight, figure.Ink2, c.Text).HeightFor(inner)
		}
		l.heights = append(l.heights, max(base, h))
	}
	l.laidWidth = width
}

// inside is the room above and below the text of a row together.
func (l *List) inside() float32 {
	if l.Tube {
		return theme.Dp(16)
	}
	return theme.Dp(8)
}

func (l *List) textLeft() float32 { return 14 + theme.Dp(28) + 14 }

// halfHeight is that of both half rows: the higher of the two decides.
func (l *List) halfHeight(width float32) float32 {
	h := theme.Dp(42)
	if l.Compact {
		h = theme.Dp(36)
	}
	for _, c := range l.Half {
		h = max(h, NewText(Body, figure.Ink, c.Title).HeightFor(max(1, width-l.textLeft()-6))+theme.Dp(10))
	}
	return h
}

func (l *List) rowBox(i int, width float32) (fyne.Position, fyne.Size) {
	l.measure(width)
	y, w := float32(0), width-l.left()
	for k := 0; k < min(i, len(l.Rows)); k++ {
		y += l.heights[k] + listGap
	}
	if i < len(l.Rows) {
		return fyne.NewPos(l.left(), y), fyne.NewSize(w, l.heights[i])
	}
	if len(l.Rows) > 0 {
		y += 4
	}
	half := (w - 10) / 2
	k := i - len(l.Rows)
	return fyne.NewPos(l.left()+float32(k)*(half+10), y), fyne.NewSize(half, l.halfHeight(half))
}

// HeightFor implements Flower.
func (l *List) HeightFor(width float32) float32 {
	if l.total() == 0 || width <= 0 {
		return 0
	}
	pos, size := l.rowBox(l.total()-1, width)
	return pos.Y + size.Height
}

// MinSize implements fyne.CanvasObject.
func (l *List) MinSize() fyne.Size {
	return fyne.NewSize(theme.Dp(260), l.HeightFor(max(l.Size().Width, theme.Dp(260))))
}

// CreateRenderer implements fyne.Widget.
func (l *List) CreateRenderer() fyne.WidgetRenderer { return newPainted(l, l.self) }

func (l *List) paint(s *sheet, size fyne.Size) {
	if l.Tube {
		l.tube(s, size.Width)
	}
	for i := range l.total() {
		pos, box := l.rowBox(i, size.Width)
		l.row(s, i, l.choice(i), pos, box)
	}
	if l.focused && l.cursor >= 0 && l.cursor < l.total() {
		pos, box := l.rowBox(l.cursor, size.Width)
		s.objects = append(s.objects, l.ring.object(10))
		l.ring.around(pos, box)
		l.ring.update()
	}
}

func (l *List) choice(i int) Choice {
	if i < len(l.Rows) {
		return l.Rows[i]
	}
	return l.Half[i-len(l.Rows)]
}

func (l *List) tube(s *sheet, width float32) {
	l.measure(width)
	var centres []float64
	y, chosen := float32(0), -1
	for i, h := range l.heights {
		centres = append(centres, float64(y+h/2-10))
		y += h + listGap
		if l.chosen[i] {
			chosen = i
		}
	}
	s.objects = append(s.objects, Shapes(figure.LadderTube(float64(y-listGap-20), centres, chosen), 0, 10)...)
}

func (l *List) row(s *sheet, i int, c Choice, pos fyne.Position, size fyne.Size) {
	chosen := l.chosen[i]
	fill, edge, stroke := figure.Surface, figure.Hair, float32(1)
	switch {
	case chosen:
		fill, edge, stroke = figure.BlueSoft, figure.Blue, 2
	case i == l.hover:
		fill, edge = figure.Side, figure.Edge
	}
	s.put(Box(fill, edge, stroke, 10), pos.X, pos.Y, size.Width, size.Height)
	cap := theme.Dp(28)
	if i >= len(l.Rows) {
		cap = theme.Dp(26)
	}
	s.put(KeyCap(cap/theme.Scale(), c.Key, chosen), pos.X+14, pos.Y+(size.Height-cap)/2, cap, cap)
	x, w := pos.X+l.textLeft(), size.Width-l.textLeft()-theme.Dp(40)
	if i >= len(l.Rows) {
		t := NewText(Body, figure.Ink, c.Title)
		w = size.Width - l.textLeft() - 6
		h := t.HeightFor(w)
		s.put(t, x, pos.Y+(size.Height-h)/2, w, h)
		return
	}
	title, text := NewText(H3, figure.Ink, c.Title), NewText(Tight, figure.Ink2, c.Text)
	th, xh := title.HeightFor(w), text.HeightFor(w)
	y := pos.Y + (size.Height-th-xh)/2
	s.put(title, x, y, w, th)
	if c.Text != "" {
		s.put(text, x, y+th, w, xh)
	}
	if chosen {
		tick := theme.Dp(22)
		s.put(Icon("check", figure.Blue, 22), pos.X+size.Width-tick-14, pos.Y+(size.Height-tick)/2, tick, tick)
	}
}
