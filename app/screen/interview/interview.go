// Package interview asks the questions: one at a time, answered by keys or mouse, saved at once.
package interview

import (
	"slices"
	"unicode"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/session"
	"nivel/app/theme"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/figure"
	"nivel/assessments/scoring"
)

// Screen is the page of one question, or of the index's conditions.
type Screen struct {
	screen.Answers
	h         screen.Host
	id        string // of the question, or screen.IndexPage
	question  *assessments.Question
	words     assessments.QuestionWords
	answer    widget.Answerer
	page      *widget.Page
	helpPage  *widget.Page
	relevance *widget.Segmented
	note      *widget.Entry
	noteBox   *fyne.Container
	noteOpen  bool
	noteTool  *widget.Button
	flagTool  *widget.Button
	sureTool  *widget.Button
	saved     *widget.Text
	savedIcon *fyne.Container
	trouble   *fyne.Container
	next      *widget.Button
	missing   *widget.Text
	keyLine   *fyne.Container // the keys at the foot, and what is missing
	rail      *rail
	clashes   *fyne.Container  // answers that do not go together
	carried   *fyne.Container  // the mark of an answer taken from the round before
	where     *widget.Text     // which question of how many
	cards     *fyne.Container  // of the help beside the question
	proof     *screen.Evidence // pictures; nil where no advisor works
	onStage   bool             // shown, not only prepared
}

// New builds the page of a question; "" goes on where the firm was.
func New(h screen.Host, id string) *Screen {
	se := h.Session()
	if id != screen.IndexPage && se.Pack.Model.Number(id) == 0 {
		id = screen.Resume(se)
	}
	se.At(id)
	s := draft(h, id)
	s.onStage = true
	return s
}

// draft is the page before it is shown.
func draft(h screen.Host, id string) *Screen {
	se := h.Session()
	s := &Screen{Answers: screen.AnswersOf(h), h: h, id: id}
	if id != screen.IndexPage {
		s.question = se.Pack.Model.Question(id)
		s.words = se.Pack.Words[se.Words.Language].Questions[id]
	}
	s.rail = newRail(h, id)
	return s
}

// Content implements screen.Screen.
func (s *Screen) Content() fyne.CanvasObject {
	s.answer = s.answerWidget()
	s.clashes, s.carried = widget.Column(8), widget.Column(0)
	s.carried.Hide()
	column := []fyne.CanvasObject{s.top(), s.trouble}
	if s.onStage {
		if line := screen.UndoLine(s.h, s.id, s.Undo, s.Redo); line != nil {
			column = append(column, line)
		}
	}
	column = append(column, s.heading(), s.carried, s.answer, s.clashes)
	if note := s.ceiling(); note != nil {
		column = append(column, note)
	}
	if s.question != nil {
		column = append(column, s.tools(), s.noteBox)
		if s.h.Session().Advising() {
			s.proof = screen.NewEvidence(s.h, s.id)
			column = append(column, s.proof.Container)
		}
	}
	p := screen.Padding(s.h.Class())
	gap, top := float32(12), float32(20)
	if s.h.Class() != screen.Wide {
		gap, top = 8, 8
	}
	s.page = widget.NewPage(widget.Pad(top, p, 10, p, widget.Column(gap, column...)))
	if s.proof != nil {
		s.proof.On(s.page)
	}
	s.showClashes()
	s.showCarried()
	screen.FollowOn(s.page, s.answer)
	main := widget.WithFooter(s.page, s.foot())
	s.Saved(s.h.Session().State())
	if s.onStage {
		s.h.Idle(s.prepare)
	}
	if s.h.Class() == screen.Wide && s.question != nil && !tabular(s.question) {
		return widget.Row(0, []float32{-1, 300}, main, s.help())
	}
	return main
}

// Dropped implements screen.Dropped: pictures are proof of the answer.
func (s *Screen) Dropped(paths []string) {
	if s.proof != nil {
		s.proof.Take(paths)
	}
}

// prepare lays out the next question while this one is being read: its words are then measured
// before the key is pressed that shows it.
func (s *Screen) prepare() {
	m := &s.h.Session().Pack.Model
	if at, asked := m.Number(s.id), m.Asked(); at > 0 && at < len(asked) {
		draft(s.h, asked[at].ID).Content().Resize(s.h.Size())
	}
}

// Start implements screen.Starter: the answer has the focus.
func (s *Screen) Start() fyne.Focusable { return s.answer }

// Rail implements screen.Railed.
func (s *Screen) Rail() fyne.CanvasObject { return s.rail.content() }

// Primary implements screen.Primary.
func (s *Screen) Primary() { s.go1(1) }

// Key implements screen.Keyed.
func (s *Screen) Key(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyLeft, fyne.KeyPageUp:
		s.go1(-1)
	case fyne.KeyRight, fyne.KeyPageDown:
		s.go1(1)
	case fyne.KeyF1:
		s.showHelp()
	case fyne.KeyEscape:
		s.h.Go(screen.Route{Page: screen.Home})
	default:
		return false
	}
	return true
}

