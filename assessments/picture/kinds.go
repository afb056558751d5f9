package picture

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/image/bmp"
	"golang.org/x/image/tiff"
	"golang.org/x/image/webp"

	"nivel/assessments"
)

// kind is a format of pictures that can be read.
type kind struct {
	name   string
	begins []string // how files of it begin; "?" stands for any byte
	config func(io.Reader) (image.Config, error)
	decode func(io.Reader) (image.Image, error)
	// cost is the memory that decoding takes, in hundredths of a byte for each pixel.
	cost func(data []byte, c image.Config) int64
	// orientation is the number, 1 to 8, by which the camera says how it was held; nil: never said.
	orientation func(data []byte) int
}

const jpegName = "jpeg"

var kinds = []kind{
	{jpegName, []string{"\xff\xd8\xff"}, jpeg.DecodeConfig, jpeg.Decode, jpegCost, jpegOrientation},
	{"png", []string{"\x89PNG\r\n\x1a\n"}, png.DecodeConfig, png.Decode, pngCost, pngOrientation},
	{"gif", []string{"GIF87a", "GIF89a"}, gif.DecodeConfig, gif.Decode, once, nil},
	{"webp", []string{"RIFF????WEBPVP8"}, webp.DecodeConfig, webp.Decode, twice, webpOrientation},
	{"bmp", []string{"BM????\x00\x00\x00\x00"}, bmp.DecodeConfig, bmp.Decode, once, nil},
	{"tiff", []string{"II*\x00", "MM\x00*"}, tiff.DecodeConfig, tiff.Decode, tiffCost, tiffOrientation},
}

// kindOf tells the format by how the file begins, or says as a *Fault why it cannot be taken.
func kindOf(data []byte) (*kind, error) {
	if len(data) == 0 {
		return nil, assessments.NewFault("picture-empty")
	}
	for i := range kinds {
		k := &kinds[i]
		for _, b := range k.begins {
			if !begins(data, b) {
				continue
			}
			if k.name == "webp" && animated(data) {
				return nil, assessments.NewFault("picture-animated")
			}
			return k, nil
		}
	}
	return nil, refused(data)
}

func begins(data []byte, with string) bool {
	if len(data) < len(with) {
		return false
	}
	for i := range len(with) {
		if with[i] != '?' && data[i] != with[i] {
			return false
		}
	}
	return true
}

// refused says what a file is that cannot be taken.
func refused(data []byte) error {
	if begins(data, "????ftyp????") {
		switch brand := string(data[8:12]); {
		case brand == "avif" || brand == "avis":
			return assessments.NewFault("picture-avif")
		case strings.HasPrefix(brand, "hei") || strings.HasPrefix(brand, "hev") || brand == "mif1" || brand == "msf1":
			return assessments.NewFault("picture-heic")
		}
		return assessments.NewFault("picture-video")
	}
	const enough = 4096
	start := bytes.TrimLeft(data[:min(len(data), enough)], "\ufeff \t\r\n")
	switch {
	case bytes.HasPrefix(start, []byte("%PDF-")):
		return assessments.NewFault("picture-pdf")
	case bytes.Contains(start, []byte("<svg")):
		return assessments.NewFault("picture-svg")
	case !bytes.ContainsRune(start, 0) && utf8.Valid(bytes.TrimRight(start, "\x80\x81\x82\x83")):
		return assessments.NewFault("picture-text")
	}
	return assessments.NewFault("picture-unknown")
}

// animated says whether the header of a WebP names an animation.
func animated(data []byte) bool {
	return len(data) > 20 && string(data[12:16]) == "VP8X" && data[20]&2 != 0
}

// once is what the pixels themselves take, twice where the decoder holds them unpacked beside.
func once(_ []byte, c image.Config) int64 {
	switch c.ColorModel {
	case color.GrayModel:
		return 100
	case color.Gray16Model:
		return 200
	case color.YCbCrModel:
		return 300
	case color.RGBA64Model, color.NRGBA64Model:
		return 800
	}
	if _, ok := c.ColorModel.(color.Palette); ok {
		return 100
	}
	return 400
}

func twice(data []byte, c image.Config) int64 { return 2 * once(data, c) }

// tiffCost adds the strip, perhaps of the whole picture, that is unpacked beside it: 8 bytes for each
// pixel at most, twice while it grows.
func tiffCost(data []byte, c image.Config) int64 { return once(data, c) + 1600 }

// pngCost is twice where the picture comes in passes, which are unpacked beside it.
func pngCost(data []byte, c image.Config) int64 {
	const interlaced = 28
	if len(data) > interlaced && data[interlaced] != 0 {
		return twice(data, c)
	}
	return once(data, c)
}

// jpegCost counts the samples of a pixel, which are fewer where colours are kept coarser, the
// coefficients of one that comes in passes, and the second picture that some colours need.
func jpegCost(data []byte, _ image.Config) int64 {
	samples, most, components, passes, second := int64(0), int64(1), 0, false, false
	segments(data, func(marker byte, body []byte) bool {
		switch {
		case marker == 0xEE && len(body) >= 12 && string(body[:5]) == "Adobe":
			second = body[11] == 0
		case marker >= 0xC0 && marker <= 0xC2 && len(body) >= 6:
			passes = marker == 0xC2
			components = min(int(body[5]), (len(body)-6)/3)
			for i := range components {
				c := body[6+3*i:]
				second = second || c[0] == 'R'
				h, v := int64(c[1]>>4), int64(c[1]&15)
				samples, most = samples+h*v, max(most, h*v)
			}
			return false
		}
		return true
	})
	cost := 100 * samples / most
	if passes {
		cost *= 5
	}
	if second || components == 4 {
		cost += 400
	}
	return max(cost, 100)
}

// segments calls f with each part of a JPEG's header until f has enough.
func segments(data []byte, f func(marker byte, body []byte) bool) {
	for at := 2; at+4 <= len(data) && data[at] == 0xFF; {
		marker := data[at+1]
		if marker == 0xFF { // filling
			at++
			continue
		}
		if marker == 0xDA || marker == 0xD9 { // pixels, or the end
			return
		}
		if marker == 0x01 || marker >= 0xD0 && marker <= 0xD8 {
			at += 2
			continue
		}
		n := int(binary.BigEndian.Uint16(data[at+2:]))
		if n < 2 || at+2+n > len(data) || !f(marker, data[at+4:at+2+n]) {
			return
		}
		at += 2 + n
	}
}
