package shared

import (
	"math/big"
	"time"

	"nivel/assessments"
	"nivel/assessments/content"
	"nivel/assessments/document"
	"nivel/assessments/texts"
)

// CaseInput is what the case for a shared service is written from.
type CaseInput struct {
	Words   *texts.Words
	Library *content.Library
	Pool    *Pool
	Service *Service
	Sample  bool
	Day     time.Time
}

// Case is one page about a shared service: need, volume, provider, cost, first step. It names no firm.
// About fewer than Fewest firms it is refused as a *Fault.
func Case(in CaseInput) (*document.Document, error) {
	w, p := in.Words, in.Pool
	if len(p.Firms) < Fewest {
		return nil, assessments.NewFault("shared-few", "have", len(p.Firms), "least", Fewest)
	}
	need := in.Library.SharedWords[w.Language][p.Need.ID]
	d := &document.Document{Language: w.Language, Title: need.Title, Lead: w.T("shared.case.lead"), About: w.T("shared.case.about"), Day: in.Day,
		Footer: w.T("shared.case.foot", "date", w.Date(in.Day)), PageOf: w.T("report.page")}
	if in.Sample {
		d.Sample = w.T("sample.chip")
	}
	provider := w.T("shared.case.noprovider")
	if c, words := in.Library.Contact(in.Service.Provider, w.Language); c != nil {
		provider = words.Name + ". " + words.Text
	}
	first := in.Service.First
	if first == "" {
		first = need.First
	}
	each := p.Cost.PerFirm(len(p.Firms))
	d.Blocks = []document.Block{
		document.Heading{Level: 2, Text: w.T("shared.case.need")}, document.Text{Text: need.What}, document.Text{Text: need.Alone},
		document.Facts{
			{Name: w.T("shared.kind"), Text: w.T("shared.kind." + string(p.Need.Kind))},
			{Name: w.T("shared.case.firms"), Text: w.N("shared.case.firms.text", len(p.Firms))},
			{Name: w.T("shared.case.volume"), Text: w.T("shared.case.volume.text", "days", w.Short(p.Days), "each", w.Short(new(big.Rat).Quo(p.Days, big.NewRat(int64(len(p.Firms)), 1))))},
			{Name: w.T("shared.case.cost"), Text: w.T("shared.case.cost.text", "all", Euros(w, p.Cost), "each", Euros(w, each))},
			{Name: w.T("shared.case.provider"), Text: provider},
			{Name: w.T("shared.case.decides"), Text: in.Service.Decides},
		},
	}
	if n := in.Service.Count(p.Firms, Interested); n >= Fewest {
		d.Blocks = append(d.Blocks, document.Text{Text: w.N("shared.case.interested", n)})
	}
	var steps []string
	for _, id := range p.Need.Actions {
		firms := 0
		for _, f := range p.Firms {
			for _, a := range f.Actions {
				if a == id {
					firms++
				}
			}
		}
		if firms >= Fewest && len(p.Firms)-firms >= Fewest || firms == len(p.Firms) {
			steps = append(steps, w.N("shared.case.action", firms, "action", in.Library.ActionWords[w.Language][id].Title))
		}
	}
	if len(steps) > 0 {
		d.Blocks = append(d.Blocks, document.Heading{Level: 2, Text: w.T("shared.case.actions")}, document.List{Items: steps})
	}
	d.Blocks = append(d.Blocks, document.Heading{Level: 2, Text: w.T("shared.case.first")}, document.Notice{Text: first},
		document.Text{Text: w.T("shared.case.basis", "least", Fewest), Small: true}, document.Text{Text: w.T("shared.case.fundao"), Small: true})
	return d, nil
}

// Euros is an estimate of money, "from" where it has no upper end.
func Euros(w *texts.Words, c Cost) string {
	if c.High == nil {
		return w.T("shared.euro.from", "low", w.EuroRange(c.Low, c.Low))
	}
	return w.EuroRange(c.Low, c.High)
}
