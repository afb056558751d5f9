// Package generated lays made-up firms into a store for tests.
//
// The rule: only tests import it.
package generated

import (
	"context"
	"testing"
	"time"

	"nivel/assessments"
	"nivel/assessments/house/shipped"
	"nivel/assessments/sampleregion"
	"nivel/assessments/sqlite"
)

// Options are what the firms are made from.
type Options struct {
	Seed  uint64
	Firms int
	Now   time.Time // no visit, answer or round is later
}

// Dossiers are made-up firms that answer the shipped questionnaire.
func Dossiers(o Options) []assessments.Dossier {
	return sampleregion.Dossiers(sampleregion.Options{Seed: o.Seed, Firms: o.Firms, Now: o.Now, Library: shipped.Library()})
}

// Fill writes firms into a store.
func Fill(t testing.TB, store *sqlite.Store, o Options) []assessments.Dossier {
	t.Helper()
	all := Dossiers(o)
	if err := store.PutDossiers(context.Background(), all, o.Now); err != nil {
		t.Fatal(err)
	}
	return all
}
