// Package differences lays side by side what several people answered differently, largest
// difference first, and records on which answer they agreed.
package differences

import (
	"strings"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/figure"
	"nivel/assessments/texts"
	"nivel/assessments/views"
)

// Screen is the page.
type Screen struct {
	h     screen.Host
	w     *texts.Words
	page  *widget.Page
	by    *widget.Entry
	wrong *widget.Text
	state *fyne.Container // how many are still open
	cards []*card
}

// bySetting keeps who agreed last.
const bySetting = "agreed-by"

// New builds the page.
func New(h screen.Host) *Screen { return &Screen{h: h, w: h.Session().Words} }

// Start implements screen.Starter.
func (s *Screen) Start() fyne.Focusable {
	if len(s.cards) > 0 {
		return s.cards[0].first
	}
	return nil
}

// Undo implements screen.Undoer: it takes back the last agreement.
func (s *Screen) Undo() {
	if s.h.Session().Undo(assessments.Agreed) {
		s.h.Reload()
	}
}

// Redo implements screen.Undoer.
func (s *Screen) Redo() {
	if s.h.Session().Redo(assessments.Agreed) {
		s.h.Reload()
	}
}

// Content implements screen.Screen.
func (s *Screen) Content() fyne.CanvasObject {
	se, c := s.h.Session(), s.h.Class()
	column := []fyne.CanvasObject{screen.Head(c, s.w.T("differences.title"), s.w.T("differences.lead"))}
	if line := screen.UndoLine(s.h, "", s.Undo, s.Redo); line != nil {
		column = append(column, line)
	}
	all := se.Differences()
	switch {
	case len(se.Voices()) < 2:
		column = append(column, s.nothing("alone", screen.RespondentButton(s.h)))
	case len(all) == 0:
		column = append(column, s.nothing("none"))
	default:
		s.state = widget.Column(0)
		column = append(column, s.state, s.who())
		for i := range all {
			s.cards = append(s.cards, s.card(all[i]))
			column = append(column, s.cards[i].Container)
		}
		s.showState(all)
	}
	s.page = screen.Body(c, column...)
	return s.page
}

func (s *Screen) nothing(key string, buttons ...fyne.CanvasObject) fyne.CanvasObject {
	rows := []fyne.CanvasObject{screen.CardHead("compare", s.w.T("differences."+key)), widget.NewText(widget.Body, figure.Ink2, s.w.T("differences."+key+".text"))}
	if len(buttons) > 0 {
		rows = append(rows, widget.Wrap(8, 8, buttons...))
	}
	return widget.Card(20, widget.Column(10, rows...))
}

// showState says how many questions are open, and what that does to the result.
func (s *Screen) showState(all []views.Difference) {
	open := 0
	for i := range all {
		if all[i].Open() {
			open++
		}
	}
	banner := widget.Banner(widget.ToneBlue, "check", s.w.T("differences.settled"), s.w.T("differences.settled.text"))
	if open > 0 {
		banner = widget.Banner(widget.ToneWarn, "alert", s.w.N("differences.open", open), s.w.T("differences.open.text"))
	}
	s.state.Objects = []fyne.CanvasObject{banner}
}

// who is the line that says who agrees: of one meeting, for all answers.
func (s *Screen) who() fyne.CanvasObject {
	text := s.h.Session().Setting(bySetting)
	if text == "" {
		text = s.everybody()
	}
	s.wrong = widget.NewText(widget.Small, figure.Err, "")
	s.by = widget.NewEntry(1, text, func(v string) {
		s.h.Session().PutSetting(bySetting, strings.TrimSpace(v))
		s.check()
	})
	return widget.Card(16, widget.Column(4, widget.NewText(widget.TightBold, figure.Ink, s.w.T("differences.who")), s.by, s.wrong))
}

// everybody names those who have answered.
func (s *Screen) everybody() string {
	var names []string
	for _, who := range s.h.Session().Voices() {
		names = append(names, screen.RespondentName(s.w, who))
	}
	last := len(names) - 1
	if last < 1 {
		return strings.Join(names, "")
	}
	return s.w.T("differences.who.and", "a", strings.Join(names[:last], ", "), "b", names[last])
}

// check says what is wrong with the name of who agrees.
func (s *Screen) check() bool {
	by := strings.TrimSpace(s.by.Text)
	message := ""
	if by == "" {
		message = s.w.T("differences.who.none")
	} else if err := assessments.CheckBy(by); err != nil {
		message = s.w.Fault(err)
	}
	if s.wrong.Text() != message {
		s.wrong.SetText(message)
		s.page.Relayout()
	}
	return message == ""
}

// named says whether it is said who agrees, else it goes to where that is typed.
func (s *Screen) named() bool {
	if s.check() {
		return true
	}
	widget.Focus(s.by)
	s.page.Reveal(s.by, 0, s.by.Size().Height)
	return false
}

// agree records an answer, and shows how things stand now.
func (s *Screen) agree(c *card, v assessments.Value) {
	if !s.named() {
		return
	}
	se := s.h.Session()
	if err := se.Agree(c.difference.Question, assessments.Answer{Value: v}, strings.TrimSpace(s.by.Text)); err != nil {
		s.wrong.SetText(s.w.Fault(err))
		s.page.Relayout()
		return
	}
	all := se.Differences()
	for _, d := range all {
		if d.Question == c.difference.Question {
			c.difference = d
		}
	}
	s.show(c)
	s.showState(all)
	s.page.Relayout()
	widget.Focus(c.first)
}
