package pack_test

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"

	"nivel/assessments"
	"nivel/assessments/content"
	"nivel/assessments/pack"
)

func fault(t *testing.T, err error, code string) {
	t.Helper()
	var f *assessments.Fault
	if !errors.As(err, &f) || f.Code != code {
		t.Errorf("error %v, want %s", err, code)
	}
}

// A pack is copied without what is no content, replaces the one before, and can be handed on.
func TestInstall(t *testing.T) {
	s, dir := pack.Open(t.TempDir()), t.TempDir()
	for _, title := range []string{"uno", "dos"} {
		files := practices("kept", "first", title)
		from := maps.Clone(files)
		from["README.md"], from[".git/config"], from[".hidden.yaml"], from["practices/.DS_Store"] = "x", "x", "x", "x"
		i, findings, err := s.Install(base(t), os.DirFS(folder(t, from)))
		check(t, err)
		if i.ID != "kept" || codes(findings) != "README.md:0:pack-other" || !findings[0].Warning {
			t.Errorf("%+v, %s", i, codes(findings))
		}
		path, err := s.Export("kept", dir)
		check(t, err)
		if path != filepath.Join(dir, "nivel-kept") || !maps.Equal(contents(t, path), files) {
			t.Errorf("exported to %s: %v", path, contents(t, path))
		}
		if info, err := os.Stat(path); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o755 {
			t.Errorf("the folder's rights: %v, %v", info, err)
		}
		_, err = s.Export("kept", dir)
		fault(t, err, "pack-exists")
		check(t, os.RemoveAll(path))
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("left: %v, %v", left, err)
	}
	if lib, _ := s.Load(base(t)); lib.PracticeWords["es"]["first"].Title != "dos" {
		t.Errorf("loaded: %+v", lib.PracticeWords["es"]["first"])
	}
}

// With an error nothing is written, wherever the error is; the pack of that id stays as it was.
func TestInstallRefuses(t *testing.T) {
	var s *pack.Store
	var dir string
	many := practices("aa", "one", "x")
	for i := range 501 {
		many[fmt.Sprintf("practices/p%d.yaml", i)] = "practices: []"
	}
	large := practices("aa", "one", "x")
	for i := range 9 {
		large[fmt.Sprintf("models/m%d/model.yaml", i)] = strings.Repeat("#", 1_900_000) + "\n"
	}
	plus := func(name, text string) map[string]string {
		files := practices("aa", "one", "x")
		files[name] = text
		return files
	}
	cases := []struct {
		want  string
		files map[string]string
	}{
		{"pack.yaml:0:file-missing", map[string]string{"practices/practices.yaml": "practices: []"}},
		{"pack.yaml:1:yaml-", map[string]string{"pack.yaml": "[[["}},
		{"pack.yaml:4:date-form", map[string]string{"pack.yaml": strings.Replace(info("aa"), "2026-11-23", "ayer", 1)}},
		{"pack.yaml:1:pack-id", practices("con", "one", "x")},
		{"pack.yaml:1:pack-id", practices("lpt1.x", "one", "x")},
		{"practices/practices.es.yaml:1:text-missing", plus("practices/practices.es.yaml", "practices: {}\n")},
		{"practices/practices.yaml:4:question-unknown", plus("practices/practices.yaml", strings.Replace(practices("aa", "one", "x")["practices/practices.yaml"], "board", "nowhere", 1))},
		{"practices/a b.yaml:0:pack-name", plus("practices/a b.yaml", "")},
		{"practices/aux.es.yaml:0:pack-name", plus("practices/aux.es.yaml", "")},
		{"a/b/c/d/e/f/g/h/i.yaml:0:pack-deep", plus("a/b/c/d/e/f/g/h/i.yaml", "")},
		{":pack-many", many},
		{":pack-large", large},
	}
	if runtime.GOOS == "linux" {
		cases = append(cases, struct {
			want  string
			files map[string]string
		}{"practices/practices.yaml:0:pack-twins", plus("practices/PRACTICES.yaml", "practices: []")})
	}
	for _, there := range []bool{false, true} {
		dir = t.TempDir()
		s = pack.Open(dir)
		if there {
			_, findings, err := s.Install(base(t), os.DirFS(folder(t, practices("aa", "one", "bien"))))
			check(t, err)
			usable(t, findings)
		}
		before := contents(t, dir)
		for _, c := range cases {
			_, findings, err := s.Install(base(t), os.DirFS(folder(t, c.files)))
			if err != nil || content.Usable(findings) || !strings.Contains(codes(findings), c.want) {
				t.Errorf("want %s: %v, %v", c.want, codes(findings), err)
			}
			if after := contents(t, dir); !maps.Equal(before, after) {
				t.Fatalf("%s: written %v", c.want, after)
			}
		}
		if entries, _ := os.ReadDir(dir); !there && len(entries) > 0 {
			t.Errorf("written: %v", entries)
		}
	}
}

