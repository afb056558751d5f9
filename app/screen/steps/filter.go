package steps

import (
	"math/big"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/advice"
	"nivel/assessments/figure"
)

// filter narrows the later ideas; each is the place of a choice, 0 for all.
type filter struct{ effort, cost, phase, who int }

// The choices beside all: at most so many days, at most that band, who acts.
var (
	mostDays = []int{2, 5, 10}
	mostCost = []int{0, 1, 2, 3}
	actors   = []assessments.Actor{assessments.Firm, assessments.Cluster, assessments.Public}
)

// passes says whether an offer is shown.
func (f filter) passes(o *advice.Offer, size assessments.SizeClass) bool {
	days := o.Action.Effort[size]
	switch {
	case f.effort > 0 && (days == nil || days.Cmp(big.NewRat(int64(mostDays[f.effort-1]), 1)) > 0):
		return false
	case f.cost > 0 && o.Action.Cost[size] > mostCost[f.cost-1]:
		return false
	}
	return f.who == 0 || o.Action.Who == actors[f.who-1]
}

// filtered are the offers that pass.
func (s *Screen) filtered(offers []advice.Offer) []advice.Offer {
	return slices.DeleteFunc(slices.Clone(offers), func(o advice.Offer) bool {
		return !s.desk.filter.passes(&o, s.size()) || !s.inPhase(&o)
	})
}

// inPhase says whether an offer could begin in the phase that is chosen. One that waits for another
// which is not in the plan yet has no phase.
func (s *Screen) inPhase(o *advice.Offer) bool {
	at := s.desk.filter.phase
	if at == 0 {
		return true
	}
	if item, there := s.h.Session().Planned(o.Action.ID); there {
		return item.Phase == assessments.Phases[at-1]
	}
	phase, missing := s.basis.Earliest(s.h.Session().Plan(), o.Action.ID)
	return len(missing) == 0 && phase == assessments.Phases[at-1]
}

// filters are the choices above the later ideas.
func (s *Screen) filters() fyne.CanvasObject {
	w, f := s.w, &s.desk.filter
	var days, costs, phases, who []string
	for _, n := range mostDays {
		days = append(days, w.T("steps.filter.effort."+strconv.Itoa(n)))
	}
	for _, band := range mostCost {
		costs = append(costs, w.T("cost."+strconv.Itoa(band)))
	}
	for _, p := range assessments.Phases {
		phases = append(phases, w.T("plan.phase."+string(p)))
	}
	for _, x := range actors {
		who = append(who, w.T("who."+string(x)))
	}
	choices := []fyne.CanvasObject{s.choice("steps.filter.effort", days, &f.effort), s.choice("steps.filter.cost", costs, &f.cost),
		s.choice("steps.filter.phase", phases, &f.phase), s.choice("steps.filter.who", who, &f.who)}
	return screen.Beside(s.h.Class(), 8, 14, choices...)
}

func (s *Screen) choice(key string, names []string, at *int) fyne.CanvasObject {
	choice := widget.NewChoose(append([]string{s.w.T("steps.filter.all")}, names...))
	choice.SetSelectedIndex(*at)
	choice.OnChanged = func(string) {
		if i := choice.SelectedIndex(); i >= 0 && i != *at {
			*at = i
			s.showRest()
			s.page.Relayout()
		}
	}
	return widget.Column(3, widget.NewText(widget.Small, figure.Ink2, s.w.T(key)), widget.Framed(choice))
}
