package pdf

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/jung-kurt/gofpdf"

	"nivel/assessments/report"
)

func BenchmarkWrite(b *testing.B) {
	r, fonts := sample("es"), testFonts(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Write(r, fonts); err != nil {
			b.Fatal(err)
		}
	}
}

// load is what a report consists of, read from its pages.
type load struct{ pages, texts, letters, paths, steps int }

// measure counts what stands on the pages of a report.
func measure(b *testing.B, r *report.Report) load {
	var l load
	for _, s := range streams(b, write(b, r)) {
		l.pages++
		l.texts += strings.Count(s, " Tj ET")
		l.paths += strings.Count(s, " S Q") + strings.Count(s, " f Q") + strings.Count(s, " B Q") + strings.Count(s, "f Q")
		l.steps += strings.Count(s, " l ") + strings.Count(s, " c ")
		for part := range strings.SplitSeq(s, " Td (") {
			if i := strings.Index(part, ") Tj ET"); i > 0 {
				l.letters += i / 2
			}
		}
	}
	return l
}

// BenchmarkBare is a document of gofpdf alone with the same pages, faces, texts and paths. Write
// should take at most twice as long.
func BenchmarkBare(b *testing.B) {
	l, fonts := measure(b, sample("es")), testFonts(b)
	benchmarkBare(b, l, fonts)
}

func benchmarkBare(b *testing.B, l load, fonts Fonts) {
	b.ReportAllocs()
	for b.Loop() {
		bare(b, l, fonts)
	}
	b.ReportMetric(float64(l.pages), "pages")
	b.ReportMetric(float64(l.texts), "texts")
	b.ReportMetric(float64(l.paths), "paths")
}

func bare(b *testing.B, l load, fonts Fonts) {
	pdf := gofpdf.New("P", "mm", "A4", "")
	pdf.SetCatalogSort(true)
	pdf.SetCreationDate(time.Unix(0, 0))
	pdf.SetModificationDate(time.Unix(0, 0))
	pdf.SetAutoPageBreak(false, 0)
	pdf.AddUTF8FontFromBytes(family, "", bytes.Clone(fonts.Regular))
	pdf.AddUTF8FontFromBytes(family, "B", bytes.Clone(fonts.SemiBold))
	pdf.AddUTF8FontFromBytes(family, "I", bytes.Clone(fonts.Italic))
	const sentence = "El señor Íñigo pregunta qué hay, y la niña dice: «aún no lo sé, déjeme ver»; 0123456789 (ABCDEFGHIJLMNOPQRSTUVZ). "
	text := sentence[:min(len(sentence), max(1, l.letters/max(1, l.texts)))]
	for strings.ToValidUTF8(text, "") != text {
		text = text[:len(text)-1]
	}
	for page := range l.pages {
		pdf.AddPage()
		for i := range l.texts / l.pages {
			pdf.SetFont(family, [...]string{"", "B", "", "I"}[i%4], 10)
			pdf.SetTextColor(37, 35, 30+i%2)
			pdf.SetXY(20, float64(20+i))
			pdf.CellFormat(80, 5, text, "", 0, "L", false, 0, "")
		}
		for i := range l.paths / l.pages {
			pdf.SetFillColor(219, 230, 122)
			pdf.SetDrawColor(108, 121, 20)
			pdf.SetLineWidth(0.4)
			pdf.MoveTo(20, float64(20+i+page))
			for j := range max(1, l.steps/l.paths) {
				if j%2 == 0 {
					pdf.LineTo(30, float64(20+i))
				} else {
					pdf.CurveBezierCubicTo(20, 30, 40, 50, 60, 70)
				}
			}
			pdf.DrawPath("FD")
		}
	}
	var out bytes.Buffer
	if err := pdf.Output(&out); err != nil {
		b.Fatal(err)
	}
}
