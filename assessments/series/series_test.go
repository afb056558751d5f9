package series_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"nivel/assessments"
	"nivel/assessments/series"
)

func written(v any) json.RawMessage {
	data, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return data
}

var day0 = time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)

var days = rapid.Custom(func(t *rapid.T) string {
	return day0.AddDate(0, 0, rapid.IntRange(0, 4000).Draw(t, "days")).Format(time.DateOnly)
})

// anySeries makes series that can stand.
var anySeries = rapid.Custom(func(t *rapid.T) *series.Series {
	s, err := series.New(days.Draw(t, "start"))
	if err != nil {
		t.Fatal(err)
	}
	short := rapid.StringOfN(rapid.Rune(), 0, 40, -1)
	s.Name, s.Place, s.Host = "S"+strings.ToValidUTF8(short.Draw(t, "name"), "x"), short.Draw(t, "place"), short.Draw(t, "host")
	s.ID = "id"
	for i := range s.Meetings {
		s.Meetings[i].Note = short.Draw(t, "note")
	}
	for i := range rapid.IntRange(0, series.MostFirms).Draw(t, "firms") {
		f := series.NewFirm(&assessments.Company{ID: fmt.Sprint("firm ", i), Contact: short.Draw(t, "contact")})
		f.Walked, f.Again = rapid.Bool().Draw(t, "walked"), rapid.Bool().Draw(t, "again")
		for k := range f.People {
			for m := range series.Meetings {
				f.People[k].Mark(m+1, rapid.Bool().Draw(t, "came"))
			}
		}
		for range rapid.IntRange(0, 3).Draw(t, "thieves") {
			f.Thieves = append(f.Thieves, series.Thief{What: short.Draw(t, "what"), Minutes: rapid.IntRange(0, series.MinutesLimit).Draw(t, "minutes")})
		}
		for k := range rapid.IntRange(0, 5).Draw(t, "ideas") {
			chosen := k < series.ChosenLimit && rapid.Bool().Draw(t, "chosen")
			f.Ideas = append(f.Ideas, series.Idea{Text: short.Draw(t, "text"), Chosen: chosen, Decided: chosen && rapid.Bool().Draw(t, "decided"), Cost: rapid.IntRange(0, 5).Draw(t, "cost")})
		}
		s.Firms = append(s.Firms, f)
	}
	return s
})

// Three meetings in six weeks, homework between them, in order, from any day on.
func TestDates(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		start := days.Draw(t, "start")
		s, err := series.New(start)
		if err != nil {
			t.Fatal(err)
		}
		if err := s.CheckDates(nil, start); err != nil {
			t.Fatal(err)
		}
		if s.Meetings[0].Day != start || series.Days(start, s.Meetings[1].Day) != 21 || series.Days(start, s.Meetings[2].Day) != 42 {
			t.Fatalf("meetings on %+v", s.Meetings)
		}
		if series.Days(start, s.Homework[0].From) != 7 || series.Days(start, s.Homework[0].Until) != 20 || series.Days(start, s.Homework[1].From) != 28 {
			t.Fatalf("homework in %+v", s.Homework)
		}
		if s.Next(s.Meetings[1].Day) != 2 || s.Next("9999-12-31") != 0 || s.Progress(start) != 0 || s.Progress(s.Meetings[2].Day) != 1 {
			t.Fatal("what comes next is wrong")
		}
	})
}

