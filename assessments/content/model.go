package content

import (
	"math/big"
	"path"
	"regexp"
	"slices"
	"strings"

	"nivel/assessments"
)

type modelFile struct {
	ID             string
	Version        string
	Date           string
	Overall        assessments.Combine
	Scale          *scaleFile
	Bands          []ratio
	Paths          []string
	Dimensions     []dimensionFile
	Questions      []questionFile
	Contradictions []contradictionFile
	Risks          []riskFile
	Index          *indexFile
}

type scaleFile struct{ Top, Decimals int }

type dimensionFile struct {
	ID, Icon      string
	Weight        ratio
	Combine       assessments.Combine
	Subdimensions []struct {
		ID      string
		Weight  ratio
		Combine assessments.Combine
	}
}

type contradictionFile struct {
	ID   string
	Both []assessments.Test
}

type riskFile struct {
	ID   string
	When []assessments.Test
}

type indexFile struct {
	ID         string
	Version    int
	Year       int
	Conditions []struct {
		ID   string
		From *assessments.Test
	}
}

var (
	idPattern   = regexp.MustCompile(`^[a-z0-9]+([-.][a-z0-9]+)*$`)
	datePattern = regexp.MustCompile(`^[0-9]{4}-[0-9]{2}-[0-9]{2}$`)
)

// model reads dir/model.yaml with its texts. The pack is usable if nothing was found.
func (r *reader) model(dir string) (Pack, bool) {
	before := len(r.findings)
	var raw modelFile
	d, ok := r.read(path.Join(dir, "model.yaml"), &raw)
	if !ok {
		return Pack{}, false
	}
	m := r.buildModel(d, raw)
	p := Pack{Model: m, Words: map[string]assessments.ModelWords{}}
	for _, lang := range r.languages {
		if w, ok := r.modelWords(path.Join(dir, "texts."+lang+".yaml"), &p.Model); ok {
			p.Words[lang] = w
		}
	}
	return p, len(r.findings) == before
}

func (r *reader) buildModel(d *document, raw modelFile) assessments.Model {
	m := assessments.Model{ID: raw.ID, Version: raw.Version, Date: raw.Date, Overall: r.rule(d, []any{"overall"}, raw.Overall, true), Paths: raw.Paths}
	r.wantID(d, []any{"id"}, raw.ID)
	r.place("model:"+raw.ID+"@"+raw.Version, d, nil)
	r.want(d, []any{"version"}, "version", raw.Version != "")
	if !datePattern.MatchString(raw.Date) {
		r.at(d, []any{"date"}, "date-form", "value", raw.Date)
	}
	if len(m.Paths) == 0 {
		m.Paths = []string{"quick"}
	}
	r.scale(d, raw, &m)
	seen := map[string]bool{}
	for i, raw := range raw.Dimensions {
		m.Dimensions = append(m.Dimensions, r.dimension(d, i, raw, seen))
	}
	if len(m.Dimensions) == 0 {
		r.at(d, []any{"dimensions"}, "list-empty", "field", "dimensions")
	}
	if raw.Index != nil {
		m.Index = r.index(d, raw.Index)
	}
	r.questions(d, raw.Questions, &m)
	r.weights(d, &m)
	if raw.Index != nil {
		for i, c := range raw.Index.Conditions {
			if c.From != nil {
				r.test(d, []any{"index", "conditions", i, "from"}, *c.From, &m, len(m.Questions))
			}
		}
	}
	r.contradictions(d, raw.Contradictions, &m)
	r.risks(d, raw.Risks, &m)
	return m
}

// rule is a way of combining; only the overall score may be none.
func (r *reader) rule(d *document, at []any, rule assessments.Combine, overall bool) assessments.Combine {
	allowed := []assessments.Combine{assessments.Mean, assessments.Minimum, assessments.Count}
	if overall {
		allowed = append(allowed, assessments.NoOverall)
	}
	if rule == "" {
		return assessments.Mean
	}
	if !slices.Contains(allowed, rule) {
		r.at(d, at, "word-unknown", "value", rule, "allowed", join(allowed))
	}
	return rule
}

func join[T ~string](words []T) string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = string(w)
	}
	return strings.Join(out, ", ")
}

func (r *reader) scale(d *document, raw modelFile, m *assessments.Model) {
	m.Scale = assessments.Scale{Top: assessments.Top, Decimals: 1}
	if s := raw.Scale; s != nil {
		m.Scale = assessments.Scale(*s)
		if s.Top < 1 || s.Top > 1000 || s.Decimals < 0 || s.Decimals > 3 {
			r.at(d, []any{"scale"}, "scale-range")
		}
	}
	for i, from := range raw.Bands {
		v := from.or(0)
		if i == 0 && v.Sign() != 0 || i > 0 && v.Cmp(m.Bands[i-1]) <= 0 || v.Cmp(big.NewRat(int64(m.Scale.Top), 1)) > 0 {
			r.at(d, []any{"bands", i}, "bands-order", "top", m.Scale.Top)
		}
		m.Bands = append(m.Bands, v)
	}
	if n := len(m.Bands); n == 1 || n > 12 {
		r.at(d, []any{"bands"}, "list-length", "field", "bands", "want", "2-12", "have", n)
	}
}

