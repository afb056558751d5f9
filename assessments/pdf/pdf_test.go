package pdf

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"sync"
	"testing"
	"unicode"
	"unicode/utf16"

	"nivel/assessments/report"
)

func write(t testing.TB, r *report.Report) []byte {
	t.Helper()
	b, err := Write(r, testFonts(t))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// poppler runs one of poppler's programs on a report; the tests are worth nothing without it.
func poppler(t testing.TB, b []byte, name string, args ...string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Fatalf("%s is missing: install poppler-utils", name)
	}
	file := filepath.Join(t.TempDir(), "report.pdf")
	if err := os.WriteFile(file, b, 0o600); err != nil {
		t.Fatal(err)
	}
	for i, a := range args {
		if a == "FILE" {
			args[i] = file
		}
	}
	var complaints bytes.Buffer
	cmd := exec.Command(path, args...)
	cmd.Stderr = &complaints
	out, err := cmd.Output()
	if err != nil || complaints.Len() > 0 {
		t.Fatalf("%s: %v: %s", name, err, complaints.String())
	}
	return string(out)
}

// fold is s without white space.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// texts are all sentences of a report by the path of their field, without what is not printed.
func texts(v reflect.Value, path string, into map[string]string) {
	switch v.Kind() {
	case reflect.String:
		if v.String() != "" {
			into[path] = v.String()
		}
	case reflect.Pointer:
		if !v.IsNil() {
			texts(v.Elem(), path, into)
		}
	case reflect.Slice:
		for i := range v.Len() {
			texts(v.Index(i), fmt.Sprintf("%s[%d]", path, i), into)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			switch name := v.Type().Field(i).Name; name {
			case "Language", "Date", "Author", "Subject", "Page", "Icon", "NextIcon", "TagKind", "Alt", "RadarAlt", "NoSteps", "None", "Empty", "Months":
			default:
				if name == "Title" && path == "" || name == "Section" && path == ".Cover" {
					continue
				}
				texts(v.Field(i), path+"."+name, into)
			}
		}
	}
}

func TestEverySentenceIsPrinted(t *testing.T) {
	for name, r := range map[string]*report.Report{"es": sample("es"), "en": sample("en"), "grey": looks()["grey"]} {
		t.Run(name, func(t *testing.T) {
			printed := fold(poppler(t, write(t, r), "pdftotext", "-raw", "FILE", "-"))
			all := map[string]string{}
			texts(reflect.ValueOf(r), "", all)
			if len(all) < 300 {
				t.Fatalf("only %d texts in the sample", len(all))
			}
			for path, s := range all {
				if !strings.Contains(printed, fold(s)) {
					t.Errorf("%s is not printed: %q", path, s)
				}
			}
		})
	}
}

func TestSameReportSameBytes(t *testing.T) {
	r, before := sample("es"), sample("es")
	fonts := testFonts(t)
	want, err := Write(r, fonts)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(r, before) {
		t.Error("Write has changed the report")
	}
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			got, err := Write(r, fonts)
			if err != nil || !bytes.Equal(got, want) {
				t.Errorf("another %d bytes, error %v", len(got), err)
			}
		})
	}
	wg.Wait()
	if !reflect.DeepEqual(fonts, testFonts(t)) {
		t.Error("Write has changed the faces")
	}
}

var pageObject = regexp.MustCompile(`/Type /Page\n`)

func TestPages(t *testing.T) {
	b := write(t, sample("es"))
	n := len(pageObject.FindAll(b, -1))
	if n != 23 {
		t.Errorf("%d pages, want 23: cover, profile, 2 of rounds, sheet, 3 of the plan, 6 areas, 2 of differences, 2 to clarify, practices, 3 of answers, method", n)
	}
	for i := 1; i <= n; i++ {
		page := fold(poppler(t, b, "pdftotext", "-f", fmt.Sprint(i), "-l", fmt.Sprint(i), "FILE", "-"))
		for _, want := range []string{fmt.Sprintf("Página %d de %d", i, n), "Muestra", "Cuestionario 1.0.", "Nivel"} {
			if !strings.Contains(page, fold(want)) {
				t.Errorf("page %d lacks %q", i, want)
			}
		}
	}
}

func TestProperties(t *testing.T) {
	r := sample("es")
	b := write(t, r)
	info := poppler(t, b, "pdfinfo", "FILE")
	for _, want := range []string{r.Title, r.Subject, "Author:          Nivel", "Producer:        Nivel", "Rumbo y clientes", "Nov 23", "210"} {
		if want == "210" {
			want = "595.28 x 841.89"
		}
		if !strings.Contains(info, want) {
			t.Errorf("the properties lack %q:\n%s", want, info)
		}
	}
	if !bytes.Contains(b, []byte("/Lang (es)")) {
		t.Error("no language")
	}
	for _, key := range []string{"/JavaScript", "/Launch", "/EmbeddedFile", "/OpenAction", "/URI", "/SubmitForm", "/RichMedia"} {
		if bytes.Contains(b, []byte(key)) {
			t.Errorf("the file has a key %s", key)
		}
	}
}

func TestBookmarks(t *testing.T) {
	r := sample("es")
	b := write(t, r)
	for _, want := range []string{"Portada", "Perfil", "Hoja de acciones", "Área 1 de 6: Rumbo y clientes", "Área 6 de 6: Energía y materiales",
		"Antes y ahora", "Plan", "El camino en el tiempo", "Cómo quedaría", "Donde no coinciden", "Por aclarar", "Prácticas y contactos", "Anexo", "Método", "A quién preguntar", "Índice de Intensidad Digital de la Unión Europea"} {
		text := []byte{0xFE, 0xFF}
		for _, u := range utf16.Encode([]rune(want)) {
			text = append(text, byte(u>>8), byte(u))
		}
		if !bytes.Contains(b, append([]byte("<</Title ("), text...)) {
			t.Errorf("no bookmark %q", want)
		}
	}
}

