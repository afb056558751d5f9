// Package assessments is the domain of Nivel: the types and rules all other packages speak in.
//
// It imports the standard library only and knows nothing of files, screens or paper. A model has
// dimensions and questions; a company fills in an assessment; each answer is worth 0 to 1 and is
// shown on a scale of 0 to 5. The packages below it each do one thing with these types: model
// reads them, scoring counts, advice matches, sqlite keeps, report says, pdf prints.
package assessments

import (
	"fmt"
	"slices"
	"strings"
)

// Top is the highest level of the scale that every screen and page shows (0 to Top).
const Top = 5

// SizeClass is a company's size by persons employed, in the classes of European statistics.
type SizeClass string

// The size classes; Unsized is a company whose number of persons is not known.
const (
	Unsized SizeClass = ""
	Micro   SizeClass = "micro"  // 1 to 9 persons
	Small   SizeClass = "small"  // 10 to 49
	Medium  SizeClass = "medium" // 50 to 249
	Large   SizeClass = "large"  // 250 and more
)

// SizeOf returns the size class of a firm with that many persons; 0 or less is Unsized.
func SizeOf(people int) SizeClass {
	switch {
	case people <= 0:
		return Unsized
	case people < 10:
		return Micro
	case people < 50:
		return Small
	case people < 250:
		return Medium
	}
	return Large
}

// Costed is the class that efforts and costs are given for: a firm of unknown size is read as a
// small one, a large one as a medium one.
func (s SizeClass) Costed() SizeClass {
	switch s {
	case Unsized:
		return Small
	case Large:
		return Medium
	}
	return s
}

// Actor is who can carry out an action or practice.
type Actor string

// Rule: who acts is one of these three.
const (
	Firm    Actor = "firm"
	Cluster Actor = "cluster"
	Public  Actor = "public"
)

// State says whether an offer can be used today, as far as its source tells.
type State string

// The states; StateUnknown is printed as such and never read as open.
const (
	StateOpen    State = "open"
	StateClosed  State = "closed"
	StateRunning State = "running"
	StateEnded   State = "ended"
	StateUnknown State = "unknown"
)

// Relevance is how much a question matters to the firm, in the firm's own view.
type Relevance int8

// The relevances; RelevanceUnset counts as RelevanceSome until the firm says otherwise.
const (
	RelevanceUnset Relevance = iota
	RelevanceNone
	RelevanceSome
	RelevanceHigh
)

// Factor is what a distance to target is multiplied with: none 0, some 1, high 2.
func (r Relevance) Factor() int {
	switch r {
	case RelevanceNone:
		return 0
	case RelevanceHigh:
		return 2
	}
	return 1
}

var relevanceNames = []string{"", "none", "some", "high"}

// String returns the name that files and the store use: "", none, some or high.
func (r Relevance) String() string { return nameOf(relevanceNames, r) }

// ParseRelevance reads what Relevance.String writes.
func ParseRelevance(s string) (Relevance, error) {
	return named[Relevance]("relevance", relevanceNames, s)
}

// Confidence is how sure whoever answered was. It moves no score: it says what to ask again.
type Confidence int8

// The confidences, the surest first; ConfidenceUnset is an answer about which nothing was said.
const (
	ConfidenceUnset Confidence = iota
	Sure
	Fair
	Guess
)

var confidenceNames = []string{"", "sure", "fair", "guess"}

// String returns the name that files and the store use: "", sure, fair or guess.
func (c Confidence) String() string { return nameOf(confidenceNames, c) }

// ParseConfidence reads what Confidence.String writes.
func ParseConfidence(s string) (Confidence, error) {
	return named[Confidence]("confidence", confidenceNames, s)
}

// nameOf is the name of a value, "" for one that has none.
func nameOf[T ~int8](names []string, v T) string {
	if v < 0 || int(v) >= len(names) {
		return ""
	}
	return names[v]
}

// named is the value of that name; the first has the name "", and none is meant.
func named[T ~int8](what string, names []string, s string) (T, error) {
	if i := slices.Index(names, s); i >= 0 {
		return T(i), nil
	}
	return 0, fmt.Errorf("%s %q is none of %s", what, s, strings.Join(names[1:], ", "))
}
