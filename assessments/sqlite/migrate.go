package sqlite

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

//go:embed migrations/*.sql
var migrationFiles embed.FS

// migrations returns the scripts in order; the first one makes version 1.
func migrations() ([]string, error) {
	names, err := fs.Glob(migrationFiles, "migrations/*.sql") // in ascending order
	if err != nil {
		return nil, err
	}
	var steps []string
	for i, name := range names {
		if want := fmt.Sprintf("migrations/%04d.sql", i+1); name != want {
			return nil, fmt.Errorf("migration %s stands where %s belongs", name, want)
		}
		script, err := migrationFiles.ReadFile(name)
		if err != nil {
			return nil, err
		}
		steps = append(steps, string(script))
	}
	return steps, nil
}

// migrate brings the database from its version to the last one. A copy is made first, unless
// the database is new.
func migrate(path string, steps []string, version int, now time.Time) (err error) {
	if version >= len(steps) {
		return nil
	}
	db, err := connect(path, migrating)
	if err != nil {
		return classify(err)
	}
	defer func() {
		if e := db.Close(); e != nil && err == nil {
			err = e
		}
	}()
	if version > 0 {
		if _, err := backUp(db, path, fmt.Sprintf("nivel-before-%d", len(steps)), version, now); err != nil {
			return fmt.Errorf("back up before version %d: %w", len(steps), err)
		}
	}
	for ; version < len(steps); version++ {
		if err := step(db, steps[version], version+1); err != nil {
			return fmt.Errorf("migrate to version %d: %w", version+1, classify(err))
		}
	}
	return nil
}

// step runs one script and sets the version in the same transaction: either both are there or
// neither is.
func step(db *sql.DB, script string, version int) error {
	tx, err := db.BeginTx(context.Background(), nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() // does nothing after the commit
	marks := fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", applicationID, version)
	for _, s := range []string{script, marks} {
		if _, err := tx.Exec(s); err != nil {
			return err
		}
	}
	// The connection does not hold the keys up, so a script that breaks one is caught here.
	var table string
	err = tx.QueryRow(`SELECT "table" FROM pragma_foreign_key_check LIMIT 1`).Scan(&table)
	if err == nil {
		return fmt.Errorf("table %s refers to rows that do not exist", table)
	}
	if !errors.Is(err, sql.ErrNoRows) {
		return err
	}
	return tx.Commit()
}

// backUp copies the database into the folder for backups and checks the copy, which has that version.
// It bears its name, which it returns, only when it is complete.
func backUp(db *sql.DB, path, stem string, version int, now time.Time) (name string, err error) {
	dir := filepath.Join(filepath.Dir(path), backupsName)
	if err := makeFolder(dir); err != nil {
		return "", err
	}
	if err := sweep(dir); err != nil {
		return "", unwritable(err)
	}
	part, err := os.CreateTemp(dir, scratchPrefix+"*") // made by us, so it is the owner's alone
	if err != nil {
		return "", unwritable(err)
	}
	defer func() {
		if err != nil {
			_ = os.Remove(part.Name())
		}
	}()
	if err := part.Close(); err != nil {
		return "", err
	}
	if _, err := db.Exec("VACUUM INTO ?", part.Name()); err != nil {
		return "", classify(err)
	}
	if err := checkCopy(part.Name(), version); err != nil {
		return "", fmt.Errorf("check the copy: %w", err)
	}
	if err := syncFile(part.Name()); err != nil {
		return "", err
	}
	name = backupName(dir, stem, now)
	if err := os.Rename(part.Name(), name); err != nil {
		return "", err
	}
	return name, syncFolder(dir)
}

// backupName returns a name that is free: two attempts may fall into one second.
func backupName(dir, stem string, now time.Time) string {
	stem = filepath.Join(dir, stem+"-"+now.Format("20060102-150405"))
	name := stem + ".db"
	for i := 2; ; i++ {
		if _, err := os.Lstat(name); err != nil {
			return name
		}
		name = fmt.Sprintf("%s-%d.db", stem, i)
	}
}

func checkCopy(path string, version int) (err error) {
	found, err := inspectHeader(path, version)
	if err != nil {
		return err
	}
	if found != version {
		return fmt.Errorf("%w: it has version %d instead of %d", ErrDamaged, found, version)
	}
	db, err := connect(path, reading)
	if err != nil {
		return broken(err)
	}
	err = soundness(db, "integrity_check")
	return errors.Join(err, db.Close())
}
