package scoring_test

import (
	"fmt"
	"math/big"
	"slices"

	"pgregory.net/rapid"

	"nivel/assessments"
	"nivel/assessments/scoring"
)

// shape is what a drawn model may have besides questions of every kind.
type shape struct {
	rules      []assessments.Combine // of dimensions and their parts; nil: mean, minimum and count
	overall    []assessments.Combine // nil: rules
	conditions bool                  // questions that hide others, and some that read another's answer
	floors     bool                  // lowest levels that are worth something
}

var (
	rules = []assessments.Combine{assessments.Mean, assessments.Minimum, assessments.Count}
	kinds = []assessments.Kind{assessments.Ladder, assessments.Checklist, assessments.Grid, assessments.Plans, assessments.Partly, assessments.YesNo, assessments.Number}
	sizes = []assessments.SizeClass{assessments.Micro, assessments.Small, assessments.Medium, assessments.Large}
)

// randomModel draws a model of any shape the format allows, as it is for one size of firm.
func randomModel(t *rapid.T, s shape) *assessments.Model {
	if s.rules == nil {
		s.rules = rules
	}
	if s.overall == nil {
		s.overall = s.rules
	}
	rule := rapid.SampledFrom(s.rules)
	m := &assessments.Model{ID: "m", Paths: []string{"quick"}, Overall: rapid.SampledFrom(s.overall).Draw(t, "overall")}
	for d := range rapid.IntRange(1, 4).Draw(t, "dimensions") {
		dim := assessments.Dimension{ID: fmt.Sprintf("d%d", d), Weight: weight(t, d == 0), Combine: rule.Draw(t, "rule")}
		weighed := rapid.Bool().Draw(t, "weighed")
		for i := range rapid.IntRange(0, 3).Draw(t, "parts") {
			sub := assessments.Subdimension{ID: fmt.Sprintf("s%d", i), Combine: rule.Draw(t, "rule")}
			if weighed {
				sub.Weight = weight(t, i == 0)
			}
			dim.Subdimensions = append(dim.Subdimensions, sub)
		}
		m.Dimensions = append(m.Dimensions, dim)
		for n := range max(len(dim.Subdimensions), rapid.IntRange(1, 5).Draw(t, "questions")) {
			q := randomQuestion(t, dim.ID, n, s.floors)
			if k := len(dim.Subdimensions); k > 0 {
				q.Subdimension = dim.Subdimensions[n%k].ID
			}
			if s.conditions {
				conditioned(t, m, &q)
			}
			m.Questions = append(m.Questions, q)
		}
	}
	return m.For(assessments.Scope{Size: rapid.SampledFrom(sizes).Draw(t, "size")})
}

func weight(t *rapid.T, positive bool) *big.Rat {
	low := int64(0)
	if positive {
		low = 1
	}
	return big.NewRat(rapid.Int64Range(low, 9).Draw(t, "weight"), rapid.Int64Range(1, 4).Draw(t, "per"))
}

func randomQuestion(t *rapid.T, dimension string, n int, floors bool) assessments.Question {
	q := assessments.Question{ID: fmt.Sprintf("%s.q%d", dimension, n), Dimension: dimension, Weight: weight(t, n == 0), Path: "quick",
		Kind: rapid.SampledFrom(kinds).Draw(t, "kind")}
	switch q.Kind {
	case assessments.Ladder:
		q.Values = randomLevels(t, floors)
	case assessments.Partly:
		q.Values = assessments.Even(3)
	case assessments.Number:
		q.Values = randomLevels(t, floors)
		q.Range = assessments.NumberRange{Least: new(big.Rat), Most: big.NewRat(100, 1), Decimals: 1}
		for i := range q.Values {
			q.Bands = append(q.Bands, big.NewRat(int64(10*i), 1))
		}
		if rapid.Bool().Draw(t, "less is better") {
			slices.Reverse(q.Values)
		}
	case assessments.Checklist:
		for o := range rapid.IntRange(1, 5).Draw(t, "options") {
			q.Options = append(q.Options, assessments.Option{ID: fmt.Sprintf("o%d", o), Value: weight(t, o == 0)})
		}
		q.Options = append(q.Options, assessments.Option{ID: "none", Value: new(big.Rat), Exclusive: true})
	case assessments.Grid, assessments.Plans:
		for r := range rapid.IntRange(1, 4).Draw(t, "rows") {
			q.Rows = append(q.Rows, assessments.Row{ID: fmt.Sprintf("r%d", r)})
		}
		if q.Kind == assessments.Grid {
			q.Values = randomLevels(t, floors)
		} else {
			q.Column = rapid.SampledFrom([]assessments.Column{assessments.Already, assessments.Planned, assessments.Either}).Draw(t, "column")
		}
	}
	if n := len(q.Values); n > 2 && q.Kind != assessments.Partly && rapid.Bool().Draw(t, "ceiled") {
		q.Ceiling = map[assessments.SizeClass]int{}
		for _, s := range sizes {
			q.Ceiling[s] = rapid.IntRange(1, n-1).Draw(t, "ceiling")
		}
	}
	return q
}

