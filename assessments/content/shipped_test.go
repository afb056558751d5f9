package content_test

import (
	"testing"

	"nivel/assessments"
	"nivel/assessments/content"
	"nivel/assets"
)

// Everything that is shipped is free of findings, every gap of a firm up to medium size at every
// level has an action, and the counts that were promised hold.
func TestShippedContent(t *testing.T) {
	lib, findings := content.Load(assets.Content)
	for _, f := range findings {
		t.Error(f)
	}
	m := &lib.Pack("industry40").Model
	for _, g := range content.Uncovered(m, lib.Actions, assessments.Micro, assessments.Small, assessments.Medium) {
		t.Errorf("no action of the firm for %v", g)
	}
	for _, c := range []struct {
		name       string
		have, want int
	}{{"questions", len(m.Questions), 50}, {"actions", len(lib.Actions), 30}, {"practices", len(lib.Practices), 14},
		{"contacts", len(lib.Regions[0].Contacts), 10}, {"terms", len(lib.Terms), 40}, {"conditions", len(m.Index.Conditions), 12}} {
		if c.have < c.want {
			t.Errorf("%d %s, want at least %d", c.have, c.name, c.want)
		}
	}
	quick := m.For(assessments.Scope{Path: m.Paths[0]})
	if n := len(quick.Questions); n < 18 || n > 20 {
		t.Errorf("%d questions on the quick path, want 18 to 20", n)
	}
	for _, size := range []assessments.SizeClass{assessments.Micro, assessments.Small, assessments.Medium, assessments.Large} {
		for _, path := range m.Paths {
			scoped := m.For(assessments.Scope{Path: path, Size: size})
			for _, d := range m.Dimensions {
				if n := len(scoped.Of(d.ID)); n < 3 {
					t.Errorf("%s has %d questions on the path %s for a %s firm", d.ID, n, path, size)
				}
			}
		}
	}
}

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		content.Load(assets.Content)
	}
}
