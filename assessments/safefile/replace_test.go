package safefile

import (
	"os"
	"path/filepath"
	"testing"
)

// A rename that fails leaves no temporary file.
func TestFailedRenameCleansUp(t *testing.T) {
	dir := t.TempDir()
	target := filepath.Join(dir, "folder")
	if err := os.MkdirAll(filepath.Join(target, "inside"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := replace(target, []byte("x"), 0o644, 0); err == nil {
		t.Fatal("a file took the name of a folder")
	}
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 1 {
		t.Fatalf("%v, %v", entries, err)
	}
}
