package picture

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	"image/color"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"
	"testing/iotest"

	"pgregory.net/rapid"

	"nivel/assessments"
	"nivel/assessments/content"
	"nivel/assessments/house/shipped"
)

func take(t *testing.T, b []byte) assessments.Evidence {
	t.Helper()
	e, err := Take(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// However a camera was held, the picture stands upright, every pixel in its place.
func TestUpright(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, h, o := rapid.IntRange(2, 40).Draw(t, "w"), rapid.IntRange(2, 40).Draw(t, "h"), rapid.IntRange(1, 8).Draw(t, "orientation")
		want := image.NewRGBA(image.Rect(0, 0, w, h))
		seed := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1))
		for i := range want.Pix {
			want.Pix[i] = byte(seed.Uint32())
			if i%4 == 3 {
				want.Pix[i] = 255
			}
		}
		order := rapid.SampledFrom([]binary.AppendByteOrder{binary.BigEndian, binary.LittleEndian}).Draw(t, "order")
		got, err := upright(asPNG(pngHelper{}, held(want, o), block(order, o)), assessments.EvidenceEdge)
		if err != nil {
			t.Fatal(err)
		}
		if got.Rect != want.Rect || !bytes.Equal(got.Pix, want.Pix) {
			t.Fatalf("%d × %d, held as %d, comes out as %v", w, h, o, got.Rect)
		}
	})
}

// pngHelper is a testing.TB for helpers that cannot fail here.
type pngHelper struct{ testing.TB }

func (pngHelper) Helper() {}

// Every format, on every side, comes out with the right colours in the right corners.
func TestFormats(t *testing.T) {
	img := corners(64, 48)
	files := map[string][]byte{"png": asPNG(t, img, nil), "gif": asGIF(t, img), "moving gif": asGIF(t, img, held(img, 3)), "bmp": asBMP(t, img), "tiff": asTIFF(t, img)}
	for o := 1; o <= 8; o++ {
		files[fmt.Sprint("jpeg held as ", o)] = asJPEG(t, held(img, o), o)
	}
	for name, b := range files {
		t.Run(name, func(t *testing.T) {
			e := take(t, b)
			if e.Width != 64 || e.Height != 48 {
				t.Fatalf("%d × %d", e.Width, e.Height)
			}
			got := decoded(t, e.Picture)
			for i, p := range []image.Point{{4, 4}, {59, 4}, {59, 43}, {4, 43}} {
				if !near(got.At(p.X, p.Y), cornerColors[i]) {
					t.Errorf("corner %d is %v, want %v", i, got.At(p.X, p.Y), cornerColors[i])
				}
			}
			if again := take(t, b); !bytes.Equal(again.Picture, e.Picture) || !bytes.Equal(again.Thumb, e.Thumb) {
				t.Error("the same file gives other bytes")
			}
		})
	}
	if e := take(t, asWebP()); e.Width != 1 || e.Height != 1 {
		t.Errorf("webp: %d × %d", e.Width, e.Height)
	}
}

// What stands in a file beside its pixels does not come out.
func TestNothingButThePicture(t *testing.T) {
	img := corners(300, 200)
	for name, b := range map[string][]byte{"jpeg": asJPEG(t, img, 6), "png": asPNG(t, img, block(binary.LittleEndian, 3))} {
		if !bytes.Contains(b, []byte(secret)) {
			t.Fatalf("%s: the test's own file says nothing", name)
		}
		e := take(t, b)
		for what, out := range map[string][]byte{"picture": e.Picture, "thumb": e.Thumb} {
			for _, s := range []string{"Exif", "GPS", "Yecla", "Ana", "xmp", "adobe", "Adobe", "ICC", "Photoshop", "JFIF", "II*\x00", "MM\x00*"} {
				if bytes.Contains(out, []byte(s)) {
					t.Errorf("%s, %s: %q came out", name, what, s)
				}
			}
			segments(out, func(marker byte, _ []byte) bool {
				if marker >= 0xE0 && marker <= 0xEF || marker == 0xFE {
					t.Errorf("%s, %s has a part %X", name, what, marker)
				}
				return true
			})
		}
	}
}

func TestTransparentOnWhite(t *testing.T) {
	img := image.NewNRGBA(image.Rect(0, 0, 32, 32))
	for x := range 32 {
		img.SetNRGBA(x, 20, color.NRGBA{A: 255})
	}
	got := decoded(t, take(t, asPNG(t, img, nil)).Picture)
	if !near(got.At(3, 3), color.White) {
		t.Errorf("what is transparent became %v", got.At(3, 3))
	}
}

