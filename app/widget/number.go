package widget

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"nivel/app/theme"
	"nivel/assessments"
	"nivel/assessments/figure"
)

// Number takes a number: digits and the decimal sign write it, Backspace takes back, N and ? stand
// for the whole question. One tab stop. What is typed and is no answer stays on screen with the
// sentence that says why, and the answer before stays as it was.
type Number struct {
	widget.BaseWidget
	ring
	unit      string
	sign      string // of decimals
	w         Words
	check     func(text string) (v assessments.Value, title, line string, err string)
	typed     string
	value     assessments.Value
	OnChanged func(assessments.Value)
}

// NumberParams are what a Number needs. Check reads what is typed: the answer with the title and
// text of its band, or a sentence that says what is wrong. Text prints an answer.
type NumberParams struct {
	Unit, Decimal string
	Words         Words
	Value         assessments.Value
	Text          func(assessments.Value) string
	Check         func(text string) (v assessments.Value, title, line, err string)
	OnChanged     func(assessments.Value)
}

// NewNumber makes a number.
func NewNumber(p NumberParams) *Number {
	n := &Number{unit: p.Unit, sign: p.Decimal, w: p.Words, check: p.Check, value: p.Value, OnChanged: p.OnChanged}
	if p.Value.Standing == assessments.Given {
		n.typed = p.Text(p.Value)
	}
	n.ExtendBaseWidget(n)
	return n
}

// Value is the answer.
func (n *Number) Value() assessments.Value { return n.value }

// SetValue shows an answer without saying so.
func (n *Number) SetValue(v assessments.Value) {
	n.value = v
	n.Refresh()
}

// Cursor implements desktop.Cursorable.
func (n *Number) Cursor() desktop.Cursor { return desktop.TextCursor }

// FocusGained implements fyne.Focusable.
func (n *Number) FocusGained() { n.focused = true; n.Refresh() }

// FocusLost implements fyne.Focusable.
func (n *Number) FocusLost() { n.focused = false; n.Refresh() }

// TypedKey implements fyne.Focusable.
func (n *Number) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyBackspace, fyne.KeyDelete:
		if r := []rune(n.typed); len(r) > 0 {
			n.write(string(r[:len(r)-1]))
		}
	default:
		PassKey(n, e)
	}
}

// longest bounds what can be typed.
const longest = 12

// TypedRune implements fyne.Focusable.
func (n *Number) TypedRune(r rune) {
	switch {
	case r == '?' || r == '¿':
		n.choose(assessments.DontKnowValue)
	case unicode.ToLower(r) == 'n':
		n.choose(assessments.NotApplicableValue)
	case r == '.' || r == ',':
		if !strings.Contains(n.typed, n.sign) && len(n.typed) < longest {
			n.write(n.typed + n.sign)
		}
	case unicode.IsDigit(r) || r == '-' && n.typed == "":
		if len(n.typed) < longest {
			n.write(n.typed + string(r))
		}
	default:
		PassRune(n, r)
	}
}

func (n *Number) choose(v assessments.Value) {
	if n.value.Standing == v.Standing {
		v = assessments.Value{}
	}
	n.typed = ""
	n.put(v)
}

// write shows what is typed, and answers where that is an answer. Nothing typed is no answer.
func (n *Number) write(text string) {
	n.typed = text
	if text == "" {
		n.put(assessments.Value{})
		return
	}
	if v, _, _, err := n.check(text); err == "" {
		n.put(v)
		return
	}
	n.Refresh()
}

func (n *Number) put(v assessments.Value) {
	changed := !v.Equal(n.value)
	n.value = v
	n.Refresh()
	if changed && n.OnChanged != nil {
		n.OnChanged(v)
	}
}

// The heights: of the field, the line below it and the two halves.
func (n *Number) fieldHeight() float32 { return theme.Dp(64) }

