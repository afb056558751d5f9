package sqlite

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	driver "modernc.org/sqlite"
	codes "modernc.org/sqlite/lib"
)

// applicationID marks a database as ours: "Nivl" in its header.
const applicationID = 0x4e69766c

// inspect looks at the file without changing it and returns the version of its schema, 0 where
// there is no file yet or an empty one.
func inspect(path string, known int) (version int, err error) {
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return 0, nil
	}
	if err != nil {
		return 0, unwritable(err)
	}
	if !info.Mode().IsRegular() {
		return 0, fmt.Errorf("%w: it is no regular file", ErrNotDatabase)
	}
	if info.Size() == 0 {
		return 0, nil
	}
	if j, err := os.Stat(path + "-journal"); err == nil && j.Size() > 0 {
		return inspectCopy(path, known)
	}
	return inspectFile(path, known)
}

// inspectCopy inspects a file whose last writer was killed in the middle of a commit. Only rolling
// back shows what is in it, and that is a write, so it is done to a copy.
func inspectCopy(path string, known int) (version int, err error) {
	dir, err := os.MkdirTemp(filepath.Dir(path), scratchPrefix+"*")
	if err != nil {
		return 0, unwritable(err)
	}
	defer func() {
		if e := os.RemoveAll(dir); e != nil && err == nil {
			err = e
		}
	}()
	twin := filepath.Join(dir, fileName)
	for _, end := range []string{"-journal", ""} {
		if err := copyFile(path+end, twin+end); err != nil {
			return 0, fmt.Errorf("copy to inspect: %w", unwritable(err))
		}
	}
	db, err := connect(twin, migrating)
	if err == nil {
		// The first read rolls back. Why it fails, if it does, inspectFile finds out.
		_, _ = db.Exec("SELECT count(*) FROM sqlite_schema")
		if err := db.Close(); err != nil {
			return 0, err
		}
	}
	if info, err := os.Stat(twin); err == nil && info.Size() == 0 {
		return 0, nil // killed in the very first transaction
	}
	return inspectFile(twin, known)
}

func inspectFile(path string, known int) (version int, err error) {
	// The header is read by hand first: SQLite would lay auxiliary files beside a foreign database.
	version, err = inspectHeader(path, known)
	if err != nil {
		return 0, err
	}
	db, err := connect(path, reading)
	if err != nil {
		return 0, broken(err)
	}
	err = inspectContent(db)
	if e := db.Close(); e != nil && err == nil {
		err = e
	}
	return version, err
}

// inspectHeader reads the first bytes, laid out as in https://www.sqlite.org/fileformat.html.
func inspectHeader(path string, known int) (version int, err error) {
	f, err := os.Open(path)
	if err != nil {
		return 0, unwritable(err)
	}
	defer f.Close()
	header := make([]byte, 100)
	n, err := io.ReadFull(f, header)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) {
		return 0, err
	}
	if !bytes.HasPrefix(header[:n], []byte("SQLite format 3\x00")) {
		return 0, ErrNotDatabase
	}
	if n < len(header) {
		return 0, fmt.Errorf("%w: it ends within its header", ErrDamaged)
	}
	if binary.BigEndian.Uint32(header[68:]) != applicationID {
		return 0, ErrForeign
	}
	version = int(int32(binary.BigEndian.Uint32(header[60:])))
	switch {
	case version > known:
		return 0, &NewerError{Found: version, Known: known}
	case version <= 0: // ours gets its version in the transaction that makes its tables
		return 0, fmt.Errorf("%w: it has version %d", ErrDamaged, version)
	}
	return version, nil
}

// inspectContent checks the pages of the file, and that nothing in it runs by itself.
func inspectContent(db *sql.DB) error {
	if err := soundness(db, "quick_check"); err != nil {
		return err
	}
	var extra int
	err := db.QueryRow(`SELECT count(*) FROM sqlite_schema WHERE type IN ('trigger', 'view')`).Scan(&extra)
	if err != nil {
		return broken(err)
	}
	if extra > 0 {
		return fmt.Errorf("%w: it holds triggers or views, ours has none", ErrForeign)
	}
	return nil
}

// soundness runs quick_check or integrity_check.
func soundness(db *sql.DB, check string) error {
	var first string
	if err := db.QueryRowContext(context.Background(), "PRAGMA "+check+"(1)").Scan(&first); err != nil {
		return broken(err)
	}
	if first != "ok" {
		return fmt.Errorf("%w: %s", ErrDamaged, first)
	}
	return nil
}

// broken classifies an error that came of reading our own file with correct statements: what
// elsewhere is a mistake in a statement means here that the file cannot be understood.
func broken(err error) error {
	var e *driver.Error
	if errors.As(err, &e) && e.Code()&0xff == codes.SQLITE_ERROR {
		return fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return classify(err)
}

func copyFile(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Close())
}
