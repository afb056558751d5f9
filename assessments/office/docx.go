package office

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"nivel/assessments/document"
	"nivel/assessments/figure"
)

// WriteDOCX writes a paper as an editable document (ECMA-376 transitional): real styles for title and
// headings, lists, tables whose head stands again on each page and whose rows are never split, numbered
// pages. Pictures become tables with the same numbers. The same document gives the same bytes. Texts
// are cut at nothing; signs that XML does not have are left out.
func WriteDOCX(w io.Writer, d *document.Document) error {
	if d == nil {
		return errors.New("docx: no document")
	}
	body := &docx{d: d}
	if err := body.all(); err != nil {
		return err
	}
	z := zip.NewWriter(w)
	for _, part := range []struct{ name, content string }{
		{"[Content_Types].xml", docxTypes}, {"_rels/.rels", docxRoot}, {"docProps/core.xml", body.core()}, {"docProps/app.xml", docxApp},
		{"word/document.xml", body.whole()}, {"word/_rels/document.xml.rels", docxParts}, {"word/styles.xml", body.styles()},
		{"word/numbering.xml", body.numbering()}, {"word/settings.xml", docxSettings}, {"word/footer1.xml", body.foot()}, {"word/header1.xml", body.head()},
	} {
		f, err := z.CreateHeader(&zip.FileHeader{Name: part.name, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)})
		if err != nil {
			return err
		}
		if _, err := io.WriteString(f, xml.Header+part.content); err != nil {
			return err
		}
	}
	return z.Close()
}

// docx is the body as it grows.
type docx struct {
	d     *document.Document
	b     strings.Builder
	lists int // numbered ones, each of which counts from 1
	next  string
}

// textWidth is the width between the margins in twentieths of a point: 210 mm less twice 20 mm.
const textWidth = 9638

func (x *docx) all() error {
	x.para("Title", x.d.Title)
	if x.d.About != "" {
		x.para("Subtitle", x.d.About)
	}
	if x.d.Lead != "" {
		x.para("Lead", x.d.Lead)
	}
	if x.d.Sample != "" {
		x.para("Notice", "**"+x.d.Sample+"**")
	}
	for i, b := range x.d.Blocks {
		if err := x.block(b); err != nil {
			return fmt.Errorf("docx: block %d: %w", i+1, err)
		}
	}
	return nil
}

func (x *docx) block(b document.Block) error {
	switch b := b.(type) {
	case document.Heading:
		if b.NewPage {
			x.next = `<w:pageBreakBefore/>`
		}
		x.para(fmt.Sprintf("Heading%d", min(max(b.Level, 1), 3)), b.Text)
	case document.Text:
		if b.Small {
			x.para("Small", b.Text)
		} else {
			x.para("", b.Text)
		}
	case document.List:
		x.list(b)
	case document.Facts:
		var rows [][]string
		for _, f := range b {
			text := f.Text
			if strings.TrimSpace(text) == "" {
				text = "–"
			}
			rows = append(rows, []string{"**" + plainStars(f.Name) + "**", text})
		}
		x.table(table{rows: rows, shares: []float64{28, 72}, plain: true})
	case document.Fields:
		for _, f := range b {
			x.next = `<w:keepNext/>`
			x.para("", "**"+plainStars(f.Name)+"**")
			if f.Text != "" {
				x.para("", f.Text)
			}
			if f.Text == "" || f.Lines > 0 {
				for range max(f.Lines, 1) {
					x.para("WriteHere", "")
				}
			}
		}
	case document.Table:
		x.caption(b.Caption)
		x.table(table{heads: b.Heads, rows: b.Rows, shares: b.Shares, right: b.Right, height: b.Height, total: b.Total})
	case document.Heat:
		x.heat(b)
	case document.Bars:
		x.caption(b.Caption)
		var rows [][]string
		for _, i := range b.Items {
			rows = append(rows, []string{i.Name, barOf(i.Part), i.Text})
		}
		x.table(table{rows: rows, shares: []float64{52, 30, 18}, right: []bool{false, false, true}, plain: true})
	case document.Notice:
		if b.Title != "" {
			x.next = `<w:keepNext/>`
			x.para("Notice", "**"+plainStars(b.Title)+"**")
		}
		x.para("Notice", b.Text)
	case document.Signatures:
		for i := 0; i < len(b); i += 2 {
			x.para("WriteHere", "")
			row := []string{b[i], ""}
			if i+1 < len(b) {
				row[1] = b[i+1]
			}
			x.table(table{rows: [][]string{row}, shares: []float64{50, 50}, plain: true, sign: true})
		}
	case document.Break:
		x.b.WriteString(`<w:p><w:r><w:br w:type="page"/></w:r></w:p>`)
	default:
		return fmt.Errorf("a block of type %T is not known", b)
	}
	return nil
}

