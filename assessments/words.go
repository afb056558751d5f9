package assessments

// The texts of one language. Each belongs to the structure of the same name; the reader has
// checked that none is missing.

// ModelWords are a model's texts in one language.
type ModelWords struct {
	Name, About string
	Levels      []LevelWords // six, 0 to 5
	Dimensions  map[string]DimensionWords
	Questions   map[string]QuestionWords
	Index       IndexWords
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
	Levels      []string // six, two sentences each
}

// QuestionWords are the texts of one question.
type QuestionWords struct {
	Text, Hint, Why     string
	Example, ExampleAny string // from furniture making; from any trade
	How                 HowWords
	Levels              []TitleText          // of a ladder, six
	Options             map[string]TitleText // of a checklist
	Stages              []string             // of a grid, six
	Rows                map[string]TitleText // of a grid
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

// TermWords explain a word of the glossary.
type TermWords struct{ Word, Plain, Text, Example string }

// RegionWords are a region pack's texts.
type RegionWords struct {
	Name      string
	Contacts  map[string]OfferWords
	Trainings map[string]OfferWords
	Funding   map[string]OfferWords
}
