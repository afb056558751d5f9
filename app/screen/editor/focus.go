package editor

import (
	"fyne.io/fyne/v2"

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

func newInput(shown shower, lines int, text string, changed func(string)) *widget.Entry {
	e := widget.NewEntry(lines, text, changed)
	e.OnFocus = func() { shown(e) }
	return e
}

func newButton(shown shower, k widget.Kind, icon, text, after string, tapped func()) *widget.Button {
	b := widget.NewButton(k, icon, text, after, tapped)
	b.OnFocus = func() { shown(b) }
	return b
}
