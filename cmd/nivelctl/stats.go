package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"nivel/assessments"
	"nivel/assessments/content"
)

var statsVerb = verb{"stats", func(flags *flag.FlagSet) action {
	asJSON := flags.Bool("json", false, "")
	return func(c *call, args []string) error {
		libs, err := c.libraries(args)
		if err != nil {
			return err
		}
		all := statistics(libs)
		if *asJSON {
			return c.sayJSON(all)
		}
		for _, s := range all {
			c.say(fmt.Sprintf("%s\t%d", s.name, s.number))
		}
		return nil
	}
}}

// libraries are those of the named folders, or the built-in one.
func (c *call) libraries(folders []string) ([]*content.Library, error) {
	if len(folders) == 0 {
		lib, err := c.library("")
		return []*content.Library{lib}, err
	}
	var out []*content.Library
	for _, path := range folders {
		f, err := openFolder(path, c.now())
		if err != nil {
			return nil, err
		}
		if err := f.refuse(c); err != nil {
			return nil, err
		}
		out = append(out, f.lib)
	}
	return out, nil
}

type stat struct {
	name   string
	number int
}

// counts are statistics in their order; in JSON they are one object.
type counts []stat

// MarshalJSON implements json.Marshaler.
func (all counts) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, s := range all {
		if i > 0 {
			b.WriteByte(',')
		}
		name, err := json.Marshal(s.name)
		if err != nil {
			return nil, err
		}
		fmt.Fprintf(&b, "%s:%d", name, s.number)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// statistics counts several libraries together: what there is, and then by model, sector and
// language.
func statistics(libs []*content.Library) counts {
	var out counts
	add := func(name string, n int) {
		if i := slices.IndexFunc(out, func(s stat) bool { return s.name == name }); i >= 0 {
			out[i].number += n
			return
		}
		out = append(out, stat{name, n})
	}
	languages := map[string]bool{}
	for _, lib := range libs {
		whole(lib, add)
		for _, lang := range lib.Languages {
			languages[lang] = true
		}
	}
	out = append(out, stat{"languages", len(languages)})
	for _, lib := range libs {
		for i := range lib.Models {
			modelStats(&lib.Models[i], lib.Languages, add)
		}
		for _, s := range lib.Sectors {
			sectorStats(lib, s, add)
		}
	}
	return out
}

func whole(lib *content.Library, add func(string, int)) {
	questions, dimensions := 0, 0
	for i := range lib.Models {
		questions += len(lib.Models[i].Model.Questions)
		dimensions += len(lib.Models[i].Model.Dimensions)
	}
	contacts, trainings, funding := 0, 0, 0
	for _, r := range lib.Regions {
		contacts, trainings, funding = contacts+len(r.Contacts), trainings+len(r.Trainings), funding+len(r.Funding)
	}
	for _, s := range []stat{{"models", len(lib.Models)}, {"questions", questions}, {"dimensions", dimensions}, {"actions", len(lib.Actions)},
		{"practices", len(lib.Practices)}, {"sectors", len(lib.Sectors)}, {"technologies", len(lib.Technologies)}, {"readings", len(lib.Readings)}, {"shared", len(lib.Shared)},
		{"contacts", contacts}, {"trainings", trainings}, {"funding", funding}, {"glossary", len(lib.Terms)}} {
		add(s.name, s.number)
	}
}

// modelStats are the questions of each path, what surrounds them, and the words that a person
// reads there with help closed.
func modelStats(p *content.Pack, languages []string, add func(string, int)) {
	m := &p.Model
	own := func(parts ...string) string { return strings.Join(append([]string{"model", m.ID}, parts...), ".") }
	subs := 0
	for _, d := range m.Dimensions {
		subs += len(d.Subdimensions)
	}
	conditions := 0
	if m.Index != nil {
		conditions = len(m.Index.Conditions)
	}
	add(own("dimensions"), len(m.Dimensions))
	add(own("subdimensions"), subs)
	add(own("contradictions"), len(m.Contradictions))
	add(own("conditions"), conditions)
	for _, path := range m.Paths {
		n := 0
		for i := range m.Questions {
			if m.On(&m.Questions[i], path) {
				n++
			}
		}
		add(own(path), n)
	}
	for _, path := range m.Paths {
		for _, lang := range languages {
			add(own("words", path, lang), pathWords(m, p.Words[lang], path))
		}
	}
}

func sectorStats(lib *content.Library, s assessments.Sector, add func(string, int)) {
	named := func(parts ...string) string { return strings.Join(append([]string{"sector", s.ID}, parts...), ".") }
	actions := 0
	for i := range lib.Actions {
		if slices.Contains(lib.Actions[i].Sectors, s.ID) {
			actions++
		}
	}
	add(named("actions"), actions)
	for _, lang := range lib.Languages {
		examples, own := 0, 0
		for _, q := range lib.SectorWords[lang][s.ID].Questions {
			if q.Example != "" {
				examples++
			}
			if q.How.Text != "" {
				own++
			}
		}
		add(named("examples", lang), examples)
		add(named("how", lang), own)
	}
}

// pathWords counts what a person reads on a path with help closed: questions, hints, levels,
// options, rows and stages, and the questions of the index.
func pathWords(m *assessments.Model, w assessments.ModelWords, path string) int {
	n := 0
	for i := range m.Questions {
		if q := &m.Questions[i]; m.On(q, path) && q.Asked() {
			n += countWords(w.Questions[q.ID].Visible()...)
		}
	}
	for _, c := range w.Index.Conditions {
		n += countWords(c.Text)
	}
	return n
}

// countWords counts what stands between spaces and has a letter or a digit.
func countWords(all ...string) int {
	n := 0
	for _, text := range all {
		for _, word := range strings.Fields(text) {
			if slices.ContainsFunc([]rune(word), func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
				n++
			}
		}
	}
	return n
}
