package visit

import (
	"strings"
	"time"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/session"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/figure"
	"nivel/assessments/texts"
)

// same says whether all of the firm said the same, so that it can be taken over with one key.
func (s *way) same() bool {
	for _, r := range s.said {
		if !r.Answer.Value.Equal(s.said[0].Answer.Value) {
			return false
		}
	}
	return len(s.said) > 0
}

// chosen says whether the advisor has chosen an answer of his own here.
func (s *way) chosen() bool { return s.found.value.Standing != assessments.Unanswered }

// shown is the answer that the widget begins with: what was chosen here, what was validated, or what
// all of the firm said, so that one row of many can be changed alone.
func (s *way) shown() assessments.Value {
	switch {
	case s.chosen():
		return s.found.value
	case s.done[s.id()]:
		return s.h.Session().Latest()[assessments.Advisor][s.id()].Answer.Value
	case s.same() && s.said[0].Answer.Value.Standing == assessments.Given:
		return s.said[0].Answer.Value
	}
	return assessments.Value{}
}

// choose keeps in mind what the advisor chooses; it counts once it is agreed.
func (s *way) choose(v assessments.Value) {
	s.found.value = v
	s.keepFound()
	s.alone.SetDisabled(!s.chosen())
	s.showMain()
}

func (s *way) keepFound() { s.desk.found[s.key()] = s.found }

// asSaid takes over what the firm said; where its people differ, it goes to where one is taken.
func (s *way) asSaid() {
	switch {
	case s.same():
		s.validate(s.said[0].Answer.Value, s.by(s.visit))
	case len(s.takes) > 0:
		widget.Focus(s.takes[0])
		s.page.Reveal(s.takes[0], 0, s.takes[0].Size().Height)
	}
}

// validate keeps an answer and goes on to the next question that is open.
func (s *way) validate(v assessments.Value, by string) {
	why := strings.TrimSpace(s.found.why)
	if n := utf8.RuneCountInString(why); n > assessments.VisitTextLimit {
		s.refuse(assessments.NewFault("plan-text-long", "have", n, "limit", assessments.VisitTextLimit))
		return
	}
	if err := s.h.Session().Validate(session.Validated{Question: s.id(), Value: v, Why: why, By: by}); err != nil {
		s.refuse(err)
		return
	}
	delete(s.desk.found, s.key())
	s.done[s.id()] = true
	s.show(s.open(s.at + 1))
}

func (s *way) refuse(err error) {
	s.wrong.SetText(s.w.Fault(err))
	s.page.Relayout()
	s.page.Reveal(s.wrong, 0, s.wrong.Size().Height)
}

// foot is always in view: back, the keys, skip, the next thing to do.
func (s *way) foot() fyne.CanvasObject {
	back := widget.NewButton(widget.Secondary, "left", s.w.T("interview.back"), "", func() { s.move(-1) })
	s.main = widget.NewButton(widget.Next, "", "", "", nil)
	s.main.Height = 44
	s.showMain()
	right := []fyne.CanvasObject{s.main}
	if s.at < len(s.path) {
		right = []fyne.CanvasObject{widget.NewButton(widget.Secondary, "", s.w.T("visit.skip"), "", func() { s.move(1) }), s.main}
	}
	p := screen.Padding(s.h.Class())
	row := fyne.CanvasObject(widget.Centred(12, []float32{0, -1, 0}, back, s.keys(), widget.Centred(12, nil, right...)))
	if s.h.Class() == screen.Single {
		row = widget.Wrap(10, 6, append([]fyne.CanvasObject{back}, right...)...)
	}
	return widget.Over(widget.Box(figure.Surface, figure.Hair, 1, 0), widget.Pad(10, p, 10, p, row))
}

// keys shows what the keyboard does here.
func (s *way) keys() fyne.CanvasObject {
	if s.at >= len(s.path) || s.h.Class() != screen.Wide {
		return widget.Space(1, 1)
	}
	var out []fyne.CanvasObject
	for _, k := range []struct{ cap, key string }{{"V", "visit.keys.take"}, {s.w.T("visit.keys.enter"), "visit.keys.agree"}, {"→", "visit.keys.skip"}} {
		out = append(out, widget.KeyCap(22, k.cap, false), widget.NewText(widget.Small, figure.Ink2, s.w.T(k.key)))
	}
	return widget.WrapCentred(6, 4, out...)
}

// showMain makes the orange button say what Return does now.
func (s *way) showMain() {
	if s.main == nil {
		return
	}
	switch {
	case s.at >= len(s.path):
		s.main.After, s.main.OnTapped = "right", func() { s.to(closePage) }
		s.main.SetText(s.w.T("visit.shut"))
	case s.chosen():
		s.main.After, s.main.OnTapped = "right", func() { s.validate(s.found.value, s.by(s.visit)) }
		s.main.SetText(s.w.T("visit.agree"))
	case s.done[s.id()]:
		s.main.After, s.main.OnTapped = "right", func() { s.show(s.open(s.at + 1)) }
		s.main.SetText(s.w.T("visit.on"))
	case len(s.said) > 0:
		s.main.After, s.main.OnTapped = "right", s.asSaid
		s.main.SetText(s.w.T("visit.take"))
	default:
		s.main.After, s.main.OnTapped = "right", func() { s.move(1) }
		s.main.SetText(s.w.T("visit.on"))
	}
}

// Left says how much of the time that was set aside is left of a visit; where none was, since when it
// goes on.
func Left(w *texts.Words, v assessments.Visit, now time.Time) string {
	since := w.T("visit.since", "time", w.Clock(v.StartedAt.In(now.Location())))
	gone := now.Sub(v.StartedAt)
	left := v.Minutes - int(gone.Minutes())
	switch {
	case v.Minutes == 0 && gone < 12*time.Hour:
		return since
	case gone >= 12*time.Hour || gone < 0:
		return w.T("visit.since.day", "date", w.Date(v.StartedAt.In(now.Location())))
	case left > 0:
		return w.N("visit.time", left) + " " + since
	}
	return w.T("visit.over") + " " + since
}
