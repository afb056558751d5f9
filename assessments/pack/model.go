package pack

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"nivel/assessments"
	"nivel/assessments/content"
)

// PutModel writes a model that was edited in the program to a pack of its own, named after the
// model's id; whatever else a pack of that name holds stays. Languages are those of p.Words, the
// first standing in for the others. Where the version differs from the one that the pack holds,
// that one is kept among the earlier ones, for the assessments that were answered with it; a
// version that is among them is refused. All is checked before anything is written, as in Install.
func (s *Store) PutModel(base *content.Library, p content.Pack, languages []string) (*content.Library, []content.Finding, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	packs, err := s.read()
	if err != nil {
		return base, nil, err
	}
	was := s.lay(base, packs)
	id := p.Model.ID
	t, info := tree{}, content.Info{}
	for _, h := range packs {
		if h.id != id {
			continue
		}
		if !content.Usable(h.findings) {
			return was.lib, h.findings, nil // else what a hand has left there would be lost
		}
		t = maps.Clone(h.tree)
		var findings []content.Finding
		if info, findings = infoOf(t); !content.Usable(findings) {
			return was.lib, findings, nil
		}
	}
	dir := modelFolder(t, id, info.Languages)
	if dir == "" {
		dir = path.Join("models", id)
	}
	refuse := func(code string, pairs ...any) (*content.Library, []content.Finding, error) {
		return was.lib, []content.Finding{{File: path.Join(dir, "model.yaml"), Line: 1, Fault: assessments.NewFault(code, pairs...)}}, nil
	}
	switch {
	case id == content.Own || !portable(id):
		return refuse("pack-id", "id", id)
	case slices.ContainsFunc(was.lib.Old, func(o content.Pack) bool { return o.Model.ID == id && o.Model.Version == p.Model.Version }):
		return refuse("version-taken", "version", p.Model.Version)
	}
	t.retire(dir, p.Model.Version, info.Languages)
	t.complete(info.Languages, languages)
	t.put(dir, content.WriteModel(p, languages))
	info.ID, info.Version, info.Date, info.Languages = id, p.Model.Version, p.Model.Date, languages
	if info.Name == "" && len(languages) > 0 {
		info.Name = p.Words[languages[0]].Name
	}
	t[content.PackFile] = content.WriteInfo(info)
	return s.commit(base, id, t)
}

// modelFolder finds a model in a pack, whatever its folder is called; empty where it is not there.
func modelFolder(t tree, id string, languages []string) string {
	found := ""
	for _, name := range slices.Sorted(maps.Keys(t.below("models"))) {
		dir := path.Join("models", name)
		if m, _ := content.LoadModel(t, dir, languages...); m.Model.ID == id {
			found = dir // the last one counts, as for the reader
		}
	}
	return found
}

// retire moves the model in a folder to its earlier versions, unless its version is the same.
func (t tree) retire(dir, version string, languages []string) {
	former, _ := content.LoadModel(t, dir, languages...)
	old := path.Join(dir, "old")
	earlier := t.cut(old)
	files := t.cut(dir)
	t.put(old, earlier)
	if v := former.Model.Version; v != "" && v != version {
		t.put(path.Join(old, t.versionFolder(old, v)), files)
	}
}

// versionFolder is a free name for a version's folder: the version itself where every system can
// keep a folder of that name.
func (t tree) versionFolder(old, version string) string {
	plain := strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '.' || r == '-' {
			return r
		}
		return '-'
	}, strings.ToLower(version))
	if !portable(plain) {
		plain = "v-" + strings.Trim(plain[:min(len(plain), 60)], ".-")
	}
	taken := t.below(old)
	name := plain
	for i := 2; taken[name]; i++ {
		name = fmt.Sprintf("%s-%d", plain, i)
	}
	return name
}

// complete lets the first language stand in, file by file, for languages that a pack did not have,
// as the reader has done so far.
func (t tree) complete(had, languages []string) {
	if len(had) == 0 {
		return
	}
	ending := "." + had[0] + ".yaml"
	for name, data := range maps.Clone(t) {
		stem, ok := strings.CutSuffix(name, ending)
		if !ok {
			continue
		}
		for _, lang := range languages {
			if _, there := t[stem+"."+lang+".yaml"]; !there {
				t[stem+"."+lang+".yaml"] = data
			}
		}
	}
}
