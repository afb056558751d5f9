package pdf

import (
	"strconv"
	"strings"

	"github.com/jung-kurt/gofpdf"

	"nivel/assessments/figure"
)

// The page, in millimetres.
const (
	pageW, pageH = 210.0, 297.0
	left, right  = 17.5, 192.5
	content      = right - left
)

// canvas draws plain things at places on the current page. Lengths are in millimetres from the top
// left corner. Every shape brings its own colours and widths and puts the old ones back, so that
// nothing depends on what was drawn before.
type canvas struct {
	pdf     *gofpdf.Fpdf
	fonts   *fontSet
	colors  map[figure.Token]color
	icons   map[string]Icon
	drawn   map[string]iconPath
	grey    bool
	reorder bool
	b       []byte // the path being built
	font    style  // what gofpdf was told last: face and size
	ink     figure.Token
	dry     bool // nothing is written: only heights matter
	err     error
}

// color is a colour as gofpdf and as the content stream of a page want it.
type color struct {
	r, g, b int
	op      string // "0.1 0.2 0.3"
}

func newCanvas(fonts *fontSet, p figure.Palette, icons map[string]Icon) canvas {
	pdf := gofpdf.New("P", "mm", "A4", "")
	pdf.SetCatalogSort(true)
	pdf.SetProducer(producer, true)
	pdf.SetAutoPageBreak(false, 0)
	pdf.SetMargins(left, 15, pageW-right)
	for i := range faces {
		pdf.AddUTF8FontFromBytes(family, faceStyle[i], fonts.data[i])
	}
	c := canvas{pdf: pdf, fonts: fonts, colors: map[figure.Token]color{}, icons: icons, drawn: map[string]iconPath{}}
	c.grey = p[figure.Body] == p[figure.White]
	for t, hex := range p {
		k := parseColor(hex)
		if c.grey { // also for what the palette leaves in colour
			y := (299*k.r + 587*k.g + 114*k.b + 500) / 1000
			k = rgb(y, y, y)
		}
		c.colors[t] = k
	}
	return c
}

func parseColor(hex string) color {
	n, _ := strconv.ParseUint(strings.TrimPrefix(hex, "#"), 16, 32)
	return rgb(int(n>>16&255), int(n>>8&255), int(n&255))
}

func rgb(r, g, b int) color {
	var op []byte
	for _, v := range [3]int{r, g, b} {
		op = strconv.AppendFloat(op, float64(v)/255, 'f', 3, 64)
		op = append(op, ' ')
	}
	return color{r, g, b, string(op[:len(op)-1])}
}

// failed is the first thing that went wrong.
func (c *canvas) failed() error {
	if c.err != nil {
		return c.err
	}
	return c.pdf.Error()
}

// forget makes the next text set its face again; needed where the page changes.
func (c *canvas) forget() { c.font, c.ink = style{}, "" }

// text draws s with its baseline at y.
func (c *canvas) text(x, y float64, s string, st style) {
	if s == "" || c.dry {
		return
	}
	if c.reorder {
		s = visual(s)
	}
	if c.font.face != st.face || c.font.size != st.size {
		c.pdf.SetFont(family, faceStyle[st.face], st.size)
		c.font = st
	}
	if c.ink != st.color {
		k := c.colors[st.color]
		c.pdf.SetTextColor(k.r, k.g, k.b)
		c.ink = st.color
	}
	c.pdf.Text(x, y, s)
}

// line draws a line of text with its top left corner at x, y.
func (c *canvas) line(x, y float64, l line) {
	base := y + l.h/2 + 0.375*l.size*point
	for _, p := range l.pieces {
		c.text(x+p.x, base, p.text, p.style)
	}
}

// lines draws lines below each other and returns the height they take.
func (c *canvas) lines(x, y float64, lines []line) float64 {
	h := 0.0
	for _, l := range lines {
		c.line(x, y+h, l)
		h += l.h
	}
	return h
}

