package texts_test

import (
	"testing"

	"pgregory.net/rapid"

	"nivel/assessments/house/shipped"
)

// Days are read as people type them, the day first, and as files write them.
func TestReadDay(t *testing.T) {
	for lang, w := range shipped.Words() {
		for text, want := range map[string]string{"2026-11-23": "2026-11-23", "23/11/2026": "2026-11-23", " 3-2-2027 ": "2027-02-03", "23.11.2026": "2026-11-23",
			"1/2/27": "2027-02-01", "31/2/2026": "", "": "", "tomorrow": "", "2026": "", "2026-13-01": ""} {
			if got, ok := w.ReadDay(text); got != want || ok != (want != "") {
				t.Errorf("%s: %q is read as %q, %v", lang, text, got, ok)
			}
		}
		if got, _ := w.ReadDay(w.TypedDay("2026-11-03")); got != "2026-11-03" {
			t.Errorf("%s: %q is read as %q", lang, w.TypedDay("2026-11-03"), got)
		}
	}
}

// Amounts are read with each language's own signs; a printed amount reads as what it was.
func TestReadAmount(t *testing.T) {
	es, en := shipped.Words()["es"], shipped.Words()["en"]
	for text, want := range map[string]int{"": 0, "1.200": 1200, "1.200,50 €": 1200, "3000": 3000, " 12 ": 12, "-5": -5} {
		if got, ok := es.ReadAmount(text); got != want || !ok {
			t.Errorf("%q is read as %d, %v", text, got, ok)
		}
	}
	if got, ok := en.ReadAmount("1,200.50"); got != 1200 || !ok {
		t.Errorf("1,200.50 is read as %d, %v", got, ok)
	}
	for _, text := range []string{"x", "12 abc", "1,2345", "99999999999999999999"} {
		if got, ok := es.ReadAmount(text); ok {
			t.Errorf("%q is read as %d", text, got)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 1<<40).Draw(t, "n")
		for _, w := range shipped.Words() {
			if got, ok := w.ReadAmount(w.Int(n)); got != n || !ok {
				t.Fatalf("%q is read as %d, %v", w.Int(n), got, ok)
			}
		}
	})
}
