package advice_test

import (
	"slices"

	"pgregory.net/rapid"

	"nivel/assessments"
	"nivel/assessments/advice"
	"nivel/assessments/content"
)

// randomInput draws a firm: any answers, relevances, targets and size, and decisions about some
// actions.
func randomInput(t *rapid.T, lib *content.Library) advice.Input {
	size := rapid.SampledFrom([]assessments.SizeClass{assessments.Unsized, assessments.Micro, assessments.Small, assessments.Medium, assessments.Large}).Draw(t, "size")
	full := &lib.Pack("industry40").Model
	m := full.For(assessments.Scope{Path: rapid.SampledFrom(full.Paths).Draw(t, "path"), Size: size})
	in := advice.Input{Model: m, Size: size, Sector: rapid.SampledFrom(trades).Draw(t, "sector"), Actions: lib.Actions, Answers: randomAnswers(t, m), Targets: map[string]int{}, Decisions: map[string]assessments.Decision{}}
	for _, d := range m.Dimensions {
		if rapid.Bool().Draw(t, "own target") {
			in.Targets[d.ID] = rapid.IntRange(1, assessments.Top).Draw(t, "target")
		}
	}
	for i := range m.Questions {
		if rapid.IntRange(0, 9).Draw(t, "target of its own") == 0 {
			in.Targets[m.Questions[i].ID] = rapid.IntRange(0, assessments.Top).Draw(t, "target")
		}
	}
	if rapid.Bool().Draw(t, "other needs") {
		in.Actions = withNeeds(t, lib.Actions)
	}
	for range rapid.IntRange(0, 4).Draw(t, "decisions") {
		a := rapid.SampledFrom(lib.Actions).Draw(t, "decided")
		kind := rapid.SampledFrom([]assessments.DecisionKind{assessments.NotNow, assessments.Underway, assessments.Chosen}).Draw(t, "kind")
		in.Decisions[a.ID] = assessments.Decision{Action: a.ID, Kind: kind}
	}
	return in
}

// withNeeds lets actions need others at random, never in a circle: what waits is rare in the shipped
// ones.
func withNeeds(t *rapid.T, actions []assessments.Action) []assessments.Action {
	out := slices.Clone(actions)
	for i := 1; i < len(out); i++ {
		if rapid.Bool().Draw(t, "needs") {
			out[i].Needs = []string{out[rapid.IntRange(0, i-1).Draw(t, "need")].ID}
		}
	}
	return out
}

// randomAnswers leaves few questions open, so that most firms have gaps in every dimension; low is
// more likely than high.
func randomAnswers(t *rapid.T, m *assessments.Model) assessments.Answers {
	out := assessments.Answers{}
	relevances := []assessments.Relevance{0, 0, 0, assessments.RelevanceNone, assessments.RelevanceSome, assessments.RelevanceHigh}
	highest := rapid.SampledFrom([]int{0, 1, 2, 3, 5, 5}).Draw(t, "highest")
	for i := range m.Questions {
		q := &m.Questions[i]
		a := assessments.Answer{Relevance: rapid.SampledFrom(relevances).Draw(t, "relevance")}
		switch rapid.IntRange(0, 12).Draw(t, q.ID) {
		case 0:
			a.Value = assessments.NotApplicableValue
		case 1:
			a.Value = assessments.DontKnowValue
		case 2:
		default:
			a.Value = randomValue(t, q, highest)
		}
		if !a.Empty() && q.Asked() {
			out[q.ID] = a
		}
	}
	return out
}

func randomValue(t *rapid.T, q *assessments.Question, highest int) assessments.Value {
	level := rapid.IntRange(0, max(0, min(highest, q.Steps()-1)))
	switch q.Kind {
	case assessments.YesNo:
		return assessments.Saying(rapid.IntRange(0, 5).Draw(t, "yes") <= highest)
	case assessments.Number:
		v, err := assessments.Counting(assessments.Plain(q.Bands[level.Draw(t, "band")]))
		if err != nil {
			t.Fatal(err)
		}
		return v
	case assessments.Plans:
		level = rapid.IntRange(0, min(highest, 3))
	case assessments.Checklist:
		var chosen, exclusive []string
		for _, o := range q.Options {
			switch {
			case o.Exclusive:
				exclusive = append(exclusive, o.ID)
			case rapid.IntRange(0, 5).Draw(t, o.ID) <= highest:
				chosen = append(chosen, o.ID)
			}
		}
		if chosen == nil {
			chosen = exclusive[:1]
		}
		return assessments.Choosing(chosen...)
	}
	if len(q.Rows) > 0 {
		v := assessments.Value{}
		for _, r := range q.Rows {
			row := assessments.AtLevel(level.Draw(t, r.ID))
			v = v.WithRow(r.ID, rapid.SampledFrom([]assessments.Value{row, row, row, row, {}, assessments.NotApplicableValue, assessments.DontKnowValue}).Draw(t, "row"))
		}
		return v
	}
	return assessments.AtLevel(level.Draw(t, "level"))
}

// own are the offers of the firm itself, wherever they stand.
func own(a *advice.Advice) []advice.Offer {
	out := append(append([]advice.Offer{}, a.Next...), a.Later...)
	for _, o := range a.Aside {
		if o.Action.Who == assessments.Firm {
			out = append(out, o)
		}
	}
	return out
}

// all are all offers, by action.
func all(a *advice.Advice) map[string]advice.Offer {
	out := map[string]advice.Offer{}
	for _, list := range [][]advice.Offer{a.Next, a.Later, a.Ask, a.Aside} {
		for _, o := range list {
			out[o.Action.ID] = o
		}
	}
	return out
}

func shareGap(a, b *advice.Offer) bool {
	for _, r := range a.Reasons {
		for _, s := range b.Reasons {
			if r.Question == s.Question && r.Row == s.Row && r.Option == s.Option {
				return true
			}
		}
	}
	return false
}
