package report

import (
	"math/big"
	"strconv"
	"strings"

	"nivel/assessments"
	"nivel/assessments/advice"
	"nivel/assessments/scoring"
	"nivel/assessments/texts"
)

func scaled(q scoring.Question) *big.Rat {
	return new(big.Rat).Mul(q.Worth, big.NewRat(assessments.Top, 1))
}

func (b *builder) practices() *Practices {
	w := b.w
	p := &Practices{Section: w.T("report.practices.section"), Title: w.T("report.practices.title"), Lead: w.T("report.practices.lead"),
		ContactsTitle: w.T("report.contacts.title"), TrainingsTitle: w.T("report.trainings.title"), FundingTitle: w.T("report.funding.title")}
	used := map[string]bool{}
	for i := range b.advice.Next {
		o := &b.advice.Next[i]
		for _, practice := range advice.TopicOf(o, b.sector).Practices(b.Library.Practices, o.Action.Practices) {
			if !used[practice.ID] {
				used[practice.ID] = true
				p.Practices = append(p.Practices, b.practice(strconv.Itoa(i+1), practice))
				b.shown = append(b.shown, practice)
				break
			}
		}
	}
	if len(p.Practices) == 0 {
		p.None = w.T("report.practices.none")
	}
	for _, who := range []assessments.Actor{assessments.Firm, assessments.Cluster, assessments.Public} {
		p.Tags = append(p.Tags, Paragraph{Title: w.T("who." + string(who)), Text: w.T("who." + string(who) + ".text")})
	}
	b.help(p)
	return p
}

func (b *builder) practice(number string, p *assessments.Practice) Practice {
	words := b.Library.PracticeWords[b.w.Language][p.ID]
	out := Practice{Number: number, Title: words.Title, Place: Place(b.w, p), Tag: b.w.T("who." + string(p.Who)), TagKind: string(p.Who),
		You: Paragraph{Title: b.w.T("practice.you"), Text: words.You}, Source: b.w.T("source.line", "sources", names(p.Sources), "date", b.w.DateOf(p.Checked))}
	known := words.Evidence
	if known == "" {
		known = b.w.T("practice.unknown")
	}
	out.Rows = []Paragraph{{b.w.T("practice.what"), words.Summary}, {b.w.T("practice.how"), words.How}, {b.w.T("practice.known"), known}}
	return out
}

// Place is the country and region of a practice.
func Place(w *texts.Words, p *assessments.Practice) string {
	var parts []string
	for _, c := range p.Countries {
		name := c
		if w.Has("country." + c) {
			name = w.T("country." + c)
		}
		parts = append(parts, name)
	}
	if p.Region != "" {
		parts = append(parts, p.Region)
	}
	return strings.Join(parts, ", ")
}

// SourceNames lists sources with their addresses.
func SourceNames(sources []assessments.Source) string {
	var parts []string
	for _, s := range sources {
		name := s.Name
		if s.Address != "" {
			name += " (" + s.Address + ")"
		}
		parts = append(parts, name)
	}
	return strings.Join(parts, "; ")
}

// names lists sources without their addresses, which stand at the end of the section.
func names(sources []assessments.Source) string {
	var parts []string
	for _, s := range sources {
		parts = append(parts, s.Name)
	}
	return strings.Join(parts, "; ")
}

