// Package rounds lists the firm's check-ups, begins the next one, and sets any two beside each
// other: what rose, what fell, what was finished in between.
package rounds

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/session"
	"nivel/app/theme"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/figure"
	"nivel/assessments/report"
	"nivel/assessments/texts"
	"nivel/assessments/views"
)

// Screen is the page.
type Screen struct {
	h     screen.Host
	se    *session.Session
	w     *texts.Words
	all   []report.Round
	err   error
	a, b  int  // the two that are compared; equal where there is but one
	blank bool // how the next one begins
	next  string
	foot  *fyne.Container // below the date: what is wrong with it
	page  *widget.Page
}

// New builds the page; id names the two that are compared, "earlier|later", else the last two.
func New(h screen.Host, id string) *Screen {
	se := h.Session()
	s := &Screen{h: h, se: se, w: se.Words, next: se.Assessment.NextAt}
	s.all, s.err = se.History()
	s.b = max(0, len(s.all)-1)
	s.a = max(0, s.b-1)
	first, second, _ := strings.Cut(id, "|")
	for i, r := range s.all {
		if r.Assessment.ID == first {
			s.a = i
		}
		if r.Assessment.ID == second {
			s.b = i
		}
	}
	return s
}

// Content implements screen.Screen.
func (s *Screen) Content() fyne.CanvasObject {
	w, c := s.w, s.h.Class()
	back := widget.Wrap(0, 0, widget.NewButton(widget.Quiet, "left", w.T("rounds.back"), "", s.h.Back))
	column := []fyne.CanvasObject{back, screen.Head(c, w.T("rounds.title"), w.T("rounds.lead"))}
	if s.err != nil {
		column = append(column, screen.Fault(w, s.err))
		return screen.Body(c, column...)
	}
	if len(s.all) == 0 {
		return screen.Body(c, append(column, widget.Card(20, widget.NewText(widget.Body, figure.Ink, w.T("rounds.none"))))...)
	}
	if carried := s.carried(); carried != nil {
		column = append(column, carried)
	}
	column = append(column, s.list(), screen.Sides(c, 1, 1, s.begin(), s.date()))
	if len(s.all) > 1 {
		column = append(column, s.compare()...)
		if heat := s.heat(); heat != nil {
			column = append(column, heat)
		}
		column = append(column, s.lines())
	}
	s.page = screen.Body(c, column...)
	return s.page
}

// list are all rounds, the first in front.
func (s *Screen) list() fyne.CanvasObject {
	w := s.w
	rows := []fyne.CanvasObject{widget.NewText(widget.H3, figure.Ink, w.T("rounds.list"))}
	for i := range s.all {
		r := &s.all[i]
		f := r.Result().Overall
		words := r.Pack.Words[w.Language]
		facts := w.T("rounds.facts", "date", w.Date(r.Assessment.StartedAt), "name", words.Name, "version", r.Model.Version)
		say := screen.Standing(w, r.Pack, f)
		if r.Model.Overall == assessments.NoOverall {
			say = w.T("results.nooverall")
		}
		if f.Shown() {
			say = "**" + w.Score(f.Value) + "** · " + say
		}
		if r.Assessment.Weights == assessments.Variant {
			say += " · " + w.T("weights.report")
		}
		text := widget.Column(2, widget.NewText(widget.Tight, figure.Ink, say), widget.NewText(widget.Small, figure.Ink2, facts+" · "+w.Coverage(f.Counts)))
		var here fyne.CanvasObject = widget.Wrap(0, 0, widget.Chip(widget.ToneLime, "", w.T("rounds.shown")))
		if r.Assessment.ID != s.se.Assessment.ID {
			here = widget.NewButton(widget.Quiet, "", w.T("rounds.open"), "chevron-right", func() { s.open(r.Assessment.ID) })
		}
		label := widget.NewText(widget.CardTitle, figure.Ink, report.RoundName(r))
		row := fyne.CanvasObject(widget.Centred(12, []float32{theme.Dp(44), -1, 0}, label, text, here))
		if s.h.Class() == screen.Single {
			row = widget.Column(4, label, text, widget.Wrap(0, 0, here))
		}
		rows = append(rows, widget.Divider(), row)
	}
	return widget.Card(20, widget.Column(9, rows...))
}

// open shows another round everywhere.
func (s *Screen) open(id string) {
	if err := s.se.Reopen(id); err != nil {
		screen.Trouble(s.h, err)
		return
	}
	s.h.Go(screen.Route{Page: screen.Results})
}

