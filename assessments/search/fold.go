package search

import (
	"strings"
	"unicode"

	"nivel/assessments/content"
)

// apart says whether a letter stands between words.
func apart(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

// Words are the words of a text without case and accents: how all that is searched is compared.
func Words(text string) []string { return strings.FieldsFunc(content.Fold(text), apart) }
