// Package cohort sees many companies at once: the list of an advisor, what it is searched, filtered
// and sorted by, and companies beside each other.
//
// The rule: what is shown of a firm is what its answers come to now. Results are kept beside the
// answers so that a list of thousands opens at once, each with all that it was reckoned from; one of
// which anything has changed is reckoned anew before it is shown. Samples are marked and never count.
// Firms stand beside each other in a room only as far as May says.
package cohort

import (
	"math/big"
	"time"

	"nivel/assessments"
	"nivel/assessments/scoring"
	"nivel/assessments/sqlite"
)

// Figure is a score with what makes it honest, as a list shows it; values on the scale 0 to Top.
type Figure struct {
	Value     *big.Rat `json:",omitempty"` // nil where nothing is known
	Low, High *big.Rat `json:",omitempty"`
	Level     int      // the model's level that the value falls to
	LowLevel  int      // at both ends of the range
	HighLevel int
	scoring.Counts
}

// Shown says whether the figure has a value that may be shown.
func (f *Figure) Shown() bool { return f.Value != nil && f.Enough() }

// Open says whether missing answers leave the score open.
func (f *Figure) Open() bool { return f.Low != nil && f.High != nil && f.Low.Cmp(f.High) != 0 }

func figureOf(f *scoring.Figure) Figure {
	low, high := f.Levels()
	return Figure{Value: f.Value, Low: f.Low, High: f.High, Level: f.Level(), LowLevel: low, HighLevel: high, Counts: f.Counts}
}

// Firm is one line of the list. It is not changed once it is made.
type Firm struct {
	Company assessments.Company
	Sector  string                  // the sector pack of its trade; empty where the trade is not known
	Last    *assessments.Assessment // the round begun last, without targets; nil where there is none
	Rounds  int
	Gone    bool // the questionnaire of that round is not there any more: nothing can be reckoned
	// Overall is the score of that round, with how many questions that score is made of.
	Overall Figure
	Weakest string // the lowest dimension that may be shown; empty where there is none
	// Said of Asked questions on the firm's path somebody has answered, not applicable and don't
	// know included; what was only carried from the round before is not.
	Said, Asked int
	AnsweredOn  string // day of the last answer, YYYY-MM-DD; empty where there is none
	VisitedOn   string // day of the last visit until today
	Earlier     *assessments.Earlier
	Plan        sqlite.PlanCounts
	Wall        bool // has consented to be shown beside others
	State       State
	words       []string // of name, place and tags, as they are searched
}

// Year is the year of the last answer, 0 where there is none.
func (f *Firm) Year() int {
	t, err := time.Parse(time.DateOnly, f.AnsweredOn)
	if err != nil {
		return 0
	}
	return t.Year()
}

// Division is the first two digits of the firm's trade, empty where it is not known.
func (f *Firm) Division() string { return f.Company.NACE[:min(2, len(f.Company.NACE))] }

// Real are the firms that count: all but the samples.
func Real(firms []*Firm) []*Firm {
	return keep(firms, func(f *Firm) bool { return !f.Company.Sample })
}

func keep(firms []*Firm, ok func(*Firm) bool) []*Firm {
	out := make([]*Firm, 0, len(firms))
	for _, f := range firms {
		if ok(f) {
			out = append(out, f)
		}
	}
	return out
}
