package region

import (
	"strconv"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/theme"
	"nivel/app/widget"
	"nivel/assessments/figure"
	domain "nivel/assessments/region"
)

// figures are all of them, the means in front.
func (s *Screen) figures() {
	r := &s.view.Rollup
	if r.Waiting > 0 {
		s.body.Add(widget.Banner(widget.ToneNeutral, "clock", "", s.w.N("region.waiting", r.Waiting, "date", s.w.Date(r.Since))))
	}
	s.means()
	var missed []fyne.CanvasObject
	if len(r.Missed) > 0 {
		missed = append(missed, screen.CardHead("search", s.t("missed")), widget.NewText(widget.Small, figure.Ink2, s.t("missed.text", "total", r.Firms)))
		for _, m := range r.Missed[:min(len(r.Missed), 8)] {
			missed = append(missed, s.bar(s.say.Question(m.Question), m.Firms, r.Firms))
		}
	}
	var spread []fyne.CanvasObject
	if len(r.Levels) > 0 {
		spread = append(spread, screen.CardHead("level", s.t("spread")))
		for _, x := range r.Levels {
			spread = append(spread, s.bar(s.say.Levels(x), x.Firms, r.Firms))
		}
		for _, a := range r.Areas {
			spread = append(spread, widget.NewText(widget.TightBold, figure.Ink, s.say.Dimension(a.Dimension)))
			for _, x := range a.Levels {
				spread = append(spread, s.bar(s.say.Levels(x), x.Firms, r.Firms))
			}
		}
	}
	for _, rows := range [][]fyne.CanvasObject{missed, spread} {
		if rows != nil {
			s.card(rows...)
		}
	}
	if c := r.Change; c != nil {
		rows := []fyne.CanvasObject{screen.CardHead("compare", s.t("change")), widget.NewText(widget.Small, figure.Ink2, s.w.N("region.change.text", c.Firms))}
		lines := []screen.HeatLine{}
		for _, m := range c.Values {
			lines = append(lines, screen.HeatLine{Name: s.say.Dimension(m.Dimension), Cells: []fyne.CanvasObject{screen.HeatCell(s.w, m.First, ""), screen.HeatCell(s.w, m.Last, "")}})
		}
		s.card(append(rows, screen.HeatMap([]string{s.t("first"), s.t("last")}, lines)...)...)
	}
	if beside := s.say.Beside(); len(beside) > 0 {
		rows := []fyne.CanvasObject{screen.CardHead("globe", s.t("index"))}
		for _, text := range beside {
			rows = append(rows, widget.NewText(widget.Body, figure.Ink, text))
		}
		s.card(append(rows, widget.NewText(widget.Small, figure.Ink2, s.w.T("region.index.source")))...)
	}
	csv := widget.NewButton(widget.Quiet, "export", s.w.T("region.table.csv"), "", func() { s.table(".csv", s.say.CSV) })
	s.card(screen.CardHead("lock", s.t("method")), widget.NewText(widget.Body, figure.Ink, s.t("method.text", "least", domain.Fewest)),
		widget.NewText(widget.Small, figure.Ink2, s.t("leaving")), widget.Wrap(0, 0, csv))
}

// means is the heat map, by the grouping that is chosen.
func (s *Screen) means() {
	r := &s.view.Rollup
	rows := []fyne.CanvasObject{screen.CardHead("level", s.t("means"))}
	if len(r.Tables) > 0 {
		s.by = min(s.by, len(r.Tables)-1)
		var names []string
		for _, t := range r.Tables {
			names = append(names, s.t("by."+string(t.By)))
		}
		s.choice = widget.NewSegmented(names, s.by, func(i int) {
			s.by = i
			s.show()
			widget.Focus(s.choice)
		})
		rows = append(rows, widget.Wrap(0, 0, s.choice))
	}
	var lines []screen.HeatLine
	held := false
	if len(r.Tables) > 0 {
		t := r.Tables[s.by]
		for _, x := range t.Rows {
			lines = append(lines, s.line(t.By, x))
			held = held || x.Held != domain.Shown
		}
	}
	lines = append(lines, s.line("", r.All))
	if s.h.Class() == screen.Single {
		rows = append(rows, s.lists(lines)...)
	} else {
		rows = append(rows, screen.HeatMap(s.names(), lines)...)
	}
	if held {
		rows = append(rows, widget.NewText(widget.Small, figure.Ink2, s.t("held.text", "least", domain.Fewest)))
	}
	s.card(rows...)
}

// lists are the lines of the map below each other, where there is no room for columns.
func (s *Screen) lists(lines []screen.HeatLine) []fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for _, l := range lines {
		rows = append(rows, widget.Divider(), widget.NewText(widget.Strong, figure.Ink, l.Name))
		for i, name := range s.names() {
			rows = append(rows, widget.Centred(10, []float32{-1, theme.Dp(76)}, widget.NewText(widget.Tight, figure.Ink, name), l.Cells[i]))
		}
	}
	return rows
}

// bar is a number of firms as a length below its name.
func (s *Screen) bar(name string, n, total int) fyne.CanvasObject {
	part := float64(n) / float64(max(total, 1))
	length := widget.NewDrawing(theme.Dp(200), theme.Dp(9), "", func(w, h float64) figure.Drawing {
		return figure.Drawing{W: w, H: h, Shapes: []figure.Shape{{Kind: figure.Rect, W: w, H: h, R: h / 2, Fill: figure.Sunken}, {Kind: figure.Rect, W: max(w*part, h), H: h, R: h / 2, Fill: figure.Blue}}}
	})
	number := widget.NewText(widget.Strong, figure.Ink, strconv.Itoa(n))
	return widget.Column(3, widget.Centred(10, []float32{-1, 0}, widget.NewText(widget.Tight, figure.Ink, name), number), length)
}
