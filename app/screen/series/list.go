package series

import (
	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments/figure"
	"nivel/assessments/series"
)

// list is all series.
type list struct {
	base
	main *widget.Button
}

func newList(b base) *list {
	s := &list{base: b}
	s.main = widget.NewButton(widget.Next, "plus", s.t("new"), "", func() { s.to(newPage) })
	return s
}

// Start implements screen.Starter.
func (s *list) Start() fyne.Focusable { return s.main }

// Primary implements screen.Primary.
func (s *list) Primary() { s.main.OnTapped() }

// Key implements screen.Keyed.
func (s *list) Key(e *fyne.KeyEvent) bool {
	if e.Name == fyne.KeyEscape {
		s.h.Go(screen.Route{Page: screen.Companies})
		return true
	}
	return false
}

// Content implements screen.Screen.
func (s *list) Content() fyne.CanvasObject {
	c := s.h.Class()
	column := []fyne.CanvasObject{screen.Head(c, s.w.T("page.series"), s.t("lead"), s.main)}
	all, unread, err := s.h.Session().AllSeries()
	if err != nil {
		return s.body(append(column, screen.Fault(s.w, err))...)
	}
	if unread != nil {
		column = append(column, widget.Banner(widget.ToneErr, "alert", s.t("unread"), s.w.Fault(unread)))
	}
	for i := len(all) - 1; i >= 0; i-- { // the one planned last in front
		column = append(column, s.card(all[i]))
	}
	if len(all) == 0 {
		column = append(column, widget.Card(22, widget.Column(12, screen.CardHead("people", s.t("none")), widget.NewText(widget.Body, figure.Ink, s.t("none.text")),
			widget.NewText(widget.Small, figure.Ink2, s.t("doc.own")))))
	}
	return s.body(column...)
}

// card is a series in short.
func (s *list) card(one *series.Series) fyne.CanvasObject {
	open := widget.NewButton(widget.Secondary, "", s.t("open"), "chevron-right", func() { s.to(one.ID) })
	chips := []fyne.CanvasObject{s.state(one)}
	if one.Sample {
		chips = append(chips, widget.Chip(widget.ToneWarn, "info", s.w.T("sample.chip")))
	}
	text := s.w.N("series.count", len(one.Firms)) + " · " + s.t("between", "from", s.w.ShortDate(one.Meetings[0].Day), "until", s.w.ShortDate(one.Meetings[series.Meetings-1].Day))
	words := widget.Column(4, widget.NewText(widget.H3, figure.Ink, widget.Plain(one.Name)), widget.NewText(widget.Tight, figure.Ink2, text), widget.Wrap(8, 6, chips...))
	if s.h.Class() == screen.Single {
		return widget.Card(18, widget.Column(10, words, widget.Wrap(0, 0, open)))
	}
	return widget.Card(18, widget.Centred(14, []float32{-1, 0}, words, open))
}

// state is how far a series is.
func (s *list) state(one *series.Series) fyne.CanvasObject {
	today := s.h.Session().Today()
	switch next := one.Next(today); {
	case one.Closed():
		return widget.Chip(widget.ToneNeutral, "check-circle", s.t("closed", "date", s.w.ShortDate(one.ClosedOn)))
	case next == 0:
		return widget.Chip(widget.TonePencil, "step", s.t("toclose"))
	default:
		return widget.Chip(widget.ToneBlue, "calendar", s.t("next", "n", next, "date", s.w.ShortDate(one.Meetings[next-1].Day)))
	}
}
