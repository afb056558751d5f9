package assessments_test

import (
	"encoding/json"
	"errors"
	"math/big"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"nivel/assessments"
)

// questions are one of each kind.
var questions = []*assessments.Question{
	{ID: "ladder", Kind: assessments.Ladder, Values: assessments.Even(6)},
	{ID: "yes", Kind: assessments.YesNo},
	{ID: "list", Kind: assessments.Checklist, Options: []assessments.Option{{ID: "a"}, {ID: "b"}, {ID: "c"}, {ID: "none", Exclusive: true}}},
	{ID: "grid", Kind: assessments.Grid, Values: assessments.Even(6), Rows: []assessments.Row{{ID: "x"}, {ID: "y"}, {ID: "z"}}},
	{ID: "plans", Kind: assessments.Plans, Column: assessments.Already, Rows: []assessments.Row{{ID: "x"}, {ID: "y"}}},
	{ID: "partly", Kind: assessments.Partly, Values: assessments.Even(3)},
	{ID: "number", Kind: assessments.Number, Values: assessments.Even(2), Bands: []*big.Rat{new(big.Rat), big.NewRat(10, 1)},
		Range: assessments.NumberRange{Least: big.NewRat(-5, 1), Most: big.NewRat(100, 1), Decimals: 2}},
}

// random draws an answer that fits the question. The domain's root knows the standard library only,
// so its tests draw with math/rand.
func random(r *rand.Rand, q *assessments.Question) assessments.Value {
	switch r.IntN(6) {
	case 0:
		return assessments.NotApplicableValue
	case 1:
		return assessments.DontKnowValue
	case 2:
		return assessments.Value{}
	}
	switch q.Kind {
	case assessments.Checklist:
		if r.IntN(4) == 0 {
			return assessments.Choosing("none")
		}
		var chosen []string
		for _, o := range q.Options {
			if !o.Exclusive && r.IntN(2) == 0 {
				chosen = append(chosen, o.ID)
			}
		}
		r.Shuffle(len(chosen), func(i, j int) { chosen[i], chosen[j] = chosen[j], chosen[i] })
		return assessments.Choosing(chosen...)
	case assessments.Grid, assessments.Plans:
		v, most := assessments.Value{}, 4
		if q.Kind == assessments.Grid {
			most = q.Steps()
		}
		for _, row := range q.Rows {
			level := assessments.AtLevel(r.IntN(most))
			v = v.WithRow(row.ID, []assessments.Value{level, level, assessments.NotApplicableValue, assessments.DontKnowValue, {}}[r.IntN(5)])
		}
		return v
	case assessments.YesNo:
		return assessments.Saying(r.IntN(2) == 0)
	case assessments.Number:
		v, err := assessments.Counting(big.NewRat(int64(r.IntN(10501)-500), 100).FloatString(2))
		if err != nil {
			panic(err)
		}
		return v
	}
	return assessments.AtLevel(r.IntN(q.Steps()))
}

// Every answer of every kind is read again as it was written, and fits its question then as before.
func TestValuesThroughJSON(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 5000 {
		q := questions[r.IntN(len(questions))]
		v := random(r, q)
		data, err := json.Marshal(v)
		if err != nil {
			t.Fatalf("%+v: %v", v, err)
		}
		var back assessments.Value
		if err := json.Unmarshal(data, &back); err != nil {
			t.Fatalf("%s: %v", data, err)
		}
		if !back.Equal(v) || !v.Equal(back) {
			t.Fatalf("%+v was written as %s and read as %+v", v, data, back)
		}
		if err := v.Fits(q); err != nil {
			t.Fatalf("%s does not fit %s: %v", data, q.ID, err)
		}
		if err := back.Fits(q); err != nil {
			t.Fatalf("%s fits no more: %v", data, err)
		}
		again, err := json.Marshal(back)
		if err != nil || string(again) != string(data) {
			t.Fatalf("%s became %s (%v)", data, again, err)
		}
	}
}

// number is the answer that a text gives; the tests hand it good ones only.
func number(text string) assessments.Value {
	v, err := assessments.Counting(text)
	if err != nil {
		panic(err)
	}
	return v
}

