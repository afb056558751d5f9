package cohort

import (
	"time"

	"nivel/assessments"
)

// State is where a firm stands with its last round.
type State string

// The states; StateOf says exactly when each holds.
const (
	NotStarted State = "new"
	Answering  State = "answering"
	ToValidate State = "validate"
	Done       State = "done"
	Running    State = "running"
	DueAgain   State = "due"
)

// States are all of them, in the order in which a firm goes through them.
var States = []State{NotStarted, Answering, ToValidate, Done, Running, DueAgain}

// Facts are what a state follows from, of the firm's last round.
type Facts struct {
	Said, Asked int       // of the questions on its path, as in Firm
	Answered    time.Time // the last answer of anybody, what was carried left out
	ByFirm      time.Time // the last answer of owner or colleague
	ByAdvisor   time.Time // the last answer of the advisor, or the last that was agreed on
	Closed      time.Time // when a visit to the firm was closed last
	NextAt      string    // the day of the next round; empty where none is set
	Pending     int       // planned actions of which something remains to be done
}

// StateOf says where a firm stands on a day, in the time zone of now. The first that holds is it:
//
//	not started  nothing is said, or there is no round
//	due again    the day of the next round has come, or the last answer is older than twelve months
//	answering    a question on its path has no answer yet
//	to validate  the firm has answered after the advisor last did, and after the last visit was
//	             closed; what the two agreed on counts as the advisor's
//	plan running something in its plan remains to be done
//	done         none of these
//
// A question is said once anybody has answered it, not applicable and don't know included. A firm
// whose advisor alone has answered has nothing to be validated.
func StateOf(f Facts, now time.Time) State {
	due := (&assessments.Assessment{NextAt: f.NextAt}).Due(now.Format(time.DateOnly))
	switch {
	case f.Said == 0:
		return NotStarted
	case due || day(f.Answered, now) < now.AddDate(-1, 0, 0).Format(time.DateOnly):
		return DueAgain
	case f.Said < f.Asked:
		return Answering
	case !f.ByFirm.IsZero() && f.ByFirm.After(f.ByAdvisor) && f.ByFirm.After(f.Closed):
		return ToValidate
	case f.Pending > 0:
		return Running
	}
	return Done
}

// day is the day of a moment where now is; empty for none.
func day(t, now time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.In(now.Location()).Format(time.DateOnly)
}

// Numbers are how many firms there are, in all and by state. Samples do not count.
type Numbers struct {
	All     int
	ByState map[State]int
}

// Count counts firms.
func Count(firms []*Firm) Numbers {
	n := Numbers{ByState: map[State]int{}}
	for _, f := range Real(firms) {
		n.All++
		n.ByState[f.State]++
	}
	return n
}
