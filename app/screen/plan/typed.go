package plan

import (
	"strconv"
)

// day is what was typed as YYYY-MM-DD, or as it was typed where it is no day.
func (f *form) day(text string) string {
	if day, ok := f.w.ReadDay(text); ok {
		return day
	}
	return text
}

func (f *form) amount(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// brief is the beginning of what was typed, so that a sentence stays one.
func brief(text string) string {
	const most = 20
	if r := []rune(text); len(r) > most {
		return string(r[:most]) + "…"
	}
	return text
}
