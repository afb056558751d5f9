package committee

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"nivel/assessments"
	"nivel/assessments/content"
	"nivel/assessments/document"
	"nivel/assessments/report"
	"nivel/assessments/texts"
)

// Input is what papers about a committee are written from.
type Input struct {
	Words     *texts.Words
	Library   *content.Library
	Committee *Committee
	Practices []string // on the long list, in their order
	Needs     []string // what the region misses most, in words; empty where no roll-up can be shown
	Sample    bool
	Day       time.Time
	Saving    bool // the paper leaves, rather than is tried
}

func (in *Input) document(title, lead string) *document.Document {
	w := in.Words
	d := &document.Document{Language: w.Language, Title: title, Lead: lead, About: in.Committee.Name, Day: in.Day,
		Footer: w.T("committee.foot", "date", w.Date(in.Day)), PageOf: w.T("report.page")}
	if in.Sample {
		d.Sample = w.T("sample.chip")
	}
	return d
}

// title is a practice's name.
func (in *Input) title(practice string) string {
	return in.Library.PracticeWords[in.Words.Language][practice].Title
}

// Ballots are papers to rate by hand, one for each expert; one without a name where there is none yet.
func Ballots(in Input) *document.Document {
	w := in.Words
	d := in.document(w.T("committee.ballot"), w.T("committee.ballot.lead", "least", LeastMark, "most", MostMark))
	names := []string{""}
	if len(in.Committee.Experts) > 0 {
		names = nil
		for _, e := range in.Committee.Experts {
			names = append(names, e.Name)
		}
	}
	for i, name := range names {
		d.Blocks = append(d.Blocks, document.Heading{Level: 2, Text: w.T("committee.ballot.of", "name", name), NewPage: i > 0})
		var facts document.List
		for _, k := range Criteria {
			facts.Items = append(facts.Items, "**"+w.T("committee."+string(k))+"**: "+w.T("committee."+string(k)+".text"))
		}
		t := document.Table{Heads: []string{w.T("committee.practice")}, Shares: []float64{48}, Height: 8.5}
		for _, k := range Criteria {
			t.Heads, t.Shares = append(t.Heads, w.T("committee."+string(k)+".short")), append(t.Shares, 10.4)
		}
		for _, p := range in.Practices {
			t.Rows = append(t.Rows, append([]string{in.title(p)}, make([]string, len(Criteria))...))
		}
		d.Blocks = append(d.Blocks, facts, t)
	}
	return d
}

// Result is the ranking with its votes, the weights with their consistency, and how sure it is.
func Result(in Input) (*document.Document, error) {
	w := in.Words
	r, err := in.Committee.Rank(in.Practices)
	if err != nil {
		return nil, err
	}
	d := in.document(w.T("committee.result"), w.N("committee.result.lead", r.Voices, "practices", len(r.Rows)))
	if len(in.Needs) > 0 {
		d.Blocks = append(d.Blocks, document.Heading{Level: 2, Text: w.T("committee.needs")}, document.List{Items: in.Needs})
	}
	d.Blocks = append(d.Blocks, document.Heading{Level: 2, Text: w.T("committee.ranking")})
	if len(r.Rows) == 0 {
		d.Blocks = append(d.Blocks, document.Text{Text: w.T("committee.ranking.none")})
	} else {
		t := document.Table{Heads: []string{w.T("committee.place"), w.T("committee.practice"), w.T("committee.score")}, Shares: []float64{6, 44, 10}, Right: []bool{true, false, true}}
		for _, k := range Criteria {
			t.Heads, t.Shares, t.Right = append(t.Heads, w.T("committee."+string(k)+".short")), append(t.Shares, 9), append(t.Right, true)
		}
		for _, row := range r.Rows {
			line := []string{strconv.Itoa(row.Place), in.title(row.Practice), w.Fixed(tenth(row.Score))}
			for _, k := range Criteria {
				line = append(line, w.Fixed(tenth(row.Means[k])))
			}
			t.Rows = append(t.Rows, line)
		}
		d.Blocks = append(d.Blocks, t)
	}
	for _, said := range in.Notes(r) {
		d.Blocks = append(d.Blocks, document.Text{Text: said})
	}
	bars := document.Bars{Caption: w.T("committee.weights")}
	for _, k := range Criteria {
		bars.Items = append(bars.Items, document.Bar{Name: w.T("committee." + string(k)), Text: w.T("format.percent", "n", int(math.Round(100*r.Weights[k]))), Part: r.Weights[k]})
	}
	d.Blocks = append(d.Blocks, bars)
	if swings := in.Swings(r); len(swings) > 0 {
		d.Blocks = append(d.Blocks, document.Heading{Level: 2, Text: w.T("committee.sure")}, document.List{Items: swings})
	}
	d.Blocks = append(d.Blocks, document.Text{Text: w.T("committee.method"), Small: true})
	return d, nil
}

func tenth(x float64) float64 { return math.Round(10*x) / 10 }

