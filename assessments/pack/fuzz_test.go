package pack_test

import (
	"io/fs"
	"maps"
	"os"
	"reflect"
	"slices"
	"testing"
	"testing/fstest"
	"time"

	"nivel/assessments"
	"nivel/assessments/content"
)

// Whatever stands in two files of a pack, the reader does not panic, takes all of the pack or none
// of it, and leaves the library alone that it is laid over.
func FuzzLay(f *testing.F) {
	whole := fstest.MapFS{}
	check(f, fs.WalkDir(os.DirFS("testdata/whole"), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile("testdata/whole/" + name)
		whole[name] = &fstest.MapFile{Data: data}
		return err
	}))
	names := slices.Sorted(maps.Keys(whole))
	for i, name := range names {
		f.Add(uint8(i), whole[name].Data, uint8(0), whole[names[0]].Data)
		f.Add(uint8(i), []byte("a: &x [*x]\n"), uint8(i+1), []byte{})
	}
	under, same := base(f), base(f)
	f.Fuzz(func(t *testing.T, which uint8, data []byte, other uint8, more []byte) {
		tree := maps.Clone(whole)
		tree[names[int(which)%len(names)]] = &fstest.MapFile{Data: data}
		tree[names[int(other)%len(names)]] = &fstest.MapFile{Data: more}
		lib, findings := content.Lay(under, tree)
		if !reflect.DeepEqual(under, same) {
			t.Fatal("the library below has changed")
		}
		if !content.Usable(findings) {
			if lib != under {
				t.Error("a pack with errors has been laid")
			}
			for _, f := range findings {
				if f.File == "" || f.Line < 0 || f.Fault.Code == "" {
					t.Errorf("a finding that names no place: %+v", f)
				}
			}
			return
		}
		complete(t, lib)
	})
}

// complete looks at what screens and scores rely on in a library that is used.
func complete(t *testing.T, lib *content.Library) {
	if len(lib.Packs) != 1 || lib.Packs[0].ID == "" {
		t.Errorf("packs: %+v", lib.Packs)
	}
	for _, p := range slices.Concat(lib.Models, lib.Old) {
		p.Model.Asking(assessments.Scope{Size: assessments.Micro}, assessments.Answers{})
		for _, lang := range content.Languages {
			w := p.Words[lang]
			if w.Name == "" || len(w.Levels) != p.Model.Levels() {
				t.Errorf("%s in %s: %q, %d levels", p.Model.ID, lang, w.Name, len(w.Levels))
			}
			for _, q := range p.Model.Questions {
				if qw := w.Questions[q.ID]; q.Asked() && (qw.Text == "" || (q.Kind == assessments.Ladder || q.Kind == assessments.Number) && len(qw.Levels) != len(q.Values)) {
					t.Errorf("%s in %s: %+v", q.ID, lang, qw)
				}
			}
		}
	}
	for _, lang := range content.Languages {
		for _, a := range lib.Actions {
			if lib.ActionWords[lang][a.ID].Title == "" {
				t.Errorf("action %s has no title in %s", a.ID, lang)
			}
		}
		for _, p := range lib.Practices {
			if lib.PracticeWords[lang][p.ID].Title == "" {
				t.Errorf("practice %s has no title in %s", p.ID, lang)
			}
		}
		for _, r := range lib.Regions {
			for _, c := range r.Contacts {
				if lib.RegionWords[lang][r.ID].Contacts[c.ID].Name == "" {
					t.Errorf("contact %s has no name in %s", c.ID, lang)
				}
			}
		}
		for _, x := range lib.Technologies {
			if lib.TechnologyWords[lang][x.ID].Name == "" {
				t.Errorf("technology %s has no name in %s", x.ID, lang)
			}
		}
	}
	content.Check(lib, fstest.MapFS{}, time.Now())
}
