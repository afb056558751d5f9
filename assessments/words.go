package assessments

import "maps"

// The texts of one language. Each belongs to the structure of the same name; the reader has
// checked that none is missing.

// ModelWords are a model's texts in one language.
type ModelWords struct {
	Name, About string
	Levels      []LevelWords // one for each level of the model
	Dimensions  map[string]DimensionWords
	Questions   map[string]QuestionWords
	// Contradictions explain why two answers do not go together.
	Contradictions map[string]string
	// Risks name what may stop the firm, and say what to do first.
	Risks map[string]TitleText
	Index IndexWords
}

// LevelWords name a level of the whole firm.
type LevelWords struct {
	Name string
	Sign string // what one sees
	Life string // two sentences: what life at this level looks like
}

// DimensionWords are the texts of one dimension.
type DimensionWords struct {
	Name, Short string
	Framework   string   // official name of the EU assessment's dimension it stands for
	About       string   // one sentence
	Levels      []string // one for each level of the model, two sentences each
	// Subdimensions are named parts.
	Subdimensions map[string]SubdimensionWords
}

// SubdimensionWords are the texts of a named part of a dimension.
type SubdimensionWords struct{ Name, About string }

// QuestionWords are the texts of one question.
type QuestionWords struct {
	Text, Hint, Why string
	Example         string // where a sector pack has none
	How             HowWords
	Unit            string               // of a number: "%"
	Levels          []TitleText          // of a ladder; of a number's bands
	Options         map[string]TitleText // of a checklist
	Stages          []string             // of a grid
	Rows            map[string]TitleText // of a grid or of plans
}

// Visible are the texts that a question shows before help is opened.
func (w QuestionWords) Visible() []string {
	all := append([]string{w.Text, w.Hint}, w.Stages...)
	for _, l := range w.Levels {
		all = append(all, l.Title, l.Text)
	}
	for _, o := range w.Options {
		all = append(all, o.Title, o.Text)
	}
	for _, r := range w.Rows {
		all = append(all, r.Title, r.Text)
	}
	return all
}

// TitleText is a title and a line of explanation.
type TitleText struct{ Title, Text string }

// HowWords answer "how would I know?".
type HowWords struct {
	Text  string
	Signs []Sign
}

// Sign is what one sees at some levels, such as "0-1".
type Sign struct{ Levels, Text string }

// IndexWords are the texts of an index.
type IndexWords struct {
	Name, About string
	Conditions  map[string]ConditionWords
}

// ConditionWords are the texts of one yes/no condition.
type ConditionWords struct{ Short, Text, How string }

// ActionWords are the texts of an action.
type ActionWords struct {
	Title, Why, First string
	Steps             []string
	Need, Success     string
	Basis             string // what the estimate of the benefit rests on
}

// PracticeWords are the texts of a practice; an empty one means the source says nothing.
type PracticeWords struct {
	Title, Summary, Problem, How string
	Chain                        []TitleText
	Resources, Evidence          string
	Figures                      []FigureWords
	Difficulties, Transfer       string
	You, Organisation            string
}

// FigureWords is a sourced figure: "más de" "10.000" "pymes en jornadas".
type FigureWords struct{ Value, Prefix, Text string }

// OfferWords are the texts of a contact, training or funding line. Text is what it is for.
type OfferWords struct{ Name, Text, Unknown string }

// SectorWords are a sector pack's texts.
type SectorWords struct {
	Name, About string
	Questions   map[string]SectorQuestion
	Actions     map[string]ActionWords
}

// SectorQuestion is how a question looks in one trade; an empty How leaves the model's.
type SectorQuestion struct {
	Example string
	How     HowWords
}

// TechnologyWords are the texts of a technology page.
type TechnologyWords struct {
	Name, Plain string
	What        string // what it is and does
	Pays        string // when it pays
	Before      string // what must be in place
	Example     string
	Care        string // what often goes wrong
}

// ReadingWords are the texts of a reading.
type ReadingWords struct {
	Name, About string
	Dimensions  map[string]ReadingDimensionWords
}

// ReadingDimensionWords name a dimension and what it looks at.
type ReadingDimensionWords struct {
	Name    string
	Aspects map[string]string
}

// TermWords explain a word of the glossary.
type TermWords struct{ Word, Plain, Text, Example string }

// RegionWords are a region pack's texts.
type RegionWords struct {
	Name      string
	Contacts  map[string]OfferWords
	Trainings map[string]OfferWords
	Funding   map[string]OfferWords
}

// With lays the texts of another region pack over these; neither is changed.
func (w RegionWords) With(over RegionWords) RegionWords {
	if over.Name != "" {
		w.Name = over.Name
	}
	w.Contacts, w.Trainings, w.Funding = joined(w.Contacts, over.Contacts), joined(w.Trainings, over.Trainings), joined(w.Funding, over.Funding)
	return w
}

func joined(under, over map[string]OfferWords) map[string]OfferWords {
	out := map[string]OfferWords{}
	maps.Copy(out, under)
	maps.Copy(out, over)
	return out
}

// SharedWords are the texts of a shared need.
type SharedWords struct {
	Title string
	What  string // what the service would be
	Alone string // how each firm does without it today
	First string // the first step
}
