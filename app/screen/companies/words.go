package companies

import (
	"strconv"
	"strings"

	"nivel/assessments"
	"nivel/assessments/cohort"
	"nivel/assessments/content"
	"nivel/assessments/figure"
	"nivel/assessments/scoring"
	"nivel/assessments/texts"
)

// sayer says what the list shows of a firm.
type sayer struct {
	w   *texts.Words
	lib *content.Library
}

// division is the name of a trade; a dash where it is not known.
func (s sayer) division(id string) string {
	switch {
	case id == "":
		return "–"
	case s.w.Has("nace." + id):
		return s.w.T("nace." + id)
	}
	return id
}

func (s sayer) trade(f *cohort.Firm) string { return s.division(f.Division()) }

// tradeSort is the trade as it is sorted: what is not known comes last.
func (s sayer) tradeSort(f *cohort.Firm) string {
	if f.Division() == "" {
		return ""
	}
	return s.trade(f)
}

// weakest is the short name and the icon of the weakest area.
func (s sayer) weakest(f *cohort.Firm) (name, icon string) {
	if f.Weakest == "" || f.Last == nil {
		return "–", ""
	}
	p := s.lib.Version(f.Last.ModelID, f.Last.ModelVersion)
	if p == nil {
		return "–", ""
	}
	for _, d := range p.Model.Dimensions {
		if d.ID == f.Weakest {
			icon = d.Icon
		}
	}
	words := p.Words[s.w.Language].Dimensions[f.Weakest]
	if name = words.Short; name == "" {
		name = words.Name
	}
	return name, icon
}

func (s sayer) weakestName(f *cohort.Firm) string { name, _ := s.weakest(f); return name }

func (s sayer) people(f *cohort.Firm) string {
	if f.Company.People == 0 {
		return "–"
	}
	return s.w.Int(f.Company.People)
}

func (s sayer) date(f *cohort.Firm) string {
	if f.AnsweredOn == "" {
		return "–"
	}
	return s.w.ShortDate(f.AnsweredOn)
}

func (s sayer) level(f *cohort.Firm) string {
	if !f.Overall.Shown() {
		return "–"
	}
	return s.w.Score(f.Overall.Value)
}

// state is where a firm stands in a word, with its icon and colour.
func (s sayer) state(f *cohort.Firm) (text, icon string, token figure.Token) {
	if f.Gone {
		return s.w.T("firms.gone"), "alert", figure.Warn
	}
	text = s.w.T("firms.state." + string(f.State))
	switch f.State {
	case cohort.Answering:
		return s.w.T("firms.state.sofar", "done", f.Said, "total", f.Asked), "half", figure.Ink
	case cohort.ToValidate:
		return text, "search", figure.Ink
	case cohort.Done:
		return text, "check-circle", figure.Blue
	case cohort.Running:
		return text, "plan", figure.Blue
	case cohort.DueAgain:
		return text, "clock", figure.Warn
	}
	return text, "circle", figure.Ink2
}

// name is what a firm is called.
func (s sayer) name(f *cohort.Firm) string {
	if f.Company.Name == "" {
		return s.w.T("firms.noname")
	}
	return f.Company.Name
}

// counts says how many firms there are, and how many in each state.
func (s sayer) counts(firms []*cohort.Firm) string {
	n := cohort.Count(firms)
	var parts []string
	for _, state := range cohort.States {
		if k := n.ByState[state]; k > 0 {
			parts = append(parts, s.w.N("firms.count."+string(state), k))
		}
	}
	all := s.w.N("firms.all", n.All)
	switch len(parts) {
	case 0:
		return all
	case 1:
		return all + ": " + parts[0]
	}
	last := len(parts) - 1
	return all + ": " + s.w.T("firms.and", "a", strings.Join(parts[:last], ", "), "b", parts[last])
}

// line is a whole firm in words, for those who cannot see the list.
func (s sayer) line(f *cohort.Firm, picked bool) string {
	state, _, _ := s.state(f)
	parts := []string{s.name(f), s.trade(f), s.level(f), state}
	if f.Company.Sample {
		parts = append(parts, s.w.T("sample.chip"))
	}
	if picked {
		parts = append(parts, s.w.T("firms.picked.one"))
	}
	return strings.Join(parts, ", ")
}

// size is the name of a size class.
func (s sayer) size(c assessments.SizeClass) string {
	if c == assessments.Unsized {
		return s.w.T("firms.size.unknown")
	}
	return s.w.T("firms.size." + string(c))
}

func (s sayer) year(y int) string {
	if y == 0 {
		return s.w.T("firms.year.none")
	}
	return strconv.Itoa(y)
}

// vial shows a firm's level: the bubble where it may be shown, the whisker while answers are missing.
func vial(f *cohort.Figure) figure.VialOptions {
	o := figure.Plain(0, 0)
	if f.Open() {
		o.Low, o.High = scoring.Float(f.Low), scoring.Float(f.High)
	}
	if f.Shown() {
		o.Value = scoring.Float(f.Value)
	}
	return o
}
