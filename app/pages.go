package app

import (
	"nivel/app/screen"
	"nivel/app/screen/actionplan"
	"nivel/app/screen/begin"
	"nivel/app/screen/bring"
	"nivel/app/screen/clarify"
	"nivel/app/screen/committee"
	"nivel/app/screen/companies"
	"nivel/app/screen/compare"
	"nivel/app/screen/differences"
	"nivel/app/screen/editor"
	"nivel/app/screen/erase"
	"nivel/app/screen/group"
	"nivel/app/screen/handover"
	"nivel/app/screen/help"
	"nivel/app/screen/home"
	"nivel/app/screen/interview"
	"nivel/app/screen/library"
	"nivel/app/screen/plan"
	"nivel/app/screen/practice"
	"nivel/app/screen/profile"
	"nivel/app/screen/questions"
	"nivel/app/screen/readings"
	"nivel/app/screen/region"
	"nivel/app/screen/results"
	"nivel/app/screen/rounds"
	"nivel/app/screen/save"
	"nivel/app/screen/series"
	"nivel/app/screen/services"
	"nivel/app/screen/settings"
	"nivel/app/screen/steps"
	"nivel/app/screen/takein"
	"nivel/app/screen/versions"
	"nivel/app/screen/visit"
	"nivel/app/screen/why"
	"nivel/assessments/search"
)

// make builds the page of a route.
func (a *App) make(r screen.Route) screen.Screen {
	if s := a.files(r); s != nil {
		return s
	}
	switch r.Page {
	case screen.Interview:
		return interview.New(a, r.ID)
	case screen.Questions:
		return questions.New(a, r.ID)
	case screen.Results:
		return results.New(a)
	case screen.Why:
		return why.New(a, r.ID)
	case screen.Rounds:
		return rounds.New(a, r.ID)
	case screen.Readings:
		return readings.New(a, r.ID)
	case screen.Versions:
		return versions.New(a)
	case screen.Begin:
		return begin.New(a, r.ID)
	case screen.Differences:
		return differences.New(a)
	case screen.Clarify:
		return clarify.New(a)
	case screen.Steps:
		return steps.New(a, a.steps)
	case screen.Plan:
		return plan.New(a, a.plan, r.ID)
	case screen.Report:
		return save.New(a, r.ID)
	case screen.Profile:
		return profile.New(a)
	case screen.Settings:
		return settings.New(a, a.Base, r.ID)
	case screen.Bring:
		return bring.New(a, a.bring, r.ID)
	case screen.Editor:
		return editor.New(a, a.models, r.ID)
	case screen.Help:
		return help.New(a)
	case screen.Visit:
		return visit.New(a, a.visit, r.ID)
	case screen.Home:
		return home.New(a, r.ID)
	}
	if r == (screen.Route{Page: screen.Region, ID: screen.Contribute}) {
		return region.NewGiving(a)
	}
	if o := a.advisor(r); o != nil {
		return o
	}
	return a.shelf(r)
}

// withFirms are the pages that do something with several firms at once.
var withFirms = []screen.Page{screen.Compare, screen.HandOver, screen.Delete}

// advisor makes the pages of the advisor's side; nil where there is none of that name, or the side is
// switched off.
func (a *App) advisor(r screen.Route) screen.Screen {
	if !a.Session().Advising() {
		return nil
	}
	switch r.Page {
	case screen.Companies:
		return companies.New(a, a.firms, withFirms)
	case screen.Compare:
		return compare.New(a, r.ID)
	case screen.Series:
		return series.New(a, a.series, r.ID)
	case screen.Region:
		return region.New(a)
	case screen.Services:
		return services.New(a, r.ID)
	case screen.Group:
		return group.New(a, r.ID)
	case screen.ActionPlan:
		return actionplan.New(a, r.ID)
	case screen.Committee:
		return committee.New(a, a.committee, r.ID)
	}
	return nil
}

// shelf makes the pages of the library.
func (a *App) shelf(r screen.Route) screen.Screen {
	switch r.Page {
	case screen.Practice:
		return library.Practice(a, a.desk, r.ID, practice.New(a, r.ID))
	case screen.Library:
		return library.New(a, a.desk, search.Kind(r.ID))
	case screen.Entry:
		return library.NewEntry(a, a.desk, r.ID)
	case screen.Edit:
		return library.NewForm(a, a.desk, r.ID)
	}
	return library.New(a, a.desk, search.Practice)
}

// files makes the pages of files that travel, and of what is deleted. What lies on their desks, secrets
// among it, is forgotten with the page.
func (a *App) files(r screen.Route) screen.Screen {
	if r.Page != screen.HandOver || a.handover == nil || !a.handover.Of(r.ID) {
		a.handover = nil
	}
	if r.Page != screen.TakeIn || a.takein == nil || !a.takein.Of(r.ID) {
		a.takein = nil
	}
	switch r.Page {
	case screen.HandOver:
		if a.handover == nil {
			a.handover = handover.NewDesk(r.ID)
		}
		return handover.New(a, a.handover)
	case screen.TakeIn:
		if a.takein == nil {
			a.takein = takein.NewDesk(r.ID)
		}
		return takein.New(a, a.takein)
	case screen.Delete:
		return erase.New(a, r.ID)
	}
	return nil
}
