package app_test

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/office"
	"nivel/assessments/region"
)

// The region's figures by keyboard: nothing at first and what to do, the sample region, another
// grouping, report and tables, which say nothing of what is held back.
func TestRegionByKeyboard(t *testing.T) {
	for _, language := range []string{"es", "en"} {
		p := start(t, t.TempDir(), language, compact)
		w := p.session.Words
		p.session.SetAdvising(true)
		p.Go(screen.Route{Page: screen.Region})
		p.pause()
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
		if !p.says(w.T("region.none")) {
			t.Fatalf("without firms it says %q", p.texts())
		}
		check("none")
		if err := p.session.OpenSampleRegion(); err != nil {
			t.Fatal(err)
		}
		p.Go(screen.Route{Page: screen.Companies})
		p.push("page.region")
		p.pause()
		view, err := p.session.Rollup(t.Context())()
		if err != nil {
			t.Fatal(err)
		}
		r := &view.Rollup
		if !p.says(w.T("sample.chip")) || !p.says(w.N("region.lead", r.Firms, "date", w.Date(r.Day), "least", region.Fewest)) || len(r.Tables) < 2 {
			t.Fatalf("%d firms, %d tables; it says %q", r.Firms, len(r.Tables), p.texts())
		}
		check("figures")
		say := region.Say{Words: w, Library: p.session.Complete(), Rollup: r}
		last := len(r.Tables) - 1
		p.segmented(w.T("region.by." + string(r.Tables[last].By))).Select(last)
		p.pause()
		if !p.says(say.Group(r.Tables[last].By, r.Tables[last].Rows[0].Group)) {
			t.Errorf("by %s it says %q", r.Tables[last].By, p.texts())
		}
		check("another grouping")
		saved := func(button, file string) string {
			t.Helper()
			p.push(button)
			path := filepath.Join(t.TempDir(), file)
			fields := p.entries()
			fields[len(fields)-1].SetText(path)
			p.push("paper.save")
			p.pause()
			if !p.says(w.T("paper.done")) {
				t.Fatalf("%s: it says %q", file, p.texts())
			}
			p.press(fyne.KeyEscape)
			return path
		}
		report := saved("region.report", "region.pdf")
		if b, err := os.ReadFile(report); err != nil || pagesOf(b) < 2 || pagesOf(b) > 12 {
			t.Errorf("the report has %d pages (%v)", pagesOf(b), err)
		}
		if folder := os.Getenv("PDFOUT"); folder != "" {
			b, _ := os.ReadFile(report)
			_ = os.WriteFile(filepath.Join(folder, language+"-region.pdf"), b, 0o600)
		}
		records := r.Records()
		f, err := os.Open(saved("region.table", "region.xlsx"))
		if err != nil {
			t.Fatal(err)
		}
		table, err := office.ReadTable(f)
		_ = f.Close()
		if err != nil || len(table.Rows) != len(records)+1 {
			t.Fatalf("%d rows of %d (%v)", len(table.Rows), len(records)+1, err)
		}
		rows := table.Rows
		data, err := os.ReadFile(saved("region.table.csv", "region.csv"))
		if err != nil {
			t.Fatal(err)
		}
		lines, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(data), "\ufeff"))).ReadAll()
		if err != nil || len(lines) != len(records)+1 {
			t.Fatalf("%d lines of %d (%v)", len(lines), len(records)+1, err)
		}
		held := 0
		for i, record := range records {
			if record[10] == "" {
				continue
			}
			held++
			for j := 3; j <= 9; j++ {
				if lines[i+1][j] != "" || j < len(rows[i+1].Cells) && rows[i+1].Cells[j] != "" {
					t.Errorf("a held row has figures: %q, %q", lines[i+1], rows[i+1].Cells)
				}
			}
			if lines[i+1][10] == "" {
				t.Errorf("a held row does not say why: %q", lines[i+1])
			}
		}
		if held == 0 {
			t.Error("nothing is held back of the sample region")
		}
		if again, err := p.session.Rollup(t.Context())(); err != nil || again.Rollup.Firms != r.Firms {
			t.Errorf("after it left there are %d firms (%v)", again.Rollup.Firms, err)
		}
	}
}

// An owner reads all that his contribution says and saves it; an advisor takes it in, and what is no
// contribution is said and left out. The permission to count is kept.
func TestContributing(t *testing.T) {
	for _, language := range []string{"es", "en"} {
		p := start(t, t.TempDir(), language, compact)
		w := p.session.Words
		p.session.PutCompany(assessments.Company{ID: p.session.Company.ID, Name: "Secreta de Prueba", Place: "Yecla", People: 12, NACE: "31", CreatedAt: p.session.Company.CreatedAt})
		p.answerAll()
		p.Go(screen.Route{Page: screen.Report})
		p.push("region.give")
		if !p.says(w.T("region.give.lead")) || p.says("Secreta de Prueba, ") {
			t.Fatalf("it says %q", p.texts())
		}
		for _, f := range p.faults() {
			t.Error(f)
		}
		p.push("region.give.save")
		path := filepath.Join(t.TempDir(), "uno"+region.Ending)
		fields := p.entries()
		fields[len(fields)-1].SetText(path)
		p.push("paper.save")
		p.pause()
		b, err := os.ReadFile(path)
		if err != nil || strings.Contains(string(b), "Secreta") {
			t.Fatalf("%q (%v); it says %q", b, err, p.texts())
		}
		p.press(fyne.KeyEscape)
		p.session.SetAdvising(true)
		p.Go(screen.Route{Page: screen.Region})
		p.pause()
		spoilt := filepath.Join(t.TempDir(), "malo"+region.Ending)
		if err := os.WriteFile(spoilt, []byte(strings.Replace(string(b), `"small"`, `"large"`, 1)), 0o600); err != nil {
			t.Fatal(err)
		}
		p.dropped(path, spoilt, path)
		p.pause()
		if !p.says(w.N("region.taken", 1)) || !strings.Contains(strings.Join(p.texts(), " "), "malo") {
			t.Errorf("taken in: %q", p.texts())
		}
		for _, f := range p.faults() {
			t.Error(f)
		}
		p.dropped(filepath.Join(t.TempDir(), "other.txt"))
		p.pause()
		if !p.says(w.T("region.take.none")) {
			t.Errorf("something else: %q", p.texts())
		}
		p.Go(screen.Route{Page: screen.Profile})
		p.pause()
		var before *widget.Entry
		var give *widget.Button
		p.each(func(o object) { // the second permission's field and button
			switch x := o.CanvasObject.(type) {
			case *widget.Entry:
				before = x
			case *widget.Button:
				if x.Text == w.T("firms.wall.give") {
					before.SetText("Gerencia")
					give = x
				}
			}
		})
		test.Tap(give)
		p.settle()
		if now, err := p.session.Consents(); err != nil || !now[assessments.ConsentRegion].Given || now[assessments.ConsentWall].Given {
			t.Errorf("consents are %+v (%v)", now, err)
		}
	}
}
