package draft

import (
	"slices"

	"nivel/assessments"
	"nivel/assessments/scoring"
)

// Trial is what the same answers are worth under two models.
type Trial struct {
	Before, After *scoring.Result
	Given         int // answers that the changed model can take
	Left          int // answers that it cannot
}

// Try scores answers under the original and under the draft, each on the path and for the size and
// sector of the scope. The draft takes the answers to questions that it still has and that fit.
func Try(before *assessments.Model, d *Draft, answers assessments.Answers, scope assessments.Scope) Trial {
	after := &d.Pack.Model
	var t Trial
	taken := assessments.Answers{}
	for id, a := range answers {
		switch q := after.Question(id); {
		case a.Empty():
		case q != nil && q.Asked() && a.Value.Fits(q) == nil:
			taken[id] = a
			t.Given++
		default:
			t.Left++
		}
	}
	score := func(m *assessments.Model, answers assessments.Answers) *scoring.Result {
		s := scope
		if !slices.Contains(m.Paths, s.Path) {
			s.Path = "" // the longest
		}
		return scoring.Score(m.Asking(s, answers), answers, nil)
	}
	fitting := assessments.Answers{}
	for id, a := range answers {
		if q := before.Question(id); q != nil && q.Asked() && a.Value.Fits(q) == nil {
			fitting[id] = a
		}
	}
	t.Before, t.After = score(before, fitting), score(after, taken)
	return t
}
