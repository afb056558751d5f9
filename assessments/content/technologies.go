package content

import (
	"path"

	"nivel/assessments"
)

type technologyFile struct {
	ID                                             string
	Questions, Dimensions, Needs, Practices, Words []string
	From                                           int
	Cost                                           map[assessments.SizeClass]int
	Sources                                        []sourceFile
	Checked                                        string
}

func (r *reader) technologies(lib *Library) {
	seen := map[string]bool{}
	for _, file := range r.structures(technologiesDir) {
		var raw struct{ Technologies []technologyFile }
		d, ok := r.read(file, &raw)
		if !ok {
			continue
		}
		own := map[string]bool{}
		for i, t := range raw.Technologies {
			at := []any{"technologies", i}
			r.record(lib, d, at, "technology", t.ID, seen, own)
			lib.Technologies = put(lib.Technologies, r.technology(d, at, t), func(t *assessments.Technology) string { return t.ID })
		}
		for _, lang := range r.languages {
			r.technologyWords(languageOf(file, lang), raw.Technologies, own, lib.TechnologyWords[lang])
		}
		for id := range own {
			spread(r, lib.TechnologyWords, id)
		}
	}
}

func (r *reader) technology(d *document, at []any, t technologyFile) assessments.Technology {
	if t.From < 0 || t.From >= mostLevels {
		r.at(d, with(at, "from"), "level-range", "level", t.From, "most", mostLevels-1)
	}
	for _, s := range sizes {
		if band, ok := t.Cost[s]; !ok || band < 0 || band > 4 {
			r.at(d, with(at, "cost"), "cost-band", "size", s)
		}
	}
	return assessments.Technology{ID: t.ID, Questions: t.Questions, Dimensions: t.Dimensions, From: t.From, Cost: t.Cost, Needs: t.Needs,
		Practices: t.Practices, Words: t.Words, Sources: r.sources(d, at, t.Sources), Checked: r.checked(d, with(at, "checked"), t.Checked)}
}

func (r *reader) technologyWords(file string, all []technologyFile, own map[string]bool, into map[string]assessments.TechnologyWords) {
	var raw struct {
		Technologies map[string]assessments.TechnologyWords
	}
	d, ok := r.read(file, &raw)
	if !ok {
		return
	}
	c := checker{r, d}
	known(c, raw.Technologies, func(id string) bool { return own[id] }, "technologies")
	for _, t := range all {
		w := raw.Technologies[t.ID]
		for _, f := range []struct{ name, text string }{{"name", w.Name}, {"plain", w.Plain}, {"what", w.What}, {"pays", w.Pays}, {"before", w.Before}} {
			c.text(f.text, "technologies", t.ID, f.name)
		}
		into[t.ID] = w
	}
}

func (r *reader) technologyLinks(lib *Library) {
	for i := range lib.Technologies {
		t := &lib.Technologies[i]
		p, ok := r.places["technology:"+t.ID]
		if !ok {
			continue
		}
		r.topics(lib, p, t.Questions, t.Dimensions)
		for k, id := range t.Needs {
			if lib.Technology(id) == nil {
				r.at(p.doc, with(p.path, "needs", k), "technology-unknown", "id", id)
			}
		}
		for k, id := range t.Practices {
			if lib.Practice(id) == nil {
				r.at(p.doc, with(p.path, "practices", k), "practice-unknown", "id", id)
			}
		}
		r.words(lib, p, t.Words)
	}
	for _, region := range lib.Regions {
		for _, c := range region.Contacts {
			p := r.places["contact:"+c.ID]
			for k, id := range c.Technologies {
				if lib.Technology(id) == nil && p.doc != nil {
					r.at(p.doc, with(p.path, "technologies", k), "technology-unknown", "id", id)
				}
			}
		}
	}
}

type readingFile struct {
	ID, Model  string
	Sources    []sourceFile
	Checked    string
	Dimensions []struct {
		ID      string
		Aspects []struct {
			ID        string
			Questions []string
		}
	}
}

func (r *reader) readings(lib *Library) {
	for _, dir := range r.folders(readingsDir) {
		var raw readingFile
		d, ok := r.read(path.Join(dir, "reading.yaml"), &raw)
		if !ok {
			continue
		}
		r.wantID(d, []any{"id"}, raw.ID)
		r.place("reading:"+raw.ID, d, nil)
		out := assessments.Reading{ID: raw.ID, Model: raw.Model, Sources: r.sources(d, nil, raw.Sources), Checked: r.checked(d, []any{"checked"}, raw.Checked)}
		seen := map[string]bool{}
		for i, dim := range raw.Dimensions {
			at := []any{"dimensions", i}
			r.wantID(d, with(at, "id"), dim.ID)
			r.unique(d, with(at, "id"), dim.ID, seen)
			rd, own := assessments.ReadingDimension{ID: dim.ID}, map[string]bool{}
			for k, a := range dim.Aspects {
				r.wantID(d, with(at, "aspects", k, "id"), a.ID)
				r.unique(d, with(at, "aspects", k, "id"), a.ID, own)
				rd.Aspects = append(rd.Aspects, assessments.ReadingAspect(a))
			}
			if len(rd.Aspects) == 0 {
				r.at(d, at, "list-empty", "field", "aspects")
			}
			out.Dimensions = append(out.Dimensions, rd)
		}
		lib.Readings = put(lib.Readings, out, func(x *assessments.Reading) string { return x.ID })
		r.came(lib, "reading", raw.ID)
		for _, lang := range r.languages {
			r.readingWords(path.Join(dir, "texts."+lang+".yaml"), &out, lib.ReadingWords[lang])
		}
		spread(r, lib.ReadingWords, raw.ID)
	}
}

func (r *reader) readingWords(file string, reading *assessments.Reading, into map[string]assessments.ReadingWords) {
	var w assessments.ReadingWords
	d, ok := r.read(file, &w)
	if !ok {
		return
	}
	c := checker{r, d}
	c.text(w.Name, "name")
	c.text(w.About, "about")
	for _, dim := range reading.Dimensions {
		c.text(w.Dimensions[dim.ID].Name, "dimensions", dim.ID, "name")
		for _, a := range dim.Aspects {
			c.text(w.Dimensions[dim.ID].Aspects[a.ID], "dimensions", dim.ID, "aspects", a.ID)
		}
	}
	into[reading.ID] = w
}

// hasPart says whether a model has a question and, behind a slash, its option or row.
func hasPart(m *assessments.Model, id string) bool {
	id, part := assessments.SplitPart(id)
	q := m.Question(id)
	return q != nil && m.Number(id) > 0 && (part == "" || q.Option(part) != nil || q.HasRow(part))
}

func (r *reader) readingLinks(lib *Library) {
	for i := range lib.Readings {
		x := &lib.Readings[i]
		p, ok := r.places["reading:"+x.ID]
		if !ok {
			continue
		}
		pack := lib.Pack(x.Model)
		if pack == nil {
			r.at(p.doc, []any{"model"}, "model-unknown", "model", x.Model, "known", join(lib.modelIDs()))
			continue
		}
		for k, dim := range x.Dimensions {
			for l, a := range dim.Aspects {
				for n, id := range a.Questions {
					if !hasPart(&pack.Model, id) {
						r.at(p.doc, []any{"dimensions", k, "aspects", l, "questions", n}, "question-unknown", "id", id)
					}
				}
			}
		}
	}
}

func (l *Library) modelIDs() []string {
	var out []string
	for _, p := range l.Models {
		out = append(out, p.Model.ID)
	}
	return out
}
