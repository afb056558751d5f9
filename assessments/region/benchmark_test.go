package region_test

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"nivel/assessments"
	"nivel/assessments/content"
	"nivel/assessments/house/generated"
	"nivel/assessments/house/shipped"
	"nivel/assessments/region"
)

// A pack of figures is kept as having left, passes the check of content, and gives the figures back; a
// changed one is refused.
func TestPack(t *testing.T) {
	lib := shipped.Library()
	var only []*region.Contribution
	for _, d := range generated.Dossiers(generated.Options{Seed: 6, Firms: 50, Now: now}) {
		firm := region.NewFirm()
		for k := range d.Rounds {
			c, err := region.Of(&d, &d.Rounds[k], firm, lib, now)
			ok(t, err)
			only = append(only, c)
		}
	}
	s := &memory{}
	v, err := region.Make(t.Context(), region.Params{Store: s, Library: lib, Now: now, Only: only})
	ok(t, err)
	folder := filepath.Join(t.TempDir(), "figures")
	name := region.PackName{ID: "murcia-2026", Name: "Región de Murcia", Source: "Clúster", Languages: []string{"es"}}
	ok(t, v.WritePack(t.Context(), folder, name))
	if len(s.releases) != 1 {
		t.Error("what left is not kept")
	}
	with, findings := content.Check(lib, os.DirFS(folder), now)
	if len(findings) > 0 || len(with.Peers) != 1 || !reflect.DeepEqual(&with.Peers[0], v.Rollup.Peers()) {
		t.Fatalf("%v\n%+v\n%+v", findings, with.Peers, v.Rollup.Peers())
	}
	if p := with.Peers[0]; p.Firms < 30 || p.Overall == nil || len(p.Dimensions) != 6 || len(p.Missed) == 0 || p.Date != now.Format(time.DateOnly) {
		t.Errorf("figures %+v", p)
	}
	file := filepath.Join(folder, "benchmarks", "region.yaml")
	data, err := os.ReadFile(file)
	ok(t, err)
	for _, x := range [][3]string{{"firms: ", "firms: 4 #", "peers-few"}, {"overall: ", "overall: 7 #", "number-range"}, {"date: ", "date: today #", "date-form"}, {"model: ", "model: other #", "model-unknown"},
		{"  data: ", "  nothing: 1 #", "dimension-unknown"}, {"missed: [", "missed: [nothing, ", "question-unknown"}} {
		changed := strings.Replace(string(data), x[0], x[1], 1)
		ok(t, os.WriteFile(file, []byte(changed), 0o600))
		if _, findings := content.Check(lib, os.DirFS(folder), now); len(findings) == 0 || findings[0].Fault.Code != x[2] {
			t.Errorf("%q: %v", x[1], findings)
		}
	}
	few, err := region.Make(t.Context(), region.Params{Store: &memory{}, Library: lib, Now: now, Only: only[:1]})
	ok(t, err)
	var f *assessments.Fault
	if err := few.WritePack(t.Context(), filepath.Join(t.TempDir(), "x"), name); !errors.As(err, &f) {
		t.Errorf("of one firm: %v", err)
	}
}
