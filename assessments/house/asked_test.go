package house_test

import (
	"go/ast"
	"go/token"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
)

// uses is what the code asks of the translations.
type uses struct {
	asked    []asked
	patterns []pattern
	literals map[string]string // every string in the code, and one file that has it
}

// asked is a key that stands in the code in full.
type asked struct {
	key, at string
	number  bool
	filled  []string // names of the gaps it fills; nil where that cannot be seen
}

// pattern is a key that code composes: "cost." and something.
type pattern struct {
	written, at string
	matches     *regexp.Regexp
}

var digits = regexp.MustCompile(`^\d+$`)

// says tells whether the code can compose this key: what it adds stands in the code or is a number.
func (p pattern) says(key string, literals map[string]string) bool {
	m := p.matches.FindStringSubmatch(key)
	return m != nil && !slices.ContainsFunc(m[1:], func(part string) bool { return literals[part] == "" && !digits.MatchString(part) })
}

// carrier is a function that passes one of its parameters on as a key, with something around it.
type carrier struct {
	arg           int
	before, after string
	number        bool
	direct        bool // T and N themselves, whose further arguments fill gaps
}

// seeds are the methods of texts.Words, and NewFault, whose code is a sentence too.
var seeds = map[string]carrier{"T": {direct: true}, "N": {direct: true, number: true}, "NewFault": {before: "fault."}}

var used = func() func(t *testing.T) *uses {
	once := sync.OnceValue(findUses)
	return func(t *testing.T) *uses {
		t.Helper()
		files(t)
		u := once()
		if len(u.asked) < 300 || len(u.patterns) < 10 {
			t.Fatalf("only %d keys and %d composed ones found in the code", len(u.asked), len(u.patterns))
		}
		return u
	}
}()

func findUses() *uses {
	all, _ := source()
	var code []*file
	for _, f := range all {
		if !f.test && f.dir != "cmd/nivel/e2e" {
			code = append(code, f)
		}
	}
	carriers := map[string]map[string][]carrier{} // by folder and name
	for grown := true; grown; {
		grown = false
		for _, f := range code {
			if carriers[f.dir] == nil {
				carriers[f.dir] = map[string][]carrier{}
			}
			for name, fn := range functions(f.tree) {
				for _, c := range carried(fn, carriers[f.dir]) {
					if !slices.Contains(carriers[f.dir][name], c) {
						carriers[f.dir][name] = append(carriers[f.dir][name], c)
						grown = true
					}
				}
			}
		}
	}
	u := &uses{literals: map[string]string{}}
	for _, f := range code {
		u.read(f, carriers[f.dir])
	}
	return u
}

// function is one with a name: declared, or a literal kept in a variable.
type function struct {
	params []string
	body   *ast.BlockStmt
}

func functions(tree *ast.File) map[string]function {
	out := map[string]function{}
	ast.Inspect(tree, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncDecl:
			if n.Body != nil {
				out[n.Name.Name] = function{params(n.Type), n.Body}
			}
		case *ast.AssignStmt:
			for i, right := range n.Rhs {
				if fn, ok := right.(*ast.FuncLit); ok && len(n.Lhs) == len(n.Rhs) {
					if name, ok := n.Lhs[i].(*ast.Ident); ok {
						out[name.Name] = function{params(fn.Type), fn.Body}
					}
				}
			}
		}
		return true
	})
	return out
}

func params(t *ast.FuncType) []string {
	var out []string
	for _, field := range t.Params.List {
		for _, name := range field.Names {
			out = append(out, name.Name)
		}
	}
	return out
}

// carried says which of a function's parameters end up as keys.
func carried(fn function, known map[string][]carrier) []carrier {
	var out []carrier
	ast.Inspect(fn.body, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		for _, c := range callee(call, known) {
			pieces := key(call, c)
			at := slices.IndexFunc(pieces, func(p piece) bool { return !p.literal })
			if at < 0 || slices.ContainsFunc(pieces[at+1:], func(p piece) bool { return !p.literal }) {
				continue
			}
			if arg := slices.Index(fn.params, pieces[at].text); arg >= 0 {
				out = append(out, carrier{arg: arg, before: join(pieces[:at]), after: join(pieces[at+1:]), number: c.number})
			}
		}
		return true
	})
	return out
}

