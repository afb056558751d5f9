package assessments

import (
	"maps"
	"slices"
)

// Scope is which part of a model one assessment asks.
type Scope struct {
	Path   string // empty: the longest
	Size   SizeClass
	Sector string
}

// For returns the part of the model that is asked in a scope: without the questions, rows and
// options of longer paths, other sizes and other sectors, and with the ceiling of the size in
// force. Conditions on answers stay, as Hidden works them out. The model itself is not changed.
func (m *Model) For(s Scope) *Model {
	if s.Path == "" && len(m.Paths) > 0 {
		s.Path = m.Paths[len(m.Paths)-1]
	}
	out := *m
	out.Questions = nil
	for i := range m.Questions {
		if q, ok := m.inScope(&m.Questions[i], s); ok {
			out.Questions = append(out.Questions, q)
		}
	}
	out.Questions = slices.DeleteFunc(out.Questions, func(q Question) bool {
		return q.SameAs != "" && out.Question(q.SameAs) == nil
	})
	out.Risks = slices.DeleteFunc(slices.Clone(m.Risks), func(r Risk) bool {
		return slices.ContainsFunc(r.Both, func(t Test) bool { return out.Question(t.Question) == nil })
	})
	out.Contradictions = slices.DeleteFunc(slices.Clone(m.Contradictions), func(c Contradiction) bool {
		return out.Question(c.Both[0].Question) == nil || out.Question(c.Both[1].Question) == nil
	})
	return &out
}

func (m *Model) inScope(q *Question, s Scope) (Question, bool) {
	if !m.On(q, s.Path) || !q.When.fits(s) {
		return Question{}, false
	}
	out := *q
	if limit, ok := q.Ceiling[s.Size]; ok {
		out.Limit = limit
	}
	// What was answered about a part that is out of scope is kept, and counts for nothing.
	out.outside = maps.Clone(q.outside)
	drop := func(id string, when *When) bool {
		if when.fits(s) {
			return false
		}
		if out.outside == nil {
			out.outside = map[string]bool{}
		}
		out.outside[id] = true
		return true
	}
	out.Rows = slices.DeleteFunc(slices.Clone(q.Rows), func(r Row) bool { return drop(r.ID, r.When) })
	out.Options = slices.DeleteFunc(slices.Clone(q.Options), func(o Option) bool { return drop(o.ID, o.When) })
	if len(q.Rows) > 0 && len(out.Rows) == 0 || len(q.Options) > 0 && len(out.Options) == 0 {
		return Question{}, false
	}
	return out, true
}

// Ceiled says whether a ceiling below the last level is in force.
func (q *Question) Ceiled() bool { return q.Highest() < len(q.Values)-1 }

// Asking is For without the questions that the answers hide: what is put to this firm today.
func (m *Model) Asking(s Scope, answers Answers) *Model {
	out := m.For(s)
	hidden := out.Hidden(answers)
	out.Questions = slices.DeleteFunc(out.Questions, func(q Question) bool { return hidden[q.ID] })
	// Those that read another's answer come last, so that the rest are numbered without gaps.
	slices.SortStableFunc(out.Questions, func(a, b Question) int { return min(1, len(a.SameAs)) - min(1, len(b.SameAs)) })
	return out
}

// Asked are the questions that are put to somebody, in their order.
func (m *Model) Asked() []Question {
	return slices.DeleteFunc(slices.Clone(m.Questions), func(q Question) bool { return !q.Asked() })
}
