package editor

import (
	"time"

	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"nivel/app/widget"
)

// A form is longer than the window: each control shows itself where the focus comes to it.

// shower is what a control asks to be shown.
type shower func(o fyne.CanvasObject)

// show shows a control on a page; one that is still being built shows nothing. Where the control
// stands is reckoned here, because the window does not know it before it has painted it.
func show(page **widget.Page) shower {
	return func(o fyne.CanvasObject) {
		p := *page
		if p == nil || p.Size().Width <= 0 {
			return
		}
		y, ok := within(p.Scroll.Content, o)
		if !ok {
			return
		}
		const above, below = 48, 24
		offset, height := p.Scroll.Offset.Y, p.Size().Height
		switch {
		case y-above < offset:
			offset = max(0, y-above)
		case y+o.Size().Height+below > offset+height:
			offset = min(y+o.Size().Height+below-height, max(0, p.Scroll.Content.Size().Height-height))
		}
		p.Scroll.ScrollToOffset(fyne.NewPos(0, offset))
	}
}

// within is how far an object stands below the top of a tree of containers.
func within(root, o fyne.CanvasObject) (y float32, ok bool) {
	if root == o {
		return 0, true
	}
	c, isContainer := root.(*fyne.Container)
	if !isContainer {
		return 0, false
	}
	for _, part := range c.Objects {
		if y, ok := within(part, o); ok {
			return y + part.Position().Y, true
		}
	}
	return 0, false
}

// input is a field for text.
type input struct {
	widget.Entry
	shown   shower
	focused time.Time
}

// aMoment is how soon after a key press its letter comes.
const aMoment = 50 * time.Millisecond

func newInput(shown shower, lines int, text string, changed func(string)) *input {
	e := &input{shown: shown}
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
func (e *input) FocusGained() {
	e.focused = time.Now()
	e.Entry.FocusGained()
	e.shown(e)
}

// TypedRune implements fyne.Focusable. Space is a key and then a letter: where the key has pressed a
// button that brought the focus here, the letter is not meant for the field.
func (e *input) TypedRune(r rune) {
	late := time.Since(e.focused) < aMoment
	e.focused = time.Time{}
	if r == ' ' && late {
		return
	}
	e.Entry.TypedRune(r)
}

// button is a button.
type button struct {
	widget.Button
	shown shower
}

func newButton(shown shower, k widget.Kind, icon, text, after string, tapped func()) *button {
	b := &button{shown: shown}
	b.Kind, b.Icon, b.Text, b.After, b.OnTapped, b.Height = k, icon, text, after, tapped, 40
	if k == widget.Quiet {
		b.Height = 32
	}
	b.Self = b
	b.ExtendBaseWidget(b)
	return b
}

// FocusGained implements fyne.Focusable.
func (b *button) FocusGained() { b.Button.FocusGained(); b.shown(b) }

// choice is a list to choose one from.
type choice struct {
	fynewidget.Select
	shown shower
}

func newChoice(shown shower, names []string) *choice {
	c := &choice{shown: shown}
	c.Options = names
	c.ExtendBaseWidget(c)
	return c
}

// FocusGained implements fyne.Focusable.
func (c *choice) FocusGained() { c.Select.FocusGained(); c.shown(c) }

// TypedKey implements fyne.Focusable: keys that it has no use for are the page's.
func (c *choice) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeySpace, fyne.KeyUp, fyne.KeyDown:
		c.Select.TypedKey(e)
	default:
		widget.PassKey(c, e)
	}
}
