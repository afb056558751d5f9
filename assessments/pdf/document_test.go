package pdf

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"nivel/assessments/document"
	made "nivel/assessments/house/papers"
)

// Every word of a paper stands inside the page and on no other; the sample is marked on each page; the
// same paper makes the same bytes. PDFOUT names a folder for it.
func TestWholeDocument(t *testing.T) {
	d := made.Whole()
	b, err := WriteDocument(d, testFonts(t))
	if err != nil {
		t.Fatal(err)
	}
	if again, err := WriteDocument(made.Whole(), testFonts(t)); err != nil || !bytes.Equal(b, again) {
		t.Errorf("the same paper makes other bytes (%v)", err)
	}
	if folder := os.Getenv("PDFOUT"); folder != "" {
		if err := os.WriteFile(filepath.Join(folder, "paper.pdf"), b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	checkWords(t, b)
	said := strings.Join(strings.Fields(poppler(t, b, "pdftotext", "-raw", "FILE", "-")), "")
	for _, want := range []string{d.Title, d.Lead, "algo importante", "Sala reservada", "Solo para la mesa", "¿Qué freno hay?", "n < 5", "31 de 38", "Muebles Ejemplo 44, S.L.", "157,5", "Minutos por semana", "Testigo"} {
		if !strings.Contains(said, strings.ReplaceAll(want, " ", "")) {
			t.Errorf("the paper does not say %q", want)
		}
	}
	if pages := len(pageObject.FindAll(b, -1)); strings.Count(said, "Muestra") != pages || strings.Count(said, "QuiénvinoN.ºEmpresa") != 1 || strings.Count(said, "N.ºEmpresaReunión1Horas") != 2 {
		t.Errorf("%d pages, %d marked; or the table has no head on its second page: %s", pages, strings.Count(said, "Muestra"), said)
	}
}

// Wherever on a page they come to stand, a heading has its text below it, and few rows stay together.
func TestNothingStandsAlone(t *testing.T) {
	fonts := testFonts(t)
	text := func(n int) document.Block { return document.Text{Text: strings.Repeat("Zeile ", 18*n)} }
	cells := []document.HeatCell{{Text: "1,0", Level: 1}}
	heat := func(n int) document.Heat {
		h := document.Heat{Heads: []string{"KOPF"}, Caption: "ERSTE", Total: true}
		for range n - 1 {
			h.Rows = append(h.Rows, document.HeatRow{Name: "mitte", Cells: cells})
		}
		h.Rows = append(h.Rows, document.HeatRow{Name: "LETZTE", Cells: cells})
		return h
	}
	bars := func(n int) document.Bars {
		b := document.Bars{Caption: "ERSTE"}
		for range n - 1 {
			b.Items = append(b.Items, document.Bar{Name: "mitte", Part: 0.5})
		}
		b.Items = append(b.Items, document.Bar{Name: "LETZTE", Part: 0.5})
		return b
	}
	for name, blocks := range map[string][]document.Block{
		"text": {document.Heading{Text: "ERSTE", Level: 1}, document.Text{Text: "LETZTE " + strings.Repeat("wort ", 60)}},
		"heat": {document.Heading{Text: "Teil", Level: 2}, heat(4)}, "bars": {document.Heading{Text: "Teil", Level: 2}, bars(4)},
		"long heat": {heat(30)}, "long bars": {bars(40)}} {
		for fill := range 75 {
			d := &document.Document{Title: "Papier", Language: "es", PageOf: "{page} {pages}"}
			for range fill / 3 {
				d.Blocks = append(d.Blocks, text(1))
			}
			for range fill % 3 {
				d.Blocks = append(d.Blocks, document.Text{Text: "klein", Small: true})
			}
			d.Blocks = append(d.Blocks, blocks...)
			b, err := WriteDocument(d, fonts)
			if err != nil {
				t.Fatal(err)
			}
			for _, page := range strings.Split(poppler(t, b, "pdftotext", "-raw", "FILE", "-"), "\f") {
				first, last := strings.Contains(page, "ERSTE"), strings.Contains(page, "LETZTE")
				alone := first != last
				if strings.HasPrefix(name, "long") {
					rows := strings.Count(page, "mitte")
					alone = first && rows < 2 || last && rows < 1
				}
				if alone {
					t.Fatalf("%s after %d: a page says %q", name, fill, page)
				}
			}
		}
	}
}

// Whatever is in a paper, it is written: nothing panics, nothing goes on for ever.
func TestAnyDocument(t *testing.T) {
	fonts := testFonts(t)
	rapid.Check(t, func(t *rapid.T) {
		d := made.Draw(t)
		b, err := WriteDocument(d, fonts)
		if err != nil {
			t.Fatal(err)
		}
		if n := len(pageObject.FindAll(b, -1)); n > 200 {
			t.Errorf("%d pages", n)
		}
	})
}

type unknown struct{ document.Block }

// A block that the writer does not know is an error, never a gap.
func TestUnknownBlock(t *testing.T) {
	if _, err := WriteDocument(&document.Document{Blocks: []document.Block{unknown{}}}, testFonts(t)); err == nil {
		t.Error("an unknown block is passed over")
	}
	if _, err := WriteDocument(nil, testFonts(t)); err == nil {
		t.Error("no document is written")
	}
}

func BenchmarkDocument(b *testing.B) {
	d, fonts := made.Whole(), testFonts(b)
	for b.Loop() {
		if _, err := WriteDocument(d, fonts); err != nil {
			b.Fatal(err)
		}
	}
}
