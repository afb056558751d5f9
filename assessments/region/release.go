package region

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"nivel/assessments/region/guard"
	"nivel/assessments/sqlite"
)

// release is what left of a roll-up: the figures, and of which firms they were made. Of a firm it has
// nothing but its name by chance and a mark of what it said.
type release struct {
	at       time.Time
	Rollup   Rollup
	Rows     int      // figures of sets of firms: the first is that of all
	Labels   []string // of each row, what it is of
	Patterns [][]int  // in which rows contents count
	Stands   []byte   // for each content: the firm's name, the mark, the pattern's number
	stands   []stands // as read
}

// stands is that a content of a firm counted in some rows.
type stands struct {
	firm [16]byte
	id   [8]byte
	rows []int
}

const standSize = 16 + 8 + 4

func (r *release) bytes() []byte {
	at := map[string]int{}
	r.Patterns, r.Stands = nil, nil
	for _, s := range r.stands {
		key := fmt.Sprint(s.rows)
		n, ok := at[key]
		if !ok {
			n = len(r.Patterns)
			at[key], r.Patterns = n, append(r.Patterns, s.rows)
		}
		r.Stands = binary.LittleEndian.AppendUint32(append(append(r.Stands, s.firm[:]...), s.id[:]...), uint32(n))
	}
	data, _ := json.Marshal(r) // plain data
	return data
}

func readRelease(kept sqlite.Release) (*release, error) {
	r := &release{at: kept.At}
	in := json.NewDecoder(bytes.NewReader(kept.Content))
	in.DisallowUnknownFields()
	if err := in.Decode(r); err != nil || len(r.Stands)%standSize != 0 || len(r.Labels) != r.Rows {
		return nil, fmt.Errorf("%w: release of %v", sqlite.ErrDamaged, kept.At)
	}
	for at := range slices.Chunk(r.Stands, standSize) {
		n := int(binary.LittleEndian.Uint32(at[24:]))
		if n >= len(r.Patterns) || slices.ContainsFunc(r.Patterns[n], func(row int) bool { return row < 0 || row >= r.Rows }) {
			return nil, fmt.Errorf("%w: release of %v", sqlite.ErrDamaged, kept.At)
		}
		r.stands = append(r.stands, stands{[16]byte(at[:16]), [8]byte(at[16:24]), r.Patterns[n]})
	}
	return r, nil
}

// moved is how many firms have come or said something else since a release, and how many have gone.
func (m *members) moved(since *release) (came, gone int) {
	before := map[[16]byte][8]byte{}
	for _, s := range since.stands {
		if slices.Contains(s.rows, 0) {
			before[s.firm] = s.id
		}
	}
	for i, firm := range m.firms {
		if id, ok := before[firm]; !ok || id != m.ids[i] {
			came++
		}
		delete(before, firm)
	}
	return came, len(before)
}

// line is a row of the system of all that is known together, and what it is of.
type line struct {
	table, group int // the grouping's place, from 0, and the group's number; -1 for none
}

// plan is which figures a roll-up may have.
type plan struct {
	lines              []line
	at                 [tables][]int // of each group its row; -1 where it has none
	index, last, first int           // their rows; -1 where there are none
	system             guard.System
	held               []bool
}

// newPlan puts all figures that a roll-up could have into one system with those that have left before.
func (m *members) newPlan(index *Index, change *Change, before []*release) *plan {
	p := &plan{index: -1, last: -1, first: -1}
	p.system.Least = Fewest
	unit := 0
	add := func(l line, firms, table int, fixed bool) int {
		p.lines = append(p.lines, l)
		p.system.Rows = append(p.system.Rows, guard.Row{Firms: firms, Unit: unit, Table: table, Fixed: fixed})
		return len(p.lines) - 1
	}
	add(line{-1, -1}, len(m.firms), 0, true)
	for t := range m.groups {
		p.at[t] = make([]int, len(m.named[t]))
		for g, n := range m.sizes(t) {
			p.at[t][g] = -1
			if g > 0 && n >= Fewest {
				unit++
				p.at[t][g] = add(line{t, g}, n, t+1, false)
			}
		}
	}
	if unit++; index != nil {
		p.index = add(line{-1, -1}, index.Firms, 0, false)
	}
	if unit++; change != nil {
		p.last = add(line{-1, -1}, change.Firms, 0, false)
		p.first = add(line{-1, -1}, change.Firms, 0, false)
	}
	if len(before) == 0 {
		p.system.Atoms = m.atoms(p)
	} else {
		p.join(m, before)
	}
	p.held = make([]bool, len(p.system.Rows))
	return p
}

