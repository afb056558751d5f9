package picture

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"testing"

	"golang.org/x/image/bmp"
	"golang.org/x/image/tiff"
)

// corners is a picture of that size with a colour in each corner, clockwise from the top left, and
// one in the middle.
func corners(w, h int) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			c := cornerColors[0]
			switch {
			case x >= w/2 && y < h/2:
				c = cornerColors[1]
			case x >= w/2:
				c = cornerColors[2]
			case y >= h/2:
				c = cornerColors[3]
			}
			img.Set(x, y, c)
		}
	}
	return img
}

var cornerColors = [4]color.RGBA{{200, 30, 30, 255}, {30, 160, 60, 255}, {40, 60, 200, 255}, {230, 220, 120, 255}}

// held is what a camera saw that was held that way while the picture is upright, worked out in another
// way than turned does: by what each number means.
func held(upright *image.RGBA, orientation int) *image.RGBA {
	flip := func(s *image.RGBA) *image.RGBA {
		d := image.NewRGBA(s.Rect)
		for y := range s.Rect.Dy() {
			for x := range s.Rect.Dx() {
				d.SetRGBA(s.Rect.Dx()-1-x, y, s.RGBAAt(x, y))
			}
		}
		return d
	}
	clockwise := func(s *image.RGBA) *image.RGBA {
		d := image.NewRGBA(image.Rect(0, 0, s.Rect.Dy(), s.Rect.Dx()))
		for y := range s.Rect.Dy() {
			for x := range s.Rect.Dx() {
				d.SetRGBA(s.Rect.Dy()-1-y, x, s.RGBAAt(x, y))
			}
		}
		return d
	}
	turns := map[int]int{1: 0, 2: 0, 3: 2, 4: 2, 5: 3, 6: 3, 7: 1, 8: 1} // clockwise quarters from upright to seen
	img := upright
	if orientation == 2 || orientation == 4 || orientation == 5 || orientation == 7 {
		img = flip(img)
	}
	for range turns[orientation] {
		img = clockwise(img)
	}
	return img
}

// block is a TIFF block with an orientation, and with texts that must never come out again.
func block(order binary.AppendByteOrder, orientation int) []byte {
	b := []byte("MM\x00*")
	if order == binary.LittleEndian {
		b = []byte("II*\x00")
	}
	b = order.AppendUint32(b, 8)
	b = order.AppendUint16(b, 3)
	entry := func(tag, kind uint16, n, v uint32) {
		b = order.AppendUint16(order.AppendUint16(b, tag), kind)
		b = order.AppendUint32(b, n)
		if kind == 3 {
			b = order.AppendUint16(order.AppendUint16(b, uint16(v)), 0)
			return
		}
		b = order.AppendUint32(b, v)
	}
	entry(0x010F, 2, uint32(len(secret)), 50)
	entry(0x0112, 3, 1, uint32(orientation))
	entry(0x8825, 4, 1, 60)
	b = order.AppendUint32(b, 0)
	return append(b, secret...)
}

// secret stands in everything that a camera writes beside the picture.
const secret = "GPSLatitude 38.6137 N, Yecla, camera of Ana"

func asJPEG(tb testing.TB, img image.Image, orientation int) []byte {
	tb.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: 100}); err != nil {
		tb.Fatal(err)
	}
	return withSegments(b.Bytes(), block(binary.BigEndian, orientation))
}

// withSegments puts all that may stand beside a picture into a JPEG.
func withSegments(b, tiff []byte) []byte {
	out := append([]byte{}, b[:2]...)
	part := func(marker byte, body string) {
		out = append(binary.BigEndian.AppendUint16(append(out, 0xFF, marker), uint16(len(body)+2)), body...)
	}
	part(0xE0, "JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00")
	if tiff != nil {
		part(0xE1, "Exif\x00\x00"+string(tiff))
	}
	part(0xE1, "http://ns.adobe.com/xap/1.0/\x00<x:xmpmeta>"+secret+"</x:xmpmeta>")
	part(0xE2, "ICC_PROFILE\x00\x01\x01"+secret)
	part(0xED, "Photoshop 3.0\x00"+secret)
	part(0xFE, secret)
	return append(append(out, b[2:]...), secret...)
}

func asPNG(tb testing.TB, img image.Image, tiff []byte) []byte {
	tb.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		tb.Fatal(err)
	}
	const header = 33 // signature and IHDR
	out := append([]byte{}, b.Bytes()[:header]...)
	out = append(out, chunk("tEXt", "Comment\x00"+secret)...)
	if tiff != nil {
		out = append(out, chunk("eXIf", string(tiff))...)
	}
	return append(out, b.Bytes()[header:]...)
}

func chunk(name, body string) []byte {
	out := binary.BigEndian.AppendUint32(nil, uint32(len(body)))
	out = append(append(out, name...), body...)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE([]byte(name+body)))
}

// pngHeader is a PNG of that size and kind of colours whose pixels are missing.
func pngHeader(w, h uint32, depth, colors, interlaced byte, rest int) []byte {
	body := binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, w), h)
	body = append(body, depth, colors, 0, 0, interlaced)
	out := append([]byte("\x89PNG\r\n\x1a\n"), chunk("IHDR", string(body))...)
	pixels := append([]byte{0x78, 0x9C}, make([]byte, rest)...) // packed, as far as its beginning says
	return append(out, chunk("IDAT", string(pixels))...)
}

func asGIF(tb testing.TB, frames ...image.Image) []byte {
	tb.Helper()
	var g gif.GIF
	for _, f := range frames {
		p := image.NewPaletted(f.Bounds(), color.Palette{color.White, cornerColors[0], cornerColors[1], cornerColors[2], cornerColors[3]})
		for y := range f.Bounds().Dy() {
			for x := range f.Bounds().Dx() {
				p.Set(x, y, f.At(x, y))
			}
		}
		g.Image, g.Delay = append(g.Image, p), append(g.Delay, 10)
	}
	var b bytes.Buffer
	if err := gif.EncodeAll(&b, &g); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

func asBMP(tb testing.TB, img image.Image) []byte {
	tb.Helper()
	var b bytes.Buffer
	if err := bmp.Encode(&b, img); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

func asTIFF(tb testing.TB, img image.Image) []byte {
	tb.Helper()
	var b bytes.Buffer
	if err := tiff.Encode(&b, img, nil); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

// asWebP is the smallest of its kind, 1 × 1, lossless; Go cannot write others. (RFC 9649)
func asWebP() []byte {
	return []byte("RIFF\x1a\x00\x00\x00WEBPVP8L\x0d\x00\x00\x00\x2f\x00\x00\x00\x10\x07\x10\x11\x11\x88\x88\xfe\x07\x00")
}

// decoded reads what came out.
func decoded(tb testing.TB, b []byte) image.Image {
	tb.Helper()
	img, err := jpeg.Decode(bytes.NewReader(b))
	if err != nil {
		tb.Fatal(err)
	}
	return img
}

// near says whether two colours look the same after JPEG.
func near(a, b color.Color) bool {
	ar, ag, ab, _ := a.RGBA()
	br, bg, bb, _ := b.RGBA()
	for _, d := range [3]int{int(ar>>8) - int(br>>8), int(ag>>8) - int(bg>>8), int(ab>>8) - int(bb>>8)} {
		if d < -14 || d > 14 {
			return false
		}
	}
	return true
}