// Whatever the picture, it and its thumbnail stay within the limits and keep their proportions.
func TestLimits(t *testing.T) {
	noise := func(w, h int) *image.RGBA {
		img, r := image.NewRGBA(image.Rect(0, 0, w, h)), rand.New(rand.NewPCG(1, 2))
		for i := range img.Pix {
			img.Pix[i] = byte(r.Uint32()) | byte(i%4/3*255)
		}
		return img
	}
	for _, c := range []struct {
		img  *image.RGBA
		w, h int
	}{
		{noise(2000, 1500), 0, 0}, {noise(1600, 1600), 0, 0}, {corners(4000, 3000), 1600, 1200}, {corners(3201, 3200), 1600, 1599}, {corners(1601, 10), 1600, 10},
		{corners(40, 9000), 7, 1600}, {corners(1600, 1600), 1600, 1600}, {corners(3, 2), 3, 2}, {corners(1, 1), 1, 1}, {corners(20000, 1), 1600, 1},
	} {
		name := fmt.Sprint(c.img.Rect.Size())
		e := take(t, asPNG(t, c.img, nil))
		if len(e.Picture) > assessments.EvidenceBytes || len(e.Thumb) > assessments.ThumbBytes {
			t.Errorf("%s: %d and %d bytes", name, len(e.Picture), len(e.Thumb))
		}
		got, thumb := decoded(t, e.Picture).Bounds(), decoded(t, e.Thumb).Bounds()
		if got.Dx() != e.Width || got.Dy() != e.Height || c.w > 0 && (e.Width != c.w || e.Height != c.h) {
			t.Errorf("%s became %v, said to be %d × %d", name, got, e.Width, e.Height)
		}
		if max(thumb.Dx(), thumb.Dy()) > assessments.ThumbEdge || min(thumb.Dx(), thumb.Dy()) < 1 {
			t.Errorf("%s has a thumbnail of %v", name, thumb)
		}
	}
}

// A large picture is brought down in two steps; colours and places stay.
func TestLargeStaysInPlace(t *testing.T) {
	got := decoded(t, take(t, asJPEG(t, held(corners(5000, 3700), 8), 8)).Picture)
	w, h := got.Bounds().Dx(), got.Bounds().Dy()
	for i, p := range []image.Point{{9, 9}, {w - 9, 9}, {w - 9, h - 9}, {9, h - 9}} {
		if !near(got.At(p.X, p.Y), cornerColors[i]) {
			t.Errorf("corner %d is %v", i, got.At(p.X, p.Y))
		}
	}
}

// What cannot be taken is refused with its own sentence, in every language.
func TestRefused(t *testing.T) {
	photo := asJPEG(t, corners(300, 200), 1)
	zero := asGIF(t, corners(4, 4))
	copy(zero[6:10], []byte{0, 0, 0, 0})
	tall := append([]byte{}, asBMP(t, corners(8, 8))...)
	binary.LittleEndian.PutUint32(tall[22:], 4000) // more lines than there are
	for name, c := range map[string]struct {
		data []byte
		code string
	}{
		"nothing":              {nil, "picture-empty"},
		"HEIC":                 {[]byte("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic"), "picture-heic"},
		"HEIF":                 {[]byte("\x00\x00\x00\x18ftypmif1\x00\x00\x00\x00mif1heic"), "picture-heic"},
		"AVIF":                 {[]byte("\x00\x00\x00\x1cftypavif\x00\x00\x00\x00avifmif1miaf"), "picture-avif"},
		"MP4":                  {[]byte("\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00isommp42"), "picture-video"},
		"SVG":                  {[]byte(`<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>`), "picture-svg"},
		"PDF":                  {[]byte("%PDF-1.7\n%\xe2\xe3"), "picture-pdf"},
		"text":                 {[]byte("Una nota, no una foto.\n"), "picture-text"},
		"a cut text":           {[]byte(strings.Repeat("ñ", 4000)), "picture-text"},
		"ZIP":                  {[]byte("PK\x03\x04\x14\x00\x00\x00"), "picture-unknown"},
		"moving WebP":          {[]byte("RIFF\x24\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00\x02\x00\x00\x00\x07\x00\x00\x07\x00\x00"), "picture-animated"},
		"half a JPEG":          {photo[:len(photo)/2], "picture-broken"},
		"header alone":         {photo[:4], "picture-broken"},
		"half a PNG":           {asPNG(t, corners(90, 90), nil)[:150], "picture-broken"},
		"half a GIF":           {asGIF(t, corners(90, 90))[:60], "picture-broken"},
		"half a TIFF":          {asTIFF(t, corners(90, 90))[:60], "picture-broken"},
		"half a WebP":          {asWebP()[:26], "picture-broken"},
		"BMP higher than it":   {tall, "picture-broken"},
		"no size, GIF":         {zero, "picture-zero"},
		"no size, PNG":         {pngHeader(0, 9, 8, 2, 0, 0), "picture-broken"},
		"a lie":                {pngHeader(9000, 7000, 8, 0, 0, 100), "picture-broken"},
		"more pixels than any": {pngHeader(1<<14, 1<<13, 8, 0, 0, 1<<15), "picture-pixels"},
		"50 megapixels deep":   {pngHeader(8000, 6250, 16, 6, 0, 1<<15), "picture-pixels"},
		"40 in passes":         {pngHeader(8000, 5000, 8, 6, 1, 1<<15), "picture-pixels"},
	} {
		_, err := Take(bytes.NewReader(c.data))
		var f *assessments.Fault
		if !errors.As(err, &f) || f.Code != c.code {
			t.Errorf("%s: %v, want %s", name, err, c.code)
			continue
		}
		for _, lang := range content.Languages {
			if s := shipped.Words()[lang].Fault(err); strings.ContainsAny(s, "{⟦") || strings.Contains(s, c.code) {
				t.Errorf("%s in %s: %s", name, lang, s)
			}
		}
	}
}

