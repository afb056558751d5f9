package series

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/theme"
	"nivel/app/widget"
	"nivel/assessments/figure"
	"nivel/assessments/series"
)

// overview is a series at a glance: when, who, what is shared.
type overview struct {
	page
	main  *widget.Button
	rows  *widget.Rows
	parts *fyne.Container
	frame *widget.Page
}

func newOverview(p page) *overview {
	s := &overview{page: p}
	next := p.s.Next(p.h.Session().Today())
	switch {
	case p.s.Closed():
		s.main = widget.NewButton(widget.Next, "calendar", s.t("follow"), "right", func() { s.to(s.s.ID, followPage) })
	case next == 0:
		s.main = widget.NewButton(widget.Next, "check", s.t("close"), "right", func() { s.to(s.s.ID, closePage) })
	default:
		s.main = widget.NewButton(widget.Next, "", s.t("prepare", "n", next), "right", func() { s.to(s.s.ID, meetingPage, strconv.Itoa(next)) })
	}
	return s
}

// Start implements screen.Starter.
func (s *overview) Start() fyne.Focusable { return s.main }

// Primary implements screen.Primary.
func (s *overview) Primary() { s.main.OnTapped() }

// Key implements screen.Keyed.
func (s *overview) Key(e *fyne.KeyEvent) bool {
	if e.Name == fyne.KeyEscape {
		s.to()
		return true
	}
	return false
}

// Content implements screen.Screen.
func (s *overview) Content() fyne.CanvasObject {
	c := s.h.Class()
	homework := widget.NewButton(widget.Secondary, "print", s.t("papers"), "", s.papers)
	lead := s.w.N("series.count", len(s.s.Firms)) + ". " + s.t("shape")
	column := []fyne.CanvasObject{s.head(s.s.Sample, s.title(), lead, homework, s.main)}
	if c != screen.Single {
		column = append(column, widget.Column(6, s.timeline(), s.cards()))
	} else {
		column = append(column, s.cards())
	}
	s.parts = widget.Column(14)
	s.fill()
	column = append(column, s.parts, s.more())
	s.frame = s.body(column...)
	s.rows.OnMove = func(top, bottom float32) { s.frame.Reveal(s.rows, top, bottom) }
	return s.frame
}

// fill shows firms and gaps, side by side where there is room.
func (s *overview) fill() {
	c := s.h.Class()
	table, gaps := s.table(), s.gaps()
	if c == screen.Wide {
		s.parts.Objects = []fyne.CanvasObject{widget.Row(16, []float32{-618, -358}, table, gaps)}
		return
	}
	i, shown := 0, table
	if s.desk.gaps {
		i, shown = 1, gaps
	}
	choice := widget.NewSegmented([]string{s.t("tab.firms"), s.t("tab.gaps")}, i, func(i int) {
		s.desk.gaps = i == 1
		shown := table
		if s.desk.gaps {
			shown = gaps
		}
		s.parts.Objects[1] = shown
		s.parts.Refresh()
		screen.Follow(s.frame, s.parts)
		s.frame.Relayout()
	})
	s.parts.Objects = []fyne.CanvasObject{widget.Wrap(0, 0, choice), shown}
}

// timeline is the six weeks as a vial with the meetings as marks and today as its bubble.
func (s *overview) timeline() fyne.CanvasObject {
	progress := s.s.Progress(s.h.Session().Today())
	today := s.t("today")
	labels := make([]string, series.Weeks+1)
	for i := range labels {
		labels[i] = s.t("week", "n", i)
	}
	alt := s.t("timeline.alt", "n", s.w.Int(min(series.Weeks, max(0, int(progress*series.Weeks)))))
	top, h, size := float64(theme.Dp(22)), float64(theme.Dp(34)), float64(theme.Dp(13))
	return widget.NewDrawing(0, theme.Dp(58), alt, func(w, _ float64) figure.Drawing {
		d := figure.Drawing{W: w, H: top + h + 2}
		add := func(x ...figure.Shape) { d.Shapes = append(d.Shapes, x...) }
		inset := 0.0765 * w
		at := func(week float64) float64 { return inset + week/series.Weeks*(w-2*inset) }
		add(figure.Shape{Kind: figure.Rect, Y: top, W: w, H: h, R: h / 2, Fill: figure.Fluid, Stroke: figure.FluidEdge, StrokeWidth: 1.5},
			figure.Shape{Kind: figure.Rect, X: h * 0.55, Y: top + h*0.14, W: w - 1.1*h, H: 3, R: 1.5, Fill: figure.White, Opacity: 0.62})
		for i, label := range labels {
			x, width := at(float64(i)), 1.25
			if i%(series.Weeks/series.Homework) == 0 {
				width = 2.25
			}
			add(figure.Shape{Kind: figure.Line, X: x, Y: top + 1, X2: x, Y2: top + h - 1, Stroke: figure.Mark, StrokeWidth: width},
				figure.Shape{Kind: figure.Text, X: x, Y: 0, H: top - 4, Text: label, Size: size, Fill: figure.Ink2, Align: figure.Centre})
		}
		if progress > -0.5 && progress < 1.5 {
			x := min(max(at(progress*series.Weeks), h), w-h)
			bw, bh := h*1.56, h*0.78
			add(figure.Shape{Kind: figure.Rect, X: x - bw/2, Y: top + (h-bh)/2, W: bw, H: bh, R: bh / 2, Fill: figure.Bubble, Stroke: figure.Mark, StrokeWidth: 1.75},
				figure.Shape{Kind: figure.Text, X: x, Y: top + (h-bh)/2, H: bh, Text: today, Size: size, Bold: true, Fill: figure.Mark, Align: figure.Centre})
		}
		return d
	})
}

