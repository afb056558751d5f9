package views_test

import (
	"math/big"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"nivel/assessments"
	"nivel/assessments/views"
)

// The largest difference comes first; don't know, which is no measure, comes last.
func TestDifferencesAreOrdered(t *testing.T) {
	at := func(who assessments.Respondent, q string, v assessments.Value) assessments.Rating {
		return assessments.Rating{ID: string(who) + q, Question: q, Respondent: who, At: start, Answer: assessments.Answer{Value: v}}
	}
	owner, advisor, colleague := assessments.Owner, assessments.Advisor, assessments.Colleague
	got := views.Differences(model(), []assessments.Rating{
		at(owner, "plan", assessments.DontKnowValue), at(advisor, "plan", assessments.AtLevel(5)),
		at(owner, "backup", assessments.AtLevel(1)), at(advisor, "backup", assessments.AtLevel(2)), at(colleague, "backup", assessments.AtLevel(4)),
		at(owner, "tools", assessments.NotApplicableValue), at(advisor, "tools", assessments.Value{}.WithRow("cad", assessments.AtLevel(0))),
		at(owner, "sites", assessments.Choosing("web")), at(advisor, "sites", assessments.Choosing("shop")), // worth the same
		at(owner, "dii.web", assessments.Saying(true)), at(advisor, "dii.web", assessments.Saying(false)),
		at(owner, "elsewhere", assessments.AtLevel(1)), at(advisor, "elsewhere", assessments.AtLevel(2)), // not a question of the model
	})
	want := []struct {
		question string
		distance *big.Rat
		voices   int
	}{{"tools", big.NewRat(1, 1), 2}, {"dii.web", big.NewRat(1, 1), 2}, {"backup", big.NewRat(3, 5), 3}, {"plan", new(big.Rat), 2}, {"sites", new(big.Rat), 2}}
	if len(got) != len(want) {
		t.Fatalf("%d differences: %+v", len(got), got)
	}
	for i, w := range want {
		if d := got[i]; d.Question != w.question || d.Distance.Cmp(w.distance) != 0 || len(d.Said) != w.voices || d.Said[0].Respondent != owner {
			t.Errorf("number %d is %+v, want %+v", i, d, w)
		}
	}
}

func TestDifferencesNeverRise(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := views.Differences(model(), everybody(t))
		for i := range all {
			if d := all[i].Distance; d.Sign() < 0 || d.Cmp(big.NewRat(1, 1)) > 0 || i > 0 && d.Cmp(all[i-1].Distance) > 0 {
				t.Fatalf("%v stands at %d in %+v", d, i, all)
			}
		}
	})
}

// causes are those of one question, each with who is behind it.
func causes(items []views.Item, question string) []string {
	var out []string
	for _, i := range items {
		if i.Question == question {
			for _, r := range i.Reasons {
				text := string(r.Cause)
				for _, who := range r.Who {
					text += " " + string(who)
				}
				for _, row := range r.Rows {
					text += " " + row
				}
				out = append(out, text)
			}
		}
	}
	return out
}

