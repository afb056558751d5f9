package pdf

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"nivel/assessments"
	"nivel/assessments/advice"
	contents "nivel/assessments/content"
	"nivel/assessments/house/shipped"
	"nivel/assessments/report"
	"nivel/assessments/scoring"
)

// sampleFirm is what the shipped sample firm's report is made from.
func sampleFirm(lang string) report.Input {
	lib, f := shipped.Library(), shipped.Sample()
	return report.Input{Library: lib, Pack: lib.Pack(f.Model), Path: f.Path, Words: shipped.Words()[lang], Company: f.Company, Answers: f.Answers, Targets: f.Targets,
		Day: time.Date(2026, 11, 23, 10, 0, 0, 0, time.UTC)}
}

// From the answers of the sample firm to the words on paper: score, level, every question, every
// step, the sources; and the same answers make the same bytes.
func TestFromAnswersToPaper(t *testing.T) {
	fonts := testFonts(t)
	for _, lang := range contents.Languages {
		t.Run(lang, func(t *testing.T) {
			in := sampleFirm(lang)
			b, err := Write(report.Build(in), fonts)
			if err != nil {
				t.Fatal(err)
			}
			again, err := Write(report.Build(sampleFirm(lang)), fonts)
			if err != nil || !bytes.Equal(b, again) {
				t.Errorf("the same answers make other bytes (%v)", err)
			}
			printed := fold(poppler(t, b, "pdftotext", "-raw", "FILE", "-"))
			want := func(what, text string) {
				t.Helper()
				if text == "" || !strings.Contains(printed, fold(text)) {
					t.Errorf("%s is not printed: %q", what, text)
				}
			}
			sector := in.Library.Sector(in.Company.NACE)
			m := in.Pack.Model.Asking(assessments.Scope{Path: in.Path, Size: in.Company.Size(), Sector: sector}, in.Answers)
			mw, w := in.Pack.Words[lang], in.Words
			result := scoring.Score(m, in.Answers, in.Targets)
			want("score", w.Score(result.Overall.Value))
			want("level", w.Standing(mw, result.Overall))
			want("life", mw.Levels[result.Overall.Level()].Life)
			want("honesty", w.Honest(mw, result.Overall))
			want("firm", in.Company.Name)
			want("mark of a sample", w.T("sample.chip"))
			for _, d := range result.Dimensions {
				want("area "+d.ID, mw.Dimensions[d.ID].Name)
				want("official name of "+d.ID, mw.Dimensions[d.ID].Framework)
			}
			for i := range m.Questions {
				q := &m.Questions[i]
				want("question "+q.ID, mw.Questions[q.ID].Text)
				want("answer to "+q.ID, w.Answer(q, mw.Questions[q.ID], in.Answers[q.ID].Value))
			}
			for _, c := range m.Index.Conditions {
				want("condition "+c.ID, mw.Index.Conditions[c.ID].Text)
			}
			a := advice.For(advice.Input{Model: m, Answers: in.Answers, Targets: in.Targets, Actions: in.Library.Actions, Size: in.Company.Size(), Sector: sector})
			for _, o := range a.Next {
				x := in.Library.ActionWords[lang][o.Action.ID]
				want("step "+o.Action.ID, x.Title)
				want("first step of "+o.Action.ID, x.First)
			}
			r := report.Build(in)
			for _, s := range r.Practices.Sources {
				want("source", s)
			}
			for _, p := range r.Practices.Practices {
				// A title of two lines has its tag and place between them.
				if first, rest := inTwo(printed, p.Title); first != "" {
					want("practice", first)
					want("practice", rest)
					continue
				}
				want("practice", p.Title)
			}
			for _, p := range r.Practices.Practices {
				want("source of a practice", p.Source)
			}
			want("source of the index", r.Profile.Index.Source)
			want("note", in.Answers["data.backup"].Note)
		})
	}
}

// inTwo is the title cut where its first line ends on the page; nothing where it has one line.
func inTwo(printed, title string) (first, rest string) {
	words := strings.Fields(title)
	for n := len(words) - 1; n > 0 && !strings.Contains(printed, fold(title)); n-- {
		if first := strings.Join(words[:n], " "); strings.Contains(printed, fold(first)) {
			return first, strings.Join(words[n:], " ")
		}
	}
	return "", ""
}

// BenchmarkReport makes the sample firm's report from its answers: build and write. BenchmarkBare
// is a document of gofpdf alone with about the same on its pages; twice its time is the limit.
func BenchmarkReport(b *testing.B) {
	in, fonts := sampleFirm("es"), testFonts(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Write(report.Build(in), fonts); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkBareReport is gofpdf alone with as many pages, texts and paths as that report has.
func BenchmarkBareReport(b *testing.B) {
	l, fonts := measure(b, report.Build(sampleFirm("es"))), testFonts(b)
	benchmarkBare(b, l, fonts)
}
