package pdf

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nivel/assessments/figure"
	"nivel/assessments/report"
)

// testFonts reads the faces and icons that the program ships.
func testFonts(tb testing.TB) Fonts {
	tb.Helper()
	read := func(name string) []byte {
		b, err := os.ReadFile(filepath.Join("..", "..", "assets", name))
		if err != nil {
			tb.Fatal(err)
		}
		return b
	}
	return Fonts{
		Regular:  read("fonts/IBMPlexSans-Regular.ttf"),
		SemiBold: read("fonts/IBMPlexSans-SemiBold.ttf"),
		Italic:   read("fonts/IBMPlexSans-Italic.ttf"),
		Icons:    parseIcons(read("icons/icons.txt")),
	}
}

// parseIcons reads lines such as "name | stroked path | filled path".
func parseIcons(b []byte) map[string]Icon {
	icons := map[string]Icon{}
	for line := range strings.Lines(string(b)) {
		if strings.HasPrefix(line, "#") || strings.TrimSpace(line) == "" {
			continue
		}
		parts := strings.Split(line+"||", "|")
		icons[strings.TrimSpace(parts[0])] = Icon{strings.TrimSpace(parts[1]), strings.TrimSpace(parts[2])}
	}
	return icons
}

// pick chooses between the two languages of the sample.
type pick struct{ spanish bool }

func (p pick) of(es, en string) string {
	if p.spanish {
		return es
	}
	return en
}

func (p pick) num(v float64) string {
	s := fmt.Sprintf("%.1f", v)
	if p.spanish {
		s = strings.Replace(s, ".", ",", 1)
	}
	return s
}

type sampleArea struct {
	icon, es, en, shortES, shortEN string
	value, target, low, high       float64
}

var sampleAreas = []sampleArea{
	{"area-direction", "Rumbo y clientes", "Direction and customers", "Rumbo", "Direction", 2.4, 3, -1, -1},
	{"area-orders", "Del pedido a la entrega", "From order to delivery", "Pedidos", "Orders", 1.9, 3, 1.7, 2.2},
	{"area-people", "Personas y formación", "People and training", "Personas", "People", 2.2, 3, -1, -1},
	{"area-data", "Datos y seguridad", "Data and security", "Datos", "Data", 1.3, 2, 0.9, 2.6},
	{"area-machines", "Máquinas y taller", "Machines and workshop", "Máquinas", "Machines", 2.8, 3, -1, -1},
	{"area-energy", "Energía y materiales", "Energy and materials", "Energía", "Energy", 1.8, 2, 1.6, 2.1},
}

func (p pick) vial(a sampleArea) report.Vial {
	v := report.Vial{Value: a.value, Target: a.target, Low: a.low, High: a.high, Earlier: -1,
		Text: p.num(a.value), TargetText: fmt.Sprintf("→ %g", a.target)}
	if a.low >= 0 {
		v.RangeText = p.of(p.num(a.low)+" a "+p.num(a.high), p.num(a.low)+" to "+p.num(a.high))
	}
	return v
}

func (p pick) lines() []report.Line {
	var out []report.Line
	for i, a := range sampleAreas {
		out = append(out, report.Line{Icon: a.icon, Name: p.of(a.es, a.en), Short: p.of(a.shortES, a.shortEN),
			Vial: p.vial(a), Coverage: p.of("8 de 9", "8 of 9"), Weakest: i == 3})
	}
	return out
}

// sample is a whole report of an invented firm.
func sample(language string) *report.Report {
	p := pick{language == "es"}
	r := &report.Report{
		Language: language, Date: "2026-11-23", Brand: "Nivel", Author: "Nivel",
		Title:   p.of("Diagnóstico digital de Muebles Ejemplo, S.L.", "Digital check-up of Muebles Ejemplo, S.L."),
		Subject: p.of("Nivel digital, próximos pasos y respuestas", "Digital level, next steps and answers"),
		Line:    p.of("Diagnóstico digital · Muebles Ejemplo, S.L. · 23 de noviembre de 2026", "Digital check-up · Muebles Ejemplo, S.L. · 23 November 2026"),
		Version: p.of("Cuestionario 1.0. Empresa de muestra: los datos no son reales.", "Questionnaire 1.0. Sample firm: the data are not real."),
		Page:    p.of("Página {page} de {pages}", "Page {page} of {pages}"),
		Sample:  p.of("Muestra", "Sample"),
	}
	r.Cover, r.Profile, r.Sheet = p.cover(), p.profile(), p.sheet()
	for i := range sampleAreas {
		r.Areas = append(r.Areas, p.area(i))
	}
	r.Practices, r.Annex, r.Method = p.practices(), p.annex(), p.method()
	worked := report.Build(livedFirm(language, 10, 3, 3, p.of("Con fondos propios.", "With own money.")))
	r.Comparison, r.Plan, r.Differences, r.Clarify = worked.Comparison, worked.Plan, worked.Differences, worked.Clarify
	return r
}

