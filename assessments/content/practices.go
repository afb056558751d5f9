package content

import (
	"slices"
	"unicode/utf8"

	"nivel/assessments"
)

type sourceFile struct{ Name, Address, Date string }

type practiceFile struct {
	ID                    string
	Country               string
	Countries             []string
	Region, Project       string
	Who                   assessments.Actor
	Questions, Dimensions []string
	State                 assessments.State
	Years                 string
	Sources               []sourceFile
	Checked, Sure         string
}

// Form are the lengths of the Interreg Europe form of a good practice, in characters. Detail is
// problem, way and chain together.
var Form = struct{ Title, Summary, Detail, Resources, Evidence, Difficulties, Transfer int }{100, 160, 1500, 300, 500, 300, 1000}

var practiceStates = []assessments.State{assessments.StateRunning, assessments.StateEnded, assessments.StateUnknown}

func (r *reader) practices(lib *Library) {
	seen := map[string]bool{}
	for _, file := range r.structures(practicesDir) {
		var raw struct{ Practices []practiceFile }
		d, ok := r.read(file, &raw)
		if !ok {
			continue
		}
		own := map[string]bool{}
		for i, p := range raw.Practices {
			at := []any{"practices", i}
			r.record(lib, d, at, "practice", p.ID, seen, own)
			lib.Practices = put(lib.Practices, r.practice(d, at, p), func(p *assessments.Practice) string { return p.ID })
		}
		for _, lang := range r.languages {
			r.practiceWords(languageOf(file, lang), raw.Practices, own, lib.PracticeWords[lang])
		}
		for id := range own {
			spread(r, lib.PracticeWords, id)
		}
	}
}

func (r *reader) practice(d *document, at []any, p practiceFile) assessments.Practice {
	r.actor(d, with(at, "who"), p.Who)
	if !slices.Contains(practiceStates, p.State) {
		r.at(d, with(at, "state"), "word-unknown", "value", p.State, "allowed", "running, ended, unknown")
	}
	if !slices.Contains([]string{"high", "medium", "low"}, p.Sure) {
		r.at(d, with(at, "sure"), "word-unknown", "value", p.Sure, "allowed", "high, medium, low")
	}
	countries := p.Countries
	if p.Country != "" {
		countries = append([]string{p.Country}, countries...)
	}
	return assessments.Practice{ID: p.ID, Countries: countries, Region: p.Region, Project: p.Project, Who: p.Who,
		Questions: p.Questions, Dimensions: p.Dimensions, State: p.State, Years: p.Years, Sources: r.sources(d, at, p.Sources),
		Checked: r.checked(d, at, p.Checked), Sure: p.Sure}
}

// sources refuses a record without any.
func (r *reader) sources(d *document, at []any, raw []sourceFile) []assessments.Source {
	if len(raw) == 0 {
		r.at(d, at, "source-missing")
	}
	var out []assessments.Source
	for i, s := range raw {
		r.want(d, with(at, "sources", i), "name", s.Name != "")
		if s.Date != "" && !sourceDate(s.Date) {
			r.at(d, with(at, "sources", i, "date"), "date-form", "value", s.Date)
		}
		out = append(out, assessments.Source(s))
	}
	return out
}

// sourceDate allows a year, a month or a day, as sources print them.
func sourceDate(s string) bool {
	return datePattern.MatchString(s + "0000-01-01"[len(s):][:max(0, 10-len(s))])
}

func (r *reader) checked(d *document, at []any, date string) string {
	if !datePattern.MatchString(date) {
		r.at(d, with(at, "checked"), "date-form", "value", date)
	}
	return date
}

func (r *reader) practiceWords(file string, practices []practiceFile, own map[string]bool, into map[string]assessments.PracticeWords) {
	var raw struct {
		Practices map[string]assessments.PracticeWords
	}
	d, ok := r.read(file, &raw)
	if !ok {
		return
	}
	c := checker{r, d}
	known(c, raw.Practices, func(id string) bool { return own[id] }, "practices")
	for _, p := range practices {
		w := raw.Practices[p.ID]
		at := []any{"practices", p.ID}
		for _, f := range []struct{ name, text string }{{"title", w.Title}, {"summary", w.Summary}, {"problem", w.Problem}, {"how", w.How}, {"you", w.You}} {
			c.text(f.text, with(at, f.name)...)
		}
		chain := ""
		for _, s := range w.Chain {
			chain += s.Title + s.Text
		}
		c.length(w.Title, Form.Title, with(at, "title"))
		c.length(w.Summary, Form.Summary, with(at, "summary"))
		c.length(w.Problem+w.How+chain, Form.Detail, with(at, "how"))
		c.length(w.Resources, Form.Resources, with(at, "resources"))
		c.length(w.Evidence, Form.Evidence, with(at, "evidence"))
		c.length(w.Difficulties, Form.Difficulties, with(at, "difficulties"))
		c.length(w.Transfer, Form.Transfer, with(at, "transfer"))
		into[p.ID] = w
	}
}

func (c checker) length(s string, limit int, at []any) {
	if n := utf8.RuneCountInString(s); n > limit {
		c.at(c.d, at, "text-long", "field", pathName(at), "limit", limit, "have", n)
	}
}
