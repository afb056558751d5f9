package region_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"pgregory.net/rapid"

	"nivel/assessments"
	"nivel/assessments/house/generated"
	"nivel/assessments/house/shipped"
	"nivel/assessments/region"
	"nivel/assessments/rounds"
	"nivel/assessments/texts"
	"nivel/assessments/views"
	"nivel/assets"
)

// closed are all words that may stand in a contribution to some model.
func closed(m *assessments.Model) map[string]bool {
	out := map[string]bool{"": true, "na": true, "unknown": true, "yes": true, "no": true, "micro": true,
		"small": true, "medium": true, "large": true, m.ID: true, m.Version: true}
	for _, list := range [][]string{m.Paths, {"contribution", "firm", "round", "model", "version", "path", "sector", "size", "region", "place", "month", "made", "sample", "answers", "index", "sum"}} {
		for _, w := range list {
			out[w] = true
		}
	}
	for _, r := range shipped.Library().Regions {
		out[r.ID] = true
		for _, p := range r.Places {
			out[p.ID] = true
		}
	}
	for _, s := range shipped.Library().Sectors {
		out[s.ID] = true
	}
	for _, q := range m.Questions {
		out[q.ID] = true
		for _, o := range q.Options {
			out[o.ID] = true
		}
		for _, r := range q.Rows {
			out[r.ID] = true
		}
	}
	for _, x := range m.Index.Conditions {
		out[x.ID] = true
	}
	return out
}

var formed = regexp.MustCompile(`^([0-9a-f]{32}|[0-9a-f]{64}|20[0-9]{2}-[01][0-9])$`)

// texts of a JSON document: keys and values.
func words(v any, out *[]string) {
	switch v := v.(type) {
	case string:
		*out = append(*out, v)
	case []any:
		for _, x := range v {
			words(x, out)
		}
	case map[string]any:
		for k, x := range v {
			*out = append(*out, k)
			words(x, out)
		}
	}
}

// A contribution of any firm has only words of closed lists, nothing of the firm itself, comes back as
// it was, and gives the score that the firm has.
func TestContributionNamesNobody(t *testing.T) {
	lib := shipped.Library()
	schema, err := jsonschema.NewCompiler().Compile("../../docs/contribution.schema.json")
	ok(t, err)
	placed, numbers := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		for _, d := range generated.Dossiers(generated.Options{Seed: rapid.Uint64().Draw(t, "seed"), Firms: 3, Now: now}) {
			free := rapid.StringMatching(`[A-Z][a-z]{5} [a-z]{4,9}`).Draw(t, "free")
			d.Company.Contact, d.Company.Tags = free+" contact", append(d.Company.Tags, free+" tag")
			firm := region.NewFirm()
			for i := range d.Rounds {
				r := &d.Rounds[i]
				for k := range r.Ratings {
					r.Ratings[k].By, r.Ratings[k].Answer.Note = free+" by", free+" note"
				}
				c, err := region.Of(&d, r, firm, lib, now)
				if err != nil {
					t.Fatal(err)
				}
				data := c.Bytes()
				m := &lib.Version(c.Model, c.Version).Model
				var doc any
				if err := json.Unmarshal(data, &doc); err != nil {
					t.Fatal(err)
				}
				if err := schema.Validate(doc); err != nil {
					t.Fatalf("%v\n%s", err, data)
				}
				var all []string
				words(doc, &all)
				may := closed(m)
				for _, w := range all {
					if !may[w] && !formed.MatchString(w) {
						t.Fatalf("%q is of no closed list\n%s", w, data)
					}
				}
				for _, own := range []string{d.Company.ID, d.Company.Name, free, r.Assessment.ID} {
					if bytes.Contains(data, []byte(own)) {
						t.Fatalf("%q stands in\n%s", own, data)
					}
				}
				for _, q := range m.Questions {
					if v, there := c.Answers[q.ID]; there && q.Kind == assessments.Number && v.Standing == assessments.Given {
						numbers++
						if !isBand(&q, v) {
							t.Fatalf("%s is %v, not the beginning of a band", q.ID, v)
						}
					}
				}
				back, err := region.Read(bytes.NewReader(data), lib)
				if err != nil || !reflect.DeepEqual(back, c) {
					t.Fatalf("read back as %+v, %v\nfrom %s", back, err, data)
				}
				if c.Place != "" {
					placed++
				}
				then := r.Assessment.Then(d.Company)
				own := rounds.Round{Assessment: r.Assessment, Model: m, Answers: views.Agreed(r.Ratings), Size: then.Size(), Sector: lib.Sector(then.NACE)}
				theirs := own
				theirs.Answers = assessments.Answers{}
				for id, v := range back.Answers {
					theirs.Answers[id] = assessments.Answer{Value: v}
				}
				a, b := own.Result(), theirs.Result()
				if !reflect.DeepEqual(a.Overall.Value, b.Overall.Value) || a.Overall.Counts != b.Overall.Counts {
					t.Fatalf("the firm has %v, its contribution %v", a.Overall, b.Overall)
				}
			}
		}
	})
	if placed == 0 || numbers == 0 {
		t.Errorf("%d with a place, %d numbers", placed, numbers)
	}
}

func isBand(q *assessments.Question, v assessments.Value) bool {
	for _, b := range q.Bands {
		if b.Cmp(v.Rat()) == 0 {
			return true
		}
	}
	return false
}

