package html

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"nivel/assessments/content"
	"nivel/assessments/house/shipped"
	"nivel/assessments/report"
)

// firms are reports of all kinds, by name: hardly anything, much of everything, texts that are none of
// a page's business, grey.
func firms() map[string]*report.Report {
	out := map[string]*report.Report{}
	odd := `<script>alert("x")</script> & "comillas" 'simples' https://a.b/c`
	for _, lang := range content.Languages {
		for name, o := range map[string]struct {
			items, rounds, respondents int
			text                       string
		}{"none": {0, 1, 1, ""}, "some": {4, 3, 3, "Fondos propios."}, "many": {40, 3, 3, odd}} {
			lib, f := shipped.Library(), shipped.Sample()
			in := report.Input{Library: lib, Pack: lib.Pack(f.Model), Path: f.Path, Words: shipped.Words()[lang], Company: f.Company, Targets: f.Targets, Day: shipped.Day, Now: shipped.Day, Grey: name == "many"}
			l := shipped.Live(o.items, o.rounds, o.respondents, o.text)
			in.Plan, in.Ratings, in.Answers, in.Finished = l.Plan, l.Ratings, l.Answers, l.Finished
			for _, r := range l.Rounds {
				in.Rounds = append(in.Rounds, report.Round{Round: r, Pack: in.Pack})
			}
			if name != "none" {
				in.Evidence = shipped.Evidence(5, o.text)
				in.Company.Name += " " + o.text
			}
			out[lang+" "+name] = report.Build(in)
			in.Sections = report.WithClarify
			out[lang+" "+name+" clarify"] = report.Build(in)
		}
	}
	return out
}

func TestPages(t *testing.T) {
	for name, r := range firms() {
		t.Run(name, func(t *testing.T) {
			page, err := Write(r)
			if err != nil {
				t.Fatal(err)
			}
			if again, err := Write(r); err != nil || !bytes.Equal(page, again) {
				t.Errorf("the same report makes other bytes (%v)", err)
			}
			if folder := os.Getenv("HTMLOUT"); folder != "" {
				if err := os.WriteFile(filepath.Join(folder, strings.ReplaceAll(name, " ", "-")+".html"), page, 0o600); err != nil {
					t.Fatal(err)
				}
			}
			doc, err := html.Parse(bytes.NewReader(page))
			if err != nil {
				t.Fatal(err)
			}
			sayAll(t, doc, r)
			soundPage(t, doc)
		})
	}
}

// A form to fill in by hand is none of this package's.
func TestWriteRefuses(t *testing.T) {
	for _, r := range []*report.Report{nil, {Blank: &report.Blank{}}, {Letter: &report.Letter{}}} {
		if _, err := Write(r); err == nil {
			t.Errorf("%+v is written", r)
		}
	}
}

// unsaid are fields that are for pictures or for paper alone.
var unsaid = map[string]bool{"Icon": true, "NextIcon": true, "TagKind": true, "Page": true, "Section": true, "Short": true, "LevelNames": true,
	"Author": true, "Subject": true, "Brand": true, "Date": true, "Language": true, "Months": true, "Labels": true, "JPEG": true}

// sayAll wants every sentence of the report on the page: a field that is added to the report must be
// added to the page.
func sayAll(t *testing.T, doc *html.Node, r *report.Report) {
	said := solid(textOf(doc))
	var walk func(path string, v reflect.Value)
	walk = func(path string, v reflect.Value) {
		switch v.Kind() {
		case reflect.Pointer:
			if !v.IsNil() {
				walk(path, v.Elem())
			}
		case reflect.Struct:
			if table, ok := v.Interface().(report.Table); ok && len(table.Rows) == 0 {
				return // heads of nothing
			}
			if v.Type().PkgPath() != reflect.TypeFor[report.Report]().PkgPath() && v.Type().Name() != "Axis" {
				return // geometry
			}
			for i := range v.NumField() {
				if f := v.Type().Field(i); !unsaid[f.Name] && f.IsExported() {
					walk(path+"."+f.Name, v.Field(i))
				}
			}
		case reflect.Slice:
			for i := range v.Len() {
				walk(fmt.Sprintf("%s[%d]", path, i), v.Index(i))
			}
		case reflect.String:
			if text := solid(v.String()); text != "" && !strings.Contains(said, text) {
				t.Errorf("the page does not say %s: %q", path, v.String())
			}
		}
	}
	walk("", reflect.ValueOf(r))
}

// solid is a text without its spaces, which links and lines break.
func solid(text string) string { return strings.Join(strings.Fields(text), "") }

func spaced(text string) string { return strings.Join(strings.Fields(text), " ") }

// textOf is all that is read out: texts, and what stands for pictures.
func textOf(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode && d.Parent.DataAtom != atom.Style {
			b.WriteString(d.Data + " ")
		}
		for _, a := range d.Attr {
			if a.Key == "aria-label" || a.Key == "alt" {
				b.WriteString(a.Val + " ")
			}
		}
	}
	return b.String()
}

// soundPage looks at what a reader by ear or by keyboard needs, and that nothing comes from elsewhere.
func soundPage(t *testing.T, doc *html.Node) {
	ids, targets, heading, firsts := map[string]bool{}, []string{}, 0, 0
	for d := range doc.Descendants() {
		if d.Type != html.ElementNode {
			continue
		}
		attr := map[string]string{}
		for _, a := range d.Attr {
			attr[a.Key] = a.Val
			if strings.HasPrefix(a.Key, "on") {
				t.Errorf("%s has a script: %s", d.Data, a.Key)
			}
		}
		switch d.Data {
		case "html":
			if attr["lang"] == "" {
				t.Error("the page names no language")
			}
		case "script", "link", "iframe", "object", "form":
			t.Errorf("there is a %s", d.Data)
		case "h1", "h2", "h3", "h4":
			level := int(d.Data[1] - '0')
			if level > heading+1 {
				t.Errorf("%s %q follows a heading of level %d", d.Data, spaced(textOf(d)), heading)
			}
			if heading = level; level == 1 {
				firsts++
			}
			if spaced(textOf(d)) == "" {
				t.Errorf("an empty %s", d.Data)
			}
		case "svg":
			if attr["aria-hidden"] != "true" && (attr["role"] != "img" || attr["aria-label"] == "") {
				t.Errorf("a picture without a text: %v", attr)
			}
		case "img":
			if attr["alt"] == "" || !strings.HasPrefix(attr["src"], "data:image/jpeg;base64,") {
				t.Errorf("a picture with the text %q from %.30q", attr["alt"], attr["src"])
			}
		case "th":
			if attr["scope"] == "" {
				t.Errorf("a head %q of nothing", spaced(textOf(d)))
			}
		case "a":
			if to, ok := strings.CutPrefix(attr["href"], "#"); ok {
				targets = append(targets, to)
			} else if !strings.HasPrefix(attr["href"], "https://") {
				t.Errorf("a link to %q", attr["href"])
			}
		}
		if id := attr["id"]; id != "" {
			if ids[id] {
				t.Errorf("two elements are %q", id)
			}
			ids[id] = true
		}
	}
	if firsts != 1 {
		t.Errorf("%d headings of level 1", firsts)
	}
	for _, to := range targets {
		if !ids[to] {
			t.Errorf("the contents lead to %q, which is not there", to)
		}
	}
}
