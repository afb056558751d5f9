package library

import (
	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"nivel/app/widget"
)

// The controls of this package tell when the focus comes to them, so that the page can scroll to
// where it is, and pass on the keys they have no use for, so that Escape works from everywhere.

// entry is a field to write in.
type entry struct {
	widget.Entry
	onFocus func()
}

func newEntry(lines int, text string, changed func(string)) *entry {
	e := &entry{}
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
func (e *entry) FocusGained() {
	e.Entry.FocusGained()
	if e.onFocus != nil {
		e.onFocus()
	}
}

// choose is a list to choose from.
type choose struct {
	fynewidget.Select
	onFocus func()
}

func newChoose(names []string) *choose {
	c := &choose{}
	c.Options = names
	c.ExtendBaseWidget(c)
	return c
}

// FocusGained implements fyne.Focusable.
func (c *choose) FocusGained() {
	c.Select.FocusGained()
	if c.onFocus != nil {
		c.onFocus()
	}
}

// TypedKey implements fyne.Focusable.
func (c *choose) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeySpace, fyne.KeyUp, fyne.KeyDown:
		c.Select.TypedKey(e)
	default:
		widget.PassKey(c, e)
	}
}

// tick is a box to tick.
type tick struct {
	fynewidget.Check
	onFocus func()
}

func newTick(name string, on bool) *tick {
	t := &tick{}
	t.Text, t.Checked = name, on
	t.ExtendBaseWidget(t)
	return t
}

// FocusGained implements fyne.Focusable.
func (t *tick) FocusGained() {
	t.Check.FocusGained()
	if t.onFocus != nil {
		t.onFocus()
	}
}

// TypedKey implements fyne.Focusable; Space comes as a letter.
func (t *tick) TypedKey(e *fyne.KeyEvent) {
	if e.Name != fyne.KeySpace {
		widget.PassKey(t, e)
	}
}

// link is a quiet button.
type link struct {
	widget.Button
	onFocus func()
}

func newLink(icon, text string, tapped, focused func()) *link {
	l := &link{onFocus: focused}
	l.Kind, l.Icon, l.Text, l.OnTapped, l.Height = widget.Quiet, icon, text, tapped, 32
	l.Self = l
	l.ExtendBaseWidget(l)
	return l
}

// FocusGained implements fyne.Focusable.
func (l *link) FocusGained() {
	l.Button.FocusGained()
	if l.onFocus != nil {
		l.onFocus()
	}
}
