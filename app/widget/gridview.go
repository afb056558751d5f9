package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"nivel/app/theme"
	"nivel/assessments"
	"nivel/assessments/figure"
)

// CreateRenderer implements fyne.Widget.
func (g *Grid) CreateRenderer() fyne.WidgetRenderer { return newPainted(g, g) }

func (g *Grid) paint(to *sheet, size fyne.Size) {
	width := size.Width
	head := g.headHeight(width)
	to.put(Box(figure.Surface, figure.Hair, 1, 14), 0, head, width, g.HeightFor(width)-head)
	if head > 0 {
		g.paintHeads(to, width)
	}
	for i := range g.ids {
		g.paintRow(to, i, width)
	}
}

func (g *Grid) paintHeads(to *sheet, width float32) {
	head := func(text string, centre, w float32) {
		t := NewText(Small, figure.Ink2, text)
		t.Align = fyne.TextAlignCenter
		h := t.HeightFor(w)
		to.put(t, centre-w/2, g.headHeight(width)-h-6, w, h)
	}
	for k, s := range g.spots(0, width) {
		switch {
		case s.stage:
			head(g.heads[k], s.x+s.w/2, s.w-8)
		case s.key == "N":
			head(g.w.ShortNA, s.x+s.w/2, theme.Dp(headKey))
		default:
			head(g.w.ShortUnknown, s.x+s.w/2, theme.Dp(headKey))
		}
	}
}

func (g *Grid) paintRow(to *sheet, i int, width float32) {
	top, h := g.rowTop(i, width), g.rowHeight(i, width)
	current := g.focused && i == g.cursor
	if current {
		to.put(Box(figure.BlueSoft, figure.Blue, 2, 10), 0, top, width, h)
	} else if i > 0 {
		to.put(Box(figure.Hair, "", 0, 0), 0, top, width, 1)
	}
	w := g.nameWidth(width) - 8
	name, text := NewText(Strong, figure.Ink, g.rows[i].Title), NewText(Small, figure.Ink2, g.rows[i].Text)
	if g.form == yesNo {
		name = NewText(Body, figure.Ink, g.rows[i].Title)
	}
	nh, th := name.HeightFor(w), text.HeightFor(w)
	y := top + (h-nh-th)/2
	if g.narrow && g.form != yesNo {
		y = top + 8
	}
	to.put(name, 16, y, w, nh)
	to.put(text, 16, y+nh, w, th)
	if follows := g.fixed[g.ids[i]]; follows != "" {
		t := NewText(Small, figure.Blue, follows)
		kw := g.keysWidth()
		to.put(t, width-16-kw, top+(h-t.HeightFor(kw))/2, kw, t.HeightFor(kw))
		return
	}
	g.paintSpots(to, i, width)
}

func (g *Grid) paintSpots(to *sheet, i int, width float32) {
	v := g.value.Rows[g.ids[i]]
	spots := g.spots(i, width)
	if n := len(g.heads); g.form == stages {
		paintStages(to, spots[:n], v)
		spots = spots[n:]
	}
	for _, s := range spots {
		chosen := g.chosen(s, v)
		box, token := Box(figure.Surface, figure.Edge, 1.25, 7), figure.Ink2
		if chosen {
			box, token = Box(figure.Blue, "", 0, 7), figure.OnBlue
		}
		to.put(box, s.x, s.y, s.w, s.h)
		t := NewText(Style{Size: 14, Line: 20, Bold: chosen}, token, s.key)
		t.Align = fyne.TextAlignCenter
		to.put(t, s.x, s.y+(s.h-theme.Dp(20))/2, s.w, theme.Dp(20))
	}
}

func paintStages(to *sheet, spots []spot, v assessments.Value) {
	x, y, h := spots[0].x, spots[0].y, spots[0].h
	last := spots[len(spots)-1]
	w := last.x + last.w - x
	given := v.Standing == assessments.Given
	tube, edge, mark := Box(figure.Sunken, figure.Edge, 1.5, h/2), figure.Edge, figure.Ink2
	if given {
		tube, edge, mark = Box(figure.Fluid, figure.FluidEdge, 1.5, h/2), figure.FluidEdge, figure.Mark
	}
	to.put(tube, x, y, w, h)
	for level, s := range spots {
		cx, cy := s.x+s.w/2, s.y+s.h/2
		line := canvas.NewLine(theme.Color(edge))
		line.StrokeWidth = 1.25
		line.Position1, line.Position2 = fyne.NewPos(cx, y+1), fyne.NewPos(cx, y+h-1)
		to.objects = append(to.objects, line)
		bold := given && v.Level == level
		if bold {
			bw, bh := theme.Dp(50), theme.Dp(25)
			bw = min(bw, s.w-4)
			to.put(Box(figure.Bubble, figure.Mark, 2, bh/2), cx-bw/2, cy-bh/2, bw, bh)
		} else {
			d := theme.Dp(21)
			fill := figure.Surface
			if given {
				fill = figure.Fluid
			}
			to.put(Box(fill, edge, 1.25, d/2), cx-d/2, cy-d/2, d, d)
		}
		style := Style{Size: 13, Line: 18}
		if bold {
			style = Style{Size: 15, Line: 18, Bold: true}
			mark = figure.Mark
		}
		t := NewText(style, mark, s.key)
		t.Align = fyne.TextAlignCenter
		to.put(t, cx-15, cy-theme.Dp(9), 30, theme.Dp(18))
	}
}