// The short forms that people write into answer files.
func TestWrittenForms(t *testing.T) {
	for _, c := range []struct {
		v    assessments.Value
		text string
	}{
		{assessments.AtLevel(0), `0`}, {assessments.AtLevel(5), `5`}, {number("12.50"), `12.5`}, {number("-0,5"), `-0.5`}, {number("12,0"), `12`}, {assessments.Saying(true), `true`}, {assessments.Saying(false), `false`},
		{assessments.Choosing("b", "a", "b"), `["a","b"]`}, {assessments.NotApplicableValue, `"na"`}, {assessments.DontKnowValue, `"unknown"`}, {assessments.Value{}, `null`},
		{assessments.Value{}.WithRow("x", assessments.AtLevel(4)).WithRow("y", assessments.NotApplicableValue), `{"x":4,"y":"na"}`},
	} {
		data, err := json.Marshal(c.v)
		if err != nil || string(data) != c.text {
			t.Errorf("%+v is written as %s (%v), want %s", c.v, data, err, c.text)
		}
		var back assessments.Value
		if err := json.Unmarshal([]byte("  "+c.text+" "), &back); err != nil || !back.Equal(c.v) {
			t.Errorf("%s is read as %+v (%v)", c.text, back, err)
		}
	}
	for _, empty := range []string{`[]`, `{}`, `null`} {
		var v assessments.Value
		if err := json.Unmarshal([]byte(empty), &v); err != nil || v.Standing != assessments.Unanswered {
			t.Errorf("%s is %+v (%v), want no answer", empty, v, err)
		}
	}
	if _, err := json.Marshal(assessments.Value{Standing: assessments.Given}); err == nil {
		t.Error("an answer of no kind is written")
	}
}

// What is no answer is refused, and most of it by a fault that has a sentence.
func TestNoAnswers(t *testing.T) {
	for text, code := range map[string]string{`"yes"`: "answer-word", `0.1234567`: "level-number", `1e99`: "level-number", `99999999999999999999`: "level-number", `[1]`: "answer-list",
		`["a",null,{}]`: "answer-list", `{"x":true}`: "row-kind", `{"x":["a"]}`: "row-kind", `{"x":{"y":1}}`: "row-kind", `{"x":"perhaps"}`: "answer-word", `{"x":2.5}`: "row-kind", `{"x":1e9}`: "level-number"} {
		var v assessments.Value
		err := json.Unmarshal([]byte(text), &v)
		var f *assessments.Fault
		if !errors.As(err, &f) || f.Code != code {
			t.Errorf("%s: %v, want the fault %s", text, err, code)
		}
	}
	for _, text := range []string{``, `nope`, `tru`, `"na`, `[`, `{"x":}`, `-`} {
		var v assessments.Value
		if err := v.UnmarshalJSON([]byte(text)); err == nil && text != `nope` {
			t.Errorf("%q is read as %+v", text, v)
		}
	}
}

// FuzzValue reads anything: no input makes it panic, and what it takes it writes and reads again.
func FuzzValue(f *testing.F) {
	for _, s := range []string{`3`, `true`, `["website"]`, `{"cad":4,"cnc":"na"}`, `"na"`, `"unknown"`, `null`, `{"a":{}}`, `-1`, `[null]`, `{"a":null}`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var v assessments.Value
		if json.Unmarshal([]byte(s), &v) != nil {
			return
		}
		data, err := json.Marshal(v)
		if err != nil {
			t.Fatalf("%q was taken and cannot be written: %v", s, err)
		}
		var back assessments.Value
		if err := json.Unmarshal(data, &back); err != nil || !back.Equal(v) {
			t.Fatalf("%q became %s and then %+v (%v)", s, data, back, err)
		}
		for _, q := range questions {
			_ = v.Fits(q)
		}
	})
}

