package library

import (
	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/content"
	"nivel/assessments/search"
	"nivel/assessments/texts"
)

// icons of the kinds.
var icons = map[search.Kind]string{
	search.Technology: "gear", search.Practice: "book", search.Action: "pencil", search.Contact: "phone",
	search.Training: "people", search.Funding: "coins", search.Word: "text",
}

func kindChip(w *texts.Words, k search.Kind) fyne.CanvasObject {
	return widget.Chip(widget.ToneBlue, icons[k], w.T("library.kind."+string(k)))
}

// stateChip says how an entry stands on a day (YYYY-MM-DD), as far as its source tells; nil for
// kinds that have no state. Funding is called open only where it is.
func stateChip(w *texts.Words, r *record, day string) fyne.CanvasObject {
	if r.funding != nil {
		if r.funding.OpenOn(day) {
			return widget.Chip(widget.ToneLime, "check-circle", fundingState(w, r.funding, day))
		}
		return widget.Chip(widget.ToneNeutral, "clock", fundingState(w, r.funding, day))
	}
	switch r.state {
	case "":
		return nil
	case assessments.StateOpen, assessments.StateRunning:
		return widget.Chip(widget.ToneLime, "check-circle", screen.Capital(w.T("state."+string(r.state))))
	case assessments.StateUnknown:
		return widget.Chip(widget.ToneNeutral, "help", screen.Capital(w.T("state."+string(r.state))))
	}
	return widget.Chip(widget.ToneNeutral, "clock", screen.Capital(w.T("state."+string(r.state))))
}

// fundingState says in words whether a line can be asked for on a day.
func fundingState(w *texts.Words, f *assessments.Funding, day string) string {
	switch {
	case f.OpenOn(day) && f.Until != "":
		return w.T("library.funding.until", "date", w.ShortDate(f.Until))
	case f.OpenOn(day):
		return w.T("library.funding.open")
	case f.State == assessments.StateOpen && f.Until != "" && f.Until < day:
		return w.T("library.funding.over", "date", w.ShortDate(f.Until))
	case f.State == assessments.StateOpen:
		return w.T("library.funding.notyet", "date", w.ShortDate(f.From))
	case f.State == assessments.StateClosed || f.State == assessments.StateEnded:
		return w.T("library.funding.closed")
	case f.State == assessments.StateRunning:
		return w.T("library.funding.running")
	}
	return screen.Capital(w.T("state.unknown"))
}

// originChip marks what does not come with the program; nil for what does.
func originChip(w *texts.Words, lib *content.Library, r ref) fyne.CanvasObject {
	switch from := lib.From(string(r.Kind), r.ID); from {
	case "":
		return nil
	case content.Own:
		return widget.Chip(widget.ToneWarn, "person", w.T("library.own"))
	default:
		name := from
		for _, p := range lib.Packs {
			if p.ID == from {
				name = p.Name
			}
		}
		return widget.Chip(widget.ToneOutline, "doc", w.T("library.pack", "name", widget.Plain(name)))
	}
}

// chips leaves out what is nil.
func chips(all ...fyne.CanvasObject) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, o := range all {
		if o != nil {
			out = append(out, o)
		}
	}
	return out
}
