package assessments_test

import (
	"fmt"
	"maps"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"nivel/assessments"
)

// version is a model of one dimension with those questions, all of weight 1.
func version(number string, questions ...assessments.Question) *assessments.Model {
	one := big.NewRat(1, 1)
	m := &assessments.Model{ID: "m", Version: number, Paths: []string{"quick"}, Overall: assessments.Mean,
		Dimensions: []assessments.Dimension{{ID: "d", Weight: one, Combine: assessments.Mean}}}
	for _, q := range questions {
		q.Dimension, q.Path, q.Weight = "d", "quick", one
		m.Questions = append(m.Questions, q)
	}
	return m
}

func ladder(id string, levels int) assessments.Question {
	return assessments.Question{ID: id, Kind: assessments.Ladder, Values: assessments.Even(levels)}
}

func rows(ids ...string) []assessments.Row {
	var out []assessments.Row
	for _, id := range ids {
		out = append(out, assessments.Row{ID: id})
	}
	return out
}

func options(ids ...string) []assessments.Option {
	var out []assessments.Option
	for _, id := range ids {
		out = append(out, assessments.Option{ID: id, Value: big.NewRat(1, 1)})
	}
	return append(out, assessments.Option{ID: "none", Value: new(big.Rat), Exclusive: true})
}

// fates are those of the later version, and of what vanished without its name being used again.
func fates(changes []assessments.Change) map[string]assessments.Fate {
	out := map[string]assessments.Fate{}
	for _, c := range changes {
		if out[c.Question] == "" {
			out[c.Question] = c.Fate
		}
	}
	return out
}

func equal(a, b assessments.Answers) bool {
	return maps.EqualFunc(a, b, assessments.Answer.Equal)
}

// Three versions in a row: a question renamed with fewer levels and then with more, a checklist
// with other options, a grid with other rows, questions removed and added, a number with other
// bands. What stays the same keeps its answer to the end; what does not leaves it behind.
func TestThreeVersionsInARow(t *testing.T) {
	number := assessments.Question{ID: "share", Kind: assessments.Number, Values: assessments.Even(2), Bands: []*big.Rat{new(big.Rat), big.NewRat(10, 1)},
		Range: assessments.NumberRange{Least: new(big.Rat), Most: big.NewRat(100, 1), Decimals: 1}}
	first := version("1", ladder("plan", 6), ladder("backup", 6), ladder("fax", 6), number,
		assessments.Question{ID: "web", Kind: assessments.Checklist, Options: options("site", "shop")},
		assessments.Question{ID: "tools", Kind: assessments.Grid, Values: assessments.Even(6), Rows: rows("cad", "fax", "erp")})
	copies, later := ladder("copies", 4), number
	copies.Was = &assessments.Was{Question: "backup", Levels: []int{0, 1, 1, 2, 3, 3}}
	later.Values, later.Bands = assessments.Even(3), []*big.Rat{new(big.Rat), big.NewRat(5, 1), big.NewRat(50, 1)}
	second := version("2", ladder("plan", 6), copies, later, ladder("cloud", 6),
		assessments.Question{ID: "web", Kind: assessments.Checklist, Options: options("site", "shop", "social")},
		assessments.Question{ID: "tools", Kind: assessments.Grid, Values: assessments.Even(6), Rows: rows("cad", "erp", "mes")})
	again, meaning := copies, ladder("cloud", 6)
	again.Values, again.Revision = assessments.Even(6), 1
	again.Was = &assessments.Was{Question: "copies", Levels: []int{0, 2, 4, 5}}
	meaning.Revision = 1
	third := version("3", ladder("plan", 6), again, later, meaning, assessments.Question{ID: "web", Kind: assessments.Checklist, Options: options("site", "shop", "social")},
		assessments.Question{ID: "tools", Kind: assessments.Grid, Values: assessments.Even(6), Rows: rows("mes", "cad")}, ladder("new", 6))

	half, _ := assessments.Counting("12.5")
	tools := assessments.Value{}.WithRow("cad", assessments.AtLevel(4)).WithRow("fax", assessments.AtLevel(5)).WithRow("erp", assessments.DontKnowValue)
	answers := assessments.Answers{"plan": {Value: assessments.AtLevel(3), Note: "n", Relevance: assessments.RelevanceHigh, Flag: true}, "backup": {Value: assessments.AtLevel(3), Note: "b"},
		"fax": {Value: assessments.AtLevel(5)}, "share": {Value: half}, "web": {Value: assessments.Choosing("site")}, "tools": {Value: tools}}

	got, changes := assessments.Carry(first, second, answers)
	want := assessments.Answers{"plan": answers["plan"], "copies": {Value: assessments.AtLevel(2), Note: "b"}, "share": {Value: half},
		"tools": {Value: assessments.Value{}.WithRow("cad", assessments.AtLevel(4)).WithRow("erp", assessments.DontKnowValue)}}
	if !equal(got, want) {
		t.Errorf("version 2 has %+v, want %+v", got, want)
	}
	if f := fates(changes); !maps.Equal(f, map[string]assessments.Fate{"plan": assessments.Kept, "copies": assessments.Mapped, "share": assessments.Shifted, "cloud": assessments.Added,
		"web": assessments.Anew, "tools": assessments.Partial, "fax": assessments.Vanished}) {
		t.Errorf("on the way to version 2: %v", f)
	}
	if c := assessments.Compare(changes); c != assessments.Roughly {
		t.Errorf("versions 1 and 2 compare %q", c)
	}

	got["cloud"], got["web"] = assessments.Answer{Value: assessments.AtLevel(1)}, assessments.Answer{Value: assessments.Choosing("social")}
	got, changes = assessments.Carry(second, third, got)
	want = assessments.Answers{"plan": answers["plan"], "copies": {Value: assessments.AtLevel(4), Note: "b"}, "share": {Value: half}, "web": {Value: assessments.Choosing("social")},
		"tools": {Value: assessments.Value{}.WithRow("cad", assessments.AtLevel(4))}}
	if !equal(got, want) {
		t.Errorf("version 3 has %+v, want %+v", got, want)
	}
	if f := fates(changes); !maps.Equal(f, map[string]assessments.Fate{"plan": assessments.Shifted, "copies": assessments.Mapped, "share": assessments.Shifted, "cloud": assessments.Anew,
		"web": assessments.Shifted, "tools": assessments.Partial, "new": assessments.Added}) {
		t.Errorf("on the way to version 3: %v", f)
	}
	if _, changes = assessments.Carry(third, third, got); assessments.Compare(changes) != assessments.Same {
		t.Errorf("version 3 and itself: %v", changes)
	}
}

