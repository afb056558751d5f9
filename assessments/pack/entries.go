package pack

import (
	"maps"
	"path"
	"regexp"
	"slices"

	"nivel/assessments"
	"nivel/assessments/content"
)

// entries are the records of the program's own pack.
type entries struct {
	info    content.Info
	under   *content.Library // that the pack is laid over
	records []record
	regions map[string]region // as the pack names them, for a region that is nowhere else
	rest    tree              // files that the program does not write, and keeps
}

// record is an entry with its texts by language; the texts in the entry itself are not used.
type record struct {
	entry Entry
	words map[string]text
}

// text is what is said of a record: of a practice, or of an offer.
type text struct {
	practice assessments.PracticeWords
	offer    assessments.OfferWords
}

type region struct {
	country string
	names   map[string]string // by language
}

// ownFiles are those that an own pack is made of.
var ownFiles = regexp.MustCompile(`^(` + regexp.QuoteMeta(content.PackFile) + `|practices/[^/]+\.yaml|regions/[^/]+/(region|texts\.[a-z]{2})\.yaml)$`)

// ownFile is where a region's offers stand in the own pack.
func ownFile(region string) string {
	if !portable(region) {
		region = "region-" + region
	}
	return path.Join("regions", region, "region.yaml")
}

// parse reads the entries of an own pack without looking at what they speak of.
func parse(t tree) (*entries, []content.Finding) {
	lib, findings := content.Lay(&content.Library{}, t)
	if !content.Usable(findings) {
		return nil, findings
	}
	o := &entries{info: lib.Packs[0], rest: tree{}, regions: map[string]region{}}
	for name, data := range t {
		if !ownFiles.MatchString(name) {
			o.rest[name] = data
		}
	}
	for i := range lib.Practices {
		p := &lib.Practices[i]
		o.read(Entry{Practice: p}, func(lang string) text { return text{practice: lib.PracticeWords[lang][p.ID]} })
	}
	for i := range lib.Regions {
		o.readRegion(&lib.Regions[i], lib.RegionWords)
	}
	return o, findings
}

func (o *entries) readRegion(r *assessments.Region, words map[string]map[string]assessments.RegionWords) {
	names := map[string]string{}
	for _, lang := range o.info.Languages {
		names[lang] = words[lang][r.ID].Name
	}
	o.regions[r.ID] = region{r.Country, names}
	for i := range r.Contacts {
		c := &r.Contacts[i]
		o.read(Entry{Contact: c, Region: r.ID}, func(lang string) text { return text{offer: words[lang][r.ID].Contacts[c.ID]} })
	}
	for i := range r.Trainings {
		t := &r.Trainings[i]
		o.read(Entry{Training: t, Region: r.ID}, func(lang string) text { return text{offer: words[lang][r.ID].Trainings[t.ID]} })
	}
	for i := range r.Funding {
		f := &r.Funding[i]
		o.read(Entry{Funding: f, Region: r.ID}, func(lang string) text { return text{offer: words[lang][r.ID].Funding[f.ID]} })
	}
}

// read adds a record with its texts in the pack's languages.
func (o *entries) read(e Entry, words func(lang string) text) {
	rec := record{e, map[string]text{}}
	for _, lang := range o.info.Languages {
		rec.words[lang] = words(lang)
	}
	o.records = append(o.records, rec)
}

func (o *entries) index(kind, id string) int {
	return slices.IndexFunc(o.records, func(r record) bool {
		k, i := r.entry.name()
		return k == kind && i == id
	})
}

func (o *entries) remove(kind, id string) {
	o.records = slices.DeleteFunc(o.records, func(r record) bool {
		k, i := r.entry.name()
		return k == kind && i == id
	})
}

// place sets a record where the one of its name stands, or at the end.
func (o *entries) place(rec record) {
	kind, id := rec.entry.name()
	at := o.index(kind, id)
	if at < 0 {
		o.records = append(o.records, rec)
		return
	}
	o.remove(kind, id) // also from another region, where a hand has put it twice
	o.records = slices.Insert(o.records, min(at, len(o.records)), rec)
}

// set puts an entry whose texts are in one language.
func (o *entries) set(rec record, lang string) {
	kind, id := rec.entry.name()
	rec.words = map[string]text{}
	if at := o.index(kind, id); at >= 0 {
		maps.Copy(rec.words, o.records[at].words)
	}
	if len(o.info.Languages) == 0 {
		o.info.Languages = []string{lang}
	}
	said := text{rec.entry.PracticeWords, rec.entry.Words}
	rec.words[lang] = said
	o.place(rec)
	if !slices.Contains(o.info.Languages, lang) && !o.complete(lang) {
		delete(rec.words, lang)
		rec.words[o.info.Languages[0]] = said
	}
}

// join takes in other entries: those that are new, and of the others those of the later file. Of
// two files of one day the one that comes in wins, as somebody has just asked for it.
func (o *entries) join(theirs *entries) {
	later := theirs.info.Date >= o.info.Date
	for _, rec := range theirs.records {
		kind, id := rec.entry.name()
		if later || o.index(kind, id) < 0 {
			o.place(rec)
		}
	}
	for id, r := range theirs.regions {
		if _, ok := o.regions[id]; !ok {
			o.regions[id] = r
		}
	}
}

// complete says whether every record has a text in a language.
func (o *entries) complete(lang string) bool {
	return !slices.ContainsFunc(o.records, func(r record) bool {
		_, ok := r.words[lang]
		return !ok
	})
}

// settle gives the pack the languages that all its records have, besides those that it has, and
// each record a text in every one of them.
func (o *entries) settle() {
	for _, lang := range content.Languages {
		if !slices.Contains(o.info.Languages, lang) && len(o.records) > 0 && o.complete(lang) {
			o.info.Languages = append(slices.Clone(o.info.Languages), lang)
		}
	}
	for _, rec := range o.records {
		for _, lang := range o.info.Languages {
			if _, ok := rec.words[lang]; !ok {
				rec.words[lang] = rec.any()
			}
		}
	}
}

// any is the record's text in the first language that it has one in.
func (r record) any() text {
	for _, lang := range content.Languages {
		if t, ok := r.words[lang]; ok {
			return t
		}
	}
	return text{}
}
