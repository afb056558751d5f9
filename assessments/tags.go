package assessments

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Limits on an advisor's own marks.
const (
	TagLength = 60 // characters of a tag
	TagsLimit = 30 // tags of a company
)

// Tags reads marks as they are typed, with commas between them: in alphabetical order, each once.
// What is wrong is reported as a *Fault.
func Tags(text string) ([]string, error) {
	var out []string
	for _, tag := range strings.Split(text, ",") {
		if tag = strings.Join(strings.Fields(tag), " "); tag != "" {
			out = append(out, tag)
		}
		if n := utf8.RuneCountInString(tag); n > TagLength {
			return nil, NewFault("tag-long", "have", n, "limit", TagLength)
		}
	}
	slices.Sort(out)
	if out = slices.Compact(out); len(out) > TagsLimit {
		return nil, NewFault("tags-many", "have", len(out), "limit", TagsLimit)
	}
	return out, nil
}

// Tag returns the company with a mark or without it; its tags before are left as they are.
func (c Company) Tag(tag string, on bool) Company {
	tags := slices.DeleteFunc(slices.Clone(c.Tags), func(t string) bool { return t == tag })
	if on {
		tags = append(tags, tag)
		slices.Sort(tags)
	}
	c.Tags = tags
	return c
}
