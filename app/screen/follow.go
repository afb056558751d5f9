package screen

import (
	"fyne.io/fyne/v2"

	"nivel/app/widget"
)

// Follow makes a page scroll with the keyboard: what the focus comes to can be seen. It is called anew
// for parts in which controls have been added; without any, the whole page is meant. Controls that have
// a way of their own keep it.
func Follow(page *widget.Page, parts ...fyne.CanvasObject) {
	if len(parts) == 0 {
		parts = []fyne.CanvasObject{page.Scroll.Content}
	}
	for _, o := range parts {
		var seen *func()
		switch x := o.(type) {
		case *fyne.Container:
			if len(x.Objects) > 0 {
				Follow(page, x.Objects...)
			}
		case *widget.Button:
			seen = &x.OnFocus
		case *widget.Entry:
			seen = &x.OnFocus
		case *widget.Tick:
			seen = &x.OnFocus
		case *widget.Choose:
			seen = &x.OnFocus
		case *widget.Segmented:
			seen = &x.OnFocus
		}
		if seen != nil && *seen == nil {
			*seen = func() { page.Reveal(o, 0, o.Size().Height) }
		}
	}
}
