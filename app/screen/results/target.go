package results

import (
	"strconv"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/figure"
	"nivel/assessments/scoring"
)

// target is an area's target: + and − or the arrows change it, Delete returns to the suggested one,
// and pressing it shows the same as a choice.
type target struct {
	widget.Button
	s    *Screen
	name string
	d    *scoring.Dimension
}

func (s *Screen) target(d *scoring.Dimension, name string) *target {
	t := &target{s: s, d: d, name: name}
	t.Kind, t.Text, t.Height = widget.Quiet, "→ "+strconv.Itoa(d.Target), 32
	t.OnTapped = t.choose
	t.Self = t
	t.ExtendBaseWidget(t)
	s.targets[d.ID] = t
	return t
}

// AccessibilityLabel says what the arrow means.
func (t *target) AccessibilityLabel() string {
	return t.s.w.T("target.name", "area", t.name, "level", t.d.Target)
}

// TypedKey implements fyne.Focusable.
func (t *target) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyRight, fyne.KeyUp:
		t.set(t.d.Target + 1)
	case fyne.KeyLeft, fyne.KeyDown:
		t.set(t.d.Target - 1)
	case fyne.KeyDelete, fyne.KeyBackspace:
		t.s.setTarget(t.d.ID, -1)
	default:
		t.Button.TypedKey(e)
	}
}

// TypedRune implements fyne.Focusable.
func (t *target) TypedRune(r rune) {
	switch r {
	case '+', '=':
		t.set(t.d.Target + 1)
	case '-', '−':
		t.set(t.d.Target - 1)
	default:
		t.Button.TypedRune(r)
	}
}

// set keeps to what may be wanted.
func (t *target) set(level int) {
	if level >= 1 && level <= assessments.Top {
		t.s.setTarget(t.d.ID, level)
	}
}

// choose shows the levels over the side.
func (t *target) choose() {
	w, s := t.s.w, t.s
	var panel *screen.Panel
	rows := []fyne.CanvasObject{widget.NewText(widget.Body, figure.Ink, w.T("target.text"))}
	for level := 1; level <= assessments.Top; level++ {
		kind, icon, label := widget.Secondary, "", strconv.Itoa(level)
		if level == t.d.Target {
			kind, icon = widget.Chosen, "check"
		}
		if s.marked() {
			label = w.Level(s.words, level)
		}
		rows = append(rows, widget.NewButton(kind, icon, label, "", func() { panel.Close(); s.setTarget(t.d.ID, level) }))
	}
	if _, own := s.h.Session().Assessment.Targets[t.d.ID]; own {
		rows = append(rows, widget.NewText(widget.Small, figure.Ink2, w.T("target.own")),
			widget.NewButton(widget.Quiet, "undo", w.T("target.suggested", "level", scoring.Suggested(t.d.Figure)), "", func() { panel.Close(); s.setTarget(t.d.ID, -1) }))
	}
	panel = screen.Side(s.h, w.T("target.title", "area", t.name), rows...)
}

// setTarget keeps a target and shows what it changes, with page and keyboard where they were.
func (s *Screen) setTarget(area string, level int) {
	s.h.Session().SetTarget(area, level)
	s.result = s.h.Session().Result()
	s.body.Objects = s.rows()
	s.body.Refresh()
	s.page.Relayout()
	if t := s.targets[area]; t != nil {
		s.h.Window().Canvas().Focus(t)
	}
}
