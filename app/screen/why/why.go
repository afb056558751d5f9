// Package why takes a score apart: the areas or answers that make it, each with its part of it, what
// an answer would move, and what raises it most for the least work.
package why

import (
	"math/big"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/session"
	"nivel/app/theme"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/figure"
	"nivel/assessments/scoring"
	"nivel/assessments/texts"
)

// Screen is the page, of the whole firm or of one area.
type Screen struct {
	h      screen.Host
	se     *session.Session
	w      *texts.Words
	words  assessments.ModelWords
	model  *assessments.Model
	result *scoring.Result
	area   *scoring.Dimension // nil: the whole firm
	id     string
	page   *widget.Page
	body   *fyne.Container        // of the page, made anew where a target changes
	aims   map[string]*screen.Aim // by question
}

// New builds the page for the area with that id, or for the whole firm.
func New(h screen.Host, id string) *Screen {
	se := h.Session()
	return &Screen{h: h, se: se, w: se.Words, words: se.Pack.Words[se.Words.Language], model: &se.Pack.Model, id: id}
}

// Content implements screen.Screen.
func (s *Screen) Content() fyne.CanvasObject {
	s.body = widget.Column(16, s.rows()...)
	s.page = screen.Body(s.h.Class(), s.body)
	return s.page
}

// changed shows what another target of a question changes, with page and keyboard where they were.
func (s *Screen) changed(question string) {
	s.body.Objects = s.rows()
	s.body.Refresh()
	s.page.Relayout()
	if aim := s.aims[question]; aim != nil {
		s.h.Window().Canvas().Focus(aim)
	}
}

// rows are what stands on the page, from top to bottom.
func (s *Screen) rows() []fyne.CanvasObject {
	s.result, s.aims = s.se.Result(), map[string]*screen.Aim{}
	s.area = s.result.Dimension(s.id)
	w, c := s.w, s.h.Class()
	back := widget.Wrap(0, 0, widget.NewButton(widget.Quiet, "left", w.T("why.back"), "", s.h.Back))
	f, title := s.result.Overall, w.T("why.title")
	if s.area != nil {
		f, title = s.area.Figure, w.T("why.title.area", "area", s.words.Dimensions[s.area.ID].Name)
	}
	column := []fyne.CanvasObject{back, screen.Head(c, title, w.Honest(s.words, f)+" "+w.T("figure.answered", "coverage", w.Coverage(f.Counts)))}
	if s.se.Variant() {
		column = append(column, widget.Banner(widget.ToneWarn, "info", w.T("weights.variant"), w.T("weights.variant.text")))
	}
	switch {
	case s.area != nil && s.area.Shown():
		column = append(column, s.answers())
	case s.area == nil && (f.Shown() || s.model.Overall == assessments.NoOverall):
		column = append(column, s.areas())
	}
	if offers := s.offers(); offers != nil {
		column = append(column, offers)
	}
	return column
}

// sum is the row below the parts: what they add up to, and how that is printed.
func (s *Screen) sum(total int64, f scoring.Figure) fyne.CanvasObject {
	name := widget.NewText(widget.Strong, figure.Ink, s.w.T("why.sum", "value", s.w.Score(f.Value)))
	return widget.Centred(12, []float32{-1, theme.Dp(70)}, name, s.points(widget.Strong, total))
}

func (s *Screen) points(style widget.Style, hundredths int64) fyne.CanvasObject {
	t := widget.NewText(style, figure.Ink, s.w.Hundredths(int(hundredths)))
	t.Align = fyne.TextAlignTrailing
	return t
}

// areas are the parts of the overall score, each with a way down to its answers.
func (s *Screen) areas() fyne.CanvasObject {
	w := s.w
	whole := s.model.Overall != assessments.NoOverall
	lead := w.T("why.areas.text")
	if !whole {
		lead = w.T("results.nooverall")
	}
	rows := []fyne.CanvasObject{widget.NewText(widget.H3, figure.Ink, w.T("why.areas")), widget.NewText(widget.Small, figure.Ink2, lead)}
	parts, total := Overall(s.result)
	for i := range s.result.Dimensions {
		d := &s.result.Dimensions[i]
		label := screen.Area(&s.model.Dimensions[i], widget.Strong, s.words.Dimensions[d.ID].Name)
		note := widget.NewText(widget.Small, figure.Ink2, screen.Standing(w, s.se.Pack, d.Figure)+" · "+w.T("why.value", "value", screen.Number(w, d.Figure)))
		if weight := s.model.Dimensions[i].Weight; weight != nil && s.se.Variant() {
			note.SetText(note.Text() + " · " + w.T("why.weight", "weight", s.plain(weight)))
		}
		text := fyne.CanvasObject(widget.Column(1, label, note))
		if d.Shown() {
			open := widget.NewButton(widget.Quiet, "", w.T("why.open"), "chevron-right", func() { s.h.Go(screen.Route{Page: screen.Why, ID: d.ID}) })
			text = widget.Column(1, label, note, widget.Wrap(0, 0, open))
		}
		row := text
		if whole {
			row = widget.Centred(12, []float32{-1, theme.Dp(70)}, text, s.points(widget.Strong, parts[i]))
		}
		rows = append(rows, widget.Divider(), row)
	}
	if whole {
		rows = append(rows, widget.Divider(), s.sum(total, s.result.Overall))
	}
	return widget.Card(20, widget.Column(9, rows...))
}

