package views_test

import (
	"fmt"
	"math/big"
	"strings"
	"time"

	"pgregory.net/rapid"

	"nivel/assessments"
)

var start = time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)

// model has two ladders that contradict each other, a grid, a checklist that is hidden while the
// first ladder is at 0, and an index of one condition.
func model() *assessments.Model {
	one := big.NewRat(1, 1)
	m := &assessments.Model{ID: "m", Overall: assessments.Mean, Paths: []string{"quick"}, Dimensions: []assessments.Dimension{{ID: "d", Weight: one, Combine: assessments.Mean}},
		Index: &assessments.Index{ID: "dii", Conditions: []assessments.Condition{{ID: "web"}}}}
	add := func(q assessments.Question) {
		q.Dimension, q.Weight, q.Path = "d", one, "quick"
		m.Questions = append(m.Questions, q)
	}
	add(assessments.Question{ID: "plan", Kind: assessments.Ladder, Values: assessments.Even(6)})
	add(assessments.Question{ID: "backup", Kind: assessments.Ladder, Values: assessments.Even(6)})
	add(assessments.Question{ID: "tools", Kind: assessments.Grid, Values: assessments.Even(6), Rows: []assessments.Row{{ID: "cad"}, {ID: "erp"}}})
	add(assessments.Question{ID: "sites", Kind: assessments.Checklist, Options: []assessments.Option{{ID: "web", Value: one}, {ID: "shop", Value: one}},
		When: &assessments.When{Answers: []assessments.Test{{Question: "plan", Level: 1}}}})
	m.Contradictions = []assessments.Contradiction{{ID: "both", Both: [2]assessments.Test{{Question: "plan", Level: 4}, {Question: "backup", Level: 0, Below: 1}}}}
	return m
}

var questions = []string{"plan", "backup", "tools", "sites", "dii.web"}

func randomValue(t *rapid.T, question string) assessments.Value {
	switch rapid.IntRange(0, 7).Draw(t, "standing") {
	case 0:
		return assessments.DontKnowValue
	case 1:
		return assessments.NotApplicableValue
	case 2:
		return assessments.Value{}
	}
	level := rapid.Map(rapid.IntRange(0, 5), assessments.AtLevel)
	switch question {
	case "tools":
		v := assessments.Value{}
		for _, row := range []string{"cad", "erp"} {
			v = v.WithRow(row, rapid.OneOf(level, rapid.SampledFrom([]assessments.Value{{}, assessments.DontKnowValue})).Draw(t, row))
		}
		return v
	case "sites":
		return assessments.Choosing(rapid.SampledFrom([][]string{{"web"}, {"shop"}, {"web", "shop"}}).Draw(t, "chosen")...)
	case "dii.web":
		return assessments.Saying(rapid.Bool().Draw(t, "yes"))
	}
	return level.Draw(t, "level")
}

// randomAnswer has few values, so that respondents agree now and then.
func randomAnswer(t *rapid.T, question string) assessments.Answer {
	return assessments.Answer{Value: randomValue(t, question), Relevance: assessments.Relevance(rapid.IntRange(0, 3).Draw(t, "relevance")),
		Confidence: assessments.Confidence(rapid.IntRange(0, 3).Draw(t, "confidence")), Note: rapid.SampledFrom([]string{"", "", "n", "ñ"}).Draw(t, "note"),
		Flag: rapid.IntRange(0, 4).Draw(t, "flag") == 0}
}

// randomRatings are one respondent's, by a clock that may be set back.
func randomRatings(t *rapid.T, who assessments.Respondent, most int) []assessments.Rating {
	var out []assessments.Rating
	for i := range rapid.IntRange(0, most).Draw(t, "ratings") {
		q := rapid.SampledFrom(questions).Draw(t, "question")
		out = append(out, assessments.Rating{ID: fmt.Sprintf("%s-%d", who, i), AssessmentID: "a", Question: q, Respondent: who, By: rapid.SampledFrom([]string{"", "Ana"}).Draw(t, "by"),
			At: start.Add(time.Duration(rapid.IntRange(-50, 50).Draw(t, "at")) * time.Minute), Answer: randomAnswer(t, q), Carried: rapid.IntRange(0, 4).Draw(t, "carried") == 0})
	}
	return out
}

// merge lays lists together; each keeps its own order.
func merge(t *rapid.T, lists ...[]assessments.Rating) []assessments.Rating {
	var out []assessments.Rating
	for {
		var left []int
		for i, l := range lists {
			if len(l) > 0 {
				left = append(left, i)
			}
		}
		if left == nil {
			return out
		}
		i := rapid.SampledFrom(left).Draw(t, "from")
		out, lists[i] = append(out, lists[i][0]), lists[i][1:]
	}
}

// everybody draws what three respondents and their agreements say.
func everybody(t *rapid.T) []assessments.Rating {
	return merge(t, randomRatings(t, assessments.Owner, 8), randomRatings(t, assessments.Colleague, 8), randomRatings(t, assessments.Advisor, 8), randomRatings(t, assessments.Agreed, 4))
}

// rating is one about the plan, minutes after the start.
func rating(who assessments.Respondent, minutes int, a assessments.Answer) assessments.Rating {
	return assessments.Rating{ID: fmt.Sprintf("%s-%d", who, minutes), AssessmentID: "a", Question: "plan", Respondent: who, At: start.Add(time.Duration(minutes) * time.Minute), Answer: a}
}

// said reads "owner 2, advisor 3": who gave which level to the plan, a minute after each other; "?"
// is don't know, "-" not applicable, "0" an answer taken back, "n" a note alone.
func said(text string) []assessments.Rating {
	var out []assessments.Rating
	for i, part := range strings.Split(text, ", ") {
		who, what, ok := strings.Cut(part, " ")
		if !ok {
			continue
		}
		var a assessments.Answer
		switch what {
		case "?":
			a.Value = assessments.DontKnowValue
		case "-":
			a.Value = assessments.NotApplicableValue
		case "n":
			a.Note = "n"
		case "0":
		default:
			a.Value = assessments.AtLevel(int(what[0] - '0'))
			if strings.HasSuffix(what, "n") {
				a.Note = "n"
			}
		}
		out = append(out, rating(assessments.Respondent(who), i, a))
	}
	return out
}
