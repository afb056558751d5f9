package picture

import (
	"bytes"
	"image"
	"image/draw"
	"image/jpeg"

	scalers "golang.org/x/image/draw"

	"nivel/assessments"
)

// The qualities that are tried, the best first, until a picture fits; then it is made smaller.
var qualities = []int{86, 80, 74, 66, 58, 50}

// printQuality is that of pictures on paper.
const printQuality = 82

// flat puts a picture on white and brings its longer side to edge pixels at most by taking the mean of
// squares of whole pixels, a few lines at a time: scaling a photo of 100 megapixels at once would take
// gigabytes. For an edge of 3,200 its result takes 41 MB at most, and what scaled does with it 164.
func flat(src image.Image, edge int) *image.RGBA {
	b := src.Bounds()
	w, h := b.Dx(), b.Dy()
	n := (max(w, h) + edge - 1) / edge
	dst := image.NewRGBA(image.Rect(0, 0, (w+n-1)/n, (h+n-1)/n))
	strip := image.NewRGBA(image.Rect(0, 0, w, n))
	sums := make([][3]int, dst.Rect.Dx())
	for y := range dst.Rect.Dy() {
		rows := min(n, h-y*n)
		draw.Draw(strip, strip.Rect, image.White, image.Point{}, draw.Src)
		draw.Draw(strip, image.Rect(0, 0, w, rows), src, image.Pt(b.Min.X, b.Min.Y+y*n), draw.Over)
		if n == 1 {
			copy(dst.Pix[y*dst.Stride:], strip.Pix)
			continue
		}
		clear(sums)
		for r := range rows {
			line := strip.Pix[r*strip.Stride:]
			for x := range w {
				s, p := &sums[x/n], line[4*x:]
				s[0], s[1], s[2] = s[0]+int(p[0]), s[1]+int(p[1]), s[2]+int(p[2])
			}
		}
		for x, s := range sums {
			count := rows * min(n, w-x*n)
			p := dst.Pix[dst.PixOffset(x, y):]
			for i := range s {
				p[i] = uint8((s[i] + count/2) / count)
			}
			p[3] = 0xFF
		}
	}
	return dst
}

// scaled brings the longer side of a picture to edge pixels; a smaller one stays as it is.
func scaled(src *image.RGBA, edge int) *image.RGBA {
	w, h := src.Rect.Dx(), src.Rect.Dy()
	long := max(w, h)
	if long <= edge {
		return src
	}
	share := func(n int) int { return max(1, (2*n*edge+long)/(2*long)) }
	dst := image.NewRGBA(image.Rect(0, 0, share(w), share(h)))
	scalers.CatmullRom.Scale(dst, dst.Rect, src, src.Rect, scalers.Src, nil)
	return dst
}

// fitted writes a picture as JPEG of at most that many pixels and bytes: first worse, then smaller.
func fitted(img *image.RGBA, edge, most int) (out []byte, width, height int, err error) {
	for ; edge > 0; edge = edge * 4 / 5 {
		small := scaled(img, edge)
		for _, q := range qualities {
			if out, width, height, err = encoded(small, q); err != nil || len(out) <= most {
				return out, width, height, err
			}
		}
		edge = max(small.Rect.Dx(), small.Rect.Dy())
	}
	return nil, 0, 0, assessments.NewFault("picture-broken") // cannot be: a picture of one pixel fits
}

func encoded(img image.Image, quality int) (out []byte, width, height int, err error) {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: quality}); err != nil {
		return nil, 0, 0, err
	}
	return b.Bytes(), img.Bounds().Dx(), img.Bounds().Dy(), nil
}
