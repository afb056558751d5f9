package content

import (
	"path"
	"slices"
	"strings"

	"nivel/assessments"
)

type regionFile struct {
	ID, Country string
	Contacts    []contactFile
	Trainings   []trainingFile
	Funding     []fundingFile
}

type contactFile struct {
	ID, Kind, Place                string
	Website, Phone, Email          string
	Questions, Dimensions, Sectors []string
	Technologies                   []string
	State                          assessments.State
	Sources                        []sourceFile
	Checked                        string
}

type trainingFile struct {
	ID, Provider, Place            string
	Online, Free                   bool
	Level                          string
	Questions, Dimensions, Sectors []string
	State                          assessments.State
	Sources                        []sourceFile
	Checked                        string
}

type fundingFile struct {
	ID                    string
	State                 assessments.State
	From, Until           string
	Maximum               int
	Sizes                 []assessments.SizeClass
	Questions, Dimensions []string
	Sources               []sourceFile
	Checked               string
}

type regionWordsFile struct {
	Region   struct{ Name string }
	Contacts map[string]struct{ Name, Purpose, Unknown string }

	Trainings map[string]assessments.OfferWords
	Funding   map[string]assessments.OfferWords
}

func (r *reader) regions(lib *Library) {
	for _, dir := range r.folders(regionsDir) {
		var raw regionFile
		d, ok := r.read(path.Join(dir, "region.yaml"), &raw)
		if !ok {
			continue
		}
		r.wantID(d, []any{"id"}, raw.ID)
		region := r.region(d, raw)
		r.municipalities(dir, &region)
		r.offers(lib, &region)
		words := map[string]assessments.RegionWords{}
		for _, lang := range r.languages {
			if w, ok := r.regionWords(path.Join(dir, "texts."+lang+".yaml"), &region); ok {
				words[lang] = w
			}
		}
		r.joinRegion(lib, region, words)
	}
}

func (r *reader) offers(lib *Library, region *assessments.Region) {
	for _, c := range region.Contacts {
		r.came(lib, "contact", c.ID)
	}
	for _, t := range region.Trainings {
		r.came(lib, "training", t.ID)
	}
	for _, f := range region.Funding {
		r.came(lib, "funding", f.ID)
	}
}

// joinRegion adds a region, or lays its offers over those of the region that is there.
func (r *reader) joinRegion(lib *Library, region assessments.Region, words map[string]assessments.RegionWords) {
	before := assessments.Region{ID: region.ID, Country: region.Country}
	if b := lib.Region(region.ID); b != nil {
		before = *b
	}
	before.Contacts, before.Trainings, before.Funding = slices.Clone(before.Contacts), slices.Clone(before.Trainings), slices.Clone(before.Funding)
	for _, c := range region.Contacts {
		before.Contacts = put(before.Contacts, c, func(c *assessments.Contact) string { return c.ID })
	}
	for _, t := range region.Trainings {
		before.Trainings = put(before.Trainings, t, func(t *assessments.Training) string { return t.ID })
	}
	for _, f := range region.Funding {
		before.Funding = put(before.Funding, f, func(f *assessments.Funding) string { return f.ID })
	}
	if len(region.Places) > 0 {
		before.Places, before.PlacesFrom, before.PlacesSeen = region.Places, region.PlacesFrom, region.PlacesSeen
	}
	lib.Regions = put(lib.Regions, before, func(r *assessments.Region) string { return r.ID })
	for _, lang := range Languages {
		w, ok := words[lang]
		if !ok && len(r.languages) > 0 {
			w = words[r.languages[0]]
		}
		lib.RegionWords[lang][region.ID] = lib.RegionWords[lang][region.ID].With(w)
	}
}

