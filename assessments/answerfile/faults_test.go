package answerfile_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"nivel/assessments"
	"nivel/assessments/content"
	"nivel/assessments/house/shipped"
	"nivel/assets"
)

// reporters are the functions that make a fault, with the place of its code among their arguments.
// One that hands a code on from its own arguments has to be listed too; with its package in front
// where others are called the same.
var reporters = map[string]int{
	"NewFault": 0,            // assessments
	"report":   2,            // content.reader and the decoder and parser of answerfile
	"at":       2, "warn": 2, // content.reader
	"reportAt": 2, "stop": 2, // answerfile
	"pack.stop": 1, "pack.find": 2, "pack.atID": 1, "pack.refuse": 0,
}

// kinds complete a code that ends in the kind of a question.
var kinds = []assessments.Kind{assessments.Ladder, assessments.Checklist, assessments.Grid, assessments.Plans, assessments.Partly,
	assessments.YesNo, assessments.Number}

// use is one place in the code that makes a fault.
type use struct {
	place string
	code  string
	gaps  []string
	open  bool // its gaps are handed on and cannot be read from the code
}

func uses(t *testing.T) []use {
	t.Helper()
	var out []use
	set := token.NewFileSet()
	look := func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(set, path, nil, 0)
		if err != nil {
			return nil // somebody is writing it; the compiler says so too
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok {
				if u, ok := useOf(filepath.Base(filepath.Dir(path)), call); ok {
					u.place = set.Position(call.Pos()).String()
					out = append(out, u)
				}
			}
			return true
		})
		return nil
	}
	for _, root := range []string{"..", "../../cmd", "../../app"} {
		if err := filepath.WalkDir(root, look); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

func useOf(pkg string, call *ast.CallExpr) (use, bool) {
	name := ""
	switch f := call.Fun.(type) {
	case *ast.Ident:
		name = f.Name
	case *ast.SelectorExpr:
		name = f.Sel.Name
	}
	at, ok := reporters[pkg+"."+name]
	if !ok {
		at, ok = reporters[name]
	}
	if !ok || len(call.Args) <= at {
		return use{}, false
	}
	code, ok := literal(call.Args[at])
	if !ok {
		return use{}, false
	}
	u := use{code: code, open: call.Ellipsis.IsValid()}
	for i := at + 1; i < len(call.Args) && !u.open; i += 2 {
		gap, ok := literal(call.Args[i])
		u.open = !ok
		u.gaps = append(u.gaps, gap)
	}
	return u, true
}

// literal reads "code", and "code-" + something as "code-".
func literal(e ast.Expr) (string, bool) {
	if b, ok := e.(*ast.BinaryExpr); ok {
		e = b.X
	}
	l, ok := e.(*ast.BasicLit)
	if !ok || l.Kind != token.STRING {
		return "", false
	}
	s, err := strconv.Unquote(l.Value)
	return s, err == nil
}

func (u use) codes() []string {
	if !strings.HasSuffix(u.code, "-") {
		return []string{u.code}
	}
	var out []string
	for _, k := range kinds {
		out = append(out, u.code+string(k))
	}
	return out
}

var gapPattern = regexp.MustCompile(`\{([a-z]+)\}`)

// Every fault that the code can make has a sentence in every language, and each gap of a sentence
// is one that the code fills.
func TestEveryFaultHasASentence(t *testing.T) {
	words := shipped.Words()
	all := uses(t)
	if len(all) < 60 {
		t.Fatalf("found only %d places that make a fault", len(all))
	}
	used := map[string]bool{"fault.other": true}
	for _, u := range all {
		for _, code := range u.codes() {
			key := "fault." + code
			used[key] = true
			for _, lang := range content.Languages {
				w := words[lang]
				if !w.Has(key) {
					t.Errorf("%s: %q has no sentence in %s", u.place, code, lang)
					continue
				}
				for _, gap := range gapPattern.FindAllStringSubmatch(w.T(key), -1) {
					if !u.open && !slices.Contains(u.gaps, gap[1]) {
						t.Errorf("%s: {%s} in the %s sentence of %q is never filled", u.place, gap[1], lang, code)
					}
				}
			}
		}
	}
	for _, lang := range content.Languages {
		for _, key := range words[lang].Keys() {
			if strings.HasPrefix(key, "fault.") && !used[key] {
				t.Errorf("%s: %s has a sentence but nothing makes it", lang, key)
			}
		}
	}
	if _, err := assets.Translations.ReadFile("translations/fault.es.yaml"); err != nil {
		t.Error(err)
	}
}