// plainStars keeps a name from ending the bold that it stands in.
func plainStars(text string) string { return strings.ReplaceAll(text, "**", "*") }

// barOf is a length in signs, of twenty.
func barOf(part float64) string {
	if !(part > 0) {
		part = 0
	}
	n := int(min(part, 1)*20 + 0.5)
	return strings.Repeat("█", n) + strings.Repeat("░", 20-n)
}

// para is a paragraph of a style; two stars set words in bold.
func (x *docx) para(style, text string) {
	x.b.WriteString("<w:p>")
	x.props(style, "")
	x.runs(text, "")
	x.b.WriteString("</w:p>")
}

func (x *docx) props(style, more string) {
	own := ""
	if style != "" {
		own = `<w:pStyle w:val="` + style + `"/>`
	}
	if own += x.next + more; own != "" {
		x.b.WriteString("<w:pPr>" + own + "</w:pPr>")
	}
	x.next = ""
}

// runs are the stretches of a text; look is what all of them have.
func (x *docx) runs(text, look string) {
	parts := strings.Split(text, "**")
	if len(parts)%2 == 0 { // a star without its other: as it stands
		parts = []string{text}
	}
	for i, part := range parts {
		if part == "" {
			continue
		}
		own := look
		if i%2 == 1 {
			own = "<w:b/>" + look
		}
		for j, line := range strings.Split(part, "\n") {
			x.b.WriteString("<w:r>")
			if own != "" {
				x.b.WriteString("<w:rPr>" + own + "</w:rPr>")
			}
			if j > 0 {
				x.b.WriteString("<w:br/>")
			}
			x.b.WriteString(`<w:t xml:space="preserve">` + escape(line) + "</w:t></w:r>")
		}
	}
}

func (x *docx) list(l document.List) {
	id := 1
	switch {
	case l.Numbered:
		x.lists++
		id = 2 + x.lists
	case l.Boxes:
		id = 2
	}
	for _, item := range l.Items {
		x.b.WriteString("<w:p>")
		x.props("ListParagraph", fmt.Sprintf(`<w:numPr><w:ilvl w:val="0"/><w:numId w:val="%d"/></w:numPr>`, id))
		x.runs(item, "")
		x.b.WriteString("</w:p>")
	}
}

func (x *docx) caption(text string) {
	if text != "" {
		x.para("Caption", text)
	}
}

// heat is a table whose cells have the colour of their level.
func (x *docx) heat(h document.Heat) {
	x.caption(h.Caption)
	t := table{heads: append([]string{h.Corner, ""}, h.Heads...), shares: []float64{26, 8}, total: h.Total, middle: true}
	n := len(h.Heads)
	for _, r := range h.Rows {
		n = max(n, len(r.Cells))
	}
	for range n {
		t.shares = append(t.shares, 66/float64(n))
	}
	for _, r := range h.Rows {
		row, fills := []string{r.Name, r.Note}, []string{"", ""}
		inks := []string{"", ""}
		for _, c := range r.Cells {
			row = append(row, c.Text)
			fill, ink := figure.Sunken, figure.Ink2
			if c.Level >= 0 && c.Level <= 5 {
				fill, ink = figure.Ramp(c.Level)
			}
			fills, inks = append(fills, figure.Print[fill][1:]), append(inks, figure.Print[ink][1:])
		}
		t.rows, t.fills, t.inks = append(t.rows, row), append(t.fills, fills), append(t.inks, inks)
	}
	x.table(t)
	if h.Note != "" {
		x.para("Small", h.Note)
	}
}

// escape is a text without signs that XML does not have.
func escape(text string) string {
	clean := strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n':
			return r
		case r < 0x20 || r == utf8.RuneError || r == 0xFFFE || r == 0xFFFF:
			return -1
		}
		return r
	}, strings.ToValidUTF8(text, ""))
	var b bytes.Buffer
	_ = xml.EscapeText(&b, []byte(clean)) // a buffer takes everything
	return b.String()
}
