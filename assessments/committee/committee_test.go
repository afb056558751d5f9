package committee_test

import (
	"errors"
	"fmt"
	"math"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"nivel/assessments"
	"nivel/assessments/committee"
)

// The worked example "choosing a house to buy" of T. L. Saaty, How to make a decision: The Analytic
// Hierarchy Process, European Journal of Operational Research 48 (1990), pages 9 to 26: eight criteria,
// priorities to three digits, the largest eigenvalue 9.669 and the consistency ratio 0.169 as printed.
func TestSaatyHouse(t *testing.T) {
	m := committee.Matrix{
		{1, 5, 3, 7, 6, 6, 1. / 3, 1. / 4},
		{1. / 5, 1, 1. / 3, 5, 3, 3, 1. / 5, 1. / 7},
		{1. / 3, 3, 1, 6, 3, 4, 6, 1. / 5},
		{1. / 7, 1. / 5, 1. / 6, 1, 1. / 3, 1. / 4, 1. / 7, 1. / 8},
		{1. / 6, 1. / 3, 1. / 3, 3, 1, 1. / 2, 1. / 5, 1. / 6},
		{1. / 6, 1. / 3, 1. / 4, 4, 2, 1, 1. / 5, 1. / 6},
		{3, 5, 1. / 6, 7, 5, 5, 1, 1. / 2},
		{4, 7, 5, 8, 6, 6, 2, 1},
	}
	want := []float64{0.173, 0.054, 0.188, 0.018, 0.031, 0.036, 0.167, 0.333}
	got, lambda, ratio := committee.Priorities(m)
	for i := range want {
		if math.Abs(got[i]-want[i]) > 0.0011 {
			t.Errorf("priority %d is %.4f, published as %.3f", i+1, got[i], want[i])
		}
	}
	if math.Abs(lambda-9.669) > 0.001 || math.Abs(ratio-0.169) > 0.001 {
		t.Errorf("lambda %.4f, ratio %.4f; published as 9.669 and 0.169", lambda, ratio)
	}
}

// A matrix made from weights gives these weights back and has no contradiction; the order of the
// criteria does not matter.
func TestPrioritiesLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		weights := rapid.SliceOfN(rapid.Float64Range(0.02, 1), 3, 9).Draw(t, "weights")
		sum := 0.0
		for _, w := range weights {
			sum += w
		}
		m := make(committee.Matrix, len(weights))
		for i := range m {
			for j := range weights {
				m[i] = append(m[i], weights[i]/weights[j])
			}
		}
		got, lambda, ratio := committee.Priorities(m)
		for i := range got {
			if math.Abs(got[i]-weights[i]/sum) > 1e-9 {
				t.Errorf("weight %d is %v, want %v", i, got[i], weights[i]/sum)
			}
		}
		if math.Abs(lambda-float64(len(m))) > 1e-6 || ratio > 1e-6 {
			t.Errorf("lambda %v, ratio %v", lambda, ratio)
		}
		// Any judgements: weights are positive, add up to 1, and move with their criteria.
		n := len(m)
		for i := range n {
			for j := i + 1; j < n; j++ {
				m[i][j] = committee.Judgement(rapid.IntRange(-8, 8).Draw(t, "judgement")).Ratio()
				m[j][i] = 1 / m[i][j]
			}
		}
		order := rapid.Permutation([]int{0, 1, 2, 3, 4, 5, 6, 7, 8}[:n]).Draw(t, "order")
		moved := make(committee.Matrix, n)
		for i := range n {
			for j := range n {
				moved[i] = append(moved[i], m[order[i]][order[j]])
			}
		}
		a, _, ra := committee.Priorities(m)
		b, _, rb := committee.Priorities(moved)
		total := 0.0
		for i := range n {
			total += a[i]
			if a[i] <= 0 || math.Abs(b[i]-a[order[i]]) > 1e-8 {
				t.Errorf("weight %d is %v, in another order %v", i, a[order[i]], b[i])
			}
		}
		if math.Abs(total-1) > 1e-9 || math.Abs(ra-rb) > 1e-7 || ra < 0 {
			t.Errorf("weights add up to %v, ratios %v and %v", total, ra, rb)
		}
	})
}

