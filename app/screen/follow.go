package screen

import (
	"fyne.io/fyne/v2"

	"nivel/app/widget"
)

// Follow scrolls a page to whatever below an object gets the keyboard, unless that does something of
// its own then.
func Follow(page *widget.Page, o fyne.CanvasObject) {
	reveal := func(x fyne.CanvasObject, is *func()) {
		if *is == nil {
			*is = func() { page.Reveal(x, 0, x.Size().Height) }
		}
	}
	switch o := o.(type) {
	case *fyne.Container:
		for _, part := range o.Objects {
			Follow(page, part)
		}
	case *widget.Button:
		reveal(o, &o.OnFocus)
	case *widget.Entry:
		reveal(o, &o.OnFocus)
	case *widget.Tick:
		reveal(o, &o.OnFocus)
	}
}
