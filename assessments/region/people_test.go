package region_test

import (
	"slices"

	"pgregory.net/rapid"

	"nivel/assessments"
	"nivel/assessments/region"
)

// person is a firm as the attack knows it: to which groups it belongs, and its rounds.
type person struct {
	firm   int
	rounds []*region.Contribution // the last one counts
	said   int                    // raised whenever the last round says something else
}

func (p *person) last() *region.Contribution { return p.rounds[len(p.rounds)-1] }

func (p *person) in(by region.Grouping, group string) bool {
	c := p.last()
	switch by {
	case region.BySector:
		return c.Sector == group
	case region.BySize:
		return string(c.Size) == group
	case region.ByPlace:
		return c.Place == group
	}
	return (c.Round > 0) == (group == "later")
}

var (
	sectors = []string{"", "food", "furniture", "furniture", "general", "metal"}
	sizes   = []assessments.SizeClass{assessments.Unsized, assessments.Micro, assessments.Micro, assessments.Small, assessments.Small, assessments.Medium}
	towns   = []string{"", "yecla", "yecla", "murcia", "jumilla", "lorca", "cieza"}
)

type drawer struct {
	t    *rapid.T
	made int
}

func (d *drawer) contribution(firm, round int) *region.Contribution {
	var levels [4]int
	for i := range levels {
		levels[i] = rapid.IntRange(0, 5).Draw(d.t, "level")
	}
	return made(firm, round, rapid.SampledFrom(sectors).Draw(d.t, "sector"), rapid.SampledFrom(sizes).Draw(d.t, "size"), rapid.SampledFrom(towns).Draw(d.t, "town"),
		levels, rapid.IntRange(0, 8).Draw(d.t, "conditions"))
}

func (d *drawer) person() *person {
	d.made++
	p := &person{firm: d.made}
	for round := range rapid.SampledFrom([]int{1, 1, 1, 2}).Draw(d.t, "rounds") {
		p.rounds = append(p.rounds, d.contribution(p.firm, round))
	}
	return p
}

// step changes one to ten firms: some come, some go, some answer again or otherwise.
func (d *drawer) step(all []*person) []*person {
	out := slices.Clone(all)
	for range rapid.IntRange(1, 10).Draw(d.t, "changes") {
		i := rapid.IntRange(0, len(out)-1).Draw(d.t, "who")
		switch rapid.IntRange(0, 4).Draw(d.t, "what") {
		case 0:
			if len(out) > 1 {
				out = slices.Delete(slices.Clone(out), i, i+1)
			}
		case 1:
			p := *out[i]
			p.rounds = append(slices.Clone(p.rounds), d.contribution(p.firm, len(p.rounds)))
			out[i] = &p
		case 2:
			p := *out[i]
			p.rounds = append(slices.Clone(p.rounds[:len(p.rounds)-1]), d.contribution(p.firm, len(p.rounds)-1))
			out[i] = &p
		default:
			out = append(out, d.person())
		}
	}
	return out
}
