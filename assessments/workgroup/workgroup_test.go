package workgroup_test

import (
	"bytes"
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"nivel/assessments"
	"nivel/assessments/document"
	"nivel/assessments/house/shipped"
	"nivel/assessments/office"
	"nivel/assessments/workgroup"
)

// drawn is a group with members and meetings.
func drawn(t *rapid.T) *workgroup.Group {
	text := rapid.SampledFrom([]string{"", "Revisar copias", "Pedir cifras; «todas»"})
	g := &workgroup.Group{Name: "Grupo"}
	for _, name := range rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"Ana", "Luis", "Eva", "Pau"}), 0, 4, func(s string) string { return s }).Draw(t, "members") {
		g.Members = append(g.Members, workgroup.Member{Name: name, Role: rapid.SampledFrom(workgroup.Roles).Draw(t, "role")})
	}
	for i := range rapid.IntRange(0, 5).Draw(t, "meetings") {
		day := time.Date(2026, 1, 1+rapid.IntRange(0, 300).Draw(t, "day"), 0, 0, 0, 0, time.UTC)
		m := workgroup.Meeting{ID: string(rune('a' + i)), Day: day.Format(time.DateOnly), Agenda: []workgroup.Item{{Text: text.Draw(t, "point"), Evidence: text.Draw(t, "evidence")}}}
		for range rapid.IntRange(0, 4).Draw(t, "follow") {
			f := workgroup.FollowUp{What: text.Draw(t, "what"), Done: rapid.Bool().Draw(t, "done")}
			if rapid.Bool().Draw(t, "dated") {
				f.Due = day.AddDate(0, 0, rapid.IntRange(0, 90).Draw(t, "later")).Format(time.DateOnly)
			}
			m.Follow = append(m.Follow, f)
		}
		g.Meetings = append(g.Meetings, m)
	}
	return g
}

// What is kept comes back; what is open is exactly what is not done, by its day; nothing that a later
// meeting agreed is on the list of an earlier one.
func TestGroupLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := drawn(t)
		if err := g.Check(); err != nil {
			t.Fatal(err)
		}
		u, err := workgroup.Written(g, true)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := workgroup.Read(&u); err != nil || !reflect.DeepEqual(got, g) {
			t.Errorf("%+v came back as %+v (%v)", g, got, err)
		}
		want := 0
		for _, m := range g.Meetings {
			for _, f := range m.Follow {
				if !f.Done && f.What != "" {
					want++
				}
			}
		}
		open := g.Open("")
		if len(open) != want {
			t.Errorf("%d open of %d", len(open), want)
		}
		dated := true
		for i, p := range open {
			dated = dated && p.FollowUp.Due != ""
			if p.FollowUp.Done || p.FollowUp.Due != "" && !dated || i > 0 && p.FollowUp.Due != "" && open[i-1].FollowUp.Due > p.FollowUp.Due {
				t.Errorf("open %d is %+v", i, p.FollowUp)
			}
		}
		for _, m := range g.ByDay() {
			for _, p := range g.Open(m.Day) {
				if p.Meeting.Day >= m.Day {
					t.Errorf("a meeting on %s carries what one on %s agreed", m.Day, p.Meeting.Day)
				}
			}
		}
		stands := map[workgroup.Role]bool{}
		for _, m := range g.Members {
			stands[m.Role] = true
		}
		for _, r := range g.Lacks() {
			if stands[r] {
				t.Errorf("%s is there", r)
			}
			delete(stands, r)
		}
		if events := workgroup.Events(shipped.Words()["es"], g); len(events) > 0 {
			if err := office.WriteCalendar(&bytes.Buffer{}, events, time.Unix(0, 0)); err != nil {
				t.Errorf("the calendar: %v", err)
			}
		}
	})
}

