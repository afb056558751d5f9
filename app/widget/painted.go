package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// sheet collects what a widget draws.
type sheet struct{ objects []fyne.CanvasObject }

// put places an object and adds it.
func (s *sheet) put(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(w, h))
	s.objects = append(s.objects, o)
}

// painter is a widget that draws itself for a size.
type painter interface {
	fyne.Widget
	paint(s *sheet, size fyne.Size)
}

// painted renders a painter: its objects are made anew for each size and after each change.
type painted struct {
	of    painter
	shown fyne.CanvasObject // the widget in the window: of, or what embeds it
	sheet sheet
	size  fyne.Size
}

func newPainted(of painter, shown any) *painted {
	o, ok := shown.(fyne.CanvasObject)
	if !ok {
		o = of
	}
	return &painted{of: of, shown: o}
}

// Destroy implements fyne.WidgetRenderer.
func (r *painted) Destroy() {}

// Objects implements fyne.WidgetRenderer.
func (r *painted) Objects() []fyne.CanvasObject { return r.sheet.objects }

// MinSize implements fyne.WidgetRenderer.
func (r *painted) MinSize() fyne.Size { return r.of.MinSize() }

// Layout implements fyne.WidgetRenderer.
func (r *painted) Layout(size fyne.Size) {
	if size == r.size && r.sheet.objects != nil {
		return
	}
	r.draw(size)
}

// Refresh implements fyne.WidgetRenderer.
func (r *painted) Refresh() {
	r.draw(r.of.Size())
	canvas.Refresh(r.shown)
}

func (r *painted) draw(size fyne.Size) {
	r.size, r.sheet.objects = size, nil
	if size.Width > 0 {
		r.of.paint(&r.sheet, size)
	}
}
