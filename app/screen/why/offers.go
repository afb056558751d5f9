package why

import (
	"math/big"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/advice"
	"nivel/assessments/figure"
	"nivel/assessments/report"
)

// most is how many offers are named.
const most = 5

// offers are the actions that raise the level most for each day of work.
func (s *Screen) offers() fyne.CanvasObject {
	if !s.se.Ready() {
		return nil
	}
	w := s.w
	a := s.se.Advice()
	area := ""
	if s.area != nil {
		area = s.area.ID
	}
	all := ByDay(append(slices.Clone(a.Next), a.Later...), area, s.size())
	if len(all) == 0 {
		return nil
	}
	rows := []fyne.CanvasObject{screen.CardHead("step", w.T("why.least")), widget.NewText(widget.Small, figure.Ink2, w.T("why.least.text"))}
	for _, o := range all[:min(most, len(all))] {
		title := widget.NewText(widget.TightBold, figure.Ink, s.se.Complete().ActionWords[w.Language][o.Action.ID].Title)
		facts := w.T("why.least.row", "area", s.words.Dimensions[o.Dimension].Name, "from", w.Score(o.Before), "to", w.Score(o.After), "days", report.Days(w, o.Action.Effort[s.size()]))
		rows = append(rows, widget.Divider(), widget.Column(2, title, widget.NewText(widget.Small, figure.Ink2, facts)))
	}
	var next []string
	for _, o := range a.Next {
		next = append(next, screen.ActionTitle(s.se, o.Action.ID))
	}
	if len(next) > 0 {
		rows = append(rows, widget.Divider(), widget.NewText(widget.Small, figure.Ink, w.T("why.next", "steps", strings.Join(next, " · "))))
	}
	open := widget.NewButton(widget.Secondary, "", w.T("results.steps"), "right", func() { s.h.Go(screen.Route{Page: screen.Steps}) })
	return widget.Card(20, widget.Column(8, append(rows, widget.Wrap(0, 0, open))...))
}

func (s *Screen) size() assessments.SizeClass { return s.se.Company.Size().Costed() }

// ByDay orders offers by what their area gains for each day of work; an empty area means all. What
// waits for another action, gains nothing or has no effort given is left out.
func ByDay(offers []advice.Offer, area string, size assessments.SizeClass) []advice.Offer {
	gain := func(o *advice.Offer) *big.Rat {
		g := new(big.Rat).Sub(o.After, o.Before)
		return g.Quo(g, o.Action.Effort[size])
	}
	out := slices.DeleteFunc(slices.Clone(offers), func(o advice.Offer) bool {
		effort := o.Action.Effort[size]
		return area != "" && o.Dimension != area || len(o.WaitsFor) > 0 || o.Before == nil || o.After == nil || o.After.Cmp(o.Before) <= 0 || effort == nil || effort.Sign() <= 0
	})
	slices.SortStableFunc(out, func(a, b advice.Offer) int { return gain(&b).Cmp(gain(&a)) })
	return out
}
