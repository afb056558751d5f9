package readings

import (
	"math/big"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/theme"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/figure"
	"nivel/assessments/scoring"
)

// dimension is one dimension of the framework: vial and value where enough of it is covered, how
// much that is, and which questions speak for it.
func (s *Screen) dimension(x *assessments.ReadingDimension, d *scoring.ReadingDimension) fyne.CanvasObject {
	w := s.w
	words := s.words.Dimensions[x.ID]
	body := s.aspects(x)
	label := w.T("readings.aspects")
	if n := s.count(x); n > 0 {
		label = w.N("readings.questions", n)
	}
	open := screen.NewOpener(label, w.T("readings.close"), body)
	open.Changed = func() { s.page.Relayout() }
	covered := w.N("readings.covered", d.Aspects, "covered", w.Int(d.Covered))
	if d.Shown() && !d.Complete {
		covered += " " + w.T("readings.open")
	}
	text := widget.Column(2, widget.NewText(widget.Strong, figure.Ink, words.Name), widget.NewText(widget.Small, figure.Ink2, covered))
	single := s.h.Class() == screen.Single
	if !d.Shown() {
		if single {
			return widget.Column(6, text, widget.Wrap(0, 0, open), body)
		}
		return widget.Column(6, widget.Centred(12, []float32{-1, 0}, text, open), body)
	}
	value := new(big.Rat).Mul(d.Value, big.NewRat(assessments.Top, 1))
	number := widget.NewText(widget.Strong, figure.Ink, w.Score(value))
	number.Align = fyne.TextAlignTrailing
	alt := words.Name + ": " + w.Score(value) + " " + w.T("figure.of") + ". " + covered
	bubble := figure.Plain(0, 0)
	bubble.Value = scoring.Float(value)
	vial := widget.NewVial(theme.Dp(150), theme.Dp(22), alt, bubble)
	if single {
		return widget.Column(6, text, widget.Centred(10, []float32{-1, theme.Dp(38)}, vial, number), widget.Wrap(0, 0, open), body)
	}
	return widget.Column(6, widget.Centred(12, []float32{-1.5, -1.4, theme.Dp(38), theme.Dp(170)}, text, vial, number, widget.Wrap(0, 0, open)), body)
}

// count is how many of our questions speak for a dimension.
func (s *Screen) count(x *assessments.ReadingDimension) int {
	seen := map[string]bool{}
	for _, a := range x.Aspects {
		for _, id := range a.Questions {
			id, _ = assessments.SplitPart(id)
			seen[id] = true
		}
	}
	return len(seen)
}

// aspects lists what the framework looks at, each with the questions that speak for it.
func (s *Screen) aspects(x *assessments.ReadingDimension) fyne.CanvasObject {
	words := s.words.Dimensions[x.ID]
	var out []fyne.CanvasObject
	for _, a := range x.Aspects {
		rows := []fyne.CanvasObject{widget.Label("level", figure.Ink2, 18, 8, widget.NewText(widget.TightBold, figure.Ink, words.Aspects[a.ID]))}
		if len(a.Questions) == 0 {
			rows = append(rows, widget.Pad(0, 0, 0, 26, widget.NewText(widget.Small, figure.Ink2, s.w.T("readings.uncovered"))))
		}
		for _, id := range a.Questions {
			rows = append(rows, widget.Pad(0, 0, 0, 22, s.question(id)))
		}
		out = append(out, widget.Column(2, rows...))
	}
	return widget.Pad(4, 0, 6, 0, widget.Column(10, out...))
}

// question leads to one of our questions; one that is not put to this firm today is only named.
func (s *Screen) question(id string) fyne.CanvasObject {
	id, part := assessments.SplitPart(id)
	full := s.se.Full()
	q := full.Model.Question(id)
	if q == nil {
		return widget.NewText(widget.Small, figure.Ink2, s.w.T("readings.gone", "question", id))
	}
	words := full.Words[s.w.Language].Questions[id]
	text := words.Text
	for _, names := range []map[string]assessments.TitleText{words.Options, words.Rows} {
		if part != "" && names[part].Title != "" {
			text += " " + s.w.T("readings.part", "part", names[part].Title)
		}
	}
	to := q.Source()
	if s.se.Pack.Model.Number(to) == 0 {
		return widget.Pad(0, 0, 0, 4, widget.NewText(widget.Small, figure.Ink2, s.w.T("readings.elsewhere", "question", text)))
	}
	answer := s.w.Answer(s.se.Pack.Model.Question(to), full.Words[s.w.Language].Questions[to], s.se.Answers[to].Value)
	open := widget.NewButton(widget.Quiet, "", text, "chevron-right", func() { s.h.Go(screen.Route{Page: screen.Interview, ID: to}) })
	return widget.Column(0, widget.Wrap(0, 0, open), widget.Pad(0, 0, 0, 4, widget.NewText(widget.Small, figure.Ink2, answer)))
}

// sources are where the framework is described, each with its date, and when we looked.
func (s *Screen) sources() fyne.CanvasObject {
	w := s.w
	rows := []fyne.CanvasObject{widget.NewText(widget.H3, figure.Ink, w.T("readings.sources")),
		widget.NewText(widget.Small, figure.Ink2, w.T("readings.checked", "date", w.DateOf(s.reading.Checked)))}
	for _, src := range s.reading.Sources {
		o, _ := screen.Source(w, src, w.T("readings.undated"))
		rows = append(rows, o)
	}
	return widget.Card(20, widget.Column(8, rows...))
}
