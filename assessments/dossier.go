package assessments

import (
	"math/big"
	"time"
)

// Dossier is one company with everything that is kept about it: what is handed over, and what two
// copies are brought together as.
type Dossier struct {
	Company  Company
	Consents []Consent // every one that was given or taken back, the first in front
	Earlier  []Earlier // results from before Nivel
	Visits   []Visit
	Rounds   []DossierRound // the first one in front
}

// DossierRound is one assessment with all that belongs to it.
type DossierRound struct {
	Assessment Assessment
	Ratings    []Rating // in the order in which they were given
	Decisions  []Decision
	Plan       []PlanItem // in its order
	Evidence   []Evidence
}

// Earlier is a result that a firm brought along from another tool or a spreadsheet. It is shown and
// never mixed with a score of Nivel's own.
type Earlier struct {
	ID      string // UUIDv7
	Day     string // YYYY-MM-DD
	Source  string // where it comes from, in the words of who brought it in
	Overall *big.Rat
	Scores  map[string]*big.Rat // by dimension of the model, 0 to Top
}

// LogEntry is one line of the local log: what was handed on, brought in or deleted, without content.
type LogEntry struct {
	At      time.Time
	Kind    LogKind
	Company string // id; after a deletion nothing leads from it to the firm
	Count   int    // of companies
}

// LogKind is what was done.
type LogKind string

// What the log keeps.
const (
	LogExport LogKind = "export"
	LogImport LogKind = "import"
	LogDelete LogKind = "delete"
)
