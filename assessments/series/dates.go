package series

import (
	"regexp"
	"time"

	"nivel/assessments"
)

// Weeks is how long a series takes: the meetings stand at its beginning, in its middle and at its end.
const Weeks = 6

// FollowMonths is after how many months the firms are asked again unless something else is chosen.
const FollowMonths = 6

// New is a series that begins on a day, YYYY-MM-DD: meetings in the weeks 0, 3 and 6, homework in the
// weeks 1 and 2, and 4 and 5. A day that is none is a *Fault.
func New(start string) (*Series, error) {
	day, err := time.Parse(time.DateOnly, start)
	if err != nil {
		return nil, assessments.NewFault("date-form", "field", "start", "value", brief(start))
	}
	after := func(days int) string { return day.AddDate(0, 0, days).Format(time.DateOnly) }
	s := &Series{Start: start, Follow: FollowMonths}
	const between = 7 * Weeks / Homework
	for i := range Meetings {
		s.Meetings = append(s.Meetings, Meeting{Day: after(i * between)})
		if i < Homework {
			s.Homework = append(s.Homework, Period{after(i*between + 7), after((i+1)*between - 1)})
		}
	}
	return s, nil
}

var clock = regexp.MustCompile(`^([01]?\d|2[0-3]):[0-5]\d$`)

// CheckDates reports the first thing wrong in days and hours as a *Fault whose "field" names where it
// was typed (start, day1, time2, until1 …), or nil. Days that are planned now cannot be past: those
// that are new against before, which is nil for a new series. Today is YYYY-MM-DD.
func (s *Series) CheckDates(before *Series, today string) error {
	if err := isDay("start", s.Start); err != nil {
		return err
	}
	for i := range s.Meetings {
		m, at := &s.Meetings[i], string(rune('1'+i))
		if err := isDay("day"+at, m.Day); err != nil {
			return err
		}
		if m.Time != "" && !clock.MatchString(m.Time) {
			return assessments.NewFault("series-time", "field", "time"+at, "value", brief(m.Time))
		}
		switch {
		case m.Day < s.Start:
			return assessments.NewFault("series-before", "field", "day"+at, "n", i+1, "date", s.Start)
		case i > 0 && m.Day <= s.Meetings[i-1].Day:
			return assessments.NewFault("series-order", "field", "day"+at, "n", i+1, "before", i, "date", s.Meetings[i-1].Day)
		case m.Day < today && (before == nil || before.Meetings[i].Day != m.Day):
			return assessments.NewFault("series-past", "field", "day"+at, "n", i+1, "date", m.Day)
		}
	}
	for i := range s.Homework {
		p, at := &s.Homework[i], string(rune('1'+i))
		for _, f := range []struct{ name, day string }{{"from" + at, p.From}, {"until" + at, p.Until}} {
			if err := isDay(f.name, f.day); err != nil {
				return err
			}
			if f.day < s.Meetings[i].Day || f.day >= s.Meetings[i+1].Day {
				return assessments.NewFault("series-homework", "field", f.name, "from", s.Meetings[i].Day, "until", s.Meetings[i+1].Day, "n", i+1)
			}
		}
		if p.Until < p.From {
			return assessments.NewFault("series-until", "field", "until"+at, "n", i+1, "date", p.From)
		}
	}
	return nil
}

func isDay(field, day string) error {
	if _, err := time.Parse(time.DateOnly, day); err != nil {
		return assessments.NewFault("date-form", "field", field, "value", brief(day))
	}
	return nil
}

// Next is the meeting that comes next on a day, from 1: the first that is not before it; 0 where none
// is left.
func (s *Series) Next(today string) int {
	for i := range s.Meetings {
		if s.Meetings[i].Day >= today {
			return i + 1
		}
	}
	return 0
}

// Progress is how much of the time from the first to the last meeting has gone by on a day: below 0
// before the first, above 1 after the last.
func (s *Series) Progress(today string) float64 {
	from, to := at(s.Meetings[0].Day), at(s.Meetings[Meetings-1].Day)
	return float64(at(today).Sub(from)) / float64(to.Sub(from))
}

// Days is how many days it is from one day to another.
func Days(from, to string) int { return int(at(to).Sub(at(from)).Hours() / 24) }

// FollowOn is the day on which the firms are asked again; empty where they are not.
func (s *Series) FollowOn() string {
	if s.Follow == 0 {
		return ""
	}
	return at(s.Meetings[Meetings-1].Day).AddDate(0, s.Follow, 0).Format(time.DateOnly)
}

// at is a day that was checked.
func at(day string) time.Time {
	t, _ := time.Parse(time.DateOnly, day)
	return t
}

// brief is the beginning of what was typed, so that a sentence stays one.
func brief(text string) string {
	const most = 20
	if r := []rune(text); len(r) > most {
		return string(r[:most]) + "…"
	}
	return text
}
