package house_test

import (
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// only says which folders may import a package or what lies below it.
type only struct {
	imported string
	by       []string
	why      string
}

var onlys = []only{
	{"fyne.io/fyne/v2/app", []string{"cmd/nivel"}, "it needs cgo; without it everything else builds and tests anywhere"},
	{"fyne.io", []string{"app", "cmd/nivel"}, "what draws lives under app, so that the rest runs without a window"},
	{"github.com/jung-kurt/gofpdf", []string{"assessments/pdf"}, "one door to a library that is no longer kept up"},
	{"filippo.io/age", []string{"assessments/dossier"}, "one door to encryption, where its work is bounded"},
	{"modernc.org", []string{"assessments/sqlite"}, "the store is the only one that speaks SQL"},
	{"github.com/xuri/excelize", []string{"assessments/office"}, "one door to what spreadsheets write"},
	{"database/sql", []string{"assessments/sqlite"}, "the store is the only one that speaks SQL"},
	{"nivel/assets", []string{"app", "cmd", "assessments/house/shipped"}, "content comes in as fs.FS, so that other content can"},
	{"nivel/assessments/house", []string{"assessments/house"}, "it is there for tests alone, and no program carries it"},
	{"nivel/app", []string{"app", "cmd/nivel"}, "arrows point from cmd to app to assessments"},
	{"nivel/cmd", []string{"cmd"}, "arrows point from cmd to app to assessments"},
	{"net/http", nil, "the program opens no network connection"},
	{"net/rpc", nil, "the program opens no network connection"},
	{"net/smtp", nil, "the program opens no network connection"},
	{"crypto/tls", nil, "the program opens no network connection"},
}

// forTests are those of them that the tests of any package may import.
var forTests = []string{"nivel/assets", "nivel/assessments/house"}

// never says what the packages of a folder may not import.
type never struct {
	folder   string
	imported []string
	why      string
}

var nevers = []never{
	{"assessments/dossier", []string{"nivel/assessments/sqlite", "nivel/assessments/content"}, "it says what it needs of a store and of questionnaires itself, so that both can be others"},
	{"app/screen", []string{"nivel/assets"}, "what screens show comes through the session"},
	{"app/session", []string{"fyne.io", "nivel/assets", "nivel/app/screen", "nivel/app/widget", "nivel/app/theme"}, "the session knows no Fyne, so that it can be tested as it is"},
	{"app/widget", []string{"nivel/assets", "nivel/assessments/sqlite", "nivel/app/session", "nivel/app/screen"}, "widgets know tokens and data, never the store"},
	{"app/theme", []string{"nivel/assessments/sqlite", "nivel/app/session", "nivel/app/screen", "nivel/app/widget"}, "the theme is below all that draws"},
}

// Each import points the way the house allows. Tests may read the shipped content.
func TestArrows(t *testing.T) {
	for _, f := range files(t) {
		for _, imported := range f.imports {
			for _, o := range onlys {
				if f.test && slices.Contains(forTests, o.imported) {
					continue
				}
				if under(imported, o.imported) && !under(f.dir, o.by...) {
					t.Errorf("%s imports %s, which only %v may: %s", f.path, imported, o.by, o.why)
				}
			}
			for _, n := range nevers {
				if under(f.dir, n.folder) && !f.test && under(imported, n.imported...) {
					t.Errorf("%s imports %s, which %s never does: %s", f.path, imported, n.folder, n.why)
				}
			}
			if f.dir == "assessments" && strings.Contains(strings.Split(imported, "/")[0], ".") || f.dir == "assessments" && !f.test && under(imported, "nivel") {
				t.Errorf("%s imports %s: the domain's root imports the standard library only", f.path, imported)
			}
			if screen := "app/screen/"; strings.HasPrefix(f.dir, screen) && !f.test && strings.HasPrefix(imported, "nivel/"+screen) {
				t.Errorf("%s imports %s: a screen never touches another, it asks the window (screen.Host)", f.path, imported)
			}
			if imported == "C" {
				t.Errorf("%s uses cgo: C is left to the libraries that draw", f.path)
			}
		}
	}
}

// Rule: these libraries that the window brings along may import net/http or net (Fyne for
// resources from the web, which Nivel never asks for; Excelize to tell the kind of a picture by its
// bytes; D-Bus and UUID for local things).
var maySpeak = map[string][]string{
	"net/http": {"fyne.io/fyne/v2", "fyne.io/fyne/v2/internal/repository", "github.com/xuri/excelize/v2"},
	"net":      {"fyne.io/fyne/v2/storage/repository", "github.com/godbus/dbus/v5", "github.com/google/uuid"},
}

// nivelctl reaches neither Fyne nor cgo, through whatever it imports; and nothing that either
// program is made of imports the network beyond the closed list.
func TestWhatProgramsAreMadeOf(t *testing.T) {
	for _, l := range dependencies(t, "nivel/cmd/nivelctl") {
		if under(l.path, "fyne.io", "github.com/go-gl", "nivel/app") || l.cgo {
			t.Errorf("nivelctl is made of %s (cgo: %v); it must run anywhere Go runs", l.path, l.cgo)
		}
	}
	both := dependencies(t, "nivel/cmd/nivel", "nivel/cmd/nivelctl")
	if len(both) < 50 {
		t.Fatalf("only %d packages found", len(both))
	}
	for _, l := range both {
		for network, by := range maySpeak {
			if slices.Contains(l.imports, network) && !slices.Contains(by, l.path) {
				t.Errorf("%s imports %s; see whether it connects anywhere, then list it here or leave it out", l.path, network)
			}
		}
	}
}

type library struct {
	path    string
	cgo     bool
	imports []string
}

// dependencies asks the go command, cgo switched on, for all packages outside the standard library.
func dependencies(t *testing.T, programs ...string) []library {
	t.Helper()
	if _, err := os.ReadFile(root + "/go.mod"); err != nil { // a result is kept as long as this stays the same
		t.Fatal(err)
	}
	format := `{{if not .Standard}}{{.ImportPath}} {{len .CgoFiles}}{{range .Imports}} {{.}}{{end}}{{end}}`
	cmd := exec.Command("go", append([]string{"list", "-deps", "-f", format}, programs...)...)
	cmd.Dir, cmd.Stderr, cmd.Env = root, os.Stderr, append(os.Environ(), "CGO_ENABLED=1", "GOFLAGS=-mod=readonly")
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	var list []library
	for line := range strings.Lines(string(out)) {
		if fields := strings.Fields(line); len(fields) > 1 {
			list = append(list, library{fields[0], fields[1] != "0", fields[2:]})
		}
	}
	return list
}
