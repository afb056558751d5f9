package widget

import "fyne.io/fyne/v2"

// WithFooter gives the foot its height and the rest to the page above it.
func WithFooter(page, foot fyne.CanvasObject) *fyne.Container {
	return Contain(footer{}, page, foot)
}

type footer struct{}

// Layout implements fyne.Layout.
func (footer) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	h := HeightFor(objects[1], size.Width)
	objects[0].Resize(fyne.NewSize(size.Width, max(0, size.Height-h)))
	objects[1].Move(fyne.NewPos(0, size.Height-h))
	objects[1].Resize(fyne.NewSize(size.Width, h))
}

// MinSize implements fyne.Layout.
func (footer) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(200, 100)
}

// WithHead gives the head its height and the rest to the page below it.
func WithHead(head, page fyne.CanvasObject) *fyne.Container {
	return Contain(header{}, head, page)
}

type header struct{}

// Layout implements fyne.Layout.
func (header) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	h := min(HeightFor(objects[0], size.Width), size.Height)
	objects[0].Resize(fyne.NewSize(size.Width, h))
	objects[1].Move(fyne.NewPos(0, h))
	objects[1].Resize(fyne.NewSize(size.Width, max(0, size.Height-h)))
}

// MinSize implements fyne.Layout.
func (header) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, 100) }
