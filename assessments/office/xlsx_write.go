package office

import (
	"io"

	"github.com/xuri/excelize/v2"
)

// WriteXLSX writes one sheet: a head that stays in sight and can be filtered by, and rows of texts and
// numbers. A text is never a formula.
func WriteXLSX(w io.Writer, sheet string, head []string, rows [][]any) error {
	f := excelize.NewFile()
	defer f.Close()
	if err := f.SetSheetName("Sheet1", sheet); err != nil {
		return err
	}
	bold, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}})
	if err != nil {
		return err
	}
	for i, row := range append([][]any{anyOf(head)}, rows...) {
		for j, v := range row {
			at, err := excelize.CoordinatesToCellName(j+1, i+1)
			if err != nil {
				return err
			}
			if text, ok := v.(string); ok {
				err = f.SetCellStr(sheet, at, text)
			} else {
				err = f.SetCellValue(sheet, at, v)
			}
			if err != nil {
				return err
			}
		}
	}
	last, err := excelize.CoordinatesToCellName(max(len(head), 1), max(len(rows)+1, 1))
	if err != nil {
		return err
	}
	end, err := excelize.CoordinatesToCellName(max(len(head), 1), 1)
	if err != nil {
		return err
	}
	if err := f.SetCellStyle(sheet, "A1", end, bold); err != nil {
		return err
	}
	if err := f.SetColWidth(sheet, "A", "C", 26); err != nil {
		return err
	}
	if err := f.AutoFilter(sheet, "A1:"+last, nil); err != nil {
		return err
	}
	if err := f.SetPanes(sheet, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	return f.Write(w)
}

func anyOf(texts []string) []any {
	out := make([]any, len(texts))
	for i, t := range texts {
		out[i] = t
	}
	return out
}
