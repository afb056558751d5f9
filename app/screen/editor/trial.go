package editor

import (
	"slices"

	"fyne.io/fyne/v2"

	"nivel/app/widget"
	"nivel/assessments/answerfile"
	"nivel/assessments/content"
	"nivel/assessments/draft"
	"nivel/assessments/figure"
	"nivel/assessments/scoring"

	"nivel/assessments"
)

// trial is what the sample firm scores, or why it does not.
type trial struct {
	draft.Trial
	before *content.Pack
	err    error
}

// try scores the sample firm under the original and under the draft.
func try(lib *content.Library, d *draft.Draft, sample func() (*answerfile.File, error)) *trial {
	file, err := sample()
	if err != nil {
		return &trial{err: err}
	}
	before := lib.Version(d.Origin, d.OriginVersion)
	if before == nil {
		before = lib.Pack(d.Pack.Model.ID)
	}
	if before == nil {
		before = &d.Pack
	}
	scope := assessments.Scope{Path: file.Path, Size: file.Company.Size(), Sector: lib.Sector(file.Company.NACE)}
	return &trial{Trial: draft.Try(&before.Model, d, file.Answers, scope), before: before}
}

// trial shows both results side by side.
func (s *side) trial() []fyne.CanvasObject {
	p, w := s.p, s.p.w
	out := []fyne.CanvasObject{widget.NewText(widget.H3, figure.Ink, p.t("trial.title")),
		widget.Wrap(8, 4, widget.Chip(widget.ToneWarn, "info", w.T("sample.chip")))}
	t := p.work.trial
	switch {
	case t == nil:
		return append(out, widget.NewText(widget.Body, figure.Ink2, p.t("trial.wait")))
	case t.err != nil:
		return append(out, widget.Banner(widget.ToneErr, "alert", p.t("failed"), w.Fault(t.err)))
	case t.Given == 0:
		return append(out, widget.NewText(widget.Body, figure.Ink2, p.t("trial.none")))
	}
	name := cmpOr(t.before.Words[w.Language].Name, t.before.Model.ID)
	out = append(out, widget.NewText(widget.Small, figure.Ink2, w.T("editor.trial.text", "name", name, "version", t.before.Model.Version)))
	d := p.work.d
	words := d.Pack.Words[p.work.language]
	if d.Pack.Model.Overall != assessments.NoOverall {
		out = append(out, s.compare(p.t("trial.overall"), &t.Before.Overall, &t.After.Overall))
	}
	for i := range t.After.Dimensions {
		x := &t.After.Dimensions[i]
		var before *scoring.Figure
		if k := slices.IndexFunc(t.Before.Dimensions, func(b scoring.Dimension) bool { return b.ID == x.ID }); k >= 0 {
			before = &t.Before.Dimensions[k].Figure
		}
		out = append(out, s.compare(cmpOr(words.Dimensions[x.ID].Name, x.ID), before, &x.Figure))
	}
	foot := w.Coverage(t.After.Overall.Counts)
	if t.Left > 0 {
		foot += " " + w.N("editor.trial.left", t.Left)
	}
	return append(out, widget.NewText(widget.Small, figure.Ink2, foot))
}

// compare is one score before and after.
func (s *side) compare(name string, before, after *scoring.Figure) fyne.CanvasObject {
	p := s.p
	part := func(key string, f *scoring.Figure) fyne.CanvasObject {
		style, value := widget.H3, p.t("trial.nothing")
		lines := []fyne.CanvasObject{widget.NewText(widget.Small, figure.Ink2, p.t(key))}
		if f != nil && f.Shown() {
			value = p.w.Score(f.Value)
		}
		lines = append(lines, widget.NewText(style, figure.Ink, value))
		if f != nil && f.Shown() && f.Open() {
			lines = append(lines, widget.NewText(widget.Small, figure.Ink2, p.w.T("format.range", "low", p.w.Score(f.Low), "high", p.w.Score(f.High))))
		}
		return widget.Column(0, lines...)
	}
	fill := figure.Side
	if before == nil || before.Shown() != after.Shown() || before.Shown() && before.Value.Cmp(after.Value) != 0 {
		fill = figure.BlueSoft
	}
	return widget.Tinted(fill, 10, 10, widget.Column(4, widget.NewText(widget.TightBold, figure.Ink, name),
		widget.Row(10, []float32{-1, -1}, part("trial.before", before), part("trial.after", after))))
}
