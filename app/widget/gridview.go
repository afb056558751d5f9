package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"nivel/app/theme"
	"nivel/assessments"
	"nivel/assessments/figure"
)

// CreateRenderer implements fyne.Widget.
func (g *Grid) CreateRenderer() fyne.WidgetRenderer {
	r := &gridRenderer{g: g}
	r.Refresh()
	return r
}

type gridRenderer struct {
	g       *Grid
	objects []fyne.CanvasObject
}

// Destroy implements fyne.WidgetRenderer.
func (r *gridRenderer) Destroy() {}

// Objects implements fyne.WidgetRenderer.
func (r *gridRenderer) Objects() []fyne.CanvasObject { return r.objects }

// MinSize implements fyne.WidgetRenderer.
func (r *gridRenderer) MinSize() fyne.Size { return r.g.MinSize() }

// Layout implements fyne.WidgetRenderer.
func (r *gridRenderer) Layout(fyne.Size) { r.Refresh() }

func (r *gridRenderer) put(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(w, h))
	r.objects = append(r.objects, o)
}

// Refresh implements fyne.WidgetRenderer.
func (r *gridRenderer) Refresh() {
	g, width := r.g, r.g.Size().Width
	r.objects = nil
	if width <= 0 {
		return
	}
	head := g.headHeight(width)
	r.put(Box(figure.Surface, figure.Hair, 1, 14), 0, head, width, g.HeightFor(width)-head)
	if head > 0 {
		r.heads(width)
	}
	for i := range g.ids {
		r.row(i, width)
	}
	canvas.Refresh(g)
}

func (r *gridRenderer) heads(width float32) {
	g := r.g
	head := func(text string, centre, w float32) {
		t := NewText(Small, figure.Ink2, text)
		t.Align = fyne.TextAlignCenter
		h := t.HeightFor(w)
		r.put(t, centre-w/2, g.headHeight(width)-h-6, w, h)
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

func (r *gridRenderer) row(i int, width float32) {
	g := r.g
	top, h := g.rowTop(i, width), g.rowHeight(i, width)
	current := g.focused && i == g.cursor
	if current {
		r.put(Box(figure.BlueSoft, figure.Blue, 2, 10), 0, top, width, h)
	} else if i > 0 {
		r.put(Box(figure.Hair, "", 0, 0), 0, top, width, 1)
	}
	w := g.nameWidth(width) - 8
	name, text := NewText(Strong, figure.Ink, g.rows[i].Title), NewText(Small, figure.Ink2, g.rows[i].Text)
	if g.yesNo {
		name = NewText(Body, figure.Ink, g.rows[i].Title)
	}
	nh, th := name.HeightFor(w), text.HeightFor(w)
	y := top + (h-nh-th)/2
	if g.narrow && !g.yesNo {
		y = top + 8
	}
	r.put(name, 16, y, w, nh)
	r.put(text, 16, y+nh, w, th)
	if follows := g.fixed[g.ids[i]]; follows != "" {
		t := NewText(Small, figure.Blue, follows)
		kw := g.keysWidth()
		r.put(t, width-16-kw, top+(h-t.HeightFor(kw))/2, kw, t.HeightFor(kw))
		return
	}
	r.spots(i, width)
}

func (r *gridRenderer) spots(i int, width float32) {
	g := r.g
	v := g.value.Rows[g.ids[i]]
	spots := g.spots(i, width)
	if !g.yesNo {
		r.vial(spots[:6], v)
		spots = spots[6:]
	}
	for _, s := range spots {
		chosen := v.Standing != assessments.Unanswered && v.Equal(s.value)
		box, token := Box(figure.Surface, figure.Edge, 1.25, 7), figure.Ink2
		if chosen {
			box, token = Box(figure.Blue, "", 0, 7), figure.OnBlue
		}
		r.put(box, s.x, s.y, s.w, s.h)
		t := NewText(Style{Size: 14, Line: 20, Bold: chosen}, token, s.key)
		t.Align = fyne.TextAlignCenter
		r.put(t, s.x, s.y+(s.h-theme.Dp(20))/2, s.w, theme.Dp(20))
	}
}

func (r *gridRenderer) vial(spots []spot, v assessments.Value) {
	x, y, h := spots[0].x, spots[0].y, spots[0].h
	w := spots[5].x + spots[5].w - x
	given := v.Standing == assessments.Given
	tube, edge, mark := Box(figure.Sunken, figure.Edge, 1.5, h/2), figure.Edge, figure.Ink2
	if given {
		tube, edge, mark = Box(figure.Fluid, figure.FluidEdge, 1.5, h/2), figure.FluidEdge, figure.Mark
	}
	r.put(tube, x, y, w, h)
	for level, s := range spots {
		cx, cy := s.x+s.w/2, s.y+s.h/2
		line := canvas.NewLine(theme.Color(edge))
		line.StrokeWidth = 1.25
		line.Position1, line.Position2 = fyne.NewPos(cx, y+1), fyne.NewPos(cx, y+h-1)
		r.objects = append(r.objects, line)
		bold := given && v.Level == level
		if bold {
			bw, bh := theme.Dp(50), theme.Dp(25)
			bw = min(bw, s.w-4)
			r.put(Box(figure.Bubble, figure.Mark, 2, bh/2), cx-bw/2, cy-bh/2, bw, bh)
		} else {
			d := theme.Dp(21)
			fill := figure.Surface
			if given {
				fill = figure.Fluid
			}
			r.put(Box(fill, edge, 1.25, d/2), cx-d/2, cy-d/2, d, d)
		}
		style := Style{Size: 13, Line: 18}
		if bold {
			style = Style{Size: 15, Line: 18, Bold: true}
			mark = figure.Mark
		}
		t := NewText(style, mark, s.key)
		t.Align = fyne.TextAlignCenter
		r.put(t, cx-15, cy-theme.Dp(9), 30, theme.Dp(18))
	}
}
