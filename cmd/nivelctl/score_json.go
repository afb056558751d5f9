package main

import (
	"encoding/json"
	"fmt"
	"math/big"

	"nivel/assessments"
	"nivel/assessments/scoring"
)

// The results for other programs. Numbers have two decimals; exact ones stand beside them as
// fractions. docs/answer-file.md explains each key.

type resultJSON struct {
	Model      string          `json:"model"`
	Version    string          `json:"version"`
	Path       string          `json:"path"`
	Company    string          `json:"company"`
	Sample     bool            `json:"sample"`
	Date       string          `json:"date,omitempty"`
	Overall    figureJSON      `json:"overall"`
	Weakest    *string         `json:"weakest"`
	Dimensions []dimensionJSON `json:"dimensions"`
	Index      *indexJSON      `json:"index"`
	// Contradictions are pairs of answers that do not go together, by id.
	Contradictions []string      `json:"contradictions"`
	Readings       []readingJSON `json:"readings"`
}

// figureJSON is a score with what makes it honest. Value is null where too little is answered.
type figureJSON struct {
	Value         *json.Number `json:"value"`
	Exact         *string      `json:"exact"`
	Own           *json.Number `json:"own,omitempty"` // on the model's own scale, where it has one
	Low           *json.Number `json:"low"`
	High          *json.Number `json:"high"`
	Levels        []int        `json:"levels"`
	Applicable    int          `json:"applicable"`
	Answered      int          `json:"answered"`
	DontKnow      int          `json:"dont_know"`
	NotApplicable int          `json:"not_applicable"`
	Needed        int          `json:"needed"`
}

type dimensionJSON struct {
	ID string `json:"id"`
	figureJSON
	Target        int                `json:"target"`
	Subdimensions []subdimensionJSON `json:"subdimensions,omitempty"`
	Questions     []questionJSON     `json:"questions"`
}

type subdimensionJSON struct {
	ID string `json:"id"`
	figureJSON
}

// readingJSON is the same answers through another framework: indicative, never an official result.
type readingJSON struct {
	ID         string                 `json:"id"`
	Official   bool                   `json:"official"` // false
	Dimensions []readingDimensionJSON `json:"dimensions"`
}

// readingDimensionJSON has a value from 0 to 5 where at least a third of its aspects is covered.
type readingDimensionJSON struct {
	ID      string       `json:"id"`
	Value   *json.Number `json:"value"`
	Covered int          `json:"covered"`
	Aspects int          `json:"aspects"`
}

type questionJSON struct {
	ID       string       `json:"id"`
	Standing string       `json:"standing"`
	Level    *json.Number `json:"level"`
	Points   *json.Number `json:"points"`
}

type indexJSON struct {
	ID         string          `json:"id"`
	Version    int             `json:"version"`
	Count      int             `json:"count"`
	Known      int             `json:"known"`
	Total      int             `json:"total"`
	Band       int             `json:"band"`
	Certain    bool            `json:"certain"`
	Conditions []conditionJSON `json:"conditions"`
}

type conditionJSON struct {
	ID      string `json:"id"`
	Known   bool   `json:"known"`
	Holds   bool   `json:"holds"`
	Follows bool   `json:"follows"`
}

var standings = map[assessments.Standing]string{assessments.Unanswered: "unanswered", assessments.Given: "given",
	assessments.NotApplicable: "na", assessments.DontKnow: "unknown"}

