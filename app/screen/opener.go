package screen

import (
	"math"
	"strconv"

	"fyne.io/fyne/v2"

	"nivel/app/widget"
	"nivel/assessments/texts"
)

// Opener shows and hides what stands below it. Where it has no text it is a mere chevron, which
// says its name to those who cannot see it.
type Opener struct {
	widget.Button
	Name    string
	Changed func() // lays the page out anew
	texts   [2]string
	body    fyne.CanvasObject
}

// NewOpener makes an opener of a body, closed. Its texts are those to open and to close.
func NewOpener(open, shut string, body fyne.CanvasObject) *Opener {
	o := &Opener{Name: open, texts: [2]string{open, shut}, body: body}
	o.Kind, o.Text, o.After, o.Height = widget.Quiet, open, "chevron-right", 32
	o.Self = o
	o.ExtendBaseWidget(o)
	o.OnTapped = o.turn
	body.Hide()
	return o
}

// NewChevron makes an opener of a body that shows no text.
func NewChevron(name string, body fyne.CanvasObject) *Opener {
	o := NewOpener("", "", body)
	o.Name = name
	return o
}

// Open says whether the body is shown.
func (o *Opener) Open() bool { return o.body.Visible() }

func (o *Opener) turn() {
	i, icon := 0, "chevron-right"
	if o.body.Visible() {
		o.body.Hide()
	} else {
		o.body.Show()
		i, icon = 1, "chevron-down"
	}
	o.After = icon
	o.SetText(o.texts[i])
	if o.Changed != nil {
		o.Changed()
	}
}

// AccessibilityLabel is what it opens.
func (o *Opener) AccessibilityLabel() string {
	if o.Text == "" {
		return o.Name
	}
	return o.Text
}

// Minutes is an estimate of the time n questions take, in fives once it is long.
func Minutes(n int) int {
	m := int(math.Ceil(float64(n) * 0.65))
	if m > 5 {
		m = (m + 4) / 5 * 5
	}
	return max(1, m)
}

// PathName calls the i-th of n paths short, middle or complete: a model names none.
func PathName(w *texts.Words, i, n int) string {
	switch {
	case i == 0:
		return w.T("path.short")
	case i == n-1:
		return w.T("path.long")
	case n == 3:
		return w.T("path.middle")
	}
	return w.T("path.middle") + " " + strconv.Itoa(i)
}
