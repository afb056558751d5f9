package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// wheel lies over an input and gets the mouse wheel instead of it: Fyne's input
// swallows every turn, also where it has nothing to scroll, and a page of inputs would stand still
// under the mouse.
type wheel struct {
	widget.BaseWidget
	entry *Entry
	inner *container.Scroll
}

// Scrolled implements fyne.Scrollable: the text moves while it can, else the page.
func (w *wheel) Scrolled(e *fyne.ScrollEvent) {
	most := w.inner.Content.MinSize().Height - w.inner.Size().Height
	up, down := e.Scrolled.DY > 0 && w.inner.Offset.Y > 0, e.Scrolled.DY < 0 && w.inner.Offset.Y < most-1
	if up || down {
		w.inner.Scrolled(e)
		return
	}
	for p := range pages {
		if holds(p.Scroll.Content, w.entry) {
			p.Scroll.Scrolled(e)
			return
		}
	}
}

// CreateRenderer implements fyne.Widget.
func (w *wheel) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewWithoutLayout())
}

// pages are those that are drawn or were a moment ago.
var pages = map[*Page]bool{}

func (e *Entry) self() *Entry { return e }

// holds says whether an input stands in a tree of containers.
func holds(o fyne.CanvasObject, e *Entry) bool {
	switch o := o.(type) {
	case *fyne.Container:
		for _, part := range o.Objects {
			if holds(part, e) {
				return true
			}
		}
	case interface{ self() *Entry }:
		return o.self() == e
	}
	return false
}

// CreateRenderer implements fyne.Widget.
func (e *Entry) CreateRenderer() fyne.WidgetRenderer {
	r := e.Entry.CreateRenderer()
	for _, o := range r.Objects() {
		if inner, ok := o.(*container.Scroll); ok {
			w := &wheel{entry: e, inner: inner}
			w.ExtendBaseWidget(w)
			return &wheeled{r, w}
		}
	}
	return r
}

// wheeled is an input's renderer with a wheel above it.
type wheeled struct {
	fyne.WidgetRenderer
	wheel *wheel
}

// Layout implements fyne.WidgetRenderer.
func (r *wheeled) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	r.wheel.Resize(size)
}

// Objects implements fyne.WidgetRenderer.
func (r *wheeled) Objects() []fyne.CanvasObject {
	objects := r.WidgetRenderer.Objects()
	return append(objects[:len(objects):len(objects)], r.wheel)
}
