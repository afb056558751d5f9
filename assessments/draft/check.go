package draft

import (
	"cmp"
	"path"
	"slices"
	"strings"
	"testing/fstest"
	"time"

	"nivel/assessments"
	"nivel/assessments/content"
)

// Remark is a finding of the check and the place in the model that it is about.
type Remark struct {
	content.Finding
	Place Place
}

// Files are the draft as the files of a pack, named after the model, by their paths.
func (d *Draft) Files() map[string][]byte {
	m := &d.Pack.Model
	out := map[string][]byte{content.PackFile: content.WriteInfo(content.Info{ID: m.ID, Name: d.Name(), Version: m.Version, Date: m.Date, Languages: d.Languages})}
	for name, data := range content.WriteModel(d.Pack, d.Languages) {
		out[path.Join("models", m.ID, name)] = data
	}
	return out
}

// Name is the model's name in its first language, or its id.
func (d *Draft) Name() string {
	if len(d.Languages) == 0 {
		return d.Pack.Model.ID
	}
	return cmp.Or(strings.TrimSpace(d.Pack.Words[d.Languages[0]].Name), d.Pack.Model.ID)
}

// Check writes the draft, reads it as a pack over the library, and reviews it. Errors come first,
// then what is only to look at, each in the order of the files.
func (d *Draft) Check(base *content.Library, day time.Time) []Remark {
	files := d.Files()
	tree := fstest.MapFS{}
	for name, data := range files {
		tree[name] = &fstest.MapFile{Data: data}
	}
	_, findings := content.Check(base, tree, day)
	maps := map[string][]mark{}
	var out []Remark
	for _, f := range findings {
		if _, ok := maps[f.File]; !ok {
			maps[f.File] = marks(files[f.File])
		}
		out = append(out, Remark{f, d.place(f, maps[f.File])})
	}
	slices.SortStableFunc(out, func(a, b Remark) int {
		switch {
		case a.Warning == b.Warning:
			return 0
		case a.Warning:
			return 1
		}
		return -1
	})
	return out
}

// Errors counts what keeps the model from being saved, and what is only to look at.
func Errors(remarks []Remark) (errors, warnings int) {
	for _, r := range remarks {
		if r.Warning {
			warnings++
		} else {
			errors++
		}
	}
	return errors, warnings
}

// CheckVersion says why the draft may not be saved under its version, or nil: it is an earlier
// one's, or the present one's, with which somebody has answered and from which a rule differs.
func (d *Draft) CheckVersion(lib *content.Library, used map[string]bool) *assessments.Fault {
	m := &d.Pack.Model
	now := lib.Pack(m.ID)
	stands := lib.Version(m.ID, m.Version)
	switch {
	case stands == nil:
		return nil
	case now == nil || now.Model.Version != m.Version:
		return assessments.NewFault("version-taken", "version", m.Version)
	case used[m.ID+"@"+m.Version] && !SameStructure(&stands.Model, m):
		return assessments.NewFault("version-used", "version", m.Version, "next", NextVersion(m.Version))
	}
	return nil
}
