// Package intake takes lists of companies, and results they had before Nivel, in from a table.
//
// The rule: nothing is written before everything was shown. A preview says what each row becomes: a
// new company, a known one with what would change, or nothing, with the reason; what is then applied
// is exactly that, in one transaction. An empty cell changes nothing, and samples are never touched.
package intake

import (
	"slices"
	"strings"

	"nivel/assessments"
	"nivel/assessments/content"
	"nivel/assessments/office"
	"nivel/assessments/search"
	"nivel/assessments/texts"
)

// Field is what a column says.
type Field string

// The fields. A column of a dimension's earlier result is Area with its id.
const (
	Ignored Field = ""
	Name    Field = "name"
	Place   Field = "place"
	Trade   Field = "trade" // a code of the official list, or a trade by its name
	People  Field = "people"
	Contact Field = "contact"
	Tags    Field = "tags" // with commas or semicolons between them
	Day     Field = "day"  // of the earlier result
	Overall Field = "overall"
)

// Fields are all but those of dimensions.
var Fields = []Field{Name, Place, Trade, People, Contact, Tags, Day, Overall}

const area = "area:"

// Area is the field of a dimension's earlier result.
func Area(dimension string) Field { return Field(area + dimension) }

// Dimension is the dimension of an Area.
func (f Field) Dimension() (id string, ok bool) { return strings.CutPrefix(string(f), area) }

// result says whether the field is part of an earlier result.
func (f Field) result() bool {
	_, ok := f.Dimension()
	return ok || f == Overall
}

// Mapping says what the columns of a table are. It may be changed by hand.
type Mapping struct {
	Columns []Field // one for each column
	Header  bool    // the first row names the columns
	Scale   int     // the earlier results count from 0 to this: 5 or 100
	Day     string  // of the earlier results of rows without a day, YYYY-MM-DD; empty: each needs its own
	Source  string  // where the earlier results come from, in the words of who brings them in
}

// column is where a field stands, -1 where it does not.
func (m *Mapping) column(f Field) int { return slices.Index(m.Columns, f) }

// Set makes a column mean a field; another column that meant it means nothing from then on.
func (m *Mapping) Set(column int, f Field) {
	if at := m.column(f); at >= 0 && f != Ignored {
		m.Columns[at] = Ignored
	}
	m.Columns[column] = f
}

// called is how people head the columns, as search.Words has it: Spanish and English, the most
// telling ones in front.
var called = []struct {
	field Field
	words []string
}{
	{Name, []string{"razon social", "nombre de la empresa", "nombre empresa", "empresa", "nombre comercial", "company name", "business name", "company", "firm", "nombre", "name", "cliente", "denominacion"}},
	{Place, []string{"localidad", "municipio", "poblacion", "ciudad", "termino municipal", "lugar", "town", "city", "place", "municipality", "location"}},
	{Trade, []string{"cnae", "nace", "codigo cnae", "nace code", "actividad", "oficio", "sector", "ramo", "trade", "industry", "activity"}},
	{People, []string{"empleados", "trabajadores", "plantilla", "numero de personas", "n de personas", "employees", "staff", "headcount", "workforce", "personas", "people"}},
	{Contact, []string{"persona de contacto", "contacto", "interlocutor", "responsable", "gerente", "contact person", "contact", "manager"}},
	{Tags, []string{"etiquetas", "etiqueta", "marcas", "grupo", "tags", "tag", "labels", "group"}},
	{Day, []string{"fecha del diagnostico", "fecha del resultado", "fecha", "dia", "assessment date", "date", "day"}},
	{Overall, []string{"nivel global", "resultado global", "puntuacion global", "puntuacion total", "nota media", "nivel", "resultado", "puntuacion", "global", "total", "media", "overall", "overall score", "total score", "score", "level", "result"}},
}

// Terms are the words by which trades and dimensions are known, of all languages.
type Terms struct {
	trades map[string]string // code, by words
	areas  map[string]string // dimension, by words
}

// TermsOf gathers the terms of a library and its model, and of the official list of trades.
func TermsOf(lib *content.Library, model *content.Pack, words map[string]*texts.Words) Terms {
	t := Terms{trades: map[string]string{}, areas: map[string]string{}}
	for _, w := range words {
		for _, key := range w.Keys() {
			if code, ok := strings.CutPrefix(key, "nace."); ok && code != "00" {
				t.trades[spoken(w.T(key))] = code
			}
		}
	}
	for lang, w := range model.Words {
		for _, d := range model.Model.Dimensions {
			t.areas[spoken(d.ID)], t.areas[spoken(w.Dimensions[d.ID].Name)], t.areas[spoken(w.Dimensions[d.ID].Short)] = d.ID, d.ID, d.ID
		}
		for _, s := range lib.Sectors {
			if name := spoken(lib.SectorWords[lang][s.ID].Name); len(s.NACE) > 0 && t.trades[name] == "" {
				t.trades[name] = s.NACE[len(s.NACE)-1]
			}
		}
	}
	return t
}

// spoken is a text as its words, so that accents, case and signs make no difference.
func spoken(text string) string { return strings.Join(search.Words(text), " ") }

// Guess reads from the first row what the columns are. A heading that is a known one counts before
// one that only holds it; no field is given twice. Without any known heading the first row is taken
// for a company and the first column for its name.
func Guess(t *office.Table, terms Terms) Mapping {
	width := 0
	for _, r := range t.Rows {
		width = max(width, len(r.Cells))
	}
	m := Mapping{Columns: make([]Field, width), Scale: assessments.Top}
	heads := make([]string, width)
	for i := range heads {
		heads[i] = spoken(t.Rows[0].Cell(i))
	}
	match := func(fits func(head, word string) bool) {
		give := func(f Field, word string) {
			for i, head := range heads {
				if m.Columns[i] == Ignored && m.column(f) < 0 && head != "" && fits(head, word) {
					m.Columns[i] = f
				}
			}
		}
		for _, c := range called {
			if c.field == Overall { // so general a word that an area of its own comes first
				for _, id := range sortedKeys(terms.areas) {
					give(Area(terms.areas[id]), id)
				}
			}
			for _, word := range c.words {
				give(c.field, word)
			}
		}
	}
	match(func(head, word string) bool { return head == word })
	match(func(head, word string) bool { return strings.Contains(" "+head+" ", " "+word+" ") })
	m.Header = slices.ContainsFunc(m.Columns, func(f Field) bool { return f != Ignored })
	if m.column(Name) < 0 && (!m.Header || m.Columns[0] == Ignored) {
		m.Columns[0] = Name
	}
	m.Scale = m.scale(t)
	return m
}

// scale is 100 where any result is above 5 or is written as a share, else 5.
func (m *Mapping) scale(t *office.Table) int {
	for i, f := range m.Columns {
		if !f.result() {
			continue
		}
		for _, r := range m.rows(t) {
			v, share, err := decimal(r.Cell(i))
			if err == nil && v != nil && (share || v.Cmp(topRat) > 0) {
				return 100
			}
		}
	}
	return assessments.Top
}

// rows are the table's without the one that names the columns.
func (m *Mapping) rows(t *office.Table) []office.TableRow {
	if m.Header {
		return t.Rows[1:]
	}
	return t.Rows
}
