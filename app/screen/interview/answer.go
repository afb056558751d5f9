package interview

import (
	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/figure"
	"nivel/assessments/scoring"
)

// answerWidget is the one that the question's kind wants, showing the answer given before.
func (s *Screen) answerWidget() widget.Answerer {
	if s.question == nil {
		return s.conditions()
	}
	return screen.AnswerInput(screen.InputParams{Words: s.h.Session().Words, Question: s.question, Texts: s.words, Value: s.current().Value,
		Compact: s.h.Class() != screen.Wide || s.h.Size().Height < 760, Narrow: s.h.Class() == screen.Single,
		Changed: func(v assessments.Value) { s.put(func(a *assessments.Answer) { a.Value = v }) }})
}

// conditions lists the index's yes/no conditions; those that follow from other answers say so.
func (s *Screen) conditions() widget.Answerer {
	se := s.h.Session()
	m, words := &se.Pack.Model, se.Pack.Words[se.Words.Language].Index
	var ids []string
	var rows []widget.Choice
	fixed := map[string]string{}
	value := assessments.Value{}
	for i := range m.Index.Conditions {
		c := &m.Index.Conditions[i]
		t := words.Conditions[c.ID]
		ids, rows = append(ids, c.ID), append(rows, widget.Choice{Title: t.Text, Text: t.How})
		if scoring.Follows(m, c, se.Own()) {
			fixed[c.ID] = se.Words.T("index.follows", "n", m.Number(c.From.Question))
			continue
		}
		value = value.WithRow(c.ID, se.Own()[m.Index.QuestionID(c.ID)].Value)
	}
	return widget.NewYesNo(ids, rows, fixed, screen.AnswerLabels(se.Words), s.h.Class() == screen.Single, value, func(id string, v assessments.Value) {
		key := m.Index.QuestionID(id)
		a := se.Own()[key]
		a.Value = v
		se.Answer(key, a)
		s.refresh()
	})
}

// tools are relevance, note, flag and how sure the answer is; where there is no rail, who answers too.
func (s *Screen) tools() fyne.CanvasObject {
	w := s.h.Session().Words
	a := s.current()
	ask := w.T("relevance.ask")
	if s.h.Class() != screen.Wide || !tabular(s.question) {
		ask = w.T("relevance.ask.short")
	}
	s.relevance = widget.NewSegmented([]string{w.T("relevance.none.cap"), w.T("relevance.some.cap"), w.T("relevance.high.cap")}, int(a.Relevance)-1, func(i int) {
		s.put(func(a *assessments.Answer) { a.Relevance = assessments.Relevance(i + 1) })
		s.page.Relayout() // the chosen word has a tick and is wider
	})
	s.noteTool = widget.NewButton(widget.Quiet, "note", "", "", s.openNote)
	s.flagTool = widget.NewButton(widget.Quiet, "flag", "", "", s.toggleFlag)
	s.sureTool = widget.NewButton(widget.Quiet, "", "", "", s.turnSure)
	s.showTools()
	s.note = widget.NewEntry(3, a.Note, func(text string) {
		s.put(func(a *assessments.Answer) { a.Note = limit(text) })
		s.showTools()
	})
	s.note.SetPlaceHolder(w.T("note.placeholder"))
	s.note.OnLeave = func() { widget.Focus(s.answer) }
	s.noteBox = widget.Column(0, s.note)
	s.noteOpen = a.Note != ""
	s.noteBox.Hidden = !s.noteOpen
	cap := func(k string, o fyne.CanvasObject) fyne.CanvasObject {
		return widget.Centred(4, nil, o, widget.KeyCap(20, k, false))
	}
	tools := widget.Wrap(12, 8, widget.Centred(12, nil, widget.NewText(widget.Body, figure.Ink, ask), cap("R", s.relevance)),
		cap("C", s.noteTool), cap("F", s.flagTool), cap("G", s.sureTool))
	if s.h.Class() == screen.Single {
		tools.Add(screen.RespondentButton(s.h))
	}
	return tools
}

// noteLimit bounds a note; what is longer is cut and said so by the counter.
const noteLimit = 5000

func limit(text string) string {
	if r := []rune(text); len(r) > noteLimit {
		return string(r[:noteLimit])
	}
	return text
}

func (s *Screen) showTools() {
	w := s.h.Session().Words
	note, flag := w.T("note.add"), w.T("flag.set")
	if s.current().Note != "" {
		note = w.T("note.has")
	}
	s.noteTool.SetText(note)
	s.flagTool.Kind = widget.Quiet
	if s.current().Flag {
		flag = w.T("flag.is")
		s.flagTool.Kind = widget.Chosen
		s.flagTool.Height = 32
	}
	s.flagTool.SetText(flag)
	s.sureTool.Icon = ""
	if s.current().Confidence != assessments.ConfidenceUnset {
		s.sureTool.Icon = "check"
	}
	s.sureTool.SetText(screen.ConfidenceName(w, s.current().Confidence))
}

func (s *Screen) openNote() {
	s.noteOpen = !s.noteOpen || s.current().Note != ""
	s.noteBox.Hidden = !s.noteOpen
	s.page.Relayout()
	if s.noteOpen {
		s.h.Window().Canvas().Focus(s.note)
		s.page.Scroll.ScrollToBottom()
		return
	}
	widget.Focus(s.answer)
}

func (s *Screen) toggleFlag() {
	s.put(func(a *assessments.Answer) { a.Flag = !a.Flag })
	s.showTools()
	s.page.Relayout()
}
