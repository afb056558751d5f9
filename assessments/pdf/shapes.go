package pdf

import (
	"fmt"
	"math"

	"nivel/assessments/figure"
	"nivel/assessments/report"
)

// dp is one unit of the geometry on paper: a hundredth part of what it is on screen, in
// millimetres, so that strokes and frames keep their proportions.
const dp = 25.4 / 96

// draw puts a drawing with its top left corner at x, y.
func (c *canvas) draw(d figure.Drawing, x, y float64) {
	var under figure.Shape // the last filled rectangle: what a glass or a text stands on
	for _, s := range d.Shapes {
		switch s.Kind {
		case figure.Text:
			c.shapeText(d, s, under, x, y)
			continue
		case figure.Rect:
			c.roundRect(x+s.X*dp, y+s.Y*dp, s.W*dp, s.H*dp, s.R*dp, s.Corners)
		case figure.Line:
			c.move(x+s.X*dp, y+s.Y*dp)
			c.to(x+s.X2*dp, y+s.Y2*dp)
		case figure.Circle:
			c.circle(x+s.X*dp, y+s.Y*dp, s.R*dp)
		case figure.Polygon:
			if len(s.Points) < 2 {
				continue
			}
			c.polygon(s.Points, x, y)
		}
		if s.Stroke == "" && s.Fill == "" {
			c.b = c.b[:0]
			continue
		}
		p := pen{fill: s.Fill, stroke: s.Stroke, width: s.StrokeWidth * dp}
		if p.width == 0 {
			p.stroke = ""
		}
		switch {
		case s.Opacity == 0 || s.Opacity == 1 || s.Fill == "":
			c.paint(p)
		case s.Kind == figure.Rect && under.Fill != "":
			p.fill = c.mix(s.Fill, under.Fill, s.Opacity)
			c.paint(p)
		default:
			c.paintThrough(p, s.Opacity)
		}
		if s.Kind == figure.Rect && s.Fill != "" {
			under = s
		}
	}
}

func (c *canvas) polygon(points []figure.Point, x, y float64) {
	c.move(x+points[0].X*dp, y+points[0].Y*dp)
	for _, p := range points[1:] {
		c.to(x+p.X*dp, y+p.Y*dp)
	}
	c.close()
}

// mix is the colour that a fill of that opacity gives over another: paper has no glass, and a
// plain colour prints the same everywhere.
func (c *canvas) mix(over, under figure.Token, opacity float64) figure.Token {
	name := figure.Token(fmt.Sprintf("%s over %s at %g", over, under, opacity))
	if _, ok := c.colors[name]; !ok {
		a, b := c.colors[over], c.colors[under]
		f := func(p, q int) int { return int(math.Round(float64(p)*opacity + float64(q)*(1-opacity))) }
		c.colors[name] = rgb(f(a.r, b.r), f(a.g, b.g), f(a.b, b.b))
	}
	return name
}

// paintThrough paints a path whose fill lets through what is below.
func (c *canvas) paintThrough(p pen, opacity float64) {
	if c.dry {
		c.b = c.b[:0]
		return
	}
	path := append([]byte(nil), c.b...)
	c.pdf.SetAlpha(opacity, "Normal")
	c.paint(pen{fill: p.fill})
	c.pdf.SetAlpha(1, "Normal")
	if p.stroke != "" {
		c.b = path
		c.paint(pen{stroke: p.stroke, width: p.width})
	}
}

// shapeText draws a text of a drawing. It stays inside the rectangle it stands on, or else inside
// the drawing.
func (c *canvas) shapeText(d figure.Drawing, s, under figure.Shape, x, y float64) {
	from, to := 0.0, d.W
	mid := s.Y + s.H/2
	if under.W > 0 && s.X >= under.X && s.X <= under.X+under.W && mid >= under.Y && mid <= under.Y+under.H && s.Align == figure.Centre {
		from, to = under.X+1, under.X+under.W-1
	}
	st := style{regular, s.Size * dp / point, s.H * dp / point, s.Fill}
	if s.Bold {
		st.face = semibold
	}
	room := to - s.X
	switch s.Align {
	case figure.Right:
		room = s.X - from
	case figure.Centre:
		room = 2 * min(s.X-from, to-s.X)
	}
	if s.W > 0 {
		room = min(room, s.W)
	}
	text, st := c.fonts.fit(s.Text, max(room, 2)*dp, 0.6, st)
	wide := c.fonts.width(text, st)
	px := x + s.X*dp
	switch s.Align {
	case figure.Right:
		px -= wide
	case figure.Centre:
		px -= wide / 2
	}
	c.text(px, y+(s.Y+s.H/2)*dp+st.baseline(0), text, st)
}