// Rune implements screen.Runed: relevance, note and flag by key; answers go to the answer widget
// whatever has the focus.
func (s *Screen) Rune(r rune) bool {
	switch unicode.ToLower(r) {
	case 'r', 'i':
		if s.relevance != nil {
			s.relevance.Select((s.relevance.Selected + 1) % 3)
		}
	case 'c':
		if s.noteTool != nil {
			s.openNote()
		}
	case 'f':
		if s.flagTool != nil {
			s.toggleFlag()
		}
	case 'g':
		if s.sureTool != nil {
			s.turnSure()
		}
	case 'v':
		s.confirm()
	case '+':
		s.showHelp()
	default:
		if c := s.h.Window().Canvas(); c.Focused() != s.answer && (r == '?' || r == '¿' || unicode.IsDigit(r) || unicode.ToLower(r) == 'n' || unicode.ToLower(r) == 's' || unicode.ToLower(r) == 'y') {
			c.Focus(s.answer)
			s.answer.TypedRune(r)
			return true
		}
		return false
	}
	return true
}

// go1 moves one question on or back; behind the last come the conditions, behind them the result.
func (s *Screen) go1(by int) {
	se := s.h.Session()
	m := &se.Pack.Model
	asked := m.Asked()
	at := m.Number(s.id) - 1
	if s.id == screen.IndexPage {
		at = len(asked)
	}
	at += by
	switch {
	case at < 0:
		s.h.Go(screen.Route{Page: screen.Home})
	case at < len(asked):
		s.h.Go(screen.Route{Page: screen.Interview, ID: asked[at].ID})
	case at == len(asked) && m.Index != nil:
		s.h.Go(screen.Route{Page: screen.Interview, ID: screen.IndexPage})
	default:
		s.h.Go(screen.Route{Page: screen.Results})
	}
}

func (s *Screen) current() assessments.Answer { return s.h.Session().Own()[s.id] }

// put keeps a changed answer.
func (s *Screen) put(change func(*assessments.Answer)) {
	a := s.current()
	change(&a)
	s.h.Session().Answer(s.id, a)
	s.refresh()
}

// Saved implements screen.Saver: "saved" comes from the finished commit alone.
func (s *Screen) Saved(st session.State) {
	if s.saved == nil {
		return
	}
	w := s.h.Session().Words
	failing := st.Err != nil && st.Pending > 0
	switch {
	case failing:
		s.saved.SetText(w.T("save.failed.short"))
	case st.Pending > 0:
		s.saved.SetText(w.T("save.saving"))
	case !st.SavedAt.IsZero():
		s.saved.SetText(w.T("save.saved", "time", w.Clock(st.SavedAt)))
	default:
		s.saved.SetText("")
	}
	s.savedIcon.Hidden = failing || st.Pending > 0 || st.SavedAt.IsZero()
	if s.trouble.Visible() != failing {
		s.trouble.Hidden = !failing
		s.page.Relayout()
	}
	s.savedIcon.Refresh()
}

// top is the line above the question: where we are, and whether it is saved.
func (s *Screen) top() fyne.CanvasObject {
	w := s.h.Session().Words
	s.where = widget.NewText(widget.Small, figure.Ink, s.place())
	s.saved = widget.NewText(widget.Small, figure.Ink2, "")
	s.savedIcon = widget.Over(widget.Icon("check", figure.Ink2, 18))
	s.trouble = widget.Banner(widget.ToneErr, "alert", w.T("save.failed"), w.T("save.failed.text"),
		widget.NewButton(widget.Secondary, "", w.T("save.retry"), "", func() { s.h.Session().Retry() }))
	s.trouble.Hide()
	objects := []fyne.CanvasObject{s.where, s.savedIcon, s.saved}
	shares := []float32{-1, 0, theme.Dp(146)}
	if s.h.Class() != screen.Wide || s.question == nil || tabular(s.question) {
		objects = append(objects, widget.NewButton(widget.Quiet, "help", w.T("interview.help"), "", s.showHelp))
		shares = append(shares, 0)
	}
	return widget.Centred(6, shares, objects...)
}

// place is which question of how many this is; the number changes where an answer shows or hides
// others.
func (s *Screen) place() string {
	se := s.h.Session()
	w := se.Words
	if s.question == nil {
		return w.T("interview.index.part")
	}
	d := se.Pack.Words[w.Language].Dimensions[s.question.Dimension]
	name := d.Name
	if s.h.Class() != screen.Wide {
		name = d.Short
	}
	of := slices.DeleteFunc(se.Pack.Model.Of(s.question.Dimension), func(q *assessments.Question) bool { return !q.Asked() })
	n := 1 + slices.IndexFunc(of, func(q *assessments.Question) bool { return q.ID == s.id })
	return "**" + w.T("interview.number", "n", se.Pack.Model.Number(s.id), "total", len(se.Pack.Model.Asked())) + "**\u00a0\u00a0 " +
		w.T("interview.area", "area", name, "n", n, "total", len(of))
}

func (s *Screen) heading() fyne.CanvasObject {
	w := s.h.Session().Words
	style := widget.QuestionT
	if s.h.Class() != screen.Wide {
		style = widget.QuestionC
	}
	if s.question == nil {
		iw := s.h.Session().Pack.Words[w.Language].Index
		return widget.Column(4, widget.NewText(style, figure.Ink, iw.Name), widget.NewText(widget.Body, figure.Ink2, w.T("interview.index.lead")))
	}
	title := widget.NewText(style, figure.Ink, s.words.Text)
	if s.low() {
		return title
	}
	return widget.Column(3, title, widget.NewText(widget.Body, figure.Ink2, s.words.Hint))
}

// low says whether the window is too low for the line below the question.
func (s *Screen) low() bool { return s.h.Class() == screen.Compact && s.h.Size().Height < 700 }

// done is how many questions of a dimension have an answer.
func done(se *session.Session, d *scoring.Dimension) int {
	n, answered := 0, screen.Answered(se)
	for _, q := range d.Questions {
		if answered(q.ID) {
			n++
		}
	}
	return n
}
