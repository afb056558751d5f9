package widget

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"nivel/app/theme"
	"nivel/assessments/figure"
)

// filler takes what is left of a column's height.
type filler struct{ widget.BaseWidget }

// Filler pushes what follows to the foot of a column.
func Filler() fyne.CanvasObject {
	f := &filler{}
	f.ExtendBaseWidget(f)
	return f
}

// CreateRenderer implements fyne.Widget.
func (f *filler) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(color.Transparent))
}

// Page scrolls a column downwards and gives it the width it has.
type Page struct {
	widget.BaseWidget
	Scroll  *container.Scroll
	content fyne.CanvasObject
	inner   *pageLayout
}

type pageLayout struct{ width, height float32 }

// Layout implements fyne.Layout.
func (l *pageLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.NewPos(0, 0))
		o.Resize(fyne.NewSize(size.Width, max(size.Height, l.height)))
	}
}

// MinSize implements fyne.Layout.
func (l *pageLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, max(l.height, HeightFor(objects[0], l.width)))
}

// NewPage makes a page around its content.
func NewPage(content fyne.CanvasObject) *Page {
	p := &Page{content: content, inner: &pageLayout{}}
	p.Scroll = container.NewVScroll(Contain(p.inner, content))
	p.ExtendBaseWidget(p)
	return p
}

// Resize implements fyne.CanvasObject: the width comes first, the height follows from it.
func (p *Page) Resize(size fyne.Size) {
	p.inner.width, p.inner.height = size.Width, size.Height
	p.BaseWidget.Resize(size)
	p.Scroll.Resize(size)
	p.Scroll.Refresh()
}

// Relayout measures the content anew after it has changed.
func (p *Page) Relayout() {
	if p.Size().Width > 0 {
		p.Scroll.Content.Resize(fyne.NewSize(p.inner.width, p.inner.MinSize([]fyne.CanvasObject{p.content}).Height))
		p.Scroll.Refresh()
		p.content.Refresh()
	}
}

// Key scrolls for the keys that scroll.
func (p *Page) Key(key fyne.KeyName) {
	step := float32(60)
	switch key {
	case fyne.KeyPageDown, fyne.KeyPageUp:
		step = p.Size().Height * 0.85
	case fyne.KeyDown, fyne.KeyUp:
	default:
		return
	}
	if key == fyne.KeyPageUp || key == fyne.KeyUp {
		step = -step
	}
	most := max(0, p.Scroll.Content.Size().Height-p.Size().Height)
	p.Scroll.ScrollToOffset(fyne.NewPos(0, min(max(0, p.Scroll.Offset.Y+step), most)))
}

// Reveal scrolls so that a part of an object on the page, given from its top, can be seen.
func (p *Page) Reveal(o fyne.CanvasObject, top, bottom float32) {
	d := fyne.CurrentApp().Driver()
	y := d.AbsolutePositionForObject(o).Y - d.AbsolutePositionForObject(p.Scroll.Content).Y
	offset, height := p.Scroll.Offset.Y, p.Size().Height
	const margin = 24
	switch {
	case y+top-margin < offset:
		offset = max(0, y+top-margin)
	case y+bottom+margin > offset+height:
		offset = min(y+bottom+margin-height, max(0, p.Scroll.Content.Size().Height-height))
	default:
		return
	}
	p.Scroll.ScrollToOffset(fyne.NewPos(0, offset))
}

// HeightFor implements Flower: a page takes what it gets.
func (p *Page) HeightFor(float32) float32 { return 0 }

// MinSize implements fyne.CanvasObject.
func (p *Page) MinSize() fyne.Size { return fyne.NewSize(40, 40) }

// CreateRenderer implements fyne.Widget.
func (p *Page) CreateRenderer() fyne.WidgetRenderer {
	pages[p] = true
	return &pageRenderer{widget.NewSimpleRenderer(p.Scroll), p}
}

type pageRenderer struct {
	fyne.WidgetRenderer
	page *Page
}

// Destroy implements fyne.WidgetRenderer.
func (r *pageRenderer) Destroy() {
	delete(pages, r.page)
	r.WidgetRenderer.Destroy()
}

// Box is a filled and outlined rectangle; either token may be empty.
func Box(fill, stroke figure.Token, width, radius float32) *canvas.Rectangle {
	r := canvas.NewRectangle(color.Transparent)
	if fill != "" {
		r.FillColor = theme.Color(fill)
	}
	if stroke != "" {
		r.StrokeColor, r.StrokeWidth = theme.Color(stroke), width
	}
	r.CornerRadius = radius
	return r
}

// Card is a surface with a hairline around its content.
func Card(padding float32, content fyne.CanvasObject) *fyne.Container {
	return Over(Box(figure.Surface, figure.Hair, 1, 14), Pad(padding, padding, padding, padding, content))
}

// Tinted is a card in another fill, without a line.
func Tinted(fill figure.Token, radius, padding float32, content fyne.CanvasObject) *fyne.Container {
	return Over(Box(fill, "", 0, radius), Pad(padding, padding, padding, padding, content))
}

// Divider is a hairline across.
func Divider() fyne.CanvasObject {
	r := canvas.NewRectangle(theme.Color(figure.Hair))
	r.SetMinSize(fyne.NewSize(1, 1))
	return r
}

// Space is an empty place of that size.
func Space(w, h float32) fyne.CanvasObject {
	r := canvas.NewRectangle(color.Transparent)
	r.SetMinSize(fyne.NewSize(w, h))
	return r
}

// Icon is one of Nivel's icons, size dp at normal text.
func Icon(name string, t figure.Token, size float32) *canvas.Image {
	i := canvas.NewImageFromResource(theme.Icon(name, t))
	i.FillMode = canvas.ImageFillContain
	i.SetMinSize(fyne.NewSquareSize(theme.Dp(size)))
	return i
}
