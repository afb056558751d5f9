// Package committee is a committee of experts that chooses among good practices: who sits in it, how
// much each criterion weighs, what each one thinks of each practice, and what follows from that.
//
// The rule: every expert has one voice; who rates nothing is named and not counted; nothing is ranked
// that has not been rated on every criterion.
package committee

import (
	"bytes"
	"encoding/json"
	"slices"
	"time"
	"unicode/utf8"

	"nivel/assessments"
)

// Criterion is something that a practice is judged by.
type Criterion string

// The criteria.
const (
	Need     Criterion = "need"     // it fits what the region's firms need
	Evidence Criterion = "evidence" // there is proof that it works
	Cost     Criterion = "cost"     // it can be paid
	Transfer Criterion = "transfer" // it can be done here
	Time     Criterion = "time"     // its effect comes soon
)

// Criteria are all of them, in their order.
var Criteria = []Criterion{Need, Evidence, Cost, Transfer, Time}

// PairOf names the comparison of two criteria, "need/cost".
func PairOf(a, b Criterion) string { return string(a) + "/" + string(b) }

// Marks of a practice on a criterion.
const (
	LeastMark = 1
	MostMark  = 5
)

// Limits of what is kept.
const (
	MostExperts = 40
	LineLimit   = 200  // characters of a name
	TextLimit   = 4000 // characters of a text
	ShortList   = 4    // practices that are examined in detail, where nothing else is chosen
)

// Committee is everything about one.
type Committee struct {
	ID      string           `json:"-"` // of its undertaking; empty until it is kept
	Name    string           `json:"name"`
	Experts []Expert         `json:"experts"`
	Short   []string         `json:"short"`  // practices examined in detail; nil: the first ones of the ranking
	Sheets  map[string]Sheet `json:"sheets"` // by practice
	Minutes Minutes          `json:"minutes"`
}

// Expert is one member.
type Expert struct {
	ID          string                       `json:"id"`
	Name        string                       `json:"name"` // as typed: a person or a role
	Institution string                       `json:"institution"`
	ByPairs     bool                         `json:"byPairs"` // the weights come from Pairs, else from Points
	Points      map[Criterion]int            `json:"points"`
	Pairs       map[string]Judgement         `json:"pairs"` // by PairOf, first criterion before second in Criteria
	Marks       map[string]map[Criterion]int `json:"marks"` // by practice
}

// Sheet is what is said about a practice on the short list.
type Sheet struct {
	Fit       string `json:"fit"`       // to the region
	Obstacles string `json:"obstacles"` // here
	Who       string `json:"who"`       // would do it
	Notes     string `json:"notes"`     // of the discussion
}

// Minutes are those of the session.
type Minutes struct {
	Day        string `json:"day"` // YYYY-MM-DD
	Place      string `json:"place"`
	Present    string `json:"present"`
	Discussion string `json:"discussion"`
	Decisions  string `json:"decisions"`
}

// NewExpert is an expert who weighs all criteria alike and has rated nothing.
func NewExpert(id, name string) Expert {
	e := Expert{ID: id, Name: name, Points: map[Criterion]int{}, Pairs: map[string]Judgement{}, Marks: map[string]map[Criterion]int{}}
	for _, c := range Criteria {
		e.Points[c] = 20
	}
	return e
}

// Mark keeps an expert's mark for a practice on a criterion; 0 takes it back.
func (e *Expert) Mark(practice string, c Criterion, mark int) {
	if e.Marks[practice] == nil {
		if e.Marks == nil {
			e.Marks = map[string]map[Criterion]int{}
		}
		e.Marks[practice] = map[Criterion]int{}
	}
	if mark == 0 {
		delete(e.Marks[practice], c)
		return
	}
	e.Marks[practice][c] = mark
}

// Rated says whether an expert has rated anything.
func (e *Expert) Rated() bool {
	for _, marks := range e.Marks {
		if len(marks) > 0 {
			return true
		}
	}
	return false
}

// Check reports the first thing wrong as a *Fault, or nil.
func (c *Committee) Check() error {
	if len(c.Experts) > MostExperts {
		return assessments.NewFault("committee-many", "have", len(c.Experts), "limit", MostExperts)
	}
	line := func(field, text string) error {
		if n := utf8.RuneCountInString(text); n > LineLimit {
			return assessments.NewFault("text-long", "field", field, "have", n, "limit", LineLimit)
		}
		return nil
	}
	ids := map[string]bool{}
	for i := range c.Experts {
		e := &c.Experts[i]
		for _, err := range []error{line("name", e.Name), line("institution", e.Institution)} {
			if err != nil {
				return err
			}
		}
		if e.ID == "" || ids[e.ID] {
			return assessments.NewFault("committee-damaged")
		}
		ids[e.ID] = true
		for _, points := range e.Points {
			if points < 0 || points > 100 {
				return assessments.NewFault("committee-point", "have", points)
			}
		}
		for _, j := range e.Pairs {
			if j < LeastJudgement || j > MostJudgement {
				return assessments.NewFault("committee-damaged")
			}
		}
		for _, marks := range e.Marks {
			for _, m := range marks {
				if m < LeastMark || m > MostMark {
					return assessments.NewFault("committee-mark", "have", m, "least", LeastMark, "most", MostMark)
				}
			}
		}
	}
	if d := c.Minutes.Day; d != "" {
		if _, err := time.Parse(time.DateOnly, d); err != nil {
			return assessments.NewFault("date-form", "value", d[:min(len(d), 20)])
		}
	}
	texts := []string{c.Minutes.Present, c.Minutes.Discussion, c.Minutes.Decisions}
	for _, s := range c.Sheets {
		texts = append(texts, s.Fit, s.Obstacles, s.Who, s.Notes)
	}
	for _, text := range texts {
		if n := utf8.RuneCountInString(text); n > TextLimit {
			return assessments.NewFault("plan-text-long", "have", n, "limit", TextLimit)
		}
	}
	return nil
}

// Read reads a committee that Written wrote.
func Read(u *assessments.Undertaking) (*Committee, error) {
	c := &Committee{}
	d := json.NewDecoder(bytes.NewReader(u.Content))
	d.DisallowUnknownFields()
	if err := d.Decode(c); err != nil {
		return nil, err
	}
	c.ID = u.ID
	return c, c.Check()
}

// Written puts a committee into an undertaking.
func Written(c *Committee, sample bool) (assessments.Undertaking, error) {
	data, err := json.Marshal(c)
	return assessments.Undertaking{ID: c.ID, Kind: assessments.CommitteeKind, Sample: sample, Content: data}, err
}

// Expert is the one with that id, or nil.
func (c *Committee) Expert(id string) *Expert {
	if i := slices.IndexFunc(c.Experts, func(e Expert) bool { return e.ID == id }); i >= 0 {
		return &c.Experts[i]
	}
	return nil
}
