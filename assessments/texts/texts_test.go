package texts_test

import (
	"errors"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"pgregory.net/rapid"

	"nivel/assessments"
	"nivel/assessments/content"
	"nivel/assessments/house/shipped"
	"nivel/assessments/texts"
)

// gaps are places such as {name} in a sentence.
var gaps = regexp.MustCompile(`\{[a-z]+\}`)

// files makes a tree of translations from lines for each file.
func files(pairs ...string) fstest.MapFS {
	out := fstest.MapFS{}
	for i := 0; i < len(pairs); i += 2 {
		out["translations/"+pairs[i]] = &fstest.MapFile{Data: []byte(pairs[i+1])}
	}
	return out
}

// Every language has the same sentences with the same gaps: one lost in translation would print as
// a gap.
func TestLanguagesHaveTheSameSentences(t *testing.T) {
	es, en := shipped.Words()["es"], shipped.Words()["en"]
	if !slices.Equal(es.Keys(), en.Keys()) {
		for _, k := range es.Keys() {
			if !en.Has(k) {
				t.Errorf("%s is missing in English", k)
			}
		}
		for _, k := range en.Keys() {
			if !es.Has(k) {
				t.Errorf("%s is missing in Spanish", k)
			}
		}
	}
	sorted := func(w *texts.Words, key string) []string {
		found := gaps.FindAllString(w.T(key), -1)
		slices.Sort(found)
		return slices.Compact(found)
	}
	for _, k := range es.Keys() {
		if a, b := sorted(es, k), sorted(en, k); !slices.Equal(a, b) {
			t.Errorf("%s has the gaps %v in Spanish and %v in English", k, a, b)
		}
		if es.T(k) == "" || strings.TrimSpace(en.T(k)) != en.T(k) {
			t.Errorf("%s is %q and %q", k, es.T(k), en.T(k))
		}
	}
}

