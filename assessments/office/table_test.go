package office

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"nivel/assessments"
)

// cells are a table's texts alone.
func cells(t *Table) [][]string {
	var out [][]string
	for _, r := range t.Rows {
		out = append(out, r.Cells)
	}
	return out
}

func fault(t *testing.T, err error) *assessments.Fault {
	t.Helper()
	var f *assessments.Fault
	if !errors.As(err, &f) {
		t.Fatalf("%v is no fault", err)
	}
	return f
}

// The same small table in all the ways in which people save it.
func TestReadText(t *testing.T) {
	want := [][]string{{"Empresa", "Localidad", "Personas"}, {"Carpintería Muñoz, S.L.", "Águilas", "12"}, {"Sofás «Ñ»", "", "3"}}
	semicolons := "Empresa;Localidad;Personas\r\nCarpintería Muñoz, S.L.;Águilas;12\r\n\r\nSofás «Ñ»;;3\r\n"
	latin := "Empresa;Localidad;Personas\nCarpinter\xeda Mu\xf1oz, S.L.;\xc1guilas;12\nSof\xe1s \xab\xd1\xbb;;3"
	wide := []byte{0xFF, 0xFE}
	for _, r := range strings.ReplaceAll(semicolons, ";", "\t") {
		wide = append(wide, byte(r), byte(r>>8))
	}
	for name, text := range map[string]string{
		"UTF-8": semicolons, "with BOM": "\uFEFF" + semicolons, "Windows-1252": latin, "tabs in UTF-16": string(wide),
		"commas":       "Empresa,Localidad,Personas\n\"Carpintería Muñoz, S.L.\",Águilas,12\nSofás «Ñ», ,3\n",
		"Excel's note": "sep=;\n" + semicolons,
		"old Mac":      strings.ReplaceAll(strings.ReplaceAll(semicolons, "\r\n", "\r"), "\n", "\r"),
	} {
		table, err := ReadTable(strings.NewReader(text))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got := cells(table); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %q", name, got)
		}
	}
	one, err := ReadTable(strings.NewReader("Empresa\nMuebles Ejemplo\nSillas Modelo"))
	if err != nil || !reflect.DeepEqual(cells(one), [][]string{{"Empresa"}, {"Muebles Ejemplo"}, {"Sillas Modelo"}}) {
		t.Errorf("one column: %v %v", one, err)
	}
}

// Rows are counted as the editor counts them; a cell that begins like a formula is one.
func TestReadTextLines(t *testing.T) {
	table, err := ReadTable(strings.NewReader("sep=,\nname,place\n\n\"two\nlines\",Yecla\nx,=HYPERLINK(1)\n"))
	if err != nil {
		t.Fatal(err)
	}
	want := []TableRow{{Line: 2, Cells: []string{"name", "place"}}, {Line: 4, Cells: []string{"two\nlines", "Yecla"}}, {Line: 6, Cells: []string{"x", ""}, Formulas: []int{1}}}
	if !reflect.DeepEqual(table.Rows, want) {
		t.Errorf("%+v", table.Rows)
	}
}

// workbook makes a spreadsheet.
func workbook(t testing.TB, fill func(f *excelize.File)) []byte {
	t.Helper()
	f := excelize.NewFile()
	fill(f)
	var b bytes.Buffer
	if err := errors.Join(f.Write(&b), f.Close()); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func set(t testing.TB, f *excelize.File, sheet, cell string, v any) {
	t.Helper()
	if err := f.SetCellValue(sheet, cell, v); err != nil {
		t.Fatal(err)
	}
}

func TestReadSpreadsheet(t *testing.T) {
	data := workbook(t, func(f *excelize.File) {
		if _, err := f.NewSheet("Empresas"); err != nil { // the first sheet stays empty
			t.Fatal(err)
		}
		for i, v := range []any{"Empresa", "Personas", "Fecha", "Nivel", "Código", "Otra"} {
			set(t, f, "Empresas", string(rune('A'+i))+"3", v)
		}
		day := time.Date(2024, 3, 5, 0, 0, 0, 0, time.UTC)
		american := "m/d/yyyy;@"
		style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &american})
		if err != nil {
			t.Fatal(err)
		}
		percent, err := f.NewStyle(&excelize.Style{NumFmt: 10})
		if err != nil {
			t.Fatal(err)
		}
		for cell, v := range map[string]any{"A5": " Muebles Ejemplo ", "B5": 24, "C5": day, "D5": 2.1, "E5": "007", "C6": 45356.0, "A6": "Sillas Modelo", "D6": 0.42} {
			set(t, f, "Empresas", cell, v)
		}
		if err := errors.Join(f.SetCellStyle("Empresas", "C6", "C6", style), f.SetCellStyle("Empresas", "D6", "D6", percent),
			f.SetCellFormula("Empresas", "B6", "SUM(B5,1)"), f.SetCellValue("Empresas", "F6", "x")); err != nil {
			t.Fatal(err)
		}
	})
	table, err := ReadTable(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	want := []TableRow{{Line: 3, Cells: []string{"Empresa", "Personas", "Fecha", "Nivel", "Código", "Otra"}},
		{Line: 5, Cells: []string{"Muebles Ejemplo", "24", "2024-03-05", "2.1", "007"}},
		{Line: 6, Cells: []string{"Sillas Modelo", "", "2024-03-05", "0.42", "", "x"}, Formulas: []int{1}}}
	if !reflect.DeepEqual(table.Rows, want) {
		t.Errorf("%+v", table.Rows)
	}
}

