package widget

import (
	"strconv"

	"fyne.io/fyne/v2"

	"nivel/app/theme"
	"nivel/assessments"
	"nivel/assessments/figure"
)

// geometry of a row: where name, vial and keys stand.
func (g *Grid) nameWidth(width float32) float32 {
	switch {
	case g.narrow && g.form != yesNo:
		return width - 32
	case g.form != stages:
		return width - 32 - g.keysWidth() - 12
	}
	return min(theme.Dp(296), 0.31*width)
}

func (g *Grid) keysWidth() float32 {
	switch g.form {
	case yesNo:
		return theme.Dp(52)*2 + theme.Dp(44) + 16
	case plans:
		w := 2*theme.Dp(34) + 4*8
		for _, t := range []string{g.w.Already, g.w.Planned, g.w.Neither} {
			w += g.labelWidth(t)
		}
		return w
	}
	return theme.Dp(32)*2 + 30
}

func (g *Grid) vial(width float32) (x, w float32) {
	if g.narrow {
		return 16, width - 32
	}
	x = 16 + g.nameWidth(width)
	return x, width - x - g.keysWidth() - 28
}

func (g *Grid) headHeight(width float32) float32 {
	if g.form != stages || g.narrow {
		return 0
	}
	h := theme.Dp(36)
	_, w := g.vial(width)
	for _, head := range g.heads {
		h = max(h, NewText(Small, figure.Ink2, head).HeightFor(w/float32(len(g.heads))-8))
	}
	for _, head := range []string{g.w.ShortNA, g.w.ShortUnknown} {
		h = max(h, NewText(Small, figure.Ink2, head).HeightFor(theme.Dp(headKey)))
	}
	return h + 6
}

// headKey is the width of the heads above the two keys.
const headKey = 52

func (g *Grid) rowHeight(i int, width float32) float32 {
	w := g.nameWidth(width) - 8
	title := Strong
	if g.form == yesNo {
		title = Body
	}
	h := NewText(title, figure.Ink, g.rows[i].Title).HeightFor(w) + NewText(Small, figure.Ink2, g.rows[i].Text).HeightFor(w) + 20
	switch {
	case g.narrow && g.form == stages:
		h += theme.Dp(44) + theme.Dp(44)
	case g.narrow && g.form == plans:
		h += theme.Dp(40)
	}
	if g.form != stages {
		return max(theme.Dp(56), h)
	}
	return max(theme.Dp(62), h)
}

func (g *Grid) rowTop(i int, width float32) float32 {
	y := g.headHeight(width)
	for k := range i {
		y += g.rowHeight(k, width)
	}
	return y
}

// HeightFor implements Flower.
func (g *Grid) HeightFor(width float32) float32 {
	if width <= 0 {
		return 0
	}
	return g.rowTop(len(g.ids), width)
}

// MinSize implements fyne.CanvasObject.
func (g *Grid) MinSize() fyne.Size {
	return fyne.NewSize(theme.Dp(260), g.HeightFor(max(g.Size().Width, theme.Dp(260))))
}

// Tapped implements fyne.Tappable.
func (g *Grid) Tapped(e *fyne.PointEvent) {
	Focus(g)
	width := g.Size().Width
	for i := range g.ids {
		top, h := g.rowTop(i, width), g.rowHeight(i, width)
		if e.Position.Y < top || e.Position.Y >= top+h {
			continue
		}
		for _, b := range g.spots(i, width) {
			if e.Position.X >= b.x && e.Position.X < b.x+b.w && e.Position.Y >= b.y && e.Position.Y < b.y+b.h {
				if g.form == plans && b.value.Standing == assessments.Given {
					g.plan(i, [...]int{0, 2, 1}[b.value.Level])
				} else {
					g.set(i, b.value)
				}
				return
			}
		}
		if g.fixed[g.ids[i]] == "" {
			g.cursor = i
			g.Refresh()
		}
	}
}

// spot is a place to press and the answer it stands for.
type spot struct {
	x, y, w, h float32
	key        string
	value      assessments.Value
	stage      bool // a position of the vial
}

func (g *Grid) spots(i int, width float32) []spot {
	top, h := g.rowTop(i, width), g.rowHeight(i, width)
	var out []spot
	if g.form == plans {
		return g.planSpots(top, h, width)
	}
	if g.form == yesNo {
		x := width - 16 - g.keysWidth()
		k := theme.Dp(34)
		y := top + (h-k)/2
		a, b := theme.Dp(52), theme.Dp(44)
		return []spot{{x, y, a, k, g.w.Yes, assessments.Saying(true), false}, {x + a + 8, y, a, k, g.w.No, assessments.Saying(false), false},
			{x + 2*a + 16, y, b, k, "?", assessments.DontKnowValue, false}}
	}
	vx, vw := g.vial(width)
	vh := theme.Dp(36)
	vy := top + (h-vh)/2
	key := theme.Dp(32)
	ky, kx := top+(h-key)/2, width-16-g.keysWidth()+6
	if g.narrow {
		vy = top + h - theme.Dp(88)
		ky, kx = top+h-theme.Dp(42), 16
	}
	step := vw / float32(len(g.heads))
	for level := range g.heads {
		out = append(out, spot{vx + step*float32(level), vy, step, vh, strconv.Itoa(level), assessments.AtLevel(level), true})
	}
	return append(out, spot{kx, ky, key, key, "N", assessments.NotApplicableValue, false},
		spot{kx + key + 22, ky, key, key, "?", assessments.DontKnowValue, false})
}

func (g *Grid) labelWidth(text string) float32 {
	return max(theme.Dp(56), fyne.MeasureText(text, theme.Dp(14), fyne.TextStyle{Bold: true}).Width+20)
}

// planSpots are the buttons of a row of plans: already, planned, neither, and the two that every
// row has.
func (g *Grid) planSpots(top, h, width float32) []spot {
	k := theme.Dp(34)
	x, y := width-16-g.keysWidth(), top+(h-k)/2
	if g.narrow {
		x, y = 16, top+h-k-8
	}
	var out []spot
	add := func(text string, w float32, v assessments.Value) {
		out = append(out, spot{x, y, w, k, text, v, false})
		x += w + 8
	}
	add(g.w.Already, g.labelWidth(g.w.Already), assessments.AtLevel(2))
	add(g.w.Planned, g.labelWidth(g.w.Planned), assessments.AtLevel(1))
	add(g.w.Neither, g.labelWidth(g.w.Neither), assessments.AtLevel(0))
	add("N", k, assessments.NotApplicableValue)
	add("?", k, assessments.DontKnowValue)
	return out
}

// chosen says whether a spot shows the row's answer.
func (g *Grid) chosen(s spot, v assessments.Value) bool {
	if g.form == plans && v.Standing == assessments.Given && s.value.Standing == assessments.Given && s.value.Level > 0 {
		return v.Level&s.value.Level != 0
	}
	return v.Standing != assessments.Unanswered && v.Equal(s.value)
}