// label draws one line of text in a box from x that is w wide, with its middle at y. It is made
// smaller and then cut where it does not fit. It returns the width of the text.
func (c *canvas) label(x, y, w float64, align figure.Align, s string, st style) float64 {
	s, st = c.fonts.fit(s, w, 0.8, st)
	wide := c.fonts.width(s, st)
	switch align {
	case figure.Right:
		x += w - wide
	case figure.Centre:
		x += (w - wide) / 2
	}
	c.text(x, y+st.baseline(0), s, st)
	return wide
}

// The path operators. A path is begun by the first move and ended by paint.

func (c *canvas) num(v float64) { c.b = append(strconv.AppendFloat(c.b, v, 'f', 2, 64), ' ') }

func (c *canvas) point(x, y float64) { c.num(x / point); c.num((pageH - y) / point) }

func (c *canvas) move(x, y float64) { c.point(x, y); c.b = append(c.b, "m "...) }

func (c *canvas) to(x, y float64) { c.point(x, y); c.b = append(c.b, "l "...) }

func (c *canvas) curve(x1, y1, x2, y2, x, y float64) {
	c.point(x1, y1)
	c.point(x2, y2)
	c.point(x, y)
	c.b = append(c.b, "c "...)
}

func (c *canvas) close() { c.b = append(c.b, "h "...) }

// kappa is where the handles of a quarter of a circle stand.
const kappa = 0.5522847498

func (c *canvas) roundRect(x, y, w, h, r float64, corners figure.Corner) {
	radius := func(corner figure.Corner) float64 {
		if corners == figure.AllCorners || corners&corner != 0 {
			return max(0, min(r, w/2, h/2))
		}
		return 0
	}
	tl, tr, br, bl := radius(figure.TopLeft), radius(figure.TopRight), radius(figure.BottomRight), radius(figure.BottomLeft)
	q := 1 - kappa
	c.move(x+tl, y)
	c.to(x+w-tr, y)
	if tr > 0 {
		c.curve(x+w-tr*q, y, x+w, y+tr*q, x+w, y+tr)
	}
	c.to(x+w, y+h-br)
	if br > 0 {
		c.curve(x+w, y+h-br*q, x+w-br*q, y+h, x+w-br, y+h)
	}
	c.to(x+bl, y+h)
	if bl > 0 {
		c.curve(x+bl*q, y+h, x, y+h-bl*q, x, y+h-bl)
	}
	c.to(x, y+tl)
	if tl > 0 {
		c.curve(x, y+tl*q, x+tl*q, y, x+tl, y)
	}
	c.close()
}

func (c *canvas) circle(x, y, r float64) { c.roundRect(x-r, y-r, 2*r, 2*r, r, figure.AllCorners) }

// pen is how a path is painted; an empty fill or stroke is left out.
type pen struct {
	fill, stroke figure.Token
	width        float64
	round        bool // ends and corners
}

// paint ends the path.
func (c *canvas) paint(p pen) {
	path := c.b
	c.b = c.b[:0]
	if c.dry {
		return
	}
	var out []byte
	out = append(out, "q "...)
	if p.fill != "" {
		out = append(append(out, c.colors[p.fill].op...), " rg "...)
	}
	if p.stroke != "" {
		out = append(append(out, c.colors[p.stroke].op...), " RG "...)
		out = append(strconv.AppendFloat(out, p.width/point, 'f', 2, 64), " w "...)
		if p.round {
			out = append(out, "1 J 1 j "...)
		}
	}
	out = append(out, path...)
	switch {
	case p.fill != "" && p.stroke != "":
		out = append(out, "B Q"...)
	case p.fill != "":
		out = append(out, "f Q"...)
	default:
		out = append(out, "S Q"...)
	}
	c.pdf.RawWriteStr(string(out))
}

func (c *canvas) box(x, y, w, h, r float64, p pen) {
	c.roundRect(x, y, w, h, r, figure.AllCorners)
	c.paint(p)
}

// rule is a horizontal line.
func (c *canvas) rule(x, y, w, width float64, t figure.Token) {
	c.move(x, y)
	c.to(x+w, y)
	c.paint(pen{stroke: t, width: width})
}
