package search

import (
	"strings"
	"unicode/utf8"
)

// stem takes the ending of a folded word away, so that "formaciones", "formación" and "formar" meet
// in "form", and "backups" and "backup" in "backup".
//
// It is a light suffix stripper of our own, not the Snowball algorithm: the project has no stemmer
// among its libraries, and a few hundred short texts do not need an exact one. It strips the
// longest ending of its list that leaves three letters, and so now and then brings together words
// that only look alike (puerto, puerta); a search then shows an entry more, never one less.
func stem(w, language string) string {
	if utf8.RuneCountInString(w) < 4 || strings.ContainsAny(w, "0123456789") {
		return w
	}
	for _, e := range endings[language] {
		s, ok := strings.CutSuffix(w, e)
		if !ok || utf8.RuneCountInString(s) < 3 || e == "s" && strings.HasSuffix(s, "s") {
			continue
		}
		if language == "en" && doubling[e] {
			return single(s)
		}
		return s
	}
	return w
}

// endings of each language, the longer before the shorter that they end in. Spanish ones are
// written without accents, as folded words are.
var endings = map[string][]string{
	"es": strings.Fields(`amientos imientos amiento imiento aciones iciones adores edores idores adoras edoras idoras
		idades acion icion adora edora idora mente iendo ables ibles idad ador edor idor ando able ible ados adas idos
		idas ado ada ido ida ar er ir an en es os as a e o s`),
	"en": strings.Fields(`ations ation ments ment ings ing ies ied ers er ed ly es e y s`),
}

// doubling are the English endings before which a consonant is doubled: plan, planning.
var doubling = map[string]bool{"ings": true, "ing": true, "ers": true, "er": true, "ed": true}

// single takes a doubled consonant back.
func single(s string) string {
	if n := len(s); n > 3 && s[n-1] == s[n-2] && !strings.ContainsRune("aeiouls", rune(s[n-1])) {
		return s[:n-1]
	}
	return s
}

// small are the words that say nothing about an entry.
var small = map[string][]string{
	"es": strings.Fields(`a al con de del el en es la las lo los o para por que se su sus un una y`),
	"en": strings.Fields(`a an and are at by for from in is it of on or that the to with you your`),
}
