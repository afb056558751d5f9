package shipped

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"time"

	"nivel/assessments"
)

// Evidence are made-up pictures of all proportions for the sample firm's questions; every seventh is
// not for the report. What stands below them is that text.
func Evidence(n int, caption string) []assessments.Evidence {
	questions := Library().Pack(Sample().Model).Model.Questions
	sizes := []image.Point{{640, 480}, {480, 640}, {900, 280}, {120, 600}, {40, 30}, {400, 400}}
	var out []assessments.Evidence
	for i := range n {
		size := sizes[i%len(sizes)]
		e := assessments.Evidence{ID: fmt.Sprintf("picture-%03d", i), Question: questions[i*7%len(questions)].ID, Caption: caption, InReport: i%7 != 6,
			Width: size.X, Height: size.Y, At: Day.Add(time.Duration(i) * time.Minute), Picture: shades(size, i), Thumb: shades(image.Pt(24, 24), i)}
		out = append(out, e)
	}
	return out
}

// shades is a picture of that size in which every place has its colour.
func shades(size image.Point, n int) []byte {
	img := image.NewRGBA(image.Rectangle{Max: size})
	for y := range size.Y {
		for x := range size.X {
			img.SetRGBA(x, y, color.RGBA{uint8(255 * x / size.X), uint8(255 * y / size.Y), uint8(40 * n), 255})
		}
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, nil); err != nil {
		panic(err)
	}
	return b.Bytes()
}
