package assessments

import (
	"maps"
	"math/big"
	"slices"
)

// Fate is what becomes of a question, and of its answer, from one version of a model to another.
type Fate string

// The fates.
const (
	Kept     Fate = "kept"     // the same question with the same weight
	Shifted  Fate = "shifted"  // the same question, weighing otherwise or standing elsewhere
	Mapped   Fate = "mapped"   // renamed or with other levels; the answer is translated
	Partial  Fate = "partial"  // a grid with other rows; those that stayed keep their answer
	Anew     Fate = "anew"     // its meaning has changed; the old answer does not count
	Added    Fate = "added"    // not asked before
	Vanished Fate = "vanished" // no longer asked
)

// Change is a question's fate.
type Change struct {
	Question string // in the later version; of a vanished one, in the earlier
	Fate     Fate
	From     string // the question in the earlier version; empty where it was added
}

// Carries says whether an answer comes along.
func (f Fate) Carries() bool { return f == Kept || f == Shifted || f == Mapped || f == Partial }

// Carry takes answers from one version of a model to another and says what became of every
// question, in the order of the later version. Answers that do not come along are left behind, not
// changed.
func Carry(from, to *Model, answers Answers) (Answers, []Change) {
	out := Answers{}
	var changes []Change
	used := map[string]bool{}
	for i := range to.Questions {
		q := &to.Questions[i]
		if !q.Asked() {
			continue
		}
		id := source(from, q)
		old := from.Question(id)
		fate := fateOf(old, q, from, to)
		change := Change{Question: q.ID, Fate: fate}
		if fate != Added {
			change.From = id
		}
		changes = append(changes, change)
		used[id] = true
		if a, ok := answers[id]; ok && fate.Carries() {
			a.Value = translated(a.Value, q, fate)
			if a.Value.Fits(q) == nil && !a.Empty() {
				out[q.ID] = a
			}
		}
	}
	for _, q := range from.Questions {
		if !used[q.ID] && q.Asked() {
			changes = append(changes, Change{Question: q.ID, Fate: Vanished, From: q.ID})
		}
	}
	carryIndex(from, to, answers, out)
	return out, changes
}

// source is the id that a later question had before: the one it says it was, unless the same
// question stands there under its own.
func source(from *Model, q *Question) string {
	if q.Was != nil && (from.Number(q.ID) == 0 || from.Number(q.Was.Question) > 0 && from.Question(q.ID).Revision != q.Revision) {
		return q.Was.Question
	}
	return q.ID
}

// carryIndex takes along conditions of the same list.
func carryIndex(from, to *Model, answers, out Answers) {
	if from.Index == nil || to.Index == nil || from.Index.Version != to.Index.Version || from.Index.ID != to.Index.ID {
		return
	}
	for _, c := range to.Index.Conditions {
		if a, ok := answers[to.Index.QuestionID(c.ID)]; ok {
			out[to.Index.QuestionID(c.ID)] = a
		}
	}
}

func fateOf(old, q *Question, from, to *Model) Fate {
	switch {
	case old == nil || old.Kind == YesNo && old.Dimension == "" || !old.Asked():
		return Added
	case mapped(old, q):
		if !translatable(old, q) {
			return Anew
		}
		return Mapped
	case old.Kind != q.Kind || old.Revision != q.Revision || q.Kind != Number && len(old.Values) != len(q.Values):
		return Anew
	case q.Kind == Checklist && !sameOptions(old, q):
		return Anew
	case len(q.Rows) > 0 && !slices.EqualFunc(old.Rows, q.Rows, func(a, b Row) bool { return a.ID == b.ID }):
		return Partial
	case !sameWorth(old, q) || !sameShare(old, q, from, to):
		return Shifted
	}
	return Kept
}

// translatable says whether a mapped question's answers mean something in the later one.
func translatable(old, q *Question) bool {
	one := func(k Kind) bool { return k == Ladder || k == Partly }
	alike := old.Kind == q.Kind || one(old.Kind) && one(q.Kind) && len(q.Was.Levels) > 0
	return alike && (q.Kind != Checklist || sameOptions(old, q))
}

// mapped says whether an answer is translated: the question has another name, or its meaning has
// changed and there is a map for the levels that it had.
func mapped(old, q *Question) bool {
	if q.Was == nil || q.Was.Question != old.ID {
		return false
	}
	return q.ID != old.ID || len(q.Was.Levels) > 0 && (old.Revision != q.Revision || old.Steps() == len(q.Was.Levels) && old.Steps() != q.Steps())
}

func sameOptions(a, b *Question) bool {
	return slices.EqualFunc(a.Options, b.Options, func(x, y Option) bool { return x.ID == y.ID && x.Exclusive == y.Exclusive })
}

// sameWorth says whether every answer is worth what it was.
func sameWorth(a, b *Question) bool {
	same := func(x, y *big.Rat) bool { return x.Cmp(y) == 0 }
	return slices.EqualFunc(a.Values, b.Values, same) && slices.EqualFunc(a.Bands, b.Bands, same) && a.Column == b.Column && maps.Equal(a.Ceiling, b.Ceiling) &&
		slices.EqualFunc(a.Options, b.Options, func(x, y Option) bool { return x.Value.Cmp(y.Value) == 0 })
}

// sameShare says whether the question stands where it stood and weighs as much: it is one of as
// many in a dimension of the same weight and rule.
func sameShare(a, b *Question, from, to *Model) bool {
	if a.Dimension != b.Dimension || a.Weight.Cmp(b.Weight) != 0 || a.Subdimension != b.Subdimension && (weighs(from, a) || weighs(to, b)) {
		return false
	}
	x, y := from.Dimension(a.Dimension), to.Dimension(b.Dimension)
	return len(from.Of(a.Dimension)) == len(to.Of(b.Dimension)) && (x == nil || y == nil || x.Combine == y.Combine && x.Weight.Cmp(y.Weight) == 0)
}

// weighs says whether the question's subdimension changes what it weighs: it has a weight of its
// own, or another rule than the mean.
func weighs(m *Model, q *Question) bool {
	d := m.Dimension(q.Dimension)
	return d != nil && slices.ContainsFunc(d.Subdimensions, func(s Subdimension) bool {
		return s.ID == q.Subdimension && (s.Weight != nil || s.Combine != Mean && s.Combine != "")
	})
}

// translated gives an answer the levels and rows of the later version.
func translated(v Value, q *Question, fate Fate) Value {
	switch {
	case v.Standing != Given:
	case fate == Mapped && v.form == formLevel && v.Level >= 0 && v.Level < len(q.Was.Levels):
		return AtLevel(q.Was.Levels[v.Level])
	case v.form == formRows && (fate == Mapped || fate == Partial):
		out := Value{}
		for id, row := range v.Rows {
			if q.HasRow(id) {
				out = out.WithRow(id, translated(row, q, fate))
			}
		}
		return out
	}
	return v
}

// Comparability says how far two versions' scores may be set side by side.
type Comparability string

// The comparabilities: every question kept; at least half of them come along; or less.
const (
	Same          Comparability = "same"
	Roughly       Comparability = "roughly"
	NotComparable Comparability = "not"
)

// Compare sums up the changes.
func Compare(changes []Change) Comparability {
	kept, carried := 0, 0
	for _, c := range changes {
		if c.Fate == Kept {
			kept++
		}
		if c.Fate.Carries() {
			carried++
		}
	}
	switch {
	case kept == len(changes):
		return Same
	case 2*carried >= len(changes):
		return Roughly
	}
	return NotComparable
}
