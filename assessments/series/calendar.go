package series

import (
	"strconv"
	"strings"

	"nivel/assessments/office"
	"nivel/assessments/texts"
)

// reminders are how many days before a meeting, and before homework is due, a calendar says so.
const (
	meetingReminder  = 3
	homeworkReminder = 2
)

// Events are the days of a series for a calendar: meetings, the last day of each homework, and when
// the firms are asked again. No firm is named.
func (s *Series) Events(w *texts.Words) []office.Event {
	var out []office.Event
	event := func(id, day, title, text string, reminder int) {
		if s.Sample {
			title += " (" + w.T("sample.chip") + ")"
		}
		out = append(out, office.Event{UID: s.ID + "-" + id + "@nivel", Date: day, Title: title, Text: text, ReminderDays: reminder})
	}
	for i, m := range s.Meetings {
		n := strconv.Itoa(i + 1)
		var where []string
		for _, part := range []string{m.Time, s.At(i + 1)} {
			if part != "" {
				where = append(where, part)
			}
		}
		event("meeting-"+n, m.Day, w.T("series.event", "what", says(w, "m"+n+".title"), "name", s.Name), strings.Join(where, ", "), meetingReminder)
		if i < Homework {
			event("homework-"+n, s.Homework[i].Until, w.T("series.event.homework", "what", w.T("series.homework."+n+".text"), "name", s.Name), "", homeworkReminder)
		}
	}
	if on := s.FollowOn(); on != "" {
		event("follow", on, w.T("series.event", "what", w.T("series.doc.follow"), "name", s.Name), w.T("series.event.follow"), meetingReminder)
	}
	return out
}

// Invitation is the text that invites to a meeting, from 1, to paste into a mail. It names no firm, so
// that it can go to all.
func (s *Series) Invitation(w *texts.Words, meeting int) string {
	n := strconv.Itoa(meeting)
	m := &s.Meetings[meeting-1]
	lines := []string{w.T("series.invite.hello"), "", w.T("series.invite."+n, "name", s.Name), "", w.T("series.invite.day", "date", w.DateOf(m.Day))}
	if m.Time != "" {
		lines = append(lines, w.T("series.invite.time", "time", m.Time))
	}
	if place := s.At(meeting); place != "" {
		lines = append(lines, w.T("series.invite.place", "place", place))
	}
	lines = append(lines, "", w.T("series.invite."+n+".before"))
	if meeting <= Homework {
		lines = append(lines, w.T("series.invite."+n+".after", "until", w.DateOf(s.Homework[meeting-1].Until)))
	}
	lines = append(lines, "", w.T("series.invite.two"), "", w.T("series.invite.bye"))
	if s.Host != "" {
		lines = append(lines, s.Host)
	}
	return strings.Join(lines, "\n") + "\n"
}
