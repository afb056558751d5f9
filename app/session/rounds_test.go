package session_test

import (
	"testing"

	"nivel/assessments"
)

// A round is scored as the firm was when it answered it, whatever became of the firm since, also
// after another start and when the round is opened again.
func TestRoundsKeepTheirFirm(t *testing.T) {
	d := open(t, t.TempDir())
	d.SetPath("full")
	small := assessments.Company{ID: d.Company.ID, People: 3, NACE: "31", CreatedAt: d.Company.CreatedAt}
	d.PutCompany(small)
	m := &d.Pack.Model
	for i := range m.Questions {
		if q := &m.Questions[i]; q.Kind == assessments.Ladder {
			d.Answer(q.ID, assessments.Answer{Value: assessments.AtLevel(1)})
		}
	}
	asked, before := len(m.Questions), d.Result().Overall.Value
	first := d.Assessment.ID
	if err := d.StartRound(true); err != nil {
		t.Fatal(err)
	}
	grown := small
	grown.People, grown.NACE = 300, "25"
	d.PutCompany(grown)
	if n := len(d.Pack.Model.Questions); n <= asked || d.Sector() == "furniture" {
		t.Fatalf("grown, it is asked %d questions after %d, as %s", n, asked, d.Sector())
	}
	d = d.again(t)
	all, err := d.Rounds()
	if err != nil || len(all) != 2 {
		t.Fatalf("%d rounds, %v", len(all), err)
	}
	if got := all[0].Result().Overall.Value; got.Cmp(before) != 0 || all[0].Size != assessments.Micro || all[1].Size != assessments.Large {
		t.Errorf("the first round became %v from %v; sizes %s and %s", got, before, all[0].Size, all[1].Size)
	}
	if err := d.Reopen(first); err != nil {
		t.Fatal(err)
	}
	if n, c := len(d.Pack.Model.Questions), d.Firm(); n != asked || c.People != 3 || d.Company.People != 300 || d.Result().Overall.Value.Cmp(before) != 0 {
		t.Errorf("opened again it asks %d of %d questions a firm of %d", n, asked, c.People)
	}
}
