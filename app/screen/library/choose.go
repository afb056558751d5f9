package library

import (
	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"nivel/app/widget"
)

// choose is one of Fyne's lists to choose from that passes on the keys it has no use for, so that
// Escape leaves the page from there too.
type choose struct{ fynewidget.Select }

func newChoose(names []string) *choose {
	c := &choose{}
	c.Options = names
	c.ExtendBaseWidget(c)
	return c
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

// box to tick that does the same.
type tick struct{ fynewidget.Check }

func newTick(name string, on bool) *tick {
	t := &tick{}
	t.Text, t.Checked = name, on
	t.ExtendBaseWidget(t)
	return t
}

// TypedKey implements fyne.Focusable; Space comes as a letter.
func (t *tick) TypedKey(e *fyne.KeyEvent) {
	if e.Name != fyne.KeySpace {
		widget.PassKey(t, e)
	}
}
