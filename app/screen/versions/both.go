package versions

import (
	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/theme"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/content"
	"nivel/assessments/figure"
	"nivel/assessments/scoring"
)

// both sets the score of the answers under the version they were given to beside that under the
// present one: the whole firm, then each area.
func (s *Screen) both() fyne.CanvasObject {
	w := s.w
	before, now := s.h.Session().Full(), s.c.Pack
	rows := []fyne.CanvasObject{widget.NewText(widget.H3, figure.Ink, w.T("versions.both")), widget.NewText(widget.Small, figure.Ink2, w.T("versions.both.text"))}
	if s.h.Class() != screen.Single {
		rows = append(rows, widget.Row(18, shares, widget.NewText(widget.SmallBold, figure.Ink2, w.T("table.area")),
			widget.NewText(widget.SmallBold, figure.Ink2, w.T("versions.with", "version", s.given())),
			widget.NewText(widget.SmallBold, figure.Ink2, w.T("versions.with", "version", s.now()))))
	}
	if before.Model.Overall != assessments.NoOverall || now.Model.Overall != assessments.NoOverall {
		rows = append(rows, s.row(w.T("versions.firm"), "firm", whole(before.Model, s.was), whole(now.Model, s.c.Result)))
	}
	for i, d := range s.c.Result.Dimensions {
		var old *scoring.Figure
		if x := s.was.Dimension(d.ID); x != nil {
			old = &x.Figure
		}
		rows = append(rows, s.row(now.Words[w.Language].Dimensions[d.ID].Name, now.Model.Dimensions[i].Icon, old, &s.c.Result.Dimensions[i].Figure))
	}
	for i, d := range s.was.Dimensions {
		if s.c.Result.Dimension(d.ID) == nil {
			rows = append(rows, s.row(before.Words[w.Language].Dimensions[d.ID].Name, before.Model.Dimensions[i].Icon, &s.was.Dimensions[i].Figure, nil))
		}
	}
	return widget.Card(20, widget.Column(12, rows...))
}

var shares = []float32{-1.1, -1.6, -1.6}

func whole(m assessments.Model, r *scoring.Result) *scoring.Figure {
	if m.Overall == assessments.NoOverall {
		return nil
	}
	return &r.Overall
}

func (s *Screen) row(name, icon string, old, now *scoring.Figure) fyne.CanvasObject {
	label := screen.Area(&assessments.Dimension{Icon: icon}, widget.Strong, name)
	left, right := s.cell(s.h.Session().Full(), old), s.cell(s.c.Pack, now)
	if s.h.Class() == screen.Single {
		return widget.Column(6, widget.Divider(), label,
			widget.NewText(widget.SmallBold, figure.Ink2, s.w.T("versions.with", "version", s.given())), left,
			widget.NewText(widget.SmallBold, figure.Ink2, s.w.T("versions.with", "version", s.now())), right)
	}
	return widget.Column(12, widget.Divider(), widget.Row(18, shares, label, left, right))
}

// cell is a figure with its coverage; where it may not be shown, what is missing. Nil is an area
// that a version does not have.
func (s *Screen) cell(p *content.Pack, f *scoring.Figure) fyne.CanvasObject {
	w := s.w
	if f == nil {
		return widget.NewText(widget.Small, figure.Ink2, w.T("versions.absent"))
	}
	text := screen.Standing(w, p, *f)
	if f.Applicable > 0 {
		text += " · " + w.Coverage(f.Counts)
	}
	if f.Shown() && f.Open() {
		text += " · " + w.T("format.range", "low", w.Score(f.Low), "high", w.Score(f.High))
	}
	number := widget.NewText(widget.Strong, figure.Ink, screen.Number(w, *f))
	number.Align = fyne.TextAlignTrailing
	vial := widget.NewVial(theme.Dp(120), theme.Dp(20), text, screen.VialOf(*f, 0))
	return widget.Column(4, widget.Centred(8, []float32{-1, theme.Dp(34)}, vial, number), widget.NewText(widget.Small, figure.Ink2, text))
}