func TestClarify(t *testing.T) {
	a := func(v assessments.Value) assessments.Answer { return assessments.Answer{Value: v} }
	flag, guess := a(assessments.AtLevel(2)), a(assessments.AtLevel(2))
	flag.Flag, guess.Confidence = true, assessments.Guess
	carried := func(who assessments.Respondent, minutes int) assessments.Rating {
		r := rating(who, minutes, a(assessments.AtLevel(2)))
		r.Carried = true
		return r
	}
	tools := rating(assessments.Owner, 0, a(assessments.Value{}.WithRow("erp", assessments.DontKnowValue).WithRow("cad", assessments.AtLevel(1))))
	tools.Question = "tools"
	backup := rating(assessments.Owner, 9, a(assessments.AtLevel(0)))
	backup.Question = "backup"
	sites := rating(assessments.Owner, 8, flag)
	sites.Question = "sites"
	owner, advisor, agreed := assessments.Owner, assessments.Advisor, assessments.Agreed
	for name, c := range map[string]struct {
		ratings  []assessments.Rating
		question string
		want     []string
	}{
		"all is clear":              {said("owner 2"), "plan", nil},
		"a flag":                    {[]assessments.Rating{rating(owner, 0, flag)}, "plan", []string{"flagged owner"}},
		"a flag on what is agreed":  {append(said("owner 2"), rating(advisor, 2, flag), rating(agreed, 3, flag)), "plan", []string{"flagged advisor agreed"}},
		"a don't know":              {said("owner ?"), "plan", []string{"unknown owner"}},
		"a row of a grid":           {[]assessments.Rating{tools}, "tools", []string{"unknown owner erp"}},
		"a guess":                   {[]assessments.Rating{rating(owner, 0, guess)}, "plan", []string{"guessed owner"}},
		"a guess that was agreed":   {[]assessments.Rating{rating(owner, 0, guess), rating(agreed, 1, flag)}, "plan", []string{"flagged agreed"}},
		"a don't know, then agreed": {said("owner ?, agreed 3"), "plan", nil},
		"overruled don't know":      {said("owner ?, advisor 3, agreed 3"), "plan", nil},
		"kept":                      {[]assessments.Rating{carried(owner, 0)}, "plan", []string{"unconfirmed owner"}},
		"kept, then confirmed":      {append([]assessments.Rating{carried(owner, 0)}, rating(owner, 1, a(assessments.AtLevel(2)))), "plan", nil},
		"confirmed by another":      {append([]assessments.Rating{carried(owner, 0)}, rating(advisor, 1, a(assessments.AtLevel(2)))), "plan", nil},
		"open":                      {said("owner 2, advisor 3"), "plan", []string{"differing"}},
		"open, and not sure":        {append(said("owner ?"), rating(advisor, 2, guess)), "plan", []string{"unknown owner", "guessed advisor", "differing"}},
		"open, one kept":            {append(said("owner 3"), carried(advisor, 2)), "plan", []string{"unconfirmed advisor", "differing"}},
		"settled":                   {said("owner 2, advisor 3, agreed 2"), "plan", nil},
		"a contradiction":           {append(said("owner 5"), backup), "plan", []string{"contradicted"}},
		"its other side":            {append(said("owner 5"), backup), "backup", []string{"contradicted"}},
		"hidden":                    {append(said("owner 0"), rating(owner, 3, a(assessments.AtLevel(0))), sites), "sites", nil},
		"no longer hidden":          {append(said("owner 1"), sites), "sites", []string{"flagged owner"}},
	} {
		if got := causes(views.Clarify(model(), c.ratings), c.question); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// Each question stands there once, in the order of the model, and for a reason; every flag, every
// don't-know and every guess that counts, and every open difference is in the list.
func TestClarifyIsComplete(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m, ratings := model(), everybody(t)
		items, answers := views.Clarify(m, ratings), views.Agreed(ratings)
		at := map[string]int{}
		for i, item := range items {
			if place := slices.Index(questions, item.Question); len(item.Reasons) == 0 || i > 0 && place <= slices.Index(questions, items[i-1].Question) {
				t.Fatalf("%s stands at %d with %d reasons", item.Question, i, len(item.Reasons))
			}
			at[item.Question] = i + 1
		}
		hidden := m.Hidden(answers)
		for q, a := range answers {
			if (a.Flag || a.Value.Standing == assessments.DontKnow || a.Confidence == assessments.Guess && a.Value.Standing != assessments.Unanswered) && !hidden[q] && at[q] == 0 {
				t.Fatalf("%s is %+v and not to be clarified", q, a)
			}
		}
		for _, d := range views.Differences(m, ratings) {
			if d.Open() && !hidden[d.Question] && !slices.Contains(causes(items, d.Question), "differing") {
				t.Fatalf("the difference about %s is not to be clarified", d.Question)
			}
		}
	})
}
