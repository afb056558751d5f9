package pdf

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"nivel/assessments/document"
	"nivel/assessments/figure"
	"nivel/assessments/report"
)

// WriteDocument makes the PDF of a paper: on the report's page, in its type, every block in order.
func WriteDocument(d *document.Document, f Fonts) ([]byte, error) {
	if d == nil {
		return nil, errors.New("pdf: no document")
	}
	line := d.About
	if line == "" {
		line = d.Title
	}
	head := &report.Report{Language: d.Language, Title: d.Title, Subject: d.About, Author: producer, Brand: producer, Date: d.Day.Format(time.DateOnly),
		Line: line, Version: d.Footer, Page: d.PageOf, Sample: d.Sample}
	return lay(head, f, func(w *writer, c *cleaner) []section {
		d := cleaned(c, d)
		p := &paper{writer: w, d: d}
		out := []section{{"title", p.opening}}
		for i, b := range d.Blocks {
			out = append(out, section{fmt.Sprintf("block %d, %T", i+1, b), func() { p.block(i) }})
		}
		return out
	})
}

// paper lays out one document.
type paper struct {
	*writer
	d *document.Document
}

// opening is the title with what stands around it.
func (p *paper) opening() {
	p.begin("", p.d.Title)
	p.bookmark(p.d.Title, 0)
	if p.d.About != "" {
		p.note(stText.in(figure.Ink2), p.d.About)
		p.y++
	}
	p.title(p.d.Title, p.d.Lead)
}

// block draws the i-th block.
func (p *paper) block(i int) {
	switch b := p.d.Blocks[i].(type) {
	case document.Heading:
		p.part(b, p.first(i+1))
	case document.Text:
		p.text(b)
	case document.List:
		p.list(b)
	case document.Facts:
		p.facts(b)
	case document.Fields:
		p.fields(b)
	case document.Table:
		p.grid(b)
	case document.Heat:
		p.heat(b)
	case document.Bars:
		p.bars(b)
	case document.Notice:
		p.notice(b)
	case document.Signatures:
		p.signatures(b)
	case document.Break:
		if p.y > bodyTop+0.01 {
			p.more()
		}
	default:
		p.err = errors.Join(p.err, fmt.Errorf("a block of type %T is not known", b))
	}
}

// first is how much of the i-th block must stand below a heading, about.
func (p *paper) first(i int) float64 {
	if i >= len(p.d.Blocks) {
		return 0
	}
	switch b := p.d.Blocks[i].(type) {
	case document.Heading:
		if b.NewPage {
			return 0
		}
		return 10 + p.first(i+1)
	case document.Text:
		return min(heightOf(p.fonts.wrap(content, p.marked(b.Text, stText)...))+textBelow, divided/2)
	case document.Heat:
		return captionH + headsH + begins(heatHeights(b), 0)
	case document.Bars:
		_, heights := p.barRows(b)
		return captionH + begins(heights, 0)
	case document.Table:
		return 24 + b.Height
	case document.Break:
		return 0
	case document.Signatures:
		return signH
	}
	return 22
}

// part begins a part of the paper.
func (p *paper) part(h document.Heading, with float64) {
	level := min(max(h.Level, 1), 3)
	st := [...]style{{semibold, 15, 19, figure.Ink}, stHeading, stText.bold()}[level-1]
	above, below := [...]float64{5.5, 4, 2.4}[level-1], [...]float64{3.2, 1, 0.6}[level-1]
	if h.NewPage && p.y > bodyTop+0.01 {
		p.more()
	}
	lines := p.fonts.clip(p.fonts.wrap(content, span{h.Text, st}), 4, content)
	if p.y > bodyTop+0.01 {
		p.need(above + heightOf(lines) + below + kept(with))
	}
	if p.y > bodyTop+0.01 {
		p.y += above
	}
	p.bookmark(h.Text, level)
	p.y += p.lines(left, p.y, lines) + below
	if level == 1 {
		p.rule(left, p.y-2, content, 0.35, figure.Hair)
	}
}

// marked are the spans of a text in which two stars set words in bold.
func (p *paper) marked(text string, st style) []span {
	parts := strings.Split(text, "**")
	if len(parts)%2 == 0 { // a star without its other: as it stands
		return []span{{text, st}}
	}
	var out []span
	for i, part := range parts {
		own := st
		if i%2 == 1 {
			own = st.bold()
		}
		if part != "" {
			out = append(out, span{part, own})
		}
	}
	return out
}

// textBelow is the room below a paragraph; captionH and headsH are those of a caption and of the heads of
// a heat map, about.
const textBelow, captionH, headsH = 2.2, 10.0, 14.0

// text is a paragraph; its lines may stand on two pages where it is long.
func (p *paper) text(t document.Text) {
	st := stText
	if t.Small {
		st = stSmall.in(figure.Ink2)
	}
	p.place(0, textBelow, cell{left, p.flow(content, p.marked(t.Text, st)...)})
}

// list is a list of lines with dots, numbers or boxes.
func (p *paper) list(l document.List) {
	const indent = 6.4
	for i, item := range l.Items {
		mark := atom{stText.height(), func(x, y float64) {
			mid := y + stText.height()/2
			switch {
			case l.Boxes:
				p.box(x+0.2, mid-tickSize/2, tickSize, tickSize, 0.7, pen{stroke: figure.Ink, width: 0.35})
			case l.Numbered:
				p.label(x, mid, indent-1.2, figure.Left, fmt.Sprintf("%d.", i+1), stText.bold())
			default:
				p.circle(x+1.6, mid, 0.7)
				p.paint(pen{fill: figure.Blue})
			}
		}}
		p.place(0, 1, cell{left, []atom{mark}}, cell{left + indent, p.flow(content-indent, p.marked(item, stText)...)})
	}
	p.y += 1.6
}

// facts are names in one column and what belongs to them in another.
func (p *paper) facts(all document.Facts) {
	const nameW, gapW = 46.0, 4.0
	for _, f := range all {
		text := f.Text
		if strings.TrimSpace(text) == "" {
			text = "–"
		}
		p.place(0.7, 0.7, cell{left, p.flow(nameW, span{f.Name, stText.bold()})}, cell{left + nameW + gapW, p.flow(content-nameW-gapW, p.marked(text, stText)...)})
	}
	p.y += 1.8
}

// fields are lines to write on below their names.
func (p *paper) fields(all document.Fields) {
	for _, f := range all {
		atoms := p.flow(content, span{f.Name, stText.bold()})
		if f.Text != "" {
			atoms = append(atoms, p.flow(content, span{f.Text, stText})...)
			atoms = append(atoms, gap(2))
		}
		if f.Text == "" || f.Lines > 0 {
			for range max(f.Lines, 1) {
				atoms = append(atoms, atom{handLine, func(x, y float64) { p.rule(x, y+handLine, content, 0.25, figure.Edge) }})
			}
		}
		p.place(0.6, 3, cell{left, atoms})
	}
}

// signH is the height of a row of lines to sign on.
const signH = 27.0

// signatures are two beside each other.
func (p *paper) signatures(all document.Signatures) {
	const gapW = 12.0
	wide := (content - gapW) / 2
	for i := 0; i < len(all); i += 2 {
		var cells []cell
		for j, name := range all[i:min(i+2, len(all))] {
			x := left + float64(j)*(wide+gapW)
			cells = append(cells, cell{x, append([]atom{{signH - 6, func(x, y float64) { p.rule(x, y+signH-7, wide, 0.3, figure.Ink) }}},
				p.flow(wide, span{name, stSmall.in(figure.Ink2)})...)})
		}
		p.place(0, 2, cells...)
	}
}
