package pdf

import (
	"nivel/assessments/figure"
	"nivel/assessments/report"
)

const (
	methodTextX = 62.0
	methodTextW = right - methodTextX
)

// method says how the numbers come about, and prints the firm's own notes in full.
func (w *writer) method(m *report.Method) {
	w.begin(m.Section, m.Title)
	w.bookmark(w.section, 0)
	w.title(m.Title, "")
	w.onFewPages(func() { w.methodBody(m) })
}

func (w *writer) methodBody(m *report.Method) {
	for _, p := range m.Paragraphs {
		w.paragraph(p, stText)
	}
	if len(m.Table.Rows) > 0 {
		w.y += w.easy(3, 1.5)
		w.table(m.Table, tableLook{x: left, w: content, pad: w.easy(1.3, 0.6), firstBold: true})
		w.y += w.easy(3, 1.5)
	}
	if len(m.Notes) > 0 {
		w.y += w.easy(3, 1)
		if m.NotesTitle != "" {
			w.heading(m.NotesTitle, tallest(w.paragraphCells(m.Notes[0], stText.italic()))+3)
		}
		for _, n := range m.Notes {
			w.paragraph(n, stText.italic())
		}
	}
}

// paragraph has its title on the left and its text on the right, in lines that are easy to read.
func (w *writer) paragraph(p report.Paragraph, st style) {
	w.place(w.easy(1.1, 0.5), w.easy(1.7, 0.9), w.paragraphCells(p, st)...)
}

func (w *writer) paragraphCells(p report.Paragraph, st style) []cell {
	return []cell{
		{left, w.flow(methodTextX-left-5, span{p.Title, stText.bold().in(figure.Ink)})},
		{methodTextX, w.flow(methodTextW, span{p.Text, st})},
	}
}
