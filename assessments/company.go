package assessments

import (
	"math/big"
	"slices"
	"time"
	"unicode/utf8"
)

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
	Tags      []string  // an advisor's own marks, in alphabetical order
	ChangedAt time.Time // when anything above was changed last; zero where that is not known
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

// Same says whether two companies say the same, whenever they were changed.
func (c Company) Same(d Company) bool {
	return c.ID == d.ID && c.Name == d.Name && c.Place == d.Place && c.NACE == d.NACE && c.People == d.People && c.Contact == d.Contact &&
		c.Figures == d.Figures && c.Sample == d.Sample && c.CreatedAt.Equal(d.CreatedAt) && slices.Equal(c.Tags, d.Tags)
}

// Snapshot is what a company was like when it answered a round: a firm of nine that has grown to
// twelve is still judged by the questions that were put to nine.
type Snapshot struct {
	People int
	NACE   string
}

// Then is the company as it was at a round: as it is today, except for what the round has kept.
func (a *Assessment) Then(c Company) Company {
	if a.Firm != nil {
		c.People, c.NACE = a.Firm.People, a.Firm.NACE
	}
	return c
}

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
	Targets      map[string]int // id of a dimension or a question -> wanted level; missing means the suggested one
	// WeightOverrides are the dimensions' weights where they are not the model's, by id; nil: all
	// are. SetWeights keeps Weights in step with them.
	WeightOverrides map[string]*big.Rat
	NextAt          string // the day of the next round, as YYYY-MM-DD; empty where none is set
	// Firm is what the company was like; nil while the round goes on, when it is as it is today.
	Firm      *Snapshot
	ChangedAt time.Time // when anything above was changed last; zero where that is not known
}

// The weights: as the model gives them, or changed for this assessment alone.
const (
	Standard = "standard"
	Variant  = "variant"
)

// Due says whether the next round is due on that day (YYYY-MM-DD).
func (a *Assessment) Due(day string) bool { return a.NextAt != "" && a.NextAt <= day }

// CheckNext reports what is wrong with a day for the next round as a *Fault, or nil. Today is
// YYYY-MM-DD; an empty day takes the date back and is always right.
func CheckNext(day, today string) error {
	if day == "" {
		return nil
	}
	if _, err := time.Parse(time.DateOnly, day); err != nil {
		return NewFault("date-form", "value", brief(day))
	}
	if day < today {
		return NewFault("next-past", "date", day)
	}
	return nil
}

// Answer is the rating that counts for a question.
type Answer struct {
	Value      Value
	Relevance  Relevance
	Confidence Confidence
	Note       string
	Flag       bool // to be looked at again
}

// Empty says whether nothing at all was said.
func (a Answer) Empty() bool {
	return a.Value.Standing == Unanswered && a.Relevance == RelevanceUnset && a.Confidence == ConfidenceUnset && a.Note == "" && !a.Flag
}

// Equal says whether both say the same in everything.
func (a Answer) Equal(b Answer) bool {
	return a.Value.Equal(b.Value) && a.Relevance == b.Relevance && a.Confidence == b.Confidence && a.Note == b.Note && a.Flag == b.Flag
}

// Answers holds what counts, by question id.
type Answers map[string]Answer

// Respondent is who gave a rating.
type Respondent string

// The respondents. Agreed is nobody alone: its ratings are what the others settled on.
const (
	Owner     Respondent = "owner"
	Colleague Respondent = "colleague"
	Advisor   Respondent = "advisor"
	Agreed    Respondent = "agreed"
)

// Rating is one respondent's answer at one moment. Ratings are only ever added.
type Rating struct {
	ID           string // UUIDv7
	AssessmentID string
	Question     string
	Respondent   Respondent
	By           string // who answered or who agreed, in their own words
	At           time.Time
	Answer       Answer
	Carried      bool   // kept from the round before and not confirmed yet
	Undoes       string // id of the rating that this one takes back; empty: it is an answer of its own
}

// ByLimit is how many characters Rating.By may have.
const ByLimit = 200

// CheckBy reports what is wrong with a text for Rating.By as a *Fault, or nil.
func CheckBy(by string) error {
	if n := utf8.RuneCountInString(by); n > ByLimit {
		return NewFault("by-long", "have", n, "limit", ByLimit)
	}
	return nil
}

// Finished is a planned action that has been finished, and when that was said.
type Finished struct {
	Item PlanItem
	At   time.Time
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

// The decisions: chosen is a next step the firm wants; not now, and already under way, are kept and
// no longer offered.
const (
	Chosen   DecisionKind = "chosen"
	NotNow   DecisionKind = "notnow"
	Underway DecisionKind = "underway"
	Undone   DecisionKind = "" // an earlier decision taken back
)
