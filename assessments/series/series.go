// Package series is a Kickstart series: about ten firms, two people of each, three meetings in six
// weeks with homework between them. It proposes firms that sit together, dates the meetings, keeps who
// came, what was found and what was decided, and says what its papers say.
//
// The rule: nothing that leaves the table names a firm, unless the paper is the host's own or the
// firm's own. What is proposed comes with why, and the same firms give the same proposal.
package series

import (
	"slices"
	"time"

	"nivel/assessments"
)

// A series has three meetings, a period of homework after the first and after the second, and two
// people of each firm.
const (
	Meetings = 3
	Homework = Meetings - 1
	People   = 2
)

// Series is one series of workshops.
type Series struct {
	ID        string    `json:"-"` // of its undertaking
	Sample    bool      `json:"-"` // made with sample firms
	CreatedAt time.Time `json:"-"`
	Firms     []Firm    `json:"-"` // in the order in which they are numbered

	Name     string
	Place    string
	Host     string // who leads it, for the papers
	Start    string // the day from which meetings may be, YYYY-MM-DD
	Meetings []Meeting
	Homework []Period
	Follow   int    // months after the last meeting until the firms are asked again; 0: not at all
	ClosedOn string // empty while it goes on
}

// Meeting is one of the three.
type Meeting struct {
	Day       string // YYYY-MM-DD
	Time      string // 16:30; empty where not said
	Place     string // empty: that of the series
	Note      string
	Decisions string // a line each
}

// Period is when homework is done; both days belong to it.
type Period struct{ From, Until string }

// Firm is what a series keeps about one firm.
type Firm struct {
	Company string `json:"-"`

	People    []Person // two
	Walked    bool     // the first homework is done: a flow was walked
	Flow      string   // which one
	Thieves   []Thief
	Ideas     []Idea
	Presented bool   // its step, at the third meeting
	Again     bool   // both sides agreed to look again after the months of Series.Follow
	Round     string // the check-up that was the last one when the series was closed
}

// Person is one of the two that a firm sends.
type Person struct {
	Name, Role string
	At         []int // the meetings that the person came to: 1, 2, 3
}

// Came says whether the person was at a meeting, from 1.
func (p *Person) Came(meeting int) bool { return slices.Contains(p.At, meeting) }

// Thief is something that steals time.
type Thief struct {
	What, Where string
	Minutes     int // a week; 0 where nobody measured
	Idea        string
}

// Idea is what a firm could do. What stands from Cost on is the second homework.
type Idea struct {
	Text    string
	Action  string // of the library, empty where none fits
	Chosen  bool   // one to three are, at the second meeting
	Cost    int    // 0 where not said, else a cost band of the library and one
	Owner   string
	Hurdle  string
	First   string // step
	By      string // day of the first step, YYYY-MM-DD
	Decided bool   // the firm does it, as it said at the third meeting
	Item    string // of the firm's plan, once it was written there
}

// Of is the firm with that id, nil where it is not in the series.
func (s *Series) Of(company string) *Firm {
	for i := range s.Firms {
		if s.Firms[i].Company == company {
			return &s.Firms[i]
		}
	}
	return nil
}

// Companies are the ids of its firms.
func (s *Series) Companies() []string {
	out := make([]string, len(s.Firms))
	for i := range s.Firms {
		out[i] = s.Firms[i].Company
	}
	return out
}

// At is where a meeting takes place, from 1.
func (s *Series) At(meeting int) string {
	if place := s.Meetings[meeting-1].Place; place != "" {
		return place
	}
	return s.Place
}

// Closed says whether the series is over.
func (s *Series) Closed() bool { return s.ClosedOn != "" }

// Held says whether anybody is noted as present at a meeting, from 1.
func (s *Series) Held(meeting int) bool { return s.Present(meeting) > 0 }

// Present is how many people came to a meeting.
func (s *Series) Present(meeting int) int {
	n := 0
	for i := range s.Firms {
		for k := range s.Firms[i].People {
			if s.Firms[i].People[k].Came(meeting) {
				n++
			}
		}
	}
	return n
}

// Done is how many firms have done a homework, 1 or 2.
func (s *Series) Done(homework int) int {
	n := 0
	for i := range s.Firms {
		if s.Firms[i].Did(homework) {
			n++
		}
	}
	return n
}

// Did says whether the firm has done a homework: the first is a flow that was walked; the second is
// done where each chosen idea has an owner and a first step.
func (f *Firm) Did(homework int) bool {
	if homework == 1 {
		return f.Walked
	}
	chosen := f.Chosen()
	return len(chosen) > 0 && !slices.ContainsFunc(chosen, func(i *Idea) bool { return i.Owner == "" || i.First == "" })
}

// Chosen are the ideas that the firm has chosen.
func (f *Firm) Chosen() []*Idea { return f.ideas(func(i *Idea) bool { return i.Chosen }) }

// Decided are those that it does.
func (f *Firm) Decided() []*Idea { return f.ideas(func(i *Idea) bool { return i.Decided }) }

func (f *Firm) ideas(ok func(*Idea) bool) []*Idea {
	var out []*Idea
	for i := range f.Ideas {
		if ok(&f.Ideas[i]) {
			out = append(out, &f.Ideas[i])
		}
	}
	return out
}

// Minutes is how much time a week the firm's time thieves take, as far as it was measured.
func (f *Firm) Minutes() int {
	n := 0
	for _, t := range f.Thieves {
		n += t.Minutes
	}
	return n
}

// Mark notes that a person came to a meeting, from 1, or did not.
func (p *Person) Mark(meeting int, came bool) {
	p.At = slices.DeleteFunc(slices.Clone(p.At), func(m int) bool { return m == meeting })
	if came {
		p.At = append(p.At, meeting)
		slices.Sort(p.At)
	}
}

// NewFirm is a firm of a series of which nothing is known yet.
func NewFirm(c *assessments.Company) Firm {
	f := Firm{Company: c.ID, People: make([]Person, People)}
	f.People[0].Name = c.Contact
	return f
}
