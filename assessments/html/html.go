// Package html writes a report as one page for a browser: readable by a screen reader, printable,
// and whole in a single file.
//
// The rule: the page holds everything it needs and asks for nothing from anywhere; headings follow
// each other in order, tables name their columns, every picture has its text. It says what the report
// says and nothing else. The same report gives the same bytes.
package html

import (
	"bytes"
	"embed"
	"encoding/base64"
	"errors"
	"fmt"
	"html/template"
	"strings"

	"nivel/assessments/figure"
	"nivel/assessments/report"
)

//go:embed look.css templates/*.tmpl
var files embed.FS

// Write makes the page of r.
func Write(r *report.Report) ([]byte, error) {
	if r == nil {
		return nil, errors.New("html: no report")
	}
	if r.Blank != nil || r.Letter != nil {
		return nil, errors.New("html: what is filled in or signed by hand is written as PDF")
	}
	style, err := files.ReadFile("look.css")
	if err != nil {
		return nil, err
	}
	page, err := template.New("whole.tmpl").Funcs(functions).ParseFS(files, "templates/*.tmpl")
	if err != nil {
		return nil, fmt.Errorf("html: %w", err)
	}
	var b bytes.Buffer
	err = page.Execute(&b, struct {
		*report.Report
		Style    template.CSS
		Contents []Chapter
	}{r, template.CSS(colours(r) + string(style)), contents(r)})
	if err != nil {
		return nil, fmt.Errorf("html: %w", err)
	}
	return b.Bytes(), nil
}

// Chapter is a line of the table of contents.
type Chapter struct{ ID, Title string }

// contents are the chapters that the report has, in the order in which they stand.
func contents(r *report.Report) []Chapter {
	var out []Chapter
	add := func(is bool, id, title string) {
		if is {
			out = append(out, Chapter{id, title})
		}
	}
	if r.Profile != nil {
		add(true, "profile", r.Profile.Title)
	}
	if r.Comparison != nil {
		add(true, "comparison", r.Comparison.Title)
	}
	if r.Sheet != nil {
		add(true, "sheet", r.Sheet.Title)
	}
	if r.Plan != nil {
		add(true, "plan", r.Plan.Title)
	}
	for i := range r.Areas {
		add(true, areaID(i), r.Areas[i].Name)
	}
	if r.Differences != nil {
		add(true, "differences", r.Differences.Title)
	}
	if r.Clarify != nil {
		add(true, "clarify", r.Clarify.Title)
	}
	if r.Evidence != nil {
		add(true, "evidence", r.Evidence.Title)
	}
	if r.Practices != nil {
		add(true, "practices", r.Practices.Title)
	}
	if r.Annex != nil {
		add(true, "annex", r.Annex.Title)
	}
	if r.Method != nil {
		add(true, "method", r.Method.Title)
	}
	return out
}

func areaID(i int) string { return fmt.Sprintf("area-%d", i+1) }

// functions are what the templates draw with.
var functions = template.FuncMap{
	"area":    areaID,
	"bar":     bar,
	"vial":    vial,
	"radar":   radar,
	"band":    band,
	"trend":   trend,
	"timebar": timebar,
	"boxes":   boxes,
	"picture": func(p report.Picture) template.URL {
		return template.URL("data:image/jpeg;base64," + base64.StdEncoding.EncodeToString(p.JPEG))
	},
	"numeric": func(t report.Table, i int) bool { return i < len(t.Numeric) && t.Numeric[i] },
	"linked":  linked,
}

// colours are the tokens as variables: those of paper where it is printed, of the screen else; without
// colour where the report is.
func colours(r *report.Report) string {
	if r.Grey {
		return variables(":root", figure.Grey)
	}
	return variables(":root", figure.Print) +
		"@media screen and (prefers-color-scheme: dark) {" + variables(":root", figure.Dark) + "}\n"
}

// linked sets an address in a text as a link: the texts name pages as "europapress.es/…".
func linked(text string) template.HTML {
	var b strings.Builder
	for i, word := range strings.Split(text, " ") {
		if i > 0 {
			b.WriteByte(' ')
		}
		bare := strings.Trim(word, "().,;")
		if !isAddress(bare) {
			b.WriteString(template.HTMLEscapeString(word))
			continue
		}
		before, after, _ := strings.Cut(word, bare)
		fmt.Fprintf(&b, `%s<a href="https://%s" rel="noreferrer">%s</a>%s`, template.HTMLEscapeString(before), template.HTMLEscapeString(bare), template.HTMLEscapeString(bare), template.HTMLEscapeString(after))
	}
	return template.HTML(b.String())
}

// isAddress says whether a word is a bare address with a path, as sources have it.
func isAddress(word string) bool {
	host, path, ok := strings.Cut(word, "/")
	if !ok || path == "" || !strings.Contains(host, ".") || strings.ContainsAny(word, "<>\"'\\@") {
		return false
	}
	for _, c := range host {
		if c != '.' && c != '-' && (c < 'a' || c > 'z') && (c < '0' || c > '9') {
			return false
		}
	}
	return !strings.HasPrefix(host, ".") && !strings.HasSuffix(host, ".")
}
