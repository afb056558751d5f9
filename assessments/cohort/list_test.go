package cohort_test

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"reflect"
	"testing"
	"time"

	"pgregory.net/rapid"

	"nivel/assessments"
	"nivel/assessments/cohort"
	"nivel/assessments/content"
	"nivel/assessments/house/generated"
	"nivel/assessments/house/shipped"
	"nivel/assessments/rounds"
	"nivel/assessments/sqlite"
	"nivel/assessments/views"
)

// said prints a list so that two can be compared to the last detail.
func said(firms []*cohort.Firm) []string {
	var out []string
	for _, f := range firms {
		rat := func(r *big.Rat) string {
			if r == nil {
				return "-"
			}
			return r.RatString()
		}
		c := *f
		c.Overall.Value, c.Overall.Low, c.Overall.High, c.Earlier, c.Last = nil, nil, nil, nil, nil
		out = append(out, fmt.Sprintf("%+v %s %s %s", c, rat(f.Overall.Value), rat(f.Overall.Low), rat(f.Overall.High)))
	}
	return out
}

// Whatever is changed through the store, the list with kept results is the list reckoned from scratch.
func TestKeptIsTrue(t *testing.T) {
	lib := shipped.Library()
	rapid.Check(t, func(rt *rapid.T) {
		s := open(t, t.TempDir())
		seed := rapid.Uint64Range(0, 1<<20).Draw(rt, "seed")
		all := generated.Fill(t, s, generated.Options{Seed: seed, Firms: 5, Now: now})
		p := cohort.Params{Store: s, Library: lib, Now: now}
		list(t, p)
		for range rapid.IntRange(1, 6).Draw(rt, "changes") {
			change(rt, s, all, lib)
			if rapid.Bool().Draw(rt, "look") {
				list(t, p)
			}
		}
		scratch := p
		scratch.Store = forgetful{s}
		kept, anew := said(list(t, p)), said(list(t, scratch))
		if !reflect.DeepEqual(kept, anew) {
			rt.Fatalf("kept\n%v\nfrom scratch\n%v", kept, anew)
		}
	})
}