// randomLevels never fall and end at 1.
func randomLevels(t *rapid.T, floors bool) []*big.Rat {
	steps := rapid.SliceOfN(rapid.Int64Range(0, 3), 2, 7).Draw(t, "steps")
	if !floors {
		steps[0] = 0
	}
	total := int64(1)
	for _, s := range steps {
		total += s
	}
	var out []*big.Rat
	sum := int64(0)
	for i, s := range steps {
		if sum += s; i == len(steps)-1 {
			sum = total
		}
		out = append(out, big.NewRat(sum, total))
	}
	return out
}

// conditioned draws, for some questions, what they depend on among those before.
func conditioned(t *rapid.T, m *assessments.Model, q *assessments.Question) {
	if len(m.Questions) == 0 {
		return
	}
	before := &m.Questions[rapid.IntRange(0, len(m.Questions)-1).Draw(t, "before")]
	if before.Kind == assessments.Plans && before.SameAs == "" && rapid.Bool().Draw(t, "same") {
		*q = assessments.Question{ID: q.ID, Dimension: q.Dimension, Subdimension: q.Subdimension, Weight: q.Weight, Path: q.Path, Kind: assessments.Plans,
			SameAs: before.ID, Column: assessments.Planned, Rows: before.Rows}
		return
	}
	if before.Asked() && rapid.Bool().Draw(t, "conditional") {
		q.When = &assessments.When{Answers: []assessments.Test{randomTest(t, before)}}
	}
}

func randomTest(t *rapid.T, q *assessments.Question) assessments.Test {
	test := assessments.Test{Question: q.ID, Not: rapid.Bool().Draw(t, "not")}
	switch q.Kind {
	case assessments.Checklist:
		test.Option = rapid.SampledFrom(q.Options).Draw(t, "option").ID
		return test
	case assessments.YesNo:
		test.Yes = true
		return test
	case assessments.Grid, assessments.Plans:
		test.Row = rapid.SampledFrom(q.Rows).Draw(t, "row").ID
	}
	test.Level = rapid.IntRange(1, 3).Draw(t, "level")
	return test
}

func randomValue(t *rapid.T, q *assessments.Question) assessments.Value {
	switch rapid.IntRange(0, 9).Draw(t, "standing") {
	case 0:
		return assessments.NotApplicableValue
	case 1:
		return assessments.DontKnowValue
	case 2:
		return assessments.Value{}
	}
	return knownValue(t, q, true)
}

// knownValue draws an answer; gaps allows open, unknown and inapplicable rows.
func knownValue(t *rapid.T, q *assessments.Question, gaps bool) assessments.Value {
	switch q.Kind {
	case assessments.YesNo:
		return assessments.Saying(rapid.Bool().Draw(t, "yes"))
	case assessments.Number:
		return number(rapid.IntRange(0, 1000).Draw(t, "tenths"))
	case assessments.Checklist:
		var chosen []string
		for _, o := range q.Options {
			if !o.Exclusive && rapid.Bool().Draw(t, o.ID) {
				chosen = append(chosen, o.ID)
			}
		}
		if chosen == nil {
			if o := q.Options[len(q.Options)-1]; o.Exclusive {
				return assessments.Choosing(o.ID)
			}
			chosen = []string{q.Options[0].ID}
		}
		return assessments.Choosing(chosen...)
	case assessments.Grid, assessments.Plans:
		v := assessments.Value{}
		for _, r := range q.Rows {
			row := randomLevel(t, q)
			if gaps {
				row = rapid.SampledFrom([]assessments.Value{row, row, row, {}, assessments.NotApplicableValue, assessments.DontKnowValue}).Draw(t, "row")
			}
			v = v.WithRow(r.ID, row)
		}
		return v
	}
	return randomLevel(t, q)
}

// randomLevel is a level of a question or of one of its rows.
func randomLevel(t *rapid.T, q *assessments.Question) assessments.Value {
	return assessments.AtLevel(rapid.IntRange(0, highest(q)).Draw(t, "level"))
}

func highest(q *assessments.Question) int {
	if q.Kind == assessments.Plans {
		return 3
	}
	return q.Steps() - 1
}

func number(tenths int) assessments.Value {
	v, err := assessments.Counting(big.NewRat(int64(tenths), 10).FloatString(1))
	if err != nil {
		panic(err)
	}
	return v
}

func randomAnswers(t *rapid.T, m *assessments.Model) assessments.Answers {
	out := assessments.Answers{}
	for i := range m.Questions {
		if q := &m.Questions[i]; q.Asked() {
			if v := randomValue(t, q); v.Standing != assessments.Unanswered {
				out[q.ID] = assessments.Answer{Value: v}
			}
		}
	}
	return out
}

// figures are all scores of a result: overall, of each dimension and of each of its parts.
func figures(r *scoring.Result) []scoring.Figure {
	out := []scoring.Figure{r.Overall}
	for _, d := range r.Dimensions {
		out = append(out, d.Figure)
		for _, s := range d.Subdimensions {
			out = append(out, s.Figure)
		}
	}
	return out
}

func same(a, b *big.Rat) bool { return a == nil && b == nil || a != nil && b != nil && a.Cmp(b) == 0 }

func alike(f, g scoring.Figure) bool {
	return same(f.Value, g.Value) && same(f.Low, g.Low) && same(f.High, g.High) && f.Counts == g.Counts
}
