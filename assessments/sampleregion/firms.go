// Package sampleregion makes up many firms with check-ups, plans and visits: a region to look around
// in, and the folders that tests work on.
//
// The rule: the same seed gives the same firms, to the last byte. Names are clearly invented, places
// are real towns of the Region of Murcia; nothing else is taken from anybody. A firm of the sample
// region is marked as a sample and can be told by its id.
package sampleregion

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"strings"
	"time"

	"nivel/assessments"
	"nivel/assessments/content"
)

// Options are what the firms are made from.
type Options struct {
	Seed    uint64
	Firms   int
	Now     time.Time        // no visit, answer or round is later
	Library *content.Library // what they answer
}

// Firms is how many firms the sample region has.
const Firms = 40

// family begins the id of every firm of the sample region: a UUIDv7 of the year 1970.
const family = "00000000-0000-7000-8000-"

// Is says whether an id is that of a firm of the sample region.
func Is(company string) bool { return strings.HasPrefix(company, family) }

// Of are the firms of the sample region as they stand today: all have answered everything, half of
// them more than once, most with a second person.
func Of(library *content.Library, now time.Time) []assessments.Dossier {
	m := newMaker(Options{Seed: 7, Now: now, Library: library})
	m.sample = true
	all := make([]assessments.Dossier, Firms)
	for i := range all {
		all[i] = m.firm()
	}
	return all
}

func newMaker(o Options) *maker {
	return &maker{rand: rand.New(rand.NewPCG(o.Seed, 20)), now: o.Now, library: o.Library, scopes: map[scopeOf]*assessments.Model{}, names: map[string]int{}}
}

// trade is a kind of firm: how firms of it are called, and its code.
type trade struct {
	word, nace string
	share      int
}

var trades = []trade{
	{"Muebles", "31.09", 14}, {"Tapizados", "31.09", 9}, {"Sofás", "31.09", 7}, {"Sillas", "31.01", 5}, {"Cocinas", "31.02", 6},
	{"Descanso", "31.03", 4}, {"Carpintería", "16.23", 9}, {"Maderas", "16.10", 5}, {"Tableros", "16.21", 3}, {"Barnices", "20.30", 2},
	{"Herrajes", "25.72", 6}, {"Metales", "25.11", 7}, {"Mecanizados", "25.62", 6}, {"Calderería", "25.29", 3},
	{"Conservas", "10.39", 6}, {"Pan y Dulces", "10.71", 4}, {"Aceites", "10.41", 2}, {"Bodegas", "11.02", 2},
}

var (
	invented = []string{"Ejemplo", "Muestra", "Prueba", "Modelo", "Demostración", "Ensayo", "Plantilla", "Boceto", "Supuesto", "Borrador", "Ficción",
		"Maqueta", "Simulacro", "Patrón", "Hipótesis"}
	ends   = []string{"S.L.", "S.L.", "S.L.", "S.A.", "S.L.U.", "S. Coop."}
	places = []string{"Yecla", "Yecla", "Yecla", "Yecla", "Murcia", "Jumilla", "Molina de Segura", "Lorca", "Cartagena", "Cieza", "Caravaca de la Cruz",
		"Totana", "Alhama de Murcia", "Cehegín", "Mula", "Archena", "Abarán", "Águilas", "Fortuna", "Bullas"}
	towns = []string{"Yecla", "Yecla", "Yecla", "Murcia", "Jumilla", "Molina de Segura"} // of the sample region: few, so that there is something to see
	marks = []string{"exporta", "feria 2025", "taller", "relevo", "Kickstart 1", "prioritaria"}
)

// Dossiers are so many firms, of which about one in twelve has not begun and one in seven is half
// through; the others have one to three rounds, some with visits, an advisor's answers and a plan.
func Dossiers(o Options) []assessments.Dossier {
	m := newMaker(o)
	all := make([]assessments.Dossier, o.Firms)
	for i := range all {
		all[i] = m.firm()
	}
	return all
}

