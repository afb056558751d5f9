// Package pack keeps the content that a user or a cluster adds: packs, each a folder of its own
// below the data folder, laid over the shipped content in order of their ids.
//
// The rule: a pack is checked whole before it takes its place, it takes it by one rename, and one
// that has gone wrong on the disk gives way to its last good copy; never is half of one used.
//
//	packs/<id>           a pack
//	packs/.good/<id>     its copy as it last loaded without an error
//	packs/.new           what is being written
//	packs/.before/<id>   a pack that another is just taking the place of
package pack

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"nivel/assessments"
	"nivel/assessments/content"
)

// Store is the packs of one data folder. Its methods may be called from several goroutines.
type Store struct {
	dir string
	now func() time.Time
	mu  sync.Mutex
}

// Trouble is a pack that is not used as it stands, and why. LastGood says that its last good copy
// is used instead. ID is the name of its folder; empty where the folder of packs cannot be read.
type Trouble struct {
	ID       string
	Findings []content.Finding
	LastGood bool
}

// Open gives the packs of a data folder. Nothing is read or written before it is needed.
func Open(dataFolder string) *Store {
	return &Store{dir: filepath.Join(dataFolder, "packs"), now: time.Now}
}

// Load lays every pack over base, in order of id with the program's own last, and tells which could
// not be used as they stand. A copy of each good one is kept.
func (s *Store) Load(base *content.Library) (*content.Library, []Trouble) {
	s.mu.Lock()
	defer s.mu.Unlock()
	packs, err := s.read()
	if err != nil {
		return base, []Trouble{{Findings: []content.Finding{{File: "packs", Fault: assessments.NewFault("file-unreadable", "reason", reason(err))}}}}
	}
	state := s.lay(base, packs)
	for _, p := range packs {
		if content.Usable(state.findings[p.id]) {
			_ = s.keep(p.id, p.tree) // on a full or locked disk the pack itself is no worse for it
		}
	}
	return state.lib, state.troubles
}

// List says which packs there are, in the order in which they are laid. Of one whose pack.yaml
// cannot be read it gives the id alone, which is the name of its folder.
func (s *Store) List() []content.Info {
	s.mu.Lock()
	defer s.mu.Unlock()
	packs, err := s.read()
	if err != nil {
		return nil
	}
	var out []content.Info
	for _, p := range packs {
		info, _ := infoOf(p.tree)
		if info.ID != p.id {
			info = content.Info{ID: p.id}
		}
		out = append(out, info)
	}
	return out
}

// held is a pack in memory, with what is wrong in its files' names, number and size.
type held struct {
	id       string
	tree     tree
	findings []content.Finding
}

// read takes all packs into memory, in the order in which they are laid.
func (s *Store) read() ([]held, error) {
	s.mend()
	entries, err := os.ReadDir(s.dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	var out []held
	for _, e := range entries {
		if e.IsDir() && !strings.HasPrefix(e.Name(), ".") {
			out = append(out, s.hold(e.Name()))
		}
	}
	slices.SortFunc(out, inOrder)
	return out, nil
}

func inOrder(a, b held) int {
	if (a.id == content.Own) != (b.id == content.Own) {
		if a.id == content.Own {
			return 1
		}
		return -1
	}
	return strings.Compare(a.id, b.id)
}

// hold takes one pack into memory. Its folder must bear its id, so that no id is there twice.
func (s *Store) hold(id string) held {
	p := held{id: id}
	p.tree, p.findings = take(os.DirFS(s.path(id)))
	info, findings := infoOf(p.tree)
	if content.Usable(findings) && info.ID != id {
		p.findings = append(p.findings, atID(p.tree, "pack-folder", "folder", id, "id", info.ID))
	}
	return p
}

// infoOf reads pack.yaml alone; what is wrong in it the reader of packs reports as well.
func infoOf(t tree) (content.Info, []content.Finding) {
	data, ok := t[content.PackFile]
	if !ok {
		return content.Info{}, []content.Finding{{File: content.PackFile, Fault: assessments.NewFault("file-missing")}}
	}
	lib, findings := content.Lay(&content.Library{}, tree{content.PackFile: data})
	if len(lib.Packs) == 0 {
		return content.Info{}, findings
	}
	return lib.Packs[0], findings
}

// atID is a finding about a pack's id, at its line.
func atID(t tree, code string, pairs ...any) content.Finding {
	for i, line := range strings.Split(string(t[content.PackFile]), "\n") {
		if strings.HasPrefix(strings.TrimLeft(line, " {"), "id:") {
			return content.Finding{File: content.PackFile, Line: i + 1, Fault: assessments.NewFault(code, pairs...)}
		}
	}
	return content.Finding{File: content.PackFile, Line: 1, Fault: assessments.NewFault(code, pairs...)}
}

// state is a library with packs laid over it, and what was found in each.
type state struct {
	lib      *content.Library
	findings map[string][]content.Finding
	troubles []Trouble
}

// lay lays packs over a library. One with errors is passed over for its last good copy, where that
// is still good.
func (s *Store) lay(base *content.Library, packs []held) state {
	if base == nil {
		base = &content.Library{Languages: content.Languages}
	}
	out := state{lib: base, findings: map[string][]content.Finding{}}
	for _, p := range packs {
		findings := p.findings
		if content.Usable(findings) {
			lib, more := content.Lay(out.lib, p.tree)
			out.lib, findings = lib, append(slices.Clone(findings), more...)
		}
		out.findings[p.id] = findings
		if content.Usable(findings) {
			continue
		}
		trouble := Trouble{ID: p.id, Findings: findings}
		if good, wrong := take(os.DirFS(s.good(p.id))); content.Usable(wrong) {
			lib, more := content.Lay(out.lib, good)
			out.lib, trouble.LastGood = lib, content.Usable(more)
		}
		out.troubles = append(out.troubles, trouble)
	}
	return out
}