// change does one thing that may change what the list shows.
func change(t *rapid.T, s *sqlite.Store, all []assessments.Dossier, lib *content.Library) {
	ctx := context.Background()
	d := &all[rapid.IntRange(0, len(all)-1).Draw(t, "firm")]
	at := now.Add(-time.Duration(rapid.IntRange(0, 500*24).Draw(t, "hours")) * time.Hour)
	kinds := []string{"company", "company", "visit", "consent", "earlier", "again"}
	if len(d.Rounds) > 0 {
		kinds = append(kinds, "rate", "rate", "path", "weights", "snapshot", "next", "plan", "dossier", "version", "round")
	}
	kind := rapid.SampledFrom(kinds).Draw(t, "kind")
	var a assessments.Assessment
	if len(d.Rounds) > 0 {
		var err error
		a, err = s.Assessment(ctx, d.Rounds[len(d.Rounds)-1].Assessment.ID)
		check(t, err)
	}
	switch kind {
	case "company":
		c, err := s.Company(ctx, d.Company.ID)
		check(t, err)
		if rapid.Bool().Draw(t, "size") {
			c.People = rapid.SampledFrom([]int{0, 3, 20, 100, 300}).Draw(t, "people")
		} else {
			c.NACE = rapid.SampledFrom([]string{"", "31", "10.71", "25"}).Draw(t, "nace")
		}
		check(t, s.PutCompany(ctx, c))
	case "visit":
		check(t, s.PutVisit(ctx, assessments.Visit{ID: sqlite.NewID(), CompanyID: d.Company.ID, Day: at.Format(time.DateOnly), StartedAt: at, ClosedAt: at}))
	case "consent":
		check(t, s.Consent(ctx, d.Company.ID, assessments.Consent{Kind: assessments.ConsentWall, Given: rapid.Bool().Draw(t, "given"), At: at}))
	case "earlier":
		check(t, s.PutEarlier(ctx, d.Company.ID, assessments.Earlier{ID: sqlite.NewID(), Day: at.Format(time.DateOnly), Overall: big.NewRat(5, 2)}))
	case "again", "dossier":
		x, err := s.Dossier(ctx, d.Company.ID)
		check(t, err)
		if n := len(x.Rounds); n > 0 && kind == "dossier" {
			r := &x.Rounds[n-1]
			r.Ratings = r.Ratings[:rapid.IntRange(0, len(r.Ratings)).Draw(t, "left")]
		}
		check(t, s.PutDossier(ctx, x))
	case "rate":
		m := &lib.Version(a.ModelID, a.ModelVersion).Model
		check(t, s.Rate(ctx, assessments.Rating{ID: sqlite.NewID(), AssessmentID: a.ID, Question: rapid.SampledFrom(m.Asked()).Draw(t, "question").ID,
			Respondent: rapid.SampledFrom([]assessments.Respondent{assessments.Owner, assessments.Colleague, assessments.Advisor, assessments.Agreed}).Draw(t, "who"),
			At:         at, Carried: rapid.Bool().Draw(t, "carried"), Answer: assessments.Answer{Value: rapid.SampledFrom([]assessments.Value{{}, assessments.AtLevel(0),
				assessments.AtLevel(4), assessments.DontKnowValue, assessments.NotApplicableValue}).Draw(t, "value")}}))
	case "path":
		a.Path = rapid.SampledFrom([]string{"quick", "full"}).Draw(t, "path")
		check(t, s.PutAssessment(ctx, a)) // with the same time of change: a clock may stand
	case "weights":
		m := &lib.Version(a.ModelID, a.ModelVersion).Model
		check(t, a.SetWeights(m, map[string]*big.Rat{"data": big.NewRat(rapid.Int64Range(0, 3).Draw(t, "weight"), 1)}))
		check(t, s.PutAssessment(ctx, a))
	case "snapshot":
		a.Firm = &assessments.Snapshot{People: rapid.IntRange(0, 300).Draw(t, "then"), NACE: "16"}
		check(t, s.PutAssessment(ctx, a))
	case "next":
		check(t, s.SetNext(ctx, a.ID, at.AddDate(1, 0, 0).Format(time.DateOnly), at))
	case "plan":
		check(t, s.PutPlanItem(ctx, a.ID, assessments.PlanItem{ID: sqlite.NewID(), Action: "access-list", Phase: assessments.PhaseFirst,
			Status: rapid.SampledFrom(assessments.Statuses).Draw(t, "status"), Due: "2026-03-01", At: at}, at))
	case "version":
		a.ModelVersion = rapid.SampledFrom([]string{"1.0", "2.0", "0.1"}).Draw(t, "version")
		check(t, s.PutAssessment(ctx, a))
		if a.ModelVersion == "0.1" { // a version that is not there; back again for the changes after
			_, err := cohort.List(ctx, cohort.Params{Store: s, Library: lib, Now: now})
			check(t, err)
			a.ModelVersion = "2.0"
			check(t, s.PutAssessment(ctx, a))
		}
	case "round":
		a.ID, a.Round, a.StartedAt = sqlite.NewID(), a.Round+1, a.StartedAt.AddDate(0, 0, rapid.IntRange(-10, 10).Draw(t, "later"))
		check(t, s.PutAssessment(ctx, a))
	}
}

