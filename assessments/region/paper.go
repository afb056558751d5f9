package region

import (
	"math/big"
	"strconv"
	"time"

	"nivel/assessments"
	"nivel/assessments/content"
	"nivel/assessments/document"
	"nivel/assessments/scoring"
	"nivel/assessments/texts"
)

// Say puts a roll-up into words, for screen and paper alike.
type Say struct {
	Words   *texts.Words
	Library *content.Library
	Rollup  *Rollup
}

func (s *Say) t(key string, pairs ...any) string { return s.Words.T("region."+key, pairs...) }

// model are the words of the questionnaire that was answered.
func (s *Say) model() (*content.Pack, assessments.ModelWords) {
	pack := s.Library.Version(s.Rollup.Model, s.Rollup.Version)
	if pack == nil {
		return nil, assessments.ModelWords{}
	}
	return pack, pack.Words[s.Words.Language]
}

// Group is the name of a group.
func (s *Say) Group(by Grouping, group string) string {
	w := s.Words
	switch {
	case group == "":
		return s.t("all")
	case by == BySector && s.Library.SectorWords[w.Language][group].Name != "":
		return s.Library.SectorWords[w.Language][group].Name
	case by == BySize:
		return w.T("contribution.size." + group)
	case by == ByRound:
		return s.t("round." + group)
	case by == ByPlace:
		for _, r := range s.Library.Regions {
			if p := s.Library.Place(r.ID, group); p != nil && (s.Rollup.Region == "" || s.Rollup.Region == r.ID) {
				return p.Name
			}
		}
	}
	return group
}

// Dimension is the short name of a dimension; overall for none.
func (s *Say) Dimension(id string) string {
	_, words := s.model()
	if name := words.Dimensions[id].Short; name != "" {
		return name
	}
	return s.t("overall")
}

// Question is the sentence of a question.
func (s *Say) Question(id string) string {
	_, words := s.model()
	return words.Questions[id].Text
}

// Levels names the levels of a share.
func (s *Say) Levels(x Share) string {
	_, words := s.model()
	name := func(level int) string {
		if level < len(words.Levels) {
			return strconv.Itoa(level) + " · " + words.Levels[level].Name
		}
		return strconv.Itoa(level)
	}
	if x.From == x.To {
		return name(x.From)
	}
	return s.t("levels", "from", name(x.From), "to", name(x.To))
}

// Held says why a row is not shown.
func (s *Say) Held(h Held) string {
	if h == Few {
		return s.t("few", "n", Fewest)
	}
	return s.t("behind")
}

// Beside is the share of firms at or above basic digital intensity, and the official figures of the
// country and the EU for firms of ten and more. Empty where there is none to show.
func (s *Say) Beside() []string {
	x := s.Rollup.Index
	if x == nil || x.Firms == 0 {
		return nil
	}
	w := s.Words
	out := []string{w.T("region.index.own", "percent", w.Percent(x.Basic, x.Firms), "basic", x.Basic, "firms", x.Firms)}
	pack, _ := s.model()
	if pack == nil || pack.Model.Index == nil {
		return out
	}
	for _, country := range []string{"ES", "EU"} {
		for _, b := range s.Library.Bands {
			if b.Country == country && b.Size == "10+" && b.Version == pack.Model.Index.Version && b.Year == pack.Model.Index.Year {
				out = append(out, w.T("region.index.official", "country", w.T("country.short."+country), "percent", w.T("format.percent", "n", w.Fixed(b.AtLeastBasic)), "year", b.Year))
			}
		}
	}
	return out
}

// Needs are the most missed questions in a sentence each, at most so many.
func (s *Say) Needs(most int) []string {
	var out []string
	for _, m := range s.Rollup.Missed[:min(len(s.Rollup.Missed), most)] {
		out = append(out, s.t("need", "question", s.Question(m.Question), "n", m.Firms, "total", s.Rollup.Firms))
	}
	return out
}

// cell is a mean as a cell of a heat map.
func (s *Say) cell(mean *big.Rat) document.HeatCell {
	if mean == nil {
		return document.HeatCell{Text: "–", Level: -1}
	}
	return document.HeatCell{Text: s.Words.Score(mean), Level: scoring.Round(mean)}
}

// row is a group as a line of a heat map.
func (s *Say) row(by Grouping, x Row) document.HeatRow {
	out := document.HeatRow{Name: s.Group(by, x.Group)}
	if x.Held != Shown {
		for range s.Rollup.All.Values {
			out.Cells = append(out.Cells, document.HeatCell{Text: s.Held(x.Held), Level: -1})
		}
		return out
	}
	out.Note = strconv.Itoa(x.Firms)
	for _, v := range x.Values {
		out.Cells = append(out.Cells, s.cell(v.Mean))
	}
	return out
}

