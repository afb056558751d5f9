package sqlite

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nivel/assessments"
)

// edit changes the bytes of the database in dir.
func edit(t testing.TB, dir string, change func([]byte) []byte) {
	t.Helper()
	path := filepath.Join(dir, fileName)
	content, err := os.ReadFile(path)
	check(t, err)
	check(t, os.WriteFile(path, change(content), 0o600))
}

func setVersion(version uint32) func([]byte) []byte {
	return func(b []byte) []byte { binary.BigEndian.PutUint32(b[60:], version); return b }
}

// What cannot be opened is named for what it is, and keeps every byte.
func TestRefusedFilesStayUntouched(t *testing.T) {
	cases := map[string]struct {
		want error
		make func(t *testing.T, dir string)
	}{
		"text": {ErrNotDatabase, func(t *testing.T, dir string) {
			edit(t, dir, func([]byte) []byte { return []byte("Estimado señor\n") })
		}},
		"text with a journal beside it": {ErrNotDatabase, func(t *testing.T, dir string) {
			edit(t, dir, func([]byte) []byte { return bytes.Repeat([]byte("Estimado señor\n"), 1000) })
			check(t, os.WriteFile(filepath.Join(dir, fileName+"-journal"), []byte("diary"), 0o600))
		}},
		"zeros": {ErrNotDatabase, func(t *testing.T, dir string) {
			edit(t, dir, func(b []byte) []byte { return make([]byte, len(b)) })
		}},
		"a folder": {ErrNotDatabase, func(t *testing.T, dir string) {
			check(t, os.Remove(filepath.Join(dir, fileName)))
			check(t, os.Mkdir(filepath.Join(dir, fileName), 0o700))
		}},
		"another program's database": {ErrForeign, func(t *testing.T, dir string) {
			check(t, os.Remove(filepath.Join(dir, fileName)))
			check(t, bare(t, filepath.Join(dir, fileName), "CREATE TABLE t (a)", "PRAGMA user_version = 1").Close())
		}},
		"another program's database with a log": {ErrForeign, func(t *testing.T, dir string) {
			check(t, os.Remove(filepath.Join(dir, fileName)))
			check(t, bare(t, filepath.Join(dir, fileName), "PRAGMA journal_mode = WAL", "CREATE TABLE t (a)").Close())
		}},
		"another program's database, empty": {ErrForeign, func(t *testing.T, dir string) {
			check(t, os.Remove(filepath.Join(dir, fileName)))
			check(t, bare(t, filepath.Join(dir, fileName), "VACUUM").Close())
		}},
		"a trigger that is not ours": {ErrForeign, func(t *testing.T, dir string) {
			check(t, bare(t, filepath.Join(dir, fileName),
				"CREATE TRIGGER spy AFTER INSERT ON rating BEGIN UPDATE rating SET value = 5; END").Close())
		}},
		"newer": {&NewerError{Found: 7, Known: known}, func(t *testing.T, dir string) { edit(t, dir, setVersion(7)) }},
		"newer and killed in a commit": {&NewerError{Found: 7, Known: known}, func(t *testing.T, dir string) {
			edit(t, dir, setVersion(7))
			interrupt(t, dir)
		}},
		"without a version":  {ErrDamaged, func(t *testing.T, dir string) { edit(t, dir, setVersion(0)) }},
		"a negative version": {ErrDamaged, func(t *testing.T, dir string) { edit(t, dir, setVersion(1<<31)) }},
		"cut in the header":  {ErrDamaged, func(t *testing.T, dir string) { edit(t, dir, func(b []byte) []byte { return b[:60] }) }},
		"cut in half":        {ErrDamaged, func(t *testing.T, dir string) { edit(t, dir, func(b []byte) []byte { return b[:len(b)/2] }) }},
		"an impossible page size": {ErrDamaged, func(t *testing.T, dir string) {
			edit(t, dir, func(b []byte) []byte { b[16], b[17] = 0, 3; return b })
		}},
		"an unknown file format": {ErrDamaged, func(t *testing.T, dir string) {
			edit(t, dir, func(b []byte) []byte { b[47] = 99; return b })
		}},
		"a broken schema": {ErrDamaged, func(t *testing.T, dir string) {
			edit(t, dir, func(b []byte) []byte {
				return bytes.Replace(b, []byte("CREATE TABLE company"), []byte("CREATE TIBLE company"), 1)
			})
		}},
		"noise over the pages": {ErrDamaged, func(t *testing.T, dir string) {
			edit(t, dir, func(b []byte) []byte {
				for i := 8192; i < len(b); i += 7 {
					b[i] ^= 0xa5
				}
				return b
			})
		}},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			dir, _ := closedStore(t)
			c.make(t, dir)
			before := snapshot(t, dir)
			for range 2 { // the second time too: nothing may be left locked
				s, err := Open(dir)
				if err == nil {
					t.Fatal(errors.Join(errors.New("it was opened"), s.Close()))
				}
				var newer, want *NewerError
				if errors.As(c.want, &want) {
					if !errors.As(err, &newer) || *newer != *want {
						t.Errorf("error is %v, want %v", err, want)
					}
				} else if !errors.Is(err, c.want) {
					t.Errorf("error is %v, want %v", err, c.want)
				}
				if !strings.Contains(err.Error(), filepath.Join(dir, fileName)) {
					t.Errorf("the error does not name the file: %v", err)
				}
			}
			sameFiles(t, before, snapshot(t, dir))
		})
	}
}

// interrupt leaves the store in dir as a kill in the middle of a commit does: pages half written,
// and a journal to roll them back.
func interrupt(t testing.TB, dir string) {
	t.Helper()
	work := t.TempDir()
	copyDir(t, dir, work)
	// A cache of one page makes the engine write before the commit.
	db := bare(t, filepath.Join(work, fileName), "PRAGMA cache_size = 1", "BEGIN IMMEDIATE",
		"UPDATE rating SET note = hex(randomblob(3000))", fmt.Sprintf("PRAGMA user_version = %d", known))
	copyDir(t, work, dir)
	check(t, db.Close())
	if info, err := os.Stat(filepath.Join(dir, fileName+"-journal")); err != nil || info.Size() < 512 {
		t.Fatalf("there is no journal: %v", err)
	}
}

func TestKilledInACommitIsRolledBack(t *testing.T) {
	dir, id := closedStore(t)
	before := snapshot(t, dir)
	s := mustOpen(t, dir)
	want, err := s.Answers(t.Context(), id, assessments.Owner)
	check(t, err)
	check(t, s.Close())

	interrupt(t, dir)
	if bytes.Equal(before[fileName], snapshot(t, dir)[fileName]) {
		t.Fatal("the file is whole, so nothing is tested")
	}
	s = mustOpen(t, dir)
	got, err := s.Answers(t.Context(), id, assessments.Owner)
	check(t, err)
	sameAnswers(t, got, want)
	check(t, s.Close())
	sameFiles(t, before, snapshot(t, dir))
}

func TestKilledInTheFirstTransaction(t *testing.T) {
	dir, work := t.TempDir(), t.TempDir()
	steps, err := migrations()
	check(t, err)
	bare(t, filepath.Join(work, fileName), "PRAGMA cache_size = 1", "BEGIN IMMEDIATE", steps[0],
		`WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 50)
			INSERT INTO setting SELECT i, hex(randomblob(3000)) FROM n`)
	copyDir(t, work, dir)
	if info, err := os.Stat(filepath.Join(dir, fileName)); err != nil || info.Size() == 0 {
		t.Fatalf("nothing was written, so nothing is tested: %v", err)
	}
	s := mustOpen(t, dir)
	addAssessment(t, s)
}
