package assessments

import (
	"math/big"
	"slices"
)

// Kind is the way a question is answered.
type Kind string

// The kinds of question.
const (
	Ladder    Kind = "ladder"    // one of described levels, from 0 up
	Checklist Kind = "checklist" // any number of options; an exclusive one excludes the rest
	Grid      Kind = "grid"      // a stage, from 0 up, for each row
	Plans     Kind = "plans"     // already and planned within twelve months, for each row
	Partly    Kind = "partly"    // no, partly, yes: levels 0, 1, 2
	YesNo     Kind = "yesno"     // also the conditions of an index
	Number    Kind = "number"    // a number, worth what its band is worth
)

// Combine is the rule by which parts become a whole.
type Combine string

// The rules. Count takes a part as fulfilled only at its full worth, and divides by all parts: one
// that does not apply or is not known is not fulfilled. NoOverall is for models without an
// overall score.
const (
	Mean      Combine = "mean"
	Minimum   Combine = "minimum"
	Count     Combine = "count"
	NoOverall Combine = "none"
)

// Model is a maturity model: its structure without words. Texts come apart, one per language.
type Model struct {
	ID             string
	Version        string
	Date           string // of this version, as YYYY-MM-DD
	Overall        Combine
	Scale          Scale
	Bands          []*big.Rat // where each level begins, on Scale, ascending; nil: the whole number nearest
	Paths          []string   // shortest first; each holds the ones before
	Dimensions     []Dimension
	Questions      []Question // in the order in which they are asked
	Contradictions []Contradiction
	Risks          []Risk
	Index          *Index // nil where the model has none
}

// Scale is the one that the model's own framework prints. Every screen also counts from 0 to Top.
type Scale struct {
	Top      int // 5, 100, 12 …
	Decimals int // that a score is printed and rounded with before it falls into a band
}

// Dimension is one area of a model.
type Dimension struct {
	ID            string
	Icon          string
	Weight        *big.Rat // in the overall score, 0 or more
	Combine       Combine  // Mean, Minimum or Count of its subdimensions, or of its questions where it has none
	Subdimensions []Subdimension
}

// Subdimension is a named part of a dimension.
type Subdimension struct {
	ID      string
	Weight  *big.Rat // nil: as much as its questions weigh together
	Combine Combine
}

// Question is one thing that is asked.
type Question struct {
	ID           string
	Dimension    string
	Subdimension string // empty where the dimension has none
	Kind         Kind
	Path         string     // the shortest path it is on
	Weight       *big.Rat   // in its subdimension or dimension, 0 or more
	Values       []*big.Rat // worth of each level, stage or band, 0 to 1, never falling
	Bands        []*big.Rat // of a number: where each band begins
	Range        NumberRange
	Options      []Option // of a checklist
	Rows         []Row    // of a grid and of plans
	Ceiling      map[SizeClass]int
	Limit        int    // the ceiling in force, as For sets it; 0: none
	When         *When  // nil: always asked
	SameAs       string // plans: reads the answer to that question and is not asked itself
	Column       Column // plans: which column is worth something
	Revision     int    // raised when the meaning of an answer changes from one version to the next
	Was          *Was   // nil where the question has kept its name and its levels
	Words        []string
	outside      map[string]bool // rows and options that For has taken out of scope
}

// NumberRange bounds what may be typed for a number.
type NumberRange struct {
	Least, Most *big.Rat
	Decimals    int
}

// Column is a column of plans.
type Column string

// The columns. A row's level is the sum of 1 for planned and 2 for already.
const (
	Already Column = "already"
	Planned Column = "planned"
	Either  Column = "either"
)

// Was says where a question comes from: its id in an earlier version and, for each level there,
// the level here. Unmapped levels stay as they are.
type Was struct {
	Question string
	Levels   []int
}

// Option is one line of a checklist.
type Option struct {
	ID        string
	Value     *big.Rat // its share of the whole list
	Exclusive bool     // chosen alone: excludes the others and is worth nothing
	When      *When    // by size and sector only
}

// Row is one line of a grid or of plans.
type Row struct {
	ID   string
	When *When // by size and sector only
}

// Index is a count of yes/no conditions that belongs to no dimension and moves no score.
type Index struct {
	ID         string
	Version    int
	Year       int // of the survey whose list of conditions this is
	Conditions []Condition
}

// Condition is one yes/no condition of an index. Where From is set, the answer follows from
// another question as soon as that one is answered, and is not asked.
type Condition struct {
	ID   string
	From *Test
}

