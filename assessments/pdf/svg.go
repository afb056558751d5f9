package pdf

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"

	"nivel/assessments/figure"
)

// iconPath is an icon as it is written to a page, on its own grid.
type iconPath struct{ stroke, fill string }

// icon draws an icon in a square of that size. One that is not known is left out.
func (c *canvas) icon(name string, x, y, size float64, t figure.Token) {
	p, ok := c.drawn[name]
	if !ok {
		raw, known := c.icons[name]
		if !known {
			return
		}
		var err error
		if p.stroke, err = pathOps(raw.Stroke); err == nil {
			p.fill, err = pathOps(raw.Fill)
		}
		if err != nil && c.err == nil {
			c.err = fmt.Errorf("icon %q: %w", name, err)
		}
		c.drawn[name] = p
	}
	c.placed(x, y, size/24, func(out []byte) []byte {
		k := c.colors[t].op
		if p.stroke != "" {
			out = append(out, "1.75 w 1 J 1 j "+k+" RG "+p.stroke+"S "...)
		}
		if p.fill != "" {
			out = append(out, k+" rg "+p.fill+"f "...)
		}
		return out
	})
}

// placed writes operators on a grid with its top left corner at x, y and steps of that size.
func (c *canvas) placed(x, y, step float64, write func([]byte) []byte) {
	if c.dry {
		return
	}
	s := strconv.FormatFloat(step/point, 'f', 4, 64)
	out := append([]byte("q "), s+" 0 0 -"+s+" "...)
	out = append(strconv.AppendFloat(out, x/point, 'f', 2, 64), ' ')
	out = append(strconv.AppendFloat(out, (pageH-y)/point, 'f', 2, 64), " cm "...)
	out = append(write(out), 'Q')
	c.pdf.RawWriteStr(string(out))
}

// pathOps turns SVG path data into the operators of a content stream.
func pathOps(d string) (string, error) {
	p := pathReader{s: d}
	if err := p.run(); err != nil {
		return "", err
	}
	return string(p.out), nil
}

// pathReader reads SVG path data: M L H V C S Q T A Z, absolute and relative.
type pathReader struct {
	s      string
	i      int
	out    []byte
	x, y   float64 // where the pen is
	mx, my float64 // where the subpath began
	hx, hy float64 // the last handle, for S and T
	last   byte    // the last command, in lower case
}

var errPath = errors.New("not a path")

// arguments is how many numbers a command takes.
var arguments = map[byte]int{'m': 2, 'l': 2, 'h': 1, 'v': 1, 'c': 6, 's': 4, 'q': 4, 't': 2, 'a': 7, 'z': 0}

func (p *pathReader) run() error {
	var cmd byte
	for p.skip(); p.i < len(p.s); p.skip() {
		if ch := p.s[p.i]; ch >= 'A' && ch != 'e' && ch != 'E' {
			cmd = ch
			p.i++
		} else if cmd == 0 || cmd|32 == 'z' {
			return fmt.Errorf("%w: a number where a command should be, at %d", errPath, p.i)
		}
		n, ok := arguments[cmd|32]
		if !ok || p.last == 0 && cmd|32 != 'm' {
			return fmt.Errorf("%w: command %q at %d", errPath, cmd, p.i)
		}
		var a [7]float64
		for j := range n {
			v, err := p.number(cmd|32 == 'a' && (j == 3 || j == 4))
			if err != nil {
				return err
			}
			a[j] = v
		}
		p.apply(cmd, a)
		p.last = cmd | 32
		switch cmd { // further pairs after a move are lines
		case 'm':
			cmd = 'l'
		case 'M':
			cmd = 'L'
		}
	}
	return nil
}

func (p *pathReader) skip() {
	for p.i < len(p.s) && strings.IndexByte(" ,\t\r\n", p.s[p.i]) >= 0 {
		p.i++
	}
}

// number reads one number; numbers may touch each other, as in "-.2.5" and in the flags of arcs.
func (p *pathReader) number(flag bool) (float64, error) {
	p.skip()
	start := p.i
	if flag && p.i < len(p.s) && (p.s[p.i] == '0' || p.s[p.i] == '1') {
		p.i++
		return float64(p.s[start] - '0'), nil
	}
	p.digits()
	v, err := strconv.ParseFloat(p.s[start:p.i], 64)
	if err != nil || math.IsInf(v, 0) {
		return 0, fmt.Errorf("%w: no number at %d", errPath, start)
	}
	return v, nil
}

// digits moves to the end of a number.
func (p *pathReader) digits() {
	start, dot, exp := p.i, false, false
	for ; p.i < len(p.s); p.i++ {
		ch := p.s[p.i]
		switch {
		case ch >= '0' && ch <= '9':
			continue
		case ch == '.' && !dot && !exp:
			dot = true
			continue
		case (ch == 'e' || ch == 'E') && !exp && p.i > start:
			exp = true
			continue
		case (ch == '-' || ch == '+') && (p.i == start || p.s[p.i-1]|32 == 'e'):
			continue
		}
		return
	}
}

