package session_test

import (
	"errors"
	"math/big"
	"testing"

	"nivel/app/session"
	"nivel/assessments"
	"nivel/assessments/content"
)

// Going from the quick path to the full one and back keeps every answer and asks nothing twice.
func TestPathKeepsAnswers(t *testing.T) {
	d := open(t, t.TempDir())
	quick := len(d.Pack.Model.Questions)
	d.Answer("direction.plan", assessments.Answer{Value: assessments.AtLevel(3)})
	d.SetPath("full")
	full := len(d.Pack.Model.Questions)
	d.Answer("orders.ontime", assessments.Answer{Value: assessments.AtLevel(82)})
	d = d.again(t)
	if d.Assessment.Path != "full" || len(d.Pack.Model.Questions) != full || full <= quick || d.Answers["direction.plan"].Value.Level != 3 {
		t.Fatalf("%s path with %d questions after %d, %d answers", d.Assessment.Path, len(d.Pack.Model.Questions), full, len(d.Answers))
	}
	d.SetPath("quick")
	if d.Result().Question("orders.ontime") != nil || d.Answers["orders.ontime"].Value.Level != 82 || len(d.Pack.Model.Questions) != quick {
		t.Error("on the quick path an answer to a longer one counts, or is lost")
	}
}

// What is asked follows the firm's size and its answers at once.
func TestAskedFollows(t *testing.T) {
	d := open(t, t.TempDir())
	d.SetPath("full")
	asked := func(id string) bool { return d.Pack.Model.Number(id) > 0 }
	if !asked("data.governance") || !asked("machines.erp") {
		t.Fatal("a firm of unknown size and answers is not asked everything")
	}
	d.PutCompany(assessments.Company{ID: d.Company.ID, People: 3, CreatedAt: d.Company.CreatedAt})
	if asked("data.governance") || asked("people.roles") || !d.Pack.Model.Question("energy.footprint").Ceiled() {
		t.Error("a firm of three is asked like a large one")
	}
	grid := func(level int) assessments.Answer {
		return assessments.Answer{Value: assessments.Value{}.WithRow("erp", assessments.AtLevel(level))}
	}
	if d.Answer("machines.tools", grid(0)); asked("machines.erp") {
		t.Error("without the program it is asked what it is used for")
	}
	if d.Answer("machines.tools", grid(4)); !asked("machines.erp") {
		t.Error("with the program it is not asked what it is used for")
	}
}

// An assessment of an earlier version is scored under it, and goes on under the present one with
// the answers that come along; the earlier one stays.
func TestUpgrade(t *testing.T) {
	folder := t.TempDir()
	old := library().Version(session.ModelID, "1.0")
	if old == nil {
		t.Fatal("version 1.0 is not kept")
	}
	d := open(t, folder, func(p *session.Params) { p.Pack = old })
	for _, q := range old.Model.Questions {
		if q.Kind == assessments.Ladder {
			d.Answer(q.ID, assessments.Answer{Value: assessments.AtLevel(2)})
		}
	}
	answers := len(d.Answers)
	if err := d.SetWeights(map[string]*big.Rat{"data": big.NewRat(3, 1)}); err != nil {
		t.Fatal(err)
	}
	d.Decide(assessments.Decision{Action: "access-list", Kind: assessments.NotNow, Reason: "in January"})
	decided := d.Decisions["access-list"].At
	d = d.again(t) // the program now begins with the present version
	n := d.Newer()
	if n == nil || d.Full().Model.Version != "1.0" || d.Assessment.ModelVersion != "1.0" {
		t.Fatalf("an assessment of 1.0 is opened as %s, newer %v", d.Full().Model.Version, n)
	}
	if n.Result.Overall.Value.Cmp(d.Result().Overall.Value) != 0 || len(n.Answers) != answers {
		t.Errorf("under the new version the same answers to the same questions give %v instead of %v", n.Result.Overall.Value, d.Result().Overall.Value)
	}
	before := d.Assessment.ID
	if err := d.Upgrade(); err != nil {
		t.Fatal(err)
	}
	d = d.again(t)
	if d.Assessment.ID == before || d.Assessment.ModelVersion != library().Pack(session.ModelID).Model.Version || len(d.Answers) != answers || d.Newer() != nil {
		t.Errorf("it went on as %+v with %d answers", d.Assessment, len(d.Answers))
	}
	if x := d.Decisions["access-list"]; !d.Variant() || d.Assessment.WeightOverrides["data"].Cmp(big.NewRat(3, 1)) != 0 || x.Reason != "in January" || !x.At.Equal(decided) {
		t.Errorf("weights %v and the decision %+v of %v came along", d.Assessment.WeightOverrides, x, decided)
	}
	kept, err := d.store.Answers(t.Context(), before, assessments.Owner)
	if err != nil || len(kept) != answers {
		t.Errorf("of the earlier assessment %d answers are left (%v)", len(kept), err)
	}
}

// Where the model of the assessment shown is no longer there, another of the company's is shown,
// and the first is kept.
func TestAnotherModelGone(t *testing.T) {
	own := *library().Pack(session.ModelID)
	own.Model.ID = "my-model"
	d := open(t, t.TempDir(), func(p *session.Params) {
		p.Library = func() *content.Library {
			return &content.Library{Models: []content.Pack{*library().Pack(session.ModelID), own}}
		}
	})
	d.Answer("direction.plan", assessments.Answer{Value: assessments.AtLevel(2)})
	first := d.Assessment.ID
	if err := d.Begin("my-model", ""); err != nil {
		t.Fatal(err)
	}
	d.Answer("direction.plan", assessments.Answer{Value: assessments.AtLevel(4)})
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	again, err := tryOpen(t, d.folder)
	if err != nil {
		t.Fatal(err)
	}
	if again.Assessment.ID != first || again.Answers["direction.plan"].Value.Level != 2 {
		t.Errorf("opens %s with %v", again.Assessment.ModelID, again.Answers)
	}
}

// A model that is no longer there is named; without another assessment nothing is opened.
func TestModelGone(t *testing.T) {
	gone := *library().Pack(session.ModelID)
	gone.Model.ID = "my-model"
	d := open(t, t.TempDir(), func(p *session.Params) {
		p.Pack = &gone
		p.Library = func() *content.Library { return &content.Library{Models: []content.Pack{gone}} }
	})
	d.Answer("direction.plan", assessments.Answer{Value: assessments.AtLevel(2)})
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	_, err := tryOpen(t, d.folder)
	var f *assessments.Fault
	if !errors.As(err, &f) || f.Code != "model-gone" || f.Args["model"] != "my-model" {
		t.Errorf("without its model the assessment opens with %v", err)
	}
}

// An assessment is stamped with the official figures it first met, also where answers came before
// they were read.
func TestBenchmarksAreStamped(t *testing.T) {
	var jobs []func()
	d := open(t, t.TempDir(), func(p *session.Params) { p.Run = func(job func()) { jobs = append(jobs, job) } })
	d.LoadRest()
	d.Answer("direction.plan", assessments.Answer{Value: assessments.AtLevel(2)})
	jobs[0]()
	d.Complete()
	d = d.again(t)
	if d.Assessment.Benchmarks != library().BandsVersion || d.Assessment.Benchmarks == "" {
		t.Errorf("stamped with %q, the figures are of %q", d.Assessment.Benchmarks, library().BandsVersion)
	}
}
