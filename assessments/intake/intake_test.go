package intake_test

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"nivel/assessments"
	"nivel/assessments/house/shipped"
	"nivel/assessments/intake"
	"nivel/assessments/office"
	"nivel/assessments/sqlite"
)

var now = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

type tester interface {
	Helper()
	Fatal(...any)
}

func check(t tester, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func open(t *testing.T) *sqlite.Store {
	t.Helper()
	s, err := sqlite.Open(t.TempDir())
	check(t, err)
	t.Cleanup(func() { check(t, s.Close()) })
	return s
}

func terms() intake.Terms {
	return intake.TermsOf(shipped.Library(), &shipped.Library().Models[0], shipped.Words())
}

func table(t tester, text string) *office.Table {
	t.Helper()
	x, err := office.ReadTable(strings.NewReader(text))
	check(t, err)
	return x
}

func params(s *sqlite.Store) intake.Params {
	return intake.Params{Store: s, Terms: terms(), Words: shipped.Words()["es"], Now: now}
}

func look(t tester, s *sqlite.Store, text string) *intake.Preview {
	t.Helper()
	x := table(t, text)
	p, err := intake.Look(context.Background(), params(s), x, intake.Guess(x, terms()))
	check(t, err)
	return p
}

// What people write above their columns is understood.
func TestGuess(t *testing.T) {
	none := intake.Ignored
	for _, c := range []struct {
		head, row string
		want      []intake.Field
		header    bool
		scale     int
	}{
		{"EMPRESA;Población;C.N.A.E.;N.º empleados;Persona de contacto;Etiquetas", "x;y;31;4;Ana;a", []intake.Field{intake.Name, intake.Place, none, intake.People, intake.Contact, intake.Tags}, true, 5},
		{"Razón social;Nombre;Municipio;CNAE;Sector;Plantilla", "x;y;z;31;Muebles;4", []intake.Field{intake.Name, none, intake.Place, intake.Trade, none, intake.People}, true, 5},
		{"Company,Town,NACE code,Staff,Date,Overall,Data,Energy", "x,y,31,4,1/2/2024,42,60,20",
			[]intake.Field{intake.Name, intake.Place, intake.Trade, intake.People, intake.Day, intake.Overall, intake.Area("data"), intake.Area("energy")}, true, 100},
		{"Empresa;Empleados;Fecha;Nivel global;Rumbo;Pedidos;Máquinas;Personas", "x;3;1/2/2024;2,5;3;1;0;5",
			[]intake.Field{intake.Name, intake.People, intake.Day, intake.Overall, intake.Area("direction"), intake.Area("orders"), intake.Area("machines"), intake.Area("people")}, true, 5},
		{"Empresa;Datos de contacto;Nivel de datos", "x;Ana;3", []intake.Field{intake.Name, intake.Contact, intake.Area("data")}, true, 5},
		{"Muebles Ejemplo;Yecla", "Sillas Modelo;Yecla", []intake.Field{intake.Name, none}, false, 5},
		{"Empresa;Total", "x;40 %", []intake.Field{intake.Name, intake.Overall}, true, 100},
	} {
		m := intake.Guess(table(t, c.head+"\n"+c.row+"\n"), terms())
		if !slices.Equal(m.Columns, c.want) || m.Header != c.header || m.Scale != c.scale {
			t.Errorf("%s: %q, header %v, scale %d", c.head, m.Columns, m.Header, m.Scale)
		}
	}
	m := intake.Mapping{Columns: []intake.Field{intake.Name, intake.Place}}
	if m.Set(1, intake.Name); !slices.Equal(m.Columns, []intake.Field{intake.Ignored, intake.Name}) {
		t.Errorf("a name that moved: %q", m.Columns)
	}
}

// A list of new and known companies, previewed, applied, and previewed again.
func TestTakeIn(t *testing.T) {
	s := open(t)
	kept := assessments.Company{ID: "a", Name: "Muebles Ejemplo, S.L.", Place: "Águilas", NACE: "31.02", People: 20, Contact: "Ana", Tags: []string{"taller"}, CreatedAt: now.AddDate(-1, 0, 0),
		Figures: assessments.Figures{Orders: 30}}
	check(t, s.PutCompany(t.Context(), kept))
	check(t, s.PutCompany(t.Context(), assessments.Company{ID: "b", Name: "Sillas Modelo", CreatedAt: now}))
	check(t, s.PutCompany(t.Context(), assessments.Company{ID: "s", Name: "Cocinas de Prueba", Sample: true, CreatedAt: now}))
	check(t, s.Consent(t.Context(), "a", assessments.Consent{Kind: assessments.ConsentWall, Given: true, At: now}))
	list := "Empresa;Localidad;CNAE;Empleados;Etiquetas;Fecha;Global;Datos\n" +
		"MUEBLES EJEMPLO SL;Aguilas;31;24;feria, taller;5/3/2024;2,5;1\n" +
		"Sillas Modelo;Yecla;Muebles;;;;;\n" +
		"Cocinas de Prueba;Murcia;31 - Muebles;1.250;;;;\n" +
		"Cocinas de Prueba;Murcia;;;;2025-03-05 00:00:00;3;\n"
	p := look(t, s, list)
	if got := p.Counts(); !reflect.DeepEqual(got, map[intake.Kind]int{intake.Known: 3, intake.New: 1}) {
		t.Fatalf("%v: %+v", got, p.Rows)
	}
	r := p.Rows[0]
	want := []intake.Change{{Field: intake.People, From: "20", To: "24"}, {Field: intake.Tags, To: "feria"}}
	if r.Line != 2 || r.Before.ID != "a" || !reflect.DeepEqual(r.Changes, want) || r.Result.Day != "2024-03-05" || r.Result.Overall.Cmp(big.NewRat(5, 2)) != 0 ||
		r.Result.Scores["data"].Cmp(big.NewRat(1, 1)) != 0 {
		t.Errorf("%+v", r)
	}
	if r := p.Rows[2]; r.Kind != intake.New || r.Company.NACE != "31" || r.Company.People != 1250 || r.Company.ID == "s" || p.Rows[3].Company.ID != r.Company.ID {
		t.Errorf("%+v", r)
	}
	if all, err := s.Companies(t.Context()); err != nil || len(all) != 3 {
		t.Fatalf("a preview writes: %d companies, %v", len(all), err)
	}
	check(t, p.Apply(t.Context(), s, now))
	a, err := s.Company(t.Context(), "a")
	check(t, err)
	after := kept
	after.People, after.Tags = 24, []string{"feria", "taller"}
	if consents, err := s.Consents(t.Context(), "a"); !a.Same(after) || err != nil || len(consents) != 1 {
		t.Errorf("%+v with %d consents, %v", a, len(consents), err)
	}
	if sample, err := s.Company(t.Context(), "s"); err != nil || sample.People != 0 || !sample.Sample {
		t.Errorf("the sample is %+v", sample)
	}
	if logged, err := s.Logged(t.Context()); err != nil || len(logged) != 1 || logged[0].Kind != assessments.LogImport || logged[0].Count != 3 {
		t.Errorf("log %+v, %v", logged, err)
	}
	for _, r := range look(t, s, list).Rows {
		if r.Kind != intake.Same || len(r.Changes) > 0 || r.Result != nil {
			t.Errorf("the same list again: %+v", r)
		}
	}
	better := look(t, s, strings.Replace(list, "2,5;1", "2,5;4", 1))
	if r := better.Rows[0]; r.Kind != intake.Known || r.Result == nil {
		t.Errorf("a corrected result: %+v", r)
	}
	check(t, better.Apply(t.Context(), s, now))
	if e, err := s.Earlier(t.Context(), "a"); err != nil || len(e) != 1 || e[0].Scores["data"].Cmp(big.NewRat(4, 1)) != 0 {
		t.Errorf("%+v, %v", e, err)
	}
}

// What cannot be taken in is refused row by row, each with one sentence; the others go on.
func TestRefused(t *testing.T) {
	s := open(t)
	for i, place := range []string{"Yecla", "Lorca"} {
		check(t, s.PutCompany(t.Context(), assessments.Company{ID: fmt.Sprint(i), Name: "Sofás Plantilla", Place: place, CreatedAt: now}))
	}
	head := "Empresa;Localidad;CNAE;Empleados;Etiquetas;Fecha;Nivel\n"
	many := make([]string, 30)
	for i := range many {
		many[i] = fmt.Sprint("m", i)
	}
	for _, c := range []struct{ rows, code string }{
		{";Yecla;;;;;", "intake-nameless"}, {"--;Yecla;;;;;", "intake-nameless"},
		{"x;;;aprox. 20;;;", "intake-people"}, {"x;;;10-20;;;", "intake-people"}, {"x;;;-3;;;", "intake-people"}, {"x;;;2,5;;;", "intake-people"},
		{"x;;;900000;;;", "intake-people-many"},
		{"x;;Brujería;;;;", "intake-trade"}, {strings.Repeat("x", 201) + ";;;;;;", "intake-long"}, {"x;;;;" + strings.Join(many, ",") + ";;", "intake-tags"},
		{"x;;;;;31/02/2024;3", "intake-day"}, {"x;;;;;2024;3", "intake-day"}, {"x;;;;;marzo de 2024;3", "intake-day"}, {"x;;;;;1/1/2030;3", "intake-day-future"}, {"x;;;;;;3", "intake-day-none"},
		{"x;;;;;1/2/2024;bien", "intake-score"}, {"x;;;;;1/2/2024;-1", "intake-range"}, {"x;;;;;1/2/2024;120 %", "intake-range"}, {"x;;;;;1/2/2024;5,1", "intake-range"},
		{"=A1;;;;;;", "intake-formula"}, {"x;;;=2+2;;;", "intake-formula"}, {"x;;;;;1/2/2024;=1", "intake-formula"},
		{"x;Yecla;;;;;\nX, S.L.;YECLA;;;;;", "intake-twice"}, {"x;;;;;1/2/2024;3\nx;;;;;1/2/2024;4", "intake-twice"},
		{"x;;;3;;1/2/2024;3\nx;;;4;;1/2/2025;4", "intake-differs"},
		{"Sofás Plantilla;;;;;;", "intake-which"},
	} {
		x := table(t, head+"Primera;Yecla;31;5;;;\n"+c.rows+"\nÚltima;Yecla;31;5;;;\n")
		m := intake.Guess(x, terms())
		if m.Scale = assessments.Top; m.Columns[0] != intake.Name {
			t.Fatalf("%q", m.Columns)
		}
		p, err := intake.Look(t.Context(), params(s), x, m)
		check(t, err)
		r := p.Rows[len(p.Rows)-2]
		if r.Kind != intake.Refused || r.Fault == nil || r.Fault.Code != c.code || p.Counts()[intake.Refused] != 1 {
			t.Errorf("%q: %+v %v, want %s", c.rows, r.Kind, r.Fault, c.code)
			continue
		}
		for _, w := range shipped.Words() {
			if text := w.Fault(r.Fault); strings.Contains(text, "{") || strings.Contains(text, c.code) {
				t.Errorf("%s says %q", c.code, text)
			}
		}
	}
}

// A mapping that cannot be used is one sentence for the whole list.
func TestUnusable(t *testing.T) {
	s := open(t)
	for _, c := range []struct {
		text, code string
		change     func(*intake.Mapping)
	}{
		{"Empresa\nx", "intake-names", func(m *intake.Mapping) { m.Columns[0] = intake.Place }},
		{"Empresa\n", "intake-rows", func(*intake.Mapping) {}},
		{"Empresa\nx", "intake-scale", func(m *intake.Mapping) { m.Scale = 7 }},
	} {
		x := table(t, c.text)
		m := intake.Guess(x, terms())
		c.change(&m)
		_, err := intake.Look(t.Context(), params(s), x, m)
		var f *assessments.Fault
		if !errors.As(err, &f) || f.Code != c.code {
			t.Errorf("%q: %v, want %s", c.text, err, c.code)
		}
	}
}

// A company that changed after the preview stops everything; so does one that went.
func TestApplyIsWhatWasShown(t *testing.T) {
	s := open(t)
	c := assessments.Company{ID: "a", Name: "Muebles Ejemplo", CreatedAt: now}
	check(t, s.PutCompany(t.Context(), c))
	p := look(t, s, "Empresa;Empleados\nSillas Nuevas;3\nMuebles Ejemplo;4\n")
	c.People = 9
	check(t, s.PutCompany(t.Context(), c))
	var f *assessments.Fault
	if err := p.Apply(t.Context(), s, now); !errors.As(err, &f) || f.Code != "intake-changed" {
		t.Errorf("%v", err)
	}
	if all, err := s.Companies(t.Context()); err != nil || len(all) != 1 || all[0].People != 9 {
		t.Errorf("%+v, %v", all, err)
	}
}

// Whatever the cells say: each row becomes exactly one thing, a preview writes nothing, applying it
// adds exactly the new companies, and the same list then changes nothing.
func TestTakeInLaws(t *testing.T) {
	trial := open(t)
	count := func(t tester) int {
		all, err := trial.Companies(context.Background())
		check(t, err)
		return len(all)
	}
	rapid.Check(t, func(t *rapid.T) {
		cell := func(of ...string) string { return rapid.SampledFrom(of).Draw(t, "cell") }
		text := "Empresa;Localidad;CNAE;Empleados;Fecha;Nivel\n"
		n := rapid.IntRange(1, 12).Draw(t, "rows")
		for range n {
			text += strings.Join([]string{cell("Muebles A", "muebles a, s.l.", "Sillas B", "Ñ", "", "=x"), cell("", "Yecla", "Lorca"), cell("", "31", "Muebles", "?"),
				cell("", "3", "4", "aprox. 5"), cell("", "1/2/2024", "2025-02-01", "ayer"), cell("", "2", "3,5", "9")}, ";") + ".\n"
		}
		text = strings.ReplaceAll(text, ".\n", "\n")
		before := count(t)
		x := table(t, text)
		m := intake.Guess(x, terms())
		m.Scale = assessments.Top
		p, err := intake.Look(context.Background(), params(trial), x, m)
		check(t, err)
		if count(t) != before || len(p.Rows) > n {
			t.Fatalf("%d companies after a preview, %d rows of %d", count(t), len(p.Rows), n)
		}
		for _, r := range p.Rows {
			if (r.Kind == intake.Refused) != (r.Fault != nil) || r.Kind == intake.New && r.Before != nil || r.Kind == intake.Same && (r.Result != nil || len(r.Changes) > 0) ||
				r.Kind == intake.Known && r.Result == nil && len(r.Changes) == 0 {
				t.Fatalf("%+v", r)
			}
		}
		check(t, p.Apply(context.Background(), trial, now))
		if got := count(t); got != before+p.Counts()[intake.New] {
			t.Fatalf("%d companies, were %d, new %d", got, before, p.Counts()[intake.New])
		}
		again, err := intake.Look(context.Background(), params(trial), x, m)
		check(t, err)
		for i, r := range again.Rows {
			if was := p.Rows[i].Kind; was != intake.Refused && r.Kind != intake.Same && r.Kind != intake.Refused {
				t.Fatalf("row %d was %s and is %s: %+v", i, was, r.Kind, r)
			}
		}
	})
}

// BenchmarkLook previews the longest list there can be.
func BenchmarkLook(b *testing.B) {
	s, err := sqlite.Open(b.TempDir())
	check(b, err)
	defer s.Close()
	var text strings.Builder
	text.WriteString("Empresa;Localidad;CNAE;Empleados;Fecha;Nivel\n")
	for i := range office.TableRows - 1 {
		fmt.Fprintf(&text, "Muebles %d, S.L.;Yecla;31;%d;1/2/2024;2,5\n", i, i%90)
	}
	x := table(b, text.String())
	tm := terms()
	for b.Loop() {
		_, err := intake.Look(b.Context(), intake.Params{Store: s, Terms: tm, Words: shipped.Words()["es"], Now: now}, x, intake.Guess(x, tm))
		check(b, err)
	}
}
