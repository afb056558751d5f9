package app_test

import (
	"fmt"
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"nivel/app/widget"
)

// faults lists what is wrong with the way a page looks: keys without a sentence, texts without
// room, cut off, out of their parent or out of the window.
func (p *program) faults() []string {
	const slack = 2
	var out []string
	window := p.window.Canvas().Size()
	say := func(o object, format string, args ...any) {
		out = append(out, fmt.Sprintf(format, args...)+" at "+last(o.path, 4))
	}
	var said []object
	p.each(func(o object) {
		size := o.Size()
		inside := func(name string, width, height float32) {
			if o.parent == nil || o.parent == o.scroll {
				return
			}
			room, at := o.parent.Size(), o.Position()
			if at.X < -slack || at.X+width > room.Width+slack {
				say(o, "%s reaches from %.0f to %.0f in a room %.0f wide", name, at.X, at.X+width, room.Width)
			}
			if at.Y < -slack || at.Y+height > room.Height+slack {
				say(o, "%s reaches from %.0f to %.0f in a room %.0f high", name, at.Y, at.Y+height, room.Height)
			}
		}
		switch x := o.CanvasObject.(type) {
		case *widget.Text:
			text := x.Text()
			if text == "" {
				return
			}
			if strings.ContainsAny(text, "⟦⟧{}") {
				say(o, "%q is no sentence", text)
			}
			if size.Width <= 0 || size.Height <= 0 {
				say(o, "%q has no room (%v)", text, size)
				return
			}
			if need := x.HeightFor(size.Width); need > size.Height+slack {
				say(o, "%q needs %.0f and has %.0f in height", text, need, size.Height)
			}
			inside(fmt.Sprintf("%q", text), size.Width, size.Height)
		case *canvas.Text:
			if x.Text == "" || x.Color == color.Transparent {
				return
			}
			if strings.ContainsAny(x.Text, "⟦⟧{}") {
				say(o, "%q is no sentence", x.Text)
			}
			if fynes(o.path) {
				return
			}
			min := x.MinSize()
			said = append(said, o)
			if room := o.parent.Size().Width; o.Position().X < -slack || o.Position().X+min.Width > room+slack {
				say(o, "%q reaches from %.0f to %.0f in a room %.0f wide", x.Text, o.Position().X, o.Position().X+min.Width, room)
			}
			if o.at.X < -slack || o.at.X+min.Width > window.Width+slack {
				say(o, "%q reaches from %.0f to %.0f in a window %.0f wide", x.Text, o.at.X, o.at.X+min.Width, window.Width)
			}
		case *widget.Tick:
			if strings.ContainsAny(x.Text, "⟦⟧{}") || size.Width+slack < x.MinSize().Width {
				say(o, "%q has %.0f of %.0f", x.Text, size.Width, x.MinSize().Width)
			}
		case *widget.Button, *widget.Segmented, *widget.Ladder, *widget.Checklist, *widget.Grid, *widget.Drawing, *fyne.Container:
			inside("it", size.Width, size.Height)
		}
	})
	for i, a := range said {
		for _, b := range said[:i] {
			if a.scroll == b.scroll && a.covers(b) {
				say(a, "%q is written over %q", a.CanvasObject.(*canvas.Text).Text, b.CanvasObject.(*canvas.Text).Text)
			}
		}
	}
	return out
}

// covers says whether two texts are written over each other; lines may touch.
func (o object) covers(b object) bool {
	s, r := o.MinSize(), b.MinSize()
	return o.at.X+2 < b.at.X+r.Width && b.at.X+2 < o.at.X+s.Width && o.at.Y+0.3*s.Height < b.at.Y+0.7*r.Height && b.at.Y+0.3*r.Height < o.at.Y+0.7*s.Height
}

// fynes says whether an object is a part of one of Fyne's own inputs, which scroll their text.
func fynes(path string) bool {
	for _, name := range []string{"widget.Entry/", "library.field/"} {
		if strings.Contains(path, name) {
			return true
		}
	}
	return false
}

// last keeps the end of a path.
func last(path string, n int) string {
	parts := strings.Split(path, "/")
	return strings.Join(parts[max(0, len(parts)-n):], "/")
}
