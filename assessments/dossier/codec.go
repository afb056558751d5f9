package dossier

import (
	"encoding/base64"
	"maps"
	"math/big"
	"regexp"
	"slices"
	"strconv"
	"time"
	"unicode/utf8"

	"nivel/assessments"
)

// field is one field of an object, written and read by the same table, so that neither can forget one.
type field struct {
	key   string
	need  bool // it must be there
	apart bool // it begins on a line of its own
	empty func() bool
	write func(w []byte) []byte
	read  func(s *scanner)
}

func needed(f field) field {
	f.need = true
	return f
}

// appendObject writes an object; empty fields are left out.
func appendObject(w []byte, fields []field) []byte {
	w = append(w, '{')
	first := true
	for _, f := range fields {
		if f.empty() && !f.need {
			continue
		}
		if !first {
			w = append(w, ',')
		}
		if f.apart {
			w = append(w, '\n')
		}
		first = false
		w = append(appendText(w, f.key), ':')
		w = f.write(w)
	}
	return append(w, '}')
}

// record is an object as text, to compare two of a kind.
func record(fields []field) string { return string(appendObject(nil, fields)) }

// text is a text of up to limit characters that fits check, where there is one.
func text[T ~string](key string, into *T, limit int, check func(string) bool) field {
	return field{
		key:   key,
		empty: func() bool { return *into == "" },
		write: func(w []byte) []byte { return appendText(w, string(*into)) },
		read: func(s *scanner) {
			v := s.text(limit)
			if v == "" || check != nil && !check(v) {
				s.wrong(v)
			}
			*into = T(v)
		},
	}
}

func line(key string, into *string) field { return text(key, into, LineLimit, nil) }
func note(key string, into *string) field { return text(key, into, NoteLimit, nil) }

// word is one of a few.
func word[T ~string](key string, into *T, allowed ...T) field {
	return text(key, into, LineLimit, func(v string) bool { return slices.Contains(allowed, T(v)) })
}

var uuidForm = regexp.MustCompile(`^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$`)

func uuid(key string, into *string) field { return text(key, into, 36, uuidForm.MatchString) }

func day(key string, into *string) field {
	return text(key, into, 10, func(v string) bool {
		_, err := time.Parse(time.DateOnly, v)
		return err == nil
	})
}

var naceForm = regexp.MustCompile(`^[0-9]{2}(\.[0-9]{1,2})?$`)

func nace(key string, into *string) field { return text(key, into, 5, naceForm.MatchString) }

// yes is left out where it is false.
func yes(key string, into *bool) field {
	return field{
		key:   key,
		empty: func() bool { return !*into },
		write: func(w []byte) []byte { return append(w, "true"...) },
		read: func(s *scanner) {
			s.literal("true")
			*into = true
		},
	}
}

// whole is left out where it is 0.
func whole(key string, into *int, most int) field {
	return field{
		key:   key,
		empty: func() bool { return *into == 0 },
		write: func(w []byte) []byte { return strconv.AppendInt(w, int64(*into), 10) },
		read: func(s *scanner) {
			if *into = s.whole(most); *into == 0 {
				s.wrong("0")
			}
		},
	}
}

// moment is a time; the zero one is left out.
func moment(key string, into *time.Time) field {
	return field{
		key:   key,
		empty: func() bool { return into.IsZero() },
		write: func(w []byte) []byte { return into.UTC().AppendFormat(append(w, '"'), time.RFC3339Nano+`"`) },
		read: func(s *scanner) {
			v := s.text(40)
			t, err := time.Parse(time.RFC3339Nano, v)
			if err != nil || t.IsZero() || t.UTC().Format(time.RFC3339Nano) != v {
				s.wrong(v)
			}
			*into = t.UTC()
		},
	}
}

var ratForm = regexp.MustCompile(`^[0-9]{1,30}(/[0-9]{1,30})?$`)

// rat reads an exact fraction of 0 to most, in lowest terms.
func rat(s *scanner, most int64) *big.Rat {
	v := s.text(61)
	if !ratForm.MatchString(v) {
		s.wrong(v)
		return nil
	}
	r, ok := new(big.Rat).SetString(v)
	if !ok || r.RatString() != v || r.Cmp(big.NewRat(most, 1)) > 0 {
		s.wrong(v)
		return nil
	}
	return r
}

func fraction(key string, into **big.Rat, most int64) field {
	return field{
		key:   key,
		empty: func() bool { return *into == nil },
		write: func(w []byte) []byte { return appendText(w, (*into).RatString()) },
		read:  func(s *scanner) { *into = rat(s, most) },
	}
}

// byName is an object with free keys, written in their order.
func byName[V any](key string, into *map[string]V, limit int, write func([]byte, V) []byte, read func(*scanner) V) field {
	return field{
		key:   key,
		empty: func() bool { return len(*into) == 0 },
		write: func(w []byte) []byte {
			w = append(w, '{')
			for i, name := range slices.Sorted(maps.Keys(*into)) {
				if i > 0 {
					w = append(w, ',')
				}
				w = write(append(appendText(w, name), ':'), (*into)[name])
			}
			return append(w, '}')
		},
		read: func(s *scanner) {
			*into = map[string]V{}
			s.object(func(name string) bool {
				if _, twice := (*into)[name]; twice || name == "" {
					return false
				}
				s.count(len(*into)+1, limit)
				(*into)[name] = read(s)
				return true
			})
			if len(*into) == 0 {
				s.wrong("{}")
			}
		},
	}
}

