package pdf

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"nivel/assessments/report"
)

// word is one word of a page with its box, in points.
type word struct {
	page           int
	x1, y1, x2, y2 float64
	text           string
}

var (
	bboxPage = regexp.MustCompile(`<page width`)
	bboxWord = regexp.MustCompile(`<word xMin="([-0-9.]+)" yMin="([-0-9.]+)" xMax="([-0-9.]+)" yMax="([-0-9.]+)">(.*)</word>`)
)

func words(t testing.TB, b []byte) []word {
	t.Helper()
	var out []word
	page := 0
	for line := range strings.Lines(poppler(t, b, "pdftotext", "-bbox", "FILE", "-")) {
		if bboxPage.MatchString(line) {
			page++
		}
		m := bboxWord.FindStringSubmatch(line)
		if m == nil {
			continue
		}
		var v [4]float64
		for i := range v {
			v[i], _ = strconv.ParseFloat(m[i+1], 64)
		}
		out = append(out, word{page: page, x1: v[0], y1: v[1], x2: v[2], y2: v[3], text: m[5]})
	}
	return out
}

// TestNothingOverlaps looks at every word of every sample: inside the margins, and on no other.
func TestNothingOverlaps(t *testing.T) {
	for name, r := range looks() {
		t.Run(name, func(t *testing.T) {
			if n := checkWords(t, write(t, r)); n < 500 {
				t.Fatalf("only %d words", n)
			}
		})
	}
}

// checkWords reports words outside the margins or on other words, and returns how many there are.
func checkWords(t *testing.T, b []byte) int {
	t.Helper()
	all := words(t, b)
	for i, a := range all {
		if t.Failed() {
			break
		}
		if a.x1 < left/point-0.5 || a.x2 > right/point+0.5 || a.y1 < 0 || a.y2 > 291/point {
			t.Errorf("page %d: %.30q leaves the page: %.0f to %.0f, down to %.0f", a.page, a.text, a.x1, a.x2, a.y2)
		}
		for _, b := range all[i+1:] {
			if b.page != a.page {
				break
			}
			w := math.Min(a.x2, b.x2) - math.Max(a.x1, b.x1)
			// the box of a word is as high as ascent and descent, more than its letters
			h := math.Min(a.y2, b.y2) - math.Max(a.y1, b.y1)
			if w > 0.6 && h > 0.35*math.Min(a.y2-a.y1, b.y2-b.y1) {
				t.Errorf("page %d: %.30q and %.30q overlap by %.1f × %.1f", a.page, a.text, b.text, w, h)
			}
		}
	}
	return len(all)
}

// TestHeadingsDoNotStandAlone moves headings down the page line by line.
func TestHeadingsDoNotStandAlone(t *testing.T) {
	fonts := testFonts(t)
	for n := range 40 {
		r := &report.Report{Language: "es", Page: "{page}/{pages}", Brand: "Nivel", Line: "Prueba", Version: "V",
			Method: &report.Method{Section: "Método", Title: "Título", NotesTitle: "LASNOTAS"}, Annex: sample("es").Annex, Practices: sample("es").Practices}
		for i := range n {
			r.Method.Paragraphs = append(r.Method.Paragraphs, report.Paragraph{Title: fmt.Sprint(i), Text: "Una línea."})
			r.Annex.Groups[0].Rows = append(r.Annex.Groups[0].Rows, r.Annex.Groups[0].Rows[0])
		}
		r.Practices.Practices[0].Rows[0].Text = strings.Repeat("Una línea que ocupa más o menos todo el ancho de la tarjeta, y algo. ", n)
		note := strings.Repeat("Una nota con palabras. ", 1+n*n*2)
		r.Method.Notes = []report.Paragraph{{Title: "Nota", Text: note}}
		b, err := Write(r, fonts)
		if err != nil {
			t.Fatal(err)
		}
		last := map[int]word{}
		for _, w := range words(t, b) {
			if w.y2 < 281/point && w.y2 > last[w.page].y2-0.1 {
				last[w.page] = w
			}
		}
		for page, w := range last {
			for _, heading := range []string{"LASNOTAS", "preguntar", "Formación", "abiertas", "Digitalización", "Comprobado", "contestadas", "Importa"} {
				if w.text == heading {
					t.Errorf("with %d lines: %q ends page %d", n, heading, page)
				}
			}
		}
	}
}

// TestLinesFit wraps texts of all kinds at all widths: no line is wider, and nothing is lost.
func TestLinesFit(t *testing.T) {
	set, err := newFontSet(testFonts(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{
		"", " ", "a", "Una frase corriente, con coma y punto.", strings.Repeat("X", 300), "ab  cd   ef", "  delante y detrás  ",
		"https://example.org/una/direccion/muy-larga/que-no-cabe?en=una&linea=sola", "línea\notra\n\núltima", strings.Repeat("palabra ", 80),
	} {
		for _, width := range []float64{1, 5, 12, 30, 67.6, 175} {
			spans := []span{{text, stText.bold()}, {text, stSmall}, {"fin", stLead}}
			var got strings.Builder
			for _, l := range set.wrap(width, spans...) {
				end := 0.0
				for _, p := range l.pieces {
					if p.x < end-0.001 {
						t.Errorf("%.20q at %g: pieces overlap", text, width)
					}
					end = p.x + p.w
					if w := set.width(p.text, p.style); math.Abs(w-p.w) > 0.01 {
						t.Errorf("%.20q at %g: a piece is %g wide, not %g", text, width, w, p.w)
					}
					got.WriteString(p.text)
				}
				if end > width+0.02 && len([]rune(l.pieces[len(l.pieces)-1].text)) > 1 {
					t.Errorf("%.20q at %g: a line is %g wide", text, width, end)
				}
			}
			if fold(got.String()) != fold(text+text+"fin") {
				t.Errorf("%.20q at %g: text is lost", text, width)
			}
		}
	}
}

func TestFirmNameOnTheCover(t *testing.T) {
	set, err := newFontSet(testFonts(t))
	if err != nil {
		t.Fatal(err)
	}
	w := &writer{canvas: canvas{fonts: set}}
	for _, n := range []int{0, 1, 20, 40, 60, 90, 130, 200, 5000} {
		for _, s := range []string{strings.Repeat("M", n), strings.Repeat("Mue ", n/4)} {
			lines := w.firmName(s)
			if len(lines) > 3 {
				t.Errorf("%d letters take %d lines", n, len(lines))
			}
			for _, l := range lines {
				if l.w > content+0.02 {
					t.Errorf("%d letters: a line is %g wide", n, l.w)
				}
			}
		}
	}
}
