package content

import (
	"path"
	"regexp"
	"slices"

	"nivel/assessments"
)

type modelFile struct {
	ID         string
	Version    string
	Date       string
	Overall    assessments.Combine
	Dimensions []dimensionFile
	Questions  []questionFile
	Index      *indexFile
}

type dimensionFile struct {
	ID, Icon string
	Weight   ratio
	Combine  assessments.Combine
}

type questionFile struct {
	ID        string
	Dimension string
	Kind      assessments.Kind
	Paths     []string
	Weight    ratio
	Options   []optionFile
	Rows      []struct{ ID string }
	Words     []string
}

type optionFile struct {
	ID        string
	Value     ratio
	Exclusive bool
}

type indexFile struct {
	ID         string
	Version    int
	Year       int
	Conditions []struct {
		ID   string
		From *assessments.Follow
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
	m := assessments.Model{ID: raw.ID, Version: raw.Version, Date: raw.Date, Overall: raw.Overall, Languages: slices.Clone(Languages)}
	r.wantID(d, []any{"id"}, raw.ID)
	r.want(d, []any{"version"}, "version", raw.Version != "")
	if !datePattern.MatchString(raw.Date) {
		r.at(d, []any{"date"}, "date-form", "value", raw.Date)
	}
	if m.Overall == "" {
		m.Overall = assessments.Mean
	}
	if !slices.Contains([]assessments.Combine{assessments.Mean, assessments.Minimum, assessments.NoOverall}, m.Overall) {
		r.at(d, []any{"overall"}, "word-unknown", "value", m.Overall, "allowed", "mean, minimum, none")
	}
	seen := map[string]bool{}
	for i, raw := range raw.Dimensions {
		m.Dimensions = append(m.Dimensions, r.dimension(d, i, raw, seen))
	}
	if len(m.Dimensions) == 0 {
		r.at(d, []any{"dimensions"}, "list-empty", "field", "dimensions")
	}
	questions := map[string]bool{}
	for i, raw := range raw.Questions {
		m.Questions = append(m.Questions, r.question(d, i, raw, &m, questions))
	}
	r.weights(d, &m)
	if raw.Index != nil {
		m.Index = r.index(d, raw.Index, &m)
	}
	return m
}

func (r *reader) dimension(d *document, i int, raw dimensionFile, seen map[string]bool) assessments.Dimension {
	at := []any{"dimensions", i}
	r.wantID(d, with(at, "id"), raw.ID)
	r.unique(d, with(at, "id"), raw.ID, seen)
	r.weight(d, with(at, "weight"), raw.Weight)
	combine := raw.Combine
	if combine == "" {
		combine = assessments.Mean
	}
	if combine != assessments.Mean && combine != assessments.Minimum {
		r.at(d, with(at, "combine"), "word-unknown", "value", combine, "allowed", "mean, minimum")
	}
	return assessments.Dimension{ID: raw.ID, Icon: raw.Icon, Weight: raw.Weight.or(1), Combine: combine}
}

func (r *reader) question(d *document, i int, raw questionFile, m *assessments.Model, seen map[string]bool) assessments.Question {
	at := []any{"questions", i}
	r.wantID(d, with(at, "id"), raw.ID)
	r.unique(d, with(at, "id"), raw.ID, seen)
	r.weight(d, with(at, "weight"), raw.Weight)
	if m.Dimension(raw.Dimension) == nil {
		r.at(d, with(at, "dimension"), "dimension-unknown", "id", raw.Dimension)
	}
	q := assessments.Question{ID: raw.ID, Dimension: raw.Dimension, Kind: raw.Kind, Paths: raw.Paths, Weight: raw.Weight.or(1), Words: raw.Words}
	if len(q.Paths) == 0 {
		q.Paths = []string{"quick"}
	}
	switch raw.Kind {
	case assessments.Ladder:
	case assessments.Checklist:
		q.Options = r.options(d, at, raw.Options)
	case assessments.Grid:
		rows := map[string]bool{}
		for k, row := range raw.Rows {
			r.wantID(d, with(at, "rows", k, "id"), row.ID)
			r.unique(d, with(at, "rows", k, "id"), row.ID, rows)
			q.Rows = append(q.Rows, assessments.Row{ID: row.ID})
		}
		if len(q.Rows) == 0 {
			r.at(d, at, "list-empty", "field", "rows")
		}
	default:
		r.at(d, with(at, "kind"), "word-unknown", "value", raw.Kind, "allowed", "ladder, checklist, grid")
	}
	return q
}

func (r *reader) options(d *document, at []any, raw []optionFile) []assessments.Option {
	seen := map[string]bool{}
	var out []assessments.Option
	worth := false
	for k, o := range raw {
		r.wantID(d, with(at, "options", k, "id"), o.ID)
		r.unique(d, with(at, "options", k, "id"), o.ID, seen)
		r.weight(d, with(at, "options", k, "value"), o.Value)
		option := assessments.Option{ID: o.ID, Exclusive: o.Exclusive, Value: o.Value.or(1)}
		if o.Exclusive {
			option.Value = ratio{}.or(0)
		}
		worth = worth || option.Value.Sign() > 0
		out = append(out, option)
	}
	if !worth {
		r.at(d, with(at, "options"), "options-worthless")
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
	}
	if !total && len(m.Dimensions) > 0 {
		r.at(d, []any{"dimensions"}, "weights-zero-all")
	}
}

func (r *reader) index(d *document, raw *indexFile, m *assessments.Model) *assessments.Index {
	x := &assessments.Index{ID: raw.ID, Version: raw.Version, Year: raw.Year}
	r.wantID(d, []any{"index", "id"}, raw.ID)
	seen := map[string]bool{}
	for i, c := range raw.Conditions {
		at := []any{"index", "conditions", i}
		r.wantID(d, with(at, "id"), c.ID)
		r.unique(d, with(at, "id"), c.ID, seen)
		if c.From != nil {
			r.follow(d, with(at, "from"), c.From, m)
		}
		x.Conditions = append(x.Conditions, assessments.Condition{ID: c.ID, From: c.From})
	}
	if len(x.Conditions) == 0 {
		r.at(d, []any{"index"}, "list-empty", "field", "conditions")
	}
	return x
}

func (r *reader) follow(d *document, at []any, f *assessments.Follow, m *assessments.Model) {
	q := m.Question(f.Question)
	switch {
	case q == nil:
		r.at(d, with(at, "question"), "question-unknown", "id", f.Question)
	case f.Option != "" && q.Option(f.Option) == nil:
		r.at(d, with(at, "option"), "option-unknown", "option", f.Option)
	case f.Row != "" && !q.HasRow(f.Row):
		r.at(d, with(at, "row"), "row-unknown", "row", f.Row)
	case f.Option == "" && f.Level < 1 || f.Level > assessments.Top:
		r.at(d, at, "level-range", "level", f.Level)
	}
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