// vial draws the tube of v, w wide and h high.
func (c *canvas) vial(v report.Vial, x, y, w, h float64) {
	o := v.Options(w/dp, h/dp)
	for _, n := range []*float64{&o.Value, &o.Target, &o.Low, &o.High, &o.Earlier} {
		*n = min(*n, 5)
	}
	c.draw(figure.Vial(o), x, y)
}

// badge is a number on a small square: the mark of a step.
func (c *canvas) badge(x, y, size float64, number string) {
	c.box(x, y, size, size, size*0.24, pen{fill: figure.Pencil})
	st := style{semibold, size / point * 0.58, size / point, figure.OnPencil}
	c.label(x+0.4, y+size/2, size-0.8, figure.Centre, number, st)
}

// tag is a word with an icon on a soft ground: who acts. It returns its width.
func (c *canvas) tag(x, y float64, kind, text string) float64 {
	icon, fill, ink := "firm", figure.FluidSoft, figure.FluidInk
	switch kind {
	case "cluster":
		icon, fill, ink = "people", figure.BlueSoft, figure.Blue
	case "public":
		icon, fill, ink = "map", figure.BlueSoft, figure.Blue
	}
	w := c.tagWidth(text)
	c.box(x, y, w, tagH, 1.6, pen{fill: fill})
	c.icon(icon, x+2.3, y+(tagH-3.9)/2, 3.9, ink)
	c.label(x+7.6, y+tagH/2, w-9.6, figure.Left, text, stSmall.bold().in(ink))
	return w
}

const tagH = 5.8

func (c *canvas) tagWidth(text string) float64 {
	return min(70, 9.9+c.fonts.width(oneLine(text), stSmall.bold()))
}

// chip is a word in an outline. It stands with its right edge at x.
func (c *canvas) chip(x, y, h float64, text string) float64 {
	st := stFoot.bold().in(figure.Warn)
	text, st = c.fonts.fit(text, 40, 0.8, st)
	w := c.fonts.width(text, st) + 4.4
	c.box(x-w, y-h/2, w, h, 1.4, pen{fill: figure.WarnSoft, stroke: figure.Warn, width: 0.25})
	c.text(x-w+2.2, y+st.baseline(0), text, st)
	return w
}

// legend explains the marks of a vial, in as many lines as it needs, and returns its height.
func (c *canvas) legend(l report.Legend, x, y, w float64) float64 {
	const rowH, sign, gap = 5.8, 7.6, 4.0
	px, top := x, y
	st := stSmall.in(figure.Ink2)
	for i, text := range [4]string{l.Today, l.Target, l.Range, l.Earlier} {
		if text == "" {
			continue
		}
		wide := min(c.fonts.width(oneLine(text), st), w-sign)
		if px > x && px+sign+wide > x+w {
			px, y = x, y+rowH
		}
		mid := y + rowH/2
		switch i {
		case 0:
			c.box(px+0.2, mid-1.6, 6, 3.2, 1.6, pen{fill: figure.Bubble, stroke: figure.Mark, width: 0.4})
		case 1:
			c.box(px+0.2, mid-2.1, 6.2, 4.2, 1.2, pen{stroke: figure.Ink, width: 0.5})
		case 2:
			c.rule(px+0.2, mid, 6.2, 0.46, figure.Ink2)
			for _, end := range [2]float64{px + 0.2, px + 6.4} {
				c.move(end, mid-1.2)
				c.to(end, mid+1.2)
			}
			c.paint(pen{stroke: figure.Ink2, width: 0.46})
		case 3:
			c.box(px+0.2, mid-1.6, 6, 3.2, 1.6, pen{stroke: figure.Mark, width: 0.4})
		}
		c.label(px+sign, mid, w-sign, figure.Left, text, st)
		px += sign + wide + gap
	}
	return y + rowH - top
}

// legendHeight is the height that legend takes.
func (c *canvas) legendHeight(l report.Legend, w float64) float64 {
	dry := c.dry
	c.dry = true
	h := c.legend(l, left, 0, w)
	c.dry = dry
	return h
}