// Question returns the question with that id, or nil. Conditions of the index are found too,
// by Index.QuestionID, as questions of kind YesNo without a dimension.
func (m *Model) Question(id string) *Question {
	for i := range m.Questions {
		if m.Questions[i].ID == id {
			return &m.Questions[i]
		}
	}
	if m.Index != nil {
		for _, c := range m.Index.Conditions {
			if m.Index.QuestionID(c.ID) == id {
				return &Question{ID: id, Kind: YesNo}
			}
		}
	}
	return nil
}

// Dimension returns the dimension with that id, or nil.
func (m *Model) Dimension(id string) *Dimension {
	for i := range m.Dimensions {
		if m.Dimensions[i].ID == id {
			return &m.Dimensions[i]
		}
	}
	return nil
}

// Highest is the highest level that counts: the last, or the ceiling in force.
func (q *Question) Highest() int {
	if q.Limit > 0 {
		return min(q.Limit, len(q.Values)-1)
	}
	return len(q.Values) - 1
}

// Falling says whether a number is worth less the higher it is.
func (q *Question) Falling() bool {
	n := len(q.Values)
	return n > 1 && q.Values[0].Cmp(q.Values[n-1]) > 0
}

// Better is the level one step better than a level, and whether there is one that counts.
func (q *Question) Better(level int) (int, bool) {
	if q.Falling() {
		return level - 1, level > 0
	}
	return level + 1, level < q.Highest()
}

// Even are the values of so many levels at even distances, from 0 to 1.
func Even(levels int) []*big.Rat {
	out := make([]*big.Rat, levels)
	for i := range out {
		out[i] = big.NewRat(int64(i), int64(max(1, levels-1)))
	}
	return out
}

// LevelOf is the level that a value from 0 to Top falls to: the band it lies in once it is rounded
// as it is printed, or the nearest whole number where the model names no bands. 0 for nil.
func (m *Model) LevelOf(value *big.Rat) int {
	if value == nil {
		return 0
	}
	if len(m.Bands) == 0 {
		return min(Top, int(roundHalfUp(value).Int64()))
	}
	level := 0
	own := m.Own(value)
	for i, from := range m.Bands {
		if own.Cmp(from) >= 0 {
			level = i
		}
	}
	return level
}

// Own is a value from 0 to Top on the model's own scale, rounded half up as it is printed.
func (m *Model) Own(value *big.Rat) *big.Rat {
	unit := int64(1)
	for range m.Scale.Decimals {
		unit *= 10
	}
	own := new(big.Rat).Mul(value, big.NewRat(int64(m.Scale.Top)*unit, Top))
	return new(big.Rat).SetFrac(roundHalfUp(own), big.NewInt(unit))
}

// Levels is how many levels the model names.
func (m *Model) Levels() int {
	if len(m.Bands) == 0 {
		return Top + 1
	}
	return len(m.Bands)
}

func roundHalfUp(r *big.Rat) *big.Int {
	up := new(big.Rat).Add(r, big.NewRat(1, 2))
	return new(big.Int).Quo(up.Num(), up.Denom())
}

// Of returns the questions of one dimension in the order of the model.
func (m *Model) Of(dimension string) []*Question {
	var out []*Question
	for i := range m.Questions {
		if m.Questions[i].Dimension == dimension {
			out = append(out, &m.Questions[i])
		}
	}
	return out
}

// Number returns a question's place in the model, counted from 1, or 0 where it has none.
func (m *Model) Number(id string) int {
	for i := range m.Questions {
		if m.Questions[i].ID == id {
			return i + 1
		}
	}
	return 0
}

// On says whether the question belongs to the named path.
func (m *Model) On(q *Question, path string) bool {
	return slices.Index(m.Paths, q.Path) <= slices.Index(m.Paths, path)
}

// Asked says whether the question is put to anybody: one that reads another's answer is not.
func (q *Question) Asked() bool { return q.SameAs == "" }

// Source is the id under which the question's answer is kept.
func (q *Question) Source() string {
	if q.SameAs != "" {
		return q.SameAs
	}
	return q.ID
}

// Steps is how many levels, stages or bands the question has; 0 for a checklist.
func (q *Question) Steps() int { return len(q.Values) }

// Option returns the option with that id, or nil.
func (q *Question) Option(id string) *Option {
	for i := range q.Options {
		if q.Options[i].ID == id {
			return &q.Options[i]
		}
	}
	return nil
}

// HasRow says whether a grid has that row.
func (q *Question) HasRow(id string) bool {
	return slices.ContainsFunc(q.Rows, func(r Row) bool { return r.ID == id })
}

// QuestionID is the id under which a condition's own answer is kept.
func (x *Index) QuestionID(condition string) string { return x.ID + "." + condition }
