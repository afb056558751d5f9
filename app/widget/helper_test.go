package widget_test

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"nivel/app/theme"
	"nivel/app/widget"
)

// stage is a window with something in it, and what its own handlers got.
type stage struct {
	fyne.Window
	keys  []fyne.KeyName
	runes string
}

// show puts an object into a window of that size.
func show(t testing.TB, o fyne.CanvasObject, width, height float32) *stage {
	t.Helper()
	app(t)
	s := &stage{Window: test.NewTempWindow(t, o)}
	s.SetPadded(false)
	s.Resize(fyne.NewSize(width, height))
	s.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) { s.keys = append(s.keys, e.Name) })
	s.Canvas().SetOnTypedRune(func(r rune) { s.runes += string(r) })
	if f, ok := o.(fyne.Focusable); ok {
		s.Canvas().Focus(f)
	}
	return s
}

// app is a program with Nivel's theme and fonts.
func app(t testing.TB) {
	a := test.NewTempApp(t)
	a.Settings().SetTheme(theme.New(theme.ModeLight, 100, false))
}

// press types keys where the focus is.
func (s *stage) press(keys ...fyne.KeyName) {
	for _, k := range keys {
		s.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: k})
	}
}

// write types letters where the focus is.
func (s *stage) write(text string) {
	for _, r := range text {
		s.Canvas().Focused().TypedRune(r)
	}
}

// parts are all objects below o, with their places in it.
func parts(o fyne.CanvasObject, at fyne.Position, visit func(o fyne.CanvasObject, at fyne.Position)) {
	if !o.Visible() {
		return
	}
	visit(o, at)
	var below []fyne.CanvasObject
	switch o := o.(type) {
	case *fyne.Container:
		below = o.Objects
	case fyne.Widget:
		below = test.WidgetRenderer(o).Objects()
	}
	for _, b := range below {
		parts(b, at.Add(b.Position()), visit)
	}
}

// where is the middle of a text below o.
func where(t testing.TB, o fyne.CanvasObject, text string) fyne.Position {
	t.Helper()
	var out *fyne.Position
	parts(o, fyne.Position{}, func(x fyne.CanvasObject, at fyne.Position) {
		if c, ok := x.(*canvas.Text); ok && c.Text == text && out == nil {
			size := c.MinSize()
			p := at.AddXY(size.Width/2, size.Height/2)
			out = &p
		}
	})
	if out == nil {
		t.Fatalf("%q is not shown", text)
	}
	return *out
}

// tap taps the window where a text stands.
func (s *stage) tap(t testing.TB, text string) {
	t.Helper()
	test.TapCanvas(s.Canvas(), where(t, s.Content(), text))
}

var labels = widget.Words{NotApplicable: "Not here", DontKnow: "Don't know", Yes: "Yes", No: "No", Partly: "Partly", Already: "Already", Planned: "Planned", Neither: "Neither", ShortNA: "none", ShortUnknown: "unknown"}

// choices are lines of an answer, called A, B, C ….
func choices(n int) []widget.Choice {
	var out []widget.Choice
	for i := range n {
		out = append(out, widget.Choice{Title: "Title " + string(rune('A'+i)), Text: fmt.Sprintf("What one sees there, in a line or in two lines where there is little room: %d.", i)})
	}
	return out
}
