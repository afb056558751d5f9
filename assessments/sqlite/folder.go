package sqlite

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
)

// DefaultDir returns the folder in which Nivel keeps its store: local application data, which no
// sync client takes over and no roaming profile carries around.
func DefaultDir() (string, error) {
	dir, err := dataDir(runtime.GOOS, os.Getenv, os.UserHomeDir)
	if err != nil {
		return "", fmt.Errorf("find data folder: %w", err)
	}
	return dir, nil
}

func dataDir(system string, getenv func(string) string, home func() (string, error)) (string, error) {
	switch system {
	case "windows":
		local := getenv("LOCALAPPDATA")
		if local == "" {
			return "", errors.New("%LOCALAPPDATA% is not set")
		}
		return filepath.Join(local, "Nivel"), nil
	case "darwin":
		h, err := home()
		if err != nil {
			return "", err
		}
		return filepath.Join(h, "Library", "Application Support", "Nivel"), nil
	}
	// The XDG specification says to ignore a relative path.
	if data := getenv("XDG_DATA_HOME"); filepath.IsAbs(data) {
		return filepath.Join(data, "nivel"), nil
	}
	h, err := home()
	if err != nil {
		return "", err
	}
	return filepath.Join(h, ".local", "share", "nivel"), nil
}

// makeFolder makes dir for its owner only. The folder around it is synced, or a power cut could
// take a new folder away together with the answers in it.
func makeFolder(dir string) error {
	if info, err := os.Stat(dir); err == nil && info.IsDir() {
		return nil
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return fmt.Errorf("make folder: %w", unwritable(err))
	}
	_ = syncFolder(filepath.Dir(dir)) // may be one we cannot even read, such as /home
	return nil
}

// makeWritable makes sure that the folder takes a journal and the file takes writes, and that
// both are the owner's alone. It writes nothing to an existing file.
func makeWritable(path string) error {
	dir := filepath.Dir(path)
	if err := sweep(dir); err != nil {
		return fmt.Errorf("remove leftovers: %w", unwritable(err))
	}
	probe, err := os.CreateTemp(dir, scratchPrefix+"*")
	if err != nil {
		return fmt.Errorf("write to folder: %w", unwritable(err))
	}
	if err := errors.Join(probe.Close(), os.Remove(probe.Name())); err != nil {
		return fmt.Errorf("write to folder: %w", unwritable(err))
	}
	// Made here and not by SQLite, which would let others read it; the journal takes its rights.
	file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return fmt.Errorf("write to file: %w", unwritable(err))
	}
	_ = file.Chmod(0o600) // a memory stick knows no rights; that must not keep anybody out
	return file.Close()
}

// sweep removes what an earlier process left behind when it was killed while opening.
func sweep(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if matched, _ := filepath.Match(scratchPrefix+"*", e.Name()); matched {
			if err := os.RemoveAll(filepath.Join(dir, e.Name())); err != nil {
				return err
			}
		}
	}
	return nil
}

// syncFile makes the content of a file durable. Windows syncs only what is open for writing.
func syncFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// syncFolder makes the names in a folder durable, where the system can: Windows has no such call,
// and some file systems answer that they do not know it.
func syncFolder(dir string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer d.Close()
	err = d.Sync()
	if errors.Is(err, errors.ErrUnsupported) || errors.Is(err, syscall.EINVAL) {
		return nil
	}
	return err
}