func scoreOf(f *firm, r *scoring.Result) resultJSON {
	out := resultJSON{Model: f.file.Model, Version: f.file.Version, Path: f.file.Path, Company: f.file.Company.Name, Sample: f.file.Company.Sample,
		Date: f.file.Date, Overall: figureOf(f.model(), r.Overall), Dimensions: []dimensionJSON{}, Contradictions: []string{}, Readings: readingsOf(f)}
	if r.Weakest >= 0 {
		out.Weakest = &r.Dimensions[r.Weakest].ID
	}
	for _, c := range f.model().Contradicted(f.file.Answers) {
		out.Contradictions = append(out.Contradictions, c.ID)
	}
	points := apportioned(r)
	for _, d := range r.Dimensions {
		dim := dimensionJSON{ID: d.ID, figureJSON: figureOf(f.model(), d.Figure), Target: d.Target, Questions: []questionJSON{}}
		for _, s := range d.Subdimensions {
			dim.Subdimensions = append(dim.Subdimensions, subdimensionJSON{s.ID, figureOf(f.model(), s.Figure)})
		}
		for _, q := range d.Questions {
			one := questionJSON{ID: q.ID, Standing: standings[q.Standing], Points: points[q.ID]}
			if q.Worth != nil {
				one.Level = decimal(new(big.Rat).Mul(q.Worth, big.NewRat(assessments.Top, 1)))
			}
			dim.Questions = append(dim.Questions, one)
		}
		out.Dimensions = append(out.Dimensions, dim)
	}
	if r.Index != nil {
		out.Index = indexOf(f.model().Index, r.Index)
	}
	return out
}

// apportioned rounds the contributions so that they add up to the overall score as it is printed.
func apportioned(r *scoring.Result) map[string]*json.Number {
	out := map[string]*json.Number{}
	if !r.Overall.Shown() {
		return out
	}
	var ids []string
	var parts []*big.Rat
	for _, d := range r.Dimensions {
		for _, q := range d.Questions {
			if q.Points != nil {
				ids, parts = append(ids, q.ID), append(parts, q.Points)
			}
		}
	}
	for i, n := range scoring.Apportion(parts, 100) {
		out[ids[i]] = hundredths(int(n))
	}
	return out
}

func figureOf(m *assessments.Model, f scoring.Figure) figureJSON {
	out := figureJSON{Levels: []int{}, Applicable: f.Applicable, Answered: f.Answered, DontKnow: f.DontKnow,
		NotApplicable: f.NotApplicable, Needed: f.Needed()}
	if f.Low != nil {
		low, high := f.Levels()
		out.Low, out.High, out.Levels = decimal(f.Low), decimal(f.High), []int{low, high}
	}
	if f.Shown() {
		exact := f.Value.RatString()
		out.Value, out.Exact = decimal(f.Value), &exact
		if m.Scale.Top != assessments.Top {
			out.Own = decimal(m.Own(f.Value))
		}
	}
	return out
}

// readingsOf are those of the model that any dimension can be shown of.
func readingsOf(f *firm) []readingJSON {
	out := []readingJSON{}
	for i := range f.lib.Readings {
		x := &f.lib.Readings[i]
		r := scoring.Read(x, f.model(), f.file.Answers)
		if x.Model != f.file.Model || !r.Shown() {
			continue
		}
		one := readingJSON{ID: x.ID}
		for _, d := range r.Dimensions {
			dim := readingDimensionJSON{ID: d.ID, Covered: d.Covered, Aspects: d.Aspects}
			if d.Shown() {
				dim.Value = decimal(new(big.Rat).Mul(d.Value, big.NewRat(assessments.Top, 1)))
			}
			one.Dimensions = append(one.Dimensions, dim)
		}
		out = append(out, one)
	}
	return out
}

func indexOf(x *assessments.Index, r *scoring.IndexResult) *indexJSON {
	band, certain := r.Band()
	out := &indexJSON{ID: x.ID, Version: x.Version, Count: r.Count, Known: r.Known, Total: r.Total, Band: band, Certain: certain}
	for _, c := range r.Conditions {
		out.Conditions = append(out.Conditions, conditionJSON{ID: c.ID, Known: c.Known, Holds: c.Holds, Follows: c.Followed})
	}
	return out
}

// decimal is a number with two decimals, nil for nil.
func decimal(r *big.Rat) *json.Number {
	if r == nil {
		return nil
	}
	sign := 1
	if r.Sign() < 0 {
		sign, r = -1, new(big.Rat).Neg(r)
	}
	return hundredths(sign * scoring.Round(new(big.Rat).Mul(r, big.NewRat(100, 1))))
}

func hundredths(n int) *json.Number {
	sign := ""
	if n < 0 {
		sign, n = "-", -n
	}
	out := json.Number(fmt.Sprintf("%s%d.%02d", sign, n/100, n%100))
	return &out
}
