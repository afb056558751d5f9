package draft_test

import (
	"math/big"
	"slices"
	"strings"
	"testing"

	"nivel/assessments"
	"nivel/assessments/draft"
	"nivel/assessments/house/shipped"
)

// write fills every text that is missing.
func write(d *draft.Draft) {
	fill := func(s *string) {
		if strings.TrimSpace(*s) == "" {
			*s = "Texto"
		}
	}
	for _, lang := range d.Languages {
		d.Words(lang, func(w *assessments.ModelWords) {
			for i := range w.Levels {
				fill(&w.Levels[i].Name)
				fill(&w.Levels[i].Sign)
				fill(&w.Levels[i].Life)
			}
			for id, x := range w.Dimensions {
				fill(&x.Name)
				fill(&x.Short)
				fill(&x.About)
				for i := range x.Levels {
					fill(&x.Levels[i])
				}
				for id, s := range x.Subdimensions {
					fill(&s.Name)
					x.Subdimensions[id] = s
				}
				w.Dimensions[id] = x
			}
			for id, q := range w.Questions {
				fill(&q.Text)
				fill(&q.Unit)
				for i := range q.Levels {
					fill(&q.Levels[i].Title)
				}
				for i := range q.Stages {
					fill(&q.Stages[i])
				}
				for id, o := range q.Options {
					fill(&o.Title)
					q.Options[id] = o
				}
				for id, o := range q.Rows {
					fill(&o.Title)
					q.Rows[id] = o
				}
				w.Questions[id] = q
			}
		})
	}
}

var kinds = []assessments.Kind{assessments.Ladder, assessments.Checklist, assessments.Grid, assessments.Plans, assessments.Partly, assessments.YesNo, assessments.Number}

// A question of each kind needs nothing but its texts, and every lack is placed on its form.
func TestAddQuestions(t *testing.T) {
	for _, kind := range kinds {
		d := copied(t)
		id := d.AddQuestion("people", "learning", kind)
		for _, r := range wrong(d) {
			if r.Place.Thing != draft.Question || r.Place.ID != id || r.Place.Field == "" {
				t.Errorf("%s: %v is placed at %+v", kind, r.Fault, r.Place)
			}
		}
		if len(wrong(d)) == 0 {
			t.Errorf("%s: no text is missing", kind)
		}
		write(d)
		sound(t, d)
	}
}

func TestAddAndRemoveDimension(t *testing.T) {
	d := copied(t)
	id := d.AddDimension()
	part := d.AddSubdimension(id)
	d.AddQuestion(id, part, assessments.YesNo)
	write(d)
	sound(t, d)
	d.RemoveSubdimension(id, part)
	sound(t, d)
	d.RemoveDimension(id)
	sound(t, d)
	d.RemoveDimension("direction")
	sound(t, d)
	if d.Pack.Model.Dimension("direction") != nil || len(d.Pack.Model.Of("direction")) > 0 {
		t.Error("something of the dimension is left")
	}
}

// What looks at a question goes with it, whichever it is.
func TestRemoveAnyQuestion(t *testing.T) {
	n := len(copied(t).Pack.Model.Questions)
	for i := 0; i < n; i += 11 {
		d := copied(t)
		m := &d.Pack.Model
		q := m.Questions[i]
		m.Questions[n-1].When = draft.When(nil, func(w *assessments.When) { w.Answers = []assessments.Test{draft.TestOf(&q)} })
		if i == n-1 {
			m.Questions[n-1].When = nil
		}
		d.RemoveQuestion(q.ID)
		for _, r := range wrong(d) {
			if r.Fault.Code != "list-empty" { // a part without a question
				t.Errorf("without %s: %s %v", q.ID, r.File, r.Fault)
			}
		}
	}
}

func TestMoveQuestion(t *testing.T) {
	d := copied(t)
	order := func() []string {
		var out []string
		for _, q := range d.Pack.Model.Of("people") {
			out = append(out, q.ID)
		}
		return out
	}
	before := order()
	if d.MoveQuestion(before[0], -1) {
		t.Error("the first goes up")
	}
	if !d.MoveQuestion(before[0], 1) || order()[1] != before[0] {
		t.Errorf("not moved: %v", order())
	}
	if !d.MoveQuestion(before[0], -1) || !slices.Equal(order(), before) {
		t.Errorf("not moved back: %v", order())
	}
	sound(t, d)
	d.PutQuestion(before[0], "data", "")
	if q := d.Pack.Model.Question(before[0]); q.Dimension != "data" || q.Subdimension == "" {
		t.Errorf("put at %s %s", q.Dimension, q.Subdimension)
	}
	sound(t, d)
}

func TestParts(t *testing.T) {
	d := copied(t)
	for i := range d.Pack.Model.Questions {
		q := d.Pack.Model.Questions[i]
		d.AddStep(q.ID)
		d.RemoveStep(q.ID, 0)
		if o := d.AddOption(q.ID); o != "" {
			d.MoveOption(q.ID, o, -1)
			d.RemoveOption(q.ID, q.Options[0].ID)
		}
		if r := d.AddRow(q.ID); r != "" {
			d.MoveRow(q.ID, r, -1)
			d.RemoveRow(q.ID, q.Rows[0].ID)
		}
	}
	write(d)
	for _, r := range wrong(d) {
		if r.Fault.Code != "bands-order" { // a number's first band begins at its least
			t.Errorf("%s:%d %v", r.File, r.Line, r.Fault)
		}
	}
}

