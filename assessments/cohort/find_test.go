package cohort_test

import (
	"fmt"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"nivel/assessments"
	"nivel/assessments/cohort"
	"nivel/assessments/house/generated"
	"nivel/assessments/house/shipped"
	"nivel/assessments/sqlite"
)

func names(firms []*cohort.Firm) []string {
	var out []string
	for _, f := range firms {
		out = append(out, f.Company.Name)
	}
	return out
}

// firms puts companies through a store and lists them.
func firms(t *testing.T, all ...assessments.Company) []*cohort.Firm {
	t.Helper()
	s := open(t, t.TempDir())
	for i, c := range all {
		c.ID, c.CreatedAt = fmt.Sprintf("%02d", i), now
		check(t, s.PutCompany(t.Context(), c))
	}
	return list(t, cohort.Params{Store: s, Library: shipped.Library(), Now: now})
}

func TestFind(t *testing.T) {
	all := firms(t,
		assessments.Company{Name: "Carpintería Ortín, S.L.", Place: "Yecla", NACE: "16.23", People: 6, Tags: []string{"feria 2025"}},
		assessments.Company{Name: "Muebles Ejemplo", Place: "Águilas", NACE: "31.02", People: 24},
		assessments.Company{Name: "Metales Prueba", Place: "Murcia", NACE: "25.11", Tags: []string{"Éxito"}})
	for _, c := range []struct {
		filter cohort.Filter
		want   []string
	}{
		{cohort.Filter{}, names(all)},
		{cohort.Filter{Query: "CARPINTERIA ort"}, names(all[:1])},
		{cohort.Filter{Query: "ortin  s.l."}, names(all[:1])},
		{cohort.Filter{Query: "aguilas"}, names(all[1:2])},
		{cohort.Filter{Query: "exito"}, names(all[2:])},
		{cohort.Filter{Query: "2025"}, names(all[:1])},
		{cohort.Filter{Query: "pintería"}, nil},
		{cohort.Filter{Query: "mu"}, names(all[1:])},
		{cohort.Filter{Divisions: []string{"16", "25"}}, []string{all[0].Company.Name, all[2].Company.Name}},
		{cohort.Filter{Sectors: []string{"furniture"}}, names(all[:2])},
		{cohort.Filter{Sizes: []assessments.SizeClass{assessments.Unsized}}, names(all[2:])},
		{cohort.Filter{Tags: []string{"Éxito"}}, names(all[2:])},
		{cohort.Filter{States: []cohort.State{cohort.Done}}, nil},
		{cohort.Filter{Years: []int{0}, Query: "m"}, names(all[1:])},
	} {
		if got := names(c.filter.Of(all)); !slices.Equal(got, c.want) {
			t.Errorf("%+v finds %v, want %v", c.filter, got, c.want)
		}
	}
	want := cohort.Choices{Divisions: []string{"16", "25", "31"}, Sectors: []string{"furniture", "metal"}, Tags: []string{"feria 2025", "Éxito"},
		Sizes: []assessments.SizeClass{assessments.Micro, assessments.Small, assessments.Unsized}, States: []cohort.State{cohort.NotStarted}, Years: []int{0}}
	if got := cohort.ChoicesOf(all); !reflect.DeepEqual(got, want) {
		t.Errorf("choices %+v, want %+v", got, want)
	}
}

// The alphabet is the language's: ñ after n in Spanish, accents and case beside their letters.
func TestSortByAlphabet(t *testing.T) {
	all := firms(t, assessments.Company{Name: "Oficinas"}, assessments.Company{Name: "Ñoras"}, assessments.Company{Name: "Nubes"}, assessments.Company{Name: "álamo"},
		assessments.Company{Name: "Zócalo"}, assessments.Company{Name: "Alamo 10"}, assessments.Company{Name: "Álamo 9"})
	want := []string{"álamo", "Álamo 9", "Alamo 10", "Nubes", "Ñoras", "Oficinas", "Zócalo"}
	if got := names(cohort.Order{Column: cohort.ByName, Language: "es"}.Sort(all)); !slices.Equal(got, want) {
		t.Errorf("sorted %v, want %v", got, want)
	}
	slices.Reverse(want)
	if got := names(cohort.Order{Column: cohort.ByName, Language: "es", Down: true}.Sort(all)); !slices.Equal(got, want) {
		t.Errorf("downwards %v, want %v", got, want)
	}
}

