package advice

import (
	"slices"

	"nivel/assessments"
	"nivel/assessments/scoring"
)

// Apply returns what an answer becomes when the action's gap is closed, and whether it fits: a
// ladder, number or row rises to the level the action leads to, an option is added to what is
// chosen, a row of plans is done. The answer must be a known one.
func Apply(q *assessments.Question, g assessments.ActionGap, v assessments.Value) (Reason, assessments.Value, bool) {
	r := Reason{Question: g.Question, Option: g.Option, Row: g.Row, To: g.To}
	if g.Row != "" && !q.HasRow(g.Row) || g.Option != "" && q.Option(g.Option) == nil {
		return r, v, false
	}
	switch q.Kind {
	case assessments.Ladder, assessments.Partly:
		r.Level = v.Level
		return r, assessments.AtLevel(g.To), spans(g, v.Level)
	case assessments.Number:
		r.Level = scoring.BandAt(q, v.Rat())
		better := q.Bands[min(g.To, len(q.Bands)-1)]
		value, err := assessments.Counting(assessments.Plain(better))
		return r, value, err == nil && spans(g, r.Level)
	case assessments.YesNo:
		return r, assessments.Saying(true), !v.Yes
	case assessments.Grid:
		row := v.Rows[g.Row]
		r.Level = row.Level
		return r, v.WithRow(g.Row, assessments.AtLevel(g.To)), row.Standing == assessments.Given && spans(g, row.Level)
	case assessments.Plans:
		row := v.Rows[g.Row]
		r.Level = row.Level
		return r, v.WithRow(g.Row, assessments.AtLevel(row.Level|2)), row.Standing == assessments.Given && row.Level&2 == 0
	case assessments.Checklist:
		chosen := slices.DeleteFunc(slices.Clone(v.Chosen), func(id string) bool {
			o := q.Option(id)
			return o == nil || o.Exclusive
		})
		return r, assessments.Choosing(append(chosen, g.Option)...), !v.Has(g.Option)
	}
	return r, v, false
}

// spans says whether a gap begins at that level.
func spans(g assessments.ActionGap, level int) bool { return g.From[0] <= level && level <= g.From[1] }

// Suits says whether an action is for a firm of that size and sector, or for one of the size that
// it is costed as.
func Suits(action *assessments.Action, size assessments.SizeClass, sector string) bool {
	return action.Fits(size, sector) || action.Fits(size.Costed(), sector)
}

// Today is the model with the questions that are asked today and no conditions: what an action
// leads to is measured by them, not by what its success may bring up or hide.
func Today(m *assessments.Model, answers assessments.Answers) *assessments.Model {
	out, hidden := *m, m.Hidden(answers)
	out.Questions = nil
	for _, q := range m.Questions {
		if !hidden[q.ID] {
			q.When = nil
			out.Questions = append(out.Questions, q)
		}
	}
	return &out
}
