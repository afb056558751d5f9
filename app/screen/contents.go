package screen

import (
	"strings"

	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/texts"
)

// Contents is how much is kept about a company.
type Contents struct {
	Company                                  assessments.Company // without its id: there is none
	Rounds, Answers, Steps, Visits, Pictures int
}

// ContentsOf counts what a dossier holds.
func ContentsOf(d *assessments.Dossier) Contents {
	c := Contents{Company: d.Company, Rounds: len(d.Rounds), Visits: len(d.Visits)}
	for i := range d.Rounds {
		r := &d.Rounds[i]
		c.Answers, c.Steps, c.Pictures = c.Answers+len(r.Ratings), c.Steps+len(r.Plan), c.Pictures+len(r.Evidence)
	}
	return c
}

// Text says it in one line.
func (c *Contents) Text(w *texts.Words) string {
	return strings.Join([]string{w.N("cli.list.rounds", c.Rounds), w.N("cli.list.ratings", c.Answers), w.N("cli.list.steps", c.Steps),
		w.N("cli.list.visits", c.Visits), w.N("cli.list.pictures", c.Pictures)}, " · ")
}

// FirmName is what a company is called on a page.
func FirmName(w *texts.Words, c *assessments.Company) string {
	name := widget.Plain(strings.TrimSpace(c.Name))
	if name == "" {
		name = w.T("report.noname")
	}
	if c.Sample {
		name += " (" + w.T("sample.chip") + ")"
	}
	return name
}

// Listed splits the companies of a route; empty is the one that is shown.
func Listed(h Host, id string) []string {
	if id == "" {
		return []string{h.Session().Company.ID}
	}
	return strings.Split(id, "|")
}

// Count reads what is kept about companies, on another goroutine, and passes it on. An error is that
// of the first that could not be read.
func Count(h Host, ids []string, then func([]Contents, error)) {
	var read []func() (assessments.Dossier, error)
	for _, id := range ids {
		r, err := h.Session().Reading(id)
		if err != nil {
			then(nil, err)
			return
		}
		read = append(read, r)
	}
	var out []Contents
	var failed error
	h.Background(func() {
		for _, r := range read {
			d, err := r()
			if err != nil {
				failed = err
				return
			}
			out = append(out, ContentsOf(&d))
		}
	}, func() { then(out, failed) })
}