func levels(key string, into *map[string]int) field {
	return byName(key, into, TargetLimit, func(w []byte, v int) []byte { return strconv.AppendInt(w, int64(v), 10) },
		func(s *scanner) int { return s.whole(assessments.Top) })
}

func fractions(key string, into *map[string]*big.Rat, most int64) field {
	return byName(key, into, WeightsLimit, func(w []byte, v *big.Rat) []byte { return appendText(w, v.RatString()) },
		func(s *scanner) *big.Rat { return rat(s, most) })
}

// object is a field of fields.
func object(key string, empty func() bool, fields func() []field) field {
	return field{
		key:   key,
		empty: empty,
		write: func(w []byte) []byte { return appendObject(w, fields()) },
		read:  func(s *scanner) { s.fields(fields()) },
	}
}

// list is a list of objects, one a line.
func list[T any](key string, into *[]T, limit int, fields func(*T) []field) field {
	return listOf(key, into, limit, func(w []byte, v *T) []byte { return appendObject(append(w, '\n'), fields(v)) },
		func(s *scanner, v *T) { s.fields(fields(v)) })
}

// lines is a list of short texts.
func lines(key string, into *[]string, limit int) field {
	return listOf(key, into, limit, func(w []byte, v *string) []byte { return appendText(w, *v) },
		func(s *scanner, v *string) {
			if *v = s.text(LineLimit); *v == "" {
				s.wrong("")
			}
		})
}

func listOf[T any](key string, into *[]T, limit int, write func([]byte, *T) []byte, read func(*scanner, *T)) field {
	return field{
		key:   key,
		empty: func() bool { return len(*into) == 0 },
		write: func(w []byte) []byte {
			w = append(w, '[')
			for i := range *into {
				if i > 0 {
					w = append(w, ',')
				}
				w = write(w, &(*into)[i])
			}
			return append(w, ']')
		},
		read: func(s *scanner) {
			s.list(func(n int) {
				s.count(n+1, limit)
				var v T
				read(s, &v)
				*into = append(*into, v)
			})
			if len(*into) == 0 {
				s.wrong("[]")
			}
		},
	}
}

// picture is a picture in base64.
func picture(key string, into *[]byte, limit int) field {
	return field{
		key:   key,
		empty: func() bool { return len(*into) == 0 },
		write: func(w []byte) []byte {
			return append(base64.StdEncoding.AppendEncode(append(w, '"'), *into), '"')
		},
		read: func(s *scanner) {
			raw := s.raw(base64.StdEncoding.EncodedLen(limit))
			data := make([]byte, base64.StdEncoding.DecodedLen(len(raw)))
			n, err := base64.StdEncoding.Strict().Decode(data, raw)
			if err != nil || n == 0 || n > limit || base64.StdEncoding.EncodedLen(n) != len(raw) {
				s.stop(assessments.NewFault("dossier-picture", "place", s.place()))
				return
			}
			*into = data[:n:n]
		},
	}
}

// value is what was answered to a question.
func value(key string, into *assessments.Value) field {
	return field{
		key:   key,
		empty: func() bool { return into.Standing == assessments.Unanswered },
		write: func(w []byte) []byte {
			data, err := into.MarshalJSON()
			if err != nil {
				data = []byte("null") // of no kind: what is read back tells
			}
			return append(w, data...)
		},
		read: func(s *scanner) {
			raw := s.value(ValueLimit)
			if s.err != nil {
				return
			}
			err := into.UnmarshalJSON(raw)
			back, err2 := into.MarshalJSON()
			if err != nil || err2 != nil || into.Standing == assessments.Unanswered || string(back) != string(raw) {
				s.wrong(string(raw[:min(len(raw), 40)]))
			}
		},
	}
}

// named is a value that has a name of its own, such as a relevance; its zero has none.
func named[T ~int8](key string, into *T, name func(T) string, parse func(string) (T, error)) field {
	return field{
		key:   key,
		empty: func() bool { return *into == 0 },
		write: func(w []byte) []byte { return appendText(w, name(*into)) },
		read: func(s *scanner) {
			v := s.text(LineLimit)
			got, err := parse(v)
			if err != nil || got == 0 {
				s.wrong(v)
			}
			*into = got
		},
	}
}

// appendText writes a text; what would steer anything was cleaned out before.
func appendText(w []byte, text string) []byte {
	w = append(w, '"')
	for _, r := range text {
		switch {
		case r == '"' || r == '\\':
			w = append(w, '\\', byte(r))
		case r == '\n':
			w = append(w, '\\', 'n')
		case r == '\t':
			w = append(w, '\\', 't')
		case r < ' ':
			w = append(w, `\u00`...)
			w = append(w, "0123456789abcdef"[r>>4], "0123456789abcdef"[r&15])
		default:
			w = utf8.AppendRune(w, r)
		}
	}
	return append(w, '"')
}
