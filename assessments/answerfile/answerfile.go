// Package answerfile reads and writes the JSON answer file: one firm, its answers and its targets
// for one version of a model, for people and programs that work without the window.
//
// The rule: a file is believed in full or not at all. Whatever does not fit is named with its line
// and its place in the file, the first in file order, and no input however long or deep costs more
// than its limit. docs/answer-file.md describes the format.
package answerfile

import (
	"fmt"
	"strings"
	"unicode"

	"nivel/assessments"
)

// Format is the version of the file format, the value of the key "nivel".
const Format = 1

// SizeLimit is the most that is read; a file with every answer and long notes has a hundredth.
const SizeLimit = 4 << 20

const (
	depthLimit = 8       // ours nest four deep
	valueLimit = 100_000 // values in a file; ours have a few hundred
	mostPeople = 10_000_000
	mostFigure = 1_000_000_000
)

// File is what an answer file says. The company has neither ID nor CreatedAt.
type File struct {
	Model, Version string
	Path           string // empty: the shortest
	Language       string // of the firm, empty where not given
	Date           string // YYYY-MM-DD, empty where not given
	Company        assessments.Company
	Answers        assessments.Answers
	Targets        map[string]int // by dimension or question; missing means the suggested one
}

// Problem is the first thing wrong in a file: where it stands and what it is.
type Problem struct {
	Line  int    // from 1; 0 where the whole file is meant
	Key   string // "answers.data.backup", empty at the top level
	Fault *assessments.Fault
}

// Error gives place and fault in a plain form, for logs.
func (p *Problem) Error() string { return fmt.Sprintf("line %d: %s: %v", p.Line, p.Key, p.Fault) }

// Unwrap gives the fault, which has a sentence in each language.
func (p *Problem) Unwrap() error { return p.Fault }

// brief makes a piece of the file fit for a one-line message: no control signs, not too long.
func brief(s string) string {
	clean := strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) {
			return '·'
		}
		return r
	}, s)
	if r := []rune(clean); len(r) > 60 {
		clean = string(r[:60]) + "…"
	}
	return clean
}
