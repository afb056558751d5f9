package actionplan_test

import (
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"nivel/assessments"
	"nivel/assessments/actionplan"
	"nivel/assessments/committee"
	"nivel/assessments/house/shipped"
)

// drawn is a plan with some texts and some gaps.
func drawn(t *rapid.T) *actionplan.Plan {
	text := rapid.SampledFrom([]string{"", "  ", "algo", "Texto más largo, con ñ."})
	p := &actionplan.Plan{Project: text.Draw(t, "project"), Helps: text.Draw(t, "helps"), Programme: rapid.SampledFrom(append(actionplan.Programmes, "")).Draw(t, "programme"), Start: "20", Target: rapid.SampledFrom([]actionplan.Share{"", "20", "55 %"}).Draw(t, "target")}
	p.Actions = rapid.SliceOfN(rapid.Custom(func(t *rapid.T) actionplan.Action {
		return actionplan.Action{Practice: rapid.SampledFrom([]string{"", "a", "b", "c"}).Draw(t, "practice"), Title: text.Draw(t, "title"), What: text.Draw(t, "what"), Costs: text.Draw(t, "costs")}
	}), 0, 5).Draw(t, "actions")
	return p
}

// What is filled in never touches what somebody has written, and filling twice changes nothing more.
func TestFillLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, from := drawn(t), drawn(t).Actions
		for i := range from {
			if from[i].Practice == "" {
				from[i].Practice = "z"
			}
		}
		before := *p
		before.Actions = append([]actionplan.Action(nil), p.Actions...)
		got, actions, texts := p.Fill(from)
		if !reflect.DeepEqual(*p, before) && len(p.Actions) > 0 {
			t.Error("the plan itself is changed")
		}
		if len(got.Actions) != len(p.Actions)+actions {
			t.Errorf("%d actions came, %d are there of %d", actions, len(got.Actions), len(p.Actions))
		}
		for i, a := range p.Actions {
			old, now := reflect.ValueOf(a), reflect.ValueOf(got.Actions[i])
			for f := range old.NumField() {
				if text := old.Field(f).String(); strings.TrimSpace(text) != "" && now.Field(f).String() != text {
					t.Errorf("%s went from %q to %q", old.Type().Field(f).Name, text, now.Field(f).String())
				}
			}
		}
		again, more, filled := got.Fill(from)
		if more != 0 || !reflect.DeepEqual(again, got) && filled == 0 {
			t.Errorf("filled twice: %d actions more", more)
		}
		_ = texts
	})
}

// What is kept comes back as it was; what cannot stand is said.
func TestKept(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawn(t)
		u, err := actionplan.Written(p, true)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := actionplan.Read(&u); err != nil || len(got.Actions) != len(p.Actions) || got.Target != p.Target || !u.Sample {
			t.Errorf("%+v came back as %+v (%v)", p, got, err)
		}
	})
	for code, spoil := range map[string]func(*actionplan.Plan){
		"actionplan-share":   func(p *actionplan.Plan) { p.Start = "mucho" },
		"actionplan-target":  func(p *actionplan.Plan) { p.Start, p.Target = "50", "20" },
		"actionplan-many":    func(p *actionplan.Plan) { p.Actions = make([]actionplan.Action, actionplan.MostActions+1) },
		"actionplan-damaged": func(p *actionplan.Plan) { p.Programme = "x" },
		"date-form":          func(p *actionplan.Plan) { p.Day = "mañana" },
		"plan-text-long":     func(p *actionplan.Plan) { p.Helps = strings.Repeat("x", actionplan.TextLimit+1) },
	} {
		p := &actionplan.Plan{}
		spoil(p)
		var f *assessments.Fault
		if err := p.Check(); !errors.As(err, &f) || f.Code != code {
			t.Errorf("%s: %v", code, err)
		}
	}
}

// From a committee of nine to a plan: an action for each practice examined, with its source; complete,
// nothing is missing.
func TestFromCommittee(t *testing.T) {
	lib := shipped.Library()
	for lang, w := range shipped.Words() {
		c := &committee.Committee{Sheets: map[string]committee.Sheet{}}
		var practices []string
		for i := range lib.Practices {
			practices = append(practices, lib.Practices[i].ID)
		}
		for i := range 9 {
			e := committee.NewExpert(string(rune('a'+i)), "Experto")
			for n, p := range practices {
				for k, criterion := range committee.Criteria {
					e.Mark(p, criterion, 1+(n*7+k+i)%5)
				}
			}
			c.Experts = append(c.Experts, e)
		}
		r, err := c.Rank(practices)
		if err != nil || len(r.Rows) < 30 {
			t.Fatalf("%d ranked (%v)", len(r.Rows), err)
		}
		for _, id := range c.Shortlist(r) {
			c.Sheets[id] = committee.Sheet{Fit: "Encaja", Obstacles: "Poco dinero", Who: "El clúster"}
		}
		from, err := actionplan.FromCommittee(w, lib, c, practices)
		if err != nil || len(from) != committee.ShortList {
			t.Fatalf("%d actions (%v)", len(from), err)
		}
		p := &actionplan.Plan{}
		if missing := p.Missing(); len(missing) < 10 {
			t.Errorf("of an empty plan only %v is missing", missing)
		}
		filled, actions, _ := p.Fill(from)
		if actions != len(from) || !strings.Contains(filled.Actions[0].Background, lib.PracticeWords[lang][from[0].Practice].Summary) || !strings.Contains(filled.Actions[0].What, "Poco dinero") {
			t.Errorf("filled in: %+v", filled.Actions[0])
		}
		fill(&filled)
		if missing := filled.Missing(); len(missing) != 0 {
			t.Errorf("missing is %v", missing)
		}
		d := actionplan.Document(w, &filled, []string{"Copias: 31"}, true, time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC))
		if len(d.Blocks) < 40 || d.Sample == "" {
			t.Errorf("%d blocks", len(d.Blocks))
		}
	}
}

// fill writes something into everything that is empty.
func fill(p *actionplan.Plan) {
	for _, v := range []reflect.Value{reflect.ValueOf(p).Elem()} {
		write(v)
	}
	p.Programme, p.Start, p.Target, p.Day = actionplan.Growth, "20", "40", "2026-12-01"
}

func write(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		if v.String() == "" {
			v.SetString("x")
		}
	case reflect.Struct:
		for i := range v.NumField() {
			write(v.Field(i))
		}
	case reflect.Slice:
		for i := range v.Len() {
			write(v.Index(i))
		}
	}
}
