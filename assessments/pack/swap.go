package pack

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"nivel/assessments/safefile"
)

func (s *Store) path(id string) string   { return filepath.Join(s.dir, id) }
func (s *Store) good(id string) string   { return filepath.Join(s.dir, ".good", id) }
func (s *Store) before(id string) string { return filepath.Join(s.dir, ".before", id) }

// mend brings back a pack that a swap was cut short of, and clears away what it left.
func (s *Store) mend() {
	entries, _ := os.ReadDir(filepath.Join(s.dir, ".before"))
	for _, e := range entries {
		if _, err := os.Lstat(s.path(e.Name())); errors.Is(err, fs.ErrNotExist) {
			_ = rename(s.before(e.Name()), s.path(e.Name())) // where it fails, it is there to be tried again
		} else {
			_ = os.RemoveAll(s.before(e.Name()))
		}
	}
	_ = os.RemoveAll(filepath.Join(s.dir, ".new"))
}

// replace gives a pack other files. The pack before stays whole until the new one is, and comes
// back where the new one cannot take its place.
func (s *Store) replace(id string, t tree) error {
	fresh, err := s.write(t)
	if err != nil {
		return err
	}
	put := func() error {
		if err := os.MkdirAll(filepath.Dir(s.before(id)), 0o700); err != nil {
			return err
		}
		if _, err := os.Lstat(s.path(id)); err == nil { // then what lies there is litter
			_ = os.RemoveAll(s.before(id))
		}
		err := rename(s.path(id), s.before(id))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		if err := rename(fresh, s.path(id)); err != nil {
			s.mend()
			return err
		}
		return nil
	}
	err = put()
	syncFolder(s.dir)
	_ = os.RemoveAll(filepath.Join(s.dir, ".new"))
	if err == nil {
		_ = os.RemoveAll(s.before(id)) // else mend does, the next time
	}
	return err
}

// keep makes a pack's files its last good copy, unless they are that already. A copy that is lost
// half-way is made anew by the next load.
func (s *Store) keep(id string, t tree) error {
	if have, _ := take(os.DirFS(s.good(id))); have.equal(t) && have != nil {
		return nil
	}
	fresh, err := s.write(t)
	if err != nil {
		return err
	}
	if err := os.RemoveAll(s.good(id)); err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(s.good(id)), 0o700); err != nil {
		return err
	}
	return rename(fresh, s.good(id))
}

// drop takes a pack away at one stroke, then its last good copy.
func (s *Store) drop(id string) error {
	if err := os.MkdirAll(filepath.Join(s.dir, ".new"), 0o700); err != nil {
		return err
	}
	if err := rename(s.path(id), filepath.Join(s.dir, ".new", "gone-"+id)); err != nil {
		return err
	}
	syncFolder(s.dir)
	err := os.RemoveAll(s.good(id))
	_ = os.RemoveAll(filepath.Join(s.dir, ".new"))
	return err
}

// write puts files into a new folder, from where they take their place, and gives its path.
func (s *Store) write(t tree) (string, error) {
	if err := os.MkdirAll(filepath.Join(s.dir, ".new"), 0o700); err != nil {
		return "", err
	}
	dir, err := os.MkdirTemp(filepath.Join(s.dir, ".new"), "pack-")
	if err != nil {
		return "", err
	}
	if err := t.writeTo(dir, 0o700, 0o600); err != nil {
		_ = os.RemoveAll(dir)
		return "", err
	}
	return dir, nil
}

// writeTo puts the files into a folder with those rights.
func (t tree) writeTo(dir string, folder, file fs.FileMode) error {
	for name, data := range t {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), folder); err != nil {
			return err
		}
		if err := safefile.WriteFile(path, data, file); err != nil {
			return err
		}
	}
	return nil
}

// rename is tried again for two seconds on Windows, where a virus scanner or an indexer may hold a
// file in the folder for a moment.
func rename(from, to string) error {
	err := os.Rename(from, to)
	if runtime.GOOS != "windows" {
		return err
	}
	for wait := 10 * time.Millisecond; err != nil && !errors.Is(err, fs.ErrNotExist) && wait < 2*time.Second; wait *= 2 {
		time.Sleep(wait)
		err = os.Rename(from, to)
	}
	return err
}

// syncFolder makes new names in a folder durable, where the system can; the files themselves are
// on the disk already, and mend knows what to do with a name that was lost.
func syncFolder(dir string) {
	if d, err := os.Open(dir); err == nil {
		_ = d.Sync()
		_ = d.Close()
	}
}
