package safefile_test

import (
	"bytes"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"nivel/assessments/safefile"
)

// only fails the test where the folder holds anything but these names.
func only(t *testing.T, dir string, names ...string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var have []string
	for _, e := range entries {
		have = append(have, e.Name())
	}
	if strings.Join(have, " ") != strings.Join(names, " ") {
		t.Fatalf("folder holds %v, want %v", have, names)
	}
}

func TestWritesAndReplaces(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.pdf")
	for _, text := range []string{"one", "", strings.Repeat("longer ", 1000)} {
		if err := safefile.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		if got, _ := os.ReadFile(path); string(got) != text {
			t.Fatalf("read %d bytes, wrote %d", len(got), len(text))
		}
		only(t, dir, "a.pdf")
	}
}

func TestLongNamesFit(t *testing.T) {
	dir := t.TempDir()
	name := strings.Repeat("n", 251) + ".pdf"
	if err := safefile.WriteFile(filepath.Join(dir, name), []byte("x"), 0o644); err != nil {
		t.Fatal(err)
	}
	only(t, dir, name)
}

func TestFailureLeavesTheOldFileAndNoLitter(t *testing.T) {
	dir := t.TempDir()
	if err := safefile.WriteFile(filepath.Join(dir, "missing", "a"), []byte("x"), 0o644); err == nil {
		t.Fatal("wrote into a folder that does not exist")
	}
	target := filepath.Join(dir, "folder")
	if err := os.Mkdir(target, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := safefile.WriteFile(target, []byte("x"), 0o644); err == nil {
		t.Fatal("replaced a folder")
	}
	only(t, dir, "folder")
}

func TestKeepsRightsAndLinks(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("needs rights and links of Unix")
	}
	dir := t.TempDir()
	old, link := filepath.Join(dir, "real"), filepath.Join(dir, "link")
	if err := os.WriteFile(old, []byte("old"), 0o640); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("real", link); err != nil {
		t.Fatal(err)
	}
	if err := safefile.WriteFile(link, []byte("new"), 0o644); err != nil {
		t.Fatal(err)
	}
	if got, _ := os.ReadFile(old); !bytes.Equal(got, []byte("new")) {
		t.Fatalf("the link's target says %q", got)
	}
	if info, _ := os.Stat(old); info.Mode().Perm() != 0o640 {
		t.Fatalf("rights became %v", info.Mode())
	}
	if info, _ := os.Lstat(link); info.Mode()&os.ModeSymlink == 0 {
		t.Fatal("the link is gone")
	}
	only(t, dir, "link", "real")
}

func TestDevicesAreNotReplaced(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("needs /dev/null")
	}
	if err := safefile.WriteFile(os.DevNull, []byte("x"), 0o644); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(os.DevNull); err != nil || info.Mode().IsRegular() {
		t.Fatalf("%v became %v, %v", os.DevNull, info, err)
	}
}
