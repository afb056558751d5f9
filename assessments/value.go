package assessments

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"math/big"
	"regexp"
	"slices"
	"sort"
	"strings"
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
// the others stay empty. In JSON it is 3, 12.5, true, ["website"], {"cad":4,"cnc":"na"}, "na",
// "unknown" or null.
type Value struct {
	Standing Standing
	Level    int              // ladder, partly, a row of a grid or of plans, and a whole number
	Decimal  string           // a number that is not whole, in its shortest form: 12.5
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
	formDecimal
)

// AtLevel is the answer of a ladder, or of a grid's row.
func AtLevel(level int) Value { return Value{Standing: Given, Level: level, form: formLevel} }

// Counting is the answer to a question that asks for a number: digits, and a point or comma before
// decimals. It returns a *Fault for anything else.
func Counting(text string) (Value, error) {
	text = strings.Replace(strings.TrimSpace(text), ",", ".", 1)
	if !decimal.MatchString(text) {
		return Value{}, NewFault("number-form", "value", fmt.Sprintf("%.20s", text))
	}
	r, _ := new(big.Rat).SetString(text)
	return counting(r), nil
}

// counting keeps whole numbers as levels, so that 12 and 12.0 are the same answer.
func counting(r *big.Rat) Value {
	if r.IsInt() && r.Num().IsInt64() {
		return AtLevel(int(r.Num().Int64()))
	}
	text := strings.TrimRight(r.FloatString(decimals), "0")
	return Value{Standing: Given, Decimal: text, form: formDecimal}
}

const decimals = 6

var decimal = regexp.MustCompile(`^-?[0-9]{1,12}(\.[0-9]{1,6})?$`)

// Rat is the number that was answered, exactly; nil where none was.
func (v Value) Rat() *big.Rat {
	switch v.form {
	case formLevel:
		return big.NewRat(int64(v.Level), 1)
	case formDecimal:
		r, _ := new(big.Rat).SetString(v.Decimal)
		return r
	}
	return nil
}

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
	return v.Standing == w.Standing && v.Level == w.Level && v.Decimal == w.Decimal && v.Yes == w.Yes &&
		slices.Equal(v.Chosen, w.Chosen) && maps.EqualFunc(v.Rows, w.Rows, Value.Equal)
}

// Fits reports what is wrong with v as an answer to q as a *Fault, or nil.
func (v Value) Fits(q *Question) error {
	if v.Standing != Given {
		return nil
	}
	if !slices.Contains(forms[q.Kind], v.form) {
		return NewFault("answer-kind-" + string(q.Kind))
	}
	switch q.Kind {
	case Ladder, Partly:
		return levelInRange(v.Level, q.Steps())
	case Checklist:
		return v.fitsChecklist(q)
	case Grid:
		return v.fitsRows(q, q.Steps())
	case Plans:
		return v.fitsRows(q, 4)
	case Number:
		return v.fitsRange(q)
	}
	return nil
}

var forms = map[Kind][]form{Ladder: {formLevel}, Partly: {formLevel}, Checklist: {formChosen}, Grid: {formRows}, Plans: {formRows},
	YesNo: {formYes}, Number: {formLevel, formDecimal}}

func (v Value) fitsRange(q *Question) error {
	r := v.Rat()
	if r.Cmp(q.Range.Least) < 0 || r.Cmp(q.Range.Most) > 0 {
		return NewFault("number-range", "least", Plain(q.Range.Least), "most", Plain(q.Range.Most))
	}
	if point := strings.IndexByte(v.Decimal, '.'); point >= 0 && len(v.Decimal)-point-1 > q.Range.Decimals {
		return NewFault("number-decimals", "decimals", q.Range.Decimals)
	}
	return nil
}

// Plain is a decimal number in its shortest form, with a point.
func Plain(r *big.Rat) string {
	text := r.FloatString(decimals)
	return strings.TrimSuffix(strings.TrimRight(text, "0"), ".")
}

func (v Value) fitsChecklist(q *Question) error {
	for _, id := range v.Chosen {
		if q.outside[id] {
			continue
		}
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

func (v Value) fitsRows(q *Question, steps int) error {
	for _, id := range slices.Sorted(maps.Keys(v.Rows)) {
		if q.outside[id] {
			continue
		}
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
		if err := levelInRange(row.Level, steps); err != nil {
			return err
		}
	}
	return nil
}

func levelInRange(level, steps int) error {
	if level < 0 || level >= steps {
		return NewFault("level-range", "level", level, "most", steps-1)
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
	case formDecimal:
		return []byte(v.Decimal), nil
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
	n, err := Counting(string(data))
	if err != nil {
		return NewFault("level-number", "level", fmt.Sprintf("%.20s", data))
	}
	*v = n
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
