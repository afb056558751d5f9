package pack_test

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nivel/assessments"
	"nivel/assessments/content"
)

func check(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func usable(t testing.TB, findings []content.Finding) {
	t.Helper()
	if !content.Usable(findings) {
		t.Fatalf("findings: %v", findings)
	}
}

// base is a small library as a program may ship it: the test pack that has everything.
func base(t testing.TB) *content.Library {
	t.Helper()
	lib, findings := content.Lay(&content.Library{}, os.DirFS("testdata/whole"))
	usable(t, findings)
	lib.Packs, lib.Origin = nil, nil
	return lib
}

// folder writes files by path into a new folder.
func folder(t testing.TB, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	write(t, dir, files)
	return dir
}

func write(t testing.TB, dir string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		check(t, os.MkdirAll(filepath.Dir(path), 0o700))
		check(t, os.WriteFile(path, []byte(text), 0o600))
	}
}

// contents are the files below a folder by path; what is hidden too.
func contents(t testing.TB, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(filepath.Join(dir, name))
		out[name] = string(data)
		return err
	})
	if !os.IsNotExist(err) {
		check(t, err)
	}
	return out
}

// info is a pack.yaml in Spanish.
func info(id string) string {
	return "id: " + id + "\nname: \"Paquete\"\nversion: \"1\"\ndate: 2026-11-23\nlanguages: [es]\n"
}

// practices are the files of a pack with one practice.
func practices(pack, id, title string) map[string]string {
	p := assessments.Practice{ID: id, Who: assessments.Firm, Questions: []string{"board"}, State: assessments.StateUnknown,
		Sources: []assessments.Source{{Name: "Prueba"}}, Checked: "2026-11-23", Sure: "low"}
	out := map[string]string{content.PackFile: info(pack)}
	for name, data := range content.WritePractices([]assessments.Practice{p}, map[string]map[string]assessments.PracticeWords{"es": {id: said(title)}}, []string{"es"}) {
		out["practices/"+name] = string(data)
	}
	return out
}

func said(title string) assessments.PracticeWords {
	return assessments.PracticeWords{Title: title, Summary: "s", Problem: "p", How: "h", You: "y"}
}

// codes are the findings as file:line:code, in one line.
func codes(findings []content.Finding) string {
	var out []string
	for _, f := range findings {
		out = append(out, fmt.Sprintf("%s:%d:%s", f.File, f.Line, f.Fault.Code))
	}
	return strings.Join(out, " ")
}
