package views

import (
	"cmp"
	"maps"
	"math/big"
	"slices"

	"nivel/assessments"
	"nivel/assessments/scoring"
)

// Difference is a question that the respondents answer differently.
type Difference struct {
	Question string
	Said     []assessments.Rating // the values given, one of each respondent, in their order
	Distance *big.Rat             // between the two that lie farthest apart, 0 to 1
	Agreed   *assessments.Rating  // what it was settled with; nil where it is open
}

// Open says whether it is still to be settled.
func (d *Difference) Open() bool { return d.Agreed == nil }

// Differences lists where the respondents differ on the questions of a model, largest distance
// first, settled ones too. The distance between two answers is that of their worth. Where one says
// that the question does not apply and another answers it, it is 1: they do not even see the same
// firm. Don't know is no measure: against anything it is 0, so it comes last. Of equal distance, the
// order is that of the model.
func Differences(m *assessments.Model, ratings []assessments.Rating) []Difference {
	var out []Difference
	voices := all(ratings)
	for _, id := range slices.Sorted(maps.Keys(voices)) {
		q, v := m.Question(id), voices[id]
		if q == nil || !v.differ() {
			continue
		}
		d := Difference{Question: id, Distance: new(big.Rat)}
		for _, s := range v.values() {
			for _, other := range d.Said {
				if apart := distance(q, s.Answer.Value, other.Answer.Value); apart.Cmp(d.Distance) > 0 {
					d.Distance = apart
				}
			}
			d.Said = append(d.Said, s.Rating)
		}
		if s := v.settled(); s != nil {
			d.Agreed = &s.Rating
		}
		out = append(out, d)
	}
	slices.SortStableFunc(out, func(a, b Difference) int {
		return cmp.Or(b.Distance.Cmp(a.Distance), cmp.Compare(place(m, a.Question), place(m, b.Question)))
	})
	return out
}

// place is where a question stands; the conditions of an index come after all others.
func place(m *assessments.Model, id string) int {
	if n := m.Number(id); n > 0 {
		return n
	}
	return len(m.Questions) + 1
}

func distance(q *assessments.Question, a, b assessments.Value) *big.Rat {
	x, y := scoring.Worth(q, a), scoring.Worth(q, b)
	switch {
	case x.Worth != nil && y.Worth != nil:
		d := new(big.Rat).Sub(x.Worth, y.Worth)
		return d.Abs(d)
	case x.Standing == assessments.NotApplicable && y.Worth != nil, y.Standing == assessments.NotApplicable && x.Worth != nil:
		return big.NewRat(1, 1)
	}
	return new(big.Rat)
}
