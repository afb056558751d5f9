package widget

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

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

// Entry is a one-line or several-line input that lets Tab and Escape out and passes on the
// window's shortcuts.
type Entry struct {
	widget.Entry
	OnLeave func()
}

// NewEntry makes an input of one line, or of several.
func NewEntry(lines int, text string, changed func(string)) *Entry {
	e := &Entry{}
	if lines > 1 {
		e.MultiLine, e.Wrapping = true, fyne.TextWrapWord
		e.SetMinRowsVisible(lines)
	}
	e.ExtendBaseWidget(e)
	e.SetText(text)
	e.OnChanged = changed
	return e
}

// AcceptsTab implements fyne.Tabbable: Tab always moves on, several lines or not.
func (e *Entry) AcceptsTab() bool { return false }

// TypedKey implements fyne.Focusable: Escape leaves the field, help is always at hand.
func (e *Entry) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyEscape:
		if c := canvasOf(e); c != nil {
			c.Unfocus()
		}
		if e.OnLeave != nil {
			e.OnLeave()
		}
		return
	case fyne.KeyF1:
		PassKey(e, k)
		return
	}
	e.Entry.TypedKey(k)
}

// TypedShortcut implements fyne.Shortcutable: what the entry does not use goes to the window.
func (e *Entry) TypedShortcut(s fyne.Shortcut) {
	switch s.(type) {
	case *fyne.ShortcutCopy, *fyne.ShortcutCut, *fyne.ShortcutPaste, *fyne.ShortcutSelectAll, *fyne.ShortcutUndo, *fyne.ShortcutRedo:
		e.Entry.TypedShortcut(s)
		return
	}
	if c, ok := canvasOf(e).(interface{ TypedShortcut(fyne.Shortcut) }); ok {
		c.TypedShortcut(s)
		return
	}
	e.Entry.TypedShortcut(s)
}
