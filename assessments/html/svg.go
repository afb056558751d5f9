package html

import (
	"fmt"
	"html/template"
	"slices"
	"strings"

	"nivel/assessments/figure"
	"nivel/assessments/report"
)

// variables are the colours of a palette as CSS variables.
func variables(of string, p figure.Palette) string {
	var names []string
	for token := range p {
		names = append(names, string(token))
	}
	slices.Sort(names)
	var b strings.Builder
	b.WriteString(of + " {")
	for _, n := range names {
		fmt.Fprintf(&b, " --%s: %s;", n, p[figure.Token(n)])
	}
	b.WriteString(" }\n")
	return b.String()
}

// svg draws a picture with room around it. A picture that says something has its text; one that only
// repeats what stands beside it has none and is passed over.
func svg(d figure.Drawing, above, right, below, left float64, alt, class string) template.HTML {
	var b strings.Builder
	role := `aria-hidden="true" focusable="false"`
	if alt != "" {
		role = fmt.Sprintf(`role="img" aria-label="%s"`, template.HTMLEscapeString(alt))
	}
	w, h := d.W+left+right, d.H+above+below
	fmt.Fprintf(&b, `<svg class="%s" %s width="%s" height="%s" viewBox="%s %s %s %s" xmlns="http://www.w3.org/2000/svg">`, class, role, n(w), n(h), n(-left), n(-above), n(w), n(h))
	for i := range d.Shapes {
		shape(&b, &d.Shapes[i])
	}
	b.WriteString("</svg>")
	return template.HTML(b.String())
}

// n is a length with as many digits as can be seen.
func n(x float64) string {
	s := strings.TrimRight(strings.TrimRight(fmt.Sprintf("%.2f", x), "0"), ".")
	if s == "-0" {
		return "0"
	}
	return s
}

func shape(b *strings.Builder, s *figure.Shape) {
	switch s.Kind {
	case figure.Rect:
		if r := min(s.R, s.W/2, s.H/2); s.Corners == figure.AllCorners {
			fmt.Fprintf(b, `<rect x="%s" y="%s" width="%s" height="%s" rx="%s" %s/>`, n(s.X), n(s.Y), n(s.W), n(s.H), n(max(r, 0)), paint(s))
		} else {
			fmt.Fprintf(b, `<path d="%s" %s/>`, rounded(s, r), paint(s))
		}
	case figure.Line:
		fmt.Fprintf(b, `<line x1="%s" y1="%s" x2="%s" y2="%s" %s/>`, n(s.X), n(s.Y), n(s.X2), n(s.Y2), paint(s))
	case figure.Circle:
		fmt.Fprintf(b, `<circle cx="%s" cy="%s" r="%s" %s/>`, n(s.X), n(s.Y), n(s.R), paint(s))
	case figure.Polygon:
		var points []string
		for _, p := range s.Points {
			points = append(points, n(p.X)+","+n(p.Y))
		}
		fmt.Fprintf(b, `<polygon points="%s" %s/>`, strings.Join(points, " "), paint(s))
	case figure.Text:
		anchor := [...]string{figure.Left: "start", figure.Centre: "middle", figure.Right: "end"}[s.Align]
		weight := ""
		if s.Bold {
			weight = ` font-weight="600"`
		}
		fmt.Fprintf(b, `<text x="%s" y="%s" font-size="%s" text-anchor="%s" dominant-baseline="central"%s %s>%s</text>`,
			n(s.X), n(s.Y+s.H/2), n(s.Size), anchor, weight, paint(s), template.HTMLEscapeString(s.Text))
	}
}

// paint is how a shape is filled and outlined.
func paint(s *figure.Shape) string {
	fill, stroke := "none", ""
	if s.Fill != "" {
		fill = "var(--" + string(s.Fill) + ")"
	}
	if s.Stroke != "" && s.StrokeWidth > 0 {
		stroke = fmt.Sprintf(";stroke:var(--%s);stroke-width:%s", s.Stroke, n(s.StrokeWidth))
	}
	if s.Opacity > 0 {
		stroke += ";fill-opacity:" + n(s.Opacity)
	}
	return `style="fill:` + fill + stroke + `"`
}

