package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"nivel/app/theme"
	"nivel/assessments/figure"
)

// Kind is how a button looks.
type Kind int8

// The kinds. One Next at most on a screen: it marks the one thing to do next.
const (
	Next Kind = iota
	Secondary
	Quiet
	Chosen // secondary, ticked
	Nav    // an entry of the sidebar
	NavHere
)

// Button is pressed by mouse, Space and Return, keeps the focus and shows it.
type Button struct {
	widget.BaseWidget
	ring
	Self     fyne.Focusable // the widget that stands in the window, where it embeds the button
	Kind     Kind
	Text     string
	Icon     string // before the text
	After    string // icon behind it
	Note     string // at the far right, small
	Height   float32
	OnTapped func()
	OnFocus  func() // the focus comes here
	Disabled bool
	Big      bool
	hovered  bool
}

// NewButton makes a button.
func NewButton(k Kind, icon, text, after string, tapped func()) *Button {
	b := &Button{Kind: k, Icon: icon, Text: text, After: after, OnTapped: tapped, Height: 40}
	if k == Nav || k == NavHere {
		b.Height = 42
	}
	if k == Quiet {
		b.Height = 32
	}
	b.Self = b
	b.ExtendBaseWidget(b)
	return b
}

// SetText changes the label.
func (b *Button) SetText(text string) {
	b.Text = text
	b.Refresh()
}

// SetKind changes the look.
func (b *Button) SetKind(k Kind) {
	b.Kind = k
	b.Refresh()
}

// SetDisabled switches the button off or on.
func (b *Button) SetDisabled(off bool) {
	b.Disabled = off
	b.Refresh()
}

// AccessibilityLabel is the button's text.
func (b *Button) AccessibilityLabel() string { return b.Text }

// Tapped implements fyne.Tappable.
func (b *Button) Tapped(*fyne.PointEvent) {
	if b.Disabled {
		return
	}
	Focus(b.Self)
	b.press()
}

func (b *Button) press() {
	if !b.Disabled && b.OnTapped != nil {
		b.OnTapped()
	}
}

// FocusGained implements fyne.Focusable.
func (b *Button) FocusGained() { b.focused = true; b.ring.update(); tell(b.OnFocus) }

// FocusLost implements fyne.Focusable.
func (b *Button) FocusLost() { b.focused = false; b.ring.update() }

// TypedRune implements fyne.Focusable.
func (b *Button) TypedRune(r rune) {
	if r != ' ' {
		PassRune(b.Self, r)
	}
}

// TypedKey implements fyne.Focusable.
func (b *Button) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		b.press()
	default:
		PassKey(b.Self, e)
	}
}

// MouseIn implements desktop.Hoverable.
func (b *Button) MouseIn(*desktop.MouseEvent) { b.hovered = true; b.Refresh() }

// MouseMoved implements desktop.Hoverable.
func (b *Button) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (b *Button) MouseOut() { b.hovered = false; b.Refresh() }

// Cursor implements desktop.Cursorable.
func (b *Button) Cursor() desktop.Cursor { return desktop.PointerCursor }

// HeightFor implements Flower: a label too long for the width takes more lines.
func (b *Button) HeightFor(width float32) float32 {
	h := theme.Dp(b.Height)
	if room := width - b.sides(); width > 0 && b.textWidth() > room {
		h += max(0, b.label().HeightFor(max(room, 1))-theme.Dp(20))
	}
	return h
}

func (b *Button) label() *Text {
	_, _, token := b.colours()
	return NewText(Style{Size: b.size(), Line: 20, Bold: b.bold()}, token, b.Text)
}

// WidthWanted is the width of the label on one line.
func (b *Button) WidthWanted() float32 { return b.textWidth() + b.sides() }

// MinSize implements fyne.CanvasObject.
func (b *Button) MinSize() fyne.Size {
	w := b.Size().Width
	return fyne.NewSize(min(b.WidthWanted(), theme.Dp(90)), b.HeightFor(max(w, 0)))
}

func (b *Button) size() float32 {
	switch {
	case b.Big:
		return 17
	case b.Kind == Quiet:
		return 14
	}
	return 15
}

func (b *Button) bold() bool {
	return b.Kind == Next || b.Kind == Secondary || b.Kind == Chosen || b.Kind == NavHere
}

func (b *Button) textWidth() float32 {
	return fyne.MeasureText(b.Text, theme.Dp(b.size()), fyne.TextStyle{Bold: b.bold()}).Width
}

func (b *Button) padding() float32 {
	switch {
	case b.Kind == Quiet:
		return 4
	case b.Kind == Nav || b.Kind == NavHere:
		return 10
	case b.Big:
		return 22
	}
	return 18
}

func (b *Button) sides() float32 {
	w := 2*b.padding() + 1
	for _, name := range []string{b.Icon, b.After} {
		if name != "" {
			w += theme.Dp(20) + 10
		}
	}
	if b.Note != "" {
		w += NewText(Small, figure.Ink2, b.Note).WidthWanted() + 6
	}
	return w
}

// colours are fill, outline and text.
func (b *Button) colours() (fill, edge, text figure.Token) {
	if b.Disabled {
		return figure.Sunken, "", figure.Ink3
	}
	switch b.Kind {
	case Next:
		if b.hovered {
			return figure.PencilStrong, "", figure.OnPencil
		}
		return figure.Pencil, "", figure.OnPencil
	case Chosen:
		return figure.BlueSoft, "", figure.Blue
	case NavHere:
		return figure.Surface, figure.Hair, figure.Ink
	case Nav:
		if b.hovered {
			return figure.Sunken, "", figure.Ink
		}
		return "", "", figure.Ink2
	case Quiet:
		if b.hovered {
			return figure.BlueSoft, "", figure.BlueStrong
		}
		return "", "", figure.Blue
	}
	if b.hovered {
		return figure.Side, figure.Edge, figure.Ink
	}
	return figure.Surface, figure.Edge, figure.Ink
}

// CreateRenderer implements fyne.Widget.
func (b *Button) CreateRenderer() fyne.WidgetRenderer { return newPainted(b, b.Self) }

func (b *Button) paint(s *sheet, size fyne.Size) {
	fill, edge, token := b.colours()
	box := Box(fill, edge, 1.5, 10)
	if b.Kind == NavHere {
		box.StrokeWidth = 1
	}
	s.put(box, 0, 0, size.Width, size.Height)
	icon := theme.Dp(20)
	text := b.label()
	free := size.Width - b.sides()
	width := min(b.textWidth()+1, max(0, free))
	x := b.padding()
	if b.Kind != Nav && b.Kind != NavHere && free > width {
		x += (free - width) / 2
	}
	place := func(name string) {
		s.put(Icon(name, token, 20), x, (size.Height-icon)/2, icon, icon)
		x += icon + 10
	}
	if b.Icon != "" {
		place(b.Icon)
	}
	h := text.HeightFor(width)
	s.put(text, x, (size.Height-h)/2, width, h)
	x += width + 10
	if b.After != "" {
		place(b.After)
	}
	if b.Note != "" {
		n := NewText(Small, figure.Ink2, b.Note)
		w := n.WidthWanted()
		s.put(n, size.Width-b.padding()-w, (size.Height-theme.Dp(18))/2, w, theme.Dp(18))
	}
	s.objects = append(s.objects, b.ring.object(10))
	b.ring.around(fyne.NewPos(0, 0), size)
}
