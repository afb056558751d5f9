//go:build e2e

package e2e

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// picture is what the screen shows, three bytes a pixel.
type picture struct {
	w, h int
	rgb  []byte
}

func (p picture) at(x, y int) [3]byte { return [3]byte(p.rgb[3*(y*p.w+x):]) }

func (p picture) equal(q picture) bool { return bytes.Equal(p.rgb, q.rgb) }

// take takes a picture of the screen.
func (d *display) take() picture {
	d.t.Helper()
	data := d.must("import", "-silent", "-window", "root", "-depth", "8", "ppm:-")
	var p picture
	var most int
	if _, err := fmt.Sscanf(string(data[:min(len(data), 40)]), "P6\n%d %d\n%d", &p.w, &p.h, &most); err != nil || most != 255 || len(data) < 3*p.w*p.h {
		d.t.Fatalf("import made no picture: %v", err)
	}
	p.rgb = data[len(data)-3*p.w*p.h:]
	return p
}

// still waits until the screen has stopped moving and keeps a picture of it.
func (d *display) still(name string) picture {
	d.t.Helper()
	last := d.take()
	eventually(d.t, "the screen stands still at "+name, func() (bool, string) {
		next := d.take()
		same := next.equal(last) && !next.blank()
		last = next
		return same, "it moves"
	})
	d.keep(name, last)
	return last
}

// blank says whether the window shows nothing yet: a program's window appears before its content.
func (p picture) blank() bool {
	for i := 3; i < len(p.rgb); i++ {
		if p.rgb[i] != p.rgb[i-3] {
			return false
		}
	}
	return true
}

// after waits until the screen shows something else than before and stands still.
func (d *display) after(before picture, name string) picture {
	d.t.Helper()
	eventually(d.t, "the screen changes to "+name, func() (bool, string) { return !d.take().equal(before), "the same picture" })
	return d.still(name)
}

// keep writes a picture into the folder; ones with a blinking caret in them never stand still.
func (d *display) keep(name string, p picture) {
	d.t.Helper()
	d.count++
	m := image.NewNRGBA(image.Rect(0, 0, p.w, p.h))
	for i := range p.w * p.h {
		c := p.rgb[3*i:]
		m.SetNRGBA(i%p.w, i/p.w, color.NRGBA{c[0], c[1], c[2], 255})
	}
	var out bytes.Buffer
	fast := png.Encoder{CompressionLevel: png.BestSpeed}
	if err := fast.Encode(&out, m); err != nil {
		d.t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(d.shots, fmt.Sprintf("%02d-%s.png", d.count, name)), out.Bytes(), 0o600); err != nil {
		d.t.Fatal(err)
	}
}

// pixel is a colour of the palette as bytes.
func pixel(t *testing.T, hex string) [3]byte {
	t.Helper()
	n, err := strconv.ParseUint(strings.TrimPrefix(hex, "#"), 16, 24)
	if err != nil {
		t.Fatal(err)
	}
	return [3]byte{byte(n >> 16), byte(n >> 8), byte(n)}
}

// filled is the room that is filled with a colour: lines of it of at least 40 pixels.
func (p picture) filled(c [3]byte) image.Rectangle {
	var out image.Rectangle
	for y := range p.h {
		for x, run := 0, 0; x < p.w; x++ {
			if p.at(x, y) != c {
				run = 0
				continue
			}
			if run++; run >= 40 {
				out = out.Union(image.Rect(x-run+1, y, x+1, y+1))
			}
		}
	}
	return out
}

// differing is the room in which two pictures differ.
func (p picture) differing(q picture) image.Rectangle {
	var out image.Rectangle
	for y := range p.h {
		for x := range p.w {
			if p.at(x, y) != q.at(x, y) {
				out = out.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return out
}
