package pdf

import (
	"reflect"
	"strings"
	"testing"

	"nivel/assessments/report"
)

// hostile are texts that have broken programs of this kind.
var hostile = []string{
	"", " ", "\n\n\n", "\x00", "\xff\xfe", "a\xc3", "\xed\xa0\x80", "😀👍🏽👨‍👩‍👧", "\U0010FFFF", "שלום עולם", "مرحبا بالعالم", "日本語の会社",
	"a\u202Eb\u2066c\u2069", "e\u0301 n\u0303", "a" + strings.Repeat("\u0301", 500), "\u0301", "(\\)", "\\", ")(", "{page} {pages}", "%PDF-1.4", "endstream endobj",
	"\r\n\t\v\f\u0085\u2028\u2029", "\u00ad\ufeff\u200b", strings.Repeat("X", 5000), strings.Repeat("x ", 2500), strings.Repeat("\n", 2000),
	"U+FFFE \ufffe \uffff", "ﷺ", "fi ﬁ", "<b>&amp;</b>", "Č đ ő ș ț ž Ł", "\u00a0\u202f\u2009", "\u2011", "−1 ≤ 2 → 3 ✓", "∀∃∰", "Ω", "\x1b[31m",
}

func TestClean(t *testing.T) {
	set, err := newFontSet(testFonts(t))
	if err != nil {
		t.Fatal(err)
	}
	for in, want := range map[string]string{
		"Muebles Ejemplo, S.L.": "Muebles Ejemplo, S.L.", "e\u0301": "é", "a\x00b": "a?b", "a\xffb": "a?b", "a😀b": "a?b", "שלום": "????",
		"a\u202Eb": "ab", "a\r\nb\rc": "a\nb\nc", "a\tb": "a b", "10\u202f%": "10\u00a0%", "a\u00adb": "ab", "a\u2011b": "a-b",
		"s\u0326": "ș", "\uffff": "?", "\u0301x": "x", "x\ufe0f": "x", "«→»": "«→»",
	} {
		if got := newCleaner(set).text(in); got != want {
			t.Errorf("%q became %q, want %q", in, got, want)
		}
	}
}

// fill puts s into every field that a person writes.
func fill(r *report.Report, s string) {
	r.Title, r.Line = s, s
	r.Cover.Firm, r.Cover.Facts = s, []string{s, s}
	r.Cover.Steps[0].Title, r.Cover.Steps[0].First, r.Cover.Steps[1].Note = s, s, s
	r.Sheet.Rows[0].Cells[0].Text, r.Sheet.Rows[2].Cells[1].Bold = s, s
	q := r.Areas[0].Questions
	q[0].Answer, q[1].Note, q[2].Flag, q[3].Lines = s, s, s, []string{s, s}
	r.Annex.Groups[0].Rows[0].Answer = s
	r.Method.Notes = []report.Paragraph{{Title: s, Text: s}}
}

// small is a report with little in it but every kind of page.
func small() *report.Report {
	r := sample("es")
	r.Areas = r.Areas[:1]
	r.Areas[0].Questions = r.Areas[0].Questions[:4]
	r.Annex.Groups = r.Annex.Groups[:1]
	return r
}

func TestHostileTexts(t *testing.T) {
	fonts := testFonts(t)
	for _, s := range hostile {
		r := small()
		fill(r, s)
		if _, err := Write(r, fonts); err != nil {
			t.Errorf("%.40q: %v", s, err)
		}
	}
}

// TestHostileEverywhere puts one text into each and every field of a report.
func TestHostileEverywhere(t *testing.T) {
	fonts := testFonts(t)
	for _, s := range []string{"\xff\x00😀(\\", strings.Repeat("W", 400), strings.Repeat("largo ", 200), "\n", "{pages}"} {
		r := small()
		every(reflect.ValueOf(r).Elem(), s)
		b, err := Write(r, fonts)
		if err != nil {
			t.Errorf("%.40q: %v", s, err)
			continue
		}
		if strings.TrimSpace(s) == "" {
			poppler(t, b, "pdftotext", "FILE", "-")
			continue
		}
		checkWords(t, b)
	}
}

func every(v reflect.Value, s string) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(s)
	case reflect.Pointer:
		if !v.IsNil() {
			every(v.Elem(), s)
		}
	case reflect.Slice:
		for i := range v.Len() {
			every(v.Index(i), s)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			every(v.Field(i), s)
		}
	}
}

func FuzzText(f *testing.F) {
	fonts := testFonts(f)
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		r := small()
		fill(r, s)
		if _, err := Write(r, fonts); err != nil {
			t.Error(err)
		}
	})
}
