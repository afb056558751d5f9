package pack_test

import (
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nivel/assessments"
	"nivel/assessments/content"
	"nivel/assessments/pack"
)

var source = []assessments.Source{{Name: "Prueba"}}

func practice(id, title string) pack.Entry {
	return pack.Entry{Practice: &assessments.Practice{ID: id, Who: assessments.Firm, Questions: []string{"board"}, State: assessments.StateUnknown, Sources: source,
		Checked: "2026-11-23", Sure: "low"}, PracticeWords: said(title)}
}

func contact(id, name string) pack.Entry {
	return pack.Entry{Contact: &assessments.Contact{ID: id, State: assessments.StateOpen, Phone: "017", Sources: source, Checked: "2026-11-23"},
		Words: assessments.OfferWords{Name: name, Text: "para " + name}, Region: "yecla"}
}

func training(id, name string) pack.Entry {
	return pack.Entry{Training: &assessments.Training{ID: id, Free: true, State: assessments.StateOpen, Sources: source, Checked: "2026-11-23"},
		Words: assessments.OfferWords{Name: name, Text: "para " + name}, Region: "yecla"}
}

func funding(id, name string) pack.Entry {
	return pack.Entry{Funding: &assessments.Funding{ID: id, State: assessments.StateOpen, Maximum: 900, Sources: source, Checked: "2026-11-23"},
		Words: assessments.OfferWords{Name: name, Text: "para " + name}, Region: "yecla"}
}

func put(t *testing.T, s *pack.Store, under *content.Library, e pack.Entry, lang string) *content.Library {
	t.Helper()
	lib, findings, err := s.Put(under, e, lang)
	check(t, err)
	usable(t, findings)
	again, troubles := s.Load(under)
	if len(troubles) > 0 || again.PracticeWords["es"]["kaizen"].Title != lib.PracticeWords["es"]["kaizen"].Title {
		t.Errorf("loaded anew it is another: %v", troubles)
	}
	return lib
}

// Entries of every kind are added and take the place of those that are there; deleted, the shipped
// ones stand again, and at last nothing is left.
func TestOwnEntries(t *testing.T) {
	dir := t.TempDir()
	s, under := pack.Open(dir), base(t)
	lib := under
	entries := []pack.Entry{practice("kaizen", "propia"), practice("mine", "otra"), contact("office", "c1"), contact("desk", "c2"), training("course", "t1"), funding("grant", "f1")}
	for _, e := range entries {
		lib = put(t, s, under, e, "es")
	}
	words := lib.RegionWords["en"]["yecla"]
	if lib.PracticeWords["en"]["kaizen"].Title != "propia" || words.Contacts["office"].Name != "c1" || words.Contacts["desk"].Text != "para c2" ||
		words.Trainings["course"].Name != "t1" || words.Funding["grant"].Name != "f1" || words.Name != "Yecla de prueba" {
		t.Errorf("%+v", words)
	}
	r := lib.Region("yecla")
	if len(r.Contacts) != 2 || r.Contacts[0].Phone != "017" || len(r.Trainings) != 1 || !r.Trainings[0].Free || r.Funding[0].Maximum != 900 || r.Country != "ES" {
		t.Errorf("%+v", r)
	}
	if lib.From("contact", "desk") != content.Own || len(lib.Packs) != 1 || lib.Packs[0].Languages[0] != "es" || len(lib.Packs[0].Languages) != 1 {
		t.Errorf("from %q, packs %+v", lib.From("contact", "desk"), lib.Packs)
	}
	if file := contents(t, dir)["packs/own/regions/yecla/region.yaml"]; !strings.Contains(file, "country: ES\n") {
		t.Errorf("the region in the file has no country:\n%s", file)
	}
	for _, d := range [][2]string{{"practice", "kaizen"}, {"practice", "mine"}, {"contact", "office"}, {"contact", "desk"}, {"training", "course"}, {"funding", "grant"}} {
		_, err := s.Delete(under, "word", d[1])
		fault(t, err, "entry-unknown")
		lib, err = s.Delete(under, d[0], d[1])
		check(t, err)
		if lib.From(d[0], d[1]) != "" {
			t.Errorf("%v comes still from %s", d, lib.From(d[0], d[1]))
		}
		_, err = s.Delete(under, d[0], d[1])
		fault(t, err, "entry-unknown")
	}
	if lib.PracticeWords["es"]["kaizen"].Title != "Mejora diaria" || lib.Region("yecla").Contacts[0].Phone != "" || len(lib.Packs) > 0 {
		t.Errorf("%+v", lib.PracticeWords["es"]["kaizen"])
	}
	if left := contents(t, dir); len(left) > 0 {
		t.Errorf("left: %v", left)
	}
}

