// Package report is what a report says, free of any form: one description from which every writer
// draws. All sentences are final, in the report's language; all numbers are already printed the
// way that language prints them, and beside them stand the plain values that pictures are drawn
// from. A writer decides where things stand on its page, never what they say.
package report

import "nivel/assessments/figure"

// Report is one firm's report in one language.
type Report struct {
	Language string // BCP 47, "es"
	Title    string // of the document
	Author   string
	Subject  string
	Date     string // of the report, YYYY-MM-DD: the writers' only clock
	Grey     bool   // black and white, to save ink

	Brand   string // "Nivel"
	Line    string // head of each page: "Diagnóstico digital · Firm · date"
	Version string // foot: "Cuestionario 1.0. …"
	Page    string // foot: "Página {page} de {pages}"
	Sample  string // chip "Muestra", empty for a real firm

	Cover       *Cover
	Profile     *Profile
	Comparison  *Comparison
	Sheet       *Sheet
	Plan        *Plan
	Areas       []Area
	Differences *Differences
	Clarify     *Clarify
	Evidence    *Evidence
	Practices   *Practices
	Annex       *Annex
	Method      *Method

	Blank  *Blank // documents of their own, see BlankOf and LetterOf
	Letter *Letter
}

// Vial is a value on the scale 0 to 5 with what stands beside it. Value is negative where there
// is no result, Target, Low, High and Earlier where they are not shown.
type Vial struct {
	Value, Target, Low, High, Earlier float64
	Text                              string // "2,1", "–" where there is none
	TargetText                        string // "→ 3"
	RangeText                         string // "1,9 a 2,4", empty where everything is answered
	Alt                               string // the same as a sentence
}

// Options turns v into what the geometry wants, for a tube of that size.
func (v Vial) Options(w, h float64) figure.VialOptions {
	return figure.VialOptions{W: w, H: h, Value: v.Value, Target: v.Target, Low: v.Low, High: v.High, Earlier: v.Earlier}
}

// Line is one dimension's result.
type Line struct {
	Icon, Name, Short string
	Vial              Vial
	Coverage          string // "3 de 3"
	Weakest           bool
}

// Paragraph is a heading with a text below.
type Paragraph struct{ Title, Text string }

// Cover is the first page.
type Cover struct {
	Section string
	Kicker  string // "Diagnóstico digital"
	Firm    string
	Facts   []string // place, people, trade; date and who answered

	Bar        Vial
	Of         string   // "de 5"
	LevelName  string   // "2 · Ordenado", or what is missing
	LevelNames []string // six
	Level      int      // printed bold, negative for none

	Headline string // "Su empresa está en el nivel 2, «Ordenado»."
	Life     string // the level's two sentences, from the model
	Honest   string // range and coverage in words

	AreasTitle string
	Areas      []Line
	Legend     Legend

	StepsTitle string
	Steps      []CoverStep
	NoSteps    string // said where there is no step to offer
	Privacy    string
}

// CoverStep is one of the three next steps in short.
type CoverStep struct {
	Number, Title, FirstLabel, First, Note string
}

// Legend explains the marks of a vial. Earlier is empty where none is drawn.
type Legend struct{ Today, Target, Range, Earlier string }

// Profile is the page of figures.
type Profile struct {
	Section, Title string
	Lines          []Line
	Legend         Legend
	Axes           []figure.Axis
	RadarAlt       string

	Table Table // the same numbers as vials and radar

	Weakest     Paragraph
	WeakestNote string

	CoverageTitle  string
	Coverage       []CoverageRow
	CoverageLegend string

	Index *Index // nil where the model has none
}

// Box is one question in the coverage picture.
type Box int8

// The boxes.
const (
	BoxEmpty Box = iota // not answered
	BoxFull
	BoxUnknown // ?
	BoxNone    // – does not apply, does not count
)

// CoverageRow is one dimension's questions as boxes.
type CoverageRow struct {
	Name  string
	Boxes []Box
	Text  string // "3/3"
}

