package pdf

import (
	"bytes"
	"encoding/gob"
	"fmt"
	"image/jpeg"

	"github.com/jung-kurt/gofpdf"

	"nivel/assessments/figure"
	"nivel/assessments/report"
)

// The grid of pictures.
const (
	pictureGap  = 7.0
	pictureW    = (content - pictureGap) / 2
	pictureMost = 78.0 // height of a picture
)

// evidence are the pictures, two beside each other, each with its question and caption below.
func (w *writer) evidence(e *report.Evidence) {
	w.begin(e.Section, e.Title)
	w.bookmark(w.section, 0)
	w.title(e.Title, e.Lead)
	if e.Missing != "" {
		w.place(0, 3, cell{left, w.withIcon("alert", 4.4, content, figure.Ink2, span{e.Missing, stText})})
	}
	for i := 0; i < len(e.Pictures); i += 2 {
		w.pictures(e.Pictures[i:min(i+2, len(e.Pictures))])
	}
}

// pictures is a row of them, which stays together.
func (w *writer) pictures(row []report.Picture) {
	cells := make([]cell, len(row))
	for i, p := range row {
		spans := []span{{p.Number, stSmall.bold()}, {" · ", stSmall.bold()}, {p.Question, stSmall.bold()}}
		if p.Number == "" || p.Question == "" {
			spans = []span{{p.Number + p.Question, stSmall.bold()}}
		}
		_, high := fitIn(p, pictureW, pictureMost)
		atoms := []atom{{high, func(x, y float64) { w.picture(p, x, y) }}, gap(1.4)}
		atoms = append(atoms, w.flowLines(0, w.fonts.clip(w.fonts.wrap(pictureW, spans...), 4, pictureW))...)
		atoms = append(atoms, w.flowLines(0, w.fonts.clip(w.fonts.wrap(pictureW, span{p.Caption, stText}), 8, pictureW))...)
		atoms = append(atoms, w.flow(pictureW, span{p.Date, stFoot})...)
		cells[i] = cell{left + float64(i)*(pictureW+pictureGap), atoms}
	}
	w.place(0, 6, cells...)
}

// fitIn is the size of a picture that fills a box without being stretched; one of few pixels is not
// blown up beyond a third of a millimetre for each.
func fitIn(p report.Picture, wide, high float64) (w, h float64) {
	if p.Width <= 0 || p.Height <= 0 {
		return wide, wide / 2
	}
	const coarsest = 1.0 / 3
	scale := min(wide/float64(p.Width), high/float64(p.Height), coarsest)
	return float64(p.Width) * scale, float64(p.Height) * scale
}

// picture draws a picture in its frame; one that is no JPEG, which a description does not hold, leaves
// the frame empty.
func (w *writer) picture(p report.Picture, x, y float64) {
	wide, high := fitIn(p, pictureW, pictureMost)
	if _, err := jpeg.DecodeConfig(bytes.NewReader(p.JPEG)); err == nil && !w.dry {
		name := fmt.Sprintf("picture %d", w.images)
		w.images++
		info := w.pdf.RegisterImageOptionsReader(name, gofpdf.ImageOptions{ImageType: "JPG"}, bytes.NewReader(p.JPEG))
		if err := number(info, w.images); err != nil && w.err == nil {
			w.err = err
		}
		w.pdf.ImageOptions(name, x, y, wide, high, false, gofpdf.ImageOptions{ImageType: "JPG"}, 0, "")
	}
	w.box(x, y, wide, high, 0, pen{stroke: figure.Hair, width: 0.25})
}

// number gives an image its place among the others. gofpdf writes images by their width in pixels, and
// those of the same width in any order, so that the same report would give other bytes. It keeps the
// width as a fraction and prints the whole part: a little more for each image, and all differ. The
// only way to it is the encoding by which gofpdf itself stores images.
func number(info *gofpdf.ImageInfoType, n int) error {
	if info == nil {
		return nil // gofpdf has said why
	}
	stored, err := info.GobEncode()
	if err != nil {
		return err
	}
	const tiny = 1.0 / (1 << 20)
	var (
		data, mask, colors     []byte
		object, bits           int
		wide, high, scale, dpi float64
		space, filter, params  string
		transparent            []int
		out                    bytes.Buffer
	)
	in, again := gob.NewDecoder(bytes.NewReader(stored)), gob.NewEncoder(&out)
	for _, field := range []any{&data, &mask, &object, &wide, &high, &space, &colors, &bits, &filter, &params, &transparent, &scale, &dpi} {
		if err := in.Decode(field); err != nil {
			return err
		}
		if field == any(&wide) {
			wide += float64(n+1) * tiny
		}
		if err := again.Encode(field); err != nil {
			return err
		}
	}
	return info.GobDecode(out.Bytes())
}
