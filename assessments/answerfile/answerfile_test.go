package answerfile_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"maps"
	"math/big"
	"os"
	"slices"
	"strings"
	"testing"

	"nivel/assessments"
	"nivel/assessments/answerfile"
	"nivel/assessments/content"
	"nivel/assessments/house/shipped"
)

// library has the built-in model and one whose grid has rows named like the long form's keys.
func library(t testing.TB) *content.Library {
	t.Helper()
	lib := *shipped.Library()
	if lib.Pack("industry40") == nil {
		t.Fatal("no built-in model")
	}
	odd := assessments.Model{ID: "odd", Version: "2", Paths: []string{"quick"}, Dimensions: []assessments.Dimension{{ID: "d"}},
		Questions: []assessments.Question{
			{ID: "d.grid", Dimension: "d", Kind: assessments.Grid, Values: assessments.Even(6), Rows: []assessments.Row{{ID: "value"}, {ID: "note"}, {ID: "other"}}},
			{ID: "d.plans", Dimension: "d", Kind: assessments.Plans, Rows: []assessments.Row{{ID: "a"}, {ID: "value"}}},
			{ID: "d.again", Dimension: "d", Kind: assessments.Plans, SameAs: "d.plans", Rows: []assessments.Row{{ID: "a"}, {ID: "value"}}},
			{ID: "d.partly", Dimension: "d", Kind: assessments.Partly, Values: assessments.Even(3)},
			{ID: "d.yes", Dimension: "d", Kind: assessments.YesNo},
			{ID: "d.number", Dimension: "d", Kind: assessments.Number, Values: assessments.Even(2), Bands: []*big.Rat{new(big.Rat), big.NewRat(50, 1)},
				Range: assessments.NumberRange{Least: new(big.Rat), Most: big.NewRat(100, 1), Decimals: 2}},
		}}
	lib.Models = append(slices.Clone(lib.Models), content.Pack{Model: odd})
	return &lib
}

func same(f, g *answerfile.File) bool {
	return f.Model == g.Model && f.Version == g.Version && f.Path == g.Path && f.Language == g.Language && f.Date == g.Date &&
		f.Company.Same(g.Company) && maps.Equal(f.Targets, g.Targets) &&
		maps.EqualFunc(f.Answers, g.Answers, assessments.Answer.Equal)
}

func TestSample(t *testing.T) {
	f, err := answerfile.Read(bytes.NewReader(shipped.Data()), library(t))
	if err != nil {
		t.Fatal(err)
	}
	if !f.Company.Sample || f.Company.Name != "Muebles Ejemplo, S.L." || f.Company.People != 24 {
		t.Errorf("company is %+v", f.Company)
	}
	backup := f.Answers["data.backup"]
	if backup.Value.Level != 1 || backup.Relevance != assessments.RelevanceHigh || backup.Note == "" {
		t.Errorf("data.backup is %+v", backup)
	}
	if a := f.Answers["machines.downtime"]; a.Value.Standing != assessments.DontKnow || !a.Flag {
		t.Errorf("machines.downtime is %+v", a)
	}
	if v := f.Answers["machines.tools"].Value.Rows["print3d"]; v.Standing != assessments.NotApplicable {
		t.Errorf("print3d is %+v", v)
	}
	if len(f.Targets) != 0 {
		t.Errorf("targets are %v; the sample takes the suggested ones", f.Targets)
	}
}

// head opens a file for the built-in model on one line; what follows is on line 2.
const head = `{"nivel": 1, "model": "industry40", "version": "2.0",` + "\n"

func answers(s string) string { return head + `"answers": {` + s + `}}` }

// strange answers the odd model.
func strange(s string) string {
	return `{"nivel": 1, "model": "odd", "version": "2",` + "\n" + `"answers": {` + s + `}}`
}

