//go:build cgo || ci

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"nivel/assessments/safefile"
	"nivel/assessments/sqlite"
)

// pointer is the file in the default folder that names another one, chosen in the settings.
const pointer = "folder.txt"

// where is the data folder: the one given on the command line, else the one chosen in the
// settings, else the default.
func (p *program) where() (string, error) {
	if p.folder != "" {
		return filepath.Abs(p.folder)
	}
	dir, err := sqlite.DefaultDir()
	if err != nil {
		return "", err
	}
	if data, err := os.ReadFile(filepath.Join(dir, pointer)); err == nil {
		if chosen := strings.TrimSpace(string(data)); filepath.IsAbs(chosen) {
			return chosen, nil
		}
	}
	return dir, nil
}

// remember keeps the chosen folder for the next start. Where the default folder cannot be
// written, the choice holds for this start alone.
func remember(folder string) {
	dir, err := sqlite.DefaultDir()
	if err != nil {
		return
	}
	if err := os.MkdirAll(dir, 0o700); err == nil {
		err = safefile.WriteFile(filepath.Join(dir, pointer), []byte(folder+"\n"), 0o600)
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
		}
	}
}
