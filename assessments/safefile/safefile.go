// Package safefile writes files so that a reader, a crash or a full disk never meets half of one.
//
// The rule: the bytes go to a new file beside the target, reach the disk, and only then take the
// target's name; whatever fails on the way leaves the old file as it was and no litter.
package safefile

import (
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// WriteFile replaces the file at path with data, or makes it with those rights. A file that is
// replaced keeps its own rights. A link is followed, so that it still leads to the same place.
// What is no regular file, such as /dev/null, is written to and never replaced.
func WriteFile(path string, data []byte, perm fs.FileMode) error {
	target, err := filepath.EvalSymlinks(path)
	if err != nil {
		target = path // not there yet, or a link to nowhere, which the rename replaces
	}
	info, err := os.Stat(target)
	switch {
	case err == nil && info.IsDir():
		return &fs.PathError{Op: "write", Path: path, Err: syscall.EISDIR}
	case err == nil && !info.Mode().IsRegular():
		return writeInto(target, data)
	case err == nil:
		return replace(target, data, perm, info.Mode().Perm())
	case errors.Is(err, fs.ErrNotExist):
		return replace(target, data, perm, 0)
	}
	return err
}

// writeInto writes to a device or pipe.
func writeInto(path string, data []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return errors.Join(err, f.Close())
}

// replace writes a file beside target, syncs it and gives it target's name. keep are the rights of
// the file that is replaced, 0 where there is none.
func replace(target string, data []byte, perm, keep fs.FileMode) (err error) {
	f, err := create(target, perm)
	if err != nil {
		return err
	}
	name := f.Name()
	defer func() {
		if err != nil {
			_ = f.Close() // closed already where the rename failed; then this does nothing
			_ = os.Remove(name)
		}
	}()
	if keep != 0 {
		if err := f.Chmod(keep); err != nil && runtime.GOOS != "windows" {
			return err
		}
	}
	if _, err := f.Write(data); err != nil {
		return err
	}
	if info, err := f.Stat(); err != nil {
		return err
	} else if info.Size() != int64(len(data)) {
		return fmt.Errorf("write %s: %d bytes of %d arrived", target, info.Size(), len(data))
	}
	if err := f.Sync(); err != nil && !unsupported(err) {
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	if err := rename(name, target); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(target))
}

// create makes a new file beside target, hidden, with rights that the user's mask limits.
func create(target string, perm fs.FileMode) (*os.File, error) {
	dir, base := filepath.Split(target)
	for range 100 {
		name := filepath.Join(dir, "."+short(base)+"."+strconv.FormatUint(uint64(rand.Uint32()), 36)+".tmp")
		f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, perm)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		return f, err
	}
	return nil, &fs.PathError{Op: "create", Path: target, Err: fs.ErrExist}
}

// short keeps the temporary name within what file systems allow.
func short(base string) string {
	if len(base) > 100 {
		return strings.ToValidUTF8(base[:100], "")
	}
	return base
}

// rename is tried again for two seconds on Windows, where a virus scanner or an indexer may hold
// either file for a moment.
func rename(from, to string) error {
	err := os.Rename(from, to)
	if runtime.GOOS != "windows" {
		return err
	}
	for wait := 10 * time.Millisecond; err != nil && wait < 2*time.Second; wait *= 2 {
		time.Sleep(wait)
		err = os.Rename(from, to)
	}
	return err
}

// syncFolder makes the new name durable. Windows has no such call and needs none.
func syncFolder(dir string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	d, err := os.Open(dir)
	if err != nil {
		return nil //nolint:nilerr // a folder may be written to without being readable; the file itself is on the disk
	}
	err = d.Sync()
	if unsupported(err) {
		err = nil
	}
	return errors.Join(err, d.Close())
}

// unsupported says that the file system knows no sync, as some on networks do not.
func unsupported(err error) bool {
	return errors.Is(err, errors.ErrUnsupported) || errors.Is(err, syscall.EINVAL)
}
