// Package readings shows the firm's answers through other frameworks: as a hint, never as an
// official result, with what is covered and where the framework is described.
package readings

import (
	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/session"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/figure"
	"nivel/assessments/scoring"
	"nivel/assessments/texts"
)

// Screen is the page; reading is nil where no framework fits the questionnaire.
type Screen struct {
	h       screen.Host
	se      *session.Session
	w       *texts.Words
	all     []assessments.Reading
	reading *assessments.Reading
	words   assessments.ReadingWords
	page    *widget.Page
}

// New builds the page for the framework with that id, or the first.
func New(h screen.Host, id string) *Screen {
	se := h.Session()
	s := &Screen{h: h, se: se, w: se.Words, all: se.Readings()}
	for i := range s.all {
		if s.reading == nil || s.all[i].ID == id {
			s.reading = &s.all[i]
		}
	}
	if s.reading != nil {
		s.words = se.Complete().ReadingWords[s.w.Language][s.reading.ID]
	}
	return s
}

// Content implements screen.Screen.
func (s *Screen) Content() fyne.CanvasObject {
	c, w := s.h.Class(), s.w
	back := widget.Wrap(0, 0, widget.NewButton(widget.Quiet, "left", w.T("readings.back"), "", s.h.Back))
	if s.reading == nil {
		return screen.Body(c, back, screen.Head(c, w.T("readings.title"), w.T("readings.none")))
	}
	column := []fyne.CanvasObject{back, screen.Head(c, w.T("readings.title"), w.T("readings.lead")), s.choice(),
		widget.Banner(widget.ToneWarn, "info", w.T("readings.indicative"), w.T("readings.indicative.text")), s.about()}
	result := scoring.Read(s.reading, &s.se.Pack.Model, s.se.Answers)
	var shown, hidden []fyne.CanvasObject
	for i := range result.Dimensions {
		row := s.dimension(&s.reading.Dimensions[i], &result.Dimensions[i])
		if result.Dimensions[i].Shown() {
			shown = append(shown, widget.Divider(), row)
		} else {
			hidden = append(hidden, widget.Divider(), row)
		}
	}
	if len(shown) == 0 {
		shown = []fyne.CanvasObject{widget.NewText(widget.Body, figure.Ink, w.T("readings.nothing"))}
	}
	column = append(column, widget.Card(20, widget.Column(12, append(s.titled(s.words.Name, w.T("readings.scale")), shown...)...)))
	if len(hidden) > 0 {
		column = append(column, widget.Card(20, widget.Column(12, append(s.titled(w.T("readings.hidden"), w.T("readings.hidden.text")), hidden...)...)))
	}
	s.page = screen.Body(c, append(column, s.sources())...)
	return s.page
}

func (s *Screen) titled(title, text string) []fyne.CanvasObject {
	return []fyne.CanvasObject{widget.Column(2, widget.NewText(widget.H3, figure.Ink, title), widget.NewText(widget.Small, figure.Ink2, text))}
}

// choice is one button for each framework.
func (s *Screen) choice() fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, x := range s.all {
		kind, icon := widget.Secondary, ""
		if x.ID == s.reading.ID {
			kind, icon = widget.Chosen, "check"
		}
		b := widget.NewButton(kind, icon, s.se.Complete().ReadingWords[s.w.Language][x.ID].Name, "", func() { s.h.Go(screen.Route{Page: screen.Readings, ID: x.ID}) })
		b.Height = 36
		out = append(out, b)
	}
	return widget.Wrap(8, 8, out...)
}

func (s *Screen) about() fyne.CanvasObject {
	return widget.NewText(widget.Body, figure.Ink, s.words.About)
}
