package content

import (
	"path"
	"regexp"
	"slices"

	"nivel/assessments"
)

type sectorFile struct {
	ID      string
	NACE    []string `yaml:"nace"`
	Actions []actionFile
}

type sectorWordsFile struct {
	Name, About string
	Questions   map[string]assessments.SectorQuestion
	Actions     map[string]assessments.ActionWords
}

// nacePattern is a division, group or class of the official list of trades: 31, 31.0, 31.02.
var nacePattern = regexp.MustCompile(`^[0-9]{2}(\.[0-9]{1,2})?$`)

func (r *reader) sectorPacks(lib *Library) {
	taken := map[string]bool{}
	seen := r.taken
	for _, dir := range r.folders(sectorsDir) {
		var raw sectorFile
		d, ok := r.read(path.Join(dir, "sector.yaml"), &raw)
		if !ok {
			continue
		}
		r.wantID(d, []any{"id"}, raw.ID)
		r.place("sector:"+raw.ID, d, nil)
		for i, n := range raw.NACE {
			if !nacePattern.MatchString(n) {
				r.at(d, []any{"nace", i}, "nace-form", "value", firstLine(n))
			}
			r.unique(d, []any{"nace", i}, n, taken)
		}
		own := r.takeActions(lib, d, raw.Actions, raw.ID, seen)
		lib.Sectors = put(lib.Sectors, assessments.Sector{ID: raw.ID, NACE: raw.NACE}, func(s *assessments.Sector) string { return s.ID })
		r.came(lib, "sector", raw.ID)
		for _, lang := range r.languages {
			r.sectorWords(lib, path.Join(dir, "texts."+lang+".yaml"), lang, raw, own)
		}
		spread(r, lib.SectorWords, raw.ID)
		for id := range own {
			spread(r, lib.ActionWords, id)
		}
	}
}

func (r *reader) sectorWords(lib *Library, file, lang string, raw sectorFile, own map[string]bool) {
	var words sectorWordsFile
	d, ok := r.read(file, &words)
	if !ok {
		return
	}
	c := checker{r, d}
	c.text(words.Name, "name")
	c.text(words.About, "about")
	c.actions(lang, words.Actions, raw.Actions, own, lib.ActionWords[lang])
	r.place("sector-words:"+raw.ID+":"+lang, d, nil)
	lib.SectorWords[lang][raw.ID] = assessments.SectorWords{Name: words.Name, About: words.About, Questions: words.Questions}
}

// sectorLinks checks what is said for questions, and the sectors that conditions and offers name.
func (r *reader) sectorLinks(lib *Library) {
	for _, s := range lib.Sectors {
		for _, lang := range r.languages {
			p, ok := r.places["sector-words:"+s.ID+":"+lang]
			if !ok {
				continue
			}
			for id := range lib.SectorWords[lang][s.ID].Questions {
				if lib.question(id) == nil {
					r.at(p.doc, []any{"questions", id}, "question-unknown", "id", id)
				}
			}
		}
	}
	for _, n := range r.sectors {
		if len(lib.Sectors) > 0 && !slices.ContainsFunc(lib.Sectors, func(s assessments.Sector) bool { return s.ID == n.id }) {
			r.at(n.doc, n.path, "sector-unknown", "id", n.id)
		}
	}
}
