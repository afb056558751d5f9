package session_test

import (
	"context"
	"errors"
	"testing"

	"nivel/assessments"
	"nivel/assessments/cohort"
	"nivel/assessments/sqlite"
)

// Several firms stand side by side: a new one, another opened, one deleted; each keeps its own
// answers, and the next start shows the one that was shown.
func TestManyCompanies(t *testing.T) {
	d := open(t, t.TempDir())
	if d.Advising() {
		t.Error("a new folder begins with the advisor's side")
	}
	d.SetAdvising(true)
	d.Answer("data.backup", assessments.Answer{Value: assessments.AtLevel(2)})
	first := d.Company.ID
	if err := d.NewCompany(); err != nil || d.Company.ID == first || len(d.Answers) != 0 {
		t.Fatalf("a new firm has %d answers (%v)", len(d.Answers), err)
	}
	c := d.Company
	c.Name, c.People, c.Tags = "Segunda de Prueba", 30, []string{"piloto"}
	d.PutCompany(c)
	d.Answer("data.backup", assessments.Answer{Value: assessments.AtLevel(4)})
	d = d.again(t)
	if !d.Advising() || d.Company.Name != "Segunda de Prueba" || d.Answers["data.backup"].Value.Level != 4 {
		t.Fatalf("the next start shows %q with %+v", d.Company.Name, d.Answers)
	}
	firms, err := d.Firms(context.Background(), nil)()
	if err != nil || len(firms) != 2 || firms[1].Company.Name != "Segunda de Prueba" || firms[1].State != cohort.Answering {
		t.Fatalf("the list is %+v (%v)", firms, err)
	}
	if err := d.OpenCompany(first); err != nil || d.Answers["data.backup"].Value.Level != 2 {
		t.Fatalf("opened: %+v (%v)", d.Answers, err)
	}
	if err := d.Consent(assessments.ConsentWall, true, "Ana"); err != nil {
		t.Fatal(err)
	}
	if all, err := d.Consents(); err != nil || !all[assessments.ConsentWall].Given {
		t.Errorf("consents are %+v (%v)", all, err)
	}
	if err := d.DeleteCompany(first); err != nil || d.Company.ID != c.ID {
		t.Fatalf("after deleting, %q is shown (%v)", d.Company.Name, err)
	}
	if _, err := d.dossier(first); !errors.Is(err, sqlite.ErrNotFound) {
		t.Errorf("a deleted firm: %v", err)
	}
	// The last one deleted, there is an empty one again, which can be answered.
	if err := d.DeleteCompany(c.ID); err != nil || d.Company.Name != "" || len(d.Answers) != 0 {
		t.Fatalf("%q is left (%v)", d.Company.Name, err)
	}
	d.Answer("data.backup", assessments.Answer{Value: assessments.AtLevel(1)})
	if st := d.Flush(); st.Err != nil {
		t.Fatal(st.Err)
	}
	if d = d.again(t); d.Answers["data.backup"].Value.Level != 1 {
		t.Errorf("the next start finds %+v", d.Answers)
	}
}

// A visit goes on until it is closed, over a start too; what cannot stand is refused.
func TestVisitAndEvidence(t *testing.T) {
	d := open(t, t.TempDir())
	now := d.Now()
	var f *assessments.Fault
	if _, err := d.PutVisit(assessments.Visit{Day: "tomorrow"}); !errors.As(err, &f) || f.Code != "date-form" {
		t.Errorf("a visit tomorrow: %v", err)
	}
	v, err := d.PutVisit(assessments.Visit{Day: d.Today(), Place: "Yecla", People: []assessments.Present{{Role: "dueña", Name: "Ana"}}, StartedAt: now})
	if err != nil {
		t.Fatal(err)
	}
	e := assessments.Evidence{Question: "data.backup", Caption: "el disco", Picture: []byte("jpeg"), Thumb: []byte("t"), Width: 4, Height: 3}
	if e, err = d.AddEvidence(e); err != nil {
		t.Fatal(err)
	}
	d = d.again(t)
	if got, on, err := d.Visit(); err != nil || !on || !got.Equal(v) || got.AssessmentID != d.Assessment.ID {
		t.Fatalf("the visit is %+v, %v, %v", got, on, err)
	}
	if err := d.ChangeEvidence(e.ID, "el disco nuevo", true); err != nil {
		t.Fatal(err)
	}
	all, err := d.Evidence()
	if err != nil || len(all) != 1 || all[0].Caption != "el disco nuevo" || !all[0].InReport {
		t.Fatalf("evidence is %+v (%v)", all, err)
	}
	if p, err := d.EvidencePicture(e.ID); err != nil || string(p) != "jpeg" {
		t.Errorf("the picture is %q (%v)", p, err)
	}
	v.ClosedAt = now
	if _, err := d.PutVisit(v); err != nil {
		t.Fatal(err)
	}
	if _, on, err := d.Visit(); on || err != nil {
		t.Errorf("a closed visit goes on (%v)", err)
	}
	if err := d.DeleteEvidence(e.ID); err != nil {
		t.Fatal(err)
	}
	d.DeleteVisit(v.ID)
	if all, err := d.Visits(); err != nil || len(all) != 0 {
		t.Errorf("visits are %+v (%v)", all, err)
	}
}