// An answer of another kind, out of range, or about what the question does not have, is a fault.
func TestFits(t *testing.T) {
	ladder, yes, list, grid, plans, partly, count := questions[0], questions[1], questions[2], questions[3], questions[4], questions[5], questions[6]
	row := func(id string, v assessments.Value) assessments.Value { return assessments.Value{}.WithRow(id, v) }
	for _, c := range []struct {
		q    *assessments.Question
		v    assessments.Value
		code string
	}{
		{ladder, assessments.AtLevel(0), ""}, {ladder, assessments.AtLevel(5), ""}, {ladder, assessments.AtLevel(6), "level-range"}, {ladder, assessments.AtLevel(-1), "level-range"},
		{ladder, assessments.Saying(true), "answer-kind-ladder"}, {yes, assessments.AtLevel(1), "answer-kind-yesno"}, {yes, assessments.Saying(false), ""},
		{list, assessments.AtLevel(1), "answer-kind-checklist"}, {list, assessments.Choosing("a", "c"), ""}, {list, assessments.Choosing("d"), "option-unknown"},
		{list, assessments.Choosing("a", "none"), "option-exclusive"}, {list, assessments.Choosing("none"), ""},
		{grid, assessments.Choosing("a"), "answer-kind-grid"}, {grid, row("x", assessments.AtLevel(5)), ""}, {grid, row("x", assessments.AtLevel(9)), "level-range"},
		{grid, row("w", assessments.AtLevel(1)), "row-unknown"}, {grid, row("x", assessments.Saying(true)), "row-kind"}, {grid, row("y", assessments.DontKnowValue), ""},
		{grid, row("w", assessments.NotApplicableValue), "row-unknown"}, {ladder, number("2.5"), "answer-kind-ladder"},
		{plans, row("x", assessments.AtLevel(3)), ""}, {plans, row("x", assessments.AtLevel(4)), "level-range"}, {plans, assessments.AtLevel(1), "answer-kind-plans"},
		{partly, assessments.AtLevel(2), ""}, {partly, assessments.AtLevel(3), "level-range"}, {partly, assessments.Saying(true), "answer-kind-partly"},
		{count, number("-5"), ""}, {count, number("-5.01"), "number-range"}, {count, number("100"), ""}, {count, number("100.5"), "number-range"},
		{count, number("12.25"), ""}, {count, number("12.255"), "number-decimals"}, {count, number("12.250"), ""}, {count, assessments.Saying(true), "answer-kind-number"},
	} {
		err := c.v.Fits(c.q)
		var f *assessments.Fault
		if c.code == "" && err != nil || c.code != "" && (!errors.As(err, &f) || f.Code != c.code) {
			t.Errorf("%+v as an answer to a %s: %v, want %q", c.v, c.q.Kind, err, c.code)
		}
	}
	for _, q := range questions {
		for _, v := range []assessments.Value{{}, assessments.NotApplicableValue, assessments.DontKnowValue} {
			if err := v.Fits(q); err != nil {
				t.Errorf("%+v does not fit a %s: %v", v, q.Kind, err)
			}
		}
	}
}

// Setting a row leaves the answer it came from as it was; the last row taken out leaves no answer.
func TestWithRow(t *testing.T) {
	one := assessments.Value{}.WithRow("x", assessments.AtLevel(2))
	two := one.WithRow("y", assessments.DontKnowValue)
	if len(one.Rows) != 1 || len(two.Rows) != 2 || one.Equal(two) {
		t.Errorf("%+v became %+v", one, two)
	}
	if changed := two.WithRow("x", assessments.AtLevel(4)); two.Rows["x"].Level != 2 || changed.Rows["x"].Level != 4 {
		t.Errorf("%+v became %+v", two, changed)
	}
	if back := two.WithRow("y", assessments.Value{}); !back.Equal(one) {
		t.Errorf("without y it is %+v", back)
	}
	if none := one.WithRow("x", assessments.Value{}); none.Standing != assessments.Unanswered || none.Rows != nil || !none.Equal(assessments.Value{}) {
		t.Errorf("without a row it is %+v", none)
	}
	if x := assessments.NotApplicableValue.WithRow("x", assessments.AtLevel(1)); x.Standing != assessments.Given {
		t.Errorf("a row in what did not apply gives %+v", x)
	}
}

// Choosing sorts, drops doubles, keeps its own copy, and nothing chosen is no answer.
func TestChoosing(t *testing.T) {
	options := []string{"c", "a", "c", "b"}
	v := assessments.Choosing(options...)
	if !slices.Equal(v.Chosen, []string{"a", "b", "c"}) || options[0] != "c" || !v.Has("b") || v.Has("d") {
		t.Errorf("%v chosen from %v", v.Chosen, options)
	}
	if assessments.Choosing().Standing != assessments.Unanswered || assessments.DontKnowValue.Has("a") {
		t.Error("nothing chosen is an answer")
	}
}

// What is typed as a number is one, with a point or a comma; 12 and 12.0 are the same.
func TestCounting(t *testing.T) {
	for text, want := range map[string]string{"12": "12", " 12,50 ": "12.5", "-0.25": "-0.25", "12.000": "12", "007": "7", "-0": "0", "999999999999": "999999999999"} {
		v, err := assessments.Counting(text)
		if err != nil || assessments.Plain(v.Rat()) != want {
			t.Errorf("%q is %+v (%v), want %s", text, v, err, want)
		}
	}
	if !number("12").Equal(number("12,0")) || !number("3").Equal(assessments.AtLevel(3)) {
		t.Error("12 is not 12,0")
	}
	for _, text := range []string{"", "-", "twelve", "1.2.3", "1,2,3", "1e3", "1/2", "0x10", "1 000", "9999999999999", "0.1234567", ".5", "5."} {
		var f *assessments.Fault
		if v, err := assessments.Counting(text); !errors.As(err, &f) || f.Code != "number-form" {
			t.Errorf("%q is %+v (%v), want the fault number-form", text, v, err)
		}
	}
	if assessments.Saying(true).Rat() != nil || (assessments.Value{}).Rat() != nil {
		t.Error("a yes is a number")
	}
}

