package content

import (
	"io/fs"
	"path"

	"nivel/assessments"
)

func (r *reader) glossary(lib *Library) {
	for _, file := range r.structures(glossaryDir) {
		var raw struct{ Terms []assessments.Term }
		d, ok := r.read(file, &raw)
		if !ok {
			continue
		}
		seen := map[string]bool{}
		for i, t := range raw.Terms {
			r.record(lib, d, []any{"terms", i}, "word", t.ID, seen, seen)
			lib.Terms = put(lib.Terms, t, func(t *assessments.Term) string { return t.ID })
		}
		for _, lang := range r.languages {
			r.termWords(languageOf(file, lang), raw.Terms, seen, lib.TermWords[lang])
		}
		for id := range seen {
			spread(r, lib.TermWords, id)
		}
	}
}

func (r *reader) termWords(file string, terms []assessments.Term, own map[string]bool, into map[string]assessments.TermWords) {
	var raw struct {
		Terms map[string]assessments.TermWords
	}
	d, ok := r.read(file, &raw)
	if !ok {
		return
	}
	c := checker{r, d}
	known(c, raw.Terms, func(id string) bool { return own[id] }, "terms")
	for _, t := range terms {
		c.text(raw.Terms[t.ID].Word, "terms", t.ID, "word")
		c.text(raw.Terms[t.ID].Text, "terms", t.ID, "text")
		into[t.ID] = raw.Terms[t.ID]
	}
}

// Band is an official distribution of firms over the four bands of the index, in percent.
type Band struct {
	Version, Year int
	Country       string // ES or EU
	Size          string // 10-49, 50-249, 250+, 10-249, 10+
	Shares        [4]float64
	AtLeastBasic  float64
}

// Benchmark names where the bands come from.
const Benchmark = "isoc_e_dii"

func (r *reader) bands(lib *Library) {
	var raw struct {
		Source  sourceFile
		Checked string
		Bands   []struct {
			Version, Year int
			Country, Size string
			Shares        []float64
			Basic         float64
		}
	}
	file := path.Join(benchmarksDir, "dii.yaml")
	if _, err := fs.Stat(r.fsys, file); err != nil {
		return
	}
	d, ok := r.read(file, &raw)
	if !ok {
		return
	}
	lib.Bands, lib.BandsVersion = nil, r.checked(d, []any{"checked"}, raw.Checked)
	for i, b := range raw.Bands {
		if len(b.Shares) != 4 {
			r.at(d, []any{"bands", i, "shares"}, "list-length", "field", "shares", "want", 4, "have", len(b.Shares))
			continue
		}
		lib.Bands = append(lib.Bands, Band{Version: b.Version, Year: b.Year, Country: b.Country, Size: b.Size, Shares: [4]float64(b.Shares), AtLeastBasic: b.Basic})
	}
}
