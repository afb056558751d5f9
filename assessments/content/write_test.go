package content_test

import (
	"io/fs"
	"math/big"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"nivel/assessments"
	"nivel/assessments/content"
	"nivel/assets"
)

// onDisk writes files into a new folder below dir and gives them as a tree.
func onDisk(t interface{ Fatal(...any) }, root, dir string, files map[string][]byte) fs.FS {
	for name, data := range files {
		path := filepath.Join(root, dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return os.DirFS(root)
}

// differs names the first place where two values differ; empty and missing lists are the same, and
// so are equal numbers.
func differs(a, b reflect.Value, at string) string {
	if a.Kind() == reflect.Pointer {
		if a.IsNil() != b.IsNil() {
			return at
		}
		if a.IsNil() {
			return ""
		}
		if x, ok := a.Interface().(*big.Rat); ok {
			if y, ok := b.Interface().(*big.Rat); !ok || x.Cmp(y) != 0 {
				return at
			}
			return ""
		}
		return differs(a.Elem(), b.Elem(), at)
	}
	switch a.Kind() {
	case reflect.Struct:
		for i := range a.NumField() {
			if d := differs(a.Field(i), b.Field(i), at+"."+a.Type().Field(i).Name); d != "" {
				return d
			}
		}
	case reflect.Slice, reflect.Array:
		if a.Len() != b.Len() {
			return at
		}
		for i := range a.Len() {
			if d := differs(a.Index(i), b.Index(i), at+"[]"); d != "" {
				return d
			}
		}
	case reflect.Map:
		if a.Len() != b.Len() {
			return at
		}
		for _, k := range a.MapKeys() {
			if !b.MapIndex(k).IsValid() {
				return at + "[" + k.String() + "]"
			}
			if d := differs(a.MapIndex(k), b.MapIndex(k), at+"["+k.String()+"]"); d != "" {
				return d
			}
		}
	default:
		if !a.Equal(b) {
			return at
		}
	}
	return ""
}

func same[T any](t interface {
	Helper()
	Errorf(string, ...any)
}, what string, have, want T) {
	t.Helper()
	if d := differs(reflect.ValueOf(have), reflect.ValueOf(want), what); d != "" {
		t.Errorf("read back, %s differs:\nhave %+v\nwant %+v", d, have, want)
	}
}

// Every shipped model, present or earlier, reads back equal from what the writer makes of it.
func TestShippedModelsReadBack(t *testing.T) {
	lib, _ := content.Load(assets.Content)
	if len(lib.Models) == 0 || len(lib.Old) == 0 {
		t.Fatalf("%d models and %d earlier ones", len(lib.Models), len(lib.Old))
	}
	for _, p := range slices.Concat(lib.Models, lib.Old) {
		tree := onDisk(t, t.TempDir(), "m", content.WriteModel(p, content.Languages))
		back, findings := content.LoadModel(tree, "m")
		for _, f := range findings {
			t.Error(f)
		}
		same(t, p.Model.ID+" "+p.Model.Version, back, p)
	}
}

// Every shipped practice and region reads back equal, as a pack of its own.
func TestShippedRecordsReadBack(t *testing.T) {
	lib, _ := content.Load(assets.Content)
	if len(lib.Practices) < 10 || len(lib.Regions) == 0 || len(lib.Regions[0].Funding) == 0 {
		t.Fatalf("%d practices, %d regions", len(lib.Practices), len(lib.Regions))
	}
	root := t.TempDir()
	info := content.Info{ID: "whole", Name: "Todo «esto»: sí", Version: "1.0", Date: "2026-11-23", Languages: []string{"en", "es"}, Source: "yo\nmismo"}
	onDisk(t, root, ".", map[string][]byte{content.PackFile: content.WriteInfo(info)})
	onDisk(t, root, "practices", content.WritePractices(lib.Practices, lib.PracticeWords, content.Languages))
	for _, r := range lib.Regions {
		words := map[string]assessments.RegionWords{}
		for _, lang := range content.Languages {
			words[lang] = lib.RegionWords[lang][r.ID]
		}
		onDisk(t, root, filepath.Join("regions", r.ID), content.WriteRegion(r, words, content.Languages))
	}
	back, findings := content.Lay(&content.Library{}, os.DirFS(root))
	for _, f := range findings {
		t.Error(f)
	}
	same(t, "practices", back.Practices, lib.Practices)
	same(t, "practice words", back.PracticeWords, lib.PracticeWords)
	same(t, "regions", back.Regions, lib.Regions)
	same(t, "region words", back.RegionWords, lib.RegionWords)
	same(t, "packs", back.Packs, []content.Info{info})
}

// The files look as a person would write them: ids bare, texts in double quotes, short records on
// one line.
func TestWrittenFilesAreReadable(t *testing.T) {
	p := assessments.Practice{ID: "kaizen", Countries: []string{"ES"}, Who: assessments.Firm, Questions: []string{"a.b", "null"}, State: assessments.StateRunning,
		Sources: []assessments.Source{{Name: "La Verdad", Date: "2025"}}, Checked: "2026-11-23", Sure: "high"}
	w := assessments.PracticeWords{Title: "Mejora «a diario»", How: "Con papel: y \"lápiz\".", Chain: []assessments.TitleText{{Title: "Uno"}}}
	files := content.WritePractices([]assessments.Practice{p}, map[string]map[string]assessments.PracticeWords{"es": {"kaizen": w, "other": w}}, []string{"es"})
	want := map[string]string{
		"practices.yaml": `practices:
  - id: kaizen
    country: ES
    who: firm
    questions: [a.b, "null"]
    state: running
    sources:
      - {name: "La Verdad", date: "2025"}
    checked: 2026-11-23
    sure: high
`,
		"practices.es.yaml": `practices:
  kaizen:
    title: "Mejora «a diario»"
    how: "Con papel: y \"lápiz\"."
    chain:
      - {title: "Uno"}
`}
	if len(files) != len(want) {
		t.Errorf("%d files, want %d", len(files), len(want))
	}
	for name, text := range want {
		if have := string(files[name]); have != text {
			t.Errorf("%s:\n%s\nwant\n%s", name, have, text)
		}
	}
}

// Bytes that are no text become a mark that the reader takes, so that a file stays one.
func TestBrokenTextIsWrittenWhole(t *testing.T) {
	want := content.Info{ID: "p", Name: "a\uFFFDb", Version: "1", Date: "2026-11-23", Languages: []string{"es"}}
	broken := want
	broken.Name = "a\xff\xfeb"
	tree := onDisk(t, t.TempDir(), ".", map[string][]byte{content.PackFile: content.WriteInfo(broken)})
	back, _ := content.Lay(&content.Library{}, tree)
	same(t, "packs", back.Packs, []content.Info{want})
}

// Texts of what the structure does not have are written too, for the reader to tell of.
func TestOrphanTextsStay(t *testing.T) {
	p := content.Pack{Model: assessments.Model{ID: "m"}, Words: map[string]assessments.ModelWords{"es": {Questions: map[string]assessments.QuestionWords{"gone": {Text: "¿?"}}}}}
	if text := string(content.WriteModel(p, []string{"es"})["texts.es.yaml"]); !strings.Contains(text, "gone:") {
		t.Errorf("the text of a question that is not there has vanished:\n%s", text)
	}
}
