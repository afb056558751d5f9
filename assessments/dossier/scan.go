package dossier

import (
	"bytes"
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"nivel/assessments"
)

// scanner reads the body where it lies and stops at the first thing that does not fit. It goes only
// where a table of fields leads, so no input takes it deeper than they are.
type scanner struct {
	data    []byte
	at      int
	err     *assessments.Fault // the first; from then on nothing moves
	path    []string
	records int // in all lists so far
	images  int
}

func (s *scanner) stop(f *assessments.Fault) {
	if s.err == nil {
		s.err = f
		s.at = len(s.data)
	}
}

// place is where the scanner stands: rounds.0.ratings.17.value.
func (s *scanner) place() string { return brief(strings.Join(s.path, ".")) }

// wrong says that a value cannot stand where it does.
func (s *scanner) wrong(v string) {
	s.stop(assessments.NewFault("dossier-value", "place", s.place(), "value", brief(v)))
}

// form says that the text is not what belongs there.
func (s *scanner) form() { s.stop(assessments.NewFault("dossier-form", "place", s.place())) }

func (s *scanner) count(n, limit int) {
	if s.records++; n > limit || s.records > RecordLimit {
		s.stop(assessments.NewFault("dossier-many", "place", s.place(), "limit", min(limit, RecordLimit)))
	}
}

func (s *scanner) next() byte {
	for s.at < len(s.data) {
		switch c := s.data[s.at]; c {
		case ' ', '\n', '\t', '\r':
			s.at++
		default:
			return c
		}
	}
	return 0
}

// take goes past one sign and says whether it was there.
func (s *scanner) take(c byte) bool {
	if s.next() != c || s.err != nil {
		return false
	}
	s.at++
	return true
}

func (s *scanner) want(c byte) {
	if !s.take(c) {
		s.form()
	}
}

func (s *scanner) literal(word string) {
	s.next()
	if !bytes.HasPrefix(s.data[s.at:], []byte(word)) {
		s.form()
		return
	}
	s.at += len(word)
}

// raw is what stands between quotes, without any sign that is written in another way.
func (s *scanner) raw(limit int) []byte {
	s.want('"')
	if s.err != nil {
		return nil
	}
	rest := s.data[s.at:]
	end := bytes.IndexByte(rest[:min(len(rest), limit+1)], '"')
	if end < 0 {
		s.stop(assessments.NewFault("dossier-long", "place", s.place(), "limit", limit))
		return nil
	}
	s.at += end + 1
	return rest[:end]
}

// text reads a text of up to limit characters.
func (s *scanner) text(limit int) string {
	s.want('"')
	if s.err != nil {
		return ""
	}
	start := s.at
	most := min(len(s.data), start+12*limit+1) // a character takes up to twelve bytes: 😀
	for i := start; i < most; i++ {
		switch s.data[i] {
		case '\\':
			i++
		case '"':
			s.at = i + 1
			return s.unquote(s.data[start-1:s.at], limit)
		}
	}
	s.stop(assessments.NewFault("dossier-long", "place", s.place(), "limit", limit))
	return ""
}

func (s *scanner) unquote(quoted []byte, limit int) string {
	var v string
	if !utf8.Valid(quoted) || json.Unmarshal(quoted, &v) != nil {
		s.form()
		return ""
	}
	if n := utf8.RuneCountInString(v); n > limit {
		s.stop(assessments.NewFault("dossier-long", "place", s.place(), "limit", limit))
	}
	if strings.ContainsFunc(v, steers) {
		s.wrong(v)
	}
	return v
}

// whole reads a number from 0 to most.
func (s *scanner) whole(most int) int {
	s.next()
	start := s.at
	for s.at < len(s.data) && s.at-start < 12 && s.data[s.at] >= '0' && s.data[s.at] <= '9' {
		s.at++
	}
	digits := string(s.data[start:s.at])
	n, err := strconv.Atoi(digits)
	switch {
	case err != nil || strconv.Itoa(n) != digits:
		s.form()
	case n > most:
		s.wrong(digits)
	}
	return n
}

// value is the bytes of a value that is two levels deep at most.
func (s *scanner) value(limit int) []byte {
	s.next()
	if s.err != nil {
		return nil
	}
	rest := s.data[s.at:]
	depth, quoted := 0, false
	for i := 0; i < min(len(rest), limit); i++ {
		c := rest[i]
		switch {
		case quoted && c == '\\':
			i++
		case c == '"':
			quoted = !quoted
		case quoted:
		case (c == '}' || c == ',' || c == ']') && depth == 0:
			s.at += i
			return rest[:i]
		case c == '{' || c == '[':
			if depth++; depth > 2 {
				s.form()
				return nil
			}
		case c == '}' || c == ']':
			depth--
		}
	}
	s.stop(assessments.NewFault("dossier-long", "place", s.place(), "limit", limit))
	return nil
}

// list calls read for each element with its number.
func (s *scanner) list(read func(n int)) {
	s.want('[')
	for n := 0; s.err == nil && !s.take(']'); n++ {
		if n > 0 {
			s.want(',')
		}
		s.path = append(s.path, strconv.Itoa(n))
		read(n)
		s.leave()
	}
}

// object calls read for each key; it says false for one that cannot stand there.
func (s *scanner) object(read func(key string) bool) {
	s.want('{')
	for n := 0; s.err == nil && !s.take('}'); n++ {
		if n > 0 {
			s.want(',')
		}
		key := s.text(LineLimit)
		s.path = append(s.path, key)
		s.want(':')
		if s.err == nil && !read(key) {
			s.stop(assessments.NewFault("dossier-key", "place", s.place()))
		}
		s.leave()
	}
}

// leave goes one step up, unless the path is still needed to name a place.
func (s *scanner) leave() {
	if s.err == nil {
		s.path = s.path[:len(s.path)-1]
	}
}

// fields reads an object by its table.
func (s *scanner) fields(fields []field) {
	var seen uint64
	s.object(func(key string) bool {
		i := slices.IndexFunc(fields, func(f field) bool { return f.key == key })
		if i < 0 || seen&(1<<i) != 0 {
			return false
		}
		seen |= 1 << i
		fields[i].read(s)
		return true
	})
	for i, f := range fields {
		if f.need && seen&(1<<i) == 0 && s.err == nil {
			s.path = append(s.path, f.key)
			s.stop(assessments.NewFault("dossier-missing", "place", s.place()))
		}
	}
}

// brief makes a piece of a file fit for a one-line message.
func brief(text string) string {
	text = strings.Map(func(r rune) rune {
		if steers(r) || r == '\n' || r == '\t' {
			return '·'
		}
		return r
	}, strings.ToValidUTF8(text, "·"))
	if r := []rune(text); len(r) > 80 {
		return string(r[:80]) + "…"
	}
	return text
}
