package content

import (
	"math/big"
	"slices"

	"nivel/assessments"
)

type questionFile struct {
	ID           string
	Dimension    string
	Subdimension string
	Kind         assessments.Kind
	Path         string
	Weight       ratio
	Values       []ratio
	Stages       []ratio
	Number       *numberFile
	Bands        []struct{ From, Value ratio }
	Options      []optionFile
	Rows         []rowFile
	Ceiling      map[assessments.SizeClass]int
	When         *assessments.When
	SameAs       string `yaml:"same_as"`
	Column       assessments.Column
	Revision     int
	Was          *assessments.Was
	Words        []string
}

type numberFile struct {
	Least, Most ratio
	Decimals    int
}

type optionFile struct {
	ID        string
	Value     ratio
	Exclusive bool
	When      *assessments.When
}

type rowFile struct {
	ID   string
	When *assessments.When
}

// mostLevels bounds levels, stages and bands: each has a key.
const mostLevels = 10

var kinds = []assessments.Kind{assessments.Ladder, assessments.Checklist, assessments.Grid, assessments.Plans, assessments.Partly, assessments.YesNo, assessments.Number}

// belongs says which kinds a field is for.
var belongs = map[string][]assessments.Kind{
	"values": {assessments.Ladder}, "stages": {assessments.Grid}, "number": {assessments.Number}, "bands": {assessments.Number},
	"options": {assessments.Checklist}, "rows": {assessments.Grid, assessments.Plans}, "same_as": {assessments.Plans}, "column": {assessments.Plans},
	"ceiling": {assessments.Ladder, assessments.Grid, assessments.Number},
}

func (r *reader) questions(d *document, raw []questionFile, m *assessments.Model) {
	seen := map[string]bool{}
	if m.Index != nil {
		for _, c := range m.Index.Conditions {
			seen[m.Index.QuestionID(c.ID)] = true
		}
	}
	for i := range raw {
		m.Questions = append(m.Questions, r.question(d, []any{"questions", i}, &raw[i], m, seen))
	}
	for i := range m.Questions {
		r.conditions(d, []any{"questions", i}, m, i)
	}
}

func (r *reader) question(d *document, at []any, raw *questionFile, m *assessments.Model, seen map[string]bool) assessments.Question {
	r.wantID(d, with(at, "id"), raw.ID)
	r.unique(d, with(at, "id"), raw.ID, seen)
	r.weight(d, with(at, "weight"), raw.Weight)
	r.place("question:"+m.ID+"@"+m.Version+":"+raw.ID, d, at)
	q := assessments.Question{ID: raw.ID, Dimension: raw.Dimension, Subdimension: raw.Subdimension, Kind: raw.Kind, Path: raw.Path, Weight: raw.Weight.or(1),
		Ceiling: raw.Ceiling, When: raw.When, SameAs: raw.SameAs, Column: raw.Column, Revision: raw.Revision, Was: raw.Was, Words: raw.Words}
	if q.Path == "" {
		q.Path = m.Paths[0]
	}
	if !slices.Contains(m.Paths, q.Path) {
		r.at(d, with(at, "path"), "word-unknown", "value", q.Path, "allowed", join(m.Paths))
	}
	r.home(d, at, raw, m)
	if !slices.Contains(kinds, raw.Kind) {
		r.at(d, with(at, "kind"), "word-unknown", "value", raw.Kind, "allowed", join(kinds))
		q.Kind = ""
		return q
	}
	r.fields(d, at, raw)
	r.form(d, at, raw, &q)
	r.ceiling(d, at, &q)
	r.was(d, at, &q)
	return q
}

// was checks where a question comes from: the levels named must be ones that it has.
func (r *reader) was(d *document, at []any, q *assessments.Question) {
	if q.Was == nil {
		return
	}
	r.wantID(d, with(at, "was", "question"), q.Was.Question)
	for k, level := range q.Was.Levels {
		if level < 0 || level >= q.Steps() {
			r.at(d, with(at, "was", "levels", k), "level-range", "level", level, "most", q.Steps()-1)
		}
	}
}

func (r *reader) home(d *document, at []any, raw *questionFile, m *assessments.Model) {
	dim := m.Dimension(raw.Dimension)
	switch {
	case dim == nil:
		r.at(d, with(at, "dimension"), "dimension-unknown", "id", raw.Dimension)
	case (len(dim.Subdimensions) > 0 || raw.Subdimension != "") &&
		!slices.ContainsFunc(dim.Subdimensions, func(s assessments.Subdimension) bool { return s.ID == raw.Subdimension }):
		r.at(d, with(at, "subdimension"), "subdimension-unknown", "id", raw.Subdimension, "dimension", raw.Dimension)
	}
}

// fields refuses what belongs to another kind.
func (r *reader) fields(d *document, at []any, raw *questionFile) {
	for field, set := range map[string]bool{"values": raw.Values != nil, "stages": raw.Stages != nil, "number": raw.Number != nil, "bands": raw.Bands != nil,
		"options": raw.Options != nil, "rows": raw.Rows != nil, "same_as": raw.SameAs != "", "column": raw.Column != "", "ceiling": raw.Ceiling != nil} {
		if set && !slices.Contains(belongs[field], raw.Kind) {
			r.at(d, with(at, field), "field-kind", "field", field, "kind", raw.Kind)
		}
	}
}

