package series

import (
	"fmt"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"nivel/assessments"
	"nivel/assessments/advice"
	"nivel/assessments/cohort"
	"nivel/assessments/document"
	"nivel/assessments/texts"
)

// together shows how all stand, in a room: means of all and what most lack, as far as cohort.May lets
// anything be said.
func (p *Papers) together(d *document.Document) {
	d.Blocks = append(d.Blocks, heading(1, p.t("together")))
	all := Subjects(p.Firms)
	if p.Series.Sample { // samples never count beside others; among themselves they show how it looks
		for i := range all {
			all[i].Company.Sample = false
		}
	}
	if len(all) < cohort.FewestTogether {
		d.Blocks = append(d.Blocks, document.Text{Text: p.t("together.few", "n", cohort.FewestTogether)})
		return
	}
	may, c := cohort.May(all, cohort.Room), cohort.Compare(all)
	bars := document.Bars{Caption: p.t("together.bars")}
	for _, m := range may.Means(c) {
		if m.Value == nil {
			continue
		}
		name := p.t("together.all")
		if m.Dimension != "" {
			name = p.dimension(m.Dimension)
		}
		part, _ := new(big.Rat).Quo(m.Value, big.NewRat(assessments.Top, 1)).Float64()
		bars.Items = append(bars.Items, document.Bar{Name: name, Text: p.Words.Score(m.Value) + " " + p.Words.N("series.doc.of", m.Of), Part: part})
	}
	if len(bars.Items) == 0 {
		d.Blocks = append(d.Blocks, document.Text{Text: p.t("together.none")})
		for _, why := range may.Why {
			d.Blocks = append(d.Blocks, document.Text{Text: p.Words.Fault(why)})
		}
		return
	}
	d.Blocks = append(d.Blocks, bars)
	var missed []string
	for _, m := range may.Missed(c) {
		if m.Mean != nil && len(missed) < mostMissed {
			missed = append(missed, p.question(c, m.Question))
		}
	}
	if len(missed) > 0 {
		d.Blocks = append(d.Blocks, heading(2, p.t("together.missed")), document.List{Items: missed})
	}
}

// mostMissed is how many questions a paper lists, and mostDifferences how many open a talk.
const (
	mostMissed      = 5
	mostDifferences = 6
)

func (p *Papers) question(c *cohort.Comparison, id string) string {
	a := &c.Subjects[c.Yardstick].Assessment
	if pack := p.Library.Version(a.ModelID, a.ModelVersion); pack != nil {
		return pack.Words[p.Words.Language].Questions[id].Text
	}
	return id
}

// Opening is what opens the talk of one firm: where its two people answer differently. It is for that
// firm alone.
func (p *Papers) Opening(company string) *document.Document {
	d := p.paper(p.t("opening"), p.t("opening.lead", "firm", p.name(company)))
	s := p.standing(company)
	switch {
	case s == nil || s.Pack == nil || !s.Said[0] && !s.Said[1]:
		d.Blocks = append(d.Blocks, document.Notice{Title: p.t("opening.nobody"), Text: p.t("opening.nobody.text")})
		return d
	case !s.Whole():
		d.Blocks = append(d.Blocks, document.Notice{Title: p.t("opening.one"), Text: p.t("opening.one.text")})
		return d
	case len(s.Differences) == 0:
		d.Blocks = append(d.Blocks, document.Notice{Title: p.t("opening.same"), Text: p.t("opening.same.text")})
		return d
	}
	d.Blocks = append(d.Blocks, document.Text{Text: p.Words.N("series.doc.opening.n", len(s.Differences))})
	table := document.Table{Heads: []string{p.t("opening.question"), p.t("opening.first"), p.t("opening.second")}, Shares: []float64{44, 28, 28}}
	words := s.Pack.Words[p.Words.Language]
	for i, x := range s.Differences {
		if i == mostDifferences {
			break
		}
		said := [People]string{}
		for _, r := range x.Said {
			for k, who := range own {
				if r.Respondent == who {
					said[k] = p.Words.Answer(s.Round.Model.Question(x.Question), words.Questions[x.Question], r.Answer.Value)
				}
			}
		}
		table.Rows = append(table.Rows, []string{words.Questions[x.Question].Text, said[0], said[1]})
	}
	d.Blocks = append(d.Blocks, table)
	if n := len(s.Differences); n > mostDifferences {
		d.Blocks = append(d.Blocks, document.Text{Text: p.Words.N("series.doc.opening.more", n-mostDifferences), Small: true})
	}
	d.Blocks = append(d.Blocks, heading(2, p.t("opening.ask")), document.List{Items: []string{p.t("opening.ask.1"), p.t("opening.ask.2"), p.t("opening.ask.3")}})
	return d
}