// randomVersion draws questions of every kind, in any order and with some left out, whose levels,
// rows, options and revisions differ from one draw to the next.
func randomVersion(r *rand.Rand) *assessments.Model {
	var all []assessments.Question
	for i := range 12 {
		q := *questions[i%len(questions)]
		q.ID = fmt.Sprintf("q%d", i)
		switch q.Kind {
		case assessments.Ladder:
			q.Values = assessments.Even(2 + r.IntN(5))
		case assessments.Grid, assessments.Plans:
			q.Rows = q.Rows[:1+r.IntN(len(q.Rows))]
		case assessments.Checklist:
			q.Options = options([]string{"a", "b", "c"}[:1+r.IntN(3)]...)
		}
		for k := range q.Options {
			q.Options[k].Value = big.NewRat(1, 1)
		}
		if r.IntN(6) == 0 {
			q.Revision = 1
		}
		if r.IntN(4) == 0 {
			q.Was = &assessments.Was{Question: fmt.Sprintf("q%d", r.IntN(12))}
			for range r.IntN(7) {
				q.Was.Levels = append(q.Was.Levels, r.IntN(max(1, q.Steps())))
			}
		}
		if r.IntN(5) > 0 {
			all = append(all, q)
		}
	}
	r.Shuffle(len(all), func(i, k int) { all[i], all[k] = all[k], all[i] })
	m := version(fmt.Sprint(r.IntN(1000)), all...)
	m.Index = &assessments.Index{ID: "dii", Version: 1 + r.IntN(2), Conditions: []assessments.Condition{{ID: "cloud"}, {ID: "web"}}[:1+r.IntN(2)]}
	return m
}

func randomAnswers(r *rand.Rand, m *assessments.Model) assessments.Answers {
	out := assessments.Answers{}
	for i := range m.Questions {
		q := &m.Questions[i]
		for range 20 { // drawn for the question of its kind, which has more rows and levels
			a := assessments.Answer{Value: random(r, q), Note: []string{"", "n"}[r.IntN(2)]}
			if a.Value.Fits(q) == nil && !a.Empty() {
				out[q.ID] = a
				break
			}
		}
	}
	for _, c := range m.Index.Conditions {
		if r.IntN(2) == 0 {
			out[m.Index.QuestionID(c.ID)] = assessments.Answer{Value: assessments.Saying(true)}
		}
	}
	return out
}

