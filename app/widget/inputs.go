package widget

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"nivel/assessments/figure"
)

// Entry is a one-line or several-line input that lets Tab and Escape out and passes on the
// window's shortcuts.
type Entry struct {
	widget.Entry
	OnFocus func() // the focus comes here
	OnLeave func()
	focused time.Time
}

// aMoment is how soon after a key press its letter comes.
const aMoment = 50 * time.Millisecond

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

// FocusGained implements fyne.Focusable.
func (e *Entry) FocusGained() {
	e.focused = time.Now()
	e.Entry.FocusGained()
	tell(e.OnFocus)
}

// TypedRune implements fyne.Focusable. Space is a key and then a letter: where the key has pressed a
// button that brought the focus here, the letter is not meant for the field.
func (e *Entry) TypedRune(r rune) {
	late := time.Since(e.focused) < aMoment
	e.focused = time.Time{}
	if r == ' ' && late {
		return
	}
	e.Entry.TypedRune(r)
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

// Choose is a list to choose one from. It passes on the keys that it has no use for.
type Choose struct {
	widget.Select
	OnFocus func() // the focus comes here
}

// NewChoose makes a list of names, none of them chosen.
func NewChoose(names []string) *Choose {
	c := &Choose{}
	c.Options = names
	c.ExtendBaseWidget(c)
	return c
}

// Mark chooses without saying so.
func (c *Choose) Mark(i int) {
	told := c.OnChanged
	c.OnChanged = nil
	c.SetSelectedIndex(i)
	c.OnChanged = told
}

// Narrowed is the name of what is chosen in a list whose first line lets everything through; "" where
// that is chosen.
func (c *Choose) Narrowed() string {
	if c.SelectedIndex() > 0 {
		return c.Selected
	}
	return ""
}

// FocusGained implements fyne.Focusable.
func (c *Choose) FocusGained() { c.Select.FocusGained(); tell(c.OnFocus) }

// TypedKey implements fyne.Focusable.
func (c *Choose) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeySpace, fyne.KeyUp, fyne.KeyDown:
		c.Select.TypedKey(e)
	default:
		PassKey(c, e)
	}
}

// Framed gives a list to choose from the outline of a field.
func Framed(c *Choose) fyne.CanvasObject {
	return Over(Box(figure.Surface, figure.Edge, 1.5, 11), Pad(1.5, 1.5, 1.5, 1.5, c))
}

// Tick is a box to tick. It passes on the keys that it has no use for.
type Tick struct {
	widget.Check
	OnFocus func() // the focus comes here
}

// NewTick makes a box.
func NewTick(name string, on bool, changed func(bool)) *Tick {
	t := &Tick{}
	t.Text, t.Checked, t.OnChanged = name, on, changed
	t.ExtendBaseWidget(t)
	return t
}

// FocusGained implements fyne.Focusable.
func (t *Tick) FocusGained() { t.Check.FocusGained(); tell(t.OnFocus) }

// TypedKey implements fyne.Focusable; Space comes as a letter.
func (t *Tick) TypedKey(e *fyne.KeyEvent) {
	if e.Name != fyne.KeySpace {
		PassKey(t, e)
	}
}

func tell(f func()) {
	if f != nil {
		f()
	}
}