// What the list says of a firm is what its own pages say.
func TestListAgreesWithScores(t *testing.T) {
	s, lib := open(t, t.TempDir()), shipped.Library()
	all := generated.Fill(t, s, generated.Options{Seed: 7, Firms: 60, Now: now})
	firms := list(t, cohort.Params{Store: s, Library: lib, Now: now})
	seen := map[cohort.State]bool{}
	for i, f := range firms {
		seen[f.State] = true
		d := &all[indexOf(t, all, f.Company.ID)]
		if f.Company.Name != d.Company.Name || f.Rounds != len(d.Rounds) || (f.Last == nil) != (len(d.Rounds) == 0) {
			t.Fatalf("firm %d is %+v, want %+v", i, f, d.Company)
		}
		if f.Last == nil {
			continue
		}
		r := d.Rounds[len(d.Rounds)-1]
		then := r.Assessment.Then(d.Company)
		round := rounds.Round{Assessment: r.Assessment, Model: &lib.Version(r.Assessment.ModelID, r.Assessment.ModelVersion).Model,
			Answers: views.Agreed(r.Ratings), Size: then.Size(), Sector: lib.Sector(then.NACE)}
		want := round.Result()
		if (want.Overall.Value == nil) != (f.Overall.Value == nil) || want.Overall.Value != nil && want.Overall.Value.Cmp(f.Overall.Value) != 0 ||
			want.Overall.Counts != f.Overall.Counts || want.Overall.Level() != f.Overall.Level {
			t.Errorf("%s: %+v, want %+v", f.Company.Name, f.Overall, want.Overall)
		}
		if weakest := ""; want.Weakest >= 0 {
			if weakest = want.Dimensions[want.Weakest].ID; weakest != f.Weakest {
				t.Errorf("weakest is %s, want %s", f.Weakest, weakest)
			}
		}
		if f.Asked != len(round.Asking().Asked()) || f.State == cohort.Answering && f.Said >= f.Asked {
			t.Errorf("%d of %d said, state %s", f.Said, f.Asked, f.State)
		}
	}
	if len(seen) < 5 {
		t.Errorf("only the states %v among sixty firms", seen)
	}
}

func indexOf(t *testing.T, all []assessments.Dossier, id string) int {
	for i := range all {
		if all[i].Company.ID == id {
			return i
		}
	}
	t.Fatal("unknown firm " + id)
	return -1
}

// counting counts what a list asks of the store.
type counting struct {
	*sqlite.Store
	ratings, put int
}

func (c *counting) RatingsOf(ctx context.Context, ids []string) (map[string]sqlite.Rated, error) {
	c.ratings += len(ids)
	return c.Store.RatingsOf(ctx, ids)
}

func (c *counting) PutSummaries(ctx context.Context, all []sqlite.Summary) error {
	c.put++
	return c.Store.PutSummaries(ctx, all)
}

// A second look asks for no ratings; after one answer, for those of one firm.
func TestKeptIsKept(t *testing.T) {
	s := open(t, t.TempDir())
	all := generated.Fill(t, s, generated.Options{Seed: 3, Firms: 150, Now: now})
	c := &counting{Store: s}
	var done []int
	p := cohort.Params{Store: c, Library: shipped.Library(), Now: now, Progress: func(n, total int) { done = append(done, n, total) }}
	firms := list(t, p)
	rounds := 0
	for _, f := range firms {
		if f.Last != nil {
			rounds++
		}
	}
	if c.ratings != rounds || c.put != 1 || len(done) < 4 || done[len(done)-2] != rounds || done[len(done)-1] != rounds {
		t.Fatalf("%d of %d read, %d transactions, progress %v", c.ratings, rounds, c.put, done)
	}
	*c = counting{Store: s}
	if again := list(t, p); c.ratings != 0 || c.put != 0 || !reflect.DeepEqual(said(again), said(firms)) {
		t.Errorf("a second look reads %d firms", c.ratings)
	}
	for i := range all {
		if n := len(all[i].Rounds); n > 0 {
			check(t, s.Rate(t.Context(), assessments.Rating{ID: sqlite.NewID(), AssessmentID: all[i].Rounds[n-1].Assessment.ID, Question: "data.backup",
				Respondent: assessments.Owner, At: now, Answer: assessments.Answer{Value: assessments.AtLevel(1)}}))
			break
		}
	}
	if list(t, p); c.ratings != 1 {
		t.Errorf("after one answer %d firms are read", c.ratings)
	}
}

