package content

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml"

	"nivel/assessments"
)

// The writers give the files that the readers beside them read: what is written reads back equal,
// save that numbers keep nine decimals, as many as the reader takes, and that bytes which are no
// text become U+FFFD. They check nothing; the reader does, on what they wrote.

// bare is an id, a date or a word of the format. It is written without quotes where YAML allows,
// so that a person sees at a glance what is text and what is not.
type bare string

// inline is written on one line, as short records and lists of ids are.
type inline struct{ value any }

// MarshalYAML implements yaml.BytesMarshaler.
func (i inline) MarshalYAML() ([]byte, error) { return encode(i.value, yaml.Flow(true)) }

// number is an exact decimal number.
type number struct{ *big.Rat }

// MarshalYAML implements yaml.BytesMarshaler.
func (n number) MarshalYAML() ([]byte, error) {
	text := n.FloatString(9)
	return []byte(strings.TrimSuffix(strings.TrimRight(text, "0"), ".")), nil
}

// raw is written as it stands.
type raw string

// MarshalYAML implements yaml.BytesMarshaler.
func (r raw) MarshalYAML() ([]byte, error) { return []byte(r), nil }

// fields is a mapping in the order in which it is written.
type fields struct{ yaml.MapSlice }

// add puts a field behind the others; one that is empty is left out, as the reader takes it so.
func (f *fields) add(name string, value any) {
	switch v := value.(type) {
	case nil:
		return
	case string:
		if v == "" {
			return
		}
	case bare:
		if v == "" {
			return
		}
	case int:
		if v == 0 {
			return
		}
	case bool:
		if !v {
			return
		}
	case fields:
		if len(v.MapSlice) == 0 {
			return
		}
		value = v.MapSlice
	case []any:
		if len(v) == 0 {
			return
		}
	}
	f.MapSlice = append(f.MapSlice, yaml.MapItem{Key: name, Value: value})
}

// encode writes a value with its texts in double quotes.
func encode(v any, options ...yaml.EncodeOption) ([]byte, error) {
	options = append(options, yaml.Indent(2), yaml.IndentSequence(true), yaml.CustomMarshaler[string](func(s string) ([]byte, error) {
		return []byte(strconv.Quote(strings.ToValidUTF8(s, "\uFFFD"))), nil
	}))
	return yaml.MarshalWithOptions(v, options...)
}

// file is a mapping as a file's bytes.
func (f fields) file() []byte {
	data, err := encode(f.MapSlice)
	if err != nil {
		panic(fmt.Sprintf("write content: %v", err)) // every value here is of a type that encode writes
	}
	return data
}

// row is a short record on one line; an empty one is written as {}.
func row(f fields) any {
	if f.MapSlice == nil {
		f.MapSlice = yaml.MapSlice{}
	}
	return inline{f.MapSlice}
}

// rows are short records, each on a line.
func rows[T any](list []T, write func(T) fields) []any {
	var out []any
	for _, x := range list {
		out = append(out, row(write(x)))
	}
	return out
}

// records are longer ones, a field a line.
func records[T any](list []T, write func(*T) fields) []any {
	var out []any
	for i := range list {
		out = append(out, write(&list[i]).MapSlice)
	}
	return out
}

// idList is a list of ids on one line, or nothing for an empty one.
func idList[T ~string](ids []T) any {
	if len(ids) == 0 {
		return nil
	}
	out := make([]bare, len(ids))
	for i, id := range ids {
		out[i] = bare(id)
	}
	return inline{out}
}

// day is a date without quotes, or nothing for none; what is no date is left to the reader.
func day(date string) any {
	switch {
	case date == "":
		return nil
	case datePattern.MatchString(date):
		return raw(date)
	}
	return bare(date)
}

// numbers is a list of numbers on one line, or nothing for an empty one.
func numbers(list []*big.Rat) any {
	if len(list) == 0 {
		return nil
	}
	out := make([]number, len(list))
	for i, r := range list {
		out[i] = number{r}
	}
	return inline{out}
}

// unless is a number, or nothing where it is what the reader takes for a missing one.
func unless(r *big.Rat, missing int64) any {
	if r == nil || r.Cmp(new(big.Rat).SetInt64(missing)) == 0 {
		return nil
	}
	return number{r}
}

// ruleField is a way of combining, or nothing for the mean.
func ruleField(c assessments.Combine) bare {
	if c == assessments.Mean {
		return ""
	}
	return bare(c)
}

// WriteModel writes a model's files, by name: model.yaml and texts.<language>.yaml for each of the
// languages, whose texts are p.Words. Earlier versions are packs of their own.
func WriteModel(p Pack, languages []string) map[string][]byte {
	m := &p.Model
	var f fields
	f.add("id", bare(m.ID))
	f.add("version", m.Version)
	f.add("date", day(m.Date))
	f.add("overall", ruleField(m.Overall))
	if m.Scale != (assessments.Scale{Top: assessments.Top, Decimals: 1}) {
		var s fields
		s.add("top", m.Scale.Top)
		s.add("decimals", m.Scale.Decimals)
		f.add("scale", row(s))
	}
	f.add("bands", numbers(m.Bands))
	f.add("paths", idList(m.Paths))
	f.add("dimensions", records(m.Dimensions, dimensionFields))
	f.add("questions", records(m.Questions, questionFields))
	f.add("contradictions", records(m.Contradictions, contradictionFields))
	f.add("risks", records(m.Risks, riskFields))
	if m.Index != nil {
		f.add("index", indexFields(m.Index))
	}
	files := map[string][]byte{"model.yaml": f.file()}
	for _, lang := range languages {
		files["texts."+lang+".yaml"] = modelTexts(m, p.Words[lang]).file()
	}
	return files
}

func dimensionFields(d *assessments.Dimension) fields {
	var f fields
	f.add("id", bare(d.ID))
	f.add("icon", bare(d.Icon))
	f.add("weight", unless(d.Weight, 1))
	f.add("combine", ruleField(d.Combine))
	f.add("subdimensions", rows(d.Subdimensions, func(s assessments.Subdimension) fields {
		var f fields
		f.add("id", bare(s.ID))
		if s.Weight != nil {
			f.add("weight", number{s.Weight})
		}
		f.add("combine", ruleField(s.Combine))
		return f
	}))
	return f
}

func contradictionFields(c *assessments.Contradiction) fields {
	var f fields
	f.add("id", bare(c.ID))
	f.add("both", rows(c.Both[:], testFields))
	return f
}

func riskFields(r *assessments.Risk) fields {
	var f fields
	f.add("id", bare(r.ID))
	f.add("when", rows(r.Both, testFields))
	return f
}

func testFields(t assessments.Test) fields {
	var f fields
	f.add("question", bare(t.Question))
	f.add("option", bare(t.Option))
	f.add("row", bare(t.Row))
	f.add("level", t.Level)
	f.add("below", t.Below)
	f.add("yes", t.Yes)
	f.add("not", t.Not)
	return f
}

func indexFields(x *assessments.Index) fields {
	var f fields
	f.add("id", bare(x.ID))
	f.add("version", x.Version)
	f.add("year", x.Year)
	f.add("conditions", rows(x.Conditions, func(c assessments.Condition) fields {
		var f fields
		f.add("id", bare(c.ID))
		if c.From != nil {
			f.add("from", testFields(*c.From))
		}
		return f
	}))
	return f
}