func TestLevels(t *testing.T) {
	d := copied(t)
	if !d.AddLevel() || d.Pack.Model.Levels() != 7 || len(d.Pack.Model.Bands) != 7 {
		t.Fatalf("%d levels", d.Pack.Model.Levels())
	}
	write(d)
	sound(t, d)
	d.RemoveLevel(6)
	d.RemoveLevel(0)
	sound(t, d)
	if n := d.Pack.Model.Levels(); n != 5 {
		t.Errorf("%d levels", n)
	}
	d.OwnBands(false)
	write(d)
	sound(t, d)
}

func TestConditions(t *testing.T) {
	d := copied(t)
	m := &d.Pack.Model
	last := &m.Questions[len(m.Questions)-1]
	if got := len(d.Earlier(last.ID)); got < len(m.Questions)-5 {
		t.Errorf("%d earlier questions", got)
	}
	tested := map[assessments.Kind]bool{}
	for _, q := range d.Earlier(last.ID) {
		if tested[q.Kind] {
			continue // once a kind: a check takes a third of a second
		}
		tested[q.Kind] = true
		last.When = draft.When(last.When, func(w *assessments.When) {
			w.Sizes = draft.Toggle(w.Sizes, []assessments.SizeClass{assessments.Micro, assessments.Small}, assessments.Small, true)
			w.Answers = []assessments.Test{draft.TestOf(q)}
		})
		sound(t, d)
	}
	last.When = draft.When(last.When, func(w *assessments.When) { *w = assessments.When{} })
	if last.When != nil {
		t.Error("an empty condition is left")
	}
	for _, x := range [][3]int{{2, 3, 5}, {0, 5, 5}, {4, 2, 5}, {5, 5, 5}, {0, 0, 5}} {
		test := draft.Between(assessments.Test{}, x[0], x[1], x[2])
		from, to := draft.Span(test, x[2])
		if from > to || test.Level == 0 && test.Below == 0 {
			t.Errorf("%v gives %+v, %d to %d", x, test, from, to)
		}
	}
}

// A condition on a later question is found, and placed at the condition.
func TestPlaces(t *testing.T) {
	d := copied(t)
	m := &d.Pack.Model
	m.Questions[0].When = &assessments.When{Answers: []assessments.Test{{Question: m.Questions[3].ID, Level: 1}}}
	m.Questions[5].Weight = big.NewRat(-1, 1)
	m.Dimensions[1].Weight = big.NewRat(-2, 1)
	d.Question("en", m.Questions[1].ID, func(w *assessments.QuestionWords) { w.Levels[3].Title = "" })
	want := map[string]draft.Place{
		"question-later": {Thing: draft.Question, ID: m.Questions[0].ID, Field: "when"},
		"option-unknown": {Thing: draft.Question, ID: m.Questions[0].ID, Field: "when"},
	}
	seen := 0
	for _, r := range wrong(d) {
		p, ok := want[r.Fault.Code]
		switch {
		case r.Fault.Code == "weight-negative" && r.Fault.Args["value"] == "-1":
			p, ok = draft.Place{Thing: draft.Question, ID: m.Questions[5].ID, Field: "weight"}, true
		case r.Fault.Code == "weight-negative":
			p, ok = draft.Place{Thing: draft.Dimension, ID: m.Dimensions[1].ID, Field: "weight"}, true
		case r.Fault.Code == "text-missing":
			p, ok = draft.Place{Thing: draft.Question, ID: m.Questions[1].ID, Field: "level.3", Language: "en"}, true
		}
		if !ok || r.Place != p {
			t.Errorf("%v is placed at %+v, want %+v", r.Fault, r.Place, p)
		}
		seen++
	}
	if seen != 4 {
		t.Errorf("%d errors", seen)
	}
}

func TestTry(t *testing.T) {
	p := shipped.Library().Pack("industry40")
	answers := assessments.Answers{}
	for _, q := range p.Model.Questions {
		if q.Kind == assessments.Ladder {
			answers[q.ID] = assessments.Answer{Value: assessments.AtLevel(2)}
		}
	}
	d := copied(t)
	trial := draft.Try(&p.Model, d, answers, assessments.Scope{})
	if trial.Given != len(answers) || trial.Left != 0 || trial.Before.Overall.Value.Cmp(trial.After.Overall.Value) != 0 {
		t.Errorf("an unchanged copy gives %+v", trial)
	}
	gone := d.Pack.Model.Questions[0].ID
	d.RemoveQuestion(gone)
	if trial = draft.Try(&p.Model, d, answers, assessments.Scope{}); trial.Left != 1 {
		t.Errorf("%d answers left", trial.Left)
	}
}

func BenchmarkCheck(b *testing.B) {
	d := draft.Copy(shipped.Library().Pack("industry40"), "copia", day, nil, []string{"es", "en"})
	for b.Loop() {
		d.Check(shipped.Library(), today)
	}
}
