package visit

import (
	"slices"
	"strings"
	"time"
	"unicode"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/theme"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/figure"
)

// positionSetting keeps which question of which visit is shown: "visit|question".
const positionSetting = "visit-at"

// way goes through the questions beside the owner: what was said is taken over with a key, or answered
// anew.
type way struct {
	base
	visit assessments.Visit
	path  []string
	first int             // how many of them were to be clarified when the visit began
	done  map[string]bool // validated in this visit
	at    int             // len(path) behind the last
	asked screen.Asked
	said  []assessments.Rating
	found found // chosen here and not kept

	page   *widget.Page
	answer widget.Answerer
	main   *widget.Button
	alone  *widget.Button
	time   *widget.Text
	wrong  *widget.Text
	takes  []*widget.Button // of what was said
	proof  *screen.Evidence
}

func newWay(b base, v assessments.Visit) *way {
	s := &way{base: b, visit: v}
	se := b.h.Session()
	s.path, s.first = se.VisitPath(v)
	s.done = se.ValidatedSince(v.StartedAt)
	at, known := b.desk.at[v.ID]
	if !known {
		visit, question, _ := strings.Cut(se.Setting(positionSetting), "|")
		if at = s.open(0); visit == v.ID {
			at = question
		}
	}
	if s.at = slices.Index(s.path, at); s.at < 0 {
		s.at = len(s.path)
	}
	if s.at < len(s.path) {
		s.asked = screen.AskedAs(se, s.path[s.at])
		s.said = se.Said(s.id())
		s.found = b.desk.found[s.key()]
	}
	return s
}

func (s *way) id() string  { return s.path[s.at] }
func (s *way) key() string { return s.visit.ID + "|" + s.id() }

// open is the next question from a place on that is not validated, beginning again at the first; ""
// where none is.
func (s *way) open(from int) string {
	for i := range s.path {
		if id := s.path[(from+i)%len(s.path)]; !s.done[id] {
			return id
		}
	}
	return ""
}

// left is how many are not validated yet.
func (s *way) left() int {
	n := 0
	for _, id := range s.path {
		if !s.done[id] {
			n++
		}
	}
	return n
}

// show goes to a question; "" is the end of the way.
func (s *way) show(id string) {
	s.desk.at[s.visit.ID], s.desk.turn = id, true
	s.h.Session().PutSetting(positionSetting, s.visit.ID+"|"+id)
	s.h.Reload()
}

// move goes one question on or back, validated or not.
func (s *way) move(by int) {
	switch to := s.at + by; {
	case to < 0:
		s.to("")
	case to >= len(s.path):
		s.show("")
	default:
		s.show(s.path[to])
	}
}

// Start implements screen.Starter.
func (s *way) Start() fyne.Focusable {
	if s.answer == nil {
		return s.main
	}
	return s.answer
}

// Primary implements screen.Primary.
func (s *way) Primary() { s.main.OnTapped() }

// Key implements screen.Keyed.
func (s *way) Key(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyLeft, fyne.KeyPageUp:
		s.move(-1)
	case fyne.KeyRight, fyne.KeyPageDown:
		s.move(1)
	case fyne.KeyEscape:
		s.to("")
	default:
		return false
	}
	return true
}

// Rune implements screen.Runed: V takes over what was said; answers go to the answer widget whatever
// has the focus.
func (s *way) Rune(r rune) bool {
	if s.answer == nil {
		return false
	}
	if unicode.ToLower(r) == 'v' {
		s.asSaid()
		return true
	}
	if c := s.h.Window().Canvas(); c.Focused() != s.answer && (r == '?' || r == '¿' || unicode.IsDigit(r) || unicode.ToLower(r) == 'n') {
		c.Focus(s.answer)
		s.answer.TypedRune(r)
		return true
	}
	return false
}

// Dropped implements screen.Dropped: pictures are proof of the answer.
func (s *way) Dropped(paths []string) {
	if s.proof != nil {
		s.proof.Take(paths)
	}
}

// Undo implements screen.Undoer.
func (s *way) Undo() { s.step(s.h.Session().UndoValidation) }

// Redo implements screen.Undoer.
func (s *way) Redo() { s.step(s.h.Session().RedoValidation) }

func (s *way) step(do func() bool) {
	if do() {
		s.desk.turn = true
		s.h.Reload()
	}
}

// Content implements screen.Screen.
func (s *way) Content() fyne.CanvasObject {
	c := s.h.Class()
	column := []fyne.CanvasObject{s.top(), s.ruler()}
	here := ""
	if s.at < len(s.path) {
		here = s.id()
	}
	if undone := screen.UndoLine(s.h, here, s.Undo, s.Redo); undone != nil {
		column = append(column, undone)
	}
	if s.at < len(s.path) {
		column = append(column, s.question()...)
	} else {
		column = append(column, s.end())
	}
	p := screen.Padding(c)
	body := widget.Column(12, column...)
	s.page = widget.NewPage(widget.Pad(16, p, 12, p, body))
	screen.Follow(s.page, body)
	s.tick()
	if s.answer != nil {
		s.proof.On(s.page)
		screen.FollowOn(s.page, s.answer)
	}
	return widget.WithFooter(s.page, s.foot())
}

// top says where on the way this is, and how much time is left.
func (s *way) top() fyne.CanvasObject {
	leave := widget.NewButton(widget.Quiet, "left", s.w.T("visit.leave"), "", func() { s.to("") })
	text := s.w.N("visit.left", s.left())
	if s.at < len(s.path) {
		text = "**" + s.w.T("visit.place", "n", s.at+1, "total", len(s.path)) + "** · " + text
	}
	where := widget.NewText(widget.Small, figure.Ink, text)
	s.time = widget.NewText(widget.Small, figure.Ink, "")
	clock := widget.Label("clock", figure.Ink2, 18, 6, s.time)
	if s.h.Class() == screen.Single {
		return widget.Column(4, widget.Wrap(10, 4, leave), where, clock)
	}
	return widget.Centred(14, []float32{0, -1, theme.Dp(290)}, leave, where, clock)
}

// ruler is how far the way is gone.
func (s *way) ruler() fyne.CanvasObject {
	o := figure.RulerOptions{Total: len(s.path), Done: len(s.path) - s.left(), Current: -1}
	return widget.NewDrawing(0, theme.Dp(14), s.w.N("visit.left", s.left()), func(w, h float64) figure.Drawing {
		o.W, o.H = w, h
		return figure.Ruler(o)
	})
}

// everyMoment is how often the remaining time is written anew.
const everyMoment = 30 * time.Second

// tick writes how much time is left, now and from time to time.
func (s *way) tick() {
	if text := Left(s.w, s.visit, s.h.Session().Now()); text != s.time.Text() {
		s.time.SetText(text)
		s.page.Relayout()
	}
	s.h.After(everyMoment, s.tick)
}

// end is shown behind the last question.
func (s *way) end() fyne.CanvasObject {
	left := s.left()
	title, text := s.w.T("visit.end"), s.w.N("visit.end.text", len(s.path)-left)
	if left > 0 {
		text += " " + s.w.N("visit.end.left", left)
	}
	rows := []fyne.CanvasObject{screen.CardHead("check-circle", title), widget.NewText(widget.Body, figure.Ink, text)}
	if left > 0 {
		rows = append(rows, widget.Wrap(0, 0, widget.NewButton(widget.Secondary, "left", s.w.T("visit.end.back"), "", func() { s.show(s.open(0)) })))
	}
	return widget.Card(22, widget.Column(12, rows...))
}