func (p *pathReader) apply(cmd byte, a [7]float64) {
	rel, lower := cmd >= 'a', cmd|32
	abs := func(i int) (float64, float64) {
		if rel {
			return p.x + a[i], p.y + a[i+1]
		}
		return a[i], a[i+1]
	}
	switch lower {
	case 'm':
		p.x, p.y = abs(0)
		p.mx, p.my = p.x, p.y
		p.op("m", p.x, p.y)
	case 'l':
		p.lineTo(abs(0))
	case 'h':
		x := a[0]
		if rel {
			x += p.x
		}
		p.lineTo(x, p.y)
	case 'v':
		y := a[0]
		if rel {
			y += p.y
		}
		p.lineTo(p.x, y)
	case 'c', 's':
		i := 0
		x1, y1 := p.reflected("cs")
		if lower == 'c' {
			x1, y1 = abs(0)
			i = 2
		}
		x2, y2 := abs(i)
		x, y := abs(i + 2)
		p.curveTo(x1, y1, x2, y2, x, y)
		p.hx, p.hy = x2, y2
	case 'q', 't':
		i := 0
		qx, qy := p.reflected("qt")
		if lower == 'q' {
			qx, qy = abs(0)
			i = 2
		}
		x, y := abs(i)
		p.curveTo(p.x+2*(qx-p.x)/3, p.y+2*(qy-p.y)/3, x+2*(qx-x)/3, y+2*(qy-y)/3, x, y)
		p.hx, p.hy = qx, qy
	case 'a':
		x, y := abs(5)
		p.arcTo(a[0], a[1], a[2], a[3] != 0, a[4] != 0, x, y)
	case 'z':
		p.out = append(p.out, "h "...)
		p.x, p.y = p.mx, p.my
	}
}

// reflected is the last handle on the other side of the pen, where the last command left one.
func (p *pathReader) reflected(kinds string) (float64, float64) {
	if strings.IndexByte(kinds, p.last) >= 0 {
		return 2*p.x - p.hx, 2*p.y - p.hy
	}
	return p.x, p.y
}

func (p *pathReader) op(name string, v ...float64) {
	for _, n := range v {
		p.out = append(strconv.AppendFloat(p.out, n, 'f', 3, 64), ' ')
	}
	p.out = append(append(p.out, name...), ' ')
}

func (p *pathReader) lineTo(x, y float64) {
	p.op("l", x, y)
	p.x, p.y = x, y
}

func (p *pathReader) curveTo(x1, y1, x2, y2, x, y float64) {
	p.op("c", x1, y1, x2, y2, x, y)
	p.x, p.y = x, y
}

// arcTo draws an arc of an ellipse as curves of at most a quarter turn each.
func (p *pathReader) arcTo(rx, ry, turn float64, large, sweep bool, x, y float64) {
	rx, ry = math.Abs(rx), math.Abs(ry)
	if rx == 0 || ry == 0 || x == p.x && y == p.y {
		p.lineTo(x, y)
		return
	}
	sin, cos := math.Sincos(turn * math.Pi / 180)
	dx, dy := (p.x-x)/2, (p.y-y)/2
	ux, uy := cos*dx+sin*dy, cos*dy-sin*dx
	if over := ux*ux/(rx*rx) + uy*uy/(ry*ry); over > 1 {
		rx, ry = rx*math.Sqrt(over), ry*math.Sqrt(over)
	}
	k := math.Sqrt(max(0, (rx*rx*ry*ry-rx*rx*uy*uy-ry*ry*ux*ux)/(rx*rx*uy*uy+ry*ry*ux*ux)))
	if large == sweep {
		k = -k
	}
	cx, cy := k*rx*uy/ry, -k*ry*ux/rx
	from := math.Atan2((uy-cy)/ry, (ux-cx)/rx)
	by := math.Atan2((-uy-cy)/ry, (-ux-cx)/rx) - from
	if sweep && by < 0 {
		by += 2 * math.Pi
	} else if !sweep && by > 0 {
		by -= 2 * math.Pi
	}
	mx, my := cos*cx-sin*cy+(p.x+x)/2, sin*cx+cos*cy+(p.y+y)/2
	n := max(1, int(math.Ceil(math.Abs(by)/(math.Pi/2)-1e-9)))
	step := by / float64(n)
	h := 4.0 / 3 * math.Tan(step/4)
	at := func(a, b float64) (float64, float64) {
		return mx + cos*rx*a - sin*ry*b, my + sin*rx*a + cos*ry*b
	}
	for i := range n {
		s1, c1 := math.Sincos(from + float64(i)*step)
		s2, c2 := math.Sincos(from + float64(i+1)*step)
		x1, y1 := at(c1-h*s1, s1+h*c1)
		x2, y2 := at(c2+h*s2, s2-h*c2)
		ex, ey := at(c2, s2)
		if i == n-1 {
			ex, ey = x, y
		}
		p.curveTo(x1, y1, x2, y2, ex, ey)
	}
}