// A contradiction is found, and what is proposed lessens it.
func TestConsistency(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := committee.NewExpert("1", "Experto 1")
		e.ByPairs = true
		for i, a := range committee.Criteria {
			for _, b := range committee.Criteria[i+1:] {
				e.Pairs[committee.PairOf(a, b)] = committee.Judgement(rapid.IntRange(-8, 8).Draw(t, "judgement"))
			}
		}
		ratio, worst := e.Consistency()
		if (worst != nil) != (ratio > committee.Tolerable) {
			t.Fatalf("ratio %v, contradiction %v", ratio, worst)
		}
		if worst == nil {
			return
		}
		pair := committee.PairOf(worst.A, worst.B)
		if e.Pairs[pair] != worst.Said {
			t.Errorf("%s was judged %d, not %d", pair, e.Pairs[pair], worst.Said)
		}
		if worst.Said != worst.Fit {
			e.Pairs[pair] = worst.Fit
			if less, _ := e.Consistency(); less >= ratio {
				t.Errorf("with what is proposed the ratio goes from %v to %v", ratio, less)
			}
		}
	})
}

func TestJudgementOf(t *testing.T) {
	for j := committee.LeastJudgement; j <= committee.MostJudgement; j++ {
		if got := committee.JudgementOf(j.Ratio()); got != j {
			t.Errorf("%d is %v, which is %d", j, j.Ratio(), got)
		}
	}
	if committee.JudgementOf(100) != 8 || committee.JudgementOf(0.001) != -8 {
		t.Error("a ratio beyond the scale")
	}
}

// drawn is a committee that has rated practices.
func drawn(t *rapid.T) (*committee.Committee, []string) {
	c := &committee.Committee{Name: "Comité"}
	var practices []string
	for i := range rapid.IntRange(0, 9).Draw(t, "practices") {
		practices = append(practices, fmt.Sprintf("p%d", i))
	}
	for i := range rapid.IntRange(0, 6).Draw(t, "experts") {
		e := committee.NewExpert(fmt.Sprint(i), fmt.Sprintf("Experto %d", i+1))
		e.ByPairs = rapid.Bool().Draw(t, "pairs")
		for k, a := range committee.Criteria {
			e.Points[a] = rapid.IntRange(1, 100).Draw(t, "points")
			for _, b := range committee.Criteria[k+1:] {
				e.Pairs[committee.PairOf(a, b)] = committee.Judgement(rapid.IntRange(-8, 8).Draw(t, "judgement"))
			}
		}
		for _, p := range practices {
			for _, k := range committee.Criteria {
				e.Mark(p, k, rapid.IntRange(0, 5).Draw(t, "mark"))
			}
		}
		c.Experts = append(c.Experts, e)
	}
	return c, practices
}

// Every practice is ranked or named; a score lies between the lowest and the highest mark; the order
// of experts does not matter; an expert who rates nothing changes nothing.
func TestRankLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, practices := drawn(t)
		r, err := c.Rank(practices)
		if err != nil {
			t.Fatal(err)
		}
		if len(r.Rows)+len(r.Unrated) != len(practices) || r.Voices+len(r.Silent) != len(c.Experts) {
			t.Errorf("%d ranked and %d not of %d; %d voices and %d silent of %d", len(r.Rows), len(r.Unrated), len(practices), r.Voices, len(r.Silent), len(c.Experts))
		}
		for i, row := range r.Rows {
			if row.Score < committee.LeastMark-1e-9 || row.Score > committee.MostMark+1e-9 || i > 0 && row.Score > r.Rows[i-1].Score+1e-9 || row.Place > i+1 {
				t.Errorf("row %d is %+v", i, row)
			}
		}
		more := *c
		more.Experts = append(slices.Clone(c.Experts), committee.NewExpert("silent", "Nadie"))
		slices.Reverse(more.Experts)
		again, err := more.Rank(practices)
		if err != nil || len(again.Rows) != len(r.Rows) {
			t.Fatalf("%+v (%v)", again, err)
		}
		for i := range r.Rows {
			if math.Abs(again.Rows[i].Score-r.Rows[i].Score) > 1e-9 {
				t.Errorf("row %d is %v, with the experts in another order %v", i, r.Rows[i].Score, again.Rows[i].Score)
			}
		}
		if !slices.Contains(again.Silent, "silent") {
			t.Error("an expert who rates nothing is not named")
		}
	})
}

