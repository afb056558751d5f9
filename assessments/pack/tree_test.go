package pack

import (
	"maps"
	"testing"
	"testing/fstest"
)

// The tree in memory is a file system as any other.
func TestTreeIsFS(t *testing.T) {
	tr := tree{"pack.yaml": []byte("id: x"), "models/m/model.yaml": []byte("a"), "models/m/old/1/model.yaml": nil}
	if err := fstest.TestFS(tr, "pack.yaml", "models/m/model.yaml", "models/m/old/1/model.yaml"); err != nil {
		t.Error(err)
	}
	if err := fstest.TestFS(tree{}); err != nil {
		t.Error(err)
	}
	if got := tr.cut("models/m/old"); len(got) != 1 || len(tr) != 2 || tr.equal(got) || !tr.equal(maps.Clone(tr)) {
		t.Errorf("cut %v, left %v", got, tr)
	}
}

func TestPortable(t *testing.T) {
	for name, want := range map[string]bool{"model.yaml": true, "1.0": true, "a-b_C": true, "console": true, "": false, ".": false, "..": false, "a.": false, "a b": false, "ñ": false,
		"a/b": false, `a\b`: false, "a:b": false, "nul": false, "Con.yaml": false, "COM1": false, "lpt9.x": false, ".x": false} {
		if have := portable(name); have != want {
			t.Errorf("%q: %v", name, have)
		}
	}
}

// Versions are any text; their folders are names that every system keeps, each once.
func TestVersionFolders(t *testing.T) {
	tr := tree{}
	for _, c := range [][2]string{{"1.0", "1.0"}, {"1.0", "1.0-2"}, {"../../x", "v-x"}, {"1.0 Ñ", "1.0--"}, {"CON", "v-con"}, {"", "v-"}, {"A", "a"}, {"a", "a-2"}} {
		have := tr.versionFolder("old", c[0])
		if have != c[1] || !portable(have) {
			t.Errorf("%q: %q, want %q", c[0], have, c[1])
		}
		tr["old/"+have+"/model.yaml"] = nil
	}
}