func (s *Screen) plain(r *big.Rat) string { return s.w.Short(r) }

// answers are the parts of an area's score, the largest share the firm gives away first in what it
// says each would move.
func (s *Screen) answers() fyne.CanvasObject {
	w := s.w
	rows := []fyne.CanvasObject{widget.NewText(widget.H3, figure.Ink, w.T("why.answers")), widget.NewText(widget.Small, figure.Ink2, w.T("why.answers.text")+" "+w.T("target.keys"))}
	parts, total := Area(s.model, s.se.Answers, s.area.ID)
	for i := range s.area.Questions {
		rows = append(rows, widget.Divider(), s.answer(&s.area.Questions[i], parts[i]))
	}
	rows = append(rows, widget.Divider(), s.sum(total, s.area.Figure))
	return widget.Card(20, widget.Column(9, rows...))
}

// answer is one answer with its part of the score and what it moves.
func (s *Screen) answer(r *scoring.Question, part int64) fyne.CanvasObject {
	w, q := s.w, s.model.Question(r.ID)
	words := s.words.Questions[r.ID]
	said := w.Answer(q, words, s.se.Answers[q.Source()].Value)
	if r.Worth != nil {
		said += " · " + w.T("why.worth", "value", w.Score(new(big.Rat).Mul(r.Worth, big.NewRat(assessments.Top, 1))))
	} else {
		said += " · " + w.T("why.outside")
	}
	lines := []fyne.CanvasObject{widget.NewText(widget.TightBold, figure.Ink, words.Text), widget.NewText(widget.Tight, figure.Ink2, said)}
	if moves := s.moves(q); moves != "" {
		lines = append(lines, widget.Label("up", figure.Ink2, 16, 6, widget.NewText(widget.Small, figure.Ink2, moves)))
	}
	if q.Asked() {
		to := widget.NewButton(widget.Quiet, "", w.T("why.question", "n", s.model.Number(q.ID)), "chevron-right", func() { s.h.Go(screen.Route{Page: screen.Interview, ID: q.ID}) })
		below := []fyne.CanvasObject{to}
		if r.Worth != nil {
			below = append(below, s.aim(r, words.Text), widget.NewText(widget.Small, figure.Ink2, s.distance(r)))
		}
		lines = append(lines, widget.Wrap(14, 0, below...))
	}
	number := widget.NewText(widget.Strong, figure.Ink, "–")
	number.Align = fyne.TextAlignTrailing
	if r.Worth != nil {
		number.SetText(w.Hundredths(int(part)))
	}
	return widget.Centred(12, []float32{-1, theme.Dp(70)}, widget.Column(2, lines...), number)
}

// moves says what area and firm would stand at with the next better answer.
func (s *Screen) moves(q *assessments.Question) string {
	v, best, ok := Better(q, s.se.Answers[q.Source()].Value)
	if !ok {
		return ""
	}
	after := assessments.Answers{}
	for id, a := range s.se.Answers {
		after[id] = a
	}
	a := after[q.Source()]
	a.Value = v
	after[q.Source()] = a
	then := scoring.Score(s.model, after, s.se.Assessment.Targets)
	d := then.Dimension(s.area.ID)
	key := "why.moves"
	if best {
		key = "why.moves.best"
	}
	text := s.w.T(key, "area", s.words.Dimensions[s.area.ID].Name, "from", s.w.Hundredths(hundredths(s.area.Value)), "to", s.w.Hundredths(hundredths(d.Value)))
	if s.result.Overall.Shown() && then.Overall.Value != nil {
		text += " " + s.w.T("why.moves.firm", "from", s.w.Hundredths(hundredths(s.result.Overall.Value)), "to", s.w.Hundredths(hundredths(then.Overall.Value)))
	}
	return text
}

func hundredths(r *big.Rat) int { return scoring.Round(new(big.Rat).Mul(r, big.NewRat(100, 1))) }
