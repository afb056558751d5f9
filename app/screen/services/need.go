package services

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments/document"
	"nivel/assessments/figure"
	"nivel/assessments/shared"
)

// need is the page of one: what it would be, which firms need it and what they have said, who could
// provide it, and the case to print.
func (s *Screen) need(p *shared.Pool) {
	w, words := s.w, s.lib.SharedWords[s.w.Language][p.Need.ID]
	service := s.service(p.Need.ID)
	paper := widget.NewButton(widget.Next, "doc", w.T("shared.case"), "", func() { s.paper(p) })
	s.body.Add(screen.Head(s.h.Class(), words.Title, words.What, paper))
	var states []string
	for _, state := range shared.States {
		states = append(states, w.T("shared.state."+string(state)))
	}
	state := widget.NewSegmented(states, slices.Index(shared.States, service.State), func(i int) {
		service.State = shared.States[i]
		s.keep(service)
	})
	s.body.Add(widget.Card(20, widget.Column(10,
		widget.NewText(widget.Strong, figure.Ink, w.T("shared.alone")), widget.NewText(widget.Body, figure.Ink, words.Alone),
		widget.NewText(widget.Body, figure.Ink, w.T("shared.volume", "days", w.Short(p.Days), "cost", shared.Euros(w, p.Cost))),
		widget.NewText(widget.Strong, figure.Ink, w.T("shared.state")), widget.Wrap(0, 0, state))))
	s.body.Add(widget.Card(20, widget.Column(8, s.said(p, service)...)))
	s.body.Add(widget.Card(20, widget.Column(14, s.fields(p, service)...)))
	screen.Follow(s.page)
}

// said is a line for each firm, with what it has said.
func (s *Screen) said(p *shared.Pool, service *shared.Service) []fyne.CanvasObject {
	w := s.w
	rows := []fyne.CanvasObject{screen.CardHead("people", w.T("shared.who")), widget.NewText(widget.Small, figure.Ink2, w.T("shared.who.text"))}
	var names []string
	for _, said := range shared.AllSaid {
		names = append(names, w.T("shared.said."+string(said)))
	}
	for i := range p.Firms {
		f := &p.Firms[i]
		var actions string
		for k, id := range f.Actions {
			if k > 0 {
				actions += " · "
			}
			actions += screen.ActionTitle(s.h.Session(), id)
		}
		choose := widget.NewChoose(names)
		choose.Mark(slices.Index(shared.AllSaid, service.Of(f.Company.ID)))
		choose.OnChanged = func(string) {
			service.Say(f.Company.ID, shared.AllSaid[choose.SelectedIndex()])
			s.keep(service)
		}
		text := widget.Column(1, widget.NewText(widget.Strong, figure.Ink, screen.FirmName(w, &f.Company)), widget.NewText(widget.Small, figure.Ink2, actions))
		rows = append(rows, widget.Divider())
		if s.h.Class() == screen.Single {
			rows = append(rows, text, widget.Framed(choose))
			continue
		}
		rows = append(rows, widget.Centred(14, []float32{-3, -1}, text, widget.Framed(choose)))
	}
	return rows
}

// fields are what the case needs besides: provider, first step, who decides; and the advisor's notes.
func (s *Screen) fields(p *shared.Pool, service *shared.Service) []fyne.CanvasObject {
	w := s.w
	words := s.lib.SharedWords[w.Language][p.Need.ID]
	refs, names := []string{""}, []string{w.T("shared.provider.none")}
	for i := range s.lib.Regions {
		r := &s.lib.Regions[i]
		for _, c := range r.Contacts {
			refs = append(refs, r.ID+"/"+c.ID)
			names = append(names, s.lib.RegionWords[w.Language][r.ID].Contacts[c.ID].Name)
		}
	}
	provider := widget.NewChoose(names)
	provider.Mark(max(0, slices.Index(refs, service.Provider)))
	provider.OnChanged = func(string) {
		service.Provider = refs[provider.SelectedIndex()]
		s.keep(service)
	}
	field := func(key string, lines int, text string, set func(string)) fyne.CanvasObject {
		e := widget.NewEntry(lines, text, func(text string) { set(text); s.keep(service) })
		return widget.Column(6, widget.NewText(widget.TightBold, figure.Ink, w.T(key)), e)
	}
	first := service.First
	if first == "" {
		first = words.First
	}
	s.problem = widget.NewText(widget.Small, figure.Err, "")
	return []fyne.CanvasObject{
		widget.Column(6, widget.NewText(widget.TightBold, figure.Ink, w.T("shared.provider")), widget.Framed(provider)),
		field("shared.first", 2, first, func(text string) { service.First = text }),
		field("shared.decides", 1, service.Decides, func(text string) { service.Decides = text }),
		field("shared.note", 3, service.Note, func(text string) { service.Note = text }),
		s.problem,
	}
}

// keep writes what has changed.
func (s *Screen) keep(service *shared.Service) {
	said := ""
	if err := s.h.Session().PutService(service, s.sample); err != nil {
		said = s.w.Fault(err)
	}
	if s.problem != nil && s.problem.Text() != said {
		s.problem.SetText(said)
		s.page.Relayout()
	}
}

// paper saves the case.
func (s *Screen) paper(p *shared.Pool) {
	se := s.h.Session()
	title := s.lib.SharedWords[s.w.Language][p.Need.ID].Title
	today, _ := time.Parse(time.DateOnly, se.Today())
	in := shared.CaseInput{Words: s.w, Library: s.lib, Pool: p, Service: s.service(p.Need.ID), Sample: s.sample, Day: today}
	if _, err := shared.Case(in); err != nil {
		screen.Trouble(s.h, err)
		return
	}
	screen.SavePaper(s.h, screen.Paper{Name: s.w.T("shared.case.name", "title", title), Make: func() (*document.Document, error) { return shared.Case(in) }})
}
