package series

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"nivel/assessments"
	"nivel/assessments/content"
	"nivel/assessments/document"
	"nivel/assessments/texts"
)

// Papers are all papers of a series. Firms stand in the order of the series; one without a standing is
// one that cannot be read, and is left out.
type Papers struct {
	Series  *Series
	Firms   []*Standing
	Words   *texts.Words
	Library *content.Library
	Day     time.Time
}

// w and T are short for what every line needs.
func (p *Papers) t(key string, pairs ...any) string { return p.Words.T("series.doc."+key, pairs...) }

func (p *Papers) standing(company string) *Standing {
	for _, s := range p.Firms {
		if s.Company.ID == company {
			return s
		}
	}
	return nil
}

// name is what a firm is called among people who know it.
func (p *Papers) name(company string) string {
	if s := p.standing(company); s != nil && s.Company.Name != "" {
		return s.Company.Name
	}
	return p.Words.T("series.noname")
}

// paper is an empty one of the series.
func (p *Papers) paper(title, lead string) *document.Document {
	d := &document.Document{Language: p.Words.Language, Title: title, Lead: lead, About: p.t("about", "name", p.Series.Name), Day: p.Day,
		Footer: p.t("footer"), PageOf: p.Words.T("report.page")}
	if p.Series.Sample {
		d.Sample = p.Words.T("sample.chip")
	}
	return d
}

// Each is one paper of every firm in the order of the series, each on a page of its own.
func (p *Papers) Each(make func(*Papers, string) *document.Document) *document.Document {
	var out *document.Document
	for i := range p.Series.Firms {
		d := make(p, p.Series.Firms[i].Company)
		if out == nil {
			out = d
			continue
		}
		out.Blocks = append(out.Blocks, document.Break{}, heading(1, d.Title), document.Text{Text: d.Lead})
		out.Blocks = append(out.Blocks, d.Blocks...)
	}
	if out == nil {
		out = p.paper(p.Series.Name, "")
	}
	return out
}

func heading(level int, text string) document.Block {
	return document.Heading{Level: level, Text: text}
}

func (p *Papers) when(meeting int) string {
	m := &p.Series.Meetings[meeting-1]
	parts := []string{p.Words.DateOf(m.Day)}
	for _, part := range []string{m.Time, p.Series.At(meeting)} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, " · ")
}

// agendas is how many points each agenda has.
var agendas = [Meetings]int{6, 6, 5}

// says is a sentence of the papers.
func says(w *texts.Words, key string) string { return w.T("series.doc." + key) }

// Point is a point of an agenda.
type Point struct{ Minutes, What, How string }

// AgendaOf is what happens at a meeting, from 1, in its order. It is our own reconstruction.
func AgendaOf(w *texts.Words, meeting int) []Point {
	out := make([]Point, agendas[meeting-1])
	for i := range out {
		m, n := strconv.Itoa(meeting), strconv.Itoa(i+1)
		out[i] = Point{says(w, "m"+m+"."+n+".min"), says(w, "m"+m+"."+n+".what"), says(w, "m"+m+"."+n+".how")}
	}
	return out
}

// Agenda is the agenda of a meeting, from 1, with its material.
func (p *Papers) Agenda(meeting int) *document.Document {
	n := strconv.Itoa(meeting)
	d := p.paper(p.t("m"+n+".title"), p.t("m"+n+".lead"))
	d.Blocks = append(d.Blocks, document.Facts{{Name: p.t("when"), Text: p.when(meeting)}, {Name: p.t("host"), Text: p.Series.Host},
		{Name: p.t("who"), Text: p.Words.N("series.doc.firms", len(p.Series.Firms))}})
	d.Blocks = append(d.Blocks, heading(1, p.t("agenda")))
	table := document.Table{Heads: []string{p.t("minutes"), p.t("point"), p.t("how")}, Shares: []float64{14, 36, 50}, Right: []bool{true, false, false}}
	for _, x := range AgendaOf(p.Words, meeting) {
		table.Rows = append(table.Rows, []string{x.Minutes, x.What, x.How})
	}
	d.Blocks = append(d.Blocks, table)
	switch meeting {
	case 1:
		p.together(d)
		p.cases(d)
	case 2:
		p.groups(d)
		p.cases(d)
	case 3:
		p.steps(d)
	}
	d.Blocks = append(d.Blocks, document.Text{Text: p.t("own"), Small: true})
	return d
}

// shared are the gaps that most firms have, most first.
func (p *Papers) shared() []Shared { return SharedBy(Candidates(p.Firms)) }

