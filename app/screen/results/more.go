package results

import (
	"math/big"
	"strings"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/theme"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/figure"
)

// ways lead on from the overall figure: where it comes from, the weights, the other rounds.
func (s *Screen) ways() fyne.CanvasObject {
	w := s.w
	label := w.T("why.link.none")
	if o := s.result.Overall; o.Shown() {
		label = w.T("why.link", "value", w.Score(o.Value))
	}
	out := []fyne.CanvasObject{widget.NewButton(widget.Quiet, "search", label, "", func() { s.h.Go(screen.Route{Page: screen.Why}) })}
	if s.whole() != assessments.NoOverall && len(s.result.Dimensions) > 1 {
		out = append(out, widget.NewButton(widget.Quiet, "level", w.T("weights.open"), "", func() { s.weights(nil, nil) }))
	}
	out = append(out, widget.NewButton(widget.Quiet, "compare", w.T("rounds.link"), "", func() { s.h.Go(screen.Route{Page: screen.Rounds}) }))
	return widget.Wrap(14, 4, out...)
}

// risks counts what may stop the firm; it has no part in any level.
func (s *Screen) risks() fyne.CanvasObject {
	w := s.w
	r := s.h.Session().Risks()
	if r.Total == 0 || r.Known() == 0 {
		return nil
	}
	head := widget.Centred(8, []float32{-1, 0}, screen.CardHead("alert", w.T("risk.title")), widget.Chip(widget.ToneOutline, "", w.T("risk.count", "n", len(r.Present), "total", r.Total)))
	note := w.T("risk.text")
	if len(r.Present) == 0 {
		note = w.T("risk.none") + " " + note
	}
	if n := len(r.Open); n > 0 {
		note += " " + w.N("risk.open", n)
	}
	rows := []fyne.CanvasObject{head, widget.NewText(widget.Small, figure.Ink2, note)}
	var list []fyne.CanvasObject
	for _, id := range r.Present {
		x := s.words.Risks[id]
		list = append(list, widget.Column(2, widget.NewText(widget.Strong, figure.Ink, x.Title), widget.NewText(widget.Tight, figure.Ink2, x.Text)))
	}
	if s.h.Class() == screen.Single || len(list) < 2 {
		return widget.Card(18, widget.Column(10, append(rows, list...)...))
	}
	half := (len(list) + 1) / 2
	rows = append(rows, widget.Row(24, []float32{-1, -1}, widget.Column(10, list[:half]...), widget.Column(10, list[half:]...)))
	return widget.Card(18, widget.Column(10, rows...))
}

// weights shows the areas' weights over the side. Typed are those of a try that was refused, and why.
func (s *Screen) weights(typed map[string]string, wrong error) {
	w, se := s.w, s.h.Session()
	var panel *screen.Panel
	now := map[string]string{}
	rows := []fyne.CanvasObject{widget.NewText(widget.Body, figure.Ink, w.T("weights.text"))}
	if wrong != nil {
		rows = append(rows, screen.Fault(w, wrong))
	}
	for _, d := range se.Pack.Model.Dimensions {
		text := "1"
		if d.Weight != nil {
			text = strings.Replace(assessments.Plain(d.Weight), ".", w.T("format.decimal"), 1)
		}
		if t, ok := typed[d.ID]; ok {
			text = t
		}
		now[d.ID] = text
		entry := widget.NewEntry(1, text, func(v string) { now[d.ID] = v })
		rows = append(rows, widget.Centred(12, []float32{-1, theme.Dp(90)}, widget.NewText(widget.Body, figure.Ink, s.words.Dimensions[d.ID].Name), entry))
	}
	use := func(overrides map[string]*big.Rat, err error) {
		if err == nil {
			err = se.SetWeights(overrides)
		}
		panel.Close()
		if err != nil {
			s.weights(now, err)
			return
		}
		s.h.Reload()
	}
	rows = append(rows, widget.NewButton(widget.Secondary, "check", w.T("weights.apply"), "", func() { use(s.typed(now)) }))
	if se.Variant() {
		rows = append(rows, widget.NewButton(widget.Quiet, "undo", w.T("weights.standard"), "", func() { use(nil, nil) }))
	} else {
		rows = append(rows, widget.NewText(widget.Small, figure.Ink2, w.T("weights.now")))
	}
	panel = screen.Side(s.h, w.T("weights.title"), rows...)
}

// typed reads what was typed as weights.
func (s *Screen) typed(texts map[string]string) (map[string]*big.Rat, error) {
	out := map[string]*big.Rat{}
	for id, text := range texts {
		clean := strings.ReplaceAll(strings.TrimSpace(text), ",", ".")
		r, ok := new(big.Rat), len(clean) > 0 && len(clean) <= 12 && strings.Trim(clean, "0123456789.-") == ""
		if ok {
			r, ok = r.SetString(clean)
		}
		if !ok {
			if n := []rune(text); len(n) > 20 {
				text = string(n[:20]) + "…"
			}
			return nil, assessments.NewFault("weight-notnumber", "text", text)
		}
		out[id] = r
	}
	return out, nil
}
