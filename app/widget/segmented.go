package widget

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"nivel/app/theme"
	"nivel/assessments/figure"
)

// Segmented is a choice of a few words side by side: one tab stop, arrows choose.
type Segmented struct {
	widget.BaseWidget
	ring
	Options   []string
	Selected  int // -1 for none
	OnChanged func(int)
	OnFocus   func() // the focus comes here
}

// NewSegmented makes a choice.
func NewSegmented(options []string, selected int, changed func(int)) *Segmented {
	s := &Segmented{Options: options, Selected: selected, OnChanged: changed}
	s.ExtendBaseWidget(s)
	return s
}

// Select chooses an option and says so.
func (s *Segmented) Select(i int) {
	if i == s.Selected || i < 0 || i >= len(s.Options) {
		return
	}
	s.Selected = i
	s.Refresh()
	if s.OnChanged != nil {
		s.OnChanged(i)
	}
}

// AccessibilityLabel is what can be chosen, and what is.
func (s *Segmented) AccessibilityLabel() string {
	label := strings.Join(s.Options, " / ")
	if s.Selected >= 0 && s.Selected < len(s.Options) {
		label += ": " + s.Options[s.Selected]
	}
	return label
}

// Mark marks an option without saying so.
func (s *Segmented) Mark(i int) {
	s.Selected = i
	s.Refresh()
}

func (s *Segmented) widths() []float32 {
	out := make([]float32, len(s.Options))
	for i, o := range s.Options {
		out[i] = fyne.MeasureText(o, theme.Dp(15), fyne.TextStyle{Bold: true}).Width + 32
		if i == s.Selected {
			out[i] += theme.Dp(20)
		}
	}
	return out
}

// WidthWanted is the width of all options.
func (s *Segmented) WidthWanted() float32 {
	w := float32(0)
	for _, x := range s.widths() {
		w += x
	}
	return w
}

// MinSize implements fyne.CanvasObject.
func (s *Segmented) MinSize() fyne.Size { return fyne.NewSize(s.WidthWanted(), theme.Dp(38)) }

// Tapped implements fyne.Tappable.
func (s *Segmented) Tapped(e *fyne.PointEvent) {
	Focus(s)
	x := e.Position.X
	for i, w := range s.widths() {
		if x < w {
			s.Select(i)
			return
		}
		x -= w
	}
}

// FocusGained implements fyne.Focusable.
func (s *Segmented) FocusGained() { s.focused = true; s.ring.update(); tell(s.OnFocus) }

// FocusLost implements fyne.Focusable.
func (s *Segmented) FocusLost() { s.focused = false; s.ring.update() }

// TypedRune implements fyne.Focusable.
func (s *Segmented) TypedRune(r rune) { PassRune(s, r) }

// TypedKey implements fyne.Focusable.
func (s *Segmented) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft:
		s.Select(max(0, s.Selected-1))
	case fyne.KeyRight:
		s.Select(s.Selected + 1)
	case fyne.KeySpace:
		s.Select((s.Selected + 1) % len(s.Options))
	default:
		PassKey(s, e)
	}
}

// Cursor implements desktop.Cursorable.
func (s *Segmented) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer implements fyne.Widget.
func (s *Segmented) CreateRenderer() fyne.WidgetRenderer { return newPainted(s, s) }

func (s *Segmented) paint(to *sheet, _ fyne.Size) {
	h := theme.Dp(38)
	total := s.WidthWanted()
	to.put(Box(figure.Surface, figure.Edge, 1.5, 10), 0, 0, total, h)
	x := float32(0)
	for i, w := range s.widths() {
		token := figure.Ink
		text := NewText(Body, token, s.Options[i])
		tx := x + 16
		if i == s.Selected {
			box := canvas.NewRectangle(theme.Color(figure.Blue))
			if i == 0 {
				box.TopLeftCornerRadius, box.BottomLeftCornerRadius = 10, 10
			}
			if i == len(s.Options)-1 {
				box.TopRightCornerRadius, box.BottomRightCornerRadius = 10, 10
			}
			to.put(box, x, 0, w, h)
			text = NewText(Strong, figure.OnBlue, s.Options[i])
			to.put(Icon("check", figure.OnBlue, 18), x+12, (h-theme.Dp(18))/2, theme.Dp(18), theme.Dp(18))
			tx = x + 12 + theme.Dp(18) + 6
		} else if i > 0 && i-1 != s.Selected {
			to.put(Box(figure.Edge, "", 0, 0), x, 0, 1, h)
		}
		to.put(text, tx, (h-theme.Dp(22))/2, text.WidthWanted(), theme.Dp(22))
		x += w
	}
	to.put(s.ring.object(10), 0, 0, 0, 0)
	s.ring.around(fyne.NewPos(0, 0), fyne.NewSize(total, h))
}
