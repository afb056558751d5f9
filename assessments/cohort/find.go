package cohort

import (
	"bytes"
	"cmp"
	"math/big"
	"slices"
	"strings"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"nivel/assessments"
	"nivel/assessments/search"
)

// Filter leaves out what does not fit. An empty field lets everything through; of a list, one entry
// must fit, and all fields must.
type Filter struct {
	// Query is what a person types: every word of it begins a word of the name, the place or a tag.
	// Accents and case do not matter.
	Query     string
	Divisions []string // first two digits of the trade; "" is a trade that is not known
	Sectors   []string // sector packs; "" is a trade that is not known
	Sizes     []assessments.SizeClass
	States    []State
	Years     []int // of the last answer; 0 is none
	Tags      []string
	Weakest   []string // dimensions
}

// Of returns the firms that pass, in their order.
func (x Filter) Of(firms []*Firm) []*Firm {
	query := search.Words(x.Query)
	return keep(firms, func(f *Firm) bool {
		return found(f.words, query) && among(x.Divisions, f.Division()) && among(x.Sectors, f.Sector) && among(x.Sizes, f.Company.Size()) &&
			among(x.States, f.State) && among(x.Years, f.Year()) && among(x.Weakest, f.Weakest) &&
			(len(x.Tags) == 0 || slices.ContainsFunc(f.Company.Tags, func(tag string) bool { return slices.Contains(x.Tags, tag) }))
	})
}

func found(words, query []string) bool {
	for _, q := range query {
		if !slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(w, q) }) {
			return false
		}
	}
	return true
}

func among[T comparable](list []T, v T) bool { return len(list) == 0 || slices.Contains(list, v) }

// Choices are what the filters can be set to for some firms: what occurs, in its order.
type Choices struct {
	Divisions, Sectors, Tags, Weakest []string
	Sizes                             []assessments.SizeClass
	States                            []State
	Years                             []int // the last one in front; 0, for none, at the end
}

// sizes are all size classes in their order; not known comes last.
var sizes = []assessments.SizeClass{assessments.Micro, assessments.Small, assessments.Medium, assessments.Large, assessments.Unsized}

// ChoicesOf are the choices for some firms.
func ChoicesOf(firms []*Firm) Choices {
	var c Choices
	for _, f := range firms {
		c.Divisions, c.Sectors = append(c.Divisions, f.Division()), append(c.Sectors, f.Sector)
		c.Tags, c.Years = append(c.Tags, f.Company.Tags...), append(c.Years, f.Year())
		if f.Weakest != "" {
			c.Weakest = append(c.Weakest, f.Weakest)
		}
		c.Sizes, c.States = append(c.Sizes, f.Company.Size()), append(c.States, f.State)
	}
	c.Divisions, c.Sectors, c.Tags, c.Weakest, c.Years = once(c.Divisions), once(c.Sectors), once(c.Tags), once(c.Weakest), once(c.Years)
	slices.Reverse(c.Years)
	c.Sizes, c.States = inOrder(sizes, c.Sizes), inOrder(States, c.States)
	return c
}

func once[T cmp.Ordered](list []T) []T {
	slices.Sort(list)
	return slices.Compact(list)
}

func inOrder[T comparable](order, there []T) []T {
	return slices.DeleteFunc(slices.Clone(order), func(v T) bool { return !slices.Contains(there, v) })
}

// Column is what a list may be sorted by.
type Column string

// The columns. Sector and weakest are sorted by the words that the screen shows for them.
const (
	ByName    Column = "name"
	ByPlace   Column = "place"
	BySector  Column = "sector"
	ByPeople  Column = "people"
	ByDate    Column = "date" // of the last answer
	ByVisit   Column = "visit"
	ByLevel   Column = "level"
	ByWeakest Column = "weakest"
	ByState   Column = "state"
)

// Columns are all of them.
var Columns = []Column{ByName, ByPlace, BySector, ByPeople, ByDate, ByVisit, ByLevel, ByWeakest, ByState}

// Order is how a list is sorted.
type Order struct {
	Column   Column
	Down     bool
	Language string             // whose alphabet texts follow
	Sector   func(*Firm) string // what the screen says; nil: the pack's id
	Weakest  func(*Firm) string // what the screen says; nil: the dimension's id
}

// Sort returns the firms in that order. Those without a value for the column come last whichever way
// it goes; of equal ones, the name and then the id decide, always upwards.
func (o Order) Sort(firms []*Firm) []*Firm {
	c := collate.New(language.Make(o.Language), collate.IgnoreCase, collate.Numeric)
	var buffer collate.Buffer
	type row struct {
		firm *Firm
		name []byte
		text []byte   // of a column of words
		rat  *big.Rat // of a column of numbers
	}
	rows := make([]row, len(firms))
	for i, f := range firms {
		rows[i] = row{firm: f, name: c.KeyFromString(&buffer, f.Company.Name)}
		if text, ok := o.text(f); !ok {
			rows[i].rat = o.number(f)
		} else if text != "" && o.Column == ByName {
			rows[i].text = rows[i].name
		} else if text != "" {
			rows[i].text = c.KeyFromString(&buffer, text)
		}
	}
	slices.SortStableFunc(rows, func(a, b row) int {
		by, none := 0, 0
		switch {
		case a.rat != nil && b.rat != nil:
			by = a.rat.Cmp(b.rat)
		case a.text != nil && b.text != nil:
			by = bytes.Compare(a.text, b.text)
		case a.rat != nil || a.text != nil:
			none = -1
		case b.rat != nil || b.text != nil:
			none = 1
		}
		if o.Down {
			by = -by
		}
		return cmp.Or(none, by, bytes.Compare(a.name, b.name), strings.Compare(a.firm.Company.ID, b.firm.Company.ID))
	})
	out := make([]*Firm, len(rows))
	for i := range rows {
		out[i] = rows[i].firm
	}
	return out
}

// text is what a column of words says of a firm; ok is false for the other columns.
func (o Order) text(f *Firm) (text string, ok bool) {
	switch o.Column {
	case ByName:
		return f.Company.Name, true
	case ByPlace:
		return f.Company.Place, true
	case BySector:
		return said(o.Sector, f, f.Sector), true
	case ByWeakest:
		return said(o.Weakest, f, f.Weakest), true
	case ByDate:
		return f.AnsweredOn, true
	case ByVisit:
		return f.VisitedOn, true
	}
	return "", false
}

func said(words func(*Firm) string, f *Firm, id string) string {
	if id == "" || words == nil {
		return id
	}
	return words(f)
}

// number is what a column of numbers has for a firm, nil for nothing. A level that may not be shown
// is none.
func (o Order) number(f *Firm) *big.Rat {
	switch {
	case o.Column == ByPeople && f.Company.People > 0:
		return big.NewRat(int64(f.Company.People), 1)
	case o.Column == ByLevel && f.Overall.Shown():
		return f.Overall.Value
	case o.Column == ByState:
		return big.NewRat(int64(slices.Index(States, f.State)), 1)
	}
	return nil
}