func TestProblems(t *testing.T) {
	lib := library(t)
	for _, c := range []struct {
		name, in string
		line     int
		key      string
		code     string
	}{
		{"empty", " \n", 1, "", "json-empty"},
		{"no JSON", "%PDF-1.7", 1, "", "json-syntax"},
		{"no object", `[]`, 1, "", "json-want-object"},
		{"ends early", head + `"answers": {"direction.plan": 3`, 2, "answers", "json-end"},
		{"open text", head + `"answers": {"direction.plan": "x`, 2, "answers.direction.plan", "json-end"},
		{"comma", head + "\"answers\": {},\n}", 3, "", "json-syntax"},
		{"trailing", answers("") + "\n{}", 3, "", "json-trailing"},
		{"deep", answers(`"direction.plan": ` + strings.Repeat("[", 100_000)), 2, "answers.direction.plan", "answer-kind-ladder"},
		{"deep before the model", `{"answers": {"x": ` + strings.Repeat("[", 100_000), 1, "answers.x", "json-deep"},
		{"twice", answers("\"direction.plan\": 1,\n\"direction.plan\": 2"), 3, "answers.direction.plan", "key-twice"},
		{"row twice", answers(`"machines.tools": {"cad": 1, "cad": 2}`), 2, "answers.machines.tools.cad", "key-twice"},
		{"unknown key", head + `"anwsers": {}, "answers": {}}`, 2, "anwsers", "key-unknown"},
		{"missing key", `{"nivel": 1}`, 1, "", "key-missing"},
		{"format", strings.Replace(answers(""), `"nivel": 1`, `"nivel": 2`, 1), 1, "nivel", "format-unknown"},
		{"format as text", strings.Replace(answers(""), `"nivel": 1`, `"nivel": "1"`, 1), 1, "nivel", "json-want-whole"},
		{"model", strings.Replace(answers(""), `industry40`, `industry50`, 1), 1, "model", "model-unknown"},
		{"model as number", strings.Replace(answers(""), `"industry40"`, `40`, 1), 1, "model", "json-want-text"},
		{"version", strings.Replace(answers(""), `"2.0"`, `"0.9"`, 1), 1, "version", "version-unknown"},
		{"language", head + `"language": "xx", "answers": {}}`, 2, "language", "word-unknown"},
		{"date", head + `"date": "2026-02-30", "answers": {}}`, 2, "date", "date-form"},
		{"question", answers(`"direction.plane": 3`), 2, "answers.direction.plane", "question-unknown"},
		{"level", answers(`"direction.plan": 6`), 2, "answers.direction.plan", "level-range"},
		{"level below", answers(`"direction.plan": -1`), 2, "answers.direction.plan", "level-range"},
		{"level in parts", answers(`"direction.plan": 2.5`), 2, "answers.direction.plan", "answer-kind-ladder"},
		{"level in figures", answers(`"direction.plan": 1e1`), 2, "answers.direction.plan", "level-number"},
		{"level as text", answers(`"direction.plan": "3"`), 2, "answers.direction.plan", "answer-word"},
		{"list for ladder", answers(`"direction.plan": [3]`), 2, "answers.direction.plan", "answer-kind-ladder"},
		{"yes for ladder", answers(`"direction.plan": true`), 2, "answers.direction.plan", "answer-kind-ladder"},
		{"level for condition", answers(`"dii.cloud": 3`), 2, "answers.dii.cloud", "answer-kind-yesno"},
		{"level for grid", answers(`"machines.tools": 3`), 2, "answers.machines.tools", "answer-kind-grid"},
		{"level for list", answers(`"direction.customers": 3`), 2, "answers.direction.customers", "answer-kind-checklist"},
		{"option", answers("\"direction.customers\": [\n\"webside\"]"), 3, "answers.direction.customers", "option-unknown"},
		{"option as number", answers(`"direction.customers": [1]`), 2, "answers.direction.customers", "answer-list"},
		{"exclusive", answers(`"direction.customers": ["none", "social"]`), 2, "answers.direction.customers", "option-exclusive"},
		{"empty list", answers(`"direction.customers": []`), 2, "answers.direction.customers", "answer-empty"},
		{"empty grid", answers(`"machines.tools": {}`), 2, "answers.machines.tools", "answer-empty"},
		{"row", answers("\"machines.tools\": {\"cad\": 3,\n\"cat\": 3}"), 3, "answers.machines.tools.cat", "row-unknown"},
		{"row level", answers("\"machines.tools\": {\"cad\": 3,\n\"cnc\": 7}"), 3, "answers.machines.tools.cnc", "level-range"},
		{"row kind", answers(`"machines.tools": {"cad": true}`), 2, "answers.machines.tools.cad", "row-kind"},
		{"long without value", answers(`"data.backup": {"note": "x"}`), 2, "answers.data.backup", "answer-long"},
		{"long grid without value", answers(`"machines.tools": {"note": "x"}`), 2, "answers.machines.tools", "answer-long"},
		{"relevance", answers(`"data.backup": {"value": 2, "relevance": "very"}`), 2, "answers.data.backup.relevance", "word-unknown"},
		{"empty relevance", answers(`"data.backup": {"value": 2, "relevance": ""}`), 2, "answers.data.backup.relevance", "word-unknown"},
		{"confidence", answers(`"data.backup": {"value": 2, "confidence": "very"}`), 2, "answers.data.backup.confidence", "word-unknown"},
		{"long grid without value, sure", answers(`"machines.tools": {"confidence": "sure"}`), 2, "answers.machines.tools", "answer-long"},
		{"target of what is answered elsewhere", strange(`}, "targets": {"d.again": 2`), 2, "targets.d.again", "dimension-unknown"},
		{"target of a condition", head + `"answers": {}, "targets": {"dii.cloud": 3}}`, 2, "targets.dii.cloud", "dimension-unknown"},
		{"flag", answers(`"data.backup": {"value": 2, "flag": "yes"}`), 2, "answers.data.backup.flag", "json-want-yes"},
		{"long key", answers(`"data.backup": {"value": 2, "nota": "x"}`), 2, "answers.data.backup.nota", "key-unknown"},
		{"people", head + `"company": {"people": -1}, "answers": {}}`, 2, "company.people", "number-negative"},
		{"many people", head + `"company": {"people": 10000001}, "answers": {}}`, 2, "company.people", "number-large"},
		{"half people", head + `"company": {"people": 1.5}, "answers": {}}`, 2, "company.people", "json-want-whole"},
		{"name", head + `"company": {"name": 5}, "answers": {}}`, 2, "company.name", "json-want-text"},
		{"trade in words", head + `"company": {"nace": "furniture"}, "answers": {}}`, 2, "company.nace", "nace-form"},
		{"trade as number", head + `"company": {"nace": 31}, "answers": {}}`, 2, "company.nace", "json-want-text"},
		{"sector", head + `"company": {"sector": "furniture"}, "answers": {}}`, 2, "company.sector", "key-unknown"},
		{"path", head + `"path": "long", "answers": {}}`, 2, "path", "word-unknown"},
		{"plans", answers(`"direction.invest": {"design": 4}`), 2, "answers.direction.invest.design", "level-range"},
		{"level for plans", answers(`"direction.invest": 2`), 2, "answers.direction.invest", "answer-kind-plans"},
		{"number", strange(`"d.number": 100.5`), 2, "answers.d.number", "number-range"},
		{"number in parts", strange(`"d.number": 12.345`), 2, "answers.d.number", "number-decimals"},
		{"yes for number", strange(`"d.number": true`), 2, "answers.d.number", "answer-kind-number"},
		{"partly", strange(`"d.partly": 3`), 2, "answers.d.partly", "level-range"},
		{"yes for partly", strange(`"d.partly": true`), 2, "answers.d.partly", "answer-kind-partly"},
		{"answered elsewhere", strange(`"d.again": {"a": 1}`), 2, "answers.d.again", "question-unknown"},
		{"figure", head + `"company": {"figures": {"ordres": 5}}, "answers": {}}`, 2, "company.figures.ordres", "key-unknown"},
		{"company", head + `"company": [], "answers": {}}`, 2, "company", "json-want-object"},
		{"target", head + `"answers": {}, "targets": {"data": 6}}`, 2, "targets.data", "level-range"},
		{"target of nothing", head + `"answers": {}, "targets": {"date": 3}}`, 2, "targets.date", "dimension-unknown"},
		{"first in file order", answers("\"direction.plan\": 9,\n\"direction.plan\": 2,\n\"x\": 1,"), 2, "answers.direction.plan", "level-range"},
		{"many values", head + `"answers": {"direction.customers": [` + strings.Repeat("1,", 200_000) + `1]}}`, 2, "answers.direction.customers", "answer-list"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := answerfile.Read(strings.NewReader(c.in), lib)
			var p *answerfile.Problem
			if !errors.As(err, &p) {
				t.Fatalf("got %v, want a Problem", err)
			}
			if p.Line != c.line || p.Key != c.key || p.Fault.Code != c.code {
				t.Errorf("got line %d, %q, %v; want line %d, %q, %s", p.Line, p.Key, p.Fault, c.line, c.key, c.code)
			}
			for name, arg := range p.Fault.Args {
				if len([]rune(arg)) > 200 || strings.ContainsAny(arg, "\n\x1b") {
					t.Errorf("gap %s is filled with %q", name, arg)
				}
			}
		})
	}
}

