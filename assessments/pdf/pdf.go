// Package pdf writes a report as PDF: it decides where things stand on paper, never what they say.
//
// The rule: this is the only package that imports gofpdf, and everything that is known about that
// library stays behind this door. Text is cleaned once (see cleaner), a panic inside the library
// becomes an error, the first error ends the report and names its section, and the same report
// gives the same bytes.
package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"time"

	"nivel/assessments/figure"
	"nivel/assessments/report"
)

// Icon is a drawing on a grid of 24: SVG path data that is stroked, and path data that is filled.
type Icon struct{ Stroke, Fill string }

// Fonts are the faces and drawings of a report. The faces are TrueType files with outlines of the
// glyf kind; all three must be there. An icon that is not in Icons is left out.
type Fonts struct {
	Regular, SemiBold, Italic []byte
	Icons                     map[string]Icon
}

// producer is fixed, so that the same report gives the same bytes wherever it is written.
const producer = "Nivel"

// writer lays out one report, page by page from top to bottom.
type writer struct {
	canvas
	r         *report.Report
	section   string  // printed in the page head
	y         float64 // where the next thing goes, from the top of the page
	page      int     // its number, from 1
	ease      float64 // 1 as usual, less where things are set closer to stay on one page
	repeat    func()  // draws what stands again at the top of a further page, such as a table head
	onBreak   func()  // closes what is open at the foot of a page, such as the outline of a card
	images    int     // how many have been placed
	afterArea bool    // the section before was an area, on this page
}

// Write makes the PDF of r.
func Write(r *report.Report, f Fonts) ([]byte, error) {
	if r == nil {
		return nil, errors.New("pdf: no report")
	}
	return lay(r, f, func(w *writer, _ *cleaner) []section { return w.contents() })
}

// lay lays out what has these sections, under the head and foot of a report.
func lay(head *report.Report, f Fonts, sections func(*writer, *cleaner) []section) (_ []byte, err error) {
	name := "start"
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("pdf: section %q: %v", name, p)
		}
	}()
	set, err := newFontSet(f)
	if err != nil {
		return nil, fmt.Errorf("pdf: %w", err)
	}
	clean := newCleaner(set)
	w := &writer{r: cleaned(clean, head), ease: 1, canvas: newCanvas(set, palette(head), f.Icons)}
	all := sections(w, clean)
	w.reorder = clean.rightToLeft
	w.describe()
	for _, s := range all {
		name = s.name
		s.draw()
		if err := w.failed(); err != nil {
			return nil, fmt.Errorf("pdf: section %q: %w", name, err)
		}
	}
	name = "foot"
	if w.pdf.PageCount() == 0 {
		w.newPage("")
	}
	w.feet()
	name = "output"
	var out bytes.Buffer
	if err := w.pdf.Output(&out); err != nil {
		return nil, fmt.Errorf("pdf: section %q: %w", name, err)
	}
	return setLanguage(out.Bytes(), w.r.Language), nil
}

// section is a part of the report with the name that stands in errors.
type section struct {
	name string
	draw func()
}

// contents lists the sections that the report has.
func (w *writer) contents() []section {
	var out []section
	r := w.r
	if r.Cover != nil {
		out = append(out, section{"cover", func() { w.cover(r.Cover) }})
	}
	if r.Profile != nil {
		out = append(out, section{"profile", func() { w.profile(r.Profile) }})
	}
	if r.Comparison != nil {
		out = append(out, section{"comparison", func() { w.comparison(r.Comparison) }})
	}
	if r.Sheet != nil {
		out = append(out, section{"sheet", func() { w.sheet(r.Sheet) }})
	}
	if r.Plan != nil {
		out = append(out, section{"plan", func() { w.plan(r.Plan) }})
	}
	for i := range r.Areas {
		out = append(out, section{"area " + r.Areas[i].Name, func() { w.area(&r.Areas[i]) }})
	}
	if r.Differences != nil {
		out = append(out, section{"differences", func() { w.differences(r.Differences) }})
	}
	if r.Clarify != nil {
		out = append(out, section{"clarify", func() { w.clarify(r.Clarify) }})
	}
	if r.Evidence != nil {
		out = append(out, section{"evidence", func() { w.evidence(r.Evidence) }})
	}
	if r.Practices != nil {
		out = append(out, section{"practices", func() { w.practices(r.Practices) }})
	}
	if r.Annex != nil {
		out = append(out, section{"annex", func() { w.annex(r.Annex) }})
	}
	if r.Method != nil {
		out = append(out, section{"method", func() { w.method(r.Method) }})
	}
	if r.Blank != nil {
		out = append(out, section{"blank", func() { w.blank(r.Blank) }})
	}
	if r.Letter != nil {
		out = append(out, section{"letter", func() { w.letter(r.Letter) }})
	}
	return out
}

func palette(r *report.Report) figure.Palette {
	if r.Grey {
		return figure.Grey
	}
	return figure.Print
}

// describe sets what stands in the document's properties. The report's date is its only clock.
func (w *writer) describe() {
	day, err := time.Parse(time.DateOnly, w.r.Date)
	if err != nil {
		day = time.Unix(0, 0).UTC()
	}
	w.pdf.SetCreationDate(day)
	w.pdf.SetModificationDate(day)
	w.pdf.SetTitle(oneLine(w.r.Title), true)
	w.pdf.SetAuthor(oneLine(w.r.Author), true)
	w.pdf.SetSubject(oneLine(w.r.Subject), true)
	w.pdf.SetCreator(oneLine(w.r.Brand), true)
	var words []string
	add := func(s string) {
		if s = oneLine(s); s != "" {
			words = append(words, s)
		}
	}
	add(w.r.Brand)
	if c := w.r.Cover; c != nil {
		add(c.Kicker)
		for _, a := range c.Areas {
			add(a.Name)
		}
	}
	w.pdf.SetKeywords(strings.Join(words, ", "), true)
}

// noFiles is what gofpdf writes into every catalog: an empty list of embedded files.
const noFiles = "/Names <<\n/EmbeddedFiles << /Names [\n  \n] >>\n>>"

// setLanguage names the document's language, which gofpdf cannot. It takes the place of noFiles,
// byte for byte, so that every offset in the file stays right and no reader warns of attachments.
func setLanguage(b []byte, language string) []byte {
	start := bytes.LastIndex(b, []byte(noFiles))
	if start < 0 {
		return b
	}
	entry := ""
	if isTag(language) {
		entry = "/Lang (" + language + ")"
	}
	copy(b[start:], entry+strings.Repeat(" ", len(noFiles)-len(entry)))
	return b
}

// isTag says whether s looks like a language tag, such as "es" or "sr-Latn".
func isTag(s string) bool {
	for _, c := range s {
		if c != '-' && (c < '0' || c > '9') && (c < 'A' || c > 'Z') && (c < 'a' || c > 'z') {
			return false
		}
	}
	return s != "" && len(s) <= 16
}
