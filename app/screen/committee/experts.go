package committee

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/theme"
	"nivel/app/widget"
	domain "nivel/assessments/committee"
	"nivel/assessments/figure"
)

// experts are the people with their weights.
func (s *Screen) experts() {
	name, _ := s.field(s.t("name"), 1, s.c.Name, func(text string) { s.c.Name = strings.TrimSpace(text) })
	s.add(widget.Card(18, name))
	if len(s.c.Experts) == 0 {
		s.add(widget.NewText(widget.Body, figure.Ink, s.t("expert.none")))
	}
	for i := range s.c.Experts {
		s.add(s.expert(i))
	}
	s.add(widget.Wrap(10, 8, widget.NewButton(widget.Next, "plus", s.t("expert.add"), "", s.more)))
}

// more adds a person.
func (s *Screen) more() {
	n := 1
	for slices.ContainsFunc(s.c.Experts, func(e domain.Expert) bool { return e.ID == strconv.Itoa(n) }) {
		n++
	}
	s.c.Experts = append(s.c.Experts, domain.NewExpert(strconv.Itoa(n), s.t("expert", "n", len(s.c.Experts)+1)))
	s.keep()
	s.show()
}

// expert is the card of one person.
func (s *Screen) expert(i int) fyne.CanvasObject {
	e := &s.c.Experts[i]
	name, _ := s.field(s.t("expert.name"), 1, e.Name, func(text string) { e.Name = strings.TrimSpace(text) })
	institution, _ := s.field(s.t("expert.institution"), 1, e.Institution, func(text string) { e.Institution = strings.TrimSpace(text) })
	how := widget.NewSegmented([]string{s.t("expert.points"), s.t("expert.pairs")}, index(e.ByPairs), nil)
	below := widget.Column(10)
	fill := func() {
		if e.ByPairs {
			below.Objects = s.pairs(e)
		} else {
			below.Objects = s.points(e)
		}
		screen.Follow(s.page, below)
	}
	how.OnChanged = func(i int) {
		e.ByPairs = i == 1
		s.keep()
		fill()
		s.page.Relayout()
	}
	fill()
	remove := widget.NewButton(widget.Quiet, "trash", s.t("expert.remove"), "", func() {
		s.c.Experts = slices.Delete(s.c.Experts, i, i+1)
		s.keep()
		s.again = s.choice
		s.show()
		widget.Focus(s.choice)
	})
	return widget.Card(18, widget.Column(12, screen.Sides(s.h.Class(), 1, 1, name, institution),
		widget.Column(6, widget.NewText(widget.TightBold, figure.Ink, s.t("expert.how")), widget.Wrap(0, 0, how)), below, widget.Wrap(0, 0, remove)))
}

func index(on bool) int {
	if on {
		return 1
	}
	return 0
}

// points are a number for each criterion.
func (s *Screen) points(e *domain.Expert) []fyne.CanvasObject {
	rows := []fyne.CanvasObject{widget.NewText(widget.Small, figure.Ink2, s.t("points.text"))}
	var weights []*widget.Text
	say := func() {
		all, err := e.Weights()
		for i, k := range domain.Criteria {
			text := ""
			if err == nil {
				text = s.t("weight", "percent", s.percent(all[k]))
			}
			weights[i].SetText(text)
		}
		if err != nil {
			s.wrong.SetText(s.w.Fault(err))
			s.page.Relayout()
		}
	}
	for _, k := range domain.Criteria {
		weight := widget.NewText(widget.Tight, figure.Ink2, "")
		weights = append(weights, weight)
		entry := widget.NewEntry(1, strconv.Itoa(e.Points[k]), func(text string) {
			n, ok := s.w.ReadAmount(text)
			if !ok {
				n = -1 // said by the check
			}
			old := e.Points[k]
			e.Points[k] = n
			s.keep()
			if n < 0 || n > 100 {
				e.Points[k] = old
				return
			}
			say()
		})
		rows = append(rows, widget.Centred(12, []float32{-1, theme.Dp(90), theme.Dp(110)}, s.criterion(k), entry, weight))
	}
	say()
	return rows
}

// criterion is its name with what it means.
func (s *Screen) criterion(k domain.Criterion) fyne.CanvasObject {
	return widget.Column(1, widget.NewText(widget.Strong, figure.Ink, s.t(string(k))), widget.NewText(widget.Small, figure.Ink2, s.t(string(k)+".text")))
}

func (s *Screen) percent(x float64) string {
	return s.w.T("format.percent", "n", int(math.Round(100*x)))
}

// pairs are the comparisons, with what they come to.
func (s *Screen) pairs(e *domain.Expert) []fyne.CanvasObject {
	var rows []fyne.CanvasObject
	result := widget.NewText(widget.Tight, figure.Ink2, "")
	note := widget.NewText(widget.Tight, figure.Ink, "")
	say := func() {
		weights, err := e.Weights()
		if err != nil {
			return
		}
		var parts []string
		for _, k := range domain.Criteria {
			parts = append(parts, s.t(string(k)+".short")+" "+s.percent(weights[k]))
		}
		result.SetText(strings.Join(parts, " · "))
		ratio, worst := e.Consistency()
		printed := s.w.Hundredths(int(math.Round(100 * ratio)))
		if worst == nil {
			note.SetText(s.t("consistent", "ratio", printed))
		} else {
			note.SetText(s.t("contradiction", "ratio", printed, "a", s.t(string(worst.A)), "b", s.t(string(worst.B)), "fit", s.judgement(worst.A, worst.B, worst.Fit)))
		}
		s.page.Relayout()
	}
	for i, a := range domain.Criteria {
		for _, b := range domain.Criteria[i+1:] {
			rows = append(rows, s.pair(e, a, b, say))
		}
	}
	rows = append(rows, result, note)
	say()
	return rows
}

// judgement is one in words.
func (s *Screen) judgement(a, b domain.Criterion, j domain.Judgement) string {
	switch {
	case j > 0:
		return s.t("pair.more", "name", s.t(string(a)), "n", int(j)+1)
	case j < 0:
		return s.t("pair.more", "name", s.t(string(b)), "n", int(-j)+1)
	}
	return s.t("pair.equal")
}

// pair is one comparison: a list from "nine times the first" to "nine times the second".
func (s *Screen) pair(e *domain.Expert, a, b domain.Criterion, changed func()) fyne.CanvasObject {
	var all []domain.Judgement
	var names []string
	for j := domain.MostJudgement; j >= domain.LeastJudgement; j-- {
		all, names = append(all, j), append(names, s.judgement(a, b, j))
	}
	choose := widget.NewChoose(names)
	choose.Mark(slices.Index(all, e.Pairs[domain.PairOf(a, b)]))
	choose.OnChanged = func(string) {
		if e.Pairs == nil {
			e.Pairs = map[string]domain.Judgement{}
		}
		e.Pairs[domain.PairOf(a, b)] = all[choose.SelectedIndex()]
		s.keep()
		changed()
	}
	return widget.Column(4, widget.NewText(widget.Tight, figure.Ink, s.t("pair", "a", s.t(string(a)), "b", s.t(string(b)))), widget.Framed(choose))
}
