package sqlite

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"nivel/assessments"
)

// A copy of an open store is a store with all of it, and two in one second do not meet.
func TestBackupIsAStore(t *testing.T) {
	dir := t.TempDir()
	s := mustOpen(t, dir)
	id := addAssessment(t, s)
	check(t, s.Rate(t.Context(), ratingOf(id, "data.backup", 2)))
	first, err := s.Backup(start)
	check(t, err)
	check(t, s.Rate(t.Context(), ratingOf(id, "data.backup", 3)))
	second, err := s.Backup(start)
	check(t, err)
	if first == second || filepath.Dir(first) != filepath.Join(dir, backupsName) {
		t.Errorf("the copies are %s and %s", first, second)
	}
	for i, name := range []string{first, second} {
		back := t.TempDir()
		check(t, copyFile(name, filepath.Join(back, fileName)))
		got, err := mustOpen(t, back).Ratings(t.Context(), id)
		if err != nil || len(got) != i+1 {
			t.Errorf("%s has %d ratings (%v)", name, len(got), err)
		}
	}
}

// Another folder is read from a copy: an older version is brought up there, and the folder itself stays
// as it was. One that is open, or holds nothing, is refused.
func TestOpenCopyLeavesTheFolderAlone(t *testing.T) {
	dir := t.TempDir()
	steps, err := migrations()
	check(t, err)
	old, err := open(dir, steps[:3])
	check(t, err)
	check(t, old.Close())
	before := snapshot(t, dir)
	s, err := OpenCopy(dir, t.TempDir())
	check(t, err)
	check(t, s.PutCompany(t.Context(), assessments.Company{ID: "c", CreatedAt: start}))
	check(t, s.Close())
	sameFiles(t, before, snapshot(t, dir))

	mustOpen(t, dir)
	if _, err := OpenCopy(dir, t.TempDir()); !errors.Is(err, ErrLocked) {
		t.Errorf("one that is open: %v", err)
	}
	empty := t.TempDir()
	if _, err := OpenCopy(empty, t.TempDir()); !errors.Is(err, ErrNotFound) {
		t.Errorf("an empty one: %v", err)
	}
	if all, err := os.ReadDir(empty); err != nil || len(all) > 0 {
		t.Errorf("looking left %v (%v)", all, err)
	}
}

// A rating whose id belongs to another assessment is named as such, and nothing is written.
func TestPutDossierRefusesAnothersRating(t *testing.T) {
	s := mustOpen(t, t.TempDir())
	mine, other := addAssessment(t, s), addAssessment(t, s)
	r := ratingOf(mine, "q", 1)
	check(t, s.Rate(t.Context(), r))
	a, err := s.Assessment(t.Context(), other)
	check(t, err)
	d, err := s.Dossier(t.Context(), a.CompanyID)
	check(t, err)
	forged := d
	forged.Rounds = []assessments.DossierRound{{Assessment: a, Ratings: []assessments.Rating{r}}}
	if err := s.PutDossier(t.Context(), forged); !errors.Is(err, ErrNotFound) {
		t.Errorf("it is taken: %v", err)
	}
	if again, err := s.Dossier(t.Context(), a.CompanyID); err != nil || !reflect.DeepEqual(again, d) {
		t.Errorf("it left %+v (%v)", again, err)
	}
}
