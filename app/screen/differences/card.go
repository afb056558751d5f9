package differences

import (
	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/theme"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/figure"
	"nivel/assessments/report"
	"nivel/assessments/views"
)

// card is one question with what each said about it.
type card struct {
	*fyne.Container
	difference views.Difference
	first      *widget.Button // of the card, for the keyboard
}

// card makes the card of a difference.
func (s *Screen) card(d views.Difference) *card {
	c := &card{Container: widget.Column(0), difference: d}
	s.show(c)
	return c
}

// show fills a card with how its question stands now.
func (s *Screen) show(c *card) {
	d := &c.difference
	q := screen.AskedAs(s.h.Session(), d.Question)
	open := widget.NewButton(widget.Quiet, "", s.w.T("questions.open"), "chevron-right", func() { s.h.Go(q.To) })
	title := widget.NewText(widget.H3, figure.Ink, q.Text)
	if q.Number != "" {
		title = widget.NewText(widget.H3, figure.Ink, q.Number+". "+q.Text)
	}
	head := fyne.CanvasObject(widget.Row(12, []float32{-1, 0, 0}, title, s.chip(d), open))
	if s.h.Class() == screen.Single {
		head = widget.Column(6, title, widget.Wrap(10, 6, s.chip(d), open))
	}
	rows := []fyne.CanvasObject{head}
	c.first = nil
	for i, said := range d.Said {
		again := false // somebody before him said the same
		for _, before := range d.Said[:i] {
			again = again || before.Answer.Value.Equal(said.Answer.Value)
		}
		rows = append(rows, widget.Divider(), s.said(c, q, said, !again))
	}
	if other := s.other(c, q); other != nil {
		rows = append(rows, widget.Divider(), other)
	}
	if a := d.Agreed; a != nil {
		key := "differences.agreed"
		if a.By == "" {
			key = "differences.agreed.nobody"
		}
		text := s.w.T(key, "answer", widget.Plain(q.Full(s.w, a.Answer.Value)), "who", widget.Plain(a.By), "date", s.w.Date(a.At))
		rows = append(rows, widget.Divider(), widget.Label("check", figure.Blue, 18, 8, widget.NewText(widget.Tight, figure.Ink, text)))
	}
	c.Objects = []fyne.CanvasObject{widget.Card(18, widget.Column(10, rows...))}
	c.Refresh()
}

func (s *Screen) chip(d *views.Difference) fyne.CanvasObject {
	switch {
	case !d.Open():
		return widget.Chip(widget.ToneBlue, "check", s.w.T("differences.state.agreed"))
	case d.Distance.Cmp(report.FarApart) >= 0:
		return widget.Chip(widget.ToneWarn, "alert", s.w.T("differences.state.far"))
	}
	return widget.Chip(widget.ToneOutline, "compare", s.w.T("differences.state.open"))
}

// said is the line of one respondent: his answer, how much it matters to him, how sure he is.
func (s *Screen) said(c *card, q screen.Asked, r assessments.Rating, takes bool) fyne.CanvasObject {
	name := widget.NewText(widget.TightBold, figure.Ink, screen.RespondentName(s.w, r.Respondent))
	about := s.w.T("differences.matters.unset")
	if r.Answer.Relevance != assessments.RelevanceUnset {
		about = s.w.T("differences.matters", "relevance", s.w.Relevance(r.Answer.Relevance))
	}
	if r.Answer.Confidence != assessments.ConfidenceUnset {
		about += " · " + screen.ConfidenceName(s.w, r.Answer.Confidence)
	}
	answer := []fyne.CanvasObject{widget.NewText(widget.Body, figure.Ink, widget.Plain(q.Full(s.w, r.Answer.Value))), widget.NewText(widget.Small, figure.Ink2, about)}
	if r.Answer.Note != "" {
		answer = append(answer, widget.Label("note", figure.Ink2, 16, 6, widget.NewText(widget.Small, figure.Ink2, widget.Plain(r.Answer.Note))))
	}
	words := widget.Column(2, answer...)
	if !takes {
		return widget.Row(14, []float32{theme.Dp(110), -1}, name, words)
	}
	kind, icon, label := widget.Secondary, "", s.w.T("differences.take")
	if a := c.difference.Agreed; a != nil && a.Answer.Value.Equal(r.Answer.Value) {
		kind, icon, label = widget.Chosen, "check", s.w.T("differences.taken")
	}
	take := widget.NewButton(kind, icon, label, "", func() { s.agree(c, r.Answer.Value) })
	take.Height = 36
	if c.first == nil {
		c.first = take
	}
	if s.h.Class() == screen.Single {
		return widget.Column(6, name, words, widget.Wrap(0, 0, take))
	}
	return widget.Row(14, []float32{theme.Dp(110), -1, 0}, name, words, widget.Column(0, take))
}
