package advice

import (
	"slices"

	"nivel/assessments"
)

// Topic is what help is looked for: the questions behind an action and its dimension.
type Topic struct {
	Questions []string
	Dimension string
	Sector    string
}

// TopicOf is the topic of an offer.
func TopicOf(o *Offer, sector string) Topic {
	t := Topic{Dimension: o.Dimension, Sector: sector}
	for _, r := range o.Reasons {
		t.Questions = append(t.Questions, r.Question)
	}
	return t
}

// fit is 2 where a record names one of the questions, 1 where it names the dimension, else 0;
// records for other sectors never fit.
func (t Topic) fit(questions, dimensions, sectors []string) int {
	if len(sectors) > 0 && t.Sector != "" && !slices.Contains(sectors, t.Sector) {
		return 0
	}
	for _, q := range t.Questions {
		if slices.Contains(questions, q) {
			return 2
		}
	}
	if slices.Contains(dimensions, t.Dimension) {
		return 1
	}
	return 0
}

func best[T any](all []T, fit func(*T) int) []*T {
	var exact, near []*T
	for i := range all {
		switch fit(&all[i]) {
		case 2:
			exact = append(exact, &all[i])
		case 1:
			near = append(near, &all[i])
		}
	}
	return append(exact, near...)
}

// Contacts are the institutions to ask, the nearest in topic first.
func (t Topic) Contacts(all []assessments.Contact) []*assessments.Contact {
	return best(all, func(c *assessments.Contact) int { return t.fit(c.Questions, c.Dimensions, c.Sectors) })
}

// Trainings are the courses on the topic; closed ones are left out.
func (t Topic) Trainings(all []assessments.Training) []*assessments.Training {
	return best(all, func(c *assessments.Training) int {
		if c.State == assessments.StateClosed || c.State == assessments.StateEnded {
			return 0
		}
		return t.fit(c.Questions, c.Dimensions, c.Sectors)
	})
}

// Funding are the lines on the topic that are open on that day for firms of that size; expired
// ones never appear.
func (t Topic) Funding(all []assessments.Funding, day string, size assessments.SizeClass) []*assessments.Funding {
	return best(all, func(f *assessments.Funding) int {
		if !f.OpenOn(day) || len(f.Sizes) > 0 && size != assessments.Unsized && !slices.Contains(f.Sizes, size) {
			return 0
		}
		return t.fit(f.Questions, f.Dimensions, nil)
	})
}

// Practices are those that the action names, then those on the topic.
func (t Topic) Practices(all []assessments.Practice, named []string) []*assessments.Practice {
	var out []*assessments.Practice
	for _, id := range named {
		for i := range all {
			if all[i].ID == id {
				out = append(out, &all[i])
			}
		}
	}
	for _, p := range best(all, func(p *assessments.Practice) int { return t.fit(p.Questions, p.Dimensions, nil) }) {
		if !slices.Contains(out, p) {
			out = append(out, p)
		}
	}
	return out
}
