// Package region rolls the results of many firms up into figures of a region, without names.
//
// The rule: no figure that leaves is made from fewer than Fewest firms, and none from which such a
// figure could be worked out: by subtraction, over all tables together, and over what left before.
package region

import (
	"math/big"
	"time"
)

// Fewest is how many firms a figure must be made from.
const Fewest = 5

// Grouping is by what firms are put together.
type Grouping string

// The groupings. A firm stands in one group of each.
const (
	BySector Grouping = "sector"
	BySize   Grouping = "size"
	ByPlace  Grouping = "place"
	ByRound  Grouping = "round" // the first check-up with a result that is known of a firm, or a later one
)

// Groupings are all of them, in the order in which they are shown.
var Groupings = []Grouping{BySector, BySize, ByPlace, ByRound}

// Rollup is everything that is shown of a region, on the screen as in every file. What is held back
// is not in it.
type Rollup struct {
	Model    string     `json:"model"`
	Version  string     `json:"version"`
	Region   string     `json:"region,omitempty"` // id of the region's pack; empty where contributions name none or several
	Day      time.Time  `json:"day"`
	Sample   bool       `json:"sample,omitempty"`
	Firms    int        `json:"firms"`          // with a result, counted; 0 where they are fewer than Fewest
	Waiting  int        `json:"-"`              // firms that changed, came or went since the last release, and are not counted yet or still are; for whoever makes it, in no file
	Since    time.Time  `json:"since,omitzero"` // of the release whose figures these are, where changes wait; else zero
	All      Row        `json:"all"`
	Tables   []Table    `json:"tables,omitempty"`    // one for each grouping with anything to show
	Levels   []Share    `json:"levels,omitempty"`    // firms by the level of their overall score, levels put together until none is below Fewest
	Areas    []AreaLine `json:"areas,omitempty"`     // the same for each dimension
	Missed   []Missed   `json:"missed,omitempty"`    // the most missed questions first
	BySector []MissedIn `json:"by_sector,omitempty"` // the same, for each sector that is shown
	Change   *Change    `json:"change,omitempty"`    // nil where too few firms have been there twice
	Index    *Index     `json:"index,omitempty"`     // nil where too few firms can be counted
}

// Row is one group with its figures.
type Row struct {
	Group  string   `json:"group,omitempty"` // id: a sector pack, a size class, a place of the region's pack, "first" or "later"; empty: all
	Firms  int      `json:"firms,omitempty"` // 0 where the row is held back
	Held   Held     `json:"held,omitempty"`
	Values []Spread `json:"values,omitempty"` // overall, then the dimensions in the model's order; nil where the row is held back
}

// Held is why a row is not shown.
type Held string

// The reasons.
const (
	Shown  Held = ""
	Few    Held = "few"    // fewer than Fewest firms
	Behind Held = "behind" // held back so that another row cannot be worked out
)

// Spread is a mean with its quartiles on the scale of 0 to 5. The median is nil below 10 firms and the
// quartiles below 20: what a mark cuts off must be Fewest firms too.
type Spread struct {
	Dimension   string // empty: overall
	Mean        *big.Rat
	Low, Middle *big.Rat // first quartile, median
	High        *big.Rat // third quartile
}

// Table is the firms by one grouping.
type Table struct {
	By   Grouping `json:"by"`
	Rows []Row    `json:"rows"` // by number of firms, the held ones last
}

// Share is how many firms stand at levels From to To.
type Share struct {
	From  int `json:"from"`
	To    int `json:"to"`
	Firms int `json:"firms"`
}

// AreaLine is how firms stand in one dimension.
type AreaLine struct {
	Dimension string  `json:"dimension"`
	Levels    []Share `json:"levels"`
}

// Missed is how many firms, of all that count, stand at level 0 or 1 in a question.
type Missed struct {
	Question string `json:"question"`
	Firms    int    `json:"firms"`
}

// MissedIn is the same within a group.
type MissedIn struct {
	Group  string   `json:"group"`
	Firms  int      `json:"firms"`
	Missed []Missed `json:"missed"`
}

// Change is how firms that answered twice or more have moved, from their first round to their last.
type Change struct {
	Firms  int     `json:"firms"`
	Values []Moved `json:"values"` // overall, then the dimensions
}

// Moved is a mean at the first and at the last round.
type Moved struct {
	Dimension   string // empty: overall
	First, Last *big.Rat
}

// Index is how many firms with ten or more persons reach at least basic digital intensity: 4 or more of
// Eurostat's 12 conditions.
type Index struct {
	Firms int `json:"firms"` // with an index that is certain to be below, or at or above, that line
	Basic int `json:"basic"`
}
