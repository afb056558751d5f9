package generated_test

import (
	"reflect"
	"testing"
	"time"

	"nivel/assessments"
	"nivel/assessments/house/generated"
	"nivel/assessments/house/shipped"
)

var now = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

// The same seed gives the same firms, and every answer fits its question.
func TestDossiers(t *testing.T) {
	o := generated.Options{Seed: 9, Firms: 120, Now: now}
	all := generated.Dossiers(o)
	if !reflect.DeepEqual(all, generated.Dossiers(o)) {
		t.Fatal("the same seed gives other firms")
	}
	names := map[string]bool{}
	kinds := map[assessments.Respondent]int{}
	for _, d := range all {
		if names[d.Company.Name] {
			t.Errorf("two firms are called %s", d.Company.Name)
		}
		names[d.Company.Name] = true
		for _, r := range d.Rounds {
			m := &shipped.Library().Version(r.Assessment.ModelID, r.Assessment.ModelVersion).Model
			for _, x := range r.Ratings {
				kinds[x.Respondent]++
				if err := x.Answer.Value.Fits(m.Question(x.Question)); err != nil || x.At.After(now.AddDate(0, 0, 1)) {
					t.Errorf("%s of %s: %v at %v", x.Question, d.Company.Name, err, x.At)
				}
			}
			for _, p := range r.Plan {
				if err := p.Check("2026-11-23"); err != nil {
					t.Error(err)
				}
			}
		}
	}
	if kinds[assessments.Owner] < 1000 || kinds[assessments.Advisor] < 100 || kinds[assessments.Agreed] < 5 {
		t.Errorf("answers by %v", kinds)
	}
}
