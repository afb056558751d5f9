package office

import (
	"fmt"
	"strings"
	"time"
)

const (
	wordSpace = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	wordType  = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	relation  = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
)

// The parts that are the same in every document.
const (
	docxTypes = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
		`<Override PartName="/word/document.xml" ContentType="` + wordType + `document.main+xml"/><Override PartName="/word/styles.xml" ContentType="` + wordType + `styles+xml"/>` +
		`<Override PartName="/word/numbering.xml" ContentType="` + wordType + `numbering+xml"/><Override PartName="/word/settings.xml" ContentType="` + wordType + `settings+xml"/>` +
		`<Override PartName="/word/footer1.xml" ContentType="` + wordType + `footer+xml"/><Override PartName="/word/header1.xml" ContentType="` + wordType + `header+xml"/>` +
		`<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/><Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>`
	docxRoot = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="` + relation + `officeDocument" Target="word/document.xml"/>` +
		`<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/><Relationship Id="rId3" Type="` + relation + `extended-properties" Target="docProps/app.xml"/></Relationships>`
	docxParts = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="` + relation + `styles" Target="styles.xml"/><Relationship Id="rId2" Type="` + relation + `numbering" Target="numbering.xml"/>` +
		`<Relationship Id="rId3" Type="` + relation + `settings" Target="settings.xml"/><Relationship Id="rId4" Type="` + relation + `footer" Target="footer1.xml"/><Relationship Id="rId5" Type="` + relation + `header" Target="header1.xml"/></Relationships>`
	docxApp      = `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Nivel</Application></Properties>`
	docxSettings = `<w:settings ` + wordSpace + `><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`
)

// whole is the document's own part.
func (x *docx) whole() string {
	return `<w:document ` + wordSpace + `><w:body>` + x.b.String() +
		`<w:sectPr><w:headerReference w:type="default" r:id="rId5"/><w:footerReference w:type="default" r:id="rId4"/><w:pgSz w:w="11906" w:h="16838"/>` +
		`<w:pgMar w:top="1304" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>`
}

// core are the document's properties; its day is its only clock.
func (x *docx) core() string {
	at := x.d.Day.UTC().Format(time.RFC3339)
	return `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
		`<dc:title>` + escape(x.d.Title) + `</dc:title><dc:subject>` + escape(x.d.About) + `</dc:subject><dc:creator>Nivel</dc:creator>` +
		`<dcterms:created xsi:type="dcterms:W3CDTF">` + at + `</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">` + at + `</dcterms:modified><dc:language>` + escape(x.d.Language) + `</dc:language></cp:coreProperties>`
}

// head is what stands on top of every page: what it is about, and that it is a sample.
func (x *docx) head() string {
	text := x.d.About
	if text == "" {
		text = x.d.Title
	}
	if x.d.Sample != "" {
		text += " · " + x.d.Sample
	}
	return `<w:hdr ` + wordSpace + `><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr><w:r><w:t xml:space="preserve">` + escape(text) + `</w:t></w:r></w:p></w:hdr>`
}

// foot is the line at the foot with the page's number.
func (x *docx) foot() string {
	var b strings.Builder
	b.WriteString(`<w:ftr ` + wordSpace + `><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>`)
	text := func(s string) {
		if s != "" {
			b.WriteString(`<w:r><w:t xml:space="preserve">` + escape(s) + `</w:t></w:r>`)
		}
	}
	text(x.d.Footer)
	b.WriteString(`<w:r><w:tab/></w:r>`)
	rest := x.d.PageOf
	for rest != "" {
		at, field, sign := strings.IndexByte(rest, '{'), "", ""
		if at >= 0 {
			for _, f := range [][2]string{{"{pages}", "NUMPAGES"}, {"{page}", "PAGE"}} {
				if strings.HasPrefix(rest[at:], f[0]) {
					sign, field = f[0], f[1]
				}
			}
		}
		if field == "" {
			text(rest)
			break
		}
		text(rest[:at])
		fmt.Fprintf(&b, `<w:fldSimple w:instr=" %s "><w:r><w:t>1</w:t></w:r></w:fldSimple>`, field)
		rest = rest[at+len(sign):]
	}
	b.WriteString(`</w:p></w:ftr>`)
	return b.String()
}

