// Package visit is an advisor's visit to the firm that is shown: prepared, gone through question by
// question beside the owner, and closed with the steps on which both agree.
//
// Everything is kept as it is said: a visit that is broken off goes on where it was left, also after
// the program was closed.
package visit

import (
	"strings"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/figure"
	"nivel/assessments/texts"
)

// The pages of a visit, as the id of the route; any other id is that of a visit to look at.
const (
	wayPage   = "way"
	closePage = "close"
)

// Desk is what the pages of a visit keep while they are built anew or left: what is typed before the
// visit begins, and what is chosen and not agreed on yet.
type Desk struct {
	drafts map[string]*draft // before a visit, by company
	found  map[string]found  // on the way, by visit and question
	at     map[string]string // the question on the way, by visit
	going  *assessments.Visit
	turn   bool // from one question to the next: what goes on is known
}

// found is what an advisor has chosen for a question and not kept yet.
type found struct {
	value assessments.Value
	why   string
}

// NewDesk makes an empty desk.
func NewDesk() *Desk {
	return &Desk{drafts: map[string]*draft{}, found: map[string]found{}, at: map[string]string{}}
}

// New builds a page of the visit.
func New(h screen.Host, desk *Desk, id string) screen.Screen {
	b := base{h: h, w: h.Session().Words, desk: desk}
	if !desk.turn {
		desk.going = nil
		v, ok, err := h.Session().Visit()
		if err != nil {
			return &broken{b, err}
		}
		if ok {
			desk.going = &v
		}
	}
	desk.turn = false
	switch {
	case id == wayPage && desk.going != nil:
		return newWay(b, *desk.going)
	case id == closePage && desk.going != nil:
		return newClosing(b, *desk.going)
	case id == "" || id == wayPage || id == closePage:
		return newPrepare(b)
	}
	return newRecord(b, id)
}

// base is what all pages of the visit have.
type base struct {
	h    screen.Host
	w    *texts.Words
	desk *Desk
}

// to goes to another page of the visit.
func (b *base) to(id string) { b.h.Go(screen.Route{Page: screen.Visit, ID: id}) }

// back is the button that leads to where a visit is prepared.
func (b *base) back() fyne.CanvasObject {
	return widget.Wrap(0, 0, widget.NewButton(widget.Quiet, "left", b.w.T("visit.back"), "", func() { b.to("") }))
}

// firm is the name of the firm that is visited.
func (b *base) firm() string {
	if name := b.h.Session().Company.Name; name != "" {
		return widget.Plain(name)
	}
	return b.w.T("report.noname")
}

// by names who was there, for what both sides agree on.
func (b *base) by(v assessments.Visit) string {
	var names []string
	for _, p := range v.People {
		if name := personName(p); name != "" {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return b.w.T("differences.who.and", "a", screen.RespondentName(b.w, assessments.Owner), "b", screen.RespondentName(b.w, assessments.Advisor))
	}
	if r := []rune(strings.Join(names, ", ")); len(r) > assessments.ByLimit {
		return string(r[:assessments.ByLimit-1]) + "…"
	}
	return strings.Join(names, ", ")
}

// personName is a person with the role in brackets.
func personName(p assessments.Present) string {
	switch {
	case p.Name == "":
		return p.Role
	case p.Role == "":
		return p.Name
	}
	return p.Name + " (" + p.Role + ")"
}

// facts are day, place and people of a visit in a line.
func (b *base) facts(v *assessments.Visit) string {
	parts := []string{b.w.DateOf(v.Day)}
	if v.Place != "" {
		parts = append(parts, v.Place)
	}
	var people []string
	for _, p := range v.People {
		people = append(people, personName(p))
	}
	if len(people) > 0 {
		parts = append(parts, strings.Join(people, ", "))
	}
	return widget.Plain(strings.Join(parts, " · "))
}

// agreed is how many steps were agreed on.
func (b *base) agreed(v *assessments.Visit) string {
	if len(v.Agreed) == 0 {
		return b.w.T("visit.agreed.none")
	}
	return b.w.N("visit.agreed.count", len(v.Agreed))
}

// broken is shown where the visits cannot be read.
type broken struct {
	base
	err error
}

// Content implements screen.Screen.
func (s *broken) Content() fyne.CanvasObject {
	return screen.Body(s.h.Class(), screen.Head(s.h.Class(), s.w.T("visit.title"), s.firm()), screen.Fault(s.w, s.err))
}

// line is a text behind an icon.
func line(icon string, style widget.Style, text string) fyne.CanvasObject {
	return widget.Label(icon, figure.Ink2, 18, 8, widget.NewText(style, figure.Ink, text))
}
