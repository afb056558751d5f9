package plan

import (
	"slices"

	"nivel/assessments"
	"nivel/assessments/advice"
)

// spot is a place that an answer can rise at: a question, or one of its rows.
type spot struct{ question, row string }

// levelled says whether gaps of the question go from level to level; else they are closed in one.
func levelled(q *assessments.Question) bool { return q.Steps() > 0 }

// better says whether a level stands above another, going by the question's direction.
func better(q *assessments.Question, from, to int) bool {
	if q.Falling() {
		return to < from
	}
	return to > from
}

// given says whether there is a level to rise from.
func given(q *assessments.Question, g assessments.ActionGap, v assessments.Value) bool {
	if q.Kind == assessments.Grid {
		v = v.Rows[g.Row]
	}
	return v.Standing == assessments.Given
}

// closing are one action's gaps at one spot.
type closing []assessments.ActionGap

// fits says whether one of the gaps begins at that level and leads to a better one that the question
// has, and to which.
func (c closing) fits(q *assessments.Question, v assessments.Value, level int) (to int, ok bool) {
	for _, g := range c {
		_, changed, spans := advice.Apply(q, g, at(q, g, v, level))
		if spans && changed.Fits(q) == nil && better(q, level, g.To) && (!ok || better(q, to, g.To)) {
			to, ok = g.To, true
		}
	}
	return to, ok
}

// at is the answer with another level at a gap's spot.
func at(q *assessments.Question, g assessments.ActionGap, v assessments.Value, level int) assessments.Value {
	r, _, _ := advice.Apply(q, g, v)
	if r.Level == level {
		return v // a number keeps its decimals
	}
	g.From, g.To = [2]int{r.Level, r.Level}, level
	_, out, _ := advice.Apply(q, g, v)
	return out
}

// farthest is the best level that the actions lead to if each does all it can: one takes up where
// another has ended, in whichever order leads farthest.
func farthest(q *assessments.Question, v assessments.Value, level int, actions []closing) int {
	reached := []int{level}
	for i := 0; i < len(reached); i++ {
		for _, c := range actions {
			for _, g := range c {
				if to, ok := (closing{g}).fits(q, v, reached[i]); ok && !slices.Contains(reached, to) {
					reached = append(reached, to)
				}
			}
		}
	}
	best := level
	for _, l := range reached {
		if better(q, best, l) {
			best = l
		}
	}
	return best
}

// nearest is the best level that the actions lead to if each raises it by one level only, in
// whichever order leads farthest: the longest climb in which each step has an action of its own.
func nearest(q *assessments.Question, v assessments.Value, level int, actions []closing) int {
	step := 1
	if q.Falling() {
		step = -1
	}
	serves := map[int]int{} // action -> the level that it raises from
	var assign func(level int, tried map[int]bool) bool
	assign = func(level int, tried map[int]bool) bool {
		for i, c := range actions {
			if _, ok := c.fits(q, v, level); !ok || tried[i] {
				continue
			}
			tried[i] = true
			if other, taken := serves[i]; !taken || assign(other, tried) {
				serves[i] = level
				return true
			}
		}
		return false
	}
	for assign(level, map[int]bool{}) {
		level += step
	}
	return level
}