// A header that promises more than the memory that is set aside for it is refused before a pixel is
// read, and whatever is refused has not asked for the memory.
func TestWeighedBeforeRead(t *testing.T) {
	for _, b := range [][]byte{pngHeader(8000, 6250, 16, 6, 0, 1<<15), pngHeader(16000, 6000, 8, 6, 0, 1<<15), pngHeader(9000, 9000, 8, 0, 0, 1000)} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		if _, err := Take(bytes.NewReader(b)); err == nil {
			t.Error("taken")
		}
		runtime.ReadMemStats(&after)
		if took := after.TotalAlloc - before.TotalAlloc; took > 4<<20 {
			t.Errorf("%d MB were asked for", took>>20)
		}
	}
}

// The memory of a JPEG is counted from how it keeps colours, and whether it comes in passes.
func TestJPEGCost(t *testing.T) {
	frame := func(marker byte, parts ...byte) []byte {
		body := append([]byte{8, 0, 9, 0, 9, byte(len(parts) / 3)}, parts...)
		return append(binary.BigEndian.AppendUint16([]byte{0xFF, 0xD8, 0xFF, marker}, uint16(len(body)+2)), body...)
	}
	for _, c := range []struct {
		data []byte
		want int64
	}{
		{frame(0xC0, 1, 0x22, 0, 2, 0x11, 0, 3, 0x11, 0), 150}, {frame(0xC0, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0), 300},
		{frame(0xC2, 1, 0x22, 0, 2, 0x11, 0, 3, 0x11, 0), 750}, {frame(0xC0, 1, 0x11, 0), 100}, {frame(0xC0, 'R', 0x11, 0, 'G', 0x11, 0, 'B', 0x11, 0), 700},
		{frame(0xC0, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0, 4, 0x11, 0), 800}, {[]byte{0xFF, 0xD8, 0xFF}, 100},
	} {
		if got := jpegCost(c.data, image.Config{}); got != c.want {
			t.Errorf("%x costs %d, want %d", c.data, got, c.want)
		}
	}
}

func TestTooLarge(t *testing.T) {
	var f *assessments.Fault
	if _, err := Take(bytes.NewReader(make([]byte, assessments.EvidenceInputBytes+1))); !errors.As(err, &f) || f.Code != "picture-large" {
		t.Error(err)
	}
	if _, err := Take(iotest.ErrReader(errors.New("unplugged"))); err == nil || errors.As(err, &f) && f.Code != "picture-large" {
		t.Error(err)
	}
}

// Pictures for paper are small, grey where that is wanted, and broken ones are refused.
func TestPrint(t *testing.T) {
	e := take(t, asPNG(t, corners(1500, 1000), nil))
	for _, grey := range []bool{false, true} {
		b, w, h, err := Print(e.Picture, 600, grey)
		if err != nil || w != 600 || h != 400 {
			t.Fatalf("%d × %d, %v", w, h, err)
		}
		img := decoded(t, b)
		if _, ok := img.(*image.Gray); ok != grey {
			t.Errorf("grey: %v, became %T", grey, img)
		}
		if !grey && !near(img.At(5, 5), cornerColors[0]) {
			t.Errorf("a corner became %v", img.At(5, 5))
		}
	}
	large := asJPEG(t, corners(1700, 100), 1)
	for name, b := range map[string][]byte{"nothing": nil, "half": e.Picture[:len(e.Picture)/2], "PNG": asPNG(t, corners(9, 9), nil), "larger than evidence": large} {
		var f *assessments.Fault
		if _, _, _, err := Print(b, 600, false); !errors.As(err, &f) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// FuzzTake finds no file that is taken and breaks a limit, or that brings anything but a refusal.
func FuzzTake(f *testing.F) {
	img := corners(24, 16)
	for _, b := range [][]byte{asJPEG(f, img, 6), asPNG(f, img, block(binary.BigEndian, 5)), asGIF(f, img, img), asBMP(f, img), asTIFF(f, img), asWebP(), []byte("%PDF-"), nil} {
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		if c, err := weighed(b); err == nil {
			if k, err := c.header(b); err != nil || k.Width*k.Height > 4<<20 {
				t.Skip() // held by TestLimits; here it would only be slow
			}
		}
		e, err := Take(bytes.NewReader(b))
		var fault *assessments.Fault
		if err != nil {
			if !errors.As(err, &fault) || !strings.HasPrefix(fault.Code, "picture-") {
				t.Fatal(err)
			}
			return
		}
		if got := decoded(t, e.Picture).Bounds(); got.Dx() != e.Width || got.Dy() != e.Height || max(e.Width, e.Height) > assessments.EvidenceEdge ||
			len(e.Picture) > assessments.EvidenceBytes || len(e.Thumb) > assessments.ThumbBytes {
			t.Fatalf("%v, %d bytes", got, len(e.Picture))
		}
	})
}
