package pdf

import "nivel/assessments/figure"

// logo is the program's drawing (assets/icons/icon.svg): a vial between two marks on the blue of
// the level bar. It keeps its own colours; the last two parts are left out where it is small.
var logoParts = []struct {
	color string
	grey  figure.Token
	path  string
	small bool
}{
	{"#1D4F70", figure.Blue, "M124 16H388A108 108 0 0 1 496 124V388A108 108 0 0 1 388 496H124A108 108 0 0 1 16 388V124A108 108 0 0 1 124 16Z", true},
	{"#143B55", figure.BlueStrong, "M154 138H358A118 118 0 0 1 476 256V256A118 118 0 0 1 358 374H154A118 118 0 0 1 36 256V256A118 118 0 0 1 154 138Z", true},
	{"#DBE67A", figure.Fluid, "M154 154H358A102 102 0 0 1 460 256V256A102 102 0 0 1 358 358H154A102 102 0 0 1 52 256V256A102 102 0 0 1 154 154Z", true},
	{"#F4F8D4", figure.White, "M138 173H374A8 8 0 0 1 382 181V182A8 8 0 0 1 374 190H138A8 8 0 0 1 130 182V181A8 8 0 0 1 138 173Z", false},
	{"#4A5410", figure.Mark, "M132 154H150V358H132Z", true},
	{"#4A5410", figure.Mark, "M362 154H380V358H362Z", true},
	{"#4A5410", figure.Mark, "M222 196H290A60 60 0 0 1 350 256V256A60 60 0 0 1 290 316H222A60 60 0 0 1 162 256V256A60 60 0 0 1 222 196Z", true},
	{"#FBFDE6", figure.Bubble, "M222 212H290A44 44 0 0 1 334 256V256A44 44 0 0 1 290 300H222A44 44 0 0 1 178 256V256A44 44 0 0 1 222 212Z", true},
	{"#DBE67A", figure.Fluid, "M219 276H293A5 5 0 0 1 298 281V282A5 5 0 0 1 293 287H219A5 5 0 0 1 214 282V281A5 5 0 0 1 219 276Z", false},
}

// logo draws the program's mark in a square of that size.
func (c *canvas) logo(x, y, size float64) {
	key := "logo"
	if size < 7 {
		key = "logo, small"
	}
	p, ok := c.drawn[key]
	if !ok {
		for _, part := range logoParts {
			if size < 7 && !part.small {
				continue
			}
			ops, err := pathOps(part.path)
			if err != nil && c.err == nil {
				c.err = err
			}
			k := parseColor(part.color)
			if c.grey {
				k = c.colors[part.grey]
			}
			p.fill += k.op + " rg " + ops + "f "
		}
		c.drawn[key] = p
	}
	c.placed(x, y, size/512, func(out []byte) []byte { return append(out, p.fill...) })
}
