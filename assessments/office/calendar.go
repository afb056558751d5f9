// Package office speaks the forms of office programs: it writes the dates of a plan as a calendar
// file, and reads tables from spreadsheets and from text with separators.
//
// The rule: what is written is the same for the same input. What is read is bounded, and taken in full
// or not at all; formulas are never worked out. Texts are the caller's; the package knows no language.
package office

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"nivel/assessments"
)

// Event is something that falls on one day.
type Event struct {
	UID          string // the same for the same thing in every file, so that a calendar replaces it
	Date         string // YYYY-MM-DD
	Title, Text  string
	ReminderDays int // days before, at nine in the morning; 0: no reminder
}

// WriteCalendar writes events as an iCalendar file (RFC 5545), in their order: each takes its whole
// day wherever the calendar is read and leaves the owner free. Stamp is when the file was made. It
// returns a *Fault where there is no event or a date is none, and then has written nothing.
func WriteCalendar(w io.Writer, events []Event, stamp time.Time) error {
	if len(events) == 0 {
		return assessments.NewFault("calendar-empty")
	}
	var c calendar
	c.line("BEGIN", "VCALENDAR")
	c.line("VERSION", "2.0")
	c.line("PRODID", "-//Nivel//Nivel "+assessments.Version+"//EN")
	c.line("CALSCALE", "GREGORIAN")
	seen := map[string]bool{}
	for _, e := range events {
		if clean(e.UID) == "" || seen[e.UID] {
			return errors.New("calendar: event without a UID of its own: " + e.UID)
		}
		seen[e.UID] = true
		if err := c.event(e, stamp); err != nil {
			return err
		}
	}
	c.line("END", "VCALENDAR")
	_, err := io.WriteString(w, c.String())
	return err
}

// calendar is a file as it grows, line by line.
type calendar struct{ strings.Builder }

func (c *calendar) event(e Event, stamp time.Time) error {
	day, err := time.Parse(time.DateOnly, e.Date)
	after := day.AddDate(0, 0, 1) // RFC 5545, 3.6.1: the end of an event is the first day that is free again
	if err != nil || after.Year() > 9999 {
		return assessments.NewFault("date-form", "value", fmt.Sprintf("%.20s", clean(e.Date)))
	}
	const date = "20060102"
	c.line("BEGIN", "VEVENT")
	c.line("UID", escaped(e.UID))
	c.line("DTSTAMP", stamp.UTC().Format("20060102T150405Z"))
	c.line("DTSTART;VALUE=DATE", day.Format(date))
	c.line("DTEND;VALUE=DATE", after.Format(date))
	c.line("SUMMARY", escaped(e.Title))
	if e.Text != "" {
		c.line("DESCRIPTION", escaped(e.Text))
	}
	c.line("TRANSP", "TRANSPARENT")
	if e.ReminderDays > 0 {
		c.line("BEGIN", "VALARM")
		c.line("ACTION", "DISPLAY")
		c.line("DESCRIPTION", escaped(e.Title))
		c.line("TRIGGER", trigger(e.ReminderDays))
		c.line("END", "VALARM")
	}
	c.line("END", "VEVENT")
	return nil
}

// trigger is a time before the day begins: at its first second a phone would ring at midnight.
func trigger(days int) string {
	const morning = 9 // o'clock
	if days == 1 {
		return fmt.Sprintf("-PT%dH", 24-morning)
	}
	return fmt.Sprintf("-P%dDT%dH", days-1, 24-morning)
}

// clean leaves what RFC 5545 (3.3.11) allows in a text: no control characters but tab and line end,
// and no bytes that are no character. Everything that ends a line somewhere becomes "\n".
func clean(text string) string {
	text = strings.ReplaceAll(strings.ToValidUTF8(text, "\uFFFD"), "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\r', r == '\u0085', r == '\u2028', r == '\u2029':
			return '\n'
		case r != '\n' && r != '\t' && unicode.IsControl(r):
			return -1
		}
		return r
	}, text)
}

var escapes = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\n", `\n`)

func escaped(text string) string { return escapes.Replace(clean(text)) }

// octets is how long a line may be, without its end (RFC 5545, 3.1).
const octets = 75

// line writes a property, folded: what is too long goes on in the next line behind a space. No
// character is cut.
func (c *calendar) line(name, value string) {
	rest := name + ":" + value
	room := octets
	for len(rest) > room {
		cut := room
		for !utf8.RuneStart(rest[cut]) {
			cut--
		}
		c.WriteString(rest[:cut] + "\r\n ")
		rest, room = rest[cut:], octets-1
	}
	c.WriteString(rest + "\r\n")
}
