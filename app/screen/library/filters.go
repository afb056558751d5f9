package library

import (
	"slices"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/theme"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/search"
)

// box is a filter: a list to choose from whose first line lets everything through.
type box struct {
	values []string
	choice *widget.Choose
	put    func(f *search.Filter, value string)
}

// show chooses without saying so.
func (b *box) show(value string) { b.choice.Mark(max(0, slices.Index(b.values, value))) }

// reset lets everything through.
func (b *box) reset() { b.choice.SetSelectedIndex(0) }

// filters are the boxes side by side; fewer on a line where there is less room.
func (s *Screen) filters() fyne.CanvasObject {
	w, se := s.w, s.h.Session()
	lib := se.Complete()
	kinds, dims, sectors, countries, actors := []string{""}, []string{""}, []string{""}, []string{""}, []string{""}
	kindNames, dimNames, sectorNames, countryNames, actorNames := []string{w.T("library.kind.all")}, []string{w.T("library.area.all")},
		[]string{w.T("library.sector.all")}, []string{w.T("library.country.all")}, []string{w.T("library.who.all")}
	for _, k := range search.Kinds {
		kinds, kindNames = append(kinds, string(k)), append(kindNames, w.T("library.kinds."+string(k)))
	}
	full := se.Full()
	for _, d := range full.Model.Dimensions {
		dims, dimNames = append(dims, d.ID), append(dimNames, full.Words[w.Language].Dimensions[d.ID].Name)
	}
	for _, sector := range lib.Sectors {
		sectors, sectorNames = append(sectors, sector.ID), append(sectorNames, lib.SectorWords[w.Language][sector.ID].Name)
	}
	for _, c := range countriesOf(s.desk.search(se)) {
		countries, countryNames = append(countries, c), append(countryNames, countryName(w, c))
	}
	for _, a := range []assessments.Actor{assessments.Firm, assessments.Cluster, assessments.Public} {
		actors, actorNames = append(actors, string(a)), append(actorNames, w.T("who."+string(a)))
	}
	s.boxes = []*box{
		s.box(kinds, kindNames, func(f search.Filter) string { return string(f.Kind) }, func(f *search.Filter, v string) { f.Kind = search.Kind(v) }),
		s.box(dims, dimNames, func(f search.Filter) string { return f.Dimension }, func(f *search.Filter, v string) { f.Dimension = v }),
		s.box(sectors, sectorNames, func(f search.Filter) string { return f.Sector }, func(f *search.Filter, v string) { f.Sector = v }),
		s.box(countries, countryNames, func(f search.Filter) string { return f.Country }, func(f *search.Filter, v string) { f.Country = v }),
		s.box(actors, actorNames, func(f search.Filter) string { return string(f.Who) }, func(f *search.Filter, v string) { f.Who = assessments.Actor(v) }),
	}
	var cells []fyne.CanvasObject
	for _, b := range s.boxes {
		cells = append(cells, widget.Framed(b.choice))
	}
	perLine := 5
	switch {
	case s.h.Class() == screen.Single && theme.Scale() > 1.2:
		perLine = 1
		if s.h.Size().Width >= 560*theme.Scale() { // else they would fill the window
			perLine = 2
		}
	case s.h.Class() != screen.Wide:
		perLine = 3
	}
	return widget.Column(10, widget.Tiles(perLine, 10, cells)...)
}

func (s *Screen) box(values, names []string, get func(search.Filter) string, put func(*search.Filter, string)) *box {
	b := &box{values: values, put: put, choice: widget.NewChoose(names)}
	b.show(get(s.desk.filter))
	b.choice.OnChanged = func(string) {
		if i := b.choice.SelectedIndex(); i >= 0 {
			b.put(&s.desk.filter, b.values[i])
			s.desk.at = ""
			s.fill()
		}
	}
	return b
}
