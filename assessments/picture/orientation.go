package picture

import (
	"bytes"
	"encoding/binary"
	"image"
	"math"
)

// The one thing that is read of what a camera writes is how it was held. The reader below looks for
// that number alone, in the first directory of a TIFF block, and follows nothing else in it.

var exif = []byte("Exif\x00\x00")

func jpegOrientation(data []byte) int {
	found := 1
	segments(data, func(marker byte, body []byte) bool {
		if marker == 0xE1 && bytes.HasPrefix(body, exif) {
			found = tiffOrientation(body[len(exif):])
			return false
		}
		return true
	})
	return found
}

func pngOrientation(data []byte) int {
	for at := 8; at+12 <= len(data); {
		n := int64(binary.BigEndian.Uint32(data[at:]))
		if n > int64(len(data)-at-12) {
			return 1
		}
		if string(data[at+4:at+8]) == "eXIf" {
			return tiffOrientation(data[at+8 : at+8+int(n)])
		}
		at += 12 + int(n)
	}
	return 1
}

func webpOrientation(data []byte) int {
	for at := 12; at+8 <= len(data); {
		n := int64(binary.LittleEndian.Uint32(data[at+4:]))
		if n > int64(len(data)-at-8) {
			return 1
		}
		if string(data[at:at+4]) == "EXIF" {
			return tiffOrientation(bytes.TrimPrefix(data[at+8:at+8+int(n)], exif))
		}
		at += 8 + int(n+n%2)
	}
	return 1
}

// tiffOrientation is the tag of that name in the first directory; 1, upright, where there is none.
func tiffOrientation(b []byte) int {
	const tag, short, long, entry = 0x0112, 3, 4, 12
	if len(b) < 8 {
		return 1
	}
	var order binary.ByteOrder = binary.BigEndian
	if b[0] == 'I' {
		order = binary.LittleEndian
	}
	at := int64(order.Uint32(b[4:]))
	if at > int64(len(b)-2) {
		return 1
	}
	dir := b[at+2:]
	for range order.Uint16(b[at:]) {
		if len(dir) < entry {
			return 1
		}
		if order.Uint16(dir) == tag {
			v := uint32(0)
			switch order.Uint16(dir[2:]) {
			case short:
				v = uint32(order.Uint16(dir[8:]))
			case long:
				v = order.Uint32(dir[8:])
			}
			if v < 1 || v > 8 {
				return 1
			}
			return int(v)
		}
		dir = dir[entry:]
	}
	return 1
}

// turned is a picture as it was meant to be looked at, for a camera held that way (1 to 8).
func turned(src *image.RGBA, orientation int) *image.RGBA {
	if orientation <= 1 || orientation > 8 {
		return src
	}
	w, h := src.Rect.Dx(), src.Rect.Dy()
	dst := image.NewRGBA(image.Rect(0, 0, w, h))
	if orientation >= 5 {
		dst = image.NewRGBA(image.Rect(0, 0, h, w))
	}
	for y := range dst.Rect.Dy() {
		for x := range dst.Rect.Dx() {
			sx, sy := x, y
			switch orientation {
			case 2:
				sx = w - 1 - x
			case 3:
				sx, sy = w-1-x, h-1-y
			case 4:
				sy = h - 1 - y
			case 5:
				sx, sy = y, x
			case 6:
				sx, sy = y, h-1-x
			case 7:
				sx, sy = w-1-y, h-1-x
			case 8:
				sx, sy = w-1-y, x
			}
			copy(dst.Pix[dst.PixOffset(x, y):][:4], src.Pix[src.PixOffset(sx, sy):][:4])
		}
	}
	return dst
}

// greyed is a picture without its colours, each as bright as the eye finds it.
func greyed(src *image.RGBA) *image.Gray {
	dst := image.NewGray(src.Rect)
	for i := range dst.Pix {
		p := src.Pix[4*i:]
		dst.Pix[i] = uint8(math.Round(0.299*float64(p[0]) + 0.587*float64(p[1]) + 0.114*float64(p[2])))
	}
	return dst
}
