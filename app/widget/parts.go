package widget

import (
	"fyne.io/fyne/v2"

	"nivel/app/theme"
	"nivel/assessments/figure"
)

// Tone is the colour of a chip.
type Tone struct{ Fill, Text, Edge figure.Token }

// The tones.
var (
	ToneNeutral = Tone{figure.Sunken, figure.Ink2, ""}
	ToneBlue    = Tone{figure.BlueSoft, figure.Blue, ""}
	ToneLime    = Tone{figure.FluidSoft, figure.FluidInk, ""}
	TonePencil  = Tone{figure.PencilSoft, figure.Pencil, ""}
	ToneWarn    = Tone{figure.WarnSoft, figure.Warn, ""}
	ToneErr     = Tone{figure.ErrSoft, figure.Err, ""}
	ToneOutline = Tone{figure.Surface, figure.Ink2, figure.Edge}
)

// Chip is a short word on a coloured ground, with an icon or without.
func Chip(tone Tone, icon, text string) *fyne.Container {
	label := NewText(Small, tone.Text, text)
	content := Row(6, []float32{-1}, label)
	if icon != "" {
		content = Centred(6, []float32{0, -1}, Icon(icon, tone.Text, 16), label)
	}
	return Contain(&chip{}, Box(tone.Fill, tone.Edge, 1, 7), content)
}

// chip is 24 high, or higher where its words take a second line.
type chip struct{}

func (chip) widthWanted(objects []fyne.CanvasObject) float32 { return WidthOf(objects[1]) + 18 }

func (chip) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	return max(theme.Dp(24), HeightFor(objects[1], max(width-18, 1))+theme.Dp(6))
}

// Layout implements fyne.Layout.
func (c chip) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	h := min(size.Height, c.heightFor(objects, size.Width))
	y := (size.Height - h) / 2
	objects[0].Move(fyne.NewPos(0, y))
	objects[0].Resize(fyne.NewSize(size.Width, h))
	inner := HeightFor(objects[1], max(size.Width-18, 1))
	objects[1].Move(fyne.NewPos(9, y+(h-inner)/2))
	objects[1].Resize(fyne.NewSize(max(0, size.Width-18), inner))
}

// MinSize implements fyne.Layout.
func (c chip) MinSize(objects []fyne.CanvasObject) fyne.Size {
	w := c.widthWanted(objects)
	return fyne.NewSize(min(w, theme.Dp(60)), c.heightFor(objects, w))
}

// KeyCap shows a key of the keyboard; filled for a chosen answer.
func KeyCap(size float32, key string, filled bool) *fyne.Container {
	box, text := Box(figure.Surface, figure.Edge, 1.25, 5), figure.Ink2
	if filled {
		box, text = Box(figure.Blue, "", 0, 5), figure.OnBlue
	}
	t := NewText(Style{Size: 13, Line: 18, Bold: filled}, text, key)
	t.Align = fyne.TextAlignCenter
	return Contain(&keyCap{size: size}, box, t)
}

type keyCap struct{ size float32 }

// Layout implements fyne.Layout.
func (k *keyCap) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	s := theme.Dp(k.size)
	y := (size.Height - s) / 2
	objects[0].Move(fyne.NewPos(0, y))
	objects[0].Resize(fyne.NewSize(size.Width, s))
	line := theme.Dp(18)
	objects[1].Move(fyne.NewPos(0, (size.Height-line)/2))
	objects[1].Resize(fyne.NewSize(size.Width, line))
}

// MinSize implements fyne.Layout.
func (k *keyCap) MinSize(objects []fyne.CanvasObject) fyne.Size {
	s := theme.Dp(k.size)
	return fyne.NewSize(max(s, WidthOf(objects[1])+10), s)
}

// LevelChip is the small plate with a level before an answer.
func LevelChip(text string) *fyne.Container {
	t := NewText(SmallBold, figure.Ink2, text)
	t.Align = fyne.TextAlignCenter
	box := Box(figure.Sunken, "", 0, 6)
	return Contain(&levelChip{}, box, t)
}

type levelChip struct{}

// Layout implements fyne.Layout.
func (levelChip) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	h := theme.Dp(20)
	objects[0].Resize(fyne.NewSize(size.Width, h))
	objects[1].Resize(fyne.NewSize(size.Width, theme.Dp(18)))
	objects[1].Move(fyne.NewPos(0, theme.Dp(1)))
}

// MinSize implements fyne.Layout.
func (levelChip) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(max(theme.Dp(30), WidthOf(objects[1])+12), theme.Dp(20))
}

// Banner says what is wrong and what to do, in the page; never a pop-up for what can wait.
func Banner(tone Tone, icon, bold, text string, buttons ...fyne.CanvasObject) *fyne.Container {
	say := Column(2, NewText(Strong, tone.Text, bold), NewText(Tight, figure.Ink, text))
	content := []fyne.CanvasObject{say}
	if len(buttons) > 0 {
		content = append(content, Wrap(10, 6, buttons...))
	}
	return Over(Box(tone.Fill, "", 0, 14), Pad(14, 16, 14, 16,
		Row(12, []float32{theme.Dp(24), -1}, Column(0, Icon(icon, tone.Text, 24)), Column(10, content...))))
}

// Table sets rows of text in columns; numeric columns stand right, the head in bold.
func Table(head []string, rows [][]string, numeric []bool, shares []float32) *fyne.Container {
	var lines []fyne.CanvasObject
	cells := func(style Style, token figure.Token, texts []string) fyne.CanvasObject {
		var out []fyne.CanvasObject
		for i, s := range texts {
			t := NewText(style, token, s)
			if i < len(numeric) && numeric[i] {
				t.Align = fyne.TextAlignTrailing
			}
			out = append(out, t)
		}
		return Row(16, shares, out...)
	}
	lines = append(lines, cells(SmallBold, figure.Ink, head), Divider())
	for _, r := range rows {
		lines = append(lines, cells(Tight, figure.Ink, r), Divider())
	}
	return Column(7, lines...)
}
