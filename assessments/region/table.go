package region

import (
	"bytes"
	"encoding/csv"
	"strconv"

	"nivel/assessments/office"
)

// Table is every figure of a roll-up as rows with words, under a head: for people who open it in a
// spreadsheet. Numbers are numbers; what is held says so.
func (s *Say) Table() (head []string, rows [][]any) {
	for _, c := range Columns {
		head = append(head, s.t("column."+c))
	}
	for _, record := range s.Rollup.Records() {
		row := make([]any, len(record))
		for i, text := range record {
			switch n, err := strconv.ParseFloat(text, 64); {
			case i >= 3 && i <= 9 && text != "" && err == nil:
				row[i] = n
			default:
				row[i] = text
			}
		}
		by := Grouping(record[0])
		row[0] = s.t("kind." + record[0])
		switch record[0] {
		case "levels":
			row[1] = record[1]
		case "missed":
			row[1] = s.Group(BySector, record[1])
		default:
			row[1] = s.Group(by, record[1])
		}
		switch {
		case record[0] == "missed":
			row[2] = s.Question(record[2])
		case record[0] != "index":
			row[2] = s.Dimension(record[2])
		}
		if record[10] != "" {
			row[2], row[10] = "", s.Held(Held(record[10]))
		}
		rows = append(rows, row)
	}
	return head, rows
}

// CSV is the table as text (RFC 4180, UTF-8).
func (s *Say) CSV() ([]byte, error) {
	head, rows := s.Table()
	var b bytes.Buffer
	b.WriteString("\ufeff") // so that spreadsheets read the accents
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	records := [][]string{head}
	for _, row := range rows {
		var record []string
		for _, v := range row {
			switch v := v.(type) {
			case float64:
				record = append(record, strconv.FormatFloat(v, 'f', -1, 64))
			case string:
				record = append(record, defused(v))
			}
		}
		records = append(records, record)
	}
	err := w.WriteAll(records)
	return b.Bytes(), err
}

// defused keeps a text from being taken for a formula.
func defused(text string) string {
	if text != "" && (text[0] == '=' || text[0] == '+' || text[0] == '-' || text[0] == '@' || text[0] == '\t' || text[0] == '\r') {
		return "'" + text
	}
	return text
}

// XLSX is the table as a spreadsheet.
func (s *Say) XLSX() ([]byte, error) {
	head, rows := s.Table()
	var b bytes.Buffer
	err := office.WriteXLSX(&b, s.t("sheet"), head, rows)
	return b.Bytes(), err
}
