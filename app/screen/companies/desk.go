// Package companies is the advisor's list of all firms: searched, filtered, sorted, picked from.
//
// The rule: nothing is read from the store while somebody types, sorts or scrolls. The list is made
// once when the page opens, on another goroutine; until then the one from before is shown.
package companies

import (
	"slices"

	"nivel/assessments/cohort"
	"nivel/assessments/sampleregion"
)

// Desk is what the list remembers while other pages are shown.
type Desk struct {
	filter cohort.Filter
	column cohort.Column
	down   bool
	picked map[string]bool
	at     string // the firm where the cursor stands
	back   bool   // one comes back to the list, rather than anew

	firms  []*cohort.Firm // all of them, as they were last
	sorted []*cohort.Firm

	sampleRegion bool // whether firms of the sample region are among them
}

// NewDesk makes an empty desk: the firms that answered last in front.
func NewDesk() *Desk {
	return &Desk{column: cohort.ByDate, down: true, picked: map[string]bool{}}
}

// take keeps a new list; what is picked and gone is no longer picked.
func (d *Desk) take(firms []*cohort.Firm) {
	d.firms = firms
	d.sampleRegion = slices.ContainsFunc(firms, func(f *cohort.Firm) bool { return sampleregion.Is(f.Company.ID) })
	there := map[string]bool{}
	for _, f := range firms {
		if d.picked[f.Company.ID] {
			there[f.Company.ID] = true
		}
	}
	d.picked = there
}

// chosen are the picked firms, in the order of the list.
func (d *Desk) chosen() []*cohort.Firm {
	var out []*cohort.Firm
	for _, f := range d.sorted {
		if d.picked[f.Company.ID] {
			out = append(out, f)
		}
	}
	return out
}

// filtered says whether anything is left out.
func (d *Desk) filtered() bool {
	f := &d.filter
	return f.Query != "" || len(f.Divisions)+len(f.Sizes)+len(f.States)+len(f.Years)+len(f.Tags) > 0
}