// Sheet is the one page that a firm takes home: what it does, why, who, when, at what cost. Its own.
func (p *Papers) Sheet(company string) *document.Document {
	f := p.Series.Of(company)
	d := p.paper(p.t("sheet"), p.name(company))
	decided := f.Decided()
	if len(decided) == 0 {
		d.Blocks = append(d.Blocks, document.Notice{Title: p.t("sheet.none"), Text: p.t("sheet.none.text")})
	}
	for i, x := range decided {
		if len(decided) > 1 {
			d.Blocks = append(d.Blocks, heading(1, fmt.Sprintf("%d. %s", i+1, p.idea(x))))
		} else {
			d.Blocks = append(d.Blocks, heading(1, p.idea(x)))
		}
		d.Blocks = append(d.Blocks, p.facts(f, x))
	}
	if on := p.Series.FollowOn(); f.Again && on != "" {
		d.Blocks = append(d.Blocks, document.Text{Text: p.t("sheet.again", "date", p.Words.DateOf(on))})
	}
	d.Blocks = append(d.Blocks, document.Signatures{p.t("sheet.signed.firm"), p.t("sheet.signed.host")})
	return d
}

// facts are what is known of a decided idea: what the firm wrote, and where the library knows more,
// that.
func (p *Papers) facts(f *Firm, x *Idea) document.Facts {
	words, action := p.action(x.Action), p.Library.Action(x.Action)
	by := ""
	if x.By != "" {
		by = p.Words.DateOf(x.By)
	}
	first, cost, why := x.First, p.cost(x), words.Why
	if first == "" {
		first = words.First
	}
	if n := f.Minutes(); n > 0 {
		why = strings.TrimSpace(why + " " + p.Words.N("series.doc.sheet.minutes", n, "hours", p.Words.Short(big.NewRat(int64(n), 60))))
	}
	s := p.standing(f.Company)
	out := document.Facts{{Name: p.t("sheet.why"), Text: why}, {Name: p.t("sheet.first"), Text: first}, {Name: p.t("sheet.who"), Text: x.Owner}, {Name: p.t("sheet.when"), Text: by},
		{Name: p.t("sheet.hurdle"), Text: x.Hurdle}}
	money := p.t("sheet.money.none")
	if action != nil && s != nil {
		if cost == "" {
			if r, ok := advice.Cost(action, s.Company.Size()); ok {
				cost = p.t("sheet.cost.guess", "cost", p.Words.EuroRange(r.Low, r.High))
			}
		}
		if _, r, ok := advice.Benefit(action, &s.Company); ok && r != nil {
			money = p.t("sheet.money", "money", p.Words.EuroRange(r.Low, r.High))
		}
	}
	return append(out, document.Fact{Name: p.t("sheet.cost"), Text: cost}, document.Fact{Name: p.t("sheet.save"), Text: money}, document.Fact{Name: p.t("sheet.know"), Text: words.Success})
}

// Summary is what came of the series. The host's own names the firms; the other, which may leave,
// names nobody: not the firms, not people, and nothing that a firm wrote in its own words.
func (p *Papers) Summary(named bool) *document.Document {
	s, w := p.Series, p.Words
	d := p.paper(p.t("summary"), p.t("summary.lead", "from", w.DateOf(s.Meetings[0].Day), "until", w.DateOf(s.Meetings[Meetings-1].Day)))
	if named {
		d.Blocks = append(d.Blocks, document.Notice{Title: p.t("summary.own"), Text: p.t("summary.own.text")})
	}
	minutes, ideas, chosen, decided, presented := 0, 0, 0, 0, 0
	for i := range s.Firms {
		f := &s.Firms[i]
		minutes, ideas, chosen, decided = minutes+f.Minutes(), ideas+len(f.Ideas), chosen+len(f.Chosen()), decided+len(f.Decided())
		if f.Presented {
			presented++
		}
	}
	facts := document.Facts{{Name: p.t("summary.firms"), Text: w.Int(len(s.Firms))}}
	for m := range Meetings {
		facts = append(facts, document.Fact{Name: p.t("m" + strconv.Itoa(m+1) + ".title"), Text: w.N("series.doc.people", s.Present(m+1), "all", len(s.Firms)*People)})
	}
	of := func(n int) string { return p.t("summary.of", "n", n, "all", len(s.Firms)) }
	facts = append(facts, document.Fact{Name: p.t("walk"), Text: of(s.Done(1))}, document.Fact{Name: p.t("price"), Text: of(s.Done(2))},
		document.Fact{Name: p.t("summary.ideas"), Text: p.t("summary.ideas.text", "all", ideas, "chosen", chosen, "decided", decided)},
		document.Fact{Name: p.t("summary.presented"), Text: of(presented)})
	if minutes > 0 && (named || p.measured() >= cohort.FewestTogether) {
		facts = append(facts, document.Fact{Name: p.t("summary.minutes"), Text: w.T("series.hours", "hours", w.Short(big.NewRat(int64(minutes), 60)))})
	}
	d.Blocks = append(d.Blocks, facts)
	if named {
		p.byFirm(d)
	} else {
		p.byStep(d)
		d.Blocks = append(d.Blocks, document.Text{Text: p.t("own"), Small: true})
	}
	return d
}

