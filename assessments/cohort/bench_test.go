package cohort_test

import (
	"testing"
	"time"

	"nivel/assessments/cohort"
	"nivel/assessments/house/generated"
	"nivel/assessments/house/shipped"
	"nivel/assessments/sqlite"
)

// many is how many firms the list must be quick with.
const many = 5000

func manyFirms(b *testing.B) cohort.Params {
	b.Helper()
	s := open(b, b.TempDir())
	generated.Fill(b, s, generated.Options{Seed: 1, Firms: many, Now: now})
	return cohort.Params{Store: s, Library: shipped.Library(), Now: now}
}

// BenchmarkListKept opens a list whose results are all kept.
func BenchmarkListKept(b *testing.B) {
	p := manyFirms(b)
	list(b, p)
	for b.Loop() {
		list(b, p)
	}
}

// BenchmarkListAnew opens a list in which everything is to be reckoned.
func BenchmarkListAnew(b *testing.B) {
	p := manyFirms(b)
	for b.Loop() {
		list(b, cohort.Params{Store: forgetful{p.Store.(*sqlite.Store)}, Library: p.Library, Now: p.Now})
	}
}

// BenchmarkFind types a letter into the search field, among all firms.
func BenchmarkFind(b *testing.B) {
	firms := list(b, manyFirms(b))
	for b.Loop() {
		if len((cohort.Filter{Query: "carp"}).Of(firms)) == 0 {
			b.Fatal("none found")
		}
	}
}

// BenchmarkSort sorts all firms by name, the dearest of the columns.
func BenchmarkSort(b *testing.B) {
	firms := list(b, manyFirms(b))
	for b.Loop() {
		cohort.Order{Column: cohort.ByName, Language: "es"}.Sort(firms)
	}
}

var now = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)
