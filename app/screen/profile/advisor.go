package profile

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/figure"
)

// advisor is what only an advisor keeps of a firm: marks and what the firm has allowed. Nothing
// where the advisor's side is switched off; a sample allows nothing.
func (s *Screen) advisor() []fyne.CanvasObject {
	if !s.h.Session().Advising() {
		return nil
	}
	w := s.w
	wrong := widget.NewText(widget.Small, figure.Err, "")
	tags := widget.NewEntry(1, strings.Join(s.company.Tags, ", "), func(text string) {
		all, err := assessments.Tags(text)
		if err != nil {
			s.say(wrong, w.Fault(err))
			return
		}
		s.say(wrong, "")
		s.company.Tags = all
		s.h.Session().PutCompany(s.company)
	})
	tags.SetPlaceHolder(w.T("firms.profile.tags.hint"))
	rows := []fyne.CanvasObject{screen.CardHead("flag", w.T("firms.profile")), s.field("firms.profile.tags", tags, wrong)}
	if !s.company.Sample {
		for _, kind := range []assessments.ConsentKind{assessments.ConsentWall, assessments.ConsentRegion} {
			box := widget.Column(8)
			s.consent(kind, box)
			rows = append(rows, widget.Divider(), box)
		}
	}
	return []fyne.CanvasObject{widget.Card(22, widget.Column(14, rows...))}
}

// consent says whether the firm allows that, who said so and when, and lets it be changed.
func (s *Screen) consent(kind assessments.ConsentKind, box *fyne.Container) {
	w, se := s.w, s.h.Session()
	titles := map[assessments.ConsentKind][2]string{assessments.ConsentWall: {"firms.wall", "firms.wall.text"}, assessments.ConsentRegion: {"firms.permit", "firms.permit.text"}}
	rows := []fyne.CanvasObject{widget.NewText(widget.TightBold, figure.Ink, w.T(titles[kind][0])), widget.NewText(widget.Tight, figure.Ink2, w.T(titles[kind][1]))}
	all, err := se.Consents()
	if err != nil {
		box.Objects = append(rows, screen.Fault(w, err))
		return
	}
	now, said := all[kind]
	key, icon := "firms.wall.never", "circle"
	switch {
	case said && now.Given:
		key, icon = "firms.wall.yes", "check-circle"
	case said:
		key, icon = "firms.wall.no", "close"
	}
	line := w.T(key, "who", widget.Plain(now.By), "date", w.DateOf(now.At.In(time.Local).Format(time.DateOnly)))
	rows = append(rows, widget.Label(icon, figure.Ink, 18, 8, widget.NewText(widget.Body, figure.Ink, line)))
	wrong := widget.NewText(widget.Small, figure.Err, "")
	by := widget.NewEntry(1, "", nil)
	keep := func(given bool) {
		who := strings.TrimSpace(by.Text)
		if who == "" {
			s.say(wrong, w.T("firms.wall.who.missing"))
			widget.Focus(by)
			return
		}
		if err := se.Consent(kind, given, who); err != nil {
			s.say(wrong, w.Fault(err))
			return
		}
		s.consent(kind, box)
		s.page.Relayout()
	}
	button := widget.NewButton(widget.Secondary, "check", w.T("firms.wall.give"), "", func() { keep(true) })
	if said && now.Given {
		button = widget.NewButton(widget.Secondary, "undo", w.T("firms.wall.take"), "", func() { keep(false) })
	}
	box.Objects = append(rows, s.field("firms.wall.who", by, wrong), widget.Wrap(0, 0, button))
}