// begin starts the next round.
func (s *Screen) begin() fyne.CanvasObject {
	w := s.w
	how := widget.NewText(widget.Small, figure.Ink2, w.T("rounds.keep.text"))
	choice := widget.NewSegmented([]string{w.T("rounds.keep"), w.T("rounds.blank")}, 0, func(i int) {
		s.blank = i == 1
		key := "rounds.keep.text"
		if s.blank {
			key = "rounds.blank.text"
		}
		how.SetText(w.T(key))
		s.page.Relayout()
	})
	number := 0
	for i := range s.all {
		if s.all[i].Assessment.ModelID == s.se.Assessment.ModelID {
			number = max(number, s.all[i].Assessment.Round+1)
		}
	}
	start := widget.NewButton(widget.Next, "", w.T("rounds.start", "name", "T"+strconv.Itoa(number)), "right", func() {
		if err := s.se.StartRound(!s.blank); err != nil {
			screen.Trouble(s.h, err)
			return
		}
		s.h.Go(screen.Route{Page: screen.Rounds})
		s.h.Reload()
	})
	return widget.Card(20, widget.Column(10, widget.NewText(widget.H3, figure.Ink, w.T("rounds.begin")), choice, how, widget.Wrap(0, 0, start)))
}

// date sets the day of the next round.
func (s *Screen) date() fyne.CanvasObject {
	w := s.w
	say := w.T("rounds.next.none")
	if at := s.se.Assessment.NextAt; at != "" {
		say = w.T("rounds.next.set", "date", w.DateOf(at))
	}
	entry := widget.NewEntry(1, s.next, func(v string) { s.next = v })
	entry.PlaceHolder = w.TypedDay(s.se.Today())
	s.foot = widget.Column(0)
	keep := func(day string) {
		if read, ok := w.ReadDay(day); ok {
			day = read
		}
		if err := s.se.SetNext(strings.TrimSpace(day)); err != nil {
			s.foot.Objects = []fyne.CanvasObject{screen.Fault(w, err)}
			s.foot.Refresh()
			s.page.Relayout()
			return
		}
		s.h.Reload()
	}
	in := func(months int) string { return s.se.Now().AddDate(0, months, 0).Format("2006-01-02") }
	buttons := []fyne.CanvasObject{widget.NewButton(widget.Secondary, "check", w.T("rounds.next.keep"), "", func() { keep(s.next) }),
		widget.NewButton(widget.Quiet, "", w.T("rounds.next.half"), "", func() { keep(in(6)) }),
		widget.NewButton(widget.Quiet, "", w.T("rounds.next.year"), "", func() { keep(in(12)) })}
	if s.se.Assessment.NextAt != "" {
		buttons = append(buttons, widget.NewButton(widget.Quiet, "trash", w.T("rounds.next.drop"), "", func() { keep("") }))
	}
	return widget.Card(20, widget.Column(10, widget.NewText(widget.H3, figure.Ink, w.T("rounds.next")), widget.NewText(widget.Body, figure.Ink, say), entry, widget.Wrap(10, 6, buttons...), s.foot))
}

// carried are the answers taken from the round before, each to be confirmed or answered anew.
func (s *Screen) carried() fyne.CanvasObject {
	ids := s.se.Carried()
	if len(ids) == 0 {
		return nil
	}
	w := s.w
	const most = 4
	rows := []fyne.CanvasObject{screen.CardHead("clock", w.N("rounds.carried", len(ids))), widget.NewText(widget.Small, figure.Ink2, w.T("rounds.carried.text"))}
	said := s.se.Latest()
	for _, id := range ids[:min(most, len(ids))] {
		q := screen.AskedAs(s.se, id)
		title := q.Text
		if q.Number != "" {
			title = q.Number + ". " + title
		}
		text := widget.Column(1, widget.NewText(widget.Tight, figure.Ink, title),
			widget.NewText(widget.Small, figure.Ink2, q.Answer(w, carriedAnswer(said, id).Value)))
		buttons := widget.Wrap(8, 4, widget.NewButton(widget.Quiet, "check", w.T("rounds.carried.same"), "", func() { s.se.Confirm(id); s.h.Reload() }),
			widget.NewButton(widget.Quiet, "pencil", w.T("rounds.carried.change"), "", func() { s.h.Go(q.To) }))
		rows = append(rows, widget.Divider(), widget.Column(4, text, buttons))
	}
	if n := len(ids) - most; n > 0 {
		all := widget.NewButton(widget.Quiet, "", w.N("rounds.carried.more", n), "chevron-right", func() {
			s.h.Go(screen.Route{Page: screen.Questions, ID: screen.CarriedFilter})
		})
		rows = append(rows, widget.Divider(), widget.Wrap(0, 0, all))
	}
	return widget.Card(20, widget.Column(8, rows...))
}

// carriedAnswer is what was taken over, whoever said it first.
func carriedAnswer(said map[assessments.Respondent]map[string]assessments.Rating, id string) assessments.Answer {
	for _, who := range append(views.Respondents[:len(views.Respondents):len(views.Respondents)], assessments.Agreed) {
		if r, ok := said[who][id]; ok && r.Carried {
			return r.Answer
		}
	}
	return assessments.Answer{}
}
