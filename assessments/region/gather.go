package region

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"strings"
	"time"

	"nivel/assessments"
	"nivel/assessments/content"
	"nivel/assessments/sqlite"
)

// Store is what a roll-up needs of the store.
type Store interface {
	Companies(ctx context.Context) ([]assessments.Company, error)
	Dossier(ctx context.Context, companyID string) (assessments.Dossier, error)
	Contributors(ctx context.Context, companyIDs []string, name func() string) (map[string]string, error)
	Contributions(ctx context.Context, sample bool, each func(content []byte) error) error
	Releases(ctx context.Context, sample bool) ([]sqlite.Release, error)
	PutRelease(ctx context.Context, r sqlite.Release) error
}

// Params are what a roll-up is made from.
type Params struct {
	Store   Store
	Library *content.Library
	Now     time.Time
	Sample  bool            // of sample firms alone; else these are left out
	Only    []*Contribution // these alone, instead of what the store has; nil: the store's
}

// Beside is what stands beside a roll-up for whoever makes it. It never leaves.
type Beside struct {
	Own, Files int     // firms of the folder itself, and firms known from files alone, that were looked at
	Without    int     // firms of the folder that have not allowed it, or have taken it back
	Incomplete int     // firms without a round that has a result in every area
	Others     []Other // firms that answered another version, and so are not counted, most first
	Stale      int     // rounds whose questionnaire has been changed or is gone, so that they must be taken in again
}

// Other is how many firms have answered a version that is not the one that is counted.
type Other struct {
	Model, Version string
	Firms          int
}

// record is one round of a firm as it is held while a roll-up is made.
type record struct {
	id                     [8]byte
	firm                   int32
	figures, missed        int32 // where they begin
	version, sector, place uint16
	round, flags, size     byte
}

// source is all rounds that may count.
type source struct {
	frames   frames
	firms    [][16]byte
	own      map[[16]byte]int32 // firms of the folder
	taken    map[ownRound]bool
	records  []record
	figures  []uint32
	missed   []byte
	versions names
	sectors  names
	places   names
	beside   Beside
}

type ownRound struct {
	firm  [16]byte
	round byte
}

// names gives each text a number, in the order in which they come.
type names struct {
	all []string
	at  map[string]uint16
}

func (n *names) number(text []byte) uint16 {
	if i, ok := n.at[string(text)]; ok {
		return i
	}
	if n.at == nil {
		n.at = map[string]uint16{}
	}
	i := uint16(len(n.all))
	n.all, n.at[string(text)] = append(n.all, string(text)), i
	return i
}

// gather reads everything that may count.
func gather(ctx context.Context, p Params) (*source, error) {
	s := &source{frames: frames{p.Library, map[string]*frame{}}, own: map[[16]byte]int32{}, taken: map[ownRound]bool{}}
	if p.Only != nil {
		for _, c := range p.Only {
			if f := s.frames.of(c.Model, c.Version); f != nil && c.Sample == p.Sample {
				s.add(f.compact(c), true)
			}
		}
		s.beside.Files, s.beside.Own = s.beside.Own, 0
		return s, nil
	}
	if err := s.folder(ctx, p); err != nil {
		return nil, err
	}
	err := p.Store.Contributions(ctx, p.Sample, func(content []byte) error {
		s.add(content, false)
		return ctx.Err()
	})
	return s, err
}

// folder adds the firms of the folder that have allowed it; samples need not be asked.
func (s *source) folder(ctx context.Context, p Params) error {
	companies, err := p.Store.Companies(ctx)
	if err != nil {
		return err
	}
	var mine []assessments.Dossier
	var ids []string
	for _, k := range companies {
		if k.Sample != p.Sample {
			continue
		}
		d, err := p.Store.Dossier(ctx, k.ID)
		if err != nil {
			return err
		}
		if len(d.Rounds) == 0 {
			continue
		}
		if !k.Sample && !Allowed(d.Consents) {
			s.beside.Without++
			continue
		}
		mine, ids = append(mine, d), append(ids, k.ID)
	}
	firms, err := p.Store.Contributors(ctx, ids, NewFirm)
	if err != nil {
		return err
	}
	for i := range mine {
		for k := range mine[i].Rounds {
			c, err := Of(&mine[i], &mine[i].Rounds[k], firms[ids[i]], p.Library, p.Now)
			var f *assessments.Fault
			if errors.As(err, &f) {
				s.beside.Stale++
				continue
			}
			if err != nil {
				return fmt.Errorf("round %d of company %q: %w", k, ids[i], err)
			}
			s.add(s.frames.of(c.Model, c.Version).compact(c), true)
		}
	}
	return nil
}

// Allowed says whether a firm's answers may count in a roll-up, by what it said last.
func Allowed(consents []assessments.Consent) bool {
	given := false
	for _, c := range consents {
		if c.Kind == assessments.ConsentRegion {
			given = c.Given
		}
	}
	return given
}

// add takes a kept contribution in. One of the folder itself counts before a file of the same round.
func (s *source) add(data []byte, own bool) {
	var k kept
	if !k.parse(data) {
		s.beside.Stale++
		return
	}
	r := record{round: k.round, flags: k.flags, size: k.size, id: k.id}
	if !own && s.taken[ownRound{k.firm, k.round}] {
		return
	}
	f := s.frame(k.model)
	if f == nil || k.layout != f.layout {
		s.beside.Stale++
		return
	}
	if k.worth != f.worth { // what answers come to has changed since
		c, err := k.contribution(f)
		if err != nil {
			s.beside.Stale++
			return
		}
		k.parse(f.compact(c))
		r.flags = k.flags
	}
	r.firm = s.firm(k.firm, own)
	if own {
		s.taken[ownRound{k.firm, k.round}] = true
	}
	r.version, r.sector, r.place = s.versions.number(k.model), s.sectors.number(k.sector), s.places.number(k.place)
	r.figures, r.missed = int32(len(s.figures)), int32(len(s.missed))
	for i := 0; i < len(k.figures); i += 4 {
		s.figures = append(s.figures, binary.LittleEndian.Uint32(k.figures[i:]))
	}
	s.missed = append(s.missed, k.missed...)
	s.records = append(s.records, r)
}

func (s *source) frame(model []byte) *frame {
	if f, ok := s.frames.made[string(model)]; ok {
		return f
	}
	id, version, _ := strings.Cut(string(model), "\n")
	return s.frames.of(id, version)
}

// firm is the number of a firm. Contributions of the store come firm by firm.
func (s *source) firm(name [16]byte, own bool) int32 {
	if n := len(s.firms); n > 0 && s.firms[n-1] == name {
		return int32(n - 1)
	}
	if i, ok := s.own[name]; ok {
		return i
	}
	i := int32(len(s.firms))
	s.firms = append(s.firms, name)
	if own {
		s.own[name] = i
		s.beside.Own++
	} else {
		s.beside.Files++
	}
	return i
}
