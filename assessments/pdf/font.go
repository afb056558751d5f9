package pdf

import (
	"bytes"
	"fmt"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"nivel/assessments/figure"
)

// face is one of the three faces of a report.
type face uint8

const (
	regular face = iota
	semibold
	italic
	faces
)

// family is the name under which the faces are known to gofpdf, faceStyle the style of each.
const family = "plex"

var faceStyle = [faces]string{"", "B", "I"}

// style is how a text looks. Size and line are in points.
type style struct {
	face       face
	size, line float64
	color      figure.Token
}

// The styles of the report, see the table of sizes in the design.
var (
	stFirm    = style{semibold, 28, 34, figure.Ink}
	stTitle   = style{semibold, 19, 23, figure.Ink}
	stHeading = style{semibold, 13, 17, figure.Ink}
	stLead    = style{regular, 11, 16.5, figure.Ink}
	stText    = style{regular, 10, 14, figure.Ink}
	stSmall   = style{regular, 9, 12.5, figure.Ink}
	stFoot    = style{regular, 8.25, 11, figure.Ink2}
)

func (s style) bold() style                   { s.face = semibold; return s }
func (s style) italic() style                 { s.face = italic; return s }
func (s style) in(color figure.Token) style   { s.color = color; return s }
func (s style) scaled(factor float64) style   { s.size *= factor; s.line *= factor; return s }
func (s style) height() float64               { return s.line * point }
func (s style) baseline(room float64) float64 { return room/2 + 0.375*s.size*point }

// point is one typographic point in millimetres.
const point = 25.4 / 72

// fontSet holds the three faces and remembers what it was asked about a rune.
type fontSet struct {
	data   [faces][]byte
	parsed [faces]*sfnt.Font
	buf    sfnt.Buffer
	pages  [256]*[256]glyph // by rune, up to U+FFFF
}

// glyph is what the faces know of one rune.
type glyph struct {
	known, has bool          // has: all three faces can draw it
	width      [faces]uint16 // in thousandths of the size
}

// newFontSet parses the faces. They are copied: gofpdf may write into the bytes it is given.
func newFontSet(f Fonts) (*fontSet, error) {
	set := &fontSet{data: [faces][]byte{bytes.Clone(f.Regular), bytes.Clone(f.SemiBold), bytes.Clone(f.Italic)}}
	for i, name := range [faces]string{"regular", "semibold", "italic"} {
		parsed, err := sfnt.Parse(set.data[i])
		if err != nil {
			return nil, fmt.Errorf("the %s face cannot be read: %w", name, err)
		}
		set.parsed[i] = parsed
	}
	return set, nil
}

// glyph looks r up, once.
func (s *fontSet) glyph(r rune) *glyph {
	if r < 0 || r > 0xFFFF {
		return &glyph{}
	}
	page := s.pages[r>>8]
	if page == nil {
		page = new([256]glyph)
		s.pages[r>>8] = page
	}
	g := &page[r&0xFF]
	if !g.known {
		s.look(r, g)
	}
	return g
}

func (s *fontSet) look(r rune, g *glyph) {
	g.known, g.has = true, true
	for i, f := range s.parsed {
		index, err := f.GlyphIndex(&s.buf, r)
		if err != nil || index == 0 {
			g.has = false
		}
		advance, err := f.GlyphAdvance(&s.buf, index, fixed.I(1000), font.HintingNone)
		if err != nil {
			g.has = false
		}
		g.width[i] = uint16(min(max(advance.Round(), 0), 0xFFFF))
	}
}

// width is how wide s is in millimetres.
func (s *fontSet) width(text string, st style) float64 {
	total := 0
	for _, r := range text {
		total += int(s.glyph(r).width[st.face])
	}
	return float64(total) * st.size * point / 1000
}
