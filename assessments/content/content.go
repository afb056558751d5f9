// Package content reads and checks everything that a cluster can edit: models, actions, practices,
// sectors, technologies, regions, readings and the glossary, as YAML files with structure and texts
// apart.
//
// It never loads half a pack: a tree with an error is not used at all, and the library stays as it
// was. Every finding names file and line, what is wrong, and what would be right.
package content

import (
	"cmp"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"nivel/assessments"
)

// Finding is one thing wrong in a file. A mere warning keeps nothing from being used.
type Finding struct {
	File    string
	Line    int // from 1; 0 where the whole file or folder is meant
	Fault   *assessments.Fault
	Warning bool
}

func (f Finding) Error() string { return fmt.Sprintf("%s:%d: %v", f.File, f.Line, f.Fault) }

// Usable says whether nothing among the findings keeps the tree from being used.
func Usable(findings []Finding) bool {
	return !slices.ContainsFunc(findings, func(f Finding) bool { return !f.Warning })
}

// Pack is a model with its texts by language.
type Pack struct {
	Model assessments.Model
	Words map[string]assessments.ModelWords
}

// Library is all content of a program: each list in the order of its files, texts by language
// and id. A library is not changed once it is built; a tree laid over it makes a new one.
type Library struct {
	Models          []Pack
	Old             []Pack // earlier versions, kept for the assessments that were answered with them
	Actions         []assessments.Action
	ActionWords     map[string]map[string]assessments.ActionWords
	Practices       []assessments.Practice
	PracticeWords   map[string]map[string]assessments.PracticeWords
	Regions         []assessments.Region
	RegionWords     map[string]map[string]assessments.RegionWords // by language, then region
	Terms           []assessments.Term
	TermWords       map[string]map[string]assessments.TermWords
	Sectors         []assessments.Sector
	SectorWords     map[string]map[string]assessments.SectorWords
	Technologies    []assessments.Technology
	TechnologyWords map[string]map[string]assessments.TechnologyWords
	Readings        []assessments.Reading
	ReadingWords    map[string]map[string]assessments.ReadingWords
	Shared          []assessments.SharedNeed
	SharedWords     map[string]map[string]assessments.SharedWords
	Bands           []Band
	BandsVersion    string  // day on which the official figures were checked
	Peers           []Peers // figures of regions that packs have brought
	Packs           []Info  // laid over the shipped content, in order
	Origin          map[string]string
	Languages       []string
}

// Languages are the ones that every shipped text must exist in.
var Languages = []string{"es", "en"}

// The folders of a content tree.
const (
	modelsDir       = "models"
	actionsDir      = "actions"
	practicesDir    = "practices"
	regionsDir      = "regions"
	glossaryDir     = "glossary"
	benchmarksDir   = "benchmarks"
	sectorsDir      = "sectors"
	technologiesDir = "technologies"
	readingsDir     = "readings"
	sharedDir       = "shared"
)

// Load reads the shipped content tree. The findings are sorted by file and line.
func Load(fsys fs.FS) (*Library, []Finding) {
	lib, r := load(nil, fsys)
	return lib, r.sorted()
}

// Lay reads a pack and lays it over a library: a record with the id of one that is there takes its
// place. It returns the library as it was where the pack has an error.
func Lay(base *Library, fsys fs.FS) (*Library, []Finding) {
	lib, r := load(base, fsys)
	findings := r.sorted()
	if !Usable(findings) {
		return base, findings
	}
	return lib, findings
}

func load(base *Library, fsys fs.FS) (*Library, *reader) {
	r := &reader{fsys: fsys, languages: Languages, base: base}
	lib := base.over()
	if base != nil {
		r.info(lib)
	}
	for _, dir := range r.folders(modelsDir) {
		r.models(lib, dir)
	}
	r.actions(lib, actionsDir, "")
	r.practices(lib)
	r.regions(lib)
	r.glossary(lib)
	r.sectorPacks(lib)
	r.technologies(lib)
	r.readings(lib)
	r.shared(lib)
	r.bands(lib)
	r.peers(lib)
	r.links(lib)
	return lib, r
}

// over is a copy to lay something on; the shared parts are never changed in place.
func (l *Library) over() *Library {
	if l == nil {
		l = &Library{Languages: Languages}
	}
	out := *l
	out.Models, out.Old, out.Actions = slices.Clone(l.Models), slices.Clone(l.Old), slices.Clone(l.Actions)
	out.Practices, out.Regions, out.Terms = slices.Clone(l.Practices), slices.Clone(l.Regions), slices.Clone(l.Terms)
	out.Sectors, out.Technologies, out.Readings = slices.Clone(l.Sectors), slices.Clone(l.Technologies), slices.Clone(l.Readings)
	out.Shared, out.SharedWords = slices.Clone(l.Shared), clones(l.SharedWords)
	out.Packs, out.Origin = slices.Clone(l.Packs), maps.Clone(l.Origin)
	out.ActionWords, out.PracticeWords, out.RegionWords = clones(l.ActionWords), clones(l.PracticeWords), clones(l.RegionWords)
	out.TermWords, out.SectorWords = clones(l.TermWords), clones(l.SectorWords)
	out.TechnologyWords, out.ReadingWords = clones(l.TechnologyWords), clones(l.ReadingWords)
	if out.Origin == nil {
		out.Origin = map[string]string{}
	}
	return &out
}

