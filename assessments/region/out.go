package region

import (
	"encoding/json"
	"math/big"
	"strconv"

	"nivel/assessments"
)

// decimal is a figure as it leaves: a decimal number, or nothing.
type decimal struct{ *big.Rat }

// MarshalJSON implements json.Marshaler.
func (d decimal) MarshalJSON() ([]byte, error) {
	if d.Rat == nil {
		return []byte("null"), nil
	}
	return []byte(assessments.Plain(d.Rat)), nil
}

// UnmarshalJSON implements json.Unmarshaler.
func (d *decimal) UnmarshalJSON(data []byte) error {
	d.Rat = nil
	if string(data) == "null" {
		return nil
	}
	v, err := assessments.Counting(string(data))
	if err == nil {
		d.Rat = v.Rat()
	}
	return err
}

type spreadForm struct {
	Dimension string   `json:"dimension,omitempty"`
	Mean      decimal  `json:"mean"`
	Low       *decimal `json:"low,omitempty"`
	Middle    *decimal `json:"middle,omitempty"`
	High      *decimal `json:"high,omitempty"`
}

func optional(r *big.Rat) *decimal {
	if r == nil {
		return nil
	}
	return &decimal{r}
}

func (d *decimal) value() *big.Rat {
	if d == nil {
		return nil
	}
	return d.Rat
}

// MarshalJSON writes figures as decimal numbers.
func (s Spread) MarshalJSON() ([]byte, error) {
	return json.Marshal(spreadForm{s.Dimension, decimal{s.Mean}, optional(s.Low), optional(s.Middle), optional(s.High)})
}

// UnmarshalJSON reads what MarshalJSON writes.
func (s *Spread) UnmarshalJSON(data []byte) error {
	var f spreadForm
	err := json.Unmarshal(data, &f)
	*s = Spread{f.Dimension, f.Mean.Rat, f.Low.value(), f.Middle.value(), f.High.value()}
	return err
}

type movedForm struct {
	Dimension string  `json:"dimension,omitempty"`
	First     decimal `json:"first"`
	Last      decimal `json:"last"`
}

// MarshalJSON writes figures as decimal numbers.
func (m Moved) MarshalJSON() ([]byte, error) {
	return json.Marshal(movedForm{m.Dimension, decimal{m.First}, decimal{m.Last}})
}

// UnmarshalJSON reads what MarshalJSON writes.
func (m *Moved) UnmarshalJSON(data []byte) error {
	var f movedForm
	err := json.Unmarshal(data, &f)
	*m = Moved{f.Dimension, f.First.Rat, f.Last.Rat}
	return err
}

// Columns name the columns of Records.
var Columns = []string{"kind", "group", "item", "firms", "mean", "low", "median", "high", "first", "last", "held"}

// Records are all figures as rows of a table, under Columns, for a file that other programs read. The
// overall score has no item.
func (r *Rollup) Records() [][]string {
	var out [][]string
	plain := func(x *big.Rat) string {
		if x == nil {
			return ""
		}
		return assessments.Plain(x)
	}
	count := func(kind, group, item string, firms int) {
		out = append(out, []string{kind, group, item, strconv.Itoa(firms), "", "", "", "", "", "", ""})
	}
	row := func(kind string, x Row) {
		if x.Held != Shown {
			out = append(out, []string{kind, x.Group, "", "", "", "", "", "", "", "", string(x.Held)})
		}
		for _, s := range x.Values {
			out = append(out, []string{kind, x.Group, s.Dimension, strconv.Itoa(x.Firms), plain(s.Mean), plain(s.Low), plain(s.Middle), plain(s.High), "", "", ""})
		}
	}
	levels := func(dimension string, shares []Share) {
		for _, s := range shares {
			count("levels", strconv.Itoa(s.From)+"-"+strconv.Itoa(s.To), dimension, s.Firms)
		}
	}
	row("all", r.All)
	for _, t := range r.Tables {
		for _, x := range t.Rows {
			row(string(t.By), x)
		}
	}
	levels("", r.Levels)
	for _, a := range r.Areas {
		levels(a.Dimension, a.Levels)
	}
	for _, m := range r.Missed {
		count("missed", "", m.Question, m.Firms)
	}
	for _, in := range r.BySector {
		for _, m := range in.Missed {
			count("missed", in.Group, m.Question, m.Firms)
		}
	}
	if r.Change != nil {
		for _, m := range r.Change.Values {
			out = append(out, []string{"change", "", m.Dimension, strconv.Itoa(r.Change.Firms), "", "", "", "", plain(m.First), plain(m.Last), ""})
		}
	}
	if r.Index != nil {
		count("index", "", "", r.Index.Firms)
		count("index", "", "basic", r.Index.Basic)
	}
	return out
}
