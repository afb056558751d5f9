package answerfile

import (
	"bytes"
	"encoding/json"

	"nivel/assessments"
)

type fileJSON struct {
	Nivel    int            `json:"nivel"`
	Model    string         `json:"model"`
	Version  string         `json:"version"`
	Path     string         `json:"path,omitempty"`
	Language string         `json:"language,omitempty"`
	Date     string         `json:"date,omitempty"`
	Company  *companyJSON   `json:"company,omitempty"`
	Answers  map[string]any `json:"answers"`
	Targets  map[string]int `json:"targets,omitempty"`
}

type companyJSON struct {
	Name    string       `json:"name,omitempty"`
	Place   string       `json:"place,omitempty"`
	NACE    string       `json:"nace,omitempty"`
	People  int          `json:"people,omitempty"`
	Contact string       `json:"contact,omitempty"`
	Sample  bool         `json:"sample,omitempty"`
	Figures *figuresJSON `json:"figures,omitempty"`
}

type figuresJSON struct {
	HourlyCost int `json:"hourly_cost,omitempty"`
	Orders     int `json:"orders,omitempty"`
	Quotes     int `json:"quotes,omitempty"`
	Material   int `json:"material,omitempty"`
	Energy     int `json:"energy,omitempty"`
	Machines   int `json:"machines,omitempty"`
	Computers  int `json:"computers,omitempty"`
}

type longJSON struct {
	Value      assessments.Value `json:"value"`
	Relevance  string            `json:"relevance,omitempty"`
	Confidence string            `json:"confidence,omitempty"`
	Note       string            `json:"note,omitempty"`
	Flag       bool              `json:"flag,omitempty"`
}

// Write gives the file in its one canonical form: keys in order, answers by id, two spaces a step.
// Read gives back what was written. Text that is not valid UTF-8 is made valid.
func Write(f *File) ([]byte, error) {
	out := fileJSON{Nivel: Format, Model: f.Model, Version: f.Version, Path: f.Path, Language: f.Language, Date: f.Date,
		Answers: map[string]any{}, Targets: f.Targets}
	c := f.Company
	company := companyJSON{Name: c.Name, Place: c.Place, NACE: c.NACE, People: c.People, Contact: c.Contact, Sample: c.Sample}
	if figures := figuresJSON(c.Figures); figures != (figuresJSON{}) {
		company.Figures = &figures
	}
	if company != (companyJSON{}) {
		out.Company = &company
	}
	for id, a := range f.Answers {
		if a.Empty() {
			continue
		}
		out.Answers[id] = a.Value
		_, ambiguous := a.Value.Rows["value"]
		if !a.Equal(assessments.Answer{Value: a.Value}) || ambiguous {
			out.Answers[id] = longJSON{a.Value, a.Relevance.String(), a.Confidence.String(), a.Note, a.Flag}
		}
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(out); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}
