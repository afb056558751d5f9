// Package questions lists all questions with their answers, filtered by what is still to do.
package questions

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/theme"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/figure"
	"nivel/assessments/texts"
)

// Screen is the list; filter is one of filters.
type Screen struct {
	screen.Answers
	h      screen.Host
	w      *texts.Words
	filter string
	page   *widget.Page
	heads  *fyne.Container // the filters with their counts
	marks  []*mark         // of what is to be confirmed, in reading order
}

// filters and the answers they let through.
var filters = []struct {
	id   string
	fits func(assessments.Answer) bool
}{
	{"all", func(assessments.Answer) bool { return true }},
	{"open", func(a assessments.Answer) bool {
		return a.Value.Standing == assessments.Unanswered || a.Value.Standing == assessments.DontKnow
	}},
	{"unanswered", func(a assessments.Answer) bool { return a.Value.Standing == assessments.Unanswered }},
	{"unknown", func(a assessments.Answer) bool { return a.Value.Standing == assessments.DontKnow }},
	{"flag", func(a assessments.Answer) bool { return a.Flag }},
	{"note", func(a assessments.Answer) bool { return a.Note != "" }},
	{clash, nil},
	{screen.CarriedFilter, nil},
}

// clash is the filter of answers that do not go together.
const clash = "clash"

// clashing are the questions of the contradictions that the answers hold.
func (s *Screen) clashing() map[string]bool {
	out := map[string]bool{}
	for _, c := range s.h.Session().Contradictions() {
		out[c.Both[0].Question], out[c.Both[1].Question] = true, true
	}
	return out
}

// New builds the list.
func New(h screen.Host, filter string) *Screen {
	if filter == "" {
		filter = "all"
	}
	return &Screen{Answers: screen.AnswersOf(h), h: h, w: h.Session().Words, filter: filter}
}

// Primary implements screen.Primary.
func (s *Screen) Primary() { s.h.Go(screen.Route{Page: screen.Interview}) }

// Content implements screen.Screen.
func (s *Screen) Content() fyne.CanvasObject {
	se, c := s.h.Session(), s.h.Class()
	m := &se.Pack.Model
	next := widget.NewButton(widget.Next, "", s.w.T("home.continue", "n", m.Number(screen.Resume(se))), "right", s.Primary)
	if m.Number(screen.Resume(se)) == 0 {
		next.SetText(s.w.T("questions.index"))
	}
	column := []fyne.CanvasObject{screen.Head(c, s.w.T("questions.title"), s.w.T("questions.lead"), next)}
	if line := screen.UndoLine(s.h, "", s.Undo, s.Redo); line != nil {
		column = append(column, line)
	}
	if several := s.several(); several != nil {
		column = append(column, several)
	}
	s.heads = widget.Column(0, s.chips())
	column = append(column, s.heads)
	if len(s.h.Session().Unconfirmed()) > 0 {
		column = append(column, s.carriedLine())
	}
	shown := 0
	for _, d := range m.Dimensions {
		var rows []fyne.CanvasObject
		for _, q := range m.Of(d.ID) {
			if !q.Asked() {
				continue
			}
			if s.fits(s.filter, q.ID) {
				rows = append(rows, s.row(q))
				shown++
			}
		}
		if len(rows) > 0 {
			name := se.Pack.Words[s.w.Language].Dimensions[d.ID].Name
			column = append(column, screen.CardHead(d.Icon, name), widget.Column(6, rows...))
		}
	}
	if shown == 0 {
		all := widget.NewButton(widget.Secondary, "filter", s.w.T("questions.showall"), "", func() { s.h.Go(screen.Route{Page: screen.Questions}) })
		column = append(column, widget.Card(20, widget.Column(10, widget.NewText(widget.Body, figure.Ink, s.w.T("questions.none", "filter", s.w.T("questions.filter."+s.filter))), widget.Wrap(0, 0, all))))
	}
	s.page = screen.Body(c, column...)
	return s.page
}

func (s *Screen) fits(filter, question string) bool {
	switch filter {
	case clash:
		return s.clashing()[question]
	case screen.CarriedFilter:
		return slices.Contains(s.h.Session().Unconfirmed(), question)
	}
	for _, f := range filters {
		if f.id == filter {
			return f.fits(s.h.Session().Own()[question])
		}
	}
	return true
}

func (s *Screen) chips() fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, f := range filters {
		n := 0
		for _, q := range s.h.Session().Pack.Model.Asked() {
			if s.fits(f.id, q.ID) {
				n++
			}
		}
		if f.id == screen.CarriedFilter && n == 0 && f.id != s.filter {
			continue // only a round that was begun from answers has any
		}
		kind, icon := widget.Secondary, ""
		if f.id == s.filter {
			kind, icon = widget.Chosen, "check"
		}
		b := widget.NewButton(kind, icon, s.w.T("questions.filter."+f.id)+" ("+strconv.Itoa(n)+")", "", func() { s.h.Go(screen.Route{Page: screen.Questions, ID: f.id}) })
		b.Height = 36
		out = append(out, b)
	}
	return widget.Wrap(8, 8, out...)
}

func (s *Screen) row(q *assessments.Question) fyne.CanvasObject {
	se := s.h.Session()
	a := se.Own()[q.ID]
	words := se.Pack.Words[s.w.Language].Questions[q.ID]
	token := figure.Ink2
	if a.Value.Standing == assessments.Unanswered || a.Value.Standing == assessments.DontKnow {
		token = figure.Warn
	}
	text := widget.Column(1, widget.NewText(widget.TightBold, figure.Ink, words.Text), widget.NewText(widget.Tight, token, s.w.Answer(q, words, a.Value)))
	var marks []fyne.CanvasObject
	if a.Note != "" {
		marks = append(marks, widget.Icon("note", figure.Ink2, 18))
	}
	if a.Flag {
		marks = append(marks, widget.Icon("flag", figure.Ink2, 18))
	}
	open := widget.NewButton(widget.Quiet, "", s.w.T("questions.open"), "chevron-right", func() { s.h.Go(screen.Route{Page: screen.Interview, ID: q.ID}) })
	if mark := s.mark(q.ID); mark != nil {
		text.Add(mark)
	}
	number := widget.NewText(widget.Tight, figure.Ink2, strconv.Itoa(se.Pack.Model.Number(q.ID)))
	return widget.Over(widget.Box(figure.Surface, figure.Hair, 1, 10), widget.Pad(8, 12, 8, 14,
		widget.Centred(10, []float32{theme.Dp(22), -1, 0, 0}, number, text, widget.Centred(6, nil, marks...), open)))
}