func TestSections(t *testing.T) {
	drop := map[string]func(*report.Report){
		"cover": func(r *report.Report) { r.Cover = nil }, "profile": func(r *report.Report) { r.Profile = nil },
		"sheet": func(r *report.Report) { r.Sheet = nil }, "areas": func(r *report.Report) { r.Areas = nil },
		"practices": func(r *report.Report) { r.Practices = nil }, "annex": func(r *report.Report) { r.Annex = nil },
		"comparison": func(r *report.Report) { r.Comparison = nil }, "plan": func(r *report.Report) { r.Plan = nil },
		"differences": func(r *report.Report) { r.Differences = nil }, "clarify": func(r *report.Report) { r.Clarify = nil },
		"method": func(r *report.Report) { r.Method = nil }, "index": func(r *report.Report) { r.Profile.Index = nil },
	}
	whole := len(pageObject.FindAll(write(t, sample("es")), -1))
	for name, f := range drop {
		r := sample("es")
		f(r)
		if n := len(pageObject.FindAll(write(t, r), -1)); n > whole || name != "index" && n == whole {
			t.Errorf("without %s: %d pages of %d", name, n, whole)
		}
		only := sample("es")
		for other, g := range drop {
			if other != name && other != "index" && (name != "index" || other != "profile") {
				g(only)
			}
		}
		if n := len(pageObject.FindAll(write(t, only), -1)); n < 1 || n > 6 {
			t.Errorf("only %s: %d pages", name, n)
		}
	}
	zero := map[string]*report.Report{
		"nothing": {}, "cover": {Cover: &report.Cover{}}, "profile": {Profile: &report.Profile{Index: &report.Index{}}},
		"sheet": {Sheet: &report.Sheet{}}, "area": {Areas: make([]report.Area, 2)}, "practices": {Practices: &report.Practices{Practices: make([]report.Practice, 2)}},
		"comparison":  {Comparison: &report.Comparison{Curves: make([]report.Curve, 4), Finished: make([]report.Done, 2), Rose: report.Moves{Lines: make([]report.MoveLine, 2)}}},
		"plan":        {Plan: &report.Plan{Phases: []report.PlanPhase{{Rows: make([]report.PlanRow, 2)}, {}}, Roadmap: report.Roadmap{Bars: make([]report.RoadmapBar, 2)}, WhatIf: report.WhatIf{Rows: make([]report.WhatIfRow, 2)}}},
		"differences": {Differences: &report.Differences{Rows: make([]report.DifferenceRow, 2)}}, "clarify": {Clarify: &report.Clarify{Rows: make([]report.ClarifyRow, 2)}},
		"annex": {Annex: &report.Annex{Groups: make([]report.AnnexGroup, 2)}}, "method": {Method: &report.Method{Paragraphs: make([]report.Paragraph, 2)}},
	}
	for name, r := range zero {
		if n := len(pageObject.FindAll(write(t, r), -1)); n < 1 || n > 2 {
			t.Errorf("an empty %s: %d pages", name, n)
		}
	}
}

// streams are the contents of the pages, unpacked.
func streams(t testing.TB, b []byte) []string {
	t.Helper()
	var out []string
	for _, part := range bytes.Split(b, []byte("\nstream\n"))[1:] {
		z, err := zlib.NewReader(bytes.NewReader(part))
		if err != nil {
			continue
		}
		s, err := io.ReadAll(z)
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Contains(s, []byte(" Tj ET")) {
			out = append(out, string(s))
		}
	}
	return out
}

var colored = regexp.MustCompile(`([0-9.]+) ([0-9.]+) ([0-9.]+) (?:rg|RG)\b`)

func TestGreyHasNoColour(t *testing.T) {
	pages := streams(t, write(t, looks()["grey"]))
	if len(pages) < 10 {
		t.Fatalf("only %d pages were read", len(pages))
	}
	for i, s := range pages {
		for _, m := range colored.FindAllStringSubmatch(s, -1) {
			if m[1] != m[2] || m[2] != m[3] {
				t.Fatalf("page %d has colour %s", i+1, m[0])
			}
		}
	}
}

func TestFaces(t *testing.T) {
	good := testFonts(t)
	for name, bad := range map[string][]byte{"empty": nil, "short": good.Regular[:100], "half": good.Regular[:len(good.Regular)/2], "text": []byte("no font")} {
		f := good
		f.SemiBold = bad
		if b, err := Write(sample("es"), f); err == nil {
			t.Errorf("%s: no error, %d bytes", name, len(b))
		}
	}
	if _, err := Write(nil, good); err == nil {
		t.Error("no error without a report")
	}
	f := good
	f.Icons = map[string]Icon{"step": {Stroke: "M 1 1 nonsense"}}
	if _, err := Write(sample("es"), f); err == nil || !strings.Contains(err.Error(), `"cover"`) || !strings.Contains(err.Error(), `"step"`) {
		t.Errorf("a broken icon gives %v", err)
	}
	f.Icons = nil
	if _, err := Write(sample("es"), f); err != nil {
		t.Errorf("without icons: %v", err)
	}
}
