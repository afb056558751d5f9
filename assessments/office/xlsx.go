package office

import (
	"bytes"
	"errors"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2" // reads what office programs write, with its many years of exceptions; kept up

	"nivel/assessments"
)

// sheet is a spreadsheet's first sheet with anything on it.
type sheet struct {
	file  *excelize.File
	name  string
	since bool         // days count from 1904
	days  map[int]bool // by style: whether its numbers are days
}

// readSpreadsheet reads an XLSX file. Formulas are never worked out, nor is what they came to taken.
func readSpreadsheet(data []byte) (t *Table, err error) {
	none := assessments.NewFault("table-none")
	// The library is made for files that are in order; one made to do harm must not end the program.
	defer func() {
		if r := recover(); r != nil {
			t, err = nil, none
		}
	}()
	// Both limits are one, so that nothing is unpacked into a folder of temporary files.
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{RawCellValue: true, UnzipSizeLimit: TableUnpacked, UnzipXMLSizeLimit: TableUnpacked})
	if err != nil {
		if strings.Contains(err.Error(), "unzip size exceeds") {
			return nil, assessments.NewFault("table-large", "limit", TableBytes>>20)
		}
		return nil, none
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	props, err := f.GetWorkbookProps()
	if err != nil {
		return nil, none
	}
	for _, name := range f.GetSheetList() {
		if shown, err := f.GetSheetVisible(name); err != nil || !shown {
			continue
		}
		s := &sheet{file: f, name: name, since: props.Date1904 != nil && *props.Date1904, days: map[int]bool{}}
		t, err := s.read()
		var fault *assessments.Fault
		if errors.As(err, &fault) {
			return nil, err
		}
		if err != nil {
			return nil, none
		}
		if len(t.Rows) > 0 {
			return t, nil
		}
	}
	return nil, assessments.NewFault("table-empty")
}

// read reads the values row by row, within the limits, and only then looks at formulas and days, for
// which the whole sheet must be in memory.
func (s *sheet) read() (*Table, error) {
	rows, err := s.file.Rows(s.name)
	if err != nil {
		return nil, err
	}
	t := &Table{}
	for line := 1; rows.Next(); line++ {
		cells, err := rows.Columns()
		if err != nil {
			return nil, errors.Join(err, rows.Close())
		}
		if line > TableLines {
			err = assessments.NewFault("table-rows", "limit", TableRows)
		} else {
			err = t.add(TableRow{Line: line, Cells: cells})
		}
		if err != nil {
			return nil, errors.Join(err, rows.Close())
		}
	}
	if err := errors.Join(rows.Error(), rows.Close()); err != nil {
		return nil, err
	}
	for i := range t.Rows {
		for k := range t.Rows[i].Cells {
			if err := s.cell(&t.Rows[i], k); err != nil {
				return nil, err
			}
		}
	}
	return t, nil
}

// cell marks a formula, and writes a number as people do and a day as a day.
func (s *sheet) cell(row *TableRow, k int) error {
	at, err := excelize.CoordinatesToCellName(k+1, row.Line)
	if err != nil {
		return err
	}
	formula, err := s.file.GetCellFormula(s.name, at)
	if err != nil || formula != "" {
		row.Formulas, row.Cells[k] = append(row.Formulas, k), ""
		return nil
	}
	if !number.MatchString(row.Cells[k]) {
		return nil
	}
	kind, err := s.file.GetCellType(s.name, at)
	if err != nil {
		return err
	}
	if kind != excelize.CellTypeUnset && kind != excelize.CellTypeNumber {
		return nil // a text that looks like a number: 007
	}
	n, err := strconv.ParseFloat(row.Cells[k], 64)
	if err != nil {
		return nil
	}
	row.Cells[k] = strconv.FormatFloat(n, 'f', -1, 64) // 2.1000000000000001 is how the file says 2.1
	style, err := s.file.GetCellStyle(s.name, at)
	if err != nil {
		return err
	}
	if day, err := excelize.ExcelDateToTime(n, s.since); err == nil && n >= 1 && s.day(style) {
		row.Cells[k] = day.Format(time.DateOnly)
	}
	return nil
}

var number = regexp.MustCompile(`^-?[0-9]+(\.[0-9]+)?([eE][-+]?[0-9]{1,2})?$`)

// builtIn are the numbers of the formats of days that have no text of their own in the file (ECMA-376,
// 18.8.30).
func builtIn(format int) bool {
	return format >= 14 && format <= 17 || format == 22 || format >= 27 && format <= 36 || format >= 50 && format <= 58
}

// literal are the parts of a format that are printed as they stand.
var literal = regexp.MustCompile(`"[^"]*"|\\.|\[[^\]]*\]|_.|\*.`)

// day says whether numbers of a style are days.
func (s *sheet) day(style int) bool {
	is, known := s.days[style]
	if !known {
		if x, err := s.file.GetStyle(style); err == nil && x != nil {
			is = builtIn(x.NumFmt)
			if x.CustomNumFmt != nil {
				is = strings.ContainsAny(strings.ToLower(literal.ReplaceAllString(*x.CustomNumFmt, "")), "dy")
			}
		}
		s.days[style] = is
	}
	return is
}