func (p pick) legend() report.Legend {
	return report.Legend{Today: p.of("Hoy", "Today"), Target: p.of("Objetivo: la burbuja dentro del marco", "Target: the bubble inside the frame"),
		Range: p.of("Margen por respuestas que faltan", "Range from missing answers")}
}

func (p pick) cover() *report.Cover {
	c := &report.Cover{
		Section: p.of("Portada", "Cover"), Kicker: p.of("Diagnóstico digital", "Digital check-up"), Firm: "Muebles Ejemplo, S.L.",
		Facts: []string{
			p.of("Yecla, Región de Murcia. 24 personas. Fabricación de muebles.", "Yecla, Region of Murcia. 24 people. Furniture making."),
			p.of("23 de noviembre de 2026. Respondieron Ana (gerencia) y Pedro (taller).", "23 November 2026. Answered by Ana (management) and Pedro (workshop)."),
		},
		Bar: report.Vial{Value: 2.07, Target: 3, Low: 1.9, High: 2.4, Earlier: -1, Text: p.num(2.1)},
		Of:  p.of("de 5", "of 5"), LevelName: p.of("2 · Ordenado", "2 · Orderly"), Level: 2,
		Headline: p.of("Su empresa está en el nivel 2, «Ordenado».", "Your firm is at level 2, ‘Orderly’."),
		Life: p.of("La oficina trabaja con el ordenador y tiene sus datos ordenados. El taller aún recibe papel, así que muchos datos se escriben dos veces.",
			"The office works with the computer and keeps its data in order. The workshop still gets paper, so many data are written twice."),
		Honest: p.of("46 de 51 preguntas (90 %). Faltan 5 respuestas: el valor real está entre 1,9 y 2,4, y en los dos casos es «Ordenado».",
			"46 of 51 questions (90%). 5 answers are missing: the real value is between 1.9 and 2.4, which is ‘Orderly’ at both ends."),
		AreasTitle: p.of("Las seis áreas", "The six areas"), Areas: p.lines(), Legend: p.legend(),
		StepsTitle: p.of("Sus tres próximos pasos", "Your next three steps"),
		NoSteps:    p.of("Todavía no hay pasos que ofrecer: conteste antes unas preguntas más.", "There are no steps to offer yet: answer a few more questions first."),
		Privacy: p.of("Este informe se ha hecho en el equipo de la empresa. Las respuestas no han salido de él.",
			"This report was made on the firm's computer. The answers have not left it."),
	}
	if p.spanish {
		c.LevelNames = []string{"En papel", "Suelto", "Ordenado", "Compartido", "Conectado", "Previsor"}
	} else {
		c.LevelNames = []string{"On paper", "Scattered", "Orderly", "Shared", "Connected", "Ahead"}
	}
	label := p.of("Primer paso:", "First step:")
	c.Steps = []report.CoverStep{
		{Number: "1", Title: p.of("Probar la copia de seguridad", "Test the backup"), FirstLabel: label, First: p.of("Recuperar un archivo del disco y apuntar cuánto se tarda.", "Restore one file from the disk and note how long it takes."), Note: p.of("Ana · antes del 22 de diciembre", "Ana · before 22 December")},
		{Number: "2", Title: p.of("Un solo archivo de pedidos para oficina y taller", "One order file for office and workshop"), FirstLabel: label, First: p.of("Seguir un pedido de esta semana y anotar cada duda.", "Follow one of this week's orders and note every question."), Note: p.of("Pedro · antes del 29 de enero", "Pedro · before 29 January")},
		{Number: "3", Title: p.of("Dos personas aprenden juntas, taller y oficina", "Two people learn together, workshop and office"), FirstLabel: label, First: p.of("Elegir a las dos y reservar dos horas el jueves.", "Choose the two and keep two hours free on Thursday."), Note: p.of("Lucía y Pedro · antes del 30 de abril", "Lucía and Pedro · before 30 April")},
	}
	return c
}

