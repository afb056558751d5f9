package screen

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynewidget "fyne.io/fyne/v2/widget"

	"nivel/app/theme"
	"nivel/app/widget"
	"nivel/assessments/figure"
)

// Closer is a button that Escape and F1 press too.
type Closer struct {
	widget.Button
	leave func()
	page  *widget.Page // what ↑ ↓ and the page keys scroll
}

// NewCloser makes a closer.
func NewCloser(text string, leave func()) *Closer {
	c := &Closer{leave: leave}
	c.Kind, c.Text, c.After, c.OnTapped, c.Height = widget.Quiet, text, "close", leave, 32
	c.Self = c
	c.ExtendBaseWidget(c)
	return c
}

// TypedKey implements fyne.Focusable. Keys of the screen below do not pass.
func (c *Closer) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyEscape, fyne.KeyF1:
		c.leave()
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		c.Button.TypedKey(k)
	default:
		if c.page != nil {
			c.page.Key(k.Name)
		}
	}
}

// TypedRune implements fyne.Focusable.
func (c *Closer) TypedRune(rune) {}

// Panel lies over the right side of the window, with a scrim over the rest; a tap there closes it.
type Panel struct {
	fynewidget.BaseWidget
	Enter func() // what Return does where the focused widget has no use for it; may be nil

	canvas fyne.Canvas
	page   *widget.Page
	leave  func()
	before fyne.Focusable
}

// Key handles a key that no widget on the panel wants: none passes to the page below it.
func (p *Panel) Key(key fyne.KeyName) {
	switch key {
	case fyne.KeyEscape, fyne.KeyF1:
		p.leave()
	case fyne.KeyReturn, fyne.KeyEnter:
		if p.Enter != nil {
			p.Enter()
		}
	default:
		p.page.Key(key)
	}
}

// Follow scrolls with the cursor of an answer that stands on the panel.
func (p *Panel) Follow(a widget.Answerer) { FollowOn(p.page, a) }

// FollowOn scrolls a page with the cursor of an answer that stands on it.
func FollowOn(page *widget.Page, a widget.Answerer) {
	reveal := func(top, bottom float32) { page.Reveal(a, top, bottom) }
	switch a := a.(type) {
	case *widget.Ladder:
		a.OnMove = reveal
	case *widget.Checklist:
		a.OnMove = reveal
	case *widget.Grid:
		a.OnMove = reveal
	}
}

// Side shows rows in a panel over the right side; its first row is a closer beside a title. When
// it is closed, the focus returns to where it was.
func Side(h Host, title string, rows ...fyne.CanvasObject) *Panel {
	c := h.Window().Canvas()
	p := &Panel{canvas: c, before: c.Focused()}
	closer := NewCloser(h.Session().Words.T("help.hide"), p.Close)
	p.leave = p.Close
	head := widget.Centred(8, []float32{-1, 0}, widget.NewText(widget.CardTitle, figure.Ink, title), closer)
	page := widget.NewPage(widget.Pad(22, 24, 22, 24, widget.Column(14, append([]fyne.CanvasObject{head}, rows...)...)))
	p.page, closer.page = page, page
	p.ExtendBaseWidget(p)
	c.Overlays().Add(p)
	p.Resize(c.Size())
	c.Focus(closer)
	return p
}

// Close takes the panel away.
func (p *Panel) Close() {
	p.canvas.Overlays().Remove(p)
	if p.before != nil {
		p.canvas.Focus(p.before)
	}
}

// Tapped implements fyne.Tappable: the scrim closes the panel.
func (p *Panel) Tapped(e *fyne.PointEvent) {
	if e.Position.X < p.Size().Width-p.width() {
		p.leave()
	}
}

func (p *Panel) width() float32 { return min(theme.Dp(420), p.Size().Width*0.92) }

// MinSize implements fyne.CanvasObject.
func (p *Panel) MinSize() fyne.Size { return fyne.NewSize(100, 100) }

// CreateRenderer implements fyne.Widget.
func (p *Panel) CreateRenderer() fyne.WidgetRenderer {
	scrim := canvas.NewRectangle(theme.Translucent(figure.RingIn, 0.45))
	return &panelRenderer{p: p, scrim: scrim, ground: widget.Box(figure.Side, figure.Hair, 1, 0)}
}

type panelRenderer struct {
	p             *Panel
	scrim, ground *canvas.Rectangle
}

// Destroy implements fyne.WidgetRenderer.
func (r *panelRenderer) Destroy() {}

// MinSize implements fyne.WidgetRenderer.
func (r *panelRenderer) MinSize() fyne.Size { return r.p.MinSize() }

// Objects implements fyne.WidgetRenderer.
func (r *panelRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.scrim, r.ground, r.p.page}
}

// Refresh implements fyne.WidgetRenderer.
func (r *panelRenderer) Refresh() { canvas.Refresh(r.p) }

// Layout implements fyne.WidgetRenderer.
func (r *panelRenderer) Layout(size fyne.Size) {
	w := r.p.width()
	r.scrim.Resize(size)
	for _, o := range []fyne.CanvasObject{r.ground, r.p.page} {
		o.Move(fyne.NewPos(size.Width-w, 0))
		o.Resize(fyne.NewSize(w, size.Height))
	}
}
