package pack_test

import (
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"nivel/assessments/content"
	"nivel/assessments/pack"
)

// installed is a store with packs as they lie on the disk, and its data folder.
func installed(t *testing.T, packs ...map[string]string) (*pack.Store, string) {
	t.Helper()
	dir := t.TempDir()
	for _, files := range packs {
		id := strings.TrimPrefix(strings.SplitN(files[content.PackFile], "\n", 2)[0], "id: ")
		write(t, filepath.Join(dir, "packs", id), files)
	}
	return pack.Open(dir), dir
}

// Where nobody has added anything, nothing is written, and the library is the one that was given.
func TestLoadNothing(t *testing.T) {
	dir := t.TempDir()
	s := pack.Open(dir)
	under := base(t)
	lib, troubles := s.Load(under)
	if lib != under || len(troubles) > 0 || len(s.List()) > 0 {
		t.Errorf("library %p, want %p; troubles %v; list %v", lib, under, troubles, s.List())
	}
	if lib, troubles := s.Load(nil); lib == nil || len(troubles) > 0 {
		t.Errorf("over nothing: %v, %v", lib, troubles)
	}
	if entries, err := os.ReadDir(dir); err != nil || len(entries) > 0 {
		t.Errorf("written: %v, %v", entries, err)
	}
}

// Packs lie in the order of their ids, the program's own on top.
func TestLoadOrder(t *testing.T) {
	s, _ := installed(t, practices("zz", "kaizen", "de zz"), practices("own", "kaizen", "propia"), practices("aa", "kaizen", "de aa"))
	lib, troubles := s.Load(base(t))
	if len(troubles) > 0 {
		t.Fatal(troubles)
	}
	var order []string
	for _, i := range s.List() {
		order = append(order, i.ID)
	}
	if have := strings.Join(order, " "); have != "aa zz own" {
		t.Errorf("listed as %s", have)
	}
	if lib.PracticeWords["es"]["kaizen"].Title != "propia" || lib.From("practice", "kaizen") != "own" || len(lib.Packs) != 3 {
		t.Errorf("%q from %q, %d packs", lib.PracticeWords["es"]["kaizen"].Title, lib.From("practice", "kaizen"), len(lib.Packs))
	}
	check(t, s.Remove("own"))
	if lib, _ := s.Load(base(t)); lib.PracticeWords["es"]["kaizen"].Title != "de zz" {
		t.Errorf("without own: %q", lib.PracticeWords["es"]["kaizen"].Title)
	}
}

// A pack that has gone wrong gives way to its last good copy; one that has never been good is left
// out. The others are used in either case, and each finding names file and line.
func TestLoadLastGood(t *testing.T) {
	s, dir := installed(t, practices("aa", "first", "bien"), practices("bb", "second", "bien"), practices("own", "third", "bien"))
	if _, troubles := s.Load(base(t)); len(troubles) > 0 {
		t.Fatal(troubles)
	}
	good := contents(t, filepath.Join(dir, "packs/.good/bb"))
	if !maps.Equal(good, practices("bb", "second", "bien")) {
		t.Fatalf("last good copy: %v", good)
	}
	for name, broken := range map[string]string{"practices/practices.es.yaml:1:yaml-syntax": "practices: [", "practices/practices.es.yaml:2:id-orphan practices/practices.es.yaml:1:text-missing": "practices:\n  gone: {title: \"x\"}\n"} {
		write(t, filepath.Join(dir, "packs/bb"), map[string]string{"practices/practices.es.yaml": broken})
		lib, troubles := s.Load(base(t))
		if len(troubles) != 1 || troubles[0].ID != "bb" || !troubles[0].LastGood {
			t.Fatalf("troubles: %+v", troubles)
		}
		for _, want := range strings.Fields(name) {
			if have := codes(troubles[0].Findings); !strings.Contains(have, want) {
				t.Errorf("findings %q lack %q", have, want)
			}
		}
		for _, id := range []string{"first", "second", "third"} {
			if lib.PracticeWords["en"][id].Title != "bien" {
				t.Errorf("%s: %+v", id, lib.PracticeWords["en"][id])
			}
		}
		if have := contents(t, filepath.Join(dir, "packs/.good/bb")); !maps.Equal(have, good) {
			t.Errorf("the last good copy is now %v", have)
		}
	}
	write(t, filepath.Join(dir, "packs/.good/bb"), map[string]string{"practices/practices.es.yaml": "practices: {}\n"})
	lib, troubles := s.Load(base(t))
	if len(troubles) != 1 || troubles[0].LastGood || lib.Practice("second") != nil || lib.Practice("third") == nil {
		t.Errorf("with a broken copy: %+v, %v", troubles, lib.Practice("second"))
	}
	check(t, os.RemoveAll(filepath.Join(dir, "packs/.good")))
	lib, troubles = s.Load(base(t))
	if len(troubles) != 1 || troubles[0].LastGood || lib.Practice("second") != nil || lib.Practice("third") == nil {
		t.Errorf("without a copy: %+v, %v", troubles, lib.Practice("second"))
	}
}