// callee are the carriers that a call may mean.
func callee(call *ast.CallExpr, known map[string][]carrier) []carrier {
	name := ""
	switch fun := call.Fun.(type) {
	case *ast.Ident:
		name = fun.Name
	case *ast.SelectorExpr:
		name = fun.Sel.Name
		if c, ok := seeds[name]; ok {
			return []carrier{c}
		}
	}
	return known[name]
}

// piece is a part of a key: a literal, or the name of what stands in its place.
type piece struct {
	text    string
	literal bool
}

// key takes the argument that is a key apart, with what the carrier puts around it.
func key(call *ast.CallExpr, c carrier) []piece {
	if c.arg >= len(call.Args) {
		return nil
	}
	return append(append([]piece{{c.before, true}}, pieces(call.Args[c.arg])...), piece{c.after, true})
}

var verb = regexp.MustCompile(`%[a-z]`)

func pieces(e ast.Expr) []piece {
	switch e := e.(type) {
	case *ast.BasicLit:
		if text, err := strconv.Unquote(e.Value); err == nil && e.Kind == token.STRING {
			return []piece{{text, true}}
		}
	case *ast.Ident:
		return []piece{{e.Name, false}}
	case *ast.BinaryExpr:
		return append(pieces(e.X), pieces(e.Y)...)
	case *ast.CallExpr:
		if s, ok := e.Fun.(*ast.SelectorExpr); ok && s.Sel.Name == "Sprintf" {
			var out []piece
			for i, text := range verb.Split(pieces(e.Args[0])[0].text, -1) {
				if i > 0 {
					out = append(out, piece{"", false})
				}
				out = append(out, piece{text, true})
			}
			return out
		}
	}
	return []piece{{"", false}}
}

func join(pieces []piece) string {
	var b strings.Builder
	for _, p := range pieces {
		b.WriteString(p.text)
	}
	return b.String()
}

// read collects what one file asks for.
func (u *uses) read(f *file, known map[string][]carrier) {
	ast.Inspect(f.tree, func(n ast.Node) bool {
		if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
			if text, err := strconv.Unquote(lit.Value); err == nil && text != "" {
				u.literals[text] = f.path
			}
		}
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		for _, c := range callee(call, known) {
			pieces := key(call, c)
			open := slices.ContainsFunc(pieces, func(p piece) bool { return !p.literal })
			switch {
			case pieces == nil:
			case !open:
				u.asked = append(u.asked, asked{join(pieces), f.path, c.number, filled(call, c)})
			case slices.ContainsFunc(pieces, func(p piece) bool { return p.literal && p.text != "" }):
				u.patterns = append(u.patterns, compile(pieces, f.path))
			}
		}
		return true
	})
}

func compile(pieces []piece, at string) pattern {
	written, expr := "", ""
	for _, p := range pieces {
		if p.literal {
			written, expr = written+p.text, expr+regexp.QuoteMeta(p.text)
		} else {
			written, expr = written+"…", expr+`([\w-]+)`
		}
	}
	return pattern{written, at, regexp.MustCompile("^" + expr + "$")}
}

// filled are the gaps that a call of T or N fills, where all their names can be seen.
func filled(call *ast.CallExpr, c carrier) []string {
	if !c.direct || call.Ellipsis.IsValid() {
		return nil
	}
	out, from := []string{}, 1
	if c.number {
		out, from = append(out, "n"), 2
	}
	for i := from; i < len(call.Args); i += 2 {
		name := pieces(call.Args[i])
		if !name[0].literal || len(name) > 1 {
			return nil
		}
		out = append(out, name[0].text)
	}
	return out
}
