package screen

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"

	"nivel/app/theme"
	"nivel/app/widget"
	"nivel/assessments/figure"
)

// Closer is a button that Escape and F1 press too.
type Closer struct {
	*widget.Button
	leave func()
}

// NewCloser makes a closer.
func NewCloser(text string, leave func()) *Closer {
	c := &Closer{Button: widget.NewButton(widget.Quiet, "", text, "close", leave), leave: leave}
	c.Self = c
	c.ExtendBaseWidget(c)
	return c
}

// TypedKey implements fyne.Focusable.
func (c *Closer) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyEscape || k.Name == fyne.KeyF1 {
		c.leave()
		return
	}
	c.Button.TypedKey(k)
}

// Side shows rows in a panel over the right side; the closer has the focus.
func Side(h Host, rows []fyne.CanvasObject, closer fyne.Focusable) *fynewidget.PopUp {
	c := h.Window().Canvas()
	width := min(theme.Dp(420), c.Size().Width*0.92)
	page := widget.NewPage(widget.Pad(22, 24, 22, 24, widget.Column(14, rows...)))
	over := fynewidget.NewModalPopUp(container.NewStack(widget.Box(figure.Side, figure.Hair, 1, 0), page), c)
	over.Show()
	over.Resize(fyne.NewSize(width, c.Size().Height))
	over.Move(fyne.NewPos(c.Size().Width-width, 0))
	c.Focus(closer)
	return over
}