// Between the turns the first three stay; beyond them they do not: looked at on a fine grid.
func TestSensitivity(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, practices := drawn(t)
		r, err := c.Rank(practices)
		if err != nil {
			t.Fatal(err)
		}
		swings := r.Sensitivity()
		if swings == nil {
			return
		}
		first := func(k committee.Criterion, weight float64) (map[string]bool, float64) {
			scores, order := map[string]float64{}, []string{}
			for _, row := range r.Rows {
				for _, x := range committee.Criteria {
					w := weight
					if x != k {
						w = r.Weights[x] * (1 - weight) / (1 - r.Weights[k])
					}
					scores[row.Practice] += w * row.Means[x]
				}
				order = append(order, row.Practice)
			}
			slices.SortStableFunc(order, func(a, b string) int {
				if scores[a] > scores[b] {
					return -1
				} else if scores[a] < scores[b] {
					return 1
				}
				return 0
			})
			return map[string]bool{order[0]: true, order[1]: true, order[2]: true}, scores[order[2]] - scores[order[3]]
		}
		for _, s := range swings {
			now, _ := first(s.Criterion, s.Weight)
			low, high := 0.0, 1.0
			if s.Down != nil {
				low = s.Down.Weight
			}
			if s.Up != nil {
				high = s.Up.Weight
			}
			for i := range 401 {
				at := float64(i) / 400
				set, lead := first(s.Criterion, at)
				same := reflect.DeepEqual(set, now)
				if lead < 1e-7 {
					continue // a tie is neither
				}
				if at > low+1e-9 && at < high-1e-9 && !same {
					t.Errorf("%s at %v changes the first three, though they stay from %v to %v", s.Criterion, at, low, high)
				}
			}
			for _, turn := range []*committee.Turn{s.Down, s.Up} {
				if turn == nil {
					continue
				}
				beyond := turn.Weight + math.Copysign(1e-6, turn.Weight-s.Weight)
				if beyond < 0 || beyond > 1 {
					continue
				}
				if set, lead := first(s.Criterion, beyond); lead > 1e-9 && reflect.DeepEqual(set, now) {
					t.Errorf("%s beyond %v changes nothing", s.Criterion, turn.Weight)
				}
			}
		}
	})
}

// What is kept comes back as it was; what cannot stand is said.
func TestKept(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, _ := drawn(t)
		c.Minutes.Day, c.Sheets = "2026-12-01", map[string]committee.Sheet{"p1": {Fit: "Encaja"}}
		u, err := committee.Written(c, true)
		if err != nil {
			t.Fatal(err)
		}
		got, err := committee.Read(&u)
		if err != nil || !u.Sample || !reflect.DeepEqual(got, c) {
			t.Errorf("%+v came back as %+v (%v)", c, got, err)
		}
	})
	bad := map[string]func(*committee.Committee){
		"committee-point":   func(c *committee.Committee) { c.Experts[0].Points[committee.Need] = 101 },
		"committee-mark":    func(c *committee.Committee) { c.Experts[0].Mark("p", committee.Need, 6) },
		"committee-damaged": func(c *committee.Committee) { c.Experts = append(c.Experts, c.Experts[0]) },
		"date-form":         func(c *committee.Committee) { c.Minutes.Day = "mañana" },
		"committee-many": func(c *committee.Committee) {
			for i := range committee.MostExperts {
				c.Experts = append(c.Experts, committee.NewExpert(fmt.Sprint("x", i), ""))
			}
		},
	}
	for code, spoil := range bad {
		c := &committee.Committee{Experts: []committee.Expert{committee.NewExpert("1", "Experto 1")}}
		spoil(c)
		var f *assessments.Fault
		if err := c.Check(); !errors.As(err, &f) || f.Code != code {
			t.Errorf("%s: %v", code, err)
		}
	}
	silent := &committee.Committee{Experts: []committee.Expert{committee.NewExpert("1", "Experto 1")}}
	for _, k := range committee.Criteria {
		silent.Experts[0].Points[k] = 0
	}
	silent.Experts[0].Mark("p", committee.Need, 3)
	if _, err := silent.Rank([]string{"p"}); err == nil {
		t.Error("an expert without any point is counted")
	}
}
