package session_test

import (
	"testing"

	"nivel/assessments"
	"nivel/assessments/house/shipped"
	"nivel/assessments/report"
)

// The report shows the pictures of this assessment that are meant for it, and only then has that part.
func TestReportShowsEvidence(t *testing.T) {
	d := open(t, t.TempDir())
	if d.Sections()&report.WithEvidence != 0 {
		t.Error("evidence without a picture")
	}
	d.Answer("data.backup", assessments.Answer{Value: assessments.AtLevel(2)}) // with which the assessment begins
	if err := d.Saved(); err != nil {
		t.Fatal(err)
	}
	for _, e := range shipped.Evidence(7, "Una prueba.") {
		e.AssessmentID = d.Assessment.ID
		if err := d.store.PutEvidence(t.Context(), e); err != nil {
			t.Fatal(err)
		}
	}
	if d.Sections()&report.WithEvidence == 0 {
		t.Error("no evidence with pictures")
	}
	r, err := d.Report("es", d.Sections(), false)
	if err != nil || r.Evidence == nil || len(r.Evidence.Pictures) != 6 || r.Evidence.Missing != "" {
		t.Fatalf("%v: %+v", err, r.Evidence)
	}
	if r, err := d.Report("es", report.WithCover, false); err != nil || r.Evidence != nil {
		t.Errorf("the cover alone: %v, %v", err, r.Evidence)
	}
}