// What somebody puts into the folder by hand is told of, never half used.
func TestLoadByHand(t *testing.T) {
	for want, files := range map[string]map[string]string{
		"pack.yaml:0:file-missing":        {"x/practices/practices.yaml": "practices: []"},
		"pack.yaml:1:pack-folder":         {"x/pack.yaml": info("y")},
		"pack.yaml:1:id-form":             {"x/pack.yaml": info("X y")},
		"pack.yaml:5:word-unknown":        {"x/pack.yaml": strings.Replace(info("x"), "[es]", "[fr]", 1)},
		"pack.yaml:6:yaml-unknown":        {"x/pack.yaml": info("x") + "colour: red\n"},
		"pack.yaml:1:yaml-empty":          {"x/pack.yaml": "# nothing\n"},
		"models/m/model.yaml:0:file-":     {"x/pack.yaml": info("x"), "x/models/m/texts.es.yaml": "name: x"},
		"practices/ñ.yaml:0:pack-name":    {"x/pack.yaml": info("x"), "x/practices/ñ.yaml": "practices: []"},
		"regions/r/region.yaml:1:id-form": {"x/pack.yaml": info("x"), "x/regions/r/region.yaml": "id: \"\"", "x/regions/r/texts.es.yaml": "region: {name: \"R\"}"},
	} {
		dir := t.TempDir()
		write(t, filepath.Join(dir, "packs"), files)
		under := base(t)
		lib, troubles := pack.Open(dir).Load(under)
		if len(troubles) != 1 || troubles[0].ID != "x" || !strings.Contains(codes(troubles[0].Findings), want) || lib != under {
			t.Errorf("want %s: %+v, same library: %v", want, troubles, lib == under)
		}
		if list := pack.Open(dir).List(); len(list) != 1 || list[0].ID != "x" {
			t.Errorf("%s: listed %v", want, list)
		}
	}
}

// A folder of packs that cannot be read is told of.
func TestLoadUnreadable(t *testing.T) {
	dir := folder(t, map[string]string{"packs": "a file"})
	under := base(t)
	if lib, troubles := pack.Open(dir).Load(under); lib != under || len(troubles) != 1 || codes(troubles[0].Findings) != "packs:0:file-unreadable" {
		t.Errorf("%v", troubles)
	}
}

// Wherever a swap was cut short, the next start has the pack as it was before or as it is after.
func TestMend(t *testing.T) {
	before, after := practices("aa", "one", "antes"), practices("aa", "one", "después")
	for name, c := range map[string]struct {
		lying map[string]map[string]string
		want  string
	}{
		"while writing":        {map[string]map[string]string{"aa": before, ".new/pack-1": after}, "antes"},
		"between both renames": {map[string]map[string]string{".before/aa": before, ".new/pack-1": after}, "antes"},
		"before clearing away": {map[string]map[string]string{".before/aa": before, "aa": after}, "después"},
	} {
		dir := t.TempDir()
		for at, files := range c.lying {
			write(t, filepath.Join(dir, "packs", at), files)
		}
		lib, troubles := pack.Open(dir).Load(base(t))
		if have := lib.PracticeWords["es"]["one"].Title; have != c.want || len(troubles) > 0 {
			t.Errorf("%s: %q, want %q; %v", name, have, c.want, troubles)
		}
		for at := range contents(t, filepath.Join(dir, "packs")) {
			if strings.HasPrefix(at, ".new") || strings.HasPrefix(at, ".before") {
				t.Errorf("%s: %s is left", name, at)
			}
		}
	}
}

// The pack that has everything is read with everything.
func TestWholePack(t *testing.T) {
	s := pack.Open(t.TempDir())
	i, findings, err := s.Install(nil, os.DirFS("testdata/whole"))
	check(t, err)
	usable(t, findings)
	lib, troubles := s.Load(nil)
	if len(troubles) > 0 || i.ID != "whole" || !reflect.DeepEqual(s.List(), []content.Info{i}) {
		t.Errorf("%+v, %v, %v", i, troubles, s.List())
	}
	if len(lib.Models)*len(lib.Old)*len(lib.Actions)*len(lib.Practices)*len(lib.Regions)*len(lib.Terms)*len(lib.Sectors)*len(lib.Technologies)*len(lib.Readings)*len(lib.Bands) == 0 {
		t.Errorf("something is missing: %+v", lib)
	}
}
