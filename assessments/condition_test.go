package assessments_test

import (
	"maps"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"nivel/assessments"
)

// A test holds, fails, or is open where nothing is known; not applicable fulfils nothing, not even
// the opposite.
func TestTests(t *testing.T) {
	m := &assessments.Model{Questions: []assessments.Question{*questions[0], *questions[1], *questions[2], *questions[3], *questions[4], *questions[6],
		{ID: "same", Kind: assessments.Plans, SameAs: "plans", Rows: rows("x", "y"), Column: assessments.Planned}}}
	row := func(v assessments.Value) assessments.Value { return assessments.Value{}.WithRow("x", v) }
	level := assessments.Test{Question: "ladder", Level: 2, Below: 4}
	option := assessments.Test{Question: "list", Option: "a"}
	cell := assessments.Test{Question: "grid", Row: "x", Level: 3}
	yes := assessments.Test{Question: "yes", Yes: true}
	number := assessments.Test{Question: "number", Level: 10, Below: 20}
	plan := assessments.Test{Question: "plans", Row: "x", Level: 2}
	count := func(text string) assessments.Value { v, _ := assessments.Counting(text); return v }
	for _, c := range []struct {
		test assessments.Test
		v    assessments.Value
		want assessments.Truth
	}{
		{level, assessments.AtLevel(1), assessments.False}, {level, assessments.AtLevel(2), assessments.True}, {level, assessments.AtLevel(3), assessments.True}, {level, assessments.AtLevel(4), assessments.False},
		{level, assessments.AtLevel(9), assessments.Open}, {level, assessments.Choosing("a"), assessments.Open},
		{option, assessments.Choosing("a", "b"), assessments.True}, {option, assessments.Choosing("b"), assessments.False}, {option, assessments.Choosing("none"), assessments.False},
		{cell, row(assessments.AtLevel(3)), assessments.True}, {cell, row(assessments.AtLevel(2)), assessments.False}, {cell, row(assessments.DontKnowValue), assessments.Open},
		{cell, row(assessments.NotApplicableValue), assessments.False}, {cell, assessments.Value{}.WithRow("y", assessments.AtLevel(5)), assessments.Open},
		{yes, assessments.Saying(true), assessments.True}, {yes, assessments.Saying(false), assessments.False},
		{number, count("9.99"), assessments.False}, {number, count("10"), assessments.True}, {number, count("12.5"), assessments.True}, {number, count("20"), assessments.False}, {number, count("19.99"), assessments.True},
		{plan, row(assessments.AtLevel(1)), assessments.False}, {plan, row(assessments.AtLevel(2)), assessments.True}, {plan, row(assessments.AtLevel(3)), assessments.True},
		{assessments.Test{Question: "gone", Level: 1}, assessments.AtLevel(5), assessments.False},
	} {
		answers := assessments.Answers{c.test.Question: {Value: c.v}}
		if got := c.test.On(m, answers); got != c.want {
			t.Errorf("%+v on %+v: %v, want %v", c.test, c.v, got, c.want)
		}
		turned := map[assessments.Truth]assessments.Truth{assessments.Open: assessments.Open, assessments.True: assessments.False, assessments.False: assessments.True}[c.want]
		if c.test.Question == "gone" || c.v.Rows["x"].Standing == assessments.NotApplicable {
			turned = assessments.False
		}
		not := c.test
		not.Not = true
		if got := not.On(m, answers); got != turned {
			t.Errorf("not %+v on %+v: %v, want %v", c.test, c.v, got, turned)
		}
	}
	for _, test := range []assessments.Test{level, option, cell, yes, number, plan} {
		for v, want := range map[*assessments.Value]assessments.Truth{{}: assessments.Open, {Standing: assessments.DontKnow}: assessments.Open, {Standing: assessments.NotApplicable}: assessments.False} {
			for _, not := range []bool{false, true} {
				if test.Not = not; test.On(m, assessments.Answers{test.Question: {Value: *v}}) != want {
					t.Errorf("%+v on %+v is not %v", test, *v, want)
				}
			}
		}
	}
	other := assessments.Test{Question: "same", Row: "x", Level: 2}
	if got := other.On(m, assessments.Answers{"plans": {Value: row(assessments.AtLevel(2))}}); got != assessments.True {
		t.Errorf("a question that reads another's answer: %v", got)
	}
}

// chained are questions each of which may depend on one before, and one that reads the answer to
// another.
func chained(r *rand.Rand) *assessments.Model {
	m := version("1", ladder("a", 6), ladder("b", 6), ladder("c", 6), ladder("d", 6), assessments.Question{ID: "e", Kind: assessments.Plans, Column: assessments.Already, Rows: rows("x")},
		assessments.Question{ID: "f", Kind: assessments.Plans, SameAs: "e", Column: assessments.Planned, Rows: rows("x")})
	for i := 1; i < 5; i++ {
		if r.IntN(3) == 0 {
			continue
		}
		w := &assessments.When{}
		for range 1 + r.IntN(2) {
			w.Answers = append(w.Answers, assessments.Test{Question: m.Questions[r.IntN(min(i, 4))].ID, Level: 1 + r.IntN(4), Not: r.IntN(2) == 0})
		}
		m.Questions[i].When = w
	}
	return m
}

