package pack

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"nivel/assessments"
	"nivel/assessments/content"
)

// Install adds a pack, or replaces the one with its id, from a tree such as a folder somebody was
// given. The whole pack is checked first, laid over base with the packs that come before it; where
// a finding is no mere warning, nothing is written. Neither is it where another pack, good so far,
// would no longer be. Entries of the program's own (id content.Own) are not replaced but joined
// with those that are there, the later file's winning. The error tells of the disk alone.
func (s *Store) Install(base *content.Library, from fs.FS) (content.Info, []content.Finding, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	t, findings := take(from)
	if !content.Usable(findings) {
		return content.Info{}, findings, nil
	}
	info, wrong := infoOf(t)
	switch {
	case !content.Usable(wrong):
		return content.Info{}, append(findings, wrong...), nil
	case !portable(info.ID):
		return content.Info{}, append(findings, atID(t, "pack-id", "id", info.ID)), nil
	case info.ID == content.Own:
		joined, more, err := s.join(base, t)
		if err != nil || !content.Usable(more) {
			return info, append(findings, more...), err
		}
		t = joined
	}
	_, more, err := s.commit(base, info.ID, t)
	return info, append(findings, more...), err
}

// commit checks a pack's new files with all packs there are and, where that finds no error, writes
// them. It gives the library with all packs as they then stand.
func (s *Store) commit(base *content.Library, id string, t tree) (*content.Library, []content.Finding, error) {
	packs, err := s.read()
	if err != nil {
		return base, nil, err
	}
	was, is := s.lay(base, packs), s.lay(base, changed(packs, id, t))
	findings := is.findings[id]
	for _, broken := range is.troubles {
		if broken.ID != id && content.Usable(was.findings[broken.ID]) {
			findings = append(findings, breaks(t, broken))
		}
	}
	if !content.Usable(findings) {
		return was.lib, findings, nil
	}
	if err := s.replace(id, t); err != nil {
		return was.lib, findings, err
	}
	_ = s.keep(id, t) // the next load tries again
	return is.lib, findings, nil
}

// changed are the packs with one of them as it would be.
func changed(packs []held, id string, t tree) []held {
	out := append(without(packs, id), held{id: id, tree: t})
	slices.SortFunc(out, inOrder)
	return out
}

func without(packs []held, id string) []held {
	return slices.DeleteFunc(slices.Clone(packs), func(p held) bool { return p.id == id })
}

// breaks tells of another pack that would no longer be good, with the first reason.
func breaks(t tree, broken Trouble) content.Finding {
	first := broken.Findings[slices.IndexFunc(broken.Findings, func(f content.Finding) bool { return !f.Warning })]
	return atID(t, "pack-breaks", "id", broken.ID, "file", first.File, "line", first.Line)
}

// Remove takes a pack away, with its last good copy. For an id that is not there the error is a
// *assessments.Fault.
func (s *Store) Remove(id string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.there(id); err != nil {
		return err
	}
	return s.drop(id)
}

// there says as a *assessments.Fault that a pack is not there.
func (s *Store) there(id string) error {
	s.mend()
	if filepath.IsLocal(id) && filepath.Base(id) == id && id[0] != '.' {
		if info, err := os.Stat(s.path(id)); err == nil && info.IsDir() {
			return nil
		}
	}
	return assessments.NewFault("pack-unknown", "id", id)
}

// Export writes a pack's files to a new folder nivel-<id> in the given one and gives its path. Where
// something of that name is there, or no pack of that id, the error is a *assessments.Fault. A pack
// with errors is exported as it stands, so that somebody can mend it.
func (s *Store) Export(id, folder string) (path string, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.there(id); err != nil {
		return "", err
	}
	t, findings := take(os.DirFS(s.path(id)))
	if i := slices.IndexFunc(findings, func(f content.Finding) bool { return !f.Warning }); i >= 0 {
		return "", findings[i].Fault
	}
	path = filepath.Join(folder, "nivel-"+id)
	if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) {
		return "", assessments.NewFault("pack-exists", "folder", path)
	}
	fresh, err := os.MkdirTemp(folder, ".nivel-")
	if err != nil {
		return "", err
	}
	defer os.RemoveAll(fresh) // nothing, once it has its name
	if err := t.writeTo(fresh, 0o755, 0o644); err != nil {
		return "", err
	}
	_ = os.Chmod(fresh, 0o755) // a memory stick knows no rights; that must not keep anybody out
	if err := rename(fresh, path); err != nil {
		return "", err
	}
	return path, nil
}
