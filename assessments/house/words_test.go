package house_test

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"

	"nivel/assessments/content"
)

// sentence is one key's text in one language; one that depends on a number has several forms.
type sentence struct {
	forms  map[string]string // "other" alone where it has one form
	plural bool
}

func (s sentence) text() string { return s.forms["other"] }

var forms = map[string]plural.Form{"zero": plural.Zero, "one": plural.One, "two": plural.Two, "few": plural.Few, "many": plural.Many, "other": plural.Other}

// sentences reads the translations of a language as they are written.
func sentences(t *testing.T, lang string) map[string]sentence {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(root, "assets/translations/*."+lang+".yaml"))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]sentence{}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var tree map[string]any
		if err := yaml.Unmarshal(data, &tree); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		flatten(out, "", tree)
	}
	if len(out) < 300 {
		t.Fatalf("only %d sentences in %s", len(out), lang)
	}
	return out
}

func flatten(out map[string]sentence, prefix string, tree map[string]any) {
	for key, v := range tree {
		branch, ok := v.(map[string]any)
		if !ok {
			out[prefix+key] = sentence{forms: map[string]string{"other": fmt.Sprint(v)}}
			continue
		}
		if !isPlural(branch) {
			flatten(out, prefix+key+".", branch)
			continue
		}
		s := sentence{forms: map[string]string{}, plural: true}
		for form, text := range branch {
			s.forms[form] = fmt.Sprint(text)
		}
		out[prefix+key] = s
	}
}

// isPlural says whether all keys are plural forms, "other" among them.
func isPlural(branch map[string]any) bool {
	for name := range branch {
		if _, ok := forms[name]; !ok {
			return false
		}
	}
	return branch["other"] != nil
}

// wanted are the plural forms that a language uses for the numbers a screen may show.
func wanted(lang string) []string {
	tag := language.Make(lang)
	var out []string
	for name, form := range forms {
		for n := range 200 {
			if plural.Cardinal.MatchPlural(tag, n, 0, 0, 0, 0) == form {
				out = append(out, name)
				break
			}
		}
	}
	slices.Sort(out)
	return out
}

var gap = regexp.MustCompile(`\{[a-z]+\}`)

func gaps(text string) []string {
	found := gap.FindAllString(text, -1)
	slices.Sort(found)
	return slices.Compact(found)
}

// Every language has the same sentences, with the same gaps, in the plural forms that it needs.
func TestLanguagesAgree(t *testing.T) {
	first := sentences(t, content.Languages[0])
	for _, lang := range content.Languages {
		all := sentences(t, lang)
		for _, key := range slices.Sorted(maps.Keys(all)) {
			s := all[key]
			of, ok := first[key]
			if !ok {
				t.Errorf("%s is in %s, not in %s", key, lang, content.Languages[0])
				continue
			}
			if s.plural != of.plural {
				t.Errorf("%s depends on a number in one of %s and %s only", key, lang, content.Languages[0])
			}
			if a, b := gaps(s.text()), gaps(of.text()); !slices.Equal(a, b) {
				t.Errorf("%s has the gaps %v in %s, %v in %s", key, a, lang, b, content.Languages[0])
			}
			if s.plural {
				checkForms(t, lang, key, s)
			}
		}
		for key := range first {
			if _, ok := all[key]; !ok {
				t.Errorf("%s is missing in %s", key, lang)
			}
		}
	}
}

func checkForms(t *testing.T, lang, key string, s sentence) {
	t.Helper()
	if have, want := slices.Sorted(maps.Keys(s.forms)), wanted(lang); !slices.Equal(have, want) {
		t.Errorf("%s has the forms %v in %s, which needs %v", key, have, lang, want)
	}
	for form, text := range s.forms {
		for _, g := range gaps(text) {
			if !slices.Contains(gaps(s.text()), g) {
				t.Errorf("%s in %s: only the form %q has the gap %s", key, lang, form, g)
			}
		}
	}
}

// Every sentence that code asks for exists in every language, its gaps are filled, and one asked
// for by number has plural forms.
func TestSentencesExist(t *testing.T) {
	u := used(t)
	for _, lang := range content.Languages {
		all := sentences(t, lang)
		for _, a := range u.asked {
			if a.key == "" {
				continue // a row that says nothing
			}
			s, ok := all[a.key]
			if !ok {
				t.Errorf("%s says %q, which %s does not have", a.at, a.key, lang)
				continue
			}
			if a.number && !s.plural {
				t.Errorf("%s says %q by number, which has no plural forms in %s", a.at, a.key, lang)
			}
			for _, g := range gaps(s.text()) {
				if a.filled != nil && !slices.Contains(a.filled, strings.Trim(g, "{}")) && a.key != filledLater {
					t.Errorf("%s says %q and leaves its gap %s open", a.at, a.key, g)
				}
			}
		}
		for _, p := range u.patterns {
			if !slices.ContainsFunc(slices.Collect(maps.Keys(all)), p.matches.MatchString) {
				t.Errorf("%s composes %s, which fits no sentence in %s", p.at, p.written, lang)
			}
		}
		groups := map[string]bool{}
		for key := range all {
			group, _, _ := strings.Cut(key, ".")
			groups[group] = true
		}
		for text, at := range u.literals {
			group, rest, _ := strings.Cut(text, ".")
			if !keyLike.MatchString(text) || !groups[group] || fileLike.MatchString(rest) {
				continue
			}
			_, ok := all[text]
			_, composed := all["cli."+text]
			if !ok && !composed {
				t.Errorf("%s has %q, which looks like a sentence that %s does not have", at, text, lang)
			}
		}
	}
}

// filledLater is the sentence whose gaps the writer of a report fills, page by page.
const filledLater = "report.page"

var (
	keyLike  = regexp.MustCompile(`^[a-z]+(\.[a-z0-9-]+)+$`)
	fileLike = regexp.MustCompile(`^(pdf|json|ya?ml|db|md|txt|sql|png)$`)
)

// fromContent are parts of keys that stand in content files or are composed of numbers, not in code.
var fromContent = regexp.MustCompile(`^(country(\.short)?\.[A-Z]{2}|index\.class\.\w+|sure\.\w+)$`)

// No sentence is left over from what the program once said.
func TestSentencesAreSaid(t *testing.T) {
	u := used(t)
	said := map[string]bool{}
	for _, a := range u.asked {
		said[a.key] = true
	}
	for key := range sentences(t, content.Languages[0]) {
		if said[key] || u.literals[key] != "" || fromContent.MatchString(key) {
			continue
		}
		if !slices.ContainsFunc(u.patterns, func(p pattern) bool { return p.says(key, u.literals) }) {
			t.Errorf("%s is said nowhere; remove it in every language", key)
		}
	}
}