// A question is hidden exactly where one of its tests is known to fail, stands on a hidden question,
// or where the question whose answer it reads is hidden. Nothing answered hides nothing.
func TestHidden(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	seen := 0
	for range 3000 {
		m := chained(r)
		a := assessments.Answers{}
		for i := range m.Questions {
			if q := &m.Questions[i]; q.Asked() {
				a[q.ID] = assessments.Answer{Value: random(r, q)}
			}
		}
		hidden := m.Hidden(a)
		for _, q := range m.Questions {
			want := hidden[q.SameAs]
			if q.When != nil {
				for _, test := range q.When.Answers {
					want = want || hidden[test.Question] || test.On(m, a) == assessments.False
				}
			}
			if hidden[q.ID] != want {
				t.Fatalf("%s is hidden: %v, want %v", q.ID, hidden[q.ID], want)
			}
			if want {
				seen++
			}
		}
		if none := m.Hidden(nil); len(none) != 0 {
			t.Fatalf("with no answer at all %v are hidden", none)
		}
		asking := m.Asking(assessments.Scope{}, a)
		for _, q := range m.Questions {
			if hidden[q.ID] == (asking.Number(q.ID) > 0) {
				t.Fatalf("%s is hidden: %v, and asked as number %d", q.ID, hidden[q.ID], asking.Number(q.ID))
			}
		}
		// Taking an answer back can only bring questions back that depended on it alone.
		id := m.Questions[r.IntN(4)].ID
		b := maps.Clone(a)
		b[id] = assessments.Answer{Value: assessments.DontKnowValue}
		if hidden[id] && !maps.Equal(m.Hidden(b), hidden) {
			t.Fatalf("%s is hidden, and its answer still hides or shows others", id)
		}
	}
	if seen == 0 {
		t.Error("nothing was hidden, so nothing is tested")
	}
}

// A scope takes what is asked of a firm and changes nothing in the model; what is not known of the
// firm leaves nothing out.
func TestScope(t *testing.T) {
	m := version("1", ladder("a", 6), ladder("big", 6), ladder("wood", 6), ladder("long", 6), ladder("ceiled", 6),
		assessments.Question{ID: "grid", Kind: assessments.Grid, Values: assessments.Even(6), Rows: rows("x", "y")},
		assessments.Question{ID: "only", Kind: assessments.Plans, Column: assessments.Already, Rows: rows("x")},
		assessments.Question{ID: "reads", Kind: assessments.Plans, Column: assessments.Planned, SameAs: "only", Rows: rows("x")})
	m.Paths = []string{"quick", "full"}
	m.Question("big").When = &assessments.When{Sizes: []assessments.SizeClass{assessments.Medium, assessments.Large}}
	m.Question("wood").When = &assessments.When{Sectors: []string{"furniture"}}
	m.Question("long").Path = "full"
	m.Question("ceiled").Ceiling = map[assessments.SizeClass]int{assessments.Micro: 3}
	m.Question("grid").Rows[1].When = &assessments.When{Sizes: []assessments.SizeClass{assessments.Large}}
	m.Question("only").Rows[0].When = &assessments.When{Sectors: []string{"food"}}
	m.Contradictions = []assessments.Contradiction{{ID: "x", Both: [2]assessments.Test{{Question: "a", Level: 5}, {Question: "big", Below: 1}}}}
	for _, c := range []struct {
		scope assessments.Scope
		ids   []string
		rows  int
	}{
		{assessments.Scope{}, []string{"a", "big", "wood", "long", "ceiled", "grid", "only", "reads"}, 2},
		{assessments.Scope{Path: "quick", Size: assessments.Micro, Sector: "metal"}, []string{"a", "ceiled", "grid"}, 1},
		{assessments.Scope{Path: "full", Size: assessments.Large, Sector: "furniture"}, []string{"a", "big", "wood", "long", "ceiled", "grid"}, 2},
		{assessments.Scope{Path: "quick", Size: assessments.Medium, Sector: "food"}, []string{"a", "big", "ceiled", "grid", "only", "reads"}, 1},
	} {
		got := m.For(c.scope)
		var ids []string
		for _, q := range got.Questions {
			ids = append(ids, q.ID)
		}
		if !slices.Equal(ids, c.ids) || len(got.Question("grid").Rows) != c.rows {
			t.Errorf("%+v asks %v and %d rows, want %v and %d", c.scope, ids, len(got.Question("grid").Rows), c.ids, c.rows)
		}
		if has := len(got.Contradictions) == 1; has != slices.Contains(c.ids, "big") {
			t.Errorf("%+v: the contradiction is there: %v", c.scope, has)
		}
		if got.Question("ceiled").Ceiled() != (c.scope.Size == assessments.Micro) {
			t.Errorf("%+v: the ceiling is %d", c.scope, got.Question("ceiled").Highest())
		}
	}
	if len(m.Questions) != 8 || len(m.Question("grid").Rows) != 2 || m.Question("ceiled").Limit != 0 || len(m.Contradictions) != 1 {
		t.Error("the model itself was changed")
	}
}

