package assessments

import (
	"math"
	"math/big"
	"strings"
)

// Source is where a fact comes from.
type Source struct {
	Name    string
	Address string
	Date    string // of the page, as YYYY-MM-DD; empty where the source shows none
}

// Action is something that can be done about a gap.
type Action struct {
	ID        string
	Who       Actor
	Gaps      []ActionGap
	Needs     []string    // actions that must be in place before
	Sizes     []SizeClass // the sizes it fits; empty: all
	Sectors   []string    // the sector packs it is for; empty: all
	Effort    map[SizeClass]*big.Rat
	Cost      map[SizeClass]int // band: 0 nothing, 1 to 500, 2 to 3,000, 3 to 15,000, 4 more (EUR)
	Benefit   *Benefit          // nil where it cannot honestly be worked out
	Practices []string
	Words     []string
}

// Fits says whether the action is for a firm of that size and sector; an unknown one is every one.
func (a *Action) Fits(size SizeClass, sector string) bool {
	return among(a.Sizes, size) && among(a.Sectors, sector)
}

// ActionGap ties an action to a gap: from which levels, bands or stages to which, to an option of a
// checklist that is not chosen yet, or to a row of plans that is not done yet.
type ActionGap struct {
	Question string
	Row      string
	Option   string
	From     [2]int // lowest and highest level today
	To       int
}

// Benefit is a monthly gain worked out from one figure of the firm; always an estimate.
type Benefit struct {
	Unit   string   // hours or money
	Figure string   // people, orders, quotes, material, energy, machines or computers
	Low    *big.Rat // units per one of the figure
	High   *big.Rat
}

// Practice is a good practice somebody has proven, as a record of the Interreg Europe form.
type Practice struct {
	ID         string
	Countries  []string // ISO 3166, two letters
	Region     string
	Project    string
	Who        Actor
	Questions  []string
	Dimensions []string
	State      State
	Years      string
	Sources    []Source
	Checked    string
	Sure       string // high, medium, low
}

// Contact is an institution that helps.
type Contact struct {
	ID                    string
	Kind                  string
	Place                 string
	Website, Phone, Email string // only what the source prints
	Questions, Dimensions []string
	Sectors               []string
	Technologies          []string // that it knows about
	State                 State
	Sources               []Source
	Checked               string
}

// Training is a course or programme.
type Training struct {
	ID                    string
	Provider, Place       string
	Online, Free          bool
	Level                 string // basic, middle, advanced; empty where the source does not say
	Questions, Dimensions []string
	Sectors               []string
	State                 State
	Sources               []Source
	Checked               string
}

// Funding is a grant or loan line.
type Funding struct {
	ID                    string
	State                 State
	From, Until           string // YYYY-MM-DD, empty where unknown
	Maximum               int    // EUR per firm, 0 where unknown
	Sizes                 []SizeClass
	Questions, Dimensions []string
	Sources               []Source
	Checked               string
}

// OpenOn says whether the line may be shown as available on that day (YYYY-MM-DD): its state is
// open and its end has not passed.
func (f *Funding) OpenOn(day string) bool {
	return f.State == StateOpen && (f.Until == "" || f.Until >= day) && (f.From == "" || f.From <= day)
}

// Term is a word of the glossary. Own marks a word of the program itself, which questions use in
// its everyday sense and need not link.
type Term struct {
	ID  string
	See []string
	Own bool
}

// Technology is a page on one technology that a workshop meets.
type Technology struct {
	ID         string
	Questions  []string // where it shows
	From       int      // level of those questions from which it pays
	Cost       map[SizeClass]int
	Needs      []string // technologies that come first
	Practices  []string
	Words      []string
	Sources    []Source
	Checked    string
	Dimensions []string
}

// Sector is a trade: its share of the official list, and what is said to its firms alone.
type Sector struct {
	ID      string
	NACE    []string // divisions or classes; none for the general one
	Actions []Action
}

// Reading sees the answers through another framework. It is never an official result.
type Reading struct {
	ID         string
	Model      string // whose questions it names
	Dimensions []ReadingDimension
	Sources    []Source
	Checked    string
}

// ReadingDimension is a dimension of the other framework: what it looks at, and which of our
// questions speak for that.
type ReadingDimension struct {
	ID      string
	Aspects []ReadingAspect
}

// ReadingAspect is one thing that the framework looks at; without questions it is not covered. A
// question may be narrowed to one option or row: machines.tools/robots.
type ReadingAspect struct {
	ID        string
	Questions []string
}

// SplitPart takes a question's id and the option or row behind a slash, empty where there is none.
func SplitPart(id string) (question, part string) {
	question, part, _ = strings.Cut(id, "/")
	return question, part
}

// Region is a pack of contacts, training and funding.
type Region struct {
	ID, Country string
	Contacts    []Contact
	Trainings   []Training
	Funding     []Funding
	Places      []Place
	PlacesFrom  []Source // of the coordinates
	PlacesSeen  string   // the day on which somebody looked, YYYY-MM-DD
}

// Place is a municipality: the middle of its main town in degrees (WGS84, or ETRS89, which differs by
// less than a metre).
type Place struct {
	ID, Name string
	Lat, Lon float64
}

// earth is its mean radius in kilometres (IUGG, R1).
const earth = 6371.0088

// Kilometres is the distance between two places as the crow flies (haversine formula).
func (p Place) Kilometres(o Place) float64 {
	rad := math.Pi / 180
	half := func(a float64) float64 { s := math.Sin(a * rad / 2); return s * s }
	h := half(o.Lat-p.Lat) + math.Cos(p.Lat*rad)*math.Cos(o.Lat*rad)*half(o.Lon-p.Lon)
	return 2 * earth * math.Asin(math.Sqrt(min(1, h)))
}

// SharedNeed is something that several firms need and one alone seldom carries: the actions that it
// would help with.
type SharedNeed struct {
	ID      string
	Kind    SharedKind
	Actions []string
}

// SharedKind is what would be shared.
type SharedKind string

// The kinds.
const (
	SharedSkill    SharedKind = "skill"
	SharedMachine  SharedKind = "machine"
	SharedSoftware SharedKind = "software"
	SharedTraining SharedKind = "training"
)

// SharedKinds are all kinds.
var SharedKinds = []SharedKind{SharedSkill, SharedMachine, SharedSoftware, SharedTraining}
