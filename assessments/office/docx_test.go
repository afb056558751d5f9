package office

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"nivel/assessments/document"
	"nivel/assessments/house/papers"
)

func docxOf(t interface{ Fatal(...any) }, d *document.Document) (data []byte, parts map[string]string) {
	var b bytes.Buffer
	if err := WriteDOCX(&b, d); err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	parts = map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		parts[f.Name] = string(content)
	}
	return b.Bytes(), parts
}

// sound says what is wrong with the parts: XML that is none, relations to nowhere, parts without a
// type, styles and lists that do not exist, tables whose rows have other cells than columns.
func sound(parts map[string]string) (wrong []string) {
	say := func(format string, args ...any) { wrong = append(wrong, fmt.Sprintf(format, args...)) }
	has := func(part, what string) bool { return strings.Contains(parts[part], what) }
	for name, content := range parts {
		d := xml.NewDecoder(strings.NewReader(content))
		columns, cells := 0, 0
		for {
			token, err := d.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				say("%s: %v", name, err)
				break
			}
			switch e := token.(type) {
			case xml.StartElement:
				value := map[string]string{}
				for _, a := range e.Attr {
					value[a.Name.Local] = a.Value
				}
				switch e.Name.Local {
				case "Relationship":
					base := path.Dir(path.Dir(name))
					if target := path.Join(base, value["Target"]); parts[target] == "" {
						say("%s leads to %s, which is not there", name, target)
					}
				case "pStyle":
					if !has("word/styles.xml", `w:styleId="`+value["val"]+`"`) {
						say("no style %q", value["val"])
					}
				case "numId":
					if !has("word/numbering.xml", `w:num w:numId="`+value["val"]+`"`) {
						say("no list %q", value["val"])
					}
				case "tbl":
					columns = 0
				case "gridCol":
					columns++
				case "tr":
					cells = 0
				case "tc":
					cells++
				}
			case xml.EndElement:
				if e.Name.Local == "tr" && cells != columns {
					say("a row of %d cells in a table of %d columns", cells, columns)
				}
			}
		}
		if name != "[Content_Types].xml" && !strings.HasSuffix(name, ".rels") && !has("[Content_Types].xml", `PartName="/`+name+`"`) {
			say("%s has no type", name)
		}
	}
	return wrong
}

// paragraph is one as it is read back: its style and its text.
type paragraph struct{ style, text string }

// readBack are all paragraphs in their order, read by somebody who does not know how they were written.
func readBack(t interface{ Fatal(...any) }, content string) (out []paragraph) {
	d := xml.NewDecoder(strings.NewReader(content))
	var p paragraph
	inText := false
	for {
		token, err := d.Token()
		if err == io.EOF {
			return out
		}
		if err != nil {
			t.Fatal(err)
		}
		switch e := token.(type) {
		case xml.StartElement:
			switch e.Name.Local {
			case "p":
				p = paragraph{}
			case "pStyle":
				p.style = e.Attr[0].Value
			case "t":
				inText = true
			case "br":
				p.text += "\n"
			}
		case xml.EndElement:
			switch e.Name.Local {
			case "t":
				inText = false
			case "p":
				out = append(out, p)
			}
		case xml.CharData:
			if inText {
				p.text += string(e)
			}
		}
	}
}

// A paper with everything: its headings under their styles and in their order, its texts and figures
// in full. DOCXOUT names a folder for it.
func TestWholeDOCX(t *testing.T) {
	d := papers.Whole()
	data, parts := docxOf(t, d)
	if again, _ := docxOf(t, papers.Whole()); !bytes.Equal(data, again) {
		t.Error("the same paper makes other bytes")
	}
	if folder := os.Getenv("DOCXOUT"); folder != "" {
		if err := os.WriteFile(filepath.Join(folder, "paper.docx"), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, w := range sound(parts) {
		t.Error(w)
	}
	var headings, want []paragraph
	said := ""
	for _, p := range readBack(t, parts["word/document.xml"]) {
		said += p.text + "\n"
		if strings.HasPrefix(p.style, "Heading") || p.style == "Title" {
			headings = append(headings, p)
		}
	}
	want = append(want, paragraph{"Title", d.Title})
	for _, b := range d.Blocks {
		if h, ok := b.(document.Heading); ok {
			want = append(want, paragraph{fmt.Sprintf("Heading%d", h.Level), h.Text})
		}
	}
	if !reflect.DeepEqual(headings, want) {
		t.Errorf("headings are %v, want %v", headings, want)
	}
	for _, text := range []string{d.Lead, "algo importante", "Sala reservada", "Solo para la mesa", "¿Qué freno hay?", "n < 5", "31 de 38", "Muebles Ejemplo 44, S.L.", "157,5", "Minutos por semana", "Testigo"} {
		if !strings.Contains(said, text) {
			t.Errorf("it does not say %q", text)
		}
	}
	if !strings.Contains(parts["word/header1.xml"], "Muestra") || !strings.Contains(parts["word/footer1.xml"], "NUMPAGES") {
		t.Error("pages are not marked or not numbered")
	}
	if n := strings.Count(parts["word/document.xml"], "<w:tblHeader/>"); n != 3 {
		t.Errorf("%d heads stand again on each page", n)
	}
}

// Whatever is in a paper, the file is sound.
func TestAnyDOCX(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := papers.Draw(t)
		_, parts := docxOf(t, d)
		for _, w := range sound(parts) {
			t.Error(w)
		}
	})
}

type unknownBlock struct{ document.Block }

// A block that the writer does not know is an error, never a gap.
func TestUnknownDOCXBlock(t *testing.T) {
	if err := WriteDOCX(io.Discard, &document.Document{Blocks: []document.Block{unknownBlock{}}}); err == nil {
		t.Error("an unknown block is passed over")
	}
}
