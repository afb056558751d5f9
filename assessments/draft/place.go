package draft

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"

	"nivel/assessments"
	"nivel/assessments/content"
)

// Thing is what a form is about.
type Thing string

// The things.
const (
	Whole     Thing = "model"
	Levels    Thing = "levels"
	Dimension Thing = "dimension"
	Part      Thing = "part"
	Question  Thing = "question"
)

// Place is a thing of the model, and a field of it: text, weight, level.2, level.2.text, value.2,
// option.shop, row.erp, when. Language is that of a text.
type Place struct {
	Thing    Thing
	ID, Part string // of a dimension or question; of a subdimension
	Field    string
	Language string
}

// Same says whether two places are fields of one thing.
func (p Place) Same(q Place) bool { return p.Thing == q.Thing && p.ID == q.ID && p.Part == q.Part }

// mark is a line of a file and the path of what begins there.
type mark struct {
	line int
	path []any
}

// marks are the paths of a YAML file in the order of its lines.
func marks(data []byte) []mark {
	file, err := parser.ParseBytes(data, 0)
	if err != nil || len(file.Docs) == 0 {
		return nil
	}
	var out []mark
	var walk func(n ast.Node, at []any)
	pair := func(v *ast.MappingValueNode, at []any) (ast.Node, []any) {
		key := v.Key.GetToken()
		at = append(slices.Clone(at), key.Value)
		out = append(out, mark{key.Position.Line, at})
		return v.Value, at
	}
	walk = func(n ast.Node, at []any) {
		switch n := n.(type) {
		case *ast.MappingNode:
			for _, v := range n.Values {
				walk(pair(v, at))
			}
		case *ast.MappingValueNode:
			walk(pair(n, at))
		case *ast.SequenceNode:
			for i, v := range n.Values {
				at := append(slices.Clone(at), i)
				if t := v.GetToken(); t != nil && t.Position != nil {
					out = append(out, mark{t.Position.Line, at})
				}
				walk(v, at)
			}
		}
	}
	walk(file.Docs[0].Body, nil)
	return out
}

// place is where a finding belongs.
func (d *Draft) place(f content.Finding, all []mark) Place {
	name := path.Base(f.File)
	lang, isText := strings.CutPrefix(strings.TrimSuffix(name, ".yaml"), "texts.")
	if !isText {
		lang = ""
	}
	var best []any
	found := 0
	for _, m := range all {
		if m.line <= f.Line && m.line > found {
			found, best = m.line, m.path
		}
	}
	var p Place
	if isText {
		steps := textSteps(best)
		if field := f.Fault.Args["field"]; strings.Contains(field, ".") {
			steps = d.split(field)
		}
		p = d.textPlace(steps)
		p.Language = lang
	} else {
		p = d.structurePlace(best)
	}
	return p
}

func textSteps(at []any) []string {
	out := make([]string, len(at))
	for i, s := range at {
		out[i] = fmt.Sprint(s)
	}
	return out
}

// split takes the name of a text apart, whose ids may have points in them.
func (d *Draft) split(field string) []string {
	m := &d.Pack.Model
	first, rest, _ := strings.Cut(field, ".")
	longest := ""
	for i := range m.Questions {
		if id := m.Questions[i].ID; first == "questions" && (rest == id || strings.HasPrefix(rest, id+".")) && len(id) > len(longest) {
			longest = id
		}
	}
	for i := range m.Dimensions {
		if id := m.Dimensions[i].ID; first == "dimensions" && (rest == id || strings.HasPrefix(rest, id+".")) && len(id) > len(longest) {
			longest = id
		}
	}
	if longest == "" {
		return strings.Split(field, ".")
	}
	out := []string{first, longest}
	kind, rest, ok := strings.Cut(strings.TrimPrefix(strings.TrimPrefix(rest, longest), "."), ".")
	if kind != "" {
		out = append(out, kind)
	}
	if ok && (kind == "options" || kind == "rows" || kind == "subdimensions") {
		if i := strings.LastIndexByte(rest, '.'); i > 0 {
			return append(out, rest[:i], rest[i+1:])
		}
	}
	if ok {
		out = append(out, strings.Split(rest, ".")...)
	}
	return out
}

func at(steps []string, i int) string {
	if i < len(steps) {
		return steps[i]
	}
	return ""
}

// textPlace is the place of a text.
func (d *Draft) textPlace(s []string) Place {
	switch at(s, 0) {
	case "levels":
		return Place{Thing: Levels, Field: joined("level", at(s, 1), strings.TrimPrefix(at(s, 2), "name"))}
	case "dimensions":
		if at(s, 2) == "subdimensions" && at(s, 3) != "" {
			return Place{Thing: Part, ID: at(s, 1), Part: at(s, 3), Field: at(s, 4)}
		}
		if at(s, 2) == "levels" {
			return Place{Thing: Dimension, ID: at(s, 1), Field: joined("level", at(s, 3), "")}
		}
		return Place{Thing: Dimension, ID: at(s, 1), Field: at(s, 2)}
	case "questions":
		p := Place{Thing: Question, ID: at(s, 1), Field: at(s, 2)}
		switch at(s, 2) {
		case "levels", "stages", "options", "rows":
			name := map[string]string{"levels": "level", "stages": "level", "options": "option", "rows": "row"}[at(s, 2)]
			p.Field = joined(name, at(s, 3), strings.TrimPrefix(at(s, 4), "title"))
		}
		return p
	}
	return Place{Thing: Whole, Field: at(s, 0)}
}

// joined are a name and what stands behind it, with points between.
func joined(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), ".")
}

// questionPlace is the place of a path within a question; k is its fourth step as a number.
func questionPlace(q *assessments.Question, s []string, k int) Place {
	p := Place{Thing: Question, ID: q.ID, Field: at(s, 2)}
	switch {
	case at(s, 2) == "values" || at(s, 2) == "stages" || at(s, 2) == "bands":
		p.Field = joined("value", at(s, 3))
	case at(s, 2) == "options" && k >= 0 && k < len(q.Options):
		p.Field = joined("option", q.Options[k].ID)
	case at(s, 2) == "rows" && k >= 0 && k < len(q.Rows):
		p.Field = joined("row", q.Rows[k].ID)
	}
	return p
}

// structurePlace is the place of a path in model.yaml.
func (d *Draft) structurePlace(steps []any) Place {
	m := &d.Pack.Model
	s := textSteps(steps)
	index := func(i int) int {
		if i < len(steps) {
			if n, ok := steps[i].(int); ok {
				return n
			}
		}
		return -1
	}
	i := index(1)
	switch at(s, 0) {
	case "bands":
		return Place{Thing: Levels, Field: joined("value", at(s, 1))}
	case "dimensions":
		if i < 0 || i >= len(m.Dimensions) {
			break
		}
		x := &m.Dimensions[i]
		if k := index(3); at(s, 2) == "subdimensions" && k >= 0 && k < len(x.Subdimensions) {
			return Place{Thing: Part, ID: x.ID, Part: x.Subdimensions[k].ID, Field: at(s, 4)}
		}
		return Place{Thing: Dimension, ID: x.ID, Field: at(s, 2)}
	case "questions":
		if i < 0 || i >= len(m.Questions) {
			break
		}
		return questionPlace(&m.Questions[i], s, index(3))
	}
	return Place{Thing: Whole, Field: at(s, 0)}
}
