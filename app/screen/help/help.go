// Package help explains the keys and the words, and who to ask for what.
package help

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/theme"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/content"
	"nivel/assessments/figure"
	"nivel/assessments/texts"
)

// Screen is the help page.
type Screen struct {
	h     screen.Host
	w     *texts.Words
	page  *widget.Page
	terms *fyne.Container
	input *widget.Entry
}

// New builds the page.
func New(h screen.Host) *Screen { return &Screen{h: h, w: h.Session().Words} }

// Key implements screen.Keyed.
func (s *Screen) Key(e *fyne.KeyEvent) bool {
	if e.Name == fyne.KeyEscape {
		s.h.Back()
		return true
	}
	return false
}

// Content implements screen.Screen.
func (s *Screen) Content() fyne.CanvasObject {
	w, c := s.w, s.h.Class()
	keys := []fyne.CanvasObject{screen.CardHead("keyboard", w.T("help.keys"))}
	for _, k := range []string{"answer", "rows", "turn", "tools", "sure", "carried", "undo", "enter", "help", "pages", "report", "size"} {
		keys = append(keys, widget.Row(14, []float32{theme.Dp(170), -1}, widget.NewText(widget.TightBold, figure.Ink, w.T("help.keys."+k+".key")), widget.NewText(widget.Tight, figure.Ink, w.T("help.keys."+k))))
	}
	s.terms = widget.Column(10)
	s.input = widget.NewEntry(1, "", func(string) { s.fill(); s.page.Relayout() })
	s.input.SetPlaceHolder(w.T("help.search"))
	s.fill()
	words := widget.Card(20, widget.Column(12, screen.CardHead("book", w.T("help.words")), s.input, s.terms))
	s.page = screen.Body(c, screen.Head(c, w.T("help.page"), w.T("help.lead")), widget.Card(20, widget.Column(8, keys...)), words)
	return s.page
}

// fill lists the terms that the search fits; accents and case do not matter.
func (s *Screen) fill() {
	lib := s.h.Session().Complete()
	needle := content.Fold(s.input.Text)
	s.terms.Objects = nil
	terms := slices.Clone(lib.Terms)
	slices.SortStableFunc(terms, func(a, b assessments.Term) int {
		return strings.Compare(content.Fold(lib.TermWords[s.w.Language][a.ID].Word), content.Fold(lib.TermWords[s.w.Language][b.ID].Word))
	})
	for _, t := range terms {
		x := lib.TermWords[s.w.Language][t.ID]
		if needle != "" && !strings.Contains(content.Fold(x.Word+" "+x.Plain+" "+x.Text), needle) {
			continue
		}
		name := x.Word
		if x.Plain != "" {
			name += " (" + x.Plain + ")"
		}
		text := x.Text
		if x.Example != "" {
			text += " " + x.Example
		}
		s.terms.Objects = append(s.terms.Objects, widget.Column(1, widget.NewText(widget.TightBold, figure.Ink, name), widget.NewText(widget.Tight, figure.Ink2, text)))
	}
	if len(s.terms.Objects) == 0 {
		s.terms.Objects = []fyne.CanvasObject{widget.NewText(widget.Body, figure.Ink2, s.w.T("help.none", "text", s.input.Text))}
	}
}