// Equal tells apart what differs in one thing.
func TestEqual(t *testing.T) {
	all := []assessments.Value{{}, assessments.NotApplicableValue, assessments.DontKnowValue, assessments.AtLevel(1), assessments.AtLevel(2), assessments.Saying(true), assessments.Saying(false), number("1.5"), number("-1.5"),
		assessments.Choosing("a"), assessments.Choosing("a", "b"), assessments.Value{}.WithRow("x", assessments.AtLevel(1)), assessments.Value{}.WithRow("x", assessments.AtLevel(2)),
		assessments.Value{}.WithRow("y", assessments.AtLevel(1)), assessments.Value{}.WithRow("x", assessments.DontKnowValue)}
	for i, v := range all {
		for k, w := range all {
			if v.Equal(w) != (i == k) {
				t.Errorf("%+v equals %+v: %v", v, w, v.Equal(w))
			}
		}
	}
}

// An empty answer says nothing at all; anything said makes it an answer.
func TestEmpty(t *testing.T) {
	if !(assessments.Answer{}).Empty() {
		t.Error("an empty answer is not empty")
	}
	for _, a := range []assessments.Answer{{Value: assessments.AtLevel(0)}, {Value: assessments.DontKnowValue}, {Relevance: assessments.RelevanceNone}, {Confidence: assessments.Sure}, {Note: "x"}, {Flag: true}} {
		if a.Empty() {
			t.Errorf("%+v is empty", a)
		}
	}
}

func TestRelevance(t *testing.T) {
	for r, factor := range map[assessments.Relevance]int{assessments.RelevanceUnset: 1, assessments.RelevanceNone: 0, assessments.RelevanceSome: 1, assessments.RelevanceHigh: 2} {
		back, err := assessments.ParseRelevance(r.String())
		if err != nil || back != r || r.Factor() != factor {
			t.Errorf("%q is read as %v (%v), counts %d", r, back, err, r.Factor())
		}
	}
	if _, err := assessments.ParseRelevance("much"); err == nil {
		t.Error("much is a relevance")
	}
	if s := assessments.Relevance(9).String() + assessments.Relevance(-1).String(); s != "" {
		t.Errorf("no relevance prints as %q", s)
	}
}

// The classes of European statistics.
func TestSizeOf(t *testing.T) {
	for people, want := range map[int]assessments.SizeClass{-1: assessments.Unsized, 0: assessments.Unsized, 1: assessments.Micro, 9: assessments.Micro, 10: assessments.Small,
		49: assessments.Small, 50: assessments.Medium, 249: assessments.Medium, 250: assessments.Large, 9999: assessments.Large} {
		if got := (&assessments.Company{People: people}).Size(); got != want {
			t.Errorf("%d people are %q, want %q", people, got, want)
		}
	}
}

// Funding is open between its days, both included, and only where its state says so.
func TestOpenOn(t *testing.T) {
	f := assessments.Funding{State: assessments.StateOpen, From: "2026-03-01", Until: "2026-03-31"}
	for day, want := range map[string]bool{"2026-02-28": false, "2026-03-01": true, "2026-03-31": true, "2026-04-01": false} {
		if f.OpenOn(day) != want {
			t.Errorf("on %s it is open: %v", day, f.OpenOn(day))
		}
	}
	for _, s := range []assessments.State{assessments.StateClosed, assessments.StateEnded, assessments.StateUnknown, assessments.StateRunning} {
		if f.State = s; f.OpenOn("2026-03-15") {
			t.Errorf("%s is open", s)
		}
	}
}

// A fault names its code and what fills its gaps, in a fixed order.
func TestFault(t *testing.T) {
	f := assessments.NewFault("x-y", "b", 2, "a", "one", "odd")
	if got := f.Error(); got != `x-y a="one" b="2"` {
		t.Errorf("%s", got)
	}
	if got := assessments.NewFault("x").Error(); got != "x" || strings.Contains(got, " ") {
		t.Errorf("%q", got)
	}
}
