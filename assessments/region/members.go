package region

import (
	"cmp"
	"slices"
	"strings"
)

// members are the firms that count: those with a result in every area, in the version of the
// questionnaire that most have answered, each by its last such round.
type members struct {
	frame    *frame
	firms    [][16]byte
	ids      [][8]byte        // of the round that counts
	groups   [tables][]uint16 // of each firm; 0: not known
	named    [tables][]string // of each group; the first is empty
	figures  [][]uint32       // overall where there is one, then the dimensions; by firm
	missed   []([]byte)       // by firm
	indexed  []bool           // has ten or more persons and a certain index
	basic    []bool
	first    []int32 // which of firsts is its first round; -1 where there is none before
	firstIDs [][8]byte
	firsts   [][]uint32 // figures at the first round
	region   string
}

const tables = 4

// members picks who counts, and says of the others why not.
func (s *source) members() *members {
	last := s.pick(func(r *record) bool { return true }, false)
	having := map[uint16]int{}
	for f := range s.firms {
		if last[f] < 0 {
			s.beside.Incomplete++
			continue
		}
		having[s.records[last[f]].version]++
	}
	m := &members{}
	if len(having) == 0 {
		return m
	}
	var versions []uint16
	for v := range having {
		versions = append(versions, v)
	}
	slices.SortFunc(versions, func(a, b uint16) int {
		return cmp.Or(cmp.Compare(having[b], having[a]), strings.Compare(s.versions.all[b], s.versions.all[a]))
	})
	version := versions[0]
	of := func(r *record) bool { return r.version == version }
	last, first := s.pick(of, false), s.pick(of, true)
	for _, v := range versions[1:] {
		id, number, _ := strings.Cut(s.versions.all[v], "\n")
		n := 0
		for f, i := range s.pick(func(r *record) bool { return r.version == v }, false) {
			if i >= 0 && last[f] < 0 {
				n++
			}
		}
		if n > 0 {
			s.beside.Others = append(s.beside.Others, Other{id, number, n})
		}
	}
	m.frame = s.frame([]byte(s.versions.all[version]))
	m.fill(s, last, first)
	return m
}

// pick is of each firm the last or first complete round of some; -1 where there is none.
func (s *source) pick(of func(*record) bool, first bool) []int32 {
	out := make([]int32, len(s.firms))
	for i := range out {
		out[i] = -1
	}
	for i := range s.records {
		r := &s.records[i]
		if r.flags&flagComplete == 0 || !of(r) {
			continue
		}
		if now := out[r.firm]; now < 0 || first == (r.round < s.records[now].round) {
			out[r.firm] = int32(i)
		}
	}
	return out
}

// Groups of the sizes and rounds, by number.
var (
	sizeGroups  = []string{"", "micro", "small", "medium", "large"}
	roundGroups = []string{"", "first", "later"}
)

func (m *members) fill(s *source, last, first []int32) {
	figures := len(m.frame.model.Dimensions)
	missed := (len(m.frame.asked) + 7) / 8
	if m.frame.overall() {
		figures++
	}
	n := 0
	for _, i := range last {
		if i >= 0 {
			n++
		}
	}
	m.firms, m.ids, m.missed = make([][16]byte, 0, n), make([][8]byte, 0, n), make([][]byte, 0, n)
	m.indexed, m.basic, m.first = make([]bool, n), make([]bool, n), make([]int32, n)
	for t := range m.groups {
		m.groups[t] = make([]uint16, n)
	}
	m.figures, m.firsts = make([][]uint32, figures), make([][]uint32, figures)
	for k := range m.figures {
		m.figures[k] = make([]uint32, n)
	}
	sectors, places := s.sectors.groups(), s.places.groups()
	m.named = [tables][]string{sectors.names, sizeGroups, places.names, roundGroups}
	for f, i := range last {
		if i < 0 {
			continue
		}
		r, at := &s.records[i], len(m.firms)
		m.firms, m.ids = append(m.firms, s.firms[f]), append(m.ids, r.id)
		m.groups[0][at], m.groups[1][at], m.groups[2][at], m.groups[3][at] = sectors.of[r.sector], uint16(r.size), places.of[r.place], 1
		for k := range m.figures {
			m.figures[k][at] = s.figures[int(r.figures)+k]
		}
		m.missed = append(m.missed, s.missed[r.missed:int(r.missed)+missed])
		m.indexed[at] = r.size >= 2 && r.flags&flagCertain != 0
		m.basic[at] = m.indexed[at] && r.flags&flagBasic != 0
		m.first[at] = -1
		if b := first[f]; b != i { // so the firms of the later group are those whose change is known
			m.groups[3][at] = 2
			m.first[at] = int32(len(m.firstIDs))
			m.firstIDs = append(m.firstIDs, s.records[b].id)
			for k := range m.firsts {
				m.firsts[k] = append(m.firsts[k], s.figures[int(s.records[b].figures)+k])
			}
		}
	}
	m.settle()
}

// settle leaves the region's name to the places where there are several of them.
func (m *members) settle() {
	for _, name := range m.named[2][min(1, len(m.named[2])):] {
		region, _, _ := strings.Cut(name, "/")
		if m.region != "" && m.region != region {
			m.region = ""
			return
		}
		m.region = region
	}
	for i, name := range m.named[2] {
		_, m.named[2][i], _ = strings.Cut(name, "/")
	}
}

// grouped are names as groups: the number of each, 0 for those that say nothing.
type grouped struct {
	names []string
	of    []uint16
}

// groups puts names into the order of their letters, so that nothing depends on what came first.
func (n *names) groups() grouped {
	g := grouped{names: []string{""}, of: make([]uint16, len(n.all))}
	for _, name := range slices.Sorted(slices.Values(n.all)) {
		if name == "" || name == "/" {
			continue
		}
		g.of[n.at[name]] = uint16(len(g.names))
		g.names = append(g.names, name)
	}
	return g
}