// cards are the meetings with the homework between them.
func (s *overview) cards() fyne.CanvasObject {
	var all []fyne.CanvasObject
	today := s.h.Session().Today()
	next := s.s.Next(today)
	for i := range s.s.Meetings {
		m := &s.s.Meetings[i]
		n := strconv.Itoa(i + 1)
		state, icon, token, edge, width := s.w.ShortDate(m.Day), "circle", figure.Ink2, figure.Hair, float32(1)
		switch {
		case i+1 == next && !s.s.Closed():
			state, icon, token, edge, width = s.when(m.Day, today), "step", figure.Pencil, figure.Pencil, 2
		case m.Day < today && s.s.Held(i+1):
			state, icon, token = s.t("held", "date", s.w.ShortDate(m.Day)), "check-circle", figure.Blue
		case m.Day < today:
			state, icon, token = s.t("unheld", "date", s.w.ShortDate(m.Day)), "alert", figure.Warn
		}
		open := widget.NewButton(widget.Quiet, "", s.t("doc.m"+n+".title"), "", func() { s.to(s.s.ID, meetingPage, n) })
		head := widget.Label(icon, token, 17, 7, widget.NewText(widget.SmallBold, token, state))
		all = append(all, widget.Over(widget.Box(figure.Surface, edge, width, 12), widget.Pad(9, 8, 8, 10, widget.Column(1, head, widget.Wrap(0, 0, open)))))
		if i < series.Homework {
			done := s.t("homework.done", "n", i+1, "done", s.s.Done(i+1), "all", len(s.s.Firms))
			all = append(all, widget.Pad(10, 4, 8, 4, widget.Column(4, widget.Label("note", figure.Ink2, 16, 7, widget.NewText(widget.Small, figure.Ink2, done)),
				widget.NewText(widget.Small, figure.Ink, s.t("homework."+n+".text")))))
		}
	}
	if s.h.Class() == screen.Single {
		return widget.Column(8, all...)
	}
	return widget.Row(12, []float32{-1, -1, -1, -1, -1}, all...)
}

// when is the day of the next meeting, and in how many days that is.
func (s *overview) when(day, today string) string {
	if n := series.Days(today, day); n > 0 {
		return s.w.N("series.indays", n, "date", s.w.ShortDate(day))
	}
	return s.t("istoday", "date", s.w.ShortDate(day))
}

// shares of the table of firms; in the head too.
func (s *overview) shares() []float32 {
	return []float32{theme.Dp(22), -36, theme.Dp(58), theme.Dp(58), theme.Dp(76), theme.Dp(70), -24}
}

// table is the firms, one below the other: Return opens one.
func (s *overview) table() fyne.CanvasObject {
	s.rows = widget.NewRows(widget.RowsLines)
	s.rows.OnChoose = func(i int) {
		s.desk.at[s.s.ID] = i
		s.to(s.s.ID, firmPage, s.s.Firms[i].Company)
	}
	var rows []fyne.CanvasObject
	for i := range s.s.Firms {
		rows = append(rows, s.row(i))
	}
	s.rows.Set(rows, s.desk.at[s.s.ID])
	if s.frame != nil {
		s.rows.OnMove = func(top, bottom float32) { s.frame.Reveal(s.rows, top, bottom) }
	}
	if len(rows) == 0 {
		return widget.Card(18, widget.NewText(widget.Body, figure.Ink, s.t("nofirms")))
	}
	if s.h.Class() == screen.Single {
		return widget.Card(8, s.rows)
	}
	var heads []fyne.CanvasObject
	for i, key := range []string{"number", "firm", "first", "second", "different", "homework", "idea"} {
		t := widget.NewText(widget.Small, figure.Ink2, s.t("column."+key))
		if i > 1 && i < 6 {
			t.Align = fyne.TextAlignCenter
		}
		heads = append(heads, t)
	}
	head := widget.Pad(10, 10, 10, 12, widget.Centred(6, s.shares(), heads...))
	return widget.Over(widget.Box(figure.Surface, figure.Hair, 1, 14), widget.Column(2, widget.Over(widget.Box(figure.Sunken, "", 0, 12), head), widget.Pad(0, 2, 6, 2, s.rows)))
}