// Paper is the regional report: every figure of a roll-up, and nothing else. The view's Release must
// have been called before it leaves.
func Paper(s *Say, day time.Time) (*document.Document, error) {
	w, r := s.Words, s.Rollup
	if r.Firms < Fewest {
		return nil, assessments.NewFault("rollup-few", "least", Fewest)
	}
	d := &document.Document{Language: w.Language, Title: w.T("region.paper.title"), Lead: w.N("region.lead", r.Firms, "date", w.Date(r.Day), "least", Fewest), About: s.t("about"), Day: day,
		Footer: w.T("region.paper.foot", "version", r.Version), PageOf: w.T("report.page")}
	if r.Sample {
		d.Sample = w.T("sample.chip")
	}
	add := func(b ...document.Block) { d.Blocks = append(d.Blocks, b...) }
	var heads []string
	for _, v := range r.All.Values {
		heads = append(heads, s.Dimension(v.Dimension))
	}
	add(document.Heading{Level: 1, Text: s.t("means")})
	if len(r.Tables) == 0 {
		add(document.Heat{Corner: s.t("firms"), Heads: heads, Rows: []document.HeatRow{s.row("", r.All)}})
	}
	for _, t := range r.Tables {
		h := document.Heat{Caption: s.t("by." + string(t.By)), Corner: s.t("firms"), Heads: heads, Total: true}
		held := false
		for _, x := range t.Rows {
			h.Rows = append(h.Rows, s.row(t.By, x))
			held = held || x.Held != Shown
		}
		h.Rows = append(h.Rows, s.row(t.By, r.All))
		if held {
			h.Note = s.t("held.text", "least", Fewest)
		}
		add(h)
	}
	s.quartiles(add)
	missed := document.Bars{Caption: s.t("missed.text", "total", r.Firms)}
	for _, m := range r.Missed {
		missed.Items = append(missed.Items, document.Bar{Name: s.Question(m.Question), Text: strconv.Itoa(m.Firms), Part: float64(m.Firms) / float64(r.Firms)})
	}
	if len(missed.Items) > 0 {
		add(document.Heading{Level: 1, Text: s.t("missed")}, missed)
	}
	for _, in := range r.BySector {
		t := document.Bars{Caption: s.t("missed.in", "group", s.Group(BySector, in.Group), "total", in.Firms)}
		for _, m := range in.Missed {
			t.Items = append(t.Items, document.Bar{Name: s.Question(m.Question), Text: strconv.Itoa(m.Firms), Part: float64(m.Firms) / float64(in.Firms)})
		}
		if len(t.Items) > 0 {
			add(t)
		}
	}
	if len(r.Levels) > 0 {
		b := document.Bars{Caption: s.t("overall")}
		for _, x := range r.Levels {
			b.Items = append(b.Items, document.Bar{Name: s.Levels(x), Text: strconv.Itoa(x.Firms), Part: float64(x.Firms) / float64(r.Firms)})
		}
		add(document.Heading{Level: 1, Text: s.t("spread")}, b)
	}
	for _, a := range r.Areas {
		b := document.Bars{Caption: s.Dimension(a.Dimension)}
		for _, x := range a.Levels {
			b.Items = append(b.Items, document.Bar{Name: s.Levels(x), Text: strconv.Itoa(x.Firms), Part: float64(x.Firms) / float64(r.Firms)})
		}
		add(b)
	}
	if c := r.Change; c != nil {
		t := document.Table{Caption: w.N("region.change.text", c.Firms), Heads: []string{s.t("area"), s.t("first"), s.t("last")}, Right: []bool{false, true, true}, Shares: []float64{60, 20, 20}}
		for _, m := range c.Values {
			t.Rows = append(t.Rows, []string{s.Dimension(m.Dimension), w.Score(m.First), w.Score(m.Last)})
		}
		add(document.Heading{Level: 1, Text: s.t("change")}, t)
	}
	if beside := s.Beside(); len(beside) > 0 {
		add(document.Heading{Level: 1, Text: s.t("index")}, document.List{Items: beside}, document.Text{Text: w.T("region.index.source"), Small: true})
	}
	add(document.Heading{Level: 1, Text: s.t("method")}, document.Text{Text: s.t("method.text", "least", Fewest)})
	return d, nil
}

// quartiles are median and quartiles of all, where there are enough firms.
func (s *Say) quartiles(add func(...document.Block)) {
	w := s.Words
	t := document.Table{Caption: s.t("quartiles"), Heads: []string{s.t("area"), s.t("mean"), s.t("low"), s.t("median"), s.t("high")}, Right: []bool{false, true, true, true, true}, Shares: []float64{40, 15, 15, 15, 15}}
	some := false
	for _, v := range s.Rollup.All.Values {
		some = some || v.Middle != nil
		t.Rows = append(t.Rows, []string{s.Dimension(v.Dimension), w.Score(v.Mean), w.Score(v.Low), w.Score(v.Middle), w.Score(v.High)})
	}
	if some {
		add(t)
	}
}