// A day that cannot be is said at its field, and whatever order the days have, Check allows only the
// right one.
func TestWrongDates(t *testing.T) {
	plan := func() *series.Series {
		s, _ := series.New("2026-11-10")
		s.Name = "x"
		return s
	}
	for _, c := range []struct {
		change      func(*series.Series)
		code, field string
	}{
		{func(s *series.Series) { s.Start = "mañana" }, "date-form", "start"},
		{func(s *series.Series) { s.Meetings[0].Day = "2026-11-09" }, "series-before", "day1"},
		{func(s *series.Series) { s.Meetings[1].Day = "2026-11-10" }, "series-order", "day2"},
		{func(s *series.Series) { s.Meetings[2].Day = "2026-11-30" }, "series-order", "day3"},
		{func(s *series.Series) { s.Meetings[1].Day = "31/31" }, "date-form", "day2"},
		{func(s *series.Series) { s.Start, s.Meetings[0].Day = "2026-10-01", "2026-11-04" }, "series-past", "day1"},
		{func(s *series.Series) { s.Meetings[1].Time = "25:00" }, "series-time", "time2"},
		{func(s *series.Series) { s.Homework[0].Until = "2026-12-01" }, "series-homework", "until1"},
		{func(s *series.Series) { s.Homework[1].From = "2026-11-30" }, "series-homework", "from2"},
		{func(s *series.Series) { s.Homework[1].From, s.Homework[1].Until = "2026-12-10", "2026-12-09" }, "series-until", "until2"},
	} {
		s := plan()
		c.change(s)
		var f *assessments.Fault
		if err := s.CheckDates(nil, "2026-11-05"); !errors.As(err, &f) || f.Code != c.code || f.Args["field"] != c.field {
			t.Errorf("%s at %s: %v", c.code, c.field, err)
		}
	}
	s := plan()
	if err := s.CheckDates(s, "2026-12-24"); err != nil {
		t.Errorf("what was planned earlier may lie in the past: %v", err)
	}
	rapid.Check(t, func(t *rapid.T) {
		s := plan()
		for i := range s.Meetings {
			s.Meetings[i].Day = days.Draw(t, "day")
		}
		right := s.Meetings[0].Day >= s.Start && s.Meetings[0].Day < s.Meetings[1].Day && s.Meetings[1].Day < s.Meetings[2].Day
		for i := range s.Homework {
			s.Homework[i] = series.Period{From: s.Meetings[i].Day, Until: s.Meetings[i].Day}
		}
		if err := s.CheckDates(nil, ""); (err == nil) != right {
			t.Fatalf("%+v: %v", s.Meetings, err)
		}
	})
}

// What is kept comes back as it was; a copy shares nothing.
func TestKeptAndRead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anySeries.Draw(t, "series")
		u := s.Write(written)
		back, err := series.Read(u)
		if err != nil {
			t.Fatal(err)
		}
		if again := back.Write(written); !reflect.DeepEqual(again, u) {
			t.Fatalf("%s\n%s", u.Content, again.Content)
		}
		c := s.Clone()
		for i := range c.Firms {
			c.Firms[i].People[0].Mark(1, !c.Firms[i].People[0].Came(1))
			c.Firms[i].Thieves = append(c.Firms[i].Thieves, series.Thief{})
		}
		if !reflect.DeepEqual(s.Write(written), u) {
			t.Fatal("a copy changes what it was made from")
		}
	})
}

// Nothing is believed that no page can have written.
func TestStrictReading(t *testing.T) {
	s, _ := series.New("2026-11-10")
	s.Name = "Altiplano"
	f := series.NewFirm(&assessments.Company{ID: "a"})
	s.Firms = []series.Firm{f}
	whole := s.Write(written)
	if _, err := series.Read(whole); err != nil {
		t.Fatal(err)
	}
	for name, change := range map[string]func(*assessments.Undertaking){
		"unknown field": func(u *assessments.Undertaking) { u.Content = json.RawMessage(`{"Colour":1,` + string(u.Content[1:])) },
		"unknown in a firm": func(u *assessments.Undertaking) {
			u.Firms[0].Content = json.RawMessage(`{"Colour":1,` + string(u.Firms[0].Content[1:]))
		},
		"more behind":  func(u *assessments.Undertaking) { u.Content = append(slices.Clone(u.Content), '1') },
		"two meetings": func(u *assessments.Undertaking) { s := s.Clone(); s.Meetings = s.Meetings[:2]; u.Content = written(s) },
		"one person":   func(u *assessments.Undertaking) { f := f; f.People = f.People[:1]; u.Firms[0].Content = written(f) },
		"fourth meeting": func(u *assessments.Undertaking) {
			f := f
			f.People = []series.Person{{At: []int{4}}, {}}
			u.Firms[0].Content = written(f)
		},
		"twice there": func(u *assessments.Undertaking) {
			f := f
			f.People = []series.Person{{At: []int{1, 1}}, {}}
			u.Firms[0].Content = written(f)
		},
		"long name": func(u *assessments.Undertaking) {
			s := s.Clone()
			s.Name = strings.Repeat("a", series.NameLimit+1)
			u.Content = written(s)
		},
		"no name": func(u *assessments.Undertaking) { s := s.Clone(); s.Name = ""; u.Content = written(s) },
		"four chosen": func(u *assessments.Undertaking) {
			f := f
			f.Ideas = slices.Repeat([]series.Idea{{Chosen: true}}, 4)
			u.Firms[0].Content = written(f)
		},
		"decided unasked": func(u *assessments.Undertaking) {
			f := f
			f.Ideas = []series.Idea{{Decided: true}}
			u.Firms[0].Content = written(f)
		},
		"minutes": func(u *assessments.Undertaking) {
			f := f
			f.Thieves = []series.Thief{{Minutes: -1}}
			u.Firms[0].Content = written(f)
		},
		"cost band": func(u *assessments.Undertaking) {
			f := f
			f.Ideas = []series.Idea{{Cost: 6}}
			u.Firms[0].Content = written(f)
		},
		"thirteen firms": func(u *assessments.Undertaking) { u.Firms = slices.Repeat(u.Firms, series.MostFirms+1) },
		"another kind":   func(u *assessments.Undertaking) { u.Kind = assessments.GroupKind },
	} {
		u := whole
		u.Firms = slices.Clone(whole.Firms)
		change(&u)
		var fault *assessments.Fault
		if _, err := series.Read(u); !errors.As(err, &fault) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

var candidates = rapid.Custom(func(t *rapid.T) []series.Candidate {
	n := rapid.IntRange(0, 40).Draw(t, "n")
	out := make([]series.Candidate, n)
	for i := range out {
		out[i] = series.Candidate{ID: fmt.Sprintf("%03d", i), Place: rapid.SampledFrom([]string{"", "Yecla", "Jumilla"}).Draw(t, "place"),
			Gaps:     rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"a", "b", "c", "d", "e", "f"}), 0, 6, rapid.ID[string]).Draw(t, "gaps"),
			Competes: rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"sillas", "sofás", "camas"}), 0, 2, rapid.ID[string]).Draw(t, "competes")}
	}
	return out
})

