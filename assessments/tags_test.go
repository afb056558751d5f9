package assessments_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"nivel/assessments"
)

func TestTags(t *testing.T) {
	got, err := assessments.Tags("  feria  2025, exporta,, exporta ,")
	if err != nil || !slices.Equal(got, []string{"exporta", "feria 2025"}) {
		t.Errorf("%q, %v", got, err)
	}
	var many []string
	for i := range assessments.TagsLimit + 1 {
		many = append(many, strings.Repeat("x", i+1))
	}
	for code, text := range map[string]string{"tag-long": strings.Repeat("ñ", assessments.TagLength+1), "tags-many": strings.Join(many, ",")} {
		var f *assessments.Fault
		if _, err := assessments.Tags(text); !errors.As(err, &f) || f.Code != code {
			t.Errorf("%s: %v", code, err)
		}
	}
	if _, err := assessments.Tags(strings.Repeat("ñ", assessments.TagLength)); err != nil {
		t.Error(err)
	}
}

// Marking is idempotent, taken back by unmarking, keeps the order, and leaves the company before as
// it was.
func TestTagLaws(t *testing.T) {
	for _, text := range []string{"", "b", "a, b", "a, c, d", "b, c, bb", "c"} {
		before, err := assessments.Tags(text)
		if err != nil {
			t.Fatal(err)
		}
		kept, c := slices.Clone(before), assessments.Company{Tags: before}
		for _, tag := range []string{"a", "b", "bb", "z"} {
			with := c.Tag(tag, true)
			if !slices.Contains(with.Tags, tag) || !slices.IsSorted(with.Tags) || !slices.Equal(with.Tag(tag, true).Tags, with.Tags) {
				t.Errorf("%q and %q gives %q", before, tag, with.Tags)
			}
			without := with.Tag(tag, false)
			if want := slices.DeleteFunc(slices.Clone(before), func(x string) bool { return x == tag }); !slices.Equal(without.Tags, want) {
				t.Errorf("%q without %q is %q", before, tag, without.Tags)
			}
			if !slices.Equal(before, kept) {
				t.Fatal("the company before has changed")
			}
		}
	}
}
