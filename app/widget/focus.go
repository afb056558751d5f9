package widget

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"nivel/app/theme"
	"nivel/assessments/figure"
)

// ring is the outline of the focused control: 3 dp wide, 2 dp outside of it.
type ring struct {
	focused bool
	rect    *canvas.Rectangle
	radius  float32
}

func (r *ring) object(radius float32) fyne.CanvasObject {
	r.radius = radius
	r.rect = canvas.NewRectangle(color.Transparent)
	r.rect.StrokeWidth, r.rect.CornerRadius = 3, radius+4
	r.update()
	return r.rect
}

func (r *ring) update() {
	if r.rect == nil {
		return
	}
	// Never hidden: Fyne does not repaint for an object that it has not painted before, so a ring
	// that comes out of hiding would stay unseen until something else changes.
	r.rect.StrokeColor = color.Transparent
	if r.focused {
		r.rect.StrokeColor = theme.Color(figure.Blue)
	}
	r.rect.Refresh()
}

func (r *ring) around(pos fyne.Position, size fyne.Size) {
	r.rect.Move(pos.SubtractXY(5, 5))
	r.rect.Resize(size.AddWidthHeight(10, 10))
}

// PassKey hands a key that a focused widget has no use for to the window's own handler, so that
// a screen's keys work whatever has the focus.
func PassKey(f fyne.Focusable, e *fyne.KeyEvent) {
	if c := canvasOf(f); c != nil && c.OnTypedKey() != nil {
		c.OnTypedKey()(e)
	}
}

// PassRune does the same for a letter.
func PassRune(f fyne.Focusable, r rune) {
	if c := canvasOf(f); c != nil && c.OnTypedRune() != nil {
		c.OnTypedRune()(r)
	}
}

// Focus moves the focus to a widget if it is on a window.
func Focus(w fyne.Focusable) {
	if c := canvasOf(w); c != nil && c.Focused() != w {
		c.Focus(w)
	}
}

// canvasOf is the canvas of the window in which a widget stands, or nil. Fyne knows it from the
// first paint on; keys may come before that, and there is only one window they can be meant for.
func canvasOf(f fyne.Focusable) fyne.Canvas {
	o, ok := f.(fyne.CanvasObject)
	if !ok {
		return nil
	}
	d := fyne.CurrentApp().Driver()
	if c := d.CanvasForObject(o); c != nil {
		return c
	}
	if all := d.AllWindows(); len(all) == 1 {
		return all[0].Canvas()
	}
	return nil
}
