package series

import (
	"bytes"
	"encoding/json"
	"io"
	"slices"
	"time"
	"unicode/utf8"

	"nivel/assessments"
)

// Limits on what is kept.
const (
	NameLimit    = 80    // characters of a name
	LineLimit    = 200   // characters of a person, a place, an owner
	TextLimit    = 2_000 // characters of an idea, a step, what holds it up
	NoteLimit    = 5_000 // characters of a meeting's notes and of its decisions
	ThiefLimit   = 40    // time thieves of a firm
	IdeaLimit    = 20    // ideas of a firm
	ChosenLimit  = 3     // of them
	MinutesLimit = 7 * 24 * 60
	FollowLimit  = 36 // months
	MostFirms    = 12 // as many as can be set beside each other
	LeastFirms   = 2
	costBands    = 5
)

// Check reports the first thing wrong in a series as a *Fault whose "field" names it, or nil.
func (s *Series) Check() error {
	if s.Name == "" {
		return assessments.NewFault("series-name", "field", "name")
	}
	c := checker{}
	c.text("name", s.Name, NameLimit)
	c.text("place", s.Place, LineLimit)
	c.text("host", s.Host, LineLimit)
	c.number("follow", s.Follow, FollowLimit)
	if len(s.Meetings) != Meetings || len(s.Homework) != Homework {
		return broken("meetings")
	}
	for _, m := range s.Meetings {
		c.text("place", m.Place, LineLimit)
		c.text("note", m.Note, NoteLimit)
		c.text("decisions", m.Decisions, NoteLimit)
	}
	if c.err != nil {
		return c.err
	}
	if s.ClosedOn != "" {
		if err := isDay("closed", s.ClosedOn); err != nil {
			return err
		}
	}
	before := *s
	if err := s.CheckDates(&before, ""); err != nil {
		return err
	}
	if len(s.Firms) > MostFirms {
		return assessments.NewFault("series-many", "field", "firms", "have", len(s.Firms), "limit", MostFirms)
	}
	for i := range s.Firms {
		if err := s.Firms[i].Check(); err != nil {
			return err
		}
	}
	return nil
}

// Check reports the first thing wrong in what is kept about a firm as a *Fault, or nil.
func (f *Firm) Check() error {
	if len(f.People) != People {
		return broken("people")
	}
	if len(f.Thieves) > ThiefLimit {
		return assessments.NewFault("series-thieves", "field", "thieves", "limit", ThiefLimit)
	}
	if len(f.Ideas) > IdeaLimit {
		return assessments.NewFault("series-ideas", "field", "ideas", "limit", IdeaLimit)
	}
	if n := len(f.Chosen()); n > ChosenLimit {
		return assessments.NewFault("series-chosen", "field", "ideas", "have", n, "limit", ChosenLimit)
	}
	c := checker{}
	for _, p := range f.People {
		c.text("people", p.Name, LineLimit)
		c.text("people", p.Role, LineLimit)
		if !slices.IsSorted(p.At) || len(slices.Compact(slices.Clone(p.At))) != len(p.At) || slices.ContainsFunc(p.At, func(m int) bool { return m < 1 || m > Meetings }) {
			return broken("at")
		}
	}
	c.text("flow", f.Flow, LineLimit)
	for _, t := range f.Thieves {
		c.text("what", t.What, LineLimit)
		c.text("where", t.Where, LineLimit)
		c.text("idea", t.Idea, TextLimit)
		c.number("minutes", t.Minutes, MinutesLimit)
	}
	for i := range f.Ideas {
		x := &f.Ideas[i]
		c.text("idea", x.Text, TextLimit)
		c.text("owner", x.Owner, LineLimit)
		c.text("hurdle", x.Hurdle, TextLimit)
		c.text("first", x.First, TextLimit)
		c.number("cost", x.Cost, costBands)
		if x.Decided && !x.Chosen {
			return broken("decided")
		}
		if x.By != "" && c.err == nil {
			if err := isDay("by", x.By); err != nil {
				return err
			}
		}
	}
	return c.err
}

// checker keeps the first thing that is wrong.
type checker struct{ err error }

func (c *checker) text(field, text string, limit int) {
	if n := utf8.RuneCountInString(text); n > limit && c.err == nil {
		c.err = assessments.NewFault("text-long", "field", field, "have", n, "limit", limit)
	}
}

func (c *checker) number(field string, n, limit int) {
	switch {
	case c.err != nil:
	case n < 0:
		c.err = assessments.NewFault("number-negative", "field", field, "have", n)
	case n > limit:
		c.err = assessments.NewFault("number-large", "field", field, "have", n, "most", limit)
	}
}

// broken is the fault of content that no page can have written.
func broken(what string) error { return assessments.NewFault("series-broken", "what", what) }

// Of what was kept, these are the two halves: the series itself, and each firm.

// Write is the undertaking that keeps a series.
func (s *Series) Write(written func(any) json.RawMessage) assessments.Undertaking {
	u := assessments.Undertaking{ID: s.ID, Kind: assessments.SeriesKind, Sample: s.Sample, CreatedAt: s.CreatedAt, Content: written(s)}
	for i := range s.Firms {
		u.Firms = append(u.Firms, assessments.UndertakingFirm{CompanyID: s.Firms[i].Company, Content: written(&s.Firms[i])})
	}
	return u
}

// Read is the series that an undertaking keeps, or a *Fault that says what about it cannot be.
func Read(u assessments.Undertaking) (*Series, error) {
	if u.Kind != assessments.SeriesKind {
		return nil, broken("kind")
	}
	var s Series
	if err := strict(u.Content, &s); err != nil {
		return nil, err
	}
	s.ID, s.Sample, s.CreatedAt, s.Firms = u.ID, u.Sample, u.CreatedAt, nil
	for _, f := range u.Firms {
		var one Firm
		if err := strict(f.Content, &one); err != nil {
			return nil, err
		}
		one.Company = f.CompanyID
		s.Firms = append(s.Firms, one)
	}
	if err := s.Check(); err != nil {
		return nil, err
	}
	return &s, nil
}

func strict(data json.RawMessage, into any) error {
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(into); err != nil {
		return broken(brief(err.Error()))
	}
	if _, err := d.Token(); err != io.EOF {
		return broken("end")
	}
	return nil
}

// Clone is a copy that shares nothing with the series.
func (s *Series) Clone() *Series {
	c := *s
	c.Meetings, c.Homework, c.Firms = slices.Clone(s.Meetings), slices.Clone(s.Homework), slices.Clone(s.Firms)
	for i := range c.Firms {
		f := &c.Firms[i]
		f.People, f.Thieves, f.Ideas = slices.Clone(f.People), slices.Clone(f.Thieves), slices.Clone(f.Ideas)
		for k := range f.People {
			f.People[k].At = slices.Clone(f.People[k].At)
		}
	}
	return &c
}

// Close ends the series on a day.
func (s *Series) Close(now time.Time) { s.ClosedOn = now.Format(time.DateOnly) }