// Whatever is no table, or too much of one, is one clear sentence.
func TestReadTableFaults(t *testing.T) {
	rows := func(n int) string { return "a;b\n" + strings.Repeat("x;y\n", n) }
	big := workbook(t, func(f *excelize.File) { set(t, f, "Sheet1", "A1", strings.Repeat("x", 30_000)) })
	far := workbook(t, func(f *excelize.File) { set(t, f, "Sheet1", "XFD1", "x") })
	deep := workbook(t, func(f *excelize.File) { set(t, f, "Sheet1", "A1", "x"); set(t, f, "Sheet1", "A1048576", "x") })
	many := workbook(t, func(f *excelize.File) {
		w, err := f.NewStreamWriter("Sheet1")
		if err != nil {
			t.Fatal(err)
		}
		for i := range 50_000 {
			if err := w.SetRow(fmt.Sprintf("A%d", i+1), []any{"x", i}); err != nil {
				t.Fatal(err)
			}
		}
		if err := w.Flush(); err != nil {
			t.Fatal(err)
		}
	})
	var secret bytes.Buffer
	f := excelize.NewFile()
	if err := errors.Join(f.Write(&secret, excelize.Options{Password: "x"}), f.Close()); err != nil {
		t.Fatal(err)
	}
	png, err := os.ReadFile("../../assets/icons/icon.png")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, data, code string }{
		{"nothing", "", "table-empty"}, {"blanks", " \r\n\t ", "table-empty"}, {"separators", ";;\n;;\n", "table-empty"},
		{"an empty sheet", string(workbook(t, func(*excelize.File) {})), "table-empty"},
		{"a picture", string(png), "table-none"}, {"another archive", "PK\x03\x04 and so on", "table-none"}, {"zeros", "a;b\x00;c", "table-none"},
		{"half a spreadsheet", string(big[:len(big)/2]), "table-none"},
		{"a quote left open", "a;b\n\"x;y\nz;w\n", "table-quotes"},
		{"50,000 rows", rows(50_000), "table-rows"}, {"50,000 rows of a spreadsheet", string(many), "table-rows"}, {"the last row of a sheet", string(deep), "table-rows"},
		{"150 columns", strings.Repeat("x;", 150) + "x\n", "table-columns"}, {"the last column of a sheet", string(far), "table-columns"},
		{"100 columns in 6,000 rows", strings.Repeat(strings.Repeat("x;", 99)+"x\n", 6_000), "table-cells"},
		{"a cell of 10 MB", "a;b\n" + strings.Repeat("x", 10<<20) + ";y\n", "table-cell"}, {"a long cell of a spreadsheet", string(big), "table-cell"},
		{"too large a file", strings.Repeat("x;y\n", TableBytes/4+1), "table-large"},
		{"a password", secret.String(), "table-locked"}, {"old Excel", string(old) + strings.Repeat("\x00", 600), "table-old"},
	} {
		table, err := ReadTable(strings.NewReader(c.data))
		if table != nil || err == nil {
			t.Errorf("%s is read", c.name)
			continue
		}
		if f := fault(t, err); f.Code != c.code {
			t.Errorf("%s: %v, want %s", c.name, f, c.code)
		}
	}
	if table, err := ReadTable(strings.NewReader(rows(TableRows - 1))); err != nil || len(table.Rows) != TableRows {
		t.Errorf("exactly the limit: %v", err)
	}
}

// bounded says whether what was read keeps the limits and says nothing twice.
func bounded(t *testing.T, data []byte) {
	table, err := ReadTable(bytes.NewReader(data))
	if err != nil {
		fault(t, err)
		return
	}
	if n := len(table.Rows); n == 0 || n > TableRows {
		t.Fatalf("%d rows", n)
	}
	line := 0
	for _, r := range table.Rows {
		if r.Line <= line || len(r.Cells) > TableColumns || len(r.Cells) == 0 && len(r.Formulas) == 0 {
			t.Fatalf("row %+v after line %d", r, line)
		}
		line = r.Line
	}
}

func FuzzText(f *testing.F) {
	for _, s := range []string{"a;b\nc;d\n", "sep=,\na,\"b\nc\"\n", "\xff\xfea\x00;\x00", "a\tb\r\nc\td", "=1;2\n\"", "Nombre;Años\nMu\xf1oz;3"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) { bounded(t, data) })
}

// FuzzSheet puts anything where a spreadsheet has its sheet, its texts and its styles.
func FuzzSheet(f *testing.F) {
	whole := workbook(f, func(x *excelize.File) {
		set(f, x, "Sheet1", "A1", "Empresa")
		set(f, x, "Sheet1", "B2", 12.5)
		set(f, x, "Sheet1", "C3", time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC))
	})
	parts := []string{"xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml"}
	for i, name := range parts {
		f.Add(uint8(i), partOf(f, whole, name))
	}
	f.Add(uint8(0), []byte(`<worksheet><sheetData><row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row></sheetData></worksheet>`))
	f.Fuzz(func(t *testing.T, which uint8, part []byte) {
		if len(part) > 1<<16 {
			return
		}
		bounded(t, withPart(t, whole, parts[int(which)%len(parts)], part))
		bounded(t, append([]byte("PK\x03\x04"), part...))
	})
}
