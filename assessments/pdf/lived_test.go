package pdf

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nivel/assessments"
	contents "nivel/assessments/content"
	"nivel/assessments/house/shipped"
	"nivel/assessments/report"
)

// livedFirm is the sample firm with a plan, rounds and respondents.
func livedFirm(lang string, items, rounds, respondents int, text string) report.Input {
	in := sampleFirm(lang)
	l := shipped.Live(items, rounds, respondents, text)
	in.Plan, in.Ratings, in.Answers, in.Finished, in.Now = l.Plan, l.Ratings, l.Answers, l.Finished, shipped.Day
	for _, r := range l.Rounds {
		in.Rounds = append(in.Rounds, report.Round{Round: r, Pack: in.Pack})
	}
	return in
}

// lived are firms of all kinds, by name.
func lived() map[string]report.Input {
	long := strings.Repeat("Una frase de quien lo escribe, y «otra» más. ", 115)[:5000]
	out := map[string]report.Input{}
	for _, lang := range contents.Languages {
		out[lang+" none"] = livedFirm(lang, 0, 1, 1, "")
		out[lang+" one"] = livedFirm(lang, 1, 2, 2, "Fondos propios.")
		out[lang+" ten"] = livedFirm(lang, 10, 3, 3, "Con fondos propios; se notará en menos hojas corregidas.")
		out[lang+" sixty"] = livedFirm(lang, 60, 3, 3, "Fondos propios.")
		out[lang+" long"] = livedFirm(lang, 6, 3, 3, long)
		alone := livedFirm(lang, 3, 1, 1, "Fondos propios.")
		alone.Sections = report.WithClarify
		out[lang+" clarify"] = alone
	}
	grey := livedFirm("es", 10, 3, 3, "Fondos propios.")
	grey.Grey = true
	out["es grey"] = grey
	return out
}

// TestLookLived writes them into the folder named by PDFOUT, to be looked at.
func TestLookLived(t *testing.T) {
	folder := os.Getenv("PDFOUT")
	if folder == "" {
		t.Skip("PDFOUT is not set")
	}
	all := lived()
	maps.Copy(all, evidences())
	for name, in := range all {
		if err := os.WriteFile(filepath.Join(folder, strings.ReplaceAll(name, " ", "-")+".pdf"), write(t, report.Build(in)), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// Of any plan, rounds and respondents every word stands inside the page and on no other, the sample
// is marked on each page, and the same firm makes the same bytes.
func TestLivedPages(t *testing.T) {
	for name, in := range lived() {
		t.Run(name, func(t *testing.T) {
			b := write(t, report.Build(in))
			if !bytes.Equal(b, write(t, report.Build(in))) {
				t.Error("the same firm makes other bytes")
			}
			checkWords(t, b)
			n := len(pageObject.FindAll(b, -1))
			marked := map[int]bool{}
			for _, w := range words(t, b) {
				marked[w.page] = marked[w.page] || w.text == in.Words.T("sample.chip") && w.y2 < 30/point
			}
			for page := 1; page <= n; page++ {
				if !marked[page] {
					t.Errorf("page %d of %d is not marked as a sample", page, n)
				}
			}
		})
	}
}

// Whatever stands above them, no heading and no head of a table ends a page, and no row is divided
// that finds room on one.
func TestLivedHeadingsDoNotStandAlone(t *testing.T) {
	for n := range 40 {
		in := livedFirm("es", n, 2+n%2, 2, strings.Repeat("Unas palabras. ", n%7))
		in.Sections = report.WithPlan | report.WithRounds | report.WithDifferences | report.WithClarify
		for i := range n {
			in.Finished = append(in.Finished, assessments.Finished{Item: assessments.PlanItem{ID: fmt.Sprint("more", i), Action: fmt.Sprint("terminada", i)}, At: shipped.Day.AddDate(0, 0, -i-1)})
		}
		last := map[int]word{}
		for _, w := range words(t, write(t, report.Build(in))) {
			if w.y2 < 281/point && w.y2 > last[w.page].y2-0.1 {
				last[w.page] = w
			}
		}
		for page, w := range last {
			for _, heading := range []string{"tiempo", "quedaría", "Dinero", "Acción", "mediciones", "dos", "(estimación)", "Acordado.", "mano)", "phase", "fase", "Fase", "3"} {
				if w.text == heading {
					t.Errorf("with %d items: %q ends page %d", n, heading, page)
				}
			}
		}
	}
}
