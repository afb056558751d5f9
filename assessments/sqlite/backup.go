package sqlite

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// Backup copies everything that is kept into the folder for backups, checks the copy and returns its
// path. It is meant for the moment before a step that changes much.
func (s *Store) Backup(now time.Time) (string, error) {
	steps, err := migrations()
	if err != nil {
		return "", fmt.Errorf("back up: %w", err)
	}
	name, err := backUp(s.db, s.path, "nivel-copy", len(steps), now)
	if err != nil {
		return "", fmt.Errorf("back up %s: %w", s.path, err)
	}
	return name, nil
}

// Exists says whether a folder holds a store, whatever state that is in.
func Exists(dir string) bool {
	_, err := os.Stat(filepath.Join(dir, fileName))
	return !errors.Is(err, fs.ErrNotExist)
}

// OpenCopy copies the store of a folder, which no program may have open, into an empty one and opens the
// copy: whatever opening changes, an older version among it, the folder itself keeps its bytes. Where
// there is no store the error is ErrNotFound; the others are those of Open.
func OpenCopy(from, to string) (*Store, error) {
	path := filepath.Join(from, fileName)
	if !Exists(from) {
		return nil, fmt.Errorf("copy store %s: %w", path, ErrNotFound)
	}
	if err := copyStore(from, to); err != nil {
		return nil, fmt.Errorf("copy store %s: %w", path, err)
	}
	return Open(to)
}

func copyStore(from, to string) error {
	switch lock, err := takeLock(filepath.Join(from, lockName)); {
	case err == nil:
		defer func() { _ = lock.Unlock() }()
	case !errors.Is(err, ErrNotWritable):
		return err
	default: // where nobody can write, such as on a disc, nobody has it open to write either
	}
	path := filepath.Join(from, fileName)
	for _, end := range []string{"", "-journal"} { // the journal of a writer that was killed belongs to it
		err := copyFile(path+end, filepath.Join(to, fileName+end))
		if err != nil && (end == "" || !errors.Is(err, fs.ErrNotExist)) {
			return unwritable(err)
		}
	}
	return nil
}
