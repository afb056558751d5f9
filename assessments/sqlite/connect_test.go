package sqlite

import (
	"database/sql"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
)

func TestPragmasOnTheLiveConnection(t *testing.T) {
	s := mustOpen(t, t.TempDir())
	for pragma, want := range map[string]string{
		"busy_timeout": "5000", "journal_mode": "delete", "synchronous": "3", "foreign_keys": "1",
		"secure_delete": "1", "trusted_schema": "0", "cell_size_check": "1", "mmap_size": "0",
		"application_id": strconv.Itoa(applicationID), "user_version": strconv.Itoa(known),
	} {
		var got string
		err := s.db.QueryRow("PRAGMA " + pragma).Scan(&got)
		if pragma == "mmap_size" && errors.Is(err, sql.ErrNoRows) {
			continue // left out of this build: there is no memory mapping at all
		}
		if err != nil || got != want {
			t.Errorf("%s is %q, %v, want %q", pragma, got, err, want)
		}
	}
	if n := s.db.Stats().MaxOpenConnections; n != 1 {
		t.Errorf("there may be %d connections, want 1", n)
	}
	if _, err := s.db.Exec(`SELECT "no_such_column" FROM company`); err == nil {
		t.Error("_dqs: a misspelt column was taken for a text")
	}
	var writable string
	check(t, s.db.QueryRow("PRAGMA writable_schema = 1; PRAGMA writable_schema").Scan(&writable))
	if writable != "0" {
		t.Error("_defensive: the schema table can be written")
	}
	// _txlock: a transaction has the lock from its first moment.
	tx, err := s.db.Begin()
	check(t, err)
	defer tx.Rollback()
	other := bare(t, s.Path(), "PRAGMA busy_timeout = 0")
	if _, err := other.Exec("BEGIN IMMEDIATE"); err == nil {
		t.Error("a second writer got in beside a transaction that has not written yet")
	}
}

// Bytes of what was erased must not stay in the file.
func TestErasedIsGone(t *testing.T) {
	s := mustOpen(t, t.TempDir())
	marker := "erase-me-" + NewID()
	check(t, s.PutSetting(t.Context(), "k", marker))
	if content, _ := os.ReadFile(s.Path()); !strings.Contains(string(content), marker) {
		t.Fatal("the marker never reached the file")
	}
	check(t, s.PutSetting(t.Context(), "k", ""))
	for name, content := range snapshot(t, filepath.Dir(s.Path())) {
		if strings.Contains(string(content), marker) {
			t.Errorf("the marker is still in %s", name)
		}
	}
}

func TestEngineIsNotOneThatLosesData(t *testing.T) {
	s := mustOpen(t, t.TempDir())
	var version string
	check(t, s.db.QueryRow("SELECT sqlite_version()").Scan(&version))
	var got [3]int
	for i, part := range strings.SplitN(version, ".", 3) {
		n, err := strconv.Atoi(part)
		check(t, err)
		got[i] = n
	}
	if got[0] < 3 || got[0] == 3 && (got[1] < 51 || got[1] == 51 && got[2] < 3) {
		t.Errorf("the engine is %s; before 3.51.3 it had a fault that loses data", version)
	}
}

// The driver is translated C and fits only the libc it was made with, which go get -u overlooks.
func TestLibcIsTheOneTheDriverAsksFor(t *testing.T) {
	ask := func(args ...string) string {
		out, err := exec.Command("go", append([]string{"list", "-m", "-f"}, args...)...).Output()
		if err != nil {
			t.Skipf("go list does not work here: %v", err)
		}
		return strings.TrimSpace(string(out))
	}
	gomod, err := os.ReadFile(ask("{{.GoMod}}", "modernc.org/sqlite"))
	check(t, err)
	ours, theirs := ask("{{.Version}}", "modernc.org/libc"), ""
	for _, line := range strings.Split(string(gomod), "\n") {
		if f := strings.Fields(line); len(f) >= 2 && f[0] == "modernc.org/libc" {
			theirs = f[1]
		}
	}
	if ours == "" || ours != theirs {
		t.Errorf("go.mod has libc %q, the driver asks for %q", ours, theirs)
	}
}

// A folder's name must never lead to another file.
func TestOddFolderNames(t *testing.T) {
	names := []string{"a b", "a#b", "a%20b", "a+b", "ñandú 🪑", "a&mode=ro", "a=b;c", "100%", "file:x", "'quote'"}
	if runtime.GOOS != "windows" {
		names = append(names, "a?mode=memory", `back\slash`, `"`, "\xff")
	}
	for _, name := range names {
		t.Run(strings.ToValidUTF8(name, "_"), func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), name, "inner")
			s := mustOpen(t, dir)
			if s.Path() != filepath.Join(dir, "nivel.db") {
				t.Errorf("path is %q", s.Path())
			}
			id := addAssessment(t, s)
			check(t, s.Close())
			if info, err := os.Stat(filepath.Join(dir, "nivel.db")); err != nil || info.Size() == 0 {
				t.Fatalf("the file is not where it belongs: %v", err)
			}
			if around, err := os.ReadDir(filepath.Dir(filepath.Dir(dir))); err != nil || len(around) != 1 {
				t.Errorf("beside the folder lies something: %v, %v", around, err)
			}
			s = mustOpen(t, dir)
			if _, err := s.Assessment(t.Context(), id); err != nil {
				t.Error(err)
			}
		})
	}
}

// A relative name that looks like a URL is a folder all the same.
func TestRelativeFolder(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a colon is not allowed in names here")
	}
	dir := t.TempDir()
	t.Chdir(dir)
	s := mustOpen(t, "file:data?mode=memory")
	if want := filepath.Join(dir, "file:data?mode=memory", "nivel.db"); s.Path() != want {
		t.Errorf("path is %q, want %q", s.Path(), want)
	}
	addAssessment(t, s)
	if _, err := os.Stat(s.Path()); err != nil {
		t.Error(err)
	}
}

func TestAddress(t *testing.T) {
	for path, want := range map[string]string{
		"/home/a b/#1/nivel.db": "file:///home/a%20b/%231/nivel.db?",
		"C:/Users/ñ/nivel.db":   "file:///C:/Users/%C3%B1/nivel.db?",
		"//server/share/n.db":   "file:////server/share/n.db?",
	} {
		if got := address(path, working); !strings.HasPrefix(got, want) {
			t.Errorf("address of %s is %s", path, got)
		}
	}
	if got := address("/x", working); !strings.Contains(got, "_pragma=busy_timeout%285000%29&_pragma=") {
		t.Errorf("busy_timeout is not the first pragma: %s", got)
	}
}