// measured is how many firms have measured their time thieves: the hours of fewer would be theirs.
func (p *Papers) measured() int {
	n := 0
	for i := range p.Series.Firms {
		if p.Series.Firms[i].Minutes() > 0 {
			n++
		}
	}
	return n
}

// byFirm is what each firm did, with names.
func (p *Papers) byFirm(d *document.Document) {
	d.Blocks = append(d.Blocks, heading(1, p.t("summary.byfirm")))
	table := document.Table{Heads: []string{p.t("number"), p.t("firm"), p.t("summary.came"), p.t("summary.homework"), p.t("summary.decided"), p.t("price.owner")}, Shares: []float64{6, 24, 14, 11, 27, 18}, Right: []bool{true}}
	for i := range p.Series.Firms {
		f := &p.Series.Firms[i]
		came, did := 0, 0
		for k := range f.People {
			came += len(f.People[k].At)
		}
		for h := range Homework {
			if f.Did(h + 1) {
				did++
			}
		}
		var what, who []string
		for _, x := range f.Decided() {
			what = append(what, p.idea(x))
			if x.Owner != "" {
				who = append(who, x.Owner)
			}
		}
		table.Rows = append(table.Rows, []string{strconv.Itoa(i + 1), p.name(f.Company), p.t("summary.of", "n", came, "all", People*Meetings), p.t("summary.of", "n", did, "all", Homework), strings.Join(what, "; "), strings.Join(who, "; ")})
	}
	d.Blocks = append(d.Blocks, table)
	for i, m := range p.Series.Meetings {
		if m.Note == "" && m.Decisions == "" {
			continue
		}
		d.Blocks = append(d.Blocks, heading(1, p.t("m"+strconv.Itoa(i+1)+".title")))
		if m.Note != "" {
			d.Blocks = append(d.Blocks, document.Text{Text: m.Note})
		}
		if lines := Lines(m.Decisions); len(lines) > 0 {
			d.Blocks = append(d.Blocks, heading(2, p.t("decisions")), document.List{Items: lines})
		}
	}
}

// Lines are the lines of a text that hold something.
func Lines(text string) []string {
	var out []string
	for _, l := range strings.Split(text, "\n") {
		if l = strings.TrimSpace(l); l != "" {
			out = append(out, l)
		}
	}
	return out
}

// byStep is which steps of the library were decided on, without saying by whom: the title of the
// library, never a firm's own words.
func (p *Papers) byStep(d *document.Document) {
	var titles []string
	others := false
	for i := range p.Series.Firms {
		for _, x := range p.Series.Firms[i].Decided() {
			others = others || x.Action == ""
			if x.Action != "" {
				titles = append(titles, p.action(x.Action).Title)
			}
		}
	}
	slices.Sort(titles)
	titles = slices.Compact(titles)
	d.Blocks = append(d.Blocks, heading(1, p.t("summary.steps")))
	if len(titles) == 0 && !others {
		d.Blocks = append(d.Blocks, document.Text{Text: p.t("summary.steps.none")})
		return
	}
	if others {
		titles = append(titles, p.t("summary.others"))
	}
	d.Blocks = append(d.Blocks, document.List{Items: titles}, document.Text{Text: p.t("summary.nobody"), Small: true})
}

// FollowUp is a sheet to go through with each firm when it is asked again: what it decided, what
// became of it as far as its plan says, and room to write.
func (p *Papers) FollowUp() *document.Document {
	on := p.Series.FollowOn()
	d := p.paper(p.t("follow"), p.t("follow.lead", "date", p.Words.DateOf(on)))
	if on == "" {
		d.Lead = p.t("follow.nodate")
	}
	table := document.Table{Heads: []string{p.t("firm"), p.t("summary.decided"), p.t("follow.status"), p.t("follow.now")}, Shares: []float64{24, 30, 18, 28}, Height: 12}
	for i := range p.Series.Firms {
		f := &p.Series.Firms[i]
		for _, x := range f.Decided() {
			table.Rows = append(table.Rows, []string{p.name(f.Company), p.idea(x), Became(p.Words, p.standing(f.Company), x), ""})
		}
	}
	if len(table.Rows) == 0 {
		d.Blocks = append(d.Blocks, document.Text{Text: p.t("summary.steps.none")})
		return d
	}
	d.Blocks = append(d.Blocks, table, heading(2, p.t("follow.ask")), document.List{Items: []string{p.t("follow.ask.1"), p.t("follow.ask.2"), p.t("follow.ask.3")}})
	return d
}

// Became is what became of a decided idea, as the firm's plan says it.
func Became(w *texts.Words, s *Standing, x *Idea) string {
	if x.Action == "" {
		return w.T("series.became.own")
	}
	if s != nil {
		if item := s.Item(x.Item, x.Action); item != nil {
			return w.T("plan.status." + string(item.Status))
		}
	}
	return w.T("series.became.none")
}
