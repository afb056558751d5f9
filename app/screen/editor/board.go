package editor

import (
	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/theme"
	"nivel/app/widget"
)

// board sets a head over panes side by side, each of which scrolls by itself. Widths above 0 are
// fixed, in dp; what is left goes to the pane with 0.
type board struct{ widths []float32 }

// newBoard makes a board; the first object is the head.
func newBoard(widths []float32, head fyne.CanvasObject, panes ...fyne.CanvasObject) *fyne.Container {
	return widget.Contain(&board{widths}, append([]fyne.CanvasObject{head}, panes...)...)
}

// Layout implements fyne.Layout.
func (b *board) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	top := widget.HeightFor(objects[0], size.Width)
	objects[0].Move(fyne.NewPos(0, 0))
	objects[0].Resize(fyne.NewSize(size.Width, top))
	left := size.Width
	for _, w := range b.widths {
		left -= theme.Dp(w)
	}
	x := float32(0)
	for i, o := range objects[1:] {
		w := theme.Dp(b.widths[i])
		if w == 0 {
			w = max(0, left)
		}
		o.Move(fyne.NewPos(x, top))
		o.Resize(fyne.NewSize(w, max(0, size.Height-top)))
		x += w
	}
}

// MinSize implements fyne.Layout.
func (b *board) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, 100) }

// view is what stands in a pane where there is no room for all.
type view int

const (
	viewTree view = iota
	viewForm
	viewCheck
	viewTrial
)

// views are those that share the last pane; the others stand beside it.
func views(c screen.Class) []view {
	switch c {
	case screen.Wide:
		return []view{viewCheck, viewTrial}
	case screen.Compact:
		return []view{viewForm, viewCheck, viewTrial}
	}
	return []view{viewTree, viewForm, viewCheck, viewTrial}
}
