package widget_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"

	"nivel/app/widget"
)

// Arrows, Space and taps choose among a few words; the ends hold, and marking says nothing.
func TestSegmented(t *testing.T) {
	var said []int
	c := widget.NewSegmented([]string{"Low", "Some", "High"}, -1, func(i int) { said = append(said, i) })
	s := show(t, c, 500, 60)
	s.press(fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyLeft, fyne.KeyLeft, fyne.KeyLeft, fyne.KeySpace, fyne.KeySpace, fyne.KeySpace)
	if want := []int{0, 1, 2, 1, 0, 1, 2, 0}; !slices.Equal(said, want) {
		t.Errorf("said %v, want %v", said, want)
	}
	for i, text := range []string{"Low", "Some", "High"} {
		c.Mark(-1)
		said = nil
		s.Canvas().Unfocus()
		if s.tap(t, text); c.Selected != i || !slices.Equal(said, []int{i}) || s.Canvas().Focused() != c {
			t.Errorf("a tap on %s chooses %d, says %v", text, c.Selected, said)
		}
	}
	said = nil
	c.Mark(1)
	c.Select(1)
	c.Select(7)
	if len(said) > 0 || c.Selected != 1 {
		t.Errorf("said %v", said)
	}
	s.press(fyne.KeyReturn, fyne.KeyUp)
	s.write("3n")
	if len(s.keys) != 2 || s.runes != "3n" {
		t.Errorf("the window got %v and %q", s.keys, s.runes)
	}
}

// A button is pressed by Return, Space and mouse, once each; switched off by none of them.
func TestButton(t *testing.T) {
	pressed := 0
	b := widget.NewButton(widget.Next, "right", "Go on", "", func() { pressed++ })
	s := show(t, b, 200, 60)
	s.press(fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace)
	s.write(" ")
	test.Tap(b)
	if pressed != 4 || s.Canvas().Focused() != b {
		t.Errorf("pressed %d times", pressed)
	}
	b.SetDisabled(true)
	s.press(fyne.KeyReturn, fyne.KeySpace)
	test.Tap(b)
	if pressed != 4 {
		t.Error("pressed while it is off")
	}
	b.SetDisabled(false)
	if test.Tap(b); pressed != 5 {
		t.Error("not pressed although it is on again")
	}
	s.press(fyne.KeyRight, fyne.KeyEscape)
	s.write("5r")
	if len(s.keys) != 2 || s.runes != "5r" {
		t.Errorf("the window got %v and %q", s.keys, s.runes)
	}
	if b.AccessibilityLabel() != "Go on" {
		t.Errorf("it is called %q", b.AccessibilityLabel())
	}
	widget.NewButton(widget.Quiet, "", "nothing", "", nil).Tapped(nil)
}

// A label never leaves its button, however long and wherever it breaks.
func TestButtonHoldsItsLabel(t *testing.T) {
	app(t)
	rapid.Check(t, func(t *rapid.T) {
		kinds := []widget.Kind{widget.Next, widget.Secondary, widget.Quiet, widget.Chosen, widget.Nav, widget.NavHere}
		icons := rapid.SampledFrom([]string{"", "right"})
		b := widget.NewButton(rapid.SampledFrom(kinds).Draw(t, "kind"), icons.Draw(t, "icon"), sentence(usual).Draw(t, "text"), icons.Draw(t, "after"), nil)
		width := float32(rapid.IntRange(160, 700).Draw(t, "width"))
		b.Resize(fyne.NewSize(width, b.HeightFor(width)))
		parts(b, fyne.Position{}, func(x fyne.CanvasObject, at fyne.Position) {
			text, ok := x.(*widget.Text)
			if !ok || text.Text() == "" {
				return
			}
			size := text.Size()
			if at.Y < -1 || at.Y+text.HeightFor(size.Width) > b.Size().Height+1 || at.X < 0 || at.X+size.Width > width+1 {
				t.Fatalf("%q at %v, %v large, in a button of %v", text.Text(), at, size, b.Size())
			}
		})
	})
}

// A field lets Tab and Escape out, keeps all letters to itself, and passes help on.
func TestEntry(t *testing.T) {
	for _, lines := range []int{1, 4} {
		var said []string
		left := 0
		e := widget.NewEntry(lines, "before", func(text string) { said = append(said, text) })
		e.OnLeave = func() { left++ }
		s := show(t, e, 300, 200)
		if e.Text != "before" || len(said) > 0 {
			t.Errorf("%d lines: begins with %q, said %v", lines, e.Text, said)
		}
		e.SetText("")
		said = nil
		s.write("n?5 ñ")
		if e.Text != "n?5 ñ" || len(said) != 5 || s.runes != "" {
			t.Errorf("%d lines: %q was written, said %v, the window got %q", lines, e.Text, said, s.runes)
		}
		if e.AcceptsTab() {
			t.Errorf("%d lines: Tab stays in the field", lines)
		}
		if s.press(fyne.KeyF1); !slices.Equal(s.keys, []fyne.KeyName{fyne.KeyF1}) {
			t.Errorf("%d lines: the window got %v", lines, s.keys)
		}
		if s.press(fyne.KeyEscape); s.Canvas().Focused() != nil || left != 1 {
			t.Errorf("%d lines: Escape leaves the focus on %T, left %d times", lines, s.Canvas().Focused(), left)
		}
	}
}