// A walk over a whole disk by mistake ends soon.
func TestInstallEndsSoon(t *testing.T) {
	tree := fstest.MapFS{"pack.yaml": &fstest.MapFile{Data: []byte(info("aa"))}}
	for i := range 6000 {
		tree[fmt.Sprintf("photos/%d.jpg", i)] = &fstest.MapFile{}
	}
	_, findings, err := pack.Open(t.TempDir()).Install(base(t), tree)
	if err != nil || !strings.Contains(codes(findings), ":pack-many") {
		t.Errorf("%d findings, %v", len(findings), err)
	}
}

// unreadable is a tree in which one file cannot be read.
type unreadable struct{ fs.FS }

func (u unreadable) Open(name string) (fs.File, error) {
	if strings.HasSuffix(name, "practices.yaml") {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return u.FS.Open(name)
}

func TestInstallUnreadable(t *testing.T) {
	_, findings, err := pack.Open(t.TempDir()).Install(base(t), unreadable{os.DirFS(folder(t, practices("aa", "one", "x")))})
	if err != nil || codes(findings) != "practices/practices.yaml:0:file-unreadable" {
		t.Errorf("%s, %v", codes(findings), err)
	}
}

// A pack that would make another one unusable is refused, so that nothing vanishes unseen.
func TestInstallBreaksNothing(t *testing.T) {
	s := pack.Open(t.TempDir())
	_, findings, err := s.Install(base(t), os.DirFS("testdata/whole"))
	check(t, err)
	usable(t, findings)
	other := practices("zz", "mine", "x")
	other["practices/practices.yaml"] = strings.Replace(other["practices/practices.yaml"], "board", "some", 1)
	_, findings, err = s.Install(base(t), os.DirFS(folder(t, other)))
	check(t, err)
	usable(t, findings)
	without := contents(t, "testdata/whole")
	without["models/taller/model.yaml"] = strings.Replace(without["models/taller/model.yaml"], "{id: some,", "{id: thing,", 1)
	without["models/taller/texts.es.yaml"] = strings.Replace(without["models/taller/texts.es.yaml"], "  some:", "  thing:", 1)
	_, findings, err = s.Install(base(t), os.DirFS(folder(t, without)))
	if err != nil || codes(findings) != "pack.yaml:1:pack-breaks" || findings[0].Fault.Args["id"] != "zz" || findings[0].Fault.Args["line"] != "4" {
		t.Errorf("%v, %v", findings, err)
	}
	if lib, troubles := s.Load(base(t)); len(troubles) > 0 || lib.Practice("mine") == nil {
		t.Errorf("%v", troubles)
	}
}

// Removing takes the last good copy too, and only what is a pack.
func TestRemove(t *testing.T) {
	s, dir := installed(t, practices("aa", "one", "x"))
	s.Load(base(t))
	for _, id := range []string{"", ".", "..", ".good", "../packs/aa", "zz", "aa/practices"} {
		fault(t, s.Remove(id), "pack-unknown")
		_, err := s.Export(id, t.TempDir())
		fault(t, err, "pack-unknown")
	}
	check(t, s.Remove("aa"))
	if left := contents(t, dir); len(left) > 0 {
		t.Errorf("left: %v", left)
	}
	if lib, troubles := s.Load(base(t)); lib.Practice("one") != nil || len(troubles) > 0 {
		t.Errorf("%v", troubles)
	}
}

// A pack that cannot be written leaves the one before as it was.
func TestInstallDiskRefuses(t *testing.T) {
	if runtime.GOOS == "windows" || os.Geteuid() == 0 {
		s, dir := installed(t, practices("aa", "one", "bien"))
		write(t, dir, map[string]string{"packs/.before": "a file where a folder should be"})
		_, findings, err := s.Install(base(t), os.DirFS(folder(t, practices("aa", "one", "otra"))))
		if err == nil {
			t.Fatalf("no error; %v", findings)
		}
		if lib, _ := s.Load(base(t)); lib.PracticeWords["es"]["one"].Title != "bien" {
			t.Errorf("%+v", lib.PracticeWords["es"]["one"])
		}
		return
	}
	s, dir := installed(t, practices("aa", "one", "bien"))
	check(t, os.Chmod(filepath.Join(dir, "packs"), 0o500))
	t.Cleanup(func() { _ = os.Chmod(filepath.Join(dir, "packs"), 0o700) })
	if _, _, err := s.Install(base(t), os.DirFS(folder(t, practices("aa", "one", "otra")))); err == nil {
		t.Error("no error")
	}
	if lib, _ := s.Load(base(t)); lib.PracticeWords["es"]["one"].Title != "bien" {
		t.Errorf("%+v", lib.PracticeWords["es"]["one"])
	}
}