// dimension is how an area is called in the questionnaire of the firms.
func (p *Papers) dimension(id string) string {
	for _, s := range p.Firms {
		if s.Pack != nil {
			if d, ok := s.Pack.Words[p.Words.Language].Dimensions[id]; ok {
				return d.Name
			}
		}
	}
	return id
}

// mostCases is how many practices a paper tells of, and mostGroups how many tables it proposes.
const (
	mostCases  = 4
	mostGroups = 3
)

// cases are practices of others that fit the gaps that most firms share.
func (p *Papers) cases(d *document.Document) {
	var picked []string
	d.Blocks = append(d.Blocks, heading(1, p.t("cases")), document.Text{Text: p.t("cases.text")})
	for _, gap := range p.shared() {
		for i := range p.Library.Practices {
			x := &p.Library.Practices[i]
			if len(picked) == mostCases {
				break
			}
			if x.Who != assessments.Firm || slices.Contains(picked, x.ID) || !slices.Contains(x.Dimensions, gap.Dimension) {
				continue
			}
			picked = append(picked, x.ID)
			p.practice(d, x, gap)
			break // one a gap, so that the cases differ
		}
	}
	if len(picked) == 0 {
		d.Blocks = append(d.Blocks, document.Text{Text: p.t("cases.none")})
	}
}

func (p *Papers) practice(d *document.Document, x *assessments.Practice, gap Shared) {
	words := p.Library.PracticeWords[p.Words.Language][x.ID]
	facts := document.Facts{{Name: p.t("case.for"), Text: p.t("case.gap", "dimension", p.dimension(gap.Dimension), "n", len(gap.Firms))}}
	if words.You != "" {
		facts = append(facts, document.Fact{Name: p.t("case.you"), Text: words.You})
	}
	var names []string
	for _, s := range x.Sources {
		names = append(names, s.Name)
	}
	facts = append(facts, document.Fact{Name: p.t("case.source"), Text: strings.Join(names, "; ")})
	d.Blocks = append(d.Blocks, heading(2, words.Title), document.Text{Text: words.Summary}, facts)
}

// groups are the tables of the second meeting: firms by number and name that share a gap.
func (p *Papers) groups(d *document.Document) {
	d.Blocks = append(d.Blocks, heading(1, p.t("groups")), document.Text{Text: p.t("groups.text")})
	table := document.Table{Heads: []string{p.t("group"), p.t("group.firms")}, Shares: []float64{35, 65}}
	for _, g := range Groups(p.shared()) {
		var names []string
		for _, id := range g.Firms {
			names = append(names, p.name(id))
		}
		table.Rows = append(table.Rows, []string{p.dimension(g.Dimension), strings.Join(names, ", ")})
	}
	if len(table.Rows) == 0 {
		d.Blocks = append(d.Blocks, document.Text{Text: p.t("groups.none")})
		return
	}
	d.Blocks = append(d.Blocks, table)
}

// Groups are the gaps for which a table is set: those that most firms share.
func Groups(shared []Shared) []Shared { return shared[:min(mostGroups, len(shared))] }

// steps are the firms in the order in which they present, with what they have chosen.
func (p *Papers) steps(d *document.Document) {
	d.Blocks = append(d.Blocks, heading(1, p.t("order")))
	table := document.Table{Heads: []string{p.t("number"), p.t("firm"), p.t("chosen"), p.t("first")}, Shares: []float64{7, 28, 35, 30}, Right: []bool{true}, Height: 9}
	for i := range p.Series.Firms {
		f := &p.Series.Firms[i]
		var ideas, first []string
		for _, x := range f.Chosen() {
			ideas = append(ideas, p.idea(x))
			if x.First != "" {
				first = append(first, x.First)
			}
		}
		table.Rows = append(table.Rows, []string{strconv.Itoa(i + 1), p.name(f.Company), strings.Join(ideas, "; "), strings.Join(first, "; ")})
	}
	d.Blocks = append(d.Blocks, table)
}

// idea is what an idea is called.
func (p *Papers) idea(x *Idea) string {
	if x.Text != "" {
		return x.Text
	}
	return p.action(x.Action).Title
}

func (p *Papers) action(id string) assessments.ActionWords {
	return p.Library.ActionWords[p.Words.Language][id]
}

