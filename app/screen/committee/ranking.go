package committee

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/theme"
	"nivel/app/widget"
	domain "nivel/assessments/committee"
	"nivel/assessments/document"
	"nivel/assessments/figure"
	"nivel/assessments/report"
)

// rank is the order, or says why there is none.
func (s *Screen) rank() *domain.Ranking {
	r, err := s.c.Rank(s.all)
	if err != nil {
		s.add(screen.Fault(s.w, err))
		return nil
	}
	return r
}

// ranking is the order with its votes, and what would change it.
func (s *Screen) ranking() {
	r := s.rank()
	if r == nil {
		return
	}
	in := s.input()
	for _, said := range in.Notes(r) {
		s.add(widget.Banner(widget.ToneNeutral, "info", "", said))
	}
	if len(r.Rows) == 0 {
		s.add(widget.Card(18, widget.NewText(widget.Body, figure.Ink, s.t("ranking.none"))))
		return
	}
	rows := []fyne.CanvasObject{widget.Centred(12, []float32{-1, 0}, screen.CardHead("compare", s.t("ranking")), s.paper("result", widget.Next, s.result)),
		widget.NewText(widget.Small, figure.Ink2, s.t("ranking.votes", "criterion", s.t("need")))}
	for i := range r.Rows {
		rows = append(rows, widget.Divider(), s.row(&r.Rows[i]))
	}
	s.add(widget.Card(18, widget.Column(8, rows...)))
	weights := []fyne.CanvasObject{screen.CardHead("level", s.t("weights"))}
	for _, k := range domain.Criteria {
		weights = append(weights, widget.Centred(12, []float32{-1, theme.Dp(70)}, widget.NewText(widget.Body, figure.Ink, s.t(string(k))), widget.NewText(widget.Strong, figure.Ink, s.percent(r.Weights[k]))))
	}
	s.add(widget.Card(18, widget.Column(6, weights...)))
	if swings := in.Swings(r); len(swings) > 0 {
		sure := []fyne.CanvasObject{screen.CardHead("search", s.t("sure"))}
		for _, text := range swings {
			sure = append(sure, widget.NewText(widget.Body, figure.Ink, text))
		}
		s.add(widget.Card(18, widget.Column(8, sure...)))
	}
	s.add(widget.NewText(widget.Small, figure.Ink2, s.t("method")))
}

// mostNeeds is how many needs of the region the result names.
const mostNeeds = 6

// result is the paper of the order, with what the region misses most. The needs are asked for when it is
// saved, and are then noted as released.
func (s *Screen) result(in domain.Input) (*document.Document, error) {
	if in.Saving {
		var err error
		if in.Needs, err = s.h.Session().Needs(mostNeeds); err != nil {
			return nil, err
		}
	}
	return domain.Result(in)
}

// row is one practice of the order: place, name, who does it, the votes on need, the marks.
func (s *Screen) row(r *domain.Row) fyne.CanvasObject {
	w := s.w
	p := s.lib.Practice(r.Practice)
	tone, icon := screen.WhoTone(p.Who)
	name := widget.Column(3, widget.NewText(widget.Strong, figure.Ink, s.title(r.Practice)),
		widget.Wrap(10, 4, widget.Chip(tone, icon, w.T("who."+string(p.Who))), widget.NewText(widget.Small, figure.Ink2, report.Place(w, p))))
	var means []string
	for _, k := range domain.Criteria {
		means = append(means, s.t(string(k)+".short")+" "+w.Fixed(r.Means[k]))
	}
	score := widget.Column(2, widget.NewText(widget.H3, figure.Ink, w.Fixed(r.Score)))
	votes := widget.Column(2, s.votes(r), widget.NewText(widget.Small, figure.Ink2, strings.Join(means, " · ")))
	number := widget.NewText(widget.H3, figure.Ink, strconv.Itoa(r.Place))
	if s.h.Class() == screen.Single {
		return widget.Column(6, widget.Centred(10, []float32{theme.Dp(34), -1, theme.Dp(60)}, number, name, score), votes)
	}
	return widget.Centred(14, []float32{theme.Dp(34), -5, -4, theme.Dp(60)}, number, name, votes, score)
}

