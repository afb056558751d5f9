package sqlite

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"nivel/assessments"
)

const killedAssessment = "killed"

// rateChild rates for ever and says so after each answer.
func rateChild(dir string) error {
	s, err := Open(dir)
	if err != nil {
		return err
	}
	for i := 0; ; i++ {
		r := ratingOf(killedAssessment, fmt.Sprintf("q%d", i%30), i%6)
		if err := s.Rate(context.Background(), r); err != nil {
			return err
		}
		fmt.Println(r.ID)
	}
}

// What was acknowledged is there after kill -9, round after round on the same file.
func TestKilledWhileRating(t *testing.T) {
	dir := t.TempDir()
	s := mustOpen(t, dir)
	check(t, s.PutCompany(t.Context(), assessments.Company{ID: "c"}))
	check(t, s.PutAssessment(t.Context(), assessments.Assessment{ID: killedAssessment, CompanyID: "c"}))
	check(t, s.Close())

	acknowledged := map[string]bool{}
	rolledBack := 0
	for range 10 {
		cmd := child("rate", dir)
		out, err := cmd.StdoutPipe()
		check(t, err)
		cmd.Stderr = os.Stderr
		check(t, cmd.Start())
		lines := bufio.NewScanner(out)
		for begun := false; lines.Scan(); {
			if len(lines.Text()) == 36 { // the last line may be cut
				acknowledged[lines.Text()] = true
			}
			if !begun { // the first answer starts the clock: none may be killed before it rates
				begun = true
				time.AfterFunc(time.Duration(5+rand.IntN(60))*time.Millisecond, func() { _ = cmd.Process.Kill() })
			}
		}
		if err := cmd.Wait(); err == nil || cmd.ProcessState.Exited() && cmd.ProcessState.ExitCode() == 1 {
			t.Fatalf("the child ended by itself: %v", err)
		}
		if _, err := os.Stat(filepath.Join(dir, fileName+"-journal")); err == nil {
			rolledBack++
		}
		s, err := Open(dir)
		check(t, err)
		check(t, soundness(s.db, "integrity_check"))
		all, err := s.Ratings(t.Context(), killedAssessment)
		check(t, err)
		there := map[string]bool{}
		for _, r := range all {
			there[r.ID] = true
		}
		for id := range acknowledged {
			if !there[id] {
				t.Fatalf("rating %s was acknowledged and is gone", id)
			}
		}
		check(t, s.Close())
	}
	t.Logf("%d answers acknowledged; %d of 10 kills left a journal", len(acknowledged), rolledBack)
	if len(acknowledged) < 10 {
		t.Error("hardly anything was written, so nothing is tested")
	}
}

// slowSteps end with a version that takes long enough to be killed in the middle.
func slowSteps() ([]string, error) {
	steps, err := migrations()
	return append(steps, `CREATE TABLE filler (a INTEGER PRIMARY KEY, b TEXT) STRICT;
		PRAGMA cache_size = 5;
		WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 20000)
			INSERT INTO filler SELECT i, hex(randomblob(400)) FROM n;
		ALTER TABLE rating ADD COLUMN extra TEXT NOT NULL DEFAULT 'x'`), err
}

func migrateChild(dir string) error {
	steps, err := slowSteps()
	if err != nil {
		return err
	}
	fmt.Println("begins")
	s, err := open(dir, steps)
	if err != nil {
		return err
	}
	return s.Close()
}

// A migration that is killed is as if it had never begun, and is done at the next start.
func TestKilledWhileMigrating(t *testing.T) {
	dir, id := closedStore(t)
	torn := 0
	for range 10 {
		cmd := child("migrate", dir)
		out, err := cmd.StdoutPipe()
		check(t, err)
		check(t, cmd.Start())
		bufio.NewScanner(out).Scan()
		time.Sleep(time.Duration(20+rand.IntN(100)) * time.Millisecond)
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
		if _, err := os.Stat(filepath.Join(dir, fileName+"-journal")); err == nil {
			torn++
		}
		s, err := Open(dir) // does not know the slow version
		var newer *NewerError
		if errors.As(err, &newer) {
			break // this one had time to finish
		}
		check(t, err)
		check(t, soundness(s.db, "integrity_check"))
		answers, err := s.Answers(t.Context(), id, assessments.Owner)
		check(t, err)
		if len(answers) != 60 {
			t.Fatalf("%d answers left of 60", len(answers))
		}
		check(t, s.Close())
	}
	t.Logf("%d kills left a journal", torn)
	steps, err := slowSteps()
	check(t, err)
	s, err := open(dir, steps)
	check(t, err)
	defer s.Close()
	var extra int
	check(t, s.db.QueryRow("SELECT count(extra) FROM rating").Scan(&extra))
	if extra != 60 {
		t.Errorf("%d ratings are migrated, want 60", extra)
	}
}