// rounded is the outline of a rectangle of which some corners are round.
func rounded(s *figure.Shape, r float64) string {
	at := func(c figure.Corner) float64 {
		if s.Corners&c != 0 {
			return r
		}
		return 0
	}
	a, b, c, d := at(figure.TopLeft), at(figure.TopRight), at(figure.BottomRight), at(figure.BottomLeft)
	x, y, w, h := s.X, s.Y, s.W, s.H
	return fmt.Sprintf("M%s %sH%sA%s %s 0 0 1 %s %sV%sA%s %s 0 0 1 %s %sH%sA%s %s 0 0 1 %s %sV%sA%s %s 0 0 1 %s %sZ",
		n(x+a), n(y), n(x+w-b), n(b), n(b), n(x+w), n(y+b), n(y+h-c), n(c), n(c), n(x+w-c), n(y+h), n(x+d), n(d), n(d), n(x), n(y+h-d), n(y+a), n(a), n(a), n(x+a), n(y))
}

// vial is a small level tube; its text is the figure in a sentence.
func vial(v report.Vial) template.HTML {
	const w, h = 200, 20
	above, below := figure.VialPadding(h, v.Target >= 0, v.Low >= 0)
	return svg(figure.Vial(v.Options(w, h)), above+1, 4, below+1, 4, v.Alt, "vial")
}

// bar is the spirit level of the first page. The names of the levels stand in the text beside it.
func bar(c *report.Cover) template.HTML {
	d := figure.LevelBar(figure.BarOptions{W: 900, H: 120, Vial: c.Bar.Options(0, 0), Level: c.Level})
	return svg(d, 1, 1, 1, 1, c.Bar.Alt, "bar")
}

func radar(p *report.Profile) template.HTML {
	return svg(figure.Radar(560, 380, p.Axes, 1), 2, 2, 2, 2, p.RadarAlt, "radar")
}

func band(b report.BandBar, own int) template.HTML {
	texts := slices.Clone(b.Texts)
	for len(texts) < len(b.Shares) {
		texts = append(texts, "")
	}
	return svg(figure.BandBar(560, 28, b.Shares, texts, own, 1), 3, 3, 3, 3, "", "band")
}

func trend(c report.Curve) template.HTML {
	return svg(figure.Trend(c.Options(280, 110, 1)), 1, 1, 1, 1, c.Alt, "trend")
}

func timebar(b report.RoadmapBar) template.HTML {
	o := b.Bar
	o.W, o.H = 520, 26
	return svg(figure.TimeBar(o), 1, 1, 1, 1, "", "timebar")
}

// boxes are the questions of an area: full, unknown, not applicable, empty. The count stands beside.
func boxes(all []report.Box) template.HTML {
	const side, pitch = 16.0, 20.0
	d := figure.Drawing{W: pitch * float64(len(all)), H: side}
	for i, b := range all {
		x := pitch * float64(i)
		s := figure.Shape{Kind: figure.Rect, X: x, W: side, H: side, R: 3, Stroke: figure.Edge, StrokeWidth: 1.25}
		mark := ""
		switch b {
		case report.BoxFull:
			s.Fill, s.Stroke = figure.Blue, figure.Blue
		case report.BoxUnknown:
			mark = "?"
		case report.BoxNone:
			mark = "–"
		}
		d.Shapes = append(d.Shapes, s)
		if mark != "" {
			d.Shapes = append(d.Shapes, figure.Shape{Kind: figure.Text, X: x + side/2, H: side, Size: 12, Align: figure.Centre, Text: mark, Fill: figure.Ink})
		}
	}
	return svg(d, 1, 1, 1, 1, "", "boxes")
}
