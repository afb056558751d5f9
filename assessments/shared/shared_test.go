package shared_test

import (
	"errors"
	"math/big"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"nivel/assessments"
	"nivel/assessments/document"
	"nivel/assessments/house/shipped"
	"nivel/assessments/rounds"
	"nivel/assessments/sampleregion"
	"nivel/assessments/shared"
	"nivel/assessments/views"
)

var day = time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)

// subjects are firms with their last round.
func subjects(seed uint64, n int) []shared.Subject {
	lib := shipped.Library()
	var out []shared.Subject
	for _, d := range sampleregion.Dossiers(sampleregion.Options{Seed: seed, Firms: n, Now: day, Library: lib}) {
		if len(d.Rounds) == 0 {
			continue
		}
		r := d.Rounds[len(d.Rounds)-1]
		pack := lib.Version(r.Assessment.ModelID, r.Assessment.ModelVersion)
		out = append(out, shared.Subject{Company: d.Company, Round: rounds.Round{Assessment: r.Assessment, Model: &pack.Model, Answers: views.Agreed(r.Ratings), Size: d.Company.Size(), Sector: lib.Sector(d.Company.NACE)}})
	}
	return out
}

// Each firm counts once, whatever the order and however often it stands there; pools come by firms;
// the sums are those of the firms.
func TestPoolLaws(t *testing.T) {
	lib := shipped.Library()
	rapid.Check(t, func(t *rapid.T) {
		all := subjects(rapid.Uint64().Draw(t, "seed"), rapid.IntRange(0, 9).Draw(t, "firms"))
		pools := shared.Of(lib.Shared, lib.Actions, all)
		mixed := slices.Concat(all, all)
		rand.New(rand.NewPCG(1, rapid.Uint64().Draw(t, "order"))).Shuffle(len(mixed), func(i, j int) { mixed[i], mixed[j] = mixed[j], mixed[i] })
		again := shared.Of(lib.Shared, lib.Actions, mixed)
		if len(again) != len(pools) {
			t.Fatalf("%d pools, in another order %d", len(pools), len(again))
		}
		for i := range pools {
			p, q := &pools[i], &again[i]
			if p.Need.ID != q.Need.ID || p.Days.Cmp(q.Days) != 0 || p.Cost.Low.Cmp(q.Cost.Low) != 0 || !reflect.DeepEqual(names(p), names(q)) {
				t.Errorf("%s: %v, in another order %s: %v", p.Need.ID, names(p), q.Need.ID, names(q))
			}
			if i > 0 && len(pools[i-1].Firms) < len(p.Firms) {
				t.Errorf("%s stands behind %s", p.Need.ID, pools[i-1].Need.ID)
			}
			seen, sum := map[string]bool{}, new(big.Rat)
			for _, f := range p.Firms {
				if seen[f.Company.ID] || len(f.Actions) == 0 {
					t.Errorf("%s counts %q twice or for nothing", p.Need.ID, f.Company.Name)
				}
				seen[f.Company.ID] = true
				sum.Add(sum, f.Days)
			}
			if sum.Cmp(p.Days) != 0 {
				t.Errorf("%s has %v days, its firms %v", p.Need.ID, p.Days, sum)
			}
		}
	})
}

func names(p *shared.Pool) (out []string) {
	for _, f := range p.Firms {
		out = append(out, f.Company.ID)
	}
	return out
}

// Samples never count beside a real firm.
func TestReal(t *testing.T) {
	all := subjects(3, 6)
	for i := range all {
		all[i].Company.Sample = true
	}
	if got, sample := shared.Real(all); len(got) != len(all) || !sample {
		t.Errorf("samples alone: %d, %v", len(got), sample)
	}
	all[1].Company.Sample = false
	if got, sample := shared.Real(all); len(got) != 1 || sample || got[0].Company.ID != all[1].Company.ID {
		t.Errorf("beside a real one: %d, %v", len(got), sample)
	}
	if got, sample := shared.Real(nil); len(got) != 0 || sample {
		t.Errorf("nobody: %d, %v", len(got), sample)
	}
}

