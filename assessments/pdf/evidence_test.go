package pdf

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"testing"

	contents "nivel/assessments/content"
	"nivel/assessments/house/shipped"
	"nivel/assessments/report"
)

// proven is the sample firm's evidence alone.
func proven(lang string, n int, caption string) report.Input {
	in := sampleFirm(lang)
	in.Evidence, in.Sections = shipped.Evidence(n, caption), report.WithEvidence
	return in
}

// evidences are pages of pictures of all kinds, by name.
func evidences() map[string]report.Input {
	out := map[string]report.Input{}
	for _, lang := range contents.Languages {
		out[lang+" pictures"] = proven(lang, 13, "El tablero del taller, con las fases de la semana y quién lleva cada una.")
		out[lang+" one picture"] = proven(lang, 1, "")
		out[lang+" long captions"] = proven(lang, 5, strings.Repeat("Una explicación larga de lo que se ve. ", 40)[:300])
	}
	grey := proven("es", 13, "En gris.")
	grey.Grey = true
	grey.Evidence[3].Picture = nil
	out["es grey pictures"] = grey
	return out
}

var placedImage = regexp.MustCompile(`q ([0-9.]+) 0 0 ([0-9.]+) ([0-9.]+) ([0-9.]+) cm /I[0-9a-f]+ Do Q`)

// Every picture stands on its page, inside the margins, beside and above no other, not stretched, and
// with its words on the same page; the same evidence makes the same bytes.
func TestEvidencePages(t *testing.T) {
	for name, in := range evidences() {
		t.Run(name, func(t *testing.T) {
			r := report.Build(in)
			b := write(t, r)
			if !bytes.Equal(b, write(t, report.Build(in))) {
				t.Error("the same evidence makes other bytes")
			}
			checkWords(t, b)
			type box struct{ x1, y1, x2, y2 float64 }
			placed, page := 0, 0
			for _, s := range streams(t, b) {
				page++
				var boxes []box
				for _, m := range placedImage.FindAllStringSubmatch(s, -1) {
					var v [4]float64
					for i := range v {
						fmt.Sscan(m[i+1], &v[i])
					}
					n := box{v[2], v[3], v[2] + v[0], v[3] + v[1]}
					if n.x1 < left/point-0.1 || n.x2 > right/point+0.1 || n.y1 < 16/point || n.y2 > (pageH-bodyTop)/point+0.1 {
						t.Errorf("page %d: a picture leaves the page: %v", page, n)
					}
					for _, o := range boxes {
						if n.x1 < o.x2 && o.x1 < n.x2 && n.y1 < o.y2 && o.y1 < n.y2 {
							t.Errorf("page %d: %v lies on %v", page, n, o)
						}
					}
					boxes = append(boxes, n)
					p := r.Evidence.Pictures[placed]
					if have, want := v[0]/v[1], float64(p.Width)/float64(p.Height); have/want > 1.02 || want/have > 1.02 {
						t.Errorf("page %d: %d × %d is stretched to %.0f × %.0f", page, p.Width, p.Height, v[0], v[1])
					}
					text := fold(poppler(t, b, "pdftotext", "-f", fmt.Sprint(page), "-l", fmt.Sprint(page), "-raw", "FILE", "-"))
					if words := fold(p.Number + " · " + p.Question); !strings.Contains(text, words) {
						t.Errorf("page %d: %q does not stand with its picture", page, words)
					}
					placed++
				}
			}
			if placed != len(r.Evidence.Pictures) {
				t.Errorf("%d pictures of %d", placed, len(r.Evidence.Pictures))
			}
			if in.Grey && (bytes.Contains(b, []byte("/DeviceRGB")) || !bytes.Contains(b, []byte("/DeviceGray"))) {
				t.Error("a picture has colours")
			}
		})
	}
}

// What is no picture leaves its frame empty, and the report is written all the same.
func TestBrokenPicture(t *testing.T) {
	r := report.Build(proven("es", 2, ""))
	r.Evidence.Pictures[0].JPEG = []byte("no picture")
	r.Evidence.Pictures[1].JPEG, r.Evidence.Pictures[1].Width = nil, 0
	if b := write(t, r); len(placedImage.FindAll([]byte(strings.Join(streams(t, b), "")), -1)) != 0 {
		t.Error("something was placed")
	}
}
