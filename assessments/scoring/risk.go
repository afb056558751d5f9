package scoring

import "nivel/assessments"

// RiskResult is what the answers say about risks: a count of its own, never part of a level.
type RiskResult struct {
	Present []string // ids, in the order of the model
	Open    []string // not known yet
	Total   int
}

// Known is how many risks the answers tell about.
func (r RiskResult) Known() int { return r.Total - len(r.Open) }

// Risks looks for the risks of the part of a model that is asked.
func Risks(m *assessments.Model, answers assessments.Answers) RiskResult {
	out := RiskResult{Total: len(m.Risks)}
	for i := range m.Risks {
		switch r := &m.Risks[i]; r.On(m, answers) {
		case assessments.True:
			out.Present = append(out.Present, r.ID)
		case assessments.Open:
			out.Open = append(out.Open, r.ID)
		}
	}
	return out
}
