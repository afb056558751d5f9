package search

import (
	"slices"

	"nivel/assessments"
	"nivel/assessments/content"
)

// Documents are all entries of a library with their texts in a language.
func Documents(lib *content.Library, language string) []Document {
	b := builder{lib: lib, language: language, areas: map[string]string{}, words: map[string][]string{}}
	for _, p := range lib.Models {
		for _, q := range p.Model.Questions {
			b.areas[q.ID] = q.Dimension
			for _, w := range q.Words {
				b.words[w] = append(b.words[w], q.Dimension)
			}
		}
	}
	b.technologies()
	b.practices()
	b.actions()
	for i := range lib.Regions {
		b.region(&lib.Regions[i])
	}
	b.terms()
	return b.out
}

type builder struct {
	lib      *content.Library
	language string
	areas    map[string]string   // dimension of each question
	words    map[string][]string // dimensions of the questions that use a word
	out      []Document
}

// dimensions are those named and those of the questions.
func (b *builder) dimensions(named, questions []string) []string {
	out := slices.Clone(named)
	for _, q := range questions {
		if d := b.areas[q]; d != "" && !slices.Contains(out, d) {
			out = append(out, d)
		}
	}
	return out
}

func (b *builder) technologies() {
	for _, t := range b.lib.Technologies {
		w := b.lib.TechnologyWords[b.language][t.ID]
		b.out = append(b.out, Document{Kind: Technology, ID: t.ID, Title: w.Name, Line: w.Plain,
			Body: []string{w.What, w.Pays, w.Before, w.Example, w.Care}, Dimensions: b.dimensions(t.Dimensions, t.Questions)})
	}
}

func (b *builder) practices() {
	for _, p := range b.lib.Practices {
		w := b.lib.PracticeWords[b.language][p.ID]
		body := []string{w.Problem, w.How, w.Resources, w.Evidence, w.Difficulties, w.Transfer, w.You, w.Organisation, p.Region, p.Project}
		for _, c := range w.Chain {
			body = append(body, c.Title, c.Text)
		}
		b.out = append(b.out, Document{Kind: Practice, ID: p.ID, Title: w.Title, Line: w.Summary, Body: body,
			Dimensions: b.dimensions(p.Dimensions, p.Questions), Countries: p.Countries, Who: p.Who})
	}
}

func (b *builder) actions() {
	for _, a := range b.lib.Actions {
		w := b.lib.ActionWords[b.language][a.ID]
		var questions []string
		for _, g := range a.Gaps {
			questions = append(questions, g.Question)
		}
		b.out = append(b.out, Document{Kind: Action, ID: a.ID, Title: w.Title, Line: w.Why, Body: append([]string{w.First, w.Need, w.Success}, w.Steps...),
			Dimensions: b.dimensions(nil, questions), Sectors: a.Sectors, Who: a.Who})
	}
}

// region adds what a region offers; all of it is in the region's country.
func (b *builder) region(r *assessments.Region) {
	words := b.lib.RegionWords[b.language][r.ID]
	add := func(kind Kind, id string, w assessments.OfferWords, dimensions, sectors []string, body ...string) {
		b.out = append(b.out, Document{Kind: kind, ID: id, Region: r.ID, Title: w.Name, Line: w.Text, Body: append(body, w.Unknown),
			Dimensions: dimensions, Sectors: sectors, Countries: []string{r.Country}})
	}
	for _, c := range r.Contacts {
		body := []string{c.Place}
		for _, t := range c.Technologies {
			body = append(body, b.lib.TechnologyWords[b.language][t].Name)
		}
		add(Contact, c.ID, words.Contacts[c.ID], b.dimensions(c.Dimensions, c.Questions), c.Sectors, body...)
	}
	for _, t := range r.Trainings {
		add(Training, t.ID, words.Trainings[t.ID], b.dimensions(t.Dimensions, t.Questions), t.Sectors, t.Provider, t.Place)
	}
	for _, f := range r.Funding {
		add(Funding, f.ID, words.Funding[f.ID], b.dimensions(f.Dimensions, f.Questions), nil)
	}
}

func (b *builder) terms() {
	for _, t := range b.lib.Terms {
		w := b.lib.TermWords[b.language][t.ID]
		b.out = append(b.out, Document{Kind: Word, ID: t.ID, Title: w.Word, Line: w.Plain, Body: []string{w.Text, w.Example},
			Dimensions: slices.Compact(slices.Sorted(slices.Values(b.words[t.ID])))})
	}
}