// Between equal versions nothing changes, and every answer comes along.
func TestCarryToTheSameVersion(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 2000 {
		m := randomVersion(r)
		a := randomAnswers(r, m)
		got, changes := assessments.Carry(m, m, a)
		if !equal(got, a) || assessments.Compare(changes) != assessments.Same || len(changes) != len(m.Questions) {
			t.Fatalf("%v became %v: %v", a, got, changes)
		}
	}
}

// Whatever changes from one version to the next, no answer is made up: each fits its question, was
// given to the question it came from, and says there what it said or what the map makes of it; every
// question has a fate, and the answers carried from are left as they were.
func TestCarryInventsNothing(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	carried := map[assessments.Fate]int{}
	for range 4000 {
		from, to := randomVersion(r), randomVersion(r)
		a := randomAnswers(r, from)
		before := maps.Clone(a)
		got, changes := assessments.Carry(from, to, a)
		if !equal(a, before) {
			t.Fatal("the answers carried from were changed")
		}
		f := fates(changes)
		for _, q := range append(slices.Clone(to.Questions), from.Questions...) {
			if f[q.ID] == "" && !slices.ContainsFunc(to.Questions, func(x assessments.Question) bool { return x.Was != nil && x.Was.Question == q.ID }) {
				t.Fatalf("%s has no fate in %v", q.ID, changes)
			}
		}
		for id, x := range got {
			q := to.Question(id)
			if q.Dimension == "" {
				if !x.Value.Equal(a[id].Value) || from.Index.Version != to.Index.Version {
					t.Fatalf("%s says %+v", id, x)
				}
				continue
			}
			if err := x.Value.Fits(q); err != nil || !f[id].Carries() || x.Empty() {
				t.Fatalf("%s (%s) got %+v: %v", id, f[id], x, err)
			}
			source := id
			if q.Was != nil && f[id] == assessments.Mapped {
				source = q.Was.Question
			}
			old, said := a[source]
			if !said || old.Note != x.Note || old.Value.Standing != x.Value.Standing && x.Value.Standing != assessments.Unanswered {
				t.Fatalf("%s got %+v of %s, which says %+v", id, x, source, old)
			}
			if (f[id] == assessments.Kept || f[id] == assessments.Shifted) && !x.Value.Equal(old.Value) {
				t.Fatalf("%s (%s) says %+v, said %+v", id, f[id], x.Value, old.Value)
			}
			if f[id] == assessments.Mapped && q.Kind == assessments.Ladder && x.Value.Standing == assessments.Given {
				want := old.Value.Level
				if want < len(q.Was.Levels) {
					want = q.Was.Levels[want]
				}
				if x.Value.Level != want {
					t.Fatalf("%s is at %d, the map says %d", id, x.Value.Level, want)
				}
			}
			for row, v := range x.Value.Rows {
				if f[id] == assessments.Partial && !v.Equal(old.Value.Rows[row]) {
					t.Fatalf("row %s of %s says %+v, said %+v", row, id, v, old.Value.Rows[row])
				}
			}
			carried[f[id]]++
		}
	}
	for _, f := range []assessments.Fate{assessments.Kept, assessments.Shifted, assessments.Mapped, assessments.Partial} {
		if carried[f] == 0 {
			t.Errorf("nothing was %s, so nothing is tested", f)
		}
	}
}

// Two versions are the same where every question is kept, and not comparable where less than half
// of the answers come along.
func TestCompare(t *testing.T) {
	of := func(all ...assessments.Fate) []assessments.Change {
		var out []assessments.Change
		for _, f := range all {
			out = append(out, assessments.Change{Fate: f})
		}
		return out
	}
	k, s, n, v := assessments.Kept, assessments.Shifted, assessments.Anew, assessments.Vanished
	for want, lists := range map[assessments.Comparability][][]assessments.Change{
		assessments.Same: {of(), of(k), of(k, k)}, assessments.Roughly: {of(k, s), of(k, n), of(s, v), of(assessments.Mapped, assessments.Partial, v, n)},
		assessments.NotComparable: {of(n), of(k, n, v), of(assessments.Added)}} {
		for _, changes := range lists {
			if got := assessments.Compare(changes); got != want {
				t.Errorf("%v compare %q, want %q", changes, got, want)
			}
		}
	}
}
