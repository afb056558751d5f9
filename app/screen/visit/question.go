package visit

import (
	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/figure"
)

// question is the question with what was said, and what the advisor sees.
func (s *way) question() []fyne.CanvasObject {
	style := widget.QuestionT
	if s.h.Class() != screen.Wide {
		style = widget.QuestionC
	}
	title := s.asked.Text
	if s.asked.Number != "" {
		title = s.asked.Number + ". " + title
	}
	rows := []fyne.CanvasObject{widget.NewText(style, figure.Ink, title)}
	if hint := s.asked.Words.Hint; hint != "" && s.h.Class() == screen.Wide {
		rows = append(rows, widget.NewText(widget.Body, figure.Ink2, hint))
	}
	if s.done[s.id()] {
		rows = append(rows, s.state())
	} else if s.at < s.first {
		for _, item := range s.h.Session().Clarify() {
			if item.Question == s.id() {
				rows = append(rows, screen.Reasons(s.h, item)...)
			}
		}
	}
	rows = append(rows, s.saidCard())
	own := "visit.own"
	if s.shown().Standing == assessments.Given {
		own = "visit.own.change"
	}
	s.answer = screen.AnswerInput(screen.InputParams{Words: s.w, Question: s.asked.Question, Texts: s.asked.Words, Value: s.shown(),
		Compact: true, Narrow: s.h.Class() == screen.Single, Changed: s.choose})
	why := widget.NewEntry(2, s.found.why, func(text string) {
		s.found.why = text
		s.keepFound()
	})
	why.SetPlaceHolder(s.w.T("visit.why.placeholder"))
	why.OnLeave = func() { widget.Focus(s.answer) }
	s.wrong = widget.NewText(widget.Small, figure.Err, "")
	s.alone = widget.NewButton(widget.Quiet, "person", s.w.T("visit.alone"), "", func() { s.validate(s.found.value, "") })
	s.alone.SetDisabled(!s.chosen())
	s.proof = screen.NewEvidence(s.h, s.id())
	return append(rows, widget.NewText(widget.H3, figure.Ink, s.w.T(own)), s.answer,
		widget.Column(4, widget.NewText(widget.TightBold, figure.Ink, s.w.T("visit.why")), why, s.wrong),
		widget.Wrap(10, 6, s.alone, widget.NewText(widget.Small, figure.Ink2, s.w.T("visit.alone.text"))), widget.Divider(), s.proof.Container)
}

// state says how the question was validated.
func (s *way) state() fyne.CanvasObject {
	se := s.h.Session()
	r := se.Latest()[assessments.Advisor][s.id()]
	key := "visit.state"
	if se.Answers[s.id()].Value.Standing == assessments.Unanswered {
		key = "visit.state.open"
	}
	text := s.w.T(key, "answer", widget.Plain(s.asked.Full(s.w, r.Answer.Value)))
	if r.Answer.Note != "" {
		text += " · " + widget.Plain(r.Answer.Note)
	}
	return widget.Over(widget.Box(figure.BlueSoft, "", 0, 10), widget.Pad(8, 12, 8, 12, widget.Label("check", figure.Blue, 18, 8, widget.NewText(widget.Tight, figure.Ink, text))))
}

// saidCard is what each of the firm said, with the button that takes it over.
func (s *way) saidCard() fyne.CanvasObject {
	rows := []fyne.CanvasObject{widget.NewText(widget.H3, figure.Ink, s.w.T("visit.said"))}
	if len(s.said) == 0 {
		rows = append(rows, widget.NewText(widget.Body, figure.Ink2, s.w.T("visit.said.none")))
	}
	for i, r := range s.said {
		if i > 0 {
			rows = append(rows, widget.Divider())
		}
		lines := []fyne.CanvasObject{widget.NewText(widget.Body, figure.Ink, "**"+screen.RespondentName(s.w, r.Respondent)+":** "+widget.Plain(s.asked.Full(s.w, r.Answer.Value)))}
		if r.Answer.Confidence != assessments.ConfidenceUnset {
			lines = append(lines, widget.NewText(widget.Small, figure.Ink2, screen.ConfidenceName(s.w, r.Answer.Confidence)))
		}
		if r.Answer.Note != "" {
			lines = append(lines, widget.Label("note", figure.Ink2, 16, 6, widget.NewText(widget.Small, figure.Ink2, widget.Plain(r.Answer.Note))))
		}
		take := widget.NewButton(widget.Secondary, "check", s.w.T("visit.take"), "", func() { s.validate(r.Answer.Value, s.by(s.visit)) })
		take.Height = 36
		s.takes = append(s.takes, take)
		button := fyne.CanvasObject(take)
		if i == 0 && s.same() {
			button = widget.Centred(4, nil, take, widget.KeyCap(20, "V", false))
		}
		if s.h.Class() == screen.Single {
			rows = append(rows, widget.Column(6, widget.Column(2, lines...), widget.Wrap(0, 0, button)))
			continue
		}
		rows = append(rows, widget.Centred(14, []float32{-1, 0}, widget.Column(2, lines...), button))
	}
	if len(s.said) > 1 && !s.same() {
		rows = append(rows, line("compare", widget.Small, s.w.T("visit.said.differ")))
	}
	return widget.Card(16, widget.Column(8, rows...))
}