type scopeOf struct {
	version string
	assessments.Scope
}

type maker struct {
	rand    *rand.Rand
	now     time.Time
	library *content.Library
	scopes  map[scopeOf]*assessments.Model
	names   map[string]int
	made    int
	sample  bool // the sample region's: fewer places, everything answered
}

// chance is true in so many of a hundred cases.
func (m *maker) chance(percent int) bool { return m.rand.IntN(100) < percent }

func pick[T any](m *maker, of []T) T { return of[m.rand.IntN(len(of))] }

// id is a UUIDv7 of a moment.
func (m *maker) id(at time.Time) string {
	a, b := m.rand.Uint64(), m.rand.Uint64()
	ms := at.UnixMilli()
	return fmt.Sprintf("%08x-%04x-7%03x-%04x-%012x", ms>>16, ms&0xffff, a&0xfff, 0x8000|a>>12&0x3fff, b&0xffff_ffff_ffff)
}

func (m *maker) trade() trade {
	sum := 0
	for _, t := range trades {
		sum += t.share
	}
	n := m.rand.IntN(sum)
	for _, t := range trades {
		if n -= t.share; n < 0 {
			return t
		}
	}
	return trades[0]
}

// people follows what there is: most firms are small, few have more than fifty.
func (m *maker) people() int {
	switch n := m.rand.IntN(100); {
	case n < 6:
		return 0 // not known
	case n < 55:
		return 1 + m.rand.IntN(9)
	case n < 88:
		return 10 + m.rand.IntN(40)
	case n < 99:
		return 50 + m.rand.IntN(120)
	}
	return 250 + m.rand.IntN(90)
}

func (m *maker) firm() assessments.Dossier {
	m.made++
	created := m.now.AddDate(0, 0, -m.rand.IntN(1000)-1).Add(-time.Duration(m.rand.IntN(600)) * time.Minute)
	t := m.trade()
	name := t.word + " " + pick(m, invented) + ", " + pick(m, ends)
	if m.names[name]++; m.names[name] > 1 {
		name = fmt.Sprintf("%s %s %d, %s", t.word, pick(m, invented), m.made, pick(m, ends))
	}
	c := assessments.Company{ID: m.id(created), Name: name, Place: pick(m, places), NACE: t.nace, People: m.people(), CreatedAt: created, ChangedAt: created}
	if m.chance(4) {
		c.NACE = ""
	}
	if m.sample {
		c.ID, c.Sample, c.Place, c.NACE, c.People = fmt.Sprintf("%s%012d", family, m.made), true, pick(m, towns), t.nace, max(3, c.People)
	}
	for _, tag := range marks {
		if m.chance(8) {
			c.Tags = append(c.Tags, tag)
		}
	}
	d := assessments.Dossier{Company: c}
	if m.chance(55) {
		d.Consents = append(d.Consents, assessments.Consent{Kind: assessments.ConsentWall, Given: true, By: "Gerencia", At: created})
		if m.chance(10) {
			d.Consents = append(d.Consents, assessments.Consent{Kind: assessments.ConsentWall, By: "Gerencia", At: created.Add(time.Hour)})
		}
	}
	if m.chance(15) {
		d.Earlier = append(d.Earlier, m.earlier(created))
	}
	if m.chance(92) || m.sample {
		m.rounds(&d)
	}
	return d
}

func (m *maker) earlier(before time.Time) assessments.Earlier {
	e := assessments.Earlier{ID: m.id(before), Day: before.AddDate(-1, 0, 0).Format(time.DateOnly), Source: "Excel", Scores: map[string]*big.Rat{}}
	for _, d := range m.library.Models[0].Model.Dimensions {
		e.Scores[d.ID] = big.NewRat(int64(m.rand.IntN(41)), 10)
	}
	e.Overall = big.NewRat(int64(m.rand.IntN(41)), 10)
	return e
}