// numbering has dots, boxes, and for each numbered list one that counts from 1.
func (x *docx) numbering() string {
	var b strings.Builder
	b.WriteString(`<w:numbering ` + wordSpace + `>`)
	level := func(id int, form, text string) {
		fmt.Fprintf(&b, `<w:abstractNum w:abstractNumId="%d"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="%s"/><w:lvlText w:val="%s"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="425" w:hanging="340"/></w:pPr></w:lvl></w:abstractNum>`, id, form, text)
	}
	level(0, "bullet", "•")
	level(1, "bullet", "☐")
	level(2, "decimal", "%1.")
	b.WriteString(`<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>`)
	for i := range x.lists {
		fmt.Fprintf(&b, `<w:num w:numId="%d"><w:abstractNumId w:val="2"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`, 3+i)
	}
	b.WriteString(`</w:numbering>`)
	return b.String()
}

// styles are the document's own, under the names that word processors know.
func (x *docx) styles() string {
	var b strings.Builder
	language := "en-GB"
	if x.d.Language != "" && x.d.Language != "en" {
		language = x.d.Language
		if language == "es" {
			language = "es-ES"
		}
	}
	fmt.Fprintf(&b, `<w:styles %s><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" w:cs="Calibri"/><w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="%s"/></w:rPr></w:rPrDefault>`+
		`<w:pPrDefault><w:pPr><w:spacing w:after="110" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>`, wordSpace, escape(language))
	for _, s := range [][4]string{
		{"Title", "Title", `<w:keepNext/><w:spacing w:after="60"/>`, `<w:b/><w:color w:val="25231E"/><w:sz w:val="44"/>`},
		{"Subtitle", "Subtitle", `<w:spacing w:after="120"/>`, `<w:color w:val="524C40"/><w:sz w:val="22"/>`},
		{"Lead", "Lead", `<w:spacing w:after="200"/>`, `<w:color w:val="524C40"/><w:sz w:val="23"/>`},
		{"Heading1", "heading 1", `<w:keepNext/><w:keepLines/><w:spacing w:before="360" w:after="120"/><w:outlineLvl w:val="0"/>`, `<w:b/><w:color w:val="1D4F70"/><w:sz w:val="32"/>`},
		{"Heading2", "heading 2", `<w:keepNext/><w:keepLines/><w:spacing w:before="260" w:after="90"/><w:outlineLvl w:val="1"/>`, `<w:b/><w:color w:val="1D4F70"/><w:sz w:val="26"/>`},
		{"Heading3", "heading 3", `<w:keepNext/><w:keepLines/><w:spacing w:before="180" w:after="60"/><w:outlineLvl w:val="2"/>`, `<w:b/><w:sz w:val="22"/>`},
		{"Caption", "caption", `<w:keepNext/><w:spacing w:before="160" w:after="60"/>`, `<w:b/>`},
		{"ListParagraph", "List Paragraph", `<w:spacing w:after="50"/>`, ``},
		{"Small", "Small", ``, `<w:color w:val="524C40"/><w:sz w:val="18"/>`},
		{"Notice", "Notice", `<w:pBdr><w:left w:val="single" w:sz="24" w:space="8" w:color="1D4F70"/></w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="E0EAF0"/>`, ``},
		{"WriteHere", "Write Here", `<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="847A68"/><w:between w:val="single" w:sz="4" w:space="1" w:color="847A68"/></w:pBdr><w:spacing w:before="180" w:after="0"/>`, ``},
		{"Cell", "Cell", `<w:spacing w:before="40" w:after="40" w:line="240" w:lineRule="auto"/>`, `<w:sz w:val="19"/>`},
		{"Gap", "Gap", `<w:spacing w:after="0" w:line="160" w:lineRule="exact"/>`, ``},
		{"Header", "header", `<w:spacing w:after="0"/>`, `<w:color w:val="524C40"/><w:sz w:val="17"/>`},
		{"Footer", "footer", `<w:tabs><w:tab w:val="right" w:pos="9638"/></w:tabs><w:spacing w:after="0"/>`, `<w:color w:val="524C40"/><w:sz w:val="17"/>`},
	} {
		fmt.Fprintf(&b, `<w:style w:type="paragraph" w:styleId="%s"><w:name w:val="%s"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>%s</w:pPr><w:rPr>%s</w:rPr></w:style>`, s[0], s[1], s[2], s[3])
	}
	b.WriteString(`</w:styles>`)
	return b.String()
}
