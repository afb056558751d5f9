// Package papers makes up documents for the tests of those that write them.
package papers

import (
	"fmt"
	"strings"

	"pgregory.net/rapid"

	"nivel/assessments/document"
	"nivel/assessments/house/shipped"
)

// Whole is a document with every kind of block.
func Whole() *document.Document {
	d := &document.Document{Language: "es", Title: "Serie Kickstart «Altiplano 1»", Lead: "Resumen de la serie, con lo que cada empresa ha decidido.", About: "Clúster de ejemplo · Región de Murcia",
		Day: shipped.Day, Sample: "Muestra", Footer: "Hecho con Nivel", PageOf: "Página {page} de {pages}"}
	long := strings.Repeat("Una frase de la reunión, con **algo importante** y una cifra: 3,5 horas. ", 6)
	table := document.Table{Caption: "Quién vino", Heads: []string{"N.º", "Empresa", "Reunión 1", "Horas"}, Shares: []float64{1, 6, 4, 2}, Right: []bool{false, false, false, true}, Total: true}
	for i := range 45 {
		table.Rows = append(table.Rows, []string{fmt.Sprint(i + 1), fmt.Sprintf("Muebles Ejemplo %d, S.L.", i), "Las dos personas", "3,5"})
	}
	table.Rows = append(table.Rows, []string{"", "Todas", "", "157,5"})
	heat := document.Heat{Caption: "Nivel medio por sector y área", Corner: "empresas", Heads: []string{"Rumbo", "Pedidos", "Personas", "Datos", "Máquinas", "Energía"}, Total: true, Note: "Los grupos de menos de 5 no se muestran."}
	for i, name := range []string{"Tapizado y sofás", "Mueble de hogar", "Oficina y contract", "Todas"} {
		row := document.HeatRow{Name: name, Note: fmt.Sprint(11 - i)}
		for j := range 6 {
			c := document.HeatCell{Text: fmt.Sprintf("%d,%d", (i+j)%6, j), Level: (i + j) % 6}
			if i == 2 {
				c = document.HeatCell{Text: "n < 5", Level: -1}
			}
			row.Cells = append(row.Cells, c)
		}
		heat.Rows = append(heat.Rows, row)
	}
	d.Blocks = []document.Block{
		document.Heading{Level: 1, Text: "Dónde estamos"}, document.Text{Text: long}, document.Text{Text: "Fuente: las empresas, noviembre de 2026.", Small: true},
		document.Heading{Level: 2, Text: "Para empezar"}, document.List{Items: []string{"Seguir un pedido.", "Apuntar **cada espera**."}}, document.List{Numbered: true, Items: []string{"Primero.", "Después."}},
		document.List{Boxes: true, Items: []string{"Sala reservada", "Hojas impresas"}}, document.Notice{Title: "Solo para la mesa", Text: "Sin nombres de empresas."},
		document.Facts{{Name: "Día", Text: "1 de diciembre de 2026"}, {Name: "Lugar"}}, document.Fields{{Name: "¿Qué freno hay?", Lines: 2}, {Name: "Responsable", Text: "Ana"}},
		heat, document.Bars{Caption: "Lo que más falta", Items: []document.Bar{{Name: "Copias de seguridad probadas", Text: "31 de 38", Part: 31.0 / 38}, {Name: "Nada", Text: "0", Part: 0}}},
		document.Heading{Level: 1, Text: "Asistencia", NewPage: true}, table,
		document.Table{Heads: []string{"Dónde", "Qué quita tiempo", "Minutos por semana"}, Rows: [][]string{{"", "", ""}, {"", "", ""}, {"", "", ""}}, Height: 12},
		document.Break{}, document.Heading{Level: 3, Text: "Firmas"}, document.Signatures{"Por el clúster", "Por la empresa", "Testigo"},
	}
	return d
}

// Draw draws a document of any size with any texts.
func Draw(t *rapid.T) *document.Document {
	text := rapid.OneOf(rapid.StringN(0, 40, -1), rapid.SampledFrom([]string{"", "**", "a**b", "=SUM(A1)", "Año «nuevo»", strings.Repeat("palabra ", 400), strings.Repeat("x", 900), "🪑 \x00\ufffe\u202e", "<b>&amp;", "línea\notra"}))
	texts := rapid.SliceOfN(text, 0, 8)
	block := rapid.Custom(func(t *rapid.T) document.Block {
		switch rapid.IntRange(0, 10).Draw(t, "kind") {
		case 0:
			return document.Heading{Level: rapid.IntRange(-1, 5).Draw(t, "level"), Text: text.Draw(t, "text"), NewPage: rapid.Bool().Draw(t, "new")}
		case 1:
			return document.Text{Text: text.Draw(t, "text"), Small: rapid.Bool().Draw(t, "small")}
		case 2:
			return document.List{Items: texts.Draw(t, "items"), Numbered: rapid.Bool().Draw(t, "numbered"), Boxes: rapid.Bool().Draw(t, "boxes")}
		case 3:
			return document.Facts{{Name: text.Draw(t, "name"), Text: text.Draw(t, "text")}}
		case 4:
			return document.Fields{{Name: text.Draw(t, "name"), Text: text.Draw(t, "text"), Lines: rapid.IntRange(-1, 40).Draw(t, "lines")}}
		case 5:
			return document.Table{Caption: text.Draw(t, "caption"), Heads: texts.Draw(t, "heads"), Rows: rapid.SliceOfN(texts, 0, 30).Draw(t, "rows"), Shares: rapid.SliceOfN(rapid.Float64Range(-1, 9), 0, 5).Draw(t, "shares"),
				Right: rapid.SliceOfN(rapid.Bool(), 0, 5).Draw(t, "right"), Height: rapid.Float64Range(-1, 60).Draw(t, "height"), Total: rapid.Bool().Draw(t, "total")}
		case 6:
			var rows []document.HeatRow
			for range rapid.IntRange(0, 12).Draw(t, "rows") {
				r := document.HeatRow{Name: text.Draw(t, "name"), Note: "7"}
				for range rapid.IntRange(0, 9).Draw(t, "cells") {
					r.Cells = append(r.Cells, document.HeatCell{Text: "2,1", Level: rapid.IntRange(-2, 7).Draw(t, "level")})
				}
				rows = append(rows, r)
			}
			return document.Heat{Caption: text.Draw(t, "caption"), Heads: texts.Draw(t, "heads"), Rows: rows, Total: rapid.Bool().Draw(t, "total"), Note: text.Draw(t, "note")}
		case 7:
			return document.Bars{Caption: text.Draw(t, "caption"), Items: []document.Bar{{Name: text.Draw(t, "name"), Text: "3", Part: rapid.Float64().Draw(t, "part")}}}
		case 8:
			return document.Notice{Title: text.Draw(t, "title"), Text: text.Draw(t, "text")}
		case 9:
			return document.Signatures(texts.Draw(t, "names"))
		}
		return document.Break{}
	})
	return &document.Document{Language: rapid.SampledFrom([]string{"es", "en", "x\"<"}).Draw(t, "language"), Title: text.Draw(t, "title"), Lead: text.Draw(t, "lead"), About: text.Draw(t, "about"), Day: shipped.Day,
		Sample: rapid.SampledFrom([]string{"", "Muestra"}).Draw(t, "sample"), Footer: text.Draw(t, "footer"), PageOf: rapid.SampledFrom([]string{"Página {page} de {pages}", "{pag", ""}).Draw(t, "page"), Blocks: rapid.SliceOfN(block, 0, 12).Draw(t, "blocks")}
}