// A contradiction is told where both answers are known, and never about what is hidden.
func TestContradicted(t *testing.T) {
	m := version("1", ladder("a", 6), ladder("b", 6), ladder("c", 6))
	m.Contradictions = []assessments.Contradiction{{ID: "ab", Both: [2]assessments.Test{{Question: "a", Level: 4}, {Question: "b", Below: 2}}}}
	at := func(a, b, c int) assessments.Answers {
		return assessments.Answers{"a": {Value: assessments.AtLevel(a)}, "b": {Value: assessments.AtLevel(b)}, "c": {Value: assessments.AtLevel(c)}}
	}
	for _, c := range []struct {
		a    assessments.Answers
		want int
	}{{at(4, 1, 0), 1}, {at(5, 0, 5), 1}, {at(3, 1, 0), 0}, {at(4, 2, 0), 0}, {nil, 0}, {assessments.Answers{"a": {Value: assessments.AtLevel(5)}}, 0},
		{assessments.Answers{"a": {Value: assessments.AtLevel(5)}, "b": {Value: assessments.DontKnowValue}}, 0}} {
		if got := m.Contradicted(c.a); len(got) != c.want {
			t.Errorf("%v: %d contradictions, want %d", c.a, len(got), c.want)
		}
	}
	m.Questions[0], m.Questions[2] = m.Questions[2], m.Questions[0]
	m.Question("b").When = &assessments.When{Answers: []assessments.Test{{Question: "c", Level: 3}}}
	if len(m.Contradicted(at(5, 0, 0))) != 0 || len(m.Contradicted(at(5, 0, 3))) != 1 {
		t.Error("a hidden answer contradicts, or one that is asked does not")
	}
}

// Levels: the nearest whole number where there are no bands, else the band of the number as it is
// printed; never lower for a higher value.
func TestLevelOf(t *testing.T) {
	plain := &assessments.Model{Scale: assessments.Scale{Top: 5, Decimals: 1}}
	banded := &assessments.Model{Scale: assessments.Scale{Top: 100}, Bands: []*big.Rat{new(big.Rat), big.NewRat(20, 1), big.NewRat(50, 1), big.NewRat(80, 1)}}
	for value, want := range map[string][2]int{"0": {0, 0}, "0.49": {0, 0}, "0.5": {1, 0}, "0.97": {1, 0}, "0.975": {1, 1}, "1": {1, 1}, "2.5": {3, 2}, "3.96": {4, 2}, "3.98": {4, 3}, "5": {5, 3}} {
		r, _ := new(big.Rat).SetString(value)
		if got := [2]int{plain.LevelOf(r), banded.LevelOf(r)}; got != want {
			t.Errorf("%s is on the levels %v, want %v", value, got, want)
		}
	}
	if plain.LevelOf(nil) != 0 || plain.Levels() != 6 || banded.Levels() != 4 {
		t.Errorf("%d and %d levels", plain.Levels(), banded.Levels())
	}
	last := [2]int{}
	for n := range int64(501) {
		r := big.NewRat(n, 100)
		if now := [2]int{plain.LevelOf(r), banded.LevelOf(r)}; now[0] < last[0] || now[1] < last[1] {
			t.Fatalf("%v is on the levels %v after %v", r, now, last)
		} else {
			last = now
		}
	}
}

// What was answered about rows and options that are out of a firm's scope is kept, counts for
// nothing, and does not spoil the rest of the answer.
func TestPartsOutOfScope(t *testing.T) {
	big4 := &assessments.When{Sizes: []assessments.SizeClass{assessments.Large}}
	m := &assessments.Model{Paths: []string{"quick"}, Questions: []assessments.Question{
		{ID: "g", Kind: assessments.Grid, Path: "quick", Values: assessments.Even(6), Rows: []assessments.Row{{ID: "a"}, {ID: "b", When: big4}}},
		{ID: "c", Kind: assessments.Checklist, Path: "quick", Options: []assessments.Option{{ID: "x"}, {ID: "y", When: big4}}},
	}}
	rows := assessments.Value{}.WithRow("a", assessments.AtLevel(3)).WithRow("b", assessments.AtLevel(5))
	micro := m.For(assessments.Scope{Size: assessments.Micro})
	if q := micro.Question("g"); len(q.Rows) != 1 || rows.Fits(q) != nil {
		t.Errorf("%d rows; %v", len(q.Rows), rows.Fits(q))
	}
	if q := micro.Question("c"); len(q.Options) != 1 || assessments.Choosing("x", "y").Fits(q) != nil {
		t.Errorf("%d options; %v", len(q.Options), assessments.Choosing("x", "y").Fits(q))
	}
	if assessments.Choosing("z").Fits(micro.Question("c")) == nil || (assessments.Value{}).WithRow("z", assessments.AtLevel(1)).Fits(micro.Question("g")) == nil {
		t.Error("a part that there never was is taken")
	}
	if len(m.Questions[0].Rows) != 2 || rows.Fits(&m.Questions[0]) != nil {
		t.Error("the model itself has changed")
	}
}