func (r *reader) form(d *document, at []any, raw *questionFile, q *assessments.Question) {
	switch raw.Kind {
	case assessments.Ladder:
		q.Values = r.values(d, with(at, "values"), raw.Values)
	case assessments.Partly:
		q.Values = assessments.Even(3)
	case assessments.Checklist:
		q.Options = r.options(d, at, raw.Options)
	case assessments.Grid:
		q.Values = r.values(d, with(at, "stages"), raw.Stages)
		q.Rows = r.rows(d, at, raw.Rows)
	case assessments.Plans:
		if q.Column == "" {
			q.Column = assessments.Already
		}
		if !slices.Contains([]assessments.Column{assessments.Already, assessments.Planned, assessments.Either}, q.Column) {
			r.at(d, with(at, "column"), "word-unknown", "value", q.Column, "allowed", "already, planned, either")
		}
		switch {
		case q.SameAs != "" && raw.Rows != nil:
			r.at(d, with(at, "rows"), "field-kind", "field", "rows", "kind", "same_as")
		case q.SameAs == "":
			q.Rows = r.rows(d, at, raw.Rows)
		}
	case assessments.Number:
		r.number(d, at, raw, q)
	}
}

// values are those of levels or stages: six at even distances where none are given. They never
// fall, and the last is 1.
func (r *reader) values(d *document, at []any, raw []ratio) []*big.Rat {
	if len(raw) == 0 {
		return assessments.Even(assessments.Top + 1)
	}
	var out []*big.Rat
	for _, v := range raw {
		out = append(out, v.or(0))
	}
	r.rising(d, at, out)
	return out
}

func (r *reader) rising(d *document, at []any, values []*big.Rat) {
	n := len(values)
	ok := n >= 2 && n <= mostLevels && values[0].Sign() >= 0 && values[n-1].Cmp(big.NewRat(1, 1)) == 0 &&
		slices.IsSortedFunc(values, (*big.Rat).Cmp)
	if !ok {
		r.at(d, at, "values-order", "most", mostLevels)
	}
}

func (r *reader) number(d *document, at []any, raw *questionFile, q *assessments.Question) {
	if raw.Number == nil || len(raw.Bands) == 0 {
		r.at(d, at, "number-missing")
		q.Values, q.Bands = assessments.Even(2), assessments.Even(2)
		q.Range = assessments.NumberRange{Least: new(big.Rat), Most: big.NewRat(1, 1)}
		return
	}
	n := raw.Number
	q.Range = assessments.NumberRange{Least: n.Least.or(0), Most: n.Most.or(100), Decimals: n.Decimals}
	if q.Range.Least.Cmp(q.Range.Most) >= 0 || n.Decimals < 0 || n.Decimals > 4 {
		r.at(d, with(at, "number"), "number-bounds")
	}
	for i, b := range raw.Bands {
		from := b.From.or(0)
		if i == 0 && from.Cmp(q.Range.Least) != 0 || i > 0 && from.Cmp(q.Bands[i-1]) <= 0 || from.Cmp(q.Range.Most) > 0 {
			r.at(d, with(at, "bands", i), "bands-order", "top", assessments.Plain(q.Range.Most))
		}
		q.Bands, q.Values = append(q.Bands, from), append(q.Values, b.Value.or(0))
	}
	r.falling(d, with(at, "bands"), q.Values)
}

// falling allows values that rise or fall, because for some numbers less is better.
func (r *reader) falling(d *document, at []any, values []*big.Rat) {
	if up := slices.Clone(values); len(up) > 0 && up[0].Cmp(up[len(up)-1]) > 0 {
		slices.Reverse(up)
		values = up
	}
	r.rising(d, at, values)
}

func (r *reader) rows(d *document, at []any, raw []rowFile) []assessments.Row {
	seen := map[string]bool{}
	var out []assessments.Row
	for k, row := range raw {
		at := with(at, "rows", k)
		r.wantID(d, with(at, "id"), row.ID)
		r.unique(d, with(at, "id"), row.ID, seen)
		r.firmOnly(d, with(at, "when"), row.When)
		out = append(out, assessments.Row{ID: row.ID, When: row.When})
	}
	if len(out) == 0 {
		r.at(d, at, "list-empty", "field", "rows")
	}
	return out
}

func (r *reader) options(d *document, at []any, raw []optionFile) []assessments.Option {
	seen := map[string]bool{}
	var out []assessments.Option
	worth := false
	for k, o := range raw {
		at := with(at, "options", k)
		r.wantID(d, with(at, "id"), o.ID)
		r.unique(d, with(at, "id"), o.ID, seen)
		r.weight(d, with(at, "value"), o.Value)
		r.firmOnly(d, with(at, "when"), o.When)
		option := assessments.Option{ID: o.ID, Exclusive: o.Exclusive, Value: o.Value.or(1), When: o.When}
		if o.Exclusive {
			option.Value = new(big.Rat)
		}
		worth = worth || option.Value.Sign() > 0 && o.When == nil
		out = append(out, option)
	}
	if !worth {
		r.at(d, with(at, "options"), "options-worthless")
	}
	return out
}
