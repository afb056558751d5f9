package content

import (
	"io/fs"
	"maps"
	"math/big"
	"path"
	"slices"

	"nivel/assessments"
)

// Peers are figures of a region's firms, without names, that a firm sees beside its own: what a roll-up
// left behind on one day.
type Peers struct {
	Region         string // its pack; empty where the firms are of several, or it is not known
	Date           string // YYYY-MM-DD
	Firms          int    // that they are made from
	Sample         bool   // of made-up firms
	Model, Version string
	Overall        *big.Rat            // mean, 0 to Top; nil where the model has no overall score
	Dimensions     map[string]*big.Rat // means
	Missed         []string            // the questions that most firms miss, the most missed in front
}

// FewestPeers is how many firms such figures must be made from.
const FewestPeers = 5

const peersFile = "region.yaml"

type peersForm struct {
	Region, Date   string
	Firms          int
	Sample         bool
	Model, Version string
	Overall        ratio
	Dimensions     map[string]ratio
	Missed         []string
}

// peers reads the figures of a region; they take the place of those of the same region that were there.
func (r *reader) peers(lib *Library) {
	file := path.Join(benchmarksDir, peersFile)
	if _, err := fs.Stat(r.fsys, file); err != nil {
		return
	}
	var raw peersForm
	d, ok := r.read(file, &raw)
	if !ok {
		return
	}
	if !datePattern.MatchString(raw.Date) {
		r.at(d, []any{"date"}, "date-form", "value", raw.Date)
	}
	if raw.Firms < FewestPeers {
		r.at(d, []any{"firms"}, "peers-few", "least", FewestPeers)
	}
	pack := lib.Version(raw.Model, raw.Version)
	if pack == nil {
		r.at(d, []any{"model"}, "model-unknown", "model", raw.Model, "known", join(lib.modelIDs()))
		return
	}
	out := Peers{Region: raw.Region, Date: raw.Date, Firms: raw.Firms, Sample: raw.Sample, Model: raw.Model, Version: raw.Version, Overall: raw.Overall.Rat,
		Dimensions: map[string]*big.Rat{}, Missed: raw.Missed}
	within := func(at []any, v *big.Rat) {
		if v == nil || v.Sign() < 0 || v.Cmp(big.NewRat(assessments.Top, 1)) > 0 {
			r.at(d, at, "number-range", "least", 0, "most", assessments.Top)
		}
	}
	if raw.Overall.Rat != nil {
		within([]any{"overall"}, raw.Overall.Rat)
	}
	for _, id := range slices.Sorted(maps.Keys(raw.Dimensions)) {
		if pack.Model.Dimension(id) == nil {
			r.at(d, []any{"dimensions", id}, "dimension-unknown", "id", id)
		}
		within([]any{"dimensions", id}, raw.Dimensions[id].Rat)
		out.Dimensions[id] = raw.Dimensions[id].Rat
	}
	if len(raw.Dimensions) == 0 {
		r.at(d, []any{"dimensions"}, "list-empty", "field", "dimensions")
	}
	for i, id := range raw.Missed {
		if pack.Model.Question(id) == nil {
			r.at(d, []any{"missed", i}, "question-unknown", "id", id)
		}
	}
	lib.Peers = put(slices.Clone(lib.Peers), out, func(p *Peers) string { return p.Region })
}

// WritePeers writes the figures of a region: the file benchmarks/region.yaml of a pack.
func WritePeers(p *Peers) map[string][]byte {
	var f, areas fields
	f.add("region", bare(p.Region))
	f.add("date", day(p.Date))
	f.add("firms", p.Firms)
	f.add("sample", p.Sample)
	f.add("model", bare(p.Model))
	f.add("version", p.Version)
	if p.Overall != nil {
		f.add("overall", number{p.Overall})
	}
	for _, id := range slices.Sorted(maps.Keys(p.Dimensions)) {
		areas.add(id, number{p.Dimensions[id]})
	}
	f.add("dimensions", areas.MapSlice)
	f.add("missed", idList(p.Missed))
	return map[string][]byte{path.Join(benchmarksDir, peersFile): f.file()}
}
