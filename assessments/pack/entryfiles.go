package pack

import (
	"cmp"
	"path"

	"nivel/assessments"
	"nivel/assessments/content"
)

// files are the own pack's files. Regions have the names that they have without it, so that a
// region which is renamed there keeps its new name.
func (o *entries) files() tree {
	t := tree{content.PackFile: content.WriteInfo(o.info)}
	t.put(".", o.rest)
	if practices, words := o.practices(); len(practices) > 0 {
		t.put("practices", content.WritePractices(practices, words, o.info.Languages))
	}
	done := map[string]bool{}
	for _, rec := range o.records {
		if id := rec.entry.Region; rec.entry.Practice == nil && !done[id] {
			done[id] = true
			r, words := o.region(id)
			t.put(path.Dir(ownFile(id)), content.WriteRegion(r, words, o.info.Languages))
		}
	}
	return t
}

func (o *entries) practices() ([]assessments.Practice, map[string]map[string]assessments.PracticeWords) {
	var list []assessments.Practice
	words := map[string]map[string]assessments.PracticeWords{}
	for _, lang := range o.info.Languages {
		words[lang] = map[string]assessments.PracticeWords{}
	}
	for _, rec := range o.records {
		if p := rec.entry.Practice; p != nil {
			list = append(list, *p)
			for _, lang := range o.info.Languages {
				words[lang][p.ID] = rec.words[lang].practice
			}
		}
	}
	return list, words
}

// region is a region with the offers of the pack and their texts by language.
func (o *entries) region(id string) (assessments.Region, map[string]assessments.RegionWords) {
	r, words := assessments.Region{ID: id, Country: o.regions[id].country}, map[string]assessments.RegionWords{}
	if known := o.under.Region(id); known != nil {
		r.Country = known.Country
	}
	for _, lang := range o.info.Languages {
		words[lang] = assessments.RegionWords{Name: cmp.Or(o.under.RegionWords[lang][id].Name, o.regions[id].name(lang)), Contacts: map[string]assessments.OfferWords{},
			Trainings: map[string]assessments.OfferWords{}, Funding: map[string]assessments.OfferWords{}}
	}
	for _, rec := range o.records {
		e := rec.entry
		if e.Region != id {
			continue
		}
		for _, lang := range o.info.Languages {
			switch said := rec.words[lang].offer; {
			case e.Contact != nil:
				words[lang].Contacts[e.Contact.ID] = said
			case e.Training != nil:
				words[lang].Trainings[e.Training.ID] = said
			case e.Funding != nil:
				words[lang].Funding[e.Funding.ID] = said
			}
		}
		switch {
		case e.Contact != nil:
			r.Contacts = append(r.Contacts, *e.Contact)
		case e.Training != nil:
			r.Trainings = append(r.Trainings, *e.Training)
		case e.Funding != nil:
			r.Funding = append(r.Funding, *e.Funding)
		}
	}
	return r, words
}

// name is a region's name in a language, or else in any.
func (r region) name(lang string) string {
	for _, l := range append([]string{lang}, content.Languages...) {
		if r.names[l] != "" {
			return r.names[l]
		}
	}
	return ""
}