// What is kept comes back as it was.
func TestService(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := &shared.Service{Need: "it-person", State: rapid.SampledFrom(shared.States).Draw(t, "state"), Provider: "murcia/cetem", First: rapid.String().Draw(t, "first"), Note: rapid.String().Draw(t, "note")}
		for _, id := range rapid.SliceOfN(rapid.SampledFrom([]string{"a", "b", "c"}), 0, 5).Draw(t, "firms") {
			s.Say(id, rapid.SampledFrom(shared.AllSaid).Draw(t, "said"))
		}
		u, err := shared.Written(s, assessments.Undertaking{})
		if err != nil {
			t.Fatal(err)
		}
		got, err := shared.Read(&u)
		if err != nil || got.State != s.State || got.First != strings.ToValidUTF8(s.First, "\ufffd") || got.Of("a") != s.Of("a") || got.Of("b") != s.Of("b") || len(got.Marks) != len(s.Marks) {
			t.Errorf("%+v came back as %+v (%v)", s, got, err)
		}
	})
	if _, err := shared.Read(&assessments.Undertaking{Content: []byte(`{"unknown":1}`)}); err == nil {
		t.Error("an unknown field is read")
	}
	long := &shared.Service{Note: strings.Repeat("x", shared.TextLimit+1)}
	var f *assessments.Fault
	if err := long.Check(); !errors.As(err, &f) || f.Code != "text-long" {
		t.Errorf("a text without end: %v", err)
	}
}

// The case names no firm and stands on one page; fewer than five firms are refused.
func TestCase(t *testing.T) {
	lib := shipped.Library()
	all := subjects(5, 30)
	pools := shared.Of(lib.Shared, lib.Actions, all)
	for _, lang := range []string{"es", "en"} {
		for i := range pools {
			p := &pools[i]
			in := shared.CaseInput{Words: shipped.Words()[lang], Library: lib, Pool: p, Service: &shared.Service{Need: p.Need.ID, Provider: "murcia/cetem", Note: "SECRETO"}, Day: day, Sample: true}
			d, err := shared.Case(in)
			if len(p.Firms) < shared.Fewest {
				var f *assessments.Fault
				if !errors.As(err, &f) || f.Code != "shared-few" {
					t.Errorf("%s with %d firms: %v", p.Need.ID, len(p.Firms), err)
				}
				continue
			}
			if err != nil {
				t.Fatal(err)
			}
			said := text(d)
			for _, f := range p.Firms {
				if strings.Contains(said, f.Company.Name) {
					t.Errorf("%s names %q", p.Need.ID, f.Company.Name)
				}
			}
			for _, want := range []string{lib.SharedWords[lang][p.Need.ID].What, "CETEM"} {
				if !strings.Contains(said, want) {
					t.Errorf("%s does not say %q", p.Need.ID, want)
				}
			}
			if strings.Contains(said, "SECRETO") || d.Sample == "" {
				t.Errorf("%s prints the advisor's note, or is not marked", p.Need.ID)
			}
		}
	}
	if len(pools) < 10 {
		t.Errorf("%d pools of thirty firms", len(pools))
	}
}

// text is everything that a document says.
func text(d *document.Document) string {
	var b strings.Builder
	var walk func(v reflect.Value)
	walk = func(v reflect.Value) {
		switch v.Kind() {
		case reflect.String:
			b.WriteString(v.String() + "\n")
		case reflect.Slice:
			for i := range v.Len() {
				walk(v.Index(i))
			}
		case reflect.Interface, reflect.Pointer:
			if !v.IsNil() {
				walk(v.Elem())
			}
		case reflect.Struct:
			if v.Type() == reflect.TypeFor[time.Time]() {
				return
			}
			for i := range v.NumField() {
				walk(v.Field(i))
			}
		}
	}
	walk(reflect.ValueOf(d))
	return b.String()
}
