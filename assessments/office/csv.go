package office

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"nivel/assessments"
)

// readText reads text with separators.
func readText(data []byte) (*Table, error) {
	text, ok := decoded(data)
	if !ok {
		return nil, assessments.NewFault("table-none")
	}
	lines := 0 // taken off the front
	comma := rune(0)
	// Excel's own note about what separates the columns.
	if first, rest, found := strings.Cut(text, "\n"); found && len(strings.TrimSpace(first)) == 5 && strings.HasPrefix(strings.ToLower(first), "sep=") && separates(rune(first[4])) {
		comma, text, lines = rune(first[4]), rest, 1
	}
	if comma == 0 {
		comma = separator(text)
	}
	r := reader(text, comma)
	t := &Table{}
	for {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			return t, nil
		}
		var wrong *csv.ParseError
		if errors.As(err, &wrong) {
			return nil, assessments.NewFault("table-quotes", "row", wrong.StartLine+lines)
		}
		if err != nil {
			return nil, err
		}
		line, _ := r.FieldPos(0)
		row := TableRow{Line: line + lines, Cells: cells}
		for i, c := range cells {
			if strings.HasPrefix(strings.TrimSpace(c), "=") {
				row.Formulas, cells[i] = append(row.Formulas, i), ""
			}
		}
		if err := t.add(row); err != nil {
			return nil, err
		}
	}
}

func reader(text string, comma rune) *csv.Reader {
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.FieldsPerRecord = comma, -1
	return r
}

// decoded is the text in UTF-8; ok is false where it is no text. What is not UTF-8 is read as
// Windows-1252, in which Excel writes in Spain and Britain.
func decoded(data []byte) (text string, ok bool) {
	var err error
	switch {
	case bytes.HasPrefix(data, []byte("\xFF\xFE")), bytes.HasPrefix(data, []byte("\xFE\xFF")):
		data, err = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Bytes(data)
	case !utf8.Valid(data):
		data, err = charmap.Windows1252.NewDecoder().Bytes(data)
	}
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	binary := bytes.ContainsFunc(data, func(r rune) bool { return r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == utf8.RuneError })
	// Old Macintosh files end a line with a return alone.
	text = strings.ReplaceAll(strings.ReplaceAll(string(data), "\r\n", "\n"), "\r", "\n")
	return text, err == nil && !binary
}

func separates(r rune) bool { return r == ';' || r == ',' || r == '\t' }

// separator is what separates the columns: of the three, the one with which most of the first rows
// have as many cells, two at least, as the first; of equals, the one with more.
func separator(text string) rune {
	const rows = 30
	best, points := ';', 0
	for _, comma := range []rune{';', '\t', ','} {
		r := reader(text, comma)
		var first, same int
		for i := 0; i < rows; i++ {
			cells, err := r.Read()
			if err != nil {
				break
			}
			if i == 0 {
				first = len(cells)
			}
			if len(cells) == first {
				same++
			}
		}
		if p := same*TableColumns + min(first, TableColumns-1); first > 1 && p > points {
			best, points = comma, p
		}
	}
	return best
}
