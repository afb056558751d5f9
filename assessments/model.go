package assessments

import (
	"math/big"
	"slices"
)

// Kind is the way a question is answered.
type Kind string

// The kinds of question.
const (
	Ladder    Kind = "ladder"    // one of six described levels, 0 to 5
	Checklist Kind = "checklist" // any number of options; an exclusive one excludes the rest
	Grid      Kind = "grid"      // a stage of adoption, 0 to 5, for each row
	YesNo     Kind = "yesno"     // the conditions of an index
)

// Combine is the rule by which parts become a whole.
type Combine string

// The rules; NoOverall is for models that give no overall score.
const (
	Mean      Combine = "mean"
	Minimum   Combine = "minimum"
	NoOverall Combine = "none"
)

// Model is a maturity model: its structure without words. Texts come apart, one per language.
type Model struct {
	ID         string
	Version    string
	Date       string // of this version, as YYYY-MM-DD
	Languages  []string
	Overall    Combine
	Dimensions []Dimension
	Questions  []Question // in the order in which they are asked
	Index      *Index     // nil where the model has none
}

// Dimension is one area of a model.
type Dimension struct {
	ID      string
	Icon    string
	Weight  *big.Rat // in the overall score, 0 or more
	Combine Combine  // Mean or Minimum of its questions
}

// Question is one thing that is asked.
type Question struct {
	ID        string
	Dimension string
	Kind      Kind
	Paths     []string // the paths it belongs to, "quick" first
	Weight    *big.Rat // in its dimension, 0 or more
	Options   []Option // of a checklist
	Rows      []Row    // of a grid
	Words     []string // glossary terms to explain beside it
}

// Option is one line of a checklist.
type Option struct {
	ID        string
	Value     *big.Rat // its share of the whole list
	Exclusive bool     // chosen alone: excludes the others and is worth nothing
}

// Row is one line of a grid.
type Row struct{ ID string }

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
	From *Follow
}

// Follow says which answer fulfils a condition: a chosen Option, or a Row at Level or above.
type Follow struct {
	Question string
	Option   string
	Row      string
	Level    int
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
func (q *Question) On(path string) bool { return slices.Contains(q.Paths, path) }

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
