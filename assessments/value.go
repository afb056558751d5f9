package assessments

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"sort"
)

// Standing is whether there is an answer, and of which sort.
type Standing int8

// The standings. NotApplicable leaves score and coverage; DontKnow leaves the score and lowers
// coverage; Unanswered does the same until something is given.
const (
	Unanswered Standing = iota
	Given
	NotApplicable
	DontKnow
)

// Value is what was answered to one question. Which field counts depends on the question's kind;
// the others stay empty. In JSON it is 3, true, ["website"], {"cad":4,"cnc":"na"}, "na",
// "unknown" or null.
type Value struct {
	Standing Standing
	Level    int              // ladder, and a grid's row: 0 to 5
	Yes      bool             // yes/no
	Chosen   []string         // checklist, ids in ascending order
	Rows     map[string]Value // grid; a row is a level, not applicable or unknown
	form     form
}

type form int8

const (
	formNone form = iota
	formLevel
	formYes
	formChosen
	formRows
)

// AtLevel is the answer of a ladder, or of a grid's row.
func AtLevel(level int) Value { return Value{Standing: Given, Level: level, form: formLevel} }

// Saying is the answer to a yes/no question.
func Saying(yes bool) Value { return Value{Standing: Given, Yes: yes, form: formYes} }

// Choosing is the answer to a checklist. Nothing chosen is no answer.
func Choosing(options ...string) Value {
	chosen := slices.Clone(options)
	sort.Strings(chosen)
	chosen = slices.Compact(chosen)
	if len(chosen) == 0 {
		return Value{}
	}
	return Value{Standing: Given, Chosen: chosen, form: formChosen}
}

// WithRow returns the grid's answer with one row set; an unanswered row is removed.
func (v Value) WithRow(row string, a Value) Value {
	rows := maps.Clone(v.Rows)
	if rows == nil {
		rows = map[string]Value{}
	}
	if a.Standing == Unanswered {
		delete(rows, row)
	} else {
		rows[row] = a
	}
	if len(rows) == 0 {
		return Value{}
	}
	return Value{Standing: Given, Rows: rows, form: formRows}
}

// NotApplicableValue and DontKnowValue are the two answers that every question takes.
var (
	NotApplicableValue = Value{Standing: NotApplicable}
	DontKnowValue      = Value{Standing: DontKnow}
)

// Has says whether an option of a checklist is chosen.
func (v Value) Has(option string) bool {
	return v.Standing == Given && slices.Contains(v.Chosen, option)
}

// Equal says whether both say the same.
func (v Value) Equal(w Value) bool {
	return v.Standing == w.Standing && v.Level == w.Level && v.Yes == w.Yes &&
		slices.Equal(v.Chosen, w.Chosen) && maps.EqualFunc(v.Rows, w.Rows, Value.Equal)
}

// Fits reports what is wrong with v as an answer to q as a *Fault, or nil.
func (v Value) Fits(q *Question) error {
	if v.Standing != Given {
		return nil
	}
	want := map[Kind]form{Ladder: formLevel, Checklist: formChosen, Grid: formRows, YesNo: formYes}[q.Kind]
	if v.form != want {
		return NewFault("answer-kind-" + string(q.Kind))
	}
	switch q.Kind {
	case Ladder:
		return levelInRange(v.Level)
	case Checklist:
		return v.fitsChecklist(q)
	case Grid:
		return v.fitsGrid(q)
	}
	return nil
}

func (v Value) fitsChecklist(q *Question) error {
	for _, id := range v.Chosen {
		o := q.Option(id)
		if o == nil {
			return NewFault("option-unknown", "option", id)
		}
		if o.Exclusive && len(v.Chosen) > 1 {
			return NewFault("option-exclusive", "option", id)
		}
	}
	return nil
}

func (v Value) fitsGrid(q *Question) error {
	for _, id := range slices.Sorted(maps.Keys(v.Rows)) {
		if !q.HasRow(id) {
			return NewFault("row-unknown", "row", id)
		}
		row := v.Rows[id]
		if row.Standing != Given {
			continue
		}
		if row.form != formLevel {
			return NewFault("row-kind", "row", id)
		}
		if err := levelInRange(row.Level); err != nil {
			return err
		}
	}
	return nil
}

func levelInRange(level int) error {
	if level < 0 || level > Top {
		return NewFault("level-range", "level", level)
	}
	return nil
}

// MarshalJSON writes the short form that answer files and the store use.
func (v Value) MarshalJSON() ([]byte, error) {
	switch v.Standing {
	case NotApplicable:
		return []byte(`"na"`), nil
	case DontKnow:
		return []byte(`"unknown"`), nil
	case Unanswered:
		return []byte("null"), nil
	}
	switch v.form {
	case formLevel:
		return json.Marshal(v.Level)
	case formYes:
		return json.Marshal(v.Yes)
	case formChosen:
		return json.Marshal(v.Chosen)
	case formRows:
		return json.Marshal(v.Rows)
	}
	return nil, errors.New("an answer of no kind")
}

// UnmarshalJSON reads what MarshalJSON writes; anything else is an error in words.
func (v *Value) UnmarshalJSON(data []byte) error {
	data = bytes.TrimSpace(data)
	*v = Value{}
	if len(data) == 0 {
		return NewFault("answer-missing")
	}
	switch data[0] {
	case 'n':
		return nil
	case 't', 'f':
		return v.unmarshalYes(data)
	case '"':
		return v.unmarshalWord(data)
	case '[':
		var chosen []string
		if err := json.Unmarshal(data, &chosen); err != nil {
			return NewFault("answer-list")
		}
		*v = Choosing(chosen...)
		return nil
	case '{':
		rows := map[string]Value{}
		if err := json.Unmarshal(data, &rows); err != nil {
			return err
		}
		for id, row := range rows {
			if row.form > formLevel {
				return NewFault("row-kind", "row", id)
			}
			*v = v.WithRow(id, row)
		}
		return nil
	}
	var level int
	if err := json.Unmarshal(data, &level); err != nil {
		return NewFault("level-number", "level", fmt.Sprintf("%.20s", data))
	}
	*v = AtLevel(level)
	return nil
}

func (v *Value) unmarshalYes(data []byte) error {
	var yes bool
	if err := json.Unmarshal(data, &yes); err != nil {
		return err
	}
	*v = Saying(yes)
	return nil
}

func (v *Value) unmarshalWord(data []byte) error {
	var word string
	if err := json.Unmarshal(data, &word); err != nil {
		return err
	}
	switch word {
	case "na":
		*v = NotApplicableValue
	case "unknown":
		*v = DontKnowValue
	default:
		return NewFault("answer-word", "word", word)
	}
	return nil
}
