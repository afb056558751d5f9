package assessments

import "math/big"

// When is the condition under which something is asked. Every part that is set must hold; the
// answers, all of them.
type When struct {
	Sizes   []SizeClass // one of these; a firm of unknown size is asked everything
	Sectors []string    // one of these; a firm of unknown sector is asked everything
	Answers []Test
}

// Test is something that an answer may fulfil: an option chosen, a row or a level at Level or
// above and, where Below is not 0, under Below; or the answer Yes. Not turns it round.
type Test struct {
	Question string
	Option   string
	Row      string
	Level    int
	Below    int
	Yes      bool
	Not      bool
}

// Truth is what is known about a test.
type Truth int8

// The truths. Open is a test on something that is not answered, or not known.
const (
	Open Truth = iota
	False
	True
)

// On tests the answers. What does not apply fulfils nothing.
func (t Test) On(m *Model, answers Answers) Truth {
	q := m.Question(t.Question)
	if q == nil {
		return False
	}
	v := answers[q.Source()].Value
	if v.Standing == Given && v.Fits(q) != nil {
		return Open
	}
	if t.Row != "" && v.Standing == Given {
		v = v.Rows[t.Row]
	}
	switch v.Standing {
	case NotApplicable:
		return False
	case Unanswered, DontKnow:
		return Open
	}
	var holds bool
	switch {
	case t.Option != "":
		holds = v.Has(t.Option)
	case q.Kind == YesNo:
		holds = v.Yes
	case q.Kind == Number:
		holds = t.spans(v.Rat())
	default:
		holds = v.Level >= t.Level && (t.Below == 0 || v.Level < t.Below)
	}
	if holds == t.Not {
		return False
	}
	return True
}

// spans says whether a number lies at Level or above and under Below; 0 is no limit.
func (t Test) spans(n *big.Rat) bool {
	return (t.Level == 0 || n.Cmp(big.NewRat(int64(t.Level), 1)) >= 0) && (t.Below == 0 || n.Cmp(big.NewRat(int64(t.Below), 1)) < 0)
}

// fits says whether the parts about the firm hold.
func (w *When) fits(s Scope) bool {
	if w == nil {
		return true
	}
	return among(w.Sizes, s.Size) && among(w.Sectors, s.Sector)
}

func among[T ~string](list []T, x T) bool {
	if len(list) == 0 || x == "" {
		return true
	}
	for _, y := range list {
		if x == y {
			return true
		}
	}
	return false
}

// Hidden lists the questions that their conditions hide: those with a test that is known to fail.
// A test on a hidden question fails; one that is still open hides nothing.
func (m *Model) Hidden(answers Answers) map[string]bool {
	hidden := map[string]bool{}
	for i := range m.Questions {
		q := &m.Questions[i]
		if hidden[q.SameAs] {
			hidden[q.ID] = true
		}
		if q.When == nil {
			continue
		}
		for _, t := range q.When.Answers {
			if hidden[t.Question] || t.On(m, answers) == False {
				hidden[q.ID] = true
			}
		}
	}
	return hidden
}

// Contradiction is a pair of answers that cannot both be true.
type Contradiction struct {
	ID   string
	Both [2]Test
}

// Risk is something that may stop the firm tomorrow, seen from its answers. It is never mixed into
// a level.
type Risk struct {
	ID   string
	Both []Test // the risk is there where all hold
}

// On says whether the risk is there.
func (r *Risk) On(m *Model, answers Answers) Truth {
	out := True
	for _, t := range r.Both {
		switch t.On(m, answers) {
		case False:
			return False
		case Open:
			out = Open
		}
	}
	return out
}

// Contradicted lists the contradictions that the answers hold, in the order of the model.
func (m *Model) Contradicted(answers Answers) []*Contradiction {
	var out []*Contradiction
	hidden := m.Hidden(answers)
	for i := range m.Contradictions {
		c := &m.Contradictions[i]
		if !hidden[c.Both[0].Question] && !hidden[c.Both[1].Question] && c.Both[0].On(m, answers) == True && c.Both[1].On(m, answers) == True {
			out = append(out, c)
		}
	}
	return out
}
