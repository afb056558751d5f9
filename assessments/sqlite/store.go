// Package sqlite is the store of Nivel: one SQLite file in a folder of its own.
//
// The rule: an answer counts as saved only after its commit has returned, and it then survives a
// kill and a power cut. So every write returns after the commit, the file has a rollback journal
// (DELETE) with synchronous EXTRA, one connection and one process. A file is looked at read-only
// before the first write to it; what is not ours, newer or damaged is refused and keeps its bytes.
//
// Ratings and decisions are only ever added; of the plan the last state is kept, with what it was
// before each change, so that changes can be undone. All is ordered by the sequence in which it came,
// never by the clock. Text that is not valid UTF-8 is made valid before it is stored.
package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"path/filepath"
	"sync"
	"time"

	"github.com/gofrs/flock"
	"github.com/google/uuid"
)

// The names in the store's folder.
const (
	fileName      = "nivel.db"
	lockName      = "nivel.lock"
	backupsName   = "backups"
	scratchPrefix = ".nivel-" // of what is only of use while a store is being opened
)

// Store is the open store. Its methods may be called from any goroutine.
type Store struct {
	path string
	db   *sql.DB
	rate *sql.Stmt
	lock *flock.Flock

	closing sync.Once
	closed  error
}

// Open opens the store in dir and makes folder and file where they are missing. No other process
// can open it until Close. The errors to tell apart are ErrLocked, ErrNotDatabase, ErrForeign,
// *NewerError, ErrDamaged and ErrNotWritable; after each of them an existing file is unchanged.
func Open(dir string) (*Store, error) {
	steps, err := migrations()
	if err != nil {
		return nil, fmt.Errorf("open store: %w", err)
	}
	return open(dir, steps)
}

// open is Open with the migrations given, so that tests can add versions that do not exist yet.
func open(dir string, steps []string) (*Store, error) {
	// An absolute path cannot be taken for a URL, nor change its meaning with the working folder.
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil, fmt.Errorf("open store %s: %w", dir, err)
	}
	s := &Store{path: filepath.Join(dir, fileName)}
	if err := s.open(dir, steps); err != nil {
		_ = s.Close() // the reason for not opening is worth more than what closing says
		return nil, fmt.Errorf("open store %s: %w", s.path, err)
	}
	return s, nil
}

func (s *Store) open(dir string, steps []string) error {
	if err := makeFolder(dir); err != nil {
		return err
	}
	lock, err := takeLock(filepath.Join(dir, lockName))
	if err != nil {
		return err
	}
	s.lock = lock
	version, err := inspect(s.path, len(steps))
	if err != nil {
		return err
	}
	if err := makeWritable(s.path); err != nil {
		return err
	}
	if err := migrate(s.path, steps, version, time.Now()); err != nil {
		return err
	}
	if s.db, err = connect(s.path, working); err != nil {
		return classify(err)
	}
	if s.rate, err = s.db.PrepareContext(context.Background(), insertRating); err != nil {
		return classify(err)
	}
	return nil
}

// takeLock takes the lock of the operating system, which ends with the process: a marker file
// would outlive a crash.
func takeLock(path string) (*flock.Flock, error) {
	lock := flock.New(path)
	ok, err := lock.TryLock()
	if err != nil {
		return nil, fmt.Errorf("lock: %w", unwritable(err))
	}
	if !ok {
		return nil, ErrLocked
	}
	return lock, nil
}

// Path returns the path of the database file.
func (s *Store) Path() string { return s.path }

// Close closes the store and lets others open it. A second call does nothing and returns the
// same result.
func (s *Store) Close() error {
	s.closing.Do(func() {
		var all []error
		if s.rate != nil {
			all = append(all, s.rate.Close())
		}
		if s.db != nil {
			all = append(all, s.db.Close())
		}
		if s.lock != nil {
			// Last, so that nobody comes in while a connection is open; the file stays, because
			// removing it would let two processes lock two files of one name.
			all = append(all, s.lock.Unlock())
		}
		if err := errors.Join(all...); err != nil {
			s.closed = fmt.Errorf("close store %s: %w", s.path, err)
		}
	})
	return s.closed
}

// NewID returns a new UUIDv7, the id of everything that is stored: later ids sort after earlier.
func NewID() string {
	id, _ := uuid.NewV7() // fails only where crypto/rand does, which ends the program itself
	return id.String()
}
