package texts_test

import (
	"math/big"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"nivel/assessments/content"
	"nivel/assessments/house/shipped"
	"nivel/assessments/texts"
)

// nb is the space that keeps number and unit on one line.
const nb = "\u00a0"

// Numbers, money and dates stand as each language prints them.
func TestPrinting(t *testing.T) {
	es, en := shipped.Words()["es"], shipped.Words()["en"]
	day := time.Date(2026, 11, 3, 9, 5, 0, 0, time.UTC)
	quarter, whole := big.NewRat(21, 10), big.NewRat(3, 1)
	for _, c := range []struct {
		what string
		say  func(*texts.Words) string
		es   string
		en   string
	}{
		{"score", func(w *texts.Words) string { return w.Score(quarter) }, "2,1", "2.1"},
		{"score rounds half up", func(w *texts.Words) string { return w.Score(big.NewRat(205, 100)) }, "2,1", "2.1"},
		{"score below half", func(w *texts.Words) string { return w.Score(big.NewRat(2049, 1000)) }, "2,0", "2.0"},
		{"no score", func(w *texts.Words) string { return w.Score(nil) }, "–", "–"},
		{"whole score", func(w *texts.Words) string { return w.Score(whole) }, "3,0", "3.0"},
		{"short", func(w *texts.Words) string { return w.Short(whole) + " " + w.Short(big.NewRat(1, 2)) }, "3 0,5", "3 0.5"},
		{"signed", func(w *texts.Words) string {
			return w.Signed(big.NewRat(1, 4)) + w.Signed(big.NewRat(-4, 3)) + w.Signed(new(big.Rat))
		}, "+0,25−1,33+0,00", "+0.25−1.33+0.00"},
		{"hundredths", func(w *texts.Words) string { return w.Hundredths(5) + " " + w.Hundredths(250) }, "0,05 2,50", "0.05 2.50"},
		{"fixed", func(w *texts.Words) string { return w.Fixed(27.1) + " " + w.Fixed(8) }, "27,1 8,0", "27.1 8.0"},
		{"int", func(w *texts.Words) string {
			return w.Int(0) + " " + w.Int(999) + " " + w.Int(1000) + " " + w.Int(1234567)
		}, "0 999 1.000 1.234.567", "0 999 1,000 1,234,567"},
		{"negative int", func(w *texts.Words) string { return w.Int(-1000) }, "−1.000", "−1,000"},
		{"euro", func(w *texts.Words) string { return w.Euro(3000) }, "3.000" + nb + "€", "€3,000"},
		{"percent", func(w *texts.Words) string { return w.Percent(46, 51) + w.Percent(0, 0) + w.Percent(1, 3) }, "90" + nb + "%0" + nb + "%33" + nb + "%", "90%0%33%"},
		{"percent rounds half up", func(w *texts.Words) string { return w.Percent(1, 8) + w.Percent(1, 200) }, "13" + nb + "%1" + nb + "%", "13%1%"},
		{"date", func(w *texts.Words) string { return w.Date(day) }, "3 de noviembre de 2026", "3 November 2026"},
		{"short date", func(w *texts.Words) string { return w.ShortDate("2026-11-03") }, "3 nov 2026", "3 Nov 2026"},
		{"clock", func(w *texts.Words) string { return w.Clock(day) }, "09:05", "09:05"},
		{"date of a file", func(w *texts.Words) string {
			return w.DateOf("2026-11-03") + "|" + w.DateOf("2019-06") + "|" + w.DateOf("2019") + "|" + w.DateOf("")
		}, "3 de noviembre de 2026|junio de 2019|2019|", "3 November 2026|June 2019|2019|"},
		{"short date of a month", func(w *texts.Words) string { return w.ShortDate("2019-06") + "|" + w.ShortDate("soon") }, "junio de 2019|soon", "June 2019|soon"},
		{"range", func(w *texts.Words) string { return w.EuroRange(big.NewRat(1234, 1), big.NewRat(5678, 1)) }, "1.200 a 5.700" + nb + "€", "1,200 to €5,700"},
		{"range of one", func(w *texts.Words) string { return w.EuroRange(big.NewRat(98, 1), big.NewRat(98, 1)) }, "98" + nb + "€", "€98"},
	} {
		if got := c.say(es); got != c.es {
			t.Errorf("%s in Spanish is %q, want %q", c.what, got, c.es)
		}
		if got := c.say(en); got != c.en {
			t.Errorf("%s in English is %q, want %q", c.what, got, c.en)
		}
	}
	if got := texts.Nbsp("3", "€"); got != "3"+nb+"€" {
		t.Errorf("%q", got)
	}
}