// Notes are what must be said beside a ranking: who is not counted, what is not ranked, whose
// comparisons contradict themselves.
func (in *Input) Notes(r *Ranking) []string {
	w := in.Words
	var out []string
	var silent []string
	for _, id := range r.Silent {
		if e := in.Committee.Expert(id); e != nil {
			silent = append(silent, e.Name)
		}
	}
	if len(silent) > 0 {
		out = append(out, w.T("committee.silent", "names", strings.Join(silent, ", ")))
	}
	if n := len(r.Unrated); n > 0 {
		out = append(out, w.N("committee.unrated", n))
	}
	for i := range in.Committee.Experts {
		e := &in.Committee.Experts[i]
		if e.ByPairs && !slices.Contains(r.Silent, e.ID) {
			if ratio, worst := e.Consistency(); worst != nil {
				out = append(out, w.T("committee.contradicts", "name", e.Name, "ratio", w.Hundredths(int(math.Round(100*ratio)))))
			}
		}
	}
	return out
}

// Swings are the sensitivity in a sentence for each criterion.
func (in *Input) Swings(r *Ranking) []string {
	w := in.Words
	var out []string
	percent := func(x float64) string { return w.T("format.percent", "n", int(math.Round(100*x))) }
	for _, s := range r.Sensitivity() {
		name := w.T("committee." + string(s.Criterion))
		if s.Down == nil && s.Up == nil {
			out = append(out, w.T("committee.swing.never", "criterion", name, "now", percent(s.Weight)))
			continue
		}
		for _, turn := range []*Turn{s.Down, s.Up} {
			if turn != nil {
				out = append(out, w.T("committee.swing", "criterion", name, "now", percent(s.Weight), "then", percent(turn.Weight), "in", in.title(turn.In), "out", in.title(turn.Out)))
			}
		}
	}
	return out
}

// Shortlist are the practices that are examined in detail: those chosen, else the first of the ranking.
func (c *Committee) Shortlist(r *Ranking) []string {
	if len(c.Short) > 0 {
		return c.Short
	}
	var out []string
	for _, row := range r.Rows[:min(len(r.Rows), ShortList)] {
		out = append(out, row.Practice)
	}
	return out
}

// Sheets are one page for each practice on the short list.
func Sheets(in Input) (*document.Document, error) {
	w := in.Words
	r, err := in.Committee.Rank(in.Practices)
	if err != nil {
		return nil, err
	}
	d := in.document(w.T("committee.sheets"), w.T("committee.sheets.lead"))
	for i, id := range in.Committee.Shortlist(r) {
		p := in.Library.Practice(id)
		if p == nil {
			continue
		}
		words, sheet := in.Library.PracticeWords[w.Language][id], in.Committee.Sheets[id]
		d.Blocks = append(d.Blocks, document.Heading{Level: 1, Text: words.Title, NewPage: i > 0}, document.Text{Text: words.Summary},
			document.Facts{
				{Name: w.T("committee.country"), Text: report.Place(w, p)}, {Name: w.T("committee.whodid"), Text: w.T("who." + string(p.Who))},
				{Name: w.T("practice.how"), Text: words.How}, {Name: w.T("committee.resources"), Text: words.Resources}, {Name: w.T("practice.known"), Text: words.Evidence},
				{Name: w.T("committee.fit"), Text: sheet.Fit}, {Name: w.T("committee.obstacles"), Text: sheet.Obstacles},
				{Name: w.T("committee.who"), Text: sheet.Who}, {Name: w.T("committee.notes"), Text: sheet.Notes},
			}, document.Text{Text: w.T("source.line", "sources", sources(p.Sources), "date", w.DateOf(p.Checked)), Small: true})
	}
	if len(d.Blocks) == 0 {
		return nil, assessments.NewFault("committee-noshort")
	}
	return d, nil
}

func sources(all []assessments.Source) string {
	var names []string
	for _, s := range all {
		name := s.Name
		if s.Address != "" {
			name += " (" + s.Address + ")"
		}
		names = append(names, name)
	}
	return strings.Join(names, "; ")
}

// MinutesOf are the minutes of the session, to sign.
func MinutesOf(in Input) (*document.Document, error) {
	w, m := in.Words, in.Committee.Minutes
	if m.Day == "" {
		return nil, assessments.NewFault("committee-noday")
	}
	r, err := in.Committee.Rank(in.Practices)
	if err != nil {
		return nil, err
	}
	d := in.document(w.T("committee.minutes"), w.DateOf(m.Day))
	d.Blocks = append(d.Blocks, document.Facts{{Name: w.T("committee.when"), Text: w.DateOf(m.Day)}, {Name: w.T("committee.where"), Text: m.Place}, {Name: w.T("committee.present"), Text: m.Present}})
	if len(r.Rows) > 0 {
		var items []string
		for _, row := range r.Rows[:min(len(r.Rows), 10)] {
			items = append(items, w.T("committee.minutes.row", "title", in.title(row.Practice), "score", w.Fixed(tenth(row.Score))))
		}
		d.Blocks = append(d.Blocks, document.Heading{Level: 2, Text: w.T("committee.ranking")}, document.List{Items: items, Numbered: true})
	}
	for _, part := range [][2]string{{"committee.discussion", m.Discussion}, {"committee.decisions", m.Decisions}} {
		if part[1] != "" {
			d.Blocks = append(d.Blocks, document.Heading{Level: 2, Text: w.T(part[0])}, document.Text{Text: part[1]})
		}
	}
	var names document.Signatures
	for _, e := range in.Committee.Experts {
		name := e.Name
		if e.Institution != "" {
			name += ", " + e.Institution
		}
		names = append(names, name)
	}
	if len(names) > 0 {
		d.Blocks = append(d.Blocks, document.Heading{Level: 2, Text: w.T("committee.signed")}, names)
	}
	return d, nil
}
