// Package icon reads Nivel's own icons: one path of strokes and one of filled parts each, on a
// grid of 24, so that screen and report draw the same.
package icon

import (
	"bufio"
	"bytes"
	"fmt"
	"strings"
)

// Path is one icon: SVG path data, each part may be empty.
type Path struct{ Stroke, Fill string }

// Grid is the side of the square that paths are drawn on; StrokeWidth is the outline's.
const (
	Grid        = 24
	StrokeWidth = 1.75
)

// Parse reads lines "name | stroked path | filled path"; "#" starts a comment.
func Parse(data []byte) (map[string]Path, error) {
	out := map[string]Path{}
	lines := bufio.NewScanner(bytes.NewReader(data))
	for n := 1; lines.Scan(); n++ {
		text := strings.TrimSpace(lines.Text())
		if text == "" || strings.HasPrefix(text, "#") {
			continue
		}
		parts := strings.Split(text, "|")
		if len(parts) < 2 || len(parts) > 3 {
			return nil, fmt.Errorf("icons, line %d: want name | stroke | fill", n)
		}
		p := Path{Stroke: strings.TrimSpace(parts[1])}
		if len(parts) == 3 {
			p.Fill = strings.TrimSpace(parts[2])
		}
		name := strings.TrimSpace(parts[0])
		if _, ok := out[name]; ok {
			return nil, fmt.Errorf("icons, line %d: %q stands twice", n, name)
		}
		out[name] = p
	}
	return out, lines.Err()
}

// SVG is the icon as a picture in one colour, "#RRGGBB".
func (p Path) SVG(colour string) []byte {
	var b strings.Builder
	b.WriteString(`<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24">`)
	if p.Stroke != "" {
		fmt.Fprintf(&b, `<path d="%s" fill="none" stroke="%s" stroke-width="%g" stroke-linecap="round" stroke-linejoin="round"/>`, p.Stroke, colour, StrokeWidth)
	}
	if p.Fill != "" {
		fmt.Fprintf(&b, `<path d="%s" fill="%s"/>`, p.Fill, colour)
	}
	b.WriteString(`</svg>`)
	return []byte(b.String())
}