// An entry with an error is refused with file and line, and neither pack nor library changes.
func TestOwnRefuses(t *testing.T) {
	dir := t.TempDir()
	s, under := pack.Open(dir), base(t)
	put(t, s, under, practice("mine", "buena"), "es")
	before := contents(t, dir)
	with := func(e pack.Entry, change func(*pack.Entry)) pack.Entry {
		change(&e)
		return e
	}
	for want, e := range map[string]pack.Entry{
		"practices/practices.es.yaml:8:text-missing":   practice("other", ""),
		"practices/practices.yaml:2:id-form":           practice("Mal id", "x"),
		"practices/practices.yaml:4:question-unknown":  with(practice("mine", "x"), func(e *pack.Entry) { e.Practice.Questions = []string{"none"} }),
		"regions/yecla/region.yaml:4:source-missing":   with(contact("c", "x"), func(e *pack.Entry) { e.Contact.Sources = nil }),
		"regions/nowhere/region.yaml:1:region-unknown": with(contact("c", "x"), func(e *pack.Entry) { e.Region = "nowhere" }),
	} {
		lib, findings, err := s.Put(under, e, "es")
		file, _, _ := strings.Cut(want, ":")
		code := want[strings.LastIndex(want, ":")+1:]
		if err != nil || content.Usable(findings) || findings[0].File != file || findings[0].Fault.Code != code || findings[0].Line < 1 {
			t.Errorf("want %s: %s, %v", want, codes(findings), err)
		}
		if lib.PracticeWords["es"]["mine"].Title != "buena" {
			t.Errorf("%s: the library has %+v", want, lib.PracticeWords["es"]["mine"])
		}
	}
	for _, e := range []pack.Entry{{}, {Practice: practice("a", "b").Practice, Contact: &assessments.Contact{ID: "a"}}} {
		if _, _, err := s.Put(under, e, "es"); err == nil {
			t.Errorf("no error for %+v", e)
		}
	}
	if _, _, err := s.Put(under, practice("a", "b"), "fr"); err == nil {
		t.Error("no error for a language that there is not")
	}
	if after := contents(t, dir); !maps.Equal(before, after) {
		t.Errorf("written: %v", after)
	}
}

// What a hand has broken in the own pack is told of and left alone; what it has added stays.
func TestOwnByHand(t *testing.T) {
	s, dir := installed(t, practices("own", "mine", "buena"))
	own := filepath.Join(dir, "packs/own")
	write(t, own, map[string]string{"glossary/g.yaml": "terms: [{id: saw}]", "glossary/g.es.yaml": "terms: {saw: {word: \"sierra\", text: \"Corta.\"}}"})
	lib := put(t, s, base(t), contact("c", "x"), "es")
	if lib.From("word", "saw") != content.Own || lib.Practice("mine") == nil {
		t.Errorf("lost: %v", lib.Origin)
	}
	write(t, own, map[string]string{"practices/practices.yaml": "practices: ["})
	before := contents(t, dir)
	lib, findings, err := s.Put(base(t), practice("other", "x"), "es")
	if err != nil || !strings.HasPrefix(codes(findings), "practices/practices.yaml:1:yaml") || lib.PracticeWords["es"]["mine"].Title != "buena" {
		t.Errorf("%s, %v, %+v", codes(findings), err, lib.PracticeWords["es"]["mine"])
	}
	if _, err := s.Delete(base(t), "practice", "mine"); err == nil {
		t.Error("no error from Delete")
	}
	if after := contents(t, dir); !maps.Equal(before, after) {
		t.Errorf("written: %v", after)
	}
}

