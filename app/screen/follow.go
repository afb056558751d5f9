package screen

import (
	"fyne.io/fyne/v2"

	"nivel/app/widget"
)

// Follow makes a page scroll with the keyboard: what the focus comes to can be seen. It is called anew
// where controls have been added; those that have a way of their own keep it.
func Follow(page *widget.Page) { follow(page, page.Scroll.Content) }

func follow(page *widget.Page, o fyne.CanvasObject) {
	var seen *func()
	switch x := o.(type) {
	case *fyne.Container:
		for _, part := range x.Objects {
			follow(page, part)
		}
	case *widget.Button:
		seen = &x.OnFocus
	case *widget.Entry:
		seen = &x.OnFocus
	case *widget.Tick:
		seen = &x.OnFocus
	case *widget.Segmented:
		seen = &x.OnFocus
	}
	if seen != nil && *seen == nil {
		*seen = func() { page.Reveal(o, 0, o.Size().Height) }
	}
}
