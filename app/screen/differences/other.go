package differences

import (
	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/figure"
)

// other leads to an answer that nobody gave; nil where the question is gone.
func (s *Screen) other(c *card, q screen.Asked) fyne.CanvasObject {
	if q.Question == nil {
		return nil
	}
	open := widget.NewButton(widget.Quiet, "pencil", s.w.T("differences.other"), "", func() { s.ask(c, q) })
	return widget.Wrap(0, 0, open)
}

// ask puts the question over the side, as it is put to one person; what is chosen there counts once
// it is agreed.
func (s *Screen) ask(c *card, q screen.Asked) {
	if !s.named() {
		return
	}
	var panel *screen.Panel
	var v assessments.Value
	if a := c.difference.Agreed; a != nil {
		v = a.Answer.Value
	}
	agree := widget.NewButton(widget.Secondary, "check", s.w.T("differences.other.agree"), "", nil)
	agree.OnTapped = func() {
		panel.Close()
		s.agree(c, v)
	}
	agree.SetDisabled(v.Standing == assessments.Unanswered)
	input := screen.AnswerInput(screen.InputParams{Words: s.w, Question: q.Question, Texts: q.Words, Value: v, Compact: true, Narrow: true, Changed: func(to assessments.Value) {
		v = to
		agree.SetDisabled(v.Standing == assessments.Unanswered)
	}})
	panel = screen.Side(s.h, s.w.T("differences.other.title"), widget.NewText(widget.H3, figure.Ink, q.Text),
		widget.NewText(widget.Small, figure.Ink2, s.w.T("differences.other.text")), input, agree)
	panel.Enter = func() {
		if !agree.Disabled {
			agree.OnTapped()
		}
	}
	panel.Follow(input)
	widget.Focus(input)
}