func TestKnownNamesAreNamed(t *testing.T) {
	_, err := answerfile.Read(strings.NewReader(strings.Replace(answers(""), "2.0", "7", 1)), library(t))
	var p *answerfile.Problem
	if !errors.As(err, &p) || p.Fault.Args["known"] != "2.0, 1.0" || p.Fault.Args["version"] != "7" {
		t.Errorf("got %v", err)
	}
}

func TestFormsOfAnAnswer(t *testing.T) {
	in := "\ufeff" + answers(`"direction.plan": {"value": null, "note": "later"}, "orders.quote": null,
		"machines.tools": {"value": {"cad": 4, "cnc": "unknown", "erp": null}, "relevance": "some"}, "dii.cloud": {"value": "na"}`)
	f, err := answerfile.Read(strings.NewReader(in), library(t))
	if err != nil {
		t.Fatal(err)
	}
	if len(f.Answers) != 3 || f.Answers["direction.plan"].Note != "later" || len(f.Answers["machines.tools"].Value.Rows) != 2 {
		t.Errorf("got %+v", f.Answers)
	}
	odd := `{"nivel": 1, "model": "odd", "version": "2", "answers": {"d.grid": %s}}`
	for short, rows := range map[string]int{`{"value": {"value": 3, "note": 2}}`: 2, `{"value": {"value": 3}, "note": "x"}`: 1, `{"note": 1}`: 1, `{"value": "na", "note": "x"}`: 0} {
		f, err := answerfile.Read(strings.NewReader(fmt.Sprintf(odd, short)), library(t))
		if err != nil || len(f.Answers["d.grid"].Value.Rows) != rows {
			t.Errorf("%s: %v, %v", short, f, err)
		}
	}
}

// endless counts what is taken from it.
type endless struct{ taken int }

func (e *endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = ' '
	}
	e.taken += len(p)
	return len(p), nil
}

func TestReadsNoMoreThanTheLimit(t *testing.T) {
	in := &endless{}
	_, err := answerfile.Read(in, library(t))
	var p *answerfile.Problem
	if !errors.As(err, &p) || p.Fault.Code != "file-large" {
		t.Fatalf("got %v", err)
	}
	if in.taken > 2*answerfile.SizeLimit {
		t.Errorf("took %d bytes", in.taken)
	}
}

func TestReaderThatFails(t *testing.T) {
	_, err := answerfile.Read(io.MultiReader(strings.NewReader(head), failing{}), library(t))
	if !errors.Is(err, os.ErrClosed) {
		t.Errorf("got %v", err)
	}
}

type failing struct{}

func (failing) Read([]byte) (int, error) { return 0, os.ErrClosed }
