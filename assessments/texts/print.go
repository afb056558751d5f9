package texts

import (
	"math/big"
	"strconv"
	"strings"
	"time"

	"nivel/assessments/scoring"
)

// nbsp keeps number and unit on one line.
const nbsp = "\u00a0"

// Int prints a whole number with the language's grouping: 3.000 or 3,000.
func (w *Words) Int(n int) string {
	s := strconv.Itoa(n)
	sign := ""
	if n < 0 {
		sign, s = "−", s[1:]
	}
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + w.T("format.group") + s[i:]
	}
	return sign + s
}

// Score prints a value rounded half up to one decimal: 2,1. Nil prints as a dash.
func (w *Words) Score(r *big.Rat) string {
	if r == nil {
		return "–"
	}
	return w.tenths(scoring.Tenths(r))
}

// Signed prints a difference with its sign and two decimals: +0,25.
func (w *Words) Signed(r *big.Rat) string {
	sign := "+"
	if r.Sign() < 0 {
		sign, r = "−", new(big.Rat).Neg(r)
	}
	n := scoring.Round(new(big.Rat).Mul(r, big.NewRat(100, 1)))
	return sign + w.Hundredths(n)
}

// Hundredths prints a number of hundredths: 0,25.
func (w *Words) Hundredths(n int) string {
	return strconv.Itoa(n/100) + w.T("format.decimal") + strconv.Itoa(n/10%10) + strconv.Itoa(n%10)
}

func (w *Words) tenths(n int) string {
	return strconv.Itoa(n/10) + w.T("format.decimal") + strconv.Itoa(n%10)
}

// Short prints a number with at most one decimal, none where it is whole: 3 or 0,5.
func (w *Words) Short(r *big.Rat) string {
	n := scoring.Tenths(r)
	if n%10 == 0 {
		return w.Int(n / 10)
	}
	return w.tenths(n)
}

// Fixed prints a float with one decimal, for published figures: 27,1.
func (w *Words) Fixed(f float64) string {
	return strings.Replace(strconv.FormatFloat(f, 'f', 1, 64), ".", w.T("format.decimal"), 1)
}

// Percent prints a share of n in total as a whole per cent: 90 %.
func (w *Words) Percent(n, total int) string {
	if total == 0 {
		return w.T("format.percent", "n", "0")
	}
	return w.T("format.percent", "n", w.Int((200*n+total)/(2*total)))
}

// Euro prints an amount: 3.000 € or €3,000.
func (w *Words) Euro(n int) string { return w.T("format.euro", "n", w.Int(n)) }

// EuroRange prints an estimated amount with two meaningful digits at each end.
func (w *Words) EuroRange(low, high *big.Rat) string {
	a, b := rough(scoring.Round(low)), rough(scoring.Round(high))
	if a == b {
		return w.Euro(a)
	}
	return w.T("format.range", "low", w.Int(a), "high", w.Euro(b))
}

// rough keeps two meaningful digits, so that an estimate does not look like a measurement.
func rough(n int) int {
	unit := 1
	for n/unit >= 100 {
		unit *= 10
	}
	return (n + unit/2) / unit * unit
}

// Date prints a day in full: 23 de noviembre de 2026.
func (w *Words) Date(t time.Time) string {
	return w.T("format.date", "day", t.Day(), "month", w.T("month."+strconv.Itoa(int(t.Month()))), "year", t.Year())
}

// DateOf prints a date of a content file (YYYY, YYYY-MM or YYYY-MM-DD) in full; empty stays empty.
func (w *Words) DateOf(s string) string {
	if t, err := time.Parse("2006-01-02", s); err == nil {
		return w.Date(t)
	}
	if t, err := time.Parse("2006-01", s); err == nil {
		return w.T("format.monthyear", "month", w.T("month."+strconv.Itoa(int(t.Month()))), "year", t.Year())
	}
	return s
}

// ShortDate prints a day in short: 23 nov 2026.
func (w *Words) ShortDate(s string) string {
	t, err := time.Parse("2006-01-02", s)
	if err != nil {
		return w.DateOf(s)
	}
	return w.T("format.shortdate", "day", t.Day(), "month", w.T("shortmonth."+strconv.Itoa(int(t.Month()))), "year", t.Year())
}

// Clock prints the time of day: 10:42.
func (w *Words) Clock(t time.Time) string { return t.Format("15:04") }

// Nbsp joins with a space that does not break.
func Nbsp(parts ...string) string { return strings.Join(parts, nbsp) }
