package pdf

import (
	"math"
	"reflect"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"
	"golang.org/x/text/unicode/norm"
)

// cleaner is the one door through which text comes in: what gofpdf cannot write, or the faces
// cannot show, is replaced here, so that nothing below has to ask again.
type cleaner struct {
	fonts       *fontSet
	replacement rune
	rightToLeft bool // a text that is read from right to left has passed
}

func newCleaner(f *fontSet) *cleaner {
	c := &cleaner{fonts: f, replacement: '?'}
	if f.glyph('□').has {
		c.replacement = '□'
	}
	return c
}

// cleaned returns a copy of what is written in which every text and every number can be.
func cleaned[T any](c *cleaner, v T) T {
	out, ok := c.value(reflect.ValueOf(v)).Interface().(T)
	if !ok {
		return v // cannot be: value keeps the type
	}
	return out
}

func (c *cleaner) value(v reflect.Value) reflect.Value {
	switch v.Kind() {
	case reflect.String:
		return reflect.ValueOf(c.text(v.String())).Convert(v.Type())
	case reflect.Float64:
		if f := v.Float(); math.IsNaN(f) || math.IsInf(f, 0) {
			return reflect.ValueOf(-1.0).Convert(v.Type())
		}
	case reflect.Interface:
		if v.IsNil() {
			return v
		}
		return c.value(v.Elem())
	case reflect.Pointer:
		if v.IsNil() {
			return v
		}
		out := reflect.New(v.Type().Elem())
		out.Elem().Set(c.value(v.Elem()))
		return out
	case reflect.Slice:
		if v.IsNil() || v.Type().Elem().Kind() == reflect.Uint8 { // the bytes of a picture
			return v
		}
		out := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		for i := range v.Len() {
			out.Index(i).Set(c.value(v.Index(i)))
		}
		return out
	case reflect.Struct:
		out := reflect.New(v.Type()).Elem()
		out.Set(v)
		for i := range v.NumField() {
			if f := out.Field(i); f.CanSet() {
				f.Set(c.value(v.Field(i)))
			}
		}
		return out
	}
	return v
}

// text makes one text fit for the faces. Line breaks stay, as "\n".
func (c *cleaner) text(s string) string {
	if c.plain(s) {
		return s
	}
	s = norm.NFC.String(strings.ToValidUTF8(s, string(c.replacement)))
	var b strings.Builder
	b.Grow(len(s))
	marks := 0
	for i, r := range s {
		if unicode.In(r, unicode.Mn, unicode.Me) {
			if marks++; marks > 2 || i == 0 { // a heap of marks would run into other lines
				continue
			}
		} else {
			marks = 0
		}
		if r = c.rune(r, s[i:]); r != 0 {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// plain says whether s can stay as it is, which is so for almost every text.
func (c *cleaner) plain(s string) bool {
	for _, r := range s {
		if r < ' ' && r != '\n' || r == 0x7F || r == 0xAD || r >= 0x300 && r < 0x2010 || r == utf8.RuneError {
			return false
		}
		if r != '\n' && !c.fonts.glyph(r).has {
			return false
		}
	}
	return utf8.ValidString(s) && norm.NFC.IsNormalString(s)
}

// rune is what stands for r, 0 for nothing. rest begins with r.
func (c *cleaner) rune(r rune, rest string) rune {
	switch {
	case r == '\r':
		if strings.HasPrefix(rest, "\r\n") {
			return 0
		}
		return '\n'
	case r == '\n', r == 0x85, r == 0x2028, r == 0x2029, r == '\v', r == '\f':
		return '\n'
	case r == '\t', r >= 0x2000 && r <= 0x200A && r != 0x2007, r == 0x205F, r == 0x3000, r == 0x1680:
		return ' '
	case r == 0x202F, r == 0x2007:
		return 0xA0
	case r == 0x2010, r == 0x2011:
		return '-'
	case r == 0xAD, r == 0xFEFF, r >= 0x200B && r <= 0x200D, r >= 0xFE00 && r <= 0xFE0F, r == 0x2060, bidiControl(r):
		return 0
	case unicode.IsControl(r), !c.fonts.glyph(r).has:
		return c.replacement
	}
	if r >= 0x590 && !c.rightToLeft {
		p, _ := bidi.LookupRune(r)
		c.rightToLeft = p.Class() == bidi.R || p.Class() == bidi.AL
	}
	return r
}

func bidiControl(r rune) bool {
	return r == 0x61C || r == 0x200E || r == 0x200F || r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069
}

// visual puts the runs of one line in the order in which they stand on paper. The faces of today
// have no letters read from right to left; others may.
func visual(s string) (out string) {
	defer func() {
		if recover() != nil {
			out = s
		}
	}()
	var p bidi.Paragraph
	if _, err := p.SetString(s); err != nil {
		return s
	}
	order, err := p.Order()
	if err != nil {
		return s
	}
	var b strings.Builder
	for i := range order.NumRuns() {
		run := order.Run(i)
		if run.Direction() == bidi.RightToLeft {
			b.WriteString(bidi.ReverseString(run.String()))
		} else {
			b.WriteString(run.String())
		}
	}
	if b.Len() != len(s) {
		return s
	}
	return b.String()
}

// oneLine is s without line breaks.
func oneLine(s string) string {
	if !strings.Contains(s, "\n") {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}
