package session_test

import (
	"context"
	"slices"
	"testing"

	"nivel/assessments"
	"nivel/assessments/cohort"
	"nivel/assessments/sampleregion"
)

// The sample region comes and goes without touching what is the advisor's own, and never counts.
func TestSampleRegion(t *testing.T) {
	d := open(t, t.TempDir())
	d.SetAdvising(true)
	d.Answer("data.backup", assessments.Answer{Value: assessments.AtLevel(2)})
	mine := d.Company.ID
	series := assessments.Undertaking{Kind: assessments.SeriesKind, Content: []byte(`{"name":"mía"}`)}
	d.PutUndertaking(series)
	for range 2 { // opened twice it is there once
		if err := d.OpenSampleRegion(); err != nil {
			t.Fatal(err)
		}
	}
	series.Sample = true
	d.PutUndertaking(series)
	firms, err := d.Firms(context.Background(), nil)()
	if err != nil || len(firms) != sampleregion.Firms+1 || !d.SampleRegion() || d.FirmCount() != 1 {
		t.Fatalf("%d firms, %d counted (%v)", len(firms), d.FirmCount(), err)
	}
	two, names := 0, map[string]bool{}
	for _, f := range firms {
		if f.Company.ID == mine {
			continue
		}
		if !sampleregion.Is(f.Company.ID) || !f.Company.Sample || !f.Overall.Shown() || names[f.Company.Name] {
			t.Errorf("firm %+v of the sample region has no name of its own, no mark or no result", f.Company)
		}
		names[f.Company.Name] = true
		doc, err := d.dossier(f.Company.ID)
		if err != nil {
			t.Fatal(err)
		}
		if doc.Rounds[len(doc.Rounds)-1].Assessment.ModelVersion != d.Pack.Model.Version {
			t.Errorf("%q answers an old questionnaire", f.Company.Name)
		}
		if slices.ContainsFunc(doc.Rounds[len(doc.Rounds)-1].Ratings, func(r assessments.Rating) bool { return r.Respondent == assessments.Colleague }) {
			two++
		}
	}
	if two < sampleregion.Firms/3 {
		t.Errorf("of %d firms only %d have a second person", sampleregion.Firms, two)
	}
	if n := len(cohort.Real(firms)); n != 1 {
		t.Errorf("%d firms are real", n)
	}
	if err := d.OpenCompany(firms[1].Company.ID); err != nil || !d.Company.Sample {
		t.Fatalf("%+v is shown (%v)", d.Company, err)
	}
	if err := d.CloseSampleRegion(); err != nil || d.Company.ID != mine || d.SampleRegion() || d.Answers["data.backup"].Value.Level != 2 {
		t.Fatalf("without it %+v is shown with %+v (%v)", d.Company, d.Answers, err)
	}
	all, err := d.Undertakings(assessments.SeriesKind)
	if err != nil || len(all) != 1 || all[0].Sample {
		t.Errorf("undertakings are %+v (%v)", all, err)
	}
}
