package interview

import (
	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/theme"
	"nivel/app/widget"
	"nivel/assessments/figure"
)

// help is the panel beside the question: an example from the trade, how one would know, words.
func (s *Screen) help() fyne.CanvasObject {
	w := s.h.Session().Words
	s.cards = widget.Column(13, s.helpCards()...)
	page := widget.NewPage(widget.Pad(20, 22, 20, 22, widget.Column(13, widget.NewText(widget.H3, figure.Ink, w.T("help.title")), s.cards)))
	s.helpPage = page
	return widget.Over(widget.Box(figure.Side, "", 0, 0), page)
}

// Ready implements screen.Readied: examples and words come with the rest of the content.
func (s *Screen) Ready() {
	if s.cards != nil {
		s.cards.Objects = s.helpCards()
		s.helpPage.Relayout()
	}
}

func (s *Screen) helpCards() []fyne.CanvasObject {
	se := s.h.Session()
	w := se.Words
	card := func(icon, title string, rows ...fyne.CanvasObject) fyne.CanvasObject {
		return widget.Card(16, widget.Column(7, append([]fyne.CanvasObject{screen.CardHead(icon, title)}, rows...)...))
	}
	text := func(t string) fyne.CanvasObject { return widget.NewText(widget.Tight, figure.Ink, t) }
	if s.question == nil {
		return []fyne.CanvasObject{card("info", w.T("help.why"), text(se.Pack.Words[w.Language].Index.About))}
	}
	if se.Ready() {
		se.Complete()
	}
	known := se.Library.How(se.Sector(), s.id, w.Language, s.words)
	how := []fyne.CanvasObject{text(known.Text)}
	for _, sign := range known.Signs {
		how = append(how, widget.Row(9, []float32{theme.Dp(42), -1}, widget.Column(0, widget.LevelChip(sign.Levels)), text(sign.Text)))
	}
	var out []fyne.CanvasObject
	if known.Text != "" {
		out = append(out, card("search", w.T("help.how"), how...))
	}
	if example := se.Library.Example(se.Sector(), s.id, w.Language, s.words); example != "" {
		out = append(out, card("firm", w.T("help.example"), text(example)))
	}
	if s.words.Why != "" {
		out = append(out, card("info", w.T("help.why"), text(s.words.Why)))
	}
	if terms := s.terms(); len(terms) > 0 {
		out = append(out, card("book", w.T("help.words"), terms...))
	}
	return append(out, widget.NewText(widget.Small, figure.Ink2, w.T("help.doubt")))
}

func (s *Screen) terms() []fyne.CanvasObject {
	se := s.h.Session()
	if !se.Ready() {
		return nil
	}
	var out []fyne.CanvasObject
	for _, id := range s.question.Words {
		t, ok := se.Complete().TermWords[se.Words.Language][id]
		if !ok {
			continue
		}
		name := t.Word
		if t.Plain != "" {
			name += " (" + t.Plain + ")"
		}
		out = append(out, widget.NewText(widget.Tight, figure.Ink, "**"+name+":** "+t.Text))
	}
	return out
}

// showHelp opens the same help over the right side: where there is no room for the panel, and for
// who has no mouse to scroll it.
func (s *Screen) showHelp() {
	screen.Side(s.h, s.h.Session().Words.T("help.title"), s.helpCards()...)
}
