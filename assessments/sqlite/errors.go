package sqlite

import (
	"database/sql"
	"errors"
	"fmt"
	"io/fs"

	driver "modernc.org/sqlite"
	codes "modernc.org/sqlite/lib"
)

// What can be wrong with a store or a call; test with errors.Is.
var (
	// ErrLocked: another process, or another Store of this one, has the store open.
	ErrLocked = errors.New("the store is in use by another program")
	// ErrNotDatabase: the file is something else than a SQLite database.
	ErrNotDatabase = errors.New("the file is not a database")
	// ErrForeign: the file is a database of another program, or was altered by one.
	ErrForeign = errors.New("the database belongs to another program")
	// ErrDamaged: the database is ours but its content is broken.
	ErrDamaged = errors.New("the database is damaged")
	// ErrNotWritable: the folder or the file cannot be made, read or written.
	ErrNotWritable = errors.New("the folder or file cannot be written")
	// ErrNotFound: no row has the given id.
	ErrNotFound = errors.New("not found")
)

// NewerError says that a later version of Nivel wrote the database; test with errors.As.
type NewerError struct {
	Found int // version of the schema in the file
	Known int // highest version this program knows
}

// Error names both versions.
func (e *NewerError) Error() string {
	return fmt.Sprintf("the database has version %d, this program knows up to %d", e.Found, e.Known)
}

// classify adds the error of this package to an error of the driver, which stays visible too.
func classify(err error) error {
	var e *driver.Error
	switch {
	case err == nil:
		return nil
	case errors.Is(err, sql.ErrNoRows):
		return ErrNotFound
	case !errors.As(err, &e):
		return err
	case e.Code() == codes.SQLITE_CONSTRAINT_FOREIGNKEY:
		return fmt.Errorf("%w: %w", ErrNotFound, err)
	}
	switch e.Code() & 0xff { // the rest of an extended code names the detail
	case codes.SQLITE_CORRUPT, codes.SQLITE_NOTADB:
		return fmt.Errorf("%w: %w", ErrDamaged, err)
	case codes.SQLITE_READONLY, codes.SQLITE_CANTOPEN, codes.SQLITE_PERM:
		return fmt.Errorf("%w: %w", ErrNotWritable, err)
	case codes.SQLITE_BUSY:
		return fmt.Errorf("%w: %w", ErrLocked, err)
	}
	return err
}

// unwritable marks an error of the file system as ErrNotWritable, whatever kept us from the file.
func unwritable(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		return fmt.Errorf("%w: %w", ErrNotWritable, err)
	}
	return err
}