// Proposals: six to twelve firms, no two that compete, each with a gap that another has too, nobody
// twice, the same whatever the order.
func TestPropose(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := candidates.Draw(t, "all")
		if rapid.Bool().Draw(t, "peaceful") {
			for i := range all {
				all[i].Competes = nil
			}
		}
		got := series.Propose(all)
		mixed := rapid.Permutation(all).Draw(t, "mixed")
		if !reflect.DeepEqual(series.Propose(mixed), got) {
			t.Fatal("the order matters")
		}
		by := map[string]series.Candidate{}
		for _, c := range all {
			by[c.ID] = c
		}
		seen := map[string]bool{}
		for _, p := range got {
			if len(p.Firms) < series.Fewest || len(p.Firms) > series.MostFirms {
				t.Fatalf("%d firms", len(p.Firms))
			}
			var group []series.Candidate
			for _, id := range p.Firms {
				if seen[id] {
					t.Fatalf("%s twice", id)
				}
				seen[id] = true
				group = append(group, by[id])
			}
			if r := series.Rivals(group); len(r) > 0 {
				t.Fatalf("%+v sit together", r)
			}
			for i, c := range group {
				if !slices.ContainsFunc(group, func(o series.Candidate) bool { return o.ID != group[i].ID && series.Compete(o.Gaps, c.Gaps) }) {
					t.Fatalf("%s shares nothing", c.ID)
				}
			}
			for _, s := range p.Shared {
				for _, c := range group {
					if slices.Contains(s.Firms, c.ID) != slices.Contains(c.Gaps, s.Dimension) {
						t.Fatalf("%s in %+v", c.ID, s)
					}
				}
			}
		}
		count := map[string]int{}
		for _, c := range all {
			if len(c.Competes) > 0 {
				return
			}
			for _, g := range c.Gaps {
				count[g]++
			}
		}
		for g, n := range count {
			if n >= series.Fewest && len(got) == 0 {
				t.Fatalf("%d firms lack %s, and none is proposed", n, g)
			}
		}
	})
}

// A tag says with whom a firm competes, in both languages.
func TestCompetes(t *testing.T) {
	es, en := series.Competes([]string{"Compite: Sillas ", "exporta", "compite:"}), series.Competes([]string{"competes: sillas"})
	if !slices.Equal(es, []string{"sillas"}) || !series.Compete(es, en) || series.Compete(es, series.Competes([]string{"compite: camas"})) {
		t.Errorf("%q, %q", es, en)
	}
}
