package pdf

import (
	"strings"
	"testing"
)

func TestPathOps(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"", ""},
		{"M1 2L3 4Z", "1.000 2.000 m 3.000 4.000 l h "},
		{"m1-2l.5.5-.2.5", "1.000 -2.000 m 1.500 -1.500 l 1.300 -1.000 l "},
		{"M1 1 2 2 3 3", "1.000 1.000 m 2.000 2.000 l 3.000 3.000 l "},
		{"M1 1m1 1 1 1", "1.000 1.000 m 2.000 2.000 m 3.000 3.000 l "},
		{"M0 0H5h-2V3v1", "0.000 0.000 m 5.000 0.000 l 3.000 0.000 l 3.000 3.000 l 3.000 4.000 l "},
		{"M0 0c1 0 2 1 2 2s1 2 2 2", "0.000 0.000 m 1.000 0.000 2.000 1.000 2.000 2.000 c 2.000 3.000 3.000 4.000 4.000 4.000 c "},
		{"M0 0S1 1 2 2", "0.000 0.000 m 0.000 0.000 1.000 1.000 2.000 2.000 c "},
		{"M0 0Q3 0 3 3T6 6", "0.000 0.000 m 2.000 0.000 3.000 1.000 3.000 3.000 c 3.000 5.000 4.000 6.000 6.000 6.000 c "},
		{"M0,0 1e1-1E-1", "0.000 0.000 m 10.000 -0.100 l "},
		{"M1 1zl2 2", "1.000 1.000 m h 3.000 3.000 l "},
		{"M0 0A0 5 0 0 1 3 3", "0.000 0.000 m 3.000 3.000 l "},
	} {
		got, err := pathOps(c.in)
		if err != nil || got != c.want {
			t.Errorf("%q: %q, %v", c.in, got, err)
		}
	}
	// A half circle, with flags that touch each other and the next number.
	for _, in := range []string{"M0 0A1 1 0 0 1 2 0", "M0 0a1 1 0 012 0", "M0,0a1,1,0,0,1,2,0"} {
		got, err := pathOps(in)
		want := "0.000 0.000 m 0.000 -0.552 0.448 -1.000 1.000 -1.000 c 1.552 -1.000 2.000 -0.552 2.000 0.000 c "
		if err != nil || strings.ReplaceAll(got, "-0.000", "0.000") != want {
			t.Errorf("%q: %q, %v", in, got, err)
		}
	}
	for _, in := range []string{"L1 1", "M1", "M1 x", "1 2", "M1 1z2", "M1 1 B", "M1 1a1 1 0 2 1 1 1e"} {
		if got, err := pathOps(in); err == nil {
			t.Errorf("%q: no error but %q", in, got)
		}
	}
}

func TestEveryIconIsAPath(t *testing.T) {
	icons := testFonts(t).Icons
	if len(icons) < 61 {
		t.Fatalf("only %d icons", len(icons))
	}
	for name, i := range icons {
		for _, d := range []string{i.Stroke, i.Fill} {
			if _, err := pathOps(d); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
}

func FuzzPath(f *testing.F) {
	for _, i := range testFonts(f).Icons {
		f.Add(i.Stroke)
	}
	f.Fuzz(func(_ *testing.T, d string) { _, _ = pathOps(d) })
}
