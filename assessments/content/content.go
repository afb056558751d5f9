// Package content reads and checks everything that a cluster can edit: models, actions, practices,
// region packs and the glossary, as YAML files with structure and texts apart.
//
// It never loads half a pack: what it returns beside findings is for looking at, not for use.
// Every finding names file and line, what is wrong, and what would be right.
package content

import (
	"fmt"
	"io/fs"
	"slices"
	"sort"

	"nivel/assessments"
)

// Finding is one thing wrong in a file.
type Finding struct {
	File  string
	Line  int // from 1; 0 where the whole file or folder is meant
	Fault *assessments.Fault
}

func (f Finding) Error() string { return fmt.Sprintf("%s:%d: %v", f.File, f.Line, f.Fault) }

// Pack is a model with its texts by language.
type Pack struct {
	Model assessments.Model
	Words map[string]assessments.ModelWords
}

// Library is all content of a program: each list in the order of its files, texts by language
// and id.
type Library struct {
	Models        []Pack
	Actions       []assessments.Action
	ActionWords   map[string]map[string]assessments.ActionWords
	Practices     []assessments.Practice
	PracticeWords map[string]map[string]assessments.PracticeWords
	Regions       []assessments.Region
	RegionWords   map[string]map[string]assessments.RegionWords // by language, then region
	Terms         []assessments.Term
	TermWords     map[string]map[string]assessments.TermWords
	Bands         []Band
	Languages     []string
}

// Languages are the ones that every text must exist in.
var Languages = []string{"es", "en"}

// The folders of a content tree.
const (
	modelsDir     = "models"
	actionsDir    = "actions"
	practicesDir  = "practices"
	regionsDir    = "regions"
	glossaryDir   = "glossary"
	benchmarksDir = "benchmarks"
)

// Load reads a whole content tree. The findings are sorted by file and line.
func Load(fsys fs.FS) (*Library, []Finding) {
	r := &reader{fsys: fsys, languages: Languages}
	lib := &Library{Languages: slices.Clone(Languages)}
	for _, dir := range r.folders(modelsDir) {
		if p, ok := r.model(dir); ok {
			lib.Models = append(lib.Models, p)
		}
	}
	r.actions(lib)
	r.practices(lib)
	r.regions(lib)
	r.glossary(lib)
	r.bands(lib)
	r.links(lib)
	sort.SliceStable(r.findings, func(i, j int) bool {
		a, b := r.findings[i], r.findings[j]
		if a.File != b.File {
			return a.File < b.File
		}
		return a.Line < b.Line
	})
	return lib, r.findings
}

// LoadModel reads one model from a folder that holds model.yaml and its texts; in all languages,
// or only in those named.
func LoadModel(fsys fs.FS, dir string, languages ...string) (Pack, []Finding) {
	if len(languages) == 0 {
		languages = Languages
	}
	r := &reader{fsys: fsys, languages: languages}
	p, _ := r.model(dir)
	return p, r.findings
}

// Pack returns the model with that id, or nil.
func (l *Library) Pack(id string) *Pack {
	for i := range l.Models {
		if l.Models[i].Model.ID == id {
			return &l.Models[i]
		}
	}
	return nil
}

// Action returns the action with that id, or nil.
func (l *Library) Action(id string) *assessments.Action {
	for i := range l.Actions {
		if l.Actions[i].ID == id {
			return &l.Actions[i]
		}
	}
	return nil
}

// Practice returns the practice with that id, or nil.
func (l *Library) Practice(id string) *assessments.Practice {
	for i := range l.Practices {
		if l.Practices[i].ID == id {
			return &l.Practices[i]
		}
	}
	return nil
}
