// Package texts holds the words of interface and report in each language, and prints numbers,
// dates and money the way that language prints them.
//
// A key such as "home.start" names a sentence in every language; "{name}" in it is a gap. A
// sentence that depends on a number has the plural forms of its language. A missing key prints as
// ⟦key⟧, and a test finds every key that code uses and a language lacks.
package texts

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"
	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"

	"nivel/assessments"
)

// Words are all sentences of one language. Safe for concurrent use.
type Words struct {
	Language  string // "es"
	tag       language.Tag
	sentences map[string]sentence
}

// sentence is one form, or several by plural.
type sentence struct {
	one   string
	forms map[plural.Form]string
}

var forms = map[string]plural.Form{"zero": plural.Zero, "one": plural.One, "two": plural.Two, "few": plural.Few, "many": plural.Many, "other": plural.Other}

// Load reads translations/*.<language>.yaml for each language.
func Load(fsys fs.FS, languages []string) (map[string]*Words, error) {
	out := map[string]*Words{}
	for _, lang := range languages {
		w := &Words{Language: lang, tag: language.Make(lang), sentences: map[string]sentence{}}
		files, err := fs.Glob(fsys, "translations/*."+lang+".yaml")
		if err != nil {
			return nil, err
		}
		if len(files) == 0 {
			return nil, fmt.Errorf("no translations for %q", lang)
		}
		for _, file := range files {
			if err := w.read(fsys, file); err != nil {
				return nil, err
			}
		}
		out[lang] = w
	}
	return out, nil
}

func (w *Words) read(fsys fs.FS, file string) error {
	data, err := fs.ReadFile(fsys, file)
	if err != nil {
		return err
	}
	var tree map[string]any
	if err := yaml.UnmarshalWithOptions(data, &tree, yaml.Strict()); err != nil {
		return fmt.Errorf("%s: %w", path.Base(file), err)
	}
	return w.flatten("", tree, path.Base(file))
}

func (w *Words) flatten(prefix string, tree map[string]any, file string) error {
	for key, v := range tree {
		full := prefix + key
		switch v := v.(type) {
		case string:
			if _, ok := w.sentences[full]; ok {
				return fmt.Errorf("%s: %s stands twice", file, full)
			}
			w.sentences[full] = sentence{one: v}
		case map[string]any:
			if isPlural(v) {
				w.sentences[full] = pluralOf(v)
				continue
			}
			if err := w.flatten(full+".", v, file); err != nil {
				return err
			}
		default:
			return fmt.Errorf("%s: %s is no text; put it in quotes", file, full)
		}
	}
	return nil
}

// isPlural says whether all keys are plural forms, "other" among them.
func isPlural(v map[string]any) bool {
	for name := range v {
		if _, ok := forms[name]; !ok {
			return false
		}
	}
	_, ok := v["other"]
	return ok
}

func pluralOf(v map[string]any) sentence {
	s := sentence{forms: map[plural.Form]string{}}
	for name, text := range v {
		s.forms[forms[name]] = fmt.Sprint(text)
	}
	s.one = s.forms[plural.Other]
	return s
}

// T is the sentence of that key with its gaps filled from pairs of name and value.
func (w *Words) T(key string, pairs ...any) string {
	s, ok := w.sentences[key]
	if !ok {
		return "⟦" + key + "⟧"
	}
	return fill(s.one, pairs)
}

// N is the sentence for n things; {n} is the number.
func (w *Words) N(key string, n int, pairs ...any) string {
	s, ok := w.sentences[key]
	if !ok {
		return "⟦" + key + "⟧"
	}
	text := s.one
	if form, ok := s.forms[plural.Cardinal.MatchPlural(w.tag, max(n, -n), 0, 0, 0, 0)]; ok {
		text = form
	}
	return fill(text, append([]any{"n", w.Int(n)}, pairs...))
}

// Has says whether the key exists.
func (w *Words) Has(key string) bool {
	_, ok := w.sentences[key]
	return ok
}

// Keys lists all keys in order.
func (w *Words) Keys() []string { return slices.Sorted(maps.Keys(w.sentences)) }

func fill(text string, pairs []any) string {
	if len(pairs) == 0 || !strings.Contains(text, "{") {
		return text
	}
	values := make([]string, 0, len(pairs))
	for i := 0; i+1 < len(pairs); i += 2 {
		values = append(values, "{"+fmt.Sprint(pairs[i])+"}", fmt.Sprint(pairs[i+1]))
	}
	// In one pass: what is filled in, such as a firm's name, has no gaps of its own.
	return strings.NewReplacer(values...).Replace(text)
}

// Fault is the sentence for an error: that of its Fault if it has one, else one that says what
// happened in general and quotes the error.
func (w *Words) Fault(err error) string {
	var f *assessments.Fault
	if !errors.As(err, &f) {
		return w.T("fault.other", "reason", err)
	}
	if !w.Has("fault." + f.Code) {
		return w.T("fault.other", "reason", f)
	}
	var pairs []any
	for name, value := range f.Args {
		pairs = append(pairs, name, value)
	}
	return w.T("fault."+f.Code, pairs...)
}

// Choose returns the language to use: the wanted one if it is there, else that of the system's
// list of locales that matches best, else the first.
func Choose(have []string, wanted string, system ...string) string {
	if slices.Contains(have, wanted) {
		return wanted
	}
	for _, s := range system {
		base, _, _ := strings.Cut(strings.ToLower(strings.NewReplacer("_", "-", ".", "-").Replace(s)), "-")
		if slices.Contains(have, base) {
			return base
		}
	}
	return have[0]
}
