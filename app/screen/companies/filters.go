package companies

import (
	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/theme"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/cohort"
)

// choice is a filter: a list to choose from whose first line lets everything through.
type choice struct {
	puts   []func(f *cohort.Filter)
	clear  func(f *cohort.Filter)
	choose *widget.Choose
}

// choiceOf makes a filter of what occurs; nil where there is nothing to choose between.
func choiceOf[T comparable](s *Screen, all string, values []T, name func(T) string, field func(f *cohort.Filter) *[]T) *choice {
	if len(values) < 2 && len(*field(&s.desk.filter)) == 0 {
		return nil
	}
	c := &choice{clear: func(f *cohort.Filter) { *field(f) = nil }}
	c.puts = append(c.puts, c.clear)
	names := []string{s.w.T(all)}
	at := 0
	for i, v := range values {
		names = append(names, widget.Plain(name(v)))
		c.puts = append(c.puts, func(f *cohort.Filter) { *field(f) = []T{v} })
		if now := *field(&s.desk.filter); len(now) > 0 && now[0] == v {
			at = i + 1
		}
	}
	if at == 0 {
		*field(&s.desk.filter) = nil // what was chosen is not there any more
	}
	c.choose = widget.NewChoose(names)
	c.choose.Mark(at)
	c.choose.OnChanged = func(string) {
		if i := c.choose.SelectedIndex(); i >= 0 {
			c.puts[i](&s.desk.filter)
			s.find()
		}
	}
	return c
}

// filters are the lists to choose from, as many on a line as there is room for.
func (s *Screen) filters() []fyne.CanvasObject {
	have := cohort.ChoicesOf(s.desk.firms)
	s.choices = nil
	for _, c := range []*choice{
		choiceOf(s, "firms.all.sectors", have.Divisions, s.say.division, func(f *cohort.Filter) *[]string { return &f.Divisions }),
		choiceOf(s, "firms.all.sizes", have.Sizes, s.say.size, func(f *cohort.Filter) *[]assessments.SizeClass { return &f.Sizes }),
		choiceOf(s, "firms.all.states", have.States, func(x cohort.State) string { return s.w.T("firms.state." + string(x)) }, func(f *cohort.Filter) *[]cohort.State { return &f.States }),
		choiceOf(s, "firms.all.years", have.Years, s.say.year, func(f *cohort.Filter) *[]int { return &f.Years }),
		choiceOf(s, "firms.all.tags", have.Tags, func(tag string) string { return tag }, func(f *cohort.Filter) *[]string { return &f.Tags }),
	} {
		if c != nil {
			s.choices = append(s.choices, c)
		}
	}
	var cells []fyne.CanvasObject
	for _, c := range s.choices {
		cells = append(cells, widget.Framed(c.choose))
	}
	if s.columns == nil && len(s.found) > 0 {
		cells = append(cells, widget.Framed(s.sorting()))
	}
	if len(cells) == 0 {
		return nil
	}
	perLine := 5
	switch {
	case s.h.Class() == screen.Single && theme.Scale() > 1.2:
		perLine = 2
	case s.h.Class() == screen.Single:
		perLine = 3
	}
	return widget.Tiles(min(perLine, max(len(cells), 2)), 10, cells)
}

// sorting is what the list is sorted by, where it has no columns.
func (s *Screen) sorting() *widget.Choose {
	var names []string
	at := 0
	for i, by := range cohort.Columns {
		names = append(names, s.w.T("firms.by."+string(by)))
		if by == s.desk.column {
			at = i
		}
	}
	c := widget.NewChoose(names)
	c.SetSelectedIndex(at)
	c.OnChanged = func(string) {
		if i := c.SelectedIndex(); i >= 0 && cohort.Columns[i] != s.desk.column {
			s.sort(cohort.Columns[i])
		}
	}
	return c
}
