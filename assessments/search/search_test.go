package search_test

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"nivel/assessments"
	"nivel/assessments/content"
	"nivel/assessments/house/shipped"
	"nivel/assessments/search"
)

func ids(found []*search.Document) []string {
	out := []string{}
	for _, d := range found {
		out = append(out, d.ID)
	}
	return out
}

func TestFind(t *testing.T) {
	es := search.New([]search.Document{
		{Kind: search.Training, ID: "course", Title: "Formación para talleres", Body: []string{"Cursos de máquinas."}},
		{Kind: search.Training, ID: "courses", Title: "Formaciones cortas"},
		{Kind: search.Action, ID: "teach", Title: "Formar a un compañero", Body: []string{"Enseñe la máquina a otra persona."}},
		{Kind: search.Practice, ID: "body", Title: "Taller abierto", Body: []string{"Un clúster que da formación."}},
		{Kind: search.Technology, ID: "backup", Title: "Copia de seguridad (backup)"},
		{Kind: search.Word, ID: "cnc", Title: "CNC", Line: "máquina que sigue un programa"},
	}, "es")
	en := search.New([]search.Document{
		{Kind: search.Technology, ID: "backup", Title: "Backup copies", Body: []string{"Copying data to another place."}},
		{Kind: search.Action, ID: "plan", Title: "Plan the week", Body: []string{"Planning takes an hour; companies that train do it."}},
		{Kind: search.Training, ID: "train", Title: "Training for machine operators"},
	}, "en")
	for _, c := range []struct {
		name  string
		in    *search.Index
		query string
		want  []string
	}{
		{"stems, titles before texts, the very word first", es, "formacion", []string{"course", "teach", "courses", "body"}},
		{"accents and case", es, "FORMACIÓN", []string{"course", "teach", "courses", "body"}},
		{"plural", es, "formaciones", []string{"courses", "teach", "course", "body"}},
		{"verb", es, "formar ", []string{"teach", "course", "courses", "body"}},
		{"an English plural in Spanish", es, "backups", []string{"backup"}},
		{"small words do not count", es, "copia de la seguridad", []string{"backup"}},
		{"half a word", es, "formac", []string{"teach", "course", "courses", "body"}},
		{"half a word, ended", es, "segu ", []string{}},
		{"only the last may be half", es, "tal abierto", []string{}},
		{"all words must be there", es, "formación máquinas", []string{"course", "teach"}},
		{"a number of letters", es, "cn", []string{"cnc"}},
		{"nothing but a small word", es, "de", []string{"backup", "course"}},
		{"nothing known", es, "zeppelin", []string{}},
		{"signs only", es, "…?", []string{"backup", "body", "teach", "course", "courses", "cnc"}},
		{"English plural", en, "backups", []string{"backup"}},
		{"English endings", en, "trainer", []string{"train", "plan"}},
		{"doubled consonant", en, "planned", []string{"plan"}},
		{"y and ies", en, "company", []string{"plan"}},
		{"copy and copies", en, "copy", []string{"backup"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := ids(c.in.Find(c.query, search.Filter{})); !slices.Equal(got, c.want) {
				t.Errorf("%q finds %v, want %v", c.query, got, c.want)
			}
		})
	}
}

