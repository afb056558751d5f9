package library

import (
	"nivel/assessments"
	"nivel/assessments/content"
	"nivel/assessments/search"
)

// style is how a field of a form is filled in.
type style int8

const (
	line   style = iota // one line
	text                // several lines
	choice              // one of a list
	checks              // any of a list
	date                // a day
	whole               // a whole number
)

// spec is a field of a form. Its label is the sentence "library.form." + name.
type spec struct {
	name     string
	style    style
	required bool
	limit    int  // letters, as the form of Interreg Europe counts them; 0 for none
	detail   bool // counts together with the others so marked
	hint     bool // has an explanation
	options  func(f *Form) (ids, names []string)
}

// group is a card of the form.
type group struct {
	name, icon string
	specs      []spec
}

// checked is the day on which somebody looked at the source.
var checked = spec{name: "checked", style: date, required: true, hint: true}

// groupsOf are the fields of the form of a kind.
func groupsOf(k search.Kind) []group {
	dimensions := spec{name: "dimensions", style: checks, options: (*Form).dimensions, hint: true}
	sectors := spec{name: "sectors", style: checks, options: (*Form).sectors, hint: true}
	state := spec{name: "state", style: choice, options: states(assessments.StateOpen, assessments.StateClosed, assessments.StateRunning, assessments.StateEnded, assessments.StateUnknown)}
	name, about := spec{name: "name", required: true}, spec{name: "about", style: text, required: true}
	unknown := spec{name: "unknown", style: text, hint: true}
	region := spec{name: "region", style: choice, options: (*Form).regions}
	switch k {
	case search.Contact:
		return []group{{"what", "info", []spec{name, about, unknown, {name: "sort", style: choice, options: sorts}}},
			{"reach", "phone", []spec{{name: "place"}, {name: "website"}, {name: "phone"}, {name: "email"}}},
			{"for", "firm", []spec{region, dimensions, sectors, {name: "technologies", style: checks, options: (*Form).technologies}}},
			{"sources", "link", []spec{state, checked}}}
	case search.Training:
		return []group{{"what", "info", []spec{name, about, unknown, {name: "provider"}, {name: "place"},
			{name: "ways", style: checks, options: ways}, {name: "level", style: choice, options: levels}}},
			{"for", "firm", []spec{region, dimensions, sectors}}, {"sources", "link", []spec{state, checked}}}
	case search.Funding:
		return []group{{"what", "info", []spec{name, about, unknown}},
			{"money", "coins", []spec{{name: "from", style: date}, {name: "until", style: date}, {name: "maximum", style: whole}, {name: "sizes", style: checks, options: sizeOptions, hint: true}}},
			{"for", "firm", []spec{region, dimensions}}, {"sources", "link", []spec{state, checked}}}
	}
	l := content.Form
	return []group{
		{"what", "info", []spec{{name: "title", required: true, limit: l.Title}, {name: "summary", style: text, required: true, limit: l.Summary}}},
		{"detail", "level", []spec{{name: "problem", style: text, required: true, detail: true}, {name: "how", style: text, required: true, detail: true, hint: true},
			{name: "resources", style: text, limit: l.Resources}, {name: "evidence", style: text, limit: l.Evidence},
			{name: "difficulties", style: text, limit: l.Difficulties}, {name: "transfer", style: text, limit: l.Transfer}, {name: "you", style: text, required: true}}},
		{"for", "firm", []spec{{name: "who", style: choice, options: actors}, {name: "countries", style: checks, options: (*Form).countries}, {name: "placed"}, dimensions}},
		{"sources", "link", []spec{{name: "organisation"}, {name: "project"}, {name: "years"},
			{name: "state", style: choice, options: states(assessments.StateRunning, assessments.StateEnded, assessments.StateUnknown)}, {name: "sure", style: choice, options: sures}, checked}},
	}
}

// named gives each id its name.
func named(name func(id string) string, ids ...string) ([]string, []string) {
	var names []string
	for _, id := range ids {
		names = append(names, name(id))
	}
	return ids, names
}

func states(all ...assessments.State) func(*Form) ([]string, []string) {
	return func(f *Form) (ids, names []string) {
		for _, s := range all {
			ids, names = append(ids, string(s)), append(names, f.w.T("state."+string(s)))
		}
		return ids, names
	}
}

func actors(f *Form) (ids, names []string) {
	for _, a := range []assessments.Actor{assessments.Firm, assessments.Cluster, assessments.Public} {
		ids, names = append(ids, string(a)), append(names, f.w.T("who."+string(a)))
	}
	return ids, names
}

func sures(f *Form) ([]string, []string) {
	return named(func(id string) string { return f.w.T("sure." + id) }, "high", "medium", "low")
}

func ways(f *Form) ([]string, []string) {
	return named(func(id string) string { return f.w.T("library.way." + id) }, "online", "free")
}

func levels(f *Form) ([]string, []string) {
	return named(func(id string) string {
		if id == "" {
			return f.w.T("library.notsaid")
		}
		return f.w.T("library.level." + id)
	}, "", "basic", "middle", "advanced")
}

func sorts(f *Form) ([]string, []string) {
	return named(func(id string) string { return f.w.T("library.sort." + id) },
		"technology-centre", "cluster", "employers", "chamber", "public", "university", "training", "helpline", "other")
}

func sizeOptions(f *Form) (ids, names []string) {
	for _, s := range sizes {
		ids, names = append(ids, string(s)), append(names, f.w.T("library.size."+string(s)))
	}
	return ids, names
}

func (f *Form) dimensions() (ids, names []string) {
	full := f.h.Session().Full()
	for _, d := range full.Model.Dimensions {
		ids, names = append(ids, d.ID), append(names, full.Words[f.w.Language].Dimensions[d.ID].Name)
	}
	return ids, names
}

func (f *Form) sectors() (ids, names []string) {
	for _, s := range f.lib.Sectors {
		if len(s.NACE) > 0 {
			ids, names = append(ids, s.ID), append(names, f.lib.SectorWords[f.w.Language][s.ID].Name)
		}
	}
	return ids, names
}

func (f *Form) technologies() (ids, names []string) {
	for _, t := range f.lib.Technologies {
		ids, names = append(ids, t.ID), append(names, f.lib.TechnologyWords[f.w.Language][t.ID].Name)
	}
	return ids, names
}

func (f *Form) regions() (ids, names []string) {
	for _, r := range f.lib.Regions {
		ids, names = append(ids, r.ID), append(names, f.lib.RegionWords[f.w.Language][r.ID].Name)
	}
	return ids, names
}

// nations are the countries of the project's partners and of its practices.
var nations = []string{"ES", "AT", "BE", "DE", "FR", "GB", "HU", "IE", "IT", "LV", "PT", "RO", "SE", "SI", "SK"}

func (f *Form) countries() (ids, names []string) {
	for _, c := range nations {
		ids, names = append(ids, c), append(names, countryName(f.w, c))
	}
	return ids, names
}