// votes is how many gave each mark for the need: larger circles for more, the number within.
func (s *Screen) votes(r *domain.Row) fyne.CanvasObject {
	votes := r.Votes[domain.Need]
	var said []string
	most := 1
	for i, n := range votes {
		most = max(most, n)
		if n > 0 {
			said = append(said, strconv.Itoa(n)+" × "+strconv.Itoa(i+1))
		}
	}
	return widget.NewDrawing(theme.Dp(190), theme.Dp(30), strings.Join(said, ", "), func(w, h float64) figure.Drawing {
		d := figure.Drawing{W: w, H: h}
		step := w / 5
		d.Shapes = append(d.Shapes, figure.Shape{Kind: figure.Line, X: step / 2, Y: h / 2, X2: w - step/2, Y2: h / 2, Stroke: figure.Hair, StrokeWidth: 1.5})
		for i, n := range votes {
			x := step*float64(i) + step/2
			if n == 0 {
				d.Shapes = append(d.Shapes, figure.Shape{Kind: figure.Line, X: x, Y: h/2 - 4, X2: x, Y2: h/2 + 4, Stroke: figure.Edge, StrokeWidth: 1.5})
				continue
			}
			radius := h * (0.28 + 0.2*float64(n)/float64(most))
			d.Shapes = append(d.Shapes, figure.Shape{Kind: figure.Circle, X: x, Y: h / 2, R: radius, Fill: figure.Fluid, Stroke: figure.FluidEdge, StrokeWidth: 1.5},
				figure.Shape{Kind: figure.Text, X: x, Y: h/2 - h*0.27, H: h * 0.54, Size: h * 0.42, Align: figure.Centre, Bold: true, Text: strconv.Itoa(n), Fill: figure.Mark})
		}
		return d
	})
}

// sheets are those of the short list.
func (s *Screen) sheets() {
	r := s.rank()
	if r == nil {
		return
	}
	short := s.c.Shortlist(r)
	if len(short) == 0 {
		s.add(widget.Card(18, widget.NewText(widget.Body, figure.Ink, s.t("sheets.none"))))
		return
	}
	s.add(widget.Centred(12, []float32{-1, 0}, widget.NewText(widget.Body, figure.Ink2, s.t("sheets.lead")), s.paper("sheets", widget.Next, domain.Sheets)))
	for _, id := range short {
		p := s.lib.Practice(id)
		if p == nil {
			continue
		}
		words, sheet := s.lib.PracticeWords[s.w.Language][id], s.c.Sheets[id]
		rows := []fyne.CanvasObject{widget.NewText(widget.H3, figure.Ink, words.Title), widget.NewText(widget.Small, figure.Ink2, report.Place(s.w, p)), widget.NewText(widget.Body, figure.Ink, words.Summary)}
		if words.Evidence != "" {
			rows = append(rows, widget.NewText(widget.Tight, figure.Ink2, words.Evidence))
		}
		for _, f := range []struct {
			key string
			of  *string
		}{{"fit", &sheet.Fit}, {"obstacles", &sheet.Obstacles}, {"who", &sheet.Who}, {"notes", &sheet.Notes}} {
			field, _ := s.field(s.t(f.key), 2, *f.of, func(text string) {
				*f.of = text
				if s.c.Sheets == nil {
					s.c.Sheets = map[string]domain.Sheet{}
				}
				s.c.Sheets[id] = sheet
			})
			rows = append(rows, field)
		}
		s.add(widget.Card(18, widget.Column(10, rows...)))
	}
}

// minutes are what is written down of the session.
func (s *Screen) minutes() {
	m := &s.c.Minutes
	day, _ := s.field(s.t("when"), 1, s.w.TypedDay(m.Day), func(text string) {
		m.Day = strings.TrimSpace(text)
		if day, ok := s.w.ReadDay(text); ok {
			m.Day = day
		}
	})
	place, _ := s.field(s.t("where"), 1, m.Place, func(text string) { m.Place = text })
	present, _ := s.field(s.t("present"), 3, m.Present, func(text string) { m.Present = text })
	discussion, _ := s.field(s.t("discussion"), 5, m.Discussion, func(text string) { m.Discussion = text })
	decisions, _ := s.field(s.t("decisions"), 5, m.Decisions, func(text string) { m.Decisions = text })
	s.add(widget.Card(18, widget.Column(12, screen.Sides(s.h.Class(), 1, 1, day, place), present, discussion, decisions, widget.Wrap(0, 0, s.paper("minutes", widget.Next, domain.MinutesOf)))))
}