// A pack is in its first language; another is added only where every entry has a text in it.
func TestOwnLanguages(t *testing.T) {
	s, under := pack.Open(t.TempDir()), base(t)
	title := func(lib *content.Library, id string) string {
		return lib.PracticeWords["es"][id].Title + "|" + lib.PracticeWords["en"][id].Title + "|" + strings.Join(lib.Packs[0].Languages, ",")
	}
	for _, c := range []struct{ id, text, lang, want string }{
		{"a", "uno", "es", "uno|uno|es"},
		{"a", "one", "en", "uno|one|es,en"},   // the only entry is complete in both
		{"b", "dos", "es", "dos|dos|es,en"},   // new in one of two: stands in for the other
		{"b", "two", "en", "dos|two|es,en"},   // and is translated later
		{"b", "deux", "es", "deux|two|es,en"}, // each is changed alone
	} {
		if have := title(put(t, s, under, practice(c.id, c.text), c.lang), c.id); have != c.want {
			t.Errorf("%s %q in %s: %s, want %s", c.id, c.text, c.lang, have, c.want)
		}
	}
	s = pack.Open(t.TempDir())
	put(t, s, under, practice("a", "uno"), "es")
	put(t, s, under, practice("b", "dos"), "es")
	for _, id := range []string{"b", "c"} {
		if have := title(put(t, s, under, practice(id, "in English"), "en"), id); have != "in English|in English|es" {
			t.Errorf("%s: %s", id, have)
		}
	}
}

// Entries exported elsewhere are joined with one's own, record by record: the later file's wins.
func TestOwnJoin(t *testing.T) {
	for date, want := range map[string]string{"2020-01-01": "mía", "2999-01-01": "suya"} {
		s, under := pack.Open(t.TempDir()), base(t)
		put(t, s, under, practice("shared", "mía"), "es")
		put(t, s, under, contact("only-mine", "x"), "es")
		theirs := practices("own", "shared", "suya")
		theirs[content.PackFile] = strings.Replace(theirs[content.PackFile], "2026-11-23", date, 1)
		theirs["regions/far/region.yaml"] = "id: far\ncountry: SE\ncontacts: [{id: only-theirs, state: open, sources: [{name: \"Prueba\"}], checked: 2026-11-23}]\n"
		theirs["regions/far/texts.es.yaml"] = "region: {name: \"Lejos\"}\ncontacts: {only-theirs: {name: \"Lejano\", purpose: \"Ayuda.\"}}\n"
		i, findings, err := s.Install(under, os.DirFS(folder(t, theirs)))
		check(t, err)
		usable(t, findings)
		lib, troubles := s.Load(under)
		if have := lib.PracticeWords["es"]["shared"].Title; have != want || i.ID != content.Own || len(troubles) > 0 {
			t.Errorf("%s: %q, want %q; %v", date, have, want, troubles)
		}
		if lib.From("contact", "only-mine") != "own" || lib.RegionWords["en"]["far"].Contacts["only-theirs"].Name != "Lejano" || lib.RegionWords["es"]["far"].Name != "Lejos" || lib.Region("far").Country != "SE" {
			t.Errorf("%s: %v, %+v", date, lib.Origin, lib.RegionWords["es"]["far"])
		}
	}
	s, under := pack.Open(t.TempDir()), base(t)
	foreign := contents(t, "testdata/whole")
	foreign[content.PackFile] = info("own")
	if _, findings, err := s.Install(under, os.DirFS(folder(t, foreign))); err != nil || !strings.HasSuffix(codes(findings), "actions/actions.es.yaml:1:pack-own") {
		t.Errorf("%s, %v", codes(findings), err)
	}
	put(t, s, under, practice("mine", "x"), "es")
	path, err := s.Export("own", t.TempDir())
	check(t, err)
	elsewhere := pack.Open(t.TempDir())
	_, findings, err := elsewhere.Install(under, os.DirFS(path))
	check(t, err)
	usable(t, findings)
	if lib, _ := elsewhere.Load(under); lib.Practice("mine") == nil {
		t.Error("the export of own entries is not one that installs")
	}
}
