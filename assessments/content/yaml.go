package content

import (
	"errors"
	"io"
	"io/fs"
	"math/big"
	"path"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"

	"nivel/assessments"
)

// sizeLimit bounds a file before it is parsed; the largest of ours has a tenth of it.
const sizeLimit = 2 << 20

// depthLimit bounds nesting; ours nest six deep.
const depthLimit = 40

// reader collects what it finds wrong while it reads.
type reader struct {
	fsys      fs.FS
	languages []string
	findings  []Finding
	base      *Library         // that a pack is laid over; nil for the shipped tree
	pack      string           // id of the pack that is read
	places    map[string]place // where each id was first seen, for messages about links
	taken     map[string]bool  // ids of actions
	sectors   []named          // sectors that conditions speak of
}

type place struct {
	doc  *document
	path []any
}

// document is a parsed file that knows its lines.
type document struct {
	file string
	root ast.Node
}

func (r *reader) report(file string, line int, code string, pairs ...any) {
	r.findings = append(r.findings, Finding{File: file, Line: line, Fault: assessments.NewFault(code, pairs...)})
}

// warn reports something to look at that keeps nothing from being used.
func (r *reader) warn(d *document, path []any, code string, pairs ...any) {
	if d == nil {
		return
	}
	r.at(d, path, code, pairs...)
	r.findings[len(r.findings)-1].Warning = true
}

// at reports a finding at the line of that path in the document.
func (r *reader) at(d *document, path []any, code string, pairs ...any) {
	r.report(d.file, d.line(path), code, pairs...)
}

func (r *reader) folders(dir string) []string {
	entries, err := fs.ReadDir(r.fsys, dir)
	if err != nil {
		return nil
	}
	var out []string
	for _, e := range entries {
		if e.IsDir() {
			out = append(out, path.Join(dir, e.Name()))
		}
	}
	return out
}

var languageFile = regexp.MustCompile(`\.[a-z]{2}\.yaml$`)

// structures lists the structure files of a folder: every .yaml file without a language.
func (r *reader) structures(dir string) []string {
	entries, err := fs.ReadDir(r.fsys, dir)
	if err != nil {
		return nil
	}
	var out []string
	for _, e := range entries {
		name := e.Name()
		if !e.IsDir() && strings.HasSuffix(name, ".yaml") && !languageFile.MatchString(name) {
			out = append(out, path.Join(dir, name))
		}
	}
	return out
}

// read decodes a file strictly into v. It reports every fault and says whether v can be used.
func (r *reader) read(file string, v any) (*document, bool) {
	data, ok := r.bytes(file)
	if !ok {
		return nil, false
	}
	parsed, err := parser.ParseBytes(data, 0)
	if err != nil {
		r.syntax(file, err)
		return nil, false
	}
	if len(parsed.Docs) != 1 || parsed.Docs[0].Body == nil {
		r.report(file, 1, "yaml-empty")
		return nil, false
	}
	d := &document{file: file, root: parsed.Docs[0].Body}
	if !r.tame(d) {
		return nil, false
	}
	if err := yaml.NodeToValue(d.root, v, yaml.Strict()); err != nil {
		r.syntax(file, err)
		return nil, false
	}
	return d, true
}

func (r *reader) bytes(file string) ([]byte, bool) {
	f, err := r.fsys.Open(file)
	if err != nil {
		r.report(file, 0, "file-missing")
		return nil, false
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, sizeLimit+1))
	switch {
	case err != nil:
		r.report(file, 0, "file-unreadable", "reason", err)
	case len(data) > sizeLimit:
		r.report(file, 0, "file-large", "limit", "2 MB")
	case !nestsShallow(data):
		r.report(file, 0, "yaml-deep", "limit", depthLimit)
	default:
		return data, true
	}
	return nil, false
}

// nestsShallow looks at brackets and indentation before the parser does, because the parser
// recurses as deep as the text does.
func nestsShallow(data []byte) bool {
	depth, indent, start := 0, 0, true
	for _, c := range data {
		switch {
		case c == '\n':
			indent, start = 0, true
		case start && c == ' ':
			if indent++; indent > 4*depthLimit {
				return false
			}
		case c == '[' || c == '{':
			start = false
			if depth++; depth > 10*depthLimit {
				return false
			}
		case c == ']' || c == '}':
			start = false
			depth = max(0, depth-1)
		case start && c == '-':
			indent++
		default:
			start = false
		}
	}
	return true
}

