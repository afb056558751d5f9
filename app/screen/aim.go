package screen

import (
	"strconv"

	"fyne.io/fyne/v2"

	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/figure"
)

// AimParams say what an Aim is about.
type AimParams struct {
	Subject   string // an area or a question
	Name      string // of it
	Level     int    // wanted now
	Suggested int    // wanted where nobody has chosen
	Long      bool   // says in words whose target it is, not with the arrow alone
	Changed   func() // after it has been kept
}

// Aim is a target: + and − or the arrows change it, Delete returns to the suggested one, and
// pressing it shows the same as a choice.
type Aim struct {
	widget.Button
	AimParams
	h Host
}

// NewAim makes an aim.
func NewAim(h Host, p AimParams) *Aim {
	a := &Aim{AimParams: p, h: h}
	a.Kind, a.Text, a.Height = widget.Quiet, "→ "+strconv.Itoa(p.Level), 32
	if p.Long {
		key := "target.suggested.short"
		if a.own() {
			key = "target.own.short"
		}
		a.Text = h.Session().Words.T(key, "level", p.Level)
	}
	a.OnTapped = a.choose
	a.Self = a
	a.ExtendBaseWidget(a)
	return a
}

// own says whether somebody has chosen it.
func (a *Aim) own() bool {
	_, own := a.h.Session().Assessment.Targets[a.Subject]
	return own
}

// AccessibilityLabel says what the arrow means.
func (a *Aim) AccessibilityLabel() string {
	return a.h.Session().Words.T("target.name", "area", a.Name, "level", a.Level)
}

// TypedKey implements fyne.Focusable.
func (a *Aim) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyRight, fyne.KeyUp:
		a.set(a.Level + 1)
	case fyne.KeyLeft, fyne.KeyDown:
		a.set(a.Level - 1)
	case fyne.KeyDelete, fyne.KeyBackspace:
		a.keep(-1)
	default:
		a.Button.TypedKey(e)
	}
}

// TypedRune implements fyne.Focusable.
func (a *Aim) TypedRune(r rune) {
	switch r {
	case '+', '=':
		a.set(a.Level + 1)
	case '-', '−':
		a.set(a.Level - 1)
	default:
		a.Button.TypedRune(r)
	}
}

// set keeps to what may be wanted.
func (a *Aim) set(level int) {
	if level >= 1 && level <= assessments.Top {
		a.keep(level)
	}
}

func (a *Aim) keep(level int) {
	a.h.Session().SetTarget(a.Subject, level)
	a.Changed()
}

// choose shows the levels over the side.
func (a *Aim) choose() {
	se := a.h.Session()
	w := se.Words
	var panel *Panel
	button := func(kind widget.Kind, icon, label string, level int) fyne.CanvasObject {
		return widget.NewButton(kind, icon, label, "", func() { panel.Close(); a.keep(level) })
	}
	rows := []fyne.CanvasObject{widget.NewText(widget.Body, figure.Ink, w.T("target.text"))}
	for level := 1; level <= assessments.Top; level++ {
		kind, icon, label := widget.Secondary, "", strconv.Itoa(level)
		if level == a.Level {
			kind, icon = widget.Chosen, "check"
		}
		if Marked(se.Pack, w.Language) {
			label = w.Level(se.Pack.Words[w.Language], level)
		}
		rows = append(rows, button(kind, icon, label, level))
	}
	if a.own() {
		rows = append(rows, widget.NewText(widget.Small, figure.Ink2, w.T("target.own")),
			button(widget.Quiet, "undo", w.T("target.suggested", "level", a.Suggested), -1))
	}
	panel = Side(a.h, w.T("target.title", "area", a.Name), rows...)
}
