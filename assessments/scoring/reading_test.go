package scoring_test

import (
	"fmt"
	"math/big"
	"testing"

	"pgregory.net/rapid"

	"nivel/assessments"
	"nivel/assessments/scoring"
)

// randomReading names any questions of the model, some that it does not have, and aspects that
// nothing speaks for.
func randomReading(t *rapid.T, m *assessments.Model) *assessments.Reading {
	x := &assessments.Reading{ID: "r", Model: m.ID}
	for d := range rapid.IntRange(1, 3).Draw(t, "dimensions") {
		dim := assessments.ReadingDimension{ID: fmt.Sprint(d)}
		for a := range rapid.IntRange(1, 6).Draw(t, "aspects") {
			aspect := assessments.ReadingAspect{ID: fmt.Sprint(a)}
			for range rapid.IntRange(0, 3).Draw(t, "questions") {
				id := "gone"
				if len(m.Questions) > 0 && rapid.IntRange(0, 9).Draw(t, "there") > 0 {
					id = rapid.SampledFrom(m.Questions).Draw(t, "question").ID
				}
				aspect.Questions = append(aspect.Questions, id)
			}
			dim.Aspects = append(dim.Aspects, aspect)
		}
		x.Dimensions = append(x.Dimensions, dim)
	}
	return x
}

// A reading has a value from covered aspects alone, and shows none under a third of what its
// framework looks at.
func TestReading(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := randomModel(t, shape{conditions: true})
		x, a := randomReading(t, m), randomAnswers(t, m)
		result, r := scoring.Score(m, a, nil), scoring.Read(x, m, a)
		if r.ID != x.ID || len(r.Dimensions) != len(x.Dimensions) {
			t.Fatalf("%+v of %+v", r, x)
		}
		shown := false
		for i, dim := range x.Dimensions {
			covered, sum, complete := 0, new(big.Rat), true
			for _, aspect := range dim.Aspects {
				part, known := new(big.Rat), int64(0)
				for _, id := range aspect.Questions {
					if q := result.Question(id); q != nil && q.Worth != nil {
						known++
						part.Add(part, q.Worth)
					}
				}
				complete = complete && known == int64(len(aspect.Questions))
				if known > 0 {
					covered++
					sum.Add(sum, part.Quo(part, big.NewRat(known, 1)))
				}
			}
			d := r.Dimensions[i]
			if d.ID != dim.ID || d.Covered != covered || d.Aspects != len(dim.Aspects) || d.Complete != complete {
				t.Fatalf("%+v, want %d of %d covered, complete %v", d, covered, len(dim.Aspects), complete)
			}
			var want *big.Rat
			if covered > 0 {
				want = sum.Quo(sum, big.NewRat(int64(covered), 1))
			}
			if !same(d.Value, want) {
				t.Fatalf("%+v, want %v", d, want)
			}
			if d.Shown() != (covered > 0 && 3*covered >= len(dim.Aspects)) {
				t.Fatalf("%d of %d aspects: shown %v", covered, len(dim.Aspects), d.Shown())
			}
			shown = shown || d.Shown()
		}
		if r.Shown() != shown {
			t.Fatalf("the reading is shown: %v", r.Shown())
		}
	})
}

// One of four aspects is too little, two are enough, and what nobody asks about never covers.
func TestReadingUnderAThird(t *testing.T) {
	m := &assessments.Model{ID: "m", Questions: []assessments.Question{{ID: "a", Kind: assessments.YesNo}, {ID: "b", Kind: assessments.YesNo}}}
	x := &assessments.Reading{ID: "x", Dimensions: []assessments.ReadingDimension{{ID: "d", Aspects: []assessments.ReadingAspect{
		{ID: "1", Questions: []string{"a"}}, {ID: "2", Questions: []string{"b"}}, {ID: "3"}, {ID: "4"}}}}}
	a := assessments.Answers{"a": {Value: assessments.Saying(true)}}
	if d := scoring.Read(x, m, a).Dimensions[0]; d.Shown() || d.Covered != 1 || d.Complete || d.Value.Cmp(big.NewRat(1, 1)) != 0 {
		t.Errorf("one of four: %+v", d)
	}
	a["b"] = assessments.Answer{Value: assessments.Saying(false)}
	if d := scoring.Read(x, m, a).Dimensions[0]; !d.Shown() || d.Covered != 2 || !d.Complete || d.Value.Cmp(big.NewRat(1, 2)) != 0 {
		t.Errorf("two of four: %+v", d)
	}
}