// What cannot stand is said.
func TestCheck(t *testing.T) {
	member := workgroup.Member{Name: "Ana", Institution: "UPCT", Role: workgroup.Research}
	for code, g := range map[string]workgroup.Group{
		"group-twice":    {Members: []workgroup.Member{member, {Name: "ana ", Institution: "UPCT", Role: workgroup.Company}}},
		"group-noday":    {Meetings: []workgroup.Meeting{{ID: "a"}}},
		"date-form":      {Meetings: []workgroup.Meeting{{ID: "a", Day: "el martes"}}},
		"group-early":    {Meetings: []workgroup.Meeting{{ID: "a", Day: "2026-12-01", Follow: []workgroup.FollowUp{{What: "x", Due: "2026-11-30"}}}}},
		"group-damaged":  {Members: []workgroup.Member{{Name: "Ana", Role: "x"}}},
		"group-many":     {Members: make([]workgroup.Member, workgroup.MostMembers+1)},
		"plan-text-long": {Name: strings.Repeat("x", workgroup.LineLimit+1)},
	} {
		var f *assessments.Fault
		if err := g.Check(); !errors.As(err, &f) || f.Code != code {
			t.Errorf("%s: %v", code, err)
		}
	}
}

// The papers say what they are about: the agenda what is open from before and its evidence, the minutes
// what was decided.
func TestPapers(t *testing.T) {
	g := &workgroup.Group{Name: "Grupo Altiplano", Meetings: []workgroup.Meeting{
		{ID: "a", Day: "2026-10-01", Follow: []workgroup.FollowUp{{What: "Pedir las cifras", Who: "Luis", Due: "2026-11-01"}, {What: "Hecho ya", Done: true}}},
		{ID: "b", Day: "2026-12-01", Place: "Yecla", Agenda: []workgroup.Item{{Text: "Copias de seguridad", Evidence: "31 de 38 empresas"}}, Decisions: "Un curso común", Follow: []workgroup.FollowUp{{What: "Buscar sala"}}},
	}}
	for lang, w := range shipped.Words() {
		in := workgroup.Input{Words: w, Group: g, Sample: true, Day: shipped.Day}
		for name, c := range map[string]struct {
			d        *document.Document
			has, not []string
		}{
			"agenda":  {workgroup.Agenda(in, &g.Meetings[1]), []string{"Pedir las cifras", "31 de 38 empresas", "Yecla"}, []string{"Hecho ya", "Buscar sala"}},
			"minutes": {workgroup.MinutesOf(in, &g.Meetings[1]), []string{"Un curso común", "Buscar sala", w.T("workgroup.sign.chair")}, []string{"Pedir las cifras"}},
			"open":    {workgroup.FollowUps(in), []string{"Pedir las cifras", "Buscar sala"}, []string{"Hecho ya"}},
		} {
			var b bytes.Buffer
			if err := office.WriteDOCX(&b, c.d); err != nil {
				t.Fatal(err)
			}
			said := strings.Join(texts(reflect.ValueOf(c.d)), "\n")
			for _, want := range c.has {
				if !strings.Contains(said, want) {
					t.Errorf("%s %s does not say %q", lang, name, want)
				}
			}
			for _, other := range c.not {
				if strings.Contains(said, other) {
					t.Errorf("%s %s says %q", lang, name, other)
				}
			}
			if c.d.Sample == "" {
				t.Errorf("%s is not marked", name)
			}
		}
	}
}

// texts are all texts below a value.
func texts(v reflect.Value) (out []string) {
	switch v.Kind() {
	case reflect.String:
		return []string{v.String()}
	case reflect.Slice:
		for i := range v.Len() {
			out = append(out, texts(v.Index(i))...)
		}
	case reflect.Interface, reflect.Pointer:
		if !v.IsNil() {
			return texts(v.Elem())
		}
	case reflect.Struct:
		if v.Type() != reflect.TypeFor[time.Time]() {
			for i := range v.NumField() {
				out = append(out, texts(v.Field(i))...)
			}
		}
	}
	return out
}
