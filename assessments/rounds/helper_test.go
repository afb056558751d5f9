package rounds_test

import (
	"fmt"
	"math/big"
	"time"

	"pgregory.net/rapid"

	"nivel/assessments"
	"nivel/assessments/rounds"
)

var start = time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)

func ladder(id string) assessments.Question {
	return assessments.Question{ID: id, Dimension: id[:1], Kind: assessments.Ladder, Path: "quick", Weight: big.NewRat(1, 1), Values: assessments.Even(6)}
}

// version is a model of the dimensions a and b, each of weight 1.
func version(number string, questions ...assessments.Question) *assessments.Model {
	m := &assessments.Model{ID: "m", Version: number, Date: "2026-01-0" + number, Paths: []string{"quick", "full"}, Overall: assessments.Mean, Questions: questions}
	for _, id := range []string{"a", "b"} {
		m.Dimensions = append(m.Dimensions, assessments.Dimension{ID: id, Weight: big.NewRat(1, 1), Combine: assessments.Mean})
	}
	return m
}

// round is one with a level for each ladder of its model; -1 is no answer.
func round(n int, m *assessments.Model, levels ...int) rounds.Round {
	r := rounds.Round{Model: m, Answers: assessments.Answers{}, Assessment: assessments.Assessment{ID: fmt.Sprintf("t%d", n), CompanyID: "c", ModelID: m.ID, ModelVersion: m.Version,
		Path: "full", Weights: assessments.Standard, Round: n, StartedAt: start.AddDate(n, 0, 0)}}
	for i, level := range levels {
		if level >= 0 {
			r.Answers[m.Questions[i].ID] = assessments.Answer{Value: assessments.AtLevel(level)}
		}
	}
	return r
}

// randomVersion draws a model whose questions come and go, change their levels, rows, meaning and
// name from one draw to the next.
func randomVersion(t *rapid.T, number string) *assessments.Model {
	m := version(number)
	for i := range 8 {
		if rapid.IntRange(0, 4).Draw(t, "left out") == 0 {
			continue
		}
		q := ladder(fmt.Sprintf("%c%d", 'a'+i%2, i))
		switch i % 4 {
		case 1:
			q.Kind, q.Values = assessments.Grid, assessments.Even(4)
			for r := range rapid.IntRange(1, 3).Draw(t, "rows") {
				q.Rows = append(q.Rows, assessments.Row{ID: fmt.Sprintf("r%d", r)})
			}
		case 2:
			q.Values = assessments.Even(rapid.IntRange(2, 6).Draw(t, "levels"))
			q.Ceiling = map[assessments.SizeClass]int{assessments.Micro: 1}
		case 3:
			q.When = &assessments.When{Answers: []assessments.Test{{Question: "a0", Level: 1}}}
		}
		if rapid.IntRange(0, 5).Draw(t, "elsewhere") == 0 {
			q.Dimension = map[string]string{"a": "b", "b": "a"}[q.Dimension]
		}
		if rapid.IntRange(0, 5).Draw(t, "longer") == 0 {
			q.Path = "full"
		}
		if rapid.IntRange(0, 5).Draw(t, "revised") == 0 {
			q.Revision = 1
		}
		if rapid.IntRange(0, 4).Draw(t, "renamed") == 0 {
			q.Was = &assessments.Was{Question: fmt.Sprintf("%c%d", 'a'+i%2, rapid.IntRange(0, 3).Draw(t, "was")*2+i%2)}
			for range rapid.IntRange(0, 6).Draw(t, "mapped") {
				q.Was.Levels = append(q.Was.Levels, rapid.IntRange(0, len(q.Values)-1).Draw(t, "level"))
			}
		}
		m.Questions = append(m.Questions, q)
	}
	return m
}

func randomRound(t *rapid.T, n int, m *assessments.Model) rounds.Round {
	r := round(n, m)
	r.Assessment.Path = rapid.SampledFrom([]string{"quick", "full", ""}).Draw(t, "path")
	r.Size = rapid.SampledFrom([]assessments.SizeClass{assessments.Micro, assessments.Small}).Draw(t, "size")
	if rapid.IntRange(0, 3).Draw(t, "weighed") == 0 {
		if err := r.Assessment.SetWeights(m, map[string]*big.Rat{"a": big.NewRat(rapid.Int64Range(1, 3).Draw(t, "weight"), 1)}); err != nil {
			t.Fatal(err)
		}
	}
	for i := range m.Questions {
		q := &m.Questions[i]
		level := rapid.Map(rapid.IntRange(0, len(q.Values)-1), assessments.AtLevel)
		var v assessments.Value
		switch {
		case rapid.IntRange(0, 5).Draw(t, "standing") == 0:
			v = rapid.SampledFrom([]assessments.Value{{}, assessments.DontKnowValue, assessments.NotApplicableValue}).Draw(t, "value")
		case len(q.Rows) > 0:
			for _, row := range q.Rows {
				v = v.WithRow(row.ID, level.Draw(t, row.ID))
			}
		default:
			v = level.Draw(t, "level")
		}
		r.Answers[q.ID] = assessments.Answer{Value: v}
	}
	return r
}

// pairOfRounds are two rounds of one version or of two.
func pairOfRounds(t *rapid.T) (rounds.Round, rounds.Round) {
	m := randomVersion(t, "1")
	other := m
	if rapid.Bool().Draw(t, "another version") {
		other = randomVersion(t, "2")
	}
	if rapid.Bool().Draw(t, "back to the older") {
		m, other = other, m
	}
	return randomRound(t, 0, m), randomRound(t, 1, other)
}

// ids numbers what is made.
func ids() func() string {
	n := 0
	return func() string {
		n++
		return fmt.Sprintf("id-%d", n)
	}
}
