package widget_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"

	"nivel/app/theme"
	"nivel/app/widget"
	"nivel/assessments/figure"
)

// usual are words as firms write them, some bold, one far too long.
var usual = []string{"a", "la", "copia", "de", "seguridad", "Übergröße", "3.000\u00a0€", "contraseñas,", "**not tested**", strings.Repeat("x", 90)}

// odd are words whose letters come from other fonts, which measures otherwise beside each other
// than alone.
var odd = append([]string{"😀", "👩‍👩‍👧", "שלום"}, usual...)

// sentence draws a text of such words, with spaces and breaks between.
func sentence(words []string, gaps ...string) *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		word, gap := rapid.SampledFrom(words), rapid.SampledFrom(append([]string{" ", " ", " ", " ", "  "}, gaps...))
		var b strings.Builder
		for range rapid.IntRange(1, 25).Draw(t, "words") {
			b.WriteString(word.Draw(t, "word"))
			b.WriteString(gap.Draw(t, "gap"))
		}
		return strings.TrimSpace(b.String())
	})
}

// written are the lines of a text, as they are drawn, and the width of the widest.
func written(text *widget.Text) (lines []string, widest float32) {
	last := float32(-1)
	for _, o := range test.WidgetRenderer(text).Objects() {
		c := o.(*canvas.Text)
		middle := c.Position().Y + c.MinSize().Height/2
		if middle > last+1 {
			lines = append(lines, "")
			last = middle
		}
		lines[len(lines)-1] += c.Text
		widest = max(widest, c.Position().X+c.MinSize().Width)
	}
	return lines, widest
}

// bare is a text without white space and without marks of bold.
func bare(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, strings.ReplaceAll(text, "**", ""))
}

// Every letter is drawn, in order, and no line is wider than the room.
func TestTextIsWhole(t *testing.T) {
	app(t)
	rapid.Check(t, func(t *rapid.T) {
		said := sentence(odd, "\n").Draw(t, "text")
		x := widget.NewText(widget.Body, figure.Ink, said)
		width := float32(rapid.IntRange(30, 800).Draw(t, "width"))
		height := x.HeightFor(width)
		x.Resize(fyne.NewSize(width, height))
		lines, widest := written(x)
		if got := bare(strings.Join(lines, "")); got != bare(said) {
			t.Fatalf("%q is drawn as %q", said, lines)
		}
		slack := float32(2)
		if strings.ContainsAny(said, "😀👩ש") {
			slack = 12
		}
		if widest > width+slack {
			t.Fatalf("%q reaches %v in a room of %v", lines, widest, width)
		}
		if breaks := float32(strings.Count(said, "\n") + 1); height < breaks*theme.Dp(widget.Body.Line) {
			t.Fatalf("%q is %v high", said, height)
		}
	})
}

// Less width never means less height, and a line as wide as wanted is one line.
func TestTextGrowsAsItsRoomShrinks(t *testing.T) {
	app(t)
	rapid.Check(t, func(t *rapid.T) {
		x := widget.NewText(rapid.SampledFrom([]widget.Style{widget.Body, widget.H1, widget.Small, widget.Strong}).Draw(t, "style"), figure.Ink, sentence(usual, "\n").Draw(t, "text"))
		narrow := float32(rapid.IntRange(40, 700).Draw(t, "narrow"))
		broad := narrow + float32(rapid.IntRange(0, 300).Draw(t, "more"))
		if a, b := x.HeightFor(narrow), x.HeightFor(broad); a < b {
			t.Fatalf("%q is %v high at %v and %v at %v", x.Text(), a, narrow, b, broad)
		}
		if !strings.Contains(x.Text(), "\n") && x.HeightFor(x.WidthWanted()) > theme.Dp(x.Style.Line) {
			t.Fatalf("%q wants %v and breaks there", x.Text(), x.WidthWanted())
		}
	})
}

// What people may type never stops the window.
func TestOddTexts(t *testing.T) {
	app(t)
	for name, text := range map[string]string{"without a space": strings.Repeat("ñ", 5000), "emoji": strings.Repeat("👩‍👩‍👧", 60), "spaces": strings.Repeat(" ", 300),
		"no UTF-8": "a\xff\xfeb", "right to left": "שלום עולם", "only bold": "****", "open bold": "a **b", "breaks": "\n\n\n", "tab": "a\tb", "zero": "\x00"} {
		for _, width := range []float32{0, 1, 40, 300, 5000} {
			x := widget.NewText(widget.Body, figure.Ink, text)
			h := x.HeightFor(width)
			x.Resize(fyne.NewSize(width, h))
			lines, widest := written(x)
			if width >= 40 && widest > width+2 {
				t.Errorf("%s: reaches %v in a room of %v", name, widest, width)
			}
			if name == "without a space" && utf8.RuneCountInString(strings.Join(lines, "")) != 5000 {
				t.Errorf("%s: letters are lost at %v", name, width)
			}
		}
	}
	if x := widget.NewText(widget.Body, figure.Ink, ""); x.HeightFor(100) != 0 {
		t.Errorf("nothing is %v high", x.HeightFor(100))
	}
}

// Changing the text changes what is drawn and how high it is; alignment moves it.
func TestTextChanges(t *testing.T) {
	app(t)
	x := widget.NewText(widget.Body, figure.Ink, "one")
	x.Resize(fyne.NewSize(80, 22))
	before := x.WidthWanted()
	x.SetText("one two three four five **six**")
	if x.HeightFor(80) < 2*widget.Body.Line || x.WidthWanted() <= before || x.Text() != "one two three four five six" {
		t.Errorf("%q is %v high and wants %v", x.Text(), x.HeightFor(80), x.WidthWanted())
	}
	x.Resize(fyne.NewSize(80, x.HeightFor(80)))
	if lines, _ := written(x); len(lines) < 2 || !strings.HasPrefix(lines[0], "one") {
		t.Errorf("drawn as %q", lines)
	}
	x.SetText("one")
	x.Align = fyne.TextAlignTrailing
	x.Resize(fyne.NewSize(200, 22))
	if c := test.WidgetRenderer(x).Objects()[0].(*canvas.Text); c.Position().X < 150 {
		t.Errorf("at the right it stands at %v", c.Position())
	}
}
