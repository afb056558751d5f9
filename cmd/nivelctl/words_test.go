package main

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"nivel/assessments/content"
	"nivel/assessments/texts"
	"nivel/assets"
)

var gaps = regexp.MustCompile(`\{[a-z]+\}`)

// The languages have the same sentences with the same gaps.
func TestLanguagesSayTheSame(t *testing.T) {
	all, err := texts.Load(assets.Translations, content.Languages)
	if err != nil {
		t.Fatal(err)
	}
	sentences := func(lang string) map[string]string {
		out := map[string]string{}
		for _, key := range all[lang].Keys() {
			if strings.HasPrefix(key, "cli.") || strings.HasPrefix(key, "fault.") {
				found := gaps.FindAllString(all[lang].T(key), -1)
				slices.Sort(found)
				out[key] = strings.Join(found, "")
			}
		}
		return out
	}
	first := sentences(content.Languages[0])
	if len(first) < 100 {
		t.Errorf("only %d sentences", len(first))
	}
	for _, lang := range content.Languages[1:] {
		other := sentences(lang)
		for _, key := range slices.Sorted(maps.Keys(first)) {
			if gap, ok := other[key]; !ok || gap != first[key] {
				t.Errorf("%s: %s has %q, in %s %q (%v)", key, content.Languages[0], first[key], lang, gap, ok)
			}
		}
		for key := range other {
			if _, ok := first[key]; !ok {
				t.Errorf("%s is in %s only", key, lang)
			}
		}
	}
}