// example is a contribution of a generated firm.
func example(t testing.TB) *region.Contribution {
	t.Helper()
	for _, d := range generated.Dossiers(generated.Options{Seed: 3, Firms: 40, Now: now}) {
		if n := len(d.Rounds); n > 0 && d.Company.Place == "Yecla" && d.Company.NACE != "" && d.Company.People > 0 {
			c, err := region.Of(&d, &d.Rounds[n-1], region.NewFirm(), shipped.Library(), now)
			ok(t, err)
			return c
		}
	}
	t.Fatal("no firm of Yecla")
	return nil
}

// Every value of the file stands in the preview.
func TestPreview(t *testing.T) {
	c := example(t)
	all, err := texts.Load(assets.Translations, []string{"es", "en"})
	ok(t, err)
	for _, lang := range []string{"es", "en"} {
		lines := c.Preview(all[lang], shipped.Library())
		if want := 12 + len(c.Answers) + len(c.Index); len(lines) < want-1 || len(lines) > want {
			t.Errorf("%d lines for %d answers and %d conditions", len(lines), len(c.Answers), len(c.Index))
		}
		for _, l := range lines {
			if l.Part == "" || l.Name == "" || l.Says == "" {
				t.Errorf("%s: an empty line %+v", lang, l)
			}
		}
	}
}

// Whatever is changed in a file is refused with the sentence for it.
func TestBadFiles(t *testing.T) {
	c := example(t)
	data := string(c.Bytes())
	again := func(change func(*region.Contribution)) string {
		d := *c
		d.Answers, d.Index = maps.Clone(c.Answers), maps.Clone(c.Index)
		change(&d)
		return string(d.Bytes())
	}
	for _, x := range []struct{ code, data string }{
		{"", data}, {"", strings.ReplaceAll(data, "\n", "\r\n")}, {"", "\ufeff" + data},
		{"contribution-form", ""}, {"contribution-form", "hello"}, {"contribution-form", "{}"}, {"contribution-form", "[1]"}, {"contribution-form", data[:len(data)/2]}, {"contribution-form", data + "{}"},
		{"contribution-large", data + strings.Repeat(" ", region.FileLimit)},
		{"contribution-twice", strings.Replace(data, `"round"`, `"firm": "x", "round"`, 1)},
		{"contribution-key", strings.Replace(data, `"round"`, `"name": "Muebles", "round"`, 1)},
		{"contribution-key", strings.Replace(data, `"round"`, `"ROUND"`, 1)},
		{"contribution-newer", strings.Replace(data, `"contribution": 1`, `"contribution": 2`, 1)},
		{"contribution-sum", strings.Replace(data, c.Month, "2019-01", 1)},
		{"contribution-value", again(func(d *region.Contribution) { d.Firm = "Muebles Ejemplo" })},
		{"contribution-value", again(func(d *region.Contribution) { d.Sector = "Muebles" })},
		{"contribution-value", again(func(d *region.Contribution) { d.Size = "tiny" })},
		{"contribution-value", again(func(d *region.Contribution) { d.Place = "Calle Mayor 3" })},
		{"contribution-value", again(func(d *region.Contribution) { d.Month = "2026-11-23" })},
		{"contribution-value", again(func(d *region.Contribution) { d.Made = "2026-13" })},
		{"contribution-value", again(func(d *region.Contribution) { d.Path = "long" })},
		{"contribution-round", again(func(d *region.Contribution) { d.Round = 1000 })},
		{"contribution-model", again(func(d *region.Contribution) { d.Version = "9" })},
		{"contribution-question", again(func(d *region.Contribution) { d.Answers["owner.name"] = assessments.AtLevel(1) })},
		{"contribution-answer", again(func(d *region.Contribution) {
			d.Answers[slices.Sorted(maps.Keys(d.Answers))[0]] = assessments.AtLevel(99)
		})},
		{"contribution-index", again(func(d *region.Contribution) { d.Index = nil })},
	} {
		back, err := region.Read(strings.NewReader(x.data), shipped.Library())
		var f *assessments.Fault
		if errors.As(err, &f); x.code == "" && (err != nil || !reflect.DeepEqual(back, c)) || x.code != "" && (f == nil || f.Code != x.code) {
			t.Errorf("want %q, have %v for %.300s", x.code, err, x.data)
		}
	}
	if len(fields(t)) != reflect.TypeFor[region.Contribution]().NumField()+2 {
		t.Error("the schema does not name the fields of a contribution, its format and its sum")
	}
}

func fields(t *testing.T) map[string]any {
	data, err := os.ReadFile("../../docs/contribution.schema.json")
	ok(t, err)
	var schema struct{ Properties map[string]any }
	ok(t, json.Unmarshal(data, &schema))
	return schema.Properties
}

// written writes contributions as files and gives their paths.
func written(t testing.TB, all ...*region.Contribution) []string {
	t.Helper()
	dir := t.TempDir()
	var out []string
	for i, c := range all {
		path := filepath.Join(dir, fmt.Sprintf("%05d%s", i, region.Ending))
		ok(t, c.Write(path))
		out = append(out, path)
	}
	return out
}

var fence = regexp.MustCompile("(?s)```json\n(.*?)```")

// The example of the documentation is a contribution that is read.
func TestDocumentedContribution(t *testing.T) {
	data, err := os.ReadFile("../../docs/contribution-format.md")
	ok(t, err)
	c, err := region.Read(bytes.NewReader(fence.FindSubmatch(data)[1]), shipped.Library())
	if err != nil || len(c.Answers) < 4 {
		t.Errorf("%+v, %v", c, err)
	}
}