// tame refuses anchors and aliases: a content file has no use for them and they can explode.
func (r *reader) tame(d *document) bool {
	ok := true
	ast.Walk(visitor(func(n ast.Node) bool {
		switch n.Type() {
		case ast.AnchorType, ast.AliasType, ast.MergeKeyType, ast.TagType:
			r.report(d.file, line(n), "yaml-anchor")
			ok = false
			return false
		}
		return ok
	}), d.root)
	return ok
}

type visitor func(ast.Node) bool

// Visit implements ast.Visitor.
func (v visitor) Visit(n ast.Node) ast.Visitor {
	if v(n) {
		return v
	}
	return nil
}

func line(n ast.Node) int {
	if t := n.GetToken(); t != nil && t.Position != nil {
		return t.Position.Line
	}
	return 0
}

// syntax turns the library's errors into findings.
func (r *reader) syntax(file string, err error) {
	at := func(t *token.Token) int {
		if t == nil || t.Position == nil {
			return 0
		}
		return t.Position.Line
	}
	var unknown *yaml.UnknownFieldError
	var duplicate *yaml.DuplicateKeyError
	var wrong *yaml.TypeError
	var other yaml.Error
	switch {
	case errors.As(err, &unknown):
		r.report(file, at(unknown.Token), "yaml-unknown", "field", tokenText(unknown.Token))
	case errors.As(err, &duplicate):
		r.report(file, at(duplicate.Token), "yaml-duplicate", "field", tokenText(duplicate.Token))
	case errors.As(err, &wrong):
		r.report(file, at(wrong.Token), "yaml-type", "value", tokenText(wrong.Token))
	case errors.As(err, &other):
		r.report(file, at(other.GetToken()), "yaml-syntax", "reason", other.GetMessage())
	default:
		r.report(file, 0, "yaml-syntax", "reason", firstLine(err.Error()))
	}
}

func tokenText(t *token.Token) string {
	if t == nil {
		return ""
	}
	return firstLine(t.Value)
}

func firstLine(s string) string {
	s, _, _ = strings.Cut(s, "\n")
	if r := []rune(s); len(r) > 120 {
		s = string(r[:120]) + "…"
	}
	return s
}

// line finds the line of a path of keys and indexes; where the path ends early, the line of the
// last part that exists.
func (d *document) line(path []any) int {
	n, found := d.root, line(d.root)
	for _, step := range path {
		next, at := child(n, step)
		if next == nil {
			break
		}
		n, found = next, at
	}
	return found
}

func child(n ast.Node, step any) (ast.Node, int) {
	switch n := n.(type) {
	case *ast.MappingNode:
		for _, v := range n.Values {
			if key, ok := step.(string); ok && v.Key.GetToken().Value == key {
				return v.Value, line(v.Key)
			}
		}
	case *ast.MappingValueNode:
		if key, ok := step.(string); ok && n.Key.GetToken().Value == key {
			return n.Value, line(n.Key)
		}
	case *ast.SequenceNode:
		if i, ok := step.(int); ok && i < len(n.Values) {
			return n.Values[i], line(n.Values[i])
		}
	}
	return nil, 0
}

// ratio is a decimal number read exactly.
type ratio struct{ *big.Rat }

var decimal = regexp.MustCompile(`^-?[0-9]{1,9}(\.[0-9]{1,9})?$`)

// UnmarshalYAML implements yaml.NodeUnmarshaler, which unlike the one for bytes does not print the
// whole file again for each number.
func (r *ratio) UnmarshalYAML(n ast.Node) error {
	s := ""
	if t := n.GetToken(); t != nil {
		s = t.Value
	}
	if !decimal.MatchString(s) {
		return &yaml.TypeError{Token: n.GetToken(), DstType: reflect.TypeFor[float64](), SrcType: reflect.TypeFor[string]()}
	}
	r.Rat, _ = new(big.Rat).SetString(s)
	return nil
}

// or returns the number, or the whole number n where none was given.
func (r ratio) or(n int64) *big.Rat {
	if r.Rat == nil {
		return new(big.Rat).SetInt64(n)
	}
	return r.Rat
}

func with(path []any, more ...any) []any { return append(slices.Clone(path), more...) }