// Each month has a name in full and in short.
func TestMonths(t *testing.T) {
	for _, lang := range content.Languages {
		seen := map[string]bool{}
		for m := time.January; m <= time.December; m++ {
			at := time.Date(2026, m, 1, 0, 0, 0, 0, time.UTC)
			long, short := shipped.Words()[lang].Date(at), shipped.Words()[lang].ShortDate(at.Format(time.DateOnly))
			if strings.Contains(long+short, "⟦") || seen[long] || seen[short] && long != short || !strings.Contains(strings.ToLower(long), strings.ToLower(strings.Fields(short)[1])[:3]) {
				t.Errorf("%s: %v is %q and %q", lang, m, long, short)
			}
			seen[long] = true
			seen[short] = true
		}
	}
}

// An estimate has two meaningful digits, grows with the amount, and is never further off than
// rounding takes it.
func TestEuroRangeGrowsWithTheAmount(t *testing.T) {
	amount := func(text string) int {
		n := 0
		for _, r := range text {
			if r >= '0' && r <= '9' {
				n = 10*n + int(r-'0')
			}
		}
		return n
	}
	rapid.Check(t, func(t *rapid.T) {
		w := shipped.Words()[rapid.SampledFrom(content.Languages).Draw(t, "language")]
		draw := rapid.OneOf(rapid.Int64Range(0, 300), rapid.Int64Range(0, 1000000000))
		low := draw.Draw(t, "low")
		high := low + draw.Draw(t, "more")
		one := func(n int64) int { return amount(w.EuroRange(big.NewRat(n, 1), big.NewRat(n, 1))) }
		a, b := one(low), one(high)
		if a > b {
			t.Fatalf("%d prints as %d, %d as %d", low, a, high, b)
		}
		if digits := strings.TrimRight(w.Int(b), "0.,"); len(strings.NewReplacer(".", "", ",", "").Replace(digits)) > 2 {
			t.Fatalf("%d prints as %d", high, b)
		}
		if off := float64(b) - float64(high); off > 0.051*float64(high) || -off > 0.051*float64(high) {
			t.Fatalf("%d prints as %d", high, b)
		}
		both := w.EuroRange(big.NewRat(low, 1), big.NewRat(high, 1))
		if !strings.Contains(both, "€") || !strings.Contains(both, w.Int(b)) || !strings.Contains(both, w.Int(a)) {
			t.Fatalf("%d to %d prints as %q", low, high, both)
		}
	})
}

// A printed score is never off by more than half a tenth, and the printed sum of hundredths is what
// was counted.
func TestScoresRoundOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := big.NewRat(rapid.Int64Range(0, 50000).Draw(t, "n"), 10000)
		printed, ok := new(big.Rat).SetString(shipped.Words()["en"].Score(r))
		if !ok {
			t.Fatalf("%v prints as %q", r, shipped.Words()["en"].Score(r))
		}
		off := new(big.Rat).Sub(printed, r)
		if off.Abs(off).Cmp(big.NewRat(1, 20)) > 0 {
			t.Fatalf("%v prints as %v", r, printed)
		}
		if es := shipped.Words()["es"].Score(r); strings.Replace(es, ",", ".", 1) != shipped.Words()["en"].Score(r) {
			t.Fatalf("%v prints as %q in Spanish", r, es)
		}
	})
}