func clones[T any](words map[string]map[string]T) map[string]map[string]T {
	out := map[string]map[string]T{}
	for _, lang := range Languages {
		if out[lang] = maps.Clone(words[lang]); out[lang] == nil {
			out[lang] = map[string]T{}
		}
	}
	return out
}

// put adds a record, or sets it in the place of the one with its id.
func put[T any](list []T, item T, id func(*T) string) []T {
	for i := range list {
		if id(&list[i]) == id(&item) {
			list[i] = item
			return list
		}
	}
	return append(list, item)
}

// spread gives a record's texts to the languages that the tree does not have.
func spread[T any](r *reader, words map[string]map[string]T, id string) {
	for _, lang := range Languages {
		if slices.Contains(r.languages, lang) || len(r.languages) == 0 {
			continue
		}
		words[lang][id] = words[r.languages[0]][id]
	}
}

func (r *reader) sorted() []Finding {
	slices.SortStableFunc(r.findings, func(a, b Finding) int {
		return cmp.Or(strings.Compare(a.File, b.File), a.Line-b.Line, strings.Compare(a.Fault.Error(), b.Fault.Error()))
	})
	return r.findings
}

// LoadModel reads one model from a folder that holds model.yaml and its texts; in all languages,
// or only in those named.
func LoadModel(fsys fs.FS, dir string, languages ...string) (Pack, []Finding) {
	if len(languages) == 0 {
		languages = Languages
	}
	r := &reader{fsys: fsys, languages: languages}
	p, _ := r.model(dir)
	return p, r.sorted()
}

// Pack returns the model with that id in its present version, or nil.
func (l *Library) Pack(id string) *Pack {
	return find(l.Models, func(p *Pack) bool { return p.Model.ID == id })
}

// Version returns a model in one version, present or earlier, or nil.
func (l *Library) Version(id, version string) *Pack {
	is := func(p *Pack) bool { return p.Model.ID == id && p.Model.Version == version }
	if p := find(l.Models, is); p != nil {
		return p
	}
	return find(l.Old, is)
}

// Action returns the action with that id, or nil.
func (l *Library) Action(id string) *assessments.Action {
	return find(l.Actions, func(a *assessments.Action) bool { return a.ID == id })
}

// Practice returns the practice with that id, or nil.
func (l *Library) Practice(id string) *assessments.Practice {
	return find(l.Practices, func(p *assessments.Practice) bool { return p.ID == id })
}

// Technology returns the technology with that id, or nil.
func (l *Library) Technology(id string) *assessments.Technology {
	return find(l.Technologies, func(t *assessments.Technology) bool { return t.ID == id })
}

// Sector is the id of the sector pack for a code of the official list of trades: the one with the
// longest beginning of it, else the general one; empty for no code.
func (l *Library) Sector(nace string) string {
	best, length := "", -1
	for _, s := range l.Sectors {
		if len(s.NACE) == 0 && length < 0 {
			best, length = s.ID, 0
		}
		for _, n := range s.NACE {
			if strings.HasPrefix(nace, n) && len(n) > length {
				best, length = s.ID, len(n)
			}
		}
	}
	if nace == "" {
		return ""
	}
	return best
}

// Example is a question's example in a trade: the sector pack's, else the general one's, else the
// model's own.
func (l *Library) Example(sector, question, lang string, w assessments.QuestionWords) string {
	for _, id := range []string{sector, l.general()} {
		if e := l.SectorWords[lang][id].Questions[question].Example; e != "" {
			return e
		}
	}
	return w.Example
}

// How is "how would I know?" in a trade: the sector pack's where it has one, else the model's.
func (l *Library) How(sector, question, lang string, w assessments.QuestionWords) assessments.HowWords {
	if h := l.SectorWords[lang][sector].Questions[question].How; h.Text != "" {
		return h
	}
	return w.How
}

func (l *Library) general() string {
	if s := find(l.Sectors, func(s *assessments.Sector) bool { return len(s.NACE) == 0 }); s != nil {
		return s.ID
	}
	return ""
}

func find[T any](list []T, is func(*T) bool) *T {
	for i := range list {
		if is(&list[i]) {
			return &list[i]
		}
	}
	return nil
}