// row is one firm.
func (s *overview) row(i int) fyne.CanvasObject {
	f := &s.s.Firms[i]
	x := s.standing(f.Company)
	icon, different := s.differences(x)
	idea := "–"
	if chosen := f.Chosen(); len(chosen) > 0 {
		idea = s.idea(chosen[0])
		if n := len(chosen); n > 1 {
			idea = s.t("idea.more", "idea", idea, "n", n-1)
		}
	}
	homework := s.homework()
	if s.h.Class() == screen.Single {
		parts := []string{s.t("row.different", "text", different)}
		if f.Did(homework) {
			parts = append(parts, s.t("row.homework", "n", homework))
		}
		if len(f.Chosen()) > 0 {
			parts = append(parts, idea)
		}
		return widget.Pad(8, 8, 8, 8, widget.Column(1, widget.NewText(widget.Strong, figure.Ink, s.w.Int(i+1)+". "+s.name(f.Company)), widget.NewText(widget.Small, figure.Ink2, strings.Join(parts, " · "))))
	}
	said := [series.People]bool{}
	if x != nil {
		said = x.Said
	}
	var diff fyne.CanvasObject
	text := widget.NewText(widget.Tight, figure.Ink, different)
	text.Align = fyne.TextAlignCenter
	diff = text
	if icon != "" {
		diff = centred(widget.Label(icon, figure.Warn, 16, 5, widget.NewText(widget.TightBold, figure.Warn, different)))
	} else if x == nil || !x.Whole() {
		text.Style, text.Token = widget.Small, figure.Ink2
	}
	line := fyne.CanvasObject(widget.Space(1, 1))
	if i+1 < len(s.s.Firms) {
		line = widget.Divider()
	}
	return widget.Column(0, widget.Pad(8, 8, 8, 10, widget.Centred(6, s.shares(), widget.NewText(widget.Tight, figure.Ink2, s.w.Int(i+1)), widget.NewText(widget.TightBold, figure.Ink, s.name(f.Company)),
		mark(said[0]), mark(said[1]), diff, mark(f.Did(homework)), widget.NewText(widget.Small, figure.Ink, idea))), line)
}

// homework is the one that the table tells of: the second once the second meeting has been.
func (s *overview) homework() int {
	if s.s.Meetings[1].Day < s.h.Session().Today() {
		return 2
	}
	return 1
}

// mark is a tick, or an empty circle.
func mark(done bool) fyne.CanvasObject {
	if done {
		return centred(widget.Icon("check-circle", figure.Blue, 18))
	}
	return centred(widget.Icon("circle", figure.Ink2, 18))
}

// centred sets something into the middle of its column.
func centred(o fyne.CanvasObject) fyne.CanvasObject {
	return widget.Centred(0, []float32{-1, 0, -1}, widget.Space(1, 1), o, widget.Space(1, 1))
}

// gaps is who shares what, and the tables of the second meeting.
func (s *overview) gaps() fyne.CanvasObject {
	rows := []fyne.CanvasObject{widget.NewText(widget.H3, figure.Ink, s.t("gaps")), widget.NewText(widget.Small, figure.Ink2, s.t("gaps.text"))}
	rows = append(rows, matrix(s.w, s.firms, numbers(s.w, len(s.firms))), widget.Divider(), widget.NewText(widget.TightBold, figure.Ink, s.t("groups")))
	groups := series.Groups(series.SharedBy(series.Candidates(s.firms)))
	for _, g := range groups {
		var all []string
		for i := range s.s.Firms {
			for _, id := range g.Firms {
				if id == s.s.Firms[i].Company {
					all = append(all, s.w.Int(i+1))
				}
			}
		}
		icon, short := s.dimension(g.Dimension)
		rows = append(rows, widget.Label(icon, figure.Ink2, 16, 7, widget.NewText(widget.Small, figure.Ink, s.t("group", "what", short, "firms", strings.Join(all, ", ")))))
	}
	if len(groups) == 0 {
		rows = append(rows, widget.NewText(widget.Small, figure.Ink2, s.t("groups.none")))
	}
	wall := widget.NewButton(widget.Secondary, "image", s.t("wall"), "", func() { s.to(s.s.ID, wallPage) })
	rows = append(rows, widget.Divider(), widget.Label("lock", figure.Ink2, 16, 7, widget.NewText(widget.Small, figure.Ink2, s.t("only"))), widget.Wrap(0, 0, wall))
	return widget.Card(18, widget.Column(9, rows...))
}

// more is what is done with a series beside the meetings.
func (s *overview) more() fyne.CanvasObject {
	button := func(icon, key string, to string) fyne.CanvasObject {
		return widget.NewButton(widget.Secondary, icon, s.t(key), "", func() { s.to(s.s.ID, to) })
	}
	buttons := []fyne.CanvasObject{button("calendar", "dates", datesPage), button("step", "follow", followPage)}
	if !s.s.Closed() {
		buttons = append(buttons, button("check", "close", closePage))
	}
	var drop *widget.Button
	sure := false
	drop = widget.NewButton(widget.Quiet, "trash", s.t("drop"), "", func() {
		if !sure {
			sure = true
			drop.SetText(s.t("drop.sure"))
			s.frame.Relayout()
			return
		}
		if err := s.h.Session().DeleteUndertaking(s.s.ID); err != nil {
			screen.Trouble(s.h, err)
			return
		}
		s.to()
	})
	return widget.Wrap(10, 8, append(buttons, drop)...)
}
