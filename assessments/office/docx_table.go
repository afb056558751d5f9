package office

import (
	"fmt"
	"strings"
)

// table is one of the body.
type table struct {
	heads  []string
	rows   [][]string
	shares []float64
	right  []bool
	height float64 // least height of a row, in millimetres
	total  bool    // the last row is of all
	plain  bool    // without lines
	sign   bool    // a line to sign on above each cell
	middle bool    // cells beyond the first stand in their middle
	fills  [][]string
	inks   [][]string
}

// table writes one. Its columns have widths, so that every program sets it alike.
func (x *docx) table(t table) {
	n := len(t.heads)
	for _, r := range t.rows {
		n = max(n, len(r))
	}
	if n == 0 {
		return
	}
	widths := widthsOf(t.shares, n)
	borders := `<w:tblBorders><w:top w:val="single" w:sz="4" w:color="847A68"/><w:bottom w:val="single" w:sz="4" w:color="847A68"/><w:insideH w:val="single" w:sz="4" w:color="D5CCBA"/></w:tblBorders>`
	switch {
	case t.plain:
		borders = ""
	case t.height > 0:
		borders = strings.Replace(borders, "</w:tblBorders>", `<w:insideV w:val="single" w:sz="4" w:color="D5CCBA"/></w:tblBorders>`, 1)
	}
	fmt.Fprintf(&x.b, `<w:tbl><w:tblPr><w:tblW w:w="%d" w:type="dxa"/>%s<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>`, textWidth, borders)
	for _, w := range widths {
		fmt.Fprintf(&x.b, `<w:gridCol w:w="%d"/>`, w)
	}
	x.b.WriteString("</w:tblGrid>")
	if len(t.heads) > 0 {
		x.row(t, -1, widths)
	}
	for i := range t.rows {
		x.row(t, i, widths)
	}
	x.b.WriteString("</w:tbl>")
	x.para("Gap", "") // two tables that touch would become one
}

func widthsOf(shares []float64, n int) []int {
	out, sum := make([]int, n), 0.0
	if len(shares) == n {
		for _, s := range shares {
			sum += max(s, 0)
		}
	}
	for i := range out {
		out[i] = textWidth / n
		if sum > 0 {
			out[i] = max(int(textWidth*max(shares[i], 0)/sum), 200)
		}
	}
	return out
}

// row writes the i-th row, -1 for the head.
func (x *docx) row(t table, i int, widths []int) {
	texts, props := t.heads, `<w:cantSplit/>`
	if i >= 0 {
		texts = t.rows[i]
		if t.height > 0 {
			props += fmt.Sprintf(`<w:trHeight w:val="%d" w:hRule="atLeast"/>`, int(t.height*56.7))
		}
	} else {
		props += `<w:tblHeader/>`
	}
	bold := i < 0 || t.total && i == len(t.rows)-1
	x.b.WriteString("<w:tr><w:trPr>" + props + "</w:trPr>")
	for j, w := range widths {
		text, fill, ink := "", "", ""
		if j < len(texts) {
			text = texts[j]
		}
		if i >= 0 && i < len(t.fills) && j < len(t.fills[i]) {
			fill, ink = t.fills[i][j], t.inks[i][j]
		}
		cell := fmt.Sprintf(`<w:tcW w:w="%d" w:type="dxa"/>`, w)
		if t.sign && text != "" {
			cell += `<w:tcBorders><w:top w:val="single" w:sz="6" w:color="25231E"/></w:tcBorders>`
		}
		if fill != "" {
			cell += `<w:shd w:val="clear" w:color="auto" w:fill="` + fill + `"/>`
		}
		x.b.WriteString("<w:tc><w:tcPr>" + cell + "</w:tcPr><w:p>")
		align := ""
		switch {
		case j < len(t.right) && t.right[j]:
			align = `<w:jc w:val="right"/>`
		case t.middle && j > 0:
			align = `<w:jc w:val="center"/>`
		}
		if i < 0 {
			align = `<w:keepNext/>` + align
		}
		x.props("Cell", align)
		look := ""
		if bold || t.middle && fill != "" {
			look = "<w:b/>"
		}
		if ink != "" {
			look += `<w:color w:val="` + ink + `"/>`
		}
		if look != "" {
			text = strings.ReplaceAll(text, "**", "")
		}
		x.runs(text, look)
		x.b.WriteString("</w:p></w:tc>")
	}
	x.b.WriteString("</w:tr>")
}
