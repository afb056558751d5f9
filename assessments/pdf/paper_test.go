package pdf

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"nivel/assessments"
	contents "nivel/assessments/content"
	"nivel/assessments/house/shipped"
	"nivel/assessments/report"
)

// blanks are questionnaires on paper of all kinds, by name.
func blanks() map[string]*report.Report {
	out := map[string]*report.Report{}
	for _, lang := range contents.Languages {
		in := sampleFirm(lang)
		for _, path := range in.Pack.Model.Paths {
			in.Path = path
			out[lang+" blank "+path] = report.BlankOf(in)
		}
		in.Grey, in.Company = true, assessments.Company{NACE: "10.71", People: 120}
		out[lang+" blank grey"] = report.BlankOf(in)
	}
	out["es blank kinds"] = everyKind()
	return out
}

// everyKind is a questionnaire with each kind of question, also those that the shipped one has not.
func everyKind() *report.Report {
	in := sampleFirm("es")
	p := *in.Pack
	m := p.Model
	m.Questions = append([]assessments.Question{}, m.Questions...)
	words := in.Pack.Words["es"]
	questions := map[string]assessments.QuestionWords{}
	for id, q := range words.Questions {
		questions[id] = q
	}
	at := m.Dimensions[0].ID
	for i, q := range []assessments.Question{
		{ID: "x.yes", Kind: assessments.YesNo},
		{ID: "x.partly", Kind: assessments.Partly, Values: assessments.Even(3), When: &assessments.When{Answers: []assessments.Test{{Question: "x.yes", Yes: true}}}},
		{ID: "x.after", Kind: assessments.YesNo, When: &assessments.When{Answers: []assessments.Test{{Question: "x.partly", Level: 1, Below: 2}, {Question: "direction.customers", Option: "crm", Not: true}, {Question: "machines.tools", Row: "erp", Level: 3, Not: true}}}},
	} {
		q.Dimension, q.Path = at, m.Paths[0]
		m.Questions = append(m.Questions, q)
		questions[q.ID] = assessments.QuestionWords{Text: fmt.Sprintf("Pregunta inventada %d", i+1)}
	}
	words.Questions = questions
	p.Model, p.Words = m, map[string]assessments.ModelWords{"es": words}
	in.Pack = &p
	return report.BlankOf(in)
}

// letters are letters to firms of all kinds, by name.
func letters() map[string]*report.Report {
	out := map[string]*report.Report{}
	for _, lang := range contents.Languages {
		in := sampleFirm(lang)
		out[lang+" letter"] = report.LetterOf(in, nil)
		in = livedFirm(lang, 10, 1, 2, "")
		v := &assessments.Visit{Day: "2026-11-20", Agreed: []string{in.Plan[0].Action, in.Plan[1].Action, in.Plan[5].Action}, People: []assessments.Present{{Role: "gerencia", Name: "Ana"}, {Role: "taller"}, {Name: "Pedro"}}}
		out[lang+" letter visit"] = report.LetterOf(in, v)
		in.Grey, in.Next = true, "2027-06-01"
		out[lang+" letter grey"] = report.LetterOf(in, v)
		in.Company.Name = strings.Repeat("Sociedad Cooperativa de Carpinteros del Altiplano ", 40)
		in.Company.Contact, in.Company.Place = strings.Repeat("Nombre", 200), strings.Repeat("Lugar muy largo ", 90)
		for range 30 {
			v.People = append(v.People, assessments.Present{Role: strings.Repeat("cargo ", 30), Name: strings.Repeat("Nombre", 30)})
		}
		for i := range in.Plan {
			in.Plan[i].Owner = strings.Repeat("quien sea ", 40)
		}
		out[lang+" letter long"] = report.LetterOf(in, v)
		in = sampleFirm(lang)
		in.Answers, in.Company = nil, assessments.Company{}
		out[lang+" letter none"] = report.LetterOf(in, nil)
	}
	return out
}

func papers() map[string]*report.Report {
	out := blanks()
	for name, r := range letters() {
		out[name] = r
	}
	return out
}

