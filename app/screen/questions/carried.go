package questions

import (
	"slices"
	"unicode"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments/figure"
)

// mark says below a question that its answer is that of the round before, and confirms it.
type mark struct {
	*fyne.Container
	question string
	button   *same
}

// same is the button of a mark: V presses it too, and goes on to the next one.
type same struct {
	widget.Button
	name string
}

// AccessibilityLabel says which question it confirms.
func (b *same) AccessibilityLabel() string { return b.name }

// TypedRune implements fyne.Focusable.
func (b *same) TypedRune(r rune) {
	if unicode.ToLower(r) == 'v' {
		b.OnTapped()
		return
	}
	b.Button.TypedRune(r)
}

// mark is that of a question; nil where nothing is to be confirmed.
func (s *Screen) mark(question string) fyne.CanvasObject {
	if !slices.Contains(s.h.Session().Unconfirmed(), question) {
		return nil
	}
	m := &mark{question: question, button: &same{name: s.w.T("rounds.carried.name", "n", s.h.Session().Pack.Model.Number(question))}}
	b := &m.button.Button
	b.Kind, b.Icon, b.Text, b.Height, b.OnTapped = widget.Quiet, "check", s.w.T("rounds.carried.same"), 30, func() { s.confirm(m) }
	b.Self = m.button
	m.button.ExtendBaseWidget(m.button)
	m.Container = widget.Wrap(10, 2, widget.Chip(widget.ToneWarn, "clock", s.w.T("rounds.carried.mark")), m.button)
	s.marks = append(s.marks, m)
	return m.Container
}

// carriedLine names the key.
func (s *Screen) carriedLine() fyne.CanvasObject {
	return widget.Centred(8, []float32{0, -1}, widget.KeyCap(22, "V", false), widget.NewText(widget.Small, figure.Ink2, s.w.T("rounds.carried.keys")))
}

// Rune implements screen.Runed: V goes to the first answer to be confirmed.
func (s *Screen) Rune(r rune) bool {
	if unicode.ToLower(r) != 'v' || len(s.marks) == 0 {
		return false
	}
	s.reach(s.marks[0])
	return true
}

func (s *Screen) reach(m *mark) {
	s.h.Window().Canvas().Focus(m.button)
	s.page.Reveal(m.Container, 0, m.Size().Height)
}

// confirm takes the mark away and goes on to the next one.
func (s *Screen) confirm(m *mark) {
	s.h.Session().Confirm(m.question)
	at := slices.Index(s.marks, m)
	s.marks = slices.Delete(s.marks, at, at+1)
	if len(s.marks) == 0 {
		s.h.Reload()
		return
	}
	m.Container.Hide()
	s.heads.Objects = []fyne.CanvasObject{s.chips()}
	s.page.Relayout()
	s.reach(s.marks[min(at, len(s.marks)-1)])
}

var _ screen.Runed = (*Screen)(nil)
