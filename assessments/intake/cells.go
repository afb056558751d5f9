package intake

import (
	"maps"
	"math/big"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"nivel/assessments"
	"nivel/assessments/texts"
)

// Limits on what a row may say.
const (
	TextLimit   = 200    // characters of a name, a place, a contact, a tag
	TagsLimit   = 20     // tags of one company
	PeopleLimit = 50_000 // persons of one company
)

var topRat = big.NewRat(assessments.Top, 1)

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

// brief is the beginning of what stands in a cell, so that a sentence stays one.
func brief(text string) string {
	const most = 40
	if r := []rune(text); len(r) > most {
		return string(r[:most]) + "…"
	}
	return text
}

// short checks the length of a text.
func short(text string) error {
	if n := utf8.RuneCountInString(text); n > TextLimit {
		return assessments.NewFault("intake-long", "value", brief(text), "have", n, "limit", TextLimit)
	}
	return nil
}

// grouped is a whole number with or without groups of three.
var grouped = regexp.MustCompile(`^[0-9]{1,6}$|^[0-9]{1,3}([., \x{a0}][0-9]{3})$`)

// people reads how many there are; 0 for an empty cell.
func people(text string) (int, error) {
	if text == "" {
		return 0, nil
	}
	if !grouped.MatchString(text) {
		return 0, assessments.NewFault("intake-people", "value", brief(text))
	}
	n, err := strconv.Atoi(strings.NewReplacer(".", "", ",", "", " ", "", "\u00a0", "").Replace(text))
	if err != nil || n > PeopleLimit {
		return 0, assessments.NewFault("intake-people-many", "value", brief(text), "most", PeopleLimit)
	}
	return n, nil
}

// code is how the official list's codes are written: 31, 31.02, 3102, C31.0.
var code = regexp.MustCompile(`^[A-Za-z]?\s*([0-9]{2})(?:[.,]?([0-9]{1,2}))?(?:\s*[-–:.)]*\s+\D.*)?$`)

// trade reads a code, or a trade by its name.
func (t *Terms) trade(text string) (string, error) {
	if text == "" {
		return "", nil
	}
	if m := code.FindStringSubmatch(text); m != nil {
		if m[2] != "" {
			return m[1] + "." + m[2], nil
		}
		return m[1], nil
	}
	if c := t.trades[spoken(text)]; c != "" {
		return c, nil
	}
	return "", assessments.NewFault("intake-trade", "value", brief(text))
}

// tags reads marks with commas, semicolons or bars between them.
func tags(text string) ([]string, error) {
	var out []string
	for _, tag := range strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ';' || r == '|' || r == '\n' }) {
		if tag = strings.TrimSpace(tag); tag == "" {
			continue
		}
		if err := short(tag); err != nil {
			return nil, err
		}
		out = append(out, tag)
	}
	slices.Sort(out)
	return slices.Compact(out), nil
}

// day reads a day as people write it, also with a time behind it.
func day(text string, w *texts.Words, today string) (string, error) {
	day, ok := w.ReadDay(text)
	if at := strings.IndexAny(text, " T"); !ok && at > 0 {
		day, ok = w.ReadDay(text[:at])
	}
	switch {
	case !ok || day < "1990":
		return "", assessments.NewFault("intake-day", "value", brief(text))
	case day > today:
		return "", assessments.NewFault("intake-day-future", "value", brief(text))
	}
	return day, nil
}

var plain = regexp.MustCompile(`^-?[0-9]{1,6}([.,][0-9]{1,15})?$`)

// decimal reads a number with a point or a comma, and whether it is written as a share of a hundred;
// nil for an empty cell.
func decimal(text string) (v *big.Rat, share bool, err error) {
	if text == "" || text == "-" || text == "–" {
		return nil, false, nil
	}
	number, share := strings.CutSuffix(text, "%")
	number = strings.TrimSpace(number)
	if !plain.MatchString(number) {
		return nil, false, assessments.NewFault("intake-score", "value", brief(text))
	}
	v, _ = new(big.Rat).SetString(strings.Replace(number, ",", ".", 1))
	return v, share, nil
}

// score reads a result and takes it onto the scale of 0 to Top.
func score(text string, scale int) (*big.Rat, error) {
	v, share, err := decimal(text)
	if v == nil || err != nil {
		return nil, err
	}
	if share {
		scale = 100
	}
	if v.Sign() < 0 || v.Cmp(big.NewRat(int64(scale), 1)) > 0 {
		return nil, assessments.NewFault("intake-range", "value", brief(text), "most", scale)
	}
	return v.Mul(v, big.NewRat(assessments.Top, int64(scale))), nil
}

// today is the day of a moment.
func today(now time.Time) string { return now.Format(time.DateOnly) }

// forms are the words at the end of a name that say what form the firm has; one may be written with
// or without points.
var forms = []string{"sl", "slu", "sll", "slne", "sa", "sau", "sal", "scoop", "scl", "cb", "sc", "ltd", "plc", "llc", "inc", "gmbh", "lda", "srl"}

// known is by what a company is recognised: its name without the legal form.
func known(name string) string {
	words := strings.Fields(spoken(name))
	for n := min(3, len(words)-1); n > 0; n-- {
		if slices.Contains(forms, strings.Join(words[len(words)-n:], "")) {
			words = words[:len(words)-n]
			break
		}
	}
	return strings.Join(words, " ")
}
