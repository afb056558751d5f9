package content

import (
	"io/fs"
	"path"
	"slices"

	"nivel/assessments"
)

// Info says what a pack is: the file pack.yaml in its folder.
type Info struct {
	ID, Name, Version string
	Date              string   // YYYY-MM-DD
	Languages         []string // that its texts exist in, of Languages; the first stands in for the others
	Source            string   // who made it
}

// PackFile is the file that makes a folder a pack.
const PackFile = "pack.yaml"

// Own is the id of the pack that the program itself writes: entries added or changed in it.
const Own = "own"

func (r *reader) info(lib *Library) {
	var raw Info
	d, ok := r.read(PackFile, &raw)
	if !ok {
		return
	}
	r.wantID(d, []any{"id"}, raw.ID)
	for field, text := range map[string]string{"name": raw.Name, "version": raw.Version} {
		r.want(d, []any{field}, field, text != "")
	}
	if !datePattern.MatchString(raw.Date) {
		r.at(d, []any{"date"}, "date-form", "value", raw.Date)
	}
	if len(raw.Languages) == 0 {
		r.at(d, []any{"languages"}, "list-empty", "field", "languages")
		return
	}
	for i, lang := range raw.Languages {
		if !slices.Contains(Languages, lang) {
			r.at(d, []any{"languages", i}, "word-unknown", "value", lang, "allowed", join(Languages))
			return
		}
	}
	r.languages, r.pack = raw.Languages, raw.ID
	lib.Packs = put(lib.Packs, raw, func(i *Info) string { return i.ID })
}

// models reads a model and its earlier versions, in the folder old below it.
func (r *reader) models(lib *Library, dir string) {
	found := len(r.findings)
	if p, ok := r.model(dir); ok {
		spreadModel(r, &p)
		if before := lib.Pack(p.Model.ID); before != nil && before.Model.Version != p.Model.Version {
			lib.Old = put(lib.Old, *before, versionOf)
		}
		lib.Models = put(lib.Models, p, func(p *Pack) string { return p.Model.ID })
		r.came(lib, "model", p.Model.ID)
	}
	// Where the present version has a fault, that alone is told.
	broken := len(r.findings) > found
	old, err := fs.Sub(r.fsys, dir)
	if err != nil {
		return
	}
	if _, err := fs.Stat(old, "old"); err != nil {
		return
	}
	for _, dir := range r.folders(path.Join(dir, "old")) {
		if p, ok := r.model(dir); ok {
			if !broken && !slices.ContainsFunc(lib.Models, func(m Pack) bool { return m.Model.ID == p.Model.ID }) {
				r.report(path.Join(dir, "model.yaml"), 0, "model-unknown", "model", p.Model.ID, "known", join(lib.modelIDs()))
			}
			spreadModel(r, &p)
			lib.Old = put(lib.Old, p, versionOf)
		}
	}
}

func versionOf(p *Pack) string { return p.Model.ID + "@" + p.Model.Version }

func spreadModel(r *reader, p *Pack) {
	for _, lang := range Languages {
		if _, ok := p.Words[lang]; !ok && len(r.languages) > 0 {
			p.Words[lang] = p.Words[r.languages[0]]
		}
	}
}

// came notes which pack a record comes from; nothing for the shipped ones.
func (r *reader) came(lib *Library, kind, id string) {
	if r.pack != "" {
		lib.Origin[kind+":"+id] = r.pack
	} else {
		delete(lib.Origin, kind+":"+id)
	}
}

// From is the id of the pack that a record of a kind (model, action, practice, contact, training,
// funding, word, technology, sector, reading) comes from; "" for the shipped content.
func (l *Library) From(kind, id string) string { return l.Origin[kind+":"+id] }

// Region returns the region with that id, or nil.
func (l *Library) Region(id string) *assessments.Region {
	return find(l.Regions, func(r *assessments.Region) bool { return r.ID == id })
}
