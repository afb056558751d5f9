package house_test

import (
	"bufio"
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"nivel/assessments"
	"nivel/assessments/content"
)

// longest is how many lines a Go file may have: one that needs more is about two things.
const longest = 400

func TestNoFileIsTooLong(t *testing.T) {
	for _, f := range files(t) {
		if f.lines > longest {
			t.Errorf("%s has %d lines, at most %d: split it by what it is about", f.path, f.lines, longest)
		}
	}
}

// Every package says what it is in its first sentence: "Package x …", or "Command x …".
func TestPackagesAreExplained(t *testing.T) {
	explained := map[string]bool{}
	for _, f := range files(t) {
		explained[f.dir] = explained[f.dir] || strings.HasPrefix(f.tree.Doc.Text(), first(f))
	}
	for dir, ok := range explained {
		if !ok {
			t.Errorf("%s: no file has a package comment that begins with its name", dir)
		}
	}
}

// first is how a package comment begins.
func first(f *file) string {
	if f.tree.Name.Name == "main" {
		return "Command " + filepath.Base(f.dir) + " "
	}
	return "Package " + strings.TrimSuffix(f.tree.Name.Name, "_test") + " "
}

// entries are all that may lie at the top of the repository.
var entries = []string{
	".ci", ".editorconfig", ".gitattributes", ".gitignore", ".golangci.yml", "CHANGELOG.md", "CONTRIBUTING.md", "FyneApp.toml",
	"LICENSE", "Makefile", "README.md", "SECURITY.md", "app", "assessments", "assets", "cmd", "docs", "go.mod", "go.sum",
}

func TestTopLevel(t *testing.T) {
	found := topLevel(t)
	if !slices.Contains(found, "go.mod") {
		t.Fatalf("this is not the top of the repository: %v", found)
	}
	for _, name := range found {
		if !slices.Contains(entries, name) {
			t.Errorf("%s lies at the top of the repository; put it into one of its folders", name)
		}
	}
}

// topLevel asks git what is in the repository, or looks into the folder where there is no git.
func topLevel(t *testing.T) []string {
	cmd := exec.Command("git", "ls-files")
	cmd.Dir = root
	_, index := os.Stat(filepath.Join(root, ".git/index")) // a result is kept as long as this stays the same
	if out, err := cmd.Output(); index == nil && err == nil {
		var names []string
		for line := range strings.Lines(string(out)) {
			name, _, _ := strings.Cut(strings.TrimSpace(line), "/")
			names = append(names, name)
		}
		slices.Sort(names)
		return slices.Compact(names)
	}
	list, err := os.ReadDir(root)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range list {
		if name := e.Name(); name != ".git" && name != "bin" && name != "dist" {
			names = append(names, name)
		}
	}
	return names
}

// FyneApp.toml, from which packages are made, says what the code says.
func TestManifest(t *testing.T) {
	data, err := os.ReadFile(filepath.Join(root, "FyneApp.toml"))
	if err != nil {
		t.Fatal(err)
	}
	have := values(data)
	languages := make([]string, len(content.Languages))
	for i, l := range content.Languages {
		languages[i] = strconv.Quote(l)
	}
	for key, want := range map[string]string{
		"Details.Name":      strconv.Quote("Nivel"),
		"Details.ID":        strconv.Quote(assessments.AppID),
		"Details.Version":   strconv.Quote(assessments.Version),
		"Languages":         "[" + strings.Join(languages, ", ") + "]",
		"Migrations.fyneDo": "true",
		"Details.Icon":      strconv.Quote("assets/icons/icon.png"),
	} {
		if have[key] != want {
			t.Errorf("FyneApp.toml: %s is %s, in the code it is %s", key, have[key], want)
		}
	}
	for _, key := range []string{"Details.Build", "LinuxAndBSD.GenericName", "LinuxAndBSD.Comment", "LinuxAndBSD.Categories", "LinuxAndBSD.Keywords"} {
		if have[key] == "" {
			t.Errorf("FyneApp.toml: %s is missing", key)
		}
	}
	icon, err := strconv.Unquote(have["Details.Icon"])
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(root, icon)); err != nil {
		t.Error(err)
	}
	changes, err := os.ReadFile(filepath.Join(root, "CHANGELOG.md"))
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(changes), assessments.Version) {
		t.Errorf("CHANGELOG.md does not speak of version %s", assessments.Version)
	}
}

// values reads the one-line "key = value" pairs of a TOML file as "Table.key", values as written.
func values(data []byte) map[string]string {
	out := map[string]string{}
	table := ""
	for lines := bufio.NewScanner(bytes.NewReader(data)); lines.Scan(); {
		line := strings.TrimSpace(lines.Text())
		if strings.HasPrefix(line, "[") {
			table = strings.Trim(line, "[]") + "."
		} else if key, value, ok := strings.Cut(line, "="); ok && line[0] != '#' {
			out[table+strings.TrimSpace(key)] = strings.TrimSpace(value)
		}
	}
	return out
}
