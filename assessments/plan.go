package assessments

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

// Phase is when a planned action is to be done, in months from the start of the plan.
type Phase string

// The phases: 0 to 3 months, 3 to 12, and after that.
const (
	PhaseFirst  Phase = "first"
	PhaseSecond Phase = "second"
	PhaseThird  Phase = "third"
)

// Phases are all phases in their order.
var Phases = []Phase{PhaseFirst, PhaseSecond, PhaseThird}

// Months are where a phase begins and ends, in months; the last has no end, which is 0.
func (p Phase) Months() (from, until int) {
	switch p {
	case PhaseFirst:
		return 0, 3
	case PhaseSecond:
		return 3, 12
	}
	return 12, 0
}

// Before says whether a phase comes before another.
func (p Phase) Before(q Phase) bool { return slices.Index(Phases, p) < slices.Index(Phases, q) }

// Status is how far a planned action is.
type Status string

// The statuses. A stuck action is under way and something holds it up, which PlanItem.Hurdle says.
// A dropped action stays in the plan, with its notes and what was spent on it, and counts as if it
// were not there.
const (
	StatusTodo    Status = "todo"
	StatusDoing   Status = "doing"
	StatusStuck   Status = "stuck"
	StatusDone    Status = "done"
	StatusDropped Status = "dropped"
)

// Statuses are all statuses.
var Statuses = []Status{StatusTodo, StatusDoing, StatusStuck, StatusDone, StatusDropped}

// PlanItem is one action that the firm has chosen: who does it, by when, with what. Every field
// from Owner to Note may stay empty.
type PlanItem struct {
	ID          string // UUIDv7
	Action      string
	Phase       Phase
	Owner       string // who does it
	Start, Due  string // days, as YYYY-MM-DD
	Status      Status
	CostPlanned int    // EUR, 0 where not given
	CostSpent   int    // EUR so far
	Funding     string // where the money comes from
	Sign        string // of success: how the firm will see that it worked
	Note        string
	At          time.Time // when it was first put into the plan; zero: it is being typed and not there yet
	Hurdle      string    // what holds it up, where it is stuck
	ChangedAt   time.Time // when the store was last given a change of it
	DoneAt      time.Time // when it became done; zero while it is not
}

// Live says whether the item is still to be reckoned with: it has not been dropped.
func (p *PlanItem) Live() bool { return p.Status != StatusDropped }

// Pending says whether something remains to be done.
func (p *PlanItem) Pending() bool {
	return p.Status == StatusTodo || p.Status == StatusDoing || p.Status == StatusStuck
}

// Same says whether two items say the same, whenever they were changed.
func (p PlanItem) Same(q PlanItem) bool {
	p.ChangedAt, p.DoneAt, q.ChangedAt, q.DoneAt = time.Time{}, time.Time{}, time.Time{}, time.Time{}
	p.At, q.At = time.Time{}, time.Time{}
	return p == q
}

// Touch notes that the item was changed now, and since when it is done, as long as it is.
func (p *PlanItem) Touch(now time.Time) {
	p.ChangedAt = now.UTC().Round(0)
	switch {
	case p.Status != StatusDone:
		p.DoneAt = time.Time{}
	case p.DoneAt.IsZero():
		p.DoneAt = p.ChangedAt
	}
}

// Limits on what may be typed into a plan.
const (
	OwnerLimit    = 200         // characters
	PlanTextLimit = 5_000       // characters of a note, a sign of success, where the money comes from
	MoneyLimit    = 100_000_000 // EUR
)

// Check reports the first thing wrong in what was typed, as a *Fault whose "field" names the field
// in lower case (owner, start, due, planned, spent …), or nil. Today is YYYY-MM-DD: a new item
// cannot begin or end before it, one that is in the plan already may be overdue. Nothing is changed.
func (p *PlanItem) Check(today string) error {
	if !slices.Contains(Phases, p.Phase) {
		return NewFault("word-unknown", "field", "phase", "value", p.Phase, "allowed", listed(Phases))
	}
	if !slices.Contains(Statuses, p.Status) {
		return NewFault("word-unknown", "field", "status", "value", p.Status, "allowed", listed(Statuses))
	}
	if err := p.checkDates(today); err != nil {
		return err
	}
	if n := utf8.RuneCountInString(p.Owner); n > OwnerLimit {
		return NewFault("plan-owner-long", "field", "owner", "have", n, "limit", OwnerLimit)
	}
	for _, f := range []struct{ name, text string }{{"note", p.Note}, {"sign", p.Sign}, {"funding", p.Funding}, {"hurdle", p.Hurdle}} {
		if n := utf8.RuneCountInString(f.text); n > PlanTextLimit {
			return NewFault("plan-text-long", "field", f.name, "have", n, "limit", PlanTextLimit)
		}
	}
	for _, f := range []struct {
		name   string
		amount int
	}{{"planned", p.CostPlanned}, {"spent", p.CostSpent}} {
		switch {
		case f.amount < 0:
			return NewFault("number-negative", "field", f.name, "have", f.amount)
		case f.amount > MoneyLimit:
			return NewFault("number-large", "field", f.name, "have", f.amount, "most", MoneyLimit)
		}
	}
	return nil
}

func (p *PlanItem) checkDates(today string) error {
	dates := []struct{ name, day string }{{"start", p.Start}, {"due", p.Due}}
	for _, d := range dates {
		if d.day == "" {
			continue
		}
		if _, err := time.Parse(time.DateOnly, d.day); err != nil {
			return NewFault("date-form", "field", d.name, "value", brief(d.day))
		}
	}
	if p.Start != "" && p.Due != "" && p.Due < p.Start {
		return NewFault("plan-due-order", "field", "due", "start", p.Start, "due", p.Due)
	}
	for _, d := range dates {
		if p.At.IsZero() && d.day != "" && d.day < today {
			return NewFault("plan-date-past", "field", d.name, "date", d.day)
		}
	}
	return nil
}

// brief is the beginning of what was typed, so that a sentence stays one.
func brief(text string) string {
	const most = 20
	if r := []rune(text); len(r) > most {
		return string(r[:most]) + "…"
	}
	return text
}

func listed[T ~string](words []T) string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = string(w)
	}
	return strings.Join(out, ", ")
}
