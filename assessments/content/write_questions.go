package content

import (
	"maps"
	"math/big"
	"slices"

	"nivel/assessments"
)

func questionFields(q *assessments.Question) fields {
	var f fields
	f.add("id", bare(q.ID))
	f.add("dimension", bare(q.Dimension))
	f.add("subdimension", bare(q.Subdimension))
	f.add("path", bare(q.Path))
	f.add("kind", bare(q.Kind))
	f.add("weight", unless(q.Weight, 1))
	answerFields(&f, q)
	f.add("ceiling", bySize(q.Ceiling))
	if q.When != nil {
		f.add("when", whenFields(q.When))
	}
	f.add("revision", q.Revision)
	if q.Was != nil {
		var was fields
		was.add("question", bare(q.Was.Question))
		was.add("levels", intList(q.Was.Levels))
		f.add("was", row(was))
	}
	f.add("words", idList(q.Words))
	return f
}

// answerFields are those of the question's kind.
func answerFields(f *fields, q *assessments.Question) {
	switch q.Kind {
	case assessments.Ladder:
		f.add("values", uneven(q.Values))
	case assessments.Checklist:
		f.add("options", rows(q.Options, optionFields))
	case assessments.Grid:
		f.add("stages", uneven(q.Values))
		f.add("rows", rows(q.Rows, rowFields))
	case assessments.Plans:
		f.add("same_as", bare(q.SameAs))
		if q.Column != assessments.Already {
			f.add("column", bare(q.Column))
		}
		if q.SameAs == "" { // else the rows are lent
			f.add("rows", rows(q.Rows, rowFields))
		}
	case assessments.Number:
		f.add("number", row(rangeFields(q.Range)))
		f.add("bands", bandList(q))
	}
}

// uneven are values, or nothing where they are those that the reader takes for missing ones.
func uneven(values []*big.Rat) any {
	if slices.EqualFunc(values, assessments.Even(assessments.Top+1), func(a, b *big.Rat) bool { return a.Cmp(b) == 0 }) {
		return nil
	}
	return numbers(values)
}

func rangeFields(r assessments.NumberRange) fields {
	var f fields
	f.add("least", unless(r.Least, 0))
	f.add("most", unless(r.Most, 100))
	f.add("decimals", r.Decimals)
	return f
}

func bandList(q *assessments.Question) []any {
	var out []any
	for i, from := range q.Bands {
		var f fields
		f.add("from", number{from})
		if i < len(q.Values) {
			f.add("value", number{q.Values[i]})
		}
		out = append(out, row(f))
	}
	return out
}

func optionFields(o assessments.Option) fields {
	var f fields
	f.add("id", bare(o.ID))
	if !o.Exclusive { // an exclusive one is worth nothing, whatever stands there
		f.add("value", unless(o.Value, 1))
	}
	f.add("exclusive", o.Exclusive)
	if o.When != nil {
		f.add("when", whenFields(o.When))
	}
	return f
}

func rowFields(r assessments.Row) fields {
	var f fields
	f.add("id", bare(r.ID))
	if r.When != nil {
		f.add("when", whenFields(r.When))
	}
	return f
}

// whenFields is a condition on one line; one without parts is kept, for the reader to refuse.
func whenFields(w *assessments.When) any {
	var f fields
	f.add("sizes", idList(w.Sizes))
	f.add("sectors", idList(w.Sectors))
	f.add("answers", rows(w.Answers, testFields))
	return row(f)
}

// bySize is a number for each size class, smallest first.
func bySize(numbers map[assessments.SizeClass]int) any {
	if len(numbers) == 0 {
		return nil
	}
	var f fields
	place := func(s assessments.SizeClass) int { return slices.Index(sizeClasses, s) }
	sizes := slices.Sorted(maps.Keys(numbers))
	slices.SortStableFunc(sizes, func(a, b assessments.SizeClass) int { return place(a) - place(b) })
	for _, s := range sizes {
		f.add(string(s), number{new(big.Rat).SetInt64(int64(numbers[s]))})
	}
	return row(f)
}

func intList(list []int) any {
	if len(list) == 0 {
		return nil
	}
	return inline{list}
}
