package pdf

import (
	"strings"

	"nivel/assessments/report"
)

// looks are reports that a person should look at, by name.
func looks() map[string]*report.Report {
	grey := sample("es")
	grey.Grey = true

	empty := sample("es")
	empty.Cover.Bar = report.Vial{Value: -1, Target: -1, Low: 0.4, High: 4.1, Earlier: -1, Text: "–"}
	empty.Cover.Level, empty.Cover.LevelName = -1, "Faltan 12 respuestas para un primer resultado"
	empty.Cover.Headline = "Todavía no hay número: faltan 12 respuestas."
	empty.Cover.Steps = nil
	for i := range empty.Cover.Areas {
		empty.Cover.Areas[i].Vial = report.Vial{Value: -1, Target: -1, Low: 0, High: 5, Earlier: -1, Text: "–", RangeText: "0,0 a 5,0"}
	}
	empty.Profile.Lines = empty.Cover.Areas
	empty.Sheet.Columns, empty.Practices.Practices, empty.Profile.Index = nil, nil, nil
	for i := range empty.Profile.Axes {
		empty.Profile.Axes[i].Value, empty.Profile.Axes[i].Target, empty.Profile.Axes[i].Text = -1, -1, "–"
	}

	long := sample("es")
	name := "Sociedad Cooperativa Limitada de Carpinteros, Tapiceros y Ebanistas Reunidos del Altiplano de Murcia y Comarcas Vecinas de Albacete y Alicante, S.L.U."
	long.Cover.Firm, long.Line = name, "Diagnóstico digital · "+name+" · 23 de noviembre de 2026"
	word := strings.Repeat("Xúquer", 834)
	long.Cover.Facts = []string{strings.Repeat("Un dato muy largo. ", 30), word}
	long.Areas[1].Questions[2].Answer = word
	long.Areas[1].Questions[3].Note = strings.Repeat("Una nota larga con palabras corrientes. ", 125)
	long.Annex.Groups[0].Rows[3].Answer = word
	long.Method.Notes[0].Text = word
	long.Practices.Practices[1].Rows[0].Text = strings.Repeat("Una práctica con un texto largo de verdad. ", 100)
	long.Practices.Contacts.Rows[1][1] = word
	long.Cover.Steps[0].First = word
	long.Cover.Steps[1].Title = strings.Repeat("Un título largo ", 30)
	long.Sheet.Rows[0].Cells[1].Text = strings.Repeat("Una razón larga. ", 60)
	return map[string]*report.Report{"es": sample("es"), "en": sample("en"), "grey": grey, "empty": empty, "long": long}
}
