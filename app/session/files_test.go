package session_test

import (
	"testing"
	"time"

	"nivel/assessments"
	"nivel/assessments/dossier"
)

// What is given right before data is taken in, and while it is, is not lost to it: taking in stands in
// the queue to the disk. What is shown afterwards is what is kept.
func TestTakeInStandsInTheQueue(t *testing.T) {
	d := open(t, t.TempDir())
	d.Answer("data.backup", assessments.Answer{Value: assessments.AtLevel(1)})
	theirs, err := d.dossier(d.Company.ID)
	if err != nil {
		t.Fatal(err)
	}
	theirs.Company.Place, theirs.Company.ChangedAt = "Jumilla", d.Now().Add(time.Hour)
	compare, err := d.Coming([]assessments.Dossier{theirs})
	if err != nil {
		t.Fatal(err)
	}
	if coming, err := compare(); err != nil || len(coming) != 1 || coming[0].New() || coming[0].Comparison.Count(dossier.PartCompany, dossier.Different) != 1 {
		t.Fatalf("it is compared as %+v (%v)", coming, err)
	}
	d.Answer("data.access", assessments.Answer{Value: assessments.AtLevel(2)})
	take, err := d.TakeIn([]assessments.Dossier{theirs}, func(string) dossier.Choices { return dossier.Choices{} })
	if err != nil {
		t.Fatal(err)
	}
	d.Answer("data.master", assessments.Answer{Value: assessments.AtLevel(3)})
	taken, err := take()
	if err != nil || taken.Changed != 1 || len(taken.Firms) != 1 || taken.Backup == "" {
		t.Fatalf("taken: %+v (%v)", taken, err)
	}
	if d.Company.Place == "Jumilla" {
		t.Error("nothing was to be seen before it is read anew")
	}
	if err := d.Refresh(); err != nil || d.Company.Place != "Jumilla" {
		t.Fatalf("shown is %+v (%v)", d.Company, err)
	}
	d = d.again(t)
	for q, level := range map[string]int{"data.backup": 1, "data.access": 2, "data.master": 3} {
		if d.Answers[q].Value.Level != level {
			t.Errorf("%s is %+v", q, d.Answers[q].Value)
		}
	}
}
