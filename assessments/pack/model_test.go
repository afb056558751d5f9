package pack_test

import (
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"nivel/assessments"
	"nivel/assessments/content"
	"nivel/assessments/pack"
)

// edited is the test model in a version, with one text changed in some languages.
func edited(t *testing.T, version, name string, languages ...string) content.Pack {
	t.Helper()
	p := *base(t).Pack("taller")
	p.Model.Version = version
	words := map[string]assessments.ModelWords{}
	for _, lang := range languages {
		w := p.Words["es"]
		w.Name = name + " " + lang
		words[lang] = w
	}
	p.Words = words
	return p
}

// Each version of a model that was edited stays readable, whatever languages it had.
func TestPutModel(t *testing.T) {
	dir := t.TempDir()
	s, under := pack.Open(dir), base(t)
	for i, c := range []struct {
		version, name string
		languages     []string
	}{{"3", "tres", []string{"es"}}, {"3", "tres otra vez", []string{"es"}}, {"4 ../beta", "cuatro", []string{"es", "en"}}, {"5", "cinco", []string{"en"}}} {
		lib, findings, err := s.PutModel(under, edited(t, c.version, c.name, c.languages...), c.languages)
		check(t, err)
		usable(t, findings)
		again, troubles := s.Load(under)
		if len(troubles) > 0 {
			t.Fatal(troubles)
		}
		for _, l := range []*content.Library{lib, again} {
			p := l.Pack("taller")
			if p.Model.Version != c.version || p.Words["en"].Name != c.name+" "+c.languages[len(c.languages)-1] || l.From("model", "taller") != "taller" {
				t.Errorf("%d: %s %q", i, p.Model.Version, p.Words["en"].Name)
			}
		}
		if l := again.Packs[0]; l.ID != "taller" || l.Version != c.version || strings.Join(l.Languages, ",") != strings.Join(c.languages, ",") {
			t.Errorf("%d: %+v", i, l)
		}
	}
	lib, _ := s.Load(under)
	if len(lib.Old) != 4 {
		t.Errorf("%d earlier versions, want 4", len(lib.Old))
	}
	if old := contents(t, dir+"/packs/taller/models/taller/old"); len(old) != 6 { // 3 and 4, each in both languages
		t.Errorf("earlier versions on the disk: %v", slices.Sorted(maps.Keys(old)))
	}
	for version, want := range map[string]string{"1": "El taller", "2": "El taller", "3": "tres otra vez es", "4 ../beta": "cuatro en", "5": "cinco en"} {
		if p := lib.Version("taller", version); p == nil || p.Words["en"].Name != want {
			t.Errorf("version %s: %+v", version, p)
		}
	}
	if old := lib.Version("taller", "1"); old == nil || len(old.Model.Questions) != 1 {
		t.Errorf("version 1 is %+v", old)
	}
	before := contents(t, dir)
	for _, version := range []string{"1", "2", "3"} {
		if _, findings, err := s.PutModel(under, edited(t, version, "x", "es"), []string{"es"}); err != nil || codes(findings) != "models/taller/model.yaml:1:version-taken" {
			t.Errorf("version %s: %s, %v", version, codes(findings), err)
		}
	}
	if after := contents(t, dir); !maps.Equal(before, after) {
		t.Error("written although refused")
	}
}

// A model with an error is refused with file and line, and nothing is written.
func TestPutModelRefuses(t *testing.T) {
	dir := t.TempDir()
	s, under := pack.Open(dir), base(t)
	for want, change := range map[string]func(*content.Pack){
		"models/taller/texts.es.yaml:1:text-missing": func(p *content.Pack) { p.Words = nil },
		"models/taller/model.yaml:1:list-empty":      func(p *content.Pack) { p.Model.Dimensions, p.Model.Questions = nil, nil },
		"models/own/model.yaml:1:pack-id":            func(p *content.Pack) { p.Model.ID = "own" },
		"models/nul/model.yaml:1:pack-id":            func(p *content.Pack) { p.Model.ID = "nul" },
	} {
		p := edited(t, "3", "x", "es")
		change(&p)
		lib, findings, err := s.PutModel(under, p, []string{"es"})
		if err != nil || content.Usable(findings) || !strings.Contains(codes(findings), want) || lib.Pack("taller").Model.Version != "2" {
			t.Errorf("want %s: %s, %v", want, codes(findings), err)
		}
	}
	if left, _ := os.ReadDir(dir); len(left) > 0 {
		t.Errorf("written: %v", left)
	}
}

// A model put into a pack that somebody installed leaves the rest of it as it was, and stays in its
// folder, whatever that is called.
func TestPutModelKeepsTheRest(t *testing.T) {
	files := practices("taller", "kept", "queda")
	whole := contents(t, "testdata/whole/models/taller")
	files["models/otra/model.yaml"], files["models/otra/texts.es.yaml"] = whole["model.yaml"], whole["texts.es.yaml"]
	s, dir := installed(t, files)
	_, findings, err := s.PutModel(base(t), edited(t, "3", "x", "es", "en"), []string{"es", "en"})
	check(t, err)
	usable(t, findings)
	lib, troubles := s.Load(base(t))
	if len(troubles) > 0 || lib.PracticeWords["en"]["kept"].Title != "queda" || lib.Pack("taller").Model.Version != "3" {
		t.Errorf("%v, %+v", troubles, lib.PracticeWords["en"]["kept"])
	}
	if found, err := os.ReadDir(dir + "/packs/taller/models"); err != nil || len(found) != 1 || found[0].Name() != "otra" {
		t.Errorf("folders of models: %v, %v", found, err)
	}
}
