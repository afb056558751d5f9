package assessments

import "time"

// Company is one firm. Every field but ID may stay empty.
type Company struct {
	ID        string // UUIDv7
	Name      string
	Place     string
	NACE      string // division or class of the official list of trades, such as 31 or 31.02
	People    int    // persons employed, 0 where not given
	Contact   string // first name of who answers
	Figures   Figures
	Sample    bool // made up, to look around in; never counts
	CreatedAt time.Time
}

// Figures are the numbers from which benefits are estimated; 0 is "not given".
type Figures struct {
	HourlyCost int // EUR an hour of work costs the firm
	Orders     int // a month
	Quotes     int // a month
	Material   int // EUR a month
	Energy     int // EUR a month
	Machines   int
	Computers  int
}

// Size returns the company's size class.
func (c *Company) Size() SizeClass { return SizeOf(c.People) }

// Assessment is one filling-in of one model version by one company.
type Assessment struct {
	ID           string // UUIDv7
	CompanyID    string
	ModelID      string
	ModelVersion string
	Path         string // of the model; empty: the shortest
	Weights      string // which weights were in force: Standard, or the name of a variant
	Benchmarks   string // version of the official figures it was first compared with
	Round        int    // T0 is 0
	StartedAt    time.Time
	Position     string         // the question last shown
	Targets      map[string]int // dimension id -> wanted level; missing means the suggested one
}

// Standard are the weights as the model gives them.
const Standard = "standard"

// Answer is the rating that counts for a question.
type Answer struct {
	Value     Value
	Relevance Relevance
	Note      string
	Flag      bool // to be looked at again
}

// Empty says whether nothing at all was said.
func (a Answer) Empty() bool {
	return a.Value.Standing == Unanswered && a.Relevance == RelevanceUnset && a.Note == "" && !a.Flag
}

// Answers holds what counts, by question id.
type Answers map[string]Answer

// Respondent is who gave a rating.
type Respondent string

// The respondents.
const (
	Owner     Respondent = "owner"
	Colleague Respondent = "colleague"
	Advisor   Respondent = "advisor"
)

// Rating is one respondent's answer at one moment. Ratings are only ever added.
type Rating struct {
	ID           string // UUIDv7
	AssessmentID string
	Question     string
	Respondent   Respondent
	At           time.Time
	Answer       Answer
}

// Decision is what the firm decided about an offered action.
type Decision struct {
	Action string
	Kind   DecisionKind
	Reason string
	At     time.Time
}

// DecisionKind is what was decided.
type DecisionKind string

// The decisions: chosen is a next step the firm wants, not now is kept and no longer offered.
const (
	Chosen DecisionKind = "chosen"
	NotNow DecisionKind = "notnow"
	Undone DecisionKind = "" // an earlier decision taken back
)
