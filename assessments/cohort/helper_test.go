package cohort_test

import (
	"context"
	"testing"

	"nivel/assessments/cohort"
	"nivel/assessments/sqlite"
)

func open(t testing.TB, dir string) *sqlite.Store {
	t.Helper()
	s, err := sqlite.Open(dir)
	check(t, err)
	t.Cleanup(func() { check(t, s.Close()) })
	return s
}

func check(t interface {
	Helper()
	Fatal(...any)
}, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func list(t testing.TB, p cohort.Params) []*cohort.Firm {
	t.Helper()
	firms, err := cohort.List(context.Background(), p)
	check(t, err)
	return firms
}

// forgetful is a store without any summary.
type forgetful struct{ *sqlite.Store }

func (f forgetful) Portfolio(ctx context.Context, today string) ([]sqlite.PortfolioRow, error) {
	rows, err := f.Store.Portfolio(ctx, today)
	for i := range rows {
		rows[i].MadeFrom, rows[i].Content = "", nil
	}
	return rows, err
}

func (forgetful) PutSummaries(context.Context, []sqlite.Summary) error { return nil }
