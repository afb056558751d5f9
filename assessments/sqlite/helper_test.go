package sqlite

import (
	"bytes"
	"database/sql"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"time"

	"nivel/assessments"
)

// childVar names the job of a test binary that a test has started again as a process of its own.
const childVar, childDir = "NIVEL_TEST_CHILD", "NIVEL_TEST_DIR"

func TestMain(m *testing.M) {
	job, ok := map[string]func(dir string) error{
		"open": openChild, "rate": rateChild, "migrate": migrateChild,
	}[os.Getenv(childVar)]
	if !ok {
		os.Exit(m.Run())
	}
	if err := job(os.Getenv(childDir)); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

var start = time.Date(2026, 11, 23, 9, 30, 0, 120_000_000, time.UTC)

// mustOpen opens the store of a folder and closes it when the test ends.
func mustOpen(t testing.TB, dir string) *Store {
	t.Helper()
	s, err := Open(dir)
	check(t, err)
	t.Cleanup(func() { check(t, s.Close()) })
	return s
}

func check(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// addAssessment makes a company and an assessment and returns the latter's id.
func addAssessment(t testing.TB, s *Store) string {
	t.Helper()
	c := assessments.Company{ID: NewID(), Name: "Muebles Ortín", CreatedAt: start}
	check(t, s.PutCompany(t.Context(), c))
	a := assessments.Assessment{ID: NewID(), CompanyID: c.ID, ModelID: "nivel", StartedAt: start}
	check(t, s.PutAssessment(t.Context(), a))
	return a.ID
}

func ratingOf(assessment, question string, level int) assessments.Rating {
	return assessments.Rating{ID: NewID(), AssessmentID: assessment, Question: question,
		Respondent: assessments.Owner, At: start, Answer: assessments.Answer{Value: assessments.AtLevel(level)}}
}

// bare opens a database as another program would, with nothing set.
func bare(t testing.TB, path string, statements ...string) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	check(t, err)
	db.SetMaxOpenConns(1)
	t.Cleanup(func() { _ = db.Close() })
	for _, s := range statements {
		if _, err := db.Exec(s); err != nil {
			t.Fatalf("%s: %v", s, err)
		}
	}
	return db
}

// snapshot reads all files below dir but the lock, to show that nothing was changed or added.
func snapshot(t testing.TB, dir string) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	check(t, filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.Name() == lockName {
			return err
		}
		name, _ := filepath.Rel(dir, path)
		files[name] = nil
		if !e.IsDir() {
			files[name], err = os.ReadFile(path)
		}
		return err
	}))
	return files
}

func sameFiles(t testing.TB, before, after map[string][]byte) {
	t.Helper()
	for name, content := range after {
		if old, ok := before[name]; !ok {
			t.Errorf("%s was added", name)
		} else if !bytes.Equal(old, content) {
			t.Errorf("%s was changed", name)
		}
	}
	for name := range before {
		if _, ok := after[name]; !ok {
			t.Errorf("%s was removed", name)
		}
	}
}

func copyDir(t testing.TB, from, to string) {
	t.Helper()
	for name, content := range snapshot(t, from) {
		if content != nil {
			check(t, os.WriteFile(filepath.Join(to, name), content, 0o600))
		}
	}
}

func sameAnswers(t interface {
	Helper()
	Fatalf(string, ...any)
}, got, want assessments.Answers) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%d answers, want %d: %v", len(got), len(want), got)
	}
	for q, w := range want {
		g, ok := got[q]
		if !ok || !g.Equal(w) {
			t.Fatalf("answer to %q is %+v, want %+v", q, g, w)
		}
	}
}

// ids lists something of each element, to compare an order.
func ids[T any](all []T, id func(T) string) []string {
	var out []string
	for _, one := range all {
		out = append(out, id(one))
	}
	return out
}