func (r *reader) dimension(d *document, i int, raw dimensionFile, seen map[string]bool) assessments.Dimension {
	at := []any{"dimensions", i}
	r.wantID(d, with(at, "id"), raw.ID)
	r.unique(d, with(at, "id"), raw.ID, seen)
	r.weight(d, with(at, "weight"), raw.Weight)
	out := assessments.Dimension{ID: raw.ID, Icon: raw.Icon, Weight: raw.Weight.or(1), Combine: r.rule(d, with(at, "combine"), raw.Combine, false)}
	parts, weighed := map[string]bool{}, 0
	for k, s := range raw.Subdimensions {
		at := with(at, "subdimensions", k)
		r.wantID(d, with(at, "id"), s.ID)
		r.unique(d, with(at, "id"), s.ID, parts)
		r.weight(d, with(at, "weight"), s.Weight)
		if s.Weight.Rat != nil {
			weighed++
		}
		out.Subdimensions = append(out.Subdimensions, assessments.Subdimension{ID: s.ID, Weight: s.Weight.Rat, Combine: r.rule(d, with(at, "combine"), s.Combine, false)})
	}
	if weighed > 0 && weighed < len(raw.Subdimensions) {
		r.at(d, with(at, "subdimensions"), "weights-some", "id", raw.ID)
	}
	return out
}

// weights refuses a dimension, or a model, in which nothing weighs anything.
func (r *reader) weights(d *document, m *assessments.Model) {
	total := false
	for i, dim := range m.Dimensions {
		total = total || dim.Weight.Sign() > 0
		some := false
		for _, q := range m.Of(dim.ID) {
			some = some || q.Weight.Sign() > 0
		}
		if !some {
			r.at(d, []any{"dimensions", i}, "weights-zero", "id", dim.ID)
		}
		for k, s := range dim.Subdimensions {
			if !slices.ContainsFunc(m.Questions, func(q assessments.Question) bool { return q.Dimension == dim.ID && q.Subdimension == s.ID }) {
				r.at(d, []any{"dimensions", i, "subdimensions", k}, "list-empty", "field", "questions")
			}
		}
	}
	if !total && len(m.Dimensions) > 0 {
		r.at(d, []any{"dimensions"}, "weights-zero-all")
	}
}

func (r *reader) contradictions(d *document, raw []contradictionFile, m *assessments.Model) {
	seen := map[string]bool{}
	for i, c := range raw {
		at := []any{"contradictions", i}
		r.wantID(d, with(at, "id"), c.ID)
		r.unique(d, with(at, "id"), c.ID, seen)
		if len(c.Both) != 2 {
			r.at(d, at, "list-length", "field", "both", "want", 2, "have", len(c.Both))
			continue
		}
		for k, t := range c.Both {
			r.test(d, with(at, "both", k), t, m, len(m.Questions))
		}
		m.Contradictions = append(m.Contradictions, assessments.Contradiction{ID: c.ID, Both: [2]assessments.Test(c.Both)})
	}
}

func (r *reader) risks(d *document, raw []riskFile, m *assessments.Model) {
	seen := map[string]bool{}
	for i, x := range raw {
		at := []any{"risks", i}
		r.wantID(d, with(at, "id"), x.ID)
		r.unique(d, with(at, "id"), x.ID, seen)
		if len(x.When) == 0 {
			r.at(d, at, "list-empty", "field", "when")
		}
		for k, t := range x.When {
			r.test(d, with(at, "when", k), t, m, len(m.Questions))
		}
		m.Risks = append(m.Risks, assessments.Risk{ID: x.ID, Both: x.When})
	}
}

// mostConditions is how many the bands of the index are made for.
const mostConditions = 12

func (r *reader) index(d *document, raw *indexFile) *assessments.Index {
	x := &assessments.Index{ID: raw.ID, Version: raw.Version, Year: raw.Year}
	r.wantID(d, []any{"index", "id"}, raw.ID)
	seen := map[string]bool{}
	for i, c := range raw.Conditions {
		at := []any{"index", "conditions", i}
		r.wantID(d, with(at, "id"), c.ID)
		r.unique(d, with(at, "id"), c.ID, seen)
		x.Conditions = append(x.Conditions, assessments.Condition{ID: c.ID, From: c.From})
	}
	if n := len(x.Conditions); n == 0 || n > mostConditions {
		r.at(d, []any{"index"}, "list-length", "field", "conditions", "want", "1-12", "have", n)
	}
	return x
}

func (r *reader) wantID(d *document, at []any, id string) {
	if !idPattern.MatchString(id) || len(id) > 60 {
		r.at(d, at, "id-form", "value", firstLine(id))
	}
}

func (r *reader) unique(d *document, at []any, id string, seen map[string]bool) {
	if seen[id] {
		r.at(d, at, "id-twice", "id", id)
	}
	seen[id] = true
}

func (r *reader) weight(d *document, at []any, w ratio) {
	if w.Rat != nil && w.Sign() < 0 {
		r.at(d, at, "weight-negative", "value", w.RatString())
	}
}

func (r *reader) want(d *document, at []any, field string, ok bool) {
	if !ok {
		r.at(d, at, "text-missing", "field", field)
	}
}