// Sorting loses nobody, gives one order whatever came in, and puts those without a value last both ways.
func TestSortLaws(t *testing.T) {
	s := open(t, t.TempDir())
	generated.Fill(t, s, generated.Options{Seed: 11, Firms: 80, Now: now})
	all := list(t, cohort.Params{Store: s, Library: shipped.Library(), Now: now})
	rapid.Check(t, func(t *rapid.T) {
		o := cohort.Order{Column: rapid.SampledFrom(cohort.Columns).Draw(t, "column"), Down: rapid.Bool().Draw(t, "down"), Language: "es"}
		mixed := rapid.Permutation(all).Draw(t, "mixed")
		got := o.Sort(all)
		if other := o.Sort(mixed); !slices.Equal(got, other) {
			t.Fatalf("%+v depends on the order that was", o)
		}
		have := func(f *cohort.Firm) bool {
			switch o.Column {
			case cohort.ByPeople:
				return f.Company.People > 0
			case cohort.ByDate:
				return f.AnsweredOn != ""
			case cohort.ByVisit:
				return f.VisitedOn != ""
			case cohort.ByLevel:
				return f.Overall.Shown()
			case cohort.ByWeakest:
				return f.Weakest != ""
			case cohort.BySector:
				return f.Sector != ""
			}
			return true
		}
		for i := 1; i < len(got); i++ {
			a, b := got[i-1], got[i]
			if !have(a) && have(b) {
				t.Fatalf("%+v: one without a value stands before one with", o)
			}
			if o.Column == cohort.ByLevel && have(a) && have(b) && a.Overall.Value.Cmp(b.Overall.Value) != 0 && (a.Overall.Value.Cmp(b.Overall.Value) > 0) != o.Down {
				t.Fatalf("%+v: %v before %v", o, a.Overall.Value, b.Overall.Value)
			}
			if o.Column == cohort.ByPeople && have(a) && have(b) && a.Company.People != b.Company.People && (a.Company.People > b.Company.People) != o.Down {
				t.Fatalf("%+v: %d before %d", o, a.Company.People, b.Company.People)
			}
		}
	})
}

// Filters only take away, keep the order, and narrow each other.
func TestFilterLaws(t *testing.T) {
	s := open(t, t.TempDir())
	generated.Fill(t, s, generated.Options{Seed: 12, Firms: 80, Now: now})
	all := list(t, cohort.Params{Store: s, Library: shipped.Library(), Now: now})
	choices := cohort.ChoicesOf(all)
	rapid.Check(t, func(t *rapid.T) {
		one := cohort.Filter{States: []cohort.State{rapid.SampledFrom(choices.States).Draw(t, "state")}}
		two := cohort.Filter{Sizes: []assessments.SizeClass{rapid.SampledFrom(choices.Sizes).Draw(t, "size")}, Years: []int{rapid.SampledFrom(choices.Years).Draw(t, "year")}}
		both := two
		both.States = one.States
		if !slices.Equal(both.Of(all), two.Of(one.Of(all))) || len(one.Of(all)) == 0 {
			t.Fatalf("%+v", both)
		}
	})
	n := 0
	for _, state := range cohort.States {
		n += len(cohort.Filter{States: []cohort.State{state}}.Of(all))
	}
	if n != len(all) || cohort.Count(all).All != n {
		t.Errorf("%d firms in all states, of %d", n, len(all))
	}
}

var _ cohort.Store = (*sqlite.Store)(nil)