func (r *reader) region(d *document, raw regionFile) assessments.Region {
	out := assessments.Region{ID: raw.ID, Country: raw.Country}
	seen := map[string]bool{}
	for i, c := range raw.Contacts {
		at := []any{"contacts", i}
		r.offer(d, at, "contact:", c.ID, c.State, seen)
		r.named(d, with(at, "sectors"), c.Sectors)
		out.Contacts = append(out.Contacts, assessments.Contact{ID: c.ID, Kind: c.Kind, Place: c.Place, Website: c.Website, Phone: c.Phone,
			Email: c.Email, Questions: c.Questions, Dimensions: c.Dimensions, Sectors: c.Sectors, Technologies: c.Technologies, State: c.State,
			Sources: r.sources(d, at, c.Sources), Checked: r.checked(d, at, c.Checked)})
	}
	for i, t := range raw.Trainings {
		at := []any{"trainings", i}
		r.offer(d, at, "training:", t.ID, t.State, seen)
		r.named(d, with(at, "sectors"), t.Sectors)
		if t.Level != "" && !slices.Contains(trainingLevels, t.Level) {
			r.at(d, with(at, "level"), "word-unknown", "value", t.Level, "allowed", join(trainingLevels))
		}
		out.Trainings = append(out.Trainings, assessments.Training{ID: t.ID, Provider: t.Provider, Place: t.Place, Online: t.Online, Free: t.Free, Level: t.Level,
			Questions: t.Questions, Dimensions: t.Dimensions, Sectors: t.Sectors, State: t.State,
			Sources: r.sources(d, at, t.Sources), Checked: r.checked(d, at, t.Checked)})
	}
	for i, f := range raw.Funding {
		at := []any{"funding", i}
		r.offer(d, at, "funding:", f.ID, f.State, seen)
		for field, date := range map[string]string{"from": f.From, "until": f.Until} {
			if date != "" && !datePattern.MatchString(date) {
				r.at(d, with(at, field), "date-form", "value", date)
			}
		}
		out.Funding = append(out.Funding, assessments.Funding{ID: f.ID, State: f.State, From: f.From, Until: f.Until, Maximum: f.Maximum,
			Sizes: f.Sizes, Questions: f.Questions, Dimensions: f.Dimensions,
			Sources: r.sources(d, at, f.Sources), Checked: r.checked(d, at, f.Checked)})
	}
	return out
}

var trainingLevels = []string{"basic", "middle", "advanced"}

var offerStates = []assessments.State{assessments.StateOpen, assessments.StateClosed, assessments.StateRunning, assessments.StateEnded, assessments.StateUnknown}

func (r *reader) offer(d *document, at []any, kind, id string, state assessments.State, seen map[string]bool) {
	r.wantID(d, with(at, "id"), id)
	r.unique(d, with(at, "id"), id, seen)
	r.place(kind+id, d, at)
	if !slices.Contains(offerStates, state) {
		r.at(d, with(at, "state"), "word-unknown", "value", state, "allowed", "open, closed, running, ended, unknown")
	}
}

// named notes sectors whose packs are read later.
func (r *reader) named(d *document, at []any, sectors []string) {
	for k, id := range sectors {
		r.sectors = append(r.sectors, named{d, with(at, k), id})
	}
}

func (r *reader) regionWords(file string, region *assessments.Region) (assessments.RegionWords, bool) {
	var raw regionWordsFile
	d, ok := r.read(file, &raw)
	if !ok {
		return assessments.RegionWords{}, false
	}
	c := checker{r, d}
	c.text(raw.Region.Name, "region", "name")
	w := assessments.RegionWords{Name: raw.Region.Name, Contacts: map[string]assessments.OfferWords{}, Trainings: raw.Trainings, Funding: raw.Funding}
	for id, t := range raw.Contacts {
		w.Contacts[id] = assessments.OfferWords{Name: t.Name, Text: t.Purpose, Unknown: t.Unknown}
	}
	for _, o := range region.Contacts {
		c.text(w.Contacts[o.ID].Name, "contacts", o.ID, "name")
		c.text(w.Contacts[o.ID].Text, "contacts", o.ID, "purpose")
	}
	for _, o := range region.Trainings {
		c.text(w.Trainings[o.ID].Name, "trainings", o.ID, "name")
		c.text(w.Trainings[o.ID].Text, "trainings", o.ID, "text")
	}
	for _, o := range region.Funding {
		c.text(w.Funding[o.ID].Name, "funding", o.ID, "name")
		c.text(w.Funding[o.ID].Text, "funding", o.ID, "text")
	}
	return w, true
}

// Contact returns the contact "region/id" with its texts, or nil.
func (l *Library) Contact(ref, language string) (*assessments.Contact, assessments.OfferWords) {
	region, id, _ := strings.Cut(ref, "/")
	for i := range l.Regions {
		if l.Regions[i].ID != region {
			continue
		}
		for k := range l.Regions[i].Contacts {
			if c := &l.Regions[i].Contacts[k]; c.ID == id {
				return c, l.RegionWords[language][region].Contacts[id]
			}
		}
	}
	return nil, assessments.OfferWords{}
}