func (n *Number) below(width float32) (*Text, float32) {
	t := NewText(Body, figure.Ink2, "")
	if n.typed != "" {
		_, title, line, err := n.check(n.typed)
		switch {
		case err != "":
			t = NewText(Body, figure.Err, err)
		case line == "":
			t = NewText(Body, figure.Ink, "**"+title+"**")
		default:
			t = NewText(Body, figure.Ink, "**"+title+".** "+line)
		}
	}
	return t, max(theme.Dp(48), t.HeightFor(width))
}

// HeightFor implements Flower.
func (n *Number) HeightFor(width float32) float32 {
	if width <= 0 {
		return 0
	}
	_, h := n.below(width - 16)
	return n.fieldHeight() + 12 + h + 12 + theme.Dp(44)
}

// MinSize implements fyne.CanvasObject.
func (n *Number) MinSize() fyne.Size {
	return fyne.NewSize(theme.Dp(260), n.HeightFor(max(n.Size().Width, theme.Dp(260))))
}

// CreateRenderer implements fyne.Widget.
func (n *Number) CreateRenderer() fyne.WidgetRenderer { return newPainted(n, n) }

func (n *Number) paint(to *sheet, size fyne.Size) {
	width := size.Width
	field := min(width, theme.Dp(360))
	edge, stroke := figure.Edge, float32(1.5)
	if n.focused {
		edge, stroke = figure.Blue, 2
	}
	h := n.fieldHeight()
	to.put(Box(figure.Surface, edge, stroke, 12), 0, 0, field, h)
	big := Style{Size: 26, Line: 34, Bold: true}
	text := NewText(big, figure.Ink, Plain(n.typed))
	tw, line := text.WidthWanted(), theme.Dp(34)
	to.put(text, 18, (h-line)/2, max(1, tw), line)
	if n.focused {
		to.put(Box(figure.Blue, "", 0, 0), 20+tw, (h-line)/2, 2, line)
	}
	unit := NewText(Body, figure.Ink2, n.unit)
	uw := min(unit.WidthWanted(), field-tw-60)
	to.put(unit, 32+tw, (h-unit.HeightFor(max(1, uw)))/2, max(1, uw), unit.HeightFor(max(1, uw)))
	below, bh := n.below(width - 16)
	to.put(below, 2, h+12, width-16, bh)
	n.paintHalves(to, width, h+12+bh+12)
}

func (n *Number) halves(width, y float32) []spot {
	w, h := (width-12)/2, theme.Dp(44)
	return []spot{{0, y, w, h, "N", assessments.NotApplicableValue, false}, {w + 12, y, w, h, "?", assessments.DontKnowValue, false}}
}

func (n *Number) paintHalves(to *sheet, width, y float32) {
	for i, s := range n.halves(width, y) {
		chosen := n.value.Standing == s.value.Standing
		box := Box(figure.Surface, figure.Hair, 1, 12)
		if chosen {
			box = Box(figure.BlueSoft, figure.Blue, 2, 12)
		}
		to.put(box, s.x, s.y, s.w, s.h)
		cap := theme.Dp(24)
		to.put(KeyCap(24, s.key, chosen), s.x+12, s.y+(s.h-cap)/2, cap, cap)
		t := NewText(Body, figure.Ink, [...]string{n.w.NotApplicable, n.w.DontKnow}[i])
		w := s.w - cap - 36
		to.put(t, s.x+cap+24, s.y+(s.h-t.HeightFor(w))/2, w, t.HeightFor(w))
	}
}

// Tapped implements fyne.Tappable.
func (n *Number) Tapped(e *fyne.PointEvent) {
	Focus(n)
	width := n.Size().Width
	_, bh := n.below(width - 16)
	for _, s := range n.halves(width, n.fieldHeight()+24+bh) {
		if e.Position.X >= s.x && e.Position.X < s.x+s.w && e.Position.Y >= s.y && e.Position.Y < s.y+s.h {
			n.choose(s.value)
		}
	}
}
