package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"nivel/assessments/house/generated"
	house "nivel/assessments/house/shipped"
	"nivel/assessments/region"
)

// Files of forty firms give figures, on the screen and in a file, and one file more gives the same
// figures again: what has left is kept.
func TestRollup(t *testing.T) {
	dir := t.TempDir()
	var paths []string
	for i, d := range generated.Dossiers(generated.Options{Seed: 5, Firms: 60, Now: time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)}) {
		firm := region.NewFirm()
		for k := range d.Rounds {
			c, err := region.Of(&d, &d.Rounds[k], firm, house.Library(), time.Now())
			if err != nil {
				t.Fatal(err)
			}
			path := filepath.Join(dir, strings.Repeat("x", i+1)+string(rune('0'+k))+region.Ending)
			if err := c.Write(path); err != nil {
				t.Fatal(err)
			}
			paths = append(paths, path)
		}
	}
	roll := func(files []string, flags ...string) (region.Rollup, string) {
		t.Helper()
		var out, said bytes.Buffer
		if code := run(append(append([]string{"rollup", "-lang", "en", "-json", "-data", filepath.Join(dir, "data")}, flags...), files...), nil, &out, &said, func(string) string { return "" }); code != exitDone {
			t.Fatalf("ends with %d: %s", code, &said)
		}
		var r region.Rollup
		if err := json.Unmarshal(out.Bytes(), &r); err != nil {
			t.Fatal(err)
		}
		return r, said.String()
	}
	most := paths[:len(paths)-1]
	csv := filepath.Join(dir, "region.csv")
	first, said := roll(most, "-o", csv)
	if first.Firms < 30 || len(first.Tables) == 0 || len(first.All.Values) != 7 {
		t.Fatalf("%+v\n%s", first, said)
	}
	data, err := os.ReadFile(csv)
	if err != nil || !strings.HasPrefix(string(data), "kind,group,item,firms,mean,") || strings.Count(string(data), "\n") != len(first.Records())+1 {
		t.Errorf("%v: %s", err, data)
	}
	again, said := roll(paths)
	if again.Firms != first.Firms || !strings.Contains(said, "1 firm has changed since") {
		t.Errorf("%d and %d firms\n%s", first.Firms, again.Firms, said)
	}
}
