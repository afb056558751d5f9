package sqlite

import (
	"errors"
	"path/filepath"
	"testing"
)

func TestDefaultDir(t *testing.T) {
	at, nowhere := func() (string, error) { return "/home/ana", nil }, func() (string, error) { return "", errors.New("no home") }
	for _, c := range []struct {
		system, variable, value string
		home                    func() (string, error)
		want                    string
	}{
		{"linux", "XDG_DATA_HOME", "", at, "/home/ana/.local/share/nivel"},
		{"linux", "XDG_DATA_HOME", "/data", nowhere, "/data/nivel"},
		{"linux", "XDG_DATA_HOME", "relative", at, "/home/ana/.local/share/nivel"},
		{"linux", "XDG_DATA_HOME", "", nowhere, ""},
		{"darwin", "XDG_DATA_HOME", "/data", at, "/home/ana/Library/Application Support/Nivel"},
		{"darwin", "", "", nowhere, ""},
		{"windows", "LOCALAPPDATA", "/Users/ana/AppData/Local", nowhere, "/Users/ana/AppData/Local/Nivel"},
		{"windows", "LOCALAPPDATA", "", at, ""},
	} {
		getenv := func(name string) string {
			if name == c.variable {
				return c.value
			}
			return ""
		}
		got, err := dataDir(c.system, getenv, c.home)
		if filepath.ToSlash(got) != c.want || (err != nil) != (c.want == "") {
			t.Errorf("%s with %s=%q: %q, %v, want %q", c.system, c.variable, c.value, got, err, c.want)
		}
	}
	if dir, err := DefaultDir(); err == nil && !filepath.IsAbs(dir) {
		t.Errorf("the folder is %q", dir)
	}
}
