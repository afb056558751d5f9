package office_test

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	ics "github.com/arran4/golang-ical"
	"pgregory.net/rapid"

	"nivel/assessments"
	"nivel/assessments/office"
)

var stamp = time.Date(2026, 11, 23, 20, 5, 9, 0, time.FixedZone("", 3600))

func written(t rapid.TB, events ...office.Event) string {
	t.Helper()
	var b bytes.Buffer
	if err := office.WriteCalendar(&b, events, stamp); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// A file as it stands on the disk, to the byte.
func TestCalendar(t *testing.T) {
	got := written(t,
		office.Event{UID: "a@nivel", Date: "2026-12-31", Title: "Plantilla de presupuesto; fin", Text: "Ana, oficina\nC:\\datos", ReminderDays: 7},
		office.Event{UID: "b@nivel", Date: "2028-02-28", Title: "Inicio", ReminderDays: 1},
		office.Event{UID: "c@nivel", Date: "2027-03-01", Title: strings.Repeat("ñ", 40)})
	want := strings.Join([]string{
		"BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Nivel//Nivel " + assessments.Version + "//EN", "CALSCALE:GREGORIAN",
		"BEGIN:VEVENT", "UID:a@nivel", "DTSTAMP:20261123T190509Z", "DTSTART;VALUE=DATE:20261231", "DTEND;VALUE=DATE:20270101",
		`SUMMARY:Plantilla de presupuesto\; fin`, `DESCRIPTION:Ana\, oficina\nC:\\datos`, "TRANSP:TRANSPARENT",
		"BEGIN:VALARM", "ACTION:DISPLAY", `DESCRIPTION:Plantilla de presupuesto\; fin`, "TRIGGER:-P6DT15H", "END:VALARM", "END:VEVENT",
		"BEGIN:VEVENT", "UID:b@nivel", "DTSTAMP:20261123T190509Z", "DTSTART;VALUE=DATE:20280228", "DTEND;VALUE=DATE:20280229",
		"SUMMARY:Inicio", "TRANSP:TRANSPARENT",
		"BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:Inicio", "TRIGGER:-PT15H", "END:VALARM", "END:VEVENT",
		"BEGIN:VEVENT", "UID:c@nivel", "DTSTAMP:20261123T190509Z", "DTSTART;VALUE=DATE:20270301", "DTEND;VALUE=DATE:20270302",
		"SUMMARY:" + strings.Repeat("ñ", 33), " " + strings.Repeat("ñ", 7), "TRANSP:TRANSPARENT", "END:VEVENT", "END:VCALENDAR", ""}, "\r\n")
	if got != want {
		t.Errorf("the file is\n%s\nwant\n%s", got, want)
	}
}

// runes are of every sort that has broken a calendar somewhere: what is escaped, what ends a line,
// controls, two to four bytes, right to left, joined emoji, a byte order mark.
var runes = rapid.OneOf(rapid.RuneFrom([]rune("aA z09:;,\\\"'\n\r\tñçß€→")), rapid.RuneFrom([]rune("שלוםمرحبا\u200f\u202e\u2066")), rapid.RuneFrom([]rune("🪑🔧👩‍🏭\ufe0f\U0010ffff\ufeff")),
	rapid.RuneFrom([]rune("\x00\x01\x07\x08\x0b\x0c\x1b\x1f\x7f\u0085\u009f\u2028\u2029")), rapid.Rune())

// randomText is up to 5,000 characters long; long ones repeat a drawn stretch, for drawing takes time.
func randomText(t *rapid.T, name string) string {
	text := rapid.StringOfN(runes, 0, 40, -1).Draw(t, name)
	if most := rapid.SampledFrom([]int{0, 0, 90, 5000}).Draw(t, "length"); most > 0 && text != "" {
		long := []rune(strings.Repeat(text, most))
		text = string(long[:most])
	}
	if rapid.IntRange(0, 9).Draw(t, "broken") == 0 {
		text += "\xff\xc3" + text[:len(text)/2]
	}
	return text
}

// kept is what must come back of a text, said in another way than the writer says it.
func kept(text string) string {
	var b strings.Builder
	rs := []rune(strings.ToValidUTF8(text, "\uFFFD"))
	for i, r := range rs {
		switch {
		case r == '\r' && i+1 < len(rs) && rs[i+1] == '\n':
		case strings.ContainsRune("\r\n\u0085\u2028\u2029", r):
			b.WriteByte('\n')
		case r == '\t' || !unicode.Is(unicode.Cc, r):
			b.WriteRune(r)
		}
	}
	return b.String()
}

// A thousand random events: another program reads back what was written, every line is whole and
// short enough, and the same input gives the same bytes.
func TestCalendarSurvivesAnyText(t *testing.T) {
	var read, long int
	rapid.Check(t, func(t *rapid.T) {
		var events []office.Event
		for i := range rapid.IntRange(10, 20).Draw(t, "events") {
			day := time.Date(rapid.IntRange(1, 9998).Draw(t, "year"), 1, rapid.IntRange(1, 366).Draw(t, "day"), 0, 0, 0, 0, time.UTC)
			e := office.Event{UID: fmt.Sprintf("%d-%s", i, randomText(t, "uid")), Date: day.Format(time.DateOnly), Title: randomText(t, "title"),
				Text: randomText(t, "text"), ReminderDays: rapid.IntRange(0, 400).Draw(t, "reminder")}
			long = max(long, utf8.RuneCountInString(e.Text))
			events = append(events, e)
		}
		file := written(t, events...)
		if again := written(t, events...); again != file {
			t.Fatal("the same events give another file")
		}
		whole(t, file)
		readsBack(t, file, events)
		read += len(events)
	})
	if !t.Failed() && (read < 1000 || long < 5000) {
		t.Errorf("%d events were read, the longest text of %d characters", read, long)
	}
}

// whole checks the lines: CRLF and nothing else ends one, 75 octets at most, no character cut, no
// control characters.
func whole(t *rapid.T, file string) {
	if !strings.HasSuffix(file, "END:VCALENDAR\r\n") {
		t.Fatalf("the file ends with %q", file[max(0, len(file)-20):])
	}
	for _, line := range strings.Split(strings.TrimSuffix(file, "\r\n"), "\r\n") {
		if len(line) > 75 || len(line) == 0 || !utf8.ValidString(line) {
			t.Fatalf("a line of %d octets, whole characters %v: %q", len(line), utf8.ValidString(line), line)
		}
		if i := strings.IndexFunc(line, func(r rune) bool { return r != '\t' && unicode.IsControl(r) || r == '\u2028' || r == '\u2029' }); i >= 0 {
			t.Fatalf("a control character in %q", line)
		}
	}
}

func readsBack(t *rapid.T, file string, events []office.Event) {
	cal, err := ics.ParseCalendar(strings.NewReader(file))
	if err != nil {
		t.Fatalf("%v in\n%s", err, file)
	}
	got := cal.Events()
	if len(got) != len(events) || len(cal.Components) != len(events) {
		t.Fatalf("%d events of %d", len(got), len(events))
	}
	for i, e := range events {
		text := func(p ics.ComponentProperty) string {
			if v := got[i].GetProperty(p); v != nil {
				return v.Value
			}
			return ""
		}
		if uid := text(ics.ComponentPropertyUniqueId); uid != kept(e.UID) {
			t.Fatalf("uid %q came back as %q", e.UID, uid)
		}
		if title, body := text(ics.ComponentPropertySummary), text(ics.ComponentPropertyDescription); title != kept(e.Title) || body != kept(e.Text) {
			t.Fatalf("%q and %q came back as %q and %q", e.Title, e.Text, title, body)
		}
		begin, err := got[i].GetAllDayStartAt()
		end, err2 := got[i].GetAllDayEndAt()
		if err != nil || err2 != nil || begin.Format(time.DateOnly) != e.Date || end.Sub(begin) != 24*time.Hour {
			t.Fatalf("%s came back as %v to %v (%v, %v)", e.Date, begin, end, err, err2)
		}
		if d, err := got[i].GetDtStampTime(); err != nil || !d.Equal(stamp) {
			t.Fatalf("stamped %v (%v), want %v", d, err, stamp)
		}
		alarms := got[i].Alarms()
		if len(alarms) != min(1, e.ReminderDays) {
			t.Fatalf("%d reminders for %d days", len(alarms), e.ReminderDays)
		}
		if len(alarms) == 1 {
			reminds(t, alarms[0].GetProperty(ics.ComponentPropertyTrigger).Value, e.ReminderDays)
		}
	}
}

// reminds reads a trigger by its own means: so many days before, at nine in the morning.
func reminds(t *rapid.T, trigger string, days int) {
	var d, h int
	if n, _ := fmt.Sscanf(trigger, "-P%dDT%dH", &d, &h); n != 2 {
		d = 0
		if n, _ := fmt.Sscanf(trigger, "-PT%dH", &h); n != 1 {
			t.Fatalf("trigger %q", trigger)
		}
	}
	if 24*d+h != 24*days-9 {
		t.Fatalf("%q is %d hours before, want %d", trigger, 24*d+h, 24*days-9)
	}
}

// What cannot be written is refused, and nothing is written.
func TestCalendarRefuses(t *testing.T) {
	good := office.Event{UID: "a", Date: "2026-12-01", Title: "x"}
	for name, c := range map[string]struct {
		events []office.Event
		code   string
	}{
		"no event":          {nil, "calendar-empty"},
		"no date":           {[]office.Event{good, {UID: "b", Title: "x"}}, "date-form"},
		"no such day":       {[]office.Event{{UID: "b", Date: "2026-02-29"}}, "date-form"},
		"no day after":      {[]office.Event{{UID: "b", Date: "9999-12-31"}}, "date-form"},
		"no uid":            {[]office.Event{{Date: "2026-12-01"}}, ""},
		"nothing but bells": {[]office.Event{{UID: "\a", Date: "2026-12-01"}}, ""},
		"a uid twice":       {[]office.Event{good, good}, ""},
	} {
		var b bytes.Buffer
		err := office.WriteCalendar(&b, c.events, stamp)
		var f *assessments.Fault
		if err == nil || errors.As(err, &f) != (c.code != "") || f != nil && f.Code != c.code || b.Len() > 0 {
			t.Errorf("%s: %v, %d bytes written, want %q", name, err, b.Len(), c.code)
		}
	}
}
