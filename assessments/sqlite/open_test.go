package sqlite

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// closedStore makes a store with a few ratings, closed, and returns its folder.
func closedStore(t testing.TB) (dir, assessment string) {
	t.Helper()
	dir = filepath.Join(t.TempDir(), "nivel")
	s, err := Open(dir)
	check(t, err)
	assessment = addAssessment(t, s)
	for i := range 60 {
		r := ratingOf(assessment, fmt.Sprintf("q%d", i), i%6)
		r.Answer.Note = strings.Repeat("nota ", 100)
		check(t, s.Rate(t.Context(), r))
	}
	check(t, s.Close())
	return dir, assessment
}

func TestEmptyFileIsNew(t *testing.T) {
	dir := t.TempDir()
	check(t, os.WriteFile(filepath.Join(dir, fileName), nil, 0o644))
	addAssessment(t, mustOpen(t, dir))
}

func TestLeftoversAreRemoved(t *testing.T) {
	dir, _ := closedStore(t)
	before := snapshot(t, dir)
	check(t, os.Mkdir(filepath.Join(dir, scratchPrefix+"123"), 0o700))
	check(t, os.WriteFile(filepath.Join(dir, scratchPrefix+"123", fileName), []byte("half"), 0o600))
	check(t, mustOpen(t, dir).Close())
	sameFiles(t, before, snapshot(t, dir))
}

// Another tool may have left our database with a log; it must come back to one file.
func TestOurDatabaseInLogModeIsTakenBack(t *testing.T) {
	dir, _ := closedStore(t)
	check(t, bare(t, filepath.Join(dir, fileName), "PRAGMA journal_mode = WAL").Close())
	s := mustOpen(t, dir)
	var mode string
	check(t, s.db.QueryRow("PRAGMA journal_mode").Scan(&mode))
	if mode != "delete" {
		t.Errorf("journal mode is %s", mode)
	}
}

func openChild(dir string) error {
	s, err := Open(dir)
	if errors.Is(err, ErrLocked) {
		fmt.Print("locked")
		return nil
	}
	if err != nil {
		return err
	}
	fmt.Print("opened")
	return s.Close()
}

func TestSecondOpenIsLockedOut(t *testing.T) {
	dir := t.TempDir()
	other := func() string {
		cmd := child("open", dir)
		cmd.Stderr = os.Stderr
		out, err := cmd.Output()
		check(t, err)
		return string(out)
	}
	s := mustOpen(t, dir)
	if _, err := Open(dir); !errors.Is(err, ErrLocked) {
		t.Errorf("a second Open says %v, want ErrLocked", err)
	}
	if got := other(); got != "locked" {
		t.Errorf("another process says %q, want locked", got)
	}
	addAssessment(t, s) // the attempts did not harm the first
	check(t, s.Close())
	check(t, s.Close())
	if got := other(); got != "opened" {
		t.Errorf("after Close another process says %q, want opened", got)
	}
	check(t, mustOpen(t, dir).Close())
}

// Another SQLite program knows nothing of our lock file.
func TestFileInUseByAnotherProgram(t *testing.T) {
	t.Parallel() // waits for the busy timeout
	dir, _ := closedStore(t)
	db := bare(t, filepath.Join(dir, fileName), "BEGIN EXCLUSIVE")
	if _, err := Open(dir); !errors.Is(err, ErrLocked) {
		t.Errorf("error is %v, want ErrLocked", err)
	}
	check(t, db.Close())
	check(t, mustOpen(t, dir).Close())
}

func TestNotWritable(t *testing.T) {
	t.Run("a file in place of the folder", func(t *testing.T) {
		dir := filepath.Join(t.TempDir(), "nivel")
		check(t, os.WriteFile(dir, []byte("a file"), 0o600))
		for _, d := range []string{dir, filepath.Join(dir, "inner")} {
			if _, err := Open(d); !errors.Is(err, ErrNotWritable) || !strings.Contains(err.Error(), d) {
				t.Errorf("error is %v, want ErrNotWritable with the path", err)
			}
		}
		if content, _ := os.ReadFile(dir); string(content) != "a file" {
			t.Error("the file was changed")
		}
	})
	t.Run("a folder in place of the lock", func(t *testing.T) {
		dir, _ := closedStore(t)
		check(t, os.Remove(filepath.Join(dir, lockName)))
		check(t, os.Mkdir(filepath.Join(dir, lockName), 0o700))
		before := snapshot(t, dir)
		if _, err := Open(dir); !errors.Is(err, ErrNotWritable) {
			t.Errorf("error is %v, want ErrNotWritable", err)
		}
		sameFiles(t, before, snapshot(t, dir))
	})
	for name, mode := range map[string][2]os.FileMode{
		"read-only folder": {0o500, 0o600}, "read-only file": {0o700, 0o400}, "unreadable file": {0o700, 0},
	} {
		t.Run(name, func(t *testing.T) {
			if os.Geteuid() == 0 || runtime.GOOS == "windows" {
				t.Skip("rights do not keep this user out")
			}
			dir, _ := closedStore(t)
			before := snapshot(t, dir)
			t.Cleanup(func() { _ = os.Chmod(dir, 0o700) })
			check(t, os.Chmod(filepath.Join(dir, fileName), mode[1]))
			check(t, os.Chmod(dir, mode[0]))
			if _, err := Open(dir); !errors.Is(err, ErrNotWritable) {
				t.Errorf("error is %v, want ErrNotWritable", err)
			}
			check(t, os.Chmod(dir, 0o700))
			check(t, os.Chmod(filepath.Join(dir, fileName), 0o600))
			sameFiles(t, before, snapshot(t, dir))
		})
	}
}

func TestOnlyTheOwnerCanRead(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("rights come from the folder here")
	}
	dir := filepath.Join(t.TempDir(), "a", "b")
	s := mustOpen(t, dir)
	check(t, s.Close())
	check(t, os.Chmod(s.Path(), 0o644)) // as a careless restore leaves it
	s = mustOpen(t, dir)
	_, err := s.db.Exec("BEGIN; INSERT INTO setting VALUES ('a', 'b')") // so that there is a journal
	check(t, err)
	for name, want := range map[string]os.FileMode{
		"..": 0o700, ".": 0o700, fileName: 0o600, fileName + "-journal": 0o600, lockName: 0o600,
	} {
		if info, err := os.Stat(filepath.Join(dir, name)); err != nil || info.Mode().Perm() != want {
			t.Errorf("%s: %v, %v, want %v", name, info.Mode(), err, want)
		}
	}
}

func TestClosedStoreSaysSo(t *testing.T) {
	s := mustOpen(t, t.TempDir())
	id := addAssessment(t, s)
	check(t, s.Close())
	if err := s.Rate(t.Context(), ratingOf(id, "q1", 1)); err == nil {
		t.Error("a closed store said an answer was saved")
	}
}

// child is this test binary as another process.
func child(job, dir string) *exec.Cmd {
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), childVar+"="+job, childDir+"="+dir)
	return cmd
}