func TestFilters(t *testing.T) {
	x := search.New([]search.Document{
		{Kind: search.Practice, ID: "es", Title: "a", Countries: []string{"ES", "PT"}, Dimensions: []string{"data"}, Who: assessments.Cluster},
		{Kind: search.Contact, ID: "wood", Title: "b", Countries: []string{"ES"}, Sectors: []string{"furniture"}},
		{Kind: search.Contact, ID: "all", Title: "c", Countries: []string{"AT"}},
	}, "es")
	for _, c := range []struct {
		name   string
		filter search.Filter
		want   []string
	}{
		{"none", search.Filter{}, []string{"es", "wood", "all"}},
		{"kind", search.Filter{Kind: search.Contact}, []string{"wood", "all"}},
		{"area", search.Filter{Dimension: "data"}, []string{"es"}},
		{"sector, open to all", search.Filter{Sector: "metal"}, []string{"es", "all"}},
		{"country", search.Filter{Country: "ES"}, []string{"es", "wood"}},
		{"who", search.Filter{Who: assessments.Cluster}, []string{"es"}},
		{"two", search.Filter{Country: "ES", Sector: "metal"}, []string{"es"}},
	} {
		if got := ids(x.Find("", c.filter)); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

// Every shipped entry is an entry of the index in every language, with a title and in its place.
func TestShipped(t *testing.T) {
	lib := shipped.Library()
	want := len(lib.Technologies) + len(lib.Practices) + len(lib.Actions) + len(lib.Terms)
	for _, r := range lib.Regions {
		want += len(r.Contacts) + len(r.Trainings) + len(r.Funding)
	}
	for _, lang := range content.Languages {
		docs := search.Documents(lib, lang)
		if len(docs) != want {
			t.Errorf("%s: %d entries of %d", lang, len(docs), want)
		}
		x := search.New(docs, lang)
		for i := range docs {
			d := &docs[i]
			if strings.TrimSpace(d.Title) == "" {
				t.Errorf("%s: %s %s has no title", lang, d.Kind, d.ID)
			}
			if !slices.Contains(x.Find(d.Title, search.Filter{Kind: d.Kind}), d) {
				t.Errorf("%s: %s %s is not found by its title", lang, d.Kind, d.ID)
			}
		}
		for _, kind := range search.Kinds {
			if len(x.Find("", search.Filter{Kind: kind})) == 0 {
				t.Errorf("%s: no %s", lang, kind)
			}
		}
	}
	found := search.New(search.Documents(lib, "es"), "es").Find("formacion", search.Filter{Kind: search.Training})
	if len(found) == 0 || !strings.Contains(found[0].Title, "ormación") {
		t.Errorf("formacion finds %v first", ids(found))
	}
}

func someDocument(t *rapid.T) search.Document {
	text := rapid.StringOfN(rapid.SampledFrom([]rune("aeioáéñüçrst sn.dÉŠğ4-cmIİß™")), 0, 24, -1)
	some := func(of ...string) []string { return rapid.SliceOfN(rapid.SampledFrom(of), 0, 2).Draw(t, "some") }
	return search.Document{Kind: rapid.SampledFrom(search.Kinds).Draw(t, "kind"), ID: rapid.StringMatching(`[a-c]{1,2}`).Draw(t, "id"),
		Title: text.Draw(t, "title"), Line: text.Draw(t, "line"), Body: rapid.SliceOfN(text, 0, 2).Draw(t, "body"),
		Dimensions: some("data", "people"), Sectors: some("metal", "food"), Countries: some("ES", "AT"),
		Who: rapid.SampledFrom([]assessments.Actor{"", assessments.Firm, assessments.Public}).Draw(t, "who")}
}

func someFilter(t *rapid.T) search.Filter {
	one := func(of ...string) string { return rapid.SampledFrom(append(of, "")).Draw(t, "one") }
	return search.Filter{Kind: search.Kind(one("practice", "action")), Dimension: one("data"), Sector: one("metal"), Country: one("ES"), Who: assessments.Actor(one("firm"))}
}

var languages = rapid.SampledFrom(content.Languages)

// A document is found by each of its own words, and by their beginnings while they are typed.
func TestFoundByItsWords(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		docs := rapid.SliceOfN(rapid.Custom(someDocument), 1, 6).Draw(t, "docs")
		x := search.New(docs, languages.Draw(t, "language"))
		for i := range docs {
			d := &docs[i]
			for _, text := range append([]string{d.Title, d.Line}, d.Body...) {
				for _, w := range strings.Fields(text) {
					typed := []rune(w)
					for _, query := range []string{w, w + " ", string(typed[:rapid.IntRange(1, len(typed)).Draw(t, "typed")])} {
						if !slices.Contains(x.Find(query, search.Filter{}), d) {
							t.Fatalf("%q does not find %q", query, text)
						}
					}
				}
			}
		}
	})
}

// A filter only takes away, and leaves the order as it is.
func TestFiltersOnlyRemove(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := search.New(rapid.SliceOfN(rapid.Custom(someDocument), 0, 8).Draw(t, "docs"), languages.Draw(t, "language"))
		query := rapid.StringOfN(rapid.SampledFrom([]rune("aeio st")), 0, 5, -1).Draw(t, "query")
		f := someFilter(t)
		all := x.Find(query, search.Filter{})
		want := slices.DeleteFunc(slices.Clone(all), func(d *search.Document) bool { return !f.Fits(d) })
		if got := x.Find(query, f); !slices.Equal(got, want) {
			t.Fatalf("%v of %v", ids(got), ids(all))
		}
	})
}

// Accents never matter, in what is typed as in what is searched; nor does the order of the entries.
func TestAccentsNeverMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		docs := rapid.SliceOfN(rapid.Custom(someDocument), 0, 8).Draw(t, "docs")
		lang := languages.Draw(t, "language")
		x := search.New(docs, lang)
		query := rapid.StringOfN(rapid.SampledFrom([]rune("aeiosntáéñÉ ")), 0, 6, -1).Draw(t, "query")
		bare := strings.Map(func(r rune) rune {
			if r == '\u0301' || r == '\u0303' {
				return -1
			}
			return r
		}, norm.NFD.String(query))
		want := ids(x.Find(query, search.Filter{}))
		for _, other := range []string{bare, norm.NFD.String(query), strings.ToUpper(query)} {
			if got := ids(x.Find(other, search.Filter{})); !slices.Equal(got, want) {
				t.Fatalf("%q finds %v, %q finds %v", other, got, query, want)
			}
		}
	})
}

func BenchmarkBuild(b *testing.B) {
	lib := shipped.Library()
	b.ReportAllocs()
	for b.Loop() {
		search.New(search.Documents(lib, "es"), "es")
	}
}

func BenchmarkFind(b *testing.B) {
	x := search.New(search.Documents(shipped.Library(), "es"), "es")
	b.ReportAllocs()
	for b.Loop() {
		if len(x.Find("copias de segur", search.Filter{})) == 0 {
			b.Fatal("nothing found")
		}
	}
}
