package plan

import (
	"strconv"
	"strings"
	"time"

	words "nivel/assessments/texts"
)

// dayForms are how people type a day, beside YYYY-MM-DD: the day first, as Spain does.
var dayForms = []string{"2/1/2006", "2-1-2006", "2.1.2006", "2/1/06"}

// day is what was typed as YYYY-MM-DD, or as it was typed where it is no day.
func (f *form) day(text string) string {
	if f.w.Language != "es" {
		return text
	}
	for _, form := range dayForms {
		if t, err := time.Parse(form, text); err == nil {
			return t.Format(time.DateOnly)
		}
	}
	return text
}

// shownDay is a day as it is typed in the language.
func (f *form) shownDay(day string) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil || f.w.Language != "es" {
		return day
	}
	return t.Format("02/01/2006")
}

func (f *form) amount(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// euros reads an amount as people write it: with the language's grouping, a sign for euros, spaces,
// cents that are left out. Nothing is 0.
func euros(text string, w *words.Words) (amount int, ok bool) {
	clean := strings.NewReplacer(w.T("format.group"), "", "€", "", " ", "", "\u00a0", "").Replace(text)
	if clean == "" {
		return 0, true
	}
	if before, after, ok := strings.Cut(clean, w.T("format.decimal")); ok && len(after) <= 2 {
		clean = before
	}
	n, err := strconv.ParseInt(clean, 10, 62)
	return int(n), err == nil
}

// brief is the beginning of what was typed, so that a sentence stays one.
func brief(text string) string {
	const most = 20
	if r := []rune(text); len(r) > most {
		return string(r[:most]) + "…"
	}
	return text
}
