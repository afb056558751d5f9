package questions

import (
	"strconv"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/widget"
)

// several leads to what is to be clarified and to where answers differ, takes back the last answer,
// and says who answers; each only where there is something behind it.
func (s *Screen) several() fyne.CanvasObject {
	se := s.h.Session()
	var out []fyne.CanvasObject
	add := func(icon, label string, do func()) {
		out = append(out, widget.NewButton(widget.Quiet, icon, label, "", do))
	}
	if n := len(se.Clarify()); n > 0 {
		add("search", s.w.T("clarify.link", "n", strconv.Itoa(n)), func() { s.h.Go(screen.Route{Page: screen.Clarify}) })
	}
	if len(se.Voices()) > 1 {
		add("compare", s.w.T("differences.link", "n", strconv.Itoa(len(se.Differences()))), func() { s.h.Go(screen.Route{Page: screen.Differences}) })
	}
	if undo, _ := se.Steps(se.Respondent()); undo > 0 {
		add("undo", s.w.T("undo.last"), s.Undo)
	}
	if len(out) == 0 {
		return nil
	}
	return widget.Wrap(14, 6, append(out, screen.RespondentButton(s.h))...)
}
