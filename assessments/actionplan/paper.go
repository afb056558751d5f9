package actionplan

import (
	"strconv"
	"time"

	"nivel/assessments/committee"
	"nivel/assessments/content"
	"nivel/assessments/document"
	"nivel/assessments/report"
	"nivel/assessments/texts"
)

// FromCommittee are actions made from the short list of a committee: the background from the practice
// with its source, the rest from its sheet.
func FromCommittee(w *texts.Words, lib *content.Library, c *committee.Committee, practices []string) ([]Action, error) {
	r, err := c.Rank(practices)
	if err != nil {
		return nil, err
	}
	var out []Action
	for _, id := range c.Shortlist(r) {
		p := lib.Practice(id)
		if p == nil {
			continue
		}
		words, sheet := lib.PracticeWords[w.Language][id], c.Sheets[id]
		var names string
		for i, s := range p.Sources {
			if i > 0 {
				names += "; "
			}
			names += s.Name
		}
		a := Action{Practice: id, Title: words.Title, Players: sheet.Who,
			Background: w.T("actionplan.fill.background", "title", words.Title, "place", report.Place(w, p), "summary", words.Summary, "source", w.T("source.line", "sources", names, "date", w.DateOf(p.Checked)))}
		if words.Evidence != "" {
			a.Background += "\n" + words.Evidence
		}
		if sheet.Fit != "" {
			a.What = sheet.Fit
		}
		if sheet.Obstacles != "" {
			a.What += "\n" + w.T("actionplan.fill.obstacles", "text", sheet.Obstacles)
		}
		if words.Resources != "" {
			a.Costs = w.T("actionplan.fill.costs", "text", words.Resources)
		}
		out = append(out, a)
	}
	return out, nil
}

// Document is the plan as its readers get it, with lines to sign. What is still empty is a line to
// write on. Needs are those of the region in words; they may be none.
func Document(w *texts.Words, p *Plan, needs []string, sample bool, day time.Time) *document.Document {
	t := func(key string, pairs ...any) string { return w.T("actionplan."+key, pairs...) }
	title := t("title")
	if p.Region != "" {
		title = t("title.of", "region", p.Region)
	}
	d := &document.Document{Language: w.Language, Title: title, Lead: p.Project, About: t("about"), Day: day, Footer: t("foot", "date", w.Date(day)), PageOf: w.T("report.page")}
	if sample {
		d.Sample = w.T("sample.chip")
	}
	add := func(b ...document.Block) { d.Blocks = append(d.Blocks, b...) }
	text := func(name, text string) {
		if text == "" {
			add(document.Fields{{Name: name, Lines: 3}})
			return
		}
		add(document.Heading{Level: 3, Text: name}, document.Text{Text: text})
	}
	if p.Summary != "" {
		add(document.Heading{Level: 1, Text: t("summary")}, document.Text{Text: p.Summary})
	}
	add(document.Heading{Level: 1, Text: t("part1")}, document.Facts{{Name: t("project"), Text: p.Project}, {Name: t("partners"), Text: p.Partners}, {Name: t("country"), Text: p.Country},
		{Name: t("region"), Text: p.Region}, {Name: t("contact"), Text: p.Contact}, {Name: t("email"), Text: p.Email}, {Name: t("phone"), Text: p.Phone}})
	add(document.Heading{Level: 1, Text: t("part2")})
	programme := "–"
	if p.Programme != "" {
		programme = t("programme." + string(p.Programme))
	}
	add(document.Facts{{Name: t("programme"), Text: programme}, {Name: t("instrument"), Text: p.Instrument}})
	text(t("helps"), p.Helps)
	if len(needs) > 0 {
		add(document.Heading{Level: 3, Text: t("needs")}, document.List{Items: needs})
	}
	add(document.Heading{Level: 1, Text: t("part3")})
	if len(p.Actions) == 0 {
		add(document.Text{Text: t("noactions")})
	}
	for i := range p.Actions {
		a := &p.Actions[i]
		add(document.Heading{Level: 2, Text: t("action.title", "n", strconv.Itoa(i+1), "title", a.Title), NewPage: i > 0})
		for _, f := range [][2]string{{"background", a.Background}, {"what", a.What}, {"players", a.Players}, {"timeframe", a.Timeframe}, {"costs", a.Costs}, {"funding", a.Funding}} {
			text(t(f[0]), f[1])
		}
	}
	add(document.Heading{Level: 1, Text: t("part4")}, document.Text{Text: t("aim")})
	share := func(s Share) string {
		if n, ok := s.Read(); ok {
			return w.T("format.percent", "n", n)
		}
		return t("unknown")
	}
	add(document.Facts{{Name: t("start"), Text: share(p.Start)}, {Name: t("target"), Text: share(p.Target)}, {Name: t("until"), Text: p.Until}})
	text(t("monitoring"), p.Monitoring)
	when := "____________________"
	if p.Day != "" {
		when = w.DateOf(p.Day)
	}
	add(document.Heading{Level: 2, Text: t("signed")}, document.Text{Text: t("signed.date", "date", when)}, document.Signatures{t("sign.name"), t("sign.stamp")})
	return d
}
