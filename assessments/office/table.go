package office

import (
	"bytes"
	"io"
	"strings"
	"unicode/utf8"

	"nivel/assessments"
)

// Table is what a spreadsheet or a text file with separators holds, as text.
type Table struct {
	Rows  []TableRow // without the empty ones
	cells int
}

// TableRow is one row of a table.
type TableRow struct {
	Line     int // from 1, as the spreadsheet or the editor counts
	Cells    []string
	Formulas []int // cells that hold a formula, from 0; what it comes to is not read
}

// Cell is a cell's text, empty where there is none.
func (r *TableRow) Cell(i int) string {
	if i < 0 || i >= len(r.Cells) {
		return ""
	}
	return r.Cells[i]
}

// Limits on a table that is read.
const (
	TableBytes    = 20 << 20  // of the file
	TableUnpacked = 200 << 20 // of a spreadsheet once it is unpacked
	TableRows     = 20_000    // without the empty ones
	TableLines    = 200_000   // with them
	TableColumns  = 100
	TableCells    = 500_000 // in all: beyond that a spreadsheet takes more memory than a small computer has
	CellLimit     = 5_000   // characters
)

// ReadTable reads an XLSX spreadsheet, of which it takes the first sheet with anything on it, or
// text with separators: commas, semicolons or tabs, in UTF-8, UTF-16 or Windows-1252. Which one it
// is, it sees by the content. Days of a spreadsheet come as YYYY-MM-DD, numbers with a point. It
// returns a *Fault for anything else, and never part of a table.
func ReadTable(r io.Reader) (*Table, error) {
	data, err := io.ReadAll(io.LimitReader(r, TableBytes+1))
	if err != nil {
		return nil, err
	}
	if len(data) > TableBytes {
		return nil, assessments.NewFault("table-large", "limit", TableBytes>>20)
	}
	t, err := read(data)
	if err != nil {
		return nil, err
	}
	if len(t.Rows) == 0 {
		return nil, assessments.NewFault("table-empty")
	}
	return t, nil
}

// The first bytes of files that are packed: a ZIP archive, which a spreadsheet is, and the older
// form, in which also an encrypted one is wrapped.
var (
	packed = []byte("PK\x03\x04")
	old    = []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")
	locked = []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00")
)

func read(data []byte) (*Table, error) {
	switch {
	case len(bytes.TrimSpace(data)) == 0:
		return nil, assessments.NewFault("table-empty")
	case bytes.HasPrefix(data, packed):
		return readSpreadsheet(data)
	case bytes.HasPrefix(data, old) && bytes.Contains(data, locked):
		return nil, assessments.NewFault("table-locked")
	case bytes.HasPrefix(data, old):
		return nil, assessments.NewFault("table-old")
	}
	return readText(data)
}

// add takes a row in, or says why the table is too much. Line ends and spaces around a text go.
func (t *Table) add(row TableRow) error {
	last := -1
	for i, c := range row.Cells {
		c = strings.TrimSpace(clean(c))
		if row.Cells[i] = c; c != "" {
			last = i
		}
		if n := utf8.RuneCountInString(c); n > CellLimit {
			return assessments.NewFault("table-cell", "row", row.Line, "have", n, "limit", CellLimit)
		}
	}
	for _, i := range row.Formulas {
		last = max(last, i)
	}
	row.Cells = row.Cells[:min(last+1, len(row.Cells))]
	switch {
	case last < 0:
		return nil
	case last >= TableColumns:
		return assessments.NewFault("table-columns", "row", row.Line, "limit", TableColumns)
	case len(t.Rows) == TableRows:
		return assessments.NewFault("table-rows", "limit", TableRows)
	}
	if t.cells += len(row.Cells); t.cells > TableCells {
		return assessments.NewFault("table-cells", "limit", TableCells)
	}
	t.Rows = append(t.Rows, row)
	return nil
}
