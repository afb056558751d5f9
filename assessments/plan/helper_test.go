package plan_test

import (
	"errors"
	"fmt"
	"math/big"
	"slices"

	"pgregory.net/rapid"

	"nivel/assessments"
	"nivel/assessments/advice"
	"nivel/assessments/content"
	"nivel/assessments/scoring"
)

// randomFirm draws a firm of the shipped model: any answers, size, trade, path and targets.
func randomFirm(t *rapid.T, lib *content.Library) advice.Input {
	full := &lib.Pack("industry40").Model
	in := advice.Input{Size: rapid.SampledFrom([]assessments.SizeClass{assessments.Unsized, assessments.Micro, assessments.Small, assessments.Medium, assessments.Large}).Draw(t, "size"),
		Sector: rapid.SampledFrom([]string{"", "furniture", "metal", "food"}).Draw(t, "sector"), Actions: lib.Actions, Targets: map[string]int{}}
	in.Model = full.For(assessments.Scope{Path: rapid.SampledFrom(full.Paths).Draw(t, "path"), Size: in.Size, Sector: in.Sector})
	in.Answers = randomAnswers(t, in.Model)
	for _, d := range full.Dimensions {
		if target := rapid.IntRange(0, assessments.Top).Draw(t, "target"); target > 0 {
			in.Targets[d.ID] = target
		}
	}
	if rapid.Bool().Draw(t, "other needs") {
		in.Actions = slices.Clone(lib.Actions)
		for i := range in.Actions { // of those before only, so never in a circle
			in.Actions[i].Needs = nil
			for range min(i, rapid.IntRange(0, 2).Draw(t, "needs")) {
				in.Actions[i].Needs = append(in.Actions[i].Needs, in.Actions[rapid.IntRange(0, i-1).Draw(t, "need")].ID)
			}
		}
	}
	return in
}

func randomAnswers(t *rapid.T, m *assessments.Model) assessments.Answers {
	out := assessments.Answers{}
	highest := rapid.IntRange(0, 5).Draw(t, "highest")
	for i := range m.Questions {
		q := &m.Questions[i]
		a := assessments.Answer{Relevance: rapid.SampledFrom([]assessments.Relevance{0, 0, 0, 1, 2, 3}).Draw(t, "relevance"), Note: "as it was"}
		switch rapid.IntRange(0, 12).Draw(t, q.ID) {
		case 0:
			a.Value = assessments.NotApplicableValue
		case 1:
			a.Value = assessments.DontKnowValue
		case 2:
		default:
			a.Value = randomValue(t, q, highest)
		}
		if q.Asked() {
			out[q.ID] = a
		}
	}
	return out
}

func randomValue(t *rapid.T, q *assessments.Question, highest int) assessments.Value {
	level := rapid.IntRange(0, max(0, min(highest, q.Steps()-1)))
	switch q.Kind {
	case assessments.YesNo:
		return assessments.Saying(rapid.Bool().Draw(t, "yes"))
	case assessments.Number:
		return number(t, q.Bands[level.Draw(t, "band")])
	case assessments.Plans:
		level = rapid.IntRange(0, 3)
	case assessments.Checklist:
		var chosen, exclusive []string
		for _, o := range q.Options {
			if o.Exclusive {
				exclusive = append(exclusive, o.ID)
			} else if rapid.IntRange(0, 5).Draw(t, o.ID) <= highest {
				chosen = append(chosen, o.ID)
			}
		}
		if chosen == nil {
			chosen = exclusive[:1]
		}
		return assessments.Choosing(chosen...)
	}
	if len(q.Rows) == 0 {
		return assessments.AtLevel(level.Draw(t, "level"))
	}
	v := assessments.Value{}
	for _, r := range q.Rows {
		row := assessments.AtLevel(level.Draw(t, r.ID))
		v = v.WithRow(r.ID, rapid.SampledFrom([]assessments.Value{row, row, row, {}, assessments.NotApplicableValue, assessments.DontKnowValue}).Draw(t, "row"))
	}
	return v
}

func number(t rapid.TB, r *big.Rat) assessments.Value {
	v, err := assessments.Counting(assessments.Plain(r))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// useful are the actions that do something for the firm, so that plans are not all empty of effect,
// and a few that do not.
func useful(t *rapid.T, in advice.Input) []string {
	var out []string
	a := advice.For(in)
	for _, list := range [][]advice.Offer{a.Next, a.Later, a.Ask} {
		for _, o := range list {
			out = append(out, o.Action.ID)
		}
	}
	for range 5 {
		out = append(out, rapid.SampledFrom(in.Actions).Draw(t, "any").ID)
	}
	return append(out, "gone-since") // an action of a pack that has been taken out
}

var serial int

func randomItem(t *rapid.T, actions []string) assessments.PlanItem {
	serial++
	return assessments.PlanItem{ID: fmt.Sprint("item", serial), Action: rapid.SampledFrom(actions).Draw(t, "action"), Phase: rapid.SampledFrom(assessments.Phases).Draw(t, "phase"),
		Status: rapid.SampledFrom([]assessments.Status{assessments.StatusTodo, assessments.StatusTodo, assessments.StatusDoing, assessments.StatusDone, assessments.StatusDropped}).Draw(t, "status")}
}

func randomItems(t *rapid.T, actions []string) []assessments.PlanItem {
	var out []assessments.PlanItem
	for range rapid.IntRange(0, 8).Draw(t, "items") {
		out = append(out, randomItem(t, actions))
	}
	return out
}

// figures are all scores of a result.
func figures(r *scoring.Result) map[string]scoring.Figure {
	out := map[string]scoring.Figure{"": r.Overall}
	for _, d := range r.Dimensions {
		out[d.ID] = d.Figure
		for _, s := range d.Subdimensions {
			out[d.ID+"/"+s.ID] = s.Figure
		}
	}
	return out
}

// lower says which figure of b is lower than in a, or has other questions behind it; "" for none.
func lower(a, b *scoring.Result) string {
	after := figures(b)
	for id, f := range figures(a) {
		g := after[id]
		below := func(x, y *big.Rat) bool { return (x == nil) != (y == nil) || x != nil && y.Cmp(x) < 0 }
		if below(f.Value, g.Value) || below(f.Low, g.Low) || below(f.High, g.High) || f.Counts != g.Counts {
			return fmt.Sprintf("%q: %v (%v to %v, %+v) became %v (%v to %v, %+v)", id, f.Value, f.Low, f.High, f.Counts, g.Value, g.Low, g.High, g.Counts)
		}
	}
	return ""
}

func fault(err error) *assessments.Fault {
	var f *assessments.Fault
	if !errors.As(err, &f) {
		return &assessments.Fault{}
	}
	return f
}