// help fills contacts, training and funding for the next steps; where there are none, for the
// largest gaps of the firm.
func (b *builder) help(p *Practices) {
	w := b.w
	p.Contacts = Table{Head: []string{w.T("contact.who"), w.T("contact.why"), w.T("contact.how"), w.T("contact.checked")}, Numeric: []bool{false, false, false, true}}
	p.Trainings = Table{Head: []string{w.T("training.name"), w.T("training.by"), w.T("training.state"), w.T("contact.checked")}, Numeric: []bool{false, false, false, true}}
	p.Funding = Table{Head: []string{w.T("funding.name"), w.T("funding.what"), w.T("funding.until"), w.T("contact.checked")}, Numeric: []bool{false, false, false, true}}
	seen := map[string]bool{}
	sources := map[string]bool{}
	note := func(s []assessments.Source) {
		for _, x := range s {
			if line := SourceNames([]assessments.Source{x}); !sources[line] {
				sources[line] = true
				p.Sources = append(p.Sources, line)
			}
		}
	}
	for _, practice := range b.shown {
		note(practice.Sources)
	}
	for _, t := range b.topics() {
		for _, region := range b.Library.RegionsOf(b.Company.Place) {
			words := b.Library.RegionWords[w.Language][region.ID]
			for _, c := range first(t.Contacts(region.Contacts), 2) {
				if !seen[c.ID] {
					seen[c.ID] = true
					p.Contacts.Rows = append(p.Contacts.Rows, []string{Join(", ", words.Contacts[c.ID].Name, c.Place), words.Contacts[c.ID].Text, Reach(w, c), w.ShortDate(c.Checked)})
					note(c.Sources)
				}
			}
			for _, c := range first(t.Trainings(region.Trainings), 1) {
				if !seen[c.ID] {
					seen[c.ID] = true
					p.Trainings.Rows = append(p.Trainings.Rows, []string{words.Trainings[c.ID].Name, Join(", ", c.Provider, c.Place), w.T("state." + string(c.State)), w.ShortDate(c.Checked)})
					note(c.Sources)
				}
			}
			for _, f := range t.Funding(region.Funding, b.Day.Format("2006-01-02"), b.Company.Size()) {
				if !seen[f.ID] {
					seen[f.ID] = true
					p.Funding.Rows = append(p.Funding.Rows, []string{words.Funding[f.ID].Name, words.Funding[f.ID].Text, b.until(f), w.ShortDate(f.Checked)})
					note(f.Sources)
				}
			}
		}
	}
	p.FundingNote = w.T("funding.note")
	if len(p.Funding.Rows) == 0 {
		p.FundingNote = w.T("funding.none")
	}
}

func (b *builder) until(f *assessments.Funding) string {
	if f.Until == "" {
		return b.w.T("funding.noend")
	}
	return b.w.ShortDate(f.Until)
}

// Join joins what is not empty.
func Join(sep string, parts ...string) string {
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, sep)
}

// Reach is how to get hold of a contact; only what its source prints.
func Reach(w *texts.Words, c *assessments.Contact) string {
	phone := ""
	if c.Phone != "" {
		phone = w.T("contact.phone", "phone", c.Phone)
	}
	if out := Join(", ", phone, c.Website, c.Email); out != "" {
		return out
	}
	return w.T("contact.unknown")
}

func (b *builder) topics() []advice.Topic {
	var out []advice.Topic
	for i := range b.advice.Next {
		out = append(out, advice.TopicOf(&b.advice.Next[i], b.sector))
	}
	if len(out) == 0 {
		for _, g := range first(b.advice.Gaps, advice.Steps) {
			out = append(out, advice.Topic{Questions: []string{g.Question}, Dimension: g.Dimension, Sector: b.sector})
		}
	}
	return out
}

func first[T any](all []T, n int) []T { return all[:min(n, len(all))] }

func (b *builder) method() *Method {
	w := b.w
	m := &Method{Section: w.T("report.method.section"), Title: w.T("report.method.title"), NotesTitle: w.T("report.notes.title"),
		Table: Table{Head: []string{w.T("table.area"), w.T("report.framework.head"), w.T("report.method.questions")}, Numeric: []bool{false, false, true}}}
	for _, key := range []string{"what", "scale", "score", "range", "target", "rank", "estimate", "index", "compare", "sources"} {
		m.Paragraphs = append(m.Paragraphs, Paragraph{Title: w.T("report.method." + key + ".title"), Text: w.T("report.method."+key, "version", b.Pack.Model.Version, "date", w.DateOf(b.Pack.Model.Date))})
	}
	english := b.Pack.Words["en"]
	for _, d := range b.Pack.Model.Dimensions {
		name := b.mw.Dimensions[d.ID].Framework
		if official := english.Dimensions[d.ID].Framework; official != "" && official != name {
			name += " (" + official + ")"
		}
		m.Table.Rows = append(m.Table.Rows, []string{b.mw.Dimensions[d.ID].Name, name, strconv.Itoa(len(b.Pack.Model.Of(d.ID)))})
	}
	for _, q := range b.Pack.Model.Questions {
		if note := b.Answers[q.ID].Note; note != "" {
			m.Notes = append(m.Notes, Paragraph{Title: w.T("report.note", "number", b.Pack.Model.Number(q.ID), "question", b.mw.Questions[q.ID].Text), Text: note})
		}
	}
	return m
}
