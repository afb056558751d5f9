package companies

import (
	"slices"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/cohort"
	"nivel/assessments/figure"
)

// tags shows over the side which marks the picked firms have, and gives or takes them.
func (s *Screen) tags() {
	w := s.w
	chosen := s.desk.chosen()
	wrong := widget.NewText(widget.Small, figure.Err, "")
	entry := widget.NewEntry(1, "", nil)
	var panel *screen.Panel
	add := func() {
		tags, err := assessments.Tags(entry.Text)
		if err == nil && len(tags) == 0 {
			return
		}
		for _, tag := range tags {
			if err == nil {
				err = s.tag(tag, true)
			}
		}
		if err != nil {
			wrong.SetText(w.Fault(err))
			return
		}
		panel.Close()
		s.load()
	}
	entry.OnSubmitted = func(string) { add() }
	rows := []fyne.CanvasObject{widget.NewText(widget.Body, figure.Ink2, w.N("firms.tags.text", len(chosen)))}
	for _, tag := range cohort.ChoicesOf(s.desk.firms).Tags {
		rows = append(rows, s.tagRow(tag, chosen, func(on bool) {
			if err := s.tag(tag, on); err != nil {
				wrong.SetText(w.Fault(err))
				return
			}
			panel.Close()
			s.load()
		}))
	}
	rows = append(rows, widget.Column(4, widget.NewText(widget.TightBold, figure.Ink, w.T("firms.tags.new")), entry, wrong),
		widget.Wrap(0, 0, widget.NewButton(widget.Secondary, "plus", w.T("firms.tags.add"), "", add)))
	panel = screen.Side(s.h, w.T("firms.tags"), rows...)
}

// tagRow is a mark with how many of the picked firms have it, and what can be done.
func (s *Screen) tagRow(tag string, chosen []*cohort.Firm, set func(on bool)) fyne.CanvasObject {
	w, n := s.w, 0
	for _, f := range chosen {
		if slices.Contains(f.Company.Tags, tag) {
			n++
		}
	}
	var buttons []fyne.CanvasObject
	if n < len(chosen) {
		buttons = append(buttons, widget.NewButton(widget.Quiet, "plus", w.T("firms.tags.give"), "", func() { set(true) }))
	}
	if n > 0 {
		buttons = append(buttons, widget.NewButton(widget.Quiet, "minus", w.T("firms.tags.take"), "", func() { set(false) }))
	}
	return widget.Column(2, widget.NewText(widget.Strong, figure.Ink, widget.Plain(tag)),
		widget.Wrap(10, 0, append([]fyne.CanvasObject{widget.NewText(widget.Small, figure.Ink2, w.T("firms.tags.of", "n", n, "total", len(chosen)))}, buttons...)...))
}

// tag gives the picked firms a mark or takes it.
func (s *Screen) tag(tag string, on bool) error {
	var ids []string
	for _, f := range s.desk.chosen() {
		ids = append(ids, f.Company.ID)
	}
	return s.h.Session().Tag(ids, tag, on)
}
