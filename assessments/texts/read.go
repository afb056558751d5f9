package texts

import (
	"strconv"
	"strings"
	"time"
)

// dayForms are how people type a day, beside YYYY-MM-DD: the day first, as Spain and Britain do.
var dayForms = []string{"2/1/2006", "2-1-2006", "2.1.2006", "2/1/06"}

// ReadDay is a day as people type it, as YYYY-MM-DD; ok is false where it is none.
func (w *Words) ReadDay(text string) (day string, ok bool) {
	text = strings.TrimSpace(text)
	for _, form := range append([]string{time.DateOnly}, dayForms...) {
		if t, err := time.Parse(form, text); err == nil {
			return t.Format(time.DateOnly), true
		}
	}
	return "", false
}

// TypedDay is a day (YYYY-MM-DD) as ReadDay takes it and people write it; what is no day stays as
// it is.
func (w *Words) TypedDay(day string) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return day
	}
	return t.Format("02/01/2006")
}

// ReadAmount reads a whole number as people write it: with the language's grouping, a sign for
// euros, spaces, and cents, which are left out. Nothing is 0; ok is false where it is no number.
func (w *Words) ReadAmount(text string) (amount int, ok bool) {
	clean := strings.NewReplacer(w.T("format.group"), "", "€", "", " ", "", nbsp, "").Replace(text)
	if clean == "" {
		return 0, true
	}
	if before, after, ok := strings.Cut(clean, w.T("format.decimal")); ok && len(after) <= 2 {
		clean = before
	}
	n, err := strconv.ParseInt(clean, 10, 62)
	return int(n), err == nil
}
