package region

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"nivel/assessments/sqlite"
)

// View is a roll-up as it may be shown and may leave now.
type View struct {
	Rollup Rollup
	Beside Beside
	fresh  *release // what is to be kept when it leaves; nil where these figures have left already
	params Params
}

// Make makes the roll-up of all that may count. Together with everything that left before, nothing can
// be worked out from it of fewer than Fewest firms:
//
//   - Where nothing has changed since the last release, or only so few firms have come, changed or gone
//     that the difference would show them, the figures of the last release are given again, and
//     Rollup.Waiting and Since say so. What went with few firms waits until enough others have come.
//   - Else groups are held until it is safe. Where it cannot be told in reasonable time, more groups are
//     held than would be needed, and in the end the last release is given again.
func Make(ctx context.Context, p Params) (*View, error) {
	s, err := gather(ctx, p)
	if err != nil {
		return nil, err
	}
	kept, err := p.Store.Releases(ctx, p.Sample)
	if err != nil {
		return nil, err
	}
	var before []*release
	for _, k := range kept {
		r, err := readRelease(k)
		if err != nil {
			return nil, err
		}
		before = append(before, r)
	}
	m := s.members()
	v := &View{Beside: s.beside, params: p}
	v.choose(m, before)
	return v, ctx.Err()
}

func (v *View) choose(m *members, before []*release) {
	var last *release
	came := 0
	if n := len(before); n > 0 {
		var gone int
		last = before[n-1]
		came, gone = m.moved(last)
		if came == 0 && gone < Fewest || came > 0 && came < Fewest {
			v.again(last, came+gone)
			return
		}
	}
	p := v.params
	v.Rollup = Rollup{Day: p.Now, Sample: p.Sample, All: Row{Held: Few}}
	if m.frame != nil {
		v.Rollup.Model, v.Rollup.Version = m.frame.model.ID, m.frame.model.Version
	}
	if len(m.firms) < Fewest {
		return
	}
	index, change := m.index(), m.change()
	plan := m.newPlan(index, change, before)
	if !plan.system.Hold(plan.held) {
		if last != nil {
			v.again(last, came)
		}
		return
	}
	v.fill(m, plan, index, change, plan.since(m, before))
	v.keep(m, plan)
}

// again gives the figures of a release once more.
func (v *View) again(r *release, waiting int) {
	v.Rollup = r.Rollup
	v.Rollup.Waiting, v.Rollup.Since = 0, time.Time{}
	if waiting > 0 {
		v.Rollup.Waiting, v.Rollup.Since = waiting, r.at
	}
}

func (v *View) fill(m *members, p *plan, index *Index, change *Change, since map[string][]difference) {
	r := &v.Rollup
	spreads := m.spreads()
	row := func(table, group, firms int) Row {
		out := Row{Firms: firms}
		for k := range spreads {
			out.Values = append(out.Values, spreads[k][table][group])
		}
		if table < tables {
			out.Group = m.named[table][group]
		}
		return out
	}
	r.Region, r.Firms, r.All = m.region, len(m.firms), row(tables, 0, len(m.firms))
	later := false
	for t := range m.groups {
		table := Table{By: Groupings[t]}
		shown := 0
		for g, n := range m.sizes(t) {
			switch at := p.at[t][g]; {
			case g == 0 || n == 0:
			case at < 0:
				table.Rows = append(table.Rows, Row{Group: m.named[t][g], Held: Few})
			case p.held[at]:
				table.Rows = append(table.Rows, Row{Group: m.named[t][g], Held: Behind})
			default:
				shown++
				table.Rows = append(table.Rows, row(t, g, n))
				later = later || table.By == ByRound && g == 2
			}
		}
		if shown == 0 {
			continue
		}
		slices.SortStableFunc(table.Rows, func(a, b Row) int {
			return cmp.Or(cmp.Compare(b.Firms, a.Firms), strings.Compare(string(a.Held), string(b.Held))*-1, strings.Compare(a.Group, b.Group))
		})
		r.Tables = append(r.Tables, table)
	}
	for k := range m.figures {
		d := m.dimension(k)
		if d == "" {
			r.Levels = sharesFair(m.levels(k), since[ofAll], func(b *Rollup) []Share { return b.Levels })
			continue
		}
		shares := sharesFair(m.levels(k), since[ofAll], func(b *Rollup) []Share { return b.area(d) })
		if shares != nil {
			r.Areas = append(r.Areas, AreaLine{d, shares})
		}
	}
	var sectors []Row
	if len(r.Tables) > 0 && r.Tables[0].By == BySector {
		sectors = r.Tables[0].Rows
	}
	r.Missed, r.BySector = m.missedLines(sectors, since)
	if p.index >= 0 && !p.held[p.index] {
		if p.held[p.index] = !indexFair(since[ofIndex], index); !p.held[p.index] {
			r.Index = index
		}
	}
	if p.last >= 0 {
		if later && !p.held[p.last] {
			r.Change = change
		} else {
			p.held[p.last], p.held[p.first] = true, true
		}
	}
}

// keep notes which firms stand in what is shown.
func (v *View) keep(m *members, p *plan) {
	number := make([]int, len(p.system.Rows))
	var labels []string
	n := 0
	for i := range p.lines {
		if !p.held[i] {
			labels = append(labels, p.label(m, i))
			number[i] = n
			n++
		}
	}
	v.fresh = &release{Rollup: v.Rollup, Rows: n, Labels: labels, stands: p.stands(m, p.held, number)}
}

// Release is to be called before anything of the roll-up leaves: report, table, file or pack. From then
// on every roll-up takes account of it. Where the figures have left before it does nothing.
func (v *View) Release(ctx context.Context) error {
	if v.fresh == nil {
		return nil
	}
	err := v.params.Store.PutRelease(ctx, sqlite.Release{At: v.params.Now, Sample: v.params.Sample, Content: v.fresh.bytes()})
	if err == nil {
		v.fresh = nil
	}
	return err
}

// area are the shares of a dimension.
func (r *Rollup) area(dimension string) []Share {
	for _, a := range r.Areas {
		if a.Dimension == dimension {
			return a.Levels
		}
	}
	return nil
}
