package app_test

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments/committee"
)

// With the sample region: a committee that has ranked becomes actions of the plan, what is typed stays,
// what cannot stand is said, and the plan comes out in both forms, complete.
func TestActionPlanByKeyboard(t *testing.T) {
	for _, language := range []string{"es", "en"} {
		p := start(t, t.TempDir(), language, compact)
		w := p.session.Words
		p.session.SetAdvising(true)
		if err := p.session.OpenSampleRegion(); err != nil {
			t.Fatal(err)
		}
		c, err := p.session.Committee(true)
		if err != nil {
			t.Fatal(err)
		}
		e := committee.NewExpert("1", "Experto 1")
		for n, practice := range p.session.Complete().Practices {
			for k, criterion := range committee.Criteria {
				e.Mark(practice.ID, criterion, 1+(n+k)%5)
			}
		}
		c.Experts = append(c.Experts, e)
		if err := p.session.PutCommittee(c, true); err != nil {
			t.Fatal(err)
		}
		p.Go(screen.Route{Page: screen.Companies})
		p.push("page.actionplan")
		if !p.says(w.T("sample.chip")) {
			t.Error("it is not marked as a sample")
		}
		check := func(where string) {
			t.Helper()
			for _, size := range []fyne.Size{wide, small} {
				p.window.Resize(size)
				p.pause()
				for _, f := range p.faults() {
					t.Errorf("%s %s %v: %s", language, where, size, f)
				}
			}
		}
		part := func(tab string) {
			p.Go(screen.Route{Page: screen.ActionPlan, ID: tab})
			p.pause()
			check(tab)
		}
		for i, text := range []string{"INNO INDUSTRY", "AMUEBLA", "España", "Región de Murcia", "Ana", "ana@example.org", "000"} {
			p.entries()[i].SetText(text)
		}
		part("context")
		p.each(func(o object) {
			if choose, ok := o.CanvasObject.(*widget.Choose); ok {
				choose.SetSelectedIndex(1)
			}
		})
		p.entries()[0].SetText("Programa")
		p.entries()[1].SetText("Ayuda")
		part("actions")
		p.push("actionplan.fill")
		if !p.says(w.T("actionplan.fill.done", "actions", committee.ShortList, "texts", 0)) || len(p.entries()) != 7*committee.ShortList {
			t.Fatalf("brought in: %q", p.texts())
		}
		p.entries()[2].SetText("Lo haremos así")
		p.push("actionplan.fill")
		if p.entries()[2].Text != "Lo haremos así" || !p.says(w.T("actionplan.fill.none")) {
			t.Errorf("brought in again: %q", p.texts())
		}
		check("actions")
		part("monitoring")
		p.entries()[0].SetText("60")
		p.entries()[1].SetText("20")
		if !p.says(w.T("fault.actionplan-target", "start", 60, "target", 20)) {
			t.Errorf("a target below the start: it says %q", p.texts())
		}
		p.entries()[1].SetText("80")
		part("check")
		if !p.says(w.T("actionplan.missing")) || !p.says(w.T("actionplan.missing.of", "what", w.T("actionplan.funding"), "n", 1)) {
			t.Errorf("what is missing: %q", p.texts())
		}
		for i, ext := range []string{"pdf", "docx"} {
			p.push("actionplan.save")
			if i == 1 {
				p.segmented(w.T("paper.docx")).Select(1)
			}
			path := filepath.Join(t.TempDir(), "plan."+ext)
			fields := p.entries()
			fields[len(fields)-1].SetText(path)
			p.push("paper.save")
			p.pause()
			b, err := os.ReadFile(path)
			if err != nil || len(b) < 3000 {
				t.Fatalf("%s: %d bytes (%v); it says %q", ext, len(b), err, p.texts())
			}
			if n := pagesOf(b); ext == "pdf" && (n < 2 || n > 15) {
				t.Errorf("the plan has %d pages", n)
			}
			if folder := os.Getenv("PDFOUT"); folder != "" {
				_ = os.WriteFile(filepath.Join(folder, language+"-plan."+ext), b, 0o600)
			}
			p.press(fyne.KeyEscape)
		}
		if needs, err := p.session.Needs(3); err != nil || len(needs) != 3 {
			t.Errorf("needs are %q (%v)", needs, err)
		}
		p.again(language)
		kept, err := p.session.ActionPlan(true)
		if err != nil || kept.Region != "Región de Murcia" || len(kept.Actions) != committee.ShortList || kept.Actions[0].What != "Lo haremos así" || kept.Target != "80" {
			t.Errorf("kept is %+v (%v)", kept, err)
		}
	}
}

// pagesOf counts the pages of a PDF.
func pagesOf(pdf []byte) int { return len(regexp.MustCompile(`/Type /Page\b`).FindAll(pdf, -1)) }
