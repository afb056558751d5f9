package content

import (
	"maps"
	"slices"
	"strconv"

	"github.com/goccy/go-yaml"

	"nivel/assessments"
)

// WriteInfo writes what a pack is: the bytes of PackFile.
func WriteInfo(i Info) []byte {
	var f fields
	f.add("id", bare(i.ID))
	f.add("name", i.Name)
	f.add("version", i.Version)
	f.add("date", day(i.Date))
	f.add("languages", idList(i.Languages))
	f.add("source", i.Source)
	return f.file()
}

// WritePractices writes the files of practices, by name: practices.yaml and
// practices.<language>.yaml for each of the languages, whose texts are words by language and id.
// Texts of other practices are left out.
func WritePractices(practices []assessments.Practice, words map[string]map[string]assessments.PracticeWords, languages []string) map[string][]byte {
	f := fields{yaml.MapSlice{{Key: "practices", Value: records(practices, practiceFields)}}}
	files := map[string][]byte{"practices.yaml": f.file()}
	ids := idsOf(practices, func(p assessments.Practice) string { return p.ID })
	for _, lang := range languages {
		f := fields{yaml.MapSlice{{Key: "practices", Value: keyed(ids, of(ids, words[lang]), practiceTexts).MapSlice}}}
		files["practices."+lang+".yaml"] = f.file()
	}
	return files
}

// of are the texts of these ids alone.
func of[T any](ids []string, words map[string]T) map[string]T {
	out := maps.Clone(words)
	maps.DeleteFunc(out, func(id string, _ T) bool { return !slices.Contains(ids, id) })
	return out
}

func practiceFields(p *assessments.Practice) fields {
	var f fields
	f.add("id", bare(p.ID))
	if len(p.Countries) == 1 {
		f.add("country", bare(p.Countries[0]))
	} else {
		f.add("countries", idList(p.Countries))
	}
	f.add("region", p.Region)
	f.add("project", p.Project)
	f.add("who", bare(p.Who))
	f.add("questions", idList(p.Questions))
	f.add("dimensions", idList(p.Dimensions))
	f.add("state", bare(p.State))
	f.add("years", p.Years)
	f.add("sources", rows(p.Sources, sourceFields))
	f.add("checked", day(p.Checked))
	f.add("sure", bare(p.Sure))
	return f
}

func sourceFields(s assessments.Source) fields {
	var f fields
	f.add("name", s.Name)
	f.add("address", s.Address)
	f.add("date", s.Date)
	return f
}

func practiceTexts(w assessments.PracticeWords) any {
	var f fields
	f.add("title", w.Title)
	f.add("summary", w.Summary)
	f.add("problem", w.Problem)
	f.add("how", w.How)
	f.add("chain", rows(w.Chain, titleFields))
	f.add("resources", w.Resources)
	f.add("evidence", w.Evidence)
	f.add("figures", rows(w.Figures, func(x assessments.FigureWords) fields {
		var f fields
		f.add("prefix", x.Prefix)
		f.add("value", x.Value)
		f.add("text", x.Text)
		return f
	}))
	f.add("difficulties", w.Difficulties)
	f.add("transfer", w.Transfer)
	f.add("you", w.You)
	f.add("organisation", w.Organisation)
	return f.MapSlice
}

// WriteRegion writes a region's files, by name: region.yaml and texts.<language>.yaml for each of
// the languages, whose texts are words by language.
func WriteRegion(r assessments.Region, words map[string]assessments.RegionWords, languages []string) map[string][]byte {
	var f fields
	f.add("id", bare(r.ID))
	f.add("country", bare(r.Country))
	f.add("contacts", records(r.Contacts, contactFields))
	f.add("trainings", records(r.Trainings, trainingFields))
	f.add("funding", records(r.Funding, fundingFields))
	files := map[string][]byte{"region.yaml": f.file()}
	if len(r.Places) > 0 {
		var places fields
		places.add("sources", rows(r.PlacesFrom, sourceFields))
		places.add("checked", day(r.PlacesSeen))
		places.add("places", rows(r.Places, placeFields))
		files[placesFile] = places.file()
	}
	for _, lang := range languages {
		files["texts."+lang+".yaml"] = regionTexts(&r, words[lang]).file()
	}
	return files
}

func placeFields(p assessments.Place) fields {
	var f fields
	f.add("id", p.ID)
	f.add("name", p.Name)
	f.add("lat", bare(strconv.FormatFloat(p.Lat, 'f', -1, 64)))
	f.add("lon", bare(strconv.FormatFloat(p.Lon, 'f', -1, 64)))
	return f
}

func contactFields(c *assessments.Contact) fields {
	var f fields
	f.add("id", bare(c.ID))
	f.add("kind", bare(c.Kind))
	f.add("place", c.Place)
	f.add("website", c.Website)
	f.add("phone", c.Phone)
	f.add("email", c.Email)
	topicFields(&f, c.Questions, c.Dimensions, c.Sectors)
	f.add("technologies", idList(c.Technologies))
	tailFields(&f, c.State, c.Sources, c.Checked)
	return f
}

func trainingFields(t *assessments.Training) fields {
	var f fields
	f.add("id", bare(t.ID))
	f.add("provider", t.Provider)
	f.add("place", t.Place)
	f.add("online", t.Online)
	f.add("free", t.Free)
	f.add("level", bare(t.Level))
	topicFields(&f, t.Questions, t.Dimensions, t.Sectors)
	tailFields(&f, t.State, t.Sources, t.Checked)
	return f
}

func fundingFields(x *assessments.Funding) fields {
	var f fields
	f.add("id", bare(x.ID))
	f.add("from", day(x.From))
	f.add("until", day(x.Until))
	f.add("maximum", x.Maximum)
	f.add("sizes", idList(x.Sizes))
	topicFields(&f, x.Questions, x.Dimensions, nil)
	tailFields(&f, x.State, x.Sources, x.Checked)
	return f
}

func topicFields(f *fields, questions, dimensions, sectors []string) {
	f.add("questions", idList(questions))
	f.add("dimensions", idList(dimensions))
	f.add("sectors", idList(sectors))
}

func tailFields(f *fields, state assessments.State, sources []assessments.Source, checked string) {
	f.add("state", bare(state))
	f.add("sources", rows(sources, sourceFields))
	f.add("checked", day(checked))
}

func regionTexts(r *assessments.Region, w assessments.RegionWords) fields {
	var name, f fields
	name.add("name", w.Name)
	f.add("region", name)
	contacts := idsOf(r.Contacts, func(c assessments.Contact) string { return c.ID })
	trainings := idsOf(r.Trainings, func(t assessments.Training) string { return t.ID })
	funding := idsOf(r.Funding, func(x assessments.Funding) string { return x.ID })
	f.add("contacts", keyed(contacts, w.Contacts, offerTexts("purpose")))
	f.add("trainings", keyed(trainings, w.Trainings, offerTexts("text")))
	f.add("funding", keyed(funding, w.Funding, offerTexts("text")))
	return f
}

// offerTexts writes the texts of an offer, whose text a contact's file calls its purpose.
func offerTexts(text string) func(assessments.OfferWords) any {
	return func(w assessments.OfferWords) any {
		var f fields
		f.add("name", w.Name)
		f.add(text, w.Text)
		f.add("unknown", w.Unknown)
		return f.MapSlice
	}
}
