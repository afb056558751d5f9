package content

import (
	"maps"
	"slices"

	"nivel/assessments"
)

// reachable warns of questions that are never asked: their conditions, or those of the questions
// they depend on, cannot all hold, or they depend on a question of a longer path.
func (r *reader) reachable(m *assessments.Model) {
	for i := range m.Questions {
		q := &m.Questions[i]
		p := r.questionPlace(m, q.ID)
		if q.When == nil || p.doc == nil {
			continue
		}
		own := newTangle()
		if !own.add(m, q.When) {
			r.warn(p.doc, with(p.path, "when"), "when-contradicts", "id", q.ID)
			continue
		}
		if !own.addAll(m, q, map[string]bool{}) {
			r.warn(p.doc, with(p.path, "when"), "question-unreachable", "id", q.ID)
		}
		for k, t := range q.When.Answers {
			if before := m.Question(t.Question); before != nil && before.Kind != assessments.YesNo && !m.On(before, q.Path) {
				r.warn(p.doc, with(p.path, "when", "answers", k), "question-path", "id", q.ID, "path", q.Path, "other", t.Question)
			}
		}
	}
}

// tangle is everything that conditions ask for together. Nil lists mean anything.
type tangle struct {
	sizes   []assessments.SizeClass
	sectors []string
	levels  map[[2]string][2]int // question and row: at least, and below
	options map[[2]string]bool   // question and option: chosen or not
}

func newTangle() *tangle {
	return &tangle{levels: map[[2]string][2]int{}, options: map[[2]string]bool{}}
}

// addAll adds the conditions of the questions that a condition names, and theirs.
func (t *tangle) addAll(m *assessments.Model, q *assessments.Question, seen map[string]bool) bool {
	if q == nil || seen[q.ID] {
		return true
	}
	seen[q.ID] = true
	if q.When == nil {
		return true
	}
	if !t.add(m, q.When) {
		return false
	}
	for _, test := range q.When.Answers {
		if !t.addAll(m, m.Question(test.Question), seen) {
			return false
		}
	}
	return true
}

// add says whether the conditions can still hold together.
func (t *tangle) add(m *assessments.Model, w *assessments.When) bool {
	var ok bool
	if t.sizes, ok = both(t.sizes, w.Sizes); !ok {
		return false
	}
	if t.sectors, ok = both(t.sectors, w.Sectors); !ok {
		return false
	}
	for _, test := range w.Answers {
		if q := m.Question(test.Question); q != nil && !t.test(q, test) {
			return false
		}
	}
	return true
}

func both[T comparable](a, b []T) ([]T, bool) {
	switch {
	case len(a) == 0:
		return b, true
	case len(b) == 0:
		return a, true
	}
	out := slices.DeleteFunc(slices.Clone(a), func(x T) bool { return !slices.Contains(b, x) })
	return out, len(out) > 0
}

func (t *tangle) test(q *assessments.Question, test assessments.Test) bool {
	if q.Kind == assessments.Checklist || q.Kind == assessments.YesNo {
		key := [2]string{q.ID, test.Option}
		if old, ok := t.options[key]; ok && old == test.Not {
			return false
		}
		t.options[key] = !test.Not
		return t.exclusive(q)
	}
	key := [2]string{q.ID, test.Row}
	span, ok := t.levels[key]
	if !ok {
		span = [2]int{0, top(q)}
		if q.Kind == assessments.Number {
			span = [2]int{-1 << 31, 1 << 31}
		}
	}
	low, high := test.Level, test.Below
	switch {
	case test.Not && low > 0 && high > 0:
		return true // what lies on both sides may be either
	case test.Not:
		low, high = high, low
	}
	span[0] = max(span[0], low)
	if high > 0 {
		span[1] = min(span[1], high)
	}
	t.levels[key] = span
	return span[0] < span[1]
}

// exclusive says whether the chosen options of a checklist may stand together.
func (t *tangle) exclusive(q *assessments.Question) bool {
	chosen, alone := 0, false
	for key := range maps.Keys(t.options) {
		if key[0] != q.ID || !t.options[key] {
			continue
		}
		chosen++
		if o := q.Option(key[1]); o != nil && o.Exclusive {
			alone = true
		}
	}
	return !alone || chosen < 2
}
