package pdf

import (
	"math"

	"nivel/assessments/figure"
	"nivel/assessments/report"
)

// barLeft is the room for the figure on the level bar, in units of the geometry.
const barLeft = 127.0

// levelBar draws the body of a spirit level. The geometry gives body and vial; the words are set
// here, where their true widths are known.
func (w *writer) levelBar(x, y, wide, h float64, c *report.Cover) {
	d := figure.LevelBar(figure.BarOptions{W: wide / dp, H: h / dp, Vial: c.Bar.Options(0, 0), Left: barLeft, Level: c.Level})
	shapes := make([]figure.Shape, 0, len(d.Shapes)+1)
	for i, s := range d.Shapes {
		if s.Kind == figure.Text {
			continue
		}
		if w.grey {
			s = inkSaving(s)
		}
		shapes = append(shapes, s)
		if w.grey && i == 2 { // body and ends are drawn: their outline
			body := d.Shapes[0]
			body.Fill, body.Stroke, body.StrokeWidth = "", figure.Ink, 1.75
			shapes = append(shapes, body)
		}
	}
	d.Shapes = shapes
	w.draw(d, x, y)

	white := figure.White
	if w.grey {
		white = figure.Ink
	}
	w.barFigure(x+9, y, c, white)
	w.barNames(x, y, wide, h, c, white)
}

// inkSaving turns a shape of the blue bar into one for white paper.
func inkSaving(s figure.Shape) figure.Shape {
	switch s.Stroke {
	case figure.White:
		s.Stroke = figure.Ink
	case figure.BodyCap:
		s.Stroke = figure.FluidEdge
	}
	return s
}

func (w *writer) barFigure(x, y float64, c *report.Cover, white figure.Token) {
	const room = 31.4
	big := style{semibold, 37, 40, white}
	text, big := w.fonts.fit(c.Bar.Text, room, 0.6, big)
	w.text(x, y+19.4, text, big)
	if of := oneLine(c.Of); of != "" && c.Bar.Value >= 0 {
		st := stText.in(figure.OnBlue2)
		at := w.fonts.width(text, big) + 2.2
		if at+w.fonts.width(of, st) <= room {
			w.text(x+at, y+19.4, of, st)
		} else {
			w.label(x, y+4.6, room, figure.Left, of, st)
		}
	}
	name := oneLine(c.LevelName)
	for _, size := range [4]float64{13, 12, 11, 10} {
		st := style{semibold, size, size * 1.25, white}
		if w.fonts.width(name, st) <= room {
			w.text(x, y+25.2+st.baseline(0), name, st)
			return
		}
	}
	st := style{semibold, 9, 11, white}
	w.lines(x, y+22.4, w.fonts.clip(w.fonts.wrap(room, span{name, st}), 3, room))
}

func (w *writer) barNames(x, y, wide, h float64, c *report.Cover, white figure.Token) {
	vw, vh := wide/dp-(34+barLeft)-38, math.Min(46, 0.4*h/dp)
	at := func(level int) float64 { return x + (34+barLeft+figure.VialX(vw, vh, float64(level)))*dp }
	step := at(1) - at(0)
	size := 9.5
	for _, n := range c.LevelNames {
		if wide := w.fonts.width(oneLine(n), style{semibold, size, size, white}); wide > step-1.2 {
			size = math.Max(6.5, size*(step-1.2)/wide)
		}
	}
	for level := range 6 {
		st := style{regular, size, size * 1.3, figure.OnBlue2}
		if level == c.Level {
			st = st.bold().in(white)
		}
		mid := at(level)
		if level < len(c.LevelNames) {
			w.label(mid-step/2+0.4, y+26, step-0.8, figure.Centre, c.LevelNames[level], st)
		}
		st.size = 9
		w.label(mid-step/2, y+30.4, step, figure.Centre, string(rune('0'+level)), st)
	}
}