// A list that is stopped is an error; the next one has what was reckoned.
func TestListStops(t *testing.T) {
	s := open(t, t.TempDir())
	generated.Fill(t, s, generated.Options{Seed: 4, Firms: 200, Now: now})
	ctx, stop := context.WithCancel(t.Context())
	c := &counting{Store: s}
	p := cohort.Params{Store: c, Library: shipped.Library(), Now: now, Progress: func(done, total int) { stop() }}
	firms, err := cohort.List(ctx, p)
	if !errors.Is(err, context.Canceled) || firms != nil {
		t.Fatalf("a stopped list gives %d firms and %v", len(firms), err)
	}
	first := c.ratings
	p.Progress = nil
	all := list(t, p)
	if first == 0 || first > 100 || c.ratings > len(all) {
		t.Errorf("%d read before it stopped, %d in all, for %d firms", first, c.ratings, len(all))
	}
}

// A questionnaire that is changed without another version makes all results anew; one that is not
// there is said so, and comes back.
func TestModelChanges(t *testing.T) {
	s, lib := open(t, t.TempDir()), shipped.Library()
	generated.Fill(t, s, generated.Options{Seed: 5, Firms: 20, Now: now})
	p := cohort.Params{Store: s, Library: lib, Now: now}
	before := said(list(t, p))
	other := *lib
	other.Models = append([]content.Pack(nil), lib.Models...)
	m := other.Models[0].Model
	m.Dimensions = append([]assessments.Dimension(nil), m.Dimensions...)
	m.Dimensions[0].Weight = big.NewRat(90, 1)
	other.Models[0].Model = m
	if after := said(list(t, cohort.Params{Store: s, Library: &other, Now: now})); reflect.DeepEqual(before, after) {
		t.Error("a changed questionnaire changes nothing")
	}
	gone := *lib
	gone.Models, gone.Old = nil, nil
	for _, f := range list(t, cohort.Params{Store: s, Library: &gone, Now: now}) {
		if f.Gone != (f.Last != nil) || f.Overall.Value != nil {
			t.Errorf("without its questionnaire: %+v", f)
		}
	}
	if again := said(list(t, p)); !reflect.DeepEqual(before, again) {
		t.Error("with the questionnaire back, the list is another")
	}
}

// Answers that were carried from the round before are nobody's yet: a round with nothing else has
// not begun, and each that is confirmed is one said.
func TestCarriedIsNotSaid(t *testing.T) {
	s, lib := open(t, t.TempDir()), shipped.Library()
	m := &lib.Models[0].Model
	check(t, s.PutCompany(t.Context(), assessments.Company{ID: "c", Name: "Muebles Ejemplo", CreatedAt: now}))
	check(t, s.PutAssessment(t.Context(), assessments.Assessment{ID: "a", CompanyID: "c", ModelID: m.ID, ModelVersion: m.Version, Path: "quick", StartedAt: now}))
	rate := func(question string, carried bool, who assessments.Respondent, at time.Time) {
		check(t, s.Rate(t.Context(), assessments.Rating{ID: sqlite.NewID(), AssessmentID: "a", Question: question, Respondent: who, At: at, Carried: carried,
			Answer: assessments.Answer{Value: assessments.DontKnowValue}}))
	}
	firm := func() *cohort.Firm { return list(t, cohort.Params{Store: s, Library: lib, Now: now})[0] }
	asked := m.For(assessments.Scope{Path: "quick"}).Asked()
	for _, q := range asked {
		rate(q.ID, true, assessments.Owner, now)
	}
	if f := firm(); f.State != cohort.NotStarted || f.Said != 0 || f.AnsweredOn != "" {
		t.Errorf("with carried answers alone: %s, %d said, on %q", f.State, f.Said, f.AnsweredOn)
	}
	rate(asked[0].ID, false, assessments.Owner, now)
	if f := firm(); f.State != cohort.Answering || f.Said != 1 || f.Asked != len(asked) || f.AnsweredOn != "2026-11-23" {
		t.Errorf("one confirmed: %s, %d of %d, on %q", f.State, f.Said, f.Asked, f.AnsweredOn)
	}
	for _, q := range asked {
		rate(q.ID, false, assessments.Owner, now)
	}
	if f := firm(); f.State != cohort.ToValidate {
		t.Errorf("all confirmed: %s", f.State)
	}
	rate(asked[0].ID, false, assessments.Advisor, now)
	if f := firm(); f.State != cohort.Done {
		t.Errorf("seen by the advisor: %s", f.State)
	}
}
