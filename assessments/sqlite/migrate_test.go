package sqlite

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"nivel/assessments"
)

// known is the version of the program.
var known = func() int {
	steps, err := migrations()
	if err != nil {
		panic(err)
	}
	return len(steps)
}()

// Versions that do not exist yet.
const (
	next = `ALTER TABLE company ADD COLUMN web TEXT NOT NULL DEFAULT 'none'`
	// rebuilt rebuilds a table to which others refer, which deletes those where keys are held up.
	rebuilt = `CREATE TABLE company_new (id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL) STRICT;
		INSERT INTO company_new SELECT id, name FROM company;
		DROP TABLE company;
		ALTER TABLE company_new RENAME TO company`
	failing = `CREATE TABLE half (a TEXT) STRICT; UPDATE rating SET note = 'lost'; INSERT INTO no_such_table VALUES (1)`
	orphans = `DELETE FROM company`
)

func stepsUpTo(t testing.TB, more ...string) []string {
	t.Helper()
	steps, err := migrations()
	check(t, err)
	return append(steps, more...)
}

func backups(t testing.TB, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(filepath.Join(dir, backupsName))
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		t.Fatal(err)
	}
	return ids(entries, func(e os.DirEntry) string { return e.Name() })
}

func TestNewStoreNeedsNoBackup(t *testing.T) {
	dir := t.TempDir()
	s, err := open(dir, stepsUpTo(t, next, rebuilt))
	check(t, err)
	defer s.Close()
	if got := backups(t, dir); len(got) != 0 {
		t.Errorf("there are backups of nothing: %v", got)
	}
	var version int
	check(t, s.db.QueryRow("PRAGMA user_version").Scan(&version))
	if version != known+2 {
		t.Errorf("version is %d, want %d", version, known+2)
	}
}

func TestMigrationKeepsDataAndMakesACopy(t *testing.T) {
	dir, id := closedStore(t)
	old := snapshot(t, dir)
	s, err := open(dir, stepsUpTo(t, next, rebuilt))
	check(t, err)
	answers, err := s.Answers(t.Context(), id, assessments.Owner)
	check(t, err)
	var name string
	check(t, s.db.QueryRow("SELECT name FROM company").Scan(&name))
	if len(answers) != 60 || name != "Muebles Ortín" {
		t.Errorf("%d answers of 60, company %q", len(answers), name)
	}
	var keys int
	check(t, s.db.QueryRow("PRAGMA foreign_keys").Scan(&keys))
	if keys != 1 {
		t.Error("foreign keys stayed off after the migration")
	}
	check(t, s.Close())

	names := backups(t, dir)
	if len(names) != 1 || !regexp.MustCompile(fmt.Sprintf(`^nivel-before-%d-\d{8}-\d{6}\.db$`, known+2)).MatchString(names[0]) {
		t.Fatalf("backups are %v", names)
	}
	path := filepath.Join(dir, backupsName, names[0])
	if info, err := os.Stat(path); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("rights of the copy are %v, %v", info.Mode(), err)
	}
	// The copy is a whole store of the old version.
	restored := t.TempDir()
	content, err := os.ReadFile(path)
	check(t, err)
	check(t, os.WriteFile(filepath.Join(restored, fileName), content, 0o600))
	s = mustOpen(t, restored)
	answers, err = s.Answers(t.Context(), id, assessments.Owner)
	check(t, err)
	if len(answers) != 60 {
		t.Errorf("the copy has %d answers of 60", len(answers))
	}
	// And now the old program refuses the new file.
	var newer *NewerError
	if _, err := Open(dir); !errors.As(err, &newer) || newer.Found != known+2 || newer.Known != known {
		t.Errorf("error is %v, want NewerError", err)
	}
	if len(old) == len(snapshot(t, dir)) {
		t.Error("the folder of backups is missing")
	}
}

func TestFailedMigrationLeavesTheOldVersion(t *testing.T) {
	for name, c := range map[string]struct {
		steps []string
		went  int
	}{
		"at once":             {[]string{failing}, 0},
		"after one that went": {[]string{next, failing, rebuilt}, 1},
		"broken keys":         {[]string{next, orphans}, 1},
	} {
		t.Run(name, func(t *testing.T) {
			dir, id := closedStore(t)
			before := snapshot(t, dir)
			for range 2 {
				_, err := open(dir, stepsUpTo(t, c.steps...))
				if err == nil || !strings.Contains(err.Error(), fmt.Sprintf("migrate to version %d", known+c.went+1)) {
					t.Fatalf("error is %v", err)
				}
			}
			if c.went == 0 {
				after := snapshot(t, dir)
				if string(before[fileName]) != string(after[fileName]) {
					t.Error("the file was changed")
				}
			}
			s, err := open(dir, stepsUpTo(t, c.steps...)[:known+c.went])
			check(t, err)
			defer s.Close()
			answers, err := s.Answers(t.Context(), id, assessments.Owner)
			check(t, err)
			if len(answers) != 60 || answers["q1"].Note == "lost" {
				t.Errorf("%d answers of 60, note %.10q", len(answers), answers["q1"].Note)
			}
			if got := backups(t, dir); len(got) == 0 {
				t.Error("there is no backup")
			}
		})
	}
}

// Without the copy there is no migration.
func TestNoMigrationWithoutACopy(t *testing.T) {
	dir, _ := closedStore(t)
	check(t, os.WriteFile(filepath.Join(dir, backupsName), []byte("a file"), 0o600))
	before := snapshot(t, dir)
	if _, err := open(dir, stepsUpTo(t, next)); !errors.Is(err, ErrNotWritable) {
		t.Errorf("error is %v, want ErrNotWritable", err)
	}
	sameFiles(t, before, snapshot(t, dir))
}

func TestBackupsNeverOverwriteEachOther(t *testing.T) {
	dir, _ := closedStore(t)
	db, err := connect(filepath.Join(dir, fileName), migrating)
	check(t, err)
	defer db.Close()
	check(t, os.MkdirAll(filepath.Join(dir, backupsName, scratchPrefix+"left"), 0o700))
	for range 3 {
		_, err := backUp(db, filepath.Join(dir, fileName), "nivel-before-"+strconv.Itoa(known+1), known, start)
		check(t, err)
	}
	want := strings.ReplaceAll("nivel-before-N-20261123-093000-2.db nivel-before-N-20261123-093000-3.db nivel-before-N-20261123-093000.db", "N", strconv.Itoa(known+1))
	if got := strings.Join(backups(t, dir), " "); got != want {
		t.Errorf("backups are %s", got)
	}
	// A copy of the wrong version is not kept as one.
	if _, err := backUp(db, filepath.Join(dir, fileName), "nivel-before-6", known+1, time.Now()); err == nil {
		t.Error("a copy of the wrong version was accepted")
	}
	if got := len(backups(t, dir)); got != 3 {
		t.Errorf("%d backups, want 3", got)
	}
}
