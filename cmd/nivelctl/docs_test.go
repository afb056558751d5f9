package main

import (
	"bytes"
	"os"
	"regexp"
	"testing"
	"testing/fstest"

	"nivel/assessments/content"
)

var fence = regexp.MustCompile("(?s)```[a-z]+\n(.*?)```")

// fences are the code blocks of a page of the documentation.
func fences(t *testing.T, page string) [][]byte {
	t.Helper()
	data, err := os.ReadFile("../../docs/" + page)
	if err != nil {
		t.Fatal(err)
	}
	var out [][]byte
	for _, m := range fence.FindAllSubmatch(data, -1) {
		out = append(out, m[1])
	}
	return out
}

// The answer file of the documentation is one that score, steps and report take.
func TestDocumentedAnswerFile(t *testing.T) {
	example := fences(t, "answer-file.md")[0]
	for _, args := range [][]string{{"score", "-"}, {"score", "-json", "-"}, {"steps", "-"}, {"report", "-", "-o", "-"}} {
		var out, complaints bytes.Buffer
		code := run(args, bytes.NewReader(example), &out, &complaints, func(string) string { return "" })
		if code != exitDone || out.Len() == 0 {
			t.Errorf("%v: exit code %d, %s", args, code, &complaints)
		}
	}
}

// The model of the documentation is complete, and each of its other examples is one that the
// reader takes.
func TestDocumentedContent(t *testing.T) {
	blocks := fences(t, "content.md")
	names := []string{"models/workshop/model.yaml", "models/workshop/texts.en.yaml", "actions/data.yaml", "actions/data.en.yaml",
		"practices/practices.yaml", "regions/murcia/region.yaml", "regions/murcia/places.yaml", "regions/murcia/texts.en.yaml", "glossary/glossary.en.yaml"}
	if len(blocks) != len(names) {
		t.Fatalf("%d examples, want %d", len(blocks), len(names))
	}
	all := fstest.MapFS{}
	for i, name := range names {
		all[name] = &fstest.MapFile{Data: blocks[i]}
	}
	all["models/workshop/texts.es.yaml"] = all["models/workshop/texts.en.yaml"]
	if _, findings := content.LoadModel(all, "models/workshop"); len(findings) > 0 {
		t.Errorf("the model: %v", findings)
	}
	delete(all, "models/workshop/model.yaml") // what the others refer to is not on the page
	all["actions/data.es.yaml"] = all["actions/data.en.yaml"]
	all["regions/murcia/texts.es.yaml"] = all["regions/murcia/texts.en.yaml"]
	all["glossary/glossary.yaml"] = &fstest.MapFile{Data: []byte("terms: [{id: erp, see: [crm]}]")}
	all["glossary/glossary.es.yaml"] = all["glossary/glossary.en.yaml"]
	_, findings := content.Load(all)
	for _, f := range findings {
		if f.File != "practices/practices.en.yaml" && f.File != "practices/practices.es.yaml" && f.File != "models/workshop/model.yaml" {
			t.Error(f)
		}
	}
}
