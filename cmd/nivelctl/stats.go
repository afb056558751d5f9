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

// quick is the path whose words are counted.
const quick = "quick"

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
		f, err := openFolder(path)
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

// statistics counts several libraries together.
func statistics(libs []*content.Library) counts {
	names := []string{"questions", quick, "dimensions", "actions", "practices", "contacts", "trainings", "funding", "glossary", "languages"}
	n, langs := map[string]int{}, map[string]bool{}
	for _, lib := range libs {
		for i := range lib.Models {
			m := &lib.Models[i].Model
			n["questions"] += len(m.Questions)
			n["dimensions"] += len(m.Dimensions)
			for k := range m.Questions {
				if m.On(&m.Questions[k], quick) {
					n[quick]++
				}
			}
			for lang, w := range lib.Models[i].Words {
				n[wordsName(lang)] += quickWords(m, w)
			}
		}
		for _, r := range lib.Regions {
			n["contacts"] += len(r.Contacts)
			n["trainings"] += len(r.Trainings)
			n["funding"] += len(r.Funding)
		}
		n["actions"] += len(lib.Actions)
		n["practices"] += len(lib.Practices)
		n["glossary"] += len(lib.Terms)
		for _, lang := range lib.Languages {
			langs[lang] = true
		}
	}
	n["languages"] = len(langs)
	for _, lang := range content.Languages {
		names = append(names, wordsName(lang))
	}
	var out counts
	for _, name := range names {
		out = append(out, stat{name, n[name]})
	}
	return out
}

func wordsName(lang string) string { return "words." + quick + "." + lang }

// quickWords counts what a person reads on the quick path with help closed: questions, hints,
// levels, options, rows and stages, and the questions of the index.
func quickWords(m *assessments.Model, w assessments.ModelWords) int {
	n := 0
	for i := range m.Questions {
		if q := &m.Questions[i]; m.On(q, quick) {
			n += questionWords(w.Questions[q.ID])
		}
	}
	for _, c := range w.Index.Conditions {
		n += countWords(c.Text)
	}
	return n
}

func questionWords(w assessments.QuestionWords) int {
	read := append([]string{w.Text, w.Hint}, w.Stages...)
	for _, l := range w.Levels {
		read = append(read, l.Title, l.Text)
	}
	for _, o := range w.Options {
		read = append(read, o.Title, o.Text)
	}
	for _, r := range w.Rows {
		read = append(read, r.Title, r.Text)
	}
	return countWords(read...)
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