// Table is a plain table; the first row is the head. Numeric columns stand right.
type Table struct {
	Head    []string
	Rows    [][]string
	Numeric []bool
}

// Index is the count of conditions beside official figures.
type Index struct {
	Title      string
	Count      string // "5"
	Of         string // "de 12"
	Band       string // "Bajo (4 a 6)", or what is missing
	About      string
	Conditions []Condition
	Bars       []BandBar
	BandNames  []string // four, the own one says so
	Own        int      // band, negative where unknown
	Source     string
	Note       string // for firms under ten people and for the unofficial count
}

// Condition is one condition and whether it holds.
type Condition struct {
	Text  string
	Holds bool
	Known bool
}

// BandBar is a country's distribution over the four bands, in percent.
type BandBar struct {
	Name   string
	Shares []float64
	Texts  []string
}

// Sheet is the action sheet: works alone on a wall.
type Sheet struct {
	Section, Title, Lead string
	Columns              []SheetColumn // up to three
	Rows                 []SheetRow
	Done, DateLabel      string
	Learned, Signature   string
	Again                string // when to look at it again
	Empty                string // said where there is no column
}

// SheetColumn heads one action.
type SheetColumn struct{ Number, Icon, Area, Title string }

// SheetRow is one line of the sheet, with a cell for each column.
type SheetRow struct {
	Icon, Label string
	Cells       []SheetCell
}

// SheetCell is a bold line, empty for none, and a text; Blank is a line to write on.
type SheetCell struct {
	Bold, Text string
	Blank      bool
}

// Area is one dimension in detail.
type Area struct {
	Section, Icon, Name, About, Framework string
	Vial                                  Vial
	Today, Honest, Life                   string
	HeadAnswer, HeadLevel, HeadNext       string
	Questions                             []QuestionDetail
}

// QuestionDetail is one question, its answer and the next level.
type QuestionDetail struct {
	Number, Question, Answer string
	Lines                    []string // rows of a grid, options of a checklist
	Vial                     Vial
	Level                    string // "1 · Suelto", "? No lo sé"
	NextIcon                 string // up or search
	NextTitle, Next          string
	Relevance                string
	Note                     string // the firm's own words
	Flag                     string
}

// Practices is who has done it before, and who to ask.
type Practices struct {
	Section, Title, Lead string
	Practices            []Practice
	None                 string // said where no practice fits
	ContactsTitle        string
	Contacts             Table
	TrainingsTitle       string
	Trainings            Table
	FundingTitle         string
	Funding              Table
	FundingNote          string // the sentence that there is none, or that it must be checked
	Sources              []string
	Tags                 []Paragraph // what the tags mean
}

// Practice is one practice in short.
type Practice struct {
	Number       string // of the action it goes with
	Title, Place string
	Tag          string // who acts
	TagKind      string // firm, cluster, public
	Rows         []Paragraph
	You          Paragraph
	Source       string
}

// Annex is every answer.
type Annex struct {
	Section, Title                                  string
	HeadNumber, HeadQuestion, HeadAnswer, HeadLevel string
	HeadRelevance                                   string
	Groups                                          []AnnexGroup
	Legend                                          string
}

// AnnexGroup is one dimension's answers.
type AnnexGroup struct {
	Icon, Name, Coverage, Value string
	Rows                        []AnnexRow
}

// AnnexRow is one answer. Level is 0 to 5, negative where none is shown as circles.
type AnnexRow struct {
	Number, Question, Answer string
	Level                    float64
	LevelText                string
	Relevance                string
	Strong                   bool // relevance high
	Note, Flag               bool
}

// Method says in plain words how the numbers come about.
type Method struct {
	Section, Title string
	Paragraphs     []Paragraph
	Table          Table       // dimensions and the official names they stand for
	Notes          []Paragraph // the firm's own notes in full
	NotesTitle     string
}
