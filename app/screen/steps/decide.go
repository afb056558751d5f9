package steps

import (
	"math/big"
	"strings"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/advice"
	"nivel/assessments/figure"
	"nivel/assessments/scoring"
)

// Desk is what the page keeps while it is built anew.
type Desk struct {
	asking  string // the action whose decision may get a reason
	typed   string // so far
	turning bool   // the page is being built anew, not left
	refused string // why an action could not go into the plan
	focus   string // the action whose button had the keyboard
	filter  filter
	whole   bool // all later ideas are shown
}

// reasonLimit is how many letters of a reason are kept.
const reasonLimit = 500

// Leave implements screen.Leaver: what was typed as a reason is kept.
func (s *Screen) Leave() {
	if s.desk.turning {
		s.desk.turning = false
		return
	}
	s.desk.focus = ""
	s.keepReason()
	s.desk.refused = ""
}

func (s *Screen) turn() {
	s.desk.turning = true
	s.h.Reload()
}

// decide keeps a decision at once and then asks for a reason, which may stay empty.
func (s *Screen) decide(o *advice.Offer, kind assessments.DecisionKind) {
	s.keepReason()
	s.h.Session().Decide(assessments.Decision{Action: o.Action.ID, Kind: kind})
	s.desk.refused = ""
	if kind != assessments.Undone {
		s.desk.asking = o.Action.ID
	}
	s.turn()
}

// keepReason writes the reason that has been typed to its decision, which keeps its kind.
func (s *Screen) keepReason() {
	d, there := s.h.Session().Decisions[s.desk.asking]
	text := strings.TrimSpace(s.desk.typed)
	if there && text != d.Reason && text != "" {
		if r := []rune(text); len(r) > reasonLimit {
			text = string(r[:reasonLimit])
		}
		d.Reason = text
		s.h.Session().Decide(d)
	}
	s.desk.asking, s.desk.typed = "", ""
}

// asked is the place for a reason, above the steps; nil where nothing was just decided.
func (s *Screen) asked() fyne.CanvasObject {
	d, there := s.h.Session().Decisions[s.desk.asking]
	if !there {
		return nil
	}
	w := s.w
	key := "steps.reason.notnow"
	if d.Kind == assessments.Underway {
		key = "steps.reason.underway"
	}
	keep := func() {
		s.keepReason()
		s.turn()
	}
	entry := widget.NewEntry(1, s.desk.typed, func(v string) { s.desk.typed = v })
	entry.SetPlaceHolder(w.T("steps.reason.hint"))
	entry.OnSubmitted = func(string) { keep() }
	s.entry = entry
	save := widget.NewButton(widget.Secondary, "check", w.T("steps.reason.save"), "", keep)
	undo := widget.NewButton(widget.Quiet, "undo", w.T("steps.reason.undo"), "", func() { s.again(d.Action) })
	return widget.Tinted(figure.BlueSoft, 14, 16, widget.Column(8,
		widget.NewText(widget.Strong, figure.Ink, w.T(key, "action", s.action(d.Action).Title)), entry, widget.Wrap(10, 6, save, undo)))
}

// again takes a decision back.
func (s *Screen) again(action string) {
	s.desk.asking, s.desk.typed = "", ""
	s.h.Session().Decide(assessments.Decision{Action: action, Kind: assessments.Undone})
	s.turn()
}

// decided says what was decided about an action, when and why.
func (s *Screen) decided(d assessments.Decision) []fyne.CanvasObject {
	var key string
	switch d.Kind {
	case assessments.NotNow:
		key = "steps.aside.notnow"
	case assessments.Underway:
		key = "steps.aside.underway"
	default:
		return nil
	}
	out := []fyne.CanvasObject{widget.NewText(widget.Small, figure.Ink2, s.w.T(key, "date", s.w.Date(d.At)))}
	if d.Reason != "" {
		out = append(out, widget.NewText(widget.Small, figure.Ink2, s.w.T("steps.reason", "text", widget.Plain(d.Reason))))
	}
	return out
}

// planned is the way of an action into the plan: a button, the mark that it is there, or nothing
// where it waits for others.
func (s *Screen) planned(o *advice.Offer, kind widget.Kind) (control, proposed fyne.CanvasObject) {
	w, se := s.w, s.h.Session()
	if item, there := se.Planned(o.Action.ID); there {
		if kind == widget.Secondary {
			kind = widget.Chosen
		}
		in := widget.NewButton(kind, "check", w.T("plan.steps.in"), "", func() { s.h.Go(screen.Route{Page: screen.Plan, ID: item.ID}) })
		s.focused(o, in)
		return in, nil
	}
	phase, missing := s.basis.Earliest(se.Plan(), o.Action.ID)
	if len(missing) > 0 {
		return nil, nil
	}
	add := widget.NewButton(kind, "plus", w.T("plan.steps.add"), "", func() { s.add(o.Action.ID) })
	s.focused(o, add)
	return add, widget.NewText(widget.Small, figure.Ink2, w.T("plan.steps.proposed", "phase", w.T("plan.phase."+string(phase))))
}

// focused gives the keyboard back to the button of the action that was just put into the plan.
func (s *Screen) focused(o *advice.Offer, b *widget.Button) {
	if s.desk.focus == o.Action.ID {
		s.button = b
	}
}

func (s *Screen) add(action string) {
	s.desk.refused, s.desk.focus = "", action
	if _, err := s.h.Session().AddItem(action); err != nil {
		s.desk.refused = screen.PlanFault(s.h.Session(), err)
	}
	s.turn()
}

// longest is the number of months above which a time is not worth naming.
const longest = 600

// payback prints in how many months an action pays for itself, "" where that cannot be worked out or
// nothing has to be bought.
func (s *Screen) payback(a *assessments.Action) string {
	se := s.h.Session()
	r := advice.Payback(a, &se.Company)
	if r == nil || r.High != nil && r.High.Sign() == 0 {
		return ""
	}
	low := max(1, scoring.Round(r.Low))
	if r.High == nil || r.High.Cmp(big.NewRat(longest, 1)) > 0 {
		return s.w.T("steps.payback.open", "low", s.w.Int(low))
	}
	high := max(1, scoring.Round(r.High))
	if high == low {
		return s.w.T("steps.payback.one", "low", s.w.Int(low))
	}
	return s.w.T("steps.payback", "low", s.w.Int(low), "high", s.w.Int(high))
}