// TestLookPapers writes them into the folder named by PDFOUT, to be looked at.
func TestLookPapers(t *testing.T) {
	folder := os.Getenv("PDFOUT")
	if folder == "" {
		t.Skip("PDFOUT is not set")
	}
	for name, r := range papers() {
		if err := os.WriteFile(filepath.Join(folder, strings.ReplaceAll(name, " ", "-")+".pdf"), write(t, r), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// Every word of every paper stands inside the page and on no other, the sample is marked on each page,
// a letter has one page, and the same paper gives the same bytes.
func TestPapers(t *testing.T) {
	for name, r := range papers() {
		t.Run(name, func(t *testing.T) {
			b := write(t, r)
			if !bytes.Equal(b, write(t, r)) {
				t.Error("the same paper makes other bytes")
			}
			checkWords(t, b)
			n := len(pageObject.FindAll(b, -1))
			if r.Letter != nil && n != 1 {
				t.Errorf("a letter of %d pages", n)
			}
			marked := map[int]bool{}
			for _, w := range words(t, b) {
				marked[w.page] = marked[w.page] || r.Sample != "" && w.text == r.Sample && w.y2 < 30/point
			}
			for page := 1; page <= n && r.Sample != ""; page++ {
				if !marked[page] {
					t.Errorf("page %d of %d is not marked as a sample", page, n)
				}
			}
			if r.Grey {
				for i, s := range streams(t, b) {
					for _, m := range colored.FindAllStringSubmatch(s, -1) {
						if m[1] != m[2] || m[2] != m[3] {
							t.Fatalf("page %d has colour %s", i+1, m[0])
						}
					}
				}
			}
		})
	}
}

// Every sentence of a questionnaire is printed, and a question stands on one page with all it has.
func TestNoQuestionIsDivided(t *testing.T) {
	for name, r := range blanks() {
		t.Run(name, func(t *testing.T) {
			b := write(t, r)
			var pages []string
			for i := 1; i <= len(pageObject.FindAll(b, -1)); i++ {
				pages = append(pages, fold(poppler(t, b, "pdftotext", "-raw", "-f", fmt.Sprint(i), "-l", fmt.Sprint(i), "FILE", "-")))
			}
			whole := strings.Join(pages, "")
			all := map[string]string{}
			texts(reflect.ValueOf(r), "", all)
			for path, s := range all {
				for line := range strings.Lines(s) {
					if !strings.Contains(whole, fold(line)) && !strings.Contains(path, ".Columns[") && !strings.Contains(path, ".Rows[") {
						t.Errorf("%s is not printed: %q", path, line)
					}
				}
			}
			for _, a := range r.Blank.Areas {
				for i := range a.Questions {
					q := &a.Questions[i]
					on := -1
					for p, text := range pages {
						if strings.Contains(text, fold(q.Question)) {
							on = p
						}
					}
					if on < 0 {
						t.Errorf("%q is on no page", q.Question)
						continue
					}
					parts := map[string]string{}
					texts(reflect.ValueOf(q), "", parts)
					for path, s := range parts {
						if strings.HasPrefix(path, ".Columns[") || strings.HasPrefix(path, ".Rows[") { // their lines stand beside boxes and heads
							s = strings.Fields(s)[0]
						}
						if !strings.Contains(pages[on], fold(s)) {
							t.Errorf("%q is on page %d, its %s is not: %q", q.Question, on+1, path, s)
						}
					}
				}
			}
		})
	}
}

// Every question of the path has its boxes: one for each thing to tick.
func TestBoxesToTick(t *testing.T) {
	tick := fmt.Sprintf("%.2f w ", 0.35/point)
	for name, r := range blanks() {
		want := 0
		for _, a := range r.Blank.Areas {
			for _, q := range a.Questions {
				want += len(q.Options) + len(q.Columns)*len(q.Rows) + len(q.None) + len(q.Degrees)
			}
		}
		if have := strings.Count(strings.Join(streams(t, write(t, r)), ""), tick); have != want || want < 150 {
			t.Errorf("%s: %d boxes, want %d", name, have, want)
		}
	}
}

// Hostile texts in every field break neither paper.
func TestHostilePapers(t *testing.T) {
	for _, s := range []string{"\xff\x00😀(\\", strings.Repeat("W", 400), strings.Repeat("largo ", 200), "\n", "{pages}"} {
		for _, r := range []*report.Report{report.BlankOf(sampleFirm("es")), report.LetterOf(sampleFirm("es"), nil)} {
			every(reflect.ValueOf(r).Elem(), s)
			b := write(t, r)
			if strings.TrimSpace(s) != "" {
				checkWords(t, b)
			}
			if n := len(pageObject.FindAll(b, -1)); r.Letter != nil && n != 1 {
				t.Errorf("%.20q: a letter of %d pages", s, n)
			}
		}
	}
	for _, r := range []*report.Report{{Blank: &report.Blank{Areas: make([]report.BlankArea, 2)}}, {Blank: &report.Blank{Areas: []report.BlankArea{{Questions: make([]report.BlankQuestion, 2)}}}}, {Letter: &report.Letter{}}} {
		write(t, r)
	}
}

// The letter names what was agreed at the visit and nobody but those who are in the data.
func TestLetterSays(t *testing.T) {
	in := livedFirm("es", 10, 1, 1, "")
	v := &assessments.Visit{Day: "2026-11-20", Agreed: []string{in.Plan[3].Action}, People: []assessments.Present{{Role: "gerencia", Name: "Ana"}}}
	printed := fold(poppler(t, write(t, report.LetterOf(in, v)), "pdftotext", "-raw", "FILE", "-"))
	words := shipped.Library().ActionWords["es"]
	for _, want := range []string{"20 de noviembre de 2026", "Ana (gerencia)", words[in.Plan[3].Action].Title, words[in.Plan[3].Action].First, in.Company.Name, "23 de noviembre de 2027"} {
		if !strings.Contains(printed, fold(want)) {
			t.Errorf("the letter does not say %q", want)
		}
	}
	if strings.Contains(printed, fold(words[in.Plan[0].Action].Title)) {
		t.Error("the letter names what was not agreed on")
	}
}
