// Package document describes papers that are not a firm's report: an agenda, a homework sheet, minutes,
// a regional report, an action plan.
//
// The rule: a document says what it says, in order and in one language, and nothing of how it looks;
// every writer (PDF, DOCX) draws all of it from this one description.
package document

import "time"

// Document is one paper.
type Document struct {
	Language string // of its texts: es, en
	Title    string
	Lead     string    // a line or two below the title; may be empty
	About    string    // what stands small above the title and in the head of later pages: the series, the region
	Day      time.Time // the day it is made; the same input gives the same bytes
	Sample   string    // what says that it is about samples, on every page; empty where it is not
	Footer   string    // a line at the foot of every page, such as what it was made with
	PageOf   string    // "Page {page} of {pages}"
	Blocks   []Block
}

// Block is one part of a document, from top to bottom.
type Block interface{ block() }

// Heading begins a part. Level 1 begins a chapter, 3 is the lowest.
type Heading struct {
	Level   int
	Text    string
	NewPage bool // the part begins on a page of its own
}

// Text is a paragraph; **two stars** set words in bold.
type Text struct {
	Text  string
	Small bool
}

// List is a list of lines.
type List struct {
	Numbered bool
	Boxes    bool // a box to tick by hand before each
	Items    []string
}

// Facts are names with what belongs to them, one below the other.
type Facts []Fact

// Fact is one of them. An empty text is shown as a dash.
type Fact struct{ Name, Text string }

// Fields are to be filled in by hand. A field that has a text already shows it.
type Fields []Field

// Field is one of them.
type Field struct {
	Name  string
	Text  string
	Lines int // empty lines to write on; 0 is one
}

// Table has a head that is repeated on every page. No row is split between pages.
type Table struct {
	Caption string
	Heads   []string
	Shares  []float64 // how much of the width each column takes; nil: all the same
	Right   []bool    // columns of numbers, set to the right; nil: none
	Rows    [][]string
	Height  float64 // least height of a row in millimetres, for tables to write into; 0: as the texts need
	Total   bool    // the last row is a sum
}

// Heat is a table of levels, each cell in the colour of its level with its number in it.
type Heat struct {
	Caption string
	Corner  string // above the names
	Heads   []string
	Rows    []HeatRow
	Total   bool // the last row is of all
	Note    string
}

// HeatRow is one line of it.
type HeatRow struct {
	Name  string
	Note  string // beside the name, such as the number of firms
	Cells []HeatCell
}

// HeatCell is one value. Without a level the text stands on a hatched ground.
type HeatCell struct {
	Text  string
	Level int // 0 to 5, -1 where the value is not shown
}

// Bars are lengths beside each other.
type Bars struct {
	Caption string
	Items   []Bar
}

// Bar is one of them.
type Bar struct {
	Name string
	Text string  // the value in words
	Part float64 // of the whole length, 0 to 1
}

// Notice is a frame around something that must not be overlooked.
type Notice struct {
	Title, Text string
}

// Signatures are lines to sign on, with what stands below each.
type Signatures []string

// Break begins a new page.
type Break struct{}

func (Heading) block()    {}
func (Text) block()       {}
func (List) block()       {}
func (Facts) block()      {}
func (Fields) block()     {}
func (Table) block()      {}
func (Heat) block()       {}
func (Bars) block()       {}
func (Notice) block()     {}
func (Signatures) block() {}
func (Break) block()      {}
