// Package compare sets firms beside each other, for the advisor alone or for a room.
//
// The rule: in a room nothing is shown but what cohort.May lets through, and never a name.
package compare

import (
	"math/rand/v2"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments/cohort"
	"nivel/assessments/figure"
	"nivel/assessments/texts"
)

// Screen is the page.
type Screen struct {
	h       screen.Host
	w       *texts.Words
	ids     []string
	where   cohort.Where
	seed    uint64 // of the aliases; another one each time the page is opened
	choice  *widget.Segmented
	below   *fyne.Container
	page    *widget.Page
	all     []cohort.Subject
	without []string
	left    bool
}

// New builds the page for companies, "a|b|c".
func New(h screen.Host, ids string) *Screen {
	return &Screen{h: h, w: h.Session().Words, ids: strings.Split(ids, "|"), seed: rand.Uint64()}
}

// Start implements screen.Starter.
func (s *Screen) Start() fyne.Focusable { return s.choice }

// Leave implements screen.Leaver.
func (s *Screen) Leave() { s.left = true }

// Key implements screen.Keyed.
func (s *Screen) Key(e *fyne.KeyEvent) bool {
	if e.Name == fyne.KeyEscape {
		s.h.Go(screen.Route{Page: screen.Companies})
		return true
	}
	return false
}

// Content implements screen.Screen.
func (s *Screen) Content() fyne.CanvasObject {
	w, c := s.w, s.h.Class()
	back := widget.NewButton(widget.Quiet, "left", w.T("compare.back"), "", func() { s.h.Go(screen.Route{Page: screen.Companies}) })
	s.choice = widget.NewSegmented([]string{w.T("compare.desk"), w.T("compare.room")}, 0, func(i int) {
		s.where = cohort.Where(i == 1)
		s.fill()
		s.page.Relayout()
	})
	s.below = widget.Column(16)
	s.page = screen.Body(c, widget.Wrap(0, 0, back), screen.Head(c, w.T("compare.title"), w.T("compare.lead")), widget.Wrap(0, 0, s.choice), s.below)
	read := s.h.Session().Subjects(s.ids)
	var err error
	s.h.Background(func() { s.all, s.without, err = read() }, func() {
		if s.left {
			return
		}
		if err != nil {
			s.below.Objects = []fyne.CanvasObject{screen.Fault(w, err)}
		} else {
			s.fill()
		}
		s.page.Relayout()
	})
	return s.page
}

// fill shows what may be shown where it is looked at.
func (s *Screen) fill() {
	w := s.w
	s.below.Objects = nil
	if len(s.all) == 0 {
		return
	}
	may := cohort.May(s.all, s.where)
	for _, why := range may.Why {
		s.add(widget.Banner(widget.ToneWarn, "info", w.T("compare.held"), w.Fault(why)))
	}
	if len(s.without) > 0 && s.where == cohort.Desk {
		s.add(widget.Banner(widget.ToneNeutral, "info", w.T("compare.without"), widget.Plain(strings.Join(s.without, ", "))))
	}
	single := make([]cohort.Subject, len(may.Single))
	for k, i := range may.Single {
		single[k] = s.all[i]
	}
	whole := cohort.Compare(s.all)
	m := &heat{s: s, c: cohort.Compare(single), names: s.names(single), lines: whole.Subjects[whole.Yardstick]}
	if s.where == cohort.Room || len(may.Together) > 1 {
		m.means = may.Means(whole)
	}
	if len(single) == 0 && !m.meant() {
		s.add(widget.Card(18, widget.NewText(widget.Body, figure.Ink, w.T("compare.nothing"))))
		return
	}
	s.add(m.card())
	s.missed(whole, may.Missed(whole))
}

func (s *Screen) add(o fyne.CanvasObject) { s.below.Objects = append(s.below.Objects, o) }

// names are what the firms are called here.
func (s *Screen) names(single []cohort.Subject) []string {
	var ids, out []string
	for i := range single {
		ids = append(ids, single[i].Company.ID)
	}
	alias := cohort.Aliases(ids, s.seed)
	for i := range single {
		name := single[i].Company.Name
		switch {
		case s.where == cohort.Room:
			name = cohort.Alias(s.w, alias[ids[i]])
		case name == "":
			name = s.w.T("firms.noname")
		}
		if single[i].Company.Sample {
			name += " (" + s.w.T("sample.chip") + ")"
		}
		out = append(out, widget.Plain(name))
	}
	return out
}

// mostMissed is how many questions are listed.
const mostMissed = 6

// missed lists the questions that are worth least, all firms together.
func (s *Screen) missed(c *cohort.Comparison, all []cohort.Missed) {
	w := s.w
	a := &c.Subjects[c.Yardstick].Assessment
	pack := s.h.Session().Complete().Version(a.ModelID, a.ModelVersion)
	rows := []fyne.CanvasObject{screen.CardHead("question", w.T("compare.missed")), widget.NewText(widget.Small, figure.Ink2, w.T("compare.missed.text"))}
	n := 0
	for _, m := range all {
		if n++; m.Mean == nil || n > mostMissed {
			break
		}
		line := w.T("compare.missed.of", "n", m.Known, "total", m.Asked)
		if m.DontKnow > 0 {
			line += " · " + w.N("compare.unknown", m.DontKnow)
		}
		rows = append(rows, widget.Divider(), widget.Centred(12, []float32{-1, 0}, widget.Column(1,
			widget.NewText(widget.Tight, figure.Ink, strconv.Itoa(n)+". "+pack.Words[w.Language].Questions[m.Question].Text), widget.NewText(widget.Small, figure.Ink2, line)),
			screen.HeatCell(w, onScale(m.Mean), "")))
	}
	if len(rows) > 2 {
		s.add(widget.Card(18, widget.Column(8, rows...)))
	}
}