// sizes are how many firms each group of a grouping has.
func (m *members) sizes(table int) []int {
	out := make([]int, len(m.named[table]))
	for _, g := range m.groups[table] {
		out[g]++
	}
	return out
}

// rows are the rows in which the round of a firm that counts stands.
func (p *plan) rows(m *members, i int) []int {
	out := []int{0}
	for t := range m.groups {
		if r := p.at[t][m.groups[t][i]]; r >= 0 {
			out = append(out, r)
		}
	}
	if p.index >= 0 && m.indexed[i] {
		out = append(out, p.index)
	}
	if p.last >= 0 && m.first[i] >= 0 {
		out = append(out, p.last)
	}
	return out
}

// atoms are the firms by all that tells them apart, where nothing has left before.
func (m *members) atoms(p *plan) []guard.Atom {
	type key struct {
		groups         [tables]uint16
		indexed, later bool
	}
	at := map[key]int{}
	var out []guard.Atom
	for i := range m.firms {
		k := key{[tables]uint16{m.groups[0][i], m.groups[1][i], m.groups[2][i], m.groups[3][i]}, p.index >= 0 && m.indexed[i], p.last >= 0 && m.first[i] >= 0}
		n, ok := at[k]
		if !ok {
			n = len(out)
			at[k] = n
			columns := [][]int{p.rows(m, i)}
			if k.later {
				columns = append(columns, []int{p.first})
			}
			out = append(out, guard.Atom{Columns: columns})
		}
		out[n].Firms++
	}
	return out
}

// stands are the contents that count, with their rows; those that are held left out.
func (p *plan) stands(m *members, held []bool, number []int) []stands {
	shown := func(rows []int) (out []int) {
		for _, r := range rows {
			if held == nil {
				out = append(out, r)
			} else if !held[r] {
				out = append(out, number[r])
			}
		}
		return out
	}
	var out []stands
	for i := range m.firms {
		out = append(out, stands{m.firms[i], m.ids[i], shown(p.rows(m, i))})
		if p.first >= 0 && m.first[i] >= 0 {
			if rows := shown([]int{p.first}); len(rows) > 0 {
				out = append(out, stands{m.firms[i], m.firstIDs[m.first[i]], rows})
			}
		}
	}
	return out
}

// join adds what has left before: its rows are known too, and a firm that said something else then is
// given away by either.
func (p *plan) join(m *members, before []*release) {
	type content struct {
		firm [16]byte
		id   [8]byte
	}
	rows := map[content][]int{}
	put := func(s stands, from int) {
		c := content{s.firm, s.id}
		for _, r := range s.rows {
			rows[c] = append(rows[c], from+r)
		}
	}
	for _, s := range p.stands(m, nil, nil) {
		put(s, 0)
	}
	for _, b := range before {
		from := len(p.system.Rows)
		for range b.Rows {
			p.system.Rows = append(p.system.Rows, guard.Row{Unit: -1, Fixed: true})
		}
		for _, s := range b.stands {
			put(s, from)
		}
	}
	columns := map[[16]byte][][]int{}
	for c, in := range rows {
		columns[c.firm] = append(columns[c.firm], in)
	}
	at := map[string]int{}
	firms := make([][16]byte, 0, len(columns))
	for firm := range columns {
		firms = append(firms, firm)
	}
	slices.SortFunc(firms, func(a, b [16]byte) int { return bytes.Compare(a[:], b[:]) })
	for _, firm := range firms {
		of := columns[firm]
		slices.SortFunc(of, slices.Compare)
		var key []byte
		for _, column := range of {
			for _, r := range column {
				key = binary.AppendUvarint(key, uint64(r)+1)
			}
			key = append(key, 0)
		}
		n, ok := at[string(key)]
		if !ok {
			n = len(p.system.Atoms)
			at[string(key)] = n
			p.system.Atoms = append(p.system.Atoms, guard.Atom{Columns: of})
		}
		p.system.Atoms[n].Firms++
	}
}
