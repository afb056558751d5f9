package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynewidget "fyne.io/fyne/v2/widget"

	"nivel/app/screen"
	"nivel/app/theme"
	"nivel/app/widget"
	"nivel/assessments/figure"
	"nivel/assets"
)

// frame sets the sidebar beside the page, or above it where there is little room, and tells when
// its size changes.
type frame struct {
	fynewidget.BaseWidget
	class    screen.Class
	ground   *canvas.Rectangle
	side     fyne.CanvasObject
	content  fyne.CanvasObject
	onResize func(fyne.Size)
}

func newFrame(onResize func(fyne.Size)) *frame {
	f := &frame{onResize: onResize}
	f.ExtendBaseWidget(f)
	return f
}

func (f *frame) set(side, content fyne.CanvasObject, class screen.Class) {
	f.side, f.content, f.class = side, content, class
	f.ground = widget.Box(figure.Side, "", 0, 0)
	f.Refresh()
}

// Resize implements fyne.CanvasObject.
func (f *frame) Resize(size fyne.Size) {
	f.BaseWidget.Resize(size)
	f.onResize(size)
}

// MinSize implements fyne.CanvasObject: 960 by 600, the smallest window.
func (f *frame) MinSize() fyne.Size { return fyne.NewSize(960, 600) }

// scroll moves the page for the keys that scroll.
func (f *frame) scroll(key fyne.KeyName) {
	if p, ok := f.content.(*widget.Page); ok {
		p.Key(key)
	}
}

// CreateRenderer implements fyne.Widget.
func (f *frame) CreateRenderer() fyne.WidgetRenderer { return &frameRenderer{f: f} }

type frameRenderer struct{ f *frame }

// Destroy implements fyne.WidgetRenderer.
func (r *frameRenderer) Destroy() {}

// MinSize implements fyne.WidgetRenderer.
func (r *frameRenderer) MinSize() fyne.Size { return r.f.MinSize() }

// Objects implements fyne.WidgetRenderer.
func (r *frameRenderer) Objects() []fyne.CanvasObject {
	if r.f.side == nil {
		return nil
	}
	return []fyne.CanvasObject{r.f.ground, r.f.side, r.f.content}
}

// Refresh implements fyne.WidgetRenderer.
func (r *frameRenderer) Refresh() {
	r.Layout(r.f.Size())
	canvas.Refresh(r.f)
}

// Layout implements fyne.WidgetRenderer.
func (r *frameRenderer) Layout(size fyne.Size) {
	f := r.f
	if f.side == nil || size.Width <= 0 {
		return
	}
	place := func(o fyne.CanvasObject, x, y, w, h float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(w, h))
	}
	if f.class == screen.Single {
		h := max(theme.Dp(40), widget.HeightFor(f.side, size.Width))
		place(f.ground, 0, 0, size.Width, h)
		place(f.side, 0, 0, size.Width, h)
		place(f.content, 0, h, size.Width, size.Height-h)
		return
	}
	w := theme.Dp(224)
	if f.class == screen.Compact {
		w = theme.Dp(184)
	}
	place(f.ground, 0, 0, w, size.Height)
	place(f.side, 0, 0, w, size.Height)
	place(f.content, w, 0, size.Width-w, size.Height)
}

var (
	icon = fyne.NewStaticResource("icon-128.png", assets.Icon)
	mark = fyne.NewStaticResource("icon.svg", assets.Mark)
)

// Icon is the program's own.
func Icon() fyne.Resource { return icon }

func brandMark(size float32) fyne.CanvasObject {
	i := canvas.NewImageFromResource(mark)
	i.FillMode = canvas.ImageFillContain
	i.SetMinSize(fyne.NewSquareSize(theme.Dp(size)))
	return i
}