// Gaps are filled by name, the plural follows the number, and a key without a sentence says so.
func TestSentences(t *testing.T) {
	fsys := files("a.en.yaml", "greet: Hello {name}, {name}!\nwork:\n  left: {one: \"{n} question left of {total}\", other: \"{n} questions left of {total}\"}\n  plain: no gap\n")
	all, err := texts.Load(fsys, []string{"en"})
	if err != nil {
		t.Fatal(err)
	}
	w := all["en"]
	for got, want := range map[string]string{
		w.T("greet", "name", "Ana"):               "Hello Ana, Ana!",
		w.T("greet"):                              "Hello {name}, {name}!",
		w.T("greet", "other", 1, "odd"):           "Hello {name}, {name}!",
		w.T("work.plain", "n", 1):                 "no gap",
		w.N("work.left", 1, "total", 20):          "1 question left of 20",
		w.N("work.left", 0, "total", 20):          "0 questions left of 20",
		w.N("work.left", 1000, "total", 2000):     "1⟦format.group⟧000 questions left of 2000",
		w.T("work.left", "n", 1, "total", 2):      "1 questions left of 2",
		w.T("no.such.key", "n", 1):                "⟦no.such.key⟧",
		w.N("no.such.key", 3):                     "⟦no.such.key⟧",
		strings.Join(w.Keys(), " "):               "greet work.left work.plain",
		fmt.Sprint(w.Has("work"), w.Has("greet")): "false true",
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// Files that cannot be right are refused when they are read.
func TestBadFiles(t *testing.T) {
	for name, fsys := range map[string]fstest.MapFS{
		"no file":      files("a.es.yaml", "a: b"),
		"no YAML":      files("a.en.yaml", "a: [b"),
		"no text":      files("a.en.yaml", "a: 3"),
		"list":         files("a.en.yaml", "a: [x, y]"),
		"key twice":    files("a.en.yaml", "a: b", "b.en.yaml", "a: c"),
		"twice nested": files("a.en.yaml", "a: {b: c}", "b.en.yaml", "a: {b: d}"),
	} {
		if _, err := texts.Load(fsys, []string{"en"}); err == nil {
			t.Errorf("%s: read without a word", name)
		}
	}
}

// No call panics, whatever key, number and gaps it gets.
func TestAnyCall(t *testing.T) {
	keys := shipped.Words()["es"].Keys()
	rapid.Check(t, func(t *rapid.T) {
		w := shipped.Words()[rapid.SampledFrom(content.Languages).Draw(t, "language")]
		key := rapid.OneOf(rapid.SampledFrom(keys), rapid.String()).Draw(t, "key")
		var pairs []any
		for range rapid.IntRange(0, 5).Draw(t, "values") {
			pairs = append(pairs, rapid.OneOf(rapid.SampledFrom([]any{"n", "name", nil, 3, 2.5, errors.New("x"), "{n}", "\xff"}), rapid.Map(rapid.String(), func(s string) any { return s })).Draw(t, "value"))
		}
		n := rapid.IntRange(0, 1<<40).Draw(t, "n")
		one, many := w.T(key, pairs...), w.N(key, n, pairs...)
		if w.Has(key) == strings.Contains(one+many, "⟦"+key+"⟧") && !strings.Contains(fmt.Sprint(pairs...), "⟦") {
			t.Fatalf("%q: %q, %q", key, one, many)
		}
	})
}

// Every fault has a sentence with its values, in every language; an error that is none says so.
func TestFaultSentences(t *testing.T) {
	for _, lang := range content.Languages {
		w := shipped.Words()[lang]
		codes := 0
		for _, key := range w.Keys() {
			code, ok := strings.CutPrefix(key, "fault.")
			if !ok || strings.Contains(code, ".") {
				continue
			}
			codes++
			f := &assessments.Fault{Code: code, Args: map[string]string{}}
			for _, gap := range gaps.FindAllString(w.T(key), -1) {
				f.Args[strings.Trim(gap, "{}")] = "«" + gap[1:3] + "»"
			}
			said := w.Fault(fmt.Errorf("reading x: %w", f))
			if gaps.MatchString(said) || strings.Contains(said, "⟦") || said == "" {
				t.Errorf("%s: %s says %q", lang, code, said)
			}
			for name, value := range f.Args {
				if !strings.Contains(said, value) {
					t.Errorf("%s: %s does not say %s: %q", lang, code, name, said)
				}
			}
		}
		if codes < 20 {
			t.Errorf("%s has sentences for %d faults", lang, codes)
		}
		for _, err := range []error{errors.New("the disk burns"), assessments.NewFault("no-such-fault", "x", 1)} {
			if said := w.Fault(err); strings.Contains(said, "⟦") || gaps.MatchString(said) || !strings.Contains(said, strings.Fields(err.Error())[0]) {
				t.Errorf("%s: %v is said as %q", lang, err, said)
			}
		}
		for _, f := range []*assessments.Fault{assessments.NewFault("level-range", "level", 9), assessments.NewFault("option-unknown", "option", "x"), assessments.NewFault("row-unknown", "row", "x"),
			assessments.NewFault("answer-kind-ladder"), assessments.NewFault("answer-kind-grid"), assessments.NewFault("answer-kind-checklist"), assessments.NewFault("answer-kind-yesno"),
			assessments.NewFault("option-exclusive", "option", "x"), assessments.NewFault("row-kind", "row", "x"), assessments.NewFault("answer-missing"), assessments.NewFault("answer-list"),
			assessments.NewFault("level-number", "level", "2.5"), assessments.NewFault("answer-word", "word", "x")} {
			if !w.Has("fault." + f.Code) {
				t.Errorf("%s: %s has no sentence", lang, f.Code)
			}
			for _, value := range slices.Sorted(maps.Values(f.Args)) {
				if !strings.Contains(w.Fault(f), value) {
					t.Errorf("%s: %s does not say %q: %q", lang, f.Code, value, w.Fault(f))
				}
			}
		}
	}
}

// The wanted language, else the best of the system's, else the first.
func TestChoose(t *testing.T) {
	have := []string{"es", "en"}
	for _, c := range []struct {
		wanted string
		system []string
		want   string
	}{
		{"en", nil, "en"}, {"en", []string{"es_ES"}, "en"}, {"", []string{"en_GB.UTF-8"}, "en"}, {"", []string{"EN"}, "en"}, {"", []string{"en-US"}, "en"}, {"", []string{"en@euro"}, "es"},
		{"", []string{"fr_FR", "pt", "en_US"}, "en"}, {"", []string{"fr"}, "es"}, {"", nil, "es"}, {"xx", []string{"en"}, "en"}, {"", []string{""}, "es"}, {"", []string{"english"}, "es"},
	} {
		if got := texts.Choose(have, c.wanted, c.system...); got != c.want {
			t.Errorf("wanted %q on a system with %v: %s, want %s", c.wanted, c.system, got, c.want)
		}
	}
}