// Presence is the list to sign or tick at a meeting, from 1: for the host alone, with names.
func (p *Papers) Presence(meeting int) *document.Document {
	d := p.paper(p.t("presence"), p.t("presence.lead", "meeting", p.t("m"+strconv.Itoa(meeting)+".title"), "when", p.when(meeting)))
	table := document.Table{Heads: []string{p.t("number"), p.t("firm"), p.t("person"), p.t("role"), p.t("sign")}, Shares: []float64{6, 27, 23, 20, 24}, Right: []bool{true}, Height: 9}
	for i := range p.Series.Firms {
		f := &p.Series.Firms[i]
		for k := range f.People {
			n, name := "", ""
			if k == 0 {
				n, name = strconv.Itoa(i+1), p.name(f.Company)
			}
			table.Rows = append(table.Rows, []string{n, name, f.People[k].Name, f.People[k].Role, ""})
		}
	}
	d.Blocks = append(d.Blocks, table, document.Text{Text: p.t("presence.only"), Small: true})
	return d
}

// thiefRows is how many rows a sheet of time thieves has at least: as many as fit on its page.
const thiefRows = 7

// Walk is the first homework: a sheet to fill in by hand while a flow is walked. Company is empty for
// a sheet that fits every firm.
func (p *Papers) Walk(company string) *document.Document {
	h := p.Series.Homework[0]
	d := p.paper(p.t("walk"), p.t("walk.lead", "from", p.Words.DateOf(h.From), "until", p.Words.DateOf(h.Until)))
	firm := document.Field{Name: p.t("firm")}
	flow := document.Field{Name: p.t("walk.flow")}
	f := p.Series.Of(company)
	if f != nil {
		firm.Text, flow.Text = p.name(company), f.Flow
	}
	d.Blocks = append(d.Blocks, document.Fields{firm, {Name: p.t("walk.people")}, flow}, heading(2, p.t("walk.how")),
		document.List{Numbered: true, Items: []string{p.t("walk.1"), p.t("walk.2"), p.t("walk.3"), p.t("walk.4")}}, heading(2, p.t("thieves")))
	table := document.Table{Heads: []string{p.t("thief.what"), p.t("thief.where"), p.t("thief.minutes"), p.t("thief.idea")}, Shares: []float64{36, 20, 14, 30}, Height: 13}
	if f != nil {
		for _, x := range f.Thieves {
			minutes := ""
			if x.Minutes > 0 {
				minutes = p.Words.Int(x.Minutes)
			}
			table.Rows = append(table.Rows, []string{x.What, x.Where, minutes, x.Idea})
		}
	}
	for len(table.Rows) < thiefRows {
		table.Rows = append(table.Rows, []string{"", "", "", ""})
	}
	d.Blocks = append(d.Blocks, table, document.Text{Text: p.t("walk.example"), Small: true}, document.Text{Text: p.t("own"), Small: true})
	return d
}

// Price is the second homework: cost, owner, what holds it up and first step of each idea chosen.
func (p *Papers) Price(company string) *document.Document {
	h := p.Series.Homework[1]
	d := p.paper(p.t("price"), p.t("price.lead", "from", p.Words.DateOf(h.From), "until", p.Words.DateOf(h.Until)))
	firm := document.Field{Name: p.t("firm")}
	chosen := []*Idea{{}, {}, {}}
	if f := p.Series.Of(company); f != nil {
		firm.Text = p.name(company)
		if own := f.Chosen(); len(own) > 0 {
			chosen = own
		}
	}
	d.Blocks = append(d.Blocks, document.Fields{firm})
	for i, x := range chosen {
		by := ""
		if x.By != "" {
			by = p.Words.DateOf(x.By)
		}
		title := ""
		if x.Text != "" || x.Action != "" {
			title = p.idea(x)
		}
		d.Blocks = append(d.Blocks, heading(2, p.t("price.idea", "n", i+1)), document.Fields{{Name: p.t("price.what"), Text: title},
			{Name: p.t("price.cost"), Text: p.cost(x)}, {Name: p.t("price.owner"), Text: x.Owner}, {Name: p.t("price.hurdle"), Text: x.Hurdle, Lines: 2},
			{Name: p.t("price.first"), Text: x.First, Lines: 2}, {Name: p.t("price.by"), Text: by}})
	}
	d.Blocks = append(d.Blocks, document.Text{Text: p.t("own"), Small: true})
	return d
}

// cost is the cost band of an idea in words.
func (p *Papers) cost(x *Idea) string {
	if x.Cost == 0 {
		return ""
	}
	return CostName(p.Words, x.Cost)
}

// CostName is what a cost is called: 1 for the lowest band to 5; 0 is that nobody has said it.
func CostName(w *texts.Words, cost int) string { return w.T("series.cost." + strconv.Itoa(cost)) }