func (p pick) profile() *report.Profile {
	out := &report.Profile{
		Section: p.of("Perfil", "Profile"), Title: p.of("El perfil de su empresa", "Your firm's profile"),
		Lines: p.lines(), Legend: p.legend(),
		Table: report.Table{
			Head:    []string{p.of("Área", "Area"), p.of("Hoy", "Today"), p.of("Objetivo", "Target"), p.of("Margen", "Range"), p.of("Contestado", "Answered")},
			Numeric: []bool{false, true, true, true, true},
		},
		Weakest: report.Paragraph{Title: p.of("El eslabón más débil", "The weakest link"),
			Text: p.of("Datos y seguridad, 1,3. Las copias de seguridad no se han probado nunca. Si el disco falla, se pierden pedidos, precios y planos.",
				"Data and security, 1.3. The backups have never been tested. If the disk fails, orders, prices and drawings are lost.")},
		WeakestNote: p.of("Faltan 3 respuestas en esta área: su valor está entre 0,9 y 2,6, así que no le ponemos nombre de nivel.",
			"3 answers are missing in this area: its value is between 0.9 and 2.6, so it gets no level name."),
		CoverageTitle:  p.of("Lo que ha contestado: 46 de 51", "What you have answered: 46 of 51"),
		CoverageLegend: p.of("Lleno: contestada. ? no lo sé. – no aplica, no cuenta.", "Full: answered. ? don't know. – does not apply, does not count."),
		Index:          p.index(),
	}
	for i, a := range sampleAreas {
		v := p.vial(a)
		r := v.RangeText
		if r == "" {
			r = "–"
		}
		out.Table.Rows = append(out.Table.Rows, []string{p.of(a.es, a.en), v.Text, fmt.Sprint(a.target), r, p.of("8 de 9", "8 of 9")})
		out.Axes = append(out.Axes, figure.Axis{Label: p.of(a.shortES, a.shortEN), Text: v.Text, Value: a.value, Target: a.target})
		boxes := make([]report.Box, 9)
		for j := range boxes {
			boxes[j] = report.BoxFull
		}
		boxes[8] = report.Box(i % 4)
		if i == 3 {
			boxes[7], boxes[6] = report.BoxUnknown, report.BoxEmpty
		}
		out.Coverage = append(out.Coverage, report.CoverageRow{Name: p.of(a.shortES, a.shortEN), Boxes: boxes, Text: "8/9"})
	}
	return out
}

func (p pick) index() *report.Index {
	out := &report.Index{
		Title: p.of("Índice de Intensidad Digital de la Unión Europea", "Digital Intensity Index of the European Union"),
		Count: "5", Of: p.of("de 12", "of 12"), Band: p.of("Bajo (4 a 6)", "Low (4 to 6)"),
		About: p.of("Cuenta doce usos sencillos de lo digital, los mismos en toda la Unión.", "It counts twelve plain uses of digital technology, the same across the Union."),
		Bars: []report.BandBar{
			{Name: p.of("España", "Spain"), Shares: []float64{27.1, 35.7, 28.4, 8.8}, Texts: []string{p.of("27,1 %", "27.1%"), p.of("35,7 %", "35.7%"), p.of("28,4 %", "28.4%"), p.of("8,8 %", "8.8%")}},
			{Name: p.of("UE-27", "EU-27"), Shares: []float64{31.1, 36.2, 25.3, 7.3}, Texts: []string{p.of("31,1 %", "31.1%"), p.of("36,2 %", "36.2%"), p.of("25,3 %", "25.3%"), p.of("7,3 %", "7.3%")}},
		},
		Own: 1,
		Source: p.of("Porcentaje de empresas de 10 a 49 personas en cada grupo. Fuente: Eurostat, tabla isoc_e_dii, encuesta de 2025 (versión 3 del índice).",
			"Share of firms with 10 to 49 people in each group. Source: Eurostat, table isoc_e_dii, survey of 2025 (version 3 of the index)."),
		Note: p.of("El índice se calcula aquí con las respuestas de la empresa; no es un dato oficial.", "The index is worked out here from the firm's answers; it is not an official figure."),
	}
	out.BandNames = []string{p.of("Muy bajo, 0 a 3", "Very low, 0 to 3"), p.of("Bajo, 4 a 6: usted está aquí", "Low, 4 to 6: you are here"), p.of("Alto, 7 a 9", "High, 7 to 9"), p.of("Muy alto", "Very high")}
	for i, t := range [][2]string{
		{"Más de la mitad de la plantilla usa internet", "More than half of the staff use the internet"}, {"Vende por internet, 1 % o más", "Sells online, 1% or more"},
		{"Usa algún servicio en la nube", "Uses a cloud service"}, {"Programa de gestión que une áreas (ERP)", "A program that joins departments (ERP)"},
		{"Inteligencia artificial", "Artificial intelligence"}, {"Página web propia", "Own website"}, {"Internet de 30 Mbit/s o más", "Internet of 30 Mbit/s or more"},
		{"Vende a particulares por la web", "Sells to private customers online"}, {"Usa la nube para gestión o contabilidad", "Uses the cloud for management or accounts"},
		{"Programa de clientes (CRM)", "A program for customers (CRM)"}, {"Redes sociales", "Social media"}, {"Análisis de datos", "Analysis of data"},
	} {
		out.Conditions = append(out.Conditions, report.Condition{Text: p.of(t[0], t[1]), Holds: i == 2 || i == 5 || i == 6 || i == 8 || i == 10, Known: i != 11})
	}
	return out
}
