package report_test

import (
	"bytes"
	"image"
	"image/jpeg"
	"slices"
	"strconv"
	"testing"

	"nivel/assessments"
	"nivel/assessments/content"
	"nivel/assessments/house/shipped"
	"nivel/assessments/report"
)

// The report shows the pictures that are meant for it, in the order of the questions, each with what
// was written below it; without any there is no such part.
func TestEvidence(t *testing.T) {
	for _, lang := range content.Languages {
		in := input(t, lang)
		if r := report.Build(in); r.Evidence != nil {
			t.Errorf("%s: without pictures: %+v", lang, r.Evidence)
		}
		in.Evidence = shipped.Evidence(9, "Una prueba.")
		slices.Reverse(in.Evidence)
		e := report.Build(in).Evidence
		if len(e.Pictures) != 8 || e.Missing != "" {
			t.Fatalf("%s: %d pictures, %q", lang, len(e.Pictures), e.Missing)
		}
		m, last := asked(in), 0
		for _, p := range e.Pictures {
			n, err := strconv.Atoi(p.Number)
			if err != nil || n < last || p.Question != in.Pack.Words[lang].Questions[m.Questions[n-1].ID].Text || p.Caption != "Una prueba." || p.Date != in.Words.Date(shipped.Day) {
				t.Errorf("%s: after question %d: %s %q %q %q", lang, last, p.Number, p.Question, p.Caption, p.Date)
			}
			last = n
			if c, err := jpeg.DecodeConfig(bytes.NewReader(p.JPEG)); err != nil || c.Width != p.Width || c.Height != p.Height {
				t.Errorf("%s: %v, said to be %d × %d", lang, c, p.Width, p.Height)
			}
		}
		in.Sections = report.AllSections &^ report.WithEvidence
		if r := report.Build(in); r.Evidence != nil {
			t.Errorf("%s: there although it was left out", lang)
		}
	}
}

// A damaged picture is left out, and that is said.
func TestDamagedEvidence(t *testing.T) {
	in := input(t, "es")
	in.Evidence = shipped.Evidence(3, "")
	in.Evidence[0].Picture = in.Evidence[0].Picture[:900]
	in.Evidence[2].Picture = nil
	e := report.Build(in).Evidence
	if len(e.Pictures) != 1 || e.Missing != in.Words.N("report.evidence.missing", 2) {
		t.Errorf("%d pictures, %q", len(e.Pictures), e.Missing)
	}
	in.Evidence = []assessments.Evidence{in.Evidence[1]}
	in.Evidence[0].Question = "gone"
	if e := report.Build(in).Evidence; len(e.Pictures) != 1 || e.Pictures[0].Number != "" {
		t.Errorf("of a question that is no longer asked: %+v", e)
	}
}

// In black and white the pictures are too.
func TestGreyEvidence(t *testing.T) {
	in := input(t, "en")
	in.Evidence, in.Grey = shipped.Evidence(2, ""), true
	for _, p := range report.Build(in).Evidence.Pictures {
		img, err := jpeg.Decode(bytes.NewReader(p.JPEG))
		if _, ok := img.(*image.Gray); err != nil || !ok {
			t.Errorf("%T, %v", img, err)
		}
	}
}
